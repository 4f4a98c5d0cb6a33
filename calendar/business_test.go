package calendar_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

// isBusinessDay is the definition, by package time.
func isBusinessDay(d calendar.Date, holidays []calendar.Date) bool {
	t, err := time.Parse(time.DateOnly, string(d))
	return err == nil && t.Weekday() != time.Saturday && t.Weekday() != time.Sunday && !slices.Contains(holidays, d)
}

// addBusinessDays walks day by day.
func addBusinessDays(d calendar.Date, n int, holidays []calendar.Date) calendar.Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		d = d.AddDays(step)
		if isBusinessDay(d, holidays) {
			n--
		}
	}
	return d
}

func TestAddBusinessDays(t *testing.T) {
	christmas := []calendar.Date{"2026-12-28", "2026-12-25", "2027-01-01"} // out of order, over a weekend
	tests := []struct {
		name string
		from calendar.Date
		n    int
		want calendar.Date
	}{
		{"Monday to Tuesday", "2026-12-14", 1, "2026-12-15"},
		{"Friday to Monday", "2026-12-18", 1, "2026-12-21"},
		{"from a Saturday", "2026-12-19", 1, "2026-12-21"},
		{"over holidays and a weekend", "2026-12-24", 1, "2026-12-29"},
		{"from a holiday", "2026-12-25", 1, "2026-12-29"},
		{"back over them", "2026-12-29", -1, "2026-12-24"},
		{"back from a Sunday", "2026-12-20", -1, "2026-12-18"},
		{"none, from a Sunday", "2026-12-20", 0, "2026-12-20"},
		{"not a date", "2026-12-32", 1, ""},
		{"past the last day", "9999-12-31", 1, ""},
		{"before the first day", "0001-01-01", -1, ""},
		{"more than any calendar", "2026-12-14", math.MaxInt, ""},
		{"less than any calendar", "2026-12-14", math.MinInt, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := slices.Clone(christmas)
			require.Equal(t, tt.want, calendar.AddBusinessDays(tt.from, tt.n, christmas))
			require.Equal(t, before, christmas, "the argument is not changed")
		})
	}
}

// Random holidays, some of them on weekends, repeated or not dates, against walking day by day.
func TestBusinessDaysByWalking(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 400 {
		holidays := []calendar.Date{"", "2026-02-30"}
		for range rng.IntN(40) {
			h := origin.AddDays(rng.IntN(60))
			for range 1 + rng.IntN(4) { // runs of holidays
				holidays = append(holidays, h)
				h = h.AddDays(1)
			}
		}
		rng.Shuffle(len(holidays), func(i, j int) { holidays[i], holidays[j] = holidays[j], holidays[i] })
		for range 20 {
			d, n := origin.AddDays(rng.IntN(60)), rng.IntN(60)-30
			if got, want := calendar.AddBusinessDays(d, n, holidays), addBusinessDays(d, n, holidays); got != want {
				t.Fatalf("%s and %d business days give %s, want %s; holidays %v", d, n, got, want, holidays)
			}
			if got, want := calendar.IsBusinessDay(d, holidays), isBusinessDay(d, holidays); got != want {
				t.Fatalf("%s: business day %v, want %v", d, got, want)
			}
			p := calendar.Period{From: d, To: d.AddDays(rng.IntN(60))}
			want := 0
			for day := p.From; day <= p.To; day = day.AddDays(1) {
				if isBusinessDay(day, holidays) {
					want++
				}
			}
			if got := calendar.CountBusinessDays(p, holidays); got != want {
				t.Fatalf("%s has %d business days, want %d", p, got, want)
			}
		}
	}
}

func TestBusinessDaysAtTheEnds(t *testing.T) {
	require.Equal(t, calendar.Date("0001-01-01"), calendar.AddBusinessDays("0001-01-02", -1, nil))
	require.Equal(t, calendar.Date("9999-12-31"), calendar.AddBusinessDays("9999-12-30", 1, nil))
	all := calendar.Period{From: "0001-01-01", To: "9999-12-31"}
	n := calendar.CountBusinessDays(all, nil)
	require.Equal(t, 5*521722+5, n) // 3652059 days are 521722 weeks and a Monday to Friday
	require.Equal(t, all.To, calendar.AddBusinessDays(all.From, n-1, nil))
	require.Equal(t, all.From, calendar.AddBusinessDays(all.To, 1-n, nil))
	for _, bad := range badPeriods {
		require.Zero(t, calendar.CountBusinessDays(bad, nil))
	}
	require.False(t, calendar.IsBusinessDay("", nil))
}
