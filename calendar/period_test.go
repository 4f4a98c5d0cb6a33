package calendar_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

const (
	year2026 = "2026-01-01 to 2026-12-31"
	origin   = calendar.Date("2026-01-01")
)

func period(s string) calendar.Period { return calendar.MustParsePeriod(s) }

func periods(spelled ...string) []calendar.Period {
	var list []calendar.Period
	for _, s := range spelled {
		list = append(list, period(s))
	}
	return list
}

var badPeriods = []calendar.Period{
	{},
	{From: "2026-01-01"},
	{To: "2026-01-01"},
	{From: "2026-01-02", To: "2026-01-01"},
	{From: "2026-01-01", To: "2026-02-30"},
	{From: "0000-01-01", To: "2026-01-01"},
}

func TestPeriodDays(t *testing.T) {
	tests := []struct {
		name, period       string
		days, months, left int
	}{
		{"a day", "2026-01-01 to 2026-01-01", 1, 0, 1},
		{"a year", year2026, 365, 12, 0},
		{"a leap year", "2024-01-01 to 2024-12-31", 366, 12, 0},
		{"a month less a day", "2026-01-01 to 2026-01-30", 30, 0, 30},
		{"a month", "2026-02-01 to 2026-02-28", 28, 1, 0},
		{"half a year over New Year", "2025-10-01 to 2026-03-31", 182, 6, 0},
		{"months from the middle", "2026-01-15 to 2026-04-14", 90, 3, 0},
		{"and a day", "2026-01-15 to 2026-04-15", 91, 3, 1},
		{"half a year from the end of August", "2026-08-31 to 2027-02-27", 181, 6, 0},
		{"and a day from the end of August", "2026-08-31 to 2027-02-28", 182, 6, 1},
		{"from a leap day", "2024-02-29 to 2025-02-27", 365, 12, 0},
		{"all there is", "0001-01-01 to 9999-12-31", 3652059, 12 * 9999, 0},
		{"the last day", "9999-12-31 to 9999-12-31", 1, 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := period(tt.period)
			months, left := p.Months()
			require.Equal(t, tt.days, p.Days())
			require.Equal(t, []int{tt.months, tt.left}, []int{months, left})
			require.Equal(t, tt.period, p.String())
		})
	}
	t.Run("months by AddMonths", func(t *testing.T) {
		for from := origin; from < "2028-03-01"; from = from.AddDays(1) {
			for n := range 70 {
				p := calendar.Period{From: from, To: from.AddDays(13*n + n%5)}
				months, left := p.Months()
				after := p.To.AddDays(1)
				if from.AddMonths(months).AddDays(left) != after || from.AddMonths(months+1) <= after || left < 0 {
					t.Fatalf("%s has %d months and %d days", p, months, left)
				}
			}
		}
	})
}

func TestNamedPeriods(t *testing.T) {
	require.Equal(t, period(year2026), calendar.Year(2026))
	require.Equal(t, period("2026-07-01 to 2026-09-30"), calendar.Quarter(2026, 3))
	require.Equal(t, period("2024-02-01 to 2024-02-29"), calendar.Month(2024, time.February))
	require.Equal(t, period("9999-10-01 to 9999-12-31"), calendar.Quarter(9999, 4))
	for _, p := range []calendar.Period{calendar.Year(0), calendar.Year(10000), calendar.Quarter(2026, 0),
		calendar.Quarter(2026, 5), calendar.Quarter(0, 1), calendar.Month(2026, 0), calendar.Month(2026, 13)} {
		require.Zero(t, p)
	}
}

