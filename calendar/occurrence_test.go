package calendar_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

// holidaysOf gives ten made-up holidays a year, some of them on weekends.
func holidaysOf(fromYear, toYear int) (list []calendar.Date) {
	for y := fromYear; y <= toYear; y++ {
		for _, day := range []string{"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "11-11", "11-26", "12-25"} {
			list = append(list, calendar.Date(fmt.Sprintf("%04d-%s", y, day)))
		}
	}
	return list
}

// endsInterval says whether an interval ends on a day, in the literal sense of the documentation, by package time.
func endsInterval(f calendar.Frequency, day time.Time, holidays []calendar.Date) bool {
	next := day.AddDate(0, 0, 1)
	switch f.Interval {
	case calendar.Daily:
		return true
	case calendar.BusinessDaily:
		return isBusinessDay(spell(day), holidays)
	case calendar.Weekly, calendar.Biweekly:
		length := 7
		if f.Interval == calendar.Biweekly {
			length = 14
		}
		anchor := utc(1, time.January, 1)
		if f.Anchor != "" {
			anchor, _ = time.Parse(time.DateOnly, string(f.Anchor))
		}
		seconds := next.Unix() - anchor.Unix() // a time.Duration ends after 292 years
		return seconds/86400%int64(length) == 0
	}
	length := map[calendar.Interval]int{calendar.Annual: 12, calendar.Semiannual: 6, calendar.Quarterly: 3, calendar.Monthly: 1}[f.Interval]
	anchor := utc(2000, time.January, 1)
	if f.Anchor != "" {
		anchor, _ = time.Parse(time.DateOnly, string(f.Anchor))
	}
	// The next day starts an interval if it is a whole number of lengths from the anchor, clamped to its month.
	months := (next.Year()-anchor.Year())*12 + int(next.Month()-anchor.Month())
	lastOfMonth := utc(next.Year(), next.Month()+1, 0).Day()
	return months%length == 0 && next.Day() == min(anchor.Day(), lastOfMonth)
}

// literal lists occurrences by looking at every day, from so long before p that the longest grace and a whole interval
// fit in: slow, and as the documentation says it.
func literal(f calendar.Frequency, p calendar.Period, how calendar.Attribution, holidays []calendar.Date) (list []calendar.Occurrence) {
	from := ""
	start, _ := time.Parse(time.DateOnly, string(p.From))
	end, _ := time.Parse(time.DateOnly, string(p.To))
	for day := start.AddDate(-2, -2, 0); !day.After(end); day = day.AddDate(0, 0, 1) {
		if !endsInterval(f, day, holidays) {
			continue
		}
		to := spell(day)
		due := to.AddDays(int(f.GraceDays))
		if f.GraceBusinessDays > 0 {
			due = addBusinessDays(to, int(f.GraceBusinessDays), holidays)
		}
		o := calendar.Occurrence{Interval: calendar.Period{From: calendar.Date(from), To: to}, Due: due}
		if f.Interval == calendar.BusinessDaily {
			o.Interval.From = to
		}
		decisive := due
		if how == calendar.ByIntervalEnd {
			decisive = to
		}
		if from != "" && p.From <= decisive && decisive <= p.To {
			list = append(list, o)
		}
		from = string(spell(day.AddDate(0, 0, 1)))
	}
	return list
}

func randomFrequency(rng *rand.Rand) calendar.Frequency {
	scheduled := calendar.Intervals()[:8]
	f := calendar.Frequency{Interval: scheduled[rng.IntN(len(scheduled))]}
	if rng.IntN(2) == 0 {
		f.Anchor = origin.AddDays(rng.IntN(1500) - 750)
	}
	if rng.IntN(4) == 0 && f.Interval.Months() > 0 {
		f.Anchor = origin.AddMonths(rng.IntN(60) - 30).MonthEnd() // where clamping happens
	}
	switch rng.IntN(4) {
	case 0:
		f.GraceDays = int64(rng.IntN(40))
	case 1:
		f.GraceBusinessDays = int64(rng.IntN(30))
	case 2:
		f.GraceDays = int64(rng.IntN(367))
	}
	return f
}

func TestOccurrencesAgainstEveryDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	holidays := holidaysOf(2020, 2033)
	for range 200 {
		f := randomFrequency(rng)
		p := calendar.Period{From: origin.AddDays(rng.IntN(800))}
		p.To = p.From.AddDays(rng.IntN(500))
		for _, how := range calendar.Attributions() {
			want := literal(f, p, how, holidays)
			got := f.Occurrences(p, how, holidays)
			if !slices.Equal(got, want) {
				t.Fatalf("%+v in %s by %s:\n got %v\nwant %v", f, p, how, got, want)
			}
			if n := f.Expected(p, how, holidays); n != len(want) {
				t.Fatalf("%+v in %s by %s: %d expected, want %d", f, p, how, n, len(want))
			}
		}
		next, ok := f.Next(p.From, holidays)
		if list := f.Occurrences(p, calendar.ByDueDate, holidays); !ok || next.Due < p.From || len(list) > 0 && next != list[0] {
			t.Fatalf("%+v: next from %s is %v", f, p.From, next)
		}
	}
}

