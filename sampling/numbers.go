package sampling

import "fmt"

// Numbers are the whole numbers that protocol soc2-sample/1 draws from a seed, U(m) of its step 6: one after the other, for
// selections that need more than an order of the items, such as one of monetary units. They are a function of the seed alone,
// so that whoever holds the record gets the same ones.
//
// [Selection.Numbers] makes them. The zero Numbers have no seed and give 0. Numbers are not for several goroutines at once.
type Numbers struct {
	stream *stream
}

// Numbers returns the numbers of the seed of s, from the first one on, each time it is called. It fails for a pending record,
// whose seed does not exist yet, for one that is not valid, and, with a [*MismatchError], for one whose commitment or seed is
// not what its other fields give. That its population root is that of the items, and its sample theirs, is for
// [Selection.Verify] to find out.
//
// Numbers serve one purpose, which the context of s names: two selections by the same numbers depend on each other. So does
// one by the numbers of a systematic record, whose own sample begins with the first of them; make a simple record for it.
func (s Selection) Numbers() (*Numbers, error) {
	if s.IsPending() {
		return nil, fmt.Errorf("sampling: numbers: the record is pending; a record with the randomness of its beacon expected")
	}
	if err := refused("numbers: the record", s.Validate()); err != nil {
		return nil, err
	}
	root, err := s.PopulationRoot.Bytes()
	if err != nil {
		return nil, err
	}
	again, err := committed(s.Request(), s.PopulationSize, [32]byte(root))
	if err != nil {
		return nil, err
	}
	if err := s.differs(again); err != nil {
		return nil, err
	}
	randomness, err := s.Randomness.Bytes()
	if err != nil {
		return nil, err
	}
	again, seed, err := again.seeded(randomness)
	if err != nil {
		return nil, err
	}
	if s.Seed != again.Seed {
		return nil, mismatch("seed")
	}
	return &Numbers{newStream(seed)}, nil
}

// Below returns the next number below m, m >= 1, each equally likely as far as SHA-256 is random. For m = 0, below
// which there is none, it returns 0 and the next number stays the next.
func (n *Numbers) Below(m uint64) uint64 {
	if n == nil || n.stream == nil || m == 0 {
		return 0
	}
	return n.stream.below(m)
}
