package document

import (
	"cmp"
	"slices"
)

// Measures of a plot, in pixels but for the strokes.
const (
	labelSize  = 13
	tickSize   = 12
	plotHeight = 240
)

// dashes tell series apart without colour.
var dashes = [maxFigureSeries]string{"", "7 4", "2 4", "10 4 2 4", "4 4", "14 4"}

// plot draws series, lines and markers between two axes.
func (d *drawing) plot(f *Figure) {
	x, y := f.X.rangeOf(f.horizontal()), f.Y.rangeOf(f.vertical())
	yTicks := f.Y.ticks(y, 5)
	margin := 0
	for _, t := range yTicks {
		margin = max(margin, measure(t.text, tickSize))
	}
	d.axis(margin+8, 20)
	d.paragraph(0, wrap(f.Y.Label, labelSize, d.room(), 2), writing{ink: softInk, size: labelSize})
	rising := d.lineLabels(f, x, first(f.Lines, maxFigureLines))
	d.height += 16 * px
	top := d.height
	bottom := top + plotHeight*px
	at := func(p Point) [2]int {
		return [2]int{d.place(x, p.X), bottom - y.share(p.Y, bottom-top)}
	}
	for _, t := range yTicks {
		level := bottom - y.share(t.at, bottom-top)
		d.line(d.from, level, d.to, level, stroke{ink: gridInk, width: 10})
		d.words(d.from, level+4*px, t.text, writing{ink: softInk, size: tickSize, anchor: "end", dx: -6})
	}
	d.height = bottom
	d.horizontalAxis(f.X, x)
	for _, r := range rising {
		d.line(r.at, r.top, r.at, bottom, stroke{ink: textInk, width: 12, dash: "4 3"})
	}
	var taken []labelBox
	for _, line := range first(f.Lines, maxFigureLines) {
		if !line.Level || !drawable(line.At) || !y.holds(line.At) {
			continue
		}
		level := bottom - y.share(line.At, bottom-top)
		d.line(d.from, level, d.to, level, stroke{ink: textInk, width: 12, dash: "4 3"})
		words := oneLine(line.Label+" "+f.Y.spell(line.At), tickSize, d.room()*(d.to-d.from)/whole)
		d.words(d.to, level-5*px, words, writing{ink: textInk, size: tickSize, anchor: "end", over: true})
		taken = append(taken, labelBox{at: d.to, left: -measure(words, tickSize), right: 0, top: level - 17*px, bottom: level})
	}
	var paths [][][2]int
	for i := range first(f.Series, maxFigureSeries) {
		s := &f.Series[i]
		for _, path := range joined(s.Points, x, y, at) {
			d.path(path, top, bottom, stroke{ink: inkOf(s.Tone, accentInk), width: 22, dash: dashes[i]})
			paths = append(paths, path)
		}
	}
	d.markers(f, x, y, at, markerSpace{from: d.from, top: top, bottom: bottom, paths: paths, rising: rising, taken: taken})
	d.legendOfSeries(f)
}

// joined returns the points that can be drawn, as one run for each part without a gap.
func joined(points []Point, x, y reach, at func(Point) [2]int) [][][2]int {
	var runs [][][2]int
	open := false
	for _, p := range first(points, maxFigurePoints) {
		if !drawable(p.X) || !drawable(p.Y) || !x.holds(p.X) || !y.holds(p.Y) {
			open = false
			continue
		}
		if !open {
			runs = append(runs, nil)
			open = true
		}
		last := len(runs) - 1
		if own := at(p); len(runs[last]) == 0 || runs[last][len(runs[last])-1] != own {
			runs[last] = append(runs[last], own)
		}
	}
	return runs
}

// horizontalAxis draws the axis below what has been drawn: as many ticks as have room, and its label.
func (d *drawing) horizontalAxis(a Axis, r reach) {
	base := d.height
	d.line(d.from, base, d.to, base, stroke{ink: ruleInk, width: 15})
	for _, t := range d.ticksThatFit(a, r) {
		place := d.place(r, t.at)
		d.line(place, base, place, base+5*px, stroke{ink: ruleInk, width: 10})
		d.words(place, base+18*px, t.text, writing{ink: softInk, size: tickSize, anchor: "middle"})
	}
	d.height += 23 * px
	d.paragraph(d.from, wrap(a.Label, labelSize, d.room()*(whole-d.from)/whole, 2), writing{ink: softInk, size: labelSize})
}

