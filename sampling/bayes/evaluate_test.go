package bayes

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

func TestZeroValuesAreRefused(t *testing.T) {
	_, err := Plan{}.Size()
	require.ErrorContains(t, err, "/prior/method")
	require.ErrorContains(t, err, "/tolerableRate")
	require.ErrorContains(t, err, "/expectedRate")
	_, err = Evaluate(Prior{}, sampling.Result{}, Question{})
	require.ErrorContains(t, err, "/sample/n")
	_, err = Prior{}.Summary(Question{})
	require.Error(t, err)
	_, err = Basis{}.Prior()
	require.Error(t, err)
	_, err = WithParameters("", 0, 0, 0)
	require.Error(t, err)
	require.Len(t, Question{}.Validate(), 2)
	require.False(t, Prior{}.IsProper())
	require.Equal(t, EquivalentSample{-1, -1}, Prior{}.EquivalentSample())
	for _, v := range []any{Size{}, Summary{}, Evaluation{}, Distribution{}, Prior{}, Plan{}} {
		_, err := json.Marshal(v)
		require.NoError(t, err)
	}
}

func TestEvaluationFaults(t *testing.T) {
	uniform, q := mustPrior(t, Basis{Method: Uniform, Population: 100}), Question{Tolerable: "0.05", Confidence: "0.95"}
	for want, r := range map[string]sampling.Result{
		"/sample/model":      {Model: sampling.Poisson, N: 10},
		"/sample/population": {N: 10, Population: 99},
		"/sample/n":          {N: 101},
		"/sample/deviations": {N: 10, Deviations: 11},
	} {
		_, err := Evaluate(uniform, r, q)
		require.ErrorContains(t, err, want)
	}
	strict := mustPrior(t, Basis{Method: Strict})
	_, err := Evaluate(strict, sampling.Result{N: 5, Deviations: 5}, q)
	require.ErrorContains(t, err, string(CodeNoPosterior))
	_, err = strict.Summary(q)
	require.ErrorContains(t, err, string(CodeNoPosterior))
	_, err = Plan{Prior: uniform, Question: q, Expected: "0.01", Fractional: true}.Size()
	require.ErrorContains(t, err, string(CodeFractional))
	_, err = Plan{Prior: uniform, Question: q, Expected: "0.05"}.Size()
	require.ErrorContains(t, err, string(sampling.CodeExpectedRate))
}

func TestAnswersWithoutASample(t *testing.T) {
	q := Question{Tolerable: "0.05", Confidence: "0.95"}
	earlier := mustPrior(t, Basis{Method: Sample, Items: 59})
	size, err := Plan{Prior: earlier, Question: q, Expected: "0"}.Size()
	require.NoError(t, err)
	require.True(t, size.Sufficient)
	text, err := json.Marshal(size)
	require.NoError(t, err)
	require.JSONEq(t, `{"n":0,"sufficient":true,"intolerable":`+fmt.Sprint(size.Intolerable)+`,"reason":"no sample is needed: the prior alone holds the rate to be tolerable with the confidence 0.95"}`, string(text))

	finite := mustPrior(t, Basis{Method: Uniform, Population: 12})
	size, err = Plan{Prior: finite, Question: q, Expected: "0.02"}.Size()
	require.NoError(t, err)
	require.Equal(t, Size{Reason: "the deviations expected among 12 items are as many as are intolerable, 1: test every item"}, size)
	text, err = json.Marshal(size)
	require.NoError(t, err)
	require.JSONEq(t, `{"n":null,"reason":"the deviations expected among 12 items are as many as are intolerable, 1: test every item"}`, string(text))

	size, err = Plan{Prior: finite, Question: q, Expected: "0"}.Size()
	require.NoError(t, err)
	require.True(t, size.Census)
	require.EqualValues(t, 12, size.N)
	require.Zero(t, size.Intolerable)
	require.InEpsilon(t, 1./13, size.IntolerableOneLess, 1e-14, "beta(1, 12) for the one item that is left")

	haldane, err := WithParameters(sampling.Binomial, 0, 0, 5)
	require.NoError(t, err)
	size, err = Plan{Prior: haldane, Question: q, Expected: "0"}.Size()
	require.NoError(t, err)
	require.Contains(t, size.Reason, "alpha 0")

	few := mustPrior(t, Basis{Method: Uniform, Model: sampling.Binomial, Population: 40})
	size, err = Plan{Prior: few, Question: q, Expected: "0"}.Size()
	require.NoError(t, err)
	require.Contains(t, size.Reason, "larger than the population of 40 items")

	near := mustPrior(t, Basis{Method: Uniform})
	size, err = Plan{Prior: near, Question: q, Expected: "0.049999"}.Size()
	require.NoError(t, err)
	require.Contains(t, size.Reason, "1000000 deviations")
}

