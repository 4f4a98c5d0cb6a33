package sampling

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// randomRate returns a rate of one to three decimals, above 0 and below 1.
func randomRate(r *rand.Rand) Rate {
	digits := 1 + r.IntN(3)
	limit := int(math.Pow10(digits))
	return Rate(fmt.Sprintf("0.%0*d", digits, 1+r.IntN(limit-1)))
}

// slowPoisson is P(X <= k) at the mean, by its series in 300 bits.
func slowPoisson(k int64, mean *big.Rat) *big.Float {
	number := func(x *big.Rat) *big.Float { return new(big.Float).SetPrec(300).SetRat(x) }
	m := number(mean)
	term, sum, share := number(big.NewRat(1, 1)), number(big.NewRat(1, 1)), number(new(big.Rat))
	for i := int64(1); i < k+400; i++ {
		if i == k+1 {
			share.Set(sum)
		}
		term.Mul(term, m)
		term.Quo(term, number(big.NewRat(i, 1)))
		sum.Add(sum, term)
	}
	return share.Quo(share, sum)
}

// Thousands of random plans: the size is the first that meets the definition, one size after the other.
func TestRandomPlansAgainstLiteralOracle(t *testing.T) {
	const limit = 45
	r := rand.New(rand.NewPCG(11, 12))
	found := map[Model]int{}
	for range 5000 {
		p := Plan{Model: Models()[r.IntN(3)], Tolerable: randomRate(r), Expected: randomRate(r), Risk: randomRate(r)}
		if r.IntN(3) == 0 {
			p.Expected = "0"
		}
		if p.Expected.Compare(p.Tolerable) >= 0 {
			continue
		}
		tolerable, expected, risk := rat(t, p.Tolerable), rat(t, p.Expected), rat(t, p.Risk)
		dev, last := int64(0), int64(limit)
		if p.Model == Hypergeometric {
			p.Population = 1 + r.Int64N(limit)
			p.Convention = Conventions()[r.IntN(3)]
			last = p.Population
			nt := mul(big.NewRat(p.Population, 1), tolerable)
			switch floor := new(big.Int).Quo(nt.Num(), nt.Denom()).Int64(); p.Convention {
			case Ceil:
				dev = ratCeil(nt)
			case Floor:
				dev = floor
			case FloorPlus:
				dev = floor + 1
			}
		}
		got, err := p.Size()
		require.NoError(t, err)
		want := int64(0)
		for n := int64(1); n <= last && want == 0; n++ {
			k := ratCeil(mul(big.NewRat(n, 1), expected))
			meets := false
			switch p.Model {
			case Hypergeometric:
				meets = dev > 0 && slowHypergeometric(k, n, p.Population, dev).Cmp(risk) <= 0
			case Binomial:
				meets = slowBinomial(k, n, tolerable).Cmp(risk) <= 0
			case Poisson:
				meets = slowPoisson(k, mul(big.NewRat(n, 1), tolerable)).Cmp(new(big.Float).SetPrec(300).SetRat(risk)) <= 0
			}
			if meets {
				want = n
			}
		}
		if want > 0 || p.Model == Hypergeometric {
			require.Equal(t, want == 0, got.EveryItem, "%+v %+v", p, got)
			if !got.EveryItem {
				require.Equal(t, want, got.N, "%+v %+v", p, got)
			}
			found[p.Model]++
		} else {
			require.True(t, got.N == 0 || got.EveryItem || got.N > limit, "%+v %+v", p, got)
		}
		require.Equal(t, got.N == 0 || got.EveryItem, got.Reason != "")
		if got.EveryItem {
			require.Equal(t, p.Population, got.N)
		}
		if p.Model == Hypergeometric {
			if !got.EveryItem {
				require.Equal(t, dev, got.Deviations)
				require.Equal(t, p.Convention, got.Convention)
			}
		}
	}
	for _, m := range Models() {
		require.Greater(t, found[m], 500, m)
	}
}

// Random results: no limit could be one step further in.
func TestRandomLimitsAgainstLiteralOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 2500 {
		population := 1 + r.Int64N(45)
		n := 1 + r.Int64N(population)
		k := r.Int64N(n + 1)
		confidence := randomRate(r)
		risk := new(big.Rat).Sub(big.NewRat(1, 1), rat(t, confidence))
		half := mul(risk, big.NewRat(1, 2))
		got, err := Evaluate(Result{N: n, Deviations: k, Population: population}, confidence)
		require.NoError(t, err)
		upper := func(a *big.Rat) int64 {
			last := k
			for dev := k; dev <= population-(n-k); dev++ {
				if slowHypergeometric(k, n, population, dev).Cmp(a) > 0 {
					last = dev
				}
			}
			return last
		}
		lower := func(a *big.Rat) int64 {
			for dev := k; dev < population-(n-k); dev++ {
				if new(big.Rat).Sub(big.NewRat(1, 1), slowHypergeometric(k-1, n, population, dev)).Cmp(a) > 0 {
					return dev
				}
			}
			return population - (n - k)
		}
		require.Equal(t, Counts{upper(risk), lower(risk), upper(half), lower(half)}, got.Counts, "%d of %d in %d at %s", k, n, population, confidence)
	}
}

