package control_test

import (
	"fmt"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

func ExampleCover() {
	m := control.Matrix{
		{ID: "AC-01", Criteria: []criteria.ID{criteria.CC6_1, criteria.CC6_2}},
		{ID: "AC-02", Criteria: []criteria.ID{criteria.CC6_2, criteria.A1_2}},
	}
	cov := control.Cover(m.Mapped(), []criteria.ID{criteria.CC6_1, criteria.CC6_2, criteria.CC6_3})
	fmt.Println("reached", cov.Reached, "absent", cov.Absent, "beside", cov.Beside)
	// Output: reached [CC6.1 CC6.2] absent [CC6.3] beside [A1.2]
}

func ExampleTogether() {
	a := control.Together("AC-01", "AC-02").WithCSOC("HOST-1")
	for _, m := range a.Members {
		fmt.Println(m.Kind, m.ID)
	}
	// Output:
	// control AC-01
	// control AC-02
	// csoc HOST-1
}
