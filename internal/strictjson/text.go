package strictjson

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/soc2kit/soc2/problem"
)

// marks say what was noticed in a string.
type marks uint8

const (
	markEscape  marks = 1 << iota // it has a backslash
	markNotUTF8                   // it is not UTF-8, at scanner.where
	markUnsafe                    // it has scanner.unsafe
)

// plain tells the bytes that stand for themselves in a string and are safe: printable ASCII but the quote and the backslash.
var plain = func() (table [256]bool) {
	for c := ' '; c <= '~'; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

// text reads the string value at p.
func (s *scanner) text(p int, n *node) int {
	end, marks := s.quoted(p)
	if end == stop {
		return stop
	}
	if marks&markNotUTF8 != 0 {
		s.notUTF8()
	} else if marks&markUnsafe != 0 {
		s.unsafeText()
	}
	if n.shape == shapeText && end-p > 2 && !s.charge(p, int64(end-p)-2+allocation) {
		return stop
	}
	return end
}

// quoted reads the string at p, a value or a name.
func (s *scanner) quoted(p int) (int, marks) {
	data := s.data
	i := p + 1
	for i < len(data) && plain[data[i]] {
		i++
	}
	if i < len(data) && data[i] == '"' {
		return i + 1, 0
	}
	return s.quotedRest(i)
}

// quotedRest reads a string from p, where the first character is that needs a closer look.
func (s *scanner) quotedRest(p int) (int, marks) {
	var (
		found   marks
		carried bool // the last character was a carriage return, which only a line feed may follow
	)
	for p < len(s.data) {
		c := s.data[p]
		if plain[c] && !carried {
			p++
			continue
		}
		r, size := rune(c), 1
		switch {
		case c == '"':
			if carried {
				found |= s.unsafeRune(found, '\r')
			}
			return p + 1, found
		case c == '\\':
			found |= markEscape
			if r, size = escapeAt(s.data, p); size <= 0 {
				return s.syntax(p-size, "one of the escapes of JSON"), 0
			}
		case c < ' ':
			return s.syntax(p, "control characters to be escaped"), 0
		case c >= utf8.RuneSelf:
			r, size = utf8.DecodeRune(s.data[p:])
			if r == utf8.RuneError && size == 1 {
				r = halfRune
			}
		}
		if r == halfRune && found&markNotUTF8 == 0 {
			found |= markNotUTF8
			s.where = p
		}
		if carried && r != '\n' {
			found |= s.unsafeRune(found, '\r')
		}
		if carried = r == '\r'; !carried && isUnsafe(r) {
			found |= s.unsafeRune(found, r)
		}
		p += size
	}
	return s.syntax(p, "the closing quote of a string"), 0
}

// unsafeRune keeps r if it is the first unsafe character of a string, of which so much was found before.
func (s *scanner) unsafeRune(found marks, r rune) marks {
	if found&markUnsafe == 0 {
		s.unsafe = r
	}
	return markUnsafe
}

// isUnsafe reports whether r must not stand in a text: a control character other than tab and line feed, or one that
// turns the direction of the text around it.
func isUnsafe(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == halfRune:
		return false
	case r < ' ' || '\x7f' <= r && r <= '\u009f':
		return true
	}
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// halfRune stands for what is no character: bytes that are not UTF-8, or an escape that is half a surrogate pair.
const halfRune = -1

// escapeAt returns the character that the escape at p stands for and the length of the escape. A length that is not
// positive says how far behind p the escape goes wrong.
func escapeAt(data []byte, p int) (rune, int) {
	if p+1 >= len(data) {
		return 0, -1
	}
	switch c := data[p+1]; c {
	case '"', '\\', '/':
		return rune(c), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
	default:
		return 0, -1
	}
	r, bad := hexAt(data, p+2)
	if bad > 0 {
		return 0, -1 - bad
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	if p+7 < len(data) && data[p+6] == '\\' && data[p+7] == 'u' {
		if low, bad := hexAt(data, p+8); bad == 0 {
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				return r, 12
			}
		}
	}
	return halfRune, 6
}

// hexAt returns the four hexadecimal digits at p; bad counts from 1 to the one that is none, 0 if all are.
func hexAt(data []byte, p int) (r rune, bad int) {
	for i := range 4 {
		if p+i >= len(data) {
			return 0, i + 1
		}
		c := data[p+i]
		switch {
		case '0' <= c && c <= '9':
			c -= '0'
		case 'a' <= c && c <= 'f':
			c -= 'a' - 10
		case 'A' <= c && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, i + 1
		}
		r = r<<4 | rune(c)
	}
	return r, 0
}

// unescape appends to dst what the string in quotes stands for. What is not UTF-8 in it becomes U+FFFD.
func unescape(dst, quoted []byte) []byte {
	inner := quoted[1 : len(quoted)-1]
	for p := 0; p < len(inner); {
		if inner[p] == '\\' {
			r, size := escapeAt(inner, p)
			dst = utf8.AppendRune(dst, r)
			p += size
			continue
		}
		r, size := utf8.DecodeRune(inner[p:])
		dst = utf8.AppendRune(dst, r)
		p += size
	}
	return dst
}

// notUTF8 reports what quoted found last.
func (s *scanner) notUTF8() {
	s.fault(s.where, problem.CodeUTF8, "not UTF-8, or half a surrogate pair")
}
