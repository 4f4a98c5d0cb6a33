package distribution

import "math/big"

const (
	// preciseBits is the precision in which tails are compared.
	preciseBits = 640
	// tieBits is the number of bits after the point up to which a tail and a probability must agree to count as equal.
	// Sums of maxTerms positive terms in preciseBits keep more than that.
	tieBits = 500
	// maxTerms bounds what a comparison may cost.
	maxTerms = 1 << 18
)

// CompareUpperGamma returns the sign of P(G > x) - q, for G that follows the gamma distribution of shape a and scale 1, and
// whether it is certain. It is uncertain where the decision would take too long; a tail that agrees with q in 500 bits
// counts as equal. a and x are above 0, q lies from 0 to 1.
//
// The lower tail is proportional to z^a e^-z S(z) with S(z) = sum of z^k / (a (a+1) ... (a+k)); it is divided by its value
// at a z so large that what lies beyond is below the precision.
func CompareUpperGamma(a, x, q *big.Rat) (sign int, certain bool) {
	if a.Sign() <= 0 || x.Sign() <= 0 {
		return 0, false
	}
	whole := new(big.Rat).Add(a, big.NewRat(preciseBits, 1))
	whole.Add(whole, whole)
	if whole.Cmp(big.NewRat(maxTerms/4, 1)) > 0 || x.Cmp(whole) > 0 {
		return 0, false
	}
	part, ok := gammaSum(a, x)
	all, okAll := gammaSum(a, whole)
	if !ok || !okAll {
		return 0, false
	}
	// ln of (x/whole)^a e^(whole-x)
	power := precise().Mul(ratio(a), logarithm(new(big.Rat).Quo(x, whole)))
	power.Add(power, ratio(new(big.Rat).Sub(whole, x)))
	lower := precise().Mul(exponential(power), part)
	lower.Quo(lower, all)
	return compare(lower, q), true
}

// CompareUpperBeta returns the sign of P(B > x) - q, for B that follows the beta distribution of parameters a and b, and
// whether it is certain, as [CompareUpperGamma] does. a and b are above 0, x lies between 0 and 1, q from 0 to 1.
//
// Both tails are x^a (1-x)^b times a series, and the powers cancel in their quotient.
func CompareUpperBeta(a, b, x, q *big.Rat) (sign int, certain bool) {
	one := big.NewRat(1, 1)
	if a.Sign() <= 0 || b.Sign() <= 0 || x.Sign() <= 0 || x.Cmp(one) >= 0 {
		return 0, false
	}
	lower, ok := betaSum(a, b, x)
	upper, okUpper := betaSum(b, a, new(big.Rat).Sub(one, x))
	if !ok || !okUpper {
		return 0, false
	}
	lower.Quo(lower, precise().Add(lower, upper))
	return compare(lower, q), true
}

// compare returns the sign of (1 - lower) - q.
func compare(lower *big.Float, q *big.Rat) int {
	diff := precise().Sub(ratio(new(big.Rat).Sub(big.NewRat(1, 1), q)), lower)
	if diff.Sign() == 0 || diff.MantExp(nil) < -tieBits {
		return 0
	}
	return diff.Sign()
}

// gammaSum returns the sum of z^k / (a (a+1) ... (a+k)) over k.
func gammaSum(a, z *big.Rat) (*big.Float, bool) {
	over, factor := ratio(a), ratio(z)
	return sumTerms(precise().Quo(unit(), over), func(term *big.Float) {
		over.Add(over, unit())
		term.Mul(term, factor).Quo(term, over)
	})
}

// betaSum returns the sum of z^k (a+b) ... (a+b+k-1) / (a (a+1) ... (a+k)) over k.
func betaSum(a, b, z *big.Rat) (*big.Float, bool) {
	over, factor := ratio(a), ratio(z)
	rising := ratio(new(big.Rat).Add(a, b))
	return sumTerms(precise().Quo(unit(), over), func(term *big.Float) {
		over.Add(over, unit())
		term.Mul(term, factor).Mul(term, rising).Quo(term, over)
		rising.Add(rising, unit())
	})
}

// sumTerms adds up positive terms from the first one on until they fall and no longer count, and reports whether that took
// no more than maxTerms. next turns a term into its successor. The quotients of the terms tend to a limit below 1 from
// above or rise to it; the sum ends where a term is so small that even maxTerms like it would not count.
func sumTerms(first *big.Float, next func(term *big.Float)) (*big.Float, bool) {
	term, sum := first, precise().Set(first)
	before := precise()
	for range maxTerms {
		before.Set(term)
		next(term)
		sum.Add(sum, term)
		if term.Sign() == 0 || term.Cmp(before) < 0 && term.MantExp(nil) < sum.MantExp(nil)-preciseBits {
			return sum, true
		}
	}
	return nil, false
}

func precise() *big.Float { return new(big.Float).SetPrec(preciseBits) }

func unit() *big.Float { return precise().SetInt64(1) }

func ratio(r *big.Rat) *big.Float { return precise().SetRat(r) }

// logarithm returns ln r for r above 0.
func logarithm(r *big.Rat) *big.Float {
	mantissa := precise()
	exponent := ratio(r).MantExp(mantissa) // from 0.5 to 1
	ln := arctanh(precise().Quo(precise().Sub(mantissa, unit()), precise().Add(mantissa, unit())))
	ln.Add(ln, precise().Mul(precise().SetInt64(int64(exponent)), naturalTwo()))
	return ln
}

// naturalTwo returns ln 2.
func naturalTwo() *big.Float { return arctanh(ratio(big.NewRat(1, 3))) }

// arctanh returns twice the inverse hyperbolic tangent of z, which is ln((1+z)/(1-z)), for z from -1/3 to 1/3.
func arctanh(z *big.Float) *big.Float {
	square, power, sum := precise().Mul(z, z), precise().Set(z), precise().Set(z)
	for k := int64(3); k < 2*preciseBits; k += 2 {
		power.Mul(power, square)
		sum.Add(sum, precise().Quo(power, precise().SetInt64(k)))
	}
	return sum.Add(sum, sum)
}

// exponential returns e^y.
func exponential(y *big.Float) *big.Float {
	const halvings = 16
	turns, _ := precise().Quo(y, naturalTwo()).Int64()
	rest := precise().Sub(y, precise().Mul(precise().SetInt64(turns), naturalTwo()))
	rest.SetMantExp(rest, -halvings)
	term, sum := unit(), unit()
	for k := int64(1); k < 64; k++ { // rest is below 2^-16, so that 64 terms leave less than 2^-1000
		term.Mul(term, rest).Quo(term, precise().SetInt64(k))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum.SetMantExp(sum, int(turns))
}
