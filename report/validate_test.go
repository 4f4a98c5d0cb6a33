package report_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// oneTest is an engagement without problems: one control, AC-1, tested in all forty items.
func oneTest(t testing.TB) *engagementCase {
	c := bareCase(t).control("AC-1", criteria.CC6_3).census("AC-1", 40)
	c.planNamed("AC-1").Attributes = []evidence.Attribute{{ID: "A", Text: "It is there."}}
	return c
}

// rows gives the test of AC-1 a grid of one row for each outcome.
func rows(c *engagementCase, outcomes ...evidence.Outcome) {
	c.census("AC-1", int64(len(outcomes)))
	for i, o := range outcomes {
		test := c.testNamed("AC-1")
		test.Grid = append(test.Grid, evidence.TestedItem{Item: string(rune('a' + i)), Outcomes: []evidence.Outcome{o}})
	}
}

// drawn records that two of the items a, b and c were drawn for the plan of AC-1, and tests them.
func drawn(c *engagementCase) *evidence.DrawnSample {
	s, err := sampling.Draw([]string{"a", "b", "c"}, sampling.Request{Context: "ENG/CC6.3/T-1", Size: 2}, sampling.Randomness{Beacon: "nonce/auditor", Bytes: make([]byte, 16)})
	require.NoError(c.t, err)
	c.eng.Fieldwork.Selections = []evidence.DrawnSample{{ID: "S-1", Plan: "P-AC-1", Record: s}}
	rows(c, evidence.Held, evidence.Held)
	c.tested("AC-1", evidence.RandomSample, 3, 2)
	for i := range s.Sample {
		c.testNamed("AC-1").Grid[i].Item = s.Sample[i]
	}
	return &c.eng.Fieldwork.Selections[0]
}

// listed adds a population of forty items for the plan of AC-1.
func listed(c *engagementCase) *evidence.Population {
	c.eng.Program.Populations = []evidence.Population{{
		ID: "POP-1", Controls: []control.ID{"AC-1"}, Period: year, Definition: "Every review.", Source: "The directory.", Count: 40,
	}}
	c.planNamed("AC-1").Population = "POP-1"
	return &c.eng.Program.Populations[0]
}

// opined records an unmodified opinion.
func opined(c *engagementCase) *report.PractitionerOpinion {
	c.eng.Fieldwork.PractitionerOpinion = &report.PractitionerOpinion{
		Practitioner: "P. Partner", Firm: "Doe & Partners", Date: reportDay,
		Opinion: scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified, Operating: scope.Unmodified},
	}
	return c.eng.Fieldwork.PractitionerOpinion
}

