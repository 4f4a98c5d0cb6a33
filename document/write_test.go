package document_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
)

// writers are the ways to write a document.
var writers = map[string]func(io.Writer, document.Document) error{
	"html":     func(w io.Writer, d document.Document) error { return document.WriteHTML(w, d, nil) },
	"markdown": func(w io.Writer, d document.Document) error { return document.WriteMarkdown(w, d, nil) },
	"fragment": func(w io.Writer, d document.Document) error {
		return document.WriteHTMLFragment(w, d, "tests", nil)
	},
}

var errFull = errors.New("no room")

// A narrow writer takes room bytes and then fails, or claims to have taken fewer without saying why.
type narrow struct {
	room  int
	quiet bool
}

func (w *narrow) Write(p []byte) (int, error) {
	if len(p) <= w.room {
		w.room -= len(p)
		return len(p), nil
	}
	n := w.room
	w.room = 0
	if w.quiet {
		return n, nil
	}
	return n, errFull
}

func TestFirstErrorIsReturned(t *testing.T) {
	for name, write := range writers {
		for size, doc := range map[string]document.Document{"small": bench(4), "large": bench(160)} {
			var whole bytes.Buffer
			require.NoError(t, write(&whole, doc))
			step := 1
			if size == "large" { // than one buffer
				step = 97
			}
			for room := 0; room < whole.Len(); room += step {
				require.ErrorIs(t, write(&narrow{room: room}, doc), errFull, "%s at %d", name, room)
				require.ErrorIs(t, write(&narrow{room: room, quiet: true}, doc), io.ErrShortWrite, "%s at %d", name, room)
			}
			require.NoError(t, write(&narrow{room: whole.Len()}, doc))
		}
	}
}

func TestEqualDocumentsGiveEqualBytes(t *testing.T) {
	for name, write := range writers {
		var first bytes.Buffer
		require.NoError(t, write(&first, sample()))
		for procs := range 2 {
			before := runtime.GOMAXPROCS(procs + 1)
			for range 20 {
				var again bytes.Buffer
				require.NoError(t, write(&again, sample()))
				require.Equal(t, first.String(), again.String(), name)
			}
			runtime.GOMAXPROCS(before)
		}
		require.True(t, bytes.HasSuffix(first.Bytes(), []byte("\n")))
		require.False(t, bytes.HasSuffix(first.Bytes(), []byte("\n\n")))
	}
}

func TestWhatCannotBeWritten(t *testing.T) {
	note := &document.Note{Kind: document.Info}
	note.Blocks = []document.Block{note, note}
	sections := []document.Section{{ID: "tests", Title: "x"}}
	sections[0].Sections = sections
	for _, c := range []struct {
		name string
		doc  document.Document
		want string
	}{
		{"note inside itself, twice", document.Document{Sections: []document.Section{{ID: "tests", Blocks: []document.Block{note}}}}, "nest deeper than 64"},
		{"section inside itself", document.Document{Sections: sections}, "nest deeper than 64"},
		{"type of another package", document.Document{Sections: []document.Section{{ID: "tests", Blocks: []document.Block{embedded{}}}}}, "document_test.embedded cannot be written"},
	} {
		for name, write := range writers {
			var b bytes.Buffer
			require.ErrorContains(t, write(&b, c.doc), "document: ", "%s, %s", c.name, name)
			require.ErrorContains(t, write(&b, c.doc), c.want, "%s, %s", c.name, name)
			require.Zero(t, b.Len(), "nothing is written of what cannot be written whole")
		}
	}
}

func TestNothingPanics(t *testing.T) {
	empty := []document.Block{
		nil, (*document.Paragraph)(nil), (*document.List)(nil), (*document.Table)(nil), (*document.Note)(nil),
		(*document.Definitions)(nil), (*document.Quote)(nil), (*document.Figure)(nil),
		&document.Paragraph{}, &document.List{}, &document.Table{}, &document.Note{}, &document.Definitions{}, &document.Quote{},
		&document.List{Items: make([][]document.Block, 2)}, &document.Table{Rows: make([]document.Row, 2)},
		&document.Table{Columns: make([]document.Column, 2), Rows: []document.Row{{Cells: make([]document.Cell, 2)}}},
		&document.Table{Columns: []document.Column{{Width: -1}, {Width: math.MaxInt}}},
		&document.Definitions{Items: make([]document.Definition, 2)},
		&document.Figure{}, &document.Figure{Rows: make([]document.IntervalRow, 2)},
		&document.Figure{Series: make([]document.Series, 2), Lines: make([]document.ReferenceLine, 2), Markers: make([]document.Marker, 2)},
	}
	for _, doc := range []document.Document{{}, {Sections: make([]document.Section, 2)}, {Sections: []document.Section{{ID: "tests", Blocks: empty}}}} {
		for _, write := range writers {
			require.Error(t, write(nil, doc))
			_ = write(io.Discard, doc) // a fragment may not be there
		}
		require.NoError(t, document.WriteHTML(io.Discard, doc, &document.HTMLOptions{ContentsDepth: -1, Level: -9}))
		require.NoError(t, document.WriteMarkdown(io.Discard, doc, &document.MarkdownOptions{ContentsDepth: math.MaxInt}))
		tokenize(t, string(html(t, doc)))
		doc.Validate()
		doc.Find("")
		doc.FindKind("")
		for range doc.Blocks() {
		}
		document.DeleteSections(doc.Sections, nil)
	}
	require.Empty(t, document.Text(nil).String())
	require.Empty(t, document.Paragraphs(" \n\t\n"))
}

func TestContentsAndWords(t *testing.T) {
	doc := sample()
	var b bytes.Buffer
	require.NoError(t, document.WriteHTML(&b, doc, &document.HTMLOptions{ContentsDepth: 1, Words: document.Words{Contents: "Inhalt", Info: "Hinweis"}}))
	require.Contains(t, b.String(), "<summary>Inhalt</summary>")
	require.Contains(t, b.String(), "Hinweis")
	require.NotContains(t, b.String(), `<a href="#services">`)

	b.Reset()
	require.NoError(t, document.WriteMarkdown(&b, doc, &document.MarkdownOptions{ContentsDepth: -1}))
	require.NotContains(t, b.String(), "Contents")
	require.NotContains(t, string(html(t, minimal())), "<nav", "one section needs no contents")
}

// bench returns a document with a table of n rows like those of Section IV.
func bench(n int) document.Document {
	t := testsTable((n + 3) / 4)
	t.Rows = t.Rows[:n]
	return document.Document{Title: "Benchmark", Mark: "DRAFT", Sections: []document.Section{{ID: "tests", Title: "Tests", Blocks: []document.Block{t}}}}
}

func BenchmarkWrite(b *testing.B) {
	for _, name := range []string{"html", "markdown"} {
		for _, rows := range []int{100, 1_000, 10_000} {
			b.Run(fmt.Sprintf("%s/%d", name, rows), func(b *testing.B) {
				doc := bench(rows)
				var out bytes.Buffer
				require.NoError(b, writers[name](&out, doc))
				b.SetBytes(int64(out.Len()))
				b.ReportAllocs()
				for b.Loop() {
					if err := writers[name](io.Discard, doc); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	for _, rows := range []int{100, 1_000, 10_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			doc := bench(rows)
			b.ReportAllocs()
			for b.Loop() {
				if l := doc.Validate(); len(l) > 0 {
					b.Fatal(l)
				}
			}
		})
	}
}
