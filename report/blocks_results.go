package report

import (
	"cmp"
	"slices"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/evidence"
)

// results adds a section for each series and in it one for each criterion, with a table of its controls.
func (b *blockBuilder) results(out *document.Section, s Section) {
	intro := "Management stated the controls; the service auditor chose the tests and reports what they found. Every deviation that was identified stands here, whatever was " +
		"concluded from it, at each control and criterion that it concerns. Management's responses were not examined."
	if s.Kind == ControlListing {
		intro = "Management stated the controls. A type 1 examines whether they are suitably designed; how they run was not tested."
	}
	out.Blocks = append(out.Blocks, para(intro))
	for from := 0; from < len(s.Criteria); {
		to := from + 1
		for to < len(s.Criteria) && s.Criteria[to].Series == s.Criteria[from].Series {
			to++
		}
		out.Sections = append(out.Sections, b.series(s.Kind, s.Criteria[from:to]))
		from = to
	}
	if len(s.OtherDeviations) > 0 {
		out.Sections = append(out.Sections, document.Section{ID: "other-deviations", Title: "Deviations of controls outside the criteria above", Blocks: []document.Block{
			para("These controls stand under no criterion above: the description does not state them, the examination does not rely on them, or they serve no criterion of this report. " +
				"Their deviations are printed all the same."),
			b.resultTable(s.Kind, s.OtherDeviations),
		}})
	}
}

func (b *blockBuilder) series(kind SectionKind, entries []CriterionEntry) document.Section {
	id := entries[0].Series
	out := document.Section{ID: "series/" + cmp.Or(string(id), "none"), Title: cmp.Or(string(id), "Criteria")}
	if series, ok := criteria.GetSeries(id); ok {
		out.Title += " " + series.Title
	}
	for _, entry := range entries {
		out.Sections = append(out.Sections, b.criterionSection(kind, entry))
	}
	return out
}

func (b *blockBuilder) criterionSection(kind SectionKind, entry CriterionEntry) document.Section {
	out := document.Section{ID: string(entry.ID), Kind: "criterion", Title: joinNonEmpty(" ", string(entry.ID), entry.Title)}
	note := func(kind document.NoteKind, title string) {
		out.Blocks = append(out.Blocks, &document.Note{Kind: kind, Title: title, Blocks: []document.Block{para(sentence(entry.Explanation))}})
	}
	switch entry.Standing {
	case NotRelevant:
		note(document.Info, "Not relevant, as the description says (DC 8)")
	case CarvedOutOnly:
		note(document.Info, "Carved out (DC 7)")
	case WithControls:
	default:
		note(document.Missing, "No control")
	}
	if len(entry.Assumed) > 0 {
		out.Blocks = append(out.Blocks, para("Assumed of others, and not examined:"))
		var texts []string
		for _, a := range entry.Assumed {
			texts = append(texts, assumedName(a)+": "+a.Text)
		}
		out.Blocks = append(out.Blocks, bullets(texts)...)
	}
	if len(entry.Rows) > 0 {
		out.Blocks = append(out.Blocks, b.resultTable(kind, entry.Rows))
	}
	if len(entry.Indicated) > 0 {
		out.Blocks = append(out.Blocks, &document.Note{Kind: document.Warning, Title: "What the record indicates", Blocks: bullets(entry.Indicated)})
	}
	return out
}

