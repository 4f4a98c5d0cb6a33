package sampling

import (
	"encoding/json"

	"github.com/soc2kit/soc2/problem"
)

// A Result is what the examination of a random sample found. Of a sample that was not drawn at random (haphazard,
// judgmental, block) no rate may be inferred: it is not a Result.
type Result struct {
	// Model is the law that the limits are computed from. Zero means hypergeometric where Population is given, else binomial.
	Model Model `json:"model,omitzero"`
	// N is the number of items examined, 1 to [MaxPopulation].
	N int64 `json:"n"`
	// Deviations is the number of them that deviate, 0 to N.
	Deviations int64 `json:"deviations"`
	// Population is the number of items in the population, at least N; 0 means without limit.
	Population int64 `json:"population,omitzero"`
}

// Validate lists what keeps limits from being computed.
func (r Result) Validate() problem.List {
	l := checkModel(r.Model, r.Population)
	checkSample(&l, r.N, r.Population)
	if r.Deviations < 0 || r.Deviations > max(r.N, 0) {
		l.Errorf("/deviations", CodeDeviationsRange, "%d; 0 to n = %d expected", r.Deviations, r.N)
	}
	return l
}

// whole reports whether r is about every item of the population, so that there is no sampling risk.
func (r Result) whole() bool { return r.Population > 0 && r.N == r.Population }

// Limits bound the rate of deviation in the population, as far as a sample can tell. The sample itself shows
// Deviations / N; what a conclusion rests on is Upper.
type Limits struct {
	// Upper is the one-sided upper limit, the achieved upper deviation limit: with the confidence asked for, the rate
	// in the population is not above it. Under the Poisson model it may exceed 1.
	Upper float64
	// Lower is the one-sided lower limit.
	Lower float64
	// UpperTwoSided and LowerTwoSided enclose the rate with the same confidence, half of the risk on either side.
	UpperTwoSided, LowerTwoSided float64
	// Counts holds the same four as numbers of deviating items.
	Counts
	// Finite reports that the limits are about a population of known size, so that Counts holds them; it is false
	// under the binomial and Poisson models unless every item was examined.
	Finite bool
}

// Counts are limits as numbers of deviating items in a finite population.
type Counts struct {
	UpperCount         int64 `json:"upperCount"`         // one-sided: as many deviating items may be in the population
	LowerCount         int64 `json:"lowerCount"`         // one-sided: at least as many are
	UpperCountTwoSided int64 `json:"upperCountTwoSided"` // two-sided upper
	LowerCountTwoSided int64 `json:"lowerCountTwoSided"` // two-sided lower
}

// MarshalJSON writes {"upperLimit", "lowerLimit", "upperTwoSided", "lowerTwoSided"} and, of a finite population,
// "upperCount", "lowerCount", "upperCountTwoSided" and "lowerCountTwoSided".
func (l Limits) MarshalJSON() ([]byte, error) {
	var counts *Counts
	if l.Finite {
		counts = &l.Counts
	}
	return json.Marshal(struct {
		Upper         float64 `json:"upperLimit"`
		Lower         float64 `json:"lowerLimit"`
		UpperTwoSided float64 `json:"upperTwoSided"`
		LowerTwoSided float64 `json:"lowerTwoSided"`
		*Counts
	}{l.Upper, l.Lower, l.UpperTwoSided, l.LowerTwoSided, counts})
}

// Evaluate returns the exact limits of the rate of deviation: Clopper and Pearson's under the binomial model, their
// counterparts under the others. Where every item was examined all four are the rate itself. Confidence lies above 0
// and below 1. The cost does not grow with the population: microseconds for samples that people examine, some
// milliseconds for the largest that a Result may hold, and up to a second where a large sample of a very large population
// leaves near ties to be decided exactly.
func Evaluate(r Result, confidence Rate) (Limits, error) {
	risk, err := riskOf(r, confidence)
	if err != nil {
		return Limits{}, err
	}
	return r.limits(risk), nil
}

// limits returns the limits of a valid r at a risk above 0 and below 1.
func (r Result) limits(risk fraction) Limits {
	if r.whole() {
		k, rate := r.Deviations, float64(r.Deviations)/float64(r.N)
		return Limits{rate, rate, rate, rate, Counts{k, k, k, k}, true}
	}
	half := risk.half()
	switch r.Model.or(r.Population) {
	case Hypergeometric:
		oneSided, twoSided := levelOf(risk), levelOf(half)
		c := Counts{r.upperCount(oneSided), r.lowerCount(oneSided), r.upperCount(twoSided), r.lowerCount(twoSided)}
		rate := func(count int64) float64 { return float64(count) / float64(r.Population) }
		return Limits{rate(c.UpperCount), rate(c.LowerCount), rate(c.UpperCountTwoSided), rate(c.LowerCountTwoSided), c, true}
	case Poisson:
		return Limits{
			Upper: r.upperPoisson(risk), Lower: r.lowerPoisson(risk),
			UpperTwoSided: r.upperPoisson(half), LowerTwoSided: r.lowerPoisson(half),
		}
	}
	return Limits{
		Upper: r.upperBinomial(risk), Lower: r.lowerBinomial(risk),
		UpperTwoSided: r.upperBinomial(half), LowerTwoSided: r.lowerBinomial(half),
	}
}

// Exceeds reports whether the one-sided upper limit of r is above the tolerable rate: if it is, the sample does not
// support reliance on the control. The two are never compared as rounded numbers. The limit is above the rate exactly
// where r.Deviations or fewer are more probable than 1 - confidence at that rate; in a finite population, at the first
// count of deviations above it. A tie is not above. Where every item was examined the rate itself is compared.
func Exceeds(r Result, confidence, tolerable Rate) (bool, error) {
	risk, err := riskOf(r, confidence)
	if err != nil {
		return false, err
	}
	var l problem.List
	rate, _ := checkRate(&l, "tolerableRate", tolerable, inclusive)
	if err := refused("evaluation", l); err != nil {
		return false, err
	}
	return r.exceeds(risk, rate), nil
}

// exceeds is [Exceeds] for a valid r.
func (r Result) exceeds(risk, rate fraction) bool {
	k := r.Deviations
	if r.whole() {
		return k > rate.floorOf(r.Population)
	}
	m := r.Model.or(r.Population)
	if m == Binomial && rate.compare(one) == 0 { // the limit reaches 1 where every item deviates, and no more
		return false
	}
	if m != Hypergeometric {
		return !lawAt(m, r.N, rate).within(k, levelOf(risk))
	}
	above := rate.floorOf(r.Population) + 1
	if above > r.Population-(r.N-k) { // the items found in order leave room for fewer
		return false
	}
	return !lawOf(r.N, r.Population, above).within(k, levelOf(risk))
}

// riskOf returns 1 - confidence if r and confidence can be evaluated.
func riskOf(r Result, confidence Rate) (fraction, error) {
	l := r.Validate()
	c, _ := checkRate(&l, "confidence", confidence, between)
	if err := refused("evaluation", l); err != nil {
		return fraction{}, err
	}
	return c.complement(), nil
}
