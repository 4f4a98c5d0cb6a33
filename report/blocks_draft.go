package report

import (
	"strconv"

	"github.com/soc2kit/soc2/document"
)

// draft returns the section that opens a draft: what the record indicates, the numbers behind it, and what is missing.
func (b *blockBuilder) draft() document.Section {
	c := b.d.Conclusions
	out := document.Section{ID: "about-this-draft", Kind: "about-this-draft", Title: "About this draft", Blocks: []document.Block{
		&document.Note{Kind: document.Warning, Title: "This is no issued report", Blocks: []document.Block{
			para(orBracket(b.d.DraftReason, "no reason stated")),
			para("The sentences in it are proposals. What is indicated below follows by rules from what is on record; it is nobody's opinion. Only a practitioner can give one."),
		}},
	}}
	table := &document.Table{ID: "indicated", Caption: "What the record indicates", Columns: []document.Column{
		{Title: "Subject", Header: true, Width: 22}, {Title: "Indicated", Width: 17}, {Title: "Given by a practitioner", Width: 17}, {Title: "Rests on", Width: 44},
	}}
	for _, s := range c.Subjects {
		given := document.Cell{Label: "none", Tone: document.Absent}
		if s.Given != "" {
			given = document.Cell{Label: string(s.Given), Tone: opinionTone(Indicated(s.Given))}
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			plain(capitalized(subjectNoun(s.Subject))),
			{Label: orBracket(string(s.Indicated), "not stated"), Tone: opinionTone(s.Indicated)},
			given,
			{Blocks: b.restsOn(s)},
		}})
	}
	out.Blocks = append(out.Blocks, table, b.counts(c.Counts))
	if len(b.d.Missing) > 0 {
		out.Sections = append(out.Sections, b.missing())
	}
	return out
}

func (b *blockBuilder) restsOn(s SubjectSummary) []document.Block {
	if n := len(s.Open); n > 0 {
		return append(bullets(s.Findings), para(count(n, "open point")+"; see what is missing below."))
	}
	if len(s.Findings) == 0 {
		return []document.Block{para("No finding that counts as material.")}
	}
	return bullets(s.Findings)
}

func opinionTone(o Indicated) document.Tone {
	switch o {
	case IndicatedUnmodified:
		return document.Good
	case IndicatedQualified:
		return document.Attention
	case IndicatedAdverse, IndicatedDisclaimer:
		return document.Bad
	case NotApplicable:
		return document.Neutral
	}
	return document.Absent
}

func (b *blockBuilder) counts(c Counts) *document.Table {
	table := &document.Table{ID: "counts", Caption: "The numbers behind it", Columns: []document.Column{
		{Title: "What", Header: true}, {Title: "Number", Align: document.AlignEnd},
	}}
	add := func(what string, n int64) {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{plain(what), plain(strconv.FormatInt(n, 10))}})
	}
	add("Criteria that apply", c.Criteria)
	add("of these, said to be not relevant", c.NotRelevant)
	add("of these, left to subservice organizations alone", c.CarvedOut)
	add("of these, without any control, carve-out or reason: not assessed", c.WithoutControl)
	add("Controls under the criteria", c.Controls)
	if b.d.Report == Type2 {
		add("Tests of these controls", c.Tests)
		add("of these, without a final result", c.WithoutResult)
		add("Deviations", c.Deviations)
	}
	return table
}

func (b *blockBuilder) missing() document.Section {
	table := &document.Table{ID: "missing-table", Columns: []document.Column{
		{Title: "What", Width: 60}, {Title: "Section", Width: 20}, {Title: "Without it", Width: 20},
	}}
	for _, m := range b.d.Missing {
		where := "whole report"
		if s, ok := b.d.Section(m.Section); ok {
			where = s.Title
		}
		effect := document.Cell{Label: "to be weighed", Tone: document.Attention}
		if m.Blocks {
			effect = document.Cell{Label: "stays a draft", Tone: document.Bad}
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{plain(capitalized(m.Text)), plain(where), effect}})
	}
	return document.Section{ID: "missing", Title: "What is missing", Blocks: []document.Block{table}}
}
