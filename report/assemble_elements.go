package report

import (
	"slices"
)

// elements returns the section whose content is elements.
func (a *assembly) elements(kind SectionKind) Section {
	s := Section{Kind: kind, Title: sectionTitle(kind), Author: ByAuditor, Assured: OwnReport}
	if kind == ManagementAssertion {
		s.Author, s.Assured = ByManagement, Statement
	}
	for _, r := range elementTable {
		if r.section == kind && r.need(a.kind) != Never {
			s.Elements = append(s.Elements, a.element(r))
		}
	}
	return s
}

func (a *assembly) element(r elementRule) Element {
	el := Element{ID: r.id, Title: r.title, State: ElementPresent, Paragraphs: []string{}}
	if r.condition != nil {
		if needed, why := r.condition(a); !needed {
			el.State, el.Why = ElementNotNeeded, why
			return el
		}
	}
	if r.words != nil {
		if words := r.words(a); len(words) > 0 {
			el.Paragraphs = words
		}
	}
	by, why := a.gives(r)
	if r.section == ManagementAssertion && a.e.Fieldwork.Letters.Assertion.Status == Refused {
		el.State, el.Why, el.Paragraphs = ElementMissing, why, []string{}
		return el
	}
	if firm := a.firm[r.id]; len(firm) > 0 && (by || !r.personal) {
		el.Paragraphs, el.FirmWording = a.fillExcept(a.exceptionIn(r.id), firm...), true
	}
	switch {
	case len(el.Paragraphs) == 0:
		el.State, el.Why = ElementMissing, r.lacks
	case by:
	case r.section == ManagementAssertion:
		el.State, el.Why = ElementProposed, why
	case r.personal:
		el.State, el.Why = ElementMissing, why
	}
	return el
}

// gives reports whether who has to give the words of an element has given them, and why not.
func (a *assembly) gives(r elementRule) (bool, string) {
	switch {
	case r.section == ManagementAssertion && a.e.Fieldwork.Letters.Assertion.Status == Refused:
		return false, "management refuses to give its assertion"
	case r.section == ManagementAssertion && !given(a):
		return false, "management has not given its assertion; the words are a proposal"
	case r.section == AuditorReport && r.personal && a.e.Fieldwork.PractitionerOpinion == nil:
		return false, "no practitioner has given an opinion"
	}
	return true, ""
}

// exceptionIn returns what fills {except-for} in the firm's words for an element.
func (a *assembly) exceptionIn(id string) string {
	i := slices.Index([]string{"opinion-description", "opinion-design", "opinion-operating"}, id)
	if i < 0 {
		return ""
	}
	return a.exception(Subjects()[i])
}
