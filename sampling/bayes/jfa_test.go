package bayes

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

// The expected values are those that the R package jfa tests itself against (github.com/koenderks/jfa, tests/testthat,
// test-auditPrior.R, test-planning.R), to the digits that it gives.

func TestPriorsOfJfa(t *testing.T) {
	const poisson, finite = sampling.Poisson, sampling.Hypergeometric
	for _, c := range []struct {
		basis       Basis
		alpha, beta float64
		tolerance   float64
	}{
		{Basis{Method: Uniform}, 1, 1, 0},
		{Basis{Method: Uniform, Model: poisson}, 1, 1, 0},
		{Basis{Method: Uniform, Population: 3500}, 1, 1, 0},
		{Basis{Method: Strict}, 1, 0, 0},
		{Basis{Method: Impartial, Tolerable: "0.05"}, 1, 13.51341, 1e-5},
		{Basis{Method: Impartial, Tolerable: "0.05", Expected: "0.02"}, 1.4114, 21.1586, 5e-3},
		{Basis{Method: Impartial, Tolerable: "0.05", Expected: "0.01"}, 1.1554, 16.3846, 1e-2},
		{Basis{Method: Impartial, Tolerable: "0.05", Expected: "0.025"}, 1.6146, 24.9694, 4e-3},
		{Basis{Method: Impartial, Tolerable: "0.05", Model: poisson}, 1, 13.86294, 1e-5},
		{Basis{Method: Impartial, Tolerable: "0.05", Expected: "0.01", Model: poisson}, 1.1722, 17.22, 1e-2},
		{Basis{Method: Impartial, Tolerable: "0.05", Expected: "0.025", Model: poisson}, 1.681, 27.24, 4e-3},
		{Basis{Method: Hypothesis, Tolerable: "0.05", Probability: "0.3"}, 1, 6.954, 1e-3},
		{Basis{Method: Hypothesis, Tolerable: "0.05", Probability: "0.7"}, 1, 23.47232, 1e-5},
		{Basis{Method: Hypothesis, Tolerable: "0.05", Probability: "0.3", Model: poisson}, 1, 7.133, 1e-3},
		{Basis{Method: RiskModel, Tolerable: "0.05", Confidence: "0.95", InherentRisk: "0.6", ControlRisk: "0.6"}, 1, 20, 0},
		{Basis{Method: RiskModel, Tolerable: "0.05", Confidence: "0.95", InherentRisk: "0.6", ControlRisk: "0.6", Model: poisson}, 1, 20, 0},
		{Basis{Method: RiskModel, Tolerable: "0.05", Confidence: "0.95", InherentRisk: "0.6", ControlRisk: "0.6", Population: 3500}, 1, 19, 0},
		{Basis{Method: Sample, Items: 30, Deviations: 1}, 2, 29, 0},
		{Basis{Method: Sample, Items: 30, Deviations: 1, Model: poisson}, 2, 30, 0},
		{Basis{Method: Sample, Items: 30, Deviations: 1, Model: finite, Population: 3500}, 2, 29, 0},
		{Basis{Method: Sample, Items: 30, Deviations: 1, Weight: "0.6"}, 1.6, 17.4, 0},
		{Basis{Method: Sample, Items: 30, Deviations: 1, Weight: "0.6", Model: poisson}, 1.6, 18, 0},
		// jfa walks in steps of 0.0001 deviations, and for gamma uses Stewart's approximation.
		{Basis{Method: Bounded, Expected: "0.015", Upper: "0.25", Confidence: "0.95"}, 1.1581, 11.3819, 7e-3},
		{Basis{Method: Bounded, Expected: "0.015", Upper: "0.25", Confidence: "0.95", Model: poisson}, 1.20259, 13.50597, 3e-2},
	} {
		p, err := c.basis.Prior()
		require.NoError(t, err, "%+v", c.basis)
		require.InDelta(t, c.alpha, p.Alpha, c.tolerance, "%+v", p)
		require.InDelta(t, c.beta, p.Beta, c.tolerance, "%+v", p)
		require.Empty(t, p.Validate())
	}
}

func TestSizesOfJfa(t *testing.T) {
	const poisson = sampling.Poisson
	for _, c := range []struct {
		basis               Basis
		tolerable, expected sampling.Rate
		n                   int64
		deviations          float64
	}{
		{Basis{Method: Uniform, Model: poisson}, "0.05", "0.025", 228, 5.7},
		{Basis{Method: Uniform}, "0.05", "0.025", 220, 5.5},
		{Basis{Method: Uniform, Population: 1000}, "0.05", "0.025", 196, 5},
		{Basis{Method: Uniform, Population: 10000}, "0.05", "0", 58, 0},
		{Basis{Method: Hypothesis, Tolerable: "0.05", Probability: "0.7"}, "0.05", "0.01", 55, 0.55},
		{Basis{Method: Sample, Items: 58, Weight: "0.6"}, "0.05", "0.01", 38, 0.38},
		{Basis{Method: Sample, Items: 58}, "0.03", "0.013", 143, 1.859},
		{Basis{Method: Uniform}, "0.03", "0.013", 293, 3.809},
		{Basis{Method: Uniform, Model: poisson}, "0.01", "0", 299, 0},
		{Basis{Method: Uniform}, "0.05", "0", 58, 0},
	} {
		prior, err := c.basis.Prior()
		require.NoError(t, err)
		q := Question{Tolerable: c.tolerable, Confidence: "0.95"}
		size, err := Plan{Prior: prior, Question: q, Expected: c.expected, Fractional: c.basis.Population == 0}.Size()
		require.NoError(t, err, "%+v", c)
		require.Equal(t, c.n, size.N, "%+v", c)
		require.InDelta(t, c.deviations, size.Deviations, 1e-12, "%+v", c)
	}
}

// After the samples that are planned for 2 % tolerable, none expected.
func TestBayesFactorsOfJfa(t *testing.T) {
	for _, c := range []struct {
		basis Basis
		want  float64
	}{
		{Basis{Method: Uniform}, 945.2848},
		{Basis{Method: Uniform, Population: 1000}, 933.7705249},
		{Basis{Method: Impartial, Tolerable: "0.02", Model: sampling.Poisson}, 19.35135},
		{Basis{Method: Impartial, Tolerable: "0.02"}, 19.01047},
	} {
		prior, err := c.basis.Prior()
		require.NoError(t, err)
		q := Question{Tolerable: "0.02", Confidence: "0.95"}
		size, err := Plan{Prior: prior, Question: q, Expected: "0"}.Size()
		require.NoError(t, err)
		e, err := Evaluate(prior, sampling.Result{N: size.N}, q)
		require.NoError(t, err)
		require.True(t, e.HasBayesFactor)
		require.InEpsilon(t, c.want, e.BayesFactor, 1e-6, "%+v", c)
	}
}
