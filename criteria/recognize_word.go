package criteria

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a stretch of an entry without spaces, brackets or quotation marks.
type word struct {
	start, end int    // where it stands in the entry
	text       string // what stands there
	kind       wordKind
	id         ID     // of a naming word: the criterion; "" if it is refused
	reason     string // of a naming word without id: why
	letters    string // of a naming word: the letters of its series, in upper case
	series     bool   // a naming word that names a series only, such as CC6
}

type wordKind int

const (
	plain    wordKind = iota
	naming            // has the shape of a criterion or series, whether or not there is one: CC6.1, cc_6_1, CC6, CC9.9
	numbered          // looks like the identifier of something else: 6.2, AC2.1
	joining           // stands between the ends of a range or list: -, to, /
)

// continues reports whether w can be the next member of a range or list that begins with first: behind CC6.1 and a dash
// it is CC6.3, 6.3 or CC7, but P1 is the beginning of a title.
func (w word) continues(first word) bool {
	switch w.kind {
	case naming:
		return !w.series || w.letters == first.letters
	case numbered:
		return isDigit(w.text[0])
	}
	return false
}

// splitWords returns the words of entry. Letters of a series that stand alone take the number behind them along, so
// that CC 6.1 is one word. A lowercase a, c or p does not: "a 1.2 GB limit" names no criterion.
func splitWords(entry string) []word {
	var words []word
	for i := 0; i < len(entry); {
		end := i + wordLength(entry[i:])
		if end == i {
			_, size := utf8.DecodeRuneInString(entry[i:])
			i += size
			continue
		}
		read := entry[i:end]
		if takesNumber(read) {
			behind := strings.TrimLeftFunc(entry[end:], unicode.IsSpace)
			if behind != entry[end:] && behind != "" && isDigit(behind[0]) {
				number := behind[:wordLength(behind)]
				read += " " + number
				end = len(entry) - len(behind) + len(number)
			}
		}
		w := readWord(read)
		w.start, w.end, w.text = i, end, entry[i:end]
		words = append(words, w)
		i = end
	}
	return words
}

// wordLength returns how many bytes of s belong to the word that s begins with; 0 if s does not begin with a word.
func wordLength(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Pd, r) && !strings.ContainsRune("._:/*~−…", r)
	})
	if n < 0 {
		return len(s)
	}
	return n
}

// takesNumber reports whether w ends in the letters of a series that a number may follow after a space.
func takesNumber(w string) bool {
	letters := w[strings.LastIndexAny(w, "-_.:/")+1:]
	switch letters {
	case "CC", "cc", "Cc", "PI", "pi", "Pi", "A", "C", "P":
		return true
	}
	return false
}

// isJoint reports whether a word, standing between two criteria, makes them a range or a list.
func isJoint(w string) bool {
	switch strings.ToLower(w) {
	case "to", "thru", "through", "until":
		return true
	}
	return !strings.ContainsFunc(w, func(r rune) bool { return r != '/' && !isRangeMark(r) })
}

// isConjunction reports whether a word between two criteria adds the second to the first.
func isConjunction(w string) bool {
	return strings.EqualFold(w, "and") || strings.EqualFold(w, "or")
}

// isRangeMark reports whether r can stand between the ends of a range: a dash of any length, a dot, a tilde.
func isRangeMark(r rune) bool {
	return unicode.Is(unicode.Pd, r) || strings.ContainsRune(".~−…", r)
}

// readWord says what kind of word text is and, if it names a criterion, which.
func readWord(text string) word {
	w := word{text: text}
	if isJoint(text) {
		w.kind = joining
		return w
	}
	bare := text
	for len(bare) > 1 && bare[0] == '*' && bare[len(bare)-1] == '*' { // Markdown emphasis
		bare = bare[1 : len(bare)-1]
	}
	toks := tokens(bare)
	var first, series spelling // the first criterion and the first mere series; their end is 0 until there is one
	for i := 0; i < len(toks); i++ {
		s, ok := readSpelling(toks, i)
		if !ok {
			continue
		}
		w.kind = naming
		switch {
		case !s.complete():
			if series.end == 0 {
				series = s
			}
		case first.end == 0:
			first = s
		default:
			w.reason = whyJoined(toks[s.begin-1].text)
			return w
		}
		i = s.end - 1
	}
	switch {
	case first.end > 0:
		w.letters = first.letters
		w.id, w.reason = first.criterion(toks)
	case series.end > 0:
		w.letters, w.series = series.letters, true
		w.reason = series.whyIncomplete()
	case looksNumbered(toks):
		w.kind = numbered
	}
	return w
}

// looksNumbered reports whether toks hold two numbers joined by a dot.
func looksNumbered(toks []token) bool {
	for i := 2; i < len(toks); i++ {
		if toks[i].digits() && toks[i-1].text == "." && toks[i-2].digits() {
			return true
		}
	}
	return false
}

// A token is a run of letters, a run of ASCII digits, or one other character.
type token struct {
	text string
	kind byte // 'L' letters, 'D' digits, 'P' punctuation
}

func (t token) letters() bool { return t.kind == 'L' }
func (t token) digits() bool  { return t.kind == 'D' }

func tokens(s string) []token {
	var toks []token
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		t := token{s[:size], 'P'}
		switch {
		case unicode.IsLetter(r):
			n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
			if n < 0 {
				n = len(s)
			}
			t = token{s[:n], 'L'}
		case isDigit(s[0]):
			t = token{digits(s), 'D'}
		}
		toks = append(toks, t)
		s = s[len(t.text):]
	}
	return toks
}
