// Package ticket is a ticketing tool's own package: tickets about controls, with the evidence that was attached to them.
package ticket

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/problem"
)

// State is how far the work on a ticket has come.
type State string

// The states of a ticket.
const (
	Open    State = "open"
	Waiting State = "waiting"
	Done    State = "done"
)

// EnumValues lists the states, for JSON Schema.
func (State) EnumValues() []string { return []string{"open", "waiting", "done"} }

// A Ticket asks somebody to perform a control, and keeps what shows that it was performed. It has all members of the
// control beside its own.
type Ticket struct {
	control.Control
	// Number is the number of the ticket in the tool, such as "OPS-17".
	Number string `json:"number" jsonschema:"pattern=^OPS-[0-9]+$"`
	// State is how far the work has come.
	State State `json:"state"`
	// Assignee is who is to do it. Absent while nobody has taken it.
	Assignee string `json:"assignee,omitzero"`
	// Due is the last day on which it may be done.
	Due calendar.Date `json:"due"`
	// Attached are the records that show that it was done.
	Attached []evidence.Item `json:"attached,omitempty"`
}

// Validate reports what is wrong with the control and the evidence, which no schema sees in full. Without it a ticket would
// have the Validate of the embedded control, which knows nothing of the evidence.
func (t Ticket) Validate() problem.List {
	problems := t.Control.Validate()
	for i, item := range t.Attached {
		problems.Append(item.Validate().Under("attached", i))
	}
	return problems
}
