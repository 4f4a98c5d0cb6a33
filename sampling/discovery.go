package sampling

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

// A Discovery is the plan of a discovery sample: one large enough to hold at least one deviation, with the confidence
// asked for, if the population deviates at Rate or more. It is for deviations of which a single one matters, such as
// access that was never approved; a sample that holds one has found what it was for and says little about the rate.
type Discovery struct {
	// Model is the law that the size is computed from. Absent means hypergeometric where Population is given, else binomial.
	Model Model `json:"model,omitzero"`
	// Rate is the rate of deviation that is to be discovered. Above 0 and below 1.
	Rate Rate `json:"rate"`
	// Confidence is the probability of at least one deviation in the sample, at that rate. Above 0 and below 1.
	Confidence Rate `json:"confidence"`
	// Population is the number of items in the population, at most 1,000,000,000,000; 0 means without limit.
	Population int64 `json:"population,omitzero"`
	// Convention says how many deviations in the population stand for Rate, under the hypergeometric model. Absent means
	// ceil.
	Convention Convention `json:"convention,omitzero"`
}

// Validate lists what keeps d from having a size.
func (d Discovery) Validate() problem.List {
	l := checkModel(d.Model, d.Population)
	checkRate(&l, "rate", d.Rate, between)
	checkRate(&l, "confidence", d.Confidence, between)
	checkConvention(&l, d.Convention)
	return l
}

// Size returns the smallest sample that holds at least one deviation with the confidence asked for, equality accepted.
// Its acceptance number is 0 and its Risk the probability of holding none. Where not even every item would do, because no
// deviation stands for so low a rate in so small a population, [Size.EveryItem] and [Size.Reason] say so.
func (d Discovery) Size() (Size, error) {
	if err := refused("discovery", d.Validate()); err != nil {
		return Size{}, err
	}
	rate, _ := d.Rate.fraction()
	confidence, _ := d.Confidence.fraction()
	s := searchFor(d.Model.or(d.Population), d.Population, d.Convention, rate, fraction{num: 0, den: 1}, confidence.complement())
	if s.law.model == Hypergeometric && s.law.deviations == 0 {
		return everyItem(d.Population, fmt.Sprintf("a rate of %s stands for no deviation among %d items: test every item", d.Rate, d.Population)), nil
	}
	return s.size(Plan{Tolerable: d.Rate, Expected: "0", Population: d.Population, Convention: d.Convention}), nil
}

// Probability returns the probability that a sample of n items holds at least one deviation at d.Rate, 0 to 1. It fails
// if n is below 1, or above the population or [MaxPopulation].
func (d Discovery) Probability(n int64) (float64, error) {
	l := d.Validate()
	checkSample(&l, n, d.Population)
	if err := refused("discovery", l); err != nil {
		return 0, err
	}
	rate, _ := d.Rate.fraction()
	return lawUnder(d.Model.or(d.Population), n, d.Population, d.Convention, rate).above(0), nil
}

// lawUnder returns the law of a sample of n items where the population deviates at rate, as the convention counts it.
func lawUnder(m Model, n, population int64, c Convention, rate fraction) law {
	if m == Hypergeometric {
		return lawOf(n, population, min(c.deviations(population, rate), population))
	}
	return lawAt(m, n, rate)
}

func checkConvention(l *problem.List, c Convention) {
	if c != "" && !c.IsValid() {
		l.Errorf("/convention", CodeConventionUnknown, "%.40q; one of ceil, floor, floor+1 expected", string(c))
	}
}

// checkSample reports a sample of n items that is empty, or larger than the population or [MaxPopulation].
func checkSample(l *problem.List, n, population int64) {
	switch {
	case n < 1 || n > MaxPopulation:
		l.Errorf("/n", CodeSampleRange, "%d; 1 to %d items expected", n, int64(MaxPopulation))
	case population > 0 && n > population:
		l.Errorf("/n", CodeSampleRange, "%d; the population holds %d items", n, population)
	}
}
