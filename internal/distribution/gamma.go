package distribution

import "math"

// Gamma returns P(X <= x) and P(X > x) for X that follows the gamma distribution of shape a, above 0, and scale 1, x >= 0: the
// regularised incomplete gamma functions P(a, x) and Q(a, x); see [Beta].
func Gamma(a float64, x Pair) (lower, upper float64) {
	switch {
	case !(a > 0) || math.IsInf(a, 1) || !(x.High >= 0):
		return math.NaN(), math.NaN()
	case x.High <= 0:
		return 0, 1
	case math.IsInf(x.High, 1):
		return 1, 0
	}
	excess := (x.High - a) + x.Low
	kernel := gammaKernel(a, x)
	// The continued fraction is slow near a small mean, where the upper tail is no small number.
	if excess < 0 || excess < 1 && a < manyEvents {
		lower = math.Min(1, kernel*gammaLower(a, x.High, excess))
		return lower, 1 - lower
	}
	upper = math.Min(1, kernel*gammaUpper(a, x.High, excess))
	return 1 - upper, upper
}

// gammaLower returns P(X <= x) / kernel for x below a or little above, by the series of positive terms x^j / (a (a+1) ... (a+j)).
func gammaLower(a, x, excess float64) float64 {
	if a >= manyEvents {
		return gammaTail(a, x, excess, -1, x)
	}
	sum, term := 1.0, 1.0
	for j := 1.0; j < maxSteps && term > 0x1p-58*sum; j++ {
		term *= x / (a + j)
		sum += term
	}
	return sum / a
}

// gammaUpper returns P(X > x) / kernel for x from a, by Legendre's continued fraction with Lentz's method.
func gammaUpper(a, x, excess float64) float64 {
	if a >= manyEvents {
		return gammaTail(a, x, excess, 1, math.Inf(1))
	}
	f := excess + 1
	c, d := f, 0.0
	for m := 1.0; m < maxSteps; m++ {
		numerator := -m * (m - a)
		denominator := excess + 1 + 2*m
		d = 1 / (denominator + numerator*d)
		c = denominator + numerator/c
		step := c * d
		f *= step
		if math.Abs(step-1) <= enough {
			break
		}
	}
	return 1 / f
}

// gammaTail returns P(beyond x) / kernel, in the direction of sign, by integrating the density, which is kernel / x at x.
func gammaTail(a, x, excess, sign, limit float64) float64 {
	slope := (excess + 1) / x
	width := 1.5 / (math.Abs(slope) + math.Sqrt(a-1)/x)
	return tailIntegral(width, limit, func(d float64) float64 {
		return math.Exp(-sign*slope*d + (a-1)*log1pLess(sign*d/x))
	}) / x
}
