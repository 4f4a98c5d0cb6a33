package program_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
)

// A misspelt member is refused with its place: a field that nobody reads is a lost disclosure.
func ExampleRead() {
	_, _, err := program.Read(strings.NewReader(`{"kind":"program","schemaVersion":"1.0","ID":"acme"}`), nil)
	var refused *problem.ReadError
	fmt.Println(errors.As(err, &refused))
	fmt.Println(refused.Faults[0].Path, refused.Faults[0].Code)
	// Output:
	// true
	// /ID member-unknown
}
