package bayes

import (
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Question is what a plan and an evaluation are to answer: is the rate of deviation tolerable, and with what
// probability?
type Question struct {
	// Tolerable is the tolerable rate of deviation, above 0 and below 1.
	Tolerable sampling.Rate `json:"tolerableRate"`
	// Confidence is the posterior probability that a limit keeps to: of the rate not being above the upper limit. Above 0
	// and below 1.
	Confidence sampling.Rate `json:"confidence"`
	// Convention says which count of deviations in a finite population is the first that is intolerable. Absent means
	// ceil: from Population x Tolerable up. With floor+1 a rate equal to Tolerable is tolerable, as in sampling.Exceeds.
	Convention sampling.Convention `json:"convention,omitzero"`
}

// Validate lists what keeps q from being answered.
func (q Question) Validate() problem.List {
	var l problem.List
	needRate(&l, "tolerableRate", q.Tolerable, between)
	needRate(&l, "confidence", q.Confidence, between)
	checkConvention(&l, q.Convention)
	return l
}

// A Plan states what a sample must be able to conclude after a prior, as data that can be filed with the workpapers and
// reperformed.
type Plan struct {
	// Prior is what is held before the sample. Its model and population are those of the plan.
	Prior Prior `json:"prior"`
	// Question is what the sample is to answer.
	Question
	// Expected is the rate of deviation expected in the sample; "0" where none is expected. Below Tolerable. The sample
	// may hold n x Expected deviations, rounded up.
	Expected sampling.Rate `json:"expectedRate"`
	// Fractional reports that n x Expected is not rounded, as jfa does for binomial and Poisson. The sample is then
	// smaller, and one more deviation than expected may refute it. Not for a finite population.
	Fractional bool `json:"fractional,omitzero"`
}

// CodeFractional: fractional deviations in a finite population: {"fractional":true} with the hypergeometric model.
const CodeFractional problem.Code = "fractional-in-finite-population"

// Validate lists what keeps p from having a size.
func (p Plan) Validate() problem.List {
	var l problem.List
	l.Append(p.Prior.Validate().Under("prior"))
	l.Append(p.Question.Validate())
	expected := needRate(&l, "expectedRate", p.Expected, inclusive)
	if tolerable, err := p.Tolerable.Rat(); expected != nil && err == nil && expected.Cmp(tolerable) >= 0 {
		l.Errorf("/expectedRate", sampling.CodeExpectedRate, "%s is not below the tolerable rate %s", p.Expected, p.Tolerable)
	}
	if p.Fractional && p.Prior.model() == sampling.Hypergeometric {
		l.Errorf("/fractional", CodeFractional, "a finite population holds whole deviations")
	}
	return l
}
