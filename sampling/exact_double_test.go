package sampling

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// Doubles either say what the exact sums say, or nothing; and they do say something unless it is a tie.
func TestDoublesAgreeWithExactSums(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	decided, ties := 0, 0
	for range 4000 {
		pop := []int64{20, 1000, 1_000_000, MaxPopulation}[r.IntN(4)]
		n, dev := 1+r.Int64N(min(pop, 300)), 1+r.Int64N(pop)
		if r.IntN(2) == 0 {
			n = pop - n + 1
		}
		l := lawOf(n, pop, dev)
		least, most := l.support()
		k := least + r.Int64N(min(most-least, 20)+1)
		if k >= most {
			continue
		}
		share, whole := l.exactHypergeometric(k)
		p := exactly().Quo(share, whole)
		if p.MantExp(nil) < -55 {
			continue
		}
		// A fraction that agrees with P in about 18 digits, now and then a little off, now and then P itself.
		scaled, _ := exactly().Mul(p, wholeNumber(1e18)).Int(nil)
		a := fraction{num: scaled.Uint64() + uint64(r.IntN(2)), den: 1e18}
		if pop == 20 {
			exact := slowHypergeometric(k, n, pop, dev)
			a = fraction{num: exact.Num().Uint64(), den: exact.Denom().Uint64()}
		}
		want := exactly().Sub(p, exactly().SetRat(a.rat())).Sign()
		if pop == 20 {
			want = 0
		}
		got := l.compareDouble(k, a)
		if got == 0 {
			ties++
		} else {
			require.Equal(t, want, got, "%+v %d", l, k)
			decided++
		}
		if want == 0 {
			require.Zero(t, got, "%+v %d", l, k)
		}
	}
	require.Greater(t, decided, 500)
	require.Greater(t, ties, 300)
}

func TestDoubleArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	value := func(x double) *big.Float {
		return exactly().Add(exactly().SetFloat64(x.hi), exactly().SetFloat64(x.lo))
	}
	near := func(want *big.Float, got double) {
		diff := exactly().Sub(want, value(got))
		require.True(t, diff.Sign() == 0 || diff.MantExp(nil) < want.MantExp(nil)-98, "%v %v", want, got)
	}
	for range 2000 {
		x, y := doubleOf(r.Uint64()).over(float64(1+r.IntN(1e6))), doubleOf(1+r.Uint64()).over(float64(1+r.IntN(1e6)))
		f := float64(1 + r.Int64N(MaxPopulation))
		near(exactly().Add(value(x), value(y)), x.plus(y))
		near(exactly().Mul(value(x), value(y)), x.timesDouble(y))
		near(exactly().Mul(value(x), exactly().SetFloat64(f)), x.times(f))
		near(exactly().Quo(value(x), exactly().SetFloat64(f)), x.over(f))
	}
	require.Equal(t, 18446744073709551615., doubleOf(1<<64-1).hi+doubleOf(1<<64-1).lo)
}
