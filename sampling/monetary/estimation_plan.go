package monetary

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// An EstimationPlan states how near an [Estimation] has to come to the audited value, and what a pilot sample showed of how much
// items vary. It is data that can be filed with the workpapers.
type EstimationPlan struct {
	// Pilot is a small sample that was examined, with the estimator and the confidence that the sample to come will be estimated
	// by, and the strata that it will be drawn from. The combined estimators have no size here: plan by ratio or regression.
	Pilot Estimation `json:"pilot"`
	// Precision is the desired half-width of the two-sided limits of the audited value, as an amount above 0. It is rounded down
	// to the smallest unit of the pilot.
	Precision Amount `json:"precision,omitzero"`
	// PrecisionRate is the same as a share of the pilot's point estimate of the audited value, above 0 and below 1. One of the two
	// is required.
	PrecisionRate sampling.Rate `json:"precisionRate,omitzero"`
}

// Validate lists what keeps p from having a size.
func (p EstimationPlan) Validate() problem.List {
	_, l := p.terms()
	return l
}

// estimationTerms are the values of a valid EstimationPlan.
type estimationTerms struct {
	measured
	pilot     appraisal
	precision int64
}

func (p EstimationPlan) terms() (estimationTerms, problem.List) {
	m, problems := p.Pilot.strata()
	l := problems.Under("pilot")
	if p.Pilot.Estimator.isCombined() {
		l.Errorf("/pilot/estimator", CodeNotEstimable, "%s has no size; plan by the estimator of each stratum by itself", string(p.Pilot.Estimator))
	}
	var precision *big.Rat
	switch {
	case (p.Precision == "") == (p.PrecisionRate == ""):
		l.Errorf("", CodeOneOf, "one of precision and precisionRate expected")
	case p.PrecisionRate != "":
		precision = checkRate(&l, "/precisionRate", p.PrecisionRate, true)
	default:
		if minor, _, ok := checkAmount(&l, "/precision", p.Precision); ok && minor <= 0 {
			l.Errorf("/precision", CodeAmountRange, "%s; an amount above 0 expected", p.Precision)
		}
		precision, _ = p.Precision.Rat()
	}
	if l.HasErrors() {
		return estimationTerms{}, l
	}
	t := estimationTerms{measured: m, pilot: p.Pilot.combine(m)}
	path, wanted := "/precision", exact().SetRat(precision)
	if p.PrecisionRate != "" {
		path = "/precisionRate"
		wanted.Mul(wanted, exact().Abs(t.pilot.point))
	} else {
		wanted.Mul(wanted, exact().SetInt64(int64(powerOf10(m.decimals))))
	}
	var err error
	if t.precision, err = whole(wanted.Add(wanted, noise()), -1); err != nil {
		l.Errorf(path, CodeTotalRange, "the precision has %v, of %d decimals", err, m.decimals)
	} else if t.precision == 0 {
		l.Errorf(path, CodeAmountRange, "the precision is less than the smallest unit of the pilot, which has %d decimals", m.decimals)
	}
	return t, l
}
