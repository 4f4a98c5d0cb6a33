package problem

import (
	"fmt"
	"strconv"
	"strings"
)

var escapePointer = strings.NewReplacer("~", "~0", "/", "~1")

// Pointer returns the JSON Pointer (RFC 6901) made of elems, each a member name (string) or an array index (int).
// No elements give "", the whole document. An element of another type appears as fmt prints it.
func Pointer(elems ...any) string {
	var b strings.Builder
	for _, e := range elems {
		b.WriteByte('/')
		switch e := e.(type) {
		case string:
			_, _ = escapePointer.WriteString(&b, e) // a strings.Builder never fails
		case int:
			b.WriteString(strconv.Itoa(e))
		default:
			_, _ = escapePointer.WriteString(&b, fmt.Sprint(e))
		}
	}
	return b.String()
}
