package sampling

import (
	"fmt"
	"iter"

	"github.com/soc2kit/soc2/problem"
)

// A Part is what one part of a population, such as one machine's, contributes to a simple selection: how many items it
// holds, and those that may be selected. Whatever way a population is divided, the parts give what the whole gives.
//
// [Selection.Part] makes one where the items lie, [Merge] makes one of several, and [Selection.DrawParts] makes the record.
type Part struct {
	// Seed is the seed of the selection, which its commitment and its randomness fix. Only parts of one seed can be merged.
	Seed Hex `json:"seed"`
	// Limit is the number of items to select, sample and reserve together, at least 1.
	Limit int64 `json:"limit"`
	// Count is the number of items in the part; 0 for a part without any.
	Count int64 `json:"count"`
	// Items holds the identifiers with the smallest tickets, in their order: Limit of them, or all where the part holds fewer.
	Items []string `json:"items"`
	// Tickets holds the ticket of each of Items, ascending.
	Tickets []Hex `json:"tickets"`
}

// CodePartInvalid: a part whose items, tickets, count and limit do not agree: {"limit":1,"count":1,"items":[],"tickets":[]}.
const CodePartInvalid problem.Code = "part-invalid"

// Part returns what a part of the population contributes to s, a pending record of a simple selection. It goes once through
// the items of the part, in any order, with memory of the sample.
//
// An item that comes twice is seen only where it may be selected; see [Selection.DrawParts].
func (s Selection) Part(items iter.Seq2[string, error], randomness []byte) (Part, error) {
	drawn, seed, err := s.seedForParts(randomness)
	if err != nil {
		return Part{}, err
	}
	in := reader{most: s.PopulationSize}
	l := newLowest(seed, s.Size+s.ReserveSize, 1<<12)
	l.copies = true
	for id := range in.items(items) {
		l.see(id)
	}
	if in.err != nil {
		return Part{}, in.err
	}
	p := Part{Seed: drawn.Seed, Limit: l.limit, Count: in.read}
	if p.Items, p.Tickets, err = listed(l); err != nil {
		return Part{}, err
	}
	return p, nil
}

// PartOf returns the part whose items with the smallest tickets a query has found, see [Queries.Selected]: count is the number
// of items in the part, and selected the identifiers that were found, in order.
func (s Selection) PartOf(count int64, selected []string, randomness []byte) (Part, error) {
	drawn, seed, err := s.seedForParts(randomness)
	if err != nil {
		return Part{}, err
	}
	p := Part{Seed: drawn.Seed, Limit: s.Size + s.ReserveSize, Count: count, Items: append([]string{}, selected...), Tickets: []Hex{}}
	for _, id := range selected {
		hash := ticketOf(seed, id)
		p.Tickets = append(p.Tickets, HexOf(hash[:]))
	}
	if err := refused("part", p.Validate()); err != nil {
		return Part{}, err
	}
	return p, nil
}

func (s Selection) seedForParts(randomness []byte) (Selection, [32]byte, error) {
	drawn, seed, err := s.seedFor(randomness)
	if err == nil && s.Method == Systematic {
		err = fmt.Errorf("sampling: part: a systematic selection counts positions through the whole population and has no parts; draw it from the sorted stream")
	}
	return drawn, seed, err
}

// Validate lists what is wrong with p by itself: its tickets are computed again from its seed.
func (p Part) Validate() problem.List {
	var l problem.List
	checkDigest(&l, "/seed", p.Seed)
	if p.Limit < 1 || p.Limit > maxItems {
		l.Errorf("/limit", CodePartInvalid, "%d items; 1 to %d expected", p.Limit, int64(maxItems))
	}
	if p.Count < 0 || p.Count > maxItems {
		l.Errorf("/count", CodePartInvalid, "%d items; 0 to %d expected", p.Count, int64(maxItems))
	}
	if want := min(p.Count, p.Limit); !l.HasErrors() && int64(len(p.Items)) != want {
		l.Errorf("/items", CodePartInvalid, "%d elements; %d expected", len(p.Items), want)
	}
	if len(p.Tickets) != len(p.Items) {
		l.Errorf("/tickets", CodePartInvalid, "%d elements; %d expected, as many as items", len(p.Tickets), len(p.Items))
	}
	if l.HasErrors() {
		return l
	}
	b, err := p.Seed.Bytes()
	if err != nil {
		return l
	}
	var before ticket
	for i, id := range p.Items {
		if fault := itemFault(id); fault != "" {
			l.Errorf(problem.Pointer("items", i), CodeItemsInvalid, "%s", fault)
			continue
		}
		t := ticket{ticketOf([32]byte(b), id), id}
		if p.Tickets[i] != HexOf(t.hash[:]) {
			l.Errorf(problem.Pointer("tickets", i), CodePartInvalid, "not the ticket of the item")
		}
		if i > 0 && t.order(before) <= 0 {
			l.Errorf(problem.Pointer("items", i), CodePartInvalid, "not after the item before it in the order of tickets")
		}
		before = t
	}
	return l
}

