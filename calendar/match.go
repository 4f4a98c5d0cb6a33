package calendar

import "slices"

// A State says what became of an occurrence as of a day.
//
// The zero State is "not known" and never valid.
type State string

const (
	Done     State = "done"     // performed in its interval or the grace after it
	Late     State = "late"     // performed after its due date
	Missed   State = "missed"   // not performed, and the due date has passed
	Upcoming State = "upcoming" // not performed yet, and the due date has not passed
)

var states = []State{Done, Late, Missed, Upcoming}

// States lists the states in the order of their constants.
func States() []State { return slices.Clone(states) }

// IsValid reports whether s is one of the four states.
func (s State) IsValid() bool { return slices.Contains(states, s) }

// EnumValues lists the spellings, in the order of the constants, for JSON Schema.
func (State) EnumValues() []string {
	return []string{string(Done), string(Late), string(Missed), string(Upcoming)}
}

// A Status is an occurrence with what became of it.
type Status struct {
	// Occurrence is what was due, as it was given to Match.
	Occurrence
	// State says whether it was performed in time, late, not at all, or may still be.
	State State `json:"state"`
	// On is the day of the performance that answers the occurrence. Absent unless the state is done or late.
	On Date `json:"on,omitzero"`
	// DaysLate counts the days from the due date to the performance if the state is late, and to the day of the question
	// if it is missed. 0 otherwise.
	DaysLate int64 `json:"daysLate,omitzero"`
}

// Match says what became of each occurrence of a frequency as of a day, given the days on which it was performed. The
// statuses stand in the order of occurrences. Extra holds the days that answer none, ascending: performed once more, too
// early or much too late, after asOf, or not a date. A day listed twice is two performances. The order of done does not
// matter.
//
// Each performance answers one occurrence at most, decided in this order:
//
//   - Of the occurrences whose due date has passed, as many as possible are done, between the first day of their interval
//     and their due date; the earlier ones if there are too few days.
//   - Others whose due date has passed are late if performed after it, until the next one is due; the last one, for as
//     many days as its interval has. Nobody catches up by performing a weekly control three times on one day.
//   - What is left may serve the occurrences that are still to come.
//
// So a review due in October and done in November is late, and the next one is still to come. If the next due date
// passes without another review, it was that one that was done, and the first one was missed.
//
// An occurrence that is not valid has the zero State, and so has every one if asOf is not valid: nothing is known.
// Where records say which occurrence a performance was for, follow the records instead.
func Match(occurrences []Occurrence, done []Date, asOf Date) (statuses []Status, extra []Date) {
	m := newMatching(occurrences, done, asOf)
	past, open := m.split(asOf)
	inTime := m.takeEarliest(past)
	m.takeLatest(inTime) // frees early days, which may be late performance of what came before
	m.takeLate(past)
	m.release(inTime)
	m.takeEarliest(inTime) // frees late days, which may serve what is still to come
	m.takeEarliest(open)
	return m.statuses(occurrences, asOf), m.extra(done)
}

// unmatched stands for the performance of an occurrence that has none.
const unmatched = -1

// A matching pairs occurrences with performances. Both are sorted, and for one frequency both ends of the time allowed
// for an occurrence rise with it, so that each step walks once through both and need not look back. For occurrences of
// several frequencies what is said of each is still true, but more of them might have been matched.
type matching struct {
	occurrences []Occurrence // the valid ones, by due date
	place       []int        // where each stood in the argument
	answeredBy  []int        // for each the index into days, or unmatched
	days        []Date       // the valid performances until asOf, ascending
	used        []bool       // for each day whether it answers an occurrence
}

