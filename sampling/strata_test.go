package sampling

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

// chance is P(X = k) in a stratum, from the literal sums.
func chance(k, n, pop, dev int64) float64 {
	x := mul(choose(dev, k), choose(pop-dev, n-k))
	p, _ := x.Quo(x, choose(pop, n)).Float64()
	return p
}

// Every way in which deviations can lie in two or three small strata, and every result: the limits miss the truth with no more
// than the risk. This is an enumeration, not a simulation.
func TestStrataCoverEveryPopulation(t *testing.T) {
	designs := [][]StratumResult{
		{{"a", 12, 4, 0}, {"b", 12, 4, 0}},
		{{"a", 14, 2, 0}, {"b", 6, 5, 0}},
		{{"a", 10, 5, 0}, {"b", 20, 3, 0}},
		{{"a", 8, 8, 0}, {"b", 15, 6, 0}},
		{{"a", 5, 5, 0}, {"b", 9, 3, 0}, {"c", 6, 2, 0}},
		{{"a", 6, 2, 0}, {"b", 6, 2, 0}, {"c", 6, 2, 0}},
		{{"a", 7, 1, 0}, {"b", 5, 4, 0}, {"c", 6, 3, 0}},
		{{"a", 12, 10, 0}, {"b", 12, 10, 0}}, // most examined, where the lower limit comes from the deviations
		{{"a", 16, 13, 0}, {"b", 10, 2, 0}},
	}
	for _, method := range StrataMethods() {
		for _, confidence := range []Rate{"0.6", "0.8", "0.95"} {
			risk := 1 - number(t, string(confidence))
			worst, worstBelow := 0.0, 0.0
			for _, design := range designs {
				limits := make(map[[3]int64]Counts)
				each(design, func(s StratumResult) int64 { return s.N }, func(found []int64) {
					strata := make([]StratumResult, len(design))
					copy(strata, design)
					for i := range strata {
						strata[i].Deviations = found[i]
					}
					got, err := EvaluateStrata(strata, method, confidence)
					require.NoError(t, err)
					limits[key(found)] = got.Total.Counts
				})
				each(design, func(s StratumResult) int64 { return s.Population }, func(truth []int64) {
					total := int64(0)
					for _, d := range truth {
						total += d
					}
					var above, below, outside float64
					each(design, func(s StratumResult) int64 { return s.N }, func(found []int64) {
						p := 1.0
						for i, s := range design {
							p *= chance(found[i], s.N, s.Population, truth[i])
						}
						c := limits[key(found)]
						if total > c.UpperCount {
							above += p
						}
						if total < c.LowerCount {
							below += p
						}
						if total > c.UpperCountTwoSided || total < c.LowerCountTwoSided {
							outside += p
						}
					})
					require.LessOrEqual(t, above, risk+1e-12, "%v %v %v", method, design, truth)
					require.LessOrEqual(t, below, risk+1e-12, "%v %v %v", method, design, truth)
					require.LessOrEqual(t, outside, risk+1e-12, "%v %v %v", method, design, truth)
					worst, worstBelow = max(worst, above), max(worstBelow, below)
				})
			}
			t.Logf("%s at %s: missed with at most %.4f above and %.4f below", method, confidence, worst, worstBelow)
		}
	}
}

func key(found []int64) (k [3]int64) {
	copy(k[:], found)
	return k
}

// each calls f with every combination of 0 to most of each stratum.
func each(strata []StratumResult, most func(StratumResult) int64, f func([]int64)) {
	values := make([]int64, len(strata))
	var walk func(int)
	walk = func(i int) {
		if i == len(strata) {
			f(values)
			return
		}
		for values[i] = 0; values[i] <= most(strata[i]); values[i]++ {
			walk(i + 1)
		}
	}
	walk(0)
}

