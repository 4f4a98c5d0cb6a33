package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A declaration says in the changelog that a symbol changed incompatibly.
type declaration struct {
	symbol string
	line   int
}

var entry = regexp.MustCompile("^(`[^`]+`(?:, `[^`]+`)*): [^ ]")

// declarations returns what the changelog declares under "### Incompatible" above the section of a release; without a
// release, everywhere. All malformed entries are reported at once.
func declarations(changelog, release string) ([]declaration, error) {
	d := declarer{seen: map[string]int{}}
	within, reached := false, release == ""
	for i, line := range strings.Split(changelog, "\n") {
		text := strings.TrimSpace(line)
		bullet := strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ")
		if bullet || text == "" || strings.HasPrefix(line, "#") {
			d.finish()
		}
		switch {
		case strings.HasPrefix(line, "## "):
			within = false
			reached = reached || isSection(text, release)
		case strings.HasPrefix(line, "### "):
			within = text == "### Incompatible"
		case within && bullet:
			d.text, d.line = strings.TrimSpace(text[2:]), i+1
		case within && text != "" && d.text != "":
			d.text += " " + text
		case within && text != "" && !strings.HasPrefix(line, " "):
			d.errors = append(d.errors, fmt.Errorf("line %d: a list entry expected", i+1))
		}
		if reached && release != "" {
			break
		}
	}
	d.finish()
	if !reached {
		d.errors = append(d.errors, fmt.Errorf("no section of %s", release))
	}
	return d.declarations, errors.Join(d.errors...)
}

// isSection reports whether a heading opens the section of a release: "## v1.2.0" or "## [1.2.0] - 2027-01-31".
func isSection(heading, release string) bool {
	words := strings.FieldsFunc(heading, func(r rune) bool { return strings.ContainsRune("#[]() \t", r) })
	return len(words) > 0 && strings.TrimPrefix(words[0], "v") == strings.TrimPrefix(release, "v")
}

// A declarer reads entries.
type declarer struct {
	declarations []declaration
	errors       []error
	seen         map[string]int // the line that declares a symbol
	text         string         // the entry that is being read, without its bullet
	line         int
}

func (d *declarer) finish() {
	if d.text == "" {
		return
	}
	match := entry.FindStringSubmatch(d.text)
	if match == nil {
		d.errors = append(d.errors, fmt.Errorf("line %d: symbols in backticks, a colon and what to do expected, such as "+
			"* `control.Control.Since`: now `From`", d.line))
	} else {
		for symbol := range strings.SplitSeq(match[1], ", ") {
			symbol = strings.Trim(symbol, "`")
			if first, twice := d.seen[symbol]; twice {
				d.errors = append(d.errors, fmt.Errorf("line %d: %s is already declared in line %d", d.line, symbol, first))
				continue
			}
			d.seen[symbol] = d.line
			d.declarations = append(d.declarations, declaration{symbol, d.line})
		}
	}
	d.text = ""
}

// judge returns the changes that no declaration names and the declarations that name no change.
func judge(changes []change, declared []declaration) (undeclared []change, stale []declaration) {
	for _, c := range changes {
		if !slices.ContainsFunc(declared, func(d declaration) bool { return d.symbol == c.symbol }) {
			undeclared = append(undeclared, c)
		}
	}
	for _, d := range declared {
		if !slices.ContainsFunc(changes, func(c change) bool { return c.symbol == d.symbol }) {
			stale = append(stale, d)
		}
	}
	return undeclared, stale
}
