package bayes

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// The functions here restate the definitions by sums in math/big, without regard to cost.

func wide() *big.Float { return new(big.Float).SetPrec(2000) }

// slowBetaUpper is P(X > x) of beta(a, b) with whole a and b: that of fewer than a successes in a+b-1 trials at rate x.
func slowBetaUpper(a, b int64, x *big.Rat) *big.Float {
	p, q := wide().SetRat(x), wide().SetRat(new(big.Rat).Sub(big.NewRat(1, 1), x))
	trials := a + b - 1
	term := wide().SetInt64(1)
	base := wide().Set(q)
	for e := trials; e > 0; e >>= 1 {
		if e&1 == 1 {
			term.Mul(term, base)
		}
		base.Mul(base, base)
	}
	total := wide().Set(term)
	for i := int64(1); i < a; i++ {
		term.Mul(term, p)
		term.Mul(term, wide().SetInt64(trials-i+1))
		term.Quo(term, wide().SetInt64(i))
		term.Quo(term, q)
		total.Add(total, term)
	}
	return total
}

// slowGammaUpper is P(X > x) of gamma(a, 1) with whole a: that of fewer than a events with mean x.
func slowGammaUpper(a int64, x *big.Rat) *big.Float {
	mean := wide().SetRat(x)
	term, total, share := wide().SetInt64(1), wide(), wide()
	for i := int64(1); ; i++ {
		total.Add(total, term)
		if i == a {
			share.Set(total)
		}
		term.Mul(term, mean)
		term.Quo(term, wide().SetInt64(i))
		if i > a && wide().SetInt64(i).Cmp(mean) > 0 && term.MantExp(nil) < total.MantExp(nil)-1000 {
			return share.Quo(share, total)
		}
	}
}

// slowCountUpper is P(R >= first) of beta-binomial(items, a, b), exactly.
func slowCountUpper(items, first int64, a, b *big.Rat) *big.Rat {
	term, whole, upper := big.NewRat(1, 1), new(big.Rat), new(big.Rat)
	for r := int64(0); r <= items; r++ {
		whole.Add(whole, term)
		if r >= first {
			upper.Add(upper, term)
		}
		if r < items {
			term.Mul(term, big.NewRat(items-r, r+1))
			term.Mul(term, new(big.Rat).Add(a, big.NewRat(r, 1)))
			term.Quo(term, new(big.Rat).Add(b, big.NewRat(items-r-1, 1)))
		}
	}
	return upper.Quo(upper, whole)
}

// requireTails demands both tails to within the relative error where they are small, given the upper one.
func requireTails(t *testing.T, upper *big.Float, gotLower, gotUpper float64, what ...any) {
	t.Helper()
	lower := wide().Sub(wide().SetInt64(1), upper)
	small, got := upper, gotUpper
	if lower.Cmp(upper) < 0 {
		small, got = lower, gotLower
	}
	want, _ := small.Float64()
	require.LessOrEqual(t, math.Abs(got-want), 1e-12*want+1e-300, fmt.Sprint("want ", want, " got ", got, " of ", fmt.Sprint(what...)))
	require.InDelta(t, 1, gotLower+gotUpper, 1e-15)
}

func TestBetaTailsAreBinomialTails(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		a, b := 1+random.Int64N(1<<random.IntN(9)), 1+random.Int64N(1<<random.IntN(12))
		x := big.NewRat(1+random.Int64N(9999), 10000)
		lower, upper := distribution.Beta(float64(a), float64(b), distribution.RateOf(x))
		requireTails(t, slowBetaUpper(a, b, x), lower, upper, a, " ", b, " ", x)
	}
	// Hard points: tiny tails, large parameters, either method at its border.
	for _, c := range [][4]int64{
		{1, 10000, 5, 100}, {1001, 30000, 4, 100}, {50, 60, 999, 1000}, {1000, 2, 999, 1000}, {10000, 2, 9999, 10000},
		{3, 1e12, 8, 1e12}, {3, 1e12, 1, 1e12}, {1000, 1e12, 1100, 1e12}, {1000, 1e12, 900, 1e12}, {1, 1e12, 1, 1e10},
		{19999, 1e6, 21, 1000}, {20001, 1e6, 21, 1000}, {20001, 1e6, 19, 1000}, {20001, 1e12, 205, 1e10}, {30000, 30001, 1, 2},
	} {
		x := big.NewRat(c[2], c[3])
		lower, upper := distribution.Beta(float64(c[0]), float64(c[1]), distribution.RateOf(x))
		requireTails(t, slowBetaUpper(c[0], c[1], x), lower, upper, c)
	}
}

