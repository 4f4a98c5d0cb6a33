package sampling

import "math/big"

// A level is a probability that a tail is compared with: the risk, or 1 - confidence.
type level struct {
	fraction
	approx float64
}

func levelOf(f fraction) level { return level{f, f.float()} }

// within reports whether P(X <= k) <= a. A tie counts as within.
func (l law) within(k int64, a level) bool {
	within, near := l.nearly(k, a)
	if near {
		return l.compare(k, a.fraction, +1) <= 0
	}
	return within
}

// nearly reports whether P(X <= k) <= a, and whether the two are too near to each other to say so in float64.
func (l law) nearly(k int64, a level) (within, near bool) {
	lower, _ := l.tailsUntil(k, 1.1*a.approx)
	diff := lower - a.approx
	return diff < 0, diff >= -slack*a.approx && diff <= slack*a.approx
}

// exactTerms returns about how many terms [law.compare] sums.
func (l law) exactTerms(k int64) int64 {
	switch l.model {
	case Hypergeometric:
		return min(l.n, l.deviations, l.population-l.n, l.population-l.deviations) + max(k, 0)
	case Poisson:
		return max(k, int64(2*l.mean)) + 400
	}
	return max(k, 0) + 64
}

// upperWithin reports whether P(X >= k) <= a. A tie counts as within.
func (l law) upperWithin(k int64, a level) bool {
	_, upper := l.tails(k - 1)
	if diff := upper - a.approx; diff < -slack*a.approx || diff > slack*a.approx {
		return diff < 0
	}
	return l.compare(k-1, a.complement(), -1) >= 0
}

const (
	// exactBits is the precision in which near ties are decided.
	exactBits = 1024
	// tieBits is the number of leading bits that two probabilities must share to be a tie. A sum of maxExact terms in
	// exactBits keeps more than that. Where the probabilities have a common denominator below 2^900 this is equality; a
	// binomial one with a larger denominator cannot equal a decimal of 40 characters, since n factors of its
	// denominator do not cancel.
	tieBits = 900
	// maxExact bounds the terms that deciding a near tie may cost.
	maxExact = 1 << 17
)

// compare returns the sign of P(X <= k) - a, with 0 for a tie. Where that would take more than maxExact terms, it
// returns unsure, which both callers choose such that the tail does not count as within: a sample is then rather one
// too large, and a limit one step further out.
func (l law) compare(k int64, a fraction, unsure int) int {
	least, most := l.support()
	if k < least {
		return -a.compare(fraction{num: 0, den: 1})
	}
	if k >= most {
		return one.compare(a)
	}
	var share, whole *big.Float // P(X <= k) is share / whole
	switch l.model {
	case Hypergeometric:
		if sign := l.compareDouble(k, a); sign != 0 {
			return sign
		}
		share, whole = l.exactHypergeometric(k)
	case Poisson:
		share, whole = l.exactPoisson(k)
	default:
		share, whole = l.exactBinomial(k)
	}
	if share == nil {
		return unsure
	}
	bound := exactly().Mul(exactly().SetRat(a.rat()), whole)
	diff := exactly().Sub(share, bound)
	if diff.Sign() == 0 || diff.MantExp(nil) < bound.MantExp(nil)-tieBits {
		return 0
	}
	return diff.Sign()
}

// exactly returns a new number of exactBits, 0.
func exactly() *big.Float { return new(big.Float).SetPrec(exactBits) }

func wholeNumber(n int64) *big.Float { return exactly().SetInt64(n) }

// exactBinomial sums C(n,i) p^i q^(n-i) for i up to k, from q^n upwards.
func (l law) exactBinomial(k int64) (share, whole *big.Float) {
	if k > maxExact {
		return nil, nil
	}
	p := exactly().SetRat(l.rate.rat())
	q := exactly().SetRat(l.rate.complement().rat())
	if q.Sign() == 0 {
		return exactly(), wholeNumber(1)
	}
	odds := exactly().Quo(p, q)
	term := exactly().SetInt64(1)
	for bit := 62; bit >= 0; bit-- {
		term.Mul(term, term)
		if l.n>>bit&1 == 1 {
			term.Mul(term, q)
		}
	}
	share = exactly().Set(term)
	for i := int64(1); i <= k; i++ {
		term.Mul(term, odds)
		term.Mul(term, wholeNumber(l.n-i+1))
		term.Quo(term, wholeNumber(i))
		share.Add(share, term)
	}
	return share, wholeNumber(1)
}

// exactPoisson sums mean^i / i! for i up to k, and on until the terms no longer count: the whole is e^mean.
func (l law) exactPoisson(k int64) (share, whole *big.Float) {
	if k > maxExact || l.mean > maxExact {
		return nil, nil
	}
	mean := exactly().Mul(wholeNumber(l.n), exactly().SetRat(l.rate.rat()))
	term, sum := wholeNumber(1), wholeNumber(1)
	for i := int64(1); ; i++ {
		if i == k+1 {
			share = exactly().Set(sum)
		}
		term.Mul(term, mean)
		term.Quo(term, wholeNumber(i))
		sum.Add(sum, term)
		if i > k && float64(i) > 2*l.mean && (term.Sign() == 0 || term.MantExp(nil) < sum.MantExp(nil)-exactBits) {
			return share, sum
		}
	}
}

// folded returns the numbers that exact sums of a hypergeometric law are made of, and the k that goes with them: two
// symmetries make the first term a product of few factors, counting what the sample leaves instead of what it takes, and
// exchanging n and D.
func (l law) folded(k int64) (few, many, folded int64) {
	n, dev := l.n, l.deviations
	if n+dev > l.population {
		k -= n + dev - l.population
		n, dev = l.population-n, l.population-dev
	}
	return min(n, dev), max(n, dev), k
}

// exactHypergeometric sums C(D,i) C(N-D,n-i) / C(N,n) for i up to k.
func (l law) exactHypergeometric(k int64) (share, whole *big.Float) {
	pop := l.population
	few, many, k := l.folded(k)
	if few > maxExact {
		return nil, nil
	}
	term := wholeNumber(1)
	for i := range few {
		term.Mul(term, wholeNumber(pop-many-i))
		term.Quo(term, wholeNumber(pop-i))
	}
	share = exactly().Set(term)
	for i := int64(1); i <= k; i++ {
		term.Mul(term, wholeNumber(few-i+1))
		term.Mul(term, wholeNumber(many-i+1))
		term.Quo(term, wholeNumber(i))
		term.Quo(term, wholeNumber(pop-few-many+i))
		share.Add(share, term)
	}
	return share, wholeNumber(1)
}
