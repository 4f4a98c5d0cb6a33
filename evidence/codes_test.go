package evidence_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

func soundDeviation(change func(*evidence.Deviation)) evidence.Deviation {
	d := evidence.Deviation{
		ID: "D-1", Control: "AC-07", Test: "T-1", Kind: evidence.MissedOccurrence, Nature: "The review of May was not done.",
		Cause: evidence.Isolated, Intentional: scope.No,
	}
	change(&d)
	return d
}

func soundTest(change func(*evidence.Test)) evidence.Test {
	t := evidence.Test{
		ID: "T-1", Plan: "P-1", PopulationSize: 4, Tested: 4, Concluded: "2027-01-20",
		Procedures: []evidence.Procedure{{Kind: evidence.Inspection, Text: "Inspected the records."}},
	}
	change(&t)
	return t
}

func soundPopulation(change func(*evidence.Population)) evidence.Population {
	p := evidence.Population{ID: "POP-1", Period: calendar.Year(2026), Definition: "Every change.", Source: "The repository.", Count: 1}
	change(&p)
	return p
}

// soundSample is a drawn sample of one item with one in reserve, which was used.
func soundSample(t *testing.T, change func(*evidence.DrawnSample)) evidence.DrawnSample {
	t.Helper()
	drawn, err := sampling.Draw([]string{"A", "B", "C"}, sampling.Request{Context: "ENG/CC6.3/T-1", Size: 1, ReserveSize: 1},
		sampling.Randomness{Beacon: "nonce/auditor", Bytes: make([]byte, 16)})
	require.NoError(t, err)
	s := evidence.DrawnSample{ID: "S-1", Plan: "P-1", Record: drawn,
		Replacements: []evidence.Replacement{{Void: drawn.Sample[0], By: drawn.Reserve[0], Reason: "A test record."}}}
	change(&s)
	return s
}

// Each code has a smallest record that triggers it, and it alone. CodeTestOutcomes needs the plan: package report reports
// it.
func TestCodes(t *testing.T) {
	const e, w = problem.Error, problem.Warning
	require.Empty(t, soundDeviation(func(*evidence.Deviation) {}).Validate())
	require.Empty(t, soundTest(func(*evidence.Test) {}).Validate())
	require.Empty(t, soundPopulation(func(*evidence.Population) {}).Validate())
	require.Empty(t, soundSample(t, func(*evidence.DrawnSample) {}).Validate())
	for _, tt := range []struct {
		code     problem.Code
		severity problem.Severity
		path     string
		document interface{ Validate() problem.List }
	}{
		{evidence.CodeDeviationOrigin, e, "/foundThrough", soundDeviation(func(d *evidence.Deviation) { d.Test = "" })},
		{evidence.CodeDeviationUndecided, w, "", soundDeviation(func(d *evidence.Deviation) { d.Cause = "" })},
		{evidence.CodeDeviationUndecided, w, "", soundDeviation(func(d *evidence.Deviation) { d.Intentional = "" })},
		{evidence.CodeReplacementVoid, e, "/replacements/0/void", soundSample(t, func(s *evidence.DrawnSample) { s.Replacements[0].Void = "never-drawn" })},
		{evidence.CodePopulationRoot, e, "/root", soundPopulation(func(p *evidence.Population) {
			p.Items, p.Count, p.Root = []evidence.PopulationItem{{ID: "A"}}, 1, sampling.Hex(strings.Repeat("0", 64))
		})},
		{evidence.CodeReplacementOrder, e, "/replacements/0/by", soundSample(t, func(s *evidence.DrawnSample) { s.Replacements[0].By = "elsewhere" })},
		{evidence.CodeReplacementOrder, e, "/replacements/1/by", soundSample(t, func(s *evidence.DrawnSample) {
			s.Replacements = append(s.Replacements, evidence.Replacement{Void: "A", By: "B", Reason: "Void."})
		})},
		{evidence.CodePopulationCount, e, "/count", soundPopulation(func(p *evidence.Population) { p.Count = -1 })},
		{evidence.CodeAccountsNegative, e, "/accounts", evidence.AccessReview{Accounts: -1}},
		{evidence.CodePopulationCount, e, "/count", soundPopulation(func(p *evidence.Population) {
			p.Items = []evidence.PopulationItem{{ID: "A"}, {ID: "B"}}
		})},
		{evidence.CodeItemInvalid, e, "/items/0/id", soundPopulation(func(p *evidence.Population) { p.Items = []evidence.PopulationItem{{}} })},
		{evidence.CodeTestCounts, e, "/tested", soundTest(func(t *evidence.Test) { t.Tested = 5 })},
		{evidence.CodeTestCounts, e, "/tested", soundTest(func(t *evidence.Test) { t.Tested = -1 })},
		{evidence.CodeTestCounts, e, "/grid", soundTest(func(t *evidence.Test) {
			t.Grid = []evidence.TestedItem{{Item: "A", Outcomes: []evidence.Outcome{evidence.Held}}}
		})},
		{evidence.CodeTestContradict, e, "/noOccurrence", soundTest(func(t *evidence.Test) {
			t.NoOccurrence = &evidence.NoOccurrence{Reason: "Nobody joined.", Corroboration: []string{"EV-1"}}
		})},
		{evidence.CodeProcedureNone, e, "/procedures", soundTest(func(t *evidence.Test) { t.Procedures = nil })},
		{evidence.CodeInquiryOnly, w, "/procedures", soundTest(func(t *evidence.Test) { t.Procedures[0].Kind = evidence.Inquiry })},
		{evidence.CodeUncorroborated, w, "/noOccurrence/corroboration", soundTest(func(t *evidence.Test) {
			t.PopulationSize, t.Tested, t.NoOccurrence = 0, 0, &evidence.NoOccurrence{Reason: "Nobody joined."}
		})},
		{sampling.CodeDigestInvalid, e, "/digest", evidence.Item{ID: "EV-1", Title: "Export", Class: evidence.ClassListing, Source: "Directory", Digest: "15C7"}},
		{calendar.CodeInstantInvalid, e, "/collected", evidence.Item{ID: "EV-1", Title: "Export", Class: evidence.ClassListing, Source: "Directory", Collected: "2026-01-31"}},
	} {
		t.Run(string(tt.code)+tt.path, func(t *testing.T) {
			got := tt.document.Validate()
			require.Len(t, got, 1, "%s", got)
			require.Equal(t, problem.Problem{Path: tt.path, Code: tt.code, Severity: tt.severity, Message: got[0].Message}, got[0])
			require.NotEmpty(t, got[0].Message)
		})
	}
}

