package scope

import "slices"

// Opinion is a service auditor's conclusion on one subject.
//
// The zero Opinion is "not given" and never valid, so a record that forgot to say cannot read as a clean one.
type Opinion string

const (
	Unmodified Opinion = "unmodified" // without reservation
	Qualified  Opinion = "qualified"  // except for stated matters
	Adverse    Opinion = "adverse"    // the subject is not as it should be, as a whole
	Disclaimer Opinion = "disclaimer" // no opinion could be formed
)

// Opinions lists the four opinions, from unmodified to disclaimer.
func Opinions() []Opinion { return []Opinion{Unmodified, Qualified, Adverse, Disclaimer} }

// IsValid reports whether o is one of the four opinions.
func (o Opinion) IsValid() bool { return slices.Contains(Opinions(), o) }

// EnumValues lists the spellings, for JSON Schema.
func (Opinion) EnumValues() []string {
	return []string{"unmodified", "qualified", "adverse", "disclaimer"}
}

// OpinionTuple holds the opinion on each of the three subjects. A subject that the report does not cover is absent.
type OpinionTuple struct {
	// Description is the opinion on the description of the system, measured against the description criteria.
	Description Opinion `json:"description,omitzero"`
	// Design is the opinion on the suitability of the design of controls.
	Design Opinion `json:"design,omitzero"`
	// Operating is the opinion on the operating effectiveness of controls; absent in a type 1 report.
	Operating Opinion `json:"operating,omitzero"`
}
