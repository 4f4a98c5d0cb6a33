package sampling

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A StratumResult is what the examination of one stratum found: a part of the population that a random sample of its
// own was drawn from, without replacement. The strata are drawn independently of each other.
type StratumResult struct {
	// Stratum names the part, such as "production" or "2026-Q3". Required; unique.
	Stratum string `json:"stratum"`
	// Population is the number of items in the stratum, at least N.
	Population int64 `json:"population"`
	// N is the number of them examined, at least 1; Population if the whole stratum was.
	N int64 `json:"n"`
	// Deviations is the number of items examined that deviate, 0 to N.
	Deviations int64 `json:"deviations"`
}

// A StrataMethod says how the results of several strata become one limit for the whole population. It is chosen before
// the samples are drawn: to take the better of two afterwards has not the confidence of either.
//
// The zero StrataMethod means [PooledStrata].
type StrataMethod string

const (
	// PooledStrata adds up the deviations of all strata. Its limit is the largest number of deviations in the
	// population under which so few in all samples together could have been found with more than the risk, wherever
	// they lie; see [EvaluateStrata]. With equal sampling fractions both limits are nearly as sharp as those of one sample of the
	// whole. With unequal ones the upper limit supposes that what was not found lies where least was examined, and the
	// lower limit that it lies where most was.
	PooledStrata StrataMethod = "pooled"
	// SeparateStrata adds up the exact limits of the strata, each with the risk divided by their number (Bonferroni).
	// These hold for all strata at once. It is less sharp, but for strata whose sampling fractions differ widely and in
	// which deviations were found where much was examined.
	SeparateStrata StrataMethod = "separate"
)

var strataMethods = []StrataMethod{PooledStrata, SeparateStrata}

// StrataMethods lists the methods.
func StrataMethods() []StrataMethod { return slices.Clone(strataMethods) }

// IsValid reports whether m is one of the two methods.
func (m StrataMethod) IsValid() bool { return slices.Contains(strataMethods, m) }

// EnumValues lists the spellings of a method, for JSON Schema.
func (StrataMethod) EnumValues() []string { return []string{"pooled", "separate"} }

// StrataLimits bound the rate of deviation in a population that was sampled in strata.
type StrataLimits struct {
	// Method is the one that Total was computed with.
	Method StrataMethod `json:"method"`
	// Population is the number of items in all strata.
	Population int64 `json:"population"`
	// Estimate is the most likely rate of deviation, each stratum weighed by its population.
	Estimate float64 `json:"estimate"`
	// Total are the limits of the whole population, as counts and as rates.
	Total Limits `json:"total"`
	// Strata are the exact limits of each stratum, in the order given: under the separate method those that hold for all
	// at once, under the pooled method those of each stratum by itself.
	Strata []Limits `json:"strata"`
}

// Codes of the problems of strata.
const (
	// CodeStratumName: the name of a stratum is blank or that of another: {"stratum":" "}.
	CodeStratumName problem.Code = "stratum-name-invalid"
	// CodeStratumCount: no stratum, or more than [MaxAttributes]: [].
	CodeStratumCount problem.Code = "stratum-count-out-of-range"
	// CodeStrataMethodUnknown: not one of [StrataMethods].
	CodeStrataMethodUnknown problem.Code = "strata-method-unknown"
)

