package sampling

import "slices"

// A Method says how the items are selected. Both are random, so that a rate may be inferred from the sample.
//
// In a [Request] zero means [Simple]; in a [Selection] it is not valid.
type Method string

const (
	Simple     Method = "simple"     // every set of n items is as likely as every other
	Systematic Method = "systematic" // evenly spaced items of the sorted population, from a random start; no reserve
)

var methods = []Method{Simple, Systematic}

// Methods lists the methods.
func Methods() []Method { return slices.Clone(methods) }

// IsValid reports whether m is one of the two methods.
func (m Method) IsValid() bool { return slices.Contains(methods, m) }

// EnumValues lists the spellings of a method, for JSON Schema.
func (Method) EnumValues() []string { return []string{"simple", "systematic"} }
