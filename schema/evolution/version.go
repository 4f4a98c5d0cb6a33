package evolution

import (
	"strconv"
	"strings"
)

// parseVersion returns the parts of a version spelled MAJOR.MINOR, MAJOR at least 1, without signs or leading zeros.
func parseVersion(text string) (major, minor int, ok bool) {
	before, after, _ := strings.Cut(text, ".")
	major, errMajor := strconv.Atoi(before)
	minor, errMinor := strconv.Atoi(after)
	ok = errMajor == nil && errMinor == nil && major >= 1 && minor >= 0 && strconv.Itoa(major)+"."+strconv.Itoa(minor) == text
	return major, minor, ok
}

// versionOf returns the schemaVersion of a document that was migrated to a major version.
func versionOf(major int) string { return strconv.Itoa(major) + ".0" }
