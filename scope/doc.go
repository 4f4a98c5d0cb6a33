// Package scope says what an examination is about: its terms, the parties, the system and its boundary, what the
// service organization promised, who else it relies on, and what its description says.
//
// Start with [Terms] (type 1 as of a date, type 2 for a period; categories) and [System]. A vendor whose controls are
// needed together with the organization's own is a [SubserviceOrganization] (often "subprocessor"), whose assumed
// controls are CSOCs, complementary subservice organization controls; what users must do themselves is a
// [UserEntityControl] (CUEC, complementary user entity control).
//
//	terms := scope.Terms{
//		Type:       scope.Type2, // "Type II"
//		Status:     scope.Fieldwork,
//		Period:     calendar.Period{From: "2026-01-01", To: "2026-12-31"},
//		Categories: []criteria.Category{criteria.Security},
//	}
//	fmt.Println(len(terms.Applicable())) // 33
//
// Description criteria follow the 2018 edition with the guidance revised in 2022. The text of controls is in package
// control; who tested what is in package report.
package scope
