package monetary

import "math/big"

// moments are sums over a sample of book values x and audited values y, exact.
type moments struct {
	n, x, y, xx, xy, yy *big.Rat
}

func momentsOf(sample []pair) moments {
	var x, y, xx, xy, yy, product big.Int
	for _, p := range sample {
		book, audited := big.NewInt(p.book), big.NewInt(p.audited)
		x.Add(&x, book)
		y.Add(&y, audited)
		xx.Add(&xx, product.Mul(book, book))
		xy.Add(&xy, product.Mul(book, audited))
		yy.Add(&yy, product.Mul(audited, audited))
	}
	rat := func(i *big.Int) *big.Rat { return new(big.Rat).SetInt(i) }
	return moments{new(big.Rat).SetInt64(int64(len(sample))), rat(&x), rat(&y), rat(&xx), rat(&xy), rat(&yy)}
}

// about returns the sum of the products of deviations from the means: ab - a b / n.
func (m moments) about(ab, a, b *big.Rat) *big.Rat {
	mean := new(big.Rat).Mul(a, b)
	return new(big.Rat).Sub(ab, mean.Quo(mean, m.n))
}

func times(factors ...*big.Rat) *big.Rat {
	product := big.NewRat(1, 1)
	for _, f := range factors {
		product.Mul(product, f)
	}
	return product
}

func sum(terms ...*big.Rat) *big.Rat {
	total := new(big.Rat)
	for _, t := range terms {
		total.Add(total, t)
	}
	return total
}

func minus(r *big.Rat) *big.Rat { return new(big.Rat).Neg(r) }

// estimate returns the estimated audited value of a stratum and the sum of the squared deviations that its standard error
// comes from, for the estimators that work on items. Both are exact.
func (e Estimator) estimate(s stratum) (point, squares *big.Rat) {
	m := momentsOf(s.sample)
	items, book := new(big.Rat).SetInt64(s.items), new(big.Rat).SetInt64(s.book)
	perItem := new(big.Rat).Quo(items, m.n)
	sxx, sxy, syy := m.about(m.xx, m.x, m.x), m.about(m.xy, m.x, m.y), m.about(m.yy, m.y, m.y)
	switch e {
	case Difference:
		return sum(book, times(perItem, sum(m.y, minus(m.x)))), sum(syy, minus(sxy), minus(sxy), sxx)
	case Ratio:
		ratio := new(big.Rat).Quo(m.y, m.x)
		return times(ratio, book), sum(m.yy, times(big.NewRat(-2, 1), ratio, m.xy), times(ratio, ratio, m.xx))
	case Regression:
		slope := new(big.Rat).Quo(sxy, sxx)
		shortfall := sum(book, minus(times(perItem, m.x)))
		return sum(times(perItem, m.y), times(slope, shortfall)), sum(syy, minus(times(slope, sxy)))
	}
	return times(perItem, m.y), syy
}
