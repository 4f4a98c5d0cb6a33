package bayes

import (
	"math"
	"math/big"
	"strconv"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// A belief is a prior or a posterior in the form that is computed with.
type belief struct {
	model      sampling.Model
	a, b       float64
	population int64 // hypergeometric: items in the population
	examined   int64 // hypergeometric: items of it that were examined
	found      int64 // hypergeometric: deviations among them
	exact      func() (a, b *big.Rat)
}

// A cut divides tolerable from intolerable: a rate, or the first count of deviations that is intolerable.
type cut struct {
	exact *big.Rat
	rate  distribution.Rate
	count int64
}

// isProper reports whether w is a distribution: one without infinite mass at an end.
func (w belief) isProper() bool {
	return w.isCertain() || w.a > 0 && w.b > 0
}

// isCertain reports whether every item was examined, so that nothing is left to believe.
func (w belief) isCertain() bool {
	return w.model == sampling.Hypergeometric && w.examined == w.population
}

// remaining returns the distribution of the deviations among the items not examined.
func (w belief) remaining() count { return count{w.population - w.examined, w.a, w.b} }

// tails returns the probability of a tolerable and of an intolerable rate. A belief that is not proper holds that the
// rate is intolerable: nothing may rest on it.
func (w belief) tails(c cut) (tolerable, intolerable float64) {
	switch {
	case !w.isProper():
		return 0, 1
	case w.model == sampling.Hypergeometric:
		return w.remaining().tails(c.count - w.found)
	case w.model == sampling.Poisson:
		return distribution.Gamma(w.a, c.rate.P.Times(w.b))
	}
	return distribution.Beta(w.a, w.b, c.rate)
}

// slack is the relative error that the smaller one of two tails is allowed: closer to a risk than that, it is compared
// exactly. The tails are ten times better in the worst of the tests, and mostly a thousand times.
const slack = 1e-11

// A level is a probability that a tail is compared with, and its complement, each rounded once.
type level struct {
	exact        *big.Rat
	approx, rest float64
}

func levelOf(x *big.Rat) level {
	approx, _ := x.Float64()
	rest, _ := new(big.Rat).Sub(big.NewRat(1, 1), x).Float64()
	return level{x, approx, rest}
}

// isAbove reports whether l is above a tail, given the complement of the tail, and whether the two can be told apart. The
// smaller tail decides: it alone has its relative precision.
func (l level) isAbove(tail, complement float64) (above, sure bool) {
	small, bound := tail, l.approx
	if complement < tail {
		small, bound = complement, l.rest
	}
	fault := slack * small
	if small > leastParameter { // it may be the complement of the other one, rounded as a number near 1
		fault += 0x1p-50
	}
	return (bound > small) == (complement >= tail), math.Abs(bound-small) > fault
}

// within reports whether the probability of an intolerable rate is at most the risk. A tie counts as within.
func (w belief) within(c cut, risk level) bool {
	lower, upper := w.tails(c)
	if above, sure := risk.isAbove(upper, lower); sure {
		return above
	}
	return w.compare(c, risk.exact) <= 0
}

// lowerWithin reports whether the probability of a rate below the cut is at most the risk. A tie counts as within.
func (w belief) lowerWithin(c cut, risk level) bool {
	lower, upper := w.tails(c)
	if above, sure := risk.isAbove(lower, upper); sure {
		return above
	}
	comparison := w.compare(c, new(big.Rat).Sub(big.NewRat(1, 1), risk.exact))
	return comparison == 0 || comparison == 1
}

// rational returns the decimal that x is written as, shortest: what 1.6 in a document means is 8/5.
func rational(x float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(x, 'g', -1, 64))
	if !ok {
		return new(big.Rat)
	}
	return r
}
