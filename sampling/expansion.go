package sampling

import (
	"github.com/soc2kit/soc2/problem"
)

// An Expansion advises how far to extend a sample that did not meet its plan. The items examined first stay in the
// sample, with their deviations; items are added to them by a further draw, never exchanged.
//
// To look more than once is to have more than one chance. Total is the size that one sample with so many deviations
// would have needed; taken after a look at the first items it bears more risk than was planned, and OverallRisk says how
// much. Strict is the size that keeps the risk of all looks together within the plan.
//
// OverallRisk is that of a course fixed beforehand: at each look the plan is met with as many deviations as meet it in
// one sample of that size, and up to Acceptance deviations in all the sample is extended. Looks that were taken and are not
// given are not in it, and no figure can be had for a number of further deviations that is chosen by what was found.
//
// A [StagedPlan] that foresees the looks chooses the sizes of all its groups. With the same acceptance number it ends no
// earlier than Total, but can end before Strict, by beginning with a larger group.
type Expansion struct {
	// First is the number of items examined already, at all looks.
	First int64 `json:"first"`
	// Looks is the number of looks that OverallRisk counts: those given, that at the First items, and that at Total.
	Looks int64 `json:"looks"`
	// Acceptance is the number of deviations that the extended sample may hold: those found, and those further ones that
	// are allowed for.
	Acceptance int64 `json:"acceptance"`
	// Total is the smallest size at which so many deviations meet the plan, the first items included; 0 where no sample
	// does, and Reason says why.
	Total int64 `json:"total"`
	// More is the number of items to add for Total.
	More int64 `json:"more"`
	// Risk is the probability of at most Acceptance deviations among Total items at the tolerable rate.
	Risk float64 `json:"risk"`
	// OverallRisk is the probability, at the tolerable rate, of meeting the plan at one of the looks: the risk that is
	// really borne.
	OverallRisk float64 `json:"overallRisk"`
	// Strict is the smallest size whose overall risk is within the plan's; 0 where none was found, because the looks
	// before have used up the risk, or no sample of the population is large enough.
	Strict int64 `json:"strict"`
	// StrictRisk is the overall risk with Strict.
	StrictRisk float64 `json:"strictRisk"`
	// IsBound reports that OverallRisk and StrictRisk are upper bounds of what they stand for, the sums of the risks of
	// each look by itself, and that a size below Strict may do. That is so where more than [MaxStageWidth] numbers of
	// deviations lie between meeting the plan at the first look and Acceptance.
	IsBound bool `json:"isBound,omitzero"`
	// Reason says in words what is advised.
	Reason string `json:"reason"`
}

// A Look is an earlier examination of the same sample, which did not meet the plan, so that the sample was extended. Both
// numbers are cumulative: they count everything up to and with this look, and not the items that were added for it.
type Look struct {
	// ItemsInAll is the number of items examined so far: above that of the look before, and below the items of the result
	// that is asked about.
	ItemsInAll int64 `json:"itemsInAll"`
	// DeviationsInAll is the number of deviations among them: those of the look before included.
	DeviationsInAll int64 `json:"deviationsInAll"`
}

// MaxLooks bounds the earlier looks that an expansion counts.
const MaxLooks = MaxStages - 2

// Codes of the problems of an expansion.
const (
	// CodeFurtherRange: a negative number of further deviations, or more than the bounds of a staged plan allow.
	CodeFurtherRange problem.Code = "further-deviations-out-of-range"
	// CodeLooksInconsistent: more than [MaxLooks] earlier looks, or looks that do not grow towards the result, such as sizes
	// of the groups instead of cumulative ones: [{"itemsInAll":59},{"itemsInAll":34}].
	CodeLooksInconsistent problem.Code = "looks-inconsistent"
)

