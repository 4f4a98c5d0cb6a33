package monetary

import "slices"

// A UnitMethod says how monetary units are selected. All four are random, so that an amount may be inferred from the sample.
//
// The zero UnitMethod is not valid.
type UnitMethod string

const (
	// FixedInterval takes every k-th monetary unit from a random start, k being the sampling interval. The order of the items
	// matters: one that repeats with the interval gives a biased sample.
	FixedInterval UnitMethod = "fixed-interval"
	// Cell takes one random monetary unit of each interval. An item of 2 units or more that lies across the boundary of two
	// intervals can be hit in both, however small it is; where the interval is no whole number of units, even the one unit that
	// a boundary divides can.
	Cell UnitMethod = "cell"
	// ModifiedSieve takes the items with the largest quotients of book value and a random number of their own: as many
	// different items as asked for, each with nearly the probability that its value calls for.
	ModifiedSieve UnitMethod = "modified-sieve"
	// RandomUnits takes different monetary units, each set of them as likely as every other.
	RandomUnits UnitMethod = "random-units"
)

var unitMethods = []UnitMethod{FixedInterval, Cell, ModifiedSieve, RandomUnits}

// UnitMethods lists the methods.
func UnitMethods() []UnitMethod { return slices.Clone(unitMethods) }

// IsValid reports whether m is one of the four methods.
func (m UnitMethod) IsValid() bool { return slices.Contains(unitMethods, m) }

// EnumValues lists the spellings of a method, for JSON Schema.
func (UnitMethod) EnumValues() []string {
	return []string{"fixed-interval", "cell", "modified-sieve", "random-units"}
}
