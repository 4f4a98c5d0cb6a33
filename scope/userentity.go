package scope

import (
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// A UserEntityControl is a CUEC, a complementary user entity control: one that users must operate for the commitments to
// be kept. It is one only if it is both assumed in the design and necessary; a duty that merely makes use of the service
// possible is a [UserResponsibility].
type UserEntityControl struct {
	// ID identifies it within the program.
	ID string `json:"id"`
	// Text says what users must do.
	Text string `json:"text"`
	// Assumed says whether the design of the organization's controls assumes it.
	Assumed Answer `json:"assumed,omitzero"`
	// Necessary says whether the commitments cannot be kept without it.
	Necessary Answer `json:"necessary,omitzero"`
	// Criteria are those it helps to meet.
	Criteria []criteria.ID `json:"criteria"`
	// Listed says whether the description lists it (DC 6).
	Listed bool `json:"listed"`
}

// Validate reports what is wrong with c.
func (c UserEntityControl) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/text", c.Text, "what users must do")
	record.Value(&l, "/assumed", c.Assumed, false)
	record.Value(&l, "/necessary", c.Necessary, false)
	record.Criteria(&l, "/criteria", c.Criteria)
	return l
}

// A UserResponsibility is a duty of users that no opinion depends on.
type UserResponsibility struct {
	// ID identifies it within the program.
	ID string `json:"id"`
	// Text says what users should do.
	Text string `json:"text"`
}

// Validate reports what is wrong with r.
func (r UserResponsibility) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/text", r.Text, "what users should do")
	return l
}
