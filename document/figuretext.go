package document

import (
	"strings"
	"unicode/utf8"
)

// svgVisible makes of a text one line in which every character can be seen, so that it can be measured and cut. What it
// gives is escaped when it is written.
var svgVisible = escaper{low: controls | 1<<'\t', high: del, spell: func(string, int) string { return " " }, breakLine: " "}

// advance returns how wide r is set, in hundredths of the size of the letters: rather more than the sans serif faces that
// browsers take, since a label that is too short is better than one that runs into another.
func advance(r rune) int {
	switch {
	case r >= 0x1100 && !(r >= 0x2000 && r <= 0x2bff): // scripts as wide as high, and symbols, roughly
		return 105
	case strings.ContainsRune("iljI.,:;'|!()[]t f\u00a0", r):
		return 36
	case strings.ContainsRune("mwMW@%—", r):
		return 95
	case r >= 'A' && r <= 'Z':
		return 72
	}
	return 59
}

// measure returns how wide s is set at the given size, in pixels.
func measure(s string, size int) int {
	sum := 0
	for _, r := range s {
		sum += advance(r)
	}
	return (sum*size + 99) / 100
}

// strongly is the size at which letters of the given size are as wide as when they are set strongly.
func strongly(size int) int { return size*9/8 + 1 }

// wrap breaks s into lines no wider than room pixels, at most so many; what is left over is cut and shown as an ellipsis.
// Words that are too long for a line are broken. The cost does not grow with what is cut.
func wrap(s string, size, room, most int) []string {
	// No letter is narrower than a quarter of its size, so this holds all that can be shown.
	if limit := 4 * (room*most/size + 4) * utf8.UTFMax; len(s) > limit {
		s = s[:limit]
		for len(s) > 0 && !utf8.RuneStart(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		s = s[:max(0, len(s)-1)] + " …" // without the beginning of a character
	}
	words := strings.FieldsFunc(svgVisible.string(s), func(r rune) bool { return r == ' ' })
	var lines []string
	line := ""
	for len(words) > 0 {
		longer := words[0]
		if line != "" {
			longer = line + " " + words[0]
		}
		switch {
		case measure(longer, size) <= room:
			line = longer
			words = words[1:]
			continue
		case line == "": // a word too long for any line
			line, words[0] = cut(words[0], size, room)
		}
		lines = append(lines, line)
		line = ""
		if len(lines) == most {
			short, _ := cut(lines[most-1], size, room-size)
			lines[most-1] = strings.TrimRight(short, " …") + "…"
			return lines
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// cut returns the beginning of s that is no wider than room, at least one character, and the rest.
func cut(s string, size, room int) (string, string) {
	sum := 0
	for i, r := range s {
		sum += advance(r)
		if i > 0 && sum*size > room*100 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// widest returns the width of the widest of lines.
func widest(lines []string, size int) int {
	most := 0
	for _, line := range lines {
		most = max(most, measure(line, size))
	}
	return most
}
