package monetary

import (
	"fmt"
	"iter"
	"math/bits"
	"slices"
)

// A source gives whole numbers below m, and checks that they are.
type source struct {
	below func(m uint64) uint64
	err   error
}

func (s *source) draw(m uint64) uint64 {
	x := s.below(m)
	if x >= m && s.err == nil {
		s.err = fmt.Errorf("the source of randomness gave %d where a number below %d was asked for", x, m)
	}
	return x % m
}

// The functions here yield positions of monetary units in ascending order. Units count from 0; value is their number and hits
// the number of positions, 1 <= hits <= value.

// intervalUnits yields the units at (start + i value) / hits, rounded down. With start uniform below value, each unit is
// yielded with the probability hits / value exactly: start + i value takes every number below hits x value once.
func intervalUnits(start, value, hits uint64) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range hits {
			if !yield(cellUnit(start, i, value, hits)) {
				return
			}
		}
	}
}

// cellUnits yields a unit of each of the intervals from i value / hits to (i+1) value / hits, with a start of its own.
func cellUnits(random *source, value, hits uint64) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for i := range hits {
			if !yield(cellUnit(random.draw(value), i, value, hits)) {
				return
			}
		}
	}
}

// cellUnit returns (start + i value) / hits, rounded down, for start < value and i < hits: so that the quotient is below value.
func cellUnit(start, i, value, hits uint64) uint64 {
	high, low := bits.Mul64(i, value)
	low, carry := bits.Add64(low, start, 0)
	unit, _ := bits.Div64(high+carry, low, hits)
	return unit
}

// distinctUnits returns different units, each set of hits as likely as every other, by Floyd's algorithm: Bentley and Floyd,
// "A sample of brilliance" (1987).
func distinctUnits(random *source, value, hits uint64) []uint64 {
	taken := make(map[uint64]bool, hits)
	units := make([]uint64, 0, hits)
	for j := value - hits; j < value; j++ {
		unit := random.draw(j + 1)
		if taken[unit] {
			unit = j
		}
		taken[unit] = true
		units = append(units, unit)
	}
	slices.Sort(units)
	return units
}