func TestEvaluationAsJSON(t *testing.T) {
	q := Question{Tolerable: "0.1", Confidence: "0.9"}
	e, err := Evaluate(mustPrior(t, Basis{Method: Uniform, Population: 20}), sampling.Result{N: 20, Deviations: 1}, q)
	require.NoError(t, err)
	text, err := json.Marshal(e)
	require.NoError(t, err)
	require.JSONEq(t, `{
		"posterior": {"model": "hypergeometric", "alpha": 2, "beta": 20, "population": 20, "examined": 20, "found": 1},
		"limits": {
			"upperLimit": 0.05, "lowerLimit": 0.05, "upperTwoSided": 0.05, "lowerTwoSided": 0.05,
			"upperCount": 1, "lowerCount": 1, "upperCountTwoSided": 1, "lowerCountTwoSided": 1
		},
		"mean": 0.05, "median": 0.05, "mode": 0.05, "meanCount": 1, "medianCount": 1, "modeCount": 1, "intolerable": 0
	}`, string(text))
	e, err = Evaluate(mustPrior(t, Basis{Method: Strict}), sampling.Result{N: 1}, q)
	require.NoError(t, err)
	text, err = json.Marshal(e)
	require.NoError(t, err)
	require.JSONEq(t, `{
		"posterior": {"model": "binomial", "alpha": 1, "beta": 1},
		"limits": {"upperLimit": 0.9, "lowerLimit": 0.1, "upperTwoSided": 0.95, "lowerTwoSided": 0.05},
		"mean": 0.5, "median": 0.5, "intolerable": 0.9
	}`, rounded(t, text))
}

// rounded rewrites every number of a document with 12 digits.
func rounded(t *testing.T, text []byte) string {
	var v any
	require.NoError(t, json.Unmarshal(text, &v))
	var walk func(v any) any
	walk = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for name, member := range v {
				v[name] = walk(member)
			}
		case float64:
			return math.Round(v*1e12) / 1e12
		}
		return v
	}
	b, err := json.Marshal(walk(v))
	require.NoError(t, err)
	return string(b)
}

// Whatever the arguments: no panic, no endless loop, no NaN, and limits in order.
func FuzzEvaluate(f *testing.F) {
	f.Add(byte(0), int64(0), 1.0, 1.0, int64(60), int64(1), "0.05", "0.95", "0.01", false)
	f.Add(byte(2), int64(1e12), 1.6, 17.4, int64(100), int64(0), "0.000001", "0.999999", "0", false) // many items, small rate
	f.Add(byte(1), int64(0), 1e-6, 1e12, int64(1e12), int64(1e12), "1e-30", "1e-30", "0", true)      // the ends of all ranges
	f.Add(byte(0), int64(0), 0.0, 0.5, int64(1), int64(0), "0.75", "0.5", "0.7499", false)           // no posterior; a near tie
	f.Fuzz(func(t *testing.T, model byte, population int64, alpha, beta float64, n, k int64, tolerable, confidence, expected string, fractional bool) {
		prior := Prior{Basis{Method: Given, Model: sampling.Models()[model%3], Population: population}, alpha, beta}
		q := Question{Tolerable: sampling.Rate(tolerable), Confidence: sampling.Rate(confidence)}
		_ = prior.Assumes()
		if size, err := (Plan{Prior: prior, Question: q, Expected: sampling.Rate(expected), Fractional: fractional}).Size(); err == nil {
			if size.N == 0 && size.Reason == "" || math.IsNaN(size.Intolerable) || math.IsNaN(size.IntolerableOneLess) {
				t.Errorf("%+v", size)
			}
			if _, err := json.Marshal(size); err != nil {
				t.Error(err)
			}
		}
		e, err := Evaluate(prior, sampling.Result{N: n, Deviations: k}, q)
		if err != nil {
			return
		}
		if _, err := json.Marshal(e); err != nil {
			t.Errorf("%+v: %v", e, err)
		}
		l := e.Limits
		if !(l.LowerTwoSided <= l.UpperTwoSided && l.LowerTwoSided >= 0 && e.Intolerable >= 0 && e.Intolerable <= 1) {
			t.Errorf("%+v", e)
		}
	})
}

func BenchmarkSize(b *testing.B) {
	for _, c := range []struct {
		name     string
		prior    Basis
		expected sampling.Rate
	}{
		{"beta", Basis{Method: Uniform}, "0.01"},
		{"beta-binomial-1e3", Basis{Method: Uniform, Population: 1e3}, "0.01"},
		{"beta-binomial-1e6", Basis{Method: Uniform, Population: 1e6}, "0.01"},
		{"beta-binomial-1e12", Basis{Method: Uniform, Population: 1e12}, "0.01"},
		{"beta-binomial-1e12-impartial", Basis{Method: Impartial, Tolerable: "0.05", Population: 1e12}, "0.01"},
	} {
		b.Run(c.name, func(b *testing.B) {
			prior, err := c.prior.Prior()
			require.NoError(b, err)
			plan := Plan{Prior: prior, Question: Question{Tolerable: "0.05", Confidence: "0.95"}, Expected: c.expected}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := plan.Size(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEvaluate(b *testing.B) {
	for _, population := range []int64{0, 1e3, 1e6, 1e12} {
		b.Run(fmt.Sprint(population), func(b *testing.B) {
			prior, err := Basis{Method: Uniform, Population: population}.Prior()
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Evaluate(prior, sampling.Result{N: 93, Deviations: 1}, Question{Tolerable: "0.05", Confidence: "0.95"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
