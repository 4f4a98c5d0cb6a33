package sampling

import (
	"crypto/sha256"
	"fmt"
	"io"
)

// Randomness is what a draw is seeded with: where it comes from and its bytes.
type Randomness struct {
	// Beacon names where the bytes come from; it stands in the record if [Request.Beacon] is empty.
	Beacon string
	// Bytes are 16 to 1024 bytes: the raw output of a beacon, the ASCII digits of dice in the order rolled, or a nonce.
	Bytes []byte

	err error // from reading a nonce; the draw reports it
}

// Nonce reads 32 bytes from r, for everyday draws: pass the Reader of crypto/rand. Its beacon is "nonce/auditor" unless
// the request names another that begins with "nonce/". A failure to read is reported by [Draw].
func Nonce(r io.Reader) Randomness {
	n := Randomness{Beacon: "nonce/auditor", Bytes: make([]byte, 32)}
	if r == nil {
		n.err = fmt.Errorf("no reader")
	} else if _, err := io.ReadFull(r, n.Bytes); err != nil {
		n.err = err
	}
	return n
}

// Commit fixes what will be drawn from items and returns the pending record. Hand its Commitment over before the
// randomness exists; then call [Selection.Draw] on the record. The order of items does not matter.
func Commit(items []string, req Request) (Selection, error) {
	p, err := newPopulation(items)
	if err != nil {
		return Selection{}, err
	}
	return p.commit(req)
}

// Draw completes the pending record s with the randomness of its beacon, and states that the commitment was made
// beforehand. It refuses items that are not those that were committed to, and a record that is drawn already: one
// commitment, one randomness.
func (s Selection) Draw(items []string, randomness []byte) (Selection, error) {
	if !s.IsPending() {
		return Selection{}, fmt.Errorf("sampling: draw: the record holds randomness already; one commitment has one randomness")
	}
	if err := refused("draw: the record", s.Validate()); err != nil {
		return Selection{}, err
	}
	p, err := newPopulation(items)
	if err != nil {
		return Selection{}, err
	}
	again, err := p.commit(s.Request())
	if err != nil {
		return Selection{}, err
	}
	if err := s.differs(again); err != nil {
		return Selection{}, err
	}
	drawn, err := p.draw(again, randomness)
	if err != nil {
		return Selection{}, err
	}
	drawn.CommittedBeforehand = true
	return drawn, nil
}

// Draw commits and draws in one go. The record can be repeated by anybody who holds the items, but it does not show
// that the commitment came first: CommittedBeforehand is false.
func Draw(items []string, req Request, r Randomness) (Selection, error) {
	if r.err != nil {
		return Selection{}, fmt.Errorf("sampling: draw: nonce: %w", r.err)
	}
	switch {
	case req.Beacon == "":
		req.Beacon = r.Beacon
	case r.Beacon != "" && r.Beacon != req.Beacon && !(isNonce(r.Beacon) && isNonce(req.Beacon)):
		return Selection{}, fmt.Errorf("sampling: draw: the request names beacon %q, the randomness comes from %q", req.Beacon, r.Beacon)
	}
	p, err := newPopulation(items)
	if err != nil {
		return Selection{}, err
	}
	s, err := p.commit(req)
	if err != nil {
		return Selection{}, err
	}
	return p.draw(s, r.Bytes)
}

// commit returns the pending record of a draw from p.
func (p population) commit(req Request) (Selection, error) {
	if req.Method == "" {
		req.Method = Simple
	}
	l := req.validate(int64(len(p.items)))
	if !req.Method.IsValid() {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of simple, systematic expected", string(req.Method))
	}
	if err := refused("commit", l); err != nil {
		return Selection{}, err
	}
	source, err := req.Source.Bytes()
	if err != nil {
		return Selection{}, err
	}
	commitment := sha256.Sum256(commitPreimage(req, int64(len(p.items)), p.root, source))
	return Selection{
		Context: req.Context, Round: req.Round, Method: req.Method, Size: req.Size, ReserveSize: req.ReserveSize,
		PopulationSize: int64(len(p.items)), PopulationRoot: HexOf(p.root[:]),
		Source: req.Source, Beacon: req.Beacon, Commitment: HexOf(commitment[:]),
		Sample: []string{}, Reserve: []string{}, Tickets: []Hex{},
	}, nil
}

// draw completes s, the pending record of a draw from p.
func (p population) draw(s Selection, randomness []byte) (Selection, error) {
	if len(randomness) < minRandomness || len(randomness) > maxRandomness {
		return Selection{}, fmt.Errorf("sampling: draw: randomness of %d bytes; %d to %d expected", len(randomness), minRandomness, maxRandomness)
	}
	commitment, err := s.Commitment.Bytes()
	if err != nil {
		return Selection{}, err
	}
	seed := sha256.Sum256(seedPreimage([32]byte(commitment), randomness))
	s.Randomness, s.Seed = HexOf(randomness), HexOf(seed[:])
	n := int(s.Size) // at most len(p.items), so that it fits
	s.Sample, s.Reserve, s.Tickets = make([]string, 0, n), make([]string, 0, int(s.ReserveSize)), []Hex{}
	if s.Method == Systematic {
		size := uint64(len(p.items))
		for _, i := range systematicIndexes(newStream(seed).below(size), uint64(n), size) {
			s.Sample = append(s.Sample, p.items[i])
		}
		return s, nil
	}
	for i, t := range smallestTickets(seed, p.items, n+int(s.ReserveSize)) {
		if i < n {
			s.Sample = append(s.Sample, p.items[t.index])
		} else {
			s.Reserve = append(s.Reserve, p.items[t.index])
		}
		s.Tickets = append(s.Tickets, HexOf(t.hash[:]))
	}
	return s, nil
}
