package report

import (
	"cmp"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
)

// Blocks returns d as a document for writers: a title page, for a draft a section of what it rests on and what it lacks,
// then the sections in their order. The document bears the mark DRAFT wherever d is one. It depends on d alone.
//
// Anchors are stable: the kind of a section ("tests-results"), "element/" and an element, "DC4", a criterion ("CC6.1"),
// "control/" and a control in the description, and "CC6.1/AC-07" for a control under a criterion.
func (d Deliverable) Blocks() document.Document {
	b := newBlockBuilder(d)
	doc := document.Document{
		Title: cmp.Or(d.Title, "SOC 2 report"), Subtitle: d.ServiceOrganization.Name, Language: "en", Facts: b.facts(),
	}
	if d.Draft {
		doc.Mark, doc.MarkReason = "DRAFT", d.DraftReason
		doc.Sections = append(doc.Sections, b.draft())
	}
	for _, s := range d.Sections {
		doc.Sections = append(doc.Sections, b.section(s))
	}
	return doc
}

// A blockBuilder turns one deliverable into blocks. It knows which anchors there are, so that nothing leads nowhere.
type blockBuilder struct {
	d        Deliverable
	criteria map[criteria.ID]bool
	controls map[control.ID]bool
}

func newBlockBuilder(d Deliverable) *blockBuilder {
	b := &blockBuilder{d: d, criteria: make(map[criteria.ID]bool), controls: make(map[control.ID]bool)}
	for _, s := range d.Sections {
		for _, entry := range s.Criteria {
			b.criteria[entry.ID] = true
		}
		if s.Description != nil {
			for _, ctl := range s.Description.Controls {
				b.controls[ctl.ID] = true
			}
		}
	}
	return b
}

func (b *blockBuilder) facts() []document.Fact {
	var facts []document.Fact
	add := func(name, value string) {
		if strings.TrimSpace(value) != "" {
			facts = append(facts, document.Fact{Name: name, Value: value})
		}
	}
	d := b.d
	add("Service organization", joinNonEmpty(", ", d.ServiceOrganization.Name, d.ServiceOrganization.Address))
	add("System", d.System)
	add("Report", "SOC 2 "+kindWords(d.Report))
	switch span := d.Span(); {
	case d.Report == Type1:
		add("As of", longDate(d.AsOf))
	case span.IsZero():
		add("Period", "[period not stated]")
	default:
		add("Period", longPeriod(span))
	}
	add("Categories", capitalized(categoryWords(d.Categories)))
	add("Criteria", editionWords(string(d.Editions.Criteria), d.Editions.Criteria.Title()))
	add("Description criteria", editionWords(string(d.Editions.DescriptionCriteria), d.Editions.DescriptionCriteria.Title()))
	add("Attestation standards", d.Editions.AttestationStandards)
	add("Service auditor", joinNonEmpty(", ", d.Auditor.Name, d.Auditor.City, d.Auditor.State))
	add("Addressed to", d.Addressee)
	return facts
}

// sectionNumber returns the usual number of a section. It is convention: sections are found by kind.
func sectionNumber(kind SectionKind) string {
	switch kind {
	case AuditorReport:
		return "I"
	case ManagementAssertion:
		return "II"
	case SystemDescription:
		return "III"
	case TestsAndResults, ControlListing:
		return "IV"
	case FurtherInformation:
		return "V"
	}
	return ""
}

func (b *blockBuilder) section(s Section) document.Section {
	title := cmp.Or(s.Title, sectionTitle(s.Kind))
	if n := sectionNumber(s.Kind); n != "" {
		title = "Section " + n + ". " + title
	}
	out := document.Section{ID: string(s.Kind), Kind: string(s.Kind), Title: title}
	if len(s.Elements) > 0 {
		b.elements(&out, s)
	}
	if s.Description != nil {
		b.description(&out, *s.Description)
	}
	if len(s.Criteria) > 0 || len(s.OtherDeviations) > 0 {
		b.results(&out, s)
	}
	if len(s.OtherInformation) > 0 {
		b.otherInformation(&out, s)
	}
	return out
}

func (b *blockBuilder) otherInformation(out *document.Section, s Section) {
	out.Blocks = append(out.Blocks, &document.Note{Kind: document.Info, Title: "Not examined", Blocks: []document.Block{
		para("Management wrote this section. The service auditor did not examine it, and no opinion covers it."),
	}})
	for _, part := range s.OtherInformation {
		out.Sections = append(out.Sections, document.Section{
			ID: "information/" + part.ID, Title: cmp.Or(part.Title, part.ID, "[no title]"), Blocks: paragraphs(part.Paragraphs),
		})
	}
}

func para(words string) *document.Paragraph { return &document.Paragraph{Text: document.Plain(words)} }

// paragraphs returns a block for each paragraph; blank lines in one separate further paragraphs.
func paragraphs(texts []string) []document.Block {
	var blocks []document.Block
	for _, t := range texts {
		blocks = append(blocks, document.Paragraphs(t)...)
	}
	return blocks
}

// bullets returns a list with one item for each text; nil for none.
func bullets(texts []string) []document.Block {
	if len(texts) == 0 {
		return nil
	}
	list := &document.List{}
	for _, t := range texts {
		list.Items = append(list.Items, []document.Block{para(t)})
	}
	return []document.Block{list}
}

// criterion names a criterion and leads to it, where the document has it.
func (b *blockBuilder) criterion(id criteria.ID) document.Span {
	if b.criteria[id] {
		return document.Span{Words: string(id), To: "#" + string(id)}
	}
	return document.Span{Words: string(id)}
}

// control names a control and leads to its text in the description, where the document has it.
func (b *blockBuilder) control(id control.ID) document.Span {
	if b.controls[id] {
		return document.Span{Words: string(id), To: "#control/" + string(id)}
	}
	return document.Span{Words: string(id)}
}

// joined puts commas between spans.
func joined[T any](list []T, span func(T) document.Span) document.Text {
	var t document.Text
	for i, x := range list {
		if i > 0 {
			t = append(t, document.Span{Words: ", "})
		}
		t = append(t, span(x))
	}
	return t
}

func plain(words string) document.Cell { return document.Cell{Text: document.Plain(words)} }

func joinNonEmpty(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

// capitalized returns words with a capital letter where it begins with a small one of ASCII.
func capitalized(words string) string {
	if words == "" || words[0] < 'a' || words[0] > 'z' {
		return words
	}
	return string(words[0]-'a'+'A') + words[1:]
}
