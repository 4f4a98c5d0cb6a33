package sampling

import "strings"

// positions takes the items of a systematic selection from a sorted stream. The positions ascend but for one place, where
// they go round the end, so that neither they nor the items in between need to be held.
type positions struct {
	start, n, size uint64
	at             uint64 // position of the item that is shown next
	next           uint64 // index, within the selection, of the item that is waited for
	place          uint64 // its position; size where no more are waited for
	wrapped        uint64 // index of the first item of the selection beyond the end; n where there is none
	head, tail     []string
}

// newPositions expects 1 <= n <= size < 2^32 and start < size.
func newPositions(start, n, size uint64) *positions {
	p := &positions{start: start, n: n, size: size}
	// The smallest i with start + floor(i*size/n) >= size, which is i*size/n >= size-start.
	p.wrapped = min(n, ((size-start)*n+size-1)/size)
	p.next = p.wrapped
	if p.wrapped == n {
		p.next = 0
	}
	p.find()
	return p
}

// find sets place to that of item next.
func (p *positions) find() { p.place = (p.start + p.next*p.size/p.n) % p.size }

func (p *positions) see(id string) {
	if p.at == p.place {
		id = strings.Clone(id)
		if p.next >= p.wrapped {
			p.tail = append(p.tail, id)
		} else {
			p.head = append(p.head, id)
		}
		p.next++
		switch {
		case p.next == p.n && p.wrapped < p.n:
			p.next = 0
			p.find()
		case p.next == p.wrapped:
			p.place = p.size
		default:
			p.find()
		}
	}
	p.at++
}

// items returns what was taken, in the order of selection.
func (p *positions) items() []string {
	return append(append(make([]string, 0, len(p.head)+len(p.tail)), p.head...), p.tail...)
}
