package distribution

import "math"

const (
	// enough ends an iteration: a further step would change no digit.
	enough = 0x1p-53
	// maxSteps bounds the steps of a series or continued fraction. They grow as the square root of the smaller
	// parameter; parameters that would need more are integrated.
	maxSteps = 200_000
	// manyEvents is the parameter from which a tail is integrated instead.
	manyEvents = 20_000
)

// Beta returns P(X <= p) and P(X > p) for X that follows the beta distribution of parameters a and b, both above 0. The tail
// that lies outwards of the mean is computed, so that it keeps its relative precision however small it is, and the other is
// its complement.
func Beta(a, b float64, r Rate) (lower, upper float64) {
	switch {
	case !(a > 0 && b > 0) || math.IsInf(a, 1) || math.IsInf(b, 1) || !r.isRate():
		return math.NaN(), math.NaN()
	case r.P.High <= 0:
		return 0, 1
	case r.Q.High <= 0:
		return 1, 0
	}
	if r.excess(a, b) >= 0 { // p is at or below the mean a/(a+b)
		lower = math.Min(1, betaLower(a, b, r))
		return lower, 1 - lower
	}
	upper = math.Min(1, betaLower(b, a, r.Complement()))
	return 1 - upper, upper
}

// betaLower returns P(X <= p) for p at or below the mean.
func betaLower(a, b float64, r Rate) float64 {
	kernel := betaKernel(a, b, r)
	if kernel == 0 {
		return 0
	}
	if math.Min(a, b) < manyEvents {
		return kernel / betaFraction(a, b, r)
	}
	// The density is kernel / (p q) at p. Towards 0 its logarithm changes by (a-1) ln(1-d/p) + (b-1) ln(1+d/q).
	p, q := r.P.High, r.Q.High
	slope := r.excess(a-1, b-1) / p / q
	width := 1.5 / (math.Abs(slope) + math.Sqrt((a-1)/p/p+(b-1)/q/q))
	return kernel / p / q * tailIntegral(width, p, func(d float64) float64 {
		return math.Exp(-slope*d + (a-1)*log1pLess(-d/p) + (b-1)*log1pLess(d/q))
	})
}

// betaFraction returns kernel / P(X <= p) by the continued fraction of Didonato and Morris, "Algorithm 708" (1992),
// equation 9, with Lentz's method. Its terms are positive up to the b-th and have no cancellation.
func betaFraction(a, b float64, r Rate) float64 {
	p, q := r.P.High, r.Q.High
	excess := r.excess(a, b)
	f := a / (a + 1) * (excess + 1)
	c, d := f, 0.0
	for m := 1.0; m < maxSteps; m++ {
		odd := a + 2*m - 1
		numerator := (a + m - 1) / odd * ((a + b + m - 1) / odd) * m * (b - m) * p * p
		denominator := m + m*(b-m)*p/odd + (a+m)/(odd+2)*(excess+1+m*(1+q))
		d = 1 / (denominator + numerator*d)
		c = denominator + numerator/c
		step := c * d
		f *= step
		if math.Abs(step-1) <= enough {
			break
		}
	}
	return f
}
