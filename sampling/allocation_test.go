package sampling

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

func strata(sizes ...int64) []Stratum {
	list := make([]Stratum, len(sizes))
	for i, n := range sizes {
		list[i] = Stratum{ID: fmt.Sprint("s", i), Size: n}
	}
	return list
}

func TestAllocate(t *testing.T) {
	neyman := func(size, minimum int64, list []Stratum, deviations ...Rate) Stratification {
		for i, d := range deviations {
			list[i].StandardDeviation = d
		}
		return Stratification{Neyman, size, minimum, list}
	}
	for _, c := range []struct {
		name string
		s    Stratification
		want []int64
	}{
		{"even", Stratification{Proportional, 10, 0, strata(100, 100)}, []int64{5, 5}},
		{"a tie goes to the first", Stratification{Proportional, 5, 0, strata(100, 100)}, []int64{3, 2}},
		{"largest remainder", Stratification{Proportional, 10, 0, strata(15, 23, 62)}, []int64{2, 2, 6}},
		{"none from a small stratum", Stratification{Proportional, 5, 0, strata(1000, 1)}, []int64{5, 0}},
		{"but with a minimum", Stratification{Proportional, 5, 1, strata(1000, 1)}, []int64{4, 1}},
		{"the whole population", Stratification{Proportional, 6, 0, strata(1, 2, 3)}, []int64{1, 2, 3}},
		{"an empty stratum", Stratification{Proportional, 3, 2, strata(4, 0)}, []int64{3, 0}},
		// Weights 400·0.1 = 40 and 100·0.4 = 40.
		{"neyman", neyman(20, 0, strata(400, 100), "0.1", "0.4"), []int64{10, 10}},
		// Weights 10·0.5, 100·0.1, 100·0.1: the first would take 20·5/25 = 4.
		{"neyman with thirds", neyman(20, 0, strata(10, 100, 100), "0.5", "0.1", "0.1"), []int64{4, 8, 8}},
		// The first would take 40·5/7 = 28.6 of its 10, so that the others share 30.
		{"a stratum is exhausted", neyman(40, 0, strata(10, 100, 100), "0.5", "0.01", "0.01"), []int64{10, 15, 15}},
		{"no spread in one", neyman(5, 0, strata(10, 100), "0.5", "0"), []int64{5, 0}},
		{"no spread in one, which takes what is left", neyman(15, 0, strata(10, 100, 300), "0.5", "0", "0"), []int64{10, 1, 4}},
		{"no spread anywhere", neyman(4, 0, strata(10, 30), "0", "0"), []int64{1, 3}},
		{"a minimum of what has no spread", neyman(5, 2, strata(10, 100), "0.5", "0"), []int64{3, 2}},
	} {
		got, err := c.s.Allocate()
		require.NoError(t, err, c.name)
		require.Equal(t, c.want, got, c.name)
	}
}

// The shares are those of the definition: with the number of items for one unit of weight found by bisection, each share is
// that number times the weight, kept within its bounds, and a whole number next to it is allocated.
func TestAllocateKeepsToShares(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 2000 {
		s := Stratification{Method: Neyman, Minimum: int64(r.IntN(4))}
		least, most := int64(0), int64(0)
		for i := range 1 + r.IntN(8) {
			st := Stratum{ID: fmt.Sprint(i), Size: int64(r.IntN(60)), StandardDeviation: Rate(fmt.Sprintf("0.%02d", 1+r.IntN(40)))}
			s.Strata = append(s.Strata, st)
			least += min(st.Size, s.Minimum)
			most += st.Size
		}
		if most == 0 {
			continue
		}
		s.Size = max(1, least+r.Int64N(most-least+1))
		got, err := s.Allocate()
		require.NoError(t, err)

		weight := func(i int) float64 {
			return float64(s.Strata[i].Size) * number(t, string(s.Strata[i].StandardDeviation))
		}
		shares := func(unit float64) (all []float64, sum float64) {
			for i, st := range s.Strata {
				x := math.Max(float64(min(st.Size, s.Minimum)), math.Min(float64(st.Size), unit*weight(i)))
				all, sum = append(all, x), sum+x
			}
			return all, sum
		}
		low, high := 0.0, 1e6
		for range 200 {
			if _, sum := shares((low + high) / 2); sum < float64(s.Size) {
				low = (low + high) / 2
			} else {
				high = (low + high) / 2
			}
		}
		exact, _ := shares(high)
		sum := int64(0)
		for i, n := range got {
			sum += n
			require.InDelta(t, exact[i], float64(n), 1+1e-6, "%+v: stratum %d", s, i)
			require.LessOrEqual(t, n, s.Strata[i].Size)
			require.GreaterOrEqual(t, n, min(s.Strata[i].Size, s.Minimum))
		}
		require.Equal(t, s.Size, sum)
	}
}

