package criteria

import "slices"

// A Category is one of the five trust services categories.
//
// The zero Category is "not said" and never valid.
type Category string

const (
	Security            Category = "security"             // met by the common criteria alone
	Availability        Category = "availability"         // adds A1
	Confidentiality     Category = "confidentiality"      // adds C1
	ProcessingIntegrity Category = "processing-integrity" // adds PI1
	Privacy             Category = "privacy"              // adds P1 to P8
)

// categories stand in the order of their criteria: common, A, C, PI, P.
var categories = []Category{Security, Availability, Confidentiality, ProcessingIntegrity, Privacy}

// Categories lists the five categories in the order in which their criteria are published.
func Categories() []Category { return slices.Clone(categories) }

// IsValid reports whether c is one of the five categories.
func (c Category) IsValid() bool { return slices.Contains(categories, c) }

// EnumValues lists the spellings of a category, in the order of [Categories], for JSON Schema.
func (Category) EnumValues() []string {
	values := make([]string, len(categories))
	for i, c := range categories {
		values[i] = string(c)
	}
	return values
}

// Title returns the name of c for people, such as "Processing integrity". It is "" if c is not valid.
func (c Category) Title() string {
	switch c {
	case Security:
		return "Security"
	case Availability:
		return "Availability"
	case Confidentiality:
		return "Confidentiality"
	case ProcessingIntegrity:
		return "Processing integrity"
	case Privacy:
		return "Privacy"
	}
	return ""
}
