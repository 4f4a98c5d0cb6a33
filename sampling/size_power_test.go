package sampling

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Every sample and every acceptance number is tried, with literal sums.
func TestSizesWithPowerAreTheSmallest(t *testing.T) {
	found, none, ties := 0, 0, 0
	for _, population := range []int64{0, 15, 40} {
		for _, tolerable := range []Rate{"0.3", "0.5"} {
			for _, expected := range []Rate{"0", "0.05", "0.125", "0.25"} {
				for _, risk := range []Rate{"0.05", "0.1", "0.25", "0.5"} {
					for _, underreliance := range []Rate{"0.1", "0.25", "0.5", "0.0625"} {
						p := Plan{Tolerable: tolerable, Expected: expected, Risk: risk, Population: population}
						got, err := p.SizeWithPower(underreliance)
						require.NoError(t, err)
						tf, _ := tolerable.fraction()
						ef, _ := expected.fraction()
						tail := func(f fraction, k, n int64) *big.Rat {
							if population > 0 {
								return slowHypergeometric(k, n, population, f.ceilOf(population))
							}
							return slowBinomial(k, n, f.rat())
						}
						limit := int64(60)
						if population > 0 {
							limit = population
						}
						power := new(big.Rat).Sub(big.NewRat(1, 1), rat(t, underreliance))
						wantN, wantK := int64(0), int64(0)
					search:
						for n := int64(1); n <= limit; n++ {
							for k := int64(0); k <= n; k++ {
								if tail(tf, k, n).Cmp(rat(t, risk)) > 0 {
									break
								}
								if c := tail(ef, k, n).Cmp(power); c >= 0 {
									if c == 0 {
										ties++
									}
									wantN, wantK = n, k
									break search
								}
							}
						}
						where := fmt.Sprintf("%+v %s: %+v", p, underreliance, got)
						if wantN == 0 {
							none++
							require.True(t, got.EveryItem || got.N > limit, where)
							continue
						}
						found++
						require.Equal(t, wantN, got.N, where)
						require.LessOrEqual(t, wantK, got.Acceptance, where)
						risked, _ := tail(tf, got.Acceptance, got.N).Float64()
						missed, _ := new(big.Rat).Sub(big.NewRat(1, 1), tail(ef, got.Acceptance, got.N)).Float64()
						require.InDelta(t, risked, got.Risk, 1e-12, where)
						require.InDelta(t, missed, got.Underreliance, 1e-12, where)
						require.Greater(t, got.RiskOneLess, risk.floatOrZero()*(1-slack), where)
						if got.Acceptance > 0 {
							require.Greater(t, got.UnderrelianceOneFewer, underreliance.floatOrZero()*(1-slack), where)
						}
					}
				}
			}
		}
	}
	require.Greater(t, found, 300)
	t.Log(found, none, ties)
}

func TestSizesWithPower(t *testing.T) {
	// Where none is expected the sample is that of the plan without a second risk.
	clean := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	got, err := clean.SizeWithPower("0.1")
	require.NoError(t, err)
	require.EqualValues(t, 59, got.N)
	require.Zero(t, got.Underreliance)
	// The usual acceptance number, n x expected, has a power of little more than a half.
	p := Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"}
	usual, err := p.Size()
	require.NoError(t, err)
	points, err := p.Curve([]Rate{"0.01"})
	require.NoError(t, err)
	require.Greater(t, points[0].Rejection, 0.2)
	got, err = p.SizeWithPower("0.1")
	require.NoError(t, err)
	require.Greater(t, got.N, usual.N)
	require.LessOrEqual(t, got.Underreliance, 0.1)
	t.Logf("%+v", got)

	for _, c := range []struct {
		plan          Plan
		underreliance Rate
	}{
		{Plan{Tolerable: "0.05", Expected: "0.0499", Risk: "0.05"}, "0.05"},
		{Plan{Tolerable: "0.05", Expected: "0.0499", Risk: "0.05", Population: MaxPopulation}, "0.05"},
		{Plan{Tolerable: "0.05", Expected: "0.04", Risk: "1e-20", Population: MaxPopulation}, "1e-20"},
		{Plan{Tolerable: "0.5", Expected: "0.4999999", Risk: "0.0000000001"}, "0.9999999999"},
		{Plan{Model: Poisson, Tolerable: "0.999999", Expected: "0.99999", Risk: "0.9999999999"}, "0.0000000001"},
		{Plan{Model: Binomial, Tolerable: "0.05", Expected: "0.01", Risk: "0.05", Population: 50}, "0.1"},
		{Plan{Tolerable: "1e-13", Expected: "0", Risk: "0.05"}, "0.1"},
		{Plan{Tolerable: "0.05", Expected: "0.04", Risk: "0.05", Population: 20}, "0.1"},
	} {
		start := time.Now()
		got, err := c.plan.SizeWithPower(c.underreliance)
		require.NoError(t, err)
		t.Log(time.Since(start), got)
		require.Less(t, time.Since(start), fuzzPatience/4)
		require.Equal(t, got.N == 0 || got.EveryItem, got.Reason != "")
		if got.EveryItem {
			require.Equal(t, c.plan.Population, got.N)
		}
	}
	for path, underreliance := range map[string]Rate{"/riskOfUnderreliance: error rate-invalid": "", "/riskOfUnderreliance: error rate-out-of-range": "1"} {
		_, err = clean.SizeWithPower(underreliance)
		require.ErrorContains(t, err, path)
	}
	_, err = Plan{}.SizeWithPower("0.1")
	require.ErrorContains(t, err, "/tolerableRate")
}
