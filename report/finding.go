package report

import (
	"slices"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// Subject is one of the three subject matters, each with an opinion of its own.
type Subject string

const (
	Description Subject = "description" // the description of the system, against the description criteria
	Design      Subject = "design"      // suitability of the design of controls
	Operating   Subject = "operating"   // operating effectiveness of controls; type 2 only
)

// Subjects lists the three subjects in the order of the report.
func Subjects() []Subject { return []Subject{Description, Design, Operating} }

// IsValid reports whether s is one of the three subjects.
func (s Subject) IsValid() bool { return slices.Contains(Subjects(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (Subject) EnumValues() []string { return []string{"description", "design", "operating"} }

// FindingKind tells what is wrong from what could not be known.
type FindingKind string

const (
	Misstatement FindingKind = "misstatement" // something is not as it should be
	ScopeLimit   FindingKind = "limitation"   // evidence cannot be had, also by other procedures
)

// FindingKinds lists the two kinds.
func FindingKinds() []FindingKind { return []FindingKind{Misstatement, ScopeLimit} }

// IsValid reports whether k is one of the two kinds.
func (k FindingKind) IsValid() bool { return slices.Contains(FindingKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (FindingKind) EnumValues() []string { return []string{"misstatement", "limitation"} }

// A Finding is a misstatement or limitation entered by hand. Those that follow from the record, such as an unmet
// criterion, are derived and not entered.
type Finding struct {
	// ID identifies the finding within the fieldwork; its origin is "finding/" and this id.
	ID string `json:"id"`
	// Subjects are the subjects that it touches.
	Subjects []Subject `json:"subjects"`
	// Kind is misstatement or limitation.
	Kind FindingKind `json:"kind"`
	// Text says what the matter is, for the report.
	Text string `json:"text"`
	// Criteria are the trust services criteria that it concerns.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// DescriptionCriterion is the description criterion that it concerns.
	DescriptionCriterion criteria.DescriptionID `json:"descriptionCriterion,omitzero"`
	// ImposedByManagement says whether management refused what was needed; withdrawal is then considered.
	ImposedByManagement bool `json:"imposedByManagement,omitzero"`
}

// Validate reports what is wrong with f by itself.
func (f Finding) Validate() problem.List {
	var l problem.List
	record.Values(&l, "/subjects", f.Subjects)
	if len(f.Subjects) == 0 {
		l.Errorf("/subjects", problem.CodeValueMissing, "at least one of description, design, operating")
	}
	record.Value(&l, "/kind", f.Kind, true)
	record.Text(&l, "/text", f.Text, "what the matter is")
	record.Criteria(&l, "/criteria", f.Criteria)
	if f.DescriptionCriterion != "" && !f.DescriptionCriterion.IsValid() {
		l.Errorf("/descriptionCriterion", scope.CodeSectionUnknown, "%q is no description criterion: DC1 to DC9 are", string(f.DescriptionCriterion))
	}
	return l
}

// ContraryEvidence is something that speaks against what is assumed of a subservice organization, such as an outage or a
// gap. Exceptions in a report that management received count as well, without being entered here.
type ContraryEvidence struct {
	// ID identifies the entry within the fieldwork.
	ID string `json:"id"`
	// SubserviceOrganization is the id of the subservice organization.
	SubserviceOrganization string `json:"subserviceOrganization"`
	// Criteria are the criteria that it concerns; absent means all that are carved out to it.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// Text says what it is.
	Text string `json:"text"`
	// Reasonable says whether the assumption stays reasonable all the same; absent means undecided. It also answers
	// for exceptions in reports received, and for monitoring that was not effective, on the same criteria.
	Reasonable scope.Answer `json:"reasonable,omitzero"`
	// Decision says who decided, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// Validate reports what is wrong with c by itself.
func (c ContraryEvidence) Validate() problem.List {
	var l problem.List
	record.Criteria(&l, "/criteria", c.Criteria)
	record.Text(&l, "/text", c.Text, "what speaks against the assumption")
	record.Value(&l, "/reasonable", c.Reasonable, false)
	record.Join(&l, "/decision", c.Decision.Validate())
	return l
}
