package bayes

import "math"

// gammaTails returns P(X <= x) and P(X > x) for X of gamma(a, 1), with a above 0; see [betaTails].
func gammaTails(a float64, x pair) (lower, upper float64) {
	switch {
	case x.high <= 0:
		return 0, 1
	case math.IsInf(x.high, 1):
		return 1, 0
	}
	excess := (x.high - a) + x.low
	kernel := gammaKernel(a, x)
	if excess < 0 {
		lower = math.Min(1, kernel*gammaLower(a, x.high, excess))
		return lower, 1 - lower
	}
	upper = math.Min(1, kernel*gammaUpper(a, x.high, excess))
	return 1 - upper, upper
}

// gammaLower returns P(X <= x) / kernel for x below a, by the series of positive terms x^j / (a (a+1) ... (a+j)).
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
