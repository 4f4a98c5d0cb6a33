package sampling

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSizesAreMonotone(t *testing.T) {
	size := func(p Plan) int64 {
		t.Helper()
		s, err := p.Size()
		require.NoError(t, err)
		require.NotZero(t, s.N, "%+v: %s", p, s.Reason)
		return s.N
	}
	for _, population := range []int64{0, 2000, 100_000} {
		for _, model := range []Model{"", Poisson} {
			base := Plan{Model: model, Tolerable: "0.05", Expected: "0.01", Risk: "0.05", Population: population}
			grow := func(name string, plans ...Plan) {
				for i := 1; i < len(plans); i++ {
					require.GreaterOrEqual(t, size(plans[i]), size(plans[i-1]), "%s: %+v", name, plans[i])
				}
			}
			with := func(change func(*Plan)) Plan { p := base; change(&p); return p }
			grow("a lower risk needs no fewer items",
				with(func(p *Plan) { p.Risk = "0.2" }), with(func(p *Plan) { p.Risk = "0.1" }), base, with(func(p *Plan) { p.Risk = "0.01" }))
			grow("a lower tolerable rate needs no fewer items",
				with(func(p *Plan) { p.Tolerable = "0.2" }), with(func(p *Plan) { p.Tolerable = "0.1" }), base, with(func(p *Plan) { p.Tolerable = "0.03" }))
			grow("a higher expected rate needs no fewer items",
				with(func(p *Plan) { p.Expected = "0" }), base, with(func(p *Plan) { p.Expected = "0.02" }), with(func(p *Plan) { p.Expected = "0.03" }))
		}
	}
	infinite := Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"}
	poisson := infinite
	poisson.Model = Poisson
	require.LessOrEqual(t, size(infinite), size(poisson))
	for _, population := range []int64{300, 1000, 10_000, 1_000_000} {
		finite := infinite
		finite.Population = population
		require.LessOrEqual(t, size(finite), size(infinite))
	}
}

func TestTailsAreMonotoneAndComplete(t *testing.T) {
	rate, err := Rate("0.05").fraction()
	require.NoError(t, err)
	for _, l := range []law{lawAt(Binomial, 400, rate), lawAt(Poisson, 400, rate), lawOf(400, 3000, 150), lawOf(2900, 3000, 150)} {
		previous := 0.0
		for k := int64(-1); k <= 401; k++ {
			lower, upper := l.tails(k)
			require.InDelta(t, 1, lower+upper, 1e-15)
			require.GreaterOrEqual(t, lower, previous*(1-1e-12), "%+v at %d", l, k)
			previous = lower
		}
	}
}

func TestLimitsInvertTheDistribution(t *testing.T) {
	for _, n := range []int64{1, 20, 365, 100_000, 1_000_000_000} {
		for _, k := range []int64{0, 1, 2, 10, 300, n / 2, n - 1} {
			if k < 0 || k >= n {
				continue
			}
			for _, model := range []Model{Binomial, Poisson} {
				r := Result{Model: model, N: n, Deviations: k}
				l, err := Evaluate(r, "0.95")
				require.NoError(t, err)
				require.Less(t, l.LowerTwoSided-l.Lower, 1e-300)
				require.LessOrEqual(t, l.Lower, float64(k)/float64(n))
				require.Greater(t, l.Upper, float64(k)/float64(n))
				require.Greater(t, l.UpperTwoSided, l.Upper)
				if l.Upper < 0.999 {
					below, above := RoundDown(l.Upper*(1-1e-6), 9), RoundUp(l.Upper*(1+1e-6), 9)
					if float64(k) > 0 || l.Upper > 1e-6 {
						isAbove, err := Exceeds(r, "0.95", below)
						require.NoError(t, err)
						require.True(t, isAbove, "%+v %v %s", r, l, below)
					}
					isAbove, err := Exceeds(r, "0.95", above)
					require.NoError(t, err)
					require.False(t, isAbove, "%+v %v %s", r, l, above)
				}
			}
		}
	}
	for k := int64(1); k < 60; k++ {
		before, err := Evaluate(Result{N: 60, Deviations: k - 1}, "0.9")
		require.NoError(t, err)
		after, err := Evaluate(Result{N: 60, Deviations: k}, "0.9")
		require.NoError(t, err)
		require.Greater(t, after.Upper, before.Upper)
		require.Greater(t, after.Lower, before.Lower)
		// Exchanging deviations and items in order mirrors the limits.
		mirror, err := Evaluate(Result{N: 60, Deviations: 60 - k}, "0.9")
		require.NoError(t, err)
		require.InDelta(t, 1-mirror.Lower, after.Upper, 1e-14)
	}
}

