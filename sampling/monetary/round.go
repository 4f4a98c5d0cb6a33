package monetary

import (
	"math"
	"math/big"
)

// exactBits is the precision of sums of fractions. Amounts have 63 bits, so that what is left after a whole amount is known
// to more than 400.
const exactBits = 512

// exact returns a new number of exactBits, 0.
func exact() *big.Float { return new(big.Float).SetPrec(exactBits) }

// noise is more than what the last bits of exact numbers add up to, and less than any fraction of a unit that matters: two
// numbers that are closer are the same. A sum of thirds is not a whole number in binary.
func noise() *big.Float { return exact().SetMantExp(exact().SetInt64(1), -300) }

// exceeds reports whether x is above limit.
func exceeds(x *big.Float, limit int64) bool {
	return exact().Sub(x, exact().SetInt64(limit)).Cmp(noise()) > 0
}

// nearest returns x rounded to a whole number, halves away from 0.
func nearest(x *big.Float) (int64, error) {
	half := exact().SetRat(big.NewRat(1, 2))
	half.Add(half, noise())
	if x.Sign() < 0 {
		half.Neg(half)
	}
	return whole(exact().Add(x, half), 0)
}

// upwards returns point + margin rounded up to a whole number.
func upwards(point, margin *big.Float) (int64, error) {
	sum := exact().Add(point, settled(margin))
	return whole(sum.Sub(sum, noise()), +1)
}

// downwards returns point - margin rounded down to a whole number.
func downwards(point, margin *big.Float) (int64, error) {
	difference := exact().Sub(point, settled(margin))
	return whole(difference.Add(difference, noise()), -1)
}

// marginDigits is the number of digits that computed margins are given with. They are good to about 12, so that a larger
// one is the same on every processor.
const marginDigits = 11

// settled returns a computed margin less its relative error of 1e-12, so that one which lies beyond a smallest unit by no
// more than that counts as on it. A margin of more than marginDigits digits before the point is rounded up to as many.
func settled(margin *big.Float) *big.Float {
	less := exact().Mul(margin, exact().SetRat(big.NewRat(999_999_999_999, 1_000_000_000_000)))
	n, _ := less.Int(nil)
	digits := len(n.Abs(n).String())
	if digits <= marginDigits {
		return less
	}
	step := exact().SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits-marginDigits)), nil))
	steps := less.Quo(less, step)
	up, accuracy := steps.Int(nil)
	if accuracy == big.Below {
		up.Add(up, big.NewInt(1))
	}
	return exact().Mul(exact().SetInt(up), step)
}

// whole returns x without its fraction: cut off for direction 0, rounded up for 1 and down for -1.
func whole(x *big.Float, direction int) (int64, error) {
	n, accuracy := x.Int(nil) // towards 0
	if direction > 0 && accuracy == big.Below {
		n.Add(n, big.NewInt(1))
	}
	if direction < 0 && accuracy == big.Above {
		n.Sub(n, big.NewInt(1))
	}
	if !n.IsInt64() || n.Int64() == math.MinInt64 { // which is no amount
		return 0, errOverflow
	}
	return n.Int64(), nil
}

// probability returns p, which lies above 0 and below 1, as a float64 that does as well.
func probability(p *big.Rat) float64 {
	x, _ := p.Float64()
	return min(x, math.Nextafter(1, 0))
}
