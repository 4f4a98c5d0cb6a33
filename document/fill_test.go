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