func newMatching(occurrences []Occurrence, done []Date, asOf Date) *matching {
	m := &matching{}
	if !asOf.IsValid() {
		return m
	}
	m.place = make([]int, 0, len(occurrences))
	for i, o := range occurrences {
		if o.isSound() {
			m.place = append(m.place, i)
		}
	}
	slices.SortStableFunc(m.place, func(a, b int) int { return occurrences[a].Compare(occurrences[b]) })
	m.occurrences = make([]Occurrence, len(m.place))
	m.answeredBy = make([]int, len(m.place))
	for i, at := range m.place {
		m.occurrences[i] = occurrences[at]
		m.answeredBy[i] = unmatched
	}
	m.days = make([]Date, 0, len(done))
	for _, d := range done {
		if d <= asOf && d.IsValid() {
			m.days = append(m.days, d)
		}
	}
	slices.Sort(m.days)
	m.used = make([]bool, len(m.days))
	return m
}

// split returns the indices of the occurrences whose due date has passed and of those that are still to come.
func (m *matching) split(asOf Date) (past, open []int) {
	all := make([]int, len(m.occurrences))
	passed := 0
	for i, o := range m.occurrences {
		all[i] = i
		if o.Due < asOf {
			passed++
		}
	}
	return all[:passed], all[passed:]
}

func (m *matching) answer(occurrence, day int) {
	m.answeredBy[occurrence] = day
	m.used[day] = true
}

func (m *matching) release(list []int) {
	for _, i := range list {
		m.used[m.answeredBy[i]] = false
		m.answeredBy[i] = unmatched
	}
}

// takeEarliest gives each listed occurrence in turn the earliest free day in its time and returns those that got one:
// as many as possible, and the earliest ones among them.
func (m *matching) takeEarliest(list []int) (served []int) {
	next := 0
	for _, i := range list {
		o := m.occurrences[i]
		for next < len(m.days) && (m.used[next] || m.days[next] < o.Interval.From) {
			next++
		}
		if next < len(m.days) && m.days[next] <= o.Due {
			m.answer(i, next)
			served = append(served, i)
		}
	}
	return served
}

// takeLatest moves the days of the listed occurrences, all of them served, as late as they go.
func (m *matching) takeLatest(list []int) {
	next := len(m.days) - 1
	for _, i := range slices.Backward(list) {
		m.used[m.answeredBy[i]] = false
		for m.days[next] > m.occurrences[i].Due { // ends at the day it had, if not before
			next--
		}
		m.answer(i, next)
		next--
	}
}

// takeLate gives the listed occurrences that have no day the earliest free one after their due date, while it counts.
func (m *matching) takeLate(list []int) {
	next, later := 0, 0
	for _, i := range list {
		o := m.occurrences[i]
		for later < len(m.occurrences) && m.occurrences[later].Due <= o.Due {
			later++
		}
		if m.answeredBy[i] != unmatched {
			continue
		}
		var until Date
		if later < len(m.occurrences) {
			until = m.occurrences[later].Due
		} else {
			until = o.Due.AddDays(o.Interval.Days())
		}
		for next < len(m.days) && (m.used[next] || m.days[next] <= o.Due) {
			next++
		}
		if next < len(m.days) && (until == "" || m.days[next] <= until) { // "" is after the last year
			m.answer(i, next)
		}
	}
}

func (m *matching) statuses(occurrences []Occurrence, asOf Date) []Status {
	list := make([]Status, len(occurrences))
	for i, o := range occurrences {
		list[i].Occurrence = o
	}
	for i, at := range m.place {
		s := &list[at]
		if by := m.answeredBy[i]; by != unmatched {
			s.On = m.days[by]
		}
		switch {
		case s.On != "" && s.On <= s.Due:
			s.State = Done
		case s.On != "":
			s.State, s.DaysLate = Late, int64(s.Due.DaysUntil(s.On))
		case asOf <= s.Due:
			s.State = Upcoming
		default:
			s.State, s.DaysLate = Missed, int64(s.Due.DaysUntil(asOf))
		}
	}
	return list
}

// extra returns the performances that answer nothing: all of done without one of each used day.
func (m *matching) extra(done []Date) []Date {
	all := slices.Sorted(slices.Values(done))
	var extra []Date
	next := 0 // into days, which are a part of all in the same order
	for _, d := range all {
		if next < len(m.days) && m.days[next] == d {
			next++
			if m.used[next-1] {
				continue
			}
		}
		extra = append(extra, d)
	}
	return extra
}
