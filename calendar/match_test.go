package calendar_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestMatch(t *testing.T) {
	year := period(year2026)
	quarters := calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}.Occurrences(year, calendar.ByIntervalEnd, nil)
	years := calendar.Frequency{Interval: calendar.Annual}.Occurrences(period("2025-01-01 to 2026-12-31"), calendar.ByDueDate, nil)
	type want struct {
		state calendar.State
		on    calendar.Date
		late  int64
	}
	tests := []struct {
		name  string
		occ   []calendar.Occurrence
		done  []calendar.Date
		asOf  calendar.Date
		want  []want
		extra []calendar.Date
	}{
		{"in the interval, in the grace, late, still to come", quarters,
			[]calendar.Date{"2026-03-20", "2026-07-10", "2026-10-25"}, "2026-11-30",
			[]want{{"done", "2026-03-20", 0}, {"done", "2026-07-10", 0}, {"late", "2026-10-25", 15}, {"upcoming", "", 0}}, nil},
		{"nothing done", quarters, nil, "2026-07-10",
			[]want{{"missed", "", 91}, {"upcoming", "", 0}, {"upcoming", "", 0}, {"upcoming", "", 0}}, nil},
		{"the day after the due date", quarters[:1], nil, "2026-04-11", []want{{"missed", "", 1}}, nil},
		{"one day in the grace goes to the earlier quarter", quarters[:2], []calendar.Date{"2026-04-05"}, "2026-12-31",
			[]want{{"done", "2026-04-05", 0}, {"missed", "", 174}}, nil},
		{"two days serve both", quarters[:2], []calendar.Date{"2026-06-20", "2026-04-05"}, "2026-12-31",
			[]want{{"done", "2026-04-05", 0}, {"done", "2026-06-20", 0}}, nil},
		{"twice in a quarter", quarters[:1], []calendar.Date{"2026-01-10", "2026-03-20"}, "2026-12-31",
			[]want{{"done", "2026-01-10", 0}}, []calendar.Date{"2026-03-20"}},
		{"the grace of one and the start of the next", quarters[:2], []calendar.Date{"2026-04-05", "2026-03-20"}, "2026-04-30",
			[]want{{"done", "2026-03-20", 0}, {"done", "2026-04-05", 0}}, nil},
		{"a missed quarter does not make the following ones late", quarters,
			[]calendar.Date{"2026-05-15", "2026-08-15", "2026-11-15"}, "2027-01-31",
			[]want{{"missed", "", 296}, {"done", "2026-05-15", 0}, {"done", "2026-08-15", 0}, {"done", "2026-11-15", 0}}, nil},
		{"too early", quarters[:1], []calendar.Date{"2025-12-31"}, "2026-12-31",
			[]want{{"missed", "", 265}}, []calendar.Date{"2025-12-31"}},
		{"last year's, late, and this year's", years, []calendar.Date{"2026-11-20", "2026-02-10"}, "2027-01-01",
			[]want{{"late", "2026-02-10", 41}, {"done", "2026-11-20", 0}}, nil},
		{"one late performance while the second of two years runs", years, []calendar.Date{"2026-02-10"}, "2026-12-31",
			[]want{{"late", "2026-02-10", 41}, {"upcoming", "", 0}}, nil},
		{"one performance in the second of two years", years, []calendar.Date{"2026-02-10"}, "2027-01-01",
			[]want{{"missed", "", 366}, {"done", "2026-02-10", 0}}, nil},
		{"the last one is answered late for as long as it is", quarters[3:], []calendar.Date{"2027-04-12"}, "2027-12-31",
			[]want{{"late", "2027-04-12", 92}}, nil},
		{"and no longer", quarters[3:], []calendar.Date{"2027-04-13"}, "2027-12-31",
			[]want{{"missed", "", 355}}, []calendar.Date{"2027-04-13"}},
		{"nobody catches up in one day", quarters, []calendar.Date{"2026-11-05", "2026-11-05", "2026-11-05"}, "2026-12-31",
			[]want{{"missed", "", 265}, {"missed", "", 174}, {"late", "2026-11-05", 26}, {"done", "2026-11-05", 0}}, []calendar.Date{"2026-11-05"}},
		{"what happens after the day of the question is not known", quarters[:1], []calendar.Date{"2026-03-20"}, "2026-03-19",
			[]want{{"upcoming", "", 0}}, []calendar.Date{"2026-03-20"}},
		{"not dates", quarters[:1], []calendar.Date{"", "2026-03-32", "2026-03-31"}, "2026-03-31",
			[]want{{"done", "2026-03-31", 0}}, []calendar.Date{"", "2026-03-32"}},
		{"no day of the question", quarters[:1], []calendar.Date{"2026-03-31"}, "",
			[]want{{"", "", 0}}, []calendar.Date{"2026-03-31"}},
		{"an occurrence that is none", []calendar.Occurrence{{Due: "2026-03-31"}, quarters[0]}, []calendar.Date{"2026-03-31"}, "2026-03-31",
			[]want{{"", "", 0}, {"done", "2026-03-31", 0}}, nil},
		{"due before its interval ends", []calendar.Occurrence{{Interval: year, Due: "2026-06-30"}}, []calendar.Date{"2026-06-30"}, "2026-07-31",
			[]want{{"done", "2026-06-30", 0}}, nil},
		{"due before it starts", []calendar.Occurrence{{Interval: year, Due: "2025-12-31"}}, nil, "2026-03-31", []want{{"", "", 0}}, nil},
		{"in the order given", []calendar.Occurrence{quarters[1], quarters[0]}, []calendar.Date{"2026-02-01"}, "2026-04-30",
			[]want{{"upcoming", "", 0}, {"done", "2026-02-01", 0}}, nil},
		{"at the end of all days", []calendar.Occurrence{{Interval: period("9999-12-01 to 9999-12-15"), Due: "9999-12-20"}}, []calendar.Date{"9999-12-31"}, "9999-12-31",
			[]want{{"late", "9999-12-31", 11}}, nil},
		{"nothing at all", nil, nil, "2026-01-01", []want{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := slices.Clone(tt.done)
			statuses, extra := calendar.Match(tt.occ, tt.done, tt.asOf)
			require.Equal(t, before, tt.done, "the argument is not changed")
			got := []want{}
			for i, s := range statuses {
				require.Equal(t, tt.occ[i], s.Occurrence)
				got = append(got, want{s.State, s.On, s.DaysLate})
			}
			require.Equal(t, tt.want, got)
			require.Equal(t, tt.extra, extra)
		})
	}
}

