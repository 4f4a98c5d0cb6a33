package distribution

import "math"

// A quantile is first sought where an approximation has it, which halves the number of tails that it takes.

// normalQuantile returns about the z that a normal variable is above with the probability share, or below.
func normalQuantile(share float64, fromAbove bool) float64 {
	z := math.Sqrt2 * math.Erfinv(1-2*math.Max(share, 0x1p-53))
	if fromAbove {
		return z
	}
	return -z
}

// gammaStart returns about the logarithm of the quantile of gamma(a, 1) by Wilson and Hilferty's approximation, "The
// distribution of chi-square" (1931): the third root of a gamma variable is nearly normal.
func gammaStart(a, share float64, fromAbove bool) float64 {
	if a < 1 {
		return math.Log(a)
	}
	root := 1 - 1/(9*a) + normalQuantile(share, fromAbove)/(3*math.Sqrt(a))
	return math.Log(a) + 3*math.Log(math.Max(root, 0.1))
}

// betaStart returns about the ln(x/y) of the quantile of beta(a, b) by Abramowitz and Stegun, "Handbook of Mathematical
// Functions" (1964), formula 26.5.22.
func betaStart(a, b, share float64, fromAbove bool) float64 {
	mean := math.Log(a) - math.Log(b)
	if a < 1 || b < 1 {
		return mean
	}
	z := normalQuantile(share, fromAbove)
	p, q := 1/(2*a-1), 1/(2*b-1)
	h, l := 2/(p+q), (z*z-3)/6
	return mean + 2*(z*math.Sqrt(h+math.Max(l, 0.1-h))/h+(q-p)*(l+5./6-2/(3*h)))
}
