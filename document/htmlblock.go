package document

func (h *html) blocks(blocks []Block) {
	for _, b := range blocks {
		if isNil(b) {
			continue
		}
		switch b := b.(type) {
		case *Paragraph:
			h.raw("<p>")
			h.spans(b.Text)
			h.raw("</p>\n")
		case *List:
			h.list(b)
		case *Table:
			h.table(b)
		case *Figure:
			h.figure(b)
		case *Note:
			h.note(b)
		case *Definitions:
			h.definitions(b)
		case *Quote:
			h.quote(b)
		}
	}
}

// inside writes the blocks of an item or a cell, a single paragraph without an element of its own.
func (h *html) inside(blocks []Block) {
	if len(blocks) == 1 {
		if p, ok := blocks[0].(*Paragraph); ok && p != nil {
			h.spans(p.Text)
			return
		}
	}
	h.raw("\n")
	h.blocks(blocks)
}

func (h *html) spans(t Text) {
	for i := range t {
		s := &t[i]
		if s.Style == "" && s.To == "" {
			h.text(s.Words)
			continue
		}
		h.span(s)
	}
}

func (h *html) span(s *Span) {
	var tag string
	switch s.Style {
	case Strong:
		tag = "strong>"
	case Emphasis:
		tag = "em>"
	case Code:
		tag = "code>"
	}
	if tag != "" {
		h.raw("<")
		h.raw(tag)
	}
	anchor, isAnchor := s.anchor()
	switch {
	case s.To == "":
		h.text(s.Words)
	case isAnchor:
		h.raw(`<a href="#`)
		writePercent(h.out, anchor, isAnchorByte)
		h.raw(`">`)
		h.text(s.words())
		h.raw("</a>")
	case isAddress(s.To):
		h.raw(`<a href="`)
		h.attribute(s.To)
		h.raw(`">`)
		h.text(s.words())
		h.raw("</a>")
	default:
		h.text(s.words())
		if s.Words != "" {
			h.raw(" (")
			h.text(s.To)
			h.raw(")")
		}
	}
	if tag != "" {
		h.raw("</")
		h.raw(tag)
	}
}

func (h *html) list(l *List) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul>\n"
	if l.Ordered {
		tag = "ol>\n"
	}
	h.raw("<")
	h.raw(tag)
	for _, item := range l.Items {
		h.raw("<li>")
		h.inside(item)
		h.raw("</li>\n")
	}
	h.raw("</")
	h.raw(tag)
}

func (h *html) note(n *Note) {
	class := Info
	if n.Kind.IsValid() {
		class = n.Kind
	}
	h.raw(`<div class="note ` + string(class) + "\" role=\"note\">\n<p class=\"title\">")
	h.text(h.words.noteTitle(n))
	h.raw("</p>\n")
	h.blocks(n.Blocks)
	h.raw("</div>\n")
}

func (h *html) definitions(d *Definitions) {
	if len(d.Items) == 0 {
		return // an empty dl is not valid
	}
	h.raw("<dl>\n")
	for _, item := range d.Items {
		h.raw("<div><dt>")
		h.spans(item.Term)
		h.raw("</dt><dd>")
		h.inside(item.Blocks)
		h.raw("</dd></div>\n")
	}
	h.raw("</dl>\n")
}

func (h *html) quote(q *Quote) {
	h.raw("<blockquote>\n")
	h.blocks(q.Blocks)
	if len(q.Source) > 0 {
		h.raw(`<p class="source">`)
		h.spans(q.Source)
		h.raw("</p>\n")
	}
	h.raw("</blockquote>\n")
}
