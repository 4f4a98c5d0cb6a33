package distribution

import "math"

// Quantiles are solved for by the logarithm of x, or of x / y for y = 1 - x, in which both tails have concave logarithms:
// Newton's steps then close in from one side, and rates of any size keep their relative precision.

// leastLog is the logarithm of the least number that is told from 0.
const leastLog = -740

// GammaQuantile is [BetaQuantile] for X of gamma(a, 1). An x below 1e-321 is 0.
func GammaQuantile(a, share float64, fromAbove bool) float64 {
	if !(a > 0 && a <= maxParameter) || !(share > 0 && share < 1) {
		return math.NaN()
	}
	share, fromAbove = smaller(share, fromAbove)
	switch {
	case a == 1:
		return -logUpper(share, fromAbove)
	case a < 1:
		if lower, upper := Gamma(a, Pair{High: math.Exp(leastLog)}); fromAbove && upper <= share || !fromAbove && lower >= share {
			return 0
		}
	}
	var s solution
	// By Chernoff's bound the upper tail at the highest is below the share.
	highest := math.Log(4 * (a + 1 - math.Log(share) - math.Log1p(-share)))
	u := Solve(leastLog, highest, gammaStart(a, share, fromAbove), 1, func(u float64) (value, slope float64) {
		s.at = math.Exp(u)
		lower, upper, density := gammaTails(a, Pair{High: s.at})
		return s.towards(share, fromAbove, lower, upper, density)
	})
	if s.isNear() {
		return s.at - s.at*s.step
	}
	return math.Exp(u)
}

// smaller returns the tail that the share leaves on the other side, where that is the smaller one.
func smaller(share float64, fromAbove bool) (float64, bool) {
	if share > 0.5 {
		return 1 - share, !fromAbove
	}
	return share, fromAbove
}

// logUpper returns the logarithm of the upper tail.
func logUpper(share float64, fromAbove bool) float64 {
	if fromAbove {
		return math.Log(share)
	}
	return math.Log1p(-share)
}

// A solution keeps where a quantile was last sought, and the step of the logarithm from there to it. Taken in x itself
// that step brings back the last digits of x, which its logarithm has lost.
type solution struct {
	at, step float64
	isY      bool // at is the complement of a rate
}

// towards returns the value and the slope to be solved with: they increase whichever tail is asked for.
func (s *solution) towards(share float64, fromAbove bool, lower, upper, density float64) (value, slope float64) {
	if fromAbove {
		value, slope = math.Log(share/upper), density/upper
	} else {
		value, slope = math.Log(lower/share), density/lower
	}
	s.step = value / slope
	return value, slope
}

func (s *solution) isNear() bool { return math.Abs(s.step) <= -1e-11*leastLog }

// BetaQuantile returns the x with P(X <= x) = share or, where fromAbove, P(X > x) = share, and y = 1 - x, for X of beta(a, b)
// with a and b above 0, and a share between 0 and 1. Both keep their relative precision however small they are; one below
// 1e-321 is 0.
func BetaQuantile(a, b, share float64, fromAbove bool) (x, y float64) {
	if !(a > 0 && b > 0 && a+b <= maxParameter) || !(share > 0 && share < 1) {
		return math.NaN(), math.NaN()
	}
	share, fromAbove = smaller(share, fromAbove)
	switch {
	case a == 1:
		u := logUpper(share, fromAbove) / b
		return -math.Expm1(u), math.Exp(u)
	case b == 1:
		u := logUpper(share, !fromAbove) / a
		return math.Exp(u), -math.Expm1(u)
	}
	least := RateAt(math.Exp(leastLog))
	if a < 1 {
		if lower, upper := Beta(a, b, least); fromAbove && upper <= share || !fromAbove && lower >= share {
			return 0, 1
		}
	}
	if b < 1 {
		if lower, upper := Beta(a, b, least.Complement()); fromAbove && upper >= share || !fromAbove && lower <= share {
			return 1, 0
		}
	}
	var s solution // of the smaller one of x and y
	u := Solve(leastLog, -leastLog, betaStart(a, b, share, fromAbove), 1, func(u float64) (value, slope float64) {
		s.at, s.isY = splitOf(u)
		r := RateAt(s.at)
		if s.isY {
			r = r.Complement()
		}
		lower, upper, density := betaTails(a, b, r)
		return s.towards(share, fromAbove, lower, upper, density)
	})
	if !s.isNear() {
		s.at, s.isY = splitOf(u)
		s.step = 0
	}
	small, large := s.at, 1-s.at
	change := small * large * s.step
	if s.isY {
		return large - change, small + change
	}
	return small - change, large + change
}

// splitOf returns the smaller one of x and y with ln(x/y) = u and x + y = 1, and whether it is y.
func splitOf(u float64) (small float64, isY bool) {
	e := math.Exp(-math.Abs(u))
	return e / (1 + e), u > 0
}

// BinomialUpper returns the p with P(X <= k | n, p) = risk: Clopper and Pearson's upper limit of a rate after k errors in
// a sample of n, 0 <= k <= n, where k need not be whole, and 0 < risk < 1. It is 1 for k = n.
func BinomialUpper(n, k, risk float64) float64 {
	if k == n {
		return 1
	}
	x, _ := BetaQuantile(k+1, n-k, risk, true)
	return x
}

// PoissonUpper returns the mean m with P(X <= k | m) = risk, for k >= 0, which need not be whole, and 0 < risk < 1: the
// upper limit of a Poisson mean after k errors, in units of the sample.
func PoissonUpper(k, risk float64) float64 { return GammaQuantile(k+1, risk, true) }
