package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// criterion concludes on one criterion: slice by slice, then for the whole time.
func (c *concluder) criterion(id criteria.ID) CriterionConclusion {
	out := CriterionConclusion{ID: id, Categories: c.categories(id), Design: CriterionUndecided, Operating: CriterionUndecided, Slices: []CriterionSlice{}}
	if !c.type2 {
		out.Operating = CriterionNotCovered
	}
	alternatives := sortedAlternatives(c.alternatives[id].Alternatives)
	if !c.span.IsValid() {
		return out
	}
	var design, operating []CriterionStatus
	for _, slice := range calendar.Slices(c.span, c.cutsFor(alternatives)) {
		s := c.criterionSlice(id, alternatives, slice)
		out.Slices = append(out.Slices, s)
		design = append(design, s.Design)
		operating = append(operating, s.Operating)
	}
	out.Design, out.Operating = whole(design), whole(operating)
	return out
}

// whole returns the status of the whole time, given that of each slice.
func whole(slicesOf []CriterionStatus) CriterionStatus {
	for _, s := range wholePeriod {
		if slices.Contains(slicesOf, s) {
			return s
		}
	}
	return CriterionUndecided
}

// cutsFor returns the days on which anything that the alternatives rest on starts, changes or has ended.
func (c *concluder) cutsFor(alternatives []control.Alternative) []calendar.Date {
	var cuts []calendar.Date
	of := func(id control.ID) {
		for _, s := range c.timeline(id) {
			cuts = append(cuts, s.Period.From)
		}
	}
	for _, a := range alternatives {
		for _, m := range a.Members {
			switch m.Kind {
			case control.OwnControl:
				of(control.ID(m.ID))
			case control.SubserviceControl:
				if i, ok := c.csocVendor[m.ID]; ok {
					for _, id := range c.monitors[c.e.Program.SubserviceOrganizations[i].ID] {
						of(id)
					}
				}
			}
		}
	}
	return cuts
}

func (c *concluder) categories(id criteria.ID) []criteria.Category {
	cats := []criteria.Category{}
	crit, _ := criteria.Get(id)
	for _, cat := range criteria.Categories() {
		if slices.Contains(c.e.Program.Terms.Categories, cat) && slices.Contains(crit.Categories, cat) {
			cats = append(cats, cat)
		}
	}
	return cats
}

func (c *concluder) criterionSlice(id criteria.ID, alternatives []control.Alternative, slice calendar.Period) CriterionSlice {
	s := CriterionSlice{Period: slice, Operating: CriterionNotCovered, Alternatives: []AlternativeConclusion{}, Reasons: []Reason{}}
	because := func(rule Rule, format string, args ...any) {
		s.Reasons = append(s.Reasons, Reason{Rule: rule, Text: fmt.Sprintf(format, args...)})
	}
	for _, a := range alternatives {
		ac := AlternativeConclusion{Members: a.Members, Operating: CriterionNotCovered}
		ac.Design, ac.Dropped = c.alternativeDesign(id, a, slice)
		s.Alternatives = append(s.Alternatives, ac)
	}
	s.Design = c.criterionDesign(id, s.Alternatives)
	switch {
	case s.Design == CriterionCarvedOut:
		because(RuleCarveOut, "design: carved out; the controls of the subservice organization are assumed and not concluded on")
	case len(alternatives) == 0:
		because(RuleAlternatives, "design: %s; the program states no alternative for it", s.Design)
	default:
		because(RuleAlternatives, "design: %s; %s", s.Design, tally(s.Alternatives, func(a AlternativeConclusion) CriterionStatus { return a.Design }))
	}
	if !c.type2 {
		return s
	}
	switch {
	case s.Design == CriterionUnmet && c.e.Fieldwork.Methodology.DesignToOperating != Separate:
		s.Operating = CriterionUnmet
		because(RuleCascade, "operation: unmet, since controls that are not suitably designed cannot meet the criterion by operating")
		return s
	case s.Design == CriterionCarvedOut || s.Design == CriterionUndecided:
		s.Operating = c.pending(s.Design, s.Alternatives, slice)
		because(RuleAlternatives, "operation: %s; the design is %s", s.Operating, s.Design)
		return s
	}
	for _, i := range consideredForOperation(s.Alternatives) {
		s.Alternatives[i].Operating = c.alternativeOperation(s.Alternatives[i].Members, slice)
	}
	s.Operating = c.pending(criterionOperation(s.Alternatives), s.Alternatives, slice)
	because(RuleAlternatives, "operation: %s; %s", s.Operating, tally(s.Alternatives, func(a AlternativeConclusion) CriterionStatus { return a.Operating }))
	if s.Design == CriterionUndetermined && s.Operating != CriterionUnmet && s.Operating != CriterionUndecided && s.Operating != CriterionUndetermined {
		s.Operating = CriterionUndetermined
		because(RuleDesignUnknown, "operation: undetermined, since the design is")
	}
	return s
}

