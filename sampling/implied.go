package sampling

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

// An Implication is what a sample leaves possible, whatever it was planned for: the meaning of "25 without deviation".
type Implication struct {
	// Result is the sample.
	Result Result `json:"result"`
	// Risk is 1 - confidence.
	Risk Rate `json:"risk"`
	// Upper is the rate of deviation that may remain in the population: the one-sided upper limit. Under the Poisson
	// model it may exceed 1.
	Upper float64 `json:"upperLimit"`
	// UpperCount is the same as a number of deviating items, of a population of known size; those found among them.
	UpperCount int64 `json:"upperCount,omitzero"`
	// Finite reports that UpperCount is said.
	Finite bool `json:"finite,omitzero"`
}

// Implied returns what r leaves possible at the given risk, above 0 and below 1. It is [Evaluate] for the questions
// before a test: what would so many items show? The items have to be chosen at random.
func Implied(r Result, risk Rate) (Implication, error) {
	l := r.Validate()
	f, _ := checkRate(&l, "risk", risk, between)
	if err := refused("implied", l); err != nil {
		return Implication{}, err
	}
	return r.implied(risk, f), nil
}

func (r Result) implied(risk Rate, f fraction) Implication {
	limits := r.limits(f)
	return Implication{Result: r, Risk: risk, Upper: limits.Upper, UpperCount: limits.UpperCount, Finite: limits.Finite}
}

// String says in words what is left possible: "25 items without deviation: with 90 % confidence as many as 20 of 250
// items may deviate".
func (i Implication) String() string {
	if i.Result.N == 0 {
		return ""
	}
	found := fmt.Sprintf("%s with %s", count(i.Result.N, "item"), count(i.Result.Deviations, "deviation"))
	if i.Result.Deviations == 0 {
		found = count(i.Result.N, "item") + " without deviation"
	}
	if i.Result.whole() {
		return found + ", the whole population"
	}
	confidence := "the confidence asked for"
	if c, err := i.Risk.Complement(); err == nil {
		confidence = percentOf(c) + " confidence"
	}
	if i.Finite {
		return fmt.Sprintf("%s: with %s as many as %d of %d items may deviate", found, confidence, i.UpperCount, i.Result.Population)
	}
	return fmt.Sprintf("%s: with %s a rate of up to %s may remain", found, confidence, printableRate(i.Upper, true).alone())
}

// ImpliedBy returns what samples of the given sizes without deviation leave possible in a population, 0 for one without
// limit, in the order given: the points of a figure. At most [MaxCurvePoints] sizes are taken.
func ImpliedBy(population int64, sizes []int64, risk Rate) ([]Implication, error) {
	var l problem.List
	f, _ := checkRate(&l, "risk", risk, between)
	if len(sizes) > MaxCurvePoints {
		l.Errorf("/sizes", CodeCurvePoints, "%d sizes; at most %d expected", len(sizes), MaxCurvePoints)
		return nil, refused("implied", l)
	}
	for i, n := range sizes {
		l.Append(Result{N: n, Population: population}.Validate().Under("sizes", i))
	}
	if err := refused("implied", l); err != nil {
		return nil, err
	}
	each := make([]Implication, len(sizes))
	for i, n := range sizes {
		each[i] = Result{N: n, Population: population}.implied(risk, f)
	}
	return each, nil
}
