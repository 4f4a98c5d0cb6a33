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

// What is decided together is decided within bounded work, and outwards.
func TestLimitsOfManyAreNotFurtherIn(t *testing.T) {
	r := Result{N: 100_000, Deviations: 99_999, Population: 1_000_000_000_000}
	f, err := Rate("0.01").fraction()
	require.NoError(t, err)
	for _, r := range []Result{r, {N: 60, Deviations: 1, Population: 1000}, {N: 3000, Deviations: 7, Population: 1_000_000_000}, {N: 60, Deviations: 1}} {
		alone, many := r.limits(f), r.among(MaxAttributes).limits(f)
		require.Equal(t, r.N < 10_000, alone == many, "%+v: %+v %+v", r, alone, many)
		require.GreaterOrEqual(t, many.Upper, alone.Upper)
		require.LessOrEqual(t, many.Lower, alone.Lower)
		require.InEpsilon(t, alone.Upper, many.Upper, 1e-9)
		require.InEpsilon(t, alone.Lower, many.Lower, 1e-9)
	}
	huge := []AttributeResult{{"a", Result{N: MaxAttributeItems}}, {"b", Result{N: 1}}}
	_, err = EvaluateAttributes(huge, "0.9")
	require.ErrorContains(t, err, "/1/n")
	huge[1].Result = Result{N: 5, Population: 5} // examined whole
	_, err = EvaluateAttributes(huge, "0.9")
	require.NoError(t, err)
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