func TestGammaTailsArePoissonTails(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		a := 1 + random.Int64N(1<<random.IntN(9))
		x := big.NewRat(1+random.Int64N(4*a*100), 100)
		lower, upper := distribution.Gamma(float64(a), distribution.PairOf(x))
		requireTails(t, slowGammaUpper(a, x), lower, upper, a, " ", x)
	}
	for _, c := range [][2]int64{{1, 600}, {100, 10}, {19999, 20100}, {20001, 20100}, {20001, 19500}} {
		lower, upper := distribution.Gamma(float64(c[0]), distribution.Pair{High: float64(c[1])})
		requireTails(t, slowGammaUpper(c[0], big.NewRat(c[1], 1)), lower, upper, c)
	}
}

func TestCountTailsAreTheSumsOfTheirTerms(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	quarters := func(most int64) *big.Rat { return big.NewRat(1+random.Int64N(4*most), 4) }
	for range 3000 {
		items := 1 + random.Int64N(1<<random.IntN(7))
		a, b := quarters(1<<random.IntN(6)), quarters(1<<random.IntN(9))
		first := random.Int64N(items + 2)
		x, _ := a.Float64()
		y, _ := b.Float64()
		lower, upper := count{items, x, y}.tails(first)
		requireTails(t, wide().SetRat(slowCountUpper(items, first, a, b)), lower, upper, items, " ", first, " ", a, " ", b)
	}
}

// With whole parameters P(R >= first) is that of fewer than a of the a+b-1 marked items among the first first+a-1 of all.
func TestCountTailsAreHypergeometricTails(t *testing.T) {
	for _, c := range [][4]int64{
		{1e6, 1, 59, 5e4}, {1e6, 30, 400, 5e4}, {1e9, 11, 200, 5e7}, {1e12, 1, 59, 5e10}, {1e12, 4, 3000, 5e9},
		{1e12, 101, 5000, 3e10}, {1e12, 2, 2, 9e11}, {1e12, 1, 1, 9e11}, {1e12, 60, 1, 999e9}, {1e12, 1, 60, 2},
		{100000, 5, 5, 90000}, {20000, 1, 2, 19000}, {1e8, 1, 1, 5},
	} {
		items, a, b, first := c[0], c[1], c[2], c[3]
		all, marked, drawn := items+a+b-1, a+b-1, first+a-1
		term := wide().SetInt64(1)
		for i := range marked {
			term.Mul(term, wide().SetInt64(all-drawn-i))
			term.Quo(term, wide().SetInt64(all-i))
		}
		total := wide().Set(term)
		for i := int64(1); i < a; i++ {
			term.Mul(term, wide().SetInt64((marked - i + 1)))
			term.Mul(term, wide().SetInt64(drawn-i+1))
			term.Quo(term, wide().SetInt64(i))
			term.Quo(term, wide().SetInt64(all-marked-drawn+i))
			total.Add(total, term)
		}
		lower, upper := count{items, float64(a), float64(b)}.tails(first)
		requireTails(t, total, lower, upper, c)
	}
}

// Values of mpmath 1.3 with 40 digits and more, where parameters are not whole.
func TestTailsWithFractionalParameters(t *testing.T) {
	for _, c := range []struct {
		a, b         float64
		num, den     int64
		lower, upper float64
	}{
		{1.6, 17.4, 5, 100, 0.35231502990743659004, 0.64768497009256340996},
		{0.5, 0.5, 1, 3, 0.39182655203060727017, 0.60817344796939272983},
		{1e-06, 3, 1, 100, 0.99999687488409197316, 3.1251159080268440854e-6},
		{1.154, 16.38, 5, 100, 0.50050300922479747045, 0.49949699077520252955},
		{3.25, 1e6, 9, 1e6, 0.99126874405808390777, 0.0087312559419160922294},
		{2.5, 1e12, 8, 1e12, 0.99315592607779655241, 0.006844073922203447593},
		{1000000.5, 3.5, 999990, 1e6, 0.0055693914817784221633, 0.99443060851822057784},
		{30.5, 0.25, 999, 1000, 0.54305313433284599018, 0.45694686566715400982},
		{200.5, 4000.25, 6, 100, 0.99975603131446628245, 0.00024396868553371755024},
		{1500.5, 30000, 4, 100, 9.6761340461097716749e-12, 0.99999999999032386595},
	} {
		lower, upper := distribution.Beta(c.a, c.b, distribution.RateOf(big.NewRat(c.num, c.den)))
		require.InEpsilon(t, c.lower, lower, 1e-12, "%+v", c)
		require.InEpsilon(t, c.upper, upper, 1e-12, "%+v", c)
	}
	for _, c := range []struct {
		items        int64
		a, b         float64
		first        int64
		lower, upper float64
	}{
		{1000, 1.6, 17.4, 50, 0.35093580767778260989, 0.64906419232221739011},
		{200000, 1.6, 17.4, 10000, 0.35230808681026325657, 0.64769191318973674343},
		{200000, 0.5, 0.5, 150000, 0.66666436947174166209, 0.33333563052825833791},
		{200000, 0.5, 3.25, 100, 0.043705379406923853154, 0.95629462059307614685},
		{200000, 40.5, 700.25, 8000, 0.03000368810185974057, 0.96999631189814025943},
		{200000, 2.25, 0.125, 199000, 0.40966495335810735289, 0.59033504664189264711},
		{100000, 3000.5, 3000.5, 50500, 0.77386858171920843583, 0.22613141828079156417},
		{3500, 2.5, 58.25, 175, 0.69619914296807612404, 0.30380085703192387596},
	} {
		lower, upper := count{c.items, c.a, c.b}.tails(c.first)
		require.InEpsilon(t, c.lower, lower, 1e-12, "%+v", c)
		require.InEpsilon(t, c.upper, upper, 1e-12, "%+v", c)
	}
}

