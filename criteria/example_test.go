package criteria_test

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/criteria"
)

func Example() {
	c, ok := criteria.Get(criteria.CC6_1)
	fmt.Println(ok, c.ID, c.Title)

	want := criteria.Applicable(criteria.Security, criteria.Availability)
	fmt.Println(len(want), want[0], want[len(want)-1])

	ids, refused := criteria.Recognize("SOC2-CC6.1, cc_a_1_2; CC9.9")
	fmt.Println(ids)
	fmt.Println(refused[0].Spelling, "-", refused[0].Reason)
	// Output:
	// true CC6.1 Logical access protects information assets
	// 36 CC1.1 A1.3
	// [CC6.1 A1.2]
	// CC9.9 - no such criterion: CC9 ends at CC9.2
}

func ExampleInSeries() {
	for c := range criteria.InSeries(criteria.A1) {
		fmt.Println(c.ID, c.Title)
	}
	// Output:
	// A1.1 Capacity monitored, forecast and expanded
	// A1.2 Environmental protection, backup and recovery infrastructure
	// A1.3 Recovery plans tested
}

func ExampleInCategory() {
	for c := range criteria.InCategory(criteria.Confidentiality) {
		if !c.ID.IsCommon() { // what the category adds
			fmt.Println(c.ID, c.Title)
		}
	}
	// Output:
	// C1.1 Confidential data identified and kept properly
	// C1.2 Confidential data disposed of
}

func ExampleID_Compare() {
	ids := []criteria.ID{"ACME-10", criteria.P1_1, criteria.PI1_1, "ACME-3", criteria.A1_1, criteria.CC9_2}
	slices.SortFunc(ids, criteria.ID.Compare)
	fmt.Println(ids)
	// Output:
	// [CC9.2 A1.1 PI1.1 P1.1 ACME-3 ACME-10]
}

func ExampleDescriptionCriteria() {
	for c := range criteria.DescriptionCriteria() {
		if c.Type2Only {
			fmt.Printf("%s (%q in documents): %s\n", c.ID, string(c.ID), c.Title)
		}
	}
	// Output:
	// DC 9 ("DC9" in documents): Significant changes in the period
}
