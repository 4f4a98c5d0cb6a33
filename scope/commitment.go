package scope

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// CommitmentKind tells a promise to users from a requirement on the system.
type CommitmentKind string

const (
	ServiceCommitment CommitmentKind = "service-commitment" // what the organization promised its users
	SystemRequirement CommitmentKind = "system-requirement" // how the system must work to keep promises, law and rules
)

// CommitmentKinds lists the two kinds.
func CommitmentKinds() []CommitmentKind {
	return []CommitmentKind{ServiceCommitment, SystemRequirement}
}

// IsValid reports whether k is one of the two kinds.
func (k CommitmentKind) IsValid() bool { return slices.Contains(CommitmentKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (CommitmentKind) EnumValues() []string {
	return []string{"service-commitment", "system-requirement"}
}

// A Commitment is a service commitment or a system requirement (DC 2). Controls exist so that these are kept; opinions
// are on whether they were.
type Commitment struct {
	// ID identifies the commitment within the program.
	ID string `json:"id"`
	// Kind tells a commitment from a requirement.
	Kind CommitmentKind `json:"kind"`
	// Text states it.
	Text string `json:"text"`
	// Categories are the trust services categories it belongs to.
	Categories []criteria.Category `json:"categories"`
	// Source is where it was made: a contract, a service level agreement, a notice, a law.
	Source string `json:"source"`
	// Principal says whether a broad set of users shares it; the description states those.
	Principal bool `json:"principal"`
	// DueWithin is the time it allows for something; absent means none.
	DueWithin calendar.Allowance `json:"dueWithin,omitzero"`
}

// Validate reports what is wrong with c.
func (c Commitment) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/kind", c.Kind, true)
	record.Text(&l, "/text", c.Text, "the commitment or requirement itself")
	record.Values(&l, "/categories", c.Categories)
	record.Text(&l, "/source", c.Source, "where it was made")
	if !c.DueWithin.IsZero() {
		record.Join(&l, "/dueWithin", c.DueWithin.Validate())
	}
	return l
}
