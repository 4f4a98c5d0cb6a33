package monetary

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
)

// pooled are sums over strata that were sampled, exact. Their denominators stay small: they divide a common multiple of the
// sizes of the samples.
type pooled struct {
	x, y          *big.Rat   // book and audited values, each times the items of its stratum by those of its sample
	book          *big.Rat   // book values of all items
	sxx, sxy, syy *big.Rat   // sums of products of deviations from the means of their stratum, each times its weight
	weighted      []weighted // the same of each stratum
	freedom       int64      // items less means
}

// weighted are the products of one stratum times its weight, items (items - n) / n (n - 1): the variance of its expanded total
// of residuals y - q x is syy - 2 q sxy + q^2 sxx.
type weighted struct {
	sxx, sxy, syy *big.Rat
	freedom       int64
}

// pool adds up strata, of each of which at least two items were examined and not all.
func pool(strata []stratum) pooled {
	p := pooled{new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat), nil, 0}
	for _, s := range strata {
		m := momentsOf(s.sample)
		perItem := new(big.Rat).Quo(new(big.Rat).SetInt64(s.items), m.n)
		p.x.Add(p.x, times(perItem, m.x))
		p.y.Add(p.y, times(perItem, m.y))
		p.book.Add(p.book, new(big.Rat).SetInt64(s.book))
		weight := times(perItem, big.NewRat(s.items-s.size, s.size-1))
		w := weighted{times(weight, m.about(m.xx, m.x, m.x)), times(weight, m.about(m.xy, m.x, m.y)), times(weight, m.about(m.yy, m.y, m.y)), s.size - 1}
		p.sxx.Add(p.sxx, w.sxx)
		p.sxy.Add(p.sxy, w.sxy)
		p.syy.Add(p.syy, w.syy)
		p.weighted = append(p.weighted, w)
		p.freedom += w.freedom
	}
	return p
}

// combined returns the estimate of strata that share one ratio or one slope.
func (e Estimator) combined(strata []stratum) appraisal {
	p := pool(strata)
	if e == CombinedRatio {
		ratio := new(big.Rat).Quo(p.y, p.x)
		variance := sum(p.syy, times(big.NewRat(-2, 1), ratio, p.sxy), times(ratio, ratio, p.sxx))
		freedom, _ := p.satterthwaite(ratio, variance).Float64()
		return appraisal{exact().SetRat(times(ratio, p.book)), exact().SetRat(variance), freedom}
	}
	slope := new(big.Rat).Quo(p.sxy, p.sxx)
	point := sum(p.y, times(slope, sum(p.book, minus(p.x))))
	variance := sum(p.syy, minus(times(slope, p.sxy)))
	// The slope takes one degree of freedom from all strata together, as it takes one from a single stratum.
	share := big.NewRat(p.freedom-1, p.freedom)
	freedom := p.satterthwaite(slope, variance)
	freedom.Mul(freedom, exact().SetInt64(p.freedom-1)).Quo(freedom, exact().SetInt64(p.freedom))
	left, _ := freedom.Float64()
	return appraisal{exact().SetRat(point), exact().SetRat(variance.Quo(variance, share)), left}
}

// satterthwaite returns the degrees of freedom of the sum of the variances of the strata, (sum of v)^2 / sum of v^2/f, where v
// is about the residuals y - slope x. Where nothing varies they are the sum of f.
func (p pooled) satterthwaite(slope, variance *big.Rat) *big.Float {
	q, weighed := exact().SetRat(slope), exact()
	for _, w := range p.weighted {
		v := exact().Sub(exact().Mul(q, exact().SetRat(w.sxx)), exact().SetRat(new(big.Rat).Add(w.sxy, w.sxy)))
		v.Mul(v, q).Add(v, exact().SetRat(w.syy))
		if v.Sign() > 0 { // what is below 0 is a 0 that was rounded
			weighed.Add(weighed, v.Mul(v, v).Quo(v, exact().SetInt64(w.freedom)))
		}
	}
	if variance.Sign() == 0 || weighed.Sign() == 0 || len(p.weighted) == 1 {
		return exact().SetInt64(p.freedom)
	}
	square := exact().SetRat(variance)
	return square.Mul(square, square).Quo(square, weighed)
}

// checkCombined lists what keeps strata, which are sound each by itself, from having one ratio or one slope.
func (e Estimator) checkCombined(l *problem.List, strata []stratum) {
	if !e.isCombined() || len(strata) == 0 {
		return
	}
	p := pool(strata)
	switch {
	case e == CombinedRatio && p.x.Sign() <= 0:
		l.Errorf("/strata", CodeNotEstimable, "the book values of the samples add up to no positive amount, each times the items that it stands for, so that there is no ratio to them")
	case e == CombinedRegression && p.freedom < 2:
		l.Errorf("/strata", CodeNotEstimable, "%d items in one stratum; at least 3, or a second stratum, are needed for a standard error", p.freedom+1)
	case e == CombinedRegression && p.sxx.Sign() == 0:
		l.Errorf("/strata", CodeNotEstimable, "the book values of each sample are all equal, so that there is no slope")
	}
}
