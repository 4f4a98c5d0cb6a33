package document

import (
	"strings"
	"unicode/utf8"
)

// A Text is words in a row, some of them emphasized or leading somewhere. A line feed in the words is a line break.
type Text []Span

// A Span is words that share a style and a target:
//
//	document.Text{
//		{Words: "Criterion "}, {Words: "CC6.1", Style: document.Strong, To: "#CC6.1"},
//		{Words: " was not met."},
//	}
type Span struct {
	// Words are the text. Where they are empty and To is not, To is shown.
	Words string
	// Style says how the words are set.
	Style Style
	// To is where the words lead: "#" and an anchor of the document, an http, https or mailto address, or a relative
	// path; "" for nowhere. Any other target is shown as text and leads nowhere.
	To string
}

// Style says how words are set. The zero Style is like the words around them.
type Style string

const (
	Strong   Style = "strong"   // of importance
	Emphasis Style = "emphasis" // stressed
	Code     Style = "code"     // to be read letter by letter: identifiers, commands, digests
)

// Styles lists the styles.
func Styles() []Style { return []Style{Strong, Emphasis, Code} }

// IsValid reports whether s is one of the three styles.
func (s Style) IsValid() bool { return s == Strong || s == Emphasis || s == Code }

// EnumValues lists the spellings of a style, for JSON Schema.
func (Style) EnumValues() []string { return []string{"strong", "emphasis", "code"} }

// Plain returns words as a Text without style or target.
func Plain(words string) Text { return Text{{Words: words}} }

// String returns the words of t alone, as they were given.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].words()
	}
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.words())
	}
	return b.String()
}

func (s Span) words() string {
	if s.Words == "" {
		return strings.TrimPrefix(s.To, "#")
	}
	return s.Words
}

// Paragraphs splits words at blank lines and returns a paragraph for each part, none for words that are all space.
// Single line breaks inside a part are kept.
func Paragraphs(words string) []Block {
	var blocks []Block
	var part []string
	flush := func() {
		if len(part) > 0 {
			blocks = append(blocks, &Paragraph{Text: Plain(strings.Join(part, "\n"))})
			part = nil
		}
	}
	for line := range strings.Lines(words) {
		if line = strings.TrimSpace(line); line == "" {
			flush()
		} else {
			part = append(part, line)
		}
	}
	flush()
	return blocks
}

// anchor returns the anchor that s leads to, and whether it leads to one.
func (s Span) anchor() (string, bool) { return strings.CutPrefix(s.To, "#") }

// isAddress reports whether to may be followed from a document that strangers wrote parts of: an http, https or
// mailto address, or a path relative to the document. Browsers drop tabs and line feeds inside addresses and read
// "\" as "/", so that such characters could hide a scheme or a host: they are refused, and so is "//host", which
// means another scheme wherever the document lies.
func isAddress(to string) bool {
	if to == "" || !utf8.ValidString(to) {
		return false
	}
	for _, r := range to {
		if r <= ' ' || r == '\\' || isUnsafe(r) {
			return false
		}
	}
	if i := strings.IndexAny(to, ":/?#"); i < 0 || to[i] != ':' {
		return !strings.HasPrefix(to, "//")
	}
	for _, scheme := range []string{"http://", "https://", "mailto:"} {
		if len(to) > len(scheme) && strings.EqualFold(to[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}
