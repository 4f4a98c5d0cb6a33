package sampling

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAttributesHaveTheirOwnLimitsAndJointOnes(t *testing.T) {
	results := []AttributeResult{
		{"approved", Result{N: 60, Deviations: 1, Population: 1000}},
		{"tested", Result{N: 58, Population: 1000}},
		{"reviewed", Result{N: 60, Deviations: 0}},
		{"logged", Result{Model: Poisson, N: 60, Deviations: 2}},
	}
	got, err := EvaluateAttributes(results, "0.95")
	require.NoError(t, err)
	require.Len(t, got, 4)
	for i, r := range results {
		alone, err := Evaluate(r.Result, "0.95")
		require.NoError(t, err)
		joint, err := Evaluate(r.Result, "0.9875") // 0.05 among four
		require.NoError(t, err)
		require.Equal(t, AttributeLimits{r.Attribute, alone, joint}, got[i])
	}
	one, err := EvaluateAttributes(results[:1], "0.95")
	require.NoError(t, err)
	require.Equal(t, one[0].Limits, one[0].Joint, "a single attribute needs no adjustment")
}

func TestRisksAreDividedExactly(t *testing.T) {
	for _, r := range []Rate{"0.05", "0.000000000000000001", "0.1234567890123456789"} {
		f, err := r.fraction()
		require.NoError(t, err)
		for _, n := range []int64{1, 3, 7, 1000} {
			sum := f.over(n).rat()
			part := f.over(n).rat()
			for range n - 1 {
				sum.Add(sum, part)
			}
			require.Zero(t, sum.Cmp(f.rat()), "%s / %d", r, n)
			require.Equal(t, -1, f.over(n).half().compare(f.over(n)))
		}
	}
}

func TestAttributeCodes(t *testing.T) {
	for path, results := range map[string][]AttributeResult{
		"0 attributes":    nil,
		"1001 attributes": make([]AttributeResult, MaxAttributes+1),
		"/0/attribute":    {{" ", Result{N: 1}}},
		"/1/attribute":    {{"a", Result{N: 1}}, {"a", Result{N: 1}}},
		"/0/n":            {{"a", Result{}}},
	} {
		_, err := EvaluateAttributes(results, "0.95")
		require.ErrorContains(t, err, path)
	}
	_, err := EvaluateAttributes([]AttributeResult{{"a", Result{N: 1}}}, "")
	require.ErrorContains(t, err, "/confidence")
}
