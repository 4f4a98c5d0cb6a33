package monetary

import (
	"fmt"
	"iter"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// population returns items of the given book values in units of two decimals.
func population(values ...int64) []BookItem {
	items := make([]BookItem, len(values))
	for i, v := range values {
		items[i] = BookItem{fmt.Sprintf("I-%03d", i), AmountOf(v, 2)}
	}
	return items
}

// numbers returns a source that gives the numbers in turn, and the bounds that it was asked for.
func numbers(given ...uint64) (below func(uint64) uint64, asked *[]uint64) {
	asked = new([]uint64)
	return func(m uint64) uint64 {
		*asked = append(*asked, m)
		if len(given) == 0 {
			return m - 1
		}
		x := given[0]
		given = given[1:]
		return x
	}, asked
}

func seeded(seed uint64) func(uint64) uint64 {
	random := rand.New(rand.NewPCG(seed, 1))
	return random.Uint64N
}

// rows returns the rows, from 0, that a sample hit, one for each hit.
func rows(t *testing.T, s UnitSample) []int {
	t.Helper()
	var all []int
	for _, hit := range s.Hits {
		var row int
		_, err := fmt.Sscanf(hit.ID, "I-%d", &row)
		require.NoError(t, err)
		for range hit.Times {
			all = append(all, row)
		}
	}
	return all
}

// firstReaching returns the first row whose running total is at least x.
func firstReaching(values []int64, x *big.Rat) int {
	total := new(big.Rat)
	for i, v := range values {
		if total.Add(total, big.NewRat(v, 1)); total.Cmp(x) >= 0 {
			return i
		}
	}
	return -1
}

func TestFixedIntervalLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		values := make([]int64, 1+random.IntN(12))
		total := int64(0)
		for i := range values {
			values[i] = 1 + random.Int64N(400)
			total += values[i]
		}
		size := 1 + random.Int64N(min(total, 20))
		items := population(values...)
		s, err := StratifyWhole(slices.Values(items), size)
		require.NoError(t, err)
		number := random.Uint64N(uint64(total))
		below, asked := numbers(number)
		sample, err := s.Select(FixedInterval, slices.Values(items), below)
		require.NoError(t, err)
		require.Equal(t, []uint64{uint64(total)}, *asked)
		// The start is (number + 1) / size, above 0 and at most the interval; then every total / size.
		var want []int
		for i := range size {
			x := big.NewRat(int64(number)+1+i*total, size)
			want = append(want, firstReaching(values, x))
		}
		require.Equal(t, want, rows(t, sample))
		requireUnits(t, values, sample)
	}
}

// requireUnits checks that each unit lies in the item that it was hit in.
func requireUnits(t *testing.T, values []int64, s UnitSample) {
	t.Helper()
	for i, hit := range s.Hits {
		require.EqualValues(t, hit.Times, len(hit.Units))
		for _, unit := range hit.Units {
			minor, err := unit.Minor(2)
			require.NoError(t, err)
			row := firstReaching(values, big.NewRat(minor, 1))
			require.Equal(t, rows(t, UnitSample{Hits: []Hit{hit}})[0], row, i)
		}
	}
}

// Over all starts each unit is selected equally often: exactly in proportion to book value.
func TestProportionExact(t *testing.T) {
	values := []int64{7, 1, 30, 12, 3}
	items := population(values...)
	const total, size = 53, 4
	s, err := StratifyWhole(slices.Values(items), size)
	require.NoError(t, err)
	counts := make([]int64, len(values))
	for start := range uint64(total) {
		below, _ := numbers(start)
		sample, err := s.Select(FixedInterval, slices.Values(items), below)
		require.NoError(t, err)
		for _, row := range rows(t, sample) {
			counts[row]++
		}
	}
	for i, v := range values {
		require.Equal(t, size*v, counts[i])
	}
}

func TestCellLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 6))
	for range 200 {
		values := []int64{1 + random.Int64N(500), 1 + random.Int64N(50), 1 + random.Int64N(500), 1 + random.Int64N(5)}
		total := values[0] + values[1] + values[2] + values[3]
		size := 1 + random.Int64N(min(total, 15))
		items := population(values...)
		s, err := StratifyWhole(slices.Values(items), size)
		require.NoError(t, err)
		given := make([]uint64, size)
		var want []int
		for i := range given {
			given[i] = random.Uint64N(uint64(total))
			// (i + u) interval with u = (number + 1) / total
			want = append(want, firstReaching(values, big.NewRat(int64(i)*total+int64(given[i])+1, size)))
		}
		below, asked := numbers(given...)
		sample, err := s.Select(Cell, slices.Values(items), below)
		require.NoError(t, err)
		require.Len(t, *asked, int(size))
		require.Equal(t, want, rows(t, sample))
		requireUnits(t, values, sample)
	}
}

