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
	lower, _ := l.tailsUntil(k, 1.1*a.approx)
	if diff := lower - a.approx; diff < -slack*a.approx || diff > slack*a.approx {
		return diff < 0
	}
	return l.compare(k, a.fraction, +1) <= 0
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

// exactHypergeometric sums C(D,i) C(N-D,n-i) / C(N,n) for i up to k. Two symmetries make its first term a product of
// few factors: counting what the sample leaves instead of what it takes, and exchanging n and D.
func (l law) exactHypergeometric(k int64) (share, whole *big.Float) {
	pop, n, dev := l.population, l.n, l.deviations
	if n+dev > pop {
		k -= n + dev - pop
		n, dev = pop-n, pop-dev
	}
	few, many := min(n, dev), max(n, dev)
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