// The states of a test are kept apart, and a result that is not there is none of them.
func TestStates(t *testing.T) {
	sound := func(*evidence.Test) {}
	nothing := func(t *evidence.Test) {
		t.PopulationSize, t.Tested, t.NoOccurrence = 0, 0, &evidence.NoOccurrence{Reason: "Nobody joined.", Corroboration: []string{"EV-1"}}
	}
	found := func(kind evidence.DeviationKind, test string) []evidence.Deviation {
		return []evidence.Deviation{{Test: test, Kind: kind}}
	}
	for _, tt := range []struct {
		name       string
		change     func(*evidence.Test)
		deviations []evidence.Deviation
		want       evidence.TestState
	}{
		{"no deviation", sound, nil, evidence.Operated},
		{"a deviation", sound, found(evidence.LateOccurrence, "T-1"), evidence.WithDeviation},
		{"due and not done", sound, found(evidence.MissedOccurrence, "T-1"), evidence.Missed},
		{"a deviation of another test", sound, found(evidence.MissedOccurrence, "T-2"), evidence.Operated},
		{"nothing occurred", nothing, nil, evidence.DidNotOccur},
		{"nothing occurred, and yet a deviation", nothing, found(evidence.LateOccurrence, "T-1"), evidence.WithDeviation},
		{"nothing occurred, as somebody said", func(t *evidence.Test) { nothing(t); t.NoOccurrence.Corroboration = nil }, nil, evidence.NoResult},
		{"could not be tested", func(t *evidence.Test) { t.Limitation = &evidence.Limitation{Reason: "Lost."} }, nil, evidence.NotTestable},
		{"not concluded", func(t *evidence.Test) { t.Concluded = "" }, nil, evidence.NoResult},
		{"nothing tested", func(t *evidence.Test) { t.Tested = 0 }, nil, evidence.NoResult},
		{"a row that nobody could tell", func(t *evidence.Test) {
			t.Grid = []evidence.TestedItem{{Item: "A", Outcomes: []evidence.Outcome{evidence.Held, evidence.CannotTell}}}
		}, nil, evidence.Unresolved},
		{"a row without outcomes", func(t *evidence.Test) { t.Grid = []evidence.TestedItem{{Item: "A"}} }, nil, evidence.Unresolved},
		{"the zero test", func(t *evidence.Test) { *t = evidence.Test{} }, nil, evidence.NoResult},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, soundTest(tt.change).State(tt.deviations)) })
	}
}

func TestZeroRecordsHaveProblems(t *testing.T) {
	for _, d := range []interface{ Validate() problem.List }{
		evidence.Deviation{}, evidence.Item{}, evidence.Procedure{}, evidence.TestPlan{}, evidence.DrawnSample{}, evidence.Population{}, evidence.Request{},
	} {
		require.True(t, d.Validate().HasErrors(), "%T", d)
	}
}
