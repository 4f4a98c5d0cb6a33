package sampling

import (
	"encoding/json"
	"fmt"
)

// A Size is the sample that a [Plan] asks for, with the two probabilities that certify it.
type Size struct {
	// N is the number of items to examine. Where EveryItem is true that is the whole population; it is 0 where there is
	// no number to examine, because no sample meets the plan and the population is without limit. Reason then says why.
	N int64
	// Acceptance is the largest number of deviations in the sample with which the plan is met: N x expected rate, up.
	Acceptance int64
	// Risk is the probability of at most Acceptance deviations among N items at the tolerable rate. It is at most the
	// risk that the plan allows, decided exactly.
	Risk float64
	// RiskOneLess is the same for a sample of N - 1 items with its own acceptance number. It is above the risk that the
	// plan allows.
	RiskOneLess float64
	// Model is the law that was computed with.
	Model Model
	// Convention says how Deviations was found, under the hypergeometric model; empty under the others.
	Convention Convention
	// Deviations is the number of deviations in the population that stands for the tolerable rate, under the
	// hypergeometric model; 0 under the others.
	Deviations int64
	// Census reports that N is the whole population.
	Census bool
	// EveryItem reports that no sample of the population meets the plan, so that every item is to be tested: Acceptance and
	// the two probabilities are then absent. There is no sampling risk: the rate that is found is compared with the tolerable
	// one.
	EveryItem bool
	// Reason says in words why no sample meets the plan; empty where one does.
	Reason string
}

// MarshalJSON writes {"n", "acceptance", "achievedRisk", "riskOneLess", "model"}, with "convention" and
// "tolerableDeviations" under the hypergeometric model and "census":true where N is the whole population. Where no sample
// meets the plan it writes {"n":null, "reason"}, with "everyItem":true where the whole population is to be tested.
func (s Size) MarshalJSON() ([]byte, error) {
	if s.N == 0 || s.EveryItem {
		return json.Marshal(struct {
			N         *int64 `json:"n"`
			Reason    string `json:"reason"`
			EveryItem bool   `json:"everyItem,omitzero"`
		}{nil, s.Reason, s.EveryItem})
	}
	return json.Marshal(struct {
		N           int64      `json:"n"`
		Acceptance  int64      `json:"acceptance"`
		Risk        float64    `json:"achievedRisk"`
		RiskOneLess float64    `json:"riskOneLess"`
		Model       Model      `json:"model,omitzero"`
		Convention  Convention `json:"convention,omitzero"`
		Deviations  int64      `json:"tolerableDeviations,omitzero"`
		Census      bool       `json:"census,omitzero"`
	}{s.N, s.Acceptance, s.Risk, s.RiskOneLess, s.Model, s.Convention, s.Deviations, s.Census})
}

// Bounds on the work of a search. A plan that reaches one is answered with a Reason: its expected rate is too near the
// tolerable one, or its risk too near the probability that the two have in common.
const (
	maxAcceptance = 1_000_000 // deviations that a sample may hold
	maxTried      = 100_000   // probabilities computed
	maxExactWork  = 1 << 19   // terms summed exactly, to decide near ties
)

// Size returns the smallest n for which P(X <= ceil(n x expected)) at the tolerable rate is at most the risk. Equality
// is accepted; rounding and ties are exact. A plan that no sample can meet is answered by [Size.Reason]; the error is
// about a plan that [Plan.Validate] finds fault with.
//
// The cost does not depend on the population. It is a few microseconds for the plans that are in use, and bounded for
// all: a plan that needs more than a million deviations in the sample, or 100,000 probabilities, is answered by a Reason.
func (p Plan) Size() (Size, error) {
	if err := refused("plan", p.Validate()); err != nil {
		return Size{}, err
	}
	s := newSearch(p)
	return s.size(p), nil
}

