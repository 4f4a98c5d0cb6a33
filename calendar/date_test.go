package calendar_test

import (
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

// spell is the date that package time gives, the oracle of these tests.
func spell(t time.Time) calendar.Date { return calendar.Date(t.Format(time.DateOnly)) }

func utc(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// eachDay calls f for every day from 1 January of one year to 31 December of another.
func eachDay(fromYear, toYear int, f func(day time.Time)) {
	for t := utc(fromYear, 1, 1); t.Year() <= toYear; t = t.AddDate(0, 0, 1) {
		f(t)
	}
}

// Threat: days of 23 or 25 hours, off-by-one ends of months. Package time in UTC is the oracle for every day.
func TestEveryDay(t *testing.T) {
	first := utc(1990, 1, 1)
	days := 0
	eachDay(1990, 2100, func(now time.Time) {
		d := spell(now)
		if !d.IsValid() {
			t.Fatalf("%s is not valid", d)
		}
		made, err := calendar.NewDate(now.Year(), now.Month(), now.Day())
		if err != nil || made != d {
			t.Fatalf("NewDate gives %q, %v; want %s", made, err, d)
		}
		if d.Year() != now.Year() || d.Month() != now.Month() || d.Day() != now.Day() || d.Weekday() != now.Weekday() {
			t.Fatalf("%s: %d %s %d %s", d, d.Year(), d.Month(), d.Day(), d.Weekday())
		}
		if got, want := d.AddDays(1), spell(now.AddDate(0, 0, 1)); got != want {
			t.Fatalf("the day after %s is %s, want %s", d, got, want)
		}
		if got, want := d.AddDays(-1), spell(now.AddDate(0, 0, -1)); got != want {
			t.Fatalf("the day before %s is %s, want %s", d, got, want)
		}
		if got := spell(first).DaysUntil(d); got != days {
			t.Fatalf("%s is day %d, want %d", d, got, days)
		}
		if got, want := d.MonthStart(), spell(utc(now.Year(), now.Month(), 1)); got != want {
			t.Fatalf("the month of %s starts on %s, want %s", d, got, want)
		}
		if got, want := d.MonthEnd(), spell(utc(now.Year(), now.Month()+1, 0)); got != want {
			t.Fatalf("the month of %s ends on %s, want %s", d, got, want)
		}
		if calendar.DateFromTime(now.Add(24*time.Hour-1)) != d {
			t.Fatalf("the last moment of %s is not on it", d)
		}
		days++
	})
	require.Equal(t, 40542, days) // 111 years with 27 leap days
}

func TestEveryYearHasItsDays(t *testing.T) {
	for y := 1; y <= 9999; y++ {
		jan1, err := calendar.NewDate(y, time.January, 1)
		if err != nil {
			t.Fatal(err)
		}
		last := utc(y, time.December, 31)
		if got := jan1.AddDays(last.YearDay() - 1); got != spell(last) {
			t.Fatalf("year %d ends on %s, want %s", y, got, spell(last))
		}
		_, err = calendar.NewDate(y, time.February, 29)
		if leap := last.YearDay() == 366; (err == nil) != leap {
			t.Fatalf("29 February of %d: %v, leap %v", y, err, leap)
		}
	}
}

func TestParseDate(t *testing.T) {
	tests := []struct{ name, in, fault string }{
		{"an ordinary day", "2026-01-31", ""},
		{"first day", "0001-01-01", ""},
		{"last day", "9999-12-31", ""},
		{"leap day", "2024-02-29", ""},
		{"leap day of a fourth century", "2000-02-29", ""},
		{"not a leap year", "2026-02-29", "the day must be 01 to 28 in month 02 of 2026"},
		{"not a leap century", "1900-02-29", "01 to 28"},
		{"30 February", "2024-02-30", "01 to 29"},
		{"31 April", "2026-04-31", "01 to 30"},
		{"day 0", "2026-01-00", "01 to 31"},
		{"month 0", "2026-00-10", "the month must be 01 to 12"},
		{"month 13", "2026-13-01", "the month must be 01 to 12"},
		{"year 0", "0000-01-01", "the year must be 0001 to 9999"},
		{"not said", "", "spelled like"},
		{"one digit", "2026-1-31", "spelled like"},
		{"slashes", "2026/01/31", "spelled like"},
		{"day first", "31.01.2026", "spelled like"},
		{"basic format", "20260131", "spelled like"},
		{"space before", " 2026-01-31", "spelled like"},
		{"line after", "2026-01-31\n", "spelled like"},
		{"a time too", "2026-01-31T00:00:00Z", "spelled like"},
		{"sign", "+026-01-31", "spelled like"},
		{"minus in the month", "2026--1-31", "spelled like"},
		{"other digits", "２０２６-01-31", "spelled like"},
		{"NUL", "2026-01-3\x00", "spelled like"},
		{"five digits", "12026-01-31", "spelled like"},
	}
	pattern := regexp.MustCompile(calendar.Date("").SchemaPattern())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := calendar.ParseDate(tt.in)
			require.Equal(t, tt.fault == "", calendar.Date(tt.in).IsValid())
			if tt.fault == "" {
				require.NoError(t, err)
				require.Equal(t, tt.in, string(d))
				require.Regexp(t, pattern, tt.in)
				return
			}
			require.ErrorContains(t, err, tt.fault)
			require.ErrorContains(t, err, "calendar: date ")
			require.Zero(t, d)
			require.Panics(t, func() { calendar.MustParseDate(tt.in) })
			if tt.fault == "spelled like" {
				require.NotRegexp(t, pattern, tt.in)
			}
		})
	}
	require.Equal(t, calendar.Date("2026-01-31"), calendar.MustParseDate("2026-01-31"))
	_, err := calendar.ParseDate(strings.Repeat("x", 1<<20))
	require.Less(t, len(err.Error()), 200, "a long text is cut")
}