// The comparison of near ties and the tails have no step in common; they agree wherever the former gives an answer.
func TestExactTailsAgreeWithTheOthers(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	decimal := func(most float64) *big.Rat { return rational(math.Round(1+random.Float64()*most*1000) / 1000) }
	check := func(lower, upper *big.Float, gotLower, gotUpper float64, what ...any) {
		require.NotNil(t, lower, fmt.Sprint(what...))
		require.NotNil(t, upper, fmt.Sprint(what...))
		requireTails(t, upper.Quo(upper, precisely().Add(lower, upper)), gotLower, gotUpper, what...)
	}
	for range 40 {
		a, b, x := decimal(30), decimal(300), big.NewRat(50+random.Int64N(900), 1000)
		if random.IntN(2) == 0 {
			a = big.NewRat(1+random.Int64N(30), 1)
		}
		af, _ := a.Float64()
		bf, _ := b.Float64()
		lower, upper := exactBeta(a, b, x)
		gotLower, gotUpper := distribution.Beta(af, bf, distribution.RateOf(x))
		check(lower, upper, gotLower, gotUpper, "beta ", a, b, x)

		mean := new(big.Rat).Mul(b, big.NewRat(1, 5))
		lower, upper = exactGamma(a, mean)
		gotLower, gotUpper = distribution.Gamma(af, distribution.PairOf(mean))
		check(lower, upper, gotLower, gotUpper, "gamma ", a, mean)

		items := int64(1) << random.IntN(9)
		first := 1 + random.Int64N(items)
		lower, upper = exactCount(items, first, a, b)
		gotLower, gotUpper = count{items, af, bf}.tails(first)
		check(lower, upper, gotLower, gotUpper, "count ", items, first, a, b)
	}
	for _, c := range [][4]string{{"3", "121", "10000000", "500000"}, {"1.6", "17.4", "10000000", "1000000"}, {"2", "58.5", "1000000000000", "50000000000"}} {
		a, _ := new(big.Rat).SetString(c[0])
		b, _ := new(big.Rat).SetString(c[1])
		items, _ := new(big.Int).SetString(c[2], 10)
		first, _ := new(big.Int).SetString(c[3], 10)
		af, _ := a.Float64()
		bf, _ := b.Float64()
		lower, upper := exactCount(items.Int64(), first.Int64(), a, b)
		gotLower, gotUpper := count{items.Int64(), af, bf}.tails(first.Int64())
		check(lower, upper, gotLower, gotUpper, c)
	}
}

// literalSize scans all sizes from 0 on and returns the first whose exact posterior is within the risk, and whether the
// risk was met exactly.
func literalSize(p Plan, limit int64) (want int64, found, tie bool) {
	risk := complement(exactRate(p.Confidence))
	tolerable, expected := exactRate(p.Tolerable), exactRate(p.Expected)
	population := p.Prior.Population
	for n := int64(0); n <= limit; n++ {
		product, k := new(big.Rat).Mul(expected, big.NewRat(n, 1)), int64(0)
		for big.NewRat(k, 1).Cmp(product) < 0 {
			k++
		}
		a := new(big.Rat).Add(rational(p.Prior.Alpha), big.NewRat(k, 1))
		b := new(big.Rat).Add(rational(p.Prior.Beta), big.NewRat(n-k, 1))
		var sign int
		switch {
		case p.Prior.Model == sampling.Hypergeometric && n == population:
			sign = -1
			if k >= firstIntolerable(p) {
				sign = 1
			}
		case a.Sign() == 0 || b.Sign() == 0:
			sign = 1
		case p.Prior.Model == sampling.Hypergeometric:
			sign = slowCountUpper(population-n, firstIntolerable(p)-k, a, b).Cmp(risk)
		case p.Prior.Model == sampling.Poisson:
			b.Add(b, big.NewRat(k, 1))
			sign = slowGammaUpper(a.Num().Int64(), b.Mul(b, tolerable)).Cmp(wide().SetRat(risk))
		default:
			diff := wide().Sub(slowBetaUpper(a.Num().Int64(), b.Num().Int64(), tolerable), wide().SetRat(risk))
			sign = diff.Sign()
			if diff.MantExp(nil) < -1500 {
				sign = 0
			}
		}
		if sign <= 0 {
			return n, true, sign == 0
		}
	}
	return 0, false, false
}

