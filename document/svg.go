package document

import (
	"bufio"
	"fmt"
	"io"
)

// SVGOptions say how SVG is written. Nil means the defaults.
type SVGOptions struct {
	// Width is the width in pixels, 320 to 4000; 0 means 720. Letters keep their size.
	Width int
}

const (
	defaultSVGWidth = 720
	svgPadding      = 16
	captionLines    = 12
)

// fonts are those of the style sheet.
const fonts = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Liberation Sans, Arial, sans-serif"

// WriteSVG writes f as an SVG file that needs nothing else: no script, no style sheet, no font, no address. It has a white
// ground of its own, with the title above the drawing and the caption below it.
//
// An unsound figure (see [Figure.Validate]) is written as far as it goes: numbers that have no place in the drawing are
// left out. Words that have no room are cut, and end in an ellipsis. The error is that of w, or is about opts.
func WriteSVG(w io.Writer, f Figure, opts *SVGOptions) error {
	if w == nil {
		return errNoWriter
	}
	width := defaultSVGWidth
	if opts != nil && opts.Width != 0 {
		width = opts.Width
	}
	if width < 320 || width > 4000 {
		return fmt.Errorf("document: %d pixels is not a width between 320 and 4000", width)
	}
	d := newDrawing(width - 2*svgPadding)
	d.paragraph(0, wrap(f.Title, strongly(16), d.room(), 3), writing{ink: textInk, size: 16, strong: true})
	d.height += 6 * px
	d.figure(&f)
	if lines := wrap(f.Caption.String(), labelSize, d.room(), captionLines); len(lines) > 0 {
		d.height += 6 * px
		d.paragraph(0, lines, writing{ink: textInk, size: labelSize})
	}
	out := bufio.NewWriterSize(w, bufferSize)
	height := d.pixels() + 2*svgPadding
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="%d" height="%d" viewBox="0 0 %d %d" font-family="%s">`+"\n",
		width, height, width, height, fonts)
	d.describe(out, &f)
	fmt.Fprintf(out, "<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n<g transform=\"translate(%d %d)\">\n", width, height, paperInk.solid, svgPadding, svgPadding)
	d.copyTo(out)
	out.WriteString("</g>\n</svg>\n")
	return out.Flush()
}

// figure draws what f holds, without title and caption.
func (d *drawing) figure(f *Figure) {
	if len(f.Rows) > 0 {
		d.rows(f)
	} else {
		d.plot(f)
	}
}

// pixels returns the height of what has been drawn.
func (d *drawing) pixels() int { return (d.height + px - 1) / px }

// describe writes the title and the description that are read out in place of the drawing.
func (d *drawing) describe(out *bufio.Writer, f *Figure) {
	out.WriteString("<title>")
	htmlAttribute.write(out, f.Title)
	out.WriteString("</title>\n")
	if caption := f.Caption.String(); caption != "" {
		out.WriteString("<desc>")
		htmlAttribute.write(out, caption)
		out.WriteString("</desc>\n")
	}
}

func (d *drawing) copyTo(out *bufio.Writer) {
	_ = d.out.Flush() // a bytes.Buffer never fails
	out.Write(d.buffer.Bytes())
}