// Every set of three of five units comes equally often over all numbers that the source can give.
func TestRandomUnitsUniform(t *testing.T) {
	counts := map[string]int{}
	for a := range uint64(3) {
		for b := range uint64(4) {
			for c := range uint64(5) {
				below, asked := numbers(a, b, c)
				units := distinctUnits(&source{below: below}, 5, 3)
				require.Equal(t, []uint64{3, 4, 5}, *asked)
				require.True(t, slices.IsSorted(units))
				counts[fmt.Sprint(units)]++
			}
		}
	}
	require.Len(t, counts, 10)
	for set, n := range counts {
		require.Equal(t, 6, n, set)
	}
}

func TestRandomUnits(t *testing.T) {
	values := []int64{1, 500, 20, 3}
	items := population(values...)
	s, err := StratifyWhole(slices.Values(items), 40)
	require.NoError(t, err)
	sample, err := s.Select(RandomUnits, slices.Values(items), seeded(1))
	require.NoError(t, err)
	require.Len(t, rows(t, sample), 40)
	requireUnits(t, values, sample)
}

func TestSieveLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 6))
	for range 100 {
		values := make([]int64, 10+random.IntN(30))
		given := make([]uint64, len(values))
		for i := range values {
			values[i], given[i] = 1+random.Int64N(1000), random.Uint64N(1<<63)
		}
		if random.IntN(2) == 0 { // ties
			values[3], given[3] = values[2], given[2]
		}
		items := population(values...)
		const size = 6
		s, err := StratifyWhole(slices.Values(items), size)
		require.NoError(t, err)
		below, asked := numbers(given...)
		sample, err := s.Select(ModifiedSieve, slices.Values(items), below)
		require.NoError(t, err)
		require.Len(t, *asked, len(values))
		order := make([]int, len(values))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(i, j int) int {
			return big.NewRat(values[j], 1).Quo(big.NewRat(values[j], 1), big.NewRat(int64(given[j]), 1).Add(big.NewRat(int64(given[j]), 1), big.NewRat(1, 1))).
				Cmp(new(big.Rat).Quo(big.NewRat(values[i], 1), new(big.Rat).Add(big.NewRat(int64(given[i]), 1), big.NewRat(1, 1))))
		})
		want := order[:size]
		slices.Sort(want)
		require.Equal(t, want, rows(t, sample))
		require.Nil(t, sample.Hits[0].Units)
	}
}

// The inclusion probabilities of each method are those that the values call for; nearly, under the modified sieve.
func TestInclusion(t *testing.T) {
	values := []int64{100, 200, 300, 400, 500, 600, 700, 800}
	items := population(values...)
	const size, total, rounds = 3, 3600, 20_000
	s, err := Stratify(slices.Values(items), size)
	require.NoError(t, err)
	require.Empty(t, s.Top)
	for _, method := range UnitMethods() {
		below := seeded(77)
		counts := make([]float64, len(values))
		for range rounds {
			sample, err := s.Select(method, slices.Values(items), below)
			require.NoError(t, err)
			for _, row := range rows(t, sample) {
				counts[row]++
			}
		}
		for i, v := range values {
			want := float64(size*v) / total
			allowed := 0.015 // four standard deviations
			if method == ModifiedSieve {
				allowed = 0.04
			}
			require.InDelta(t, want, counts[i]/rounds, allowed, "%s %d", method, i)
		}
	}
}

func TestStratifyRounds(t *testing.T) {
	items := population(100_000, 30_000, 9_000, 5_000, 0, -2_500, 3_000, 3_000)
	s, err := Stratify(slices.Values(items), 5)
	require.NoError(t, err)
	// 150,000 / 5 = 30,000 takes two; then 20,000 / 3 = 6,666.67 takes one; then 11,000 / 2 = 5,500 takes none.
	require.Equal(t, []TopItem{
		{"I-000", "1000.00", 1, "1000.00 is at or above the sampling interval of 300.00"},
		{"I-001", "300.00", 1, "300.00 is at or above the sampling interval of 300.00"},
		{"I-002", "90.00", 2, "90.00 is at or above the sampling interval of 200.00 / 3"},
	}, s.Top)
	require.Equal(t, Stratification{
		Size: 5, Decimals: 2, Items: 6, BookValue: "1500.00", Top: s.Top, TopValue: "1390.00",
		RestItems: 3, RestValue: "110.00", RestSize: 2, Interval: "55.00", NegativeItems: 1, NegativeValue: "-25.00", ZeroItems: 1,
	}, s)
	var apart []string
	for item := range Excluded(slices.Values(items)) {
		apart = append(apart, item.ID)
	}
	require.Equal(t, []string{"I-004", "I-005"}, apart)
	sample, err := s.Select(FixedInterval, slices.Values(items), seeded(4))
	require.NoError(t, err)
	require.Len(t, rows(t, sample), 2)
	require.Equal(t, s.Top, sample.Top)
}

