package bayes

import (
	"math/big"

	"github.com/soc2kit/soc2/sampling"
)

const (
	// exactBits is the precision in which near ties are decided.
	exactBits = 288
	// tieBits is the number of leading bits that two probabilities must share to be a tie. A risk is a decimal of at most 40
	// digits, which by itself shares 133 bits with a probability that it was rounded from.
	tieBits = 200
	// maxExact bounds the terms that deciding a near tie may cost.
	maxExact = 1 << 16
	// unsure is what a comparison gives that would cost more. A sample is then rather one too large, and a limit one step
	// further out.
	unsure = 2
)

// compare returns the sign of P(intolerable) - risk, 0 for a tie, or [unsure].
//
// Tails are never normalised here. Both are sums of positive rational terms with the same irrational factor, so that
// their quotient needs no logarithm, no power with a fractional exponent and no gamma function.
func (w belief) compare(c cut, risk *big.Rat) int {
	switch {
	case !w.isProper():
		return 1
	case w.model == sampling.Hypergeometric && c.count <= w.found:
		return -risk.Cmp(big.NewRat(1, 1)) // the probability is 1
	case w.model == sampling.Hypergeometric && c.count-w.found > w.population-w.examined:
		return -risk.Sign()
	}
	a, b := w.exact()
	var lower, upper *big.Float
	switch w.model {
	case sampling.Hypergeometric:
		lower, upper = exactCount(w.population-w.examined, c.count-w.found, a, b)
	case sampling.Poisson:
		lower, upper = exactGamma(a, new(big.Rat).Mul(b, c.exact))
	default:
		lower, upper = exactBeta(a, b, c.exact)
	}
	if lower == nil || upper == nil {
		return unsure
	}
	bound := precisely().Mul(precisely().SetRat(risk), precisely().Add(lower, upper))
	diff := upper.Sub(upper, bound)
	if diff.Sign() == 0 || diff.MantExp(nil) < bound.MantExp(nil)-tieBits {
		return 0
	}
	return diff.Sign()
}

// precisely returns a new number of exactBits, 0.
func precisely() *big.Float { return new(big.Float).SetPrec(exactBits) }

func numberOf(x *big.Rat) *big.Float { return precisely().SetRat(x) }

// A series is a sum of positive terms, the first of which is 1. quotient gives term j+1 over term j as a fraction; the
// series ends where that is 0. sum returns nil where maxExact terms do not do.
func sum(quotient func(j int64) (up, down *big.Float)) *big.Float {
	one := precisely().SetInt64(1)
	total, term, rest := precisely().SetInt64(1), precisely().SetInt64(1), precisely()
	for j := range int64(maxExact) {
		up, down := quotient(j)
		if up.Sign() <= 0 {
			return total
		}
		step := up.Quo(up, down)
		term.Mul(term, step)
		total.Add(total, term)
		// A geometric series of this quotient, or of half the way from it to 1 where it may still rise, is what remains.
		if rest.Sub(one, step); rest.Sign() > 0 && term.MantExp(nil)-rest.MantExp(nil)+2 < total.MantExp(nil)-exactBits {
			return total
		}
	}
	return nil
}

// plus returns x + j.
func plus(x *big.Float, j int64) *big.Float { return precisely().Add(x, precisely().SetInt64(j)) }

func product(x, y *big.Float) *big.Float { return precisely().Mul(x, y) }

// exactBeta returns the tails of beta(a, b) at x, as multiples of x^a (1-x)^b / B(a,b).
func exactBeta(a, b, x *big.Rat) (lower, upper *big.Float) {
	y := new(big.Rat).Sub(big.NewRat(1, 1), x)
	if x.Sign() <= 0 || y.Sign() <= 0 {
		return nil, nil
	}
	if x.Cmp(y) > 0 {
		upper, lower = exactBeta(b, a, y)
		return lower, upper
	}
	shape, other, p := numberOf(a), numberOf(b), numberOf(x)
	lower = exactBetaSeries(shape, other, p)
	if n, ok := wholeOf(a); ok {
		// I(a+1) = I(a) - x^a y^b / (a B(a,b)), from a = 0, where nothing lies above x.
		upper = climb(n, func(j int64, u *big.Float) *big.Float {
			return u.Quo(u, product(p, plus(other, j)))
		})
	} else {
		upper = exactBetaSeries(other, shape, numberOf(y))
	}
	return lower, upper
}

// exactBetaSeries sums (a+b)_j / (a+1)_j x^j / a, in Pochhammer's notation.
func exactBetaSeries(a, b, x *big.Float) *big.Float {
	both := precisely().Add(a, b)
	total := sum(func(j int64) (up, down *big.Float) { return product(plus(both, j), x), plus(a, j+1) })
	if total == nil {
		return nil
	}
	return total.Quo(total, a)
}

// wholeOf returns x if it is a whole number of at most [maxExact].
func wholeOf(x *big.Rat) (int64, bool) {
	if !x.IsInt() || !x.Num().IsInt64() || x.Num().Int64() > maxExact {
		return 0, false
	}
	return x.Num().Int64(), true
}