func TestNewDateNeverMovesToAnotherMonth(t *testing.T) {
	for _, c := range [][3]int{{2026, 2, 29}, {2026, 4, 31}, {2026, 0, 1}, {2026, 13, 1}, {2026, 1, 0}, {2026, 1, -1},
		{0, 1, 1}, {10000, 1, 1}, {-1, 1, 1}, {math.MaxInt, math.MaxInt, math.MaxInt}, {math.MinInt, math.MinInt, 1}} {
		d, err := calendar.NewDate(c[0], time.Month(c[1]), c[2])
		require.ErrorContains(t, err, "calendar: date ", "%v", c)
		require.Zero(t, d)
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		name   string
		from   calendar.Date
		months int
		want   calendar.Date
	}{
		{"six months from the end of August", "2026-08-31", 6, "2027-02-28"},
		{"and into a leap year", "2027-08-31", 6, "2028-02-29"},
		{"a month from the end of January", "2026-01-31", 1, "2026-02-28"},
		{"back from the end of March", "2024-03-31", -1, "2024-02-29"},
		{"a year from a leap day", "2024-02-29", 12, "2025-02-28"},
		{"four years from a leap day", "2024-02-29", 48, "2028-02-29"},
		{"over the end of the year", "2026-11-30", 3, "2027-02-28"},
		{"no months", "2026-01-31", 0, "2026-01-31"},
		{"to the last day", "9999-11-30", 1, "9999-12-30"},
		{"past the last year", "9999-12-01", 1, ""},
		{"before the first year", "0001-01-31", -1, ""},
		{"to the first year", "9999-01-31", -12 * 9998, "0001-01-31"},
		{"not valid", "2026-02-30", 1, ""},
		{"not said", "", 1, ""},
		{"more than any calendar", "2026-01-01", math.MaxInt, ""},
		{"less than any calendar", "2026-01-01", math.MinInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, tt.from.AddMonths(tt.months)) })
	}
	t.Run("every day of a leap cycle, by package time", func(t *testing.T) {
		eachDay(2023, 2027, func(now time.Time) {
			for n := -30; n <= 30; n++ {
				lastOfMonth := utc(now.Year(), now.Month()+time.Month(n)+1, 0)
				want := spell(utc(lastOfMonth.Year(), lastOfMonth.Month(), min(now.Day(), lastOfMonth.Day())))
				if got := spell(now).AddMonths(n); got != want {
					t.Fatalf("%s and %d months give %s, want %s", spell(now), n, got, want)
				}
			}
		})
	})
}

func TestYearBoundaries(t *testing.T) {
	const first, last calendar.Date = "0001-01-01", "9999-12-31"
	require.Equal(t, 3652058, first.DaysUntil(last))
	require.Equal(t, -3652058, last.DaysUntil(first))
	require.Equal(t, last, first.AddDays(3652058))
	require.Equal(t, first, last.AddDays(-3652058))
	require.Equal(t, time.Monday, first.Weekday())
	require.Equal(t, time.Friday, last.Weekday())
	require.Equal(t, last, last.MonthEnd())
	require.Equal(t, first, first.MonthStart())
	for _, n := range []int{1, 3652059, math.MaxInt} {
		require.Zero(t, last.AddDays(n))
		require.Zero(t, first.AddDays(-n))
	}
	require.Zero(t, first.AddDays(math.MinInt))
	require.Zero(t, first.AddDays(3652059))
}

func TestInvalidDatesGiveNothing(t *testing.T) {
	const good calendar.Date = "2026-01-31"
	for _, bad := range []calendar.Date{"", "2026-02-30", "0000-01-01", "today", "9999-99-99"} {
		require.False(t, bad.IsValid())
		require.Equal(t, bad == "", bad.IsZero())
		require.Zero(t, bad.AddDays(1))
		require.Zero(t, bad.AddMonths(1))
		require.Zero(t, bad.DaysUntil(good))
		require.Zero(t, good.DaysUntil(bad))
		require.Zero(t, bad.Year())
		require.Zero(t, bad.Month())
		require.Zero(t, bad.Day())
		require.Zero(t, bad.MonthStart())
		require.Zero(t, bad.MonthEnd())
		require.Equal(t, time.Weekday(-1), bad.Weekday())
		require.False(t, bad.Before(good) || bad.After(good) || good.Before(bad) || good.After(bad))
	}
}

