package report_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
)

// TestEveryDeviationAtEachPlace: each deviation on record is printed wherever its control stands, with the same words, and
// once more where its control stands nowhere.
func TestEveryDeviationAtEachPlace(t *testing.T) {
	c := richCase(t)
	c.deviation(evidence.Deviation{Control: "GHOST", FoundThrough: "a log"})
	d := c.assemble()
	s, _ := d.Section(report.TestsAndResults)
	places := map[string][]string{} // deviation to the criteria under which it stands
	words := map[string]map[string]bool{}
	add := func(row report.ControlEntry) {
		for _, r := range row.Results {
			for _, x := range r.Deviations {
				places[x.ID] = append(places[x.ID], string(row.Criterion))
				b, err := json.Marshal([]any{r, row.Texts, row.Tests})
				require.NoError(t, err)
				if words[x.ID] == nil {
					words[x.ID] = map[string]bool{}
				}
				words[x.ID][string(b)] = true
			}
		}
	}
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			add(row)
		}
	}
	for _, row := range s.OtherDeviations {
		add(row)
	}
	for _, x := range c.eng.Fieldwork.Deviations {
		switch x.Control {
		case "AC-07":
			require.Equal(t, []string{"CC6.2", "CC6.3"}, places[x.ID])
		default:
			require.Equal(t, []string{""}, places[x.ID], x.Control)
		}
		require.Len(t, words[x.ID], 1, "the words differ from place to place")
	}
	require.EqualValues(t, len(c.eng.Fieldwork.Deviations), d.Conclusions.Counts.Deviations)
	for format, text := range renderings(t, d) {
		for id := range places {
			require.GreaterOrEqual(t, strings.Count(text, id), len(places[id]), "%s: %s", format, id)
		}
	}
	row := findRow(t, s, criteria.CC6_3, "AC-07")
	require.Equal(t, "25 items tested, 2 deviated:", row.Results[0].Text)
	require.Equal(t, []string{"Access of leavers ends within a week.", "Access of leavers ends within a day."}, []string{row.Texts[0].Text, row.Texts[1].Text})
}

func findRow(t *testing.T, s report.Section, id criteria.ID, ctl control.ID) report.ControlEntry {
	t.Helper()
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			if entry.ID == id && row.Control == ctl {
				return row
			}
		}
	}
	require.Fail(t, "no such row", "%s under %s", ctl, id)
	return report.ControlEntry{}
}

func TestResultKinds(t *testing.T) {
	c := newCase(t)
	name := func(id criteria.ID) string { return string(baseControl(id)) }
	for _, tc := range []struct {
		id     criteria.ID
		kind   report.ResultKind
		text   string
		change func(string)
	}{
		{criteria.CC1_1, report.ResultNoDeviation, "No deviation noted", func(string) {}},
		{criteria.CC1_2, report.ResultDeviation, "25 items tested, 1 deviated:", func(n string) { c.deviates(n, 1) }},
		{criteria.CC1_3, report.ResultDidNotOperate, "What shows it: Ticket and alert data.", func(n string) { c.noOccurrence(n) }},
		{criteria.CC1_4, report.ResultNotTestable, "Other procedures tried: Logs and mails were searched.", func(n string) { c.notTestable(n) }},
		{criteria.CC1_5, report.ResultNotTested, "Not assessed: no test of this control is recorded.", func(n string) { c.untested(n) }},
		{criteria.CC2_1, report.ResultOpen, "Not concluded: the test has no final result.", func(n string) { c.testNamed(n).Concluded = "" }},
		{criteria.CC2_2, report.ResultDesign, "The design of the control was not suitable.", func(n string) { c.judgmentOf(control.ID(n)).Design = report.Deficient }},
		{criteria.CC2_3, report.ResultNotImplemented, "The control was described, and was not in operation, 1 January 2026 to 30 June 2026.", func(n string) {
			c.judgmentOf(control.ID(n)).FirstOperated = "2026-07-01"
		}},
		{criteria.CC3_1, report.ResultUnknown, "Evidence of whether the control was suitably designed could not be had.", func(n string) { c.judgmentOf(control.ID(n)).Design = report.Undetermined }},
		{criteria.CC3_2, report.ResultNotInPlace, "The description does not give this control for any day of the period.", func(n string) { c.controlOf(control.ID(n)).To = "2025-12-31" }},
		{criteria.CC3_3, report.ResultUnresolved, "Not concluded: for 1 of 2 items tested nobody could tell.", func(n string) {
			c.tested(n, evidence.Haphazard, 400, 2)
			c.planNamed(n).Attributes = []evidence.Attribute{{ID: "A", Text: "It is approved."}}
			c.testNamed(n).Grid = []evidence.TestedItem{{Item: "x", Outcomes: []evidence.Outcome{evidence.Held}}, {Item: "y", Outcomes: []evidence.Outcome{evidence.CannotTell}}}
		}},
		{criteria.CC3_4, report.ResultNotTested, "Not assessed: no test covers 1 July 2026 to 31 December 2026.", func(n string) { c.planNamed(n).Period = firstHalf }},
		{criteria.CC4_1, report.ResultOpen, "A test is planned, and none is recorded.", func(n string) {
			c.eng.Fieldwork.Tests = slices.DeleteFunc(c.eng.Fieldwork.Tests, func(x evidence.Test) bool { return x.Plan == "P-"+n })
		}},
		{criteria.CC4_2, report.ResultDeviation, "1 deviation known from elsewhere than a test of this control:", func(n string) {
			c.deviation(evidence.Deviation{Control: control.ID(n), FoundThrough: "a complaint"})
		}},
	} {
		tc.change(name(tc.id))
		d := c.assemble()
		s, _ := d.Section(report.TestsAndResults)
		row := findRow(t, s, tc.id, baseControl(tc.id))
		require.True(t, slices.ContainsFunc(row.Results, func(r report.ResultEntry) bool {
			return r.Kind == tc.kind && strings.Contains(r.Text, tc.text)
		}), "%s: %+v", tc.kind, row.Results)
		for format, text := range renderings(t, d) {
			require.Contains(t, text, tc.text, format)
		}
	}
}

