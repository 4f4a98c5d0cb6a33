package generate_test

import (
	"encoding/json"
	"fmt"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/schema/generate"
)

// AuditedControl is a control of ours with what your tool knows about it.
type AuditedControl struct {
	control.Control
	Ticket string `json:"ticket"`
}

// A struct of your own that embeds a type of this module gets one schema with the members of both.
func Example() {
	b, err := generate.Of[AuditedControl](generate.Options{ID: "https://acme.example/audited-control.schema.json"})
	if err != nil {
		panic(err)
	}
	var s struct {
		Title    string   `json:"title"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(b, &s); err != nil {
		panic(err)
	}
	fmt.Println(s.Title, s.Required)
	// Output:
	// AuditedControl [id text criteria described relied automation frequency owner ticket]
}