func (d *drawing) ticksThatFit(a Axis, r reach) []tick {
	var ticks []tick
	for n := 6; n > 0; n-- {
		ticks = a.ticks(r, n)
		needed := 0
		for _, t := range ticks {
			needed += measure(t.text, tickSize) + 14
		}
		if needed <= d.room()*(d.to-d.from)/whole {
			break
		}
	}
	return ticks
}

// A risingLine is a line that rises from the axis to its label.
type risingLine struct {
	at, top int
	row     int
	box     labelBox
}

// lineLabels writes the labels of the lines that rise from the axis, above where the plot will be, in as few rows as do
// without one running into another or being crossed by a line.
func (d *drawing) lineLabels(f *Figure, x reach, lines []ReferenceLine) []risingLine {
	var rising []ReferenceLine
	for _, line := range lines {
		if !line.Level && drawable(line.At) && x.holds(line.At) {
			rising = append(rising, line)
		}
	}
	slices.SortStableFunc(rising, func(a, b ReferenceLine) int { return cmp.Compare(a.At, b.At) })
	var placed []risingLine
	rows := 0
	for _, line := range rising {
		at := d.place(x, line.At)
		words := oneLine(line.Label+" "+f.X.spell(line.At), tickSize, d.room()-4)
		width := measure(words, tickSize)
		// To the right of its line, or else to the left; in a label as wide as the drawing, from its left side.
		own := risingLine{at: at, box: labelBox{at: at, left: 4, right: 4 + width}}
		w := writing{ink: textInk, size: tickSize, dx: 4}
		if !own.box.fits(d.nominal) {
			own.box, w.dx, w.anchor = labelBox{at: at, left: -4 - width, right: -4}, -4, "end"
			if !own.box.fits(d.nominal) {
				own.box, w.dx, w.anchor = labelBox{left: 0, right: width}, 0, ""
			}
		}
		for own.row < rows && !own.isFree(placed, d.nominal) {
			own.row++
		}
		rows = max(rows, own.row+1)
		own.top = d.height + own.row*16*px
		d.words(own.box.at, own.top+13*px, words, w)
		own.top += 3 * px
		placed = append(placed, own)
	}
	d.height += rows * 16 * px
	return placed
}

// isFree reports whether r, in its row, neither overlaps a label nor has a line through its own or draws one through
// another's.
func (r risingLine) isFree(placed []risingLine, widths []int) bool {
	for _, other := range placed {
		line := labelBox{at: r.at, left: -2, right: 2}
		through := labelBox{at: other.at, left: -2, right: 2}
		switch {
		case other.row == r.row && other.box.beside(r.box, widths),
			other.row > r.row && other.box.beside(line, widths),
			other.row < r.row && r.box.beside(through, widths):
			return false
		}
	}
	return true
}

// oneLine returns s cut to one line.
func oneLine(s string, size, room int) string {
	lines := wrap(s, size, room, 1)
	if len(lines) == 0 {
		return ""
	}
	return lines[0]
}

// legendOfSeries names the series below the axis.
func (d *drawing) legendOfSeries(f *Figure) {
	d.height += 4 * px
	for i := range first(f.Series, maxFigureSeries) {
		s := &f.Series[i]
		colour := inkOf(s.Tone, accentInk)
		d.legend(s.Name, func(y int) {
			if len(s.Points) == 1 {
				d.sampleCircle(13*px, y, 3*px, colour, colour)
				return
			}
			d.sample(0, y, 26*px, y, stroke{ink: colour, width: 22, dash: dashes[i]})
		})
	}
}

// legend writes words beside what show draws at the height of the first line.
func (d *drawing) legend(words string, show func(y int)) {
	lines := wrap(words, tickSize, d.room()-36, 3)
	if len(lines) == 0 {
		return
	}
	show(d.height + 9*px)
	for _, line := range lines {
		d.raw("<text")
		d.attribute("x", "36")
		d.y("y", d.height+13*px)
		d.attribute("font-size", "12")
		d.paint(textInk, noInk)
		d.raw(">")
		htmlAttribute.write(d.out, line)
		d.raw("</text>\n")
		d.height += 16 * px
	}
	d.height += 2 * px
}
