package distribution

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// poissonAtMost returns P(X <= k) for a Poisson mean, as a quotient of two sums of big.Float: no exponential is needed.
func poissonAtMost(k int64, mean *big.Rat) *big.Float {
	m := precise().SetRat(mean)
	term, sum := unit(), unit()
	var share *big.Float
	for i := int64(1); ; i++ {
		if i == k+1 {
			share = precise().Set(sum)
		}
		term.Mul(term, m).Quo(term, precise().SetInt64(i))
		sum.Add(sum, term)
		if i > k && term.MantExp(nil) < sum.MantExp(nil)-preciseBits-10 {
			return share.Quo(share, sum)
		}
	}
}

// binomialAtMost returns P(X <= k) exactly.
func binomialAtMost(n, k int64, p *big.Rat) *big.Rat {
	q := new(big.Rat).Sub(big.NewRat(1, 1), p)
	power := func(r *big.Rat, e int64) *big.Rat {
		exponent := big.NewInt(e)
		return new(big.Rat).SetFrac(new(big.Int).Exp(r.Num(), exponent, nil), new(big.Int).Exp(r.Denom(), exponent, nil))
	}
	sum := new(big.Rat)
	for i := int64(0); i <= k; i++ {
		term := new(big.Rat).SetInt(new(big.Int).Binomial(n, i))
		sum.Add(sum, term.Mul(term, power(p, i)).Mul(term, power(q, n-i)))
	}
	return sum
}

func TestWholeParametersAgainstExactSums(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	var gamma, beta deviation
	for range 400 {
		n := 1 + random.Int64N(120)
		k := random.Int64N(n)
		p := big.NewRat(1+random.Int64N(999), 1000)
		want, _ := binomialAtMost(n, k, p).Float64()
		_, got := Beta(float64(k+1), float64(n-k), RateOf(p))
		beta.add(got, want, n, " ", k, " ", p)

		mean := big.NewRat(1+random.Int64N(100_000), 1000)
		want, _ = poissonAtMost(k, mean).Float64()
		_, got = Gamma(float64(k+1), PairOf(mean))
		gamma.add(got, want, k, " ", mean)
	}
	gamma.requireBelow(t, 1e-12, "gamma against sums")
	beta.requireBelow(t, 1e-12, "beta against sums")
}

// What is compared precisely agrees with exact sums in the last of 500 bits, and with itself at a tie.
func TestCompare(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	hair := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 450))
	for range 20 {
		n := 1 + random.Int64N(60)
		k := random.Int64N(n)
		p := big.NewRat(1+random.Int64N(99), 100)
		exact := binomialAtMost(n, k, p)
		mean := big.NewRat(1+random.Int64N(3000), 100)
		poisson, _ := poissonAtMost(k, mean).Rat(nil)
		a, b := big.NewRat(k+1, 1), big.NewRat(n-k, 1)
		for sign, q := range map[int]*big.Rat{0: exact, +1: new(big.Rat).Sub(exact, hair), -1: new(big.Rat).Add(exact, hair)} {
			got, certain := CompareUpperBeta(a, b, p, q)
			require.True(t, certain)
			require.Equal(t, sign, got, "n=%d k=%d p=%s", n, k, p)
		}
		for sign, q := range map[int]*big.Rat{0: poisson, +1: new(big.Rat).Sub(poisson, hair), -1: new(big.Rat).Add(poisson, hair)} {
			got, certain := CompareUpperGamma(a, mean, q)
			require.True(t, certain)
			require.Equal(t, sign, got, "k=%d mean=%s", k, mean)
		}
	}
}

