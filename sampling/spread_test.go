package sampling

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

// Each measure against its definition, day by day and in fractions.
func TestSpreadAgainstItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 300 {
		from := calendar.Date("2025-11-17").AddDays(r.IntN(50))
		period := calendar.Period{From: from, To: from.AddDays(r.IntN(100))}
		var population []calendar.Date
		for range 1 + r.IntN(60) {
			population = append(population, from.AddDays(r.IntN(period.Days())))
		}
		sample := population[:1+r.IntN(len(population))]
		s, err := MeasureSpread(period, slices.Values(population), sample)
		require.NoError(t, err)
		require.EqualValues(t, len(population), s.Population)
		require.EqualValues(t, len(sample), s.Sample)

		upTo := func(list []calendar.Date, day calendar.Date) *big.Rat {
			n := 0
			for _, d := range list {
				if !d.After(day) {
					n++
				}
			}
			return big.NewRat(int64(n), int64(len(list)))
		}
		largest, longest, run := new(big.Rat), 0, 0
		for i := range period.Days() {
			day := from.AddDays(i)
			d := new(big.Rat).Sub(upTo(population, day), upTo(sample, day))
			if d.Abs(d).Cmp(largest) > 0 {
				largest = d
			}
			run++
			if slices.Contains(sample, day) {
				run = 0
			}
			longest = max(longest, run)
		}
		got, err := s.Difference.Rat()
		require.NoError(t, err)
		require.GreaterOrEqual(t, got.Cmp(largest), 0)
		require.Less(t, new(big.Rat).Sub(got, largest).Cmp(big.NewRat(1, 1_000_000_000)), 0)
		if largest.Sign() > 0 {
			at := new(big.Rat).Sub(upTo(population, s.DifferenceDay), upTo(sample, s.DifferenceDay))
			require.Zero(t, at.Abs(at).Cmp(largest))
		}
		if longest == 0 {
			require.True(t, s.LongestGap.IsZero())
		} else {
			require.Equal(t, longest, s.LongestGap.Days())
			inside := 0
			for _, d := range population {
				if s.LongestGap.Contains(d) {
					inside++
				}
			}
			require.EqualValues(t, inside, s.PopulationInGap)
		}
		days := 0
		for _, m := range s.Months {
			days += m.Period.Days()
			count := func(list []calendar.Date) (n int64) {
				for _, d := range list {
					if m.Period.Contains(d) {
						n++
					}
				}
				return n
			}
			require.Equal(t, count(population), m.Population)
			require.Equal(t, count(sample), m.Sample)
			// C(N-m, n) / C(N, n)
			none := new(big.Rat).SetFrac(
				new(big.Int).Binomial(s.Population-m.Population, s.Sample), new(big.Int).Binomial(s.Population, s.Sample))
			chance, _ := none.Float64()
			require.InDelta(t, chance, number(t, string(m.ChanceOfNone)), 1.1e-9)
		}
		require.Equal(t, period.Days(), days)
	}
}

func TestSpreadRefuses(t *testing.T) {
	march := calendar.Month(2026, 3)
	one := []calendar.Date{"2026-03-02"}
	for says, call := range map[string]func() (Spread, error){
		"two dates expected": func() (Spread, error) { return MeasureSpread(calendar.Period{}, slices.Values(one), one) },
		"at most 36600 expected": func() (Spread, error) {
			return MeasureSpread(calendar.Period{From: "0001-01-01", To: "9999-12-31"}, slices.Values(one), one)
		},
		"population: item 0: a date":   func() (Spread, error) { return MeasureSpread(march, slices.Values([]calendar.Date{"2026-04-01"}), one) },
		"sample: item 1: a date":       func() (Spread, error) { return MeasureSpread(march, slices.Values(one), append(one, "")) },
		"population of 0":              func() (Spread, error) { return MeasureSpread(march, nil, one) },
		"sample of 0":                  func() (Spread, error) { return MeasureSpread(march, slices.Values(one), nil) },
		"2026-03-02: 2 items selected": func() (Spread, error) { return MeasureSpread(march, slices.Values(one), append(one, one...)) },
	} {
		_, err := call()
		require.ErrorContains(t, err, says)
	}
	whole, err := MeasureSpread(march, slices.Values(one), one)
	require.NoError(t, err)
	require.Equal(t, Rate("0.000000000"), whole.Difference)
	require.True(t, whole.DifferenceDay.IsZero())
}
