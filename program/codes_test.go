package program_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/scope"
)

// soundProgram is a program without problems: two controls, of which AC-01 meets CC6.3, and a carved-out host.
func soundProgram(change func(*program.Program)) program.Program {
	p := program.Program{
		Kind: program.Kind, SchemaVersion: program.SchemaVersion, ID: "acme-2026",
		Editions: scope.Editions{Criteria: criteria.Edition2022, DescriptionCriteria: criteria.DescriptionEdition2022},
		Terms:    scope.Terms{Type: scope.Type2, Status: scope.Planned, Period: calendar.Year(2026), Categories: []criteria.Category{criteria.Security}},
		Parties:  scope.Parties{ServiceOrganization: scope.Organization{Name: "Acme, Inc."}},
		System:   scope.System{Name: "Acme Cloud"},
		SubserviceOrganizations: []scope.SubserviceOrganization{{
			ID: "HOST", Name: "Host, Inc.", Services: "Data centers", Method: scope.CarveOut, Criteria: []criteria.ID{criteria.CC6_4},
			Controls: []scope.SubserviceControl{{ID: "CSOC-1", Text: "Guards the doors.", Criteria: []criteria.ID{criteria.CC6_4}}},
		}},
	}
	for _, id := range []control.ID{"AC-01", "AC-02"} {
		p.Controls = append(p.Controls, control.Control{
			ID: id, Text: "Managers review access.", Criteria: []criteria.ID{criteria.CC6_3}, Described: true,
			Automation: control.Manual, Frequency: calendar.Frequency{Interval: calendar.Quarterly}, Owner: "Operations",
		})
	}
	for _, id := range p.Terms.Applicable() {
		p.Criteria = append(p.Criteria, control.CriterionControls{ID: id})
	}
	p.Criteria[at(criteria.CC6_3)].Alternatives = []control.Alternative{control.Together("AC-01")}
	change(&p)
	return p
}

// at is the position of a common criterion in soundProgram.
func at(id criteria.ID) int {
	for i, other := range criteria.Applicable() {
		if other == id {
			return i
		}
	}
	return -1
}

// Each code has a smallest change to a sound program that triggers it, and it alone.
func TestCodes(t *testing.T) {
	const e, w = problem.Error, problem.Warning
	require.Empty(t, soundProgram(func(*program.Program) {}).Validate())
	for _, tt := range []struct {
		code     problem.Code
		severity problem.Severity
		path     string
		change   func(*program.Program)
	}{
		{problem.CodeKind, e, "/kind", func(p *program.Program) { p.Kind = "programme" }},
		{problem.CodeSchemaVersion, e, "/schemaVersion", func(p *program.Program) { p.SchemaVersion = "2.0" }},
		{problem.CodeSchemaVersion, w, "/schemaVersion", func(p *program.Program) { p.SchemaVersion = "1.1" }},
		{program.CodeOutsidePeriod, w, "/system/incidents/0/occurred", func(p *program.Program) {
			p.System.Incidents = []scope.Incident{{ID: "INC-1", Occurred: "2025-05-01", Nature: "An outage.", Disclosed: true}}
		}},
		{program.CodeOutsidePeriod, w, "/system/changes/0/date", func(p *program.Program) {
			p.System.Changes = []scope.Change{{ID: "CHN-1", Date: "2027-01-01", What: "Another scanner.", Disclosed: true}}
		}},
		{program.CodePrivacyRole, w, "/system/privacyRole", func(p *program.Program) {
			p.Terms.Categories = append(p.Terms.Categories, criteria.Privacy)
			for _, id := range p.Terms.Applicable()[33:] {
				p.Criteria = append(p.Criteria, control.CriterionControls{ID: id})
			}
		}},
		{program.CodeCriterionRepeated, e, "/criteria/33/id", func(p *program.Program) {
			p.Criteria = append(p.Criteria, control.CriterionControls{ID: criteria.CC6_1})
		}},
		{program.CodeMemberUnmapped, w, "/criteria/0/alternatives/0/members/0/id", func(p *program.Program) {
			p.Criteria[0].Alternatives = []control.Alternative{control.Together("AC-01")}
		}},
		{program.CodeCriterionAbsent, w, "/criteria", func(p *program.Program) { p.Criteria = p.Criteria[:32] }},
		{program.CodeCSOCCarvedOut, w, "/subserviceOrganizations/0/controls/0/criteria/0", func(p *program.Program) {
			p.SubserviceOrganizations[0].Criteria = nil
		}},
		{control.CodeDependsOnSelf, e, "/controls/0/dependsOn/0", func(p *program.Program) { p.Controls[0].DependsOn = []control.ID{"AC-01"} }},
		{control.CodeDependsOnSelf, e, "/controls/1/dependsOn/0", func(p *program.Program) {
			p.Controls[0].DependsOn, p.Controls[1].DependsOn = []control.ID{"AC-02"}, []control.ID{"AC-01"}
		}},
		{problem.CodeRefUnknown, e, "/controls/0/dependsOn/0", func(p *program.Program) { p.Controls[0].DependsOn = []control.ID{"AC-99"} }},
		{problem.CodeRefUnknown, e, "/criteria/0/alternatives/0/members/0/id", func(p *program.Program) {
			p.Criteria[0].Alternatives = []control.Alternative{control.Alternative{}.WithCSOC("CSOC-9")}
		}},
		{problem.CodeRefUnknown, e, "/criteria/0/alternatives/0/members/0/id", func(p *program.Program) {
			p.Criteria[0].Alternatives = []control.Alternative{control.Alternative{}.WithCUEC("CUEC-9")}
		}},
		{problem.CodeIDRepeated, e, "/controls/2/id", func(p *program.Program) { p.Controls = append(p.Controls, p.Controls[0]) }},
		{problem.CodeIDRepeated, e, "/subserviceOrganizations/1/controls/0/id", func(p *program.Program) {
			other := p.SubserviceOrganizations[0]
			other.ID = "OTHER"
			p.SubserviceOrganizations = append(p.SubserviceOrganizations, other)
		}},
	} {
		t.Run(string(tt.code)+tt.path, func(t *testing.T) {
			got := soundProgram(tt.change).Validate()
			require.Len(t, got, 1, "%s", got)
			require.Equal(t, problem.Problem{Path: tt.path, Code: tt.code, Severity: tt.severity, Message: got[0].Message}, got[0])
			require.NotEmpty(t, got[0].Message)
		})
	}
}

// Two controls that a third supports, and that support a fourth, are no circle.
func TestSharedSupportIsNoCircle(t *testing.T) {
	p := soundProgram(func(p *program.Program) {
		for _, id := range []control.ID{"AC-03", "AC-04"} {
			c := p.Controls[0]
			c.ID = id
			p.Controls = append(p.Controls, c)
		}
		p.Controls[0].DependsOn = []control.ID{"AC-02", "AC-03"}
		p.Controls[1].DependsOn = []control.ID{"AC-04"}
		p.Controls[2].DependsOn = []control.ID{"AC-04"}
	})
	require.Empty(t, p.Validate())
}

func TestZeroProgramHasProblems(t *testing.T) {
	require.True(t, program.Program{}.Validate().HasErrors())
	require.True(t, program.Policy{}.Validate().HasErrors())
	require.True(t, program.Action{}.Validate().HasErrors())
}
