package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/soc2kit/soc2/problem"
)

// A Period is a run of days, both ends inside: the year 2026 is from 2026-01-01 to 2026-12-31.
//
// The zero Period is "not said" and not valid.
type Period struct {
	// From is the first day of the period. Required.
	From Date `json:"from"`
	// To is the last day of the period, itself inside; the same as From for a single day. Required; not before From.
	To Date `json:"to"`
}

// CodePeriodReversed is the code of a period that ends before it starts: {"from":"2026-12-31","to":"2026-01-01"}.
const CodePeriodReversed problem.Code = "period-reversed"

// NewPeriod returns the period with the given first and last day. It fails if either is not a date or to is before from.
func NewPeriod(from, to Date) (Period, error) {
	p := Period{from, to}
	if p.IsZero() {
		return Period{}, errors.New("calendar: period: want a first and a last day")
	}
	if err := p.Validate().Err(); err != nil {
		return Period{}, fmt.Errorf("calendar: period: %w", err)
	}
	return p, nil
}

// ParsePeriod returns the period spelled s as [Period.String] spells it: "2026-01-01 to 2026-12-31". It fails on any
// other spelling and if the period is not valid.
func ParsePeriod(s string) (Period, error) {
	from, to, ok := strings.Cut(s, " to ")
	if !ok {
		return Period{}, fmt.Errorf("calendar: period %.32q: want two days spelled like 2026-01-01 to 2026-12-31", s)
	}
	return NewPeriod(Date(from), Date(to))
}

// MustParsePeriod is ParsePeriod for constants and tests; it panics if s is not a period.
func MustParsePeriod(s string) Period {
	p, err := ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Year returns the calendar year, 1 to 9999; out of range it returns the zero Period.
func Year(year int) Period { return months(year, 1, 12) }

// Quarter returns a quarter, 1 to 4, of a calendar year, 1 to 9999; out of range it returns the zero Period.
func Quarter(year, quarter int) Period {
	if quarter < 1 || quarter > 4 {
		return Period{}
	}
	return months(year, 3*quarter-2, 3)
}

// Month returns a month of a calendar year, 1 to 9999; out of range it returns the zero Period.
func Month(year int, month time.Month) Period { return months(year, int(month), 1) }

// months returns count months of one year from month on.
func months(year, month, count int) Period {
	if civilFault(year, month, 1) != "" {
		return Period{}
	}
	last := month + count - 1
	return Period{dateOf(dayNumber(year, month, 1)), dateOf(dayNumber(year, last, daysIn(year, last)))}
}

// numbers returns the numbers of both ends; ok is false if p is not valid.
func (p Period) numbers() (from, to int, ok bool) {
	from, ok1 := p.From.number()
	to, ok2 := p.To.number()
	return from, to, ok1 && ok2 && from <= to
}

// IsZero reports whether p is "not said".
func (p Period) IsZero() bool { return p == Period{} }

// IsValid reports whether both ends are dates and To is not before From.
func (p Period) IsValid() bool {
	return p.From <= p.To && p.From.IsValid() && p.To.IsValid()
}

// Validate reports an end that is not a date ([CodeDateInvalid]) or not said while the other is ([CodeDateMissing]),
// and a period that ends before it starts ([CodePeriodReversed]). The zero Period has no problems of its own.
func (p Period) Validate() problem.List {
	var l problem.List
	if p.IsZero() {
		return l
	}
	for _, end := range []struct {
		name string
		date Date
	}{{"from", p.From}, {"to", p.To}} {
		if end.date == "" {
			l.Errorf(problem.Pointer(end.name), CodeDateMissing, "the period has no %q day", end.name)
		}
		l.Append(end.date.Validate().Under(end.name))
	}
	if p.To.Before(p.From) {
		l.Errorf("", CodePeriodReversed, "the period ends on %s, before it starts on %s", p.To, p.From)
	}
	return l
}

// String spells the period as "2026-01-01 to 2026-12-31"; the zero Period as "".
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return string(p.From) + " to " + string(p.To)
}

// Compare orders periods by first day, then by last day. Like [Date.Compare] it orders all values.
func (p Period) Compare(other Period) int {
	return cmp.Or(p.From.Compare(other.From), p.To.Compare(other.To))
}

// Days returns how many days the period has, both ends counted, or 0 if p is not valid.
func (p Period) Days() int {
	from, to, ok := p.numbers()
	if !ok {
		return 0
	}
	return to - from + 1
}

// Months returns the length of the period as whole months from its first day and the days left over: 12 and 0 for
// 2026-01-01 to 2026-12-31, 3 and 1 for 2026-01-15 to 2026-04-15. Months are counted as [Date.AddMonths] counts them.
// It returns 0 and 0 if p is not valid.
func (p Period) Months() (whole, days int) {
	from, to, ok := p.numbers()
	if !ok {
		return 0, 0
	}
	y, m, d := civil(from)
	toYear, toMonth, _ := civil(to)
	start := monthNumber(y, m)
	whole = monthNumber(toYear, toMonth) - start + 1
	for whole > 0 && dayInMonth(start+whole, d) > to+1 {
		whole--
	}
	return whole, to + 1 - dayInMonth(start+whole, d)
}

// Contains reports whether d is a day of p. It is false if either is not valid.
func (p Period) Contains(d Date) bool {
	return p.From <= d && d <= p.To && p.From.IsValid() && d.IsValid() && p.To.IsValid()
}

// Covers reports whether every day of other is a day of p. It is false if either is not valid.
func (p Period) Covers(other Period) bool {
	return p.From <= other.From && other.To <= p.To && p.IsValid() && other.IsValid()
}

// Overlaps reports whether p and other have a day in common. It is false if either is not valid.
func (p Period) Overlaps(other Period) bool {
	return p.From <= other.To && other.From <= p.To && p.IsValid() && other.IsValid()
}

// Intersect returns the days that p and other have in common; ok is false, and the period zero, if there are none.
func (p Period) Intersect(other Period) (common Period, ok bool) {
	if !p.Overlaps(other) {
		return Period{}, false
	}
	return Period{max(p.From, other.From), min(p.To, other.To)}, true
}