// The top stratum is the one that moving items by rounds gives, over the whole list each time.
func TestStratifyLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 8))
	for range 500 {
		values := make([]int64, 1+random.IntN(40))
		for i := range values {
			values[i] = 1 + random.Int64N(10)<<random.IntN(12)
		}
		total := int64(0)
		for _, v := range values {
			total += v
		}
		size := 1 + random.Int64N(min(total, 50))
		s, err := Stratify(slices.Values(population(values...)), size)
		require.NoError(t, err)
		top, rest, hits := map[int]bool{}, total, size
		for moved := true; moved && hits > 0; {
			moved = false
			interval := big.NewRat(rest, hits)
			for i, v := range values {
				if !top[i] && big.NewRat(v, 1).Cmp(interval) >= 0 {
					top[i], moved = true, true
					rest -= v
					hits--
				}
			}
		}
		if rest == 0 {
			hits = 0
		}
		require.Len(t, s.Top, len(top))
		for _, item := range s.Top {
			require.True(t, top[rows(t, UnitSample{Hits: []Hit{{ID: item.ID, Times: 1}}})[0]])
		}
		require.Equal(t, AmountOf(rest, 2), s.RestValue)
		require.Equal(t, hits, s.RestSize)
		for _, method := range UnitMethods() {
			sample, err := s.Select(method, slices.Values(population(values...)), seeded(uint64(size)))
			require.NoError(t, err)
			require.Len(t, rows(t, sample), int(hits))
			if method == FixedInterval || method == ModifiedSieve { // what is below the interval is hit at most once
				require.Len(t, sample.Hits, int(hits))
			}
		}
	}
}

// Items may be written with any number of decimals; the finest is the unit.
func TestDecimalsMix(t *testing.T) {
	s, err := Stratify(slices.Values([]BookItem{{"a", "5000"}, {"b", "1.5"}, {"c", "2.125"}, {"d", "-1"}}), 2)
	require.NoError(t, err)
	assert.Equal(t, 3, s.Decimals)
	assert.Equal(t, Amount("5003.625"), s.BookValue)
	assert.Equal(t, Amount("-1.000"), s.NegativeValue)
	assert.Equal(t, Amount("5000.000"), s.Top[0].Book)
	assert.Equal(t, Amount("3.625"), s.RestValue)
}

func TestStratifyRefuses(t *testing.T) {
	for want, items := range map[string][]BookItem{
		"no item has a positive book value":      {{"a", "0"}, {"b", "-5"}},
		`item 1: book value "1e3": not an am`:    {{"a", "1"}, {"b", "1e3"}},
		"item 0: sampling: item: empty":          {{"", "1"}},
		"item 1: the sum of the book values":     {{"a", "9223372036854775807"}, {"b", "1"}},
		"item 1: more than 2^63 - 1":             {{"a", "9223372036854775807"}, {"b", "0.1"}},
		"the items hold 2 monetary units":        {{"a", "2"}},
		"item 2: the sum of the book values is ": {{"a", "-9223372036854775807"}, {"b", "3"}, {"c", "-1"}},
	} {
		_, err := Stratify(slices.Values(items), 3)
		require.ErrorContains(t, err, want)
	}
	for _, size := range []int64{0, -1, MaxSize + 1} {
		_, err := Stratify(slices.Values(population(5)), size)
		require.ErrorContains(t, err, "expected", size)
	}
	_, err := Stratify(nil, 3)
	require.Error(t, err)
	for range Excluded(nil) {
		t.Fail()
	}
}

