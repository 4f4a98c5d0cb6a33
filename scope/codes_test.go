package scope_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// A document is a record that can be checked by itself.
type document interface{ Validate() problem.List }

// soundTerms, soundHost and soundSystem are small records without problems, for tests to change.

func soundTerms(change func(*scope.Terms)) document {
	t := scope.Terms{Type: scope.Type2, Status: scope.Planned, Period: calendar.Year(2026), Categories: []criteria.Category{criteria.Security}}
	change(&t)
	return t
}

func soundHost(change func(*scope.SubserviceOrganization)) document {
	s := scope.SubserviceOrganization{
		ID: "HOST", Name: "Host, Inc.", Services: "Data centers", Necessary: scope.Yes, Method: scope.Inclusive, Disclosed: true,
		Assertion: "EV-1", Representations: "EV-2",
	}
	change(&s)
	return s
}

func soundSystem(change func(*scope.System)) document {
	s := scope.System{Name: "Acme Cloud", Components: []scope.Component{}}
	change(&s)
	return s
}

func section(id criteria.DescriptionID) scope.DescriptionSection {
	return scope.DescriptionSection{ID: id, Paragraphs: []string{"Management's words."}}
}

func TestSoundRecordsHaveNoProblems(t *testing.T) {
	require.Empty(t, soundTerms(func(*scope.Terms) {}).Validate())
	require.Empty(t, soundHost(func(*scope.SubserviceOrganization) {}).Validate())
	require.Empty(t, soundSystem(func(*scope.System) {}).Validate())
}

// Each code has a smallest record that triggers it, and it alone.
func TestCodes(t *testing.T) {
	const e, w = problem.Error, problem.Warning
	component := scope.Component{ID: "db", Kind: scope.Data, Name: "Database"}
	for _, tt := range []struct {
		code     problem.Code
		severity problem.Severity
		path     string
		document document
	}{
		{scope.CodeDecisionIncomplete, w, "", scope.Decision{Decider: "A. Adams"}},
		{scope.CodeDecisionIncomplete, w, "/decision", soundHost(func(s *scope.SubserviceOrganization) { s.Decision.Reason = "It holds data." })},
		{scope.CodeTermsTime, e, "/asOf", soundTerms(func(t *scope.Terms) { t.AsOf = "2026-12-31" })},
		{scope.CodeTermsTime, e, "/period", soundTerms(func(t *scope.Terms) { t.Type, t.AsOf = scope.Type1, "2026-12-31" })},
		{scope.CodeCategoryNone, e, "/categories", soundTerms(func(t *scope.Terms) { t.Categories = nil })},
		{scope.CodeSecurityLeftOut, w, "/categories", soundTerms(func(t *scope.Terms) { t.Categories = []criteria.Category{criteria.Privacy} })},
		{scope.CodePeriodUnusual, w, "/period", soundTerms(func(t *scope.Terms) { t.Period.To = "2026-01-31" })},
		{scope.CodeSectionUnknown, e, "/description/0/id", soundSystem(func(s *scope.System) {
			s.Description = []scope.DescriptionSection{section("DC10")}
		})},
		{scope.CodeSectionRepeated, e, "/description/1/id", soundSystem(func(s *scope.System) {
			s.Description = []scope.DescriptionSection{section(criteria.DC1), section(criteria.DC1)}
		})},
		{scope.CodeSectionBoth, e, "/description/0/notApplicable", soundSystem(func(s *scope.System) {
			s.Description = []scope.DescriptionSection{section(criteria.DC6)}
			s.Description[0].NotApplicable = "Users need do nothing."
		})},
		{scope.CodeMethodMissing, e, "/method", soundHost(func(s *scope.SubserviceOrganization) { s.Method = "" })},
		{scope.CodeInclusiveCSOC, e, "/controls", soundHost(func(s *scope.SubserviceOrganization) {
			s.Controls = []scope.SubserviceControl{{ID: "CSOC-1", Text: "Guards the doors."}}
		})},
		{scope.CodeInclusiveLetters, e, "", soundHost(func(s *scope.SubserviceOrganization) { s.Assertion = "" })},
		{problem.CodeCriterionUnknown, e, "/criteria/0", soundHost(func(s *scope.SubserviceOrganization) { s.Criteria = []criteria.ID{"CC9.9"} })},

		// Codes that every record can have.
		{problem.CodeIDInvalid, e, "/components/0/id", soundSystem(func(s *scope.System) {
			s.Components = []scope.Component{component}
			s.Components[0].ID = "a b"
		})},
		{problem.CodeIDRepeated, e, "/components/1/id", soundSystem(func(s *scope.System) { s.Components = []scope.Component{component, component} })},
		{problem.CodeTextMissing, e, "/text", scope.UserResponsibility{ID: "UR-1", Text: " "}},
		{problem.CodeValueMissing, e, "/status", soundTerms(func(t *scope.Terms) { t.Status = "" })},
		{problem.CodeValueUnknown, e, "/status", soundTerms(func(t *scope.Terms) { t.Status = "done" })},
		{problem.CodeRepeated, e, "/criteria/1", soundHost(func(s *scope.SubserviceOrganization) {
			s.Criteria = []criteria.ID{criteria.CC6_4, criteria.CC6_4}
		})},
	} {
		t.Run(string(tt.code)+tt.path, func(t *testing.T) { requireProblem(t, tt.document, tt.code, tt.severity, tt.path) })
	}
}

func requireProblem(t *testing.T, d document, code problem.Code, severity problem.Severity, path string) {
	t.Helper()
	got := d.Validate()
	require.Len(t, got, 1, "%s", got)
	require.Equal(t, problem.Problem{Path: path, Code: code, Severity: severity, Message: got[0].Message}, got[0])
	require.NotEmpty(t, got[0].Message)
}

// Every record of the package reports all that is wrong with it at once, and none is content with a zero value that it
// requires something of.
func TestZeroRecordsHaveProblems(t *testing.T) {
	for _, d := range []document{
		scope.Terms{}, scope.Editions{}, scope.Parties{}, scope.System{}, scope.Commitment{}, scope.Incident{}, scope.Change{},
		scope.SubserviceOrganization{}, scope.UserEntityControl{}, scope.UserResponsibility{}, scope.VendorReport{},
		scope.PriorReport{}, scope.OtherInformation{},
	} {
		require.True(t, d.Validate().HasErrors(), "%T", d)
	}
	require.Empty(t, scope.Decision{}.Validate(), "a decision that nobody made is not a fault of the record")
}