// TestBasisOfTests: a reader is never left to think that a part was the whole.
func TestBasisOfTests(t *testing.T) {
	c := newCase(t)
	name := string(baseControl(criteria.CC8_1))
	c.eng.Program.Populations = []evidence.Population{{ID: "POP", Definition: "Changes that went live", Source: "the forge"}}
	basis := func() string {
		s, _ := c.assemble().Section(report.TestsAndResults)
		return findRow(t, s, criteria.CC8_1, baseControl(criteria.CC8_1)).Tests[0].Basis
	}
	require.Equal(t, "25 of 400 items. Chosen: a random sample.", basis())
	c.planNamed(name).Population = "POP"
	require.Equal(t, "25 of 400 items of the population: Changes that went live (from the forge). Chosen: a random sample.", basis())
	c.census(name, 1)
	require.Equal(t, "The only item of the population: Changes that went live (from the forge).", basis())
	c.tested(name, evidence.Census, 400, 25)
	require.Equal(t, "25 of 400 items of the population: Changes that went live (from the forge). Chosen: every item.", basis())
	c.planNamed(name).Population = ""
	c.tested(name, evidence.Judgmental, 400, 3)
	require.Equal(t, "3 of 400 items. Chosen: by the tester's judgment, so that no rate follows.", basis())
	c.tested(name, evidence.Configuration, 1, 1).testNamed(name).ConfigurationHistory = "EV-1"
	require.Equal(t, "The configuration, looked at once, and the history of its changes: Ticket and alert data.", basis())
}

func TestStandingOfEachCriterion(t *testing.T) {
	d := richCase(t).assemble()
	s, _ := d.Section(report.TestsAndResults)
	var ids []criteria.ID
	standing := map[criteria.ID]report.Standing{}
	for _, entry := range s.Criteria {
		ids = append(ids, entry.ID)
		standing[entry.ID] = entry.Standing
		require.Equal(t, entry.Standing == report.WithControls, len(entry.Rows) > 0, entry.ID)
		require.Equal(t, entry.Standing != report.WithControls, entry.Explanation != "", entry.ID)
	}
	require.Equal(t, criteria.Applicable(criteria.Security, criteria.Availability, criteria.Privacy), ids)
	require.Equal(t, report.CarvedOutOnly, standing[criteria.CC6_4])
	require.Equal(t, report.NotRelevant, standing[criteria.P3_1])
	require.Equal(t, report.WithoutControl, standing[criteria.P3_2])
	require.Equal(t, report.Counts{
		Criteria: int64(len(ids)), NotRelevant: 1, CarvedOut: 1, WithoutControl: 1, Controls: int64(len(ids)) - 3 + 2, Tests: int64(len(ids)) - 3 + 2, Deviations: 4,
	}, d.Conclusions.Counts)
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			require.NotContains(t, []control.ID{"OLD-1", "HID-1"}, row.Control, "not described or not relied on")
		}
	}
	require.Len(t, s.OtherDeviations, 1)
	require.Equal(t, control.ID("OLD-1"), s.OtherDeviations[0].Control)
}

