package bayes

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

func mustPrior(t testing.TB, b Basis) Prior {
	t.Helper()
	p, err := b.Prior()
	require.NoError(t, err)
	return p
}

// With the prior strict, sizes and upper limits are those of package sampling; the lower limits are with (0, 1).
func TestStrictPriorGivesTheClassicalAnswers(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 1500 {
		population := int64(0)
		model := sampling.Models()[random.IntN(3)]
		if model == sampling.Hypergeometric {
			population = 2 + random.Int64N(1<<(1+random.IntN(20)))
		}
		strict := mustPrior(t, Basis{Method: Strict, Model: model, Population: population})
		pick := func(rates ...sampling.Rate) sampling.Rate { return rates[random.IntN(len(rates))] }
		tolerable, expected, confidence := pick("0.03", "0.05", "0.1", "0.25", "0.5"), pick("0", "0.005", "0.01", "0.02"), pick("0.5", "0.9", "0.95", "0.99")
		risk, err := confidence.Complement()
		require.NoError(t, err)
		convention := sampling.Convention(pick("", "ceil", "floor", "floor+1"))

		want, err := sampling.Plan{Model: model, Tolerable: tolerable, Expected: expected, Risk: risk, Population: population, Convention: convention}.Size()
		require.NoError(t, err)
		q := Question{Tolerable: tolerable, Confidence: confidence, Convention: convention}
		got, err := Plan{Prior: strict, Question: q, Expected: expected}.Size()
		require.NoError(t, err)
		if want.EveryItem { // there is no size: this package says so by 0
			want.N = 0
		}
		require.Equal(t, want.N, got.N, "%v %v %v %v %v", model, q, expected, population, got)
		if want.N > 0 {
			require.EqualValues(t, want.Acceptance, got.Deviations)
			require.InEpsilon(t, 1+want.Risk, 1+got.Intolerable, 1e-12)
			require.InEpsilon(t, 1+want.RiskOneLess, 1+got.IntolerableOneLess, 1e-12)
		}

		r := sampling.Result{Model: model, N: 2 + random.Int64N(300), Population: population}
		if population > 0 {
			r.N = 1 + random.Int64N(population)
		}
		r.Deviations = random.Int64N(min(r.N, 20))
		limits, err := sampling.Evaluate(r, confidence)
		require.NoError(t, err)
		upper, err := Evaluate(strict, r, q)
		require.NoError(t, err)
		require.InEpsilon(t, limits.Upper+1, upper.Limits.Upper+1, 1e-12, "%+v", r)
		require.InEpsilon(t, limits.UpperTwoSided+1e-9, upper.Limits.UpperTwoSided+1e-9, 1e-11, "%+v", r)
		require.Equal(t, limits.UpperCount, upper.Limits.UpperCount, "%+v", r)
		require.Equal(t, limits.UpperCountTwoSided, upper.Limits.UpperCountTwoSided, "%+v", r)

		exceeds, err := sampling.Exceeds(r, confidence, tolerable)
		require.NoError(t, err)
		q.Convention = sampling.FloorPlus
		upper, err = Evaluate(strict, r, q)
		require.NoError(t, err)
		share, err := risk.Rat()
		require.NoError(t, err)
		if x, _ := share.Float64(); math.Abs(upper.Intolerable-x) > 1e-9 {
			require.Equal(t, exceeds, upper.Intolerable > x, "%+v", r)
		}

		if r.Deviations > 0 && model != sampling.Poisson {
			mirror, err := WithParameters(model, population, 0, 1)
			require.NoError(t, err)
			lower, err := Evaluate(mirror, r, q)
			require.NoError(t, err)
			require.InEpsilon(t, limits.Lower, lower.Limits.Lower, 1e-11, "%+v", r)
			require.Equal(t, limits.LowerCountTwoSided, lower.Limits.LowerCountTwoSided, "%+v", r)
		}
	}
}

// As alpha goes to 0 with beta 1 the lower limits go to Clopper and Pearson's, and the upper ones as beta does with alpha 1.
func TestLimitsNearStrictPriors(t *testing.T) {
	r := sampling.Result{N: 60, Deviations: 3}
	want, err := sampling.Evaluate(r, "0.95")
	require.NoError(t, err)
	q := Question{Tolerable: "0.05", Confidence: "0.95"}
	for _, small := range []float64{1e-2, 1e-4, 1e-6} {
		lower, err := WithParameters(sampling.Binomial, 0, small, 1)
		require.NoError(t, err)
		upper, err := WithParameters(sampling.Binomial, 0, 1, small)
		require.NoError(t, err)
		low, err := Evaluate(lower, r, q)
		require.NoError(t, err)
		high, err := Evaluate(upper, r, q)
		require.NoError(t, err)
		require.InDelta(t, want.Lower, low.Limits.Lower, small)
		require.InDelta(t, want.Upper, high.Limits.Upper, small)
	}
}

