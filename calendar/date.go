package calendar

import (
	"fmt"
	"strings"
	"time"

	"github.com/soc2kit/soc2/problem"
)

// A Date is a day without a time zone, spelled year-month-day as in "2026-01-31", from "0001-01-01" to "9999-12-31".
// Every day has one spelling.
//
// The zero Date, "", is "not said"; any other string is kept as it is and is not valid.
type Date string

// CodeDateInvalid is the code of a date that is not a day of the calendar: "2026-02-30", "31.01.2026".
const CodeDateInvalid problem.Code = "date-invalid"

// CodeDateMissing is the code of a required date that is not said: {"from":"2026-01-01","to":""}.
const CodeDateMissing problem.Code = "date-missing"

// ParseDate returns the date spelled s. It fails unless s is a day in the one spelling of [Date].
func ParseDate(s string) (Date, error) {
	d := Date(s)
	if fault := d.fault(); fault != "" {
		return "", fmt.Errorf("calendar: date %.24q: %s", s, fault)
	}
	return d, nil
}

// MustParseDate is ParseDate for constants and tests; it panics if s is not a date.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// NewDate returns the date with the given year (1 to 9999), month and day of the month. It fails if there is no such
// day; unlike time.Date it never moves to another month.
func NewDate(year int, month time.Month, day int) (Date, error) {
	if fault := civilFault(year, int(month), day); fault != "" {
		return "", fmt.Errorf("calendar: date %d-%d-%d: %s", year, int(month), day, fault)
	}
	return dateOf(dayNumber(year, int(month), day)), nil
}

// DateFromTime returns the day that t shows in its own location. It returns "" if the year is not 1 to 9999.
func DateFromTime(t time.Time) Date {
	y, m, d := t.Date()
	if civilFault(y, int(m), d) != "" {
		return ""
	}
	return dateOf(dayNumber(y, int(m), d))
}

// civilFault says why there is no such day; "" means that there is.
func civilFault(year, month, day int) string {
	switch {
	case year < firstYear || year > lastYear:
		return "the year must be 0001 to 9999"
	case month < 1 || month > 12:
		return "the month must be 01 to 12"
	case day < 1 || day > daysIn(year, month):
		return fmt.Sprintf("the day must be 01 to %d in month %02d of %04d", daysIn(year, month), month, year)
	}
	return ""
}

// fault says why d is not valid; "" means that it is.
func (d Date) fault() string {
	if _, _, _, ok := d.civil(); ok {
		return ""
	}
	if y, m, day, ok := d.fields(); ok {
		return civilFault(y, m, day)
	}
	return "want a day spelled like 2026-01-31"
}

// fields reads the three numbers of d without judging them.
func (d Date) fields() (year, month, day int, ok bool) {
	if len(d) != 10 || d[4] != '-' || d[7] != '-' {
		return 0, 0, 0, false
	}
	century, ok1 := twoDigits(d[0], d[1])
	year, ok2 := twoDigits(d[2], d[3])
	month, ok3 := twoDigits(d[5], d[6])
	day, ok4 := twoDigits(d[8], d[9])
	return 100*century + year, month, day, ok1 && ok2 && ok3 && ok4
}

// civil reads a valid d.
func (d Date) civil() (year, month, day int, ok bool) {
	year, month, day, ok = d.fields()
	if !ok || year < firstYear || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, 0, 0, false
	}
	return year, month, day, true
}

// number returns the number of the day; ok is false if d is not valid.
func (d Date) number() (n int, ok bool) {
	y, m, day, ok := d.civil()
	if !ok {
		return 0, false
	}
	return dayNumber(y, m, day), true
}

// IsZero reports whether d is "not said".
func (d Date) IsZero() bool { return d == "" }

// IsValid reports whether d is a day of the calendar in its one spelling. The zero Date is not valid.
func (d Date) IsValid() bool {
	_, _, _, ok := d.civil()
	return ok
}

// Validate reports a date that is said and not valid ([CodeDateInvalid]), at path "".
func (d Date) Validate() problem.List {
	var l problem.List
	if d == "" {
		return l
	}
	if fault := d.fault(); fault != "" {
		l.Errorf("", CodeDateInvalid, "%.24q is not a date: %s", string(d), fault)
	}
	return l
}

// Compare returns -1, 0 or +1 in order of time. It orders all values, for sorting: the zero Date comes first and
// invalid ones stand where their bytes put them.
func (d Date) Compare(other Date) int { return strings.Compare(string(d), string(other)) }

// Before reports whether d is an earlier day than other. It is false if either is not valid.
func (d Date) Before(other Date) bool { return d < other && d.IsValid() && other.IsValid() }

// After reports whether d is a later day than other. It is false if either is not valid.
func (d Date) After(other Date) bool { return other.Before(d) }

// Year returns the year, 1 to 9999, or 0 if d is not valid.
func (d Date) Year() int {
	y, _, _, _ := d.civil()
	return y
}

// Month returns the month, or 0 if d is not valid.
func (d Date) Month() time.Month {
	_, m, _, _ := d.civil()
	return time.Month(m)
}

// Day returns the day of the month, 1 to 31, or 0 if d is not valid.
func (d Date) Day() int {
	_, _, day, _ := d.civil()
	return day
}

// Weekday returns the day of the week. It returns -1 if d is not valid, since 0 is Sunday.
func (d Date) Weekday() time.Weekday {
	n, ok := d.number()
	if !ok {
		return -1
	}
	return weekdayOf(n)
}

// SchemaName returns the name of the type in JSON Schema. "Date" would hide a global name of TypeScript.
func (Date) SchemaName() string { return "CalendarDate" }

// SchemaFormat returns the JSON Schema format of a date.
func (Date) SchemaFormat() string { return "date" }

// SchemaPattern returns the pattern of a date. It admits 31 days in every month and the year 0000, which
// [Date.Validate] and the format refuse.
func (Date) SchemaPattern() string { return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }
