package sampling

import (
	"fmt"
	"iter"
)

// A reader goes through a stream and stops at the first thing that is wrong with it.
type reader struct {
	sorted bool  // whether the items must ascend
	most   int64 // items that there may be
	name   string
	read   int64
	err    error
}

// items yields the items of in that are sound. What ends it is in err.
func (r *reader) items(in iter.Seq2[string, error]) iter.Seq[string] {
	return func(yield func(string) bool) {
		if in == nil {
			return
		}
		previous := ""
		for id, err := range in {
			if r.err = r.check(previous, id, err); r.err != nil {
				return
			}
			previous = id
			r.read++
			if !yield(id) {
				return
			}
		}
	}
}

func (r *reader) check(previous, id string, err error) error {
	at := "item"
	if r.name != "" {
		at = r.name + ": item"
	}
	if err != nil {
		return fmt.Errorf("sampling: stream: %s %d: %w", at, r.read, err)
	}
	if fault := itemFault(id); fault != "" {
		return fmt.Errorf("sampling: stream: %s %d: %s", at, r.read, fault)
	}
	if r.sorted && r.read > 0 && id <= previous {
		if id == previous {
			return fmt.Errorf("sampling: stream: %s %d: the same identifier as the item before it", at, r.read)
		}
		return fmt.Errorf("sampling: stream: %s %d: before the item before it; ascending order of bytes expected", at, r.read)
	}
	if r.read >= r.most {
		return fmt.Errorf("sampling: stream: %s %d: more than the %d items expected", at, r.read, r.most)
	}
	return nil
}

// finish returns what was wrong with the stream, once it has been gone through.
func (r *reader) finish() error {
	if r.err != nil {
		return r.err
	}
	if r.read == 0 {
		return errNoItems
	}
	return nil
}