// Expand advises how far to extend the sample of found, which was drawn for p, so that the plan is met if no more than
// further deviations, 0 to [MaxStageWidth], are found among the items added; 0 is usual. The population is that of p.
//
// If the sample was extended before, found counts all items examined so far, and the looks before it are given in their
// order, each cumulative as well. Without them the overall risk is that of a first and only extension. Whether given or
// not, it supposes that the number of deviations that ends the extending was fixed before the first look.
//
// It fails where p, found, further or a look is not valid, or found is about another population.
func (p Plan) Expand(found Result, further int64, earlier ...Look) (Expansion, error) {
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
	checkLooks(&l, earlier, found)
	if err := refused("expansion", l); err != nil {
		return Expansion{}, err
	}
	s := newSearch(p)
	s.exact = maxExactWork - maxExpansionWork
	return s.expand(p, found, found.Deviations+further, earlier), nil
}

func checkLooks(l *problem.List, earlier []Look, found Result) {
	if len(earlier) > MaxLooks {
		l.Errorf("/earlier", CodeLooksInconsistent, "%d looks; at most %d expected", len(earlier), MaxLooks)
		return
	}
	var before Look
	for i, look := range earlier {
		items, deviating := problem.Pointer("earlier", i, "itemsInAll"), problem.Pointer("earlier", i, "deviationsInAll")
		switch {
		case look.ItemsInAll <= before.ItemsInAll:
			l.Errorf(items, CodeLooksInconsistent, "%d; all items examined so far are counted: more than the %d of the look before expected", look.ItemsInAll, before.ItemsInAll)
		case look.ItemsInAll >= found.N:
			l.Errorf(items, CodeLooksInconsistent, "%d; the result counts all items examined: fewer than its %d expected", look.ItemsInAll, found.N)
		case look.DeviationsInAll < before.DeviationsInAll, look.DeviationsInAll-before.DeviationsInAll > look.ItemsInAll-before.ItemsInAll:
			l.Errorf(deviating, CodeLooksInconsistent, "%d among %d items; the look before had %d among %d", look.DeviationsInAll, look.ItemsInAll, before.DeviationsInAll, before.ItemsInAll)
		case look.DeviationsInAll > found.Deviations, found.Deviations-look.DeviationsInAll > found.N-look.ItemsInAll:
			l.Errorf(deviating, CodeLooksInconsistent, "%d among %d items; the result has %d among %d", look.DeviationsInAll, look.ItemsInAll, found.Deviations, found.N)
		}
		before = look
	}
}

// maxExpansionWork is the part of the work of a search for near ties that an expansion may take: it is asked while a person
// waits, and a near tie that is left makes it larger by an item.
const maxExpansionWork = maxExactWork / 8

// expand answers for a sample that is to hold at most most deviations.
func (s *search) expand(p Plan, found Result, most int64, earlier []Look) Expansion {
	sizes := make([]int64, 0, len(earlier)+1)
	for _, look := range earlier {
		sizes = append(sizes, look.ItemsInAll)
	}
	e := Expansion{First: found.N, Acceptance: most, Looks: int64(len(earlier)) + 1}
	switch {
	case s.law.model == Hypergeometric && s.law.deviations == 0:
		e.Reason = noneTolerable(p)
		return e
	case s.meets(found.N, found.Deviations):
		e.Total, e.Acceptance = found.N, found.Deviations
		e.Risk, _ = s.at(e.Total).tails(e.Acceptance)
		c := s.coursed(sizes, e.Acceptance)
		e.OverallRisk, e.IsBound = c.overall(s, e.Total), c.isBound
		if e.OverallRisk <= e.Risk || s.withinRisk(e.OverallRisk) {
			e.Strict, e.StrictRisk = e.Total, e.OverallRisk
		}
		e.Reason = e.metAlready(p)
		return e
	case s.limit <= found.N || !s.meets(s.limit, most):
		e.Reason = noExtension(p, most)
		return e
	}
	e.Looks++
	e.Total = s.first(found.N, s.limit, most)
	e.More = e.Total - found.N
	e.Risk, _ = s.at(e.Total).tails(most)
	c := s.coursed(append(sizes, found.N), most)
	e.OverallRisk, e.IsBound = c.overall(s, e.Total), c.isBound
	e.Strict, e.StrictRisk = s.strict(c, e.Total)
	e.Reason = e.advice(p, found, len(earlier), e.Strict == 0 && !c.isBound && c.overall(s, s.limit) > s.risk.approx*(1+slack))
	return e
}
