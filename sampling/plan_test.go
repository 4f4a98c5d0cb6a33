package sampling

import (
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

// Sizes that auditors know by heart, from the exact binomial law.
func TestKnownSizes(t *testing.T) {
	for _, c := range []struct {
		name string
		plan Plan
		n, k int64
	}{
		// No deviations expected, so that n = ceil(ln(risk) / ln(1 - tolerable)).
		{"5% tolerable, 5% risk", Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}, 59, 0},
		{"10% tolerable, 10% risk", Plan{Tolerable: "0.1", Expected: "0", Risk: "0.1"}, 22, 0},
		{"population of 250", Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}, 51, 0},
		{"population of 250, 12 deviations for 12.5", Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250, Convention: Floor}, 55, 0},
		// n x expected is whole at both sizes; in float64 it is a little above and asks for one deviation more.
		{"3.5% of 400 is 14", Plan{Tolerable: "0.05", Expected: "0.035", Risk: "0.1"}, 400, 14},
		{"7% of 1300 is 91", Plan{Tolerable: "0.08", Expected: "0.07", Risk: "0.1"}, 1300, 91},
		// The published table prints 112 for both, where the risk is 10.07 %.
		{"3.25% expected", Plan{Tolerable: "0.07", Expected: "0.0325", Risk: "0.1"}, 113, 4},
		{"3.5% expected", Plan{Tolerable: "0.07", Expected: "0.035", Risk: "0.1"}, 113, 4},
		{"a tie: 0.5^4 is the risk", Plan{Tolerable: "0.5", Expected: "0", Risk: "0.0625"}, 4, 0},
		{"a tie in a billion", Plan{Tolerable: "1e-9", Expected: "0", Risk: "0.05", Population: 1_000_000_000}, 950_000_000, 0},
		{"one digit below that tie", Plan{Tolerable: "1e-9", Expected: "0", Risk: "0.0499999999999999999", Population: 1_000_000_000}, 950_000_001, 0},
		{"the smallest rate", Plan{Tolerable: "3e-12", Expected: "0", Risk: "0.05"}, 998577424517, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := c.plan.Size()
			require.NoError(t, err)
			require.Equal(t, c.n, s.N, "%+v", s)
			require.Equal(t, c.k, s.Acceptance)
		})
	}
}

func TestInfeasiblePlansSayWhy(t *testing.T) {
	for _, c := range []struct {
		plan   Plan
		reason string
	}{
		{Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 4, Convention: Floor}, "no deviation is tolerable"},
		{Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05", Population: 4}, "test every item"},
		{Plan{Model: Binomial, Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 20}, "larger than the population of 20"},
		{Plan{Tolerable: "1e-13", Expected: "0", Risk: "0.05"}, "larger than 1000000000000 items"},
		{Plan{Tolerable: "0.05", Expected: "0.0499999", Risk: "0.05"}, "so near the tolerable rate"},
		{Plan{Tolerable: "0.05", Expected: "0.0499999999", Risk: "0.05", Population: MaxPopulation}, "so near the tolerable rate"},
	} {
		s, err := c.plan.Size()
		require.NoError(t, err)
		require.Contains(t, s.Reason, c.reason)
		// What is to be examined is a number that a sample can be requested with, or none.
		require.Equal(t, s.EveryItem, s.N > 0)
		require.Equal(t, s.EveryItem, s.Census)
		if s.EveryItem {
			require.Equal(t, c.plan.Population, s.N)
		}
		b, err := json.Marshal(s)
		require.NoError(t, err)
		require.Contains(t, string(b), `{"n":null,"reason":"`)
	}
}

func TestSizeJSON(t *testing.T) {
	s, err := Plan{Tolerable: "0.5", Expected: "0", Risk: "0.25"}.Size()
	require.NoError(t, err)
	b, err := json.Marshal(s)
	require.NoError(t, err)
	require.JSONEq(t, `{"n":2,"acceptance":0,"achievedRisk":0.25,"riskOneLess":0.5,"model":"binomial"}`, string(b))
	s, err = Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 4}.Size()
	require.InDelta(t, 0.25, s.RiskOneLess, 1e-15) // the last bit of a logarithm differs between processors
	s.RiskOneLess = 0.2
	require.NoError(t, err)
	b, err = json.Marshal(s)
	require.NoError(t, err)
	require.Regexp(t, `^{"n":4,"acceptance":0,"achievedRisk":0,"riskOneLess":0.2[0-9]*,"model":"hypergeometric","convention":"ceil","tolerableDeviations":1,"census":true}$`, string(b))
}

