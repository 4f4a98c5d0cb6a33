package report_test

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/report"
)

// TestEveryCriterionInEveryFormat: what applies is in every format, with its reason where nothing was assessed.
func TestEveryCriterionInEveryFormat(t *testing.T) {
	for _, c := range []*engagementCase{richCase(t), newCase(t, criteria.Categories()...).type1(), bareCase(t, criteria.Privacy)} {
		d := c.assemble()
		doc := d.Blocks()
		for _, id := range c.eng.Program.Terms.Applicable() {
			require.NotNil(t, doc.Find(string(id)), id)
			crit, _ := criteria.Get(id)
			for format, text := range renderings(t, d) {
				require.Contains(t, text, string(id), format)
				require.Contains(t, text, crit.Title, "%s: %s", format, id)
			}
		}
	}
	doc := bareCase(t).assemble().Blocks()
	note, ok := doc.Find("CC8.1").Blocks[0].(*document.Note)
	require.True(t, ok)
	require.Equal(t, document.Missing, note.Kind)
	require.Contains(t, note.Blocks[0].(*document.Paragraph).Text.String(), "Not assessed")
}

// TestDocumentsAreSound: every anchor is there once and every reference leads to one.
func TestDocumentsAreSound(t *testing.T) {
	for name, c := range map[string]*engagementCase{
		"draft type 2": richCase(t), "issued type 2": newCase(t).unmodified(), "type 1": newCase(t).type1(), "without controls": bareCase(t),
	} {
		require.Empty(t, c.assemble().Blocks().Validate(), name)
	}
}

func TestCrossReferences(t *testing.T) {
	html := renderings(t, richCase(t).assemble())["HTML"]
	for _, anchor := range []string{"CC6.2", "control/AC-07", "CC6.2/AC-07", "CC6.3/AC-07", "DC7", "tests-results", "subservice/HOST", "cuec/CUEC-1", "other/OLD-1"} {
		require.Contains(t, html, `id="`+anchor+`"`)
	}
	for _, target := range []string{"#CC6.2", "#control/AC-07", "#DC8"} {
		require.Contains(t, html, `href="`+target+`"`)
	}
}

// TestAboutThisDraft: a draft opens with what is indicated and what is missing; an issued report has no such section.
func TestAboutThisDraft(t *testing.T) {
	d := richCase(t).assemble()
	doc := d.Blocks()
	require.Equal(t, "about-this-draft", doc.Sections[0].Kind)
	missing := doc.Find("missing").Blocks[0].(*document.Table)
	require.Len(t, missing.Rows, len(d.Missing))
	markdown := renderings(t, d)["Markdown"]
	for _, s := range d.Conclusions.Subjects {
		require.Contains(t, markdown, string(s.Indicated))
		for _, open := range s.Open {
			require.Contains(t, markdown, strings.ReplaceAll(open, "(", `(`))
		}
	}
	issued := newCase(t).unmodified().assemble().Blocks()
	require.Nil(t, issued.FindKind("about-this-draft"))
	for format, text := range renderings(t, newCase(t).unmodified().assemble()) {
		require.NotContains(t, strings.ToLower(text), "draft:", format)
		if format != "JSON" {
			require.NotContains(t, strings.ToLower(text), "indicat", "an issued report speaks of its opinion alone")
		}
	}
}

// TestHostileTextIsText: what records say is never markup.
func TestHostileTextIsText(t *testing.T) {
	c := richCase(t)
	const hostile = `<script>alert(1)</script> | [x](javascript:alert(1)) {system}`
	c.eng.Program.System.Name, c.eng.Program.Parties.ServiceOrganization.Name = hostile, hostile
	c.controlOf("AC-07").Versions[0].Text = hostile
	c.eng.Fieldwork.Deviations[0].Nature = hostile
	d := c.assemble()
	require.NotContains(t, renderings(t, d)["HTML"], "<script>alert")
	require.NotContains(t, renderings(t, d)["Markdown"], "<script>alert")
	el, _ := findElement(d, "scope-identify")
	require.Contains(t, el.Paragraphs[0], hostile, "what fills a slot is not filled again")
}

func BenchmarkAssemble(b *testing.B) {
	eachSize(b, func(b *testing.B, e report.Engagement) {
		for b.Loop() {
			if _, err := report.Assemble(e, report.Type2); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkConcludeOfAssembled(b *testing.B) {
	eachSize(b, func(b *testing.B, e report.Engagement) {
		for b.Loop() {
			report.Conclude(e)
		}
	})
}

func BenchmarkBlocks(b *testing.B) {
	eachDeliverable(b, func(d report.Deliverable, _ document.Document) error { d.Blocks(); return nil })
}

func BenchmarkWriteDeliverable(b *testing.B) {
	eachDeliverable(b, func(d report.Deliverable, _ document.Document) error { return report.WriteDeliverable(io.Discard, d) })
}

func BenchmarkWriteHTMLOfReport(b *testing.B) {
	eachDeliverable(b, func(_ report.Deliverable, doc document.Document) error {
		return document.WriteHTML(io.Discard, doc, nil)
	})
}

func BenchmarkWriteMarkdownOfReport(b *testing.B) {
	eachDeliverable(b, func(_ report.Deliverable, doc document.Document) error {
		return document.WriteMarkdown(io.Discard, doc, nil)
	})
}

func eachSize(b *testing.B, run func(*testing.B, report.Engagement)) {
	for _, n := range []int{100, 1_000, 10_000} {
		e := largeCase(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			run(b, e)
		})
	}
}

func eachDeliverable(b *testing.B, do func(report.Deliverable, document.Document) error) {
	eachSize(b, func(b *testing.B, e report.Engagement) {
		d, err := report.Assemble(e, report.Type2)
		if err != nil {
			b.Fatal(err)
		}
		doc := d.Blocks()
		for b.Loop() {
			if err := do(d, doc); err != nil {
				b.Fatal(err)
			}
		}
	})
}
