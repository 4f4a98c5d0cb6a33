package report

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// Conclude derives the indicated opinion on each subject from e, and keeps every step. It depends on what e says, not on
// the order in which a record without errors says it. It never fails: what is missing or unsound leaves subjects
// undecided.
func Conclude(e Engagement) Conclusions {
	c := newConcluder(e)
	out := Conclusions{
		Kind: ConclusionsKind, SchemaVersion: SchemaVersion,
		NoReport:       c.noReport(),
		Criteria:       []CriterionConclusion{},
		Controls:       []ControlConclusion{},
		Findings:       []FindingConclusion{},
		Considerations: []Consideration{},
		Problems:       problem.List{},
	}
	for _, p := range e.Validate() {
		if p.Code == problem.CodeSchemaVersion {
			p.Severity = problem.Error // what this module cannot know of may forbid what it would conclude
		}
		if p.Severity == problem.Error {
			out.Problems = append(out.Problems, p)
		}
	}
	for _, ctl := range c.sortedControls() {
		out.Controls = append(out.Controls, ControlConclusion{ID: ctl.ID, Slices: c.timeline(ctl.ID)})
	}
	for _, id := range c.inScope() {
		out.Criteria = append(out.Criteria, c.criterion(id))
	}
	out.Findings = c.findings(out.Criteria)
	for _, s := range Subjects() {
		sc := c.subject(s, out)
		out.Subjects = append(out.Subjects, sc)
		switch s {
		case Description:
			out.Description = sc.Opinion
		case Design:
			out.Design = sc.Opinion
		case Operating:
			out.Operating = sc.Opinion
		}
	}
	out.Considerations = c.considerations(out)
	out.Problems = out.Problems.Capped()
	return out
}

// A concluder holds an engagement, indexed. It is used by one goroutine and thrown away.
type concluder struct {
	e     Engagement
	span  calendar.Period
	type2 bool

	controls     map[control.ID]control.Control
	alternatives map[criteria.ID]control.CriterionControls
	csocVendor   map[string]int // CSOC id to the position of its subservice organization
	doubts       map[assumedOf]doubts
	monitors     map[string][]control.ID // subservice organization to the controls that monitor it for CC9.2
	plans        map[control.ID][]evidence.TestPlan
	tests        map[string]*evidence.Test           // by plan
	deviations   map[string][]evidence.Deviation     // by test
	known        map[control.ID][]evidence.Deviation // found otherwise, or by a test that is not in the record
	deviationsOf map[control.ID][]evidence.Deviation // all of them
	judged       map[control.ID][]ControlJudgment
	tolerances   map[control.ID][]ToleranceJudgment
	findingOn    map[FindingKey]answers

	timelines map[control.ID][]ControlSlice
}

// answers are what judgments say of a finding.
type answers struct {
	material, pervasive scope.Answer
	rebutted            calendar.Date // the last day on which it was judged not material
}

func newConcluder(e Engagement) *concluder {
	p, f := e.Program, e.Fieldwork
	c := &concluder{
		e: e, span: p.Terms.Span(), type2: p.Terms.Type != scope.Type1,
		controls:     make(map[control.ID]control.Control, len(p.Controls)),
		alternatives: make(map[criteria.ID]control.CriterionControls, len(p.Criteria)),
		csocVendor:   make(map[string]int),
		monitors:     make(map[string][]control.ID),
		plans:        make(map[control.ID][]evidence.TestPlan),
		tests:        make(map[string]*evidence.Test, len(f.Tests)),
		deviations:   make(map[string][]evidence.Deviation),
		known:        make(map[control.ID][]evidence.Deviation),
		deviationsOf: make(map[control.ID][]evidence.Deviation),
		judged:       make(map[control.ID][]ControlJudgment),
		tolerances:   make(map[control.ID][]ToleranceJudgment),
		findingOn:    make(map[FindingKey]answers),
		timelines:    make(map[control.ID][]ControlSlice, len(p.Controls)),
	}
	for _, ctl := range p.Controls {
		c.controls[ctl.ID] = ctl
	}
	for _, ctl := range c.sortedControls() {
		if ctl.Described && ctl.Relied && slices.Contains(ctl.Criteria, criteria.CC9_2) {
			for _, vendor := range ctl.Monitors {
				c.monitors[vendor] = append(c.monitors[vendor], ctl.ID)
			}
		}
	}
	for _, cc := range p.Criteria {
		c.alternatives[cc.ID] = cc
	}
	for i, s := range p.SubserviceOrganizations {
		for _, csoc := range s.Controls {
			c.csocVendor[csoc.ID] = i
		}
	}
	c.indexFieldwork(f)
	c.indexDoubts()
	c.timeAll()
	return c
}

