package document

import "strconv"

func (h *html) table(t *Table) {
	columns := t.Columns
	if len(columns) == 0 {
		columns = []Column{{}} // so that what rows hold has a place
	}
	class := tableClass(len(columns))
	if class == wideTable {
		// What scrolls must be reachable by keyboard, and then have a name.
		h.raw(`<div class="scroll" tabindex="0" role="group"`)
		if t.Caption != "" {
			h.raw(` aria-label="`)
			h.attribute(t.Caption)
			h.raw(`"`)
		}
		h.raw(">\n")
	}
	h.raw("<table")
	h.id(t.ID)
	if class != "" {
		h.raw(` class="` + class + `"`)
	}
	h.raw(">\n")
	if t.Caption != "" {
		h.raw("<caption>")
		h.text(t.Caption)
		h.raw("</caption>\n")
	}
	for _, c := range columns {
		if class := columnClass(c); class != "" {
			h.raw(`<col class="` + class + "\">\n")
		} else {
			h.raw("<col>\n")
		}
	}
	if !t.untitled() {
		h.raw("<thead>\n<tr>")
		for _, c := range columns {
			// A th without words would be announced as one, so an untitled column gets a plain cell.
			if c.Title == "" {
				h.raw("<td></td>")
				continue
			}
			h.raw(`<th scope="col"` + alignClass(c.Align) + ">")
			h.text(c.Title)
			h.raw("</th>")
		}
		h.raw("</tr>\n</thead>\n")
	}
	h.rows(t.Rows, h.cellTags(columns))
	h.raw("</table>\n")
	if class == wideTable {
		h.raw("</div>\n")
	}
}

// A cellTag is what stands before and after each cell of a column, made once for all rows, and what stands for a cell
// without content: never a th, which would be announced as a title.
type cellTag struct{ open, close, blank string }

func (h *html) cellTags(columns []Column) []cellTag {
	tags := make([]cellTag, len(columns))
	for i, c := range columns {
		tag, scope := "td", ""
		if c.Header {
			tag, scope = "th", ` scope="row"`
		}
		tags[i] = cellTag{open: "<" + tag + scope + alignClass(c.Align), close: "</" + tag + ">"}
		if c.Title != "" {
			tags[i].open += ` data-label="` + htmlAttribute.string(c.Title) + `"`
		}
		tags[i].open += ">"
		tags[i].blank = "<td" + alignClass(c.Align) + "></td>"
	}
	return tags
}

// rows writes one body for the rows up to the first heading and one for each heading with its rows.
func (h *html) rows(rows []Row, tags []cellTag) {
	group := ` class="group"><th scope="rowgroup" colspan="` + strconv.Itoa(len(tags)) + `">`
	open := false
	for i := range rows {
		r := &rows[i]
		if h.failed() {
			return
		}
		isHeading := len(r.Heading) > 0
		if isHeading && open {
			h.raw("</tbody>\n")
			open = false
		}
		if !open {
			h.raw("<tbody>\n")
			open = true
		}
		if isHeading {
			h.raw("<tr")
			h.id(r.ID)
			h.raw(group)
			h.spans(r.Heading)
			h.raw("</th></tr>\n")
			if len(r.Cells) == 0 {
				continue
			}
		}
		h.raw("<tr")
		if !isHeading {
			h.id(r.ID)
		}
		h.raw(">")
		h.cells(r.Cells, tags)
		h.raw("</tr>\n")
	}
	if open {
		h.raw("</tbody>\n")
	}
}

func (h *html) cells(cells []Cell, tags []cellTag) {
	last := len(tags) - 1
	for i := range tags {
		overfull := i == last && len(cells) > len(tags)
		if !overfull && (i >= len(cells) || cells[i].isEmpty()) {
			h.raw(tags[i].blank)
			continue
		}
		h.raw(tags[i].open)
		h.cell(&cells[i])
		if overfull {
			for j := i + 1; j < len(cells); j++ {
				h.raw("<br>")
				h.cell(&cells[j])
			}
		}
		h.raw(tags[i].close)
	}
}

func (h *html) cell(c *Cell) {
	if label := c.label(); label != "" {
		tone := Neutral
		if c.Tone.IsValid() {
			tone = c.Tone
		}
		h.raw(`<span class="tone `)
		h.raw(string(tone))
		h.raw(`">`)
		h.text(label)
		h.raw("</span> ")
	}
	if len(c.Blocks) == 0 {
		h.spans(c.Text)
		return
	}
	if len(c.Text) > 0 {
		h.raw("<p>")
		h.spans(c.Text)
		h.raw("</p>\n")
	}
	h.blocks(c.Blocks)
}

const (
	narrowTable = "narrow" // stays a table on a narrow screen, where others become cards
	wideTable   = "wide"   // scrolls within the page, and is printed smaller
)

// tableClass tells the style sheet how much room a table wants.
func tableClass(columns int) string {
	switch {
	case columns <= 2:
		return narrowTable
	case columns >= 7:
		return wideTable
	}
	return ""
}

// columnClass names the style rule for the width of c, in steps of five percent. The content security policy forbids
// widths in the page itself.
func columnClass(c Column) string {
	if c.Width <= 0 || c.Width > 100 {
		return ""
	}
	return "w" + strconv.Itoa(max(5, (c.Width+2)/5*5))
}

func alignClass(a Align) string {
	switch a {
	case AlignCenter:
		return ` class="center"`
	case AlignEnd:
		return ` class="end"`
	}
	return ""
}
