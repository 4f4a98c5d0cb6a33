package calendar

// A schedule places the occurrences of a frequency on the line of days. Interval k starts on day start(k) and ends the
// day before start(k+1), for every whole number k.
type schedule struct {
	months int // length of an interval in months, or 0
	days   int // length in days where it is not in months

	anchorMonth int // number of the month of the anchor
	anchorDay   int // its day of the month where months count, else the number of the anchor's day

	businessOnly  bool // only business days count as intervals
	grace         int  // days from the end of an interval to its due date
	businessGrace int  // the same in business days; at most one of the two is not 0
	workdays      workdays
}

// schedule returns the schedule of f; ok is false if f has none or cannot be relied on.
func (f Frequency) schedule(holidays []Date) (s schedule, ok bool) {
	if !f.IsScheduled() || f.Validate().HasErrors() {
		return schedule{}, false
	}
	s = schedule{
		months:        f.Interval.Months(),
		anchorMonth:   monthNumber(firstYear, 1),
		anchorDay:     1,
		businessOnly:  f.Interval == BusinessDaily,
		grace:         int(f.GraceDays),
		businessGrace: int(f.GraceBusinessDays),
	}
	if s.months == 0 {
		s.anchorDay = 0 // a Monday
		s.days = f.Interval.MaxDays()
		if s.businessOnly {
			s.days = 1
		}
	}
	if f.Anchor != "" {
		y, m, d, _ := f.Anchor.civil()
		s.anchorMonth, s.anchorDay = monthNumber(y, m), d
		if s.months == 0 {
			s.anchorDay = dayNumber(y, m, d)
		}
	}
	if s.businessOnly || s.businessGrace > 0 {
		s.workdays = newWorkdays(holidays)
	}
	return s, true
}

// start returns the first day of interval k.
func (s schedule) start(k int) int {
	if s.months == 0 {
		return s.anchorDay + k*s.days
	}
	return dayInMonth(s.anchorMonth+k*s.months, s.anchorDay)
}

// index returns the interval in which a day lies that is 0 or more.
func (s schedule) index(day int) int {
	if s.months == 0 {
		return floorDiv(day-s.anchorDay, s.days)
	}
	y, m, _ := civil(day)
	k := floorDiv(monthNumber(y, m)-s.anchorMonth, s.months)
	if s.start(k) > day {
		k-- // the interval starts later in this month
	}
	return k
}

// due returns the due date of an interval that ends on the given day.
func (s schedule) due(end int) int {
	if s.businessGrace > 0 {
		return s.workdays.add(end, s.businessGrace)
	}
	return end + s.grace
}

// firstEnd returns the earliest day on which an interval can end and be due on day from or later.
func (s schedule) firstEnd(from int) int {
	if s.businessGrace == 0 {
		return max(0, from-s.grace)
	}
	// due(end) is the first day with until(day) == until(end)+grace, so it is before from exactly if
	// until(end)+grace <= until(from-1).
	w := s.workdays
	return max(0, w.at(w.until(from-1)-s.businessGrace+1))
}

// between calls yield for every occurrence that belongs to the days from first to last, in order of time, until yield
// returns false. Intervals that leave the years 0001 to 9999 are left out.
func (s schedule) between(first, last int, byEnd bool, yield func(start, end, due int) bool) {
	earliest := first
	if !byEnd {
		earliest = s.firstEnd(first)
	}
	k := s.index(earliest)
	for start := s.start(k); ; k++ {
		next := s.start(k + 1)
		end := next - 1
		due := s.due(end)
		decisive := due
		if byEnd {
			decisive = end
		}
		if decisive > last {
			return
		}
		counts := start >= 0 && end <= lastDay && due <= lastDay && (!s.businessOnly || s.workdays.is(end))
		if counts && decisive >= first && !yield(start, end, due) {
			return
		}
		start = next
	}
}
