package bayes

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Basis is what a prior is made from. Which members a method takes is said with each; others must be absent.
//
// The definitions are those of jfa with these differences: a prior that is to give a probability gives it under its own
// law, to 12 digits, also for finite populations and for gamma, where jfa approximates; and its parameters are rounded
// such that it claims less, not more.
type Basis struct {
	// Method says how the parameters were found.
	Method Method `json:"method"`
	// Model is the law of the sample, which decides the law of the prior: binomial beta, Poisson gamma, hypergeometric
	// beta-binomial. Absent means hypergeometric where Population is given, else binomial.
	Model sampling.Model `json:"model,omitzero"`
	// Population is the number of items in the population; 0 means without limit. The hypergeometric model requires it.
	Population int64 `json:"population,omitzero"`
	// Items is the number of items that were examined in the earlier sample. For method sample.
	Items int64 `json:"items,omitzero"`
	// Deviations is how many of Items deviated.
	Deviations int64 `json:"deviations,omitzero"`
	// Weight is the part of the earlier sample that counts today, above 0 and at most 1; absent means 1. For method sample.
	Weight sampling.Rate `json:"weight,omitzero"`
	// Tolerable is the tolerable rate of deviation. For methods impartial, hypothesis and risk-model.
	Tolerable sampling.Rate `json:"tolerableRate,omitzero"`
	// Expected is the rate of deviation that the prior holds most probable, below Tolerable or Upper; absent means 0. For
	// methods impartial, hypothesis, risk-model and bounded.
	Expected sampling.Rate `json:"expectedRate,omitzero"`
	// Convention says which count of deviations in a finite population is the first that is intolerable. For methods with
	// a tolerable rate; absent means ceil.
	Convention sampling.Convention `json:"convention,omitzero"`
	// Probability is that of a tolerable rate. For method hypothesis.
	Probability sampling.Rate `json:"probabilityTolerable,omitzero"`
	// Confidence is that of the audit in method risk-model, and that of Upper in method bounded.
	Confidence sampling.Rate `json:"confidence,omitzero"`
	// InherentRisk is the assessed probability that the rate is intolerable but for controls, above 0 and at most 1. For
	// method risk-model.
	InherentRisk sampling.Rate `json:"inherentRisk,omitzero"`
	// ControlRisk is the assessed probability that controls do not prevent or detect it, above 0 and at most 1. For method
	// risk-model. The product of both risks is above 1 - Confidence: below, no sample is needed.
	ControlRisk sampling.Rate `json:"controlRisk,omitzero"`
	// Upper is the rate that the actual one is not above, with Confidence. For method bounded.
	Upper sampling.Rate `json:"upperLimit,omitzero"`
}

// Codes of the problems of priors, plans and questions.
const (
	// CodeMethodUnknown: not one of [Methods], or given where a basis is to make a prior: {"method":"guess"}.
	CodeMethodUnknown problem.Code = "prior-method-unknown"
	// CodeBasisMissing: a member that the method needs is absent: {"method":"impartial"}.
	CodeBasisMissing problem.Code = "prior-basis-missing"
	// CodeBasisUnused: a member that the method does not use: {"method":"uniform","items":30}.
	CodeBasisUnused problem.Code = "prior-basis-unused"
	// CodeBasisRange: a member is out of its range: {"method":"sample","items":30,"deviations":31}.
	CodeBasisRange problem.Code = "prior-basis-out-of-range"
	// CodeUnattainable: no prior of the family has what is asked of it:
	// {"method":"hypothesis","tolerableRate":0.5,"expectedRate":0.1,"probabilityTolerable":0.4}.
	CodeUnattainable problem.Code = "prior-unattainable"
	// CodeParameterRange: a parameter is negative or above 1e12, or both are 0: {"method":"given","alpha":-1,"beta":1}.
	CodeParameterRange problem.Code = "prior-parameter-out-of-range"
	// CodeParametersDiffer: the parameters are not those that the basis gives: {"method":"uniform","alpha":1,"beta":9}.
	CodeParametersDiffer problem.Code = "prior-parameters-differ"
)

// The members of a basis beside method, model and population.
const (
	needed = 1 + iota
	allowed
)

