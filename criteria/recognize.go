package criteria

import (
	"slices"
	"strings"
	"unicode"
)

// A Refusal is a spelling that [Recognize] did not take for a criterion.
type Refusal struct {
	// Spelling is what was written, as it was written.
	Spelling string `json:"spelling"`
	// Reason says for people why it names no single criterion. It may be reworded in any release.
	Reason string `json:"reason"`
}

// Recognize reads the criteria named in text, in the spellings that other tools and people use: SOC2-CC6.1, cc_6_1,
// tsc_CC6.1, [SOC2:CC6.1], CC 6.1, cc61, CC6.1 with a title behind it. A point of focus, such as CC6.1.3, counts as its
// criterion. Entries are separated by commas, semicolons, vertical bars or ends of line; within an entry by spaces.
//
// It returns the criteria in the order of the text, each once, and every spelling that it refused with the reason.
// It does not guess: where a spelling can be read in two ways, a wrong mapping would be worse than a refusal. So it
// refuses ranges (CC6.1-CC6.8) and criteria joined in one spelling (CC6.1/CC6.2), which say neither "each" nor "one of
// them"; numbers that may be an organization's own within a series (CC6-04); series and categories (CC6, A); and
// criteria that do not exist (CC9.9). Words in front of a criterion and a title behind it are passed over.
//
// Recognize takes time in proportion to len(text).
func Recognize(text string) (ids []ID, refused []Refusal) {
	var r recognizer
	for {
		end := strings.IndexAny(text, ",;|\r\n")
		if end < 0 {
			r.readEntry(text)
			return r.ids, r.refused
		}
		r.readEntry(text[:end])
		if text[end] != ',' {
			r.titled = false // a title may contain a comma, nothing else that separates entries
		}
		text = text[end+1:]
	}
}

// A recognizer collects what Recognize returns.
type recognizer struct {
	ids     []ID
	refused []Refusal
	titled  bool // the text stands in the title behind a criterion
}

func (r *recognizer) refuse(spelling, reason string) {
	r.refused = append(r.refused, Refusal{spelling, reason})
}

// readEntry reads what stands between two separators.
func (r *recognizer) readEntry(entry string) {
	trimmed := strings.TrimSpace(entry)
	if trimmed == "" {
		return
	}
	words := splitWords(trimmed)
	named := slices.ContainsFunc(words, func(w word) bool { return w.kind == naming })
	if !named {
		if r.titled && !strings.ContainsFunc(trimmed, unicode.IsDigit) {
			return // the title of the entry before, which had a comma in it
		}
		r.titled = false
		r.refuse(trimmed, whyNothing(trimmed))
		return
	}
	r.titled = false
	behind := false // a criterion, or something like it, stands before
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case w.kind == naming:
			if w.series && r.titled {
				continue // a title may speak of P1 incidents
			}
			behind, r.titled = true, strings.HasSuffix(w.text, ":")
			last := i
			for last+2 < len(words) && words[last+1].kind == joining && words[last+2].continues(w) {
				last += 2
			}
			switch {
			case last > i:
				r.refuse(trimmed[w.start:words[last].end], whyJoined(words[i+1].text))
				i = last
			case w.id == "":
				r.refuse(w.text, w.reason)
			case !slices.Contains(r.ids, w.id): // at most 61
				r.ids = append(r.ids, w.id)
			}
		case w.kind == numbered && !r.titled:
			r.refuse(w.text, whyNothing(w.text))
		case behind && w.kind != numbered && !isConjunction(w.text):
			r.titled = true
		}
	}
}

// whyNothing says why s, which has not the shape of a criterion, names none.
func whyNothing(s string) string {
	if strings.ContainsFunc(s, unicode.IsDigit) && !strings.ContainsFunc(s, unicode.IsLetter) {
		return "names no criterion: the letters of the series are missing"
	}
	switch strings.ToUpper(s) {
	case "CC":
		return "the common criteria together, not one criterion"
	case "A", "C", "PI", "P":
		return "a category, not one criterion"
	}
	return "names no criterion"
}

// whyJoined says why criteria joined by the given word or mark are refused.
func whyJoined(joint string) string {
	if strings.ContainsAny(joint, "/:_") {
		return "several criteria in one spelling: put a comma between them"
	}
	return "a range of criteria: list each, with a comma between them"
}