// pending returns what is concluded on operation, given what follows from the alternatives whose design is judged:
// undecided where one whose design nobody judged yet would make a difference.
func (c *concluder) pending(judged CriterionStatus, as []AlternativeConclusion, slice calendar.Period) CriterionStatus {
	for _, a := range as {
		if a.Dropped != "" || a.Design != CriterionUndecided {
			continue
		}
		holds := c.alternativeOperation(a.Members, slice)
		switch judged {
		case CriterionUnmet, CriterionUndetermined: // it could meet the criterion
			if holds != CriterionUnmet {
				return CriterionUndecided
			}
		case CriterionCarvedOut: // it would take the place of what is assumed
			if holds != CriterionMet && holds != NoOperatingEvidence {
				return CriterionUndecided
			}
		}
	}
	return judged
}

// sortedAlternatives returns alternatives by the names of their members, each with its members sorted: their order means
// nothing.
func sortedAlternatives(alternatives []control.Alternative) []control.Alternative {
	sorted := make([]control.Alternative, len(alternatives))
	for i, a := range alternatives {
		a.Members = append([]control.Member{}, a.Members...)
		slices.SortFunc(a.Members, compareMembers)
		sorted[i] = a
	}
	slices.SortStableFunc(sorted, func(a, b control.Alternative) int {
		return slices.CompareFunc(a.Members, b.Members, compareMembers)
	})
	return sorted
}

func compareMembers(a, b control.Member) int {
	return cmp.Or(cmp.Compare(slices.Index(control.MemberKinds(), a.Kind), slices.Index(control.MemberKinds(), b.Kind)), strings.Compare(a.ID, b.ID))
}

// tally counts how alternatives stand, in their order: "AC-01 + AC-02 met, AC-09 unmet".
func tally(as []AlternativeConclusion, status func(AlternativeConclusion) CriterionStatus) string {
	var parts []string
	for _, a := range as {
		switch st := status(a); {
		case a.Dropped != "":
			parts = append(parts, memberNames(a.Members)+" dropped: "+a.Dropped)
		case st != CriterionNotCovered:
			parts = append(parts, memberNames(a.Members)+" "+string(st))
		}
	}
	if len(parts) == 0 {
		return "no alternative counts"
	}
	return strings.Join(parts, ", ")
}

func memberNames(ms []control.Member) string {
	names := make([]string, len(ms))
	for i, m := range ms {
		names[i] = m.ID
	}
	return strings.Join(names, " + ")
}

