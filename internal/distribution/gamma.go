package distribution

import "math"

const (
	// maxParameter is so large that nothing overflows, and no parameter in use comes near it.
	maxParameter = 1e300
	// severalEvents is the parameter from which a continued fraction takes fewer steps than a series.
	severalEvents = 40
	// manyEvents is the parameter from which a tail near the mean is integrated: within nearMean standard deviations of
	// it. There a fraction would take steps without bound as the parameter grows; elsewhere it takes some 400 at most.
	manyEvents = 20_000
	nearMean   = 1
	// fewEvents is the expected number of events below which a fraction would take too many steps again. A tail whose
	// parameter is near 0 is integrated there.
	fewEvents = 0.25
)

// Gamma returns P(X <= x) and P(X > x) for X that follows the gamma distribution of shape a, above 0, and scale 1, x >= 0:
// the regularised incomplete gamma functions P(a, x) and Q(a, x); see [Beta].
func Gamma(a float64, x Pair) (lower, upper float64) {
	lower, upper, _ = gammaTails(a, x)
	return lower, upper
}

// gammaTails returns [Gamma], and the density by the logarithm of x.
func gammaTails(a float64, x Pair) (lower, upper, density float64) {
	switch {
	case !(a > 0 && a <= maxParameter) || !(x.High >= 0):
		return math.NaN(), math.NaN(), math.NaN()
	case x.High == 0:
		return 0, 1, 0
	case math.IsInf(x.High, 1):
		return 1, 0, 0
	}
	excess := (x.High - a) + x.Low
	kernel := gammaKernel(a, x)
	switch {
	case kernel == 0 && excess < 0:
		return 0, 1, 0
	case kernel == 0:
		return 1, 0, 0
	case excess < 0 && !isHeavy(a, x.High) || excess < 1 && a >= 1:
		lower = math.Min(1, kernel*gammaLower(a, x.High, excess))
		return lower, 1 - lower, kernel
	}
	upper = math.Min(1, kernel*gammaUpper(a, x.High, excess))
	return 1 - upper, upper, kernel
}

// isHeavy reports whether of a distribution with the parameter a at 0 more than half lies below the rate at which so many
// events are expected, though that may be below its mean: the probability is about events^a.
func isHeavy(a, events float64) bool {
	return a < fewEvents && events < fewEvents && a*math.Log(events) > -math.Ln2
}

// gammaLower returns P(X <= x) / kernel for x up to a or a little above.
func gammaLower(a, x, excess float64) float64 {
	switch {
	case a < severalEvents:
		// The series of positive terms x^j / (a (a+1) ... (a+j)).
		sum, term := 1.0, 1.0
		for j := 1.0; j < maxSteps && term > 0x1p-58*sum; j++ {
			term *= x / (a + j)
			sum += term
		}
		return sum / a
	case a >= manyEvents && -excess < nearMean*math.Sqrt(a):
		return gammaNearMean(a, x, excess, -1, x)
	}
	// The fraction of [betaFraction] for the limit of large b, with x = b p.
	return 1 / fraction(a/(a+1)*(1-excess), func(m float64) (numerator, denominator float64) {
		odd := a + 2*m - 1
		return (a + m - 1) / odd * (x / odd) * x * m, m + m*x/odd + (a+m)/(odd+2)*(1-excess+2*m)
	})
}

// gammaUpper returns P(X > x) / kernel for x from a, or where [isHeavy].
func gammaUpper(a, x, excess float64) float64 {
	switch {
	case x < fewEvents:
		// The density by s, where x e^s is the argument.
		return kneeIntegral(-math.Log(x), math.Inf(1), func(s float64) float64 { return math.Exp(a*s - x*math.Expm1(s)) })
	case a >= manyEvents && excess < nearMean*math.Sqrt(a):
		return gammaNearMean(a, x, excess, 1, math.Inf(1))
	}
	// Legendre's fraction. It takes some 85/x steps where x is small.
	return 1 / fraction(excess+1, func(m float64) (numerator, denominator float64) {
		return -m * (m - a), excess + 1 + 2*m
	})
}

// gammaNearMean returns P(beyond x) / kernel, in the direction of sign, by integrating the density, which is kernel / x
// at x.
func gammaNearMean(a, x, excess, sign, limit float64) float64 {
	slope := (excess + 1) / x
	scale := 1 / (math.Abs(slope) + math.Sqrt(a-1)/x)
	return tailIntegral(scale, limit, func(d float64) float64 {
		return math.Exp(-sign*slope*d + (a-1)*log1pLess(sign*d/x))
	}) / x
}
