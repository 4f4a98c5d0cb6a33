package sampling

import "github.com/soc2kit/soc2/problem"

// CheckRounds lists what is wrong with the records of several draws taken together: within a context every round has
// one record, no round is left out, and no two share their randomness. Strata are contexts of their own, which may.
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
	return l
}
