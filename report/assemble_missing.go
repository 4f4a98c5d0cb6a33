package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// missing lists what d lacks, in the order of the codes, then of the report.
func (a *assembly) missing(d Deliverable) []MissingPart {
	list := []MissingPart{}
	add := func(code MissingCode, section SectionKind, part string, blocks bool, format string, args ...any) {
		list = append(list, MissingPart{code, section, part, fmt.Sprintf(format, args...), blocks})
	}
	if a.e.Fieldwork.PractitionerOpinion == nil {
		add(MissingOpinion, AuditorReport, "", true, "no practitioner's opinion is recorded")
	}
	if status := a.e.Program.Terms.Status; status != scope.Issued {
		add(MissingIssue, "", "", true, "the terms say %s, not issued", orBracket(string(status), "no status"))
	}
	if !a.typeSaid {
		add(MissingType, "", "", true, "the terms do not say that the report is of %s", kindWords(a.kind))
	}
	if problems := a.conclusions.Problems; len(problems) > 0 {
		add(MissingRecord, "", "", true, "the record has %s; the first is at %s: %s", count(len(problems), "error"), orBracket(problems[0].Path, "the top"), problems[0].Code)
	}
	for _, reason := range a.conclusions.NoReport {
		add(MissingGround, "", "", true, "no report can be given: %s", reason)
	}
	for _, s := range d.Sections {
		for _, el := range s.Elements {
			if el.State == ElementMissing {
				add(MissingElement, s.Kind, el.ID, true, "%s: %s", el.Title, el.Why)
			}
		}
	}
	if s, ok := d.Section(SystemDescription); ok {
		for _, part := range s.Description.Parts {
			if !part.Answered {
				add(MissingDescription, SystemDescription, string(part.ID), false, "%s (%s) is not answered", part.ID, part.Title)
			}
		}
	}
	listing := d.Sections[slices.IndexFunc(d.Sections, func(s Section) bool { return s.Kind == TestsAndResults || s.Kind == ControlListing })]
	for _, entry := range listing.Criteria {
		if entry.Standing == WithoutControl {
			add(MissingControl, listing.Kind, string(entry.ID), true, "%s (%s): %s", entry.ID, entry.Title, entry.Explanation)
		}
	}
	if letter := a.e.Fieldwork.Letters.Representations; letter.Status != Given && !a.allDisclaimed() {
		add(MissingLetter, AuditorReport, "representations", true, "management's representation letter is not on record")
	}
	told := make(map[control.ID]bool)
	for _, entry := range listing.Criteria {
		for _, row := range entry.Rows {
			for _, r := range row.Results {
				if !told[row.Control] && (r.Kind == ResultOpen || r.Unresolved > 0 || r.Kind == ResultNotTested) {
					add(MissingResult, listing.Kind, string(row.Control), false, "%s: %s", row.Control, r.Text)
				}
			}
			told[row.Control] = true
		}
	}
	for _, s := range d.Conclusions.Subjects {
		for _, open := range s.Open {
			add(MissingDecision, "", string(s.Subject), false, "for an opinion on %s the record does not say: %s", subjectNoun(s.Subject), open)
		}
	}
	if a.kind == Type1 {
		for _, x := range sortedBy(a.e.Fieldwork.Deviations, func(x evidence.Deviation) string { return x.ID }) {
			add(MissingPlace, "", x.ID, false, "deviation %s of %s is on record, and a type 1 prints no deviations", x.ID, x.Control)
		}
	}
	for _, s := range d.Conclusions.Subjects {
		if s.Given.IsValid() && string(s.Given) != string(s.Indicated) {
			// An opinion cleaner than the record indicates is nothing to issue on: what led the practitioner to it belongs on record.
			cleaner := s.Given == Unmodified || s.Given == Qualified && s.Indicated != IndicatedUnmodified || s.Indicated == Undecided
			add(MissingAgreement, AuditorReport, string(s.Subject), cleaner, "on %s the practitioner's opinion is %s, and the record indicates %s", subjectNoun(s.Subject), s.Given, s.Indicated)
		}
	}
	for _, r := range elementTable {
		if slots := unknownSlots(a.firm[r.id]); len(slots) > 0 {
			add(MissingSlot, r.section, r.id, true, "%s: the firm's wording has a slot that nothing fills: %s", r.title, strings.Join(slots, ", "))
		}
	}
	return list
}

// draftReason says in one sentence why a deliverable with missing parts is a draft; "" if none of them blocks.
func draftReason(missing []MissingPart) string {
	var reasons []string
	elements := 0
	for _, m := range missing {
		switch {
		case !m.Blocks:
		case m.Code == MissingElement:
			elements++
		default:
			reasons = append(reasons, m.Text)
		}
	}
	if elements > 0 {
		reasons = append(reasons, "required content is missing: "+count(elements, "element"))
	}
	if len(reasons) == 0 {
		return ""
	}
	first := reasons[0]
	reasons[0] = strings.ToUpper(first[:1]) + first[1:]
	return strings.Join(reasons, "; ") + "."
}
