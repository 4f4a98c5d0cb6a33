package document_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/problem"
)

// in returns a sound document with blocks in it.
func in(blocks ...document.Block) document.Document {
	return document.Document{Title: "x", Sections: []document.Section{{ID: "x", Title: "x", Blocks: blocks}}}
}

func span(s document.Span) document.Document {
	return in(&document.Paragraph{Text: document.Text{s}})
}

func table(cells ...document.Cell) *document.Table {
	return &document.Table{Columns: []document.Column{{Title: "x"}}, Rows: []document.Row{{Cells: cells}}}
}

// embedded satisfies Block by embedding one, which the compiler allows.
type embedded struct{ *document.Paragraph }

func TestSoundDocuments(t *testing.T) {
	for name, doc := range map[string]document.Document{"sample": sample(), "minimal": minimal()} {
		require.Empty(t, doc.Validate(), name)
	}
}

func TestValidate(t *testing.T) {
	within := []document.Block{&document.Note{Kind: document.Info}}
	within[0].(*document.Note).Blocks = within
	for _, c := range []struct {
		name string
		doc  document.Document
		path string
		code problem.Code
	}{
		{"nothing at all", document.Document{}, "/title", document.CodeTitleMissing},
		{"section without a title", document.Document{Title: "x", Sections: []document.Section{{ID: "a"}}}, "/sections/0/title", document.CodeTitleMissing},
		{"language of another form", document.Document{Title: "x", Language: "en_GB"}, "/language", document.CodeLanguage},
		{"language of digits", document.Document{Title: "x", Language: "42"}, "/language", document.CodeLanguage},
		{"reason without a mark", document.Document{Title: "x", MarkReason: "x"}, "/markReason", document.CodeReasonUnmarked},
		{"anchor with a space", document.Document{Title: "x", Sections: []document.Section{{ID: "a b", Title: "x"}}}, "/sections/0/id", document.CodeAnchorForm},
		{"anchor like that of the text", document.Document{Title: "x", Sections: []document.Section{{ID: "_text", Title: "x"}}}, "/sections/0/id", document.CodeAnchorForm},
		{"anchor of two sections", document.Document{Title: "x", Sections: []document.Section{{ID: "a", Title: "x", Sections: []document.Section{{ID: "a", Title: "x"}}}}}, "/sections/0/sections/0/id", document.CodeAnchorRepeated},
		{"anchor of a section and a table", in(&document.Table{ID: "x", Columns: []document.Column{{}}}), "/sections/0/blocks/0/id", document.CodeAnchorRepeated},
		{"anchor of a section and a row", in(&document.Table{Columns: []document.Column{{}}, Rows: []document.Row{{ID: "x", Cells: make([]document.Cell, 1)}}}), "/sections/0/blocks/0/rows/0/id", document.CodeAnchorRepeated},
		{"anchor that a position makes", document.Document{Title: "x", Sections: []document.Section{{ID: "section-2", Title: "x"}, {Title: "x"}}}, "/sections/1/id", document.CodeAnchorRepeated},
		{"reference to nothing", span(document.Span{To: "#y"}), "/sections/0/blocks/0/text/0/to", document.CodeReference},
		{"reference without a name", span(document.Span{To: "#"}), "/sections/0/blocks/0/text/0/to", document.CodeReference},
		{"script for a target", span(document.Span{To: "javascript:alert(1)"}), "/sections/0/blocks/0/text/0/to", document.CodeAddress},
		{"another host under any scheme", span(document.Span{To: "//example.com"}), "/sections/0/blocks/0/text/0/to", document.CodeAddress},
		{"unknown style", span(document.Span{Style: "bold"}), "/sections/0/blocks/0/text/0/style", document.CodeValueUnknown},
		{"unknown kind of note", in(&document.Note{}), "/sections/0/blocks/0/kind", document.CodeValueUnknown},
		{"unknown side", in(&document.Table{Columns: []document.Column{{Align: "left"}}}), "/sections/0/blocks/0/columns/0/align", document.CodeValueUnknown},
		{"width above all", in(&document.Table{Columns: []document.Column{{Width: 101}}}), "/sections/0/blocks/0/columns/0/width", document.CodeWidth},
		{"unknown tone", in(table(document.Cell{Tone: "red", Label: "x"})), "/sections/0/blocks/0/rows/0/cells/0/tone", document.CodeValueUnknown},
		{"tone without words", in(table(document.Cell{Tone: document.Bad})), "/sections/0/blocks/0/rows/0/cells/0/label", document.CodeToneUnlabelled},
		{"no columns", in(&document.Table{}), "/sections/0/blocks/0/columns", document.CodeColumns},
		{"a cell too few", in(table()), "/sections/0/blocks/0/rows/0/cells", document.CodeRowRagged},
		{"a cell too many", in(table(document.Cell{}, document.Cell{})), "/sections/0/blocks/0/rows/0/cells", document.CodeRowRagged},
		{"heading with a cell", in(&document.Table{Columns: []document.Column{{}}, Rows: []document.Row{{Heading: document.Plain("x"), Cells: make([]document.Cell, 1)}}}), "/sections/0/blocks/0/rows/0/cells", document.CodeRowRagged},
		{"table in a table", in(table(document.Cell{Blocks: []document.Block{table(document.Cell{})}})), "/sections/0/blocks/0/rows/0/cells/0/blocks/0", document.CodeTableNested},
		{"nil", in(nil), "/sections/0/blocks/0", document.CodeBlockUnknown},
		{"nil of a type", in(&document.List{Items: [][]document.Block{{(*document.Quote)(nil)}}}), "/sections/0/blocks/0/items/0/0", document.CodeBlockUnknown},
		{"type of another package", in(embedded{}), "/sections/0/blocks/0", document.CodeBlockUnknown},
		{"definition without a meaning to follow", in(&document.Definitions{Items: []document.Definition{{Term: document.Text{{To: "#y"}}}}}), "/sections/0/blocks/0/items/0/term/0/to", document.CodeReference},
		{"source of a quote", in(&document.Quote{Source: document.Text{{To: "#y"}}}), "/sections/0/blocks/0/source/0/to", document.CodeReference},
		{"heading of rows", in(&document.Table{Columns: []document.Column{{}}, Rows: []document.Row{{Heading: document.Text{{To: "#y"}}}}}), "/sections/0/blocks/0/rows/0/heading/0/to", document.CodeReference},
		{"note inside itself", in(within...), "", problem.CodeTooDeep},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := c.doc.Validate()
			require.Len(t, l, 1, "%v", l)
			require.Equal(t, c.path, l[0].Path)
			require.Equal(t, c.code, l[0].Code)
			require.NotEmpty(t, l[0].Message)
		})
	}
}

func TestAddresses(t *testing.T) {
	for to, follow := range map[string]bool{
		"https://example.com": true, "HTTP://example.com/a:b": true, "mailto:a@example.com": true, "a/b.html": true,
		"/a": true, "?a=b:c": true, "a/b:c": true, "a#b": true, "./a:b": true,
		"": true, // leads nowhere on purpose

		"javascript:alert(1)": false, "JavaScript:x": false, " javascript:x": false, "java\nscript:x": false,
		"\tjavascript:x": false, "data:text/html,x": false, "vbscript:x": false, "file:///etc/passwd": false,
		"//example.com": false, `\\example.com`: false, "https:": false, "https://": false, "http:x": false, "mailto:": false,
		"a b": false, "a:b": false, ":": false, "\u202Ehttps://x": false, "https://x/\u2066": false, "x\x00": false, "\xff": false,
	} {
		l := span(document.Span{Words: "x", To: to}).Validate()
		require.Equal(t, follow, len(l) == 0, "%q: %v", to, l)
		page := tokenize(t, string(html(t, span(document.Span{Words: "shown", To: to}))))
		require.Equal(t, follow && to != "", len(page.values["href"]) == 2, "%q", to) // one is that of the skip link
		require.Contains(t, page.text, "shown")
	}
}
