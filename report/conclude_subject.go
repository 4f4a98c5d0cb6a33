package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// subject derives the indicated opinion on one subject: adverse if any misstatement is material and pervasive, which no
// disclaimer may hide; else undecided while anything needed is missing; else a disclaimer if any limitation is material and
// pervasive; else qualified if anything is material; else unmodified.
func (c *concluder) subject(s Subject, out Conclusions) SubjectConclusion {
	sc := SubjectConclusion{Subject: s, Opinion: NotApplicable, Criteria: []criteria.ID{}, DescriptionCriteria: []criteria.DescriptionID{}, Categories: []criteria.Category{}, Open: []string{}, Reasons: []Reason{}}
	if s == Operating && !c.type2 {
		return sc
	}
	adverse, disclaimer, qualified := false, false, false
	for _, f := range out.Findings {
		if f.Key.Subject != s {
			continue
		}
		sc.Reasons = append(sc.Reasons, findingReason(f))
		name := findingName(f)
		switch f.Material {
		case scope.No:
			continue
		case "":
			sc.Open = append(sc.Open, "whether "+name+" is material")
			continue
		}
		switch f.Pervasive {
		case scope.Yes:
			adverse = adverse || f.Key.Kind == Misstatement
			disclaimer = disclaimer || f.Key.Kind == ScopeLimit
		case "":
			sc.Open = append(sc.Open, "whether "+name+" is pervasive")
		}
		qualified = true
		for _, id := range f.Criteria {
			if slices.ContainsFunc(out.Criteria, func(cc CriterionConclusion) bool { return cc.ID == id }) {
				sc.Criteria = append(sc.Criteria, id)
			}
		}
		if f.DescriptionCriterion != "" {
			sc.DescriptionCriteria = append(sc.DescriptionCriteria, f.DescriptionCriterion)
		}
	}
	sc.Open = append(sc.Open, c.open(s, out)...)
	switch {
	case adverse:
		sc.Opinion = IndicatedAdverse
	case len(sc.Open) > 0:
		sc.Opinion = Undecided
	case disclaimer:
		sc.Opinion = IndicatedDisclaimer
	case qualified:
		sc.Opinion = IndicatedQualified
	case len(out.Problems) > 0:
		sc.Opinion = Undecided
		sc.Reasons = append(sc.Reasons, Reason{Rule: RuleRecordErrors, Text: fmt.Sprintf("the record has %s, so nothing is unmodified", count(len(out.Problems), "error"))})
	default:
		sc.Opinion = IndicatedUnmodified
	}
	sc.Criteria = slices.Compact(criteria.Sorted(sc.Criteria))
	slices.SortFunc(sc.DescriptionCriteria, criteria.DescriptionID.Compare)
	sc.DescriptionCriteria = slices.Compact(sc.DescriptionCriteria)
	for _, cat := range criteria.Categories() {
		if slices.ContainsFunc(sc.Criteria, func(id criteria.ID) bool { return slices.Contains(c.categories(id), cat) }) {
			sc.Categories = append(sc.Categories, cat)
		}
	}
	sc.Reasons = append(sc.Reasons, Reason{Rule: RuleOpinion, Text: fmt.Sprintf("%s: %s", s, sc.Opinion)})
	for _, open := range sc.Open {
		sc.Reasons = append(sc.Reasons, Reason{Rule: RuleMissing, Text: "not in the record: " + open})
	}
	return sc
}

// findingName names a finding in a sentence.
func findingName(f FindingConclusion) string {
	if f.Key.Criterion != "" {
		return fmt.Sprintf("the %s on %s (%s)", f.Key.Kind, f.Key.Criterion, f.Key.Subject)
	}
	return fmt.Sprintf("the %s from %s (%s)", f.Key.Kind, f.Key.Origin, f.Key.Subject)
}

func findingReason(f FindingConclusion) Reason {
	r := Reason{Rule: RuleJudgment, Text: f.Text + "; "}
	switch {
	case f.Presumed:
		r.Rule = RulePresumption
		r.Text += "material by presumption"
		if len(f.Reopened) > 0 {
			r.Text += ", since it was judged not material before " + strings.Join(f.Reopened, ", ") + " was decided on"
		}
	case f.Material == scope.Yes:
		r.Text += "decided: material"
	case f.Material == scope.No:
		r.Text += "decided: not material"
	default:
		r.Text += "not decided whether material"
	}
	switch {
	case f.Material == scope.No:
	case f.Pervasive == scope.Yes:
		r.Text += ", pervasive"
	case f.Pervasive == scope.No:
		r.Text += ", not pervasive"
	default:
		r.Text += ", not decided whether pervasive"
	}
	return r
}

