package calendar

import "slices"

// Union returns the days of all periods as the fewest periods, in order of time. Periods that overlap or that follow
// each other without a day between them become one. Periods that are not valid are left out. It does not change its
// argument.
func Union(periods []Period) []Period {
	valid := make([]Period, 0, len(periods))
	sorted := true
	for _, p := range periods {
		if !p.IsValid() {
			continue
		}
		sorted = sorted && (len(valid) == 0 || valid[len(valid)-1].From <= p.From)
		valid = append(valid, p)
	}
	if !sorted {
		slices.SortFunc(valid, Period.Compare)
	}
	merged := valid[:0]
	for _, p := range valid {
		if len(merged) > 0 {
			if last := &merged[len(merged)-1]; p.From <= last.To || last.To.DaysUntil(p.From) == 1 {
				last.To = max(last.To, p.To)
				continue
			}
		}
		merged = append(merged, p)
	}
	return merged
}

// Gaps returns the runs of days of whole that no covered period contains, in order of time: none if all are covered.
// Covered periods may overlap, come in any order and reach outside; those that are not valid cover nothing. If whole is
// not valid there are no gaps to speak of, and the result is nil.
func Gaps(whole Period, covered []Period) []Period {
	if !whole.IsValid() {
		return nil
	}
	var gaps []Period
	open := whole.From // the first day not yet known to be covered
	for _, c := range Union(covered) {
		if c.To < open {
			continue
		}
		if c.From > whole.To {
			break
		}
		if c.From > open {
			gaps = append(gaps, Period{open, c.From.AddDays(-1)})
		}
		if c.To >= whole.To {
			return gaps
		}
		open = c.To.AddDays(1)
	}
	return append(gaps, Period{open, whole.To})
}

// Slices cuts whole so that a new slice starts on every day of cuts that lies inside it: a control that changed on
// 2026-05-01 gives a slice to 2026-04-30 and one from 2026-05-01. The slices come in order of time and make up whole.
// The first day of whole, repeated cuts, cuts outside and dates that are not valid cut nothing. If whole is not valid
// the result is nil.
func Slices(whole Period, cuts []Date) []Period {
	if !whole.IsValid() {
		return nil
	}
	inside := make([]Date, 0, len(cuts))
	for _, c := range cuts {
		if c > whole.From && whole.Contains(c) {
			inside = append(inside, c)
		}
	}
	slices.Sort(inside)
	inside = slices.Compact(inside)
	parts := make([]Period, 0, len(inside)+1)
	from := whole.From
	for _, c := range inside {
		parts = append(parts, Period{from, c.AddDays(-1)})
		from = c
	}
	return append(parts, Period{from, whole.To})
}
