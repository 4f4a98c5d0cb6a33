package calendar_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestUnion(t *testing.T) {
	tests := []struct {
		name     string
		in, want []calendar.Period
	}{
		{"none", nil, []calendar.Period{}},
		{"one", periods(year2026), periods(year2026)},
		{"adjacent days merge", periods("2026-01-01 to 2026-01-31", "2026-02-01 to 2026-02-28"), periods("2026-01-01 to 2026-02-28")},
		{"one day between", periods("2026-01-01 to 2026-01-30", "2026-02-01 to 2026-02-28"), periods("2026-01-01 to 2026-01-30", "2026-02-01 to 2026-02-28")},
		{"out of order", periods("2026-06-01 to 2026-06-30", "2026-01-01 to 2026-01-31"), periods("2026-01-01 to 2026-01-31", "2026-06-01 to 2026-06-30")},
		{"one inside another", periods(year2026, "2026-03-01 to 2026-03-31", "2027-01-01 to 2027-01-01"), periods("2026-01-01 to 2027-01-01")},
		{"twice the same", periods(year2026, year2026), periods(year2026)},
		{"up to the last day", periods("9999-12-31 to 9999-12-31", "9999-12-30 to 9999-12-31"), periods("9999-12-30 to 9999-12-31")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := slices.Clone(tt.in)
			require.Equal(t, tt.want, calendar.Union(tt.in))
			require.Equal(t, before, tt.in, "the argument is not changed")
		})
	}
}

func TestGaps(t *testing.T) {
	year := period(year2026)
	tests := []struct {
		name          string
		covered, want []calendar.Period
	}{
		{"nothing is covered", nil, periods(year2026)},
		{"all is covered", periods(year2026), nil},
		{"more than all", periods("2025-01-01 to 2027-12-31"), nil},
		{"all in two", periods("2026-07-01 to 2026-12-31", "2026-01-01 to 2026-06-30"), nil},
		{"a day at each end", periods("2026-01-02 to 2026-12-30"), periods("2026-01-01 to 2026-01-01", "2026-12-31 to 2026-12-31")},
		{"outside only", periods("2025-01-01 to 2025-12-31", "2027-01-01 to 2027-12-31"), periods(year2026)},
		{"a hole", periods("2025-06-01 to 2026-03-31", "2026-05-01 to 2027-01-31"), periods("2026-04-01 to 2026-04-30")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, calendar.Gaps(year, tt.covered)) })
	}
	all := period("0001-01-01 to 9999-12-31")
	require.Nil(t, calendar.Gaps(all, []calendar.Period{all}))
	require.Equal(t, periods("0001-01-01 to 9999-12-30"), calendar.Gaps(all, periods("9999-12-31 to 9999-12-31")))
}

func TestSlices(t *testing.T) {
	year := period(year2026)
	tests := []struct {
		name string
		cuts []calendar.Date
		want []calendar.Period
	}{
		{"no cut", nil, periods(year2026)},
		{"a change on 1 May", []calendar.Date{"2026-05-01"}, periods("2026-01-01 to 2026-04-30", "2026-05-01 to 2026-12-31")},
		{"on the first day", []calendar.Date{"2026-01-01"}, periods(year2026)},
		{"on the last day", []calendar.Date{"2026-12-31"}, periods("2026-01-01 to 2026-12-30", "2026-12-31 to 2026-12-31")},
		{"outside", []calendar.Date{"2025-12-31", "2027-01-01"}, periods(year2026)},
		{"repeated and out of order", []calendar.Date{"2026-07-01", "2026-04-01", "2026-07-01"}, periods("2026-01-01 to 2026-03-31", "2026-04-01 to 2026-06-30", "2026-07-01 to 2026-12-31")},
		{"not dates", []calendar.Date{"", "2026-06-31", "soon"}, periods(year2026)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := slices.Clone(tt.cuts)
			require.Equal(t, tt.want, calendar.Slices(year, tt.cuts))
			require.Equal(t, before, tt.cuts, "the argument is not changed")
		})
	}
}

// Union and gaps against one mark for every day: together they make up the whole, and neither overlaps itself.
func TestCoverageLaws(t *testing.T) {
	const span = 60
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		var marks [span]bool
		var covered []calendar.Period
		for range rng.IntN(8) {
			from := rng.IntN(span+20) - 10
			to := from + rng.IntN(12) - 1 // now and then reversed
			covered = append(covered, calendar.Period{From: origin.AddDays(from), To: origin.AddDays(to)})
			for i := max(0, from); i <= min(to, span-1); i++ {
				marks[i] = true
			}
		}
		whole := calendar.Period{From: origin, To: origin.AddDays(span - 1)}
		union, gaps := calendar.Union(covered), calendar.Gaps(whole, covered)
		for i, marked := range marks {
			d := origin.AddDays(i)
			inUnion, inGaps := 0, 0
			for _, p := range union {
				if p.Contains(d) {
					inUnion++
				}
			}
			for _, p := range gaps {
				if p.Contains(d) {
					inGaps++
				}
			}
			if marked && (inUnion != 1 || inGaps != 0) || !marked && (inUnion != 0 || inGaps != 1) {
				t.Fatalf("%s of %v: %d in the union, %d in the gaps", d, covered, inUnion, inGaps)
			}
		}
		for _, g := range gaps {
			if !whole.Covers(g) {
				t.Fatalf("the gap %s is not in %s", g, whole)
			}
		}
		for _, list := range [][]calendar.Period{union, gaps} {
			for i := 1; i < len(list); i++ {
				if list[i-1].To.DaysUntil(list[i].From) < 2 {
					t.Fatalf("%s and %s should be one", list[i-1], list[i])
				}
			}
		}
		require.Equal(t, union, calendar.Union(union))

		var cuts []calendar.Date
		for range rng.IntN(6) {
			cuts = append(cuts, origin.AddDays(rng.IntN(span+10)-5))
		}
		parts := calendar.Slices(whole, cuts)
		if parts[0].From != whole.From || parts[len(parts)-1].To != whole.To {
			t.Fatalf("%v do not make up %s", parts, whole)
		}
		for i := 1; i < len(parts); i++ {
			if parts[i-1].To.AddDays(1) != parts[i].From || !slices.Contains(cuts, parts[i].From) {
				t.Fatalf("%v do not follow the cuts %v", parts, cuts)
			}
		}
		for _, c := range cuts {
			if whole.Contains(c) && !slices.ContainsFunc(parts, func(p calendar.Period) bool { return p.From == c }) {
				t.Fatalf("no slice of %v starts on %s", parts, c)
			}
		}
	}
}