// climb returns u(n) of a recurrence u(j+1) = step(j, j u(j) + 1).
func climb(n int64, step func(j int64, u *big.Float) *big.Float) *big.Float {
	u := precisely()
	for j := range n {
		u.Mul(u, precisely().SetInt64(j))
		u = step(j, plus(u, 1))
	}
	return u
}

// exactGamma returns the tails of gamma(a, 1) at x, as multiples of x^a e^-x / Γ(a). The upper one is a continued
// fraction at the fractional part of a, from which a finite sum leads up to a.
func exactGamma(a, x *big.Rat) (lower, upper *big.Float) {
	if x.Sign() <= 0 {
		return nil, nil
	}
	whole := new(big.Int).Quo(a.Num(), a.Denom())
	if !whole.IsInt64() || whole.Int64() > maxExact {
		return nil, nil
	}
	shape, mean := numberOf(a), numberOf(x)
	lower = sum(func(j int64) (up, down *big.Float) { return precisely().Set(mean), plus(shape, j+1) })
	if lower == nil {
		return nil, nil
	}
	lower.Quo(lower, shape)
	// Γ(s+1, x) = s Γ(s, x) + x^s e^-x: as multiples of x^s e^-x, u(s+1) = (s u(s) + 1) / x. For s = 0 nothing is needed.
	start := new(big.Rat).Sub(a, new(big.Rat).SetInt(whole))
	s := numberOf(start)
	upper = precisely()
	if start.Sign() > 0 {
		if x.Cmp(big.NewRat(1, 50)) < 0 { // below, the fraction would take more than maxExact steps
			return nil, nil
		}
		if upper = exactGammaFraction(s, mean); upper == nil {
			return nil, nil
		}
	}
	for j := range whole.Int64() {
		upper.Mul(upper, plus(s, j))
		upper = plus(upper, 1)
		upper.Quo(upper, mean)
	}
	return lower, upper
}

// exactGammaFraction returns Γ(s,x) e^x / x^s for s between 0 and 1 by Legendre's fraction
// 1/(x + (1-s)/(1 + 1/(x + (2-s)/(1 + 2/(x + ...))))), whose convergents enclose it.
func exactGammaFraction(s, x *big.Float) *big.Float {
	one := precisely().SetInt64(1)
	// Numerators p and denominators q of two successive convergents.
	p0, q0, p1, q1 := precisely(), precisely().SetInt64(1), precisely().SetInt64(1), precisely().Set(x)
	value := precisely().Quo(p1, q1)
	for j := int64(1); j < maxExact; j++ {
		for _, step := range [2][2]*big.Float{{precisely().Sub(precisely().SetInt64(j), s), one}, {precisely().SetInt64(j), x}} {
			p := precisely().Add(product(step[1], p1), product(step[0], p0))
			q := precisely().Add(product(step[1], q1), product(step[0], q0))
			p0, q0, p1, q1 = p1, q1, p, q
		}
		next := precisely().Quo(p1, q1)
		diff := precisely().Sub(next, value)
		if diff.Sign() == 0 || diff.MantExp(nil) < next.MantExp(nil)-tieBits-40 {
			return next
		}
		value = next
	}
	return nil
}

// exactCount returns P(R < first) and P(R >= first) of [count] as multiples of one number: of P(R = first) where there
// are few items. With many it sums over the other index: R < first where a draw from beta(a, b) is below one from
// beta(first, items-first+1), and the series of [exactBetaLower] is averaged over the latter.
func exactCount(items, first int64, a, b *big.Rat) (lower, upper *big.Float) {
	x, y := numberOf(a), numberOf(b)
	if items <= maxExact {
		rise := func(r int64) (up, down *big.Float) { // P(r+1) / P(r)
			return product(precisely().SetInt64(items-r), plus(x, r)), product(precisely().SetInt64(r+1), plus(y, items-r-1))
		}
		upper = sum(func(j int64) (up, down *big.Float) { return rise(first + j) })
		lower = sum(func(j int64) (up, down *big.Float) {
			if j >= first-1 {
				return precisely(), nil
			}
			up, down = rise(first - 2 - j)
			return down, up
		})
		up, down := rise(first - 1) // the lower sum is a multiple of P(first-1)
		if lower == nil || upper == nil {
			return nil, nil
		}
		return lower.Quo(lower.Mul(lower, down), up), upper
	}
	both := precisely().Add(x, y)
	total := plus(both, items)
	side := func(shape *big.Float, rest int64) *big.Float {
		s := sum(func(j int64) (up, down *big.Float) {
			return product(plus(both, j), plus(shape, rest+j)), product(plus(shape, j+1), plus(total, j+1))
		})
		if s == nil {
			return nil
		}
		return s.Quo(s, shape)
	}
	lower = side(x, first)
	if n, ok := wholeOf(a); ok {
		upper = climb(n, func(j int64, u *big.Float) *big.Float {
			u.Mul(u, plus(y, items+j+1))
			u.Quo(u, precisely().SetInt64(first+j))
			return u.Quo(u, plus(y, j))
		})
	} else {
		upper = side(y, items-first+1)
	}
	return lower, upper
}
