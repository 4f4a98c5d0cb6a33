package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// Assemble puts the report of the given kind together from e: sections as data, what is indicated and given, and what is
// missing. It depends on what e says, not on the order of its records; only paragraphs, procedures, attributes and
// further information keep their order.
//
// It fails only if the kind is unknown or the terms of e are those of the other type. Whatever else is missing or
// unsound is listed in the deliverable, which then is a draft.
func Assemble(e Engagement, kind DeliverableKind) (Deliverable, error) {
	if !kind.IsValid() {
		return Deliverable{}, fmt.Errorf("report: %q is no kind of deliverable: expected %s", string(kind), strings.Join(kind.EnumValues(), " or "))
	}
	if t := e.Program.Terms.Type; t != "" && string(t) != string(kind) {
		return Deliverable{}, fmt.Errorf("report: a deliverable of kind %s cannot be assembled: the terms of the engagement are of type %q", kind, string(t))
	}
	return newAssembly(e, kind).deliverable(), nil
}

// An assembly holds an engagement, indexed, while its deliverable is put together. It is used by one goroutine and thrown
// away.
type assembly struct {
	e           Engagement
	kind        DeliverableKind
	typeSaid    bool // whether the terms say of which type they are
	span        calendar.Period
	conclusions Conclusions
	summary     Summary
	filling     []string            // what fills the slots of wording
	firm        map[string][]string // the firm's wording by element

	x                   recordIndex
	monitors            map[string][]control.ID // described controls that monitor a subservice organization, by id
	concluded           map[control.ID]ControlConclusion
	disclosedSubservice []scope.SubserviceOrganization
	userControls        []scope.UserEntityControl // CUECs listed, by id
	mapped              map[criteria.ID][]control.Control
	entries             map[control.ID]ControlEntry
	notOperated         []CriterionConclusion // criteria without any operating evidence
}

func newAssembly(e Engagement, kind DeliverableKind) *assembly {
	typeSaid := e.Program.Terms.Type != ""
	e.Program.Terms.Type = scope.ReportType(kind)
	a := &assembly{
		e: e, kind: kind, typeSaid: typeSaid, span: e.Program.Terms.Span(), conclusions: Conclude(e), x: newRecordIndex(e),
		firm:      make(map[string][]string),
		monitors:  make(map[string][]control.ID),
		concluded: make(map[control.ID]ControlConclusion, len(e.Program.Controls)),
		mapped:    make(map[criteria.ID][]control.Control),
		entries:   make(map[control.ID]ControlEntry, len(e.Program.Controls)),
	}
	for _, w := range e.Fieldwork.Wording {
		// Of several wordings for one element the smallest counts, so that their order means nothing.
		if has := a.firm[w.Element]; len(w.Paragraphs) > 0 && (has == nil || slices.Compare(w.Paragraphs, has) < 0) {
			a.firm[w.Element] = w.Paragraphs
		}
	}
	for _, c := range a.conclusions.Controls {
		a.concluded[c.ID] = c
	}
	for _, c := range a.conclusions.Criteria {
		if kind == Type2 && c.Operating == NoOperatingEvidence {
			a.notOperated = append(a.notOperated, c)
		}
	}
	for _, s := range sortedBy(e.Program.SubserviceOrganizations, func(s scope.SubserviceOrganization) string { return s.ID }) {
		if s.Disclosed {
			a.disclosedSubservice = append(a.disclosedSubservice, s)
		}
	}
	for _, u := range sortedBy(e.Program.UserEntityControls, func(u scope.UserEntityControl) string { return u.ID }) {
		if u.Listed {
			a.userControls = append(a.userControls, u)
		}
	}
	a.mapControls()
	a.filling = a.slots()
	a.summary = a.summarize()
	return a
}

// mapControls maps each criterion to the described controls that stand under it, by id: those mapped to it, and the
// members of its alternatives.
func (a *assembly) mapControls() {
	members := make(map[control.ID][]criteria.ID)
	for _, cc := range a.e.Program.Criteria {
		for _, alternative := range cc.Alternatives {
			for _, id := range alternative.OwnControls() {
				members[id] = append(members[id], cc.ID)
			}
		}
	}
	seen := make(map[control.ID]bool, len(a.e.Program.Controls))
	for _, ctl := range sortedBy(a.e.Program.Controls, func(c control.Control) control.ID { return c.ID }) {
		if seen[ctl.ID] || !a.x.controls[ctl.ID].Described {
			continue
		}
		seen[ctl.ID] = true
		ctl = a.x.controls[ctl.ID]
		for _, id := range criteria.Sorted(append(slices.Clone(ctl.Criteria), members[ctl.ID]...)) {
			a.mapped[id] = append(a.mapped[id], ctl)
		}
		for _, vendor := range slices.Compact(slices.Sorted(slices.Values(ctl.Monitors))) {
			a.monitors[vendor] = append(a.monitors[vendor], ctl.ID)
		}
	}
}