func TestMoreDeviationsNeverHelp(t *testing.T) {
	q := Question{Tolerable: "0.05", Confidence: "0.95"}
	for _, basis := range []Basis{
		{Method: Uniform}, {Method: Uniform, Model: sampling.Poisson}, {Method: Uniform, Population: 400},
		{Method: Impartial, Tolerable: "0.05", Expected: "0.01"}, {Method: Sample, Items: 60, Deviations: 2, Weight: "0.35", Population: 400},
	} {
		prior := mustPrior(t, basis)
		for n := int64(1); n <= 90; n += 8 {
			last := Evaluation{}
			for k := int64(0); k <= min(n, 12); k++ {
				e, err := Evaluate(prior, sampling.Result{N: n, Deviations: k}, q)
				require.NoError(t, err)
				require.Greater(t, e.Limits.Upper, last.Limits.Upper)
				require.Greater(t, e.Intolerable, last.Intolerable)
				require.Greater(t, e.Mean, last.Mean)
				require.Greater(t, e.Median, last.Median)
				require.GreaterOrEqual(t, e.Mode, last.Mode)
				require.LessOrEqual(t, e.Limits.LowerTwoSided, e.Limits.Lower)
				require.LessOrEqual(t, e.Limits.Lower, e.Median)
				require.LessOrEqual(t, e.Median, e.Limits.Upper)
				require.LessOrEqual(t, e.Limits.Upper, e.Limits.UpperTwoSided)
				if k > 0 {
					require.Less(t, e.BayesFactor, last.BayesFactor)
				}
				more, err := Evaluate(prior, sampling.Result{N: n + 1, Deviations: k}, q)
				require.NoError(t, err)
				require.Less(t, more.Intolerable, e.Intolerable)
				last = e
			}
		}
	}
}

// Limits and the probability of an intolerable rate say the same.
func TestLimitIsTolerableWhereTheProbabilityIs(t *testing.T) {
	for _, basis := range []Basis{{Method: Uniform}, {Method: Uniform, Model: sampling.Poisson}, {Method: Uniform, Population: 333}} {
		prior := mustPrior(t, basis)
		for n := int64(20); n < 120; n++ {
			q := Question{Tolerable: "0.05", Confidence: "0.9", Convention: sampling.FloorPlus}
			e, err := Evaluate(prior, sampling.Result{N: n, Deviations: n / 40}, q)
			require.NoError(t, err)
			require.Equal(t, e.Intolerable <= 0.1, e.Limits.Upper <= 0.05, "%+v", e)
		}
	}
}

// The more a finite population holds, the nearer its posterior is to that of the rate.
func TestFinitePopulationApproachesTheRate(t *testing.T) {
	q := Question{Tolerable: "0.05", Confidence: "0.95"}
	r := sampling.Result{N: 80, Deviations: 1}
	want, err := Evaluate(mustPrior(t, Basis{Method: Impartial, Tolerable: "0.05"}), r, q)
	require.NoError(t, err)
	for _, population := range []int64{1e4, 1e6, 1e8, 1e12} {
		got, err := Evaluate(mustPrior(t, Basis{Method: Impartial, Tolerable: "0.05", Population: population}), r, q)
		require.NoError(t, err)
		near := 30 / float64(population)
		require.InDelta(t, want.Limits.Upper, got.Limits.Upper, near)
		require.InDelta(t, want.Intolerable, got.Intolerable, 30*near+1e-9)
		require.InDelta(t, want.Mean, got.Mean, near+1e-10)
		require.InDelta(t, want.Mode, got.Mode, near)
	}
}

