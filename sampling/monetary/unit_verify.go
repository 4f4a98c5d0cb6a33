package monetary

import (
	"errors"
	"fmt"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A MismatchError says where a record first differs from what its items and inputs give.
type MismatchError struct {
	Path  string // JSON Pointer into the record, such as "/sample/hits/3/units/0"; of a list whose length differs, that of the list
	Cause error  // why it cannot be right at all; nil where it could
}

// Error names the place.
func (e *MismatchError) Error() string {
	if e.Cause != nil {
		return fmt.Sprintf("monetary: verify: %s: %v", e.Path, e.Cause)
	}
	return fmt.Sprintf("monetary: verify: %s differs from what the items and the other fields give", e.Path)
}

// Unwrap returns the cause.
func (e *MismatchError) Unwrap() error { return e.Cause }

// Verify repeats the selection from items, in any order, and returns nil if it gives s. Otherwise the error is a
// [*MismatchError] that names the first field, in the order of the record, that differs or cannot be right: a changed amount
// shows as another population root of the draw, a changed context, source or beacon as another commitment, changed randomness
// as another seed. Method and size differ where they are not those of the context that was committed to. Amounts are compared
// by value, and the wording of reasons is not compared. An error about items themselves is of another kind and lists all that is
// wrong with them. Of a pending record the commitment and the stratification are checked.
//
// CommittedBeforehand is a statement about time that no computation can check.
func (s UnitSelection) Verify(items []BookItem) error {
	p, err := s.again(items)
	if err != nil {
		return err
	}
	if s.IsPending() {
		if !s.Sample.isZero() {
			return &MismatchError{Path: "/sample"}
		}
		return nil
	}
	again, err := p.complete(s.Selection)
	if err != nil {
		return err
	}
	return mismatch("/sample", s.Sample.differs(again.Sample))
}

// again prepares what s says that it was committed to, and returns where s differs from it, apart from its sample.
func (s UnitSelection) again(items []BookItem) (prepared, error) {
	b, l := newBook(items)
	if err := refused("verify", l); err != nil {
		return prepared{}, err
	}
	frame, err := sampling.NewFrame(b.texts, nil)
	if err != nil {
		return prepared{}, err
	}
	if path, err := s.unfitDraw(); err != nil {
		return prepared{}, &MismatchError{path, err}
	}
	if err := frame.Verify(s.Selection); err != nil {
		var m *sampling.MismatchError
		if !errors.As(err, &m) {
			return prepared{}, err
		}
		path := problem.Pointer("selection", m.Field)
		if m.Index >= 0 {
			path = problem.Pointer("selection", m.Field, m.Index)
		}
		return prepared{}, &MismatchError{path, m.Cause}
	}
	if path, err := s.unfit(); err != nil {
		return prepared{}, &MismatchError{path, err}
	}
	p, err := b.committed(frame, s.Request())
	if err != nil {
		return prepared{}, err
	}
	return p, mismatch("/stratification", s.Stratification.differs(p.record.Stratification))
}

// unfitDraw returns the first member of the draw that no selection of monetary units has, and why.
func (s UnitSelection) unfitDraw() (path string, err error) {
	switch {
	case s.Selection.Round != 0:
		return "/selection/round", fmt.Errorf("%d; a selection of monetary units has round 0, and a further one another context", s.Selection.Round)
	case s.Selection.Method != sampling.Simple:
		return "/selection/method", fmt.Errorf("%.40q; a selection of monetary units is seeded by a draw of method simple", string(s.Selection.Method))
	case s.Selection.Size != 1:
		return "/selection/size", fmt.Errorf("%d; a selection of monetary units is seeded by a draw of 1", s.Selection.Size)
	case s.Selection.ReserveSize != 0:
		return "/selection/reserveSize", fmt.Errorf("%d; a selection of monetary units is seeded by a draw without a reserve", s.Selection.ReserveSize)
	}
	return "", nil
}

// unfit returns the first member that is not what the context of the draw says, and why.
func (s UnitSelection) unfit() (path string, err error) {
	if path, err := s.unfitDraw(); err != nil {
		return path, err
	}
	r, err := requestOf(s.Selection)
	switch {
	case err != nil:
		return "/selection/context", err
	case r.Method != s.Method:
		return "/method", fmt.Errorf("%.40q; the context of the draw says %s", string(s.Method), r.Method)
	case r.Size != s.Stratification.Size:
		return "/stratification/size", fmt.Errorf("%d; the context of the draw says %d", s.Stratification.Size, r.Size)
	case r.Whole != s.Stratification.Whole:
		return "/stratification/whole", fmt.Errorf("%t; the context of the draw says %t", s.Stratification.Whole, r.Whole)
	}
	return "", nil
}

// mismatch returns an error about a place below the member at path, and nil where nothing differs.
func mismatch(path string, p place) error {
	if !p.different {
		return nil
	}
	return &MismatchError{Path: path + p.pointer}
}