// bestCounts tries every assignment of days to occurrences and returns the best counts of done occurrences that are
// past due, of late ones and of upcoming ones that are done, in that order of importance.
func bestCounts(occ []calendar.Occurrence, done []calendar.Date, asOf calendar.Date) (best [3]int) {
	used := make([]bool, len(done))
	var try func(i int, counts [3]int)
	try = func(i int, counts [3]int) {
		if i == len(occ) {
			if slices.Compare(counts[:], best[:]) > 0 {
				best = counts
			}
			return
		}
		try(i+1, counts)
		o := occ[i]
		for d, day := range done {
			kind := -1
			switch past := o.Due < asOf; {
			case used[d] || day < o.Interval.From:
			case past && day <= o.Due:
				kind = 0
			case past && day <= lateUntil(occ, i):
				kind = 1
			case !past && day <= o.Due:
				kind = 2
			}
			if kind >= 0 {
				used[d] = true
				counts[kind]++
				try(i+1, counts)
				counts[kind]--
				used[d] = false
			}
		}
	}
	try(0, best)
	return best
}

func lateUntil(occ []calendar.Occurrence, i int) calendar.Date {
	for _, later := range occ[i+1:] {
		if later.Due > occ[i].Due {
			return later.Due
		}
	}
	return occ[i].Due.AddDays(occ[i].Interval.Days())
}