func (b *blockBuilder) resultTable(kind SectionKind, rows []ControlEntry) *document.Table {
	t := &document.Table{Columns: []document.Column{
		{Title: "Control", Header: true, Width: 14}, {Title: "What is done", Width: 24}, {Title: "Tests performed", Width: 29}, {Title: "Results", Width: 33},
	}}
	if kind == ControlListing {
		t.Columns = []document.Column{{Title: "Control", Header: true, Width: 18}, {Title: "What is done", Width: 62}, {Title: "When due", Width: 20}}
	}
	for _, r := range rows {
		id := "other/" + string(r.Control)
		if r.Criterion != "" {
			id = string(r.Criterion) + "/" + string(r.Control)
		}
		row := document.Row{ID: id, Cells: []document.Cell{{Text: controlName(b.control(r.Control), r.Title)}, {Blocks: textBlocks(r.Texts)}}}
		if kind == ControlListing {
			row.Cells = append(row.Cells, plain(r.Frequency))
		} else {
			row.Cells = append(row.Cells, document.Cell{Blocks: testBlocks(r.Tests)}, resultCell(r.Results))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// testBlocks sets the tests of a control: several are numbered.
func testBlocks(tests []TestEntry) []document.Block {
	if len(tests) == 0 {
		return []document.Block{para("None.")}
	}
	if len(tests) == 1 {
		return testBlock(tests[0])
	}
	list := &document.List{Ordered: true}
	for _, t := range tests {
		list.Items = append(list.Items, testBlock(t))
	}
	return []document.Block{list}
}

func testBlock(t TestEntry) []document.Block {
	var blocks []document.Block
	for _, p := range t.Procedures {
		text := document.Text{{Words: p.Text}}
		if p.Kind != "" {
			text = document.Text{{Words: capitalized(string(p.Kind)) + ": ", Style: document.Emphasis}, {Words: p.Text}}
		}
		blocks = append(blocks, &document.Paragraph{Text: text})
	}
	if len(t.Attributes) > 0 {
		blocks = append(blocks, para("Looked for in each item:"))
		blocks = append(blocks, bullets(t.Attributes)...)
	}
	if t.Basis != "" {
		blocks = append(blocks, para(t.Basis))
	}
	if t.OthersWork != "" {
		blocks = append(blocks, para("Work of others used: "+sentence(t.OthersWork)))
	}
	if len(blocks) == 0 {
		return []document.Block{para("Nothing is recorded.")}
	}
	return blocks
}

// resultCell sets the results of a control under the label of the gravest.
func resultCell(results []ResultEntry) document.Cell {
	if len(results) == 0 {
		return document.Cell{Label: resultLabel(ResultNotTested), Tone: document.Absent}
	}
	gravest := slices.MinFunc(results, func(x, y ResultEntry) int { return resultOrder(x.Kind) - resultOrder(y.Kind) })
	cell := document.Cell{Label: resultLabel(gravest.Kind), Tone: resultTone(gravest.Kind)}
	if len(results) == 1 && len(results[0].Deviations) == 0 && results[0].Text == cell.Label+"." {
		return cell // the label says it all
	}
	if len(results) == 1 {
		cell.Blocks = resultBlocks(results[0])
		return cell
	}
	list := &document.List{Ordered: true}
	for _, r := range results {
		list.Items = append(list.Items, resultBlocks(r))
	}
	cell.Blocks = []document.Block{list}
	return cell
}

// resultOrder is the place of a kind from the gravest on; an unknown kind is as grave as one without a result.
func resultOrder(k ResultKind) int { return max(0, slices.Index(ResultKinds(), k)) }

func resultBlocks(r ResultEntry) []document.Block {
	blocks := []document.Block{para(r.Text)}
	if len(r.Deviations) > 0 {
		list := &document.List{}
		for _, d := range r.Deviations {
			list.Items = append(list.Items, deviationBlocks(d))
		}
		blocks = append(blocks, list)
	}
	return blocks
}

func deviationBlocks(d DeviationEntry) []document.Block {
	words := sentence(d.Nature)
	details := []string{deviationWords(d.Kind)}
	if d.Date != "" {
		details = append(details, longDate(d.Date))
	}
	if d.Attribute != "" {
		details = append(details, "looked for: "+d.Attribute)
	}
	if d.FoundThrough != "" {
		details = append(details, "known through: "+d.FoundThrough)
	}
	if d.Corrected != "" {
		details = append(details, "put right on "+longDate(d.Corrected))
	}
	blocks := []document.Block{&document.Paragraph{Text: document.Text{
		{Words: d.ID + ": ", Style: document.Strong}, {Words: words + " (" + joinNonEmpty("; ", details...) + ")"},
	}}}
	if d.Response != "" {
		blocks = append(blocks, &document.Paragraph{Text: document.Text{{Words: "Management's response, not examined: ", Style: document.Strong}, {Words: d.Response}}})
	}
	return blocks
}

func deviationWords(k evidence.DeviationKind) string {
	switch k {
	case evidence.FailedAttribute:
		return "not done as described"
	case evidence.LateOccurrence:
		return "done late"
	case evidence.MissedOccurrence:
		return "due and not done"
	}
	return orBracket(string(k), "kind not stated")
}

func resultLabel(k ResultKind) string {
	switch k {
	case ResultNoDeviation:
		return "No deviation noted"
	case ResultDeviation:
		return "Deviation"
	case ResultDidNotOperate:
		return "Did not operate"
	case ResultNotTestable:
		return "Not able to test"
	case ResultDesign:
		return "Design deficiency"
	case ResultNotImplemented:
		return "Not implemented"
	case ResultUnknown:
		return "Undetermined"
	case ResultNotInPlace:
		return "Not in place"
	case ResultUnresolved:
		return "Unresolved"
	case ResultOpen:
		return "No result"
	case ResultNotTested:
		return "Not tested"
	}
	return orBracket(string(k), "not stated")
}

func resultTone(k ResultKind) document.Tone {
	switch k {
	case ResultNoDeviation:
		return document.Good
	case ResultDeviation, ResultDesign, ResultNotImplemented:
		return document.Bad
	case ResultDidNotOperate, ResultNotTestable, ResultUnknown, ResultUnresolved:
		return document.Attention
	case ResultNotInPlace:
		return document.Neutral
	}
	return document.Absent
}
