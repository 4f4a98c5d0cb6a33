package company

import (
	"bytes"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

func engagement(t testing.TB) report.Engagement {
	t.Helper()
	e, err := Engagement()
	require.NoError(t, err)
	return e
}

func encoded(t testing.TB, e report.Engagement) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.WriteEngagement(&b, e))
	return b.Bytes()
}

func TestEngagementHasNoProblems(t *testing.T) {
	require.Empty(t, engagement(t).Validate().String(), "neither errors nor warnings")
}

func TestEngagementIndicates(t *testing.T) {
	e := engagement(t)
	c := report.Conclude(e)
	require.Empty(t, c.NoReport)
	require.Empty(t, c.Considerations)
	require.Equal(t, report.IndicatedUnmodified, c.Description)
	require.Equal(t, report.IndicatedUnmodified, c.Design)
	require.Equal(t, report.IndicatedQualified, c.Operating)
	require.Equal(t, []criteria.ID{criteria.CC6_2}, c.Subject(report.Operating).Criteria)
	require.Nil(t, e.Fieldwork.PractitionerOpinion, "nobody gave an opinion, so everything is a draft")
	require.Equal(t, scope.Draft, e.Program.Terms.Status)
}

// The instructive cases are what they are said to be only if the outcome hangs on them.
func TestOutcomeHangsOn(t *testing.T) {
	tests := []struct {
		name   string
		change func(*report.Engagement)
		want   report.Indicated
		met    map[criteria.ID]report.CriterionStatus
	}{
		{"the late removals", func(e *report.Engagement) {
			e.Fieldwork.Deviations = slices.DeleteFunc(e.Fieldwork.Deviations, func(d evidence.Deviation) bool { return d.Control == "AC-03" })
			for _, w := range e.Fieldwork.Tests {
				for i := range w.Grid {
					if w.ID == "T-AC-03" {
						w.Grid[i].Outcomes[0] = evidence.Held
					}
				}
			}
		}, report.IndicatedUnmodified, map[criteria.ID]report.CriterionStatus{criteria.CC6_2: report.CriterionMet}},
		{"the decision that the finding is not pervasive", func(e *report.Engagement) {
			e.Fieldwork.Judgments.Findings = nil
		}, report.Undecided, nil},
		{"the monthly recertification", func(e *report.Engagement) {
			relyNoMore(e, "AC-07")
		}, report.Undecided, map[criteria.ID]report.CriterionStatus{criteria.CC6_3: report.CriterionUnmet}},
		{"the exercise, where no disaster occurred", func(e *report.Engagement) {
			relyNoMore(e, "BC-05")
		}, report.Undecided, map[criteria.ID]report.CriterionStatus{criteria.CC7_5: report.NoOperatingEvidence}},
		{"the monitoring of the hosting provider", func(e *report.Engagement) {
			relyNoMore(e, "VM-02")
			relyNoMore(e, "VM-03")
		}, report.Undecided, map[criteria.ID]report.CriterionStatus{criteria.CC6_4: report.CriterionUnmet}},
		{"the decision on the cooling failure", func(e *report.Engagement) {
			e.Fieldwork.ContraryEvidence[0].Reasonable = ""
		}, report.Undecided, map[criteria.ID]report.CriterionStatus{criteria.A1_2: report.CriterionUndecided}},
		{"the test of the scanner used first", func(e *report.Engagement) {
			e.Fieldwork.Plans = slices.DeleteFunc(e.Fieldwork.Plans, func(p evidence.TestPlan) bool { return p.ID == "PL-OP-01-gannet" })
		}, report.Undecided, map[criteria.ID]report.CriterionStatus{criteria.CC7_1: report.CriterionUndecided}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := engagement(t)
			tt.change(&e)
			c := report.Conclude(e)
			require.Equal(t, tt.want, c.Operating)
			for id, want := range tt.met {
				got, ok := c.Criterion(id)
				require.True(t, ok)
				require.Equal(t, want, got.Operating, id)
			}
		})
	}
}

func relyNoMore(e *report.Engagement, id control.ID) {
	for i := range e.Program.Controls {
		if e.Program.Controls[i].ID == id {
			e.Program.Controls[i].Relied = false
		}
	}
}

func TestEngagementGivesEqualBytes(t *testing.T) {
	first := encoded(t, engagement(t))
	require.Equal(t, first, encoded(t, engagement(t)))

	read, problems, err := report.ReadEngagement(bytes.NewReader(first), nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Equal(t, first, encoded(t, read))
}

func TestProgramIsPinned(t *testing.T) {
	e := engagement(t)
	digest, err := report.ProgramDigest(e.Program)
	require.NoError(t, err)
	require.Equal(t, digest, e.Fieldwork.ProgramDigest)
}

func TestFieldworkNeedsItsPopulations(t *testing.T) {
	p := Program()
	p.Populations = p.Populations[:3]
	_, err := Fieldwork(p)
	require.ErrorContains(t, err, "the program has no population")
}

func BenchmarkEngagement(b *testing.B) {
	for b.Loop() {
		if _, err := Engagement(); err != nil {
			b.Fatal(err)
		}
	}
}