// Merge makes one part of several parts of one selection, in any order and any grouping. It refuses parts that are not sound,
// parts of another selection, and parts that name the same item. That an item which no part names lies in two of them it
// cannot see, nor in what grouping it would have been named; see [Selection.DrawParts]. Of no parts there is no merger.
func Merge(parts ...Part) (Part, error) {
	if len(parts) == 0 {
		return Part{}, fmt.Errorf("sampling: merge: no parts; at least 1 expected")
	}
	for i, p := range parts {
		if err := refused(fmt.Sprintf("merge: part %d", i), p.Validate()); err != nil {
			return Part{}, err
		}
		if p.Seed != parts[0].Seed || p.Limit != parts[0].Limit {
			return Part{}, fmt.Errorf("sampling: merge: parts 0 and %d belong to different selections", i)
		}
	}
	b, err := parts[0].Seed.Bytes()
	if err != nil {
		return Part{}, err
	}
	merged := Part{Seed: parts[0].Seed, Limit: parts[0].Limit}
	l := newLowest([32]byte(b), merged.Limit, len(parts[0].Items))
	named := make(map[string]int) // by part
	for i, p := range parts {
		if p.Count > maxItems-merged.Count {
			return Part{}, fmt.Errorf("sampling: merge: parts 0 to %d hold more than %d items", i, int64(maxItems))
		}
		merged.Count += p.Count
		for _, id := range p.Items {
			if first, ok := named[id]; ok {
				return Part{}, fmt.Errorf("sampling: merge: parts %d and %d hold the same item", first, i)
			}
			named[id] = i
			l.see(id)
		}
	}
	if merged.Items, merged.Tickets, err = listed(l); err != nil {
		return Part{}, err
	}
	return merged, nil
}

// DrawParts completes the pending record s from the parts of its population, which together hold as many items as the record
// says: it is [Selection.Draw] of the whole.
//
// Parts do not show whether their items are those that were committed to, nor whether an item that none of them names lies in
// two of them. The population root does, and [Selection.VerifyStream] over [MergeSorted] computes it again.
func (s Selection) DrawParts(parts []Part, randomness []byte) (Selection, error) {
	drawn, seed, err := s.seedForParts(randomness)
	if err != nil {
		return Selection{}, err
	}
	for i, p := range parts {
		if p.Seed != drawn.Seed || p.Limit != s.Size+s.ReserveSize {
			return Selection{}, fmt.Errorf("sampling: draw: part %d belongs to another selection or to other randomness", i)
		}
	}
	whole, err := Merge(parts...)
	if err != nil {
		return Selection{}, err
	}
	if whole.Count != s.PopulationSize {
		return Selection{}, fmt.Errorf("sampling: draw: the parts hold %d items; the population holds %d", whole.Count, s.PopulationSize)
	}
	tickets := make([]ticket, 0, len(whole.Items))
	for _, id := range whole.Items {
		tickets = append(tickets, ticket{ticketOf(seed, id), id})
	}
	drawn.CommittedBeforehand = s.CommittedBeforehand
	return drawn.withTickets(tickets), nil
}

// listed returns the items that l has kept, and their tickets.
func listed(l *lowest) ([]string, []Hex, error) {
	kept := l.tickets()
	if l.twice != "" {
		return nil, nil, errTwice
	}
	items, tickets := make([]string, 0, len(kept)), make([]Hex, 0, len(kept))
	for _, t := range kept {
		items, tickets = append(items, t.id), append(tickets, HexOf(t.hash[:]))
	}
	return items, tickets, nil
}
