package main

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/examples/type2/changes"
	"github.com/soc2kit/soc2/report"
)

// removeTests removes the plans for a control with all that hangs on them: tests, selections, deviations, and decisions
// whether those were tolerable.
func removeTests(f *report.Fieldwork, id control.ID) {
	plans, tests := make(map[string]bool), make(map[string]bool)
	f.Plans = slices.DeleteFunc(slices.Clone(f.Plans), func(p evidence.TestPlan) bool {
		plans[p.ID] = p.Control == id
		return plans[p.ID]
	})
	f.Selections = slices.DeleteFunc(slices.Clone(f.Selections), func(s evidence.DrawnSample) bool { return plans[s.Plan] })
	f.Tests = slices.DeleteFunc(slices.Clone(f.Tests), func(t evidence.Test) bool {
		tests[t.ID] = plans[t.Plan]
		return tests[t.ID]
	})
	f.Deviations = slices.DeleteFunc(slices.Clone(f.Deviations), func(d evidence.Deviation) bool { return tests[d.Test] })
	f.Judgments.Tolerances = slices.DeleteFunc(slices.Clone(f.Judgments.Tolerances), func(t report.ToleranceJudgment) bool { return t.Control == id })
}

// fillGrid fills the grid of a test with what history shows of each change selected, and returns a deviation for each
// attribute that is not there.
func fillGrid(test *evidence.Test, ctl control.ID, all []changes.Change, selected []string) ([]evidence.Deviation, error) {
	byID := make(map[string]changes.Change, len(all))
	for _, c := range all {
		byID[c.ID] = c
	}
	attributes := changes.Attributes()
	var deviations []evidence.Deviation
	for _, id := range selected {
		c, ok := byID[id]
		if !ok {
			return nil, fmt.Errorf("change %s was selected and is not in the population", id)
		}
		row := evidence.TestedItem{Item: id, Outcomes: c.Outcomes(), Note: "basis: " + string(c.Basis)}
		test.Grid = append(test.Grid, row)
		for i, o := range row.Outcomes {
			if o != evidence.Deviated {
				continue
			}
			deviations = append(deviations, evidence.Deviation{
				ID: fmt.Sprintf("DV-HISTORY-%03d", len(deviations)+1), Control: ctl, Test: test.ID, Item: id,
				Attribute: attributes[i].ID, Date: c.Merged.Date(), Kind: evidence.FailedAttribute,
				Nature: fmt.Sprintf("Change %.12s does not meet attribute %s: %s", id, attributes[i].ID, attributes[i].Text),
			})
		}
	}
	return deviations, nil
}
