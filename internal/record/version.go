package record

import (
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A versionOrder says how the schema version of a document stands to the one that this module knows.
type versionOrder int

const (
	versionOther      versionOrder = iota // malformed, or of an older major version
	versionKnown                          // the same, or an older minor version
	versionNewerMinor                     // with further optional members
	versionNewerMajor                     // of another shape
)

// compareVersions says how version stands to known.
func compareVersions(version, known string) versionOrder {
	major, minor, ok := parseVersion(version)
	knownMajor, knownMinor, knownOK := parseVersion(known)
	switch {
	case !ok || !knownOK || major < knownMajor:
		return versionOther
	case major > knownMajor:
		return versionNewerMajor
	case minor > knownMinor:
		return versionNewerMinor
	}
	return versionKnown
}

// parseVersion returns the numbers of a schema version: MAJOR.MINOR, each of one to nine digits, the first of which is 0
// only in the number 0.
func parseVersion(version string) (major, minor int, ok bool) {
	first, second, _ := strings.Cut(version, ".")
	major, majorOK := parseNumber(first)
	minor, minorOK := parseNumber(second)
	return major, minor, majorOK && minorOK
}

// parseNumber returns the number that text spells.
func parseNumber(text string) (int, bool) {
	if text == "" || len(text) > 9 || len(text) > 1 && text[0] == '0' || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// Writable reports a schema version, found at path, that is newer than known. A document that has it may have been read
// without the members that known does not have: written back, it would lose what they say. Versions that are malformed or
// not said are for [Header] to report.
func Writable(l *problem.List, path, version, known string) {
	switch compareVersions(version, known) {
	case versionNewerMinor, versionNewerMajor:
		l.Errorf(path, problem.CodeSchemaVersion, "%s is newer than %s, which this module writes: what only %s can say would be lost", version, known, version)
	}
}

// Skipped judges the unknown members that a lenient reader has passed over, as problems lists them. Only a version newer
// than known can have members that known does not have; in a document of another version they are misspellings, and become
// errors. Version says which version governs the member at a pointer.
func Skipped(problems problem.List, known string, version func(pointer string) string) {
	for i, p := range problems {
		if p.Code == problem.CodeUnknown && compareVersions(version(p.Path), known) != versionNewerMinor {
			problems[i].Severity = problem.Error
		}
	}
}