// EvaluateStrata returns limits for the whole population. Whatever the strata hold, the true number of deviations is
// above UpperCount, or below LowerCount, with a probability of at most 1 - confidence.
//
// For the pooled method that follows from three facts. The deviations found in a stratum are distributed as a sum of
// independent trials, at most as many as are examined and as many as deviate (Pitman 1997; Hui and Park 2014). Of all sums of m
// such trials with a given mean, at most k successes are most probable where the trials are alike, if k is at most the
// mean less 1, and at least k if it is at least the mean and 1 (Hoeffding, On the distribution of the number of successes
// in independent trials, 1956): the binomial probability bounds them all. And of all ways in which D deviations can lie in the
// strata, the mean is least where they fill up the strata of the smallest sampling fractions, and largest where they fill
// up those of the largest. A number D is excluded if that bound is at most the risk. For a lower limit the bound is taken of
// the deviations as well as of the items in order; both bound the same probability, so that either excludes. Strata that
// were examined whole add what was found in them, and a single one that was not has its exact limits.
//
// The strata share the work of deciding near ties, as in [EvaluateAttributes].
func EvaluateStrata(strata []StratumResult, method StrataMethod, confidence Rate) (StrataLimits, error) {
	var l problem.List
	c, _ := checkRate(&l, "confidence", confidence, between)
	switch method {
	case "":
		method = PooledStrata
	case PooledStrata, SeparateStrata:
	default:
		l.Errorf("/method", CodeStrataMethodUnknown, "%.40q; one of pooled, separate expected", string(method))
	}
	checkStrata(&l, strata)
	if err := refused("strata", l); err != nil {
		return StrataLimits{}, err
	}
	risk := c.complement()
	total := StrataLimits{Method: method, Strata: make([]Limits, len(strata))}
	sampled, known := make([]StratumResult, 0, len(strata)), int64(0)
	for _, s := range strata {
		total.Population += s.Population
		total.Estimate += float64(s.Deviations) / float64(s.N) * float64(s.Population)
		if s.N == s.Population {
			known += s.Deviations
		} else {
			sampled = append(sampled, s)
		}
	}
	total.Estimate /= float64(total.Population)
	each := risk
	if method == SeparateStrata {
		each = risk.over(max(1, int64(len(sampled))))
	}
	var counts Counts
	for i, s := range strata {
		limits := s.result().among(len(strata)).limits(each)
		total.Strata[i] = limits
		if s.N < s.Population {
			counts.UpperCount += limits.UpperCount
			counts.LowerCount += limits.LowerCount
			counts.UpperCountTwoSided += limits.UpperCountTwoSided
			counts.LowerCountTwoSided += limits.LowerCountTwoSided
		}
	}
	if method == PooledStrata && len(sampled) > 1 { // a single one keeps its own
		counts = pooledCounts(sampled, risk)
	}
	counts = Counts{counts.UpperCount + known, counts.LowerCount + known, counts.UpperCountTwoSided + known, counts.LowerCountTwoSided + known}
	rate := func(count int64) float64 { return float64(count) / float64(total.Population) }
	total.Total = Limits{rate(counts.UpperCount), rate(counts.LowerCount), rate(counts.UpperCountTwoSided), rate(counts.LowerCountTwoSided), counts, true}
	return total, nil
}

func checkStrata(l *problem.List, strata []StratumResult) {
	if n := len(strata); n < 1 || n > MaxAttributes {
		l.Errorf("/strata", CodeStratumCount, "%d strata; 1 to %d expected", n, MaxAttributes)
		return
	}
	seen, left := make(map[string]bool, len(strata)), int64(MaxPopulation)
	for i, s := range strata {
		switch {
		case strings.TrimSpace(s.Stratum) == "":
			l.Errorf(problem.Pointer("strata", i, "stratum"), CodeStratumName, "blank; the name of the stratum expected")
		case seen[s.Stratum]:
			l.Errorf(problem.Pointer("strata", i, "stratum"), CodeStratumName, "the same name as that of a stratum before")
		}
		seen[s.Stratum] = true
		if s.Population < 1 || s.Population > left {
			l.Errorf(problem.Pointer("strata", i, "population"), CodePopulationRange, "%d; 1 to %d items expected, %d in all strata", s.Population, left, int64(MaxPopulation))
			continue
		}
		left -= s.Population
		l.Append(s.result().Validate().Under("strata", i))
	}
}

func (s StratumResult) result() Result {
	return Result{Model: Hypergeometric, N: s.N, Deviations: s.Deviations, Population: s.Population}
}
