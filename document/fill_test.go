package document_test

import "github.com/soc2kit/soc2/document"

// fill returns a document of fixed structure with s wherever a text can stand, and to wherever a target can.
func fill(s, to string) document.Document {
	text := document.Text{
		{Words: s}, {Words: s, Style: document.Strong}, {Words: s, Style: document.Emphasis}, {Words: s, Style: document.Code},
		{Words: s, To: to}, {To: to}, {Words: s, Style: document.Strong, To: to}, {Words: s, To: "#" + s}, {Words: s, Style: document.Style(s)},
	}
	para := &document.Paragraph{Text: text}
	blocks := []document.Block{
		para,
		&document.Paragraph{Text: document.Plain(s)},
		&document.List{Items: [][]document.Block{{para}, {para, para}}},
		&document.List{Ordered: true, Items: [][]document.Block{{para}}},
		&document.Note{Kind: document.Info, Title: s, Blocks: []document.Block{para}},
		&document.Note{Kind: document.NoteKind(s), Blocks: []document.Block{para}},
		&document.Definitions{Items: []document.Definition{{Term: text, Blocks: []document.Block{para}}, {Term: document.Plain(s)}}},
		&document.Quote{Blocks: []document.Block{para}, Source: text},
		plot(s, text), intervals(s, text),
	}
	table := &document.Table{
		ID: s, Caption: s,
		Columns: []document.Column{{Title: s, Header: true}, {Title: s, Align: document.Align(s)}, {Title: s, Width: 40, Align: document.AlignEnd}},
		Rows: []document.Row{
			{ID: s, Heading: text},
			{ID: s, Cells: []document.Cell{{Text: document.Plain(s)}, {Text: text}, {Label: s, Tone: document.Good}}},
			{Cells: []document.Cell{{Tone: document.Tone(s)}, {Text: text, Blocks: blocks}, {Label: s, Blocks: []document.Block{para}}}},
			{Cells: []document.Cell{{Text: document.Plain(s)}}},
			{Cells: []document.Cell{{}, {}, {}, {Text: document.Plain(s)}}},
		},
	}
	inner := document.Section{ID: s + "/inner", Kind: s, Title: s, Blocks: append([]document.Block{table}, blocks...)}
	return document.Document{
		Title: s, Subtitle: s, Language: s, Mark: s, MarkReason: s,
		Facts:    []document.Fact{{Name: s, Value: s}},
		Sections: []document.Section{{ID: s, Kind: s, Title: s, Blocks: blocks, Sections: []document.Section{inner}}, inner},
	}
}

// plot returns a figure of points with s wherever a text can stand.
func plot(s string, caption document.Text) *document.Figure {
	return &document.Figure{
		ID: s, Title: s, Caption: caption, X: document.Axis{Label: s, Percent: true}, Y: document.Axis{Label: s},
		Series:  []document.Series{{Name: s, Tone: document.Tone(s), Points: []document.Point{{X: 0, Y: 1}, {X: 0.5, Y: 2}}}, {Name: s, Points: []document.Point{{X: 0.2, Y: 1}}}},
		Lines:   []document.ReferenceLine{{Label: s, At: 0.2}, {Label: s, At: 1, Level: true}},
		Markers: []document.Marker{{Label: s, Tone: document.Bad, Point: document.Point{X: 0.2, Y: 1}}},
	}
}

// intervals returns a figure of rows with s wherever a text can stand.
func intervals(s string, caption document.Text) *document.Figure {
	return &document.Figure{
		Title: s, Caption: caption, X: document.Axis{Label: s},
		Rows: []document.IntervalRow{
			{Label: s, State: s, Tone: document.Good, From: 0, Value: 1, To: 2, Lines: []document.ReferenceLine{{Label: s, At: 3}, {Label: "only " + s, At: 2}}},
			{Label: s, State: s, Tone: document.Tone(s), Unknown: true, Lines: []document.ReferenceLine{{Label: s, At: 3}}},
			{Label: s, From: 1, Value: 1, To: 1, Lines: []document.ReferenceLine{{Label: s, At: 3}}},
		},
		Lines:    []document.ReferenceLine{{Label: s, At: 2.5}},
		RowNames: document.RowNames{Label: s, State: s, From: s, Value: s, To: s},
	}
}
