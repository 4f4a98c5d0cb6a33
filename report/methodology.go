package report

import (
	"slices"

	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// SmallPopulation is the size up to which a deviation is never judged by a rate: each needs a recorded decision.
const SmallPopulation = 12

// Cascade says whether a control whose design is not suitable can operate effectively for a criterion.
type Cascade string

const (
	// Cascading means that an unmet design makes operation unmet too. It is what an absent value means.
	Cascading Cascade = "cascading"
	// Separate means that operation is judged by itself, as some illustrative reports do.
	Separate Cascade = "separate"
)

// Cascades lists the two values.
func Cascades() []Cascade { return []Cascade{Cascading, Separate} }

// IsValid reports whether c is one of the two values.
func (c Cascade) IsValid() bool { return slices.Contains(Cascades(), c) }

// EnumValues lists the spellings, for JSON Schema.
func (Cascade) EnumValues() []string { return []string{"cascading", "separate"} }

// Methodology holds the firm's choices for the whole engagement. No standard fixes them; the firm owns them.
type Methodology struct {
	// TolerableRate is the rate of deviation up to which a control is still effective, for plans that state none.
	TolerableRate sampling.Rate `json:"tolerableRate,omitzero"`
	// Risk is the risk of overreliance, 1 minus confidence, for plans that state none. Like TolerableRate it is needed for a
	// type 2, and means nothing in a type 1, where no operation is tested.
	Risk sampling.Rate `json:"riskOfOverreliance,omitzero"`
	// DesignToOperating says whether unsuitable design makes operation unmet; absent means cascading.
	DesignToOperating Cascade `json:"designToOperating,omitzero"`
	// Note tells where the choices come from.
	Note string `json:"note,omitzero"`
}

// Validate reports what is wrong with m by itself. That a type 2 needs its rates, [Engagement.Validate] reports.
func (m Methodology) Validate() problem.List {
	return m.validate(false)
}

// validate is Validate, and reports rates that are not said where operation is tested.
func (m Methodology) validate(tested bool) problem.List {
	var l problem.List
	rate(&l, "/tolerableRate", m.TolerableRate, tested)
	rate(&l, "/riskOfOverreliance", m.Risk, tested)
	record.Value(&l, "/designToOperating", m.DesignToOperating, false)
	return l
}

func rate(l *problem.List, path string, r sampling.Rate, required bool) {
	if r == "" && !required {
		return
	}
	if !r.IsValid() {
		l.Errorf(path, sampling.CodeRateInvalid, "an exact decimal between 0 and 1 is required, such as 0.1")
	}
}

// Independence records whether the firm is independent of the client. Where it is impaired, no report can be given.
type Independence struct {
	// Confirmed says whether the firm confirmed its independence.
	Confirmed scope.Answer `json:"confirmed,omitzero"`
	// Impairments are what impairs it.
	Impairments []string `json:"impairments,omitempty"`
	// Decision says who confirmed it, when and on what ground.
	Decision scope.Decision `json:"decision,omitzero"`
}

// Validate reports what is wrong with i.
func (i Independence) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/confirmed", i.Confirmed, false)
	record.Join(&l, "/decision", i.Decision.Validate())
	return l
}
