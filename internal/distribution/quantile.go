package distribution

import "math"

// leastLog is the logarithm of the least number that is told from 0.
const leastLog = -740

// BetaQuantile returns the x with P(X <= x) = share or, where fromAbove, P(X > x) = share, and y = 1 - x, for X of beta(a, b)
// with a and b above 0, and a share between 0 and 1. Whichever of x and y is the smaller one is solved for, so that it keeps
// its relative precision however small it is.
func BetaQuantile(a, b, share float64, fromAbove bool) (x, y float64) {
	if !(a > 0 && b > 0) || !(share > 0 && share < 1) {
		return math.NaN(), math.NaN()
	}
	share, fromAbove = smaller(share, fromAbove)
	if below, above := Beta(a, b, RateAt(0.5)); fromAbove && above > share || !fromAbove && below < share {
		y = betaLeft(b, a, share, !fromAbove)
		return 1 - y, y
	}
	x = betaLeft(a, b, share, fromAbove)
	return x, 1 - x
}

// smaller returns the tail that the share leaves on the other side, where that is the smaller one.
func smaller(share float64, fromAbove bool) (float64, bool) {
	if share > 0.5 {
		return 1 - share, !fromAbove
	}
	return share, fromAbove
}

// betaLeft is [BetaQuantile] for an x of at most one half.
func betaLeft(a, b, share float64, fromAbove bool) float64 {
	return solveLog(a/(a+b), -math.Ln2, func(x float64) (lower, upper, density float64) {
		r := RateAt(x)
		lower, upper = Beta(a, b, r)
		return lower, upper, betaKernel(a, b, r) / r.Q.High // by x: the slope by ln(x)
	}, share, fromAbove)
}

// GammaQuantile is [BetaQuantile] for X of gamma(a, 1).
func GammaQuantile(a, share float64, fromAbove bool) float64 {
	if !(a > 0) || !(share > 0 && share < 1) {
		return math.NaN()
	}
	share, fromAbove = smaller(share, fromAbove)
	// By Chernoff's bound the upper tail at the highest is below the share.
	highest := math.Log(4 * (a + 1 - math.Log(share) - math.Log1p(-share)))
	return solveLog(a, highest, func(x float64) (lower, upper, density float64) {
		lower, upper = Gamma(a, Pair{High: x})
		return lower, upper, gammaKernel(a, Pair{High: x})
	}, share, fromAbove)
}

// solveLog returns the x at which one of the tails is share, or 0 for one whose logarithm is below [leastLog]. at returns
// both tails and the density by ln(x).
func solveLog(start, highest float64, at func(x float64) (lower, upper, density float64), share float64, fromAbove bool) float64 {
	if lower, upper, _ := at(math.Exp(leastLog)); fromAbove && upper <= share || !fromAbove && lower >= share {
		return 0
	}
	first := math.Max(leastLog/2, math.Min(math.Log(start), highest-0.1))
	f := func(x float64) (value, slope float64) {
		lower, upper, density := at(x)
		if fromAbove {
			return math.Log(share / upper), density / upper
		}
		return math.Log(lower / share), density / lower
	}
	x := math.Exp(Solve(leastLog, highest, first, 1, func(u float64) (float64, float64) { return f(math.Exp(u)) }))
	// The logarithm has lost the last digits; a step in x itself brings them back.
	if value, slope := f(x); math.Abs(value) < 1e-6*slope {
		x -= x * (value / slope)
	}
	return x
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