// Each code has a smallest change to a sound engagement that triggers it, and it alone.
func TestCodes(t *testing.T) {
	const e, w = problem.Error, problem.Warning
	key := misstatement(oper, criteria.CC6_3)
	for _, tt := range []struct {
		code     problem.Code
		severity problem.Severity
		path     string
		change   func(c *engagementCase)
	}{
		{report.CodeTestsInType1, e, "/fieldwork/plans/0", func(c *engagementCase) {
			plans, tests := c.eng.Fieldwork.Plans, c.eng.Fieldwork.Tests
			c.type1()
			c.eng.Fieldwork.Plans, c.eng.Fieldwork.Tests = plans, tests
		}},
		{report.CodePlanUntested, w, "/fieldwork/plans/0", func(c *engagementCase) { c.eng.Fieldwork.Tests = nil }},
		{report.CodePlanTwice, e, "/fieldwork/tests/1/plan", func(c *engagementCase) {
			again := *c.testNamed("AC-1")
			again.ID = "T-2"
			c.eng.Fieldwork.Tests = append(c.eng.Fieldwork.Tests, again)
		}},
		{report.CodePlanOutside, e, "/fieldwork/plans/0/period", func(c *engagementCase) { c.planNamed("AC-1").Period = calendar.Year(2025) }},
		{report.CodePlanPopulation, e, "/fieldwork/plans/0/population", func(c *engagementCase) { listed(c).Controls = nil }},
		{report.CodePlanPopulation, e, "/fieldwork/plans/0/population", func(c *engagementCase) { listed(c).Period = calendar.Year(2025) }},
		{report.CodeTestPopulation, e, "/fieldwork/tests/0/populationSize", func(c *engagementCase) { listed(c).Count = 41 }},
		{report.CodeTestDeviations, e, "/fieldwork/tests/0/grid/0", func(c *engagementCase) { rows(c, evidence.Deviated) }},
		{report.CodeTestDeviations, e, "/fieldwork/deviations/0/item", func(c *engagementCase) {
			rows(c, evidence.Held)
			c.deviates("AC-1", 1)
		}},
		{report.CodeTestAttribute, e, "/fieldwork/deviations/0/attribute", func(c *engagementCase) {
			c.deviates("AC-1", 1, func(d *evidence.Deviation) { d.Attribute = "B" })
		}},
		{report.CodeDeviationOther, e, "/fieldwork/deviations/0/control", func(c *engagementCase) {
			c.control("AC-2", criteria.CC6_3).census("AC-2", 40).deviates("AC-1", 1, func(d *evidence.Deviation) { d.Control = "AC-2" })
		}},
		{report.CodeSelectionItems, e, "/fieldwork/tests/0/grid", func(c *engagementCase) {
			drawn(c)
			test := c.testNamed("AC-1")
			test.Grid, test.Tested = test.Grid[:1], 1
		}},
		{report.CodeSelectionItems, e, "/fieldwork/tests/0/grid/2/item", func(c *engagementCase) {
			drawn(c)
			test := c.testNamed("AC-1")
			test.Grid = append(test.Grid, evidence.TestedItem{Item: "z", Outcomes: []evidence.Outcome{evidence.Held}})
			test.Tested = 3
		}},
		{report.CodeSelectionDiffers, e, "/fieldwork/selections/0/record", func(c *engagementCase) {
			s := drawn(c)
			items := []evidence.PopulationItem{{ID: "a"}, {ID: "b"}, {ID: "c"}}
			c.eng.Program.Populations = []evidence.Population{{ID: "POP-1", Controls: []control.ID{"AC-1"}, Period: year, Definition: "All.", Source: "HR", Count: 3, Items: items}}
			c.planNamed("AC-1").Population = "POP-1"
			s.Record.Seed = s.Record.Commitment
		}},
		{report.CodeDeviationLater, e, "/fieldwork/deviations/0/date", func(c *engagementCase) {
			c.eng.Fieldwork.Deviations = []evidence.Deviation{{ID: "D-1", Control: "AC-1", FoundThrough: "a log", Date: "2027-01-15", Kind: evidence.LateOccurrence,
				Nature: "Late.", Cause: evidence.Isolated, Intentional: scope.No, Decision: decided()}}
		}},
		{report.CodeSelectionRoot, e, "/fieldwork/selections/0/record/populationRoot", func(c *engagementCase) {
			drawn(c)
			pop := listed(c)
			pop.Count, pop.Root = 3, sampling.HexOf(make([]byte, 32))
		}},
		{report.CodeSelectionAbsent, w, "/fieldwork/plans/0/extent", func(c *engagementCase) { c.planNamed("AC-1").Extent = evidence.RandomSample }},
		{report.CodeOpinionMissing, e, "/fieldwork/practitionerOpinion/additional", func(c *engagementCase) {
			c.unmodified()
			c.eng.Program.Terms.AdditionalSubjects = []scope.AdditionalSubject{{ID: "X-1", Title: "Health records", Criteria: "Example criteria"}}
		}},
		{report.CodeAssertionIncomplete, e, "/fieldwork/letters/assertion", func(c *engagementCase) { c.eng.Fieldwork.Letters.Assertion.Operating = false }},
		{report.CodeWordingUnknown, e, "/fieldwork/wording/0/element", func(c *engagementCase) {
			c.eng.Fieldwork.Wording = []report.Wording{{Element: "no-such", Paragraphs: []string{"The firm's words."}}}
		}},
		{report.CodeNotInScope, e, "/fieldwork/findings/0/criteria/0", func(c *engagementCase) {
			c.eng.Fieldwork.Findings = []report.Finding{{ID: "F-1", Subjects: report.Subjects(), Kind: report.Misstatement, Text: "A matter.", Criteria: ids(criteria.A1_1)}}
		}},
		{report.CodeNotInScope, e, "/fieldwork/practitionerOpinion/basis/0/criteria/0", func(c *engagementCase) {
			o := opined(c)
			o.Opinion.Design = scope.Qualified
			o.Basis = []report.BasisParagraph{{Subjects: []report.Subject{design}, Criteria: ids(criteria.A1_1), Text: "A matter."}}
		}},
		{report.CodeOpinionMissing, e, "/fieldwork/practitionerOpinion/opinion/design", func(c *engagementCase) { opined(c).Opinion.Design = "" }},
		{report.CodeOpinionNotCovered, e, "/fieldwork/practitionerOpinion/opinion/operating", func(c *engagementCase) { opined(c.type1()) }},
		{report.CodeOpinionNotCovered, e, "/fieldwork/letters/assertion/operating", func(c *engagementCase) {
			c.type1().eng.Fieldwork.Letters.Assertion.Operating = true
		}},
		{report.CodeOpinionBasis, e, "/fieldwork/practitionerOpinion/opinion/design", func(c *engagementCase) { opined(c).Opinion.Design = scope.Qualified }},
		{report.CodeOpinionBasis, e, "/fieldwork/practitionerOpinion/opinion/design", func(c *engagementCase) {
			opined(c).Basis = []report.BasisParagraph{{Subjects: []report.Subject{design}, Text: "A matter."}}
		}},
		{report.CodeOpinionEarly, e, "/fieldwork/practitionerOpinion/date", func(c *engagementCase) { opined(c).Date = "2026-12-30" }},
		{report.CodeJudgmentOverlap, e, "/fieldwork/judgments/controls/1/period", func(c *engagementCase) {
			again := *c.judgmentOf("AC-1")
			again.ID, again.Period = "J-2", firstHalf
			c.eng.Fieldwork.Judgments.Controls = append(c.eng.Fieldwork.Judgments.Controls, again)
		}},
		{report.CodeJudgmentOverlap, e, "/fieldwork/judgments/tolerances/1/period", func(c *engagementCase) {
			c.tolerable("AC-1", scope.Yes, firstHalf).tolerable("AC-1", scope.No)
		}},
		{report.CodeJudgmentConflict, e, "/fieldwork/judgments/findings/1/findings/0", func(c *engagementCase) {
			c.judge(scope.Yes, "", key).judge(scope.No, "", key)
		}},
		{report.CodeFindingKey, e, "/fieldwork/judgments/findings/0/findings/0", func(c *engagementCase) {
			c.judge(scope.Yes, "", report.FindingKey{Subject: oper, Kind: report.Misstatement})
		}},
		{report.CodeAggregateFew, e, "/fieldwork/judgments/aggregates/0/findings", func(c *engagementCase) {
			c.eng.Fieldwork.Judgments.Aggregates = []report.Aggregate{{ID: "AG-1", Findings: []report.FindingKey{key}}}
		}},
		{report.CodeAggregateFew, e, "/fieldwork/judgments/aggregates/0/findings", func(c *engagementCase) {
			c.eng.Fieldwork.Judgments.Aggregates = []report.Aggregate{{ID: "AG-1", Findings: []report.FindingKey{key, misstatement(design, criteria.CC6_3)}}}
		}},
		{report.CodeFindingsNone, e, "/fieldwork/judgments/findings/0/findings", func(c *engagementCase) { c.judge(scope.Yes, scope.No) }},
		{evidence.CodeTestOutcomes, e, "/fieldwork/tests/0/grid/0/outcomes", func(c *engagementCase) {
			rows(c, evidence.Held)
			c.testNamed("AC-1").Grid[0].Outcomes = []evidence.Outcome{evidence.Held, evidence.Held}
		}},
		{evidence.CodeTestCounts, e, "/fieldwork/tests/0/tested", func(c *engagementCase) { c.testNamed("AC-1").Tested = 39 }},
		{sampling.CodeRateInvalid, e, "/fieldwork/methodology/tolerableRate", func(c *engagementCase) { c.eng.Fieldwork.Methodology.TolerableRate = "10" }},
		{sampling.CodeDigestInvalid, e, "/fieldwork/programDigest", func(c *engagementCase) { c.eng.Fieldwork.ProgramDigest = "15C7" }},
		{problem.CodeKind, e, "/kind", func(c *engagementCase) { c.eng.Kind = "commitment" }},
		{problem.CodeRefUnknown, e, "/fieldwork/tests/0/plan", func(c *engagementCase) {
			c.testNamed("AC-1").Plan = "P-9"
			c.eng.Fieldwork.Plans = nil
		}},
		{problem.CodeRefUnknown, e, "/fieldwork/subsequentEvents/0/evaluatedAs/0", func(c *engagementCase) {
			c.eng.Fieldwork.SubsequentEvents = []report.SubsequentEvent{{ID: "EV-9", Learned: "2027-01-10", Text: "A breach.", EvaluatedAs: []string{"D-9"}}}
		}},
	} {
		t.Run(string(tt.code)+tt.path, func(t *testing.T) {
			c := oneTest(t)
			require.Empty(t, c.eng.Validate())
			tt.change(c)
			got := c.eng.Validate()
			require.Len(t, got, 1, "%s", got)
			require.Equal(t, problem.Problem{Path: tt.path, Code: tt.code, Severity: tt.severity, Message: got[0].Message}, got[0])
			require.NotEmpty(t, got[0].Message)
		})
	}
}