// Laws: ascending, disjoint, inside the period; and cutting a period never counts an occurrence twice or never.
func TestOccurrenceLaws(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	holidays := holidaysOf(2020, 2033)
	for range 2000 {
		f := randomFrequency(rng)
		p := calendar.Period{From: origin.AddDays(rng.IntN(800))}
		p.To = p.From.AddDays(1 + rng.IntN(700))
		cut := p.From.AddDays(1 + rng.IntN(p.Days()-1))
		parts := calendar.Slices(p, []calendar.Date{cut})
		for _, how := range calendar.Attributions() {
			all := f.Occurrences(p, how, holidays)
			both := slices.Concat(f.Occurrences(parts[0], how, holidays), f.Occurrences(parts[1], how, holidays))
			if !slices.Equal(all, both) {
				t.Fatalf("%+v by %s: %s cut on %s gives %d occurrences, not %d", f, how, p, cut, len(both), len(all))
			}
			for i, o := range all {
				if !o.Interval.IsValid() || o.Due < o.Interval.To {
					t.Fatalf("%+v: %v", f, o)
				}
				if how == calendar.ByDueDate && !p.Contains(o.Due) || how == calendar.ByIntervalEnd && !p.Contains(o.Interval.To) {
					t.Fatalf("%+v by %s: %v does not belong to %s", f, how, o, p)
				}
				if i > 0 && (all[i-1].Interval.To >= o.Interval.From || all[i-1].Due > o.Due || all[i-1].Compare(o) >= 0) {
					t.Fatalf("%+v: %v before %v", f, all[i-1], o)
				}
				if i > 0 && f.Interval != calendar.BusinessDaily && all[i-1].Interval.To.AddDays(1) != o.Interval.From {
					t.Fatalf("%+v: a day between %v and %v", f, all[i-1], o)
				}
			}
		}
	}
}

// Expected occurrences in periods of whole months, due-date attribution: for every month that a period can start in,
// over twelve years, with calendar and other anchors.
func TestExpectedInWholeMonths(t *testing.T) {
	type counts [2]int // least and most
	tests := []struct {
		interval           calendar.Interval
		twelve, six, three counts
	}{
		{calendar.Annual, counts{1, 1}, counts{0, 1}, counts{0, 1}},
		{calendar.Semiannual, counts{2, 2}, counts{1, 1}, counts{0, 1}},
		{calendar.Quarterly, counts{4, 4}, counts{2, 2}, counts{1, 1}},
		{calendar.Monthly, counts{12, 12}, counts{6, 6}, counts{3, 3}},
		{calendar.Biweekly, counts{26, 27}, counts{12, 14}, counts{6, 7}},
		{calendar.Weekly, counts{52, 53}, counts{25, 27}, counts{12, 14}},
		{calendar.BusinessDaily, counts{249, 257}, counts{120, 131}, counts{58, 66}}, // ten holidays a year
		{calendar.Daily, counts{365, 366}, counts{181, 184}, counts{89, 92}},
	}
	holidays := holidaysOf(2019, 2037)
	for _, tt := range tests {
		t.Run(string(tt.interval), func(t *testing.T) {
			seen := map[int]counts{}
			for _, anchor := range []calendar.Date{"", "2024-02-15", "2023-05-31", "2024-02-29"} {
				for _, grace := range []int64{0, 5, 10} {
					f := calendar.Frequency{Interval: tt.interval, Anchor: anchor, GraceDays: grace}
					for start := calendar.Date("2021-01-01"); start < "2033-01-01"; start = start.AddMonths(1) {
						for months, want := range map[int]counts{12: tt.twelve, 6: tt.six, 3: tt.three} {
							p := calendar.Period{From: start, To: start.AddMonths(months).AddDays(-1)}
							n := f.Expected(p, calendar.ByDueDate, holidays)
							if n < want[0] || n > want[1] {
								t.Fatalf("%s in %s: %d, want %d to %d", f, p, n, want[0], want[1])
							}
							if met, ok := seen[months]; ok {
								seen[months] = counts{min(met[0], n), max(met[1], n)}
							} else {
								seen[months] = counts{n, n}
							}
						}
					}
				}
			}
			if tt.interval.Months() > 0 { // these ranges are exact: both ends are met
				require.Equal(t, map[int]counts{12: tt.twelve, 6: tt.six, 3: tt.three}, seen)
			}
		})
	}
}

