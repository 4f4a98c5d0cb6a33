package sampling

import (
	"fmt"
	"iter"
	"math/big"

	"github.com/soc2kit/soc2/calendar"
)

// A Spread measures how a sample lies in the period beside its population. It describes a sample and is no reason to draw
// another one: of random samples some lie unevenly, and [SpreadMonth.ChanceOfNone] says how readily.
type Spread struct {
	// Population is the number of items in the population.
	Population int64 `json:"population"`
	// Sample is the number of items in the sample.
	Sample int64 `json:"sample"`
	// Months are the calendar months of the period, in order; the first and the last as far as they lie within it.
	Months []SpreadMonth `json:"months"`
	// Difference is the largest difference, over all days, between the share of the population and the share of the sample that is
	// dated up to that day: 0 where both lie alike, at most 1. It is rounded up to 9 decimals.
	Difference Rate `json:"difference"`
	// DifferenceDay is the first day on which Difference is reached; empty where it is 0.
	DifferenceDay calendar.Date `json:"differenceDay,omitzero"`
	// LongestGap is the longest run of days within the period on which nothing is dated that was selected, the first of those of
	// equal length; zero where every day has an item of the sample.
	LongestGap calendar.Period `json:"longestGap,omitzero"`
	// PopulationInGap is the number of items of the population that are dated in LongestGap.
	PopulationInGap int64 `json:"populationInGap"`
}

// A SpreadMonth is what lies in one month.
type SpreadMonth struct {
	// Period is the month, as far as it lies within the whole.
	Period calendar.Period `json:"period"`
	// Population is the number of items of the population in the month.
	Population int64 `json:"population"`
	// Sample is the number of items of the sample in the month.
	Sample int64 `json:"sample"`
	// ChanceOfNone is the probability that a simple random sample of the same size holds no item of the month, rounded up to 9
	// decimals.
	ChanceOfNone Rate `json:"chanceOfNone"`
}

// maxSpreadDays bounds the period that a spread is measured in: about a hundred years.
const maxSpreadDays = 36_600

// MeasureSpread measures how a sample lies in period: population yields the day of each item, in any order, and sample holds
// the day of each item that was selected. Memory grows with the days of the period, not with the population.
//
// It fails if the period is not valid or longer than 36,600 days, if there is no item or nothing was selected, if a day is not a
// date within the period, or if on some day more was selected than there is.
func MeasureSpread(period calendar.Period, population iter.Seq[calendar.Date], sample []calendar.Date) (Spread, error) {
	if !period.IsValid() {
		return Spread{}, fmt.Errorf("sampling: spread: period: two dates expected, the second not before the first")
	}
	days := period.Days()
	if days > maxSpreadDays {
		return Spread{}, fmt.Errorf("sampling: spread: period of %d days; at most %d expected", days, maxSpreadDays)
	}
	all, selected := make([]int64, days), make([]int64, days)
	place := func(what string, index int64, day calendar.Date, counts []int64) error {
		if !period.Contains(day) {
			return fmt.Errorf("sampling: spread: %s: item %d: a date from %s to %s expected", what, index, period.From, period.To)
		}
		counts[period.From.DaysUntil(day)]++
		return nil
	}
	s := Spread{Sample: int64(len(sample)), Months: []SpreadMonth{}}
	if population != nil {
		for day := range population {
			if err := place("population", s.Population, day, all); err != nil {
				return Spread{}, err
			}
			s.Population++
		}
	}
	for i, day := range sample {
		if err := place("sample", int64(i), day, selected); err != nil {
			return Spread{}, err
		}
	}
	if s.Population == 0 || s.Sample == 0 {
		return Spread{}, fmt.Errorf("sampling: spread: population of %d and sample of %d items; at least 1 of each expected", s.Population, s.Sample)
	}
	for i := range all {
		if selected[i] > all[i] {
			return Spread{}, fmt.Errorf("sampling: spread: %s: %d items selected of %d", period.From.AddDays(i), selected[i], all[i])
		}
	}
	s.difference(period, all, selected)
	s.longestGap(period, all, selected)
	s.months(period, all, selected)
	return s, nil
}

// difference compares the shares exactly: a/N - b/n is (a·n - b·N) / (N·n).
func (s *Spread) difference(period calendar.Period, all, selected []int64) {
	var a, b int64
	largest, difference := new(big.Int), new(big.Int)
	for i := range all {
		a, b = a+all[i], b+selected[i]
		difference.Mul(big.NewInt(a), big.NewInt(s.Sample))
		difference.Sub(difference, new(big.Int).Mul(big.NewInt(b), big.NewInt(s.Population)))
		if difference.CmpAbs(largest) > 0 {
			largest.Abs(difference)
			s.DifferenceDay = period.From.AddDays(i)
		}
	}
	whole := new(big.Int).Mul(big.NewInt(s.Population), big.NewInt(s.Sample))
	billionths, rest := largest.QuoRem(largest.Mul(largest, big.NewInt(1_000_000_000)), whole, new(big.Int))
	if rest.Sign() > 0 {
		billionths.Add(billionths, big.NewInt(1))
	}
	n := billionths.Int64()
	s.Difference = Rate(fmt.Sprintf("%d.%09d", n/1_000_000_000, n%1_000_000_000))
}

func (s *Spread) longestGap(period calendar.Period, all, selected []int64) {
	from, longest, inside := 0, 0, int64(0)
	for i := range all {
		if selected[i] > 0 {
			from, inside = i+1, 0
			continue
		}
		inside += all[i]
		if days := i + 1 - from; days > longest {
			longest = days
			s.LongestGap = calendar.Period{From: period.From.AddDays(from), To: period.From.AddDays(i)}
			s.PopulationInGap = inside
		}
	}
}

func (s *Spread) months(period calendar.Period, all, selected []int64) {
	for i := range all {
		day := period.From.AddDays(i)
		if i == 0 || day.Day() == 1 {
			s.Months = append(s.Months, SpreadMonth{Period: calendar.Period{From: day, To: day}})
		}
		m := &s.Months[len(s.Months)-1]
		m.Period.To = day
		m.Population += all[i]
		m.Sample += selected[i]
	}
	for i := range s.Months {
		m := &s.Months[i]
		none, _ := lawOf(s.Sample, s.Population, m.Population).tails(0)
		m.ChanceOfNone = RoundUp(none, 9)
	}
}
