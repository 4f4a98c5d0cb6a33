package monetary

import (
	"container/heap"
	"math/big"
)

// An apportionment divides a growing sample among strata.
type apportionment struct {
	n           int64
	strata      []apportioned
	approximate float64 // the variance, as it is added up on the way
	waiting     steepest
	last        int // the stratum that grew last, or -1
}

// An apportioned is the sample of one stratum. Its variance is spread x (1/n - 1/items), without the second term for units of money.
type apportioned struct {
	n, items int64 // items is 0 where they are not counted
	fitted   int64
	spread   *big.Float
}

// whole reports whether everything is examined.
func (s apportioned) whole() bool { return s.items > 0 && s.n >= s.items }

func (s apportioned) variance() *big.Float {
	if s.whole() {
		return exact()
	}
	v := exact().Quo(s.spread, exact().SetInt64(s.n))
	if s.items > 0 {
		v.Sub(v, exact().Quo(s.spread, exact().SetInt64(s.items)))
	}
	return v
}

// newApportionment returns the smallest sample of the strata of a pilot that has a standard error.
func newApportionment(e Estimator, m measured) *apportionment {
	a := &apportionment{last: -1}
	for i, s := range m.strata {
		own := apportioned{n: s.size, items: s.items, fitted: e.fitted(), spread: exact()}
		if !s.census() {
			// The variance of the pilot is spread x (1/size - 1/items).
			own.spread.Mul(e.appraise(s).variance, exact().SetInt64(s.size))
			own.n = own.fitted + 1
			if s.items > 0 {
				own.spread.Mul(own.spread, exact().SetRat(big.NewRat(s.items, s.items-s.size)))
				own.n = min(own.n, s.items)
			}
		}
		a.n += own.n
		a.strata = append(a.strata, own)
		variance, _ := own.variance().Float64()
		a.approximate += variance
		if !own.whole() && own.spread.Sign() > 0 {
			spread, _ := own.spread.Float64()
			a.waiting = append(a.waiting, candidate{i, own.n, spread})
		}
	}
	heap.Init(&a.waiting)
	return a
}

// grows reports whether a further item lowers the variance. Where none does it is 0.
func (a *apportionment) grows() bool { return len(a.waiting) > 0 }

// grow adds the item that lowers the variance most.
func (a *apportionment) grow() {
	if !a.grows() {
		return
	}
	c := &a.waiting[0]
	s := &a.strata[c.stratum]
	a.last = c.stratum
	a.approximate -= c.gain()
	a.n++
	s.n++
	c.n++
	if s.whole() {
		heap.Pop(&a.waiting)
	} else {
		heap.Fix(&a.waiting, 0)
	}
}

// shrink takes the item back that was added last, after which a does not grow. It reports whether there was one.
func (a *apportionment) shrink() bool {
	if a.last < 0 {
		return false
	}
	a.strata[a.last].n--
	a.n--
	a.last, a.waiting = -1, nil
	return true
}

// variance returns the variance of the estimate and its degrees of freedom, Satterthwaite's of several strata; see
// [Estimator.separate].
func (a *apportionment) variance() (*big.Float, float64) {
	total, weighed, freedom, sampled := exact(), exact(), int64(0), 0
	for _, s := range a.strata {
		if s.whole() {
			continue
		}
		v, own := s.variance(), s.n-s.fitted
		total.Add(total, v)
		weighed.Add(weighed, exact().Quo(exact().Mul(v, v), exact().SetInt64(own)))
		freedom += own
		sampled++
	}
	if sampled < 2 || weighed.Sign() == 0 {
		return total, float64(freedom)
	}
	square := exact().Mul(total, total)
	several, _ := square.Quo(square, weighed).Float64()
	return total, several
}

// A candidate is a stratum that may get a further item.
type candidate struct {
	stratum int
	n       int64
	spread  float64
}

// gain is what a further item takes from the variance: spread x (1/n - 1/(n+1)).
func (c candidate) gain() float64 { return c.spread / float64(c.n) / float64(c.n+1) }

// steepest is a heap of candidates, whose first one gains most; of equal ones the earlier stratum comes first.
type steepest []candidate

func (h steepest) Len() int { return len(h) }
func (h steepest) Less(i, j int) bool {
	x, y := h[i].gain(), h[j].gain()
	return x > y || x == y && h[i].stratum < h[j].stratum
}
func (h steepest) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *steepest) Push(x any)   { *h = append(*h, x.(candidate)) }
func (h *steepest) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	*h = (*h)[:last]
	return x
}
