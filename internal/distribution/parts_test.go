package distribution

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

// The deviance agrees with x ln(x/m) + m - x in 640 bits.
func TestDeviance(t *testing.T) {
	exact := func(f float64) *big.Rat { return new(big.Rat).SetFloat64(f) }
	for _, x := range []float64{1e-6, 0.3, 1, 7.5, 1000, 1e12} {
		for _, quotient := range []float64{1e-300, 1e-9, 0.1, 0.5, 0.66, 0.68, 0.8, 0.93, 0.94, 0.99, 1 - 0x1p-40, 1 + 0x1p-40, 1.001, 1.06, 1.07, 1.2, 1.49, 1.51, 2, 30, 1e9} {
			m := x * quotient
			d := new(big.Rat).Sub(exact(x), exact(m))
			want := precise().Mul(ratio(exact(x)), logarithm(new(big.Rat).Quo(exact(x), exact(m))))
			expected, _ := want.Sub(want, ratio(d)).Float64()
			difference, _ := d.Float64()
			require.InEpsilon(t, expected, Deviance(x, m, difference), 3e-15, "%v %v", x, m)
		}
	}
}

func TestIntegrals(t *testing.T) {
	decay := func(x float64) float64 { return math.Exp(-x) }
	require.InEpsilon(t, -math.Expm1(-4), Integrate(0, 4, decay), 2e-15)
	require.InEpsilon(t, 1, tailIntegral(1, math.Inf(1), decay), 2e-15)
	require.InEpsilon(t, -math.Expm1(-3), tailIntegral(1, 3, decay), 2e-15)
	require.InEpsilon(t, math.Sqrt(math.Pi/2), tailIntegral(1, math.Inf(1), func(x float64) float64 { return math.Exp(-x * x / 2) }), 2e-15)
	// The exponential integral E1(x) is that of exp(-x e^s) over s from 0; near 0 it is -ln x less Euler's constant.
	for x, want := range map[float64]float64{0.5: 0.55977359477616081175, 1e-300: 300*math.Ln10 - 0.57721566490153286061} {
		got := math.Exp(-x) * kneeIntegral(-math.Log(x), math.Inf(1), func(s float64) float64 { return math.Exp(-x * math.Expm1(s)) })
		require.InEpsilon(t, want, got, 5e-15, x)
	}
}

// A solution is found from whatever start, also where the slope misleads, and a function without values ends it.
func TestSolve(t *testing.T) {
	for _, start := range []float64{-700, -1, 0.5, 2, 700, 1e9, math.NaN()} {
		x := Solve(-20, 20, start, 1, func(x float64) (value, slope float64) { return 1 - 2*math.Exp(-x), 2 * math.Exp(-x) })
		require.InDelta(t, math.Ln2, x, 1e-11, start)
		x = Solve(-745, 745, start, 1, func(x float64) (value, slope float64) { return x - 0.3, 0 })
		require.InDelta(t, 0.3, x, 1e-8, start)
		calls := 0
		Solve(-745, 745, start, 1, func(float64) (value, slope float64) { calls++; return math.NaN(), math.NaN() })
		require.LessOrEqual(t, calls, maxSolve)
	}
}

// Tails do not rise where they have to fall, across the borders of the methods too.
func TestTailsAreMonotone(t *testing.T) {
	for _, a := range []float64{1e-6, 0.01, 0.25, 0.26, 1, 1.5, 39.9, 40, 19_999, 20_000, 1e6, 1e12} {
		for _, b := range []float64{1e-6, 0.1, 0.25, 1, 12.5, 19_999, 20_000, 1e6, 1e12} {
			mean := a / (a + b)
			step := math.Sqrt(mean*(b/(a+b))/(a+b+1)) / 50
			before := 1.0
			for i := -500.0; i < 500; i++ {
				if p := mean + i*step; p > 0 && p < 1 {
					lower, upper := Beta(a, b, RateAt(p))
					require.LessOrEqual(t, upper, before*(1+1e-12), "%v %v %v", a, b, p)
					require.InDelta(t, 1, lower+upper, 1e-15)
					before = upper
				}
			}
		}
		before := 1.0
		for i := -500.0; i < 500; i++ {
			if x := a + i*math.Sqrt(a)/50; x > 0 {
				lower, upper := Gamma(a, Pair{High: x})
				require.LessOrEqual(t, upper, before*(1+1e-12), "%v %v", a, x)
				require.InDelta(t, 1, lower+upper, 1e-15)
				before = upper
			}
		}
	}
}
