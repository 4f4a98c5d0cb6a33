package distribution

import "math"

// maxSolve bounds the steps of a solution. Newton's take about ten; halving alone would take about a hundred.
const maxSolve = 300

// Solve returns the zero of an increasing f in (low, high), nearly to the last digit, by Newton's method from start; a step that
// leaves the bracket halves it instead. f gives its value and its slope. Digits are those of the zero itself or of unit,
// whichever is larger: 0 for a zero of any size, 1 for the logarithm of one.
//
// It is meant for logarithms of tails, which are concave, so that Newton's steps close in from one side.
func Solve(low, high, start, unit float64, f func(float64) (value, slope float64)) float64 {
	x := start
	if !(x > low && x < high) {
		x = low + (high-low)/2
	}
	for range maxSolve {
		value, slope := f(x)
		switch {
		case value == 0:
			return x
		case value > 0:
			high = x
		default: // also where the value is not a number
			low = x
		}
		step := value / slope
		if math.Abs(step) <= 1e-11*max(unit, math.Abs(x)) { // the step after this one would be about its square
			return min(max(x-step, low), high)
		}
		next := x - step
		if !(next > low && next < high) {
			if next = low + (high-low)/2; next == low || next == high {
				return x
			}
		}
		x = next
	}
	return x
}
