package sampling

import (
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/internal/merkle"
)

// Randomness is what a draw is seeded with: where it comes from and its bytes.
type Randomness struct {
	// Beacon names where the bytes come from; it stands in the record if [Request.Beacon] is empty.
	Beacon string
	// Bytes are 16 to 1024 bytes: the raw output of a beacon, the ASCII digits of dice in the order rolled, or a nonce.
	// Of a beacon "dice/..." nothing but digits is taken.
	Bytes []byte

	err error // from reading a nonce; the draw reports it
}

// Nonce reads 32 bytes from r, for everyday draws: pass the Reader of crypto/rand. Its beacon is "nonce/auditor" unless
// the request names another that begins with "nonce/". A failure to read is reported by [Draw], and leaves no bytes.
func Nonce(r io.Reader) Randomness {
	n := Randomness{Beacon: "nonce/auditor"}
	if r == nil {
		n.err = fmt.Errorf("no reader")
		return n
	}
	b := make([]byte, 32)
	if _, n.err = io.ReadFull(r, b); n.err == nil {
		n.Bytes = b
	}
	return n
}

// randomnessFault says what keeps b from being the randomness of a beacon; "" if nothing does.
func randomnessFault(beacon string, b []byte) string {
	if len(b) < minRandomness || len(b) > maxRandomness {
		return fmt.Sprintf("%d bytes; %d to %d expected", len(b), minRandomness, maxRandomness)
	}
	// Digits that were read as hexadecimal would give another sample than the protocol's.
	if strings.HasPrefix(beacon, "dice/") && slices.ContainsFunc(b, func(c byte) bool { return c < '0' || c > '9' }) {
		return "not ASCII digits; the digits of the dice in the order rolled expected"
	}
	return ""
}

// Commit fixes what will be drawn from items and returns the pending record. Hand its Commitment over before the
// randomness exists; then call [Selection.Draw] on the record. The order of items does not matter.
func Commit(items []string, req Request) (Selection, error) {
	f, err := frameOf(items, nil)
	if err != nil {
		return Selection{}, err
	}
	return f.Commit(req)
}

// Draw completes the pending record s with the randomness of its beacon. It refuses items that are not those that were
// committed to, and a record that is drawn already: one commitment, one randomness. Whether the commitment had been handed
// over the caller knows alone: see [Selection.CommittedBeforehand].
func (s Selection) Draw(items []string, randomness []byte) (Selection, error) {
	if err := s.drawable(); err != nil {
		return Selection{}, err
	}
	f, err := frameOf(items, nil)
	if err != nil {
		return Selection{}, err
	}
	return f.Complete(s, randomness)
}

// drawable returns why s cannot be completed with randomness, whatever its items.
func (s Selection) drawable() error {
	if !s.IsPending() {
		return fmt.Errorf("sampling: draw: the record holds randomness already; one commitment has one randomness")
	}
	return refused("draw: the record", s.Validate())
}

// Draw commits and draws in one go. The record can be repeated by anybody who holds the items, but nothing can show that
// the commitment came first.
func Draw(items []string, req Request, r Randomness) (Selection, error) {
	if err := r.fits(&req); err != nil {
		return Selection{}, err
	}
	f, err := frameOf(items, nil)
	if err != nil {
		return Selection{}, err
	}
	return f.Draw(req, r)
}

// fits names the beacon of r in a request that names none, and refuses one that names another.
func (r Randomness) fits(req *Request) error {
	if r.err != nil {
		return fmt.Errorf("sampling: draw: nonce: %w", r.err)
	}
	switch {
	case req.Beacon == "":
		req.Beacon = r.Beacon
	case r.Beacon != "" && r.Beacon != req.Beacon && !(isNonce(r.Beacon) && isNonce(req.Beacon)):
		return fmt.Errorf("sampling: draw: the request names beacon %q, the randomness comes from %q", req.Beacon, r.Beacon)
	}
	return nil
}

// committed returns the pending record of a draw from a population of that size and root.
func committed(req Request, size int64, root merkle.Hash) (Selection, error) {
	if req.Method == "" {
		req.Method = Simple
	}
	if err := refused("commit", req.validateAll(size)); err != nil {
		return Selection{}, err
	}
	source, err := req.Source.Bytes()
	if err != nil {
		return Selection{}, err
	}
	commitment := sha256.Sum256(commitPreimage(req, size, root, source))
	return Selection{
		Context: req.Context, Round: req.Round, Method: req.Method, Size: req.Size, ReserveSize: req.ReserveSize,
		PopulationSize: size, PopulationRoot: HexOf(root[:]),
		Source: req.Source, Beacon: req.Beacon, Commitment: HexOf(commitment[:]),
		Sample: []string{}, Reserve: []string{}, Tickets: []Hex{},
	}, nil
}

// seeded returns the pending record s with its randomness, and the seed.
func (s Selection) seeded(randomness []byte) (Selection, [32]byte, error) {
	if fault := randomnessFault(s.Beacon, randomness); fault != "" {
		return Selection{}, [32]byte{}, fmt.Errorf("sampling: draw: randomness: %s", fault)
	}
	commitment, err := s.Commitment.Bytes()
	if err != nil {
		return Selection{}, [32]byte{}, err
	}
	seed := sha256.Sum256(seedPreimage([32]byte(commitment), randomness))
	s.Randomness, s.Seed = HexOf(randomness), HexOf(seed[:])
	s.Sample, s.Reserve, s.Tickets = []string{}, []string{}, []Hex{}
	return s, seed, nil
}

// withTickets returns s, a simple selection, with the items of tickets.
func (s Selection) withTickets(tickets []ticket) Selection {
	s.Sample, s.Reserve, s.Tickets = make([]string, 0, int(s.Size)), make([]string, 0, int(s.ReserveSize)), make([]Hex, 0, len(tickets))
	for i, t := range tickets {
		if int64(i) < s.Size {
			s.Sample = append(s.Sample, t.id)
		} else {
			s.Reserve = append(s.Reserve, t.id)
		}
		s.Tickets = append(s.Tickets, HexOf(t.hash[:]))
	}
	return s
}

// draw completes s, the pending record of a draw from p.
func (p population) draw(s Selection, randomness []byte) (Selection, error) {
	s, seed, err := s.seeded(randomness)
	if err != nil {
		return Selection{}, err
	}
	if s.Method == Systematic {
		size := uint64(len(p.items))
		for _, i := range systematicIndexes(newStream(seed).below(size), uint64(s.Size), size) {
			s.Sample = append(s.Sample, p.items[i])
		}
		return s, nil
	}
	// Both sizes are at most len(p.items), so that they fit an int.
	return s.withTickets(smallestTickets(seed, p.items, int(s.Size+s.ReserveSize), p.workers)), nil
}