func TestOrderOfDates(t *testing.T) {
	dates := []calendar.Date{"2026-10-01", "", "0001-01-01", "2026-09-30", "9999-12-31"}
	slices.SortFunc(dates, calendar.Date.Compare)
	require.Equal(t, []calendar.Date{"", "0001-01-01", "2026-09-30", "2026-10-01", "9999-12-31"}, dates)
	require.True(t, dates[1].Before(dates[2]))
	require.True(t, dates[2].After(dates[1]))
	require.False(t, dates[2].Before(dates[2]))
	require.False(t, dates[2].After(dates[2]))
}

// Laws of day arithmetic on random days and distances.
func TestDayArithmeticLaws(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	day := func() calendar.Date { return calendar.Date("0001-01-01").AddDays(rng.IntN(3652059)) }
	for range 20000 {
		a, b, c := day(), day(), day()
		n := a.DaysUntil(b)
		switch {
		case a.AddDays(n) != b:
			t.Fatalf("%s and %d days do not give %s", a, n, b)
		case b.AddDays(-n) != a:
			t.Fatalf("%s less %d days does not give %s", b, n, a)
		case b.DaysUntil(a) != -n:
			t.Fatalf("from %s to %s and back", a, b)
		case n+b.DaysUntil(c) != a.DaysUntil(c):
			t.Fatalf("%s to %s to %s", a, b, c)
		case (n > 0) != a.Before(b) || (n < 0) != a.After(b) || (n == 0) != (a == b):
			t.Fatalf("the order of %s and %s", a, b)
		case a.MonthEnd().AddDays(1).Day() > 1 || a.MonthStart().Day() != 1:
			t.Fatalf("the month of %s", a)
		}
	}
}

func TestDateFromTime(t *testing.T) {
	east := time.FixedZone("east", 14*3600)
	require.Equal(t, calendar.Date("2026-01-01"), calendar.DateFromTime(time.Date(2026, 1, 1, 0, 0, 0, 0, east)))
	require.Equal(t, calendar.Date("2025-12-31"), calendar.DateFromTime(time.Date(2026, 1, 1, 0, 0, 0, 0, east).UTC()))
	require.Zero(t, calendar.DateFromTime(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)))
	require.Zero(t, calendar.DateFromTime(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)))
	require.Equal(t, calendar.Date("0001-01-01"), calendar.DateFromTime(time.Time{}))
}

func TestDatesDoNotAllocate(t *testing.T) {
	a, b := calendar.Date("2026-01-31"), calendar.Date("2026-12-31")
	text := string(a) + ""
	for name, f := range map[string]func(){
		"ParseDate": func() { _, _ = calendar.ParseDate(text) },
		"IsValid":   func() { _ = a.IsValid() },
		"Compare":   func() { _ = a.Compare(b) },
		"Before":    func() { _ = a.Before(b) },
		"DaysUntil": func() { _ = a.DaysUntil(b) },
		"Validate":  func() { _ = a.Validate() },
		"Contains":  func() { _ = calendar.Period{From: a, To: b}.Contains(a) },
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
}

func FuzzDate(f *testing.F) {
	f.Add("2026-01-31")
	f.Add("2026-02-29")           // no such day
	f.Add("2026-1-31")            // a second spelling
	f.Add("0000-00-00")           // before the first
	f.Add("9999-12-31")           // the last
	f.Add("2026-01-31T00:00:00Z") // more than a day
	f.Add("2026-01-\xff1")        // not UTF-8
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		oracle, oracleErr := time.Parse(time.DateOnly, s)
		if (err == nil) != (oracleErr == nil && oracle.Year() > 0) {
			t.Fatalf("ParseDate(%q) = %v; package time: %v", s, err, oracleErr)
		}
		if (err == nil) != calendar.Date(s).IsValid() || (err == nil || s == "") != (len(calendar.Date(s).Validate()) == 0) {
			t.Fatalf("%q: ParseDate, IsValid and Validate do not agree", s)
		}
		if err != nil {
			if d != "" {
				t.Fatalf("ParseDate(%q) = %q beside an error", s, d)
			}
			bad := calendar.Date(s)
			_, _, _ = bad.AddDays(1), bad.AddMonths(1), bad.Weekday()
			return
		}
		again, err := calendar.NewDate(d.Year(), d.Month(), d.Day())
		if err != nil || string(again) != s {
			t.Fatalf("%q is also spelled %q: %v", s, again, err)
		}
	})
}