// Larger populations are simulated, with a fixed seed. The frequency of a miss is allowed four standard errors.
func TestStrataCoverageBySimulation(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const trials = 4000
	for _, c := range []struct {
		population, n, deviations []int64
	}{
		{[]int64{1000, 3000, 6000}, []int64{25, 75, 150}, []int64{30, 90, 180}},                  // proportional
		{[]int64{1000, 3000, 6000}, []int64{60, 60, 60}, []int64{50, 60, 200}},                   // equal sizes
		{[]int64{100, 100_000}, []int64{60, 60}, []int64{10, 3000}},                              // much of a small stratum
		{[]int64{500, 500, 500, 500, 500}, []int64{20, 20, 20, 20, 20}, []int64{0, 0, 0, 0, 60}}, // all in one
	} {
		total := int64(0)
		for _, d := range c.deviations {
			total += d
		}
		for _, method := range StrataMethods() {
			missed := 0
			for range trials {
				strata := make([]StratumResult, len(c.n))
				for i := range strata {
					strata[i] = StratumResult{string(rune('a' + i)), c.population[i], c.n[i], drawn(r, c.population[i], c.n[i], c.deviations[i])}
				}
				got, err := EvaluateStrata(strata, method, "0.9")
				require.NoError(t, err)
				if total > got.Total.UpperCount {
					missed++
				}
			}
			t.Logf("%v %s: missed %.4f", c.n, method, float64(missed)/trials)
			require.LessOrEqual(t, float64(missed)/trials, 0.1+4*math.Sqrt(0.09/trials), "%+v %s", c, method)
		}
	}
}

// drawn simulates a sample without replacement item by item.
func drawn(r *rand.Rand, population, n, deviations int64) (found int64) {
	for range n {
		if r.Int64N(population) < deviations {
			deviations--
			found++
		}
		population--
	}
	return found
}

// Strata of one sampling fraction are about as good as one sample of the whole; one stratum is exactly that.
func TestPooledStrataAreAsSharpAsOneSample(t *testing.T) {
	for _, k := range []int64{0, 1, 3} {
		whole, err := Evaluate(Result{N: 250, Deviations: k, Population: 10_000}, "0.95")
		require.NoError(t, err)
		one, err := EvaluateStrata([]StratumResult{{"all", 10_000, 250, k}}, "", "0.95")
		require.NoError(t, err)
		require.Equal(t, whole, one.Total)
		require.Equal(t, PooledStrata, one.Method)
		five := make([]StratumResult, 5)
		for i := range five {
			five[i] = StratumResult{string(rune('a' + i)), 2000, 50, 0}
		}
		five[2].Deviations = k
		pooled, err := EvaluateStrata(five, PooledStrata, "0.95")
		require.NoError(t, err)
		separate, err := EvaluateStrata(five, SeparateStrata, "0.95")
		require.NoError(t, err)
		t.Logf("%d found: one sample %d, pooled %d, separate %d", k, whole.UpperCount, pooled.Total.UpperCount, separate.Total.UpperCount)
		require.GreaterOrEqual(t, pooled.Total.UpperCount, whole.UpperCount)
		require.LessOrEqual(t, float64(pooled.Total.UpperCount), 1.05*float64(whole.UpperCount))
		require.Greater(t, separate.Total.UpperCount, pooled.Total.UpperCount)
		require.LessOrEqual(t, pooled.Total.LowerCount, whole.LowerCount)
		require.InDelta(t, float64(k)/250, pooled.Estimate, 1e-12)
	}
	// What separate is for.
	uneven := []StratumResult{{"large", 100_000, 60, 0}, {"small", 100, 60, 5}}
	pooled, err := EvaluateStrata(uneven, PooledStrata, "0.95")
	require.NoError(t, err)
	separate, err := EvaluateStrata(uneven, SeparateStrata, "0.95")
	require.NoError(t, err)
	require.Less(t, separate.Total.UpperCount, pooled.Total.UpperCount)
}

// Where much was examined the lower limit is near that of one sample too.
func TestPooledLowerLimits(t *testing.T) {
	for _, c := range []struct{ population, n, k, least int64 }{
		{1000, 800, 40, 43}, {1000, 500, 40, 64}, {10_000, 250, 20, 495},
	} {
		whole, err := Evaluate(Result{N: c.n, Deviations: c.k, Population: c.population}, "0.95")
		require.NoError(t, err)
		half := StratumResult{"a", c.population / 2, c.n / 2, c.k / 2}
		other := half
		other.Stratum = "b"
		pooled, err := EvaluateStrata([]StratumResult{half, other}, PooledStrata, "0.95")
		require.NoError(t, err)
		t.Logf("%+v: one sample %d to %d, pooled %d to %d", c, whole.LowerCountTwoSided, whole.UpperCountTwoSided, pooled.Total.LowerCountTwoSided, pooled.Total.UpperCountTwoSided)
		require.GreaterOrEqual(t, pooled.Total.LowerCountTwoSided, c.least)
		require.LessOrEqual(t, pooled.Total.LowerCountTwoSided, whole.LowerCountTwoSided)
	}
}

