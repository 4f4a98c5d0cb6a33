package sampling

import (
	"encoding/json"
	"fmt"
)

// A Size is the sample that a [Plan] asks for, with the two probabilities that certify it.
type Size struct {
	// N is the number of items to examine. It is 0 where no sample does: Reason then says why.
	N int64
	// Acceptance is the largest number of deviations in the sample with which the plan is met: N x expected rate, up.
	Acceptance int64
	// Risk is the probability of at most Acceptance deviations among N items at the tolerable rate. It is at most the
	// risk that the plan allows, decided exactly.
	Risk float64
	// RiskOneLess is the same for a sample of N - 1 items with its own acceptance number. It is above the risk that the
	// plan allows.
	RiskOneLess float64
	// Census reports that N is the whole population.
	Census bool
	// Reason says in words why no sample meets the plan; empty where one does.
	Reason string
}

// MarshalJSON writes {"n", "acceptance", "achievedRisk", "riskOneLess"}, with "census":true where N is the whole
// population; where no sample does, {"n":null, "reason"}.
func (s Size) MarshalJSON() ([]byte, error) {
	if s.N == 0 {
		return json.Marshal(struct {
			N      *int64 `json:"n"`
			Reason string `json:"reason"`
		}{nil, s.Reason})
	}
	return json.Marshal(struct {
		N           int64   `json:"n"`
		Acceptance  int64   `json:"acceptance"`
		Risk        float64 `json:"achievedRisk"`
		RiskOneLess float64 `json:"riskOneLess"`
		Census      bool    `json:"census,omitzero"`
	}{s.N, s.Acceptance, s.Risk, s.RiskOneLess, s.Census})
}

// maxAcceptance bounds the search for a size: an expected rate so near the tolerable one that the sample would have
// to hold more deviations than this is answered with a Reason.
const maxAcceptance = 1_000_000

// Size returns the smallest n for which P(X <= ceil(n x expected)) at the tolerable rate is at most the risk. Equality
// is accepted; rounding and ties are exact. A plan that no sample can meet is answered by [Size.Reason]; the error is
// about a plan that [Plan.Validate] finds fault with.
func (p Plan) Size() (Size, error) {
	if err := refused("plan", p.Validate()); err != nil {
		return Size{}, err
	}
	s := newSearch(p)
	if s.law.model == Hypergeometric && s.law.deviations == 0 {
		return Size{Reason: fmt.Sprintf("no deviation is tolerable among %d items at a rate of %s: test every item", p.Population, p.Tolerable)}, nil
	}
	n, k := s.smallest()
	switch {
	case n > 0:
		risk, _ := s.at(n).tails(k)
		before, _ := s.at(n - 1).tails(s.expected.ceilOf(n - 1))
		return Size{N: n, Acceptance: k, Risk: risk, RiskOneLess: before, Census: n == p.Population}, nil
	case k > maxAcceptance:
		return Size{Reason: fmt.Sprintf("the expected rate %s is so near the tolerable rate %s that the sample would have to hold more than %d deviations", p.Expected, p.Tolerable, maxAcceptance)}, nil
	case s.law.model == Hypergeometric:
		return Size{Reason: fmt.Sprintf("the deviations expected among %d items are as many as stand for the tolerable rate, %d: test every item", p.Population, s.law.deviations)}, nil
	case p.Population > 0:
		return Size{Reason: fmt.Sprintf("the sample would be larger than the population of %d items: test every item, or plan with the hypergeometric model", p.Population)}, nil
	}
	return Size{Reason: fmt.Sprintf("the sample would be larger than %d items", int64(MaxPopulation))}, nil
}

// A search looks for the smallest sample of a valid plan.
type search struct {
	law      law // at the tolerable rate; its n is set by at
	rate     float64
	expected fraction
	risk     level
	limit    int64 // no sample is larger
}

func newSearch(p Plan) search {
	// Validate has accepted the three rates.
	tolerable, _ := p.Tolerable.fraction()
	expected, _ := p.Expected.fraction()
	risk, _ := p.Risk.fraction()
	s := search{expected: expected, risk: levelOf(risk), limit: MaxPopulation}
	if p.Population > 0 {
		s.limit = p.Population
	}
	if m := p.model(); m == Hypergeometric {
		s.law = lawOf(0, p.Population, p.Convention.deviations(p.Population, tolerable))
		s.rate = float64(s.law.deviations) / float64(p.Population)
	} else {
		s.law = lawAt(m, 0, tolerable)
		s.rate = s.law.p
	}
	return s
}

// at returns the law of a sample of n items.
func (s *search) at(n int64) law {
	l := s.law
	l.n, l.mean = n, float64(n)*s.rate
	return l
}

// smallest returns the smallest n and its acceptance number k, or n = 0, with k above maxAcceptance where the search
// was given up there.
//
// Samples with acceptance number k are those in the bracket ((k-1)/e, k/e], e being the expected rate, and within it
// the risk falls as n grows: if any size in the bracket does, the last one does. Brackets are tried upwards, many at
// once where one probability rules them out: in every bracket from k+1 to k+step the risk is at least that of k+1
// deviations in the largest sample of them all.
func (s *search) smallest() (n, k int64) {
	if s.expected.isZero() {
		if !s.at(s.limit).within(0, s.risk) {
			return 0, 0
		}
		return s.first(0, s.limit, 0), 0
	}
	for step := int64(1); k <= maxAcceptance; {
		last := min(s.expected.most(k+step), s.limit)
		switch {
		case !s.at(last).within(k+1, s.risk):
			if last == s.limit {
				return 0, k
			}
			k += step
			step *= 2
		case step == 1:
			return s.first(min(s.expected.most(k), s.limit), last, k+1), k + 1
		default:
			step = max(1, step/4)
		}
	}
	return 0, k
}

// first returns the smallest n in (below, last] with at most the risk for k deviations; last is known to do.
func (s *search) first(below, last, k int64) int64 {
	for below+1 < last {
		if mid := below + (last-below)/2; s.at(mid).within(k, s.risk) {
			last = mid
		} else {
			below = mid
		}
	}
	return last
}
