package document

// figure writes what f says and its numbers as a table: Markdown cannot draw.
func (m *markdown) figure(f *Figure) {
	if f.Title != "" || f.ID != "" {
		m.anchor(f.ID)
		m.strong(f.Title)
		m.blank()
	}
	if len(f.Caption) > 0 {
		m.spans(f.Caption, lineStart)
		m.blank()
	}
	m.table(f.table())
}

// flatFigure writes a figure that stands in a cell of a table, which is a fault of the document; its text is kept.
func (m *markdown) flatFigure(f *Figure) {
	m.anchor(f.ID)
	m.strong(f.Title)
	m.raw("<br>")
	m.spans(f.Caption, inLine)
	m.raw("<br>")
	m.flatTable(f.table())
}
