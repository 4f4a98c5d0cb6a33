package document

import "strconv"

func (m *markdown) blocks(blocks []Block) {
	var before Block
	for _, b := range blocks {
		if isNil(b) {
			continue
		}
		if before != nil {
			m.blank()
			if isListed(before) && isListed(b) {
				m.raw("<!-- -->") // two lists in a row would be one
				m.blank()
			}
		}
		before = b
		m.block(b)
	}
}

// isListed reports whether b is written as a list.
func isListed(b Block) bool {
	switch b.(type) {
	case *List, *Definitions:
		return true
	}
	return false
}

func (m *markdown) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		m.spans(b.Text, lineStart)
	case *List:
		m.list(b)
	case *Table:
		m.table(b)
	case *Figure:
		m.figure(b)
	case *Note:
		m.within("> ", func() { m.note(b) })
	case *Definitions:
		m.definitions(b)
	case *Quote:
		m.within("> ", func() { m.quote(b) })
	}
}

func (m *markdown) list(l *List) {
	tight := true
	for _, item := range l.Items {
		tight = tight && len(item) <= 1
	}
	bullet := "- "
	for i, item := range l.Items {
		if i > 0 && !tight {
			m.blank()
		} else if i > 0 {
			m.newline()
		}
		if l.Ordered {
			bullet = strconv.Itoa(i+1) + ". "
		}
		m.raw(bullet)
		m.within(spaces(len(bullet)), func() { m.blocks(item) })
	}
}

// spaces returns n spaces, n being the width of a bullet.
func spaces(n int) string { return "                        "[:n] }

func (m *markdown) note(n *Note) {
	switch n.Kind {
	case Warning:
		m.raw("> [!WARNING]")
	case Missing:
		m.raw("> [!IMPORTANT]")
	default:
		m.raw("> [!NOTE]")
	}
	m.newline()
	m.strong(m.words.noteTitle(n))
	if len(n.Blocks) > 0 {
		m.blank()
		m.blocks(n.Blocks)
	}
}

func (m *markdown) definitions(d *Definitions) {
	for i, item := range d.Items {
		if i > 0 {
			m.newline()
		}
		m.raw("- ")
		m.strongText(item.Term)
		m.raw(":")
		m.within("  ", func() {
			if len(item.Blocks) == 1 {
				if p, ok := item.Blocks[0].(*Paragraph); ok && p != nil {
					m.raw(" ")
					m.spans(p.Text, inLine)
					return
				}
			}
			if len(item.Blocks) > 0 {
				m.blank()
				m.blocks(item.Blocks)
			}
		})
	}
}

func (m *markdown) quote(q *Quote) {
	m.raw("> ")
	m.blocks(q.Blocks)
	if len(q.Source) > 0 {
		if len(q.Blocks) > 0 {
			m.blank()
		}
		m.raw("— ")
		m.spans(q.Source, inLine)
	}
}

// strongText writes t strongly where it is plain, and as it is where it has styles of its own.
func (m *markdown) strongText(t Text) {
	if len(t) == 1 && t[0].Style == "" && t[0].To == "" {
		m.strong(t[0].Words)
		return
	}
	m.spans(t, inLine)
}

func (m *markdown) table(t *Table) {
	if t.Caption != "" || t.ID != "" {
		m.anchor(t.ID)
		if t.Caption != "" {
			m.strong(t.Caption)
		}
		m.blank()
	}
	columns := t.Columns
	if len(columns) == 0 {
		columns = []Column{{}} // so that what rows hold has a place
	}
	m.raw("|")
	for _, c := range columns {
		m.raw(" ")
		m.text(c.Title)
		m.raw(" |")
	}
	m.newline()
	m.raw("|")
	for _, c := range columns {
		switch c.Align {
		case AlignCenter:
			m.raw(" :---: |")
		case AlignEnd:
			m.raw(" ---: |")
		default:
			m.raw(" --- |")
		}
	}
	for i := range t.Rows {
		if m.failed() {
			return
		}
		m.row(&t.Rows[i], len(columns))
	}
}

func (m *markdown) row(r *Row, columns int) {
	isHeading := len(r.Heading) > 0
	if isHeading {
		m.newline()
		m.raw("| ")
		m.anchor(r.ID)
		m.strongText(r.Heading)
		m.raw(" |")
		for range columns - 1 {
			m.raw(" |")
		}
		if len(r.Cells) == 0 {
			return
		}
	}
	m.newline()
	m.raw("| ")
	if !isHeading {
		m.anchor(r.ID)
	}
	for i := range columns {
		if i > 0 {
			m.raw(" ")
		}
		if i < len(r.Cells) {
			m.cell(&r.Cells[i])
		}
		if i == columns-1 {
			for j := i + 1; j < len(r.Cells); j++ {
				m.raw("<br>")
				m.cell(&r.Cells[j])
			}
		}
		m.raw(" |")
	}
}

// cell writes c on one line.
func (m *markdown) cell(c *Cell) {
	parts := 0
	if label := c.label(); label != "" {
		m.strong(label)
		parts++
	}
	if len(c.Text) > 0 {
		if parts > 0 {
			m.raw(" ")
		}
		m.spans(c.Text, inLine)
		parts++
	}
	if len(c.Blocks) > 0 {
		if parts > 0 {
			m.raw("<br>")
		}
		m.flat(c.Blocks)
	}
}

// flat writes blocks on one line, joined by <br>.
func (m *markdown) flat(blocks []Block) {
	written := false
	for _, b := range blocks {
		if isNil(b) {
			continue
		}
		if written {
			m.raw("<br>")
		}
		written = true
		switch b := b.(type) {
		case *Paragraph:
			m.spans(b.Text, inLine)
		case *List:
			for i, item := range b.Items {
				if i > 0 {
					m.raw("<br>")
				}
				if b.Ordered {
					m.raw(strconv.Itoa(i + 1))
					m.raw(". ")
				} else {
					m.raw("• ")
				}
				m.flat(item)
			}
		case *Table:
			m.flatTable(b)
		case *Figure:
			m.flatFigure(b)
		case *Note:
			m.strong(m.words.noteTitle(b))
			m.raw("<br>")
			m.flat(b.Blocks)
		case *Definitions:
			for i, item := range b.Items {
				if i > 0 {
					m.raw("<br>")
				}
				m.strongText(item.Term)
				m.raw(": ")
				m.flat(item.Blocks)
			}
		case *Quote:
			m.flat(b.Blocks)
			if len(b.Source) > 0 {
				m.raw("<br>— ")
				m.spans(b.Source, inLine)
			}
		}
	}
}

// flatTable writes a table that stands in a cell of another, which is a fault of the document; its text is kept.
func (m *markdown) flatTable(t *Table) {
	m.anchor(t.ID)
	m.strong(t.Caption)
	for _, c := range t.Columns {
		m.raw(" / ")
		m.text(c.Title)
	}
	for i := range t.Rows {
		m.raw("<br>")
		m.anchor(t.Rows[i].ID)
		m.spans(t.Rows[i].Heading, inLine)
		for j := range t.Rows[i].Cells {
			if j > 0 {
				m.raw(" / ")
			}
			m.cell(&t.Rows[i].Cells[j])
		}
	}
}