func TestLimitsJSON(t *testing.T) {
	l, err := Evaluate(Result{N: 5, Population: 10}, "0.9")
	require.NoError(t, err)
	b, err := json.Marshal(l)
	require.NoError(t, err)
	require.JSONEq(t, `{"upperLimit":0.2,"lowerLimit":0,"upperTwoSided":0.3,"lowerTwoSided":0,
		"upperCount":2,"lowerCount":0,"upperCountTwoSided":3,"lowerCountTwoSided":0}`, string(b))
	l, err = Evaluate(Result{N: 1, Deviations: 1}, "0.9")
	require.NoError(t, err)
	l.Lower, l.LowerTwoSided = 0.1, 0.05
	b, err = json.Marshal(l)
	require.NoError(t, err)
	require.JSONEq(t, `{"upperLimit":1,"lowerLimit":0.1,"upperTwoSided":1,"lowerTwoSided":0.05}`, string(b))
}

func TestPlanJSON(t *testing.T) {
	var p Plan
	require.NoError(t, json.Unmarshal([]byte(`{"model":"normal","tolerableRate":"5%","expectedRate":0.010,"riskOfOverreliance":"0.05","population":250}`), &p))
	require.Equal(t, Plan{Model: "normal", Tolerable: "5%", Expected: "0.010", Risk: "0.05", Population: 250}, p)
	b, err := json.Marshal(p)
	require.NoError(t, err)
	require.Equal(t, `{"model":"normal","tolerableRate":"5%","expectedRate":0.010,"riskOfOverreliance":0.05,"population":250}`, string(b))
}

// Each code, with the smallest change of a sound plan that raises it.
func TestPlanCodes(t *testing.T) {
	sound := Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"}
	require.Empty(t, sound.Validate())
	for _, c := range []struct {
		code   problem.Code
		path   string
		change func(*Plan)
	}{
		{CodeRateInvalid, "/tolerableRate", func(p *Plan) { p.Tolerable = "5%" }},
		{CodeRateInvalid, "/expectedRate", func(p *Plan) { p.Expected = "" }},
		{CodeRateInvalid, "/riskOfOverreliance", func(p *Plan) { p.Risk = "-0.1" }},
		{CodeRateRange, "/riskOfOverreliance", func(p *Plan) { p.Risk = "0.00" }},
		{CodeRateRange, "/riskOfOverreliance", func(p *Plan) { p.Risk = "1" }},
		{CodeRateRange, "/tolerableRate", func(p *Plan) { p.Tolerable = "1" }},
		{CodeRateRange, "/tolerableRate", func(p *Plan) { p.Tolerable, p.Expected = "0", "0" }},
		{CodeExpectedRate, "/expectedRate", func(p *Plan) { p.Expected = "0.050" }},
		{CodeModelUnknown, "/model", func(p *Plan) { p.Model = "normal" }},
		{CodeConventionUnknown, "/convention", func(p *Plan) { p.Convention = "round" }},
		{CodePopulationRange, "/population", func(p *Plan) { p.Population = -1 }},
		{CodePopulationRange, "/population", func(p *Plan) { p.Population = MaxPopulation + 1 }},
		{CodePopulationRange, "/population", func(p *Plan) { p.Model = Hypergeometric }},
	} {
		p := sound
		c.change(&p)
		l := p.Validate()
		require.Len(t, l, 1, "%s: %v", c.path, l)
		require.Equal(t, c.code, l[0].Code)
		require.Equal(t, c.path, l[0].Path)
		require.Equal(t, problem.Error, l[0].Severity)
		_, err := p.Size()
		require.ErrorContains(t, err, "sampling: plan: "+c.path)
	}
	require.Len(t, Plan{Model: "x", Convention: "y", Population: -1}.Validate(), 6, "every problem at once")
}

