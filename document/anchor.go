package document

import (
	"bufio"
	"strconv"
)

// numberOf returns the position of a section below the one at position above, such as "4-2".
func numberOf(above string, index int) string {
	n := strconv.Itoa(index + 1)
	if above == "" {
		return n
	}
	return above + "-" + n
}

// anchorAt returns the anchor of s at the position number.
func (s *Section) anchorAt(number string) string {
	if s.ID != "" {
		return s.ID
	}
	return "section-" + number
}

// writePercent writes s as part of an address: what keep accepts as it is, every other byte as %XX.
func writePercent(out *bufio.Writer, s string, keep func(c byte) bool) {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		if c := s[i]; keep(c) {
			out.WriteByte(c)
		} else {
			out.WriteByte('%')
			out.WriteByte(digits[c>>4])
			out.WriteByte(digits[c&15])
		}
	}
}

// isAnchorByte reports whether c may stand in an anchor. An anchor that holds anything else is written with %XX, in
// the place that bears it as in the addresses that lead to it.
func isAnchorByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ||
		c == '.' || c == '_' || c == '/' || c == '-'
}

// isAnchor reports whether id has the form of an anchor.
func isAnchor(id string) bool {
	for i := range len(id) {
		if !isAnchorByte(id[i]) {
			return false
		}
	}
	return id != "" && id[0] != '.' && id[0] != '_' && id[0] != '/' && id[0] != '-'
}
