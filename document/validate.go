package document

import (
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// Codes of the problems that [Document.Validate] reports.
const (
	CodeTitleMissing   problem.Code = "title-missing"       // a document or section without a title: Section{ID: "a"}
	CodeLanguage       problem.Code = "language-form"       // not the form of a BCP 47 tag: Document{Language: "en_GB"}
	CodeReasonUnmarked problem.Code = "reason-unmarked"     // a warning: a reason without a mark, which nobody sees
	CodeAnchorForm     problem.Code = "anchor-form"         // an ID with other characters than an anchor has: "a b"
	CodeAnchorRepeated problem.Code = "anchor-repeated"     // an anchor that two sections, tables, figures or rows have
	CodeReference      problem.Code = "reference-open"      // a reference to an anchor that the document does not have
	CodeAddress        problem.Code = "address-refused"     // a target that writers do not follow: "javascript:alert(1)"
	CodeColumns        problem.Code = "columns-missing"     // a table without columns: Table{}
	CodeWidth          problem.Code = "width-range"         // a column's width below 0 or above 100
	CodeRowRagged      problem.Code = "row-ragged"          // another number of cells than columns, or a heading with cells
	CodeTableNested    problem.Code = "table-nested"        // a table in a cell of another, or a figure, which has one
	CodeValueUnknown   problem.Code = "block-value-unknown" // a style, tone, side or kind of note that is not one of the package's
	CodeToneUnlabelled problem.Code = "tone-unlabelled"     // a warning: a tone without a label: Cell{Tone: Bad}
	CodeBlockUnknown   problem.Code = "block-unknown"       // a nil block, or a type that is not one of the package's
)

// Validate returns what is wrong with d, in reading order. Paths are made of the names of fields in lower camel case,
// such as /sections/0/blocks/2/rows/5. Of a tree that nests too deep to be written it says only that.
func (d Document) Validate() problem.List {
	var l problem.List
	var tree survey
	if tree.sections(d.Sections, 0); tree.deep {
		l.Errorf("", problem.CodeTooDeep, "sections and blocks nest deeper than %d levels", maxDepth)
		return l
	}
	if d.Title == "" {
		l.Errorf("/title", CodeTitleMissing, "the document has no title")
	}
	if d.Language != "" && !isLanguage(d.Language) {
		l.Errorf("/language", CodeLanguage, "%q is not a language tag such as \"en\" or \"pt-BR\"", d.Language)
	}
	if d.Mark == "" && d.MarkReason != "" {
		l.Warnf("/markReason", CodeReasonUnmarked, "there is a reason, but no mark to show it with")
	}
	v := validation{anchors: d.anchors(), seen: map[string]bool{}}
	return append(l, v.sections(d.Sections, "")...)
}

// anchors returns every anchor of d.
func (d Document) anchors() map[string]bool {
	anchors := map[string]bool{}
	add := func(id string) {
		if id != "" {
			anchors[id] = true
		}
	}
	var sections func([]Section, string)
	sections = func(list []Section, above string) {
		for i := range list {
			number := numberOf(above, i)
			add(list[i].anchorAt(number))
			sections(list[i].Sections, number)
		}
	}
	sections(d.Sections, "")
	for b := range d.Blocks() {
		switch b := b.(type) {
		case *Table:
			add(b.ID)
			for i := range b.Rows {
				add(b.Rows[i].ID)
			}
		case *Figure:
			add(b.ID)
		}
	}
	return anchors
}

// A validation walks one document.
type validation struct {
	anchors map[string]bool // all of the document
	seen    map[string]bool // those met so far
	inCell  bool            // inside a cell of a table
}

func (v *validation) sections(sections []Section, above string) problem.List {
	var l problem.List
	for i := range sections {
		s := &sections[i]
		number := numberOf(above, i)
		var own problem.List
		if s.ID != "" {
			own = append(own, v.anchor(s.ID)...)
		} else if anchor := s.anchorAt(number); v.seen[anchor] {
			own.Errorf("/id", CodeAnchorRepeated, "the anchor made from the position, %q, is the id of something before", anchor)
		} else {
			v.seen[anchor] = true
		}
		if s.Title == "" {
			own.Errorf("/title", CodeTitleMissing, "the section has no title")
		}
		own = append(own, v.blocks(s.Blocks, "blocks")...)
		own = append(own, v.sections(s.Sections, number)...)
		l.Append(under(own, "sections", i))
	}
	return l
}

// anchor checks an id that is not empty.
func (v *validation) anchor(id string) problem.List {
	var l problem.List
	if !isAnchor(id) {
		l.Errorf("/id", CodeAnchorForm, "%q is not letters, digits and \"._/-\" beginning with a letter or digit", id)
	}
	if v.seen[id] {
		l.Errorf("/id", CodeAnchorRepeated, "%q is the anchor of something before", id)
	}
	v.seen[id] = true
	return l
}

// text checks the spans of t. Nearly all are plain.
func (v *validation) text(t Text, field string) problem.List {
	var l problem.List
	for i, s := range t {
		if s.Style == "" && s.To == "" {
			continue
		}
		if s.Style != "" && !s.Style.IsValid() {
			l.Errorf(problem.Pointer(field, i, "style"), CodeValueUnknown, "%q is not a style: expected %s", s.Style,
				strings.Join(s.Style.EnumValues(), ", "))
		}
		anchor, isReference := s.anchor()
		switch {
		case s.To == "":
		case isReference && !v.anchors[anchor]:
			l.Errorf(problem.Pointer(field, i, "to"), CodeReference, "nothing in the document has the anchor %q", anchor)
		case !isReference && !isAddress(s.To):
			l.Errorf(problem.Pointer(field, i, "to"), CodeAddress,
				"%q is not an http, https or mailto address, a relative path, or # and an anchor", s.To)
		}
	}
	return l
}

// under is [problem.List.Under] without its cost where nothing is wrong, which is nearly everywhere.
func under(l problem.List, field string, index int) problem.List {
	if len(l) == 0 {
		return nil
	}
	return l.Under(field, index)
}

// isLanguage reports whether tag is made of subtags as BCP 47 has them: 2 to 8 letters, then letters and digits.
func isLanguage(tag string) bool {
	for i, part := range strings.Split(tag, "-") {
		if len(part) < 1 || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for j := range len(part) {
			if c := part[j]; !isAlphanumeric(c) || i == 0 && c <= '9' {
				return false
			}
		}
	}
	return true
}
