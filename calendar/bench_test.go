package calendar_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/soc2kit/soc2/calendar"
)

func BenchmarkDate(b *testing.B) {
	d, other := calendar.Date("2026-08-31"), calendar.Date("2027-01-15")
	b.Run("IsValid", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.IsValid()
		}
	})
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.Compare(other)
		}
	})
	b.Run("DaysUntil", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.DaysUntil(other)
		}
	})
	b.Run("AddDays", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.AddDays(137)
		}
	})
	b.Run("AddMonths", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.AddMonths(6)
		}
	})
}

func BenchmarkOccurrences(b *testing.B) {
	holidays := holidaysOf(2026, 2126)
	for _, f := range []calendar.Frequency{
		{Interval: calendar.Daily},
		{Interval: calendar.BusinessDaily, GraceBusinessDays: 1},
		{Interval: calendar.Quarterly, GraceDays: 10},
	} {
		for _, years := range []int{1, 10, 100} {
			p := calendar.Period{From: origin, To: origin.AddMonths(12 * years).AddDays(-1)}
			b.Run(fmt.Sprintf("%s/years=%d", f.Interval, years), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f.Occurrences(p, calendar.ByDueDate, holidays)
				}
			})
		}
	}
}

func BenchmarkExpected(b *testing.B) {
	f := calendar.Frequency{Interval: calendar.Daily}
	for _, years := range []int{1, 10, 100} {
		p := calendar.Period{From: origin, To: origin.AddMonths(12 * years).AddDays(-1)}
		b.Run(fmt.Sprintf("years=%d", years), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Expected(p, calendar.ByDueDate, nil)
			}
		})
	}
}

func BenchmarkCoverage(b *testing.B) {
	for _, n := range []int{10, 1000, 100000} {
		rng := rand.New(rand.NewPCG(15, 16))
		var covered []calendar.Period
		for range n {
			from := origin.AddDays(rng.IntN(20 * n))
			covered = append(covered, calendar.Period{From: from, To: from.AddDays(rng.IntN(20))})
		}
		whole := calendar.Period{From: origin, To: origin.AddDays(20 * n)}
		b.Run(fmt.Sprintf("Union/periods=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				calendar.Union(covered)
			}
		})
		b.Run(fmt.Sprintf("Gaps/periods=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				calendar.Gaps(whole, covered)
			}
		})
	}
}

func BenchmarkMatch(b *testing.B) {
	for _, years := range []int{1, 10, 100} {
		p := calendar.Period{From: origin, To: origin.AddMonths(12 * years).AddDays(-1)}
		occ := calendar.Frequency{Interval: calendar.Daily}.Occurrences(p, calendar.ByDueDate, nil)
		rng := rand.New(rand.NewPCG(17, 18))
		var done []calendar.Date
		for _, o := range occ {
			if rng.IntN(10) > 0 {
				done = append(done, o.Due)
			}
		}
		rng.Shuffle(len(done), func(i, j int) { done[i], done[j] = done[j], done[i] })
		b.Run(fmt.Sprintf("years=%d", years), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				calendar.Match(occ, done, p.To)
			}
		})
	}
}

func BenchmarkAddBusinessDays(b *testing.B) {
	for _, years := range []int{1, 10, 100} {
		holidays := holidaysOf(2026, 2025+years)
		b.Run(fmt.Sprintf("holidays=%d", len(holidays)), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				calendar.AddBusinessDays(origin, 100, holidays)
			}
		})
	}
}
