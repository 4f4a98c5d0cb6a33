package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// findings returns every finding: on criteria, on the description, entered by hand, from letters and later events, and
// aggregates, in the order of subject, criterion and origin.
func (c *concluder) findings(concluded []CriterionConclusion) []FindingConclusion {
	out := []FindingConclusion{}
	add := func(f FindingConclusion, presumed bool) {
		if f.Key.Subject == Operating && !c.type2 {
			return
		}
		decided := c.findingOn[f.Key]
		f.Material, f.Pervasive = decided.material, decided.pervasive
		if f.Material == scope.No && f.Key.Criterion != "" {
			if f.Reopened = c.reopened(f.Key.Criterion, decided.rebutted); len(f.Reopened) > 0 {
				f.Material = ""
			}
		}
		if f.Material == "" && presumed {
			f.Material, f.Presumed = scope.Yes, true
		}
		out = append(out, f)
	}
	for _, cc := range concluded {
		c.criterionFindings(cc, add)
	}
	c.descriptionFindings(concluded, add)
	c.enteredFindings(add)
	slices.SortFunc(out, func(a, b FindingConclusion) int { return compareKeys(a.Key, b.Key) })
	if c.e.Fieldwork.Letters.Representations.Status == Refused {
		out = append(out, c.refusedRepresentations()...)
	}
	return append(out, c.aggregates(out)...)
}

func compareKeys(a, b FindingKey) int {
	return cmp.Or(
		cmp.Compare(slices.Index(Subjects(), a.Subject), slices.Index(Subjects(), b.Subject)),
		a.Criterion.Compare(b.Criterion),
		strings.Compare(a.Origin, b.Origin),
		strings.Compare(string(a.Kind), string(b.Kind)),
	)
}

// criterionFindings adds the findings on one criterion: a misstatement for an unmet slice, a limitation for an
// undetermined one. A criterion can give both.
func (c *concluder) criterionFindings(cc CriterionConclusion, add func(FindingConclusion, bool)) {
	of := func(s Subject, status func(CriterionSlice) CriterionStatus) {
		for _, k := range []struct {
			status CriterionStatus
			kind   FindingKind
			text   string
		}{
			{CriterionUnmet, Misstatement, "%s is not met in %s"},
			{CriterionUndetermined, ScopeLimit, "for %s evidence could not be had in %s"},
		} {
			var when []calendar.Period
			for _, slice := range cc.Slices {
				if status(slice) == k.status {
					when = append(when, slice.Period)
				}
			}
			if len(when) > 0 {
				add(FindingConclusion{
					Key:      FindingKey{Subject: s, Kind: k.kind, Criterion: cc.ID},
					Text:     fmt.Sprintf(k.text, cc.ID, days(when)),
					Criteria: []criteria.ID{cc.ID},
				}, true)
			}
		}
	}
	of(Design, func(s CriterionSlice) CriterionStatus { return s.Design })
	of(Operating, func(s CriterionSlice) CriterionStatus { return s.Operating })
}

// reopened returns the deviations that bear on a criterion and were decided on after a day, or not at all. A decision
// that a finding is not material speaks for what was known when it was made.
func (c *concluder) reopened(id criteria.ID, on calendar.Date) []string {
	var later []string
	for ctl := range c.bearing(id) {
		for _, d := range c.deviationsOf[ctl] {
			if !d.Decision.IsComplete() || d.Decision.Date.After(on) {
				later = append(later, d.ID)
			}
		}
	}
	slices.Sort(later)
	return later
}

// bearing returns the controls that bear on a criterion: the members of its alternatives, those that monitor a
// subservice organization assumed in one, and all that these depend on.
func (c *concluder) bearing(id criteria.ID) map[control.ID]bool {
	bearing := make(map[control.ID]bool)
	var todo []control.ID
	for _, a := range c.alternatives[id].Alternatives {
		todo = append(todo, a.OwnControls()...)
		for _, m := range a.Members {
			if i, ok := c.csocVendor[m.ID]; ok && m.Kind == control.SubserviceControl {
				todo = append(todo, c.monitors[c.e.Program.SubserviceOrganizations[i].ID]...)
			}
		}
	}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !bearing[next] {
			bearing[next] = true
			todo = append(todo, c.controls[next].DependsOn...)
		}
	}
	return bearing
}

