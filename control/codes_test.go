package control_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/problem"
)

func soundControl(change func(*control.Control)) control.Control {
	c := control.Control{
		ID: "AC-07", Text: "Managers review access every quarter.", Criteria: []criteria.ID{criteria.CC6_3}, Described: true, Relied: true,
		Automation: control.Manual, Frequency: calendar.Frequency{Interval: calendar.Quarterly}, Owner: "Operations",
	}
	change(&c)
	return c
}

// Each code has a smallest record that triggers it, and it alone. CodeDependsOnSelf needs other controls: package program
// reports it.
func TestCodes(t *testing.T) {
	const e, w = problem.Error, problem.Warning
	require.Empty(t, soundControl(func(*control.Control) {}).Validate())
	one := control.Together("AC-07")
	for _, tt := range []struct {
		code     problem.Code
		severity problem.Severity
		path     string
		document interface{ Validate() problem.List }
	}{
		{control.CodeAlternativeEmpty, e, "/alternatives/0/members", control.CriterionControls{ID: criteria.CC6_3, Alternatives: []control.Alternative{{}}}},
		{control.CodeMemberRepeated, e, "/alternatives/0/members/1", control.CriterionControls{
			ID: criteria.CC6_3, Alternatives: []control.Alternative{control.Together("AC-07", "AC-07")},
		}},
		{control.CodeNotRelevantCommon, e, "/notRelevantReason", control.CriterionControls{ID: criteria.CC1_1, NotRelevantReason: "There is no board."}},
		{control.CodeNotRelevantMet, e, "/notRelevantReason", control.CriterionControls{
			ID: criteria.C1_1, NotRelevantReason: "Nothing is confidential.", Alternatives: []control.Alternative{one},
		}},
		{control.CodeCriteriaNone, e, "/criteria", soundControl(func(c *control.Control) { c.Criteria = nil })},
		{problem.CodeDatesReversed, e, "/to", soundControl(func(c *control.Control) { c.From, c.To = "2026-05-01", "2026-04-01" })},
		{problem.CodeDatesReversed, e, "/versions/0/to", soundControl(func(c *control.Control) {
			c.Versions = []control.Version{{From: "2026-05-01", To: "2026-04-01", Text: "First."}}
		})},
		{control.CodeVersionsOverlap, e, "/versions/1/from", soundControl(func(c *control.Control) {
			c.Versions = []control.Version{{From: "2026-01-01", To: "2026-05-01", Text: "First."}, {From: "2026-05-01", Text: "Second."}}
		})},
		{control.CodeVersionsOverlap, e, "/versions/1/from", soundControl(func(c *control.Control) {
			c.Versions = []control.Version{{From: "2026-01-01", Text: "First, without an end."}, {From: "2026-05-01", Text: "Second."}}
		})},
		{control.CodeOwnerMissing, w, "/owner", soundControl(func(c *control.Control) { c.Owner = "" })},
		{control.CodeReliedUndescribed, w, "/relied", soundControl(func(c *control.Control) { c.Described = false })},
	} {
		t.Run(string(tt.code)+tt.path, func(t *testing.T) {
			got := tt.document.Validate()
			require.Len(t, got, 1, "%s", got)
			require.Equal(t, problem.Problem{Path: tt.path, Code: tt.code, Severity: tt.severity, Message: got[0].Message}, got[0])
			require.NotEmpty(t, got[0].Message)
		})
	}
}

func TestZeroRecordsHaveProblems(t *testing.T) {
	for _, d := range []interface{ Validate() problem.List }{
		control.Control{}, control.CriterionControls{}, control.Risk{}, control.RiskAssessment{},
	} {
		require.True(t, d.Validate().HasErrors(), "%T", d)
	}
}