func TestOccurrencesOfAYear(t *testing.T) {
	year := period(year2026)
	occurrence := func(interval string, due calendar.Date) calendar.Occurrence {
		return calendar.Occurrence{Interval: period(interval), Due: due}
	}
	tests := []struct {
		name string
		f    calendar.Frequency
		how  calendar.Attribution
		want []calendar.Occurrence
	}{
		{
			"quarters with grace, by due date: the review of Q4 2025 counts, that of Q4 2026 does not",
			calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}, calendar.ByDueDate,
			[]calendar.Occurrence{
				occurrence("2025-10-01 to 2025-12-31", "2026-01-10"),
				occurrence("2026-01-01 to 2026-03-31", "2026-04-10"),
				occurrence("2026-04-01 to 2026-06-30", "2026-07-10"),
				occurrence("2026-07-01 to 2026-09-30", "2026-10-10"),
			},
		},
		{
			"the same by interval end",
			calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}, calendar.ByIntervalEnd,
			[]calendar.Occurrence{
				occurrence("2026-01-01 to 2026-03-31", "2026-04-10"),
				occurrence("2026-04-01 to 2026-06-30", "2026-07-10"),
				occurrence("2026-07-01 to 2026-09-30", "2026-10-10"),
				occurrence("2026-10-01 to 2026-12-31", "2027-01-10"),
			},
		},
		{
			"half years from the end of August end early in February",
			calendar.Frequency{Interval: calendar.Semiannual, Anchor: "2025-08-31"}, "",
			[]calendar.Occurrence{
				occurrence("2025-08-31 to 2026-02-27", "2026-02-27"),
				occurrence("2026-02-28 to 2026-08-30", "2026-08-30"),
			},
		},
		{
			"a year from March with five business days, over a weekend",
			calendar.Frequency{Interval: calendar.Annual, Anchor: "2020-03-16", GraceBusinessDays: 5}, calendar.ByDueDate,
			[]calendar.Occurrence{occurrence("2025-03-16 to 2026-03-15", "2026-03-20")},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, tt.f.Occurrences(year, tt.how, nil))
		})
	}
}

func TestNoOccurrences(t *testing.T) {
	year := period(year2026)
	monthly := calendar.Frequency{Interval: calendar.Monthly}
	for name, f := range map[string]calendar.Frequency{
		"not said":        {},
		"on events":       {Trigger: "a change"},
		"continuous":      {Interval: calendar.Continuous},
		"unknown":         {Interval: "yearly"},
		"bad anchor":      {Interval: calendar.Monthly, Anchor: "2026-02-30"},
		"negative grace":  {Interval: calendar.Monthly, GraceDays: -1},
		"grace too long":  {Interval: calendar.Monthly, GraceDays: 1 << 62},
		"grace both ways": {Interval: calendar.Monthly, GraceDays: 1, GraceBusinessDays: 1},
	} {
		t.Run(name, func(t *testing.T) {
			require.Nil(t, f.Occurrences(year, calendar.ByDueDate, nil))
			require.Zero(t, f.Expected(year, calendar.ByDueDate, nil))
			_, ok := f.Next(origin, nil)
			require.False(t, ok)
		})
	}
	for _, bad := range badPeriods {
		require.Nil(t, monthly.Occurrences(bad, calendar.ByDueDate, nil))
	}
	require.Nil(t, monthly.Occurrences(year, "due", nil))
	_, ok := monthly.Next("", nil)
	require.False(t, ok)
}

func TestOccurrencesAtTheEnds(t *testing.T) {
	all := period("0001-01-01 to 9999-12-31")
	for _, i := range calendar.Intervals()[:6] {
		for _, anchor := range []calendar.Date{"", "0001-06-15", "9999-12-31", "2026-05-31"} {
			if i.Months() == 0 && anchor == "2026-05-31" {
				continue // 521,722 weeks once more would show nothing new
			}
			for _, grace := range []int64{0, 366} {
				f := calendar.Frequency{Interval: i, Anchor: anchor, GraceDays: grace}
				list := f.Occurrences(all, calendar.ByIntervalEnd, nil)
				first, last := list[0], list[len(list)-1]
				require.True(t, all.Covers(first.Interval) && all.Covers(last.Interval) && all.Contains(last.Due), "%s", f)
				require.Less(t, all.From.DaysUntil(first.Interval.From), i.MaxDays(), "%s", f)
				require.LessOrEqual(t, last.Due.DaysUntil(all.To), i.MaxDays(), "%s", f)
			}
		}
	}
	weekend := calendar.Frequency{Interval: calendar.BusinessDaily, GraceBusinessDays: 366}
	for _, p := range periods("0001-01-01 to 0003-01-01", "9998-01-01 to 9999-12-31") {
		for _, how := range calendar.Attributions() {
			for _, o := range weekend.Occurrences(p, how, nil) {
				require.True(t, o.Interval.IsValid() && o.Due.IsValid(), "%v", o)
			}
		}
	}
}

func TestEveryDayIsAHoliday(t *testing.T) {
	var holidays []calendar.Date
	for d := origin; d < "2030-01-01"; d = d.AddDays(1) {
		holidays = append(holidays, d)
	}
	f := calendar.Frequency{Interval: calendar.Annual, GraceBusinessDays: 3}
	require.Nil(t, f.Occurrences(period(year2026), calendar.ByDueDate, holidays))
	list := f.Occurrences(period("2030-01-01 to 2030-12-31"), calendar.ByDueDate, holidays)
	require.Len(t, list, 5, "the years 2025 to 2029 all fall due at once") // 2025-12-31 is followed by holidays only
	for _, o := range list {
		require.Equal(t, calendar.Date("2030-01-03"), o.Due)
	}
}