// size answers p, which s was made from.
func (s *search) size(p Plan) Size {
	if s.law.model == Hypergeometric && s.law.deviations == 0 {
		return everyItem(p.Population, fmt.Sprintf("no deviation is tolerable among %d items at a rate of %s: test every item", p.Population, p.Tolerable))
	}
	n, k := s.smallest()
	switch {
	case s.isSpent():
		return Size{Reason: fmt.Sprintf("the expected rate %s is so near the tolerable rate %s, or the risk %s so high, that the search was given up at %d deviations in the sample", p.Expected, p.Tolerable, p.Risk, k)}
	case n > 0:
		found := Size{N: n, Acceptance: k, Model: s.law.model, Census: n == p.Population}
		found.Risk, _ = s.at(n).tails(k)
		found.RiskOneLess, _ = s.at(n - 1).tails(s.expected.ceilOf(n - 1))
		if found.Model == Hypergeometric {
			found.Deviations, found.Convention = s.law.deviations, Ceil
			if p.Convention != "" {
				found.Convention = p.Convention
			}
		}
		return found
	case k > maxAcceptance:
		return Size{Reason: fmt.Sprintf("the expected rate %s is so near the tolerable rate %s that the sample would have to hold more than %d deviations", p.Expected, p.Tolerable, maxAcceptance)}
	case s.law.model == Hypergeometric:
		return everyItem(p.Population, fmt.Sprintf("the deviations expected among %d items are as many as stand for the tolerable rate, %d: test every item", p.Population, s.law.deviations))
	case p.Population > 0:
		return everyItem(p.Population, fmt.Sprintf("the sample would be larger than the population of %d items: test every item, or plan with the hypergeometric model", p.Population))
	}
	return Size{Reason: fmt.Sprintf("the sample would be larger than %d items", int64(MaxPopulation))}
}

// everyItem returns the size that is the whole population, since no sample of it meets the plan.
func everyItem(population int64, reason string) Size {
	return Size{N: population, Census: true, EveryItem: true, Reason: reason}
}

// A search looks for the smallest sample of a valid plan.
type search struct {
	law      law // at the tolerable rate; its n is set by at
	rate     float64
	expected fraction
	risk     level
	limit    int64 // no sample is larger
	tried    int64 // probabilities computed
	exact    int64 // terms summed exactly
}

func newSearch(p Plan) search {
	// Validate has accepted the three rates.
	tolerable, _ := p.Tolerable.fraction()
	expected, _ := p.Expected.fraction()
	risk, _ := p.Risk.fraction()
	return searchFor(p.model(), p.Population, p.Convention, tolerable, expected, risk)
}

// searchFor is newSearch for rates that are valid and need not be spelled.
func searchFor(m Model, population int64, c Convention, tolerable, expected, risk fraction) search {
	s := search{expected: expected, risk: levelOf(risk), limit: MaxPopulation}
	if population > 0 {
		s.limit = population
	}
	if m == Hypergeometric {
		s.law = lawOf(0, population, c.deviations(population, tolerable))
		s.rate = float64(s.law.deviations) / float64(population)
	} else {
		s.law = lawAt(m, 0, tolerable)
		s.rate = s.law.p
	}
	return s
}

// isSpent reports whether the search has used up its work.
func (s *search) isSpent() bool { return s.tried > maxTried || s.exact > maxExactWork }

// meets reports whether at most k deviations in a sample of n items are no more probable than the risk. A near tie that
// there is no work left to decide counts as not, which can only make a sample larger.
func (s *search) meets(n, k int64) bool {
	s.tried++
	l := s.at(n)
	within, near := l.nearly(k, s.risk)
	if !near {
		return within
	}
	if s.exact += l.exactTerms(k); s.exact > maxExactWork {
		return false
	}
	return l.compare(k, s.risk.fraction, +1) <= 0
}

// at returns the law of a sample of n items.
func (s *search) at(n int64) law {
	l := s.law
	l.n, l.mean = n, float64(n)*s.rate
	return l
}

// smallest returns the smallest n and its acceptance number k, or n = 0, with the k at which the search was given up or
// came to its limit.
//
// Samples with acceptance number k are those in the bracket ((k-1)/e, k/e], e being the expected rate, and within it
// the risk falls as n grows: if any size in the bracket does, the last one does. Brackets are tried upwards, many at
// once where one probability rules them out: in every bracket from k+1 to k+step the risk is at least that of k+1
// deviations in the largest sample of them all.
func (s *search) smallest() (n, k int64) {
	if s.expected.isZero() {
		if !s.meets(s.limit, 0) {
			return 0, 0
		}
		return s.first(0, s.limit, 0), 0
	}
	for step := int64(1); k <= maxAcceptance && !s.isSpent(); {
		last := min(s.expected.most(k+step), s.limit)
		switch {
		case !s.meets(last, k+1):
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
		if mid := below + (last-below)/2; s.meets(mid, k) {
			last = mid
		} else {
			below = mid
		}
	}
	return last
}