func TestResultCodes(t *testing.T) {
	for _, c := range []struct {
		code   problem.Code
		path   string
		result Result
	}{
		{CodeSampleRange, "/n", Result{N: 0}},
		{CodeSampleRange, "/n", Result{N: MaxPopulation + 1}},
		{CodeSampleRange, "/n", Result{N: 6, Population: 5}},
		{CodeDeviationsRange, "/deviations", Result{N: 5, Deviations: 6}},
		{CodeDeviationsRange, "/deviations", Result{N: 5, Deviations: -1}},
		{CodeModelUnknown, "/model", Result{N: 5, Model: "normal"}},
		{CodePopulationRange, "/population", Result{N: 5, Model: Hypergeometric}},
		{CodePopulationRange, "/population", Result{N: 5, Population: -5}},
	} {
		l := c.result.Validate()
		require.Len(t, l, 1, "%+v: %v", c.result, l)
		require.Equal(t, c.code, l[0].Code)
		require.Equal(t, c.path, l[0].Path)
		_, err := Evaluate(c.result, "0.9")
		require.ErrorContains(t, err, "sampling: evaluation: "+c.path)
		_, err = Exceeds(c.result, "0.9", "0.05")
		require.ErrorContains(t, err, c.path)
	}
	for _, confidence := range []Rate{"", "0", "1", "90%", "90"} {
		_, err := Evaluate(Result{N: 5}, confidence)
		require.ErrorContains(t, err, "/confidence")
	}
	_, err := Exceeds(Result{N: 5}, "0.9", "5%")
	require.ErrorContains(t, err, "/tolerableRate")
}

func TestCodesAreDistinctAndWellFormed(t *testing.T) {
	codes := []problem.Code{
		CodeRateInvalid, CodeRateRange, CodeExpectedRate, CodeModelUnknown, CodeConventionUnknown, CodePopulationRange,
		CodeSampleRange, CodeDeviationsRange, CodeContextInvalid, CodeRoundInvalid, CodeMethodUnknown, CodeSizeInvalid,
		CodeDigestInvalid, CodeBeaconInvalid, CodeRandomnessInvalid, CodePendingInvalid, CodeItemsInvalid,
		CodeRoundRepeated, CodeRoundMissing, CodeRandomnessReused,
	}
	seen := make(map[problem.Code]bool)
	for _, c := range codes {
		require.False(t, seen[c], c)
		require.Regexp(t, regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`), string(c))
		seen[c] = true
	}
}

func TestEnums(t *testing.T) {
	for _, m := range Models() {
		require.True(t, m.IsValid())
		require.Contains(t, m.EnumValues(), string(m))
	}
	for _, c := range Conventions() {
		require.True(t, c.IsValid())
		require.Contains(t, c.EnumValues(), string(c))
	}
	for _, m := range Methods() {
		require.True(t, m.IsValid())
		require.Contains(t, m.EnumValues(), string(m))
	}
	require.Len(t, Model("").EnumValues(), len(Models()))
	require.Len(t, Convention("").EnumValues(), len(Conventions()))
	require.Len(t, Method("").EnumValues(), len(Methods()))
	require.False(t, Model("").IsValid() || Convention("").IsValid() || Method("").IsValid(), "zero is never valid")
	Models()[0], Conventions()[0], Methods()[0] = "", "", ""
	require.Equal(t, Binomial, Models()[0])
	require.Equal(t, Ceil, Conventions()[0])
	require.Equal(t, Simple, Methods()[0])
}

func TestSizeAllocatesNothing(t *testing.T) {
	for _, p := range []Plan{
		{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"},
		{Tolerable: "0.05", Expected: "0.02", Risk: "0.05", Population: 1_000_000},
		{Model: Poisson, Tolerable: "0.01", Expected: "0.005", Risk: "0.10"},
	} {
		require.Zero(t, testing.AllocsPerRun(20, func() {
			if _, err := p.Size(); err != nil {
				panic(err)
			}
		}), "%+v", p)
	}
}
