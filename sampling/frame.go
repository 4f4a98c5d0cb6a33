package sampling

import "slices"

// A Frame is a population that is checked, sorted and hashed once, for any number of draws from it: rounds, several tests
// of one control, verification. What it gives is what the functions give that take the list of items.
//
// [NewFrame] makes one. The zero Frame holds no items, so that every draw from it is refused. A Frame may be used by several
// goroutines at once.
type Frame struct {
	p population
}

// FrameOptions say how a [Frame] is worked with. They change nothing about what is drawn.
type FrameOptions struct {
	// Workers is the number of goroutines that check, sort and hash; 0 and below mean one, and at most 64 are used.
	Workers int
}

// maxWorkers bounds the goroutines, whatever is asked for.
const maxWorkers = 64

// NewFrame returns the frame of items, in any order; nil options are the zero ones. It fails as [PopulationRoot] does. The
// list is copied, so that what is done to it later does not change the frame.
func NewFrame(items []string, opts *FrameOptions) (Frame, error) {
	f, err := frameOf(items, opts)
	if err == nil && &f.p.items[0] == &items[0] {
		f.p.items = slices.Clone(items)
	}
	return f, err
}

// frameOf is NewFrame for a list that nobody changes while the frame is in use: one that is sorted is not copied.
func frameOf(items []string, opts *FrameOptions) (Frame, error) {
	workers := 1
	if opts != nil {
		workers = max(1, min(opts.Workers, maxWorkers))
	}
	p, err := newPopulation(items, workers)
	if err != nil {
		return Frame{}, err
	}
	return Frame{p}, nil
}

// Size returns the number of items.
func (f Frame) Size() int64 { return int64(len(f.p.items)) }

// Root returns the population root; "" of the zero Frame.
func (f Frame) Root() Hex {
	if len(f.p.items) == 0 {
		return ""
	}
	return HexOf(f.p.root[:])
}

// Commit is [Commit] of the items of f.
func (f Frame) Commit(req Request) (Selection, error) {
	return committed(req, f.Size(), f.p.root)
}

// Complete is [Selection.Draw] of s from the items of f.
func (f Frame) Complete(s Selection, randomness []byte) (Selection, error) {
	if err := s.drawable(); err != nil {
		return Selection{}, err
	}
	again, err := f.Commit(s.Request())
	if err != nil {
		return Selection{}, err
	}
	if err := s.differs(again); err != nil {
		return Selection{}, err
	}
	again.CommittedBeforehand = s.CommittedBeforehand
	return f.p.draw(again, randomness)
}

// Draw is [Draw] from the items of f.
func (f Frame) Draw(req Request, r Randomness) (Selection, error) {
	if err := r.fits(&req); err != nil {
		return Selection{}, err
	}
	s, err := f.Commit(req)
	if err != nil {
		return Selection{}, err
	}
	return f.p.draw(s, r.Bytes)
}

// Verify is [Selection.Verify] of s with the items of f. The zero Frame verifies nothing.
func (f Frame) Verify(s Selection) error {
	if len(f.p.items) == 0 {
		return errNoItems
	}
	if err := s.unfit(f.Size()); err != nil {
		return err
	}
	again, err := f.Commit(s.Request())
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
	again, err = f.p.draw(again, randomness)
	if err != nil {
		return &MismatchError{"randomness", -1, err}
	}
	return s.differsInDraw(again)
}
