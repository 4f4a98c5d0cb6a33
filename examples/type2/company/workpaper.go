package company

import (
	"fmt"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/sampling"
)

// A workpaper is the firm's file on one control for some days: the plan that was filed first, and the test that carries it
// out. What was drawn and what deviated is kept beside it.
type workpaper struct {
	control     control.ID
	part        string                 // tells the workpapers of one control apart; empty where there is one
	period      calendar.Period        // the days that the test speaks for; absent means throughout
	extent      evidence.Extent        // how the items are chosen
	population  string                 // the population, where one is listed
	occurrences []string               // the items of a census without a listed population
	looks       int64                  // configurations looked at; absent means one
	expected    sampling.Rate          // the rate of deviation that the sample allows for; absent means none
	attributes  []string               // what must be so for each item, in the order of the grid
	notes       map[string]string      // what the tester saw, by item, where it needs telling
	procedures  []evidence.Procedure   // what was done
	history     string                 // evidence that a configuration did not change throughout the period
	nothing     *evidence.NoOccurrence // why nothing was there to be tested
	concluded   calendar.Date          // the day the result was final
	preparer    string
}

func (w workpaper) planID() string { return "PL-" + string(w.control) + w.part }
func (w workpaper) testID() string { return "T-" + string(w.control) + w.part }

// plan returns the plan of w over a population of size items.
func (w workpaper) plan(size int64) evidence.TestPlan {
	p := evidence.TestPlan{ID: w.planID(), Control: w.control, Period: w.period, Extent: w.extent, Population: w.population}
	if w.extent == evidence.RandomSample {
		p.Sampling = samplingPlan(w.expected, size)
	}
	for i, text := range w.attributes {
		p.Attributes = append(p.Attributes, evidence.Attribute{ID: attributeID(i), Text: text})
	}
	return p
}

func attributeID(i int) string { return string(rune('A' + i)) }

// test returns the test of w: tested holds the items looked at, where there are items.
func (w workpaper) test(size int64, tested []string, deviations []evidence.Deviation) evidence.Test {
	t := evidence.Test{
		ID: w.testID(), Plan: w.planID(), Procedures: w.procedures,
		PopulationSize: size, Tested: int64(len(tested)),
		NoOccurrence: w.nothing, ConfigurationHistory: w.history,
		Concluded: w.concluded, Preparer: w.preparer, Reviewer: seniorManager,
	}
	if w.extent == evidence.Configuration {
		t.Tested = max(w.looks, 1)
	}
	if len(w.attributes) > 0 {
		for _, item := range tested {
			t.Grid = append(t.Grid, w.row(item, deviations))
		}
	}
	return t
}

// row returns what was found for one item: each attribute held, unless a deviation of it is recorded.
func (w workpaper) row(item string, deviations []evidence.Deviation) evidence.TestedItem {
	row := evidence.TestedItem{Item: item, Note: w.notes[item]}
	for i := range w.attributes {
		outcome := evidence.Held
		for _, d := range deviations {
			ofItem := d.Test == w.testID() && d.Item == item
			if ofItem && (d.Attribute == attributeID(i) || d.Attribute == "") { // what was missed has no attribute
				outcome = evidence.Deviated
				row.Note = "See " + d.ID + "."
			}
		}
		row.Outcomes = append(row.Outcomes, outcome)
	}
	return row
}

// items returns the items from which w chooses, none for a configuration.
func (w workpaper) items(p program.Program) ([]string, error) {
	if w.population == "" {
		return w.occurrences, nil
	}
	pop, ok := p.Population(w.population)
	if !ok {
		return nil, fmt.Errorf("workpaper %s: the program has no population %s", w.planID(), w.population)
	}
	if len(pop.Items) > 0 {
		return pop.ItemIDs(), nil
	}
	return heldListing(pop.ID)
}

// heldListing returns the items of a population that the program pins by its root and does not carry.
func heldListing(population string) ([]string, error) {
	switch population {
	case popAlerts:
		return alertIDs(), nil
	case popCases:
		return caseIDs(), nil
	case popStaff:
		return staffIDs(), nil
	}
	return nil, fmt.Errorf("no listing of population %s is held", population)
}

// The functions below name what was done by its nature. Where no day is given, it was done on the day the test was concluded.

func inquiry(text string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Inquiry, Text: text}
}

func inspection(text string, proof ...string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Inspection, Text: text, Evidence: proof}
}

func observation(on calendar.Date, text string, proof ...string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Observation, Text: text, Performed: on, Evidence: proof}
}

func reperformance(text string, proof ...string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Reperformance, Text: text, Evidence: proof}
}

func analytics(text string, proof ...string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Analytics, Text: text, Evidence: proof}
}

func confirmation(text string, proof ...string) evidence.Procedure {
	return evidence.Procedure{Kind: evidence.Confirmation, Text: text, Evidence: proof}
}
