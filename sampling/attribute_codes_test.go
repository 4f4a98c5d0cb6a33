package sampling

import (
	"encoding/json"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

func TestCodesOfAttributeSamplingAreDistinct(t *testing.T) {
	seen := make(map[problem.Code]bool)
	for _, c := range []problem.Code{
		CodeRateInvalid, CodeRateRange, CodeExpectedRate, CodeModelUnknown, CodeConventionUnknown, CodePopulationRange,
		CodeSampleRange, CodeDeviationsRange, CodeStageCount, CodeStageNumbers, CodeCurvePoints, CodeStratumName, CodeStratumCount,
		CodeStrataMethodUnknown, CodeAttributeName, CodeAttributeCount, CodeChoiceUnknown, CodeCensusPartial, CodeFurtherRange, CodeLooksInconsistent,
		CodeFrequencyUnsourced, CodeFrequencyRows, CodeFrequencyRow,
	} {
		require.False(t, seen[c], c)
		require.Regexp(t, regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`), string(c))
		seen[c] = true
	}
}

// What is data can be written and read.
func TestPlansAndResultsRoundTrip(t *testing.T) {
	roundTrip(t, Discovery{Model: Binomial, Rate: "0.010", Confidence: "0.95", Population: 9, Convention: Floor})
	roundTrip(t, StagedPlan{Population: 500, Convention: FloorPlus, Stages: []Stage{{50, -1, 2}, {50, 1, 2}}})
	roundTrip(t, AttributeResult{"approved", Result{N: 60, Deviations: 1, Population: 250}})
	roundTrip(t, StratumResult{"production", 6000, 150, 1})
	roundTrip(t, DefaultFrequencies())
	for _, table := range FrequencyTables() {
		roundTrip(t, table)
	}
}

func roundTrip[T any](t *testing.T, want T) {
	t.Helper()
	b, err := json.Marshal(want)
	require.NoError(t, err)
	var got T
	require.NoError(t, json.Unmarshal(b, &got))
	require.Equal(t, want, got, string(b))
}

// The zero value of every type, and nil, give an error or nothing: never a panic.
func TestZeroValuesAreHarmless(t *testing.T) {
	_, err := Discovery{}.Size()
	require.Error(t, err)
	_, err = Discovery{}.Probability(0)
	require.Error(t, err)
	_, err = StagedPlan{}.At("")
	require.Error(t, err)
	_, err = StagedPlan{}.AtCount(0)
	require.Error(t, err)
	_, err = Plan{}.Expand(Result{}, 0)
	require.Error(t, err)
	_, err = EvaluateStrata(nil, "", "")
	require.Error(t, err)
	_, err = EvaluateAttributes(nil, "")
	require.Error(t, err)
	_, err = Conclude(Result{}, "", "", "")
	require.Error(t, err)
	_, err = FrequencyTable{}.Implied("")
	require.Error(t, err)
	require.NotEmpty(t, FrequencyTable{}.Validate())
	require.NotEmpty(t, FrequencyRow{}.Validate())
	require.Zero(t, FrequencyTable{}.Items(""))
	points, err := ImpliedBy(0, nil, "0.1")
	require.NoError(t, err)
	require.Empty(t, points)
	for _, p := range FrequencyProvenances() {
		require.True(t, p.IsValid())
		require.Contains(t, p.EnumValues(), string(p))
	}
	require.False(t, FrequencyProvenance("").IsValid())
}