// A prior has what it was asked for.
func TestPriorsKeepTheirWord(t *testing.T) {
	for _, population := range []int64{0, 250, 100_000} {
		for _, model := range []sampling.Model{sampling.Binomial, sampling.Poisson, sampling.Hypergeometric} {
			if model == sampling.Hypergeometric && population == 0 {
				continue
			}
			for _, expected := range []sampling.Rate{"", "0.004", "0.03"} {
				for _, b := range []Basis{
					{Method: Impartial, Tolerable: "0.05", Probability: "", Expected: expected},
					{Method: Hypothesis, Tolerable: "0.05", Probability: "0.8", Expected: expected},
					{Method: Bounded, Upper: "0.2", Confidence: "0.9", Expected: expected},
				} {
					b.Model, b.Population = model, population
					p := mustPrior(t, b)
					q := Question{Tolerable: b.Tolerable + b.Upper, Confidence: "0.95"}
					if b.Method == Bounded {
						q.Convention = sampling.FloorPlus
					}
					s, err := p.Summary(q)
					require.NoError(t, err)
					want := map[Method]float64{Impartial: 0.5, Hypothesis: 0.2, Bounded: 0.1}[b.Method]
					require.InEpsilon(t, want, s.Intolerable, 1e-9, "%+v", p)
					require.GreaterOrEqual(t, s.Intolerable, want*(1-1e-12), "a prior never claims more than its basis: %+v", p)
					mode, _ := exactRate(expected).Float64()
					near := 1e-9
					if model == sampling.Hypergeometric {
						near = 1 / float64(population)
					}
					require.True(t, s.HasMode)
					require.InDelta(t, mode, s.Mode, near, "%+v", p)
				}
			}
		}
	}
}

// Over rates drawn from the prior, the one-sided limits keep their confidence.
func TestCoverageUnderThePrior(t *testing.T) {
	const rounds = 20000
	random := rand.New(rand.NewPCG(17, 18))
	prior, err := WithParameters(sampling.Binomial, 0, 2, 30)
	require.NoError(t, err)
	q := Question{Tolerable: "0.05", Confidence: "0.9"}
	const n = 40
	uppers, lowers := [n + 1]float64{}, [n + 1]float64{}
	for k := range uppers {
		e, err := Evaluate(prior, sampling.Result{N: n, Deviations: int64(k)}, q)
		require.NoError(t, err)
		uppers[k], lowers[k] = e.Limits.Upper, e.Limits.Lower
	}
	below, above := 0, 0
	for range rounds {
		// The second smallest of 31 uniform numbers is of beta(2, 30).
		least, second := 1.0, 1.0
		for range 31 {
			if u := random.Float64(); u < least {
				least, second = u, least
			} else if u < second {
				second = u
			}
		}
		k := 0
		for range n {
			if random.Float64() < second {
				k++
			}
		}
		if second <= uppers[k] {
			below++
		}
		if second >= lowers[k] {
			above++
		}
	}
	fourSigma := 4 * math.Sqrt(0.9*0.1/rounds)
	require.InDelta(t, 0.9, float64(below)/rounds, fourSigma)
	require.InDelta(t, 0.9, float64(above)/rounds, fourSigma)
}

// The mode is where the probability is highest.
func TestModeOfACount(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 2000 {
		a, b, rest := float64(1+random.IntN(20))/4, float64(1+random.IntN(80))/4, int64(random.IntN(30))
		p, err := WithParameters("", rest+7, a, b)
		require.NoError(t, err)
		w := p.after(7, 3)
		_, mode, ok := w.mode()
		require.True(t, ok)
		c := w.remaining()
		for r := range rest + 1 {
			require.LessOrEqual(t, c.probability(float64(r)), c.probability(float64(mode-3))*(1+1e-13), "%v %v of %v", r, mode-3, c)
		}
	}
	for _, c := range []struct {
		a, b, mode float64
		ok         bool
	}{{1, 1, 0, false}, {0.5, 0.5, 0, false}, {1, 0.5, 1, true}, {0.5, 1, 0, true}, {1, 3, 0, true}, {3, 1, 1, true}, {3, 2, 2. / 3, true}} {
		p, err := WithParameters(sampling.Binomial, 0, c.a, c.b)
		require.NoError(t, err)
		mode, _, ok := p.before().mode()
		require.Equal(t, c.ok, ok, "%+v", c)
		require.InDelta(t, c.mode, mode, 1e-15, "%+v", c)
	}
}

func TestLargeParameters(t *testing.T) {
	q := Question{Tolerable: "0.5", Confidence: "0.95"}
	for _, basis := range []Basis{{Method: Uniform}, {Method: Uniform, Model: sampling.Poisson}, {Method: Uniform, Population: 1e12}} {
		prior := mustPrior(t, basis)
		e, err := Evaluate(prior, sampling.Result{N: 5e11, Deviations: 25e10}, q)
		require.NoError(t, err)
		require.InDelta(t, 0.5, e.Intolerable, 1e-5)
		require.InDelta(t, 0.5, e.Limits.Upper, 1e-5)
		require.Greater(t, e.Limits.Upper, e.Limits.Lower)
	}
	require.Equal(t, 0, new(big.Rat).SetInt64(1).Cmp(rational(1)))
}
