package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownText escapes what GitHub flavoured Markdown gives a meaning to anywhere in a line; lead sees to the
// beginnings of lines. The same spelling serves in cells of tables, since a line feed becomes <br> everywhere.
var markdownText = escaper{
	low: controls | 1<<'&' | 1<<'<' | 1<<'>' | 1<<'!' | 1<<'#' | 1<<'$' | 1<<'*',
	high: del | 1<<('['-64) | 1<<('\\'-64) | 1<<(']'-64) | 1<<('_'-64) | 1<<('`'-64) | 1<<('|'-64) |
		1<<('~'-64),
	spell:     spellMarkdown,
	breakLine: "<br>",
}

func spellMarkdown(s string, i int) string {
	switch s[i] {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '\\':
		return `\\`
	case '|':
		return `\|`
	case '!': // makes an image of a link right after it
		if i+1 < len(s) {
			return "!"
		}
		return `\!`
	case '_': // between letters it emphasizes nothing
		if i > 0 && i+1 < len(s) && isAlphanumeric(s[i-1]) && isAlphanumeric(s[i+1]) {
			return "_"
		}
		return `\_`
	case '#':
		return `\#`
	case '$':
		return `\$`
	case '*':
		return `\*`
	case '[':
		return `\[`
	case ']':
		return `\]`
	case '`':
		return "\\`"
	default:
		return `\~`
	}
}

func isAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// A place says what precedes on a line of Markdown, since some characters mean something only at its beginning.
type place int

const (
	inLine place = iota
	lineStart
	afterDigits // a number alone: "." or ")" would make it an item of a list
)

// lead writes the part of words that could begin a list, a heading's underline or indented code, so that it does not,
// and returns the rest and the place after what it wrote.
func (m *markdown) lead(words string, at place) (string, place) {
	if at == lineStart {
		words = strings.TrimLeft(words, " \t\r\n")
	}
	digits := 0
	for digits < len(words) && words[digits] >= '0' && words[digits] <= '9' {
		digits++
	}
	if digits > 0 {
		m.raw(words[:digits])
		words, at = words[digits:], afterDigits
	}
	if words == "" {
		return "", at
	}
	switch c := words[0]; {
	case at == lineStart && (c == '+' || c == '-' || c == '='), at == afterDigits && (c == '.' || c == ')'):
		m.raw(`\`)
		m.raw(words[:1])
		words = words[1:]
	}
	return words, inLine
}

func (m *markdown) spans(t Text, at place) {
	styled := false // whether the span before ends in a mark that one more would change
	for i := range t {
		s := &t[i]
		if s.Style == "" && s.To == "" {
			words := s.Words
			if at != inLine {
				words, at = m.lead(words, at)
			}
			m.text(words)
			styled = styled && words == ""
			continue
		}
		at = inLine
		m.span(s, styled)
		styled = true
	}
}

func (m *markdown) span(s *Span, beside bool) {
	if s.Words == "" && s.To == "" {
		return
	}
	tag, mark := "", ""
	switch s.Style {
	case Strong:
		tag, mark = "strong>", "**"
	case Emphasis:
		tag, mark = "em>", "*"
	case Code:
		tag, mark = "code>", "`"
	}
	if s.To == "" && !beside && (s.Style == Code && isPlainCode(s.Words) || s.Style != Code && isPlainWords(s.Words)) {
		m.raw(mark)
		if s.Style == Code {
			m.raw(s.Words)
		} else {
			m.text(s.Words)
		}
		m.raw(mark)
		return
	}
	if tag != "" {
		m.raw("<")
		m.raw(tag)
	}
	m.link(s)
	if tag != "" {
		m.raw("</")
		m.raw(tag)
	}
}

func (m *markdown) link(s *Span) {
	anchor, isAnchor := s.anchor()
	switch {
	case s.To == "":
		m.text(s.Words)
	case isAnchor:
		m.raw("[")
		m.text(s.words())
		m.raw("](#")
		writePercent(m.out, anchor, isAnchorByte)
		m.raw(")")
	case isAddress(s.To):
		m.raw("[")
		m.text(s.words())
		m.raw("](")
		// An ampersand could begin a character reference.
		for i, part := range strings.Split(s.To, "&") {
			if i > 0 {
				m.raw("&amp;")
			}
			writePercent(m.out, part, isDestinationByte)
		}
		m.raw(")")
	default:
		m.text(s.words())
		if s.Words != "" {
			m.raw(" (")
			m.text(s.To)
			m.raw(")")
		}
	}
}

// isDestinationByte reports whether c may stand in the address of a link, in a cell of a table too.
func isDestinationByte(c byte) bool {
	return c > ' ' && c < 0x7f && !strings.ContainsRune("()<>\\|\"`", rune(c))
}

// strong writes words as strongly as Markdown can.
func (m *markdown) strong(words string) {
	s := Span{Words: words, Style: Strong}
	m.span(&s, false)
}

// isPlainWords reports whether "*" beside words emphasizes them whatever stands around: they begin and end with a
// letter or digit.
func isPlainWords(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return isLetterOrDigit(first) && isLetterOrDigit(last)
}

func isLetterOrDigit(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// isPlainCode reports whether words can stand between backquotes, where nothing can be escaped.
func isPlainCode(words string) bool {
	if words == "" || words[0] == ' ' || words[len(words)-1] == ' ' {
		return false
	}
	for i := range len(words) {
		if c := words[i]; c < ' ' || c >= 0x7f || strings.ContainsRune("`|\\<>&", rune(c)) {
			return false
		}
	}
	return true
}
