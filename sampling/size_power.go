package sampling

import "fmt"

// A PoweredSize is a sample that keeps two risks: of relying on a control that deviates at the tolerable rate, and of not
// relying on one that deviates at the expected rate.
type PoweredSize struct {
	// N is the number of items to examine. Where EveryItem is true that is the whole population; it is 0 where no sample
	// keeps both risks and the population is without limit. Reason then says why.
	N int64 `json:"n"`
	// Acceptance is the largest number of deviations in the sample with which the control is relied upon.
	Acceptance int64 `json:"acceptance"`
	// Risk is the probability of at most Acceptance deviations at the tolerable rate: the risk of overreliance.
	Risk float64 `json:"achievedRisk"`
	// Underreliance is the probability of more than Acceptance deviations at the expected rate. The power of the sample is
	// 1 - Underreliance.
	Underreliance float64 `json:"achievedUnderreliance"`
	// RiskOneLess is the risk of overreliance of N - 1 items with the same acceptance number. It is above the risk that the
	// plan allows.
	RiskOneLess float64 `json:"riskOneLess"`
	// UnderrelianceOneFewer is the risk of underreliance of the smallest sample that keeps the risk of overreliance with
	// Acceptance - 1, the largest acceptance number that a smaller sample can have. It is above what was asked for; 0
	// where Acceptance is 0, so that there is none.
	UnderrelianceOneFewer float64 `json:"underrelianceOneFewer,omitzero"`
	// EveryItem reports that no sample of the population keeps both risks, so that every item is to be tested.
	EveryItem bool `json:"everyItem,omitzero"`
	// Reason says in words why no sample keeps both risks; empty where one does.
	Reason string `json:"reason,omitzero"`
}

// SizeWithPower returns the smallest sample, with its acceptance number, for which the risk of overreliance at the
// tolerable rate is at most that of p and the risk of underreliance at the expected rate at most the one given, above 0
// and below 1. Equality is accepted and ties are exact. Other than for [Plan.Size], the sample may hold more deviations than
// are expected in it: as many as the risk of overreliance leaves room for.
//
// In a finite population the expected rate stands for so many deviations as its share of the items, rounded up. The
// work is bounded as that of [Plan.Size]; a plan beyond the bound is answered by a Reason.
func (p Plan) SizeWithPower(underreliance Rate) (PoweredSize, error) {
	l := p.Validate()
	limit, _ := checkRate(&l, "riskOfUnderreliance", underreliance, between)
	if err := refused("plan", l); err != nil {
		return PoweredSize{}, err
	}
	s := newSearch(p)
	expected, _ := p.Expected.fraction()
	w := powerSearch{search: &s, expected: lawUnder(p.model(), 0, p.Population, Ceil, expected), limit: levelOf(limit)}
	if s.law.model == Hypergeometric && s.law.deviations <= w.expected.deviations {
		return PoweredSize{N: p.Population, EveryItem: true, Reason: fmt.Sprintf("Among %s the expected rate stands for as many deviations as the tolerable: test every item.", count(p.Population, "item"))}, nil
	}
	// For each acceptance number the smallest sample that keeps the risk of overreliance has the most power, and with a
	// larger number it is larger. The first that keeps the risk of underreliance is therefore the smallest of all.
	before, step := int64(0), int64(1)
	for k := int64(0); ; k++ {
		enough := s.meets(s.limit, k)
		switch {
		case s.isSpent() || k > maxAcceptance:
			return PoweredSize{Reason: fmt.Sprintf("The expected rate %s is so near the tolerable rate %s, or the risks so extreme, that the search was given up at %s in the sample.", percentOf(p.Expected), percentOf(p.Tolerable), count(k, "deviation"))}, nil
		case !enough && p.Population > 0:
			return PoweredSize{N: p.Population, EveryItem: true, Reason: fmt.Sprintf("No sample of the %s keeps both risks: test every item.", count(p.Population, "item"))}, nil
		case !enough:
			return PoweredSize{Reason: fmt.Sprintf("The sample would be larger than %d items.", s.limit)}, nil
		}
		// It grows by about as much as for the number before.
		meets := func(n int64) bool { return s.meets(n, k) }
		n := counts{max(before-1, 0), s.limit}.near(before+step, meets).halve(meets).from
		if w.within(n, k) {
			found := PoweredSize{N: n, Acceptance: k, Underreliance: w.at(n).above(k)}
			found.Risk, _ = s.at(n).tails(k)
			found.RiskOneLess, _ = s.at(n - 1).tails(k)
			if k > 0 {
				found.UnderrelianceOneFewer = w.at(before).above(k - 1)
			}
			return found, nil
		}
		before, step = n, max(n-before, 1)
	}
}

// A powerSearch is a search that keeps a second risk.
type powerSearch struct {
	*search
	expected law // at the expected rate; its n is set by at
	limit    level
}

// at returns the law of a sample of n items at the expected rate.
func (w *powerSearch) at(n int64) law {
	l := w.expected
	if l.model == Hypergeometric {
		return lawOf(n, l.population, l.deviations)
	}
	l.n, l.mean = n, float64(n)*l.p
	return l
}

// within reports whether more than k deviations among n items are no more probable than the risk of underreliance. A
// near tie that there is no work left to decide counts as not.
func (w *powerSearch) within(n, k int64) bool {
	w.tried++
	l := w.at(n)
	upper := l.above(k)
	if diff := upper - w.limit.approx; diff < -slack*w.limit.approx || diff > slack*w.limit.approx {
		return diff < 0
	}
	if w.exact += l.exactTerms(k); w.exact > maxExactWork {
		return false
	}
	return l.compare(k, w.limit.complement(), -1) >= 0
}
