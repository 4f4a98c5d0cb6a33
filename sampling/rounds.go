package sampling

import (
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// Remaining returns the items that none of the records has selected, neither for its sample nor for its reserve, in their
// order. A further round that is drawn from them adds as many items as it draws, and a random sample of what a random sample
// has left extends it to a random sample of the whole; one that is drawn from all items again may select some twice.
func Remaining(items []string, drawn ...Selection) []string {
	selected := make(map[string]bool)
	for _, s := range drawn {
		for _, ids := range [][]string{s.Sample, s.Reserve} {
			for _, id := range ids {
				selected[id] = true
			}
		}
	}
	rest := []string{}
	for _, id := range items {
		if !selected[id] {
			rest = append(rest, id)
		}
	}
	return rest
}

// CheckRounds lists what is wrong with the records of several draws taken together: within a context every round has
// one record, no round is left out, no two share their randomness, and each is drawn from the population of the first or from
// what the earlier ones have left of it. That a round selects items again is a warning: they count once, so that fewer were
// added than drawn; [Remaining] avoids it. Strata are contexts of their own, which may share their randomness.
func CheckRounds(records []Selection) problem.List {
	var l problem.List
	type round struct {
		context string
		number  int64
	}
	type draw struct {
		context    string
		randomness Hex
	}
	rounds := make(map[round]int, len(records))
	draws := make(map[draw]int, len(records))
	for i, s := range records {
		at := round{s.Context, s.Round}
		if first, ok := rounds[at]; ok {
			l.Errorf(problem.Pointer(i, "round"), CodeRoundRepeated, "round %d of the same context is also that of record %d", s.Round, first)
		} else {
			rounds[at] = i
		}
		if s.IsPending() {
			continue
		}
		of := draw{s.Context, s.Randomness}
		if first, ok := draws[of]; ok {
			l.Errorf(problem.Pointer(i, "randomness"), CodeRandomnessReused, "also that of record %d, of the same context", first)
		} else {
			draws[of] = i
		}
	}
	for i, s := range records {
		if _, ok := rounds[round{s.Context, s.Round - 1}]; s.Round > 0 && !ok {
			l.Errorf(problem.Pointer(i, "round"), CodeRoundMissing, "round %d without round %d of the same context", s.Round, s.Round-1)
		}
	}
	contexts := make(map[string]*extension)
	for _, i := range inRounds(records) {
		s := records[i]
		if before, ok := contexts[s.Context]; ok {
			before.check(&l, i, s)
		} else {
			contexts[s.Context] = &extension{first: s, selected: make(map[string]bool)}
		}
		contexts[s.Context].add(s)
	}
	return l
}

// inRounds returns the indexes of the records, the earlier rounds first.
func inRounds(records []Selection) []int {
	order := make([]int, len(records))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case records[a].Round < records[b].Round:
			return -1
		case records[a].Round > records[b].Round:
			return 1
		}
		return 0
	})
	return order
}

// An extension is what the rounds of a context so far have selected.
type extension struct {
	first    Selection
	selected map[string]bool // whether for a sample; those of a reserve alone are false
}

func (e *extension) add(s Selection) {
	for _, id := range s.Sample {
		e.selected[id] = true
	}
	for _, id := range s.Reserve {
		if _, ok := e.selected[id]; !ok {
			e.selected[id] = false
		}
	}
}

// check looks at s, a later round.
func (e *extension) check(l *problem.List, at int, s Selection) {
	sampled, again := int64(0), 0
	for _, in := range e.selected {
		if in {
			sampled++
		}
	}
	for _, id := range s.Sample {
		if e.selected[id] {
			again++
		}
	}
	left := e.first.PopulationSize - sampled
	if s.PopulationRoot != e.first.PopulationRoot && s.PopulationSize != left && s.PopulationSize != e.first.PopulationSize-int64(len(e.selected)) {
		l.Errorf(problem.Pointer(at, "populationRoot"), CodeRoundPopulation,
			"%d items, not those of the first round; the same %d, or the %d that the rounds before have left, expected", s.PopulationSize, e.first.PopulationSize, left)
	}
	if again > 0 {
		l.Warnf(problem.Pointer(at, "sample"), CodeRoundOverlap, "%s in the sample of an earlier round: %s once", areIn(again), countsOnce(again))
	}
}

func areIn(n int) string {
	if n == 1 {
		return "1 item is"
	}
	return count(int64(n), "item") + " are"
}

func countsOnce(n int) string {
	if n == 1 {
		return "it counts"
	}
	return "they count"
}
