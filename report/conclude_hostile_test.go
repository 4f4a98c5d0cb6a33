package report_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime/debug"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// FuzzHostileRecord damages a generated engagement in some places. Whatever it then says, nothing panics, and what is
// concluded from it is consistent: above all, nothing is unmodified while the record has errors.
func FuzzHostileRecord(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed, uint8(1+seed%4))
	}
	f.Fuzz(func(t *testing.T, seed uint64, damages uint8) {
		eng := copied(randomEngagement(t, seed%50))
		r := rand.New(rand.NewPCG(seed, 53))
		for range damages {
			places := places(reflect.ValueOf(&eng).Elem(), nil)
			damage(r, places[r.IntN(len(places))])
		}
		_ = eng.Validate()
		_ = eng.Fieldwork.Validate()
		got := report.Conclude(eng)
		requireConsistent(t, eng, got)
		for _, id := range append(criteria.Applicable(criteria.Categories()...), "", "CC99.9") {
			_ = got.Why(id)
		}
	})
}

// places lists every value in v that can be changed by itself.
func places(v reflect.Value, list []reflect.Value) []reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		list = append(list, v)
		for i := range v.NumField() {
			list = places(v.Field(i), list)
		}
	case reflect.Slice:
		list = append(list, v)
		for i := range v.Len() {
			list = places(v.Index(i), list)
		}
	case reflect.Pointer:
		list = append(list, v)
		if !v.IsNil() {
			list = places(v.Elem(), list)
		}
	case reflect.Map:
	default:
		list = append(list, v)
	}
	return list
}

func damage(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(pick(r, "", " ", "no-such", "\xff\u202e", "2026-02-30", "9999-12-31", "0001-01-01", "C-1", "yes", "no", "1e-9", "HOST"))
	case reflect.Int, reflect.Int64:
		v.SetInt(pick[int64](r, 0, -1, 1, 13, math.MaxInt64, math.MinInt64))
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Slice:
		switch n := v.Len(); {
		case n == 0 && v.CanSet():
			v.Set(reflect.MakeSlice(v.Type(), 2, 2)) // zero values
		case r.IntN(3) == 0:
			v.SetZero()
		case r.IntN(2) == 0:
			v.Set(reflect.AppendSlice(copyOf(v), copyOf(v))) // every id twice
		default:
			v.SetLen(r.IntN(n))
		}
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		} else {
			v.SetZero()
		}
	case reflect.Struct:
		if p, ok := v.Interface().(calendar.Period); ok && !p.IsZero() {
			v.Set(reflect.ValueOf(calendar.Period{From: p.To, To: p.From}))
			return
		}
		v.SetZero()
	}
}

// What nobody said never counts as a pass.
func TestZeroValuesAreNotUnmodified(t *testing.T) {
	for name, eng := range map[string]report.Engagement{
		"nothing":         {},
		"a bare type 1":   {Program: bareCase(t).type1().eng.Program},
		"only a program":  {Program: newCase(t).eng.Program},
		"only fieldwork":  {Fieldwork: newCase(t).eng.Fieldwork},
		"nil slices":      report.Join(newCase(t).eng.Program, report.Fieldwork{}),
		"no controls":     bareCase(t).eng,
		"reversed period": reversed(t),
	} {
		got := report.Conclude(eng)
		requireConsistent(t, eng, got)
		for _, s := range []report.Subject{design, oper} {
			require.NotEqual(t, U, got.Subject(s).Opinion, "%s: %s", name, s)
		}
		if name != "no controls" { // which says nothing against the description
			require.NotEqual(t, U, got.Description, name)
		}
	}
	require.Empty(t, report.Conclusions{}.Why(criteria.CC6_1))
	require.Equal(t, NA, report.Conclusions{}.Subject(desc).Opinion)
}

func reversed(t testing.TB) report.Engagement {
	c := newCase(t)
	c.eng.Program.Terms.Period = calendar.Period{From: year.To, To: year.From}
	return c.eng
}

