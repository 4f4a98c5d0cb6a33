package document

import (
	"bufio"
	"io"
)

// MarkdownOptions say how Markdown is written. Nil means the defaults.
type MarkdownOptions struct {
	// ContentsDepth is how many levels of sections the table of contents lists; 0 means 3, below 0 means no contents.
	ContentsDepth int
	// Words replace the English words that are not part of the document.
	Words Words
}

// WriteMarkdown writes d as GitHub flavoured Markdown: a pipe table for each [Table], with the same number of cells in
// every row, and an anchor before each heading. The mark stands at the top and under each heading of the first level.
//
// A cell of a pipe table is one line, so blocks in a cell are joined by <br>. An unsound document (see
// [Document.Validate]) is written as far as it goes and loses no text. The error is that of w, or says that d nests
// too deep.
func WriteMarkdown(w io.Writer, d Document, opts *MarkdownOptions) error {
	if w == nil {
		return errNoWriter
	}
	if err := writable(d.Sections); err != nil {
		return err
	}
	if opts == nil {
		opts = &MarkdownOptions{}
	}
	m := &markdown{out: bufio.NewWriterSize(w, bufferSize), words: opts.Words.orEnglish(), mark: d.Mark}
	m.titlePage(&d)
	if depth := contentsDepth(opts.ContentsDepth, d.Sections); depth > 0 {
		m.blank()
		m.strong(m.words.Contents)
		m.blank()
		m.contentsOf(d.Sections, "", depth)
	}
	for i := range d.Sections {
		m.section(&d.Sections[i], numberOf("", i), 2)
	}
	m.raw("\n")
	return m.out.Flush()
}

// A markdown writes one document. Each block is written without a line feed at its end; newline and blank go between.
type markdown struct {
	out   *bufio.Writer
	words Words
	mark  string
	// prefix begins each line: "> " inside a quote, spaces inside a list.
	prefix []byte
	// begun is false until the first block is written.
	begun bool
}

// raw writes markup of our own; text writes what the document says.
func (m *markdown) raw(markup string) { m.out.WriteString(markup) }
func (m *markdown) text(s string)     { markdownText.write(m.out, s) }

// failed reports whether writing on is in vain.
func (m *markdown) failed() bool {
	_, err := m.out.Write(nil)
	return err != nil
}

func (m *markdown) newline() {
	m.raw("\n")
	m.out.Write(m.prefix)
}

// blank puts an empty line before the next block, unless it is the first of the document.
func (m *markdown) blank() {
	if !m.begun {
		m.begun = true
		return
	}
	m.raw("\n")
	end := len(m.prefix)
	for end > 0 && m.prefix[end-1] == ' ' {
		end--
	}
	m.out.Write(m.prefix[:end])
	m.newline()
}

// within runs write with indent added to the prefix of the lines that follow.
func (m *markdown) within(indent string, write func()) {
	outer := len(m.prefix)
	m.prefix = append(m.prefix, indent...)
	write()
	m.prefix = m.prefix[:outer]
}

func (m *markdown) titlePage(d *Document) {
	if d.Mark != "" {
		m.blank()
		m.raw("> [!CAUTION]\n> ")
		m.strong(d.Mark)
		if d.MarkReason != "" {
			m.raw(": ")
			m.text(d.MarkReason)
		}
	}
	if d.Title != "" {
		m.blank()
		m.raw("# ")
		m.text(d.Title)
	}
	if d.Subtitle != "" {
		m.blank()
		m.spans(Plain(d.Subtitle), lineStart)
	}
	for i, f := range d.Facts {
		if i == 0 {
			m.blank()
		} else {
			m.newline()
		}
		m.raw("- ")
		m.strong(f.Name)
		m.raw(": ")
		m.text(f.Value)
	}
}

func (m *markdown) contentsOf(sections []Section, above string, depth int) {
	for i := range sections {
		s := &sections[i]
		number := numberOf(above, i)
		anchor := s.anchorAt(number)
		if i > 0 {
			m.newline()
		}
		m.raw("- [")
		if s.Title == "" {
			m.text(anchor)
		} else {
			m.text(s.Title)
		}
		m.raw("](#")
		writePercent(m.out, anchor, isAnchorByte)
		m.raw(")")
		if depth > 1 && len(s.Sections) > 0 {
			m.within("  ", func() {
				m.newline()
				m.contentsOf(s.Sections, number, depth-1)
			})
		}
	}
}

func (m *markdown) anchor(anchor string) {
	if anchor != "" {
		m.raw(`<a id="`)
		writePercent(m.out, anchor, isAnchorByte)
		m.raw(`"></a>`)
	}
}

func (m *markdown) section(s *Section, number string, level int) {
	if m.failed() {
		return
	}
	m.blank()
	m.raw("######"[:min(level, 6)])
	m.raw(" ")
	m.anchor(s.anchorAt(number))
	m.text(s.Title)
	if level == 2 && m.mark != "" {
		m.blank()
		m.strong(m.mark)
	}
	if len(s.Blocks) > 0 {
		m.blank()
		m.blocks(s.Blocks)
	}
	for i := range s.Sections {
		m.section(&s.Sections[i], numberOf(number, i), level+1)
	}
}
