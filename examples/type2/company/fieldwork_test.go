package company

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

func TestEveryControlIsTestedThroughout(t *testing.T) {
	e := engagement(t)
	planned := make(map[control.ID][]evidence.TestPlan)
	for _, p := range e.Fieldwork.Plans {
		planned[p.Control] = append(planned[p.Control], p)
	}
	for _, c := range e.Program.Controls {
		wordings := max(len(c.Versions), 1)
		require.Len(t, planned[c.ID], wordings, c.ID)
		days := 0
		for _, p := range planned[c.ID] {
			days += p.Period.Days()
		}
		require.Equal(t, throughout().Days(), days, c.ID)
	}
}

// What a test examines of a scheduled control is what fell due.
func TestScheduledControlsAreTestedOnWhatFellDue(t *testing.T) {
	e := engagement(t)
	tests := make(map[string]evidence.Test)
	for _, w := range e.Fieldwork.Tests {
		tests[w.Plan] = w
	}
	checked := 0
	for _, p := range e.Fieldwork.Plans {
		c, ok := e.Program.Control(p.Control)
		require.True(t, ok)
		switch c.Frequency.Interval {
		case calendar.Semiannual, calendar.Quarterly, calendar.Monthly, calendar.Weekly, calendar.BusinessDaily:
			want := c.Frequency.Expected(p.Period, calendar.ByDueDate, holidays())
			require.EqualValues(t, want, tests[p.ID].PopulationSize, p.ID)
			checked++
		case calendar.Annual:
			require.Equal(t, 1, c.Frequency.Expected(p.Period, calendar.ByDueDate, nil), "%s is due once", p.ID)
			checked++
		}
	}
	require.Greater(t, checked, 30)
}

func TestSamplesCanBeDrawnAgain(t *testing.T) {
	e := engagement(t)
	plans := make(map[string]evidence.TestPlan)
	random := 0
	for _, p := range e.Fieldwork.Plans {
		plans[p.ID] = p
		if p.Extent == evidence.RandomSample {
			random++
		}
	}
	require.Len(t, e.Fieldwork.Selections, random)
	for _, s := range e.Fieldwork.Selections {
		plan := plans[s.Plan]
		pop, ok := e.Program.Population(plan.Population)
		require.True(t, ok, s.ID)
		listing := pop.ItemIDs()
		if len(listing) == 0 {
			var err error
			listing, err = heldListing(pop.ID)
			require.NoError(t, err)
		}
		require.NoError(t, s.Record.Verify(listing), s.ID)
		require.True(t, s.Record.CommittedBeforehand, s.ID)
		require.Error(t, s.Record.Verify(listing[1:]), "another listing gives another draw")

		needed, err := plan.Sampling.Size()
		require.NoError(t, err)
		require.GreaterOrEqual(t, s.Record.Size, needed.N, s.ID)
		if pop.Count > largePopulation {
			require.GreaterOrEqual(t, s.Record.Size, int64(usualSample), s.ID)
		}
	}
}

func TestChangesAreSampledByTwentyFive(t *testing.T) {
	e := engagement(t)
	i := slices.IndexFunc(e.Fieldwork.Tests, func(w evidence.Test) bool { return w.Plan == "PL-CM-01" })
	require.GreaterOrEqual(t, i, 0)
	w := e.Fieldwork.Tests[i]
	require.EqualValues(t, 25, w.Tested)
	require.EqualValues(t, 269, w.PopulationSize)
	require.Len(t, w.Grid, 25)
	for _, row := range w.Grid {
		require.Len(t, row.Outcomes, 3)
		require.Equal(t, evidence.Held, row.Result())
	}
	changes := make(map[string]evidence.PopulationItem)
	for _, c := range productionChanges() {
		changes[c.ID] = c
	}
	for _, row := range w.Grid {
		require.Equal(t, changes[row.Item].Emergency == scope.Yes, row.Note != "", "a note stands beside emergency changes alone")
	}
}

func TestEveryNatureOfProcedureIsUsed(t *testing.T) {
	natures := make(map[evidence.ProcedureKind]int)
	for _, w := range engagement(t).Fieldwork.Tests {
		texts := make(map[string]bool)
		for _, p := range w.Procedures {
			natures[p.Kind]++
			require.NotContains(t, texts, p.Text)
			texts[p.Text] = true
			require.NotEmpty(t, p.Performer)
			require.LessOrEqual(t, p.Performed, w.Concluded, w.ID)
		}
	}
	for _, kind := range evidence.ProcedureKinds() {
		require.Positive(t, natures[kind], kind)
	}
}

func TestConclusionsFollowTheirEvidence(t *testing.T) {
	e := engagement(t)
	collected := make(map[string]calendar.Date)
	for _, item := range e.Program.Evidence {
		collected[item.ID] = item.Collected.Date()
	}
	for _, w := range e.Fieldwork.Tests {
		for _, p := range w.Procedures {
			for _, id := range p.Evidence {
				require.LessOrEqual(t, collected[id], w.Concluded, "%s of %s", id, w.ID)
			}
		}
		require.Less(t, w.Concluded, e.Fieldwork.Letters.Representations.Date)
		require.NotEqual(t, w.Preparer, w.Reviewer)
	}
	require.Equal(t, e.Fieldwork.SubsequentProceduresTo, e.Fieldwork.Letters.Representations.Covers.To)
}

func TestEveryDeviationIsAccountedFor(t *testing.T) {
	e := engagement(t)
	counts := make(map[control.ID]int)
	for _, d := range e.Fieldwork.Deviations {
		counts[d.Control]++
		require.True(t, d.Decision.IsComplete(), d.ID)
		require.Equal(t, scope.No, d.Intentional, d.ID)
		require.NotEmpty(t, d.CauseText, d.ID)
		require.NotEmpty(t, d.Response, d.ID)
		require.True(t, throughout().Contains(d.Date), d.ID)
		require.False(t, d.Corrected.Before(d.Date), d.ID)
	}
	require.Equal(t, map[control.ID]int{"AC-01": 1, "AC-03": 4, "AC-05": 1, "AC-06": 1, "OP-02": 2}, counts)

	effective := report.Conclude(e)
	for id, want := range map[control.ID]report.Operation{
		"AC-01": report.OperationEffective, "AC-03": report.OperationDeficient, "AC-05": report.OperationEffective,
		"AC-06": report.OperationDeficient, "OP-02": report.OperationEffective, "IR-06": report.OperationNone,
	} {
		c, ok := effective.Control(id)
		require.True(t, ok)
		require.Len(t, c.Slices, 1)
		require.Equal(t, want, c.Slices[0].Operation, id)
	}
	changed, ok := effective.Control("OP-01")
	require.True(t, ok)
	require.Len(t, changed.Slices, 2)
}