// In a circle of automated controls, each looked at once, every one would stand on the next.
func TestControlsInCircleAreUndecided(t *testing.T) {
	c := newCase(t)
	circle := []criteria.ID{criteria.CC6_1, criteria.CC6_2, criteria.CC6_3}
	for i, id := range circle {
		ctl := c.controlOf(baseControl(id))
		ctl.Automation, ctl.DependsOn = control.Automated, []control.ID{baseControl(circle[(i+1)%len(circle)])}
		c.tested(string(ctl.ID), evidence.Configuration, 1, 1)
	}
	problems := c.eng.Validate()
	require.True(t, problems.HasErrors())
	require.Equal(t, control.CodeDependsOnSelf, problems[0].Code)
	got := report.Conclude(c.eng)
	for _, id := range circle {
		cc, _ := got.Criterion(id)
		require.Equal(t, report.CriterionUndecided, cc.Operating, id)
	}
}

// A chain of controls that support each other may be as long as a document; it must not use up the stack.
func TestLongChainOfSupport(t *testing.T) {
	const length = 5000
	c := newCase(t)
	for i := range length {
		id := control.ID(fmt.Sprintf("AC-%04d", i))
		c.control(id, criteria.CC6_1)
		ctl := &c.eng.Program.Controls[len(c.eng.Program.Controls)-1]
		plan, test := &c.eng.Fieldwork.Plans[len(c.eng.Fieldwork.Plans)-1], &c.eng.Fieldwork.Tests[len(c.eng.Fieldwork.Tests)-1]
		plan.Extent, test.PopulationSize, test.Tested = evidence.Configuration, 1, 1
		ctl.DependsOn = []control.ID{control.ID(fmt.Sprintf("AC-%04d", i+1))}
		if i == length-1 {
			ctl.DependsOn = []control.ID{"K-CC8.1"}
		}
	}
	c.meets(criteria.CC6_1, control.Together("AC-0000"))
	defer debug.SetMaxStack(debug.SetMaxStack(1 << 20))
	got := report.Conclude(c.eng)
	require.Equal(t, U, got.Operating, told(got))
	c.testNamed("K-CC8.1").Concluded = ""
	require.Equal(t, X, report.Conclude(c.eng).Operating)
}

// A "not tolerable" that the rate does not call for is lost with its entry, but not with its decision alone.
func TestUncalledToleranceLosesItsDecision(t *testing.T) {
	c := newCase(t)
	c.deviates("K-CC6.2", 1).tolerates("K-CC6.2", "0.15").tolerable("K-CC6.2", scope.No).notPervasive(oper, criteria.CC6_2)
	require.Equal(t, Q, report.Conclude(c.eng).Operating)
	c.eng.Fieldwork.Judgments.Tolerances[0].Decision = scope.Decision{}
	require.Equal(t, X, report.Conclude(c.eng).Operating)
	c.eng.Fieldwork.Judgments.Tolerances = nil
	require.Equal(t, U, report.Conclude(c.eng).Operating)
}

// A record that contradicts itself is read at its gravest, in whatever order it does.
func TestContradictionsAreReadAtTheirGravest(t *testing.T) {
	contradictory := func(swap bool) report.Conclusions {
		c := newCase(t)
		first := c.judgmentOf("K-CC6.2")
		second := *first
		second.ID, second.Design, second.Implemented = "J-2", report.Deficient, report.NotImplemented
		if swap {
			*first, second = second, *first
		}
		c.eng.Fieldwork.Judgments.Controls = append(c.eng.Fieldwork.Judgments.Controls, second)
		c.notPervasive(design, criteria.CC6_2).notPervasive(design, criteria.CC6_2)
		return report.Conclude(c.eng)
	}
	for _, swap := range []bool{false, true} {
		got := contradictory(swap)
		require.NotEmpty(t, got.Problems)
		ctl, _ := got.Control("K-CC6.2")
		require.Equal(t, report.Deficient, ctl.Slices[0].Design)
		require.Equal(t, report.NotImplemented, ctl.Slices[0].Implemented)
		require.Equal(t, Q, got.Design)
	}
}

// A common criterion stays in scope, whatever reason a program gives for leaving it out.
func TestCommonCriterionStaysInScope(t *testing.T) {
	c := newCase(t)
	c.meets(criteria.CC1_2).eng.Program.Criteria[1].NotRelevantReason = "There is no board."
	require.Equal(t, criteria.CC1_2, c.eng.Program.Criteria[1].ID)
	got := report.Conclude(c.eng)
	cc, ok := got.Criterion(criteria.CC1_2)
	require.True(t, ok)
	require.NotEqual(t, report.CriterionMet, cc.Design)
}
