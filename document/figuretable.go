package document

// table returns the numbers of f, for who cannot see the drawing or wants to know exactly. It has no ID and no caption.
func (f *Figure) table() *Table {
	if len(f.Rows) > 0 {
		return f.rowTable()
	}
	return f.pointTable()
}

// pointTable lists the points of each series, the markers and the lines, each under its name.
func (f *Figure) pointTable() *Table {
	t := &Table{Columns: []Column{
		{Title: f.X.Label, Header: true, Align: AlignEnd}, {Title: f.Y.Label, Align: AlignEnd},
	}}
	group := func(label string, tone Tone, points ...Point) {
		heading := Plain(label)
		if tone != "" {
			heading = append(heading, Span{Words: " (" + string(tone) + ")"})
		}
		t.Rows = append(t.Rows, Row{Heading: heading})
		for _, p := range points {
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: Plain(f.X.spell(p.X))}, {Text: Plain(f.Y.spell(p.Y))}}})
		}
	}
	for _, m := range f.Markers {
		group(m.Label, m.Tone, m.Point)
	}
	for _, line := range f.Lines {
		t.Rows = append(t.Rows, Row{Heading: Plain(line.Label)}, f.lineRow(line))
	}
	for i := range f.Series {
		group(f.Series[i].Name, f.Series[i].Tone, f.Series[i].Points...)
	}
	return t
}

func (f *Figure) lineRow(line ReferenceLine) Row {
	if line.Level {
		return Row{Cells: []Cell{{}, {Text: Plain(f.Y.spell(line.At))}}}
	}
	return Row{Cells: []Cell{{Text: Plain(f.X.spell(line.At))}, {}}}
}

// rowTable lists the rows with a column for each name that lines have. A line through the whole figure is a row of its
// own.
func (f *Figure) rowTable() *Table {
	t := &Table{Columns: []Column{
		{Title: f.RowNames.Label, Header: true, Width: 25}, {Title: f.RowNames.State, Width: 35},
		{Title: f.RowNames.From, Align: AlignEnd}, {Title: f.RowNames.Value, Align: AlignEnd}, {Title: f.RowNames.To, Align: AlignEnd},
	}}
	column := map[string]int{}
	for i := range f.Rows {
		for _, line := range f.Rows[i].Lines {
			if _, ok := column[line.Label]; !ok && len(column) < maxFigureRowLines {
				column[line.Label] = len(t.Columns)
				t.Columns = append(t.Columns, Column{Title: line.Label, Align: AlignEnd})
			}
		}
	}
	for i := range f.Rows {
		r := &f.Rows[i]
		cells := make([]Cell, len(t.Columns))
		cells[0].Text = Plain(r.Label)
		switch {
		case r.Unknown && r.Tone == "":
			cells[1] = Cell{Label: r.State, Tone: Absent}
		case r.Tone != "":
			cells[1] = Cell{Label: r.State, Tone: r.Tone}
		case r.State != "":
			cells[1].Text = Plain(r.State)
		}
		if !r.Unknown {
			for j, v := range []float64{r.From, r.Value, r.To} {
				cells[2+j].Text = Plain(f.X.spell(v))
			}
		}
		for _, line := range r.Lines {
			at, ok := column[line.Label]
			words := f.X.spell(line.At)
			if !ok { // more names than there are columns for
				at, words = 1, line.Label+" "+words
			}
			if len(cells[at].Text) > 0 {
				words = "; " + words
			}
			cells[at].Text = append(cells[at].Text, Span{Words: words})
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	for _, line := range f.Lines {
		cells := make([]Cell, len(t.Columns))
		cells[0].Text, cells[3].Text = Plain(line.Label), Plain(f.X.spell(line.At))
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	// What a figure with rows should not hold is not drawn, but not lost either.
	if len(f.Series) > 0 || len(f.Markers) > 0 {
		other := Figure{X: f.X, Y: f.Y, Series: f.Series, Markers: f.Markers}
		for _, r := range other.pointTable().Rows {
			for len(r.Cells) > 0 && len(r.Cells) < len(t.Columns) {
				r.Cells = append(r.Cells, Cell{})
			}
			t.Rows = append(t.Rows, r)
		}
	}
	return t
}
