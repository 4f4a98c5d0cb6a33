package report

import (
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// maxRedrawn bounds the items that a validation draws from again, so that a record of many selections from one long
// listing cannot keep it busy.
const maxRedrawn = 4_000_000

// selections checks the records of the draws against plans and populations. A draw from a population that the program
// carries with its items is repeated.
func (x *fieldworkIndex) selections(l *problem.List) {
	drawn := make(map[string]bool, len(x.f.Selections))
	records := make([]sampling.Selection, 0, len(x.f.Selections))
	redrawn := 0
	for i, s := range x.f.Selections {
		at := problem.Pointer("selections", i)
		record.Join(l, at, s.Validate())
		record.Ref(l, at+"/plan", "plan", s.Plan, x.planAt, true)
		drawn[s.Plan] = true
		records = append(records, s.Record)
		if k, ok := x.planAt[s.Plan]; ok {
			if pop, ok := x.population(x.f.Plans[k]); ok && pop.Root != "" && pop.Root != s.Record.PopulationRoot {
				l.Errorf(at+"/record/populationRoot", CodeSelectionRoot, "it was drawn from another listing than the population %q", pop.ID)
			} else if ok && len(pop.Items) > 0 && !s.Record.IsPending() {
				redrawn += len(pop.Items)
				if redrawn > maxRedrawn {
					l.Warnf(at+"/record", CodeSelectionUnchecked, "not drawn again: the record has selections from more than %d items in all", maxRedrawn)
				} else if err := s.Record.Verify(pop.ItemIDs()); err != nil {
					l.Errorf(at+"/record", CodeSelectionDiffers, "drawn again from the items of %q: %v", pop.ID, err)
				}
			}
		}
	}
	record.Join(l, "/selections", sampling.CheckRounds(records))
	for i, plan := range x.f.Plans {
		if plan.Extent == evidence.RandomSample && !drawn[plan.ID] {
			l.Warnf(problem.Pointer("plans", i, "extent"), CodeSelectionAbsent, "no record shows how the sample was drawn, so nobody can draw it again")
		}
	}
}

func (x *fieldworkIndex) tests(l *problem.List) {
	drawn := make(map[string][]evidence.DrawnSample)
	for _, s := range x.f.Selections {
		drawn[s.Plan] = append(drawn[s.Plan], s)
	}
	for i, t := range x.f.Tests {
		l.Append(x.test(t, drawn).Under("tests", i))
	}
}

func (x *fieldworkIndex) test(t evidence.Test, drawn map[string][]evidence.DrawnSample) problem.List {
	l := t.Validate()
	if x.p != nil {
		x.testEvidence(&l, t)
	}
	k, ok := x.planAt[t.Plan]
	if !ok {
		return l
	}
	plan := x.f.Plans[k]
	if pop, ok := x.population(plan); ok && pop.Count != t.PopulationSize {
		l.Errorf("/populationSize", CodeTestPopulation, "the population %q has %d items", pop.ID, pop.Count)
	}
	if plan.Extent == evidence.Census && t.Tested > 0 && t.Tested != t.PopulationSize {
		l.Errorf("/tested", evidence.CodeTestCounts, "a census looks at all %d items", t.PopulationSize)
	}
	if n := x.deviating[t.ID]; t.Tested > 0 && n > t.Tested {
		l.Warnf("/tested", evidence.CodeTestCounts, "%d items tested, but deviations of %d are recorded", t.Tested, n)
	}
	x.grid(&l, plan, t, drawn[plan.ID])
	return l
}

func (x *fieldworkIndex) testEvidence(l *problem.List, t evidence.Test) {
	for j, p := range t.Procedures {
		var own problem.List
		record.Refs(&own, "/evidence", "item of evidence", p.Evidence, x.evidence)
		l.Append(own.Under("procedures", j))
	}
	if t.NoOccurrence != nil {
		record.Refs(l, "/noOccurrence/corroboration", "item of evidence", t.NoOccurrence.Corroboration, x.evidence)
	}
	if t.Limitation != nil {
		record.Refs(l, "/limitation/existed", "item of evidence", t.Limitation.Existed, x.evidence)
	}
	record.Ref(l, "/configurationHistory", "item of evidence", t.ConfigurationHistory, x.evidence, false)
}

// grid checks the rows of a test against its plan, the items drawn and the deviations recorded.
func (x *fieldworkIndex) grid(l *problem.List, plan evidence.TestPlan, t evidence.Test, drawn []evidence.DrawnSample) {
	if len(t.Grid) == 0 {
		return
	}
	for j, row := range t.Grid {
		if len(row.Outcomes) != len(plan.Attributes) {
			l.Errorf(problem.Pointer("grid", j, "outcomes"), evidence.CodeTestOutcomes, "%d outcomes for %d attributes", len(row.Outcomes), len(plan.Attributes))
		}
		if found := row.Result() == evidence.Deviated; found != x.deviated[testItem{t.ID, row.Item}] {
			l.Errorf(problem.Pointer("grid", j), CodeTestDeviations, "a row that deviated has a recorded deviation, and only such a row has one")
		}
	}
	if len(drawn) == 0 {
		return
	}
	expected := make(map[string]bool)
	for _, s := range drawn {
		for _, id := range s.Record.Sample {
			expected[id] = true
		}
		for _, r := range s.Replacements {
			delete(expected, r.Void)
			expected[r.By] = true
		}
	}
	for j, row := range t.Grid {
		if !expected[row.Item] {
			l.Errorf(problem.Pointer("grid", j, "item"), CodeSelectionItems, "the item was not drawn")
		}
		delete(expected, row.Item)
	}
	if len(expected) > 0 {
		l.Errorf("/grid", CodeSelectionItems, "%d items were drawn and have no row", len(expected))
	}
}

func (x *fieldworkIndex) deviations(l *problem.List) {
	seen := gridIndex{make(map[string]map[string]bool), make(map[string]map[string]bool)}
	for i, d := range x.f.Deviations {
		l.Append(x.deviation(d, seen).Under("deviations", i))
	}
}

// A gridIndex holds the items of the grid of each test, and the attributes of each plan, that a deviation was held against.
type gridIndex struct{ items, attributes map[string]map[string]bool }

func (x *fieldworkIndex) deviation(d evidence.Deviation, seen gridIndex) problem.List {
	l := d.Validate()
	record.Ref(&l, "/control", "control", d.Control, x.controls, true)
	record.Ref(&l, "/test", "test", d.Test, x.testAt, false)
	if x.p != nil && d.Test == "" && d.Date.After(x.p.Terms.Span().To) {
		l.Errorf("/date", CodeDeviationLater, "the report covers %s; what became known later is a subsequent event", x.p.Terms.Span())
	}
	k, ok := x.testAt[d.Test]
	if !ok {
		return l
	}
	t := x.f.Tests[k]
	p, ok := x.planAt[t.Plan]
	if !ok {
		return l
	}
	plan := x.f.Plans[p]
	if plan.Control != d.Control {
		l.Errorf("/control", CodeDeviationOther, "the test is of %q", string(plan.Control))
	}
	if seen.attributes[plan.ID] == nil {
		seen.attributes[plan.ID] = make(map[string]bool, len(plan.Attributes))
		for _, a := range plan.Attributes {
			seen.attributes[plan.ID][a.ID] = true
		}
	}
	if d.Attribute != "" && !seen.attributes[plan.ID][d.Attribute] {
		l.Errorf("/attribute", CodeTestAttribute, "the plan has no attribute %q", d.Attribute)
	}
	if seen.items[t.ID] == nil {
		seen.items[t.ID] = make(map[string]bool, len(t.Grid))
		for _, row := range t.Grid {
			seen.items[t.ID][row.Item] = true
		}
	}
	if len(t.Grid) > 0 && !seen.items[t.ID][d.Item] {
		l.Errorf("/item", CodeTestDeviations, "the test has no row for the item")
	}
	return l
}
