package document

import "strconv"

// figure writes f as a drawing that takes the width that there is, and its numbers as a table. It has no ids but its own,
// so that any number of figures can stand on a page.
func (h *html) figure(f *Figure) {
	h.raw("<figure")
	h.id(f.ID)
	h.raw(">\n<figcaption>")
	if f.Title != "" {
		h.raw("<strong>")
		h.text(f.Title)
		h.raw("</strong>")
	}
	if len(f.Caption) > 0 {
		h.raw("\n<p>")
		h.spans(f.Caption)
		h.raw("</p>\n")
	}
	h.raw("</figcaption>\n")
	d := newDrawing(0)
	d.figure(f)
	h.raw(`<svg role="img" width="100%" height="` + strconv.Itoa(d.pixels()) + `" font-family="` + fonts + "\">\n")
	d.describe(h.out, f)
	d.copyTo(h.out)
	h.raw("</svg>\n")
	h.raw("<details>\n<summary>") // which the style sheet opens on paper
	h.text(h.words.Data)
	h.raw("</summary>\n")
	h.table(f.table())
	h.raw("</details>\n</figure>\n")
}
