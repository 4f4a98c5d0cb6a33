package calendar

// AddDays returns the day n days after d, or before it if n is negative. It returns "" if d is not valid or the result
// is outside the years 0001 to 9999.
func (d Date) AddDays(n int) Date {
	day, ok := d.number()
	if !ok || n < -lastDay || n > lastDay {
		return ""
	}
	return dateOf(day + n)
}

// AddMonths returns the same day of the month n months later, or earlier if n is negative. Where that month is shorter
// it returns the month's last day: 2026-08-31 and 6 months give 2027-02-28. So adding months and taking them away again
// may give another day, and 6 months twice may differ from 12 months once. It returns "" if d is not valid or the
// result is outside the years 0001 to 9999.
func (d Date) AddMonths(n int) Date {
	y, m, day, ok := d.civil()
	if !ok || n < -12*lastYear || n > 12*lastYear {
		return ""
	}
	month := monthNumber(y, m) + n
	if month < monthNumber(firstYear, 1) || month > monthNumber(lastYear, 12) {
		return ""
	}
	return dateOf(dayInMonth(month, day))
}

// DaysUntil returns how many days other is after d: 1 from a day to the next, negative if other is earlier. It returns
// 0 if either is not valid.
func (d Date) DaysUntil(other Date) int {
	from, ok1 := d.number()
	to, ok2 := other.number()
	if !ok1 || !ok2 {
		return 0
	}
	return to - from
}

// MonthStart returns the first day of the month of d, or "" if d is not valid.
func (d Date) MonthStart() Date {
	y, m, _, ok := d.civil()
	if !ok {
		return ""
	}
	return dateOf(dayNumber(y, m, 1))
}

// MonthEnd returns the last day of the month of d, or "" if d is not valid.
func (d Date) MonthEnd() Date {
	y, m, _, ok := d.civil()
	if !ok {
		return ""
	}
	return dateOf(dayNumber(y, m, daysIn(y, m)))
}
