package document

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
)

// HTMLOptions say how HTML is written. Nil means the defaults.
type HTMLOptions struct {
	// ContentsDepth is how many levels of sections the table of contents lists; 0 means 3, below 0 means no contents.
	ContentsDepth int
	// Level is the level of the heading that [WriteHTMLFragment] begins with, 1 to 6; 0 means 2.
	Level int
	// Words replace the English words that are not part of the document.
	Words Words
}

//go:embed style.css
var style string

// HTMLStyle returns the style sheet of the pages that [WriteHTML] writes, for pages that show the output of
// [WriteHTMLFragment].
func HTMLStyle() string { return style }

// textAnchor is the anchor of the text as a whole. No section can have it: an anchor does not begin with "_".
const textAnchor = "_text"

const bufferSize = 32 << 10

var errNoWriter = errors.New("document: no writer to write to")

// WriteHTML writes d as one HTML page that needs nothing else: no script, no picture, no font, no address. A content
// security policy in the page says so to the browser. The page reads well on a telephone, on a wide screen, in light
// and dark, on paper (A4, with the mark on each page) and by ear.
//
// An unsound document (see [Document.Validate]) is written as far as it goes and loses no text. The error is that of w,
// or says that d nests too deep.
func WriteHTML(w io.Writer, d Document, opts *HTMLOptions) error {
	h, err := newHTML(w, opts)
	if err == nil {
		err = writable(d.Sections)
	}
	if err != nil {
		return err
	}
	h.page(&d)
	return h.out.Flush()
}

// WriteHTMLFragment writes the section of d whose ID is id, with all below it, as one section element for a page of
// one's own. It begins with d's mark, so that a draft stays one wherever its parts are shown. It fails if d has no such
// section.
func WriteHTMLFragment(w io.Writer, d Document, id string, opts *HTMLOptions) error {
	h, err := newHTML(w, opts)
	if err != nil {
		return err
	}
	s, number := locate(d.Sections, id, "", 0)
	if s == nil {
		return fmt.Errorf("document: no section has the id %q", id)
	}
	if err := writable([]Section{*s}); err != nil {
		return err
	}
	level := 2
	if opts != nil && opts.Level != 0 {
		level = opts.Level
	}
	if level < 1 || level > 6 {
		return fmt.Errorf("document: heading level %d is not between 1 and 6", level)
	}
	h.section(s, number, level, d.Mark, d.MarkReason)
	return h.out.Flush()
}

// locate returns the section of the given id and its position.
func locate(sections []Section, id, above string, depth int) (*Section, string) {
	if id == "" || depth >= maxDepth {
		return nil, ""
	}
	for i := range sections {
		number := numberOf(above, i)
		if sections[i].ID == id {
			return &sections[i], number
		}
		if s, n := locate(sections[i].Sections, id, number, depth+1); s != nil {
			return s, n
		}
	}
	return nil, ""
}

// An html writes one document. The buffered writer keeps the first error, so that only Flush needs to be asked.
type html struct {
	out      *bufio.Writer
	words    Words
	contents int
}

func newHTML(w io.Writer, opts *HTMLOptions) (*html, error) {
	if w == nil {
		return nil, errNoWriter
	}
	if opts == nil {
		opts = &HTMLOptions{}
	}
	return &html{
		out: bufio.NewWriterSize(w, bufferSize), words: opts.Words.orEnglish(), contents: opts.ContentsDepth,
	}, nil
}

// raw writes markup of our own; text and attribute write what the document says.
func (h *html) raw(markup string)  { h.out.WriteString(markup) }
func (h *html) text(s string)      { htmlText.write(h.out, s) }
func (h *html) attribute(s string) { htmlAttribute.write(h.out, s) }

// failed reports whether writing on is in vain.
func (h *html) failed() bool {
	_, err := h.out.Write(nil)
	return err != nil
}

func (h *html) id(anchor string) {
	if anchor != "" {
		h.raw(` id="`)
		writePercent(h.out, anchor, isAnchorByte)
		h.raw(`"`)
	}
}

