package document

import (
	"math"
	"strconv"
	"strings"
)

// A reach is where an axis begins and ends.
type reach struct{ from, to float64 }

// holds reports whether v lies on the axis. An end that was rounded in computing holds what it was made from.
func (r reach) holds(v float64) bool {
	slack := float64((r.to - r.from) * minFigureSpan)
	return v >= r.from-slack && v <= r.to+slack
}

// share returns where v lies on the axis as a share of whole, rounded to a whole number. Each step is rounded by itself, so
// that no processor can fuse two of them into another result.
func (r reach) share(v float64, whole int) int {
	t := (v - r.from) / (r.to - r.from)
	scaled := float64(max(0, min(t, 1)) * float64(whole))
	return int(math.Round(scaled))
}

// horizontal returns the numbers on the axis from left to right that a writer draws.
func (f *Figure) horizontal() []float64 {
	var all []float64
	for i := range first(f.Series, maxFigureSeries) {
		for _, p := range first(f.Series[i].Points, maxFigurePoints) {
			all = append(all, p.X)
		}
	}
	for _, m := range first(f.Markers, maxFigureMarkers) {
		all = append(all, m.X)
	}
	for _, line := range first(f.Lines, maxFigureLines) {
		if !line.Level {
			all = append(all, line.At)
		}
	}
	for i := range first(f.Rows, maxFigureRows) {
		r := &f.Rows[i]
		if !r.Unknown {
			all = append(all, r.From, r.Value, r.To)
		}
		for _, line := range first(r.Lines, maxFigureRowLines) {
			all = append(all, line.At)
		}
	}
	return all
}

// vertical returns the numbers on the axis upwards that a writer draws.
func (f *Figure) vertical() []float64 {
	var all []float64
	for i := range first(f.Series, maxFigureSeries) {
		for _, p := range first(f.Series[i].Points, maxFigurePoints) {
			all = append(all, p.Y)
		}
	}
	for _, m := range first(f.Markers, maxFigureMarkers) {
		all = append(all, m.Y)
	}
	for _, line := range first(f.Lines, maxFigureLines) {
		if line.Level {
			all = append(all, line.At)
		}
	}
	return all
}

// rangeOf returns where a begins and ends, for the numbers on it where a does not say. It is always a range that can be
// drawn, whatever a and the numbers are.
func (a Axis) rangeOf(numbers []float64) reach {
	if (a.From != 0 || a.To != 0) && drawable(a.From) && drawable(a.To) && isSpan(a.From, a.To) {
		return reach{a.From, a.To}
	}
	lowest, highest := 0.0, 0.0
	for _, v := range numbers {
		if drawable(v) {
			lowest, highest = min(lowest, v), max(highest, v)
		}
	}
	if !isSpan(lowest, highest) {
		return reach{0, 1}
	}
	unit := a.unit()
	further := float64((highest - lowest) / 25)
	if lowest < 0 {
		lowest -= further
	}
	if highest > 0 {
		highest += further
	}
	s := stepFor(lowest*unit, highest*unit, 5)
	return reach{s.value(math.Floor(s.count(lowest*unit))) / unit, s.value(math.Ceil(s.count(highest*unit))) / unit}
}

// unit is what a number is multiplied with to be shown.
func (a Axis) unit() float64 {
	if a.Percent {
		return 100
	}
	return 1
}

// A step is the distance between two ticks: digit x 10^exponent.
type step struct{ digit, exponent int }

// powers holds the powers of ten that a step can need; each is exact.
var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14}

// stepFor returns the shortest step of 1, 2 or 5 times a power of ten that fits into the range at most n times.
func stepFor(from, to float64, n int) step {
	for exponent := 1 - len(powers); exponent < len(powers); exponent++ {
		for _, digit := range []int{1, 2, 5} {
			if s := (step{digit, exponent}); (to-from)/s.value(1) <= float64(n)*(1+minFigureSpan) {
				return s
			}
		}
	}
	return step{1, len(powers) - 1}
}

// value returns n steps.
func (s step) value(n float64) float64 {
	digits := float64(n * float64(s.digit))
	if s.exponent < 0 {
		return digits / powers[-s.exponent]
	}
	return float64(digits * powers[s.exponent])
}

// count returns how many steps v is.
func (s step) count(v float64) float64 { return v / s.value(1) }

// A tick is a number on an axis with its spelling.
type tick struct {
	at   float64
	text string
}

// ticks returns round numbers from r, at most n intervals of them.
func (a Axis) ticks(r reach, n int) []tick {
	unit := a.unit()
	s := stepFor(r.from*unit, r.to*unit, n)
	var ticks []tick
	last := math.Floor(s.count(r.to*unit) + minFigureSpan)
	for i := math.Ceil(s.count(r.from*unit) - minFigureSpan); i <= last && len(ticks) <= n; i++ {
		v := s.value(i)
		if v == 0 {
			v = 0 // never the negative one
		}
		ticks = append(ticks, tick{v / unit, a.withUnit(strconv.FormatFloat(v, 'f', max(0, -s.exponent), 64))})
	}
	return ticks
}

// noBreak is a space that no line ends at.
const noBreak = "\u00a0"

func (a Axis) withUnit(number string) string {
	if a.Percent {
		return number + noBreak + "%"
	}
	return number
}

// spell writes v as a number of the axis, to 6 digits; what is no number is a dash.
func (a Axis) spell(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	v = float64(v * a.unit())
	size := math.Abs(v)
	switch {
	case v == 0:
		return a.withUnit("0")
	case size < 1e-4 || size >= 1e15:
		return a.withUnit(strconv.FormatFloat(v, 'g', 3, 64))
	}
	decimals := 0
	for limit := 1e5; decimals < 6 && size < limit; limit /= 10 {
		decimals++
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return a.withUnit(s)
}
