package sampling

import (
	"math"
	"math/bits"

	"github.com/soc2kit/soc2/internal/distribution"
)

// A law is the distribution of the number of deviations in a sample. Its methods work in float64 with a relative
// error far below [slack] and allocate nothing; [law.compare] is their exact counterpart.
type law struct {
	model      Model
	n          int64   // items in the sample
	population int64   // hypergeometric: items in the population
	deviations int64   // hypergeometric: deviations in the population
	p, q       float64 // binomial: rate of deviation, and 1 - rate, each rounded once
	mean       float64 // expected deviations in the sample
	rate       fraction
}

// lawAt returns the law of a sample of n items where the rate of deviation is rate. It is not for a finite population.
func lawAt(m Model, n int64, rate fraction) law {
	p := rate.float()
	return law{model: m, n: n, p: p, q: rate.complement().float(), mean: float64(n) * p, rate: rate}
}

// lawOf returns the law of a sample of n items from a population that holds the given number of deviations.
func lawOf(n, population, deviations int64) law {
	return law{
		model: Hypergeometric, n: n, population: population, deviations: deviations,
		mean: float64(n) * float64(deviations) / float64(population),
	}
}

// support returns the fewest and the most deviations that the sample can hold.
func (l law) support() (least, most int64) {
	switch l.model {
	case Hypergeometric:
		return max(0, l.n-(l.population-l.deviations)), min(l.n, l.deviations)
	case Poisson:
		return 0, math.MaxInt64
	}
	return 0, l.n
}

// slack is the relative error that a tail of a law is allowed: two numbers closer than that are compared exactly.
// The tails are more than a hundred times better: 1e-12 in the worst of the tests, samples of 1e12 items among them.
const slack = 1e-10

// tails returns P(X <= k) and P(X > k). The one that lies outwards of the mean is summed, so that it keeps its
// relative precision however small it is, and the other is its complement; where the median lies between, the other way round.
func (l law) tails(k int64) (lower, upper float64) { return l.tailsUntil(k, 2) }

// tailsUntil is tails, except that a sum of P(X <= k) may stop once it is above enough.
func (l law) tailsUntil(k int64, enough float64) (lower, upper float64) {
	least, most := l.support()
	if k < least {
		return 0, 1
	}
	if k >= most {
		return 1, 0
	}
	sum, term := 1.0, 1.0
	if float64(k) < l.mean && l.mean > 0.5 { // by Markov's inequality P(X > 0) is the small one of a mean up to 0.5
		if lower, ok := l.integral(k, -1); ok {
			return lower, 1 - lower
		}
		first := l.pmf(k)
		for x := k; x > least && term > sum*0x1p-56 && first*sum <= enough; x-- {
			up, down := l.odds(x)
			term *= down / up
			sum += term
		}
		if lower = min(1, first*sum); lower <= 0.5 {
			return lower, 1 - lower
		}
		// The median is below the mean, as it is at 0 of a mean below 1: the other tail is the small one.
		sum, term = 1, 1
	}
	if upper, ok := l.integral(k+1, +1); ok {
		return 1 - upper, upper
	}
	upper = l.pmf(k + 1)
	for x := k + 2; x <= most && term > sum*0x1p-56; x++ {
		up, down := l.odds(x)
		term *= up / down
		sum += term
	}
	upper = min(1, upper*sum)
	return 1 - upper, upper
}

// odds returns two numbers whose quotient is P(X = x) / P(X = x-1).
func (l *law) odds(x int64) (up, down float64) {
	switch l.model {
	case Hypergeometric:
		return float64(l.deviations-x+1) * float64(l.n-x+1), float64(x) * float64(l.population-l.deviations-l.n+x)
	case Poisson:
		return l.mean, float64(x)
	}
	return float64(l.n-x+1) * l.p, float64(x) * l.q
}

