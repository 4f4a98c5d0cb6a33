package distribution

import (
	"math"
	"math/big"
)

// A Pair is a number as the unevaluated sum of two float64, which holds about 32 digits. The tails of distributions with
// large parameters need their argument that precisely: 16 digits of a rate leave 10 of a tail at 1e12 items.
type Pair struct {
	High float64 // the float64 nearest to the number
	Low  float64 // what is left of it
}

// PairOf returns x as a pair.
func PairOf(x *big.Rat) Pair {
	high, _ := x.Float64()
	rest := new(big.Rat).SetFloat64(high)
	low, _ := rest.Sub(x, rest).Float64()
	return Pair{high, low}
}

// Times returns f times p, to the precision of a pair.
func (p Pair) Times(f float64) Pair {
	high := f * p.High
	return Pair{high, math.FMA(f, p.High, -high) + f*p.Low}
}

// A Rate is a number from 0 to 1, P, with its complement, Q.
type Rate struct {
	P Pair // the rate
	Q Pair // 1 - P
}

// RateOf returns x, which lies from 0 to 1, as a rate.
func RateOf(x *big.Rat) Rate {
	return Rate{PairOf(x), PairOf(new(big.Rat).Sub(big.NewRat(1, 1), x))}
}

// RateAt returns the rate that is p to the last bit, 0 <= p <= 1.
func RateAt(p float64) Rate {
	q := 1 - p
	return Rate{Pair{High: p}, Pair{q, (1 - q) - p}}
}

// Complement returns 1 - r.
func (r Rate) Complement() Rate { return Rate{r.Q, r.P} }

// excess returns a q - b p, which is a - (a+b) p, without cancellation.
func (r Rate) excess(a, b float64) float64 {
	return DifferenceOfProducts(a, r.Q.High, b, r.P.High) + (a*r.Q.Low - b*r.P.Low)
}

func (r Rate) isRate() bool { return r.P.High >= 0 && r.P.High <= 1 && r.Q.High >= 0 && r.Q.High <= 1 }

// DifferenceOfProducts returns a b - c d to within two units in the last place (Kahan's algorithm).
func DifferenceOfProducts(a, b, c, d float64) float64 {
	product := c * d
	fault := math.FMA(-c, d, product)
	return math.FMA(a, b, -product) + fault
}
