package document

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
)

// whole is the width of a drawing in the unit that positions from left to right are counted in. Heights are counted in
// tenths of a pixel. Both are whole numbers, so that equal figures give equal bytes on every processor.
const (
	whole = 10_000
	px    = 10
)

// A drawing is SVG in the making. It has a width in pixels, or takes the width that there is: then it is written in
// percentages, with letters of one size on a telephone as on a wide screen, and is laid out so that nothing overlaps from
// narrowest to widest.
type drawing struct {
	buffer   bytes.Buffer
	out      *bufio.Writer
	width    int   // in pixels; 0 for the width that there is
	nominal  []int // the widths that the layout is for, in pixels, the narrowest first
	height   int   // of what has been drawn so far
	from, to int   // where the axis from left to right begins and ends
}

const (
	narrowest = 330 // a telephone, less the margins of the page
	widestPx  = 700 // what the style sheet allows
)

func newDrawing(width int) *drawing {
	d := &drawing{width: width, nominal: []int{narrowest, widestPx}}
	if width > 0 {
		d.nominal = []int{width}
	}
	d.out = bufio.NewWriter(&d.buffer)
	return d
}

// room is the width that text must fit into.
func (d *drawing) room() int { return d.nominal[0] }

// axis sets where the axis begins and ends, so many pixels from the sides.
func (d *drawing) axis(left, right int) {
	d.from = (min(left, d.room()/2)*whole + d.room() - 1) / d.room()
	d.to = whole - (right*whole+d.room()-1)/d.room()
}

// place returns where v lies on the axis.
func (d *drawing) place(r reach, v float64) int { return d.from + r.share(v, d.to-d.from) }

func (d *drawing) raw(markup string) { d.out.WriteString(markup) }

// attribute writes a value of our own.
func (d *drawing) attribute(name, value string) { d.raw(" " + name + `="` + value + `"`) }

// x writes a position from left to right.
func (d *drawing) x(name string, at int) {
	if d.width > 0 {
		d.attribute(name, tenths((at*d.width*px+whole/2)/whole))
		return
	}
	if at == 0 {
		d.attribute(name, "0")
		return
	}
	d.attribute(name, strconv.Itoa(at/100)+decimals(at%100, 2)+"%")
}

func (d *drawing) y(name string, at int) { d.attribute(name, tenths(at)) }

func tenths(v int) string {
	if v < 0 {
		return "-" + tenths(-v)
	}
	return strconv.Itoa(v/px) + decimals(v%px, 1)
}

// decimals returns the digits after the point, if there are any.
func decimals(v, digits int) string {
	if v == 0 {
		return ""
	}
	s := fmt.Sprintf(".%0*d", digits, v)
	if s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	return s
}

// A stroke says how a line is drawn.
type stroke struct {
	ink
	width int // in tenths of a pixel
	dash  string
}

func (d *drawing) stroke(s stroke) {
	d.attribute("stroke-width", tenths(s.width))
	if s.dash != "" {
		d.attribute("stroke-dasharray", s.dash)
	}
}

func (d *drawing) line(x1, y1, x2, y2 int, s stroke) {
	d.raw("<line")
	d.x("x1", x1)
	d.y("y1", y1)
	d.x("x2", x2)
	d.y("y2", y2)
	d.paint(noInk, s.ink)
	d.stroke(s)
	d.raw("/>\n")
}

// sample draws a line of a legend, at pixels from the left side whatever the width of the drawing.
func (d *drawing) sample(x1, y1, x2, y2 int, s stroke) {
	d.raw("<line")
	d.y("x1", x1)
	d.y("y1", y1)
	d.y("x2", x2)
	d.y("y2", y2)
	d.paint(noInk, s.ink)
	d.stroke(s)
	d.raw("/>\n")
}

func (d *drawing) circle(at, y, radius int, fill, border ink) {
	d.raw("<circle")
	d.x("cx", at)
	d.disc(y, radius, fill, border)
}

// sampleCircle is circle for a legend, so many pixels from the left side.
func (d *drawing) sampleCircle(x, y, radius int, fill, border ink) {
	d.raw("<circle")
	d.y("cx", x)
	d.disc(y, radius, fill, border)
}

func (d *drawing) disc(y, radius int, fill, border ink) {
	d.y("cy", y)
	d.y("r", radius)
	d.paint(fill, border)
	d.attribute("stroke-width", "2")
	d.raw("/>\n")
}

func (d *drawing) frame(x1, y1, x2, y2 int, s stroke) {
	d.raw("<rect")
	d.x("x", x1)
	d.y("y", y1)
	d.x("width", x2-x1)
	d.y("height", y2-y1)
	d.attribute("rx", "3")
	d.paint(noInk, s.ink)
	d.stroke(s)
	d.raw("/>\n")
}

// A writing says how words are set.
type writing struct {
	ink
	size   int
	strong bool
	anchor string // "", "middle" or "end"
	dx     int    // pixels from the position
	// over is true for words that a line may run behind: on a page the style sheet keeps it away from the letters.
	over bool
}

// words writes one line, whose baseline is y.
func (d *drawing) words(at, y int, s string, w writing) {
	d.raw("<text")
	d.x("x", at)
	if w.dx != 0 {
		d.attribute("dx", strconv.Itoa(w.dx))
	}
	d.y("y", y)
	if w.anchor != "" {
		d.attribute("text-anchor", w.anchor)
	}
	d.attribute("font-size", strconv.Itoa(w.size))
	if w.strong {
		d.attribute("font-weight", "600")
	}
	if w.over && d.width == 0 {
		d.attribute("class", "over f-"+w.name)
		d.attribute("fill", "currentColor")
	} else {
		d.paint(w.ink, noInk)
	}
	d.raw(">")
	htmlAttribute.write(d.out, s) // which writes a line break as a space
	d.raw("</text>\n")
}

// lead is the distance between two lines of words.
const lead = 17 * px

// paragraph writes lines below what has been drawn.
func (d *drawing) paragraph(at int, lines []string, w writing) {
	for _, line := range lines {
		d.words(at, d.height+13*px, line, w)
		d.height += lead
	}
}

// path joins points by a line; a single point is a dot.
func (d *drawing) path(points [][2]int, top, bottom int, s stroke) {
	if len(points) == 1 {
		d.circle(points[0][0], points[0][1], 3*px, s.ink, s.ink)
		return
	}
	if d.width == 0 { // only inside a box of its own can a path have positions that follow the width
		d.raw("<svg")
		d.attribute("x", "0")
		d.y("y", top)
		d.attribute("width", "100%")
		d.y("height", bottom-top)
		d.attribute("viewBox", fmt.Sprintf("0 0 %d %d", whole, bottom-top))
		d.attribute("preserveAspectRatio", "none")
		d.attribute("overflow", "visible")
		d.raw(">")
	}
	d.raw("<polyline")
	d.raw(` points="`)
	for i, p := range points {
		if i > 0 {
			d.raw(" ")
		}
		if d.width == 0 {
			d.raw(strconv.Itoa(p[0]) + "," + strconv.Itoa(p[1]-top))
		} else {
			d.raw(tenths((p[0]*d.width*px+whole/2)/whole) + "," + tenths(p[1]))
		}
	}
	d.raw(`"`)
	d.paint(noInk, s.ink)
	d.stroke(s)
	d.attribute("stroke-linejoin", "round")
	d.attribute("stroke-linecap", "round")
	d.attribute("vector-effect", "non-scaling-stroke")
	d.raw("/>")
	if d.width == 0 {
		d.raw("</svg>")
	}
	d.raw("\n")
}
