package distribution

import "math"

// solve returns the zero in (low, high) of an increasing function f, which gives its value and its slope, by Newton's
// method from u; a step that leaves the bracket halves it instead.
func solve(low, high, u float64, f func(float64) (value, slope float64)) float64 {
	if !(u > low && u < high) {
		u = low + (high-low)/2
	}
	for range 400 {
		value, slope := f(u)
		switch {
		case value == 0:
			return u
		case value > 0:
			high = u
		default: // also where the value is not a number
			low = u
		}
		next := u - value/slope
		if math.Abs(next-u) <= 1e-10*max(1, math.Abs(u)) { // the error that is left is about the square of this step
			return next
		}
		if !(next > low && next < high) {
			next = low + (high-low)/2
		}
		if next == u {
			return u
		}
		u = next
	}
	return u
}
