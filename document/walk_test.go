package document_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
)

func TestWalk(t *testing.T) {
	doc := sample()
	var seen []string
	for depth, s := range doc.Walk() {
		seen = append(seen, fmt.Sprint(depth, " ", s.ID))
	}
	require.Equal(t, []string{"0 opinion", "1 opinion-scope", "1 ", "0 assertion", "0 description", "1 services", "1 incidents",
		"1 user-entity-controls", "0 tests", "0 figures", "0 grid", "0 other"}, seen)

	for range doc.Walk() {
		break // must not go on
	}
	doc.Find("services").Title = "What it does"
	require.Contains(t, string(markdown(t, doc)), "What it does")
	require.Equal(t, "tests", doc.FindKind("tests-results").ID)
	require.Nil(t, doc.Find("nowhere"))
	require.Nil(t, doc.Find(""), "sections without an ID are not found by it")
	require.Nil(t, doc.FindKind("nothing"))
}

func TestBlocksAreThoseOfTheDocument(t *testing.T) {
	doc := sample()
	kinds := map[string]int{}
	for b := range doc.Blocks() {
		kinds[fmt.Sprintf("%T", b)]++
	}
	for b := range doc.Blocks() {
		if table, ok := b.(*document.Table); ok {
			table.Rows = table.Rows[:1]
		}
	}
	require.Equal(t, map[string]int{"*document.Paragraph": 32, "*document.List": 6, "*document.Table": 4, "*document.Note": 3,
		"*document.Definitions": 1, "*document.Quote": 1, "*document.Figure": 3}, kinds)
	require.NotContains(t, string(markdown(t, doc)), "CUEC-2")
	for range doc.Blocks() {
		break
	}
}

func TestDeleteSections(t *testing.T) {
	doc := sample()
	doc.Sections = document.DeleteSections(doc.Sections, func(s *document.Section) bool {
		return s.Kind == "other-information" || s.ID == "incidents"
	})
	require.Nil(t, doc.Find("other"))
	require.Nil(t, doc.Find("incidents"))
	require.NotNil(t, doc.Find("user-entity-controls"))
	require.Len(t, doc.Sections, 6)
}

func TestWalksOfATreeInsideItselfEnd(t *testing.T) {
	note := &document.Note{Kind: document.Info}
	note.Blocks = []document.Block{note, note}
	sections := []document.Section{{Title: "x", Blocks: []document.Block{note}}}
	sections[0].Sections = sections
	doc := document.Document{Sections: sections}
	count := 0
	for range doc.Walk() {
		count++
	}
	for range doc.Blocks() {
		count++
	}
	require.Less(t, count, 200)
	document.DeleteSections(sections, func(*document.Section) bool { return false })
}

func TestParagraphs(t *testing.T) {
	blocks := document.Paragraphs("\n one\ntwo \r\n\r\n  \n three\n")
	require.Equal(t, []document.Block{
		&document.Paragraph{Text: document.Plain("one\ntwo")}, &document.Paragraph{Text: document.Plain("three")},
	}, blocks)
	require.Equal(t, "a CC6.1 b", document.Text{{Words: "a "}, {To: "#CC6.1"}, {Words: " b", Style: document.Strong}}.String())
}

func TestClosedSets(t *testing.T) {
	check := func(name string, listed, spelled []string, isValid func(string) bool) {
		require.Equal(t, listed, spelled, name)
		for _, s := range listed {
			require.True(t, isValid(s), "%s %q", name, s)
		}
		require.False(t, isValid("other"), name)
	}
	check("tone", spell(document.Tones()), document.Tone("").EnumValues(), func(s string) bool { return document.Tone(s).IsValid() })
	check("align", spell(document.Aligns()), document.Align("").EnumValues(), func(s string) bool { return document.Align(s).IsValid() })
	check("style", spell(document.Styles()), document.Style("").EnumValues(), func(s string) bool { return document.Style(s).IsValid() })
	check("note", spell(document.NoteKinds()), document.NoteKind("").EnumValues(), func(s string) bool { return document.NoteKind(s).IsValid() })
	require.False(t, document.Tone("").IsValid())
	require.False(t, document.NoteKind("").IsValid())
}

func spell[S ~string](values []S) []string {
	spelled := make([]string, len(values))
	for i, v := range values {
		spelled[i] = string(v)
	}
	return spelled
}
