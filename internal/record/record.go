package record

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/problem"
)

// ValidID reports whether id has the form of a record id: an ASCII letter or digit, then letters, digits, and any of
// ".", "_", "/" and "-"; at most 200 bytes.
func ValidID(id string) bool {
	if id == "" || len(id) > 200 {
		return false
	}
	for i := range len(id) {
		c := id[i]
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case i > 0 && (c == '.' || c == '_' || c == '/' || c == '-'):
		default:
			return false
		}
	}
	return true
}

// IDPattern is what [ValidID] admits, as a regular expression for JSON Schema.
const IDPattern = `^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$`

// ID reports an id that has not the form of a record id.
func ID(l *problem.List, path, id string) {
	if !ValidID(id) {
		l.Errorf(path, problem.CodeIDInvalid, "an id is an ASCII letter or digit followed by letters, digits, '.', '_', '/' or '-', at most 200")
	}
}

// Index maps the ids of the n records of one list to their positions and reports ids that are malformed or repeated.
func Index[T ~string](l *problem.List, list string, n int, id func(int) T) map[T]int {
	index := make(map[T]int, n)
	for i := range n {
		key := id(i)
		if !ValidID(string(key)) {
			ID(l, problem.Pointer(list, i, "id"), string(key))
			continue
		}
		if first, ok := index[key]; ok {
			l.Errorf(problem.Pointer(list, i, "id"), problem.CodeIDRepeated, "%q is also the id of %s", string(key), problem.Pointer(list, first))
			continue
		}
		index[key] = i
	}
	return index
}

// Ref reports ref, found at path, if it is not a key of index. What names the kind of record in messages. An empty ref
// is reported only where required.
func Ref[K ~string, T ~string](l *problem.List, path, what string, ref T, index map[K]int, required bool) {
	if ref == "" {
		if required {
			l.Errorf(path, problem.CodeValueMissing, "the id of a %s is required", what)
		}
		return
	}
	if _, ok := index[K(ref)]; !ok {
		l.Errorf(path, problem.CodeRefUnknown, "no %s has the id %q", what, string(ref))
	}
}

// Refs is [Ref] for a list of ids, which may not name one id twice.
func Refs[K ~string, T ~string](l *problem.List, path, what string, refs []T, index map[K]int) {
	for i, ref := range refs {
		if _, ok := index[K(ref)]; !ok { // paths are built only where there is something to say
			Ref(l, path+problem.Pointer(i), what, ref, index, true)
		}
	}
	Distinct(l, path, refs)
}

// Distinct reports entries of a list of values that are there twice.
func Distinct[T ~string](l *problem.List, path string, values []T) {
	if len(values) < 2 {
		return
	}
	if len(values) <= 16 { // no map for the short lists that nearly all are
		for i, v := range values {
			if slices.Contains(values[:i], v) {
				l.Errorf(path+problem.Pointer(i), problem.CodeRepeated, "%q is there twice", string(v))
			}
		}
		return
	}
	seen := make(map[T]bool, len(values))
	for i, v := range values {
		if seen[v] {
			l.Errorf(path+problem.Pointer(i), problem.CodeRepeated, "%q is there twice", string(v))
		}
		seen[v] = true
	}
}

// Text reports a required text that is empty or blank. What says what the text should tell.
func Text(l *problem.List, path, text, what string) {
	if strings.TrimSpace(text) == "" {
		l.Errorf(path, problem.CodeTextMissing, "%s is required", what)
	}
}

// Texts is [Text] for each entry of a list.
func Texts(l *problem.List, path string, texts []string, what string) {
	for i, text := range texts {
		if strings.TrimSpace(text) == "" {
			Text(l, path+problem.Pointer(i), text, what)
		}
	}
}

// Enum is a closed set of spellings.
type Enum interface {
	~string
	IsValid() bool
	EnumValues() []string
}

// Value reports v if it is outside its closed set, or not said where it is required.
func Value[T Enum](l *problem.List, path string, v T, required bool) {
	switch {
	case v == "":
		if required {
			l.Errorf(path, problem.CodeValueMissing, "required: one of %s", strings.Join(v.EnumValues(), ", "))
		}
	case !v.IsValid():
		l.Errorf(path, problem.CodeValueUnknown, "%q is none of %s", string(v), strings.Join(v.EnumValues(), ", "))
	}
}

// Values is [Value] for a list whose entries are all required and distinct.
func Values[T Enum](l *problem.List, path string, vs []T) {
	for i, v := range vs {
		if !v.IsValid() {
			Value(l, path+problem.Pointer(i), v, true)
		}
	}
	Distinct(l, path, vs)
}

// Day reports a day that is malformed, or not said where it is required.
func Day(l *problem.List, path string, d calendar.Date, required bool) {
	if d.IsZero() {
		if required {
			l.Errorf(path, problem.CodeValueMissing, "a day is required, such as 2026-01-31")
		}
		return
	}
	Join(l, path, d.Validate())
}

// Span reports a period that is malformed or reversed, or not said where it is required.
func Span(l *problem.List, path string, p calendar.Period, required bool) {
	if p == (calendar.Period{}) {
		if required {
			l.Errorf(path, problem.CodeValueMissing, "a first and a last day are required")
		}
		return
	}
	Join(l, path, p.Validate())
}

// Join appends what a part found, with the part's pointer put in front of each path. It changes found in place.
func Join(l *problem.List, path string, found problem.List) {
	for i := range found {
		if found[i].Code != problem.CodeMore {
			found[i].Path = path + found[i].Path
		}
	}
	l.Append(found)
}

// Criteria reports ids that name no criterion, or that a list names twice. Path is the pointer of the list.
func Criteria(l *problem.List, path string, ids []criteria.ID) {
	for i, id := range ids {
		if !id.IsValid() {
			l.Errorf(path+problem.Pointer(i), problem.CodeCriterionUnknown, "%q is none of the trust services criteria", string(id))
		}
	}
	Distinct(l, path, ids)
}

// Header reports a root document whose kind or schema version is not the one that is read. A document of an older minor
// version is read like one of wantVersion. One of a newer minor version is only a warning: whether it says more than was
// read cannot be told from its value.
func Header(kind, wantKind, version, wantVersion string) problem.List {
	var l problem.List
	if kind != wantKind {
		l.Errorf("/kind", problem.CodeKind, "%q, but a document of kind %q was expected", kind, wantKind)
	}
	switch compareVersions(version, wantVersion) {
	case versionOther, versionNewerMajor:
		l.Errorf("/schemaVersion", problem.CodeSchemaVersion, "%q; this module reads %s", version, wantVersion)
	case versionNewerMinor:
		l.Warnf("/schemaVersion", problem.CodeSchemaVersion, "%s is newer than %s, which this module reads: members that it does not know may be missing from what was read", version, wantVersion)
	}
	return l
}

// Days reports two days that span a time and are malformed, or reversed. Either may be absent unless the first is
// required. From and to are their pointers.
func Days(l *problem.List, from string, first calendar.Date, to string, last calendar.Date, required bool) {
	Day(l, from, first, required)
	Day(l, to, last, false)
	if last.Before(first) {
		l.Errorf(to, problem.CodeDatesReversed, "it ends before it starts")
	}
}