// A fieldwork pins the exact bytes of its program.
func TestProgramDigest(t *testing.T) {
	c := oneTest(t)
	digest, err := report.ProgramDigest(c.eng.Program)
	require.NoError(t, err)
	read := func(digest evidence.Digest) problem.List {
		var prog, fieldwork bytes.Buffer
		require.NoError(t, program.Write(&prog, c.eng.Program))
		f := c.eng.Fieldwork
		f.ProgramDigest = digest
		require.NoError(t, report.WriteFieldwork(&fieldwork, f))
		_, problems, err := report.ReadParts(&prog, &fieldwork, nil)
		require.NoError(t, err)
		return problems
	}
	require.Empty(t, read(digest))
	for _, other := range []evidence.Digest{"", evidence.NewDigest([32]byte{})} {
		problems := read(other)
		require.Len(t, problems, 1, "%s", problems)
		require.Equal(t, report.CodeProgramDigest, problems[0].Code)
		require.Equal(t, "/fieldwork/programDigest", problems[0].Path)
	}
}

// The engagements that other tests start from are sound, at any size, and a fieldwork can be checked without its program.
func TestBuiltEngagementsAreSound(t *testing.T) {
	for _, cats := range [][]criteria.Category{nil, criteria.Categories()} {
		c := newCase(t, cats...)
		requireSound(t, c.eng)
		require.NoError(t, c.eng.Fieldwork.Validate().Err())
		got := report.Conclude(c.eng)
		require.Equal(t, [3]report.Indicated{U, U, U}, [3]report.Indicated{got.Description, got.Design, got.Operating}, told(got))
		require.Empty(t, got.NoReport)
		requireSound(t, newCase(t, cats...).type1().eng)
	}
	for _, n := range []int{1, 100} {
		requireSound(t, largeEngagement(t, n))
	}
	for seed := range uint64(100) {
		requireSound(t, randomEngagement(t, seed))
	}
}