func (c *concluder) indexFieldwork(f Fieldwork) {
	planControl := make(map[string]control.ID, len(f.Plans))
	for _, plan := range f.Plans {
		c.plans[plan.Control] = append(c.plans[plan.Control], plan)
		planControl[plan.ID] = plan.Control
	}
	for id := range c.plans {
		slices.SortFunc(c.plans[id], func(a, b evidence.TestPlan) int { return strings.Compare(a.ID, b.ID) })
	}
	testControl := make(map[string]control.ID, len(f.Tests))
	for i := range f.Tests {
		t := &f.Tests[i]
		c.tests[t.Plan] = t
		testControl[t.ID] = planControl[t.Plan]
	}
	sorted := slices.Clone(f.Deviations)
	slices.SortFunc(sorted, func(a, b evidence.Deviation) int { return strings.Compare(a.ID, b.ID) })
	for _, d := range sorted {
		c.deviationsOf[d.Control] = append(c.deviationsOf[d.Control], d)
		// A deviation whose test is gone, or is of another control, stays a known failure of its control.
		if ctl, ok := testControl[d.Test]; ok && ctl == d.Control {
			c.deviations[d.Test] = append(c.deviations[d.Test], d)
		} else {
			c.known[d.Control] = append(c.known[d.Control], d)
		}
	}
	for _, j := range f.Judgments.Controls {
		if j.Decision.IsComplete() {
			c.judged[j.Control] = append(c.judged[j.Control], j)
		}
	}
	for _, t := range f.Judgments.Tolerances {
		c.tolerances[t.Control] = append(c.tolerances[t.Control], t)
	}
	for _, j := range f.Judgments.Findings {
		if !j.Decision.IsComplete() {
			continue
		}
		for _, key := range j.Findings {
			// Contradicting judgments are an error of the record; their gravest reading keeps order from mattering.
			a := c.findingOn[key]
			a.material = gravest(a.material, j.Material, scope.No, scope.Yes)
			a.pervasive = gravest(a.pervasive, j.Pervasive, scope.No, scope.Yes)
			if j.Material == scope.No {
				a.rebutted = max(a.rebutted, j.Decision.Date)
			}
			c.findingOn[key] = a
		}
	}
}

func (c *concluder) sortedControls() []control.Control {
	sorted := slices.Clone(c.e.Program.Controls)
	slices.SortStableFunc(sorted, func(a, b control.Control) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return sorted
}

// inScope returns the applicable criteria that the program does not declare irrelevant. A common criterion is always
// relevant.
func (c *concluder) inScope() []criteria.ID {
	var ids []criteria.ID
	for _, id := range c.e.Program.Terms.Applicable() {
		if id.IsCommon() || strings.TrimSpace(c.alternatives[id].NotRelevantReason) == "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// noReport returns the reasons why no report can be given at all.
func (c *concluder) noReport() []string {
	reasons := []string{}
	f := c.e.Fieldwork
	switch f.Letters.Assertion.Status {
	case Given:
	case Refused:
		reasons = append(reasons, "management refuses a written assertion: the firm withdraws")
	default:
		reasons = append(reasons, "management's written assertion is not in the record")
	}
	switch {
	case len(f.Independence.Impairments) > 0 || f.Independence.Confirmed == scope.No:
		reasons = append(reasons, "the firm's independence is impaired")
	case f.Independence.Confirmed != scope.Yes || !f.Independence.Decision.IsComplete():
		reasons = append(reasons, "the firm's independence is not confirmed in the record")
	}
	return reasons
}