// Many strata and attributes of any size, at any confidence, end soon.
func TestManyResultsStayInBounds(t *testing.T) {
	for _, c := range []struct {
		confidence Rate
		one        StratumResult
	}{
		{"0.00000000000000000000000000000000000001", StratumResult{"few", 1_000_000_000, 60, 3}},
		{"0.95", StratumResult{"all", 1_000_000_000, 100_000, 99_999}},
		{"0.95", StratumResult{"half", 1_000_000_000, 16_000, 8000}},
	} {
		s := c.one
		strata, attributes := make([]StratumResult, MaxAttributes), make([]AttributeResult, MaxAttributes)
		for i := range strata {
			strata[i] = s
			strata[i].Stratum = fmt.Sprint(i)
			attributes[i] = AttributeResult{fmt.Sprint(i), Result{N: s.N, Deviations: s.Deviations, Population: s.Population}}
		}
		limits, err := EvaluateAttributes(attributes, c.confidence)
		require.NoError(t, err)
		require.Len(t, limits, len(attributes))
		for _, method := range StrataMethods() {
			_, err = EvaluateStrata(strata, method, c.confidence)
			require.NoError(t, err)
		}
	}
}

func TestStrataExaminedWhole(t *testing.T) {
	got, err := EvaluateStrata([]StratumResult{{"a", 10, 10, 2}, {"b", 30, 30, 1}}, "", "0.95")
	require.NoError(t, err)
	require.Equal(t, Counts{3, 3, 3, 3}, got.Total.Counts)
	require.Equal(t, 0.075, got.Total.Upper)
	alone, err := Evaluate(Result{N: 20, Deviations: 1, Population: 200}, "0.95")
	require.NoError(t, err)
	for _, method := range StrataMethods() {
		got, err = EvaluateStrata([]StratumResult{{"a", 10, 10, 2}, {"b", 200, 20, 1}}, method, "0.95")
		require.NoError(t, err)
		require.Equal(t, alone.UpperCount+2, got.Total.UpperCount)
		require.Equal(t, alone.LowerCount+2, got.Total.LowerCount)
	}
}

func TestStrataCodes(t *testing.T) {
	for _, c := range []struct {
		code   problem.Code
		path   string
		strata []StratumResult
		method StrataMethod
	}{
		{CodeStratumCount, "/strata", nil, ""},
		{CodeStratumCount, "/strata", make([]StratumResult, MaxAttributes+1), ""},
		{CodeStrataMethodUnknown, "/method", []StratumResult{{"a", 5, 5, 0}}, "best"},
		{CodeStratumName, "/strata/0/stratum", []StratumResult{{" ", 5, 5, 0}}, ""},
		{CodeStratumName, "/strata/1/stratum", []StratumResult{{"a", 5, 5, 0}, {"a", 5, 5, 0}}, ""},
		{CodePopulationRange, "/strata/0/population", []StratumResult{{"a", 0, 5, 0}}, ""},
		{CodePopulationRange, "/strata/1/population", []StratumResult{{"a", MaxPopulation, 5, 0}, {"b", 1, 1, 0}}, ""},
		{CodeSampleRange, "/strata/0/n", []StratumResult{{"a", 5, 6, 0}}, ""},
		{CodeDeviationsRange, "/strata/0/deviations", []StratumResult{{"a", 5, 5, 6}}, ""},
	} {
		_, err := EvaluateStrata(c.strata, c.method, "0.9")
		require.ErrorContains(t, err, c.path)
	}
	_, err := EvaluateStrata([]StratumResult{{"a", 5, 5, 0}}, "", "90%")
	require.ErrorContains(t, err, "/confidence")
	for _, m := range StrataMethods() {
		require.True(t, m.IsValid())
		require.Contains(t, m.EnumValues(), string(m))
	}
	require.False(t, StrataMethod("").IsValid())
}

func TestManyLargeStrataStayInBounds(t *testing.T) {
	strata := make([]StratumResult, MaxAttributes)
	for i := range strata {
		strata[i] = StratumResult{string(rune(0x4000 + i)), 1_000_000_000, 1 + int64(i)*1000, int64(i % 7)}
		strata[i].Deviations = min(strata[i].Deviations, strata[i].N)
	}
	for _, method := range StrataMethods() {
		got, err := EvaluateStrata(strata, method, "0.95")
		require.NoError(t, err)
		require.Greater(t, got.Total.UpperCount, got.Total.LowerCount)
		require.LessOrEqual(t, got.Total.LowerCountTwoSided, got.Total.LowerCount)
		require.GreaterOrEqual(t, got.Total.UpperCountTwoSided, got.Total.UpperCount)
	}
}
