package criteria

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// An ID names one of the 61 trust services criteria, such as CC6.1 or PI1.3. A later edition may have further ones.
//
// The published ones have constants and are valid. Any other text, such as ACME-3 from an organization's own set or a
// misspelling, is an ID that is not published: it survives decoding unchanged, so that whoever validates the document can
// report it in its place. The zero ID names no criterion.
//
// IDs are compared with ==. Order them with [ID.Compare], because published order is not string order.
type ID string

// ParseID returns the ID spelled s, which must be the published spelling of one of the 61 criteria. See [Recognize]
// for the spellings of other tools.
func ParseID(s string) (ID, error) {
	if id := ID(s); id.IsValid() {
		return id, nil
	}
	return "", fmt.Errorf("criteria: %q is not the published spelling of a criterion, such as CC6.1 or PI1.3", s)
}

// MustParseID is [ParseID] for constants and tests: it panics if s is not a published spelling.
func MustParseID(s string) ID {
	id, err := ParseID(s)
	if err != nil {
		panic(err)
	}
	return id
}

// IsValid reports whether id is one of the 61 published criteria.
func (id ID) IsValid() bool { return id.position() >= 0 }

// String returns the spelling of id.
func (id ID) String() string { return string(id) }

// Series returns the series of id, such as CC6 for CC6.1, or "" if id is not published.
func (id ID) Series() SeriesID {
	row, _ := id.locate()
	return row.id
}

// IsCommon reports whether id is one of the 33 common criteria, CC1.1 to CC9.2, which every category rests on.
func (id ID) IsCommon() bool { return strings.HasPrefix(string(id), "CC") && id.IsValid() }

// Compare returns -1, 0 or +1 as id stands before, at or after other in published order: the common criteria, then
// those of availability, confidentiality, processing integrity and privacy, each by number. IDs that are not published
// follow, in string order but for runs of digits, which go by value: ACME-3 stands before ACME-10.
//
// Compare returns 0 only for equal IDs. Sort with slices.SortFunc(ids, criteria.ID.Compare), or see [Sorted].
func (id ID) Compare(other ID) int {
	a, b := id.position(), other.position()
	switch {
	case a >= 0 && b >= 0:
		return cmp.Compare(a, b)
	case a >= 0:
		return -1
	case b >= 0:
		return +1
	}
	return compareNumbered(string(id), string(other))
}

// EnumValues returns the spellings of all criteria, in published order.
func (ID) EnumValues() []string {
	ids := make([]string, len(catalog))
	for i, row := range catalog {
		ids[i] = string(row.id)
	}
	return ids
}

// Sorted returns ids in published order (see [ID.Compare]) without repeats, as a fresh slice.
func Sorted(ids []ID) []ID {
	sorted := slices.Clone(ids)
	slices.SortFunc(sorted, ID.Compare)
	return slices.Compact(sorted)
}

// position returns the place of id in published order, from 0, or -1 if id is not published.
func (id ID) position() int {
	_, position := id.locate()
	return position
}

// locate returns the series of id and the place of id in published order, from 0. If id is not published it returns the
// zero row and -1.
func (id ID) locate() (row seriesRow, position int) {
	name, number, found := strings.Cut(string(id), ".")
	if !found || len(number) != 1 { // no series has ten criteria
		return seriesRow{}, -1
	}
	first := 0
	for i := range seriesTable {
		s := &seriesTable[i]
		if string(s.id) == name {
			if n := int(number[0]) - '0'; 1 <= n && n <= s.count {
				return *s, first + n - 1
			}
			break
		}
		first += s.count
	}
	return seriesRow{}, -1
}

// compareNumbered compares a and b byte by byte, but for runs of digits at the same place, which it compares by value.
func compareNumbered(a, b string) int {
	whole := strings.Compare(a, b) // decides between 7 and 07, so that 0 means equal
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			x, y := digits(a), digits(b)
			a, b = a[len(x):], b[len(y):]
			x, y = strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
				return c
			}
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), whole)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digits returns the digits that s begins with.
func digits(s string) string {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return s[:i]
		}
	}
	return s
}

// SchemaName returns the name that JSON Schema knows the type by.
func (ID) SchemaName() string { return "CriterionID" }
