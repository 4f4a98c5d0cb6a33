package sampling

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// plainTail sums the terms outwards from k, one by one.
func plainTail(l law, k, toward int64) float64 {
	sum, term := 1.0, 1.0
	for x := k; term > sum*0x1p-60; x += toward {
		if toward < 0 {
			up, down := l.odds(x)
			term *= down / up
		} else {
			up, down := l.odds(x + 1)
			term *= up / down
		}
		sum += term
	}
	return l.pmf(k) * sum
}

func TestIntegralsAreTheSums(t *testing.T) {
	half, err := Rate("0.5").fraction()
	require.NoError(t, err)
	tenth, err := Rate("0.1").fraction()
	require.NoError(t, err)
	taken := 0
	for _, l := range []law{
		lawAt(Binomial, 17_000_000, half), lawAt(Binomial, 1_000_000_000, tenth),
		lawAt(Poisson, 10_000_000, half), lawAt(Poisson, 1_000_000_000, tenth),
		lawOf(50_000_000, 1_000_000_000, 100_000_000), lawOf(400_000_000, 1_000_000_000, 900_000_000),
		lawOf(900_000_000_000, MaxPopulation, 1_000_000_000),
	} {
		deviation := int64(l.variance())
		for deviation*deviation > int64(l.variance()) {
			deviation = (deviation + int64(l.variance())/deviation) / 2
		}
		for _, z := range []int64{0, 1, 3, 6, 20, 35} {
			for _, toward := range []int64{-1, 1} {
				k := int64(l.mean) + toward*z*deviation
				got, ok := l.integral(k, toward)
				if !ok {
					continue
				}
				want := plainTail(l, k, toward)
				if want < 1e-290 {
					continue
				}
				taken++
				require.InEpsilon(t, want, got, 1e-12, "%+v z=%d toward %d", l, z, toward)
			}
		}
		below, ok := l.integral(int64(l.mean), -1)
		require.True(t, ok)
		above, ok := l.integral(int64(l.mean)+1, 1)
		require.True(t, ok)
		require.InDelta(t, 1, below+above, 1e-12, "%+v", l)
	}
	require.Greater(t, taken, 40)
}

func TestNarrowDistributionsAreSummed(t *testing.T) {
	half, err := Rate("0.5").fraction()
	require.NoError(t, err)
	for _, l := range []law{lawAt(Binomial, 1000, half), lawAt(Poisson, 1000, half), lawOf(500, 1000, 500), lawOf(0, 10, 5), lawOf(10, 10, 5)} {
		_, ok := l.integral(int64(l.mean), -1)
		require.False(t, ok)
	}
	_, ok := lawAt(Binomial, 1_000_000_000, half).integral(1000, -1) // far out, where terms fall quickly
	require.False(t, ok)
}
