package calendar

import (
	"fmt"
	"strings"
	"time"

	"github.com/soc2kit/soc2/problem"
)

// An Instant is a moment in UTC to the second, spelled as in "2026-01-31T09:00:00Z": RFC 3339 in exactly 20 characters,
// with capital T and Z, no fraction, no offset and no leap second. So every moment has one spelling, and the order of
// the spellings is the order of time.
//
// The zero Instant, "", is "not said"; any other string is kept as it is and is not valid.
type Instant string

// CodeInstantInvalid is the code of an instant that is not a moment in its one spelling: "2026-01-31 09:00",
// "2026-01-31T09:00:00+01:00".
const CodeInstantInvalid problem.Code = "instant-invalid"

// ParseInstant returns the instant spelled s. It fails unless s is a moment in the one spelling of [Instant].
func ParseInstant(s string) (Instant, error) {
	i := Instant(s)
	if fault := i.fault(); fault != "" {
		return "", fmt.Errorf("calendar: instant %.32q: %s", s, fault)
	}
	return i, nil
}

// MustParseInstant is ParseInstant for constants and tests; it panics if s is not an instant.
func MustParseInstant(s string) Instant {
	i, err := ParseInstant(s)
	if err != nil {
		panic(err)
	}
	return i
}

// InstantFromTime returns the second in which t lies, in UTC. It returns "" if the year there is not 1 to 9999.
func InstantFromTime(t time.Time) Instant {
	t = t.UTC()
	day, ok := DateFromTime(t).number()
	if !ok {
		return ""
	}
	h, m, s := t.Clock()
	var buf [20]byte
	b := append(appendDay(buf[:0], day), 'T', byte('0'+h/10), byte('0'+h%10), ':', byte('0'+m/10), byte('0'+m%10), ':',
		byte('0'+s/10), byte('0'+s%10), 'Z')
	return Instant(b)
}

// split reads the day and the second of the day; ok is false if i is not valid.
func (i Instant) split() (day, second int, ok bool) {
	if len(i) != 20 || i[10] != 'T' || i[13] != ':' || i[16] != ':' || i[19] != 'Z' {
		return 0, 0, false
	}
	day, ok = Date(i[:10]).number()
	h, ok1 := twoDigits(i[11], i[12])
	m, ok2 := twoDigits(i[14], i[15])
	s, ok3 := twoDigits(i[17], i[18])
	if !ok || !ok1 || !ok2 || !ok3 || h > 23 || m > 59 || s > 59 {
		return 0, 0, false
	}
	return day, 3600*h + 60*m + s, true
}

// fault says why i is not valid; "" means that it is.
func (i Instant) fault() string {
	if i.IsValid() {
		return ""
	}
	if len(i) == 20 && i[10] == 'T' {
		if fault := Date(i[:10]).fault(); fault != "" {
			return fault
		}
	}
	return "want a moment in UTC spelled like 2026-01-31T09:00:00Z, from 00:00:00 to 23:59:59"
}

// IsZero reports whether i is "not said".
func (i Instant) IsZero() bool { return i == "" }

// IsValid reports whether i is a moment in its one spelling. The zero Instant is not valid.
func (i Instant) IsValid() bool {
	_, _, ok := i.split()
	return ok
}

// Validate reports an instant that is said and not valid ([CodeInstantInvalid]), at path "".
func (i Instant) Validate() problem.List {
	var l problem.List
	if i == "" {
		return l
	}
	if fault := i.fault(); fault != "" {
		l.Errorf("", CodeInstantInvalid, "%.32q is not an instant: %s", string(i), fault)
	}
	return l
}

// Compare returns -1, 0 or +1 in order of time. It orders all values, for sorting: the zero Instant comes first and
// invalid ones stand where their bytes put them.
func (i Instant) Compare(other Instant) int { return strings.Compare(string(i), string(other)) }

// Before reports whether i is earlier than other. It is false if either is not valid.
func (i Instant) Before(other Instant) bool { return i < other && i.IsValid() && other.IsValid() }

// After reports whether i is later than other. It is false if either is not valid.
func (i Instant) After(other Instant) bool { return other.Before(i) }

// Date returns the day of i in UTC, or "" if i is not valid. The day at an office is another question: ask
// [DateFromTime] with the time in that location.
func (i Instant) Date() Date {
	if !i.IsValid() {
		return ""
	}
	return Date(i[:10])
}

// SecondsUntil returns how many seconds other is after i; negative if it is earlier, 0 if either is not valid.
func (i Instant) SecondsUntil(other Instant) int64 {
	day, second, ok := i.split()
	otherDay, otherSecond, otherOK := other.split()
	if !ok || !otherOK {
		return 0
	}
	return 86400*int64(otherDay-day) + int64(otherSecond-second)
}

// Time returns i as a time in UTC; ok is false if i is not valid.
func (i Instant) Time() (t time.Time, ok bool) {
	day, second, ok := i.split()
	if !ok {
		return time.Time{}, false
	}
	y, m, d := civil(day)
	return time.Date(y, time.Month(m), d, 0, 0, second, 0, time.UTC), true
}

// SchemaName returns the name of the type in JSON Schema.
func (Instant) SchemaName() string { return "Instant" }

// SchemaFormat returns the JSON Schema format of an instant.
func (Instant) SchemaFormat() string { return "date-time" }

// SchemaPattern returns the pattern of an instant. Like that of [Date] it admits 31 days in every month.
func (Instant) SchemaPattern() string {
	return "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"
}