func TestSelectRefuses(t *testing.T) {
	items := population(500, 400, 300, 200)
	s, err := Stratify(slices.Values(items), 2)
	require.NoError(t, err)
	try := func(method UnitMethod, items iter.Seq[BookItem], below func(uint64) uint64) error {
		_, err := s.Select(method, items, below)
		return err
	}
	all := slices.Values(items)
	require.NoError(t, try(Cell, all, seeded(1)))
	require.ErrorContains(t, try("haphazard", all, seeded(1)), "fixed-interval")
	require.ErrorContains(t, try(Cell, all, nil), "no source")
	require.ErrorContains(t, try(Cell, nil, seeded(1)), "not those that were stratified")
	require.ErrorContains(t, try(Cell, slices.Values(items[:3]), seeded(1)), "not those that were stratified")
	require.ErrorContains(t, try(Cell, slices.Values(population(500, 400, 300, 100)), seeded(1)), "not those")
	require.ErrorContains(t, try(Cell, slices.Values(population(500, 400, 300, 100, 100)), seeded(1)), "not those")
	require.ErrorContains(t, try(Cell, slices.Values([]BookItem{{"a", "5.001"}}), seeded(1)), "at most 2")
	require.ErrorContains(t, try(Cell, all, func(m uint64) uint64 { return m }), "source of randomness gave")
	twice := population(500, 400, 300, 200)
	for i := range twice {
		twice[i].ID = "same"
	}
	require.ErrorContains(t, try(ModifiedSieve, slices.Values(twice), seeded(1)), `two items of the population are called "same"`)
	_, err = Stratification{}.Select(Cell, all, seeded(1))
	require.Error(t, err)
	few, err := StratifyWhole(slices.Values(population(500, 400)), 3)
	require.NoError(t, err)
	_, err = few.Select(ModifiedSieve, slices.Values(population(500, 400)), seeded(1))
	require.ErrorContains(t, err, "the rest holds 2")
	everything, err := Stratify(slices.Values(population(5, 5)), 2)
	require.NoError(t, err)
	sample, err := everything.Select(Cell, slices.Values(population(5, 5)), nil)
	require.NoError(t, err)
	require.Len(t, sample.Top, 2)
	require.Empty(t, sample.Hits)
}

// The largest products of the arithmetic do not overflow.
func TestLargeAmounts(t *testing.T) {
	const most = 1<<63 - 1
	items := []BookItem{{"a", AmountOf(most/2, 0)}, {"b", AmountOf(most/2, 0)}, {"c", "1"}}
	s, err := StratifyWhole(slices.Values(items), 1000)
	require.NoError(t, err)
	below, _ := numbers(most - 1)
	sample, err := s.Select(FixedInterval, slices.Values(items), below)
	require.NoError(t, err)
	require.Len(t, sample.Hits, 3)
	last := sample.Hits[2].Units
	require.Equal(t, []Amount{AmountOf(most, 0)}, last)
	for i := range uint64(1000) {
		want := new(big.Int).Mul(new(big.Int).SetUint64(i), big.NewInt(most))
		want.Add(want, big.NewInt(most-1)).Quo(want, big.NewInt(1000))
		require.Equal(t, want.Uint64(), cellUnit(most-1, i, most, 1000))
	}
	high, _ := bits.Mul64(most, 1000)
	require.NotZero(t, high)
}

func FuzzSelect(f *testing.F) {
	f.Add(int64(100), int64(50), int64(3), int64(2), uint64(7), uint8(0))
	f.Add(int64(1<<62), int64(1<<62-1), int64(0), int64(999), uint64(1), uint8(3))
	f.Fuzz(func(t *testing.T, a, b, c, size int64, seed uint64, method uint8) {
		if size > 2000 {
			t.Skip()
		}
		items := population(a, b, c, 1000, 1)
		s, err := Stratify(slices.Values(items), size)
		if err != nil {
			return
		}
		m := unitMethods[int(method)%len(unitMethods)]
		sample, err := s.Select(m, slices.Values(items), seeded(seed))
		if err != nil {
			t.Fatal(err)
		}
		times := int64(len(sample.Top))
		for _, hit := range sample.Hits {
			times += hit.Times
		}
		if times != size && int64(len(sample.Top)) != s.Items {
			t.Fatalf("%d of %d", times, size)
		}
	})
}

// A boundary of cells lies within a small item, or within one unit: each of the two cells can hit it.
func TestCellHitsAcrossBoundaryTwice(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []BookItem
		draws []uint64
		want  Hit
	}{
		{"2 units of an interval of 10", []BookItem{{"a", "9"}, {"b", "2"}, {"c", "9"}}, []uint64{19, 0}, Hit{"b", "2", 2, []Amount{"10", "11"}}},
		{"1 unit of an interval of 3 / 2", []BookItem{{"a", "1"}, {"b", "1"}, {"c", "1"}}, []uint64{2, 0}, Hit{"b", "1", 2, []Amount{"2", "2"}}},
	} {
		s, err := StratifyWhole(slices.Values(c.items), 2)
		require.NoError(t, err, c.name)
		draws := c.draws
		sample, err := s.Select(Cell, slices.Values(c.items), func(uint64) uint64 {
			x := draws[0]
			draws = draws[1:]
			return x
		})
		require.NoError(t, err, c.name)
		require.Equal(t, []Hit{c.want}, sample.Hits, c.name)
	}
}
