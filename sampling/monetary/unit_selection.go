package monetary

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A UnitSelection is the record of a selection of monetary units: what is filed, and from which anybody who holds the items
// can repeat it. [Commit] makes a pending one and [UnitSelection.Draw] does the rest; do not change its fields,
// [UnitSelection.Verify] finds out.
//
// The commitment is that of protocol soc2-sample/1, of a draw of one from the items with their amounts as [Population] writes
// them. It binds
//
//   - every identifier with its book value, those of 0 and below too, and the number of decimals of the smallest unit;
//   - the order in which units are counted, which is that of the identifiers by bytes, so that there is no other to choose;
//   - method, size and whether there is a top stratum, which are part of the context of the draw;
//   - context, source and beacon, as in every draw.
//
// From it and the randomness everything else follows, so that whoever hands the commitment over before the randomness exists
// cannot draw again until a sample pleases. It does not bind what the sample is judged by, such as the tolerable
// misstatement: file the [Plan]. It does not show that the items are all there are, that their book values are those of the
// ledger, or that no second commitment was made under another context; whoever receives a commitment looks at the context.
type UnitSelection struct {
	// Selection is the draw that the monetary units take their numbers from: context, commitment, randomness and seed, a record
	// of protocol soc2-sample/1 as any other. Its size is 1 and its method simple, since what matters is the seed: the one item
	// of its sample is that of the smallest ticket, and as such no part of the sample of monetary units.
	Selection sampling.Selection `json:"selection"`
	// Method says how the units are selected.
	Method UnitMethod `json:"method"`
	// Stratification divides the items into the top stratum and the rest. It needs no randomness.
	Stratification Stratification `json:"stratification"`
	// Sample is what was selected by the numbers of the draw; absent while the selection is pending.
	Sample UnitSample `json:"sample,omitzero"`
}

// IsPending reports whether s is a commitment that still waits for its randomness.
func (s UnitSelection) IsPending() bool { return s.Selection.IsPending() }

// Request returns what s fixed before its randomness, for selecting again. It is the zero request if the context of the draw
// is not that of a selection of monetary units.
func (s UnitSelection) Request() UnitRequest {
	r, _ := requestOf(s.Selection)
	return r
}

// Commit fixes what will be selected from items and returns the pending record. Hand its Selection.Commitment over before the
// randomness exists; then call [UnitSelection.Draw] on the record. The order of items does not matter, and memory is that of
// the items.
//
// The error lists everything that is wrong with the items, see [Population], and with the request. Items are refused that
// [Stratify] refuses, and so is a modified sieve that would have to select more items than there are.
func Commit(items []BookItem, req UnitRequest) (UnitSelection, error) {
	p, err := prepare(items, req)
	return p.record, err // zero with an error
}

// Draw completes the pending record s with the randomness of its beacon, 16 to 1024 bytes. It refuses items and fields that are
// not those that were committed to, and a record that is drawn already. Whether the commitment had been handed over the caller
// knows alone: see [sampling.Selection].CommittedBeforehand.
func (s UnitSelection) Draw(items []BookItem, randomness []byte) (UnitSelection, error) {
	if !s.IsPending() {
		return UnitSelection{}, fmt.Errorf("monetary: draw: the record holds randomness already; one commitment has one randomness")
	}
	p, err := s.again(items)
	if err != nil {
		return UnitSelection{}, err
	}
	p.record.Selection.CommittedBeforehand = s.Selection.CommittedBeforehand
	draw, err := p.frame.Complete(p.record.Selection, randomness)
	if err != nil {
		return UnitSelection{}, fmt.Errorf("monetary: draw: %w", err)
	}
	return p.complete(draw)
}

// Draw commits and draws in one go. The record can be repeated by anybody who holds the items, but nothing can show that the
// commitment came first. Where the request names no beacon, it is that of r.
func Draw(items []BookItem, req UnitRequest, r sampling.Randomness) (UnitSelection, error) {
	if req.Beacon == "" {
		req.Beacon = r.Beacon
	}
	p, err := prepare(items, req)
	if err != nil {
		return UnitSelection{}, err
	}
	draw, err := p.frame.Draw(req.draw(), r)
	if err != nil {
		return UnitSelection{}, fmt.Errorf("monetary: draw: %w", err)
	}
	return p.complete(draw)
}

// prepared is a selection that is committed to, with the population that it is from.
type prepared struct {
	record UnitSelection
	book   book
	frame  sampling.Frame
}

func prepare(items []BookItem, req UnitRequest) (prepared, error) {
	l := req.validateAll()
	b, problems := newBook(items)
	l.Append(problems)
	if err := refused("commit", l); err != nil {
		return prepared{}, err
	}
	frame, err := sampling.NewFrame(b.texts, nil)
	if err != nil {
		return prepared{}, fmt.Errorf("monetary: commit: %w", err)
	}
	return b.committed(frame, req)
}

// committed returns what a valid request fixes; frame is that of the texts of b.
func (b book) committed(frame sampling.Frame, req UnitRequest) (prepared, error) {
	draw, err := frame.Commit(req.draw())
	if err != nil {
		return prepared{}, fmt.Errorf("monetary: commit: %w", err)
	}
	s, err := stratify(slices.Values(b.items), req.Size, req.Whole)
	if err != nil {
		return prepared{}, err
	}
	if req.Method == ModifiedSieve && s.RestSize > s.RestItems {
		var l problem.List
		l.Errorf("/size", CodeSizeRange, "%d; the modified sieve selects different items, and there are %d", req.Size, s.RestItems)
		return prepared{}, refused("commit", l)
	}
	return prepared{UnitSelection{Selection: draw, Method: req.Method, Stratification: s}, b, frame}, nil
}

// complete selects by the numbers of draw, which is made from what p committed to.
func (p prepared) complete(draw sampling.Selection) (UnitSelection, error) {
	numbers, err := draw.Numbers()
	if err != nil {
		return UnitSelection{}, err
	}
	p.record.Selection = draw
	p.record.Sample, err = p.record.Stratification.Select(p.record.Method, slices.Values(p.book.items), numbers.Below)
	if err != nil {
		return UnitSelection{}, err
	}
	return p.record, nil
}
