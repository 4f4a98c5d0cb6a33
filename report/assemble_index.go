package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
)

// A recordIndex finds the records of an engagement that are printed, each list in an order of its own.
type recordIndex struct {
	controls     map[control.ID]control.Control
	alternatives map[criteria.ID]control.CriterionControls
	populations  map[string]evidence.Population
	titles       map[string]string                  // of evidence
	plans        map[control.ID][]evidence.TestPlan // by time, then by id
	tests        map[string][]evidence.Test         // by plan; more than one is an error of the record, and printed
	selections   map[string][]evidence.DrawnSample  // by plan
	found        map[string][]evidence.Deviation    // by test, by id
	known        map[control.ID][]evidence.Deviation
}

func newRecordIndex(e Engagement) recordIndex {
	p, f := e.Program, e.Fieldwork
	x := recordIndex{
		controls:     make(map[control.ID]control.Control, len(p.Controls)),
		alternatives: make(map[criteria.ID]control.CriterionControls, len(p.Criteria)),
		populations:  make(map[string]evidence.Population, len(p.Populations)),
		titles:       make(map[string]string, len(p.Evidence)),
		plans:        make(map[control.ID][]evidence.TestPlan, len(p.Controls)),
		tests:        make(map[string][]evidence.Test, len(f.Tests)),
		selections:   make(map[string][]evidence.DrawnSample, len(f.Selections)),
		found:        make(map[string][]evidence.Deviation),
		known:        make(map[control.ID][]evidence.Deviation),
	}
	for _, ctl := range p.Controls {
		x.controls[ctl.ID] = ctl
	}
	for _, cc := range p.Criteria {
		x.alternatives[cc.ID] = cc
	}
	for _, pop := range p.Populations {
		x.populations[pop.ID] = pop
	}
	for _, item := range p.Evidence {
		x.titles[item.ID] = item.Title
	}
	controlOf := make(map[string]control.ID, len(f.Plans)) // plan to control
	for _, plan := range f.Plans {
		x.plans[plan.Control] = append(x.plans[plan.Control], plan)
		controlOf[plan.ID] = plan.Control
	}
	for _, plans := range x.plans {
		slices.SortStableFunc(plans, func(a, b evidence.TestPlan) int {
			return cmp.Or(a.Period.Compare(b.Period), strings.Compare(a.ID, b.ID))
		})
	}
	tested := make(map[string]control.ID, len(f.Tests)) // test to control
	for _, t := range sortedBy(f.Tests, func(t evidence.Test) string { return t.ID }) {
		x.tests[t.Plan] = append(x.tests[t.Plan], t)
		if ctl, ok := controlOf[t.Plan]; ok {
			tested[t.ID] = ctl
		}
	}
	for _, s := range sortedBy(f.Selections, func(s evidence.DrawnSample) string { return s.ID }) {
		x.selections[s.Plan] = append(x.selections[s.Plan], s)
	}
	for _, d := range sortedBy(f.Deviations, func(d evidence.Deviation) string { return d.ID }) {
		// A deviation whose test is not there, or is of another control, is printed with its control all the same.
		if ctl, ok := tested[d.Test]; ok && ctl == d.Control {
			x.found[d.Test] = append(x.found[d.Test], d)
		} else {
			x.known[d.Control] = append(x.known[d.Control], d)
		}
	}
	return x
}

// sortedBy returns list in the order of ids, as a fresh slice.
func sortedBy[T any, K ~string](list []T, id func(T) K) []T {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b T) int { return strings.Compare(string(id(a)), string(id(b))) })
	return sorted
}
