package sampling

import (
	"math/big"
	"strings"
)

// A printed limit has as many decimals as are usual, and more where fewer would say something else: it never stands on
// the other side of the rate beside it than the limit itself.
const (
	usualDecimals    = 4   // of a rate: a percentage with two
	usualSignificant = 2   // digits of a rate that is smaller than that
	mostDecimals     = 160 // more than any two rates that differ agree in
)

// limitNoise is the relative error that a printed limit is allowed: closer to the rate beside it than this float64 does
// not tell on which side it lies.
var limitNoise = big.NewRat(1, 1e10)

// A printable is a limit that is to be printed.
type printable struct {
	value *big.Rat
	upper bool // it is rounded up; a lower limit down
	exact bool // value has no error of computation
}

// printableRate returns a limit that was computed in float64.
func printableRate(limit float64, upper bool) printable {
	value := new(big.Rat).SetFloat64(limit)
	if value == nil { // not finite, which no limit is
		value = new(big.Rat)
	}
	return printable{value: value, upper: upper}
}

// printableCount returns the limit of a finite population.
func printableCount(count, population int64, upper bool) printable {
	return printable{value: big.NewRat(count, max(population, 1)), upper: upper, exact: true}
}

// alone returns p as a percentage in the usual digits.
func (p printable) alone() string { return percentage(p.rounded(p.usual())) }

// beside returns p as a percentage with so many decimals that it is above the rate where that is what is true, and not
// above it elsewhere; false where the two are equal in all digits that are computed, or no digits would do.
func (p printable) beside(rate *big.Rat, above bool) (string, bool) {
	if !p.exact {
		distance := new(big.Rat).Sub(p.value, rate)
		if distance.Abs(distance).Cmp(new(big.Rat).Mul(rate, limitNoise)) <= 0 {
			return "", false
		}
	}
	printed, ok := p.fitting(func(x *big.Rat) bool { return (x.Cmp(rate) > 0) == above })
	if !ok {
		return "", false
	}
	return percentage(printed), true
}

// fitting returns p rounded to as few decimals, from the usual ones on, as give what fits; false if none do.
func (p printable) fitting(fits func(*big.Rat) bool) (*big.Rat, bool) {
	for decimals := p.usual(); decimals <= mostDecimals; decimals++ {
		if x := p.rounded(decimals); fits(x) {
			return x, true
		}
	}
	return nil, false
}

// usual returns the decimals of a rate that are usual: four, or two significant digits.
func (p printable) usual() int {
	decimals := usualDecimals
	if p.value.Sign() > 0 {
		least := big.NewRat(int64(powerOf10(usualSignificant-1)), int64(powerOf10(usualDecimals)))
		for ; p.value.Cmp(least) < 0 && decimals < mostDecimals; decimals++ {
			least.Mul(least, big.NewRat(1, 10))
		}
	}
	return decimals
}

// rounded returns p to so many decimals. As in [RoundUp], a limit that lies beyond a step by no more than the error of
// its computation counts as on it.
func (p printable) rounded(decimals int) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	x := new(big.Rat).Mul(p.value, new(big.Rat).SetInt(scale))
	if !p.exact {
		noise := big.NewRat(1, 1e12)
		if p.upper {
			noise.Neg(noise)
		}
		x.Mul(x, noise.Add(noise, big.NewRat(1, 1)))
	}
	steps, rest := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if p.upper && rest.Sign() > 0 {
		steps.Add(steps, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(steps, scale)
}

// percentOf spells a rate as a percentage, exactly: "7.5 %". A text that is no rate is returned as it is.
func percentOf(r Rate) string {
	x, err := r.Rat()
	if err != nil {
		return string(r)
	}
	return percentage(x)
}

// percentage spells a decimal as a percentage, exactly.
func percentage(x *big.Rat) string {
	s := new(big.Rat).Mul(x, big.NewRat(100, 1)).FloatString(mostDecimals)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + " %"
}
