package sampling

import "slices"

// A Model is the probability law behind a plan or an evaluation.
//
// The zero Model means [Hypergeometric] where a population is given and [Binomial] where none is.
type Model string

const (
	Binomial       Model = "binomial"       // a population without limit, or drawing with replacement
	Poisson        Model = "poisson"        // its approximation for rare deviations; gives slightly larger samples
	Hypergeometric Model = "hypergeometric" // drawing without replacement from a population of known size
)

var models = []Model{Binomial, Poisson, Hypergeometric}

// Models lists the models.
func Models() []Model { return slices.Clone(models) }

// IsValid reports whether m is one of the three models.
func (m Model) IsValid() bool { return slices.Contains(models, m) }

// EnumValues lists the spellings of a model, for JSON Schema.
func (Model) EnumValues() []string { return []string{"binomial", "poisson", "hypergeometric"} }

// or returns m, or the model that the zero Model stands for with this population.
func (m Model) or(population int64) Model {
	switch {
	case m != "":
		return m
	case population > 0:
		return Hypergeometric
	}
	return Binomial
}

// A Convention says how many deviations in a population of N items stand for the tolerable rate t. The three in use
// differ only by whether N·t is whole.
//
// The zero Convention means [Ceil].
type Convention string

const (
	Ceil      Convention = "ceil"    // N·t rounded up: the sample rejects a rate of t or more; agrees with the binomial as N grows
	Floor     Convention = "floor"   // N·t rounded down
	FloorPlus Convention = "floor+1" // the first count above N·t: the sample rejects a rate above t
)

var conventions = []Convention{Ceil, Floor, FloorPlus}

// Conventions lists the conventions.
func Conventions() []Convention { return slices.Clone(conventions) }

// IsValid reports whether c is one of the three conventions.
func (c Convention) IsValid() bool { return slices.Contains(conventions, c) }

// EnumValues lists the spellings of a convention, for JSON Schema.
func (Convention) EnumValues() []string { return []string{"ceil", "floor", "floor+1"} }

// deviations returns how many deviations in a population stand for the tolerable rate.
func (c Convention) deviations(population int64, tolerable fraction) int64 {
	switch c {
	case Floor:
		return tolerable.floorOf(population)
	case FloorPlus:
		return tolerable.floorOf(population) + 1
	}
	return tolerable.ceilOf(population)
}