// A plan that is met never exceeds its tolerable rate, under any convention and model; with one more deviation than
// accepted it does wherever that was not already settled by the size.
func TestMetPlansDoNotExceed(t *testing.T) {
	for _, population := range []int64{0, 13, 52, 250, 1000} {
		for _, tolerable := range []Rate{"0.05", "0.1", "0.12", "0.2"} {
			for _, expected := range []Rate{"0", "0.02", "0.04"} {
				for _, risk := range []Rate{"0.05", "0.1"} {
					for _, convention := range Conventions() {
						p := Plan{Tolerable: tolerable, Expected: expected, Risk: risk, Population: population, Convention: convention}
						s, err := p.Size()
						require.NoError(t, err)
						if s.EveryItem {
							continue
						}
						confidence := map[Rate]Rate{"0.05": "0.95", "0.1": "0.9"}[risk]
						above, err := Exceeds(Result{N: s.N, Deviations: s.Acceptance, Population: population}, confidence, tolerable)
						require.NoError(t, err)
						require.False(t, above, "%+v %+v", p, s)
						if population == 0 && s.N > s.Acceptance {
							above, err = Exceeds(Result{N: s.N, Deviations: s.Acceptance + 1}, confidence, tolerable)
							require.NoError(t, err)
							require.True(t, above, "%+v %+v", p, s)
						}
					}
				}
			}
		}
	}
}

func TestWholePopulationHasNoSamplingRisk(t *testing.T) {
	for _, model := range []Model{"", Binomial, Poisson, Hypergeometric} {
		l, err := Evaluate(Result{Model: model, N: 40, Deviations: 3, Population: 40}, "0.95")
		require.NoError(t, err)
		require.Equal(t, Limits{0.075, 0.075, 0.075, 0.075, Counts{3, 3, 3, 3}, true}, l)
	}
}

func TestRoundUpAndDown(t *testing.T) {
	for _, c := range []struct {
		rate     float64
		digits   int
		up, down Rate
	}{
		{0.0487029133, 3, "0.049", "0.048"},
		{0.1, 1, "0.1", "0.1"}, // the float64 nearest to 0.1 is above it
		{0.30000000000000004, 1, "0.3", "0.3"},
		{0.3000001, 1, "0.4", "0.3"},
		{0.2999999, 1, "0.3", "0.2"},
		{1, 4, "1.0000", "1.0000"},
		{0, 4, "0.0000", "0.0000"},
		{0.5, 0, "1", "0"},
		{1e-12, 9, "0.000000001", "0.000000000"},
		{2.3, 2, "1.00", "1.00"},
		{-1, 2, "0.00", "0.00"},
		{math.Inf(1), 2, "1.00", "1.00"},
		{math.NaN(), 2, "", ""},
		{0.123456789123, 40, "0.123456790", "0.123456789"},
		{0.25, -3, "1", "0"},
	} {
		require.Equal(t, c.up, RoundUp(c.rate, c.digits), "%v %d", c.rate, c.digits)
		require.Equal(t, c.down, RoundDown(c.rate, c.digits), "%v %d", c.rate, c.digits)
	}
}