func (a *assembly) deliverable() Deliverable {
	p := a.e.Program
	d := Deliverable{
		Kind: DeliverableDocument, SchemaVersion: SchemaVersion, Report: a.kind,
		Title:               a.fill("SOC 2 " + kindWords(a.kind) + " report on {system}")[0],
		ServiceOrganization: p.Parties.ServiceOrganization,
		System:              p.System.Name,
		Auditor:             p.Parties.ServiceAuditor,
		Addressee:           p.Parties.AddressedTo(),
		Categories:          orderedCategories(p.Terms.Categories),
		Editions:            p.Editions,
		Conclusions:         a.summary,
	}
	if a.kind == Type1 {
		d.AsOf = p.Terms.AsOf
	} else {
		d.Period = p.Terms.Period
	}
	listing := a.results()
	d.Sections = []Section{a.elements(AuditorReport), a.elements(ManagementAssertion), a.description(listing.Criteria), listing}
	if len(p.OtherInformation) > 0 {
		d.Sections = append(d.Sections, Section{
			Kind: FurtherInformation, Title: sectionTitle(FurtherInformation), Author: ByManagement, Assured: NotExamined,
			OtherInformation: slices.Clone(p.OtherInformation),
		})
	}
	d.Conclusions.Counts = counts(listing)
	d.Missing = a.missing(d)
	for _, m := range d.Missing {
		d.Draft = d.Draft || m.Blocks
	}
	d.DraftReason = draftReason(d.Missing)
	return d
}

// kindWords names a kind of report in prose.
func kindWords(k DeliverableKind) string {
	if k == Type1 {
		return "type 1"
	}
	return "type 2"
}

func sectionTitle(kind SectionKind) string {
	switch kind {
	case AuditorReport:
		return "Report of the independent service auditor"
	case ManagementAssertion:
		return "Management's assertion"
	case SystemDescription:
		return "Management's description"
	case TestsAndResults:
		return "Criteria, controls, tests and results"
	case ControlListing:
		return "Criteria and controls"
	}
	return "Further information from management"
}

// summarize says what is indicated and given for each subject that the report covers.
func (a *assembly) summarize() Summary {
	s := Summary{Subjects: []SubjectSummary{}}
	if o := a.e.Fieldwork.PractitionerOpinion; o != nil {
		recorded := *o
		s.PractitionerOpinion = &recorded
	}
	for _, sc := range a.conclusions.Subjects {
		if sc.Subject == Operating && a.kind == Type1 {
			continue
		}
		entry := SubjectSummary{
			Subject: sc.Subject, Indicated: sc.Opinion, Criteria: sc.Criteria, DescriptionCriteria: sc.DescriptionCriteria,
			Categories: sc.Categories, Findings: []string{}, Open: sc.Open,
		}
		if o := a.e.Fieldwork.PractitionerOpinion; o != nil {
			switch sc.Subject {
			case Description:
				entry.Given = o.Opinion.Description
			case Design:
				entry.Given = o.Opinion.Design
			case Operating:
				entry.Given = o.Opinion.Operating
			}
		}
		for _, f := range a.conclusions.Findings {
			if f.Key.Subject == sc.Subject && f.Material == scope.Yes {
				entry.Findings = append(entry.Findings, f.Text)
			}
		}
		s.Subjects = append(s.Subjects, entry)
	}
	return s
}

func counts(listing Section) Counts {
	c := Counts{Criteria: int64(len(listing.Criteria))}
	seen, deviations := make(map[control.ID]bool), make(map[string]bool)
	row := func(r ControlEntry) {
		for _, result := range r.Results {
			for _, d := range result.Deviations {
				deviations[d.ID] = true
			}
		}
	}
	for _, entry := range listing.Criteria {
		switch entry.Standing {
		case NotRelevant:
			c.NotRelevant++
		case CarvedOutOnly:
			c.CarvedOut++
		case WithoutControl:
			c.WithoutControl++
		}
		for _, r := range entry.Rows {
			if seen[r.Control] {
				continue
			}
			seen[r.Control] = true
			c.Controls++
			c.Tests += int64(len(r.Tests))
			for _, result := range r.Results {
				if result.Kind == ResultOpen || result.Unresolved > 0 {
					c.WithoutResult++
				}
			}
			row(r)
		}
	}
	for _, r := range listing.OtherDeviations {
		row(r)
	}
	c.Deviations = int64(len(deviations))
	return c
}
