package sampling

import "fmt"

// A MismatchError says in which field a record first differs from what its items and inputs give.
type MismatchError struct {
	Field string // the JSON name of the field, such as "populationRoot"
	Index int    // the element that differs, where the field is a list; -1 where it is not, or its length differs
	Cause error  // why the field cannot be checked at all; nil where it can
}

// Error names the field.
func (e *MismatchError) Error() string {
	at := e.Field
	if e.Index >= 0 {
		at = fmt.Sprintf("%s[%d]", e.Field, e.Index)
	}
	if e.Cause != nil {
		return fmt.Sprintf("sampling: %s: %v", at, e.Cause)
	}
	return fmt.Sprintf("sampling: %s differs from what the items and the other fields give", at)
}

// Unwrap returns the cause.
func (e *MismatchError) Unwrap() error { return e.Cause }

// Verify repeats the draw from items, in any order, and returns nil if it gives s. Otherwise the error is a
// [*MismatchError] that names the first field, in the order of the record, that differs or cannot be right: a changed
// context, round, method, size, source or beacon shows as another commitment, changed randomness as another seed.
// An error about items themselves is of another kind. Of a pending record the commitment is checked.
//
// CommittedBeforehand is a statement about time that no computation can check.
func (s Selection) Verify(items []string) error {
	f, err := frameOf(items, nil)
	if err != nil {
		return err
	}
	return f.Verify(s)
}

func mismatch(field string) error { return &MismatchError{Field: field, Index: -1} }

// unfit names the first field that could not have been committed to with a population of that many items. A method left
// out is one: only a request may do that.
func (s Selection) unfit(population int64) error {
	l := s.Request().validateAll(population)
	for _, field := range []string{"context", "round", "method", "size", "reserveSize", "source", "beacon"} {
		for _, p := range l {
			if p.Path == "/"+field {
				return &MismatchError{field, -1, p}
			}
		}
	}
	return nil
}

// differs compares what a commitment fixes.
func (s Selection) differs(again Selection) error {
	switch {
	case s.PopulationSize != again.PopulationSize:
		return mismatch("populationSize")
	case s.PopulationRoot != again.PopulationRoot:
		return mismatch("populationRoot")
	case s.Commitment != again.Commitment:
		return mismatch("commitment")
	}
	return nil
}

// differsInDraw compares what the randomness gives.
func (s Selection) differsInDraw(again Selection) error {
	if s.Seed != again.Seed {
		return mismatch("seed")
	}
	if err := listDiffers("sample", s.Sample, again.Sample); err != nil {
		return err
	}
	if err := listDiffers("reserve", s.Reserve, again.Reserve); err != nil {
		return err
	}
	return listDiffers("tickets", s.Tickets, again.Tickets)
}

func listDiffers[T ~string](field string, got, want []T) error {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return &MismatchError{Field: field, Index: i}
		}
	}
	if len(got) != len(want) {
		return mismatch(field)
	}
	return nil
}
