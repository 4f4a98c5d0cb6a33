package sampling

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/problem"
)

// A CurvePoint is one point of the operating characteristic of a plan: how it fares where the population deviates at
// Rate. At the tolerable rate Acceptance is the risk of overreliance; at a rate that is to be accepted Rejection is the risk
// of underreliance, and at one that is to be noticed it is the power of the plan.
type CurvePoint struct {
	// Rate is the rate of deviation in the population, 0 to 1. In a finite population it is Deviations among all items.
	Rate float64 `json:"rate"`
	// Deviations is the number of deviations in a finite population; absent where the population has no limit.
	Deviations int64 `json:"deviations,omitzero"`
	// Acceptance is the probability that the sample is accepted.
	Acceptance float64 `json:"acceptance"`
	// Rejection is the probability that it is not, 1 - Acceptance. It keeps its digits where it is small.
	Rejection float64 `json:"rejection"`
	// AverageSampleNumber is the number of items that are examined on average. Every group that is begun is finished.
	AverageSampleNumber float64 `json:"averageSampleNumber"`
}

// Bounds of a curve, which keep the work for it to about a second.
const (
	MaxCurvePoints = 10_000    // points of a curve
	MaxCurveWork   = 5_000_000 // points, times the numbers of deviations that all stages of the plan leave open
)

// CodeCurvePoints: more rates than [MaxCurvePoints] for one curve, or than [MaxCurveWork] allows for its plan, or a number
// of steps that is not between 1 and MaxCurvePoints - 1.
const CodeCurvePoints problem.Code = "curve-points-out-of-range"

// Curve returns the operating characteristic of p at the given rates, each 0 to 1, in their order. [CurveRates] makes
// evenly spaced ones. It fails if p or a rate is not valid, or the curve beyond its bounds: a plan of one stage may have
// [MaxCurvePoints] points, one that leaves more than 500 numbers of deviations open fewer, see [MaxCurveWork].
func (p StagedPlan) Curve(rates []Rate) ([]CurvePoint, error) {
	l := p.Validate()
	fractions := checkCurve(&l, rates)
	if open := p.open(); int64(len(rates))*open > MaxCurveWork {
		l.Errorf("/rates", CodeCurvePoints, "%d rates; the stages leave %d numbers of deviations open, so that at most %d are expected", len(rates), open, MaxCurveWork/open)
	}
	if err := refused("staged plan", l); err != nil {
		return nil, err
	}
	c := newCourse(p)
	points := make([]CurvePoint, len(rates))
	for i, rate := range fractions {
		points[i] = c.point(lawUnder(p.Model.or(p.Population), 0, p.Population, p.Convention, rate))
	}
	return points, nil
}

// open returns how many numbers of deviations the stages leave open, which is what a point costs. It is about a valid p.
func (p StagedPlan) open() int64 {
	open := int64(0)
	for i, s := range p.Stages {
		from := s.Accept
		if i > 0 {
			from = p.Stages[i-1].Accept
		}
		if width := s.Reject - 1 - from; width > 0 {
			open += min(width, MaxStageWidth)
		}
	}
	return open
}

// Staged returns the size of p as a plan of one stage. It fails if p is not valid or no sample meets it.
func (p Plan) Staged() (StagedPlan, error) {
	s, err := p.Size()
	if err != nil {
		return StagedPlan{}, err
	}
	if s.N == 0 || s.EveryItem {
		return StagedPlan{}, fmt.Errorf("sampling: plan: no sample meets it: %s", s.Reason)
	}
	return StagedPlan{
		Model: p.Model, Population: p.Population, Convention: p.Convention,
		Stages: []Stage{{Items: s.N, Accept: s.Acceptance, Reject: s.Acceptance + 1}},
	}, nil
}

// Curve returns the operating characteristic of the size that p asks for. It fails where no sample meets p.
func (p Plan) Curve(rates []Rate) ([]CurvePoint, error) {
	staged, err := p.Staged()
	if err != nil {
		return nil, err
	}
	return staged.Curve(rates)
}

// CurveRates returns steps + 1 evenly spaced rates from 0 to highest, rounded to 9 decimals. It fails if highest is not
// a rate, or steps not 1 to [MaxCurvePoints] - 1.
func CurveRates(highest Rate, steps int64) ([]Rate, error) {
	var l problem.List
	top, _ := checkRate(&l, "highest", highest, inclusive)
	if steps < 1 || steps >= MaxCurvePoints {
		l.Errorf("/steps", CodeCurvePoints, "%d steps; 1 to %d expected", steps, MaxCurvePoints-1)
	}
	if err := refused("curve", l); err != nil {
		return nil, err
	}
	rates := make([]Rate, steps+1)
	for i := range rates {
		x := top.rat()
		rates[i] = Rate(x.Mul(x, big.NewRat(int64(i), steps)).FloatString(maxDigits))
	}
	return rates, nil
}

func checkCurve(l *problem.List, rates []Rate) []fraction {
	if len(rates) > MaxCurvePoints {
		l.Errorf("/rates", CodeCurvePoints, "%d rates; at most %d expected", len(rates), MaxCurvePoints)
		return nil
	}
	fractions := make([]fraction, len(rates))
	for i, r := range rates {
		f, err := r.fraction()
		if err != nil {
			l.Errorf(problem.Pointer("rates", i), CodeRateInvalid, "%.40q; a decimal from 0 to 1, such as 0.05, expected", string(r))
			continue
		}
		fractions[i] = f
	}
	return fractions
}
