package criteria

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

// A DescriptionID names one of the nine criteria that a system description is measured against: "DC1" to "DC9" in
// documents, DC 1 to DC 9 in prose.
//
// The zero DescriptionID names none.
type DescriptionID string

// The nine description criteria. [GetDescription] tells what each is about.
const (
	DC1 DescriptionID = "DC1"
	DC2 DescriptionID = "DC2"
	DC3 DescriptionID = "DC3"
	DC4 DescriptionID = "DC4"
	DC5 DescriptionID = "DC5"
	DC6 DescriptionID = "DC6"
	DC7 DescriptionID = "DC7"
	DC8 DescriptionID = "DC8"
	DC9 DescriptionID = "DC9"
)

// ParseDescriptionID returns the DescriptionID spelled s, such as "DC4". It takes no other spelling, not "DC 4" either.
func ParseDescriptionID(s string) (DescriptionID, error) {
	if id := DescriptionID(s); id.IsValid() {
		return id, nil
	}
	return "", fmt.Errorf("criteria: %q is not a description criterion, DC1 to DC9", s)
}

// IsValid reports whether id is one of the nine description criteria.
func (id DescriptionID) IsValid() bool { return id.position() >= 0 }

// String returns id as prose writes it, such as "DC 4". An id that is not valid is returned as it is.
func (id DescriptionID) String() string {
	if !id.IsValid() {
		return string(id)
	}
	return "DC " + string(id[2:])
}

// EnumValues lists the spellings of a DescriptionID in published order, for JSON Schema.
func (DescriptionID) EnumValues() []string {
	values := make([]string, len(descriptionCatalog))
	for i, c := range descriptionCatalog {
		values[i] = string(c.ID)
	}
	return values
}

// Compare returns -1, 0 or +1 as id stands before, at or after other in published order. IDs that are not valid
// follow, in string order.
func (id DescriptionID) Compare(other DescriptionID) int {
	a, b := id.position(), other.position()
	switch {
	case a >= 0 && b >= 0:
		return cmp.Compare(a, b)
	case a >= 0:
		return -1
	case b >= 0:
		return +1
	}
	return strings.Compare(string(id), string(other))
}

func (id DescriptionID) position() int {
	return slices.IndexFunc(descriptionCatalog[:], func(c DescriptionCriterion) bool { return c.ID == id })
}

// A DescriptionCriterion is one of the nine criteria for the description of a system.
type DescriptionCriterion struct {
	// ID is DC1 to DC9.
	ID DescriptionID `json:"id"`
	// Title says in a few words what has to be described. It is this project's wording.
	Title string `json:"title"`
	// Summary says in one or two sentences what the description has to tell. It is this project's wording.
	Summary string `json:"summary"`
	// Condition says when the criterion asks for anything; "" means always.
	Condition string `json:"condition,omitempty"`
	// Type2Only is true if the criterion is about a period and so has no place in a type 1 report.
	Type2Only bool `json:"type2Only,omitempty"`
	// Parts lists the lettered sub-items; empty where the criterion has none.
	Parts []DescriptionPart `json:"parts,omitempty"`
}

// A DescriptionPart is a lettered sub-item of a description criterion.
type DescriptionPart struct {
	// Letter is the sub-item's letter, such as "a".
	Letter string `json:"letter"`
	// Title says in a few words what the sub-item asks for. It is this project's wording.
	Title string `json:"title"`
}

// GetDescription returns the description criterion named id; ok is false if id is not valid.
func GetDescription(id DescriptionID) (c DescriptionCriterion, ok bool) {
	i := id.position()
	if i < 0 {
		return DescriptionCriterion{}, false
	}
	return descriptionCatalog[i].clone(), true
}

// DescriptionCriteria yields the nine description criteria in published order.
func DescriptionCriteria() iter.Seq[DescriptionCriterion] {
	return func(yield func(DescriptionCriterion) bool) {
		for _, c := range descriptionCatalog {
			if !yield(c.clone()) {
				return
			}
		}
	}
}

func (c DescriptionCriterion) clone() DescriptionCriterion {
	c.Parts = slices.Clone(c.Parts)
	return c
}
