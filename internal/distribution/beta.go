package distribution

import "math"

// Beta returns P(B <= x) and P(B > x) for B that follows the beta distribution of parameters a and b, both above 0. The
// caller gives x and y = 1 - x, each as precisely as it knows them; both lie from 0 to 1.
func Beta(a, b, x, y float64) (lower, upper float64) {
	switch {
	case !(a > 0 && b > 0) || math.IsInf(a, 1) || math.IsInf(b, 1) || !(x >= 0 && y >= 0 && x <= 1 && y <= 1):
		return math.NaN(), math.NaN()
	case x == 0:
		return 0, 1
	case y == 0:
		return 1, 0
	case x <= (a+1)/(a+b+2):
		lower = min(1, a*(b/(a+b))*betaMass(a, b, x, y)*betaFraction(a, b, x, y))
		return lower, 1 - lower
	}
	upper = min(1, a*(b/(a+b))*betaMass(a, b, x, y)*betaFraction(b, a, y, x))
	return 1 - upper, upper
}

// betaFraction returns B(x; a, b) / (x^a y^b) for y = 1 - x, by the continued fraction of Didonato and Morris, "Significant
// digit computation of the incomplete beta function ratios" (1992), formula 9 there: the even part of the common one, written
// with a y - b x, so that nothing cancels where x is near 1. It converges fast where that is above -1 or so.
func betaFraction(a, b, x, y float64) float64 {
	var excess float64 // a y - b x
	if a > b {
		excess = (a+b)*y - b
	} else {
		excess = a - (a+b)*x
	}
	c, c0, c1 := 1+excess, b/a, 1+1/a
	p, s := 1.0, a+1
	above, below := 0.0, 1.0 // the convergent before the last one
	aboveNext, belowNext := 1.0, c/c1
	r := c1 / c
	for n := 1.0; n < maxSteps; n++ {
		t := n / a
		w := n * (b - n) * x
		e := a / s
		alpha := p * (p + c0) * e * e * (w * x)
		e = (1 + t) / (c1 + t + t)
		beta := n + w/s + e*(c+n*(1+y))
		p = 1 + t
		s += 2
		above, aboveNext = aboveNext, alpha*above+beta*aboveNext
		below, belowNext = belowNext, alpha*below+beta*belowNext
		before := r
		r = aboveNext / belowNext
		if math.Abs(r-before) <= 0x1p-53*r {
			break
		}
		above /= belowNext
		below /= belowNext
		aboveNext, belowNext = r, 1
	}
	return r
}

// BetaQuantile returns the x with P(B <= x) = p, and y = 1 - x, for a and b above 0 and 0 < p < 1.
func BetaQuantile(a, b, p float64) (x, y float64) {
	if p > 0.5 {
		return betaInverse(a, b, 1-p, true)
	}
	return betaInverse(a, b, p, false)
}

// BetaUpperQuantile returns the x with P(B > x) = q, and y = 1 - x, for a and b above 0 and 0 < q < 1.
func BetaUpperQuantile(a, b, q float64) (x, y float64) {
	if q > 0.5 {
		return betaInverse(a, b, 1-q, false)
	}
	return betaInverse(a, b, q, true)
}

// betaInverse solves for the logarithm of x / y, in which both tails have concave logarithms.
func betaInverse(a, b, tail float64, upper bool) (x, y float64) {
	if !(a > 0 && b > 0) || !(tail > 0 && tail < 1) {
		return math.NaN(), math.NaN()
	}
	split := func(u float64) (x, y float64) {
		if u < 0 {
			e := math.Exp(u)
			return e / (1 + e), 1 / (1 + e)
		}
		e := math.Exp(-u)
		return 1 / (1 + e), e / (1 + e)
	}
	return split(solve(-745, 745, math.Log(a/b), func(u float64) (float64, float64) {
		x, y := split(u)
		below, above := Beta(a, b, x, y)
		density := a * (b / (a + b)) * betaMass(a, b, x, y)
		if upper {
			return math.Log(tail / above), density / above
		}
		return math.Log(below / tail), density / below
	}))
}

// BinomialUpper returns the p with P(X <= k | n, p) = risk: Clopper and Pearson's upper limit of a rate after k errors in
// a sample of n, 0 <= k <= n, where k need not be whole, and 0 < risk < 1. It is 1 for k = n.
func BinomialUpper(n, k, risk float64) float64 {
	if k == n {
		return 1
	}
	x, _ := BetaUpperQuantile(k+1, n-k, risk)
	return x
}

// BinomialLower returns the p with P(X >= k | n, p) = risk, the lower counterpart of [BinomialUpper]; 0 for k = 0.
func BinomialLower(n, k, risk float64) float64 {
	if k == 0 {
		return 0
	}
	x, _ := BetaQuantile(k, n-k+1, risk)
	return x
}
