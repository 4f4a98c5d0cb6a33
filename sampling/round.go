package sampling

import (
	"fmt"
	"math"
)

// maxDigits is the largest number of decimals that a limit is rounded to: computed limits are good to about 12 digits.
const maxDigits = 9

// RoundUp returns rate rounded up to the given number of decimals, 0 to 9, for storing an upper limit: an exact
// decimal, equal on every processor. A rate that lies above a step by no more than the error of its computation counts
// as on it. The result is within 0 and 1; that of NaN is "".
func RoundUp(rate float64, digits int) Rate {
	return rounded(rate, digits, func(scaled float64) float64 { return math.Ceil(scaled * (1 - 1e-12)) })
}

// RoundDown is [RoundUp] for a lower limit: it rounds down.
func RoundDown(rate float64, digits int) Rate {
	return rounded(rate, digits, func(scaled float64) float64 { return math.Floor(scaled * (1 + 1e-12)) })
}

func rounded(rate float64, digits int, round func(float64) float64) Rate {
	if math.IsNaN(rate) {
		return ""
	}
	digits = max(0, min(digits, maxDigits))
	unit := powerOf10(digits)
	steps := uint64(round(max(0, min(rate, 1)) * float64(unit)))
	if digits == 0 {
		return Rate(fmt.Sprint(steps))
	}
	return Rate(fmt.Sprintf("%d.%0*d", steps/unit, digits, steps%unit))
}
