package scope_test

import (
	"fmt"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

func ExampleTerms() {
	terms := scope.Terms{
		Type:       scope.Type2,
		Status:     scope.Fieldwork,
		Period:     calendar.Period{From: "2026-01-01", To: "2026-12-31"},
		Categories: []criteria.Category{criteria.Security, criteria.Availability},
	}
	fmt.Println(len(terms.Applicable()), terms.Span().Days(), terms.Validate().Err())

	terms.AsOf = "2026-12-31"
	fmt.Print(terms.Validate())
	// Output:
	// 36 365 <nil>
	// /asOf: error terms-time: a type 2 is for a period and has no as-of date
}