// TestNoDeviationIsLost: wherever deviations come from, and whatever is wrong with their references, each is printed.
func TestNoDeviationIsLost(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	controls := []control.ID{"AC-07", "OLD-1", "HID-1", "GHOST", "", baseControl(criteria.CC1_1), baseControl(criteria.P3_2), "VM-1"}
	tests := []string{"", "T-AC-07", "T-OLD-1", "T-HID-1", "T-GHOST", "T-" + string(baseControl(criteria.CC1_1))}
	for range 60 {
		c := richCase(t)
		f := &c.eng.Fieldwork
		f.Deviations = nil
		for i := range 12 {
			f.Deviations = append(f.Deviations, evidence.Deviation{
				ID: fmt.Sprintf("DEV-%02d", i), Control: controls[r.IntN(len(controls))], Test: tests[r.IntN(len(tests))], Nature: "It failed.",
			})
		}
		if r.IntN(2) == 0 {
			f.Plans = append(f.Plans, f.Plans[r.IntN(len(f.Plans))])
		}
		f.Plans = slices.Delete(f.Plans, 0, r.IntN(len(f.Plans)))
		d := c.assemble()
		require.EqualValues(t, 12, d.Conclusions.Counts.Deviations)
		for format, text := range renderings(t, d) {
			for _, x := range f.Deviations {
				require.Contains(t, text, x.ID, format)
			}
		}
	}
}

// TestDrawsAreStated: a reader learns whether the draw can be repeated, and who chose the randomness.
func TestDrawsAreStated(t *testing.T) {
	c := newCase(t)
	name := string(baseControl(criteria.CC8_1))
	basis := func() string {
		s, _ := c.assemble().Section(report.TestsAndResults)
		return findRow(t, s, criteria.CC8_1, baseControl(criteria.CC8_1)).Tests[0].Basis
	}
	c.eng.Fieldwork.Selections = []evidence.DrawnSample{{ID: "S-1", Plan: "P-" + name, Record: sampling.Selection{Beacon: "drand/quicknet/1", CommittedBeforehand: true}}}
	record := &c.eng.Fieldwork.Selections[0].Record
	require.Equal(t, "25 of 400 items. Chosen: a random sample; the draw is on record and can be repeated.", basis())
	record.CommittedBeforehand = false
	require.Equal(t, "25 of 400 items. Chosen: a random sample; the draw is on record and can be repeated; it is not stated that the draw was committed to beforehand.", basis())
	record.CommittedBeforehand = true
	record.Beacon = "dice/20d10"
	require.Equal(t, "25 of 400 items. Chosen: a random sample; the draw is on record and can be repeated, with dice that those present saw rolled.", basis())
	record.Beacon = "a hat"
	require.Equal(t, "25 of 400 items. Chosen: a random sample; the draw is on record and can be repeated, with randomness that cannot be looked up.", basis())
	record.Beacon = "nonce/auditor"
	c.eng.Fieldwork.Selections[0].Replacements = []evidence.Replacement{{Void: "a", By: "b", Reason: "a duplicate"}}
	require.Equal(t, "25 of 400 items. Chosen: a random sample; the draw is on record and can be repeated, with randomness that one of the parties chose; "+
		"1 item replaced from the reserve.", basis())
}

// TestDetailsOfDeviations: what is known of a deviation is told in every format.
func TestDetailsOfDeviations(t *testing.T) {
	c := newCase(t)
	name := string(baseControl(criteria.CC8_1))
	c.planNamed(name).Attributes = []evidence.Attribute{{ID: "A", Text: "It was approved before."}}
	c.deviates(name, 1, missed, func(d *evidence.Deviation) { d.Attribute, d.Date = "A", "2026-02-03" })
	c.deviates(name, 1, func(d *evidence.Deviation) { d.Kind = evidence.LateOccurrence })
	c.testNamed(name).OthersWork = "Internal audit drew the list"
	d := c.assemble()
	for format, words := range map[string][]string{
		"JSON":     {`"attribute": "It was approved before."`, `"kind": "missed"`, `"kind": "late"`},
		"HTML":     {"due and not done; 3 February 2026; looked for: It was approved before.", "done late", "Work of others used: Internal audit drew the list."},
		"Markdown": {"due and not done; 3 February 2026; looked for: It was approved before.", "done late"},
	} {
		for _, w := range words {
			require.Contains(t, renderings(t, d)[format], w, format)
		}
	}
}
