package sampling

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The groups are the first whose risk, from literal sums, is within the plan's; that of one item less is above it.
func TestDesignedGroupsAreTheSmallest(t *testing.T) {
	designed, none := 0, 0
	for _, population := range []int64{0, 12, 30, 41} {
		for _, tolerable := range []Rate{"0.2", "0.35", "0.5"} {
			for _, risk := range []Rate{"0.05", "0.1", "0.3"} {
				for _, convention := range Conventions() {
					for _, accept := range [][]int64{{0}, {0, 1}, {-1, 1}, {0, 0}, {0, 1, 2}, {1, 1, 2}} {
						p := Plan{Tolerable: tolerable, Expected: "0", Risk: risk, Population: population, Convention: convention}
						got, err := p.DesignStages(accept)
						require.NoError(t, err)
						deviations, most := int64(0), int64(30)
						if population > 0 {
							f, _ := tolerable.fraction()
							deviations, most = convention.deviations(population, f), population/int64(len(accept))
						}
						want := int64(0)
						before, at := big.NewRat(1, 1), new(big.Rat)
						for g := int64(1); g <= most; g++ {
							at, _ = slowStaged(p.stagesOf(g, accept).Stages, 0, 0, population, deviations, rat(t, tolerable))
							if at.Cmp(rat(t, risk)) <= 0 {
								want = g
								break
							}
							before = at
						}
						where := fmt.Sprintf("%+v %v %+v", p, accept, got)
						if want == 0 {
							require.NotEmpty(t, got.Reason, where)
							require.Empty(t, got.Plan.Stages)
							none++
							continue
						}
						designed++
						require.Empty(t, got.Reason, where)
						require.Empty(t, got.Plan.Validate(), where)
						require.Len(t, got.Plan.Stages, len(accept))
						require.Equal(t, want, got.Plan.Stages[0].Items, where)
						x, _ := at.Float64()
						y, _ := before.Float64()
						require.InDelta(t, x, got.AtTolerable.Acceptance, 1e-12, where)
						require.InDelta(t, y, got.RiskOneLess, 1e-12, where)
						require.Equal(t, 1.0, got.AtExpected.Acceptance, where)
					}
				}
			}
		}
	}
	require.Greater(t, designed, 300)
	require.Greater(t, none, 10)
}

func TestDesignedStages(t *testing.T) {
	// One stage is the ordinary sample, and the groups in use for four stages at 10 %, of 50 and 51, are about as large.
	p := Plan{Tolerable: "0.05", Expected: "0.005", Risk: "0.1"}
	one, err := p.DesignStages([]int64{0})
	require.NoError(t, err)
	require.Equal(t, []Stage{{45, 0, 1}}, one.Plan.Stages)
	four, err := p.DesignStages([]int64{0, 1, 2, 3})
	require.NoError(t, err)
	require.Equal(t, []Stage{{50, 0, 4}, {50, 1, 4}, {50, 2, 4}, {50, 3, 4}}, four.Plan.Stages)
	require.LessOrEqual(t, four.AtTolerable.Acceptance, 0.1)
	require.Greater(t, four.RiskOneLess, 0.1)
	require.Less(t, four.AtExpected.AverageSampleNumber, 70.0)
	again, err := four.Plan.At("0.05")
	require.NoError(t, err)
	require.Equal(t, again, four.AtTolerable)

	// The plan that foresees two looks at 5 %.
	p.Risk = "0.05"
	two, err := p.DesignStages([]int64{0, 1})
	require.NoError(t, err)
	t.Logf("%+v", two)
	require.LessOrEqual(t, two.AtTolerable.Acceptance, 0.05)

	accept := make([]int64, MaxStages)
	for i := range accept {
		accept[i] = int64(i) * MaxDesignAcceptance / (MaxStages - 1)
	}
	for _, p := range []Plan{p, {Tolerable: "1e-9", Expected: "0", Risk: "0.05", Population: MaxPopulation}, {Model: Poisson, Tolerable: "0.9", Expected: "0", Risk: "1e-20"}} {
		start := time.Now()
		d, err := p.DesignStages(accept)
		require.NoError(t, err)
		t.Log(time.Since(start), d.Plan.Stages[0], d.Reason)
		require.Less(t, time.Since(start), fuzzPatience/4)
	}
}

func TestDesignsThatAreNone(t *testing.T) {
	for _, c := range []struct {
		plan   Plan
		accept []int64
		want   string
	}{
		{Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 4, Convention: Floor}, []int64{0}, "No deviation is tolerable among 4 items"},
		{Plan{Tolerable: "0.5", Expected: "0", Risk: "0.05", Population: 2}, []int64{0, 0, 0}, "no items for 3 groups"},
		{Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 40}, []int64{0, 5}, "With 5 deviations accepted in the end, no 2 equal groups of at most 40 items keep the risk of 5 %."},
		{Plan{Tolerable: "1e-13", Expected: "0", Risk: "0.05"}, []int64{0, 1}, "With 1 deviation accepted"},
	} {
		got, err := c.plan.DesignStages(c.accept)
		require.NoError(t, err)
		require.Contains(t, got.Reason, c.want)
	}
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	for want, accept := range map[string][]int64{
		"0 acceptance numbers": nil, "33 acceptance": make([]int64, MaxStages+1), "/accept/0": {-2, 0}, "/accept/1": {0, 101},
		"fall": {1, 0}, "accepts nothing": {-1, -1},
	} {
		_, err := p.DesignStages(accept)
		require.ErrorContains(t, err, want)
	}
	_, err := Plan{}.DesignStages([]int64{0})
	require.ErrorContains(t, err, "/tolerableRate")
}
