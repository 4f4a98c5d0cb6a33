package calendar

import (
	"slices"
	"strings"
)

// An Attribution says to which period an occurrence belongs whose interval ends in one period and which is due in the
// next. An engagement chooses one and keeps it from period to period; otherwise an occurrence is counted twice or
// never.
//
// The zero Attribution is "not said" and never valid in a document.
type Attribution string

const (
	// ByDueDate counts an occurrence in the period that holds its due date. It is the usual convention.
	ByDueDate Attribution = "due-date"
	// ByIntervalEnd counts an occurrence in the period that holds the last day of its interval.
	ByIntervalEnd Attribution = "interval-end"
)

var attributions = []Attribution{ByDueDate, ByIntervalEnd}

// Attributions lists the attributions, the usual one first.
func Attributions() []Attribution { return slices.Clone(attributions) }

// IsValid reports whether a is one of the two attributions.
func (a Attribution) IsValid() bool { return slices.Contains(attributions, a) }

// EnumValues lists the spellings, the usual one first, for JSON Schema.
func (Attribution) EnumValues() []string {
	return []string{string(ByDueDate), string(ByIntervalEnd)}
}

// An Occurrence is one performance that a schedule calls for.
type Occurrence struct {
	// Interval is the part of the schedule that it is for, such as the first quarter.
	Interval Period `json:"interval"`
	// Due is the last day on which it is in time: the last day of the interval, or later by the grace.
	Due Date `json:"due"`
}

// isSound reports whether the interval is valid and the due date is a day that is not before it.
func (o Occurrence) isSound() bool {
	return o.Interval.IsValid() && o.Due.IsValid() && o.Due >= o.Interval.From
}

// Compare orders occurrences by due date, then by interval. Like [Date.Compare] it orders all values.
func (o Occurrence) Compare(other Occurrence) int {
	if c := o.Due.Compare(other.Due); c != 0 {
		return c
	}
	return o.Interval.Compare(other.Interval)
}

// Occurrences returns the occurrences of f that belong to p, in order of time: by [ByDueDate], also where how is "not
// said", those due in p; by [ByIntervalEnd] those whose interval ends in p. Where the interval began does not matter, so
// adjacent periods never share an occurrence and never lose one. Holidays are those of [AddBusinessDays]; they
// matter to [BusinessDaily] and to grace in business days. Due dates on other days do not move.
//
// The result is nil if f has no schedule, if [Frequency.Validate] reports an error, if p is not valid or how is unknown.
func (f Frequency) Occurrences(p Period, how Attribution, holidays []Date) []Occurrence {
	s, first, last, ok := f.over(p, how, holidays)
	if !ok {
		return nil
	}
	var spelled daySpeller
	var list []Occurrence
	s.between(first, last, how == ByIntervalEnd, func(start, end, due int) bool {
		if list == nil {
			room := s.index(last) - s.index(end) + 1 // intervals that end in p, those straddling the start included
			list = make([]Occurrence, 0, room)
			spelled.grow(room)
		}
		var o Occurrence
		o.Interval.From = spelled.date(start)
		o.Interval.To = o.Interval.From
		if end != start {
			o.Interval.To = spelled.date(end)
		}
		o.Due = o.Interval.To
		if due != end {
			o.Due = spelled.date(due)
		}
		list = append(list, o)
		return true
	})
	return list
}

// Expected returns how many occurrences of f belong to p: the length of [Frequency.Occurrences].
func (f Frequency) Expected(p Period, how Attribution, holidays []Date) int {
	s, first, last, ok := f.over(p, how, holidays)
	if !ok {
		return 0
	}
	n := 0
	s.between(first, last, how == ByIntervalEnd, func(_, _, _ int) bool {
		n++
		return true
	})
	return n
}

// Next returns the first occurrence of f that is due on day d or later; ok is false if there is none, for the reasons
// of [Frequency.Occurrences] or because d is not valid.
func (f Frequency) Next(d Date, holidays []Date) (next Occurrence, ok bool) {
	s, first, last, ok := f.over(Period{d, "9999-12-31"}, ByDueDate, holidays)
	if !ok {
		return Occurrence{}, false
	}
	ok = false
	s.between(first, last, false, func(start, end, due int) bool {
		next, ok = Occurrence{Period{dateOf(start), dateOf(end)}, dateOf(due)}, true
		return false
	})
	return next, ok
}

// over returns the schedule of f and the numbers of the ends of p; ok is false if any argument is unfit.
func (f Frequency) over(p Period, how Attribution, holidays []Date) (s schedule, first, last int, ok bool) {
	if how != "" && !how.IsValid() {
		return schedule{}, 0, 0, false
	}
	if first, last, ok = p.numbers(); !ok {
		return schedule{}, 0, 0, false
	}
	s, ok = f.schedule(holidays)
	return s, first, last, ok
}

// A daySpeller spells many days into few allocations: the dates are parts of one growing string.
type daySpeller struct {
	text strings.Builder
}

// grow makes room for the dates of n occurrences of one day each.
func (w *daySpeller) grow(n int) { w.text.Grow(10 * n) }

func (w *daySpeller) date(n int) Date {
	var b [10]byte
	at := w.text.Len()
	w.text.Write(appendDay(b[:0], n))
	return Date(w.text.String()[at:])
}
