package bayes

import (
	"math"
	"math/big"
)

// A pair is a number as the unevaluated sum of two float64, which holds about 32 digits. The tails of distributions with
// large parameters need their argument that precisely: 16 digits of a rate leave 10 of a tail at 1e12 items.
type pair struct{ high, low float64 }

func pairOf(x *big.Rat) pair {
	high, _ := x.Float64()
	rest := new(big.Rat).SetFloat64(high)
	low, _ := rest.Sub(x, rest).Float64()
	return pair{high, low}
}

// A rate is a number from 0 to 1 with its complement.
type rate struct{ p, q pair }

func rateOf(x *big.Rat) rate {
	return rate{pairOf(x), pairOf(new(big.Rat).Sub(big.NewRat(1, 1), x))}
}

func rateAt(p float64) rate {
	q := 1 - p
	return rate{pair{high: p}, pair{q, (1 - q) - p}}
}

func (r rate) complement() rate { return rate{r.q, r.p} }

// excess returns a q - b p, which is a - (a+b) p, without cancellation.
func (r rate) excess(a, b float64) float64 {
	return differenceOfProducts(a, r.q.high, b, r.p.high) + (a*r.q.low - b*r.p.low)
}

// differenceOfProducts returns a b - c d to within two units in the last place (Kahan's algorithm).
func differenceOfProducts(a, b, c, d float64) float64 {
	product := c * d
	fault := math.FMA(-c, d, product)
	return math.FMA(a, b, -product) + fault
}
