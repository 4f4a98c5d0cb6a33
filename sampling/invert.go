package sampling

import "math"

// upperCount returns the largest D with P(X <= k | D deviations in the population) above the risk.
func (r Result) upperCount(risk level) int64 {
	within, above := r.Population-(r.N-r.Deviations)+1, r.Deviations
	for above+1 < within {
		if mid := above + (within-above)/2; lawOf(r.N, r.Population, mid).within(r.Deviations, risk) {
			within = mid
		} else {
			above = mid
		}
	}
	return above
}

// lowerCount returns the smallest D with P(X >= k | D deviations in the population) above the risk.
func (r Result) lowerCount(risk level) int64 {
	within, above := r.Deviations-1, r.Population-(r.N-r.Deviations)
	for within+1 < above {
		if mid := within + (above-within)/2; lawOf(r.N, r.Population, mid).upperWithin(r.Deviations, risk) {
			within = mid
		} else {
			above = mid
		}
	}
	return above
}

// upperBinomial returns the p with P(X <= k | n, p) = risk, or 1 where every item deviates.
func (r Result) upperBinomial(risk float64) float64 {
	n, k := float64(r.N), float64(r.Deviations)
	if r.Deviations == r.N {
		return 1
	}
	return solve(0, 1, (k+1)/(n+1), func(p float64) (float64, float64) {
		l := law{model: Binomial, n: r.N, p: p, q: 1 - p, mean: n * p}
		tail, _ := l.tails(r.Deviations)
		return math.Log(risk / tail), (n - k) / (1 - p) * l.pmf(r.Deviations) / tail
	})
}

// lowerBinomial returns the p with P(X >= k | n, p) = risk, or 0 where no item deviates.
func (r Result) lowerBinomial(risk float64) float64 {
	n, k := float64(r.N), float64(r.Deviations)
	if r.Deviations == 0 {
		return 0
	}
	return solve(0, 1, k/(n+1), func(p float64) (float64, float64) {
		l := law{model: Binomial, n: r.N, p: p, q: 1 - p, mean: n * p}
		_, tail := l.tails(r.Deviations - 1)
		return math.Log(tail / risk), k / p * l.pmf(r.Deviations) / tail
	})
}

// upperPoisson returns m/n with P(X <= k | mean m) = risk.
func (r Result) upperPoisson(risk float64) float64 {
	k := float64(r.Deviations)
	// By Chernoff's bound the tail at high is below the risk.
	high := 4 * (k + 1 - math.Log(risk))
	return solve(0, high, k+1, func(mean float64) (float64, float64) {
		l := law{model: Poisson, n: r.N, mean: mean}
		tail, _ := l.tails(r.Deviations)
		return math.Log(risk / tail), l.pmf(r.Deviations) / tail
	}) / float64(r.N)
}

// lowerPoisson returns m/n with P(X >= k | mean m) = risk, or 0 where no item deviates.
func (r Result) lowerPoisson(risk float64) float64 {
	k := float64(r.Deviations)
	if r.Deviations == 0 {
		return 0
	}
	high := 4 * (k + 1 - math.Log1p(-risk))
	return solve(0, high, k, func(mean float64) (float64, float64) {
		l := law{model: Poisson, n: r.N, mean: mean}
		_, tail := l.tails(r.Deviations - 1)
		return math.Log(tail / risk), l.pmf(r.Deviations-1) / tail
	}) / float64(r.N)
}

// solve returns the zero in (low, high) of an increasing function f, which gives its value and its slope, by Newton's
// method from x; a step that leaves the bracket halves it instead. The logarithms of the tails solved here are concave
// in the rate, so that Newton's steps close in from one side.
func solve(low, high, x float64, f func(float64) (value, slope float64)) float64 {
	for range 300 {
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
		if math.Abs(next-x) <= 1e-14*next { // the step after this one would be about its square
			return next
		}
		x = next
	}
	return x
}
