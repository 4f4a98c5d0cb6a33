package report_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// A step is one way to change a record.
type step struct {
	name  string
	apply func(e *report.Engagement)
}

// tryLaw applies steps, some of those that there are, to generated engagements and calls holds with what was concluded
// before and after each. It fails if no step ever made an opinion worse: then the law was not tried.
func tryLaw(t *testing.T, steps func(report.Engagement) []step, holds func(t testing.TB, before, after report.Conclusions, name string)) {
	t.Helper()
	seeds, each := uint64(800), 6
	if testing.Short() {
		seeds = 100
	}
	worse := 0
	for seed := range seeds {
		eng := randomEngagement(t, seed)
		before := report.Conclude(eng)
		all := steps(eng)
		r := rand.New(rand.NewPCG(seed, 51))
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, step := range all[:min(each, len(all))] {
			e := copied(eng)
			step.apply(&e)
			after := report.Conclude(e)
			holds(t, before, after, fmt.Sprintf("seed %d: %s", seed, step.name))
			if before.Operating == U && after.Operating != U {
				worse++
			}
		}
	}
	require.Positive(t, worse, "no step ever made an opinion worse")
}

// requireNeverTowardsUnmodified holds the law against one step from one record to another.
func requireNeverTowardsUnmodified(t testing.TB, before, after report.Conclusions, step string) {
	t.Helper()
	for _, s := range report.Subjects() {
		was, is := before.Subject(s).Opinion, after.Subject(s).Opinion
		if was != U && is == U {
			require.Fail(t, "towards unmodified", "%s: %s was %s and is %s\nbefore:\n%s\nafter:\n%s", step, s, was, is, told(before), told(after))
		}
	}
}

// A deviation that becomes known after the decisions were made never makes an opinion cleaner, whatever it is, and leaves
// an adverse one adverse.
func TestAddingDeviationNeverTowardsUnmodified(t *testing.T) {
	t.Parallel()
	tryLaw(t, addDeviation, func(t testing.TB, before, after report.Conclusions, name string) {
		requireNeverTowardsUnmodified(t, before, after, name)
		for _, s := range report.Subjects() {
			if before.Subject(s).Opinion == A {
				require.Equal(t, A, after.Subject(s).Opinion, "%s: %s", name, s)
			}
		}
	})
}

func addDeviation(eng report.Engagement) []step {
	var steps []step
	add := func(d evidence.Deviation) {
		for _, kind := range []struct {
			name   string
			change func(*evidence.Deviation)
		}{
			{"isolated", becauseOf(evidence.Isolated)},
			{"systemic", becauseOf(evidence.Systemic)},
			{"unexplained", becauseOf(evidence.UnknownCause)},
			{"intentional", intentional},
			{"missed", missed},
			{"undecided", func(d *evidence.Deviation) { d.Intentional, d.Decision = "", scope.Decision{} }},
		} {
			steps = append(steps, step{fmt.Sprintf("another deviation of %s, %s, test %q", d.Control, kind.name, d.Test), func(e *report.Engagement) {
				c := &engagementCase{eng: *e}
				c.deviation(d, func(d *evidence.Deviation) { d.Decision.Date = decisionDay.AddDays(1) }, kind.change)
				*e = c.eng
			}})
		}
	}
	for _, test := range eng.Fieldwork.Tests {
		add(evidence.Deviation{Control: planOf(eng, test).Control, Test: test.ID})
	}
	for _, ctl := range eng.Program.Controls {
		add(evidence.Deviation{Control: ctl.ID, FoundThrough: "an incident"})
	}
	return steps
}

// Taking a test out of the record, as somebody who dislikes its result might, never makes an opinion cleaner. What it
// found stays known.
func TestRemovingTestNeverTowardsUnmodified(t *testing.T) {
	t.Parallel()
	tryLaw(t, removeTest, requireNeverTowardsUnmodified)
}

func removeTest(eng report.Engagement) []step {
	var steps []step
	for i, test := range eng.Fieldwork.Tests {
		steps = append(steps, step{"without test " + test.ID, func(e *report.Engagement) {
			e.Fieldwork.Tests = slices.Delete(e.Fieldwork.Tests, i, i+1)
		}}, step{"without test " + test.ID + ", its deviations known otherwise", func(e *report.Engagement) {
			e.Fieldwork.Tests = slices.Delete(e.Fieldwork.Tests, i, i+1)
			for k := range e.Fieldwork.Deviations {
				if d := &e.Fieldwork.Deviations[k]; d.Test == test.ID {
					d.Test, d.FoundThrough = "", "a test that is not in the record"
					if d.Date == "" { // it says nothing of days that the test was not about
						d.Date = planOf(*e, test).Period.From
					}
				}
			}
		}})
	}
	return steps
}

