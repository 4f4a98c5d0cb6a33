package document

import "slices"

// rows draws intervals below each other: each with its name and its state above it, so that both have the whole width.
func (d *drawing) rows(f *Figure) {
	x := f.X.rangeOf(f.horizontal())
	shared := f.sharedLines()
	d.axis((measure(f.X.spell(x.from), tickSize)+1)/2, 20)
	through := append(shared[:len(shared):len(shared)], first(f.Lines, maxFigureLines)...)
	rising := d.lineLabels(f, x, through)
	d.height += 4 * px
	labelsEnd := d.height
	known := false
	var names []string // of lines that rows have for themselves
	for i := range first(f.Rows, maxFigureRows) {
		r := &f.Rows[i]
		d.height += 6 * px
		d.paragraph(0, wrap(r.Label, strongly(labelSize), d.room(), 3), writing{ink: textInk, size: labelSize, strong: true})
		tone := inkOf(r.Tone, textInk)
		if r.Unknown {
			tone = softInk
		}
		d.paragraph(0, wrap(r.State, tickSize, d.room(), 4), writing{ink: tone, size: tickSize})
		top := d.height + 3*px
		middle, bottom := top+11*px, top+22*px
		for _, t := range d.ticksThatFit(f.X, x) {
			place := d.place(x, t.at)
			d.line(place, top, place, bottom, stroke{ink: gridInk, width: 10})
		}
		if r.Unknown {
			d.unknown(top, bottom)
		} else {
			known = true
			d.interval(x, r, middle)
		}
		if r.Unknown { // there is nothing to compare
			d.height = bottom + 8*px
			continue
		}
		for _, line := range rising {
			d.line(line.at, top-2*px, line.at, bottom+2*px, stroke{ink: textInk, width: 18, dash: "4 3"})
		}
		for _, line := range first(r.Lines, maxFigureRowLines) {
			if isShared(shared, line) || !drawable(line.At) || !x.holds(line.At) {
				continue
			}
			place := d.place(x, line.At)
			d.line(place, top-2*px, place, bottom+2*px, ownLine)
			if !slices.Contains(names, line.Label) {
				names = append(names, line.Label)
			}
		}
		d.height = bottom + 8*px
	}
	for _, line := range rising { // from its label to the first row
		d.line(line.at, line.top, line.at, labelsEnd, stroke{ink: textInk, width: 12, dash: "4 3"})
	}
	d.horizontalAxis(f.X, x)
	d.legendOfRows(f, known, names)
}

// ownLine is how a line is drawn that is not the same in every row.
var ownLine = stroke{ink: textInk, width: 22, dash: "1.5 2"}

func isShared(shared []ReferenceLine, line ReferenceLine) bool {
	return slices.ContainsFunc(shared, func(s ReferenceLine) bool { return s.Label == line.Label && s.At == line.At })
}

// interval draws an interval with its ends and the number in it.
func (d *drawing) interval(x reach, r *IntervalRow, middle int) {
	colour := inkOf(r.Tone, accentInk)
	from, to := r.From, r.To
	if drawable(from) && drawable(to) && from <= to {
		a, b := d.place(x, from), d.place(x, to)
		d.line(a, middle, b, middle, stroke{ink: colour, width: 30})
		for _, end := range []struct {
			v  float64
			at int
		}{{from, a}, {to, b}} {
			if x.holds(end.v) { // no end is shown where there is none
				d.line(end.at, middle-7*px, end.at, middle+7*px, stroke{ink: colour, width: 30})
			}
		}
	}
	if drawable(r.Value) && x.holds(r.Value) {
		d.circle(d.place(x, r.Value), middle, 5*px, paperInk, colour)
	}
}

// unknown draws a row of which nothing is known: an empty frame from one end of the axis to the other.
func (d *drawing) unknown(top, bottom int) {
	d.frame(d.from, top+3*px, d.to, bottom-3*px, stroke{ink: softInk, width: 12, dash: "3 4"})
}

// legendOfRows says what the shapes mean, of those that there are.
func (d *drawing) legendOfRows(f *Figure, known bool, lines []string) {
	d.height += 4 * px
	if known {
		s := stroke{ink: textInk, width: 30}
		ends := f.RowNames.From
		if f.RowNames.To != "" {
			ends += " – " + f.RowNames.To
		}
		d.legend(ends, func(y int) {
			d.sample(px, y, 25*px, y, s)
			d.sample(px, y-5*px, px, y+5*px, s)
			d.sample(25*px, y-5*px, 25*px, y+5*px, s)
		})
		d.legend(f.RowNames.Value, func(y int) { d.sampleCircle(13*px, y, 5*px, paperInk, textInk) })
	}
	for _, label := range lines {
		d.legend(label, func(y int) { d.sample(13*px, y-7*px, 13*px, y+7*px, ownLine) })
	}
}
