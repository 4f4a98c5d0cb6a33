package report_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// controlFacts are all that one control can be in a small lattice: one slice, no other source of failures.
type controlFacts struct {
	design      report.Suitability
	implemented report.Implementation
	test        testFacts
	tolerable   scope.Answer
}

// testFacts are what a test gave.
type testFacts int

const (
	noTest testFacts = iota
	clean
	noOccurrence
	notTestable
	withinIsolated
	withinSystemic
	withinUnexplained
	withinIntentional
	aboveRate
	aboveRateIntentional
	fewItems
	testStates
)

func (f controlFacts) String() string {
	return fmt.Sprintf("{design %q, implemented %q, test %d, tolerable %q}", f.design, f.implemented, f.test, f.tolerable)
}

// The rules of the logic, written out once more as quantified statements. What nobody judged is undecided: it blocks
// wherever it could still make a difference.

func (f controlFacts) operation() report.Operation {
	byDecision := map[scope.Answer]report.Operation{scope.Yes: report.OperationEffective, scope.No: report.OperationDeficient, "": report.OperationUndecided}[f.tolerable]
	deviated := f.test >= withinIsolated
	switch {
	case f.implemented == report.NotImplemented:
		return report.OperationDeficient
	case f.test == noTest:
		return report.OperationUndecided
	case f.test == notTestable:
		return report.OperationUndetermined
	case f.test == noOccurrence:
		return report.OperationNone
	case !deviated:
		return report.OperationEffective
	case f.tolerable == scope.No: // a recorded "not tolerable" always wins
		return report.OperationDeficient
	case f.test == aboveRate || f.test == aboveRateIntentional: // a decision cannot overrule the rate
		return report.OperationDeficient
	case f.test == withinIntentional || f.test == fewItems || f.test == withinSystemic:
		return byDecision
	case f.test == withinUnexplained:
		return report.OperationUndecided
	}
	return report.OperationEffective
}

type alternativeFacts []controlFacts

func (a alternativeFacts) all(is func(controlFacts) bool) bool {
	return !slices.ContainsFunc(a, func(f controlFacts) bool { return !is(f) })
}

func (a alternativeFacts) operatedAs(allowed ...report.Operation) bool {
	return a.all(func(f controlFacts) bool { return slices.Contains(allowed, f.operation()) })
}

func (a alternativeFacts) has(o report.Operation) bool {
	return slices.ContainsFunc(a, func(f controlFacts) bool { return f.operation() == o })
}

// designs says how the design of an alternative stands.
func (a alternativeFacts) designs() report.CriterionStatus {
	switch {
	case a.all(func(f controlFacts) bool { return f.implemented == report.Implemented && f.design == report.Suitable }):
		return report.CriterionMet
	case !a.all(func(f controlFacts) bool {
		return f.design != report.Deficient && f.implemented != report.NotImplemented
	}):
		return report.CriterionUnmet
	case !a.all(func(f controlFacts) bool { return f.design != "" && f.implemented != "" }):
		return report.CriterionUndecided
	}
	return report.CriterionUndetermined
}

func designStatus(as []alternativeFacts) report.CriterionStatus {
	for _, status := range []report.CriterionStatus{report.CriterionMet, report.CriterionUndecided, report.CriterionUndetermined} {
		if len(designed(as, status)) > 0 {
			return status
		}
	}
	return report.CriterionUnmet
}

// designed returns the alternatives whose design stands so.
func designed(as []alternativeFacts, status report.CriterionStatus) []alternativeFacts {
	return slices.DeleteFunc(slices.Clone(as), func(a alternativeFacts) bool { return a.designs() != status })
}

func operatingStatus(as []alternativeFacts, cascade bool) report.CriterionStatus {
	byDesign := designStatus(as)
	if (byDesign == report.CriterionUnmet && cascade) || byDesign == report.CriterionUndecided {
		return byDesign
	}
	counted := designed(as, byDesign) // met or undetermined; without the cascade all, when all are unmet
	some := func(is func(alternativeFacts) bool) bool { return slices.ContainsFunc(counted, is) }
	const (
		effective, none, undetermined, undecided = report.OperationEffective, report.OperationNone, report.OperationUndetermined, report.OperationUndecided
	)
	status := report.CriterionUnmet
	switch {
	case some(func(a alternativeFacts) bool { return a.operatedAs(effective, none) && a.has(effective) }):
		status = report.CriterionMet
	case some(func(a alternativeFacts) bool { return a.operatedAs(none) }):
		status = report.NoOperatingEvidence
	case some(func(a alternativeFacts) bool {
		return a.operatedAs(effective, none, undetermined, undecided) && a.has(undecided)
	}):
		status = report.CriterionUndecided
	case some(func(a alternativeFacts) bool { return a.operatedAs(effective, none, undetermined) }):
		status = report.CriterionUndetermined
	}
	failed := status == report.CriterionUnmet || status == report.CriterionUndetermined
	couldHold := func(a alternativeFacts) bool { return a.operatedAs(effective, none, undetermined, undecided) }
	if failed && slices.ContainsFunc(designed(as, report.CriterionUndecided), couldHold) {
		return report.CriterionUndecided
	}
	if byDesign == report.CriterionUndetermined && (status == report.CriterionMet || status == report.NoOperatingEvidence) {
		return report.CriterionUndetermined
	}
	return status
}

