package sampling

import (
	"errors"
	"iter"

	"github.com/soc2kit/soc2/internal/merkle"
)

// A population larger than memory is gone through twice: sorted, for the commitment, and in any order, for the draw. An
// element of a stream is an identifier, or an error that ends it; the index of an item counts from 0.

// CommitStream is [Commit] for a population larger than memory: it goes once through a stream that is sorted by bytes, and its
// memory grows with the logarithm of the number of items. An item that is no identifier, that repeats the one before it or
// comes before it, is an error that names its index, and so is an error of the stream itself.
//
// A database gives such a stream with the query [Queries.Sorted]; [MergeSorted] makes one stream of several.
func CommitStream(sorted iter.Seq2[string, error], req Request) (Selection, error) {
	if req.Method == "" {
		req.Method = Simple
	}
	// What is wrong with the request whatever the population is said before a long stream is read.
	if err := refused("commit", req.validateAll(maxItems)); err != nil {
		return Selection{}, err
	}
	in := reader{sorted: true, most: maxItems}
	root := merkle.Root(in.items(sorted))
	if err := in.finish(); err != nil {
		return Selection{}, err
	}
	return committed(req, in.read, root)
}

// DrawStream is [Selection.Draw] for a population larger than memory: it goes once through a stream, and its memory is that
// of the sample. The stream of a simple selection may have any order; that of a systematic one is sorted by bytes, since
// positions are what is selected.
//
// It does not see whether the items are those that were committed to: they are counted, and an item that comes twice is seen
// only where it is selected. Of a stream that is sorted [Selection.DrawSortedStream] sees it in the same pass; of any other,
// [Selection.VerifyStream] does afterwards.
func (s Selection) DrawStream(items iter.Seq2[string, error], randomness []byte) (Selection, error) {
	return s.drawStream(items, randomness, false)
}

// DrawSortedStream is [Selection.DrawStream] for a stream that is sorted by bytes. It refuses items that are not those that were
// committed to, as [Selection.Draw] does, for three times the hashes.
func (s Selection) DrawSortedStream(sorted iter.Seq2[string, error], randomness []byte) (Selection, error) {
	return s.drawStream(sorted, randomness, true)
}

func (s Selection) drawStream(items iter.Seq2[string, error], randomness []byte, compare bool) (Selection, error) {
	drawn, seed, err := s.seedFor(randomness)
	if err != nil {
		return Selection{}, err
	}
	in := reader{sorted: compare || s.Method == Systematic, most: s.PopulationSize}
	take := newTaker(drawn, seed)
	root := s.PopulationRoot
	if compare {
		found := merkle.Root(take.watching(in.items(items)))
		root = HexOf(found[:])
	} else {
		for id := range in.items(items) {
			take.see(id)
		}
	}
	if err := in.finish(); err != nil {
		return Selection{}, err
	}
	if in.read != s.PopulationSize {
		return Selection{}, mismatch("populationSize")
	}
	if root != s.PopulationRoot {
		return Selection{}, mismatch("populationRoot")
	}
	drawn.CommittedBeforehand = s.CommittedBeforehand
	return take.into(drawn)
}

// VerifyStream is [Selection.Verify] for a population larger than memory: it goes once through a stream that is sorted by
// bytes, with memory of the sample and of the logarithm of the number of items. Its errors are those of Verify, and those of
// [CommitStream] about the stream.
func (s Selection) VerifyStream(sorted iter.Seq2[string, error]) error {
	in := reader{sorted: true, most: maxItems}
	// While the stream is read it is supposed that the record is right about the population. Where it is not, what is taken
	// is wrong too, but then the difference in the population is what is told.
	supposed, seed, take := s.suppose()
	root := merkle.Root(take.watching(in.items(sorted)))
	if err := in.finish(); err != nil {
		return err
	}
	if err := s.unfit(in.read); err != nil {
		return err
	}
	again, err := committed(s.Request(), in.read, root)
	if err != nil {
		return err
	}
	if err := s.differs(again); err != nil {
		return err
	}
	if s.IsPending() {
		return s.differsInDraw(again)
	}
	randomness, err := s.Randomness.Bytes()
	if err != nil {
		return &MismatchError{"randomness", -1, err}
	}
	if again, _, err = again.seeded(randomness); err != nil {
		return &MismatchError{"randomness", -1, err}
	}
	if take == nil {
		// The record was right about the population, so that it is its sample or reserve that has another length.
		if again.Seed != s.Seed {
			return mismatch("seed")
		}
		if int64(len(s.Sample)) != s.Size {
			return mismatch("sample")
		}
		return mismatch("reserve")
	}
	if again.Seed != HexOf(seed[:]) {
		return mismatch("seed") // not reached: the record was right about the population
	}
	if supposed, err = take.into(supposed); err != nil {
		return err
	}
	return s.differsInDraw(supposed)
}

