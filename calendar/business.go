package calendar

import (
	"slices"
	"sort"
)

// IsBusinessDay reports whether d is a Monday to Friday and not one of holidays. It is false if d is not valid.
func IsBusinessDay(d Date, holidays []Date) bool {
	n, ok := d.number()
	return ok && isWeekday(n) && !slices.Contains(holidays, d)
}

// AddBusinessDays returns the nth business day after d, or before d if n is negative; d itself, business day or not, if
// n is 0. Business days are Monday to Friday without the given holidays, which may come in any order; those that are
// not valid are ignored. It returns "" if d is not valid or the result is outside the years 0001 to 9999.
func AddBusinessDays(d Date, n int, holidays []Date) Date {
	day, ok := d.number()
	if !ok || n < -lastDay || n > lastDay {
		return ""
	}
	return dateOf(newWorkdays(holidays).add(day, n))
}

// CountBusinessDays returns how many business days p has, or 0 if p is not valid. Holidays are as for
// [AddBusinessDays].
func CountBusinessDays(p Period, holidays []Date) int {
	from, to, ok := p.numbers()
	if !ok {
		return 0
	}
	w := newWorkdays(holidays)
	return w.until(to) - w.until(from-1)
}

// isWeekday reports whether day n is a Monday to Friday; day 0 is a Monday.
func isWeekday(n int) bool { return n%7 < 5 }

// workdays are the holidays that fall on Monday to Friday, as day numbers in order, each once. They turn questions
// about business days into counting: the days in between are never walked.
type workdays []int

func newWorkdays(holidays []Date) workdays {
	w := make(workdays, 0, len(holidays))
	for _, h := range holidays {
		if n, ok := h.number(); ok && isWeekday(n) {
			w = append(w, n)
		}
	}
	slices.Sort(w)
	return slices.Compact(w)
}

// is reports whether day n is a business day.
func (w workdays) is(n int) bool {
	if !isWeekday(n) {
		return false
	}
	_, holiday := slices.BinarySearch(w, n)
	return !holiday
}

// until counts the business days from day 0 to day n, both inside; n is -1 or more.
func (w workdays) until(n int) int {
	weekdays := (n+1)/7*5 + min((n+1)%7, 5)
	return weekdays - w.holidaysUntil(n)
}

func (w workdays) holidaysUntil(n int) int { return sort.SearchInts(w, n+1) }

// at returns the business day with until(day) == count, -1 if count is below 1. The holidays passed move the day on,
// which may pass more of them: from no holidays upwards this ends at the first day with enough business days.
func (w workdays) at(count int) int {
	if count < 1 {
		return -1
	}
	passed := 0
	for {
		k := count + passed - 1
		day := k/5*7 + k%5
		next := w.holidaysUntil(day)
		if next == passed {
			return day
		}
		passed = next
	}
}

// add returns the nth business day after day, before it if n is negative, day itself if n is 0.
func (w workdays) add(day, n int) int {
	switch {
	case n > 0:
		return w.at(w.until(day) + n)
	case n < 0:
		return w.at(w.until(day-1) + n + 1)
	}
	return day
}
