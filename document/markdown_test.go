package document_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
)

// splitRow splits a line of a pipe table as GitHub does: at each "|" that no backslash escapes, even inside code.
func splitRow(line string) []string {
	var cells []string
	var cell strings.Builder
	for i := 0; i < len(line); i++ {
		switch {
		case line[i] == '\\' && i+1 < len(line):
			cell.WriteString(line[i : i+2])
			i++
		case line[i] == '|':
			cells = append(cells, cell.String())
			cell.Reset()
		default:
			cell.WriteByte(line[i])
		}
	}
	return append(cells, cell.String())
}

// requireEvenRows demands that the lines of each table have equally many cells, and returns all of them.
func requireEvenRows(t testing.TB, content string) [][]string {
	t.Helper()
	var rows [][]string
	columns := 0
	for line := range strings.Lines(content) {
		if !strings.HasPrefix(line, "|") {
			columns = 0
			continue
		}
		row := splitRow(strings.TrimSuffix(line, "\n"))
		require.Empty(t, row[0])
		require.Empty(t, row[len(row)-1], "text after the last column")
		if columns == 0 {
			columns = len(row)
		}
		require.Len(t, row, columns, "line %q", line)
		rows = append(rows, row[1:len(row)-1])
	}
	return rows
}

// unescape is the literal reading of text in Markdown: <br>, character references and backslashes.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		from := i
		for _, r := range []struct{ written, meant string }{
			{"<br>", "\n"}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
		} {
			if strings.HasPrefix(s[i:], r.written) {
				b.WriteString(r.meant)
				i += len(r.written)
				break
			}
		}
		switch {
		case i > from:
		case s[i] == '\\' && i+1 < len(s):
			b.WriteByte(s[i+1])
			i += 2
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// ownTag matches what follows "<" in the Markdown that the package writes.
var ownTag = regexp.MustCompile(`^(?:(?:/?(?:strong|em|code)|br|a id="[A-Za-z0-9._/%-]*"|/a)>|!-- -->)`)

func FuzzMarkdownCell(f *testing.F) {
	for _, s := range texts {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, s, to string) {
		doc := document.Document{Title: "x", Sections: []document.Section{{ID: "x", Title: "x", Blocks: []document.Block{
			&document.Table{Columns: []document.Column{{Title: s}, {Title: "fixed"}}, Rows: []document.Row{
				{Cells: []document.Cell{{Text: document.Plain(s)}, {Text: document.Plain("x")}}},
			}},
		}}}}
		rows := requireEvenRows(t, string(markdown(t, doc)))
		require.Len(t, rows, 3)
		for _, i := range []int{0, 2} {
			cell := strings.TrimSuffix(strings.TrimPrefix(rows[i][0], " "), " ")
			require.Equal(t, visible(s), unescape(cell))
			require.NotContains(t, strings.ReplaceAll(cell, "<br>", ""), "<")
		}

		everything := string(markdown(t, fill(s, to)))
		requireEvenRows(t, everything)
		require.Equal(t, strings.ReplaceAll(visible(everything), "\t", ""), strings.ReplaceAll(everything, "\t", ""))
		for _, tag := range strings.Split(everything, "<")[1:] {
			require.True(t, ownTag.MatchString(tag), "<%s", tag)
		}
	})
}

func TestMarkdownLines(t *testing.T) {
	for _, c := range []struct {
		name string
		text document.Text
		want string
	}{
		{"list", document.Plain("- x"), `\- x`},
		{"numbered list", document.Plain("12. x"), `12\. x`},
		{"numbered list in two spans", document.Text{{Words: " 1"}, {Words: "2"}, {Words: ") x"}}, `12\) x`},
		{"number", document.Plain("12 x."), `12 x.`},
		{"decimal", document.Plain("1.5 x"), `1\.5 x`},
		{"underline", document.Plain("==="), `\===`},
		{"indented code", document.Plain("\t    x"), `x`},
		{"list after a break", document.Plain("x\n- y"), `x<br>- y`},
		{"heading", document.Plain("# x"), `\# x`},
		{"underscore in a name", document.Plain("a_b _c_"), `a_b \_c\_`},
		{"image of the link after it", document.Text{{Words: "x!"}, {Words: "y", To: "z"}}, `x\![y](z)`},
		{"strong", document.Text{{Words: "x", Style: document.Strong}}, `**x**`},
		{"strong that asterisks cannot make", document.Text{{Words: "x:", Style: document.Strong}, {Words: "y"}}, `<strong>x:</strong>y`},
		{"strong beside emphasis", document.Text{{Words: "x", Style: document.Strong}, {Words: "y", Style: document.Emphasis}}, `**x**<em>y</em>`},
		{"strong after an empty span", document.Text{{Words: "x", Style: document.Strong}, {}, {Words: "y", Style: document.Strong}}, `**x**<strong>y</strong>`},
		{"code", document.Text{{Words: "a_b[0]", Style: document.Code}}, "`a_b[0]`"},
		{"code that backquotes cannot make", document.Text{{Words: "a|`b`", Style: document.Code}}, "<code>a\\|\\`b\\`</code>"},
		{"address", document.Text{{Words: "x", To: "https://a/(b)|c d"}}, `x (https://a/(b)\|c d)`},
		{"address with signs", document.Text{{Words: "x", To: "https://a/(b)|c&copy"}}, `[x](https://a/%28b%29%7Cc&amp;copy)`},
		{"reference", document.Text{{To: "#CC6.1"}}, `[CC6.1](#CC6.1)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := document.Document{Sections: []document.Section{{ID: "x", Title: "x", Blocks: []document.Block{&document.Paragraph{Text: c.text}}}}}
			require.Equal(t, "## <a id=\"x\"></a>x\n\n"+c.want+"\n", string(markdown(t, doc)))
		})
	}
}

func TestMarkdownCellHoldsEveryBlock(t *testing.T) {
	content := string(markdown(t, fill("words", "target")))
	rows := requireEvenRows(t, content)
	require.NotEmpty(t, rows)
	blocks := string(markdown(t, document.Document{Sections: []document.Section{{ID: "x", Title: "x", Blocks: []document.Block{
		&document.Table{Columns: []document.Column{{Title: "x"}}, Rows: []document.Row{{Cells: []document.Cell{{
			Label: "label", Text: document.Plain("text"), Blocks: []document.Block{
				&document.Paragraph{Text: document.Plain("paragraph")},
				&document.List{Items: [][]document.Block{{&document.Paragraph{Text: document.Plain("item")}}}},
				&document.List{Ordered: true, Items: [][]document.Block{{&document.Paragraph{Text: document.Plain("first")}}, {&document.Paragraph{Text: document.Plain("second")}}}},
				&document.Note{Kind: document.Warning, Blocks: []document.Block{&document.Paragraph{Text: document.Plain("note")}}},
				&document.Definitions{Items: []document.Definition{{Term: document.Plain("term"), Blocks: []document.Block{&document.Paragraph{Text: document.Plain("meaning")}}}}},
				&document.Quote{Blocks: []document.Block{&document.Paragraph{Text: document.Plain("quote")}}, Source: document.Plain("source")},
				&document.Table{Caption: "caption", Columns: []document.Column{{Title: "column"}}, Rows: []document.Row{{Cells: []document.Cell{{Text: document.Plain("inner")}}}}},
			},
		}}}}},
	}}}}))
	require.Contains(t, blocks, "\n| **label** text<br>paragraph<br>• item<br>1. first<br>2. second<br>**Warning**<br>note<br>"+
		"**term**: meaning<br>quote<br>— source<br>**caption** / column<br>inner |\n")
}
