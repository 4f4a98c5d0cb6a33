package bayes

import (
	"encoding/json"
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/sampling"
)

// A Size is the sample that a [Plan] asks for, with the two probabilities that certify it.
type Size struct {
	// N is the number of items to examine. It is 0 where no sample is needed, and where none does: Reason says which.
	N int64
	// Sufficient reports that the prior alone answers the question, so that no sample is needed.
	Sufficient bool
	// Deviations is the number of deviations in the sample with which the plan is met: N x expected rate, rounded up
	// unless the plan is fractional.
	Deviations float64
	// Intolerable is the posterior probability of an intolerable rate after N items with Deviations. It is at most
	// 1 - confidence, decided exactly. Where the prior suffices it is that of the prior.
	Intolerable float64
	// IntolerableOneLess is the same for a sample of N - 1 items with its own number of deviations. It is above
	// 1 - confidence, and 1 where there is no posterior.
	IntolerableOneLess float64
	// Census reports that N is the whole population.
	Census bool
	// Reason says in words why N is 0; else empty.
	Reason string
}

// MarshalJSON writes {"n", "deviations", "intolerable", "intolerableOneLess"}, with "census":true where N is the whole
// population; where the prior suffices {"n":0, "sufficient":true, "intolerable", "reason"}; where no sample does
// {"n":null, "reason"}.
func (s Size) MarshalJSON() ([]byte, error) {
	switch {
	case s.Sufficient:
		return json.Marshal(struct {
			N           int64   `json:"n"`
			Sufficient  bool    `json:"sufficient"`
			Intolerable float64 `json:"intolerable"`
			Reason      string  `json:"reason"`
		}{0, true, s.Intolerable, s.Reason})
	case s.N == 0:
		return json.Marshal(struct {
			N      *int64 `json:"n"`
			Reason string `json:"reason"`
		}{nil, s.Reason})
	}
	return json.Marshal(struct {
		N                  int64   `json:"n"`
		Deviations         float64 `json:"deviations"`
		Intolerable        float64 `json:"intolerable"`
		IntolerableOneLess float64 `json:"intolerableOneLess"`
		Census             bool    `json:"census,omitzero"`
	}{s.N, s.Deviations, s.Intolerable, s.IntolerableOneLess, s.Census})
}

// Size returns the smallest n after which, with n x expected deviations found, the credible upper limit is at most the
// tolerable rate: the posterior probability of an intolerable rate is at most 1 - confidence. Equality is accepted;
// rounding and ties are exact. That the prior suffices, and that no sample does, is said by [Size.Reason]; the error is
// about a plan that [Plan.Validate] finds fault with.
func (p Plan) Size() (Size, error) {
	if err := refused("plan", p.Validate()); err != nil {
		return Size{}, err
	}
	s := search{
		prior: p.Prior, cut: cutAt(exactRate(p.Tolerable), p.Prior.Population, p.Convention),
		risk: levelOf(complement(exactRate(p.Confidence))), expected: exactRate(p.Expected),
		fractional: p.Fractional, limit: limitOf(p.Prior.Population),
	}
	n, ok := s.smallest()
	switch {
	case ok && n == 0:
		_, intolerable := s.at(0).tails(s.cut)
		return Size{Sufficient: true, Intolerable: intolerable, Reason: fmt.Sprintf(
			"no sample is needed: the prior alone holds the rate to be tolerable with the confidence %s", p.Confidence)}, nil
	case ok:
		_, intolerable := s.at(n).tails(s.cut)
		_, before := s.at(n - 1).tails(s.cut)
		return Size{
			N: n, Deviations: s.deviations(n), Intolerable: intolerable, IntolerableOneLess: before,
			Census: n == p.Prior.Population,
		}, nil
	case p.Prior.model() == sampling.Hypergeometric && s.limit == p.Prior.Population && s.isRefused(s.limit):
		return Size{Reason: fmt.Sprintf("the deviations expected among %d items are as many as are intolerable, %d: test every item", p.Prior.Population, s.cut.count)}, nil
	case p.Prior.Alpha == 0 && s.expected.Sign() == 0:
		return Size{Reason: "with alpha 0 a sample without deviations gives no posterior: no such sample is large enough"}, nil
	case p.Prior.Population > 0 && p.Prior.model() != sampling.Hypergeometric:
		return Size{Reason: fmt.Sprintf("the sample would be larger than the population of %d items: test every item, or plan with the hypergeometric model", p.Prior.Population)}, nil
	}
	return Size{Reason: fmt.Sprintf("the sample would be larger than %d items, or would have to hold more than %d deviations", int64(sampling.MaxPopulation), maxDeviations)}, nil
}

