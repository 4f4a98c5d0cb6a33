package evidence_test

import (
	"fmt"

	"github.com/soc2kit/soc2/evidence"
)

// A test that is not final has no result, and an absent result is never a pass.
func ExampleTest_State() {
	test := evidence.Test{ID: "T-1", PopulationSize: 250, Tested: 25}
	fmt.Println(test.State(nil))

	test.Concluded = "2026-10-15"
	fmt.Println(test.State(nil))

	late := evidence.Deviation{ID: "D-1", Test: "T-1", Item: "HR-17", Kind: evidence.LateOccurrence}
	fmt.Println(test.State([]evidence.Deviation{late}))
	// Output:
	// no-result
	// operated
	// deviation
}
