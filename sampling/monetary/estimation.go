package monetary

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// An Estimation is a sample of variables, from one stratum or several, and the estimator to use on it.
type Estimation struct {
	// Estimator says how the audited value is estimated: in each stratum separately, or with one ratio or slope for all of them.
	Estimator Estimator `json:"estimator"`
	// Confidence is the confidence of the limits, above 0 and below 1. Below one half the one-sided limits of the misstatement
	// have changed sides: the lower one lies above the upper one, of which there is a warning.
	Confidence sampling.Rate `json:"confidence"`
	// Strata holds at least one stratum.
	Strata []ItemStratum `json:"strata"`
}

// An ItemStratum is a part of the population with a simple random sample of its own: of its items, or for [MeanPerUnit] of its
// monetary units.
type ItemStratum struct {
	// ID names the stratum; unique in the estimation.
	ID string `json:"id"`
	// Items is the number of items in the stratum. Not said for [MeanPerUnit], which is per unit of money and does not count items.
	Items int64 `json:"items,omitzero"`
	// BookValue is the sum of the book values of all items in the stratum.
	BookValue Amount `json:"bookValue"`
	// Sample holds the items that were examined: all of them, correct or not.
	Sample []Examined `json:"sample"`
}

const (
	// FewDifferences is the number of items with a difference below which estimators that compare with book values are not
	// reliable. It is a convention: the few that were found may not show how large the others are.
	FewDifferences = 20
	// SmallSample is the number of items in a stratum, or for a combined estimator in all strata together, below which the
	// distribution of the mean may be far from normal, since amounts are skewed. It is a convention.
	SmallSample = 30
)

// Validate lists what keeps e from giving an estimate.
func (e Estimation) Validate() problem.List {
	_, l := e.strata()
	return l
}

// A stratum is a valid ItemStratum in smallest units.
type stratum struct {
	items, book int64
	size        int64 // items or hits that were examined
	sample      []pair
}

// census reports whether every item was examined.
func (s stratum) census() bool { return s.items > 0 && s.size == s.items }

// measured are the strata of a valid estimation in units of one number of decimals.
type measured struct {
	decimals int
	book     int64
	level    *big.Rat
	strata   []stratum
}

func (e Estimation) strata() (measured, problem.List) {
	var l problem.List
	if !e.Estimator.IsValid() {
		l.Errorf("/estimator", CodeEstimatorUnknown, "%.40q; one of mean-per-unit, direct, difference, ratio, regression, combined-ratio, combined-regression expected", string(e.Estimator))
	}
	m := measured{level: checkRate(&l, "/confidence", e.Confidence, true)}
	if len(e.Strata) == 0 {
		l.Errorf("/strata", CodeSizeRange, "none; at least one stratum expected")
	}
	names, ids := map[string]bool{}, map[string]bool{}
	for i, s := range e.Strata {
		var own problem.List
		if s.ID == "" || names[s.ID] {
			own.Errorf("/id", problem.CodeIDRepeated, "%.40q; a name that no other stratum has expected", s.ID)
		}
		names[s.ID] = true
		m.decimals = max(m.decimals, e.checkStratum(&own, s, ids))
		l.Append(own.Under("strata", i))
	}
	if l.HasErrors() {
		return m, l
	}
	for i, s := range e.Strata {
		book, err := s.BookValue.Minor(m.decimals)
		if err == nil {
			m.book, err = add(m.book, book)
		}
		sample, sampleErr := pairs(s.Sample, m.decimals)
		if err != nil || sampleErr != nil {
			l.Errorf(problem.Pointer("strata", i), CodeTotalRange, "the amounts do not fit, in %d decimals", m.decimals)
			continue
		}
		filled := stratum{items: s.Items, book: book, sample: sample.pairs}
		for _, p := range sample.pairs {
			filled.size += p.times
		}
		var own problem.List
		e.checkSample(&own, filled, sample.book)
		l.Append(own.Under("strata", i))
		m.strata = append(m.strata, filled)
	}
	if !l.HasErrors() {
		e.Estimator.checkCombined(&l, m.sampled())
	}
	return m, l
}

// sampled returns the strata of which not everything was examined.
func (m measured) sampled() []stratum {
	var all []stratum
	for _, s := range m.strata {
		if !s.census() {
			all = append(all, s)
		}
	}
	return all
}

// checkStratum lists what is wrong with the members of s, and returns the decimals that its amounts need.
func (e Estimation) checkStratum(l *problem.List, s ItemStratum, ids map[string]bool) int {
	units := e.Estimator == MeanPerUnit
	book, decimals, ok := checkAmount(l, "/bookValue", s.BookValue)
	if ok && units && book <= 0 {
		l.Errorf("/bookValue", CodeAmountRange, "%s; an amount above 0 expected", s.BookValue)
	}
	decimals = max(decimals, checkExamined(l, "sample", s.Sample, units, ids))
	switch {
	case units && s.Items != 0:
		l.Errorf("/items", CodeSizeRange, "%d; mean-per-unit is per unit of money and does not count items: the mean per item is the estimator direct", s.Items)
	case !units && (s.Items < 1 || s.Items > sampling.MaxPopulation):
		l.Errorf("/items", CodeSizeRange, "%d; 1 to %d items expected", s.Items, int64(sampling.MaxPopulation))
	}
	for i, x := range s.Sample {
		if !units && x.Times > 1 {
			l.Errorf(problem.Pointer("sample", i, "times"), CodeSizeRange, "%d; an item is drawn once", x.Times)
		}
	}
	return decimals
}

// checkSample lists what keeps the sample of a stratum from giving an estimate and its standard error.
func (e Estimation) checkSample(l *problem.List, s stratum, book int64) {
	if s.items > 0 && s.size > s.items {
		l.Errorf("/sample", CodeSizeRange, "%d items; the stratum holds %d", s.size, s.items)
	}
	if e.Estimator == MeanPerUnit && book > s.book { // no item is worth less than 0
		l.Errorf("/sample", CodeTotalRange, "the book values add up to more than that of the stratum")
	}
	if s.census() {
		if book != s.book {
			l.Errorf("/bookValue", CodeTotalRange, "every item was examined, and their book values have another sum")
		}
		return
	}
	if least := e.Estimator.fitted() + 1; s.size < least {
		l.Errorf("/sample", CodeNotEstimable, "%d items; at least %d are needed for a standard error", s.size, least)
		return
	}
	if e.Estimator == Ratio && book <= 0 {
		l.Errorf("/sample", CodeNotEstimable, "the book values of the sample add up to no positive amount, so that there is no ratio to them")
	}
	if e.Estimator == Regression && sameBook(s.sample) {
		l.Errorf("/sample", CodeNotEstimable, "the book values of the sample are all equal, so that there is no slope")
	}
}

func sameBook(sample []pair) bool {
	for _, p := range sample {
		if p.book != sample[0].book {
			return false
		}
	}
	return true
}
