package monetary

import (
	"cmp"
	"container/heap"
	"math/bits"
	"slices"
)

// sieveRange is the number of random numbers that a sieve chooses from.
const sieveRange = 1 << 63

// A sieve keeps the items with the largest quotients of book value and random number.
type sieve struct {
	most  int64
	items sieved
}

// see gives an item its random number, from 1 to sieveRange.
func (s *sieve) see(v valued, random *source) {
	x := sifted{v, random.draw(sieveRange) + 1}
	switch {
	case int64(len(s.items)) < s.most:
		heap.Push(&s.items, x)
	case x.order(s.items[0]) < 0:
		s.items[0] = x
		heap.Fix(&s.items, 0)
	}
}

// inOrder returns the items that were kept, in the order of the population.
func (s *sieve) inOrder() []valued {
	kept := make([]valued, len(s.items))
	for i, x := range s.items {
		kept[i] = x.valued
	}
	slices.SortFunc(kept, func(a, b valued) int { return cmp.Compare(a.index, b.index) })
	return kept
}

type sifted struct {
	valued
	number uint64
}

// order puts larger quotients first, and equal ones as they come. It is exact: quotients are compared crosswise.
func (x sifted) order(y sifted) int {
	highX, lowX := bits.Mul64(uint64(x.book), y.number)
	highY, lowY := bits.Mul64(uint64(y.book), x.number)
	if c := cmp.Compare(highY, highX); c != 0 {
		return c
	}
	if c := cmp.Compare(lowY, lowX); c != 0 {
		return c
	}
	return cmp.Compare(x.index, y.index)
}

// sieved is a heap whose first item comes last in order.
type sieved []sifted

func (h sieved) Len() int           { return len(h) }
func (h sieved) Less(i, j int) bool { return h[i].order(h[j]) > 0 }
func (h sieved) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *sieved) Push(x any)        { *h = append(*h, x.(sifted)) }
func (h *sieved) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	*h = (*h)[:last]
	return x
}
