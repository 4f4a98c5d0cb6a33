package monetary

import (
	"fmt"
	"math"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// maxFactor bounds the confidence factors that are computed.
const maxFactor = 1e9

// ConfidenceFactor returns the factor of published tables for monetary-unit sampling, by the Poisson law: the F for which a
// sample of F x book value / tolerable misstatement, were it no matter that it is whole, has exactly the given risk. ratio is
// the expected misstatement divided by the tolerable one, 0 or more and below 1. F is the solution of Q(1 + ratio F, F) =
// risk, to about 12 digits; for a ratio of 0 it is -ln risk. It fails if a rate is out of range, or if the ratio is so near
// 1 that the factor is above 1,000,000,000.
func ConfidenceFactor(risk, ratio sampling.Rate) (float64, error) {
	var l problem.List
	exactRisk := checkRate(&l, "/risk", risk, true)
	exactRatio := checkRate(&l, "/ratio", ratio, false)
	if err := refused("confidence factor", l); err != nil {
		return 0, err
	}
	a, _ := exactRisk.Float64()
	r, _ := exactRatio.Float64()
	acceptance := func(factor float64) float64 {
		_, upper := distribution.Gamma(1+r*factor, distribution.Pair{High: factor})
		return upper
	}
	low, high := 0.0, 1.0
	for acceptance(high) > a {
		if high > maxFactor {
			return 0, fmt.Errorf("monetary: confidence factor: the ratio %s is too near 1; the factor would be above %.0f", ratio, maxFactor)
		}
		low, high = high, 2*high
	}
	for {
		mid := low + (high-low)/2
		if mid <= low || mid >= high || high-low <= math.Abs(mid)*0x1p-51 {
			return mid, nil
		}
		if acceptance(mid) > a {
			low = mid
		} else {
			high = mid
		}
	}
}
