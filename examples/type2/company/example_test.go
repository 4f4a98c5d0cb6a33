package company_test

import (
	"fmt"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/examples/type2/company"
	"github.com/soc2kit/soc2/report"
)

// One criterion is not met: too many accounts were disabled late. A missed access review, by contrast, changes nothing,
// since another alternative for its criterion holds.
func ExampleEngagement() {
	e, err := company.Engagement()
	if err != nil {
		fmt.Println(err)
		return
	}
	c := report.Conclude(e)
	fmt.Println("description:", c.Description)
	fmt.Println("design:     ", c.Design)
	fmt.Println("operating:  ", c.Operating, c.Subject(report.Operating).Criteria)

	review, _ := c.Control("AC-06")
	fmt.Println(review.Slices[0].Reasons[0].Text)
	criterion, _ := c.Criterion(criteria.CC6_3)
	fmt.Println(criterion.ID, criterion.Operating)
	// Output:
	// description: unmodified
	// design:      unmodified
	// operating:   qualified [CC6.2]
	// 1 of 4 items tested deviated; decided: not tolerable
	// CC6.3 met
}
