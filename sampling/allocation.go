package sampling

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// LargestRemainder divides total items in proportion to weights: each share is rounded down, and the items left over go to the
// largest remainders, of equal ones to the first. It fails if total or a weight is negative, if there are no weights or more
// than 100,000, or if all are 0 and total is not.
func LargestRemainder(total int64, weights []int64) ([]int64, error) {
	if total < 0 {
		return nil, fmt.Errorf("sampling: largest remainder: total %d; 0 or more expected", total)
	}
	if len(weights) < 1 || len(weights) > maxStrata {
		return nil, fmt.Errorf("sampling: largest remainder: %d weights; 1 to %d expected", len(weights), maxStrata)
	}
	a := allocation{weights: make([]*big.Int, len(weights)), least: make([]int64, len(weights)), most: make([]int64, len(weights))}
	divisible := total == 0
	for i, w := range weights {
		if w < 0 {
			return nil, fmt.Errorf("sampling: largest remainder: weight %d is %d; 0 or more expected", i, w)
		}
		divisible = divisible || w > 0
		a.weights[i], a.most[i] = big.NewInt(w), total
	}
	if !divisible {
		return nil, fmt.Errorf("sampling: largest remainder: all weights are 0")
	}
	return a.divide(total), nil
}

// An allocation divides items by weights, within bounds.
type allocation struct {
	weights     []*big.Int // 0 or more
	least, most []int64    // of each, 0 <= least <= most
}

// A turn is where, as the number of items for one unit of weight grows, the share of one stratum starts or stops to grow with it.
type turn struct {
	index int
	at    int64 // the share there; the number of items for one unit of weight is at / weights[index]
	stops bool
}

// divide returns whole shares of total, which lies between the sums of least and of most.
func (a allocation) divide(total int64) []int64 {
	shares := slices.Clone(a.least)
	var turns []turn
	fixed := big.NewInt(0) // sum of the shares that do not grow
	for i, w := range a.weights {
		fixed.Add(fixed, big.NewInt(a.least[i]))
		if w.Sign() > 0 && a.most[i] > a.least[i] {
			turns = append(turns, turn{i, a.least[i], false}, turn{i, a.most[i], true})
		}
	}
	slices.SortFunc(turns, func(x, y turn) int {
		left := new(big.Int).Mul(big.NewInt(x.at), a.weights[y.index])
		if c := left.Cmp(new(big.Int).Mul(big.NewInt(y.at), a.weights[x.index])); c != 0 {
			return c
		}
		return cmp.Compare(x.index, y.index)
	})
	want, growing := big.NewInt(total), big.NewInt(0) // growing is the sum of the weights whose shares grow
	active := make(map[int]bool)
	done := false
	for _, t := range turns {
		// All shares at this turn: fixed + at·growing/w. Enough means that total lies before it.
		w := a.weights[t.index]
		there := new(big.Int).Mul(fixed, w)
		there.Add(there, new(big.Int).Mul(big.NewInt(t.at), growing))
		if there.Cmp(new(big.Int).Mul(want, w)) >= 0 {
			done = true
			break
		}
		if t.stops {
			shares[t.index] = t.at
			growing.Sub(growing, w)
			fixed.Add(fixed, big.NewInt(t.at))
			delete(active, t.index)
		} else {
			growing.Add(growing, w)
			fixed.Sub(fixed, big.NewInt(t.at))
			active[t.index] = true
		}
	}
	rest := new(big.Int).Sub(want, fixed)
	if growing.Sign() > 0 {
		a.round(shares, active, rest, growing)
	} else if !done && rest.Sign() > 0 {
		a.fill(shares, rest.Int64())
	}
	return shares
}

// round gives the active strata their shares of rest, in proportion to their weights, whose sum is growing.
func (a allocation) round(shares []int64, active map[int]bool, rest, growing *big.Int) {
	type remainder struct {
		index int
		left  *big.Int
	}
	var remainders []remainder
	over := rest.Int64()
	for i, w := range a.weights {
		if !active[i] {
			continue
		}
		q, r := new(big.Int).QuoRem(new(big.Int).Mul(rest, w), growing, new(big.Int))
		shares[i] = q.Int64()
		over -= shares[i]
		remainders = append(remainders, remainder{i, r})
	}
	slices.SortStableFunc(remainders, func(x, y remainder) int { return y.left.Cmp(x.left) })
	for _, r := range remainders[:over] {
		shares[r.index]++
	}
}

// fill divides what is left when every stratum with a weight is exhausted among those without, by what they can still take.
func (a allocation) fill(shares []int64, rest int64) {
	b := allocation{weights: make([]*big.Int, len(shares)), least: make([]int64, len(shares)), most: make([]int64, len(shares))}
	for i := range shares {
		b.weights[i], b.most[i] = big.NewInt(a.most[i]-shares[i]), a.most[i]-shares[i]
	}
	for i, more := range b.divide(rest) {
		shares[i] += more
	}
}