func TestInvalidPeriodsGiveNothing(t *testing.T) {
	year := period(year2026)
	for _, bad := range badPeriods {
		require.False(t, bad.IsValid(), "%v", bad)
		require.Zero(t, bad.Days())
		months, days := bad.Months()
		require.Zero(t, months)
		require.Zero(t, days)
		require.False(t, bad.Contains(origin))
		require.False(t, bad.Covers(year) || year.Covers(bad) || bad.Overlaps(year) || year.Overlaps(bad))
		common, ok := bad.Intersect(year)
		require.False(t, ok)
		require.Zero(t, common)
		require.Nil(t, calendar.Gaps(bad, nil))
		require.Nil(t, calendar.Slices(bad, []calendar.Date{origin}))
		require.Empty(t, calendar.Union([]calendar.Period{bad}))
		require.Equal(t, []calendar.Period{year}, calendar.Gaps(year, []calendar.Period{bad}))
		_, err := calendar.NewPeriod(bad.From, bad.To)
		require.ErrorContains(t, err, "calendar: period: ")
		_, err = calendar.ParsePeriod(bad.String())
		require.ErrorContains(t, err, "calendar: period")
	}
	require.False(t, year.Contains(""))
	require.False(t, year.Contains("2026-02-30"))
	require.Panics(t, func() { calendar.MustParsePeriod("2026") })
}

// Every pair of short periods, against the days themselves.
func TestPeriodsAreSetsOfDays(t *testing.T) {
	const span = 8
	var all []calendar.Period
	for from := range span {
		for to := from; to < span; to++ {
			all = append(all, calendar.Period{From: origin.AddDays(from), To: origin.AddDays(to)})
		}
	}
	days := func(p calendar.Period) (list []calendar.Date) {
		for i := range span {
			if d := origin.AddDays(i); p.From <= d && d <= p.To {
				list = append(list, d)
			}
		}
		return list
	}
	for _, p := range all {
		require.Equal(t, len(days(p)), p.Days())
		for i := -1; i <= span; i++ {
			d := origin.AddDays(i)
			require.Equal(t, slices.Contains(days(p), d), p.Contains(d))
		}
		for _, q := range all {
			var both []calendar.Date
			for _, d := range days(p) {
				if slices.Contains(days(q), d) {
					both = append(both, d)
				}
			}
			common, ok := p.Intersect(q)
			require.Equal(t, both, days(common))
			require.Equal(t, len(both) > 0, ok)
			require.Equal(t, len(both) > 0, p.Overlaps(q))
			require.Equal(t, len(both) == q.Days(), p.Covers(q))
			require.Equal(t, -q.Compare(p), p.Compare(q))
			require.Equal(t, p == q, p.Compare(q) == 0)
		}
	}
	require.True(t, slices.IsSortedFunc(all, calendar.Period.Compare))
}

func FuzzPeriod(f *testing.F) {
	f.Add(year2026, "2026-06-01 to 2026-06-30", "2026-06-15")
	f.Add("2026-12-31 to 2026-01-01", "", "")                 // reversed
	f.Add("0001-01-01 to 9999-12-31", year2026, "9999-12-31") // all there is
	f.Add("2026-01-01/2026-12-31", "2026-01-01  to  2026-12-31", "x")
	f.Fuzz(func(t *testing.T, a, b, day string) {
		p, err := calendar.ParsePeriod(a)
		if err == nil && (p.String() != a || !p.IsValid()) {
			t.Fatalf("ParsePeriod(%q) = %q: one period, two spellings", a, p)
		}
		q, errB := calendar.ParsePeriod(b)
		raw := calendar.Period{From: calendar.Date(a), To: calendar.Date(b)}
		if !raw.IsZero() && raw.IsValid() == raw.Validate().HasErrors() {
			t.Fatalf("%v: IsValid and Validate do not agree", raw)
		}
		for _, whole := range []calendar.Period{p, raw} {
			uncovered := 0
			for _, g := range calendar.Gaps(whole, []calendar.Period{q}) {
				uncovered += g.Days()
			}
			common, _ := whole.Intersect(q)
			if uncovered+common.Days() != whole.Days() {
				t.Fatalf("%s less %s leaves %d days", whole, q, uncovered)
			}
			sliced := 0
			for _, s := range calendar.Slices(whole, []calendar.Date{calendar.Date(day)}) {
				sliced += s.Days()
			}
			if sliced != whole.Days() {
				t.Fatalf("%s cut on %q has %d days", whole, day, sliced)
			}
		}
		if err == nil && errB == nil && len(calendar.Union([]calendar.Period{p, q})) == 1 != (p.Overlaps(q) || p.To.AddDays(1) == q.From || q.To.AddDays(1) == p.From) {
			t.Fatalf("the union of %s and %s", p, q)
		}
	})
}