// alternativeDesign says how the design of one alternative stands, or why it does not count.
func (c *concluder) alternativeDesign(id criteria.ID, a control.Alternative, slice calendar.Period) (status CriterionStatus, dropped string) {
	own := a.OwnControls()
	undecided, undetermined := false, false
	for _, name := range own {
		ctl, ok := c.controls[name]
		switch {
		case !ok:
			return CriterionUnmet, fmt.Sprintf("the program has no control %s", name)
		case !ctl.Described:
			return CriterionUnmet, fmt.Sprintf("%s is not in the description", name)
		case !ctl.Relied:
			return CriterionUnmet, fmt.Sprintf("%s is not relied on", name)
		}
		switch s := c.at(name, slice); {
		case !s.InPlace || s.Implemented == NotImplemented || s.Design == Deficient:
			return CriterionUnmet, ""
		case s.Design == "" || s.Implemented == "":
			undecided = true
		case s.Design != Suitable || s.Implemented != Implemented:
			undetermined = true
		}
	}
	assumed := 0
	for _, m := range a.Members {
		if m.Kind != control.SubserviceControl {
			continue
		}
		assumed++
		switch c.assumption(id, m.ID, slice, len(own) == 0) {
		case CriterionUnmet:
			return CriterionUnmet, ""
		case CriterionUndecided:
			undecided = true
		}
	}
	switch {
	case len(own) == 0 && assumed == 0:
		return CriterionUnmet, "no control of the organization and no carve-out meets it"
	case undecided:
		return CriterionUndecided, ""
	case undetermined:
		return CriterionUndetermined, ""
	case len(own) == 0:
		return CriterionCarvedOut, ""
	}
	return CriterionMet, ""
}

// at returns how a control stands in a slice, which is never longer than the control's own.
func (c *concluder) at(id control.ID, slice calendar.Period) ControlSlice {
	for _, s := range c.timeline(id) {
		if s.Period.Covers(slice) {
			return s
		}
	}
	return ControlSlice{}
}

// criterionDesign combines the alternatives. A criterion without alternatives is unmet, unless controls are mapped to it:
// then somebody has to say which of them suffice together.
func (c *concluder) criterionDesign(id criteria.ID, as []AlternativeConclusion) CriterionStatus {
	for _, want := range []CriterionStatus{CriterionMet, CriterionCarvedOut, CriterionUndecided, CriterionUndetermined} {
		if slices.ContainsFunc(as, func(a AlternativeConclusion) bool { return a.Dropped == "" && a.Design == want }) {
			return want
		}
	}
	if len(as) == 0 {
		for ctl := range control.Matrix(c.e.Program.Controls).ForCriterion(id) {
			if ctl.Described && ctl.Relied {
				return CriterionUndecided
			}
		}
	}
	return CriterionUnmet
}

// consideredForOperation returns the positions of the alternatives whose operation counts: those whose design is met, else
// those whose design is undetermined, else all. A badly designed control that ran does not rescue a good one that failed.
func consideredForOperation(as []AlternativeConclusion) []int {
	for _, want := range []CriterionStatus{CriterionMet, CriterionUndetermined, CriterionUnmet} {
		var counted []int
		for i, a := range as {
			own := slices.ContainsFunc(a.Members, func(m control.Member) bool { return m.Kind == control.OwnControl })
			if a.Dropped == "" && own && a.Design == want {
				counted = append(counted, i)
			}
		}
		if len(counted) > 0 {
			return counted
		}
	}
	return nil
}

// alternativeOperation says how the own controls of an alternative operated together in a slice.
func (c *concluder) alternativeOperation(members []control.Member, slice calendar.Period) CriterionStatus {
	seen := make(map[Operation]bool)
	for _, m := range members {
		if m.Kind == control.OwnControl {
			seen[c.at(control.ID(m.ID), slice).Operation] = true
		}
	}
	switch {
	case seen[OperationDeficient] || seen[OperationNotInPlace] || seen[OperationNotCovered] || seen[""] || len(seen) == 0:
		return CriterionUnmet
	case seen[OperationUndecided]:
		return CriterionUndecided
	case seen[OperationUndetermined]:
		return CriterionUndetermined
	case seen[OperationEffective]:
		return CriterionMet
	}
	return NoOperatingEvidence
}

func criterionOperation(as []AlternativeConclusion) CriterionStatus {
	for _, want := range []CriterionStatus{CriterionMet, NoOperatingEvidence, CriterionUndecided, CriterionUndetermined} {
		if slices.ContainsFunc(as, func(a AlternativeConclusion) bool { return a.Operating == want }) {
			return want
		}
	}
	return CriterionUnmet
}
