package sampling

import (
	"github.com/soc2kit/soc2/problem"
)

// A StagedPlan is a stop-or-go plan: a sample that is examined in groups, and after each of them accepted, rejected or
// continued. It is fixed before the first group is drawn; a plan that is made up on the way has other risks, see
// [Plan.Expand].
//
// A plan of one stage is the ordinary sample of a fixed size.
type StagedPlan struct {
	// Model is the law of the deviations found. Absent means hypergeometric where Population is given, else binomial.
	Model Model `json:"model,omitzero"`
	// Population is the number of items in the population, which the groups are drawn from without replacement, at most
	// 1,000,000,000,000; 0 means without limit.
	Population int64 `json:"population,omitzero"`
	// Convention says how many deviations in the population stand for a rate, under the hypergeometric model. Absent
	// means ceil.
	Convention Convention `json:"convention,omitzero"`
	// Stages are the groups in the order of their examination, 1 to 32.
	Stages []Stage `json:"stages"`
}

// A Stage is one group of a [StagedPlan], with what is decided after it. Its two numbers count the deviations of this
// group and of all before it.
type Stage struct {
	// Items is the number of items in the group, at least 1.
	Items int64 `json:"items"`
	// Accept is the largest number of deviations with which the sample is accepted, no smaller than in the stage before;
	// -1 where it cannot be accepted yet.
	Accept int64 `json:"accept"`
	// Reject is the smallest number of deviations with which the sample is rejected: above Accept, no smaller than in the
	// stage before, and Accept + 1 in the last stage. With a number between the two the next group is examined.
	Reject int64 `json:"reject"`
}

// Bounds of a staged plan, which keep the work for it below a hundred million steps.
const (
	MaxStages     = 32   // stages of a plan
	MaxStageWidth = 1000 // numbers of deviations that a stage after the first has to tell apart
)

// Codes of the problems of a [StagedPlan].
const (
	// CodeStageCount: no stage, or more than [MaxStages]: {"stages":[]}.
	CodeStageCount problem.Code = "stage-count-out-of-range"
	// CodeStageNumbers: acceptance and rejection numbers that contradict each other, that fall from a stage to the next, that
	// leave the last stage undecided, or that are further apart than [MaxStageWidth]:
	// {"stages":[{"items":50,"accept":1,"reject":1}]}.
	CodeStageNumbers problem.Code = "stage-numbers-inconsistent"
)

// Validate lists what keeps p from being computed with.
func (p StagedPlan) Validate() problem.List {
	l := checkModel(p.Model, p.Population)
	checkConvention(&l, p.Convention)
	if n := len(p.Stages); n < 1 || n > MaxStages {
		l.Errorf("/stages", CodeStageCount, "%d stages; 1 to %d expected", n, MaxStages)
		return l
	}
	limit := int64(MaxPopulation)
	if p.Population > 0 {
		limit = min(p.Population, MaxPopulation)
	}
	left := limit
	for i, s := range p.Stages {
		at := func(member string) string { return problem.Pointer("stages", i, member) }
		switch {
		case s.Items < 1 || s.Items > MaxPopulation:
			l.Errorf(at("items"), CodeSampleRange, "%d; 1 to %d items expected", s.Items, int64(MaxPopulation))
		case s.Items > left:
			l.Errorf(at("items"), CodeSampleRange, "%d; after the groups before it %d of %d items are left", s.Items, left, limit)
		default:
			left -= s.Items
		}
		before := Stage{Accept: -1}
		if i > 0 {
			before = p.Stages[i-1]
		}
		checkStageNumbers(&l, at, s, before, i == 0, i == len(p.Stages)-1)
	}
	return l
}

func checkStageNumbers(l *problem.List, at func(string) string, s, before Stage, first, last bool) {
	switch {
	case s.Accept < before.Accept:
		l.Errorf(at("accept"), CodeStageNumbers, "%d; at least %d expected, as in the stage before", s.Accept, before.Accept)
	case s.Accept > MaxPopulation:
		l.Errorf(at("accept"), CodeStageNumbers, "%d; at most %d expected", s.Accept, int64(MaxPopulation))
	case s.Reject <= s.Accept:
		l.Errorf(at("reject"), CodeStageNumbers, "%d; above the acceptance number %d expected", s.Reject, s.Accept)
	case s.Reject < before.Reject:
		l.Errorf(at("reject"), CodeStageNumbers, "%d; at least %d expected, as in the stage before", s.Reject, before.Reject)
	case last && s.Reject-1 != s.Accept:
		l.Errorf(at("reject"), CodeStageNumbers, "%d; the last stage decides: %d expected", s.Reject, s.Accept+1)
	case first && s.Reject-1-s.Accept > MaxStageWidth, !first && s.Reject-1-max(before.Accept, -1) > MaxStageWidth:
		l.Errorf(at("reject"), CodeStageNumbers, "%d; with the acceptance number before it %d numbers would be open, at most %d expected",
			s.Reject, s.Reject-1-before.Accept, MaxStageWidth)
	}
}

// At returns how p fares where the population deviates at rate, 0 to 1. In a finite population that is the number of
// deviations that the convention counts for it.
func (p StagedPlan) At(rate Rate) (CurvePoint, error) {
	points, err := p.Curve([]Rate{rate})
	if err != nil {
		return CurvePoint{}, err
	}
	return points[0], nil
}

// AtCount returns how p fares where the population holds the given number of deviations, 0 to Population. It is for a
// finite population; it fails under the binomial and Poisson models.
func (p StagedPlan) AtCount(deviations int64) (CurvePoint, error) {
	l := p.Validate()
	if p.Model.or(p.Population) != Hypergeometric {
		l.Errorf("/model", CodePopulationRange, "a count of deviations needs a population and the hypergeometric model")
	} else if deviations < 0 || deviations > p.Population {
		l.Errorf("/deviations", CodeDeviationsRange, "%d; 0 to %d expected", deviations, p.Population)
	}
	if err := refused("staged plan", l); err != nil {
		return CurvePoint{}, err
	}
	return newCourse(p).point(lawOf(0, p.Population, deviations)), nil
}