// Forgetting what somebody decided never makes an opinion cleaner.
func TestForgettingDecisionNeverTowardsUnmodified(t *testing.T) {
	t.Parallel()
	tryLaw(t, forgetDecision, requireNeverTowardsUnmodified)
}

func forgetDecision(eng report.Engagement) []step {
	var steps []step
	forget := func(what string, n int, change func(f *report.Fieldwork, p *program.Program, i int)) {
		for i := range n {
			steps = append(steps, step{fmt.Sprintf("%s %d", what, i), func(e *report.Engagement) { change(&e.Fieldwork, &e.Program, i) }})
		}
	}
	none := scope.Decision{}
	f, j, p := eng.Fieldwork, eng.Fieldwork.Judgments, eng.Program
	forget("no control judgment", len(j.Controls), func(f *report.Fieldwork, _ *program.Program, i int) {
		f.Judgments.Controls = slices.Delete(f.Judgments.Controls, i, i+1)
	})
	forget("undecided control judgment", len(j.Controls), func(f *report.Fieldwork, _ *program.Program, i int) { f.Judgments.Controls[i].Decision = none })
	forget("no finding judgment", len(j.Findings), func(f *report.Fieldwork, _ *program.Program, i int) {
		f.Judgments.Findings = slices.Delete(f.Judgments.Findings, i, i+1)
	})
	forget("undecided finding judgment", len(j.Findings), func(f *report.Fieldwork, _ *program.Program, i int) { f.Judgments.Findings[i].Decision = none })
	forget("undecided aggregate", len(j.Aggregates), func(f *report.Fieldwork, _ *program.Program, i int) { f.Judgments.Aggregates[i].Decision = none })
	forget("undecided tolerance", len(j.Tolerances), func(f *report.Fieldwork, _ *program.Program, i int) { f.Judgments.Tolerances[i].Decision = none })
	forget("no tolerance", len(j.Tolerances), func(f *report.Fieldwork, _ *program.Program, i int) {
		if !voluntary(eng, j.Tolerances[i]) {
			f.Judgments.Tolerances = slices.Delete(f.Judgments.Tolerances, i, i+1)
		}
	})
	forget("undecided deviation", len(f.Deviations), func(f *report.Fieldwork, _ *program.Program, i int) { f.Deviations[i].Decision = none })
	forget("deviation without intent", len(f.Deviations), func(f *report.Fieldwork, _ *program.Program, i int) { f.Deviations[i].Intentional = "" })
	forget("deviation without cause", len(f.Deviations), func(f *report.Fieldwork, _ *program.Program, i int) { f.Deviations[i].Cause = "" })
	forget("undecided contrary evidence", len(f.ContraryEvidence), func(f *report.Fieldwork, _ *program.Program, i int) { f.ContraryEvidence[i].Decision = none })
	forget("undecided event", len(f.SubsequentEvents), func(f *report.Fieldwork, _ *program.Program, i int) { f.SubsequentEvents[i].Decision = none })
	forget("event about nothing", len(f.SubsequentEvents), func(f *report.Fieldwork, _ *program.Program, i int) { f.SubsequentEvents[i].Concerns = "" })
	forget("undecided incident", len(p.System.Incidents), func(_ *report.Fieldwork, p *program.Program, i int) { p.System.Incidents[i].Decision = none })
	forget("undecided change", len(p.System.Changes), func(_ *report.Fieldwork, p *program.Program, i int) { p.System.Changes[i].Decision = none })
	forget("undecided subservice organization", len(p.SubserviceOrganizations), func(_ *report.Fieldwork, p *program.Program, i int) {
		p.SubserviceOrganizations[i].Decision = none
	})
	return steps
}

// voluntary reports whether an entry on tolerance may be one that the logic does not call for: where a rate is tolerable
// and the cause isolated, a control is effective without a decision, yet a recorded "not tolerable" wins and an entry
// left open blocks. Once the whole entry is gone nothing shows that it was there.
func voluntary(e report.Engagement, j report.ToleranceJudgment) bool {
	called := func(d evidence.Deviation) bool { return d.Cause != evidence.Isolated || d.Intentional != scope.No }
	for _, test := range e.Fieldwork.Tests {
		if planOf(e, test).Control != j.Control || test.PopulationSize <= report.SmallPopulation {
			continue
		}
		found := slices.DeleteFunc(slices.Clone(e.Fieldwork.Deviations), func(d evidence.Deviation) bool { return d.Test != test.ID })
		if len(found) > 0 && !slices.ContainsFunc(found, called) {
			return true
		}
	}
	return false
}

