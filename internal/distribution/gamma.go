package distribution

import "math"

// tiny takes the place of 0 in a continued fraction.
const tiny = 1e-300

// maxSteps bounds the terms of a series or continued fraction. Parameters up to 1e12 need fewer.
const maxSteps = 1 << 26

// Gamma returns P(G <= x) and P(G > x) for G that follows the gamma distribution of shape a, a > 0, and scale 1, x >= 0:
// the regularised incomplete gamma functions P(a, x) and Q(a, x).
func Gamma(a, x float64) (lower, upper float64) {
	switch {
	case !(a > 0) || math.IsInf(a, 1) || !(x >= 0):
		return math.NaN(), math.NaN()
	case x == 0:
		return 0, 1
	case math.IsInf(x, 1):
		return 1, 0
	case x < a+1:
		sum, term := 1.0, 1.0
		for k := 1.0; k < maxSteps && term > sum*0x1p-56; k++ {
			term *= x / (a + k)
			sum += term
		}
		lower = min(1, gammaMass(a, x)*sum)
		return lower, 1 - lower
	}
	upper = min(1, a*gammaMass(a, x)*gammaFraction(a, x))
	return 1 - upper, upper
}

// gammaFraction returns Gamma(a, x) / (x^a e^-x) for x > a, by Legendre's continued fraction in the way of Lentz.
func gammaFraction(a, x float64) float64 {
	b := x + 1 - a
	c, d := 1/tiny, 1/b
	h := d
	for k := 1.0; k < maxSteps; k++ {
		an := -k * (k - a)
		b += 2
		d = 1 / nonZero(an*d+b)
		c = nonZero(b + an/c)
		h *= d * c
		if math.Abs(d*c-1) <= 0x1p-53 {
			break
		}
	}
	return h
}

func nonZero(x float64) float64 {
	if math.Abs(x) < tiny {
		return tiny
	}
	return x
}

// GammaQuantile returns the x with P(G <= x) = p for shape a, a > 0, and 0 < p < 1.
func GammaQuantile(a, p float64) float64 {
	if p > 0.5 {
		return gammaInverse(a, 1-p, true)
	}
	return gammaInverse(a, p, false)
}

// GammaUpperQuantile returns the x with P(G > x) = q for shape a, a > 0, and 0 < q < 1.
func GammaUpperQuantile(a, q float64) float64 {
	if q > 0.5 {
		return gammaInverse(a, 1-q, false)
	}
	return gammaInverse(a, q, true)
}

// gammaInverse solves for the logarithm of x, in which both tails have concave logarithms.
func gammaInverse(a, tail float64, upper bool) float64 {
	if !(a > 0) || !(tail > 0 && tail < 1) {
		return math.NaN()
	}
	// By Chernoff's bound the upper tail at high is below the smallest tail.
	high := math.Log(4 * (a + 760))
	return math.Exp(solve(-745, high, math.Log(a), func(u float64) (float64, float64) {
		x := math.Exp(u)
		below, above := Gamma(a, x)
		density := a * gammaMass(a, x)
		if upper {
			return math.Log(tail / above), density / above
		}
		return math.Log(below / tail), density / below
	}))
}

// PoissonUpper returns the mean m with P(X <= k | m) = risk, for k >= 0, which need not be whole, and 0 < risk < 1: the
// upper limit of a Poisson mean after k errors, in units of the sample.
func PoissonUpper(k, risk float64) float64 { return GammaUpperQuantile(k+1, risk) }

// PoissonLower returns the mean m with P(X >= k | m) = risk, for k >= 0 and 0 < risk < 1; 0 for k = 0.
func PoissonLower(k, risk float64) float64 {
	if k == 0 {
		return 0
	}
	return GammaQuantile(k, risk)
}
