package consistent

import (
	"container/heap"
	"fmt"
)

// maxDraws is how often one item may be drawn with replacement: the digits of its tickets grow with every draw.
const maxDraws = 10_000

// Sample returns the n smallest tickets of ids in their order: a sample without replacement. It fails on a repeated identifier,
// whose index it names, and unless 0 <= n <= len(ids).
func Sample(ids []string, seed string, n int) ([]Ticket, error) {
	if n < 0 || n > len(ids) {
		return nil, fmt.Errorf("consistent: sample of %d items; 0 to %d expected", n, len(ids))
	}
	basket, err := newBasket(ids, seed)
	if err != nil {
		return nil, err
	}
	sample := make([]Ticket, 0, n)
	for range n {
		sample = append(sample, heap.Pop(&basket).(Ticket))
	}
	return sample, nil
}

// SampleWithReplacement returns the tickets of n draws in their order, where an item is put back with a new ticket once it is
// drawn. It fails on a repeated identifier, whose index it names, if n is negative, if n is above 0 and there are no ids, and
// when one item has been drawn 10,000 times.
func SampleWithReplacement(ids []string, seed string, n int) ([]Ticket, error) {
	if n < 0 || n > 0 && len(ids) == 0 {
		return nil, fmt.Errorf("consistent: %d draws from %d items; 0 or more from at least 1 expected", n, len(ids))
	}
	basket, err := newBasket(ids, seed)
	if err != nil {
		return nil, err
	}
	var sample []Ticket
	for range n {
		drawn := basket[0]
		if drawn.Generation > maxDraws {
			return nil, fmt.Errorf("consistent: after %d draws one item has been drawn %d times, which is the most", len(sample), maxDraws)
		}
		sample = append(sample, drawn)
		if basket[0], err = drawn.Next(); err != nil {
			return nil, err
		}
		heap.Fix(&basket, 0)
	}
	return sample, nil
}

// A basket is a heap of tickets, the smallest first.
type basket []Ticket

func newBasket(ids []string, seed string) (basket, error) {
	first := make(map[string]int, len(ids))
	tickets := make(basket, 0, len(ids))
	for i, id := range ids {
		if at, ok := first[id]; ok {
			return nil, fmt.Errorf("consistent: items %d and %d are the same identifier", at, i)
		}
		first[id] = i
		tickets = append(tickets, First(id, seed))
	}
	heap.Init(&tickets)
	return tickets, nil
}

// Len returns the number of tickets. With the four methods below a basket is a heap.Interface.
func (b basket) Len() int { return len(b) }

// Less reports whether ticket i comes before ticket j.
func (b basket) Less(i, j int) bool { return b[i].before(b[j]) }

// Swap exchanges tickets i and j.
func (b basket) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

// Push adds a Ticket at the end.
func (b *basket) Push(x any) { *b = append(*b, x.(Ticket)) }

// Pop takes the last ticket off.
func (b *basket) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}
