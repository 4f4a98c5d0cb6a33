package calendar

import "github.com/soc2kit/soc2/problem"

// An Allowance is the time allowed after an event, such as one business day to remove a leaver's access. Exactly one
// field is set.
//
// The zero Allowance is "not said"; "at once" has no length and is not an allowance.
type Allowance struct {
	// Hours is the time allowed in hours, each of 3600 seconds. 1 to 87600.
	Hours int64 `json:"hours,omitzero"`
	// Days is the time allowed in days: 1 is until the end of the day after the event. 1 to 3660.
	Days int64 `json:"days,omitzero"`
	// BusinessDays is the time allowed in business days: 1 is until the end of the first business day after the event.
	// 1 to 3660.
	BusinessDays int64 `json:"businessDays,omitzero"`
}

// Bounds of an allowance: ten years, which no due time comes near.
const (
	MaxAllowanceHours = 87600
	MaxAllowanceDays  = 3660
)

// Codes of the problems of an allowance.
const (
	// CodeAllowanceOutOfRange: a part below 0 or above its bound: {"days":-1}.
	CodeAllowanceOutOfRange problem.Code = "allowance-out-of-range"
	// CodeAllowanceTwice: more than one field is set: {"hours":24,"days":1}.
	CodeAllowanceTwice problem.Code = "allowance-twice"
)

// Hours returns an allowance of n hours.
func Hours(n int64) Allowance { return Allowance{Hours: n} }

// Days returns an allowance of n days.
func Days(n int64) Allowance { return Allowance{Days: n} }

// BusinessDays returns an allowance of n business days.
func BusinessDays(n int64) Allowance { return Allowance{BusinessDays: n} }

// IsZero reports whether a is "not said".
func (a Allowance) IsZero() bool { return a == Allowance{} }

// IsValid reports whether exactly one field is set and in range.
func (a Allowance) IsValid() bool { return !a.IsZero() && len(a.Validate()) == 0 }

// Validate reports what is wrong with a. The zero Allowance has no problems of its own.
func (a Allowance) Validate() problem.List {
	var l problem.List
	set := 0
	for _, part := range []struct {
		path       string
		value, max int64
	}{
		{"/hours", a.Hours, MaxAllowanceHours},
		{"/days", a.Days, MaxAllowanceDays},
		{"/businessDays", a.BusinessDays, MaxAllowanceDays},
	} {
		if part.value != 0 {
			set++
		}
		if part.value < 0 || part.value > part.max {
			l.Errorf(part.path, CodeAllowanceOutOfRange, "the time allowed must be 1 to %d, not %d", part.max, part.value)
		}
	}
	if set > 1 {
		l.Errorf("", CodeAllowanceTwice, "the time allowed is in hours, in days or in business days; %d of them are set", set)
	}
	return l
}

// String describes a in words: "1 business day". It is "" if a is not valid.
func (a Allowance) String() string {
	switch {
	case !a.IsValid():
		return ""
	case a.Hours != 0:
		return count(a.Hours, "hour")
	case a.Days != 0:
		return count(a.Days, "day")
	}
	return count(a.BusinessDays, "business day")
}

// LastDay returns the last day that is in time for an event on day d. Holidays are those of [AddBusinessDays]. For hours
// it is the last day that can be in time if the event came late on d; [Allowance.Allows] compares the moments. It
// returns "" if a or d is not valid or the result is after 9999-12-31.
func (a Allowance) LastDay(d Date, holidays []Date) Date {
	switch {
	case !a.IsValid():
		return ""
	case a.BusinessDays != 0:
		return AddBusinessDays(d, int(a.BusinessDays), holidays)
	case a.Hours != 0:
		return d.AddDays(int(a.Hours+23) / 24)
	}
	return d.AddDays(int(a.Days))
}

// Allows reports whether done is in time for an event at the given moment; done before the event is in time. Hours are
// compared to the second, days and business days by the days in UTC: for the days of another zone, compare dates with
// [Allowance.LastDay]. It is false if a or either moment is not valid.
func (a Allowance) Allows(event, done Instant, holidays []Date) bool {
	if !a.IsValid() || !event.IsValid() || !done.IsValid() {
		return false
	}
	if a.Hours != 0 {
		return event.SecondsUntil(done) <= 3600*a.Hours
	}
	last := a.LastDay(event.Date(), holidays)
	return last == "" || done.Date() <= last // past 9999-12-31 there is no day that is late
}
