package control

import (
	"iter"
	"slices"

	"github.com/soc2kit/soc2/criteria"
)

// A Matrix holds controls and answers which criteria they reach.
type Matrix []Control

// ForCriterion yields the controls mapped to id, in matrix order.
func (m Matrix) ForCriterion(id criteria.ID) iter.Seq[Control] {
	return func(yield func(Control) bool) {
		for _, c := range m {
			if slices.Contains(c.Criteria, id) && !yield(c) {
				return
			}
		}
	}
}

// Coverage is what a set of mappings reaches of the criteria wanted.
type Coverage struct {
	Reached []criteria.ID // wanted, and at least one mapping names it; published order
	Absent  []criteria.ID // wanted, and none does
	Beside  []criteria.ID // named, but not wanted; in order of first appearance
}

// Cover tells which of the criteria in want the mapped ids reach. Reaching says only that something is mapped to the
// criterion, not that it suffices.
func Cover(mapped iter.Seq[criteria.ID], want []criteria.ID) Coverage {
	var cov Coverage
	reached := make(map[criteria.ID]bool)
	if mapped == nil {
		mapped = func(func(criteria.ID) bool) {}
	}
	for id := range mapped {
		if !reached[id] && !slices.Contains(want, id) {
			cov.Beside = append(cov.Beside, id)
		}
		reached[id] = true
	}
	for _, id := range want {
		if reached[id] {
			cov.Reached = append(cov.Reached, id)
		} else {
			cov.Absent = append(cov.Absent, id)
		}
	}
	return cov
}

// Mapped yields the criteria of m's controls, in matrix order, with repeats.
func (m Matrix) Mapped() iter.Seq[criteria.ID] {
	return func(yield func(criteria.ID) bool) {
		for _, c := range m {
			for _, id := range c.Criteria {
				if !yield(id) {
					return
				}
			}
		}
	}
}
