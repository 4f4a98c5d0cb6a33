package calendar

import "time"

// Days are counted from 0001-01-01, a Monday, which is day 0. Arithmetic on these numbers may leave the range; only a
// number from 0 to lastDay can be spelled as a Date.
const (
	firstYear = 1
	lastYear  = 9999
	lastDay   = 3652058 // 9999-12-31
)

const daysPer400Years = 146097

// dayNumber counts the days from 0001-01-01 to the given day. The year may be as low as -300, so that an interval
// which began before the first year can be placed. Counting in years that begin in March puts the leap day last.
func dayNumber(year, month, day int) int {
	year += 400
	if month <= 2 {
		year--
		month += 12
	}
	marchToMonth := (153*(month-3) + 2) / 5
	const toYearOne = 306 + daysPer400Years // from 1 March of year -400 in this count
	return 365*year + year/4 - year/100 + year/400 + marchToMonth + day - 1 - toYearOne
}

// civil is the inverse of dayNumber for n from 0.
func civil(n int) (year, month, day int) {
	n += 306 // since 0000-03-01
	era, n := n/daysPer400Years, n%daysPer400Years
	yearOfEra := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*yearOfEra + yearOfEra/4 - yearOfEra/100
	m := (5*n + 2) / 153
	day = n - (153*m+2)/5 + 1
	year = yearOfEra + 400*era
	if m < 10 {
		return year, m + 3, day
	}
	return year + 1, m - 9, day
}

// isLeap reports whether February has 29 days in year.
func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysIn returns how many days a month has. The month must be 1 to 12.
func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// monthNumber counts months from January of year 0.
func monthNumber(year, month int) int { return 12*year + month - 1 }

// dayInMonth returns the number of the given day of a month, or of the month's last day if the month is shorter.
func dayInMonth(month, day int) int {
	y := floorDiv(month, 12)
	m := month - 12*y + 1
	return dayNumber(y, m, min(day, daysIn(y, m)))
}

// floorDiv divides towards minus infinity; b is positive.
func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// weekdayOf returns the day of the week of day n, which is 0 or more.
func weekdayOf(n int) time.Weekday { return time.Weekday((n + 1) % 7) }

// appendDay appends the spelling of day n, which is in range.
func appendDay(b []byte, n int) []byte {
	y, m, d := civil(n)
	return append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-', byte('0'+d/10), byte('0'+d%10))
}

// dateOf spells day n; out of range it gives "".
func dateOf(n int) Date {
	if n < 0 || n > lastDay {
		return ""
	}
	var b [10]byte
	return Date(appendDay(b[:0], n))
}

// twoDigits reads a number of two ASCII digits.
func twoDigits(tens, ones byte) (n int, ok bool) {
	tens, ones = tens-'0', ones-'0' // what is below '0' wraps round to more than 9
	return 10*int(tens) + int(ones), tens <= 9 && ones <= 9
}
