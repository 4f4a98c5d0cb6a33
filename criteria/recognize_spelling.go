package criteria

import (
	"fmt"
	"slices"
	"strings"
)

// A spelling is a place in a word that has the shape of a criterion (CC6.1, cc_6_1) or of a series (CC6).
type spelling struct {
	begin, end int    // the tokens it takes up, up to the last number read; end is the first token behind
	letters    string // of the series, in upper case: CC, A, C, PI or P
	series     string // the number of the series, without leading zeros
	number     string // the number within the series, as written; "" if there is none
	separator  string // what stands before number; "" if it was lost, as in cc61
	lower      bool   // the letters are written in lower case
}

func (s spelling) complete() bool { return s.number != "" }

// readSpelling reads the spelling that begins at toks[i]; ok is false if none does.
func readSpelling(toks []token, i int) (s spelling, ok bool) {
	if !toks[i].letters() {
		return s, false
	}
	if i > 0 && toks[i-1].digits() && !(toks[i-1].text == "2" && i > 1 && strings.EqualFold(toks[i-2].text, "soc")) {
		return s, false // in the middle of something: 3C1.1, but not SOC2CC6.1
	}
	s = spelling{begin: i, lower: toks[i].text == strings.ToLower(toks[i].text)}
	letters := strings.ToUpper(toks[i].text)
	i++
	// Some tools put CC in front of every criterion: cc_a_1_2, CCA1.2. CCC1.1 is left alone: it may be a slip for CC1.1.
	if letters == "CC" && separates(toks, i) && toks[i+1].letters() && isAdditional(strings.ToUpper(toks[i+1].text)) {
		letters = strings.ToUpper(toks[i+1].text)
		i += 2
	} else if glued, found := strings.CutPrefix(letters, "CC"); found && glued != "C" && isAdditional(glued) {
		letters = glued
	}
	if letters != "CC" && !isAdditional(letters) {
		return s, false
	}
	s.letters = letters

	spaced := i < len(toks) && separates(toks, i)
	if spaced {
		i++
	}
	if i >= len(toks) || !toks[i].digits() {
		return s, false
	}
	s.series = strings.TrimLeft(toks[i].text, "0")
	i++
	s.end = i
	switch {
	case separates(toks, i) && toks[i+1].digits():
		s.separator, s.number, s.end = toks[i].text, toks[i+1].text, i+2
	case !spaced && len(letters) == 2 && len(s.series) == 2 && s.series[1] != '0' && (i >= len(toks) || !toks[i].letters()):
		// The separator was lost: cc61. Not for A, C and P, since A12 is as well another framework's.
		s.series, s.number = s.series[:1], s.series[1:]
	}
	return s, true
}

func isAdditional(letters string) bool {
	return letters == "A" || letters == "C" || letters == "PI" || letters == "P"
}

// separates reports whether toks[i] is a mark that may stand between the parts of a spelling, with something behind it.
func separates(toks []token, i int) bool {
	return i+1 < len(toks) && strings.Contains("._- ", toks[i].text)
}

// criterion returns the criterion that the complete spelling s names among toks, or the reason why it names none.
func (s spelling) criterion(toks []token) (id ID, reason string) {
	if reason := s.whyMisplaced(toks); reason != "" {
		return "", reason
	}
	row, ok := s.row()
	if !ok {
		return "", s.whyNoSeries()
	}
	number := strings.TrimLeft(s.number, "0")
	if number == "" {
		return "", fmt.Sprintf("the heading of series %s, not a criterion", row.id)
	}
	id = ID(string(row.id) + "." + number)
	padded := number != s.number
	hyphen := s.separator == "-"
	switch {
	case padded || hyphen && !id.IsValid():
		return "", fmt.Sprintf("may be the owner's own control number in series %s", row.id)
	case !id.IsValid():
		return "", fmt.Sprintf("no such criterion: %s ends at %s", row.id, row.criterion(row.count))
	case hyphen && !s.isSlug(toks):
		return "", fmt.Sprintf("either criterion %s or the owner's control %s in series %s", id, number, row.id)
	case strings.EqualFold(s.text(toks), "cc_a_1_1"):
		return "", "contradicts itself: the scanner that writes it gives it the title of A1.2"
	}
	if reason := s.whyBehind(toks, row, int(number[0]-'0')); reason != "" {
		return "", reason
	}
	return id, ""
}

