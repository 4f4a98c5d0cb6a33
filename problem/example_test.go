package problem_test

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

func Example() {
	var control problem.List
	control.Errorf("/id", "id-repeated", "%q is also the id of another control", "AC-07")
	control.Warnf("/owner", "owner-missing", "nobody answers for the control")

	program := control.Under("controls", 3)
	fmt.Print(program)
	fmt.Println(program.Err())
	// Output:
	// /controls/3/id: error id-repeated: "AC-07" is also the id of another control
	// /controls/3/owner: warning owner-missing: nobody answers for the control
	// /controls/3/id: error id-repeated: "AC-07" is also the id of another control
}
