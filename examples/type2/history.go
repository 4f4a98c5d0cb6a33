package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/examples/type2/changes"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// A history is a real population of changes and where it came from.
type history struct {
	changes    []changes.Change
	population evidence.Population
}

func readHistory(repo, csv string) (history, error) {
	var h history
	var err error
	source, digest := "git log --first-parent", evidence.Digest("")
	if csv != "" {
		b, readErr := os.ReadFile(csv)
		if readErr != nil {
			return history{}, readErr
		}
		source, digest = filepath.Base(csv), evidence.NewDigest(sha256.Sum256(b))
		h.changes, err = changes.ReadCSV(bytes.NewReader(b))
	} else {
		h.changes, err = changes.ReadGit(repo)
	}
	if err != nil {
		return history{}, err
	}
	h.population, err = changes.Population(h.changes, source, digest)
	return h, err
}

// changeApproval is the company's control over the approval of changes.
const changeApproval control.ID = "CM-01"

// The records that the test of the real population adds.
const (
	historyPlan      = "PL-HISTORY"
	historyTest      = "T-HISTORY"
	historySelection = "SEL-HISTORY"
)

// testChanges replaces the test of change management in eng by one over a real population, and prints what it found in
// the sample beside what the whole population holds.
//
// The fictional engagement moves to the time of the population. Whether a deviation was intentional, and what caused it,
// no history tells: the judgments are missing, and the conclusions say so.
func testChanges(w io.Writer, eng report.Engagement, h history, randomness []byte) (report.Engagement, error) {
	window := h.population.Period
	if year := (calendar.Period{From: window.To.AddMonths(-12).AddDays(1), To: window.To}); year.From.Before(window.From) {
		window.From = year.From // younger than a year: the period began before the first change
		h.population.Period = window
	}
	eng = redate(eng, eng.Program.Terms.Period, window)

	eng.Program.OtherInformation = append([]scope.OtherInformation{{
		ID: "real-population", Title: "What is real in this report, and what is not",
		Paragraphs: []string{
			"The population of changes behind " + string(changeApproval) + " is real: " + h.population.Source + ". Everything else is the fictional engagement of the example, moved to the days of that " +
				"population. Days named in its prose stay those of the fictional period and do not agree with the days in its tables.",
			"What a history shows covers only part of what " + string(changeApproval) + " states: not whether tests passed, nor whether an approval came before deployment.",
		},
	}}, eng.Program.OtherInformation...)

	old := slices.IndexFunc(eng.Program.Populations, func(p evidence.Population) bool { return slices.Contains(p.Controls, changeApproval) })
	if old < 0 {
		return eng, fmt.Errorf("the engagement has no population of %s", changeApproval)
	}
	h.population.ID, h.population.Controls = eng.Program.Populations[old].ID, eng.Program.Populations[old].Controls
	eng.Program.Populations[old] = h.population
	removeTests(&eng.Fieldwork, changeApproval)

	m := eng.Fieldwork.Methodology
	plan := evidence.TestPlan{
		ID: historyPlan, Control: changeApproval, Period: window, Extent: evidence.RandomSample, Population: h.population.ID, Attributes: changes.Attributes(),
		Sampling: sampling.Plan{Tolerable: m.TolerableRate, Expected: "0", Risk: m.Risk, Population: h.population.Count},
	}
	size, err := plan.Sampling.Size()
	if err != nil {
		return eng, err
	}
	test := evidence.Test{
		ID: historyTest, Plan: plan.ID, PopulationSize: h.population.Count, Tested: size.N, Concluded: window.To.AddDays(14), Preparer: "examples/type2",
		Procedures: []evidence.Procedure{{Kind: evidence.Inspection, Text: "Inspected, for each change selected, what the history of the repository shows of its author, its approval and its integration."}},
	}
	if size.N == 0 || size.Census { // so few changes that every one is looked at
		plan.Extent, plan.Sampling, test.Tested = evidence.Census, sampling.Plan{}, h.population.Count
	}
	selected := h.population.ItemIDs()
	if plan.Extent == evidence.RandomSample {
		record, err := sampling.Draw(selected, sampling.Request{
			Context: eng.Program.ID + "/" + string(changeApproval) + "/history", Method: sampling.Simple, Size: size.N,
			Source: sampling.Hex(h.population.Digest), Beacon: "nonce/example",
		}, sampling.Randomness{Beacon: "nonce/example", Bytes: randomness})
		if err != nil {
			return eng, err
		}
		if err := record.Verify(selected); err != nil {
			return eng, err
		}
		eng.Fieldwork.Selections = append(eng.Fieldwork.Selections, evidence.DrawnSample{ID: historySelection, Plan: plan.ID, Record: record})
		selected = record.Sample
	}
	deviations, err := fillGrid(&test, changeApproval, h.changes, selected)
	if err != nil {
		return eng, err
	}
	eng.Fieldwork.Plans = append(eng.Fieldwork.Plans, plan)
	eng.Fieldwork.Tests = append(eng.Fieldwork.Tests, test)
	eng.Fieldwork.Deviations = append(eng.Fieldwork.Deviations, deviations...)
	if eng.Fieldwork.ProgramDigest, err = report.ProgramDigest(eng.Program); err != nil {
		return eng, err
	}
	return eng, printHistory(w, h, plan, size, test)
}
