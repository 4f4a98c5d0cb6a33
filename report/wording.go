package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// slotNames are the slots that wording can use, without {except-for}, which only opinions have.
var slotNames = []string{"organization", "system", "auditor", "time", "date", "period", "categories", "criteria", "description-criteria", "cuec", "csoc", "others", "except-for"}

// slots returns what fills each slot, as pairs of slot and filling. What the record does not say stands in brackets, so
// that nobody overlooks it.
func (a *assembly) slots() []string {
	p := a.e.Program
	var pairs []string
	name := func(slot, text, absent string) {
		text = orBracket(text, absent)
		// A name that ends with a full stop, such as "Acme, Inc.", ends its sentence as well.
		pairs = append(pairs, slot+".", strings.TrimSuffix(text, ".")+".", slot, text)
	}
	name("{organization}", p.Parties.ServiceOrganization.Name, "service organization not named")
	name("{system}", p.System.Name, "system not named")
	name("{auditor}", p.Parties.ServiceAuditor.Name, "service auditor not named")
	others := a.others()
	return append(pairs,
		"{time}", a.when(),
		"{date}", a.spanWords(),
		"{period}", a.spanWords(),
		"{categories}", categoryWords(p.Terms.Categories),
		"{criteria}", editionWords(string(p.Editions.Criteria), p.Editions.Criteria.Title()),
		"{description-criteria}", editionWords(string(p.Editions.DescriptionCriteria), p.Editions.DescriptionCriteria.Title()),
		"{cuec}", together(others, "user entities"),
		"{csoc}", together(others, "subservice organizations"),
		"{others}", together(others, others...),
	)
}

// others names those whose controls are assumed.
func (a *assembly) others() []string {
	var names []string
	if len(a.userControls) > 0 {
		names = append(names, "user entities")
	}
	if a.assumesSubservice() {
		names = append(names, "subservice organizations")
	}
	return names
}

// together returns the clause on controls assumed of those of wanted who are among others; "" if none is.
func together(others []string, wanted ...string) string {
	wanted = slices.DeleteFunc(slices.Clone(wanted), func(name string) bool { return !slices.Contains(others, name) })
	if len(wanted) == 0 {
		return ""
	}
	return " together with the controls assumed of " + enumerate(wanted)
}

// fill fills the slots of paragraphs; {except-for} stands for nothing.
func (a *assembly) fill(paragraphs ...string) []string { return a.fillExcept("", paragraphs...) }

// fillExcept fills the slots of paragraphs, with except for {except-for}.
func (a *assembly) fillExcept(except string, paragraphs ...string) []string {
	r := strings.NewReplacer(append(slices.Clone(a.filling), "{except-for}", except)...)
	filled := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		filled[i] = r.Replace(p)
	}
	return filled
}

// unknownSlots returns the slots in paragraphs that the library does not know, in order of appearance.
func unknownSlots(paragraphs []string) []string {
	var unknown []string
	for _, p := range paragraphs {
		for {
			_, after, ok := strings.Cut(p, "{")
			if !ok {
				break
			}
			name, rest, ok := strings.Cut(after, "}")
			if !ok {
				break
			}
			p = rest
			if !strings.ContainsAny(name, " {\n") && !slices.Contains(slotNames, name) {
				unknown = append(unknown, "{"+name+"}")
			}
		}
	}
	return unknown
}

func orBracket(text, absent string) string {
	if strings.TrimSpace(text) == "" {
		return "[" + absent + "]"
	}
	return text
}

func editionWords(id, title string) string {
	if title != "" {
		return title
	}
	return orBracket(id, "edition not stated")
}

// longDate spells a day for prose: "30 June 2026".
func longDate(d calendar.Date) string {
	if !d.IsValid() {
		return orBracket(string(d), "date not stated")
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month(), d.Year())
}

func longPeriod(p calendar.Period) string {
	if p.From == p.To {
		return longDate(p.From)
	}
	return longDate(p.From) + " to " + longDate(p.To)
}

// spanWords spells the time of the report: a day or a period.
func (a *assembly) spanWords() string {
	if a.kind == Type1 {
		return longDate(a.span.From)
	}
	if a.span.IsZero() {
		return "[period not stated]"
	}
	return longPeriod(a.span)
}

// when spells the time of the report with its preposition.
func (a *assembly) when() string {
	if a.kind == Type1 {
		return "on " + a.spanWords()
	}
	return "from " + a.spanWords()
}

func categoryWords(cats []criteria.Category) string {
	var titles []string
	for _, c := range orderedCategories(cats) {
		titles = append(titles, strings.ToLower(c.Title()))
	}
	return orBracket(enumerate(titles), "no category stated")
}

// orderedCategories returns the valid categories of cats in published order, each once.
func orderedCategories(cats []criteria.Category) []criteria.Category {
	ordered := []criteria.Category{}
	for _, c := range criteria.Categories() {
		if slices.Contains(cats, c) {
			ordered = append(ordered, c)
		}
	}
	return ordered
}

// enumerate joins words as prose does: "a, b and c".
func enumerate(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

func subserviceNames(list []scope.SubserviceOrganization) string {
	var names []string
	for _, s := range list {
		names = append(names, orBracket(s.Name, "subservice organization not named"))
	}
	return enumerate(names)
}

// subjectNoun names a subject in a sentence.
func subjectNoun(s Subject) string {
	switch s {
	case Description:
		return "the description"
	case Design:
		return "the design of the controls"
	}
	return "the operation of the controls"
}
