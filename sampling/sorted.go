package sampling

import (
	"fmt"
	"iter"
)

// MergeSorted makes one sorted stream of several, such as the exports of several machines, each of which is sorted by bytes.
// It holds one item of each. An item that is no identifier, or that comes out of order within its own stream, ends the result
// with an error that names the stream and the index, both counted from 0; an item of two streams comes twice, for [CommitStream]
// to refuse. A nil stream holds no items.
func MergeSorted(streams ...iter.Seq2[string, error]) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		heads := make([]head, 0, len(streams)) // a heap: the smallest item comes first
		defer func() {
			for _, h := range heads {
				h.stop()
			}
		}()
		for i, stream := range streams {
			in := &reader{sorted: true, most: maxItems, name: fmt.Sprintf("stream %d", i)}
			next, stop := iter.Pull(in.items(stream))
			h := head{in: in, next: next, stop: stop}
			if !h.advance() {
				stop()
				if in.err != nil {
					yield("", in.err)
					return
				}
				continue
			}
			heads = append(heads, h)
		}
		for i := len(heads)/2 - 1; i >= 0; i-- {
			settle(heads, i)
		}
		for len(heads) > 0 {
			if !yield(heads[0].id, nil) {
				return
			}
			if !heads[0].advance() {
				if err := heads[0].in.err; err != nil {
					yield("", err)
					return
				}
				heads[0].stop()
				heads[0] = heads[len(heads)-1]
				heads = heads[:len(heads)-1]
			}
			settle(heads, 0)
		}
	}
}

// A head is the next item of one of the streams.
type head struct {
	id   string
	in   *reader
	next func() (string, bool)
	stop func()
}

func (h *head) advance() bool {
	id, ok := h.next()
	h.id = id
	return ok
}

// settle moves the element at i down to where it is not above those below it.
func settle(heads []head, i int) {
	for {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(heads); child++ {
			if heads[child].id < heads[least].id {
				least = child
			}
		}
		if least == i {
			return
		}
		heads[i], heads[least] = heads[least], heads[i]
		i = least
	}
}