// Two judgments on one control overlap if they share a day, whatever their order: held against every pair.
func TestJudgmentOverlap(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		c := oneTest(t).control("AC-2", criteria.CC6_3).census("AC-2", 40)
		tolerances := make([]report.ToleranceJudgment, 1+r.IntN(6))
		shared := false
		for i := range tolerances {
			from := year.From.AddDays(r.IntN(60))
			j := report.ToleranceJudgment{ID: string(rune('a' + i)), Control: pick[control.ID](r, "AC-1", "AC-2"), Tolerable: scope.Yes, Decision: decided()}
			if r.IntN(20) > 0 {
				j.Period = calendar.Period{From: from, To: from.AddDays(r.IntN(20))}
			}
			tolerances[i] = j
			for _, other := range tolerances[:i] {
				all := j.Period.IsZero() || other.Period.IsZero()
				shared = shared || (j.Control == other.Control && (all || j.Period.Overlaps(other.Period)))
			}
		}
		c.eng.Fieldwork.Judgments.Tolerances = tolerances
		require.Equal(t, shared, c.eng.Validate().HasErrors(), "%v", tolerances)
	}
}

// A record of very many selections from one long listing is told not to be checked as a whole, instead of keeping the
// reader busy.
func TestDrawingAgainIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("draws from four million items")
	}
	c := oneTest(t)
	s := *drawn(c)
	items := make([]evidence.PopulationItem, 40_000)
	for i := range items {
		items[i].ID = fmt.Sprintf("i-%d", i)
	}
	pop := evidence.Population{ID: "POP-1", Controls: []control.ID{"AC-1"}, Period: year, Definition: "All.", Source: "HR", Count: int64(len(items)), Items: items}
	c.eng.Program.Populations = []evidence.Population{pop}
	c.planNamed("AC-1").Population = "POP-1"
	c.eng.Fieldwork.Selections = slices.Repeat([]evidence.DrawnSample{s}, 110)
	unchecked := 0
	for _, p := range c.eng.Validate() {
		if p.Code == report.CodeSelectionUnchecked {
			unchecked++
		}
	}
	require.Equal(t, 10, unchecked)
}
