package document

import (
	"strings"

	"github.com/soc2kit/soc2/problem"
)

func (v *validation) blocks(blocks []Block, field string) problem.List {
	var l problem.List
	for i, b := range blocks {
		l.Append(under(v.block(b), field, i))
	}
	return l
}

func (v *validation) block(b Block) problem.List {
	var l problem.List
	if isNil(b) {
		l.Errorf("", CodeBlockUnknown, "the block is nil")
		return l
	}
	switch b := b.(type) {
	case *Paragraph:
		return v.text(b.Text, "text")
	case *List:
		for i, item := range b.Items {
			for j, inner := range item {
				if own := v.block(inner); len(own) > 0 {
					l.Append(own.Under("items", i, j))
				}
			}
		}
	case *Table:
		return v.table(b)
	case *Figure:
		return v.figure(b)
	case *Note:
		if !b.Kind.IsValid() {
			l.Errorf("/kind", CodeValueUnknown, "%q is not a kind of note: expected %s", b.Kind,
				strings.Join(b.Kind.EnumValues(), ", "))
		}
		l.Append(v.blocks(b.Blocks, "blocks"))
	case *Definitions:
		for i, item := range b.Items {
			own := append(v.text(item.Term, "term"), v.blocks(item.Blocks, "blocks")...)
			l.Append(under(own, "items", i))
		}
	case *Quote:
		l = append(v.blocks(b.Blocks, "blocks"), v.text(b.Source, "source")...)
	default:
		l.Errorf("", CodeBlockUnknown, "no writer knows a block of type %T", b)
	}
	return l
}

func (v *validation) table(t *Table) problem.List {
	var l problem.List
	if v.inCell {
		l.Errorf("", CodeTableNested, "a table stands in a cell of another")
	}
	if t.ID != "" {
		l.Append(v.anchor(t.ID))
	}
	if len(t.Columns) == 0 {
		l.Errorf("/columns", CodeColumns, "the table has no columns")
	}
	for i, c := range t.Columns {
		if c.Width < 0 || c.Width > 100 {
			l.Errorf(problem.Pointer("columns", i, "width"), CodeWidth, "%d is not between 0 and 100 percent", c.Width)
		}
		if !c.Align.IsValid() {
			l.Errorf(problem.Pointer("columns", i, "align"), CodeValueUnknown,
				"%q is not a side: expected \"center\", \"end\" or nothing", c.Align)
		}
	}
	outer := v.inCell
	v.inCell = true
	for i := range t.Rows {
		l.Append(under(v.row(&t.Rows[i], len(t.Columns)), "rows", i))
	}
	v.inCell = outer
	return l
}

func (v *validation) figure(f *Figure) problem.List {
	var l problem.List
	if v.inCell {
		l.Errorf("", CodeTableNested, "a figure, which has a table, stands in a cell of a table")
	}
	if f.ID != "" {
		l.Append(v.anchor(f.ID))
	}
	l.Append(v.text(f.Caption, "caption"))
	l.Append(f.validate())
	return l
}

func (v *validation) row(r *Row, columns int) problem.List {
	var l problem.List
	if r.ID != "" {
		l.Append(v.anchor(r.ID))
	}
	switch {
	case len(r.Heading) > 0 && len(r.Cells) > 0:
		l.Errorf("/cells", CodeRowRagged, "a row with a heading has no cells, and this one has %d", len(r.Cells))
	case len(r.Heading) == 0 && len(r.Cells) != columns:
		l.Errorf("/cells", CodeRowRagged, "the row has %d cells and the table %d columns", len(r.Cells), columns)
	}
	l.Append(v.text(r.Heading, "heading"))
	for i := range r.Cells {
		l.Append(under(v.cell(&r.Cells[i]), "cells", i))
	}
	return l
}

func (v *validation) cell(c *Cell) problem.List {
	var l problem.List
	switch {
	case c.Tone == "":
	case !c.Tone.IsValid():
		l.Errorf("/tone", CodeValueUnknown, "%q is not a tone: expected %s", c.Tone, strings.Join(c.Tone.EnumValues(), ", "))
	case c.Label == "":
		l.Warnf("/label", CodeToneUnlabelled, "the tone %q has no label to say it in words", c.Tone)
	}
	l.Append(v.text(c.Text, "text"))
	return append(l, v.blocks(c.Blocks, "blocks")...)
}
