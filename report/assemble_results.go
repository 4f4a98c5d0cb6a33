package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// results returns the section that lists each criterion with its controls and, in a type 2, with tests and results.
func (a *assembly) results() Section {
	s := Section{Kind: TestsAndResults, Author: ByBoth, Assured: Examined, Criteria: []CriterionEntry{}}
	if a.kind == Type1 {
		s.Kind, s.Author = ControlListing, ByManagement
	}
	s.Title = sectionTitle(s.Kind)
	for _, id := range a.e.Program.Terms.Applicable() {
		s.Criteria = append(s.Criteria, a.criterionEntry(id))
	}
	if a.kind == Type2 {
		s.OtherDeviations = a.otherDeviations(s.Criteria)
	}
	return s
}

func (a *assembly) criterionEntry(id criteria.ID) CriterionEntry {
	crit, _ := criteria.Get(id)
	entry := CriterionEntry{ID: id, Series: crit.Series, Title: crit.Title, Standing: WithControls, Rows: a.rows(id)}
	if reason := strings.TrimSpace(a.x.alternatives[id].NotRelevantReason); reason != "" && !id.IsCommon() {
		entry.Standing, entry.Explanation, entry.Rows = NotRelevant, reason, []ControlEntry{}
		return entry
	}
	entry.Indicated = a.indicated(id)
	entry.Assumed = a.assumed(id)
	if len(entry.Rows) > 0 {
		return entry
	}
	var left []scope.SubserviceOrganization
	for _, s := range a.subservice(scope.CarveOut) {
		if slices.Contains(s.Criteria, id) {
			left = append(left, s)
		}
	}
	switch {
	case len(left) > 0:
		entry.Standing = CarvedOutOnly
		entry.Explanation = "The description leaves this criterion to carved-out controls of " + subserviceNames(left) + ", which were not examined."
	case len(a.mapped[id]) > 0:
		entry.Standing = WithoutControl
		entry.Explanation = "Not assessed: the description states controls for this criterion, but the examination relies on none of them."
	default:
		entry.Standing = WithoutControl
		entry.Explanation = "Not assessed: the description states no control for this criterion, leaves it to no subservice organization, and gives no reason why it is not relevant."
	}
	return entry
}

// indicated returns what the record indicates against a criterion: its findings, what is open, and controls looked at once
// without support. Results alone would not show a day without a control, or why one look proves nothing.
func (a *assembly) indicated(id criteria.ID) []string {
	var texts []string
	for _, f := range a.conclusions.Findings {
		if f.Key.Criterion == id {
			texts = append(texts, capitalized(subjectNoun(f.Key.Subject))+": "+f.Text+".")
		}
	}
	cc, _ := a.conclusions.Criterion(id)
	for _, s := range []struct {
		subject Subject
		status  CriterionStatus
	}{{Design, cc.Design}, {Operating, cc.Operating}} {
		if s.status == CriterionUndecided {
			texts = append(texts, capitalized(subjectNoun(s.subject))+": a result or decision is missing for "+string(id)+".")
		}
	}
	if cc.Design == CriterionCarvedOut && len(a.mapped[id]) > 0 {
		texts = append(texts, "It rests on controls of a subservice organization that are carved out and were not examined.")
	}
	for _, ctl := range a.mapped[id] {
		conclusion, _ := a.conclusions.Control(ctl.ID)
		told := make(map[string]bool)
		if len(conclusion.Slices) > 0 && !slices.ContainsFunc(conclusion.Slices, func(s ControlSlice) bool { return s.InPlace }) {
			texts = append(texts, string(ctl.ID)+": the description does not give the control for the time of the report.")
		}
		for _, s := range conclusion.Slices {
			for _, r := range s.Reasons {
				if r.Rule == RuleTestOfOne && s.Operation != OperationEffective && !told[r.Text] {
					told[r.Text] = true
					texts = append(texts, string(ctl.ID)+": "+r.Text+".")
				}
			}
		}
	}
	return texts
}

// rows returns the controls under a criterion on which the examination relies, by id.
func (a *assembly) rows(id criteria.ID) []ControlEntry {
	rows := []ControlEntry{}
	for _, ctl := range a.mapped[id] {
		if ctl.Relied {
			row := a.controlEntry(ctl)
			row.Criterion = id
			rows = append(rows, row)
		}
	}
	return rows
}

// assumed returns the CSOCs of carved-out subservice organizations and the CUECs that a criterion counts on.
func (a *assembly) assumed(id criteria.ID) []AssumedControl {
	member := make(map[control.Member]bool)
	for _, alternative := range a.x.alternatives[id].Alternatives {
		for _, m := range alternative.Members {
			member[m] = true
		}
	}
	var list []AssumedControl
	for _, s := range a.subservice(scope.CarveOut) {
		for _, c := range sortedBy(s.Controls, func(c scope.SubserviceControl) string { return c.ID }) {
			if slices.Contains(c.Criteria, id) || member[control.Member{Kind: control.SubserviceControl, ID: c.ID}] {
				list = append(list, AssumedControl{control.SubserviceControl, c.ID, s.Name, c.Text})
			}
		}
	}
	for _, u := range a.userControls {
		if slices.Contains(u.Criteria, id) || member[control.Member{Kind: control.UserEntityControl, ID: u.ID}] {
			list = append(list, AssumedControl{control.UserEntityControl, u.ID, "", u.Text})
		}
	}
	return list
}

