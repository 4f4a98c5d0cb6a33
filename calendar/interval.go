package calendar

import "slices"

// An Interval is how often something is due.
//
// The zero Interval is "not said" and never valid.
type Interval string

// The intervals, rarest first. All but Continuous are schedules: they divide the days into intervals, each with one
// occurrence. What happens many times a day has a population and no schedule; say [Frequency.Trigger] for it.
const (
	Annual        Interval = "annual"         // every twelve months
	Semiannual    Interval = "semiannual"     // every six months
	Quarterly     Interval = "quarterly"      // every three months
	Monthly       Interval = "monthly"        // every month
	Biweekly      Interval = "biweekly"       // every fourteen days
	Weekly        Interval = "weekly"         // every seven days
	BusinessDaily Interval = "business-daily" // every business day
	Daily         Interval = "daily"          // every day, weekends and holidays too
	Continuous    Interval = "continuous"     // always in force, such as an enforced configuration: nothing falls due
)

var intervals = []Interval{Annual, Semiannual, Quarterly, Monthly, Biweekly, Weekly, BusinessDaily, Daily, Continuous}

// Intervals lists the intervals, rarest first.
func Intervals() []Interval { return slices.Clone(intervals) }

// IsValid reports whether i is one of the intervals.
func (i Interval) IsValid() bool { return slices.Contains(intervals, i) }

// EnumValues lists the spellings, rarest first, for JSON Schema.
func (Interval) EnumValues() []string {
	values := make([]string, len(intervals))
	for i, v := range intervals {
		values[i] = string(v)
	}
	return values
}

// IsScheduled reports whether i makes something fall due: every interval but [Continuous].
func (i Interval) IsScheduled() bool { return i.IsValid() && i != Continuous }

// Months returns the length in months of an annual, semiannual, quarterly or monthly interval, and 0 for the others.
func (i Interval) Months() int {
	switch i {
	case Annual:
		return 12
	case Semiannual:
		return 6
	case Quarterly:
		return 3
	case Monthly:
		return 1
	}
	return 0
}

// MaxDays returns the most days that can pass from the start of one interval to the start of the next, such as 92 for a
// quarter. For [BusinessDaily] it is 3, over a weekend; holidays add to that. It is 0 if i is not scheduled.
func (i Interval) MaxDays() int {
	switch i {
	case Annual:
		return 366
	case Semiannual:
		return 184
	case Quarterly:
		return 92
	case Monthly:
		return 31
	case Biweekly:
		return 14
	case Weekly:
		return 7
	case BusinessDaily:
		return 3
	case Daily:
		return 1
	}
	return 0
}
