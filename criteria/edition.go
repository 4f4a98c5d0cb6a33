package criteria

import "slices"

// An Edition says which publication of the trust services criteria a document was written to. Documents carry it as a
// value, and nothing in this module assumes the newest.
//
// The zero Edition is "not said" and never valid.
//
// The 61 criteria are the same in both editions, so lookups by [ID] take none.
type Edition string

const (
	Edition2017 Edition = "tsc-2017"      // the criteria of 2017 with the points of focus first published
	Edition2022 Edition = "tsc-2017-2022" // the criteria of 2017 with the points of focus revised in 2022
)

var editions = []Edition{Edition2017, Edition2022}

// Editions lists the editions of the trust services criteria, oldest first.
func Editions() []Edition { return slices.Clone(editions) }

// IsValid reports whether e is an edition of the trust services criteria that this package knows.
func (e Edition) IsValid() bool { return slices.Contains(editions, e) }

// EnumValues lists the spellings of an edition, oldest first, for JSON Schema.
func (Edition) EnumValues() []string { return []string{string(Edition2017), string(Edition2022)} }

// Title returns e in words for a report, or "" if e is not valid.
func (e Edition) Title() string {
	switch e {
	case Edition2017:
		return "2017 trust services criteria"
	case Edition2022:
		return "2017 trust services criteria (points of focus revised 2022)"
	}
	return ""
}

// A DescriptionEdition says which publication of the description criteria a document was written to. The nine criteria
// are the same in both.
//
// The zero DescriptionEdition is "not said" and never valid.
type DescriptionEdition string

const (
	DescriptionEdition2018 DescriptionEdition = "dc-2018"      // the criteria of 2018 with the guidance first published
	DescriptionEdition2022 DescriptionEdition = "dc-2018-2022" // the criteria of 2018 with the guidance revised in 2022
)

var descriptionEditions = []DescriptionEdition{DescriptionEdition2018, DescriptionEdition2022}

// DescriptionEditions lists the editions of the description criteria, oldest first.
func DescriptionEditions() []DescriptionEdition { return slices.Clone(descriptionEditions) }

// IsValid reports whether e is an edition of the description criteria that this package knows.
func (e DescriptionEdition) IsValid() bool { return slices.Contains(descriptionEditions, e) }

// EnumValues lists the spellings of an edition, oldest first, for JSON Schema.
func (DescriptionEdition) EnumValues() []string {
	return []string{string(DescriptionEdition2018), string(DescriptionEdition2022)}
}

// Title returns e in words for a report, or "" if e is not valid.
func (e DescriptionEdition) Title() string {
	switch e {
	case DescriptionEdition2018:
		return "2018 description criteria"
	case DescriptionEdition2022:
		return "2018 description criteria (guidance revised 2022)"
	}
	return ""
}
