package document_test

import (
	"fmt"
	"strings"
	"unicode"
)

// visible is the slow, literal version of what every writer makes of s before it escapes it for its format.
func visible(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") { // a byte that is not UTF-8 ranges as U+FFFD
		switch {
		case r == '\n' || r == '\t':
			b.WriteRune(r)
		case unicode.IsControl(r) || strings.ContainsRune("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFFFE\uFFFF", r):
			fmt.Fprintf(&b, "[U+%04X]", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// texts are seeds for the fuzz tests and cases for the others, each with a reason.
var texts = []string{
	"plain words",
	"",
	"<script>alert(1)</script>",
	`" onload="x`,
	"' onload='x",
	"&lt; is not <",
	"</title></style></td></table>",
	"<!-- ", "]]>",
	`a | b`, `a \| b`, `a \\| b`, `\`, "`", "``|``",
	"one\ntwo\r\nthree\rfour", "\n", "\n\nx\n", "\t",
	"- x", "+ x", "1. x", "12) x", "# x #", "===", "---", "    x", "> x", "~~~", "* x", "_x_ a_b _", "![a](b)", "!", "$x$",
	"\u202Eright to left", "\u2066", "\u0085", "\x00\x01\x1f\x7f", "\u2028", "é 漢字 🙂",
	"\uFFFE \uFFFF", "\xff", "\xc3", "a\xe2\x80", "\xed\xa0\x80",
	"javascript:alert(1)", "https://example.com/?a=1&b=2", "//example.com", "#x", "mailto:a@b", "a:b", "/a:b", "?a:b",
}
