package document_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// minimal returns a document without mark, facts and contents.
func minimal() document.Document {
	return document.Document{Title: "Bridge letter", Language: "de", Sections: []document.Section{
		{ID: "letter", Title: "To whom it may concern", Blocks: document.Paragraphs("Nothing changed.\n\nM. Okafor\nHamburg, 2027-02-01")},
	}}
}

// hostile returns a document whose texts try to be something else.
func hostile() document.Document {
	words := []string{
		"<script>alert(1)</script>", `" onmouseover="alert(1)`, "' style='x", "<!-- -->", "&amp; &#60;b&#62;", "]]>",
		"a | b", `a \| b`, "`code` **strong** _a_ ~~b~~", "![picture](https://example.com/a.png)", "<javascript:alert(1)>",
		"# heading", "- item", "1. item", "> quote", "    code", "line\n\nline\r\n- line", "$x$ #1 [^1]: x",
		"left \u202Eright", "\u2066isolate", "nul \x00 escape \x1b[31m bell \a", "not UTF-8: \xff\xfe\xc3", "tab\tkept",
	}
	targets := []string{"javascript:alert(1)", " javascript:alert(1)", "JaVa\nScript:alert(1)", "data:text/html,<b>", "//example.com/",
		`\\example.com`, "vbscript:x", "https://example.com/a(b)|c\"d'e&copy=1", "a b", "x/y?z=javascript:1"}
	doc := document.Document{
		Title: "Texts that try to be something else <b>", Mark: "DRAFT", MarkReason: "<i>reason</i>",
		Facts: []document.Fact{{Name: "<dt>", Value: "</dd>"}},
	}
	table := &document.Table{ID: `t" id="u`, Caption: "<caption>", Columns: []document.Column{
		{Title: `<th> | "x"`, Header: true}, {Title: "b\nc"}, {Title: "third"},
	}}
	text := document.Section{ID: "words", Kind: `k" x="y`, Title: "Words #"}
	for _, w := range words {
		text.Blocks = append(text.Blocks, &document.Paragraph{Text: document.Plain(w)})
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Text: document.Plain(w)}, {Label: w, Tone: "good\" x=\""},
			{Text: document.Text{{Words: w, Style: document.Code}, {Words: w, Style: document.Strong}, {Words: w, Style: "<b>"}}},
		}})
	}
	list := &document.List{}
	for _, to := range targets {
		list.Items = append(list.Items, []document.Block{&document.Paragraph{Text: document.Text{{Words: "here", To: to}, {Words: " "}, {To: to}}}})
	}
	table.Rows = append(table.Rows, document.Row{}, document.Row{Cells: make([]document.Cell, 5)})
	doc.Sections = []document.Section{
		text, {ID: "targets", Title: "Targets", Blocks: []document.Block{list}}, {Title: "Cells", Blocks: []document.Block{table}},
	}
	return doc
}

func TestGolden(t *testing.T) {
	rendered := map[string][]byte{}
	for name, doc := range map[string]document.Document{"sample": sample(), "minimal": minimal(), "hostile": hostile()} {
		rendered[name+".html"] = html(t, doc)
		rendered[name+".md"] = markdown(t, doc)
	}
	for name, f := range map[string]*document.Figure{
		"curve": curveFigure(), "intervals": intervalFigure(), "series": seriesFigure(), "hostile": plot("<script>\u202E & \"x\"", nil),
	} {
		rendered["figure-"+name+".svg"] = svg(t, f)
	}
	if *update {
		for name, content := range rendered {
			require.NoError(t, os.WriteFile(filepath.Join("testdata", name), content, 0o644))
		}
	}
	var files []string
	for _, pattern := range []string{"testdata/*.html", "testdata/*.md", "testdata/*.svg"} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, found, "no file matches %s", pattern)
		files = append(files, found...)
	}
	require.Len(t, files, len(rendered), "testdata holds a file that nothing renders, or lacks one")
	for _, file := range files {
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		got, ok := rendered[filepath.Base(file)]
		require.True(t, ok, "nothing renders %s", file)
		require.True(t, bytes.Equal(want, got), "%s differs; if that is meant: go test -update, and read the difference", file)
	}
}

func html(t testing.TB, doc document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, document.WriteHTML(&b, doc, nil))
	return b.Bytes()
}

func markdown(t testing.TB, doc document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, document.WriteMarkdown(&b, doc, nil))
	return b.Bytes()
}

func svg(t testing.TB, f *document.Figure) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, document.WriteSVG(&b, *f, nil))
	return b.Bytes()
}
