package sampling

import (
	"errors"
	"math"
	"math/big"
	"math/bits"
)

var errDecimal = errors.New("not a decimal; digits such as 0.05 or 5e-2 expected")

// A fraction is the exact value of a rate, num/den, or wide where that needs more than 18 decimals. Its methods round
// nothing except where their names say so, and the narrow form allocates nothing.
type fraction struct {
	num, den uint64 // den is at least 1 and at most 2e18
	wide     *big.Rat
}

var one = fraction{num: 1, den: 1}

func powerOf10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}

// rat returns f as a new big.Rat.
func (f fraction) rat() *big.Rat {
	if f.wide != nil {
		return new(big.Rat).Set(f.wide)
	}
	return new(big.Rat).SetFrac(new(big.Int).SetUint64(f.num), new(big.Int).SetUint64(f.den))
}

// float returns f to within two units in the last place.
func (f fraction) float() float64 {
	if f.wide != nil {
		x, _ := f.wide.Float64()
		return x
	}
	return float64(f.num) / float64(f.den)
}

func (f fraction) isZero() bool {
	return f.wide == nil && f.num == 0 || f.wide != nil && f.wide.Sign() == 0
}

func (f fraction) compare(g fraction) int {
	if f.wide != nil || g.wide != nil {
		return f.rat().Cmp(g.rat())
	}
	h1, l1 := bits.Mul64(f.num, g.den)
	h2, l2 := bits.Mul64(g.num, f.den)
	switch {
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -1
	case h1 == h2 && l1 == l2:
		return 0
	}
	return 1
}

// complement returns 1 - f, for f from 0 to 1.
func (f fraction) complement() fraction {
	if f.wide != nil {
		return fraction{wide: new(big.Rat).Sub(big.NewRat(1, 1), f.wide)}
	}
	return fraction{num: f.den - f.num, den: f.den}
}

// half returns f / 2. It is taken once of a rate, so that den stays within its bound.
func (f fraction) half() fraction {
	if f.wide != nil {
		return fraction{wide: new(big.Rat).Quo(f.wide, big.NewRat(2, 1))}
	}
	return fraction{num: f.num, den: 2 * f.den}
}

// floorOf returns the whole part of n·f, for n >= 0 and f from 0 to 1.
func (f fraction) floorOf(n int64) int64 {
	q, _ := f.times(n)
	return q
}

// ceilOf returns n·f rounded up to a whole number, for n >= 0 and f from 0 to 1.
func (f fraction) ceilOf(n int64) int64 {
	q, exact := f.times(n)
	if !exact {
		q++
	}
	return q
}

// times returns the whole part of n·f, and whether n·f is whole.
func (f fraction) times(n int64) (int64, bool) {
	if f.wide != nil {
		x := new(big.Int).Mul(big.NewInt(n), f.wide.Num())
		q, r := new(big.Int).QuoRem(x, f.wide.Denom(), new(big.Int))
		return q.Int64(), r.Sign() == 0
	}
	hi, lo := bits.Mul64(uint64(n), f.num)
	q, r := bits.Div64(hi, lo, f.den) // f <= 1, so that q <= n and hi < den
	return int64(q), r == 0
}

// most returns the largest n with n·f <= k, which is the whole part of k/f, or the largest int64 where that is less.
// f is above 0.
func (f fraction) most(k int64) int64 {
	if f.wide != nil {
		x := new(big.Int).Mul(big.NewInt(k), f.wide.Denom())
		if x.Quo(x, f.wide.Num()); x.IsInt64() {
			return x.Int64()
		}
		return math.MaxInt64
	}
	hi, lo := bits.Mul64(uint64(k), f.den)
	if hi >= f.num {
		return math.MaxInt64
	}
	q, _ := bits.Div64(hi, lo, f.num)
	return int64(min(q, math.MaxInt64))
}