// suppose returns the record that the fields of s give by themselves, its seed, and what takes its sample; no taker where they
// give none.
func (s Selection) suppose() (Selection, [32]byte, *taker) {
	root, err := s.PopulationRoot.Bytes()
	if err != nil || len(root) != 32 || s.unfit(s.PopulationSize) != nil {
		return Selection{}, [32]byte{}, nil
	}
	supposed, err := committed(s.Request(), s.PopulationSize, [32]byte(root))
	if err != nil {
		return Selection{}, [32]byte{}, nil
	}
	randomness, err := s.Randomness.Bytes()
	if err != nil {
		return Selection{}, [32]byte{}, nil
	}
	// Memory for a sample is taken only where the record holds one.
	if int64(len(s.Sample)) != s.Size || int64(len(s.Reserve)) != s.ReserveSize {
		return Selection{}, [32]byte{}, nil
	}
	supposed, seed, err := supposed.seeded(randomness)
	if err != nil {
		return Selection{}, [32]byte{}, nil
	}
	return supposed, seed, newTaker(supposed, seed)
}

// seedFor completes the pending record s with its randomness and seed, if its fields agree with each other.
func (s Selection) seedFor(randomness []byte) (Selection, [32]byte, error) {
	if err := s.drawable(); err != nil {
		return Selection{}, [32]byte{}, err
	}
	root, err := s.PopulationRoot.Bytes()
	if err != nil {
		return Selection{}, [32]byte{}, err
	}
	again, err := committed(s.Request(), s.PopulationSize, [32]byte(root))
	if err != nil {
		return Selection{}, [32]byte{}, err
	}
	if err := s.differs(again); err != nil {
		return Selection{}, [32]byte{}, err
	}
	return again.seeded(randomness)
}

// A taker takes the sample of one selection from the items that it is shown.
type taker struct {
	lowest *lowest    // simple
	spaced *positions // systematic
}

func newTaker(s Selection, seed [32]byte) *taker {
	if s.Method == Systematic {
		size := uint64(s.PopulationSize)
		return &taker{spaced: newPositions(newStream(seed).below(size), uint64(s.Size), size)}
	}
	l := newLowest(seed, s.Size+s.ReserveSize, 1<<12)
	l.copies = true
	return &taker{lowest: l}
}

func (t *taker) see(id string) {
	if t.spaced != nil {
		t.spaced.see(id)
	} else {
		t.lowest.see(id)
	}
}

// watching passes items on and shows them to t; a nil t sees none.
func (t *taker) watching(items iter.Seq[string]) iter.Seq[string] {
	if t == nil {
		return items
	}
	return func(yield func(string) bool) {
		for id := range items {
			t.see(id)
			if !yield(id) {
				return
			}
		}
	}
}

// into returns s with the items that were taken.
func (t *taker) into(s Selection) (Selection, error) {
	if t.spaced != nil {
		s.Sample = t.spaced.items()
		return s, nil
	}
	tickets := t.lowest.tickets()
	if t.lowest.twice != "" {
		return Selection{}, errTwice
	}
	return s.withTickets(tickets), nil
}

var errTwice = errors.New("sampling: stream: a selected item comes twice")