func firstIntolerable(p Plan) int64 {
	product := new(big.Rat).Mul(exactRate(p.Tolerable), big.NewRat(p.Prior.Population, 1))
	floor := new(big.Int).Quo(product.Num(), product.Denom()).Int64()
	switch {
	case p.Convention == sampling.FloorPlus:
		return floor + 1
	case p.Convention == sampling.Floor, product.IsInt():
		return floor
	}
	return floor + 1
}

func TestSizeIsTheFirstThatMeetsTheDefinition(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	pick := func(rates ...sampling.Rate) sampling.Rate { return rates[random.IntN(len(rates))] }
	sizes, ties, sufficient, none := 0, 0, 0, 0
	for range 2000 {
		var prior Prior
		var err error
		limit := int64(60)
		switch random.IntN(3) {
		case 0:
			prior, err = WithParameters(sampling.Binomial, 0, float64(1+random.IntN(3)), float64(random.IntN(12)))
		case 1:
			prior, err = WithParameters(sampling.Poisson, 0, float64(1+random.IntN(3)), float64(random.IntN(12)))
		default:
			limit = 1 + random.Int64N(40)
			prior, err = WithParameters("", limit, float64(random.IntN(9))/4, float64(1+random.IntN(30))/4)
		}
		require.NoError(t, err)
		p := Plan{Prior: prior, Question: Question{
			Tolerable: pick("0.1", "0.2", "0.25", "0.3", "0.5", "0.75"), Confidence: pick("0.5", "0.75", "0.8", "0.875", "0.9", "0.95"),
			Convention: sampling.Convention(pick("", "floor", "floor+1", "ceil")),
		}, Expected: pick("0", "0", "0.01", "0.05", "0.1")}
		if exactRate(p.Expected).Cmp(exactRate(p.Tolerable)) >= 0 {
			continue
		}
		want, found, tie := literalSize(p, limit)
		got, err := p.Size()
		require.NoError(t, err)
		switch {
		case !found && p.Prior.Model != sampling.Hypergeometric:
			require.True(t, got.N == 0 || got.N > limit, "%+v %+v", p, got)
		case !found:
			none++
			require.Zero(t, got.N, "%+v %+v", p, got)
			require.False(t, got.Sufficient, "%+v", p)
			require.NotEmpty(t, got.Reason)
		default:
			sizes++
			if tie {
				ties++
			}
			require.Equal(t, want, got.N, "%+v %+v", p, got)
			require.Equal(t, want == 0, got.Sufficient)
			require.Equal(t, want > 0 && want == p.Prior.Population, got.Census)
			risk, _ := complement(exactRate(p.Confidence)).Float64()
			require.LessOrEqual(t, got.Intolerable, risk*(1+1e-12))
			if want == 0 {
				sufficient++
				require.NotEmpty(t, got.Reason)
			} else {
				require.Greater(t, got.IntolerableOneLess, risk)
			}
		}
	}
	require.Greater(t, sizes, 1000)
	require.Greater(t, ties, 8, "the grid is meant to hold exact ties")
	require.Greater(t, sufficient, 15)
	require.Greater(t, none, 15)
}

// The search for a fractional plan jumps; a scan finds the same size.
func TestFractionalSizeIsTheFirst(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 400 {
		model := []sampling.Model{sampling.Binomial, sampling.Poisson}[random.IntN(2)]
		prior, err := WithParameters(model, 0, math.Round(random.Float64()*3000)/1000+0.001, math.Round(random.Float64()*40000)/1000)
		require.NoError(t, err)
		p := Plan{Prior: prior, Question: Question{Tolerable: "0.1", Confidence: "0.9"}, Expected: sampling.Rate(fmt.Sprintf("0.0%d", random.IntN(8))), Fractional: true}
		got, err := p.Size()
		require.NoError(t, err)
		s := search{prior: prior, cut: cutAt(exactRate(p.Tolerable), 0, ""), risk: levelOf(big.NewRat(1, 10)), expected: exactRate(p.Expected), fractional: true, limit: 1e12}
		want := int64(0)
		for s.isRefused(want) {
			want++
		}
		require.Equal(t, want, got.N, "%+v", p)
		for n := want; want > 0 && n < want+200; n++ {
			require.False(t, s.isRefused(n), "%+v at %d", p, n)
		}
	}
}
