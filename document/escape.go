package document

import (
	"bufio"
	"bytes"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// An escaper says how one format spells the characters that mean something in it. What no format may pass on (control
// characters, bidirectional overrides, bytes that are not UTF-8) is the same for all and is dealt with in write.
type escaper struct {
	// low and high have a bit set for each ASCII character that spell must see: 0 to 63 and 64 to 127.
	low, high uint64
	// spell returns what stands for the character at s[i], which is one of those.
	spell func(s string, i int) string
	// breakLine stands for a line feed.
	breakLine string
}

const (
	// controls has a bit for each control character but the tab; DEL is in high.
	controls uint64 = (1<<32 - 1) &^ (1 << '\t')
	del      uint64 = 1 << (0x7f - 64)
	markup   uint64 = 1<<'&' | 1<<'<' | 1<<'>' | 1<<'"' | 1<<'\''
)

// In HTML text and values of attributes in double quotes differ in line breaks only.
var (
	htmlText      = escaper{low: controls | markup, high: del, spell: spellHTML, breakLine: "<br>"}
	htmlAttribute = escaper{low: controls | markup, high: del, spell: spellHTML, breakLine: " "}
)

func spellHTML(s string, i int) string {
	switch s[i] {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	default:
		return "&#39;"
	}
}

// write is the only way by which text reaches a document. It copies s to out in as few pieces as it can; out keeps
// the first error.
func (e *escaper) write(out *bufio.Writer, s string) {
	from := 0 // s[:from] is written
	for i := 0; i < len(s); {
		c := s[i]
		if c < 64 {
			if e.low>>c&1 == 0 {
				i++
				continue
			}
		} else if c < utf8.RuneSelf {
			if e.high>>(c-64)&1 == 0 {
				i++
				continue
			}
		} else {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				out.WriteString(s[from:i])
				out.WriteRune(utf8.RuneError)
				i++
				from = i
				continue
			}
			if !isUnsafe(r) {
				i += size
				continue
			}
			out.WriteString(s[from:i])
			writeVisible(out, r)
			i += size
			from = i
			continue
		}
		out.WriteString(s[from:i])
		switch {
		case c == '\n':
			out.WriteString(e.breakLine)
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			// One line break, written for the line feed.
		case isUnsafe(rune(c)):
			writeVisible(out, rune(c))
		default:
			out.WriteString(e.spell(s, i))
		}
		i++
		from = i
	}
	out.WriteString(s[from:])
}

// string returns s as write writes it.
func (e *escaper) string(s string) string {
	var b bytes.Buffer
	out := bufio.NewWriterSize(&b, 0)
	e.write(out, s)
	_ = out.Flush() // a bytes.Buffer never fails
	return b.String()
}

// isUnsafe reports whether r must not reach a document as it is: a control character other than tab and line feed, one
// that turns the direction of the text after it, so that it reads otherwise than it is (Unicode UAX 9, 2.1 to 2.5), or one
// that some format cannot hold.
func isUnsafe(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0xFFFE || r == 0xFFFF: // no characters of XML, which a figure may be written as
		return true
	}
	return unicode.IsControl(r)
}

// writeVisible writes r as [U+202E].
func writeVisible(out *bufio.Writer, r rune) {
	out.WriteString("[U+")
	for limit := rune(0x1000); limit > r && limit > 1; limit >>= 4 {
		out.WriteByte('0')
	}
	b := strconv.AppendInt(out.AvailableBuffer(), int64(r), 16)
	for i, c := range b {
		if c >= 'a' {
			b[i] = c - 'a' + 'A'
		}
	}
	out.Write(b)
	out.WriteByte(']')
}
