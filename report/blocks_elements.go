package report

import (
	"cmp"
	"slices"

	"github.com/soc2kit/soc2/document"
)

// opens reports whether an element stands before the first heading.
func opens(id string) bool { return id == "title-independent" || id == "addressee" }

// closes reports whether an element stands with others of its kind at the end.
func closes(id string) bool {
	switch id {
	case "signature", "location", "date", "assertion-signature", "assertion-date":
		return true
	}
	return false
}

// elements adds the elements of the auditor's report or of the assertion. Those that are not needed are left out; those
// that are missing are shown as such.
func (b *blockBuilder) elements(out *document.Section, s Section) {
	if i := slices.IndexFunc(s.Elements, func(e Element) bool { return e.State == ElementProposed }); i >= 0 {
		out.Blocks = append(out.Blocks, &document.Note{Kind: document.Missing, Title: "Not given", Blocks: []document.Block{
			para(capitalized(s.Elements[i].Why) + "."),
		}})
	}
	var end []document.Block
	for _, e := range s.Elements {
		switch {
		case e.State == ElementNotNeeded:
		case opens(e.ID):
			out.Blocks = append(out.Blocks, b.element(e)...)
		case closes(e.ID):
			end = append(end, b.element(e)...)
		default:
			out.Sections = append(out.Sections, document.Section{
				ID: "element/" + e.ID, Kind: e.ID, Title: cmp.Or(e.Title, e.ID, "[no title]"), Blocks: b.element(e),
			})
		}
	}
	if len(end) > 0 {
		out.Sections = append(out.Sections, document.Section{ID: string(s.Kind) + "/signature", Title: "Signature, place and date", Blocks: end})
	}
}

func (b *blockBuilder) element(e Element) []document.Block {
	words := paragraphs(e.Paragraphs)
	if e.State == ElementPresent || e.State == ElementProposed {
		return words
	}
	if len(words) == 0 {
		words = []document.Block{para(capitalized(orBracket(e.Why, "no reason stated")) + ".")}
	}
	return []document.Block{&document.Note{Kind: document.Missing, Title: "Missing: " + e.Title, Blocks: words}}
}