// misstated adds a misstatement of the description.
func misstated(add func(FindingConclusion, bool), presumed bool, origin string, dc criteria.DescriptionID, format string, args ...any) {
	add(FindingConclusion{
		Key:                  FindingKey{Subject: Description, Kind: Misstatement, Origin: origin},
		Text:                 fmt.Sprintf(format, args...),
		DescriptionCriterion: dc,
	}, presumed)
}

// days names spans of days, neighbours as one: "2026-01-01 to 2026-06-30; 2026-08-31".
func days(spans []calendar.Period) string {
	var texts []string
	for _, p := range calendar.Union(spans) {
		text := p.String()
		if p.From == p.To {
			text = string(p.From)
		}
		texts = append(texts, text)
	}
	return strings.Join(texts, "; ")
}

// descriptionFindings adds what is missing or untrue in the description, as far as the record tells.
func (c *concluder) descriptionFindings(concluded []CriterionConclusion, add func(FindingConclusion, bool)) {
	sys := c.e.Program.System
	for dc := range criteria.DescriptionCriteria() {
		if dc.ID == criteria.DC9 && !c.type2 {
			continue
		}
		if section, ok := sys.Section(dc.ID); !ok || !section.IsAnswered() {
			misstated(add, false, "section/"+string(dc.ID), dc.ID, "the description does not answer %s", dc.ID)
		}
	}
	for _, in := range sys.Incidents {
		if !in.Disclosed && in.Significant == scope.Yes && in.Decision.IsComplete() && !in.Occurred.After(c.span.To) {
			misstated(add, false, "incident/"+in.ID, criteria.DC4, "the description leaves out incident %s, decided to need disclosure", in.ID)
		}
	}
	for _, ch := range sys.Changes {
		if c.type2 && !ch.Disclosed && ch.Significant == scope.Yes && ch.Decision.IsComplete() && c.span.Contains(ch.Date) {
			misstated(add, false, "change/"+ch.ID, criteria.DC9, "the description leaves out change %s, decided to need disclosure", ch.ID)
		}
	}
	for _, s := range c.e.Program.SubserviceOrganizations {
		if !s.Disclosed && s.Necessary == scope.Yes && s.Decision.IsComplete() {
			misstated(add, false, "subservice/"+s.ID, criteria.DC7, "the description leaves out the subservice organization %s, decided to be necessary", s.ID)
		}
	}
	for _, u := range c.e.Program.UserEntityControls {
		if !u.Listed && u.Assumed == scope.Yes && u.Necessary == scope.Yes {
			misstated(add, false, "cuec/"+u.ID, criteria.DC6, "the description leaves out the user entity control %s, which is assumed and necessary", u.ID)
		}
	}
	c.implementationFindings(concluded, add)
}

// implementationFindings adds the controls that are described and were not placed in operation.
func (c *concluder) implementationFindings(concluded []CriterionConclusion, add func(FindingConclusion, bool)) {
	unmet := make(map[string][]CriterionSlice) // by control that is a member of an alternative
	for _, cc := range concluded {
		for _, s := range cc.Slices {
			if s.Design == CriterionMet || s.Design == CriterionCarvedOut {
				continue
			}
			for _, a := range s.Alternatives {
				for _, m := range a.Members {
					unmet[m.ID] = append(unmet[m.ID], s)
				}
			}
		}
	}
	for _, ctl := range c.sortedControls() {
		if !ctl.Described {
			continue
		}
		for _, kind := range []struct {
			implemented Implementation
			kind        FindingKind
			text        string
		}{
			{NotImplemented, Misstatement, "the description has control %s, which was not in operation by the end of %s"},
			{ImplementationUnknown, ScopeLimit, "whether control %s was in operation in %s could not be known"},
		} {
			presumed := false
			var when []calendar.Period
			for _, s := range c.timeline(ctl.ID) {
				if !s.InPlace || s.Implemented != kind.implemented {
					continue
				}
				when = append(when, s.Period)
				presumed = presumed || slices.ContainsFunc(unmet[string(ctl.ID)], func(u CriterionSlice) bool { return u.Period.Overlaps(s.Period) })
			}
			if len(when) > 0 {
				add(FindingConclusion{
					Key:                  FindingKey{Subject: Description, Kind: kind.kind, Origin: "control/" + string(ctl.ID)},
					Text:                 fmt.Sprintf(kind.text, ctl.ID, days(when)),
					DescriptionCriterion: criteria.DC5,
				}, presumed)
			}
		}
	}
}

