package document

import (
	"math"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// Codes of the problems of a [Figure].
const (
	CodeFigureEmpty  problem.Code = "figure-empty"          // nothing to draw: no series, marker or row, or a series without points
	CodeFigureLabel  problem.Code = "figure-label-missing"  // an axis, series, line, marker or row without words: Marker{}
	CodeFigureNumber problem.Code = "figure-number"         // not a number, infinite, or beyond 1e12: Point{X: math.NaN()}
	CodeFigureRange  problem.Code = "figure-range"          // an axis whose end is not above its beginning: Axis{From: 1, To: 1}
	CodeFigureBeyond problem.Code = "figure-number-outside" // a number that does not lie on its axis
	CodeFigureOrder  problem.Code = "figure-interval-order" // From, Value and To that do not ascend, or are given where nothing is known
	CodeFigureMixed  problem.Code = "figure-mixed"          // rows beside series, markers, level lines or an axis upwards
	CodeFigureCount  problem.Code = "figure-count"          // more of something than a figure can show
)

// Validate returns what is wrong with f by itself. Whether the references of the caption lead anywhere is for
// [Document.Validate].
func (f Figure) Validate() problem.List {
	l := f.validate()
	if f.ID != "" && !isAnchor(f.ID) {
		l.Errorf("/id", CodeAnchorForm, "%q is not letters, digits and \"._/-\" beginning with a letter or digit", f.ID)
	}
	return l
}

// validate checks f but for its anchor and its caption.
func (f *Figure) validate() problem.List {
	c := figureCheck{x: f.X.rangeOf(f.horizontal())}
	if f.Title == "" {
		c.Errorf("/title", CodeTitleMissing, "the figure has no title")
	}
	c.axis("x", f.X)
	if len(f.Rows) > 0 {
		f.checkMixed(&c)
		c.count("rows", len(f.Rows), maxFigureRows)
		c.rowNames(f.RowNames)
		for i := range first(f.Rows, maxFigureRows) {
			c.row(i, &f.Rows[i])
		}
	} else {
		c.y = f.Y.rangeOf(f.vertical())
		c.axis("y", f.Y)
		if len(f.Series) == 0 && len(f.Markers) == 0 {
			c.Errorf("", CodeFigureEmpty, "the figure has no series, no markers and no rows")
		}
		c.count("series", len(f.Series), maxFigureSeries)
		for i := range first(f.Series, maxFigureSeries) {
			c.series(i, &f.Series[i])
		}
		c.count("markers", len(f.Markers), maxFigureMarkers)
		for i, m := range first(f.Markers, maxFigureMarkers) {
			c.label(problem.Pointer("markers", i, "label"), m.Label)
			c.tone(problem.Pointer("markers", i, "tone"), m.Tone)
			c.point(m.Point, "markers", i)
		}
	}
	c.count("lines", len(f.Lines), maxFigureLines)
	for i, line := range first(f.Lines, maxFigureLines) {
		c.label(problem.Pointer("lines", i, "label"), line.Label)
		on := c.x
		if line.Level {
			on = c.y
		}
		if !line.Level || len(f.Rows) == 0 {
			c.number(problem.Pointer("lines", i, "at"), line.At, on)
		}
	}
	return c.List
}

func (f *Figure) checkMixed(c *figureCheck) {
	if len(f.Series) > 0 {
		c.Errorf("/series", CodeFigureMixed, "a figure with rows has no series")
	}
	if len(f.Markers) > 0 {
		c.Errorf("/markers", CodeFigureMixed, "a figure with rows has no markers")
	}
	if f.Y != (Axis{}) {
		c.Errorf("/y", CodeFigureMixed, "a figure with rows has no axis upwards")
	}
	for i, line := range first(f.Lines, maxFigureLines) {
		if line.Level {
			c.Errorf(problem.Pointer("lines", i, "level"), CodeFigureMixed, "a figure with rows has no axis upwards for a level line")
		}
	}
}

// A figureCheck collects the problems of one figure whose axes reach as x and y say.
type figureCheck struct {
	problem.List
	x, y reach
}

func (c *figureCheck) count(field string, n, most int) {
	if n > most {
		c.Errorf("/"+field, CodeFigureCount, "%d %s; a figure shows at most %d", n, field, most)
	}
}

func (c *figureCheck) label(path, label string) {
	if strings.TrimSpace(label) == "" {
		c.Errorf(path, CodeFigureLabel, "blank; words expected")
	}
}

func (c *figureCheck) tone(path string, t Tone) {
	if t != "" && !t.IsValid() {
		c.Errorf(path, CodeValueUnknown, "%q is not a tone: expected %s", t, strings.Join(t.EnumValues(), ", "))
	}
}

func (c *figureCheck) axis(field string, a Axis) {
	c.label("/"+field+"/label", a.Label)
	switch {
	case !drawable(a.From) || !drawable(a.To):
		c.Errorf("/"+field, CodeFigureNumber, "an end of the axis is not a number from -1e12 to 1e12")
	case (a.From != 0 || a.To != 0) && !isSpan(a.From, a.To):
		c.Errorf("/"+field, CodeFigureRange, "the axis ends at %v, which is not far enough above its beginning %v", a.To, a.From)
	}
}

// number reports whether v can be drawn on an axis.
func (c *figureCheck) number(path string, v float64, on reach) bool {
	switch {
	case !drawable(v):
		c.Errorf(path, CodeFigureNumber, "not a number from -1e12 to 1e12")
		return false
	case !on.holds(v):
		c.Errorf(path, CodeFigureBeyond, "%v does not lie on its axis from %v to %v", v, on.from, on.to)
		return false
	}
	return true
}

func (c *figureCheck) point(p Point, where ...any) {
	at := func(member string) string { return problem.Pointer(append(where[:len(where):len(where)], member)...) }
	c.number(at("x"), p.X, c.x)
	c.number(at("y"), p.Y, c.y)
}

func (c *figureCheck) series(i int, s *Series) {
	c.label(problem.Pointer("series", i, "name"), s.Name)
	c.tone(problem.Pointer("series", i, "tone"), s.Tone)
	if len(s.Points) == 0 {
		c.Errorf(problem.Pointer("series", i, "points"), CodeFigureEmpty, "the series has no points")
	}
	if len(s.Points) > maxFigurePoints {
		c.Errorf(problem.Pointer("series", i, "points"), CodeFigureCount, "%d points; a series shows at most %d", len(s.Points), maxFigurePoints)
	}
	for j, p := range first(s.Points, maxFigurePoints) {
		c.point(p, "series", i, "points", j)
	}
}

func (c *figureCheck) rowNames(n RowNames) {
	c.label("/rowNames/label", n.Label)
	c.label("/rowNames/state", n.State)
	c.label("/rowNames/from", n.From)
	c.label("/rowNames/value", n.Value)
	c.label("/rowNames/to", n.To)
}

func (c *figureCheck) row(i int, r *IntervalRow) {
	at := func(member string) string { return problem.Pointer("rows", i, member) }
	c.label(at("label"), r.Label)
	c.tone(at("tone"), r.Tone)
	if r.Unknown || r.Tone != "" {
		c.label(at("state"), r.State)
	}
	if r.Unknown {
		if r.Tone == Good {
			c.Errorf(at("tone"), CodeFigureOrder, "a row of which nothing is known is never good")
		}
		if r.From != 0 || r.Value != 0 || r.To != 0 {
			c.Errorf(problem.Pointer("rows", i), CodeFigureOrder, "a row of which nothing is known has numbers")
		}
	} else {
		fine := c.number(at("from"), r.From, c.x)
		fine = c.number(at("value"), r.Value, c.x) && fine
		fine = c.number(at("to"), r.To, c.x) && fine
		if fine && !(r.From <= r.Value && r.Value <= r.To) {
			c.Errorf(at("value"), CodeFigureOrder, "%v does not lie from %v to %v", r.Value, r.From, r.To)
		}
	}
	if len(r.Lines) > maxFigureRowLines {
		c.Errorf(at("lines"), CodeFigureCount, "%d lines; a row shows at most %d", len(r.Lines), maxFigureRowLines)
	}
	for j, line := range first(r.Lines, maxFigureRowLines) {
		c.label(problem.Pointer("rows", i, "lines", j, "label"), line.Label)
		if line.Level {
			c.Errorf(problem.Pointer("rows", i, "lines", j, "level"), CodeFigureMixed, "a figure with rows has no axis upwards for a level line")
		}
		c.number(problem.Pointer("rows", i, "lines", j, "at"), line.At, c.x)
	}
}

// drawable reports whether v has a place in a drawing.
func drawable(v float64) bool { return !math.IsNaN(v) && math.Abs(v) <= maxFigureNumber }

// isSpan reports whether an axis can go from one number to another.
func isSpan(from, to float64) bool {
	return to-from >= minFigureSpan*max(1, math.Abs(from), math.Abs(to))
}