// Order says nothing: with every list shuffled the conclusions have the same bytes. Concluding changes nothing that it was
// given.
func TestConcludeDependsOnContentAlone(t *testing.T) {
	t.Parallel()
	for seed := range uint64(400) {
		eng := randomEngagement(t, seed)
		requireSound(t, eng)
		given := copied(eng)
		want := encoded(t, report.Conclude(eng))
		require.Equal(t, given, eng, "seed %d: Conclude changed what it was given", seed)
		shuffled := copied(eng)
		shuffle(rand.New(rand.NewPCG(seed, 52)), reflect.ValueOf(&shuffled).Elem())
		got := report.Conclude(shuffled)
		require.Equal(t, string(want), string(encoded(t, got)), "seed %d", seed)
		requireConsistent(t, eng, got)
	}
}

func encoded(t testing.TB, c report.Conclusions) []byte {
	t.Helper()
	b, err := json.MarshalIndent(c, "", " ")
	require.NoError(t, err)
	return b
}

// ordered are the lists whose order means something.
var ordered = []string{"Outcomes", "Attributes", "Versions", "Replacements", "Sample", "Reserve", "Tickets"}

func shuffle(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if !slices.Contains(ordered, v.Type().Field(i).Name) {
				shuffle(r, v.Field(i))
			}
		}
	case reflect.Pointer:
		if !v.IsNil() {
			shuffle(r, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			shuffle(r, v.Index(i))
		}
		r.Shuffle(v.Len(), reflect.Swapper(v.Interface()))
	}
}

func TestConcludeConcurrently(t *testing.T) {
	t.Parallel()
	eng := randomEngagement(t, 7)
	want := encoded(t, report.Conclude(eng))
	var wg sync.WaitGroup
	got := make([][]byte, 8)
	for i := range got {
		wg.Go(func() {
			c := report.Conclude(eng)
			_ = eng.Validate()
			_ = c.Why(criteria.CC6_3)
			got[i], _ = json.MarshalIndent(c, "", " ")
		})
	}
	wg.Wait()
	for _, b := range got {
		require.Equal(t, string(want), string(b))
	}
}

// requireConsistent holds conclusions against what must be true of any.
func requireConsistent(t testing.TB, e report.Engagement, c report.Conclusions) {
	t.Helper()
	type1 := e.Program.Terms.Type == scope.Type1
	require.Equal(t, type1, c.Operating == NA, "a type 1, and nothing else, concludes nothing on operation")
	inScope := e.Program.Terms.Applicable()
	for _, s := range report.Subjects() {
		sc := c.Subject(s)
		require.True(t, sc.Opinion.IsValid(), "%s: %q", s, sc.Opinion)
		require.Subset(t, inScope, sc.Criteria, "%s names criteria that are not in scope", s)
		material := slices.ContainsFunc(c.Findings, func(f report.FindingConclusion) bool { return f.Key.Subject == s && f.Material == scope.Yes })
		open := slices.ContainsFunc(c.Findings, func(f report.FindingConclusion) bool { return f.Key.Subject == s && f.Material == "" })
		switch sc.Opinion {
		case U:
			require.False(t, material || open, "%s: unmodified over a finding that is material, or undecided", s)
			require.Empty(t, sc.Open, "%s: unmodified, and something is missing", s)
			require.Empty(t, c.Problems, "%s: unmodified over errors of the record", s)
		case Q, A, D:
			require.True(t, material, "%s: modified without a material finding", s)
		case X:
			require.True(t, len(sc.Open) > 0 || len(c.Problems) > 0, "%s: undecided, and nothing says why", s)
		}
	}
	cascading := e.Fieldwork.Methodology.DesignToOperating != report.Separate
	for _, cc := range c.Criteria {
		require.True(t, cc.Design.IsValid() && cc.Operating.IsValid(), "%s: %q, %q", cc.ID, cc.Design, cc.Operating)
		if type1 {
			require.Equal(t, report.CriterionNotCovered, cc.Operating, cc.ID)
		}
		if !type1 && cascading && cc.Design == report.CriterionUnmet {
			require.Equal(t, report.CriterionUnmet, cc.Operating, "%s: unmet by design, but not in operation", cc.ID)
		}
		for s, status := range map[report.Subject]report.CriterionStatus{design: cc.Design, oper: cc.Operating} {
			found := slices.ContainsFunc(c.Findings, func(f report.FindingConclusion) bool { return f.Key == misstatement(s, cc.ID) })
			require.Equal(t, status == report.CriterionUnmet, found, "%s: a misstatement of %s is found if and only if it is unmet", cc.ID, s)
		}
		require.NotEmpty(t, c.Why(cc.ID), "%s: nothing tells why", cc.ID)
	}
	for _, ctl := range c.Controls {
		for _, s := range ctl.Slices {
			require.True(t, s.Operation.IsValid(), "%s: %q", ctl.ID, s.Operation)
			for _, r := range s.Reasons {
				if r.Rule == report.RuleNoOccurrence {
					require.Greater(t, len(r.Records), 1, "%s: nothing occurred, and nothing but the test shows it", ctl.ID)
				}
			}
		}
	}
}
