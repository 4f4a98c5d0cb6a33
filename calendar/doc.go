// Package calendar holds days, periods and how often a control is due.
//
// A [Date] is a day without a time zone, spelled "2026-01-31"; a [Period] runs from one day to another, both inside.
// A [Frequency] says how often a control is performed, and [Frequency.Occurrences] lists what is due in a period:
//
//	year := calendar.Period{From: "2026-01-01", To: "2026-12-31"}
//	reviews := calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}
//	for _, o := range reviews.Occurrences(year, calendar.ByDueDate, nil) {
//		fmt.Println(o.Interval, "due", o.Due)
//	}
//
// [Match] says which of them were done, late, missed or are still to come. [Union], [Gaps] and [Slices] do the
// arithmetic of periods: what evidence covers, what it leaves open, where a control changed. An [Instant] is a moment
// in UTC and an [Allowance] is the time allowed after an event.
//
// Days follow the proleptic Gregorian calendar from 0001-01-01 to 9999-12-31. Dates, instants and intervals are named
// strings: a literal needs no constructor, and a bad spelling survives decoding, so that Validate can report it with
// its place. The zero value of every type means "not said"; Validate leaves it to the parent that requires one. No
// method panics: an invalid date gives the zero Date, 0 or false.
//
// Business days are Monday to Friday without the holidays that the caller lists.
//
// Nothing here reads the clock or knows a time zone: the day "as of" which a question is asked is an argument. How
// many items to test for a frequency is a question for package sampling.
package calendar
