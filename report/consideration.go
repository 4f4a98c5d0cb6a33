package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// Codes of considerations. Each is a prompt for people, never a conclusion.
const (
	ConsiderWithdrawal = "withdrawal"            // a limitation that management imposed, or refused representations
	ConsiderPervasive  = "pervasive"             // so much is unmet that the effect may be pervasive
	ConsiderAggregate  = "aggregate"             // findings not material one by one that share a series
	ConsiderIntent     = "intent"                // an intentional deviation: risk and representations are assessed again
	ConsiderLater      = "discovered-later"      // something became known after the date of the report
	ConsiderEvents     = "subsequent-unasked"    // no record that anybody looked for later events
	ConsiderOperation  = "no-operating-evidence" // a criterion whose controls had nothing to act on: a paragraph says so
)

func (c *concluder) considerations(out Conclusions) []Consideration {
	list := []Consideration{}
	add := func(code, format string, args ...any) {
		list = append(list, Consideration{code, fmt.Sprintf(format, args...)})
	}
	f := c.e.Fieldwork
	if f.Letters.Representations.Status == Refused {
		add(ConsiderWithdrawal, "representations are refused: the firm disclaims, or withdraws")
	}
	imposed := slices.DeleteFunc(slices.Clone(f.Findings), func(x Finding) bool { return !x.ImposedByManagement })
	slices.SortFunc(imposed, func(a, b Finding) int { return strings.Compare(a.ID, b.ID) })
	for _, x := range imposed {
		add(ConsiderWithdrawal, "management imposed the limitation %s: withdrawal is to be considered", x.ID)
	}
	c.pervasiveSuggestions(out, add)
	aggregateSuggestions(out, add)
	intentional := slices.DeleteFunc(slices.Clone(f.Deviations), func(d evidence.Deviation) bool { return d.Intentional != scope.Yes })
	slices.SortFunc(intentional, func(a, b evidence.Deviation) int { return strings.Compare(a.ID, b.ID) })
	for _, d := range intentional {
		add(ConsiderIntent, "deviation %s was intentional: consider the risks again, the representations, and CC1.1", d.ID)
	}
	for _, cc := range out.Criteria {
		if cc.Operating == NoOperatingEvidence {
			add(ConsiderOperation, "no control for %s had anything to act on: a separate paragraph says so", cc.ID)
		}
	}
	for _, e := range sortedEvents(f.SubsequentEvents) {
		if c.afterReport(e) {
			add(ConsiderLater, "event %s became known after the date of the report: discuss with management whether to revise it and tell its users", e.ID)
		}
	}
	if f.SubsequentProceduresTo.IsZero() {
		add(ConsiderEvents, "no record says up to which day the firm looked for later events")
	}
	return list
}

func sortedEvents(events []SubsequentEvent) []SubsequentEvent {
	sorted := slices.Clone(events)
	slices.SortFunc(sorted, func(a, b SubsequentEvent) int { return strings.Compare(a.ID, b.ID) })
	return sorted
}

// pervasiveSuggestions prompts where the effect may be pervasive, by the conventions of practice: unmet criteria in three
// common series, or more than a third of those in scope.
func (c *concluder) pervasiveSuggestions(out Conclusions, add func(code, format string, args ...any)) {
	for _, s := range []Subject{Design, Operating} {
		var unmet []criteria.ID
		series := make(map[criteria.SeriesID]bool)
		for _, cc := range out.Criteria {
			if (s == Design && cc.Design == CriterionUnmet) || (s == Operating && cc.Operating == CriterionUnmet) {
				unmet = append(unmet, cc.ID)
				if cc.ID.IsCommon() {
					series[cc.ID.Series()] = true
				}
			}
		}
		if len(series) >= 3 || 3*len(unmet) > len(out.Criteria) {
			add(ConsiderPervasive, "%s: %d of %d criteria are unmet, in %d series of the common criteria", s, len(unmet), len(out.Criteria), len(series))
		}
	}
}

// aggregateSuggestions prompts where at least two findings that are not material share a series and nobody weighed them
// together.
func aggregateSuggestions(out Conclusions, add func(code, format string, args ...any)) {
	type group struct {
		subject Subject
		series  criteria.SeriesID
	}
	weighed := make(map[FindingKey]bool)
	for _, f := range out.Findings {
		for _, k := range f.Members {
			weighed[k] = true
		}
	}
	members := make(map[group][]string)
	var order []group
	for _, f := range out.Findings {
		if f.Material != scope.No || weighed[f.Key] || f.Key.Criterion == "" {
			continue
		}
		g := group{f.Key.Subject, f.Key.Criterion.Series()}
		if len(members[g]) == 0 {
			order = append(order, g)
		}
		members[g] = append(members[g], string(f.Key.Criterion))
	}
	for _, g := range order {
		if len(members[g]) > 1 {
			add(ConsiderAggregate, "%s: %s are not material one by one; weigh them together", g.subject, strings.Join(members[g], ", "))
		}
	}
}
