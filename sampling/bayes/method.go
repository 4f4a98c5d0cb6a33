package bayes

import "slices"

// A Method says how the parameters of a prior were found. The zero Method is not valid.
type Method string

// The methods, with the names that they have in the R package jfa.
const (
	Given      Method = "given"      // the parameters themselves ("param")
	Uniform    Method = "uniform"    // every rate as probable as every other; under Poisson gamma(1, 1) ("default")
	Strict     Method = "strict"     // no information at all, so that upper limits are those of package sampling ("strict")
	Sample     Method = "sample"     // an earlier sample, perhaps with a weight ("sample", "power")
	Impartial  Method = "impartial"  // a tolerable rate as probable as an intolerable one ("impartial")
	Hypothesis Method = "hypothesis" // a tolerable rate with a stated probability ("hyp")
	RiskModel  Method = "risk-model" // inherent and control risk in the audit risk model ("arm")
	Bounded    Method = "bounded"    // the most probable rate and an upper limit ("bram")
)

var methods = []Method{Given, Uniform, Strict, Sample, Impartial, Hypothesis, RiskModel, Bounded}

// Methods lists the methods.
func Methods() []Method { return slices.Clone(methods) }

// IsValid reports whether m is one of the eight methods.
func (m Method) IsValid() bool { return slices.Contains(methods, m) }

// EnumValues lists the spellings of a method, for JSON Schema.
func (Method) EnumValues() []string {
	return []string{"given", "uniform", "strict", "sample", "impartial", "hypothesis", "risk-model", "bounded"}
}
