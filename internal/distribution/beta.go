package distribution

import "math"

// Beta returns P(X <= p) and P(X > p) for X that follows the beta distribution of parameters a and b, both above 0. The tail
// that is small or lies outwards of the mean is computed, so that it keeps its relative precision however small it is, and
// the other is its complement.
func Beta(a, b float64, r Rate) (lower, upper float64) {
	lower, upper, _ = betaTails(a, b, r)
	return lower, upper
}

// betaTails returns [Beta], and the density by the logarithm of p / q.
func betaTails(a, b float64, r Rate) (lower, upper, density float64) {
	n := a + b
	switch {
	case !(a > 0 && b > 0 && n <= maxParameter) || !r.isRate():
		return math.NaN(), math.NaN(), math.NaN()
	case r.P.High <= 0:
		return 0, 1, 0
	case r.Q.High <= 0:
		return 1, 0, 0
	}
	kernel := betaKernel(a, b, r)
	isBelow := r.excess(a, b) >= 0 // p is at or below the mean a/n
	if isBelow && isHeavy(a, math.Max(1, n)*r.P.High) || !isBelow && isHeavy(b, math.Max(1, n)*r.Q.High) {
		isBelow = !isBelow
	}
	switch {
	case kernel == 0 && isBelow:
		return 0, 1, 0
	case kernel == 0:
		return 1, 0, 0
	case isBelow:
		lower = math.Min(1, kernel*betaLower(a, b, r))
		return lower, 1 - lower, kernel
	}
	upper = math.Min(1, kernel*betaLower(b, a, r.Complement()))
	return 1 - upper, upper, kernel
}

// betaLower returns P(X <= p) / kernel for p at or below the mean, or where [isHeavy] at the other end.
func betaLower(a, b float64, r Rate) float64 {
	switch {
	case math.Max(1, a+b)*r.Q.High < fewEvents:
		return betaNearOne(a, b, r.P.High, r.Q.High)
	case math.Min(a, b) >= manyEvents && r.excess(a, b) < nearMean*math.Sqrt(a*(b/(a+b))):
		return betaNearMean(a, b, r)
	}
	return 1 / betaFraction(a, b, r)
}

// betaFraction returns kernel / P(X <= p) by the continued fraction of Didonato and Morris, "Algorithm 708" (1992),
// equation 9. Its terms are positive up to the b-th and have no cancellation. It takes some 85/(a q) or 9/sqrt(q) steps
// where q is small.
func betaFraction(a, b float64, r Rate) float64 {
	p, q := r.P.High, r.Q.High
	excess := r.excess(a, b)
	return fraction(a/(a+1)*(excess+1), func(m float64) (numerator, denominator float64) {
		odd := a + 2*m - 1
		numerator = (a + m - 1) / odd * ((a + b + m - 1) / odd * p) * m * ((b - m) * p)
		return numerator, m + m*(b-m)*p/odd + (a+m)/(odd+2)*(excess+1+m*(1+q))
	})
}

// betaNearMean returns P(X <= p) / kernel by integrating the density, which is kernel / (p q) at p. Towards 0 its logarithm
// changes by (a-1) ln(1-d/p) + (b-1) ln(1+d/q).
func betaNearMean(a, b float64, r Rate) float64 {
	p, q := r.P.High, r.Q.High
	slope := r.excess(a-1, b-1) / p / q
	scale := 1 / (math.Abs(slope) + math.Hypot(math.Sqrt(a-1)/p, math.Sqrt(b-1)/q))
	return tailIntegral(scale, p, func(d float64) float64 {
		return math.Exp(-slope*d + (a-1)*log1pLess(-d/p) + (b-1)*log1pLess(d/q))
	}) / p / q
}

// betaNearOne returns P(X <= p) / kernel where b is near 0 and few events are expected beyond p.
func betaNearOne(a, b, p, q float64) float64 {
	// P(a) = P(a+1) + kernel(a) / a, where kernel(a+1) = kernel(a) p (a+b) / a, leads to an a at which the density is smooth
	// at 0.
	sum, ratio := 0.0, 1.0
	for ; a < 8; a++ {
		sum += ratio / a
		ratio *= p * (a + b) / a
	}
	// The density by s, where q e^s is the complement of the argument.
	least := -math.Log(q)
	return sum + ratio/p*kneeIntegral(least-math.Log(a), least, func(s float64) float64 {
		return math.Exp(b*s + (a-1)*math.Log1p(-math.Min(1, q/p*math.Expm1(s))))
	})
}
