package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
)

// isModified is the condition of the basis paragraphs: an opinion that is modified, given or only indicated.
func isModified(a *assembly) (bool, string) {
	undecided := false
	for _, s := range a.summary.Subjects {
		if s.opinion().IsModified() {
			return true, ""
		}
		undecided = undecided || s.opinion() == Undecided
	}
	if undecided {
		return false, "no modified opinion is given or indicated so far"
	}
	return false, "no opinion is modified"
}

// basisWords returns the practitioner's basis paragraphs or, where no opinion is given, the findings behind what is
// indicated.
func basisWords(a *assembly) []string {
	if o := a.e.Fieldwork.PractitionerOpinion; o != nil {
		var paragraphs []string
		for _, b := range o.Basis {
			if strings.TrimSpace(b.Text) != "" {
				paragraphs = append(paragraphs, b.Text)
			}
		}
		return paragraphs
	}
	var paragraphs []string
	for _, s := range a.summary.Subjects {
		if !s.Indicated.IsModified() {
			continue
		}
		paragraphs = append(paragraphs, fmt.Sprintf("For %s the record indicates: %s. It rests on: %s.", subjectNoun(s.Subject), s.Indicated,
			strings.Join(s.Findings, "; ")))
	}
	return append(paragraphs, "A practitioner has to state the matter, the criteria and the effects in words of their own.")
}

// opinionOn returns the words of the opinion on s: the one given, else what is indicated, which is nobody's opinion.
func opinionOn(s Subject) func(*assembly) []string {
	return func(a *assembly) []string {
		entry := a.summary.Subject(s)
		if a.e.Fieldwork.PractitionerOpinion == nil {
			return indicatedWords(entry)
		}
		if !entry.Given.IsValid() {
			return nil
		}
		return a.fillExcept(a.exception(s), givenWords(entry.Given, s, a.kind))
	}
}

func indicatedWords(s SubjectSummary) []string {
	none := "No practitioner has given an opinion on " + subjectNoun(s.Subject) + ". "
	if s.Indicated == Undecided {
		return []string{none + "The record does not indicate one yet: undecided."}
	}
	about := idStrings(s.Criteria)
	for _, dc := range s.DescriptionCriteria {
		about = append(about, dc.String())
	}
	what := string(s.Indicated)
	if len(about) > 0 {
		what += " (" + enumerate(about) + ")"
	}
	return []string{none + "The record indicates: " + what + ". That follows by rules from the results and decisions recorded; a practitioner may come to another view."}
}

// givenWords returns the sentence of an opinion with its slots.
func givenWords(o Opinion, s Subject, kind DeliverableKind) string {
	head := "Our opinion on " + subjectNoun(s) + " is " + string(o) + ". "
	clause := opinionClause(s, o == Adverse)
	switch o {
	case Qualified:
		return head + "{except-for}and in every other respect that matters, " + clause
	case Adverse:
		return head + "Because of what is said above about its basis, " + clause
	case Disclaimer:
		return "We give no opinion on " + subjectNoun(s) + " (a disclaimer). For the reasons given above we could not get the evidence that one would need."
	}
	return head + "In every respect that matters, " + clause
}

// opinionClause says what is so, or what is not, without a capital letter.
func opinionClause(s Subject, not bool) string {
	switch s {
	case Description:
		if not {
			return "the description does not show {system} as {organization} built and used it {time}, when held against the {description-criteria}."
		}
		return "the description shows {system} as {organization} built and used it {time}, when held against the {description-criteria}."
	case Design:
		if not {
			return "the controls that the description lists were not so designed, {time}, that they would, if run as designed{others}, make it reasonably sure that " +
				"{organization} keeps what it commits to and meets what its system requires, judged by the criteria for {categories}."
		}
		return "the controls that the description lists were so designed, {time}, that they would, if run as designed{others}, make it reasonably sure that " +
			"{organization} keeps what it commits to and meets what its system requires, judged by the criteria for {categories}."
	}
	if not {
		return "the controls that the description lists did not work so well{others} {time} that they made it reasonably sure that {organization} kept what it commits to " +
			"and met what its system requires, judged by the criteria for {categories}."
	}
	return "the controls that the description lists worked so well{others} {time} that they made it reasonably sure that {organization} kept what it commits to " +
		"and met what its system requires, judged by the criteria for {categories}."
}

// exception says what a qualified opinion on s excepts, from the basis paragraphs; it is nothing for any other opinion.
func (a *assembly) exception(s Subject) string {
	if a.summary.Subject(s).Given != Qualified {
		return ""
	}
	var ids []criteria.ID
	var dcs []criteria.DescriptionID
	if o := a.e.Fieldwork.PractitionerOpinion; o != nil {
		for _, b := range o.Basis {
			if slices.Contains(b.Subjects, s) {
				ids = append(ids, b.Criteria...)
				dcs = append(dcs, b.DescriptionCriteria...)
			}
		}
	}
	about := idStrings(criteria.Sorted(ids))
	slices.SortFunc(dcs, criteria.DescriptionID.Compare)
	for _, dc := range slices.Compact(dcs) {
		about = append(about, dc.String())
	}
	if len(about) == 0 {
		return "Except for what is said above about its basis, "
	}
	return "Except for what is said above about " + enumerate(about) + ", "
}

// disclaimed returns the subjects, as nouns, on which an opinion is disclaimed, given or only indicated.
func (a *assembly) disclaimed() []string {
	var names []string
	for _, s := range a.summary.Subjects {
		if s.opinion() == IndicatedDisclaimer {
			names = append(names, subjectNoun(s.Subject))
		}
	}
	return names
}

func (a *assembly) allDisclaimed() bool {
	return len(a.summary.Subjects) > 0 && len(a.disclaimed()) == len(a.summary.Subjects)
}

func idStrings(ids []criteria.ID) []string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = string(id)
	}
	return texts
}