func (h *html) page(d *Document) {
	language := d.Language
	if language == "" {
		language = "en"
	}
	h.raw("<!DOCTYPE html>\n<html lang=\"")
	h.attribute(language)
	h.raw(`"`)
	h.data("mark", d.Mark)
	h.raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
	sum := sha256.Sum256([]byte(style))
	h.raw(base64.StdEncoding.EncodeToString(sum[:]))
	h.raw("'; base-uri 'none'; form-action 'none'\">\n")
	h.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	h.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
	if d.Mark != "" {
		h.attribute(d.Mark)
		h.raw(": ")
	}
	h.attribute(d.Title)
	h.raw("</title>\n<style>")
	h.raw(style)
	h.raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#" + textAnchor + "\">")
	h.text(h.words.SkipToText)
	h.raw("</a>\n")
	if d.Mark != "" {
		h.raw(`<aside class="mark" aria-label="`)
		h.attribute(h.words.Status)
		h.raw(`">`)
		h.mark(d.Mark, d.MarkReason)
		h.raw("</aside>\n")
	}
	h.titlePage(d)
	if depth := contentsDepth(h.contents, d.Sections); depth > 0 {
		h.raw(`<nav class="contents" aria-label="`)
		h.attribute(h.words.Contents)
		h.raw("\">\n<details open>\n<summary>")
		h.text(h.words.Contents)
		h.raw("</summary>\n")
		h.contentsOf(d.Sections, "", depth)
		h.raw("</details>\n</nav>\n")
	}
	h.raw("<main id=\"" + textAnchor + "\" tabindex=\"-1\">\n")
	for i := range d.Sections {
		h.section(&d.Sections[i], numberOf("", i), 2, "", "")
	}
	h.raw("</main>\n</body>\n</html>\n")
}

func (h *html) data(name, value string) {
	if value != "" {
		h.raw(" data-" + name + `="`)
		h.attribute(value)
		h.raw(`"`)
	}
}

func (h *html) mark(mark, reason string) {
	h.raw("<strong>")
	h.text(mark)
	h.raw("</strong>")
	if reason != "" {
		h.raw(" <span>")
		h.text(reason)
		h.raw("</span>")
	}
}

func (h *html) titlePage(d *Document) {
	h.raw("<header>\n")
	if d.Title != "" {
		h.raw("<h1>")
		h.text(d.Title)
		h.raw("</h1>\n")
	}
	if d.Subtitle != "" {
		h.raw(`<p class="subtitle">`)
		h.text(d.Subtitle)
		h.raw("</p>\n")
	}
	if len(d.Facts) > 0 {
		h.raw("<dl class=\"facts\">\n")
		for _, f := range d.Facts {
			h.raw("<div><dt>")
			h.text(f.Name)
			h.raw("</dt><dd>")
			h.text(f.Value)
			h.raw("</dd></div>\n")
		}
		h.raw("</dl>\n")
	}
	h.raw("</header>\n")
}

func (h *html) contentsOf(sections []Section, above string, depth int) {
	h.raw("<ol>\n")
	for i := range sections {
		s := &sections[i]
		number := numberOf(above, i)
		anchor := s.anchorAt(number)
		h.raw(`<li><a href="#`)
		writePercent(h.out, anchor, isAnchorByte)
		h.raw(`">`)
		if s.Title == "" {
			h.text(anchor)
		} else {
			h.text(s.Title)
		}
		h.raw("</a>")
		if depth > 1 && len(s.Sections) > 0 {
			h.raw("\n")
			h.contentsOf(s.Sections, number, depth-1)
		}
		h.raw("</li>\n")
	}
	h.raw("</ol>\n")
}

// section writes s and what is below it. Mark is for the outermost section of a fragment.
func (h *html) section(s *Section, number string, level int, mark, reason string) {
	if h.failed() {
		return
	}
	h.raw("<section")
	h.id(s.anchorAt(number))
	h.data("kind", s.Kind)
	h.data("mark", mark)
	h.raw(">\n")
	if mark != "" {
		h.raw(`<p class="mark">`)
		h.mark(mark, reason)
		h.raw("</p>\n")
	}
	if s.Title != "" {
		h.heading(s.Title, level)
	}
	h.blocks(s.Blocks)
	for i := range s.Sections {
		h.section(&s.Sections[i], numberOf(number, i), level+1, "", "")
	}
	h.raw("</section>\n")
}

// heading writes a heading of any level; HTML has elements for six.
func (h *html) heading(title string, level int) {
	if level <= 6 {
		tag := "h" + string(rune('0'+level)) + ">"
		h.raw("<" + tag)
		h.text(title)
		h.raw("</" + tag + "\n")
		return
	}
	fmt.Fprintf(h.out, `<p class="h6" role="heading" aria-level="%d">`, level)
	h.text(title)
	h.raw("</p>\n")
}
