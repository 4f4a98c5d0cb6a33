package sampling

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

// An Expansion advises how far to extend a sample that did not meet its plan. The items examined first stay in the
// sample, with their deviations; items are added to them by a further draw, never exchanged.
//
// To look twice is to have two chances. Total is the size that one sample with so many deviations would have needed;
// taken after a look at the first items it bears more risk than was planned, and OverallRisk says how much. Strict is the
// size that keeps the risk of both looks together within the plan. A plan that foresees the second look, see [StagedPlan],
// needs fewer items than either.
type Expansion struct {
	// First is the number of items examined already.
	First int64 `json:"first"`
	// Acceptance is the number of deviations that the extended sample may hold: those found, and Further.
	Acceptance int64 `json:"acceptance"`
	// Total is the smallest size at which so many deviations meet the plan, the first items included; 0 where no sample
	// does, and Reason says why.
	Total int64 `json:"total"`
	// More is the number of items to add for Total.
	More int64 `json:"more"`
	// Risk is the probability of at most Acceptance deviations among Total items at the tolerable rate.
	Risk float64 `json:"risk"`
	// OverallRisk is the probability, at the tolerable rate, of meeting the plan with the first items or else with Total:
	// the risk that is really borne.
	OverallRisk float64 `json:"overallRisk"`
	// Strict is the smallest size whose overall risk is within the plan's; 0 where the first look has used up the risk, or no
	// sample of the population does.
	Strict int64 `json:"strict"`
	// StrictRisk is the overall risk with Strict.
	StrictRisk float64 `json:"strictRisk"`
	// Reason says in words what is advised.
	Reason string `json:"reason"`
}

// CodeFurtherRange: a negative number of further deviations, or more than the bounds of a staged plan allow.
const CodeFurtherRange problem.Code = "further-deviations-out-of-range"

// Expand advises how far to extend the sample of found, which was drawn for p, so that the plan is met if no more than
// further deviations are found among the items added; 0 is usual. The population is that of p. It fails where p or found is not
// valid, or found is about another population.
func (p Plan) Expand(found Result, further int64) (Expansion, error) {
	l := p.Validate()
	if found.Population != 0 && found.Population != p.Population {
		l.Errorf("/found/population", CodePopulationRange, "%d items; the plan has a population of %d", found.Population, p.Population)
	}
	if found.Model != "" && found.Model != p.model() {
		l.Errorf("/found/model", CodeModelUnknown, "%.40q; the plan is computed under the model %s", string(found.Model), p.model())
	}
	found.Model, found.Population = "", p.Population
	l.Append(found.Validate().Under("found"))
	if further < 0 || further > MaxStageWidth || found.Deviations > MaxPopulation-MaxStageWidth {
		l.Errorf("/further", CodeFurtherRange, "%d; 0 to %d expected", further, MaxStageWidth)
	}
	if err := refused("expansion", l); err != nil {
		return Expansion{}, err
	}
	s := newSearch(p)
	return s.expand(p, found, found.Deviations+further), nil
}

func (s *search) expand(p Plan, found Result, most int64) Expansion {
	e := Expansion{First: found.N, Acceptance: most}
	switch {
	case s.law.model == Hypergeometric && s.law.deviations == 0:
		e.Reason = fmt.Sprintf("No deviation is tolerable among %d items at a rate of %s: test every item.", p.Population, percentOf(p.Tolerable))
		return e
	case s.meets(found.N, found.Deviations):
		e.Total, e.Acceptance = found.N, found.Deviations
		e.Risk, _ = s.at(e.Total).tails(e.Acceptance)
		e.OverallRisk, e.Strict, e.StrictRisk = e.Risk, e.Total, e.Risk
		e.Reason = fmt.Sprintf("%s among %s meet the plan: there is nothing to extend.", deviations(found.Deviations), count(found.N, "item"))
		return e
	case s.limit <= found.N || !s.meets(s.limit, most):
		e.Reason = fmt.Sprintf("%s are not within the plan in any sample.", count(most, "deviation"))
		if p.Population > 0 {
			e.Reason = fmt.Sprintf("With %s no sample of the %d items meets the plan: test every item, or take the control as deviating.", count(most, "deviation"), p.Population)
		}
		return e
	}
	e.Total = s.first(found.N, s.limit, most)
	e.More = e.Total - found.N
	e.Risk, _ = s.at(e.Total).tails(most)
	e.OverallRisk = s.overall(found.N, e.Total, most)
	e.Strict, e.StrictRisk = s.strict(found.N, e.Total, most)
	e.Reason = e.advice(p, found)
	return e
}

// accepted returns the largest number of deviations with which a sample of n items meets the plan, -1 if none does.
func (s *search) accepted(n, below int64) int64 {
	low, high := int64(-1), below
	for low+1 < high {
		if middle := low + (high-low)/2; s.meets(n, middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// overall returns the probability of meeting the plan with the first items, or else with total. Whatever was found
// first, the advice to extend is taken to end at most deviations: with more, the sample is given up.
func (s *search) overall(first, total, most int64) float64 {
	at := s.accepted(first, most+1)
	accepted, _ := s.at(first).tails(at)
	return min(1, accepted+s.second(first, total, at+1, most))
}

// second returns the probability of finding from from to most deviations among the first items, and no more than most
// among total.
func (s *search) second(first, total, from, most int64) float64 {
	l := s.at(first)
	least, highest := l.support()
	sum := 0.0
	for k := max(from, least, most-MaxStageWidth); k <= min(most, highest); k++ {
		rest := s.at(total - first)
		if rest.model == Hypergeometric {
			rest = lawOf(total-first, l.population-first, l.deviations-k)
		}
		clean, _ := rest.tails(most - k)
		sum += l.pmf(k) * clean
	}
	if from < most-MaxStageWidth { // so many terms are not summed: what is left out is at most this
		rest, _ := l.tails(most - MaxStageWidth - 1)
		sum += rest
	}
	return sum
}

// strict returns the smallest total whose overall risk is within the plan's, and that risk; zeros if there is none.
func (s *search) strict(first, total, most int64) (int64, float64) {
	limit := s.risk.approx * (1 - slack) // in a near tie one item more
	within := func(n int64) bool { return s.overall(first, n, most) <= limit }
	below, last := total-1, s.limit
	if !within(last) {
		return 0, 0
	}
	for below+1 < last {
		if middle := below + (last-below)/2; within(middle) {
			last = middle
		} else {
			below = middle
		}
	}
	return last, s.overall(first, last, most)
}

func (e Expansion) advice(p Plan, found Result) string {
	reason := fmt.Sprintf("Keep the %s and add %d, drawn at random from the rest: with no more than %s in all %d the plan is met.",
		count(e.First, "item"), e.More, count(e.Acceptance, "deviation"), e.Total)
	reason += fmt.Sprintf(" Having looked twice, the risk is %s, not %s.", percentOf(RoundUp(e.OverallRisk, 4)), percentOf(RoundUp(e.Risk, 4)))
	if e.Strict > 0 {
		reason += fmt.Sprintf(" With %d items in all it stays within %s.", e.Strict, percentOf(p.Risk))
	} else {
		reason += fmt.Sprintf(" No extension keeps it within %s.", percentOf(p.Risk))
	}
	tolerable, _ := p.Tolerable.fraction()
	if found.Deviations > tolerable.floorOf(found.N) {
		reason += " The rate found so far is above the tolerable one: a larger sample is unlikely to meet the plan."
	}
	return reason
}