// open lists what else is missing from the record for a subject.
func (c *concluder) open(s Subject, out Conclusions) []string {
	var open []string
	if c.e.Fieldwork.Letters.Representations.Status == "" {
		open = append(open, "management's representation letter")
	}
	if !c.span.IsValid() {
		open = append(open, "the time that the report covers")
	}
	for _, cc := range out.Criteria {
		if undecided(s, cc, out.Findings) {
			open = append(open, fmt.Sprintf("a result or decision for %s (%s)", cc.ID, s))
		}
	}
	if s == Description {
		open = append(open, c.openDescription(out)...)
	}
	for _, e := range sortedEvents(c.e.Fieldwork.SubsequentEvents) {
		if c.afterReport(e) {
			continue
		}
		switch e.Concerns {
		case ConditionInPeriod: // it could touch any subject until somebody says which
			if len(e.EvaluatedAs) == 0 {
				open = append(open, fmt.Sprintf("how event %s, a condition in the period, was evaluated", e.ID))
			}
		case NewCondition:
			decided := e.Decision.IsComplete() && (e.Significant == scope.No || (e.Significant == scope.Yes && e.UsersMisled.IsValid()))
			if s == Description && !decided && !e.Disclosed {
				open = append(open, fmt.Sprintf("whether event %s matters, and whether silence misleads", e.ID))
			}
		default:
			open = append(open, fmt.Sprintf("whether event %s is about the period", e.ID))
		}
	}
	return open
}

// undecided reports whether what is missing on a criterion still matters to a subject: nothing is known to be wrong with
// it, or what is known was judged not material while another slice is undecided.
func undecided(s Subject, cc CriterionConclusion, findings []FindingConclusion) bool {
	whole, of := CriterionNotCovered, func(CriterionSlice) CriterionStatus { return CriterionNotCovered }
	switch s {
	case Design:
		whole, of = cc.Design, func(s CriterionSlice) CriterionStatus { return s.Design }
	case Operating:
		whole, of = cc.Operating, func(s CriterionSlice) CriterionStatus { return s.Operating }
	}
	if whole != CriterionUnmet {
		return whole == CriterionUndecided
	}
	return slices.ContainsFunc(cc.Slices, func(s CriterionSlice) bool { return of(s) == CriterionUndecided }) &&
		slices.ContainsFunc(findings, func(f FindingConclusion) bool {
			return f.Key == FindingKey{Subject: s, Kind: Misstatement, Criterion: cc.ID} && f.Material != scope.Yes
		})
}

// openDescription lists the decisions on the description that are missing.
func (c *concluder) openDescription(out Conclusions) []string {
	var open []string
	sys := c.e.Program.System
	for _, cc := range out.Controls {
		if !c.controls[cc.ID].Described {
			continue
		}
		if slices.ContainsFunc(cc.Slices, func(s ControlSlice) bool { return s.InPlace && s.Implemented == "" }) {
			open = append(open, fmt.Sprintf("whether control %s was in operation", cc.ID))
		}
	}
	for _, in := range sys.Incidents {
		if !in.Disclosed && !(in.Significant.IsValid() && in.Decision.IsComplete()) && !in.Occurred.After(c.span.To) {
			open = append(open, fmt.Sprintf("whether incident %s needs disclosure", in.ID))
		}
	}
	for _, ch := range sys.Changes {
		if c.type2 && !ch.Disclosed && !(ch.Significant.IsValid() && ch.Decision.IsComplete()) && c.span.Contains(ch.Date) {
			open = append(open, fmt.Sprintf("whether change %s needs disclosure", ch.ID))
		}
	}
	for _, s := range c.e.Program.SubserviceOrganizations {
		if !s.Disclosed && !(s.Necessary.IsValid() && s.Decision.IsComplete()) {
			open = append(open, fmt.Sprintf("whether the controls of %s are necessary", s.ID))
		}
	}
	for _, u := range c.e.Program.UserEntityControls {
		if !u.Listed && !(u.Assumed.IsValid() && u.Necessary.IsValid()) {
			open = append(open, fmt.Sprintf("whether user entity control %s is assumed and necessary", u.ID))
		}
	}
	slices.Sort(open)
	return open
}