// controlEntry returns what is printed of a control, without a criterion: once computed, the same at each place.
func (a *assembly) controlEntry(ctl control.Control) ControlEntry {
	if done, ok := a.entries[ctl.ID]; ok {
		return done
	}
	entry := ControlEntry{Control: ctl.ID, Title: ctl.Title, Texts: a.texts(ctl), Frequency: ctl.Frequency.String()}
	if a.kind == Type2 {
		a.addTests(&entry, ctl)
	}
	a.entries[ctl.ID] = entry
	return entry
}

// texts returns the wordings of a control in the time of the report, each with its days; a single one that applied
// throughout has none.
func (a *assembly) texts(ctl control.Control) []ControlText {
	span, inPlace := ctl.InPlace(a.span)
	if !a.span.IsValid() || !inPlace {
		return []ControlText{{Text: ctl.Text}}
	}
	texts := []ControlText{}
	for _, slice := range calendar.Slices(span, ctl.Cuts()) {
		text := ctl.TextOn(slice.From)
		if n := len(texts); n > 0 && texts[n-1].Text == text {
			texts[n-1].Period.To = slice.To
			continue
		}
		texts = append(texts, ControlText{slice, text})
	}
	if len(texts) == 1 && texts[0].Period == a.span {
		texts[0].Period = calendar.Period{}
	}
	return texts
}

// addTests adds the tests of a control with their results, and what else is known of it.
func (a *assembly) addTests(entry *ControlEntry, ctl control.Control) {
	var covered []calendar.Period
	for _, plan := range a.x.plans[ctl.ID] {
		covered = append(covered, plan.Period)
		tests := a.x.tests[plan.ID]
		if len(tests) == 0 {
			entry.Tests = append(entry.Tests, a.testEntry(plan, evidence.Test{}))
			entry.Results = append(entry.Results, ResultEntry{Kind: ResultOpen, Text: "A test is planned, and none is recorded.", Period: plan.Period})
		}
		for _, t := range tests {
			entry.Tests = append(entry.Tests, a.testEntry(plan, t))
			entry.Results = append(entry.Results, a.testResult(plan, t))
		}
	}
	if known := a.x.known[ctl.ID]; len(known) > 0 {
		entry.Results = append(entry.Results, ResultEntry{
			Kind: ResultDeviation, Text: fmt.Sprintf("%s known from elsewhere than a test of this control:", count(len(known), "deviation")),
			Deviations: a.deviationEntries(nil, known),
		})
	}
	entry.Results = append(entry.Results, a.sliceResults(ctl)...)
	span, inPlace := ctl.InPlace(a.span)
	switch {
	case a.span.IsValid() && !inPlace:
		entry.Results = append(entry.Results, ResultEntry{Kind: ResultNotInPlace, Text: "The description does not give this control for any day of the period."})
	case len(covered) == 0:
		entry.Results = append(entry.Results, ResultEntry{Kind: ResultNotTested, Text: "Not assessed: no test of this control is recorded."})
	case a.span.IsValid():
		for _, gap := range calendar.Gaps(span, covered) {
			entry.Results = append(entry.Results, ResultEntry{Kind: ResultNotTested, Text: "Not assessed: no test covers " + longPeriod(gap) + ".", Period: gap})
		}
	}
}

// sliceResults returns what was judged of the design and implementation of a control, where that is not as it should be.
func (a *assembly) sliceResults(ctl control.Control) []ResultEntry {
	var list []ResultEntry
	add := func(kind ResultKind, p calendar.Period, text string) {
		// Neighbouring slices with the same judgment are one result.
		for i := range list {
			if list[i].Kind == kind && list[i].Period.To.AddDays(1) == p.From {
				list[i].Period.To = p.To
				return
			}
		}
		list = append(list, ResultEntry{Kind: kind, Period: p, Text: text})
	}
	for _, s := range a.concluded[ctl.ID].Slices {
		if !s.InPlace {
			continue
		}
		switch s.Design {
		case Deficient:
			add(ResultDesign, s.Period, "The design of the control was not suitable")
		case Undetermined:
			add(ResultUnknown, s.Period, "Evidence of whether the control was suitably designed could not be had")
		}
		switch s.Implemented {
		case NotImplemented:
			add(ResultNotImplemented, s.Period, "The control was described, and was not in operation")
		case ImplementationUnknown:
			add(ResultUnknown, s.Period, "Evidence of whether the control was in operation could not be had")
		}
	}
	for i := range list {
		if list[i].Period == a.span {
			list[i].Period = calendar.Period{}
			list[i].Text += "."
		} else {
			list[i].Text += ", " + longPeriod(list[i].Period) + "."
		}
	}
	return list
}

// otherDeviations returns the controls with deviations that stand under no criterion: not described, not relied on, not
// mapped to a criterion of the report, or not in the program at all. Every deviation is printed somewhere.
func (a *assembly) otherDeviations(entries []CriterionEntry) []ControlEntry {
	printed := make(map[control.ID]bool)
	for _, entry := range entries {
		for _, row := range entry.Rows {
			printed[row.Control] = true
		}
	}
	var others []ControlEntry
	for _, d := range sortedBy(a.e.Fieldwork.Deviations, func(d evidence.Deviation) control.ID { return d.Control }) {
		if printed[d.Control] {
			continue
		}
		printed[d.Control] = true
		ctl, ok := a.x.controls[d.Control]
		if !ok {
			ctl = control.Control{ID: d.Control, Text: "[the program has no such control]"}
		}
		others = append(others, a.controlEntry(ctl))
	}
	return others
}