func TestMatchLaws(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	holidays := holidaysOf(2025, 2028)
	met := map[calendar.State]int{}
	for range 4000 {
		f := randomFrequency(rng)
		f.GraceDays %= 90
		length := 3 * f.Interval.MaxDays()
		p := calendar.Period{From: origin.AddDays(rng.IntN(300))}
		p.To = p.From.AddDays(rng.IntN(length))
		occ := f.Occurrences(p, calendar.ByIntervalEnd, holidays)
		if len(occ) > 5 {
			occ = occ[:5]
		}
		reach := length + int(f.GraceDays+f.GraceBusinessDays)
		var done []calendar.Date
		for range rng.IntN(6) {
			done = append(done, p.From.AddDays(rng.IntN(reach+length/2)-length/4))
		}
		asOf := p.From.AddDays(rng.IntN(2 * reach))
		statuses, extra := calendar.Match(occ, done, asOf)

		shuffled := slices.Clone(done)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again, extraAgain := calendar.Match(occ, shuffled, asOf)
		if !slices.Equal(statuses, again) || !slices.Equal(extra, extraAgain) {
			t.Fatalf("the order of %v matters", done)
		}

		answered := slices.Clone(extra)
		later, _ := calendar.Match(occ, done, asOf.AddDays(rng.IntN(reach)))
		var counts [3]int
		deviations, deviationsLater := 0, 0
		for i, s := range statuses {
			met[s.State]++
			sound := false
			switch s.State {
			case calendar.Done:
				sound = s.Interval.From <= s.On && s.On <= s.Due && s.On <= asOf && s.DaysLate == 0
				if s.Due < asOf {
					counts[0]++
				} else {
					counts[2]++
				}
				if later[i].State != calendar.Done {
					t.Fatalf("%+v: %v is done as of %s and then %s; done %v", f, s.Occurrence, asOf, later[i].State, done)
				}
			case calendar.Late:
				sound = s.Due < s.On && s.On <= min(asOf, lateUntil(occ, i)) && s.DaysLate == int64(s.Due.DaysUntil(s.On))
				counts[1]++
				deviations++
			case calendar.Missed:
				sound = s.On == "" && s.Due < asOf && s.DaysLate == int64(s.Due.DaysUntil(asOf))
				deviations++
			case calendar.Upcoming:
				sound = s.On == "" && s.Due >= asOf && s.DaysLate == 0
			}
			if !sound {
				t.Fatalf("%+v as of %s", s, asOf)
			}
			if later[i].State == calendar.Late || later[i].State == calendar.Missed {
				deviationsLater++
			}
			if s.On != "" {
				answered = append(answered, s.On)
			}
		}
		known := slices.DeleteFunc(slices.Clone(done), func(d calendar.Date) bool { return d > asOf })
		if best := bestCounts(occ, known, asOf); counts != best {
			t.Fatalf("%+v: %v are done, late and done early, %v can be; done %v as of %s", f, counts, best, done, asOf)
		}
		if deviations > deviationsLater {
			t.Fatalf("%+v: %d deviations as of %s, then %d; done %v", f, deviations, asOf, deviationsLater, done)
		}
		if slices.Sort(answered); !slices.Equal(answered, slices.Sorted(slices.Values(done))) {
			t.Fatalf("%v answer or are extra, of %v", answered, done)
		}
		if !slices.IsSorted(extra) {
			t.Fatalf("%v are not in order", extra)
		}
	}
	for _, s := range calendar.States() {
		require.Greater(t, met[s], 100, "the test meets occurrences that are %s", s)
	}
}

// Any occurrences, also such as no frequency gives: what is said of each must still be true.
func TestMatchOfAnyOccurrences(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	day := func() calendar.Date {
		if rng.IntN(20) == 0 {
			return "not a date"
		}
		return origin.AddDays(rng.IntN(40))
	}
	for range 5000 {
		var occ []calendar.Occurrence
		for range rng.IntN(8) {
			occ = append(occ, calendar.Occurrence{Interval: calendar.Period{From: day(), To: day()}, Due: day()})
		}
		var done []calendar.Date
		for range rng.IntN(10) {
			done = append(done, day())
		}
		statuses, extra := calendar.Match(occ, done, day())
		require.Len(t, statuses, len(occ))
		answered := slices.Clone(extra)
		for i, s := range statuses {
			require.Equal(t, occ[i], s.Occurrence)
			if s.State == calendar.Done {
				require.True(t, s.Interval.From <= s.On && s.On <= s.Due)
			}
			if s.On != "" {
				answered = append(answered, s.On)
			}
		}
		require.ElementsMatch(t, done, answered)
	}
}
