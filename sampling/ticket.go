package sampling

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
)

// A ticket orders an item in a simple selection.
type ticket struct {
	hash [32]byte
	id   string
}

// order is by ticket, then by the bytes of the identifiers.
func (t ticket) order(u ticket) int {
	if c := bytes.Compare(t.hash[:], u.hash[:]); c != 0 {
		return c
	}
	return strings.Compare(t.id, u.id)
}

func ticketOf(seed [32]byte, id string) [32]byte {
	return sha256.Sum256(append(seed[:], id...))
}

// A lowest keeps the smallest tickets of the items that it is shown, in any order. It holds at most twice as many as it is to
// keep: those beyond are dropped whenever that many are reached.
type lowest struct {
	limit   int64  // tickets to keep, at least 1
	seed    []byte // with room for an identifier behind it
	kept    []ticket
	bound   ticket // once kept was full, a ticket above bound cannot be among the smallest
	head    uint64 // the first bytes of bound
	bounded bool
	twice   string // an identifier that was shown twice, or ""
	copies  bool   // keep copies of the identifiers, so that what they were cut from, such as a line of a file, is freed
}

// newLowest makes room for no more tickets than expected items need, since a limit may come from a record that lies.
func newLowest(seed [32]byte, limit int64, expected int) *lowest {
	room := min(2*limit, int64(expected), 1<<12)
	return &lowest{limit: limit, seed: append(make([]byte, 0, len(seed)+maxItem), seed[:]...), kept: make([]ticket, 0, int(room))}
}

// see shows l an item.
func (l *lowest) see(id string) {
	l.consider(ticket{sha256.Sum256(append(l.seed, id...)), id})
}

func (l *lowest) consider(t ticket) {
	if l.bounded {
		if binary.BigEndian.Uint64(t.hash[:8]) > l.head {
			return
		}
		switch c := t.order(l.bound); {
		case c > 0:
			return
		case c == 0:
			l.twice = l.bound.id
		}
	}
	if l.copies {
		t.id = strings.Clone(t.id)
	}
	l.kept = append(l.kept, t)
	if int64(len(l.kept)) == 2*l.limit {
		l.drop()
	}
}

// drop sorts what is kept and drops what is beyond the limit.
func (l *lowest) drop() {
	slices.SortFunc(l.kept, ticket.order)
	for i := 1; i < len(l.kept); i++ {
		// Equal tickets stand beside each other, so that an item of the sample that comes twice is always noticed.
		if l.kept[i].order(l.kept[i-1]) == 0 {
			l.twice = l.kept[i].id
		}
	}
	if int64(len(l.kept)) <= l.limit {
		return
	}
	clear(l.kept[l.limit:])
	l.kept = l.kept[:l.limit]
	l.bound, l.bounded = l.kept[l.limit-1], true
	l.head = binary.BigEndian.Uint64(l.bound.hash[:8])
}

// tickets returns the smallest tickets in their order: as many as the limit, or all where fewer were shown.
func (l *lowest) tickets() []ticket {
	l.drop()
	return l.kept
}

// smallestTickets returns the n smallest tickets of items in their order, 1 <= n <= len(items).
func smallestTickets(seed [32]byte, items []string, n, workers int) []ticket {
	parts := make([]*lowest, max(workers, 1))
	share(len(items), workers, func(worker, from, to int) {
		l := newLowest(seed, int64(n), to-from)
		for _, id := range items[from:to] {
			l.see(id)
		}
		l.drop()
		parts[worker] = l
	})
	all := parts[0]
	for _, part := range parts[1:] {
		for _, t := range part.kept {
			all.consider(t)
		}
	}
	return all.tickets()
}