// members says which members a method takes.
var members = map[Method]map[string]int{
	Given:      {},
	Uniform:    {},
	Strict:     {},
	Sample:     {"items": needed, "deviations": allowed, "weight": allowed},
	Impartial:  {"tolerableRate": needed, "expectedRate": allowed, "convention": allowed},
	Hypothesis: {"tolerableRate": needed, "expectedRate": allowed, "convention": allowed, "probabilityTolerable": needed},
	RiskModel: {
		"tolerableRate": needed, "expectedRate": allowed, "convention": allowed, "confidence": needed,
		"inherentRisk": needed, "controlRisk": needed,
	},
	Bounded: {"expectedRate": allowed, "confidence": needed, "upperLimit": needed},
}

// Validate lists what keeps b from being the basis of a prior. That no prior has what b asks for is found by [Basis.Prior].
func (b Basis) Validate() problem.List {
	l := sampling.Result{Model: b.Model, Population: b.Population, N: 1}.Validate()
	takes, ok := members[b.Method]
	if !ok {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of %q expected", string(b.Method), methods)
		return l
	}
	for _, m := range []struct {
		name    string
		present bool
	}{
		{"items", b.Items != 0},
		{"deviations", b.Deviations != 0},
		{"weight", b.Weight != ""},
		{"tolerableRate", b.Tolerable != ""},
		{"expectedRate", b.Expected != ""},
		{"convention", b.Convention != ""},
		{"probabilityTolerable", b.Probability != ""},
		{"confidence", b.Confidence != ""},
		{"inherentRisk", b.InherentRisk != ""},
		{"controlRisk", b.ControlRisk != ""},
		{"upperLimit", b.Upper != ""},
	} {
		switch {
		case m.present && takes[m.name] == 0:
			l.Errorf("/"+m.name, CodeBasisUnused, "method %s does not use it", b.Method)
		case !m.present && takes[m.name] == needed:
			l.Errorf("/"+m.name, CodeBasisMissing, "method %s needs it", b.Method)
		}
	}
	if b.Items < 0 || b.Items > sampling.MaxPopulation {
		l.Errorf("/items", CodeBasisRange, "%d; 1 to %d items expected", b.Items, int64(sampling.MaxPopulation))
	}
	if b.Deviations < 0 || b.Deviations > max(b.Items, 0) {
		l.Errorf("/deviations", CodeBasisRange, "%d; 0 to items = %d expected", b.Deviations, b.Items)
	}
	checkConvention(&l, b.Convention)
	checkRate(&l, "weight", b.Weight, upToOne)
	checkRate(&l, "inherentRisk", b.InherentRisk, upToOne)
	checkRate(&l, "controlRisk", b.ControlRisk, upToOne)
	checkRate(&l, "probabilityTolerable", b.Probability, between)
	checkRate(&l, "confidence", b.Confidence, between)
	tolerable := checkRate(&l, "tolerableRate", b.Tolerable, between)
	upper := checkRate(&l, "upperLimit", b.Upper, between)
	if expected := checkRate(&l, "expectedRate", b.Expected, inclusive); expected != nil {
		switch {
		case tolerable != nil && expected.Cmp(tolerable) >= 0:
			l.Errorf("/expectedRate", sampling.CodeExpectedRate, "%s is not below the tolerable rate %s", b.Expected, b.Tolerable)
		case upper != nil && expected.Cmp(upper) >= 0:
			l.Errorf("/expectedRate", sampling.CodeExpectedRate, "%s is not below the upper limit %s", b.Expected, b.Upper)
		}
	}
	if b.Method == RiskModel && l.Err() == nil && b.detectionRisk().Cmp(big.NewRat(1, 1)) >= 0 {
		l.Errorf("/controlRisk", CodeBasisRange, "%s with the inherent risk %s is no more than the risk of the audit: no sample is needed", b.ControlRisk, b.InherentRisk)
	}
	return l
}

// model returns the model that b speaks of.
func (b Basis) model() sampling.Model {
	switch {
	case b.Model != "":
		return b.Model
	case b.Population > 0:
		return sampling.Hypergeometric
	}
	return sampling.Binomial
}

// detectionRisk returns (1 - confidence) / (inherent risk x control risk).
func (b Basis) detectionRisk() *big.Rat {
	risk := complement(exactRate(b.Confidence))
	risk.Quo(risk, exactRate(b.InherentRisk))
	return risk.Quo(risk, exactRate(b.ControlRisk))
}