// Proportional allocation against the definition of the largest remainder, in fractions.
func TestLargestRemainder(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 2000 {
		weights := make([]int64, 1+r.IntN(8))
		sum := int64(0)
		for i := range weights {
			weights[i] = r.Int64N(50)
			sum += weights[i]
		}
		if sum == 0 {
			continue
		}
		total := r.Int64N(200)
		got, err := LargestRemainder(total, weights)
		require.NoError(t, err)
		given := int64(0)
		want := make([]int64, len(weights))
		rest := make([]*big.Rat, len(weights))
		for i, w := range weights {
			want[i] = total * w / sum
			given += want[i]
			rest[i] = new(big.Rat).Sub(big.NewRat(total*w, sum), big.NewRat(want[i], 1))
		}
		for ; given < total; given++ {
			largest := 0
			for i := range rest {
				if rest[i].Cmp(rest[largest]) > 0 {
					largest = i
				}
			}
			want[largest]++
			rest[largest] = big.NewRat(-1, 1)
		}
		require.Equal(t, want, got, "%d by %v", total, weights)
	}
	got, err := LargestRemainder(math.MaxInt64, []int64{math.MaxInt64, math.MaxInt64, 1})
	require.NoError(t, err)
	require.Equal(t, []int64{math.MaxInt64 / 2, math.MaxInt64 / 2, 1}, got, "remainders of nearly 1/4, 1/4 and 1/2")
	for says, call := range map[string]func() ([]int64, error){
		"total -1":          func() ([]int64, error) { return LargestRemainder(-1, []int64{1}) },
		"0 weights":         func() ([]int64, error) { return LargestRemainder(1, nil) },
		"weight 1 is -2":    func() ([]int64, error) { return LargestRemainder(1, []int64{1, -2}) },
		"all weights are 0": func() ([]int64, error) { return LargestRemainder(1, []int64{0, 0}) },
	} {
		_, err := call()
		require.ErrorContains(t, err, says)
	}
	got, err = LargestRemainder(0, []int64{0, 0})
	require.NoError(t, err)
	require.Equal(t, []int64{0, 0}, got)
}

func TestStandardDeviationOf(t *testing.T) {
	for rate, want := range map[Rate]Rate{
		"0": "0.000000000", "1": "0.000000000", "0.5": "0.500000000", "0.1": "0.300000000", "0.9": "0.300000000",
		"0.02": "0.140000000", "0.05": "0.217944947", "1e-30": "0.000000000", "0.01": "0.099498744",
	} {
		got, err := StandardDeviationOf(rate)
		require.NoError(t, err)
		require.Equal(t, want, got, "%s", rate)
	}
	_, err := StandardDeviationOf("")
	require.Error(t, err)
}

func TestStratificationCodes(t *testing.T) {
	for _, c := range []struct {
		code problem.Code
		path string
		s    Stratification
	}{
		{CodeMethodUnknown, "/method", Stratification{"", 1, 0, strata(1)}},
		{CodeSizeInvalid, "/size", Stratification{Proportional, 0, 0, strata(1)}},
		{CodeSizeInvalid, "/minimum", Stratification{Proportional, 1, -1, strata(1)}},
		{CodeStratumInvalid, "/strata", Stratification{Proportional, 1, 0, nil}},
		{CodeStratumInvalid, "/strata/0/id", Stratification{Proportional, 1, 0, []Stratum{{Size: 1}}}},
		{CodeStratumInvalid, "/strata/1/id", Stratification{Proportional, 1, 0, []Stratum{{ID: "a", Size: 1}, {ID: "a", Size: 1}}}},
		{CodeStratumInvalid, "/strata/0/size", Stratification{Proportional, 1, 0, strata(-1)}},
		{CodeStratumInvalid, "/strata/0/standardDeviation", Stratification{Neyman, 1, 0, strata(1)}},
		{CodeAllocationImpossible, "/size", Stratification{Proportional, 3, 0, strata(1, 1)}},
		{CodeAllocationImpossible, "/size", Stratification{Proportional, 3, 2, strata(5, 5)}},
	} {
		l := c.s.Validate()
		require.Len(t, l, 1, "%s: %v", c.path, l)
		require.Equal(t, c.code, l[0].Code, c.path)
		require.Equal(t, c.path, l[0].Path)
		_, err := c.s.Allocate()
		require.ErrorContains(t, err, c.path)
		_, err = c.s.Requests(Request{})
		require.Error(t, err)
	}
}

func TestRequestsOfStrata(t *testing.T) {
	s := Stratification{Proportional, 6, 0, strata(30, 5, 1)}
	requests, err := s.Requests(Request{Context: "c", ReserveSize: 5, Beacon: "dice/20d10"})
	require.NoError(t, err)
	require.Equal(t, []Request{
		{Context: "c/s0", Size: 5, ReserveSize: 5, Beacon: "dice/20d10"},
		{Context: "c/s1", Size: 1, ReserveSize: 4, Beacon: "dice/20d10"},
	}, requests)
	_, err = s.Requests(Request{Context: string(make([]byte, 3))})
	require.ErrorContains(t, err, "context of stratum 0")
}

func BenchmarkAllocate(b *testing.B) {
	for _, n := range []int{10, 1_000, 100_000} {
		s := Stratification{Method: Neyman, Size: int64(3 * n), Minimum: 1}
		for i := range n {
			s.Strata = append(s.Strata, Stratum{fmt.Sprint(i), int64(10 + i%97), Rate(fmt.Sprintf("0.%03d", 1+i%499))})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Allocate(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
