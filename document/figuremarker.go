package document

// A labelBox is the room that a label takes: from so many pixels left of a position to so many right of it, and from top to
// bottom in tenths of a pixel.
type labelBox struct {
	at, left, right int
	top, bottom     int
}

// span returns where b begins and ends in a drawing of the given width, in pixels.
func (b labelBox) span(width int) (from, to int) {
	at := b.at * width / whole
	return at + b.left, at + b.right
}

// fits reports whether b lies within drawings of all the widths.
func (b labelBox) fits(widths []int) bool {
	for _, width := range widths {
		if from, to := b.span(width); from < 0 || to > width {
			return false
		}
	}
	return true
}

// beside reports whether b and c share a stretch from left to right, in a drawing of any of the widths.
func (b labelBox) beside(c labelBox, widths []int) bool {
	for _, width := range widths {
		from, to := b.span(width)
		other, end := c.span(width)
		if from < end+4 && other < to+4 {
			return true
		}
	}
	return false
}

// A markerSpace is the plot that labels of markers have to find room in.
type markerSpace struct {
	from        int // where the plot begins, from left to right
	top, bottom int
	paths       [][][2]int
	rising      []risingLine
	taken       []labelBox
}

// cost says how much b is in the way.
func (s *markerSpace) cost(b labelBox, widths []int) int {
	sum := 0
	if !b.fits(widths) {
		sum += 10_000
	}
	if b.top < s.top-16*px || b.bottom > s.bottom {
		sum += 1_000
	}
	for _, other := range s.taken {
		if b.top < other.bottom && other.top < b.bottom && b.beside(other, widths) {
			sum += 300
		}
	}
	for _, r := range s.rising {
		if b.beside(labelBox{at: r.at}, widths) {
			sum += 3
		}
	}
	for _, width := range widths {
		from, to := b.span(width)
		if from < s.from*width/whole {
			sum += 500
		}
		for _, path := range s.paths {
			// A path of many points is looked at in parts that are short enough.
			for i := 0; i < len(path); i += 1 + len(path)/400 {
				next := path[min(i+1, len(path)-1)]
				for part := range 4 {
					x := path[i][0] + (next[0]-path[i][0])*part/4
					y := path[i][1] + (next[1]-path[i][1])*part/4
					if x = x * width / whole; x > from-3 && x < to+3 && y > b.top-2*px && y < b.bottom+2*px {
						sum += 5
					}
				}
			}
		}
	}
	return sum
}

// markers draws the markers, and their labels where they are least in the way.
func (d *drawing) markers(f *Figure, x, y reach, at func(Point) [2]int, space markerSpace) {
	type spot struct {
		m  *Marker
		at [2]int
	}
	var spots []spot
	for i := range first(f.Markers, maxFigureMarkers) {
		m := &f.Markers[i]
		if !drawable(m.X) || !drawable(m.Y) || !x.holds(m.X) || !y.holds(m.Y) {
			continue
		}
		s := spot{m, at(m.Point)}
		spots = append(spots, s)
		space.taken = append(space.taken, labelBox{at: s.at[0], left: -5, right: 5, top: s.at[1] - 5*px, bottom: s.at[1] + 5*px})
		d.circle(s.at[0], s.at[1], 5*px, inkOf(m.Tone, accentInk), paperInk)
	}
	for _, s := range spots {
		lines := wrap(s.m.Label, tickSize, min(190, d.room()*45/100), 4) // so that it fits on one side
		width, height := widest(lines, tickSize), len(lines)*15*px
		var best labelBox
		least, end := -1, false
		for i, above := range []int{height + 6*px, height / 2, -6 * px, height + 22*px, -22 * px, height + 44*px, -44 * px} {
			for _, left := range []bool{false, true} {
				b := labelBox{at: s.at[0], left: 10, right: 10 + width, top: s.at[1] - above, bottom: s.at[1] - above + height}
				if left {
					b.left, b.right = -10-width, -10
				}
				if cost := space.cost(b, d.nominal) + i; least < 0 || cost < least { // the nearer, the better
					best, least, end = b, cost, left
				}
			}
		}
		w := writing{ink: textInk, size: tickSize, dx: best.left, over: true}
		if end {
			w.anchor, w.dx = "end", best.right
		}
		for i, line := range lines {
			d.words(best.at, best.top+12*px+i*15*px, line, w)
		}
		space.taken = append(space.taken, best)
	}
}