// pmf returns P(X = x) for x in the support.
func (l law) pmf(x int64) float64 {
	if l.model == Hypergeometric && (l.n == 0 || l.n == l.population || l.deviations == 0 || l.deviations == l.population) {
		return 1 // the support is a single number
	}
	return l.density(x, 0)
}

// density is [law.pmf] at whole + beyond, continued to numbers between whole ones away from the ends of the support. The
// two are kept apart since their sum has no room for much of beyond where whole is large.
func (l *law) density(whole int64, beyond float64) float64 {
	x, excess := float64(whole)+beyond, l.excess(whole)+beyond
	switch l.model {
	case Hypergeometric: // a quotient of three binomial probabilities at the rate n/N, which keeps each of them large
		n, pop, dev := float64(l.n), float64(l.population), float64(l.deviations)
		p, q := n/pop, (pop-n)/pop
		return binomial(x, dev, p, q, excess) * binomial(n-x, pop-dev, p, q, -excess) / binomial(n, pop, p, q, 0)
	case Poisson:
		return poisson(x, l.mean, excess)
	}
	return binomial(x, float64(l.n), l.p, l.q, excess)
}

// excess returns by how much x is above the mean, to the last bits of a float64: in large samples the mean rounded to a
// float64 would be off by enough to count.
func (l *law) excess(x int64) float64 {
	switch {
	case l.model == Hypergeometric:
		return quotient(uint64(x), uint64(l.population), uint64(l.n), uint64(l.deviations))
	case l.rate.wide == nil && l.rate.den > 0:
		return quotient(uint64(x), l.rate.den, uint64(l.n), l.rate.num)
	case l.model == Poisson:
		return float64(x) - l.mean
	}
	n := float64(l.n)
	product := n * l.p
	return (float64(x) - product) - math.FMA(n, l.p, -product)
}

// quotient returns a - c x d / b, for b above 0.
func quotient(a, b, c, d uint64) float64 {
	hi, lo := bits.Mul64(a, b)
	hi2, lo2 := bits.Mul64(c, d)
	sign := 1.0
	if hi < hi2 || hi == hi2 && lo < lo2 {
		hi, lo, hi2, lo2, sign = hi2, lo2, hi, lo, -1
	}
	lo, borrow := bits.Sub64(lo, lo2, 0)
	hi, _ = bits.Sub64(hi, hi2, borrow)
	return sign * (float64(hi)*0x1p64 + float64(lo)) / float64(b)
}

// binomial returns C(n,x) p^x q^(n-x) by the saddle point expansion of Loader, "Fast and accurate computation of
// binomial probabilities" (2000), which has no cancellation of large logarithms. The excess is x - n p.
func binomial(x, n, p, q, excess float64) float64 {
	switch {
	case p == 0 || q == 0:
		if x == 0 && p == 0 || x == n && q == 0 {
			return 1
		}
		return 0
	case x == 0:
		return powerOf(q, p, n)
	case x == n:
		return powerOf(p, q, n)
	}
	c := distribution.StirlingError(n) - distribution.StirlingError(x) - distribution.StirlingError(n-x) - distribution.Deviance(x, n*p, excess) - distribution.Deviance(n-x, n*q, -excess)
	return math.Exp(c) / math.Sqrt(2*math.Pi*x*((n-x)/n))
}

// powerOf returns a^n, given b = 1 - a.
func powerOf(a, b, n float64) float64 {
	if b < 0.5 {
		return math.Exp(n * math.Log1p(-b))
	}
	return math.Exp(n * math.Log(a))
}

// poisson returns e^-mean mean^x / x!. The excess is x - mean.
func poisson(x, mean, excess float64) float64 {
	if x == 0 || mean == 0 {
		if x > 0 {
			return 0
		}
		return math.Exp(-mean)
	}
	return math.Exp(-distribution.StirlingError(x)-distribution.Deviance(x, mean, excess)) / math.Sqrt(2*math.Pi*x)
}