// text returns s as it stands among toks.
func (s spelling) text(toks []token) string {
	var b strings.Builder
	for _, t := range toks[s.begin:s.end] {
		b.WriteString(t.text)
	}
	return b.String()
}

// row returns the series that s is in.
func (s spelling) row() (row seriesRow, ok bool) {
	i := slices.IndexFunc(seriesTable[:], func(r seriesRow) bool { return string(r.id) == s.letters+s.series })
	if i < 0 {
		return seriesRow{}, false
	}
	return seriesTable[i], true
}

// isSlug reports whether s is written as tools write names, in lower case with hyphens: soc2-cc6-1.
func (s spelling) isSlug(toks []token) bool {
	return s.lower && (len(s.letters) == 2 || namesFramework(toks[:s.begin])) &&
		(s.end == len(toks) || !toks[s.end].letters())
}

// whyMisplaced says what in front of s forbids to take it for a criterion; "" if nothing does.
func (s spelling) whyMisplaced(toks []token) string {
	before := toks[:s.begin]
	for i, t := range before {
		if t.text == "*" {
			return "a stray mark stands in front"
		}
		if t.text == "/" { // a path: only its last part counts
			before = toks[i+1 : s.begin]
		}
	}
	named := slices.ContainsFunc(before, func(t token) bool { return t.kind != 'P' })
	if named && s.letters != "CC" && !namesFramework(before) {
		return "what stands in front is no name of SOC 2, so this may be another framework's"
	}
	return ""
}

// namesFramework reports whether toks contain a name by which SOC 2 or its criteria go.
func namesFramework(toks []token) bool {
	return slices.ContainsFunc(toks, func(t token) bool {
		switch strings.ToUpper(t.text) {
		case "SOC", "TSC", "TSP", "AICPA":
			return true
		}
		return false
	})
}

// whyBehind says what behind s, which names criterion number of row, forbids to take it for that criterion alone; "" if
// nothing does.
func (s spelling) whyBehind(toks []token, row seriesRow, number int) string {
	rest := toks[s.end:]
	if len(rest) < 2 || !rest[1].digits() {
		return ""
	}
	mark, next := rest[0].text, rest[1].text
	switch {
	case mark == "." || mark == "_":
		if len(rest) > 3 && (rest[2].text == "." || rest[2].text == "_") && rest[3].digits() {
			return "too many numbers for a criterion or a point of focus"
		}
	case mark == "/":
		return whyJoined(mark)
	case mark == "-":
		// CC1.4-001 is the owner's control under CC1.4, CC6.1-3 may be that or CC6.1 to CC6.3.
		pair := len(rest) > 3 && rest[2].text == "." && rest[3].digits()
		if pair || len(next) == 1 && number < int(next[0]-'0') && int(next[0]-'0') <= row.count {
			return whyJoined(mark)
		}
	case strings.ContainsFunc(mark, isRangeMark):
		return whyJoined(mark)
	}
	return ""
}

// whyIncomplete says why s, which has no number within its series, names no criterion.
func (s spelling) whyIncomplete() string {
	row, ok := s.row()
	if !ok {
		return s.whyNoSeries()
	}
	if row.count == 1 {
		return fmt.Sprintf("a series, not one criterion: its only one is %s", row.criterion(1))
	}
	return fmt.Sprintf("a series, not one criterion: %s to %s", row.criterion(1), row.criterion(row.count))
}

// whyNoSeries says that the series of s does not exist, and which do.
func (s spelling) whyNoSeries() string {
	switch s.letters {
	case "CC":
		return "no such series: the common criteria are CC1 to CC9"
	case "P":
		return "no such series: privacy has P1 to P8"
	}
	return fmt.Sprintf("no such series: the only one is %s1", s.letters)
}
