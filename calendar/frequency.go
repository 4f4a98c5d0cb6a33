package calendar

import (
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A Frequency says how often a control is performed: on a schedule, on each event of a kind, both (a risk assessment
// every year and on each significant change), or always.
//
// The zero Frequency is "not said".
type Frequency struct {
	// Interval is the schedule, or "continuous" for what is always in force. Absent if only events call for the control.
	Interval Interval `json:"interval,omitzero"`
	// Trigger names the event that calls for the control, such as "termination of employment". Absent if there is none.
	Trigger string `json:"trigger,omitzero"`
	// Anchor is the first day of one interval; the others follow it and precede it without a gap. Months are counted
	// from it and end early where a month is too short. Absent means the calendar: the year and its halves, quarters and
	// months, weeks from Monday, and fortnights from Monday 0001-01-01. Daily intervals have no use for it.
	Anchor Date `json:"anchor,omitzero"`
	// GraceDays is how many days after the end of an interval its occurrence is due; 0, the default, is the last day of
	// the interval itself. 0 to 366.
	GraceDays int64 `json:"graceDays,omitzero"`
	// GraceBusinessDays is the same in business days: 1 is the first business day after the end of the interval. 0 to
	// 366; at most one of the two kinds of grace is given.
	GraceBusinessDays int64 `json:"graceBusinessDays,omitzero"`
}

// MaxGraceDays bounds both kinds of grace: more than a year would let a whole annual occurrence pass.
const MaxGraceDays = 366

// Codes of the problems of a frequency.
const (
	// CodeFrequencyUndefined: neither an interval nor a trigger: {"graceDays":5}. A parent that requires a frequency
	// uses it for the zero Frequency too.
	CodeFrequencyUndefined problem.Code = "frequency-undefined"
	// CodeIntervalUnknown: not one of the intervals: {"interval":"yearly"}.
	CodeIntervalUnknown problem.Code = "interval-unknown"
	// CodeTriggerBlank: a trigger of white space: {"trigger":" "}.
	CodeTriggerBlank problem.Code = "trigger-blank"
	// CodeGraceOutOfRange: below 0 or above [MaxGraceDays]: {"interval":"annual","graceDays":-1}.
	CodeGraceOutOfRange problem.Code = "grace-out-of-range"
	// CodeGraceTwice: both kinds of grace: {"interval":"annual","graceDays":1,"graceBusinessDays":1}.
	CodeGraceTwice problem.Code = "grace-twice"
	// CodeAnchorUnused: a warning, an anchor that anchors nothing: {"interval":"daily","anchor":"2026-01-01"}.
	CodeAnchorUnused problem.Code = "anchor-unused"
	// CodeGraceUnused: a warning, grace without a schedule: {"interval":"continuous","graceDays":1}.
	CodeGraceUnused problem.Code = "grace-unused"
)

// IsZero reports whether f is "not said".
func (f Frequency) IsZero() bool { return f == Frequency{} }

// IsScheduled reports whether f has a schedule, so that [Frequency.Occurrences] can list what falls due.
func (f Frequency) IsScheduled() bool { return f.Interval.IsScheduled() }

// IsEventDriven reports whether events call for the control, alone or beside a schedule.
func (f Frequency) IsEventDriven() bool { return strings.TrimSpace(f.Trigger) != "" }

// IsContinuous reports whether f is always in force.
func (f Frequency) IsContinuous() bool { return f.Interval == Continuous }

// Validate reports what is wrong with f, with the codes of this package. The zero Frequency has no problems of its own.
func (f Frequency) Validate() problem.List {
	var l problem.List
	if f.IsZero() {
		return l
	}
	if f.Interval == "" && f.Trigger == "" {
		l.Errorf("", CodeFrequencyUndefined, "the frequency has neither an interval nor a trigger")
	}
	if f.Interval != "" && !f.Interval.IsValid() {
		l.Errorf("/interval", CodeIntervalUnknown, "%.24q is not an interval; want one of %s", string(f.Interval),
			strings.Join(f.Interval.EnumValues(), ", "))
	}
	if f.Trigger != "" && !f.IsEventDriven() {
		l.Errorf("/trigger", CodeTriggerBlank, "the trigger is blank; name the event or leave it out")
	}
	l.Append(f.Anchor.Validate().Under("anchor"))
	onEvents := f.Interval == "" && f.Trigger != ""
	if f.Anchor != "" && !f.isAnchored() && (onEvents || f.Interval.IsValid()) {
		l.Warnf("/anchor", CodeAnchorUnused, "only an interval longer than a day can be anchored")
	}
	l.Append(graceProblems("/graceDays", f.GraceDays))
	l.Append(graceProblems("/graceBusinessDays", f.GraceBusinessDays))
	if f.GraceDays != 0 && f.GraceBusinessDays != 0 {
		l.Errorf("/graceBusinessDays", CodeGraceTwice, "grace is in days or in business days, not in both")
	}
	if (f.GraceDays != 0 || f.GraceBusinessDays != 0) && (onEvents || f.IsContinuous()) {
		l.Warnf("", CodeGraceUnused, "without a schedule nothing falls due, so grace has no effect")
	}
	return l
}

func graceProblems(path string, days int64) problem.List {
	var l problem.List
	if days < 0 || days > MaxGraceDays {
		l.Errorf(path, CodeGraceOutOfRange, "grace must be 0 to %d days, not %d", MaxGraceDays, days)
	}
	return l
}

// isAnchored reports whether an anchor has an effect on the interval.
func (f Frequency) isAnchored() bool {
	return f.Interval.Months() > 0 || f.Interval == Weekly || f.Interval == Biweekly
}

// String describes f in words: "quarterly, 10 days of grace"; "annual, counted from 2026-03-15, event: significant change". It
// is "" for the zero Frequency.
func (f Frequency) String() string {
	var parts []string
	if f.Interval != "" {
		schedule := string(f.Interval)
		if f.Interval == BusinessDaily {
			schedule = "each business day"
		}
		if f.Anchor != "" && f.isAnchored() {
			schedule += ", counted from " + string(f.Anchor)
		}
		parts = append(parts, schedule)
	}
	if f.GraceDays != 0 {
		parts = append(parts, count(f.GraceDays, "day")+" of grace")
	}
	if f.GraceBusinessDays != 0 {
		parts = append(parts, count(f.GraceBusinessDays, "business day")+" of grace")
	}
	if f.Trigger != "" {
		parts = append(parts, "event: "+f.Trigger)
	}
	return strings.Join(parts, ", ")
}

// count spells a number with its noun: "1 day", "2 days".
func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