// enteredFindings adds the findings entered by hand and those that later events give.
func (c *concluder) enteredFindings(add func(FindingConclusion, bool)) {
	for _, f := range c.e.Fieldwork.Findings {
		for _, s := range f.Subjects {
			add(FindingConclusion{
				Key:  FindingKey{Subject: s, Kind: f.Kind, Origin: "finding/" + f.ID},
				Text: f.Text, Criteria: criteria.Sorted(f.Criteria), DescriptionCriterion: f.DescriptionCriterion,
			}, false)
		}
	}
	for _, e := range c.e.Fieldwork.SubsequentEvents {
		if c.afterReport(e) {
			continue
		}
		if e.Concerns == NewCondition && e.UsersMisled == scope.Yes && e.Decision.IsComplete() && !e.Disclosed {
			misstated(add, false, "event/"+e.ID, "", "event %s is not disclosed, and users are decided to be misled by silence", e.ID)
		}
	}
}

// afterReport reports whether an event became known after the date of the report.
func (c *concluder) afterReport(e SubsequentEvent) bool {
	o := c.e.Fieldwork.PractitionerOpinion
	return o != nil && e.Learned.After(o.Date)
}

// refusedRepresentations returns the limitations that follow from refused representations: material and pervasive, for
// each subject covered.
func (c *concluder) refusedRepresentations() []FindingConclusion {
	var out []FindingConclusion
	for _, s := range Subjects() {
		if s == Operating && !c.type2 {
			continue
		}
		out = append(out, FindingConclusion{
			Key:  FindingKey{Subject: s, Kind: ScopeLimit, Origin: "letters/representations"},
			Text: "management will not sign written representations", Material: scope.Yes, Presumed: true, Pervasive: scope.Yes,
		})
	}
	return out
}

// aggregates returns the aggregates as findings: a misstatement if any member is one.
func (c *concluder) aggregates(found []FindingConclusion) []FindingConclusion {
	byKey := make(map[FindingKey]FindingConclusion, len(found))
	for _, f := range found {
		byKey[f.Key] = f
	}
	var out []FindingConclusion
	for _, a := range c.e.Fieldwork.Judgments.Aggregates {
		if len(a.Findings) == 0 {
			continue
		}
		f := FindingConclusion{
			Key:  FindingKey{Subject: a.Findings[0].Subject, Kind: ScopeLimit, Origin: "aggregate/" + a.ID},
			Text: "findings weighed together", Members: slices.Clone(a.Findings),
		}
		slices.SortFunc(f.Members, compareKeys)
		stale := false // what was weighed is no finding any more, so it has to be weighed again
		for _, key := range f.Members {
			member, ok := byKey[key]
			if !ok {
				stale = true
				continue
			}
			if key.Kind == Misstatement {
				f.Key.Kind = Misstatement
			}
			f.Criteria = append(f.Criteria, member.Criteria...)
			if f.DescriptionCriterion == "" {
				f.DescriptionCriterion = member.DescriptionCriterion
			}
		}
		f.Criteria = slices.Compact(criteria.Sorted(f.Criteria))
		if a.Decision.IsComplete() && !stale {
			f.Material, f.Pervasive = a.Material, a.Pervasive
		}
		if f.Key.Subject != Operating || c.type2 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b FindingConclusion) int { return compareKeys(a.Key, b.Key) })
	return out
}
