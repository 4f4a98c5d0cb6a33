package monetary

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
)

// An EstimationSize is the sample that an [EstimationPlan] asks for, with the two half-widths that certify it.
type EstimationSize struct {
	// N is the number of items, or for [MeanPerUnit] of monetary units, in the whole sample. 0 where no sample of at most [MaxSize]
	// does; Reason then says so.
	N int64 `json:"n"`
	// Strata says how many of them are of each stratum, in the order of the pilot; empty where N is 0.
	Strata []StratumSize `json:"strata"`
	// Precision is the desired half-width in smallest units of the pilot.
	Precision Amount `json:"precision"`
	// HalfWidth is the half-width that N items have, rounded up; at most Precision. "" where N is 0.
	HalfWidth Amount `json:"halfWidth,omitzero"`
	// HalfWidthOneLess is that of N - 1 items, above Precision. "" where there is no smaller sample with a standard error, or where
	// the half-width of one does not fit an amount.
	HalfWidthOneLess Amount `json:"halfWidthOneLess,omitzero"`
	// DegreesOfFreedom are those of the half-width, as an estimate of N items has them; 0 where every item is to be examined.
	DegreesOfFreedom float64 `json:"degreesOfFreedom"`
	// Reason says in words why there is no size; empty where there is one.
	Reason string `json:"reason,omitzero"`
	// Warnings lists what the pilot does not license.
	Warnings problem.List `json:"warnings"`
}

// A StratumSize is the part of a sample that is of one stratum.
type StratumSize struct {
	// ID names the stratum.
	ID string `json:"id"`
	// N is the number of its items, or monetary units, to examine.
	N int64 `json:"n"`
}

// Size returns the smallest sample whose limits lie within the precision of the audited value, if the population varies as the
// pilot does: it is only as good as the pilot. A pilot with few differences, which most are, says little of how much they vary,
// and half of all samples of the size that a good pilot gives come out somewhat wider than planned.
//
// With v for the pilot's variance of a single item (see [Estimation.Estimate], whose s it is the square of), N items in a stratum
// and n of them in its sample, the half-width is
//
//	t x sqrt(sum of N (N - n) v / n)         for estimators of items, with the finite population correction
//	t x sqrt(sum of book value^2 v / n)      for the mean per unit of money
//
// where t is the quantile of Student's distribution at half the risk, with the degrees of freedom that the sample itself will have:
// n - 1, or n - 2 under regression, or Satterthwaite's of several strata. Programs that take the normal quantile, or the pilot's
// degrees of freedom, give other sizes. N is divided among strata as Neyman does, in the proportion of N x the standard deviation:
// here in whole items, such that no other division of as many, with at least those that a standard error needs in each stratum, has a
// smaller variance: each further item goes where it lowers the variance most. A stratum that the pilot examined as a whole counts
// with all its items. Of every smaller sample so divided the half-width is above the precision.
//
// The items of a pilot are part of the sample only if both together are one random sample, such as the first items of a draw and
// those that follow them. Otherwise the whole sample is drawn anew.
func (p EstimationPlan) Size() (EstimationSize, error) {
	t, l := p.terms()
	if err := refused("estimation plan", l); err != nil {
		return EstimationSize{}, err
	}
	size := EstimationSize{Strata: []StratumSize{}, Precision: AmountOf(t.precision, t.decimals), Warnings: problem.List{}}
	size.Warnings.Append(p.Pilot.warnings(t.measured, t.pilot).Under("pilot"))
	a := newApportionment(p.Pilot.Estimator, t.measured)
	for i, s := range a.strata {
		if t.pilot.variance.Sign() > 0 && s.spread.Sign() == 0 && !s.whole() {
			size.Warnings.Warnf(problem.Pointer("pilot", "strata", i, "sample"), CodeNoVariability, "the pilot of this stratum does not vary, so that the size has the fewest items of it")
		}
	}
	risk := new(big.Rat).Sub(big.NewRat(1, 1), t.level)
	tail := risk.Quo(risk, big.NewRat(2, 1))
	// What a sum of up to MaxSize terms may be off is less than 1e-12 of its largest value, the first.
	for most := mostVariance(t.precision, tail) + a.approximate*1e-12; ; a.grow() {
		if a.n > MaxSize {
			size.Reason = fmt.Sprintf("no sample: it would be larger than %d, the largest sample that is planned", int64(MaxSize))
			return size, nil
		}
		if a.approximate > most && a.grows() {
			continue
		}
		variance, freedom := a.variance()
		half, err := upwards(exact(), appraisal{exact(), variance, freedom}.margin(tail))
		if err == nil && half <= t.precision {
			size.N, size.HalfWidth, size.DegreesOfFreedom = a.n, AmountOf(half, t.decimals), freedom
			break
		}
	}
	for i, s := range a.strata {
		size.Strata = append(size.Strata, StratumSize{p.Pilot.Strata[i].ID, s.n})
	}
	if a.shrink() {
		variance, freedom := a.variance()
		if half, err := upwards(exact(), appraisal{exact(), variance, freedom}.margin(tail)); err == nil {
			size.HalfWidthOneLess = AmountOf(half, t.decimals)
		}
	}
	return size, nil
}

// mostVariance returns a variance beyond which no sample has a half-width within the precision: that of the smallest quantile,
// which is that of the largest sample, and a millionth more.
func mostVariance(precision int64, tail *big.Rat) float64 {
	quantile := distribution.StudentUpperQuantile(probability(tail), MaxSize)
	ratio := (float64(precision) + 1) / quantile
	return ratio * ratio * (1 + 1e-6)
}
