package calendar_test

import (
	"fmt"

	"github.com/soc2kit/soc2/calendar"
)

func Example() {
	year := calendar.Period{From: "2026-01-01", To: "2026-12-31"}
	reviews := calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}
	for _, o := range reviews.Occurrences(year, calendar.ByDueDate, nil) {
		fmt.Println(o.Interval, "due", o.Due)
	}
	// Output:
	// 2025-10-01 to 2025-12-31 due 2026-01-10
	// 2026-01-01 to 2026-03-31 due 2026-04-10
	// 2026-04-01 to 2026-06-30 due 2026-07-10
	// 2026-07-01 to 2026-09-30 due 2026-10-10
}

func ExampleDate_AddMonths() {
	fmt.Println(calendar.Date("2026-08-31").AddMonths(6))
	// Output: 2027-02-28
}

func ExampleParseDate() {
	_, err := calendar.ParseDate("2026-02-30")
	fmt.Println(err)
	// Output: calendar: date "2026-02-30": the day must be 01 to 28 in month 02 of 2026
}

func ExamplePeriod_Validate() {
	for _, p := range (calendar.Period{From: "2026-02-30", To: "31.12.2026"}).Validate().Under("period") {
		fmt.Println(p)
	}
	// Output:
	// /period/from: error date-invalid: "2026-02-30" is not a date: the day must be 01 to 28 in month 02 of 2026
	// /period/to: error date-invalid: "31.12.2026" is not a date: want a day spelled like 2026-01-31
}

// Which days of the period no vendor report covers.
func ExampleGaps() {
	reports := []calendar.Period{
		calendar.MustParsePeriod("2025-10-01 to 2026-03-31"),
		calendar.MustParsePeriod("2026-04-01 to 2026-09-30"),
	}
	for _, gap := range calendar.Gaps(calendar.Year(2026), reports) {
		fmt.Println(gap, gap.Days(), "days")
	}
	// Output: 2026-10-01 to 2026-12-31 92 days
}

// A control that changed in the middle of the period is tested as two.
func ExampleSlices() {
	for _, slice := range calendar.Slices(calendar.Year(2026), []calendar.Date{"2026-05-01"}) {
		fmt.Println(slice)
	}
	// Output:
	// 2026-01-01 to 2026-04-30
	// 2026-05-01 to 2026-12-31
}

func ExampleMatch() {
	reviews := calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}
	due := reviews.Occurrences(calendar.Year(2026), calendar.ByIntervalEnd, nil)
	done := []calendar.Date{"2026-03-20", "2026-10-25"}
	statuses, _ := calendar.Match(due, done, "2026-11-30")
	for _, s := range statuses {
		fmt.Println(s.Due, s.State, s.On, s.DaysLate)
	}
	// Output:
	// 2026-04-10 done 2026-03-20 0
	// 2026-07-10 missed  143
	// 2026-10-10 late 2026-10-25 15
	// 2027-01-10 upcoming  0
}

func ExampleFrequency_Next() {
	scan := calendar.Frequency{Interval: calendar.Monthly, GraceBusinessDays: 2}
	next, _ := scan.Next("2026-12-31", []calendar.Date{"2027-01-01"})
	fmt.Println(scan, "- next due", next.Due)
	// Output: monthly, 2 business days of grace - next due 2027-01-05
}

func ExampleAllowance_LastDay() {
	left := calendar.Date("2026-12-24")
	fmt.Println(calendar.BusinessDays(1).LastDay(left, []calendar.Date{"2026-12-25"}))
	// Output: 2026-12-28
}
