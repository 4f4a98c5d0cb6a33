package sampling

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// A StagedDesign is a stop-or-go plan of equal groups, with what certifies that the groups are the smallest.
type StagedDesign struct {
	// Plan is the staged plan; it has no stages where none keeps the risk, and Reason says why.
	Plan StagedPlan `json:"plan"`
	// AtTolerable is how the plan fares at the tolerable rate. Its Acceptance is the risk of overreliance of all looks
	// together, at most the risk that was planned.
	AtTolerable CurvePoint `json:"atTolerable"`
	// AtExpected is how the plan fares at the expected rate: its AverageSampleNumber is what the plan costs where the
	// control operates as expected.
	AtExpected CurvePoint `json:"atExpected"`
	// RiskOneLess is the risk of overreliance with one item less in every group. It is above the risk that was planned.
	RiskOneLess float64 `json:"riskOneLess"`
	// Reason says in words why no plan keeps the risk; empty where one does.
	Reason string `json:"reason,omitzero"`
}

// MaxDesignAcceptance bounds the acceptance numbers of a design, which keeps the work for it far below a second.
const MaxDesignAcceptance = 100

// DesignStages returns the staged plan with the smallest equal groups that keeps the risk of p, given the acceptance
// number of each stage, as many as there are stages, 1 to [MaxStages]. They do not fall, lie between -1, which accepts nothing
// yet, and [MaxDesignAcceptance], and the last is at least 0. Every stage rejects with more deviations than the last
// accepts: until then the next group is examined.
//
// The sample is accepted if at one of the looks as few deviations are among the items so far as are accepted there. With larger
// groups every look sees more items, so that the probability of that falls as the groups grow, and the smallest group is
// certain. The risk is exact but for near ties: closer to the risk than 1e-10 of it, a group is one item larger.
//
// The expected rate of p sizes nothing. It is an error if p is not valid or the numbers are not as above; a population too
// small for any such plan is answered by a Reason.
func (p Plan) DesignStages(accept []int64) (StagedDesign, error) {
	l := p.Validate()
	checkAcceptance(&l, accept)
	if err := refused("staged design", l); err != nil {
		return StagedDesign{}, err
	}
	tolerable, _ := p.Tolerable.fraction()
	s := newSearch(p)
	at := lawUnder(p.model(), 0, p.Population, p.Convention, tolerable)
	if at.model == Hypergeometric && at.deviations == 0 {
		return StagedDesign{Reason: noneTolerable(p)}, nil
	}
	most := s.limit / int64(len(accept))
	if most < 1 {
		return StagedDesign{Reason: fmt.Sprintf("A population of %s has no items for %d groups.", count(p.Population, "item"), len(accept))}, nil
	}
	above := func(items int64) bool { // whether groups of so many items exceed the risk
		return !s.withinRisk(newCourse(p.stagesOf(items, accept)).point(at).Acceptance)
	}
	if above(most) {
		return StagedDesign{Reason: fmt.Sprintf("With %s accepted in the end, no %d equal groups of at most %s keep the risk of %s.",
			count(accept[len(accept)-1], "deviation"), len(accept), count(s.limit, "item"), percentOf(p.Risk))}, nil
	}
	items := counts{0, most}.halve(func(items int64) bool { return !above(items) }).from
	d := StagedDesign{Plan: p.stagesOf(items, accept), RiskOneLess: 1}
	c := newCourse(d.Plan)
	d.AtTolerable = c.point(at)
	expected, _ := p.Expected.fraction()
	d.AtExpected = c.point(lawUnder(p.model(), 0, p.Population, Ceil, expected))
	if items > 1 {
		d.RiskOneLess = newCourse(p.stagesOf(items-1, accept)).point(at).Acceptance
	}
	return d, nil
}

// stagesOf returns the staged plan of equal groups with the given acceptance numbers.
func (p Plan) stagesOf(items int64, accept []int64) StagedPlan {
	stages := make([]Stage, len(accept))
	for i, a := range accept {
		stages[i] = Stage{Items: items, Accept: a, Reject: accept[len(accept)-1] + 1}
	}
	return StagedPlan{Model: p.Model, Population: p.Population, Convention: p.Convention, Stages: stages}
}

func checkAcceptance(l *problem.List, accept []int64) {
	n := len(accept)
	if n < 1 || n > MaxStages {
		l.Errorf("/accept", CodeStageCount, "%d acceptance numbers; 1 to %d expected", n, MaxStages)
		return
	}
	for i, a := range accept {
		if a < -1 || a > MaxDesignAcceptance {
			l.Errorf(problem.Pointer("accept", i), CodeStageNumbers, "%d; -1 to %d expected", a, MaxDesignAcceptance)
		}
	}
	switch {
	case !slices.IsSorted(accept):
		l.Errorf("/accept", CodeStageNumbers, "the acceptance numbers fall; none below the one before it expected")
	case accept[n-1] < 0:
		l.Errorf("/accept", CodeStageNumbers, "the last stage accepts nothing; at least 0 expected")
	}
}
