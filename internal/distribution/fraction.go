package distribution

import "math"

const (
	// enough ends an iteration: further steps would change no digit.
	enough = 0x1p-51
	// maxSteps bounds the steps of a series or continued fraction. No more than some 400 are taken.
	maxSteps = 10_000
)

// fraction returns first + n(1)/(d(1) + n(2)/(d(2) + ...)), where term gives n and d. It computes the numerators and
// denominators of the convergents and compares every second one, which divides less than other methods do. They are
// counted in units of d(1), so that two steps overflow for no parameter.
func fraction(first float64, term func(m float64) (numerator, denominator float64)) float64 {
	_, unit := term(1)
	scale := 1 / unit
	above, below := 1.0, 0.0
	value := first * scale
	aboveNext, belowNext := value, 1.0
	for m := 1.0; m < maxSteps; {
		for range 2 {
			numerator, denominator := term(m)
			numerator, denominator = numerator*scale*scale, denominator*scale
			above, aboveNext = aboveNext, denominator*aboveNext+numerator*above
			below, belowNext = belowNext, denominator*belowNext+numerator*below
			m++
		}
		shrink := 1 / belowNext
		above, below, aboveNext, belowNext = above*shrink, below*shrink, aboveNext*shrink, 1
		change := math.Abs(aboveNext - value)
		value = aboveNext
		if change <= enough*value {
			break
		}
	}
	return value * unit
}