// record writes the facts of a control into an engagement.
func (f controlFacts) record(c *engagementCase, id control.ID, on ...criteria.ID) {
	c.control(id, on...)
	j := c.judgmentOf(id)
	j.Design, j.Implemented = f.design, f.implemented
	name := string(id)
	c.tested(name, evidence.RandomSample, 400, 60)
	switch f.test {
	case noTest:
		c.eng.Fieldwork.Tests = c.eng.Fieldwork.Tests[:len(c.eng.Fieldwork.Tests)-1]
	case noOccurrence:
		c.noOccurrence(name)
	case notTestable:
		c.notTestable(name)
	case withinIsolated:
		c.deviates(name, 2)
	case withinSystemic:
		c.deviates(name, 2, becauseOf(evidence.Systemic))
	case withinUnexplained:
		c.deviates(name, 2, becauseOf(evidence.UnknownCause))
	case withinIntentional:
		c.deviates(name, 2, intentional)
	case aboveRate:
		c.deviates(name, 3)
	case aboveRateIntentional:
		c.deviates(name, 3, intentional)
	case fewItems:
		c.census(name, 12).deviates(name, 1)
	}
	if f.tolerable != "" {
		c.tolerable(id, f.tolerable)
	}
}

// lattice lists every combination of the facts of one control.
func lattice(tests []testFacts) []controlFacts {
	var all []controlFacts
	for _, d := range append(report.Suitabilities(), "") {
		for _, i := range append(report.Implementations(), "") {
			for _, test := range tests {
				for _, answer := range append(scope.Answers(), "") {
					all = append(all, controlFacts{d, i, test, answer})
				}
			}
		}
	}
	return all
}

// TestLatticeOfOneControl holds every combination for a sole control against the rules.
func TestLatticeOfOneControl(t *testing.T) {
	var tests []testFacts
	for test := range testStates {
		tests = append(tests, test)
	}
	all := lattice(tests)
	require.Len(t, all, 4*4*11*3)
	for some := range slices.Chunk(all, 33) {
		c := bareCase(t)
		inScope := c.eng.Program.Terms.Applicable()
		for i, f := range some {
			f.record(c, baseControl(inScope[i]), inScope[i])
			c.meets(inScope[i], control.Together(baseControl(inScope[i])))
		}
		got := report.Conclude(c.eng)
		require.Empty(t, got.Problems)
		for i, f := range some {
			ctl, _ := got.Control(baseControl(inScope[i]))
			require.Equal(t, f.operation(), ctl.Slices[0].Operation, "operation of %s", f)
			requireStatus(t, got, inScope[i], []alternativeFacts{{f}}, true)
		}
	}
}

// TestLatticeOfTwoControls holds every combination for two controls, sufficient together and each for itself, with and
// without the cascade, against the rules.
func TestLatticeOfTwoControls(t *testing.T) {
	t.Parallel()
	tests := []testFacts{noTest, clean, noOccurrence, notTestable, fewItems} // with tolerances these give every operation
	if testing.Short() {
		tests = []testFacts{noOccurrence, fewItems}
	}
	all := lattice(tests)
	type pair struct{ a, b controlFacts }
	var pairs []pair
	for i, a := range all {
		for _, b := range all[i:] {
			pairs = append(pairs, pair{a, b})
		}
	}
	for some := range slices.Chunk(pairs, 30) {
		c := bareCase(t, criteria.Categories()...)
		inScope := c.eng.Program.Terms.Applicable()
		for i, p := range some {
			together, either := inScope[2*i], inScope[2*i+1]
			a, b := control.ID(fmt.Sprintf("A-%d", i)), control.ID(fmt.Sprintf("B-%d", i))
			p.a.record(c, a, together, either)
			p.b.record(c, b, together, either)
			c.meets(together, control.Together(a, b)).meets(either, control.Together(a), control.Together(b))
		}
		for _, cascade := range []bool{true, false} {
			if !cascade {
				c.eng.Fieldwork.Methodology.DesignToOperating = report.Separate
			}
			got := report.Conclude(c.eng)
			require.Empty(t, got.Problems)
			for i, p := range some {
				requireStatus(t, got, inScope[2*i], []alternativeFacts{{p.a, p.b}}, cascade)
				requireStatus(t, got, inScope[2*i+1], []alternativeFacts{{p.a}, {p.b}}, cascade)
			}
		}
	}
}

func requireStatus(t testing.TB, got report.Conclusions, id criteria.ID, as []alternativeFacts, cascade bool) {
	t.Helper()
	cc, ok := got.Criterion(id)
	require.True(t, ok)
	if design, oper := designStatus(as), operatingStatus(as, cascade); cc.Design != design || cc.Operating != oper {
		require.Fail(t, "status", "alternatives %v, cascade %v: design %s, operating %s; want %s, %s", as, cascade, cc.Design, cc.Operating, design, oper)
	}
}