// Of fractional parameters the comparison agrees with the reference values of 25 digits.
func TestCompareFractional(t *testing.T) {
	r := readReference(t)
	near := func(f float64, scale int64) *big.Rat {
		exact := new(big.Rat).SetFloat64(f)
		return exact.Add(exact, new(big.Rat).Mul(exact, big.NewRat(scale, 1_000_000_000_000)))
	}
	compared := 0
	for _, row := range r.Gamma {
		a, x, upper := number(t, row[0]), number(t, row[1]), number(t, row[3])
		if a > 200 {
			continue // for the time that it takes
		}
		for _, scale := range []int64{-1, 1} {
			sign, certain := CompareUpperGamma(near(a, 0), near(x, 0), near(upper, scale))
			if certain {
				compared++
				require.EqualValues(t, -scale, sign, "%v %v", a, x)
			}
		}
	}
	for _, row := range r.Beta {
		a, b, x, upper := number(t, row[0]), number(t, row[1]), number(t, row[2]), number(t, row[4])
		if max(a, b) > 200 {
			continue
		}
		for _, scale := range []int64{-1, 1} {
			if sign, certain := CompareUpperBeta(near(a, 0), near(b, 0), near(x, 0), near(upper, scale)); certain {
				compared++
				require.EqualValues(t, -scale, sign, "%v %v %v", a, b, x)
			}
		}
	}
	require.Greater(t, compared, 200)
}

func TestQuantilesInvert(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		a, b := math.Exp(random.Float64()*16-3), math.Exp(random.Float64()*16-3)
		q := math.Exp(-random.Float64() * 30)
		_, upper := Gamma(a, Pair{High: GammaQuantile(a, q, true)})
		// The tail moves by the root of the parameter times what the quantile is rounded by.
		assert.InEpsilon(t, q, upper, 1e-10, "gamma %v %v", a, q)
		x, y := BetaQuantile(a, b, q, true)
		_, upper = Beta(a, b, Rate{Pair{High: x}, Pair{High: y}})
		assert.InEpsilon(t, q, upper, 1e-10, "beta %v %v %v", a, b, q)
		_, upper = Student(StudentUpperQuantile(q, b+0.5), b+0.5)
		assert.InEpsilon(t, q, upper, 1e-11, "student %v %v", b+0.5, q)
	}
}

func TestBounds(t *testing.T) {
	assert.Equal(t, 1.0, BinomialUpper(5, 5, 0.05))
	assert.InEpsilon(t, -math.Log(0.05), PoissonUpper(0, 0.05), 1e-14)
	assert.InEpsilon(t, -math.Expm1(math.Log(0.05)/60), BinomialUpper(60, 0, 0.05), 1e-14)
	assert.InEpsilon(t, -math.Log1p(-0.05), GammaQuantile(1, 0.05, false), 1e-14)
	for _, x := range []float64{
		GammaQuantile(-1, 0.5, true), GammaQuantile(1, 0, false), StudentUpperQuantile(1, 3), StudentUpperQuantile(0.1, math.NaN()),
	} {
		assert.True(t, math.IsNaN(x))
	}
	lower, upper := Gamma(math.NaN(), Pair{High: 1})
	assert.True(t, math.IsNaN(lower) && math.IsNaN(upper))
}

func FuzzTails(f *testing.F) {
	f.Add(1.0, 59.0, 0.05)
	f.Add(0.001, 1e6, 1e-300)
	f.Add(1e9, 1.0, 0.999999)
	f.Add(1e-300, 1e-300, 0.5)
	f.Add(1e299, 1e299, 0.5)
	f.Add(20_000.0, 1e299, 1e-295)
	f.Add(5e-324, 1e299, 5e-324)
	f.Fuzz(func(t *testing.T, a, b, x float64) {
		if !(a > 0 && a < 5e299 && b > 0 && b < 5e299 && x >= 0 && x <= 1) {
			t.Skip()
		}
		lower, upper := Beta(a, b, RateAt(x))
		if !(lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1 && math.Abs(lower+upper-1) < 1e-14) {
			t.Errorf("Beta(%v, %v, %v) = %v, %v", a, b, x, lower, upper)
		}
		lower, upper = Gamma(a, Pair{High: b})
		if !(lower >= 0 && lower <= 1 && upper >= 0 && upper <= 1 && math.Abs(lower+upper-1) < 1e-14) {
			t.Errorf("Gamma(%v, %v) = %v, %v", a, b, lower, upper)
		}
	})
}