// Discovery is the complement of holding none, and its size the first that does.
func TestDiscoveryAgainstLiteralOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 1500 {
		d := Discovery{Rate: randomRate(r), Confidence: randomRate(r)}
		last := int64(60)
		if r.IntN(2) == 0 {
			d.Population = 1 + r.Int64N(60)
			last = d.Population
		}
		holds := func(n int64) *big.Rat {
			none := slowBinomial(0, n, rat(t, d.Rate))
			if d.Population > 0 {
				none = slowHypergeometric(0, n, d.Population, ratCeil(mul(big.NewRat(d.Population, 1), rat(t, d.Rate))))
			}
			return new(big.Rat).Sub(big.NewRat(1, 1), none)
		}
		want := int64(0)
		for n := int64(1); n <= last && want == 0; n++ {
			exact, _ := holds(n).Float64()
			got, err := d.Probability(n)
			require.NoError(t, err)
			require.InDelta(t, exact, got, 1e-12*exact)
			if holds(n).Cmp(rat(t, d.Confidence)) >= 0 {
				want = n
			}
		}
		got, err := d.Size()
		require.NoError(t, err)
		if want > 0 {
			require.Equal(t, want, got.N, "%+v", d)
			require.Zero(t, got.Acceptance)
		} else {
			require.Greater(t, got.N, last, "%+v %+v", d, got)
		}
	}
}

func TestDiscoveryRefuses(t *testing.T) {
	for path, d := range map[string]Discovery{
		"/rate":       {Rate: "0", Confidence: "0.9"},
		"/confidence": {Rate: "0.1", Confidence: "1"},
		"/model":      {Model: "normal", Rate: "0.1", Confidence: "0.9"},
		"/population": {Population: -1, Rate: "0.1", Confidence: "0.9"},
		"/convention": {Convention: "up", Rate: "0.1", Confidence: "0.9"},
	} {
		_, err := d.Size()
		require.ErrorContains(t, err, path)
		_, err = d.Probability(5)
		require.ErrorContains(t, err, path)
	}
	_, err := Discovery{Rate: "0.1", Confidence: "0.9", Population: 10}.Probability(11)
	require.ErrorContains(t, err, "/n")
	s, err := Discovery{Rate: "0.1", Confidence: "0.9", Population: 5, Convention: Floor}.Size()
	require.NoError(t, err)
	require.True(t, s.EveryItem)
	require.EqualValues(t, 5, s.N)
	require.Contains(t, s.Reason, "test every item")
}

// The limits miss the truth with no more than the risk: exactly for every small population, and by simulation for the
// binomial law with a fixed seed and four standard errors.
func TestLimitsCover(t *testing.T) {
	const population, n = 30, 9
	for _, confidence := range []Rate{"0.6", "0.9", "0.95"} {
		risk := 1 - number(t, string(confidence))
		for dev := int64(0); dev <= population; dev++ {
			var above, below, outside float64
			for k := int64(0); k <= n; k++ {
				l, err := Evaluate(Result{N: n, Deviations: k, Population: population}, confidence)
				require.NoError(t, err)
				p := chance(k, n, population, dev)
				if dev > l.UpperCount {
					above += p
				}
				if dev < l.LowerCount {
					below += p
				}
				if dev > l.UpperCountTwoSided || dev < l.LowerCountTwoSided {
					outside += p
				}
			}
			require.LessOrEqual(t, max(above, below, outside), risk+1e-12, "%d deviations", dev)
		}
	}
	r := rand.New(rand.NewPCG(17, 18))
	const trials = 20_000
	for _, rate := range []float64{0.01, 0.05, 0.2} {
		limits := make(map[int64]Limits)
		missed := 0
		for range trials {
			k := int64(0)
			for range 60 {
				if r.Float64() < rate {
					k++
				}
			}
			l, ok := limits[k]
			if !ok {
				var err error
				l, err = Evaluate(Result{N: 60, Deviations: k}, "0.9")
				require.NoError(t, err)
				limits[k] = l
			}
			if rate > l.Upper {
				missed++
			}
		}
		require.LessOrEqual(t, float64(missed)/trials, 0.1+4*math.Sqrt(0.09/trials))
	}
}
