package bayes

import "math"

// maxSolve bounds the steps of a solution. Newton's take about ten; halving alone would take about a hundred.
const maxSolve = 200

// solve returns the zero of an increasing f in (low, high), to 11 digits and mostly twice as many, by Newton's method from
// start; a step that leaves the bracket halves it instead. f gives its value and its slope.
func solve(low, high, start float64, f func(float64) (value, slope float64)) float64 {
	x := start
	for range maxSolve {
		value, slope := f(x)
		switch {
		case value == 0:
			return x
		case value > 0:
			high = x
		default: // also where the value is not a number
			low = x
		}
		next := x - value/slope
		if !(next > low && next < high) {
			next = low + (high-low)/2
		}
		if math.Abs(next-x) <= 1e-11*math.Max(1, math.Abs(next)) { // the step after this one would be about its square
			return next
		}
		x = next
	}
	return x
}

// leastLog is the logarithm of the least rate that is told from 0.
const leastLog = -740

// betaQuantile returns the x with P(X <= x) = share or, where fromAbove, P(X > x) = share, for X of beta(a, b) and a share
// of at most one half. It solves for the logarithm of the nearer end, so that rates of any size keep their relative
// precision.
func betaQuantile(a, b, share float64, fromAbove bool) float64 {
	if below, above := betaTails(a, b, rateAt(0.5)); fromAbove && above > share || !fromAbove && below < share {
		// Beyond one half: the distance from 1 is what is solved for.
		return 1 - betaLeft(b, a, share, !fromAbove)
	}
	return betaLeft(a, b, share, fromAbove)
}

// betaLeft is [betaQuantile] for an x of at most one half.
func betaLeft(a, b, share float64, fromAbove bool) float64 {
	return solveLog(a/(a+b), -math.Ln2, func(x float64) (lower, upper, density float64) {
		r := rateAt(x)
		lower, upper = betaTails(a, b, r)
		return lower, upper, betaKernel(a, b, r) / r.q.high // by x: the slope by ln(x)
	}, share, fromAbove)
}

// gammaQuantile is [betaQuantile] for X of gamma(a, 1).
func gammaQuantile(a, share float64, fromAbove bool) float64 {
	// By Chernoff's bound the upper tail at the highest is below the share.
	highest := math.Log(4 * (a + 1 - math.Log(share) - math.Log1p(-share)))
	return solveLog(a, highest, func(x float64) (lower, upper, density float64) {
		lower, upper = gammaTails(a, pair{high: x})
		return lower, upper, gammaKernel(a, pair{high: x})
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
	x := math.Exp(solve(leastLog, highest, first, func(u float64) (float64, float64) { return f(math.Exp(u)) }))
	// The logarithm has lost the last digits; a step in x itself brings them back.
	if value, slope := f(x); math.Abs(value) < 1e-6*slope {
		x -= x * (value / slope)
	}
	return x
}
