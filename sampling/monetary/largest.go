package monetary

import (
	"cmp"
	"container/heap"
	"slices"
)

// A valued is an item with its book value in smallest units and its place in the population.
type valued struct {
	id    string
	book  int64
	index int
}

// order puts larger items first, and equal ones as they come.
func (v valued) order(w valued) int {
	if c := cmp.Compare(w.book, v.book); c != 0 {
		return c
	}
	return cmp.Compare(v.index, w.index)
}

// largest keeps the items of the largest book values, at most so many.
type largest struct {
	most  int64
	items lastFirst
}

func (l *largest) see(v valued) {
	switch {
	case int64(len(l.items)) < l.most:
		heap.Push(&l.items, v)
	case l.most > 0 && v.order(l.items[0]) < 0:
		l.items[0] = v
		heap.Fix(&l.items, 0)
	}
}

// rescale turns the book values into units of so many more decimals, which keeps their order.
func (l *largest) rescale(decimals int) error {
	for i := range l.items {
		book, err := rescale(l.items[i].book, 0, decimals)
		if err != nil {
			return err
		}
		l.items[i].book = book
	}
	return nil
}

// descending returns the items, largest first, and leaves l empty.
func (l *largest) descending() []valued {
	items := []valued(l.items)
	l.items = nil
	slices.SortFunc(items, valued.order)
	return items
}

// lastFirst is a heap of items whose first one comes last in order.
type lastFirst []valued

func (h lastFirst) Len() int           { return len(h) }
func (h lastFirst) Less(i, j int) bool { return h[i].order(h[j]) > 0 }
func (h lastFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *lastFirst) Push(v any)        { *h = append(*h, v.(valued)) }
func (h *lastFirst) Pop() any {
	last := len(*h) - 1
	v := (*h)[last]
	*h = (*h)[:last]
	return v
}