// limitOf returns the largest sample from a population.
func limitOf(population int64) int64 {
	if population > 0 {
		return population
	}
	return sampling.MaxPopulation
}

// maxDeviations bounds the search for a size: an expected rate so near the tolerable one that the sample would have to
// hold more deviations than this is answered with a Reason.
const maxDeviations = 1_000_000

// A search looks for the smallest sample of a valid plan.
type search struct {
	prior      Prior
	cut        cut
	risk       level
	expected   *big.Rat
	fractional bool
	limit      int64 // no sample is larger
}

// at returns the posterior after n items with the deviations expected of them.
func (s *search) at(n int64) belief {
	if s.fractional {
		return s.prior.afterExpected(n, s.expected)
	}
	_, k := times(n, s.expected)
	return s.prior.after(n, k)
}

func (s *search) deviations(n int64) float64 {
	if s.fractional {
		k, _ := new(big.Rat).Mul(s.expected, new(big.Rat).SetInt64(n)).Float64()
		return k
	}
	_, k := times(n, s.expected)
	return float64(k)
}

func (s *search) accepts(w belief) bool { return w.within(s.cut, s.risk) }

func (s *search) isRefused(n int64) bool { return !s.accepts(s.at(n)) }

// smallest returns the smallest n that is accepted, and whether there is one.
func (s *search) smallest() (n int64, ok bool) {
	switch {
	case s.accepts(s.at(0)):
		return 0, true
	case s.fractional || s.expected.Sign() == 0:
		return s.smallestFractional()
	}
	// Samples with k deviations are those in the bracket ((k-1)/e, k/e], e being the expected rate, and within it the
	// probability of an intolerable rate falls as n grows: if any size in the bracket does, the last one does. Brackets
	// are tried upwards, many at once where one probability rules them out: in every bracket from k+1 to k+step it is at
	// least that of k+1 deviations in the largest sample of them all.
	for k, step := int64(0), int64(1); k <= maxDeviations; {
		last := min(s.most(k+step), s.limit)
		switch {
		case !s.accepts(s.prior.after(last, k+1)):
			if last == s.limit {
				return 0, false
			}
			k += step
			step *= 2
		case step == 1:
			return s.first(min(s.most(k), s.limit), last), true
		default:
			step = max(1, step/4)
		}
	}
	return 0, false
}

// smallestFractional is smallest where the deviations of a sample grow with it smoothly, or not at all. The prior having
// been refused, the probability may rise at first, while the sample draws the rate up to the expected one; from where it
// is accepted it falls for good.
func (s *search) smallestFractional() (int64, bool) {
	below, last := int64(0), int64(1)
	for s.isRefused(last) {
		if last == s.limit {
			return 0, false
		}
		below, last = last, min(2*last, s.limit)
	}
	return s.first(below, last), true
}

// first returns the smallest accepted n in (below, last], throughout which the acceptance does not end; last is accepted.
func (s *search) first(below, last int64) int64 {
	for below+1 < last {
		if middle := below + (last-below)/2; s.isRefused(middle) {
			below = middle
		} else {
			last = middle
		}
	}
	return last
}

// most returns the largest n with n x expected <= k, or the limit where that is less.
func (s *search) most(k int64) int64 {
	x := new(big.Int).Mul(big.NewInt(k), s.expected.Denom())
	if x.Quo(x, s.expected.Num()); x.IsInt64() {
		return min(x.Int64(), s.limit)
	}
	return s.limit
}
