package sampling

import (
	"math"

	"github.com/soc2kit/soc2/internal/distribution"
)

// upperCount returns the largest D with P(X <= k | D deviations in the population) above the risk.
func (r Result) upperCount(risk level) int64 {
	c := counts{r.Deviations, r.Population - (r.N - r.Deviations) + 1}
	within := func(d int64) bool { return lawOf(r.N, r.Population, d).within(r.Deviations, risk) }
	if r.Population > guessAbove {
		c = c.near(r.guess(r.upperBinomial(risk.fraction)), within)
	}
	return c.halve(within).before
}

// lowerCount returns the smallest D with P(X >= k | D deviations in the population) above the risk.
func (r Result) lowerCount(risk level) int64 {
	c := counts{r.Deviations - 1, r.Population - (r.N - r.Deviations)}
	above := func(d int64) bool { return !lawOf(r.N, r.Population, d).upperWithin(r.Deviations, risk) }
	if r.Population > guessAbove {
		c = c.near(r.guess(r.lowerBinomial(risk.fraction)), above)
	}
	return c.halve(above).from
}

// guessAbove is the population from which on the binomial limit is worth its cost as a first guess.
const guessAbove = 1 << 16

func (r Result) guess(rate float64) int64 { return int64(rate * float64(r.Population)) }

// A counts brackets the first count of deviations for which a test holds that holds for all counts above it too: it does
// not for before, and does for from.
type counts struct{ before, from int64 }

// near narrows c by steps of growing size, starting at a guess.
func (c counts) near(guess int64, holds func(int64) bool) counts {
	if guess <= c.before || guess >= c.from {
		return c
	}
	if holds(guess) {
		c.from = guess
		for step := int64(2); c.from-c.before > step; step *= 4 {
			if at := c.from - step; holds(at) {
				c.from = at
			} else {
				c.before = at
				break
			}
		}
		return c
	}
	c.before = guess
	for step := int64(2); c.from-c.before > step; step *= 4 {
		if at := c.before + step; holds(at) {
			c.from = at
			break
		} else {
			c.before = at
		}
	}
	return c
}

// halve narrows c to two neighbours.
func (c counts) halve(holds func(int64) bool) counts {
	for c.before+1 < c.from {
		if middle := c.before + (c.from-c.before)/2; holds(middle) {
			c.from = middle
		} else {
			c.before = middle
		}
	}
	return c
}

// upperBinomial returns the p with P(X <= k | n, p) = risk, or 1 where every item deviates.
func (r Result) upperBinomial(risk fraction) float64 {
	if r.Deviations == r.N {
		return 1
	}
	if risk.float() > 0.5 { // the other tail is the small one, and keeps its relative precision
		return Result{N: r.N, Deviations: r.Deviations + 1}.binomialWithUpperTail(risk.complement().float())
	}
	return r.binomialWithLowerTail(risk.float())
}

// lowerBinomial returns the p with P(X >= k | n, p) = risk, or 0 where no item deviates.
func (r Result) lowerBinomial(risk fraction) float64 {
	if r.Deviations == 0 {
		return 0
	}
	if risk.float() > 0.5 {
		return Result{N: r.N, Deviations: r.Deviations - 1}.binomialWithLowerTail(risk.complement().float())
	}
	return r.binomialWithUpperTail(risk.float())
}

// binomialWithLowerTail returns the p with P(X <= k | n, p) = tail, for k below n.
func (r Result) binomialWithLowerTail(tail float64) float64 {
	n, k := float64(r.N), float64(r.Deviations)
	return distribution.Solve(0, 1, (k+1)/(n+1), 0, func(p float64) (float64, float64) {
		l := law{model: Binomial, n: r.N, p: p, q: 1 - p, mean: n * p}
		lower, _ := l.tails(r.Deviations)
		return math.Log(tail / lower), (n - k) / (1 - p) * l.pmf(r.Deviations) / lower
	})
}

// binomialWithUpperTail returns the p with P(X >= k | n, p) = tail, for k above 0.
func (r Result) binomialWithUpperTail(tail float64) float64 {
	n, k := float64(r.N), float64(r.Deviations)
	return distribution.Solve(0, 1, k/(n+1), 0, func(p float64) (float64, float64) {
		l := law{model: Binomial, n: r.N, p: p, q: 1 - p, mean: n * p}
		_, upper := l.tails(r.Deviations - 1)
		return math.Log(upper / tail), k / p * l.pmf(r.Deviations) / upper
	})
}

// upperPoisson returns m/n with P(X <= k | mean m) = risk.
func (r Result) upperPoisson(risk fraction) float64 {
	if risk.float() > 0.5 {
		return Result{N: r.N, Deviations: r.Deviations + 1}.poissonWithUpperTail(risk.complement().float())
	}
	return r.poissonWithLowerTail(risk.float())
}

// lowerPoisson returns m/n with P(X >= k | mean m) = risk, or 0 where no item deviates.
func (r Result) lowerPoisson(risk fraction) float64 {
	if r.Deviations == 0 {
		return 0
	}
	if risk.float() > 0.5 {
		return Result{N: r.N, Deviations: r.Deviations - 1}.poissonWithLowerTail(risk.complement().float())
	}
	return r.poissonWithUpperTail(risk.float())
}

// poissonWithLowerTail returns m/n with P(X <= k | mean m) = tail.
func (r Result) poissonWithLowerTail(tail float64) float64 {
	k := float64(r.Deviations)
	// By Chernoff's bound the tail at high is below the one asked for.
	high := 4 * (k + 1 - math.Log(tail))
	return distribution.Solve(0, high, k+1, 0, func(mean float64) (float64, float64) {
		l := law{model: Poisson, n: r.N, mean: mean}
		lower, _ := l.tails(r.Deviations)
		return math.Log(tail / lower), l.pmf(r.Deviations) / lower
	}) / float64(r.N)
}

// poissonWithUpperTail returns m/n with P(X >= k | mean m) = tail, for k above 0.
func (r Result) poissonWithUpperTail(tail float64) float64 {
	k := float64(r.Deviations)
	high := 4 * (k + 1 - math.Log1p(-tail))
	return distribution.Solve(0, high, k, 0, func(mean float64) (float64, float64) {
		l := law{model: Poisson, n: r.N, mean: mean}
		_, upper := l.tails(r.Deviations - 1)
		return math.Log(upper / tail), l.pmf(r.Deviations-1) / upper
	}) / float64(r.N)
}
