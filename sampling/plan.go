package sampling

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

// MaxPopulation is the largest population and the largest sample that a plan or a result may speak of.
const MaxPopulation = 1_000_000_000_000

// A Plan states what an attribute test must be able to conclude, as data that can be filed with the workpapers and
// reperformed.
type Plan struct {
	// Model is the law that the size is computed from. Absent means hypergeometric where Population is given, else binomial.
	Model Model `json:"model,omitzero"`
	// Tolerable is the tolerable rate of deviation: the highest rate at which the control can still be relied upon.
	// Above 0 and below 1.
	Tolerable Rate `json:"tolerableRate"`
	// Expected is the rate of deviation expected in the population; "0" where none is expected. Below Tolerable. The
	// sample may hold n x Expected deviations, rounded up.
	Expected Rate `json:"expectedRate"`
	// Risk is the risk of overreliance: the probability of accepting a sample from a population that deviates at the
	// tolerable rate. It is 1 - confidence; above 0 and below 1.
	Risk Rate `json:"riskOfOverreliance"`
	// Population is the number of items in the population, at most 1,000,000,000,000; 0 means without limit. The
	// hypergeometric model requires it; the others only refuse a sample that is larger.
	Population int64 `json:"population,omitzero"`
	// Convention says how many deviations in the population stand for Tolerable, under the hypergeometric model. Absent
	// means ceil.
	Convention Convention `json:"convention,omitzero"`
}

// Codes of the problems of a [Plan], a [Result] and their rates.
const (
	// CodeRateInvalid: a rate is missing or not a decimal from 0 to 1: {"tolerableRate":"5%"}.
	CodeRateInvalid problem.Code = "rate-invalid"
	// CodeRateRange: a rate is 0 or 1 where it must lie between: {"riskOfOverreliance":0}.
	CodeRateRange problem.Code = "rate-out-of-range"
	// CodeExpectedRate: the expected rate is not below the tolerable: {"tolerableRate":0.05,"expectedRate":0.05}.
	CodeExpectedRate problem.Code = "expected-rate-not-below-tolerable"
	// CodeModelUnknown: not one of [Models]: {"model":"normal"}.
	CodeModelUnknown problem.Code = "model-unknown"
	// CodeConventionUnknown: not one of [Conventions]: {"convention":"round"}.
	CodeConventionUnknown problem.Code = "convention-unknown"
	// CodePopulationRange: negative, above [MaxPopulation], or 0 under the hypergeometric model: {"population":-1}.
	CodePopulationRange problem.Code = "population-out-of-range"
	// CodeSampleRange: no items, or more than the population or [MaxPopulation] holds: {"n":0}.
	CodeSampleRange problem.Code = "sample-out-of-range"
	// CodeDeviationsRange: negative, or more than the items of the sample: {"n":5,"deviations":6}.
	CodeDeviationsRange problem.Code = "deviations-out-of-range"
)

// Validate lists what keeps p from having a size.
func (p Plan) Validate() problem.List {
	l := checkModel(p.Model, p.Population)
	tolerable, okT := checkRate(&l, "tolerableRate", p.Tolerable, between)
	expected, okE := checkRate(&l, "expectedRate", p.Expected, inclusive)
	checkRate(&l, "riskOfOverreliance", p.Risk, between)
	if okT && okE && expected.compare(tolerable) >= 0 {
		l.Errorf("/expectedRate", CodeExpectedRate, "%s is not below the tolerable rate %s", p.Expected, p.Tolerable)
	}
	checkConvention(&l, p.Convention)
	return l
}

// model returns the model that p is computed with.
func (p Plan) model() Model { return p.Model.or(p.Population) }

func checkModel(m Model, population int64) problem.List {
	var l problem.List
	if m != "" && !m.IsValid() {
		l.Errorf("/model", CodeModelUnknown, "%.40q; one of binomial, poisson, hypergeometric expected", string(m))
	}
	switch {
	case population < 0 || population > MaxPopulation:
		l.Errorf("/population", CodePopulationRange, "%d; 1 to %d items expected", population, int64(MaxPopulation))
	case population == 0 && m == Hypergeometric:
		l.Errorf("/population", CodePopulationRange, "the hypergeometric model needs the number of items in the population")
	}
	return l
}

// The two ranges that a rate may have to lie in.
const (
	inclusive = false // 0 and 1 allowed
	between   = true  // above 0 and below 1
)

func checkRate(l *problem.List, member string, r Rate, strictly bool) (fraction, bool) {
	f, err := r.fraction()
	switch {
	case r == "":
		l.Errorf("/"+member, CodeRateInvalid, "missing; a decimal from 0 to 1 expected")
	case err != nil:
		l.Errorf("/"+member, CodeRateInvalid, "%.40q; a decimal from 0 to 1, such as 0.05, expected", string(r))
	case strictly && (f.isZero() || f.compare(one) == 0):
		l.Errorf("/"+member, CodeRateRange, "%s; a rate above 0 and below 1 expected", r)
		return f, false
	}
	return f, err == nil
}

// refused turns the problems of an argument into an error.
func refused(what string, l problem.List) error {
	if err := l.Err(); err != nil {
		return fmt.Errorf("sampling: %s: %w", what, err)
	}
	return nil
}
