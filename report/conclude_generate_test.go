package report_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// A generator makes sound engagements at random: five controls and three criteria of which anything may be the case. All
// other criteria are met by one effective control. Equal seeds give equal engagements.
type generator struct {
	*rand.Rand
	*engagementCase
	noise int // how many facts of a hundred are out of the ordinary
}

// randomCriteria are the criteria that a generated engagement is about. CC6.4 may be carved out, CC9.2 monitored.
var randomCriteria = ids(criteria.CC6_3, criteria.CC6_4, criteria.CC9_2)

func randomEngagement(t testing.TB, seed uint64) report.Engagement {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 16))
	g := generator{r, bareCase(t), pick(r, 2, 6, 12, 30)}
	g.control("K-ALL", criteria.CC1_1)
	for _, id := range g.eng.Program.Terms.Applicable() {
		g.meets(id, control.Together("K-ALL"))
	}
	var pool []control.ID
	for i := range 5 {
		pool = append(pool, g.randomControl(i, pool))
	}
	for _, id := range randomCriteria {
		g.meets(id, g.alternatives(pool)...)
	}
	g.vendor(pool)
	g.descriptionFacts()
	g.laterEvents()
	if g.chance(15) {
		g.eng.Fieldwork.Methodology.DesignToOperating = report.Separate
	}
	if g.chance(2) {
		g.eng.Fieldwork.Letters.Representations.Status = pick(g.Rand, report.Refused, "")
	}
	if g.chance(10) {
		g.type1()
		g.eng.Fieldwork.Deviations = []evidence.Deviation{}
	}
	g.judgeFindings()
	return g.eng
}

// chance is true in so many of a hundred cases.
func (g generator) chance(percent int) bool { return g.IntN(100) < percent }

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// odd is true for what is out of the ordinary.
func (g generator) odd() bool { return g.chance(g.noise) }

func (g generator) day() calendar.Date { return year.From.AddDays(g.IntN(365)) }

// decision is mostly complete.
func (g generator) decision() scope.Decision {
	d := decided()
	if g.chance(g.noise / 4) {
		d.Reason = ""
	}
	return d
}

// answer is mostly the one given.
func (g generator) answer(usual scope.Answer) scope.Answer {
	if g.odd() {
		return pick(g.Rand, scope.Yes, scope.No, "")
	}
	return usual
}

// halves returns one period for the whole year, or two that divide it.
func (g generator) halves() []calendar.Period {
	if g.chance(70) {
		return []calendar.Period{year}
	}
	cut := year.From.AddDays(1 + g.IntN(363))
	return []calendar.Period{{From: year.From, To: cut}, {From: cut.AddDays(1), To: year.To}}
}

func (g generator) randomControl(i int, earlier []control.ID) control.ID {
	id := control.ID(fmt.Sprintf("C-%d", i))
	g.control(id, randomCriteria...).untested(string(id))
	ctl, f := g.controlOf(id), &g.eng.Fieldwork
	ctl.Described, ctl.Relied = !g.chance(g.noise/3), !g.chance(g.noise/3)
	if g.odd() {
		ctl.From = g.day()
	}
	for _, by := range earlier {
		if g.chance(30) {
			ctl.DependsOn = append(ctl.DependsOn, by)
		}
	}
	f.Judgments.Controls = f.Judgments.Controls[:len(f.Judgments.Controls)-1]
	for n, p := range g.halves() {
		j := report.ControlJudgment{
			ID: fmt.Sprintf("J-%s-%d", id, n), Control: id, Period: p, Decision: g.decision(),
			Design: report.Suitable, Implemented: report.Implemented,
		}
		if g.odd() {
			j.Design = pick(g.Rand, report.Deficient, report.Undetermined, "")
		}
		if g.chance(g.noise / 2) {
			j.Implemented = pick(g.Rand, report.NotImplemented, report.ImplementationUnknown, "")
		}
		if g.chance(g.noise / 3) {
			j.FirstOperated = g.day()
		}
		f.Judgments.Controls = append(f.Judgments.Controls, j)
	}
	for n, p := range g.halves() {
		g.randomTest(id, fmt.Sprintf("%s-%d", id, n), p)
	}
	if g.odd() {
		g.deviation(evidence.Deviation{Control: id, FoundThrough: "a complaint"}, g.fault)
	}
	if g.chance(30) {
		for _, p := range g.halves() {
			g.tolerable(id, pick(g.Rand, scope.Yes, scope.Yes, scope.No), p)
			f.Judgments.Tolerances[len(f.Judgments.Tolerances)-1].Decision = g.decision()
		}
	}
	return id
}

func (g generator) randomTest(id control.ID, name string, p calendar.Period) {
	g.plan(id, name, p)
	kind := -1
	if g.chance(20 + g.noise) {
		kind = g.IntN(8)
	}
	switch kind {
	case 0:
		g.noOccurrence(name)
	case 1:
		g.notTestable(name)
	case 2:
		g.testNamed(name).Concluded = ""
	case 3:
		f := &g.eng.Fieldwork
		f.Tests = f.Tests[:len(f.Tests)-1] // the plan stays
		return
	case 4, 5:
		g.tested(name, evidence.Configuration, 1, 1)
		if g.chance(30) {
			g.testNamed(name).ConfigurationHistory = "EV-1"
		}
	case 6:
		g.census(name, pick[int64](g.Rand, 4, 40))
	case 7:
		g.tested(name, evidence.Judgmental, 400, 25)
	default:
		g.tested(name, evidence.RandomSample, 400, pick[int64](g.Rand, 25, 60, 60))
	}
	if g.chance(20 + g.noise) {
		g.deviates(name, 1+g.IntN(3), g.fault)
	}
}

// fault makes a deviation one of any kind.
func (g generator) fault(d *evidence.Deviation) {
	d.Kind = pick(g.Rand, evidence.DeviationKinds()...)
	if g.chance(3 * g.noise) {
		d.Cause = pick(g.Rand, evidence.Systemic, evidence.UnknownCause, "")
	}
	d.Intentional = g.answer(scope.No)
	d.Decision = g.decision()
	if g.chance(30) {
		d.Date = g.day()
	}
}

func (g generator) alternatives(pool []control.ID) []control.Alternative {
	var list []control.Alternative
	for range 1 + g.IntN(3) {
		members := slices.Clone(pool)
		g.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
		list = append(list, control.Together(members[:1+g.IntN(2)]...))
	}
	return list
}

func (g generator) vendor(pool []control.ID) {
	if g.chance(40) {
		return
	}
	g.host(func(s *scope.SubserviceOrganization) {
		s.Method, s.Disclosed, s.Criteria = scope.CarveOut, !g.odd(), ids(criteria.CC6_4)
		s.Necessary, s.Decision = g.answer(scope.Yes), g.decision()
		s.Controls = []scope.SubserviceControl{{ID: "CSOC-1", Text: "Guards the doors.", Criteria: ids(criteria.CC6_4)}}
	})
	alone := control.Alternative{}.WithCSOC("CSOC-1")
	switch g.IntN(3) {
	case 0:
		g.meets(criteria.CC6_4, alone)
	case 1:
		g.meets(criteria.CC6_4, append(g.alternatives(pool), alone)...)
	default:
		g.meets(criteria.CC6_4, control.Together(pick(g.Rand, pool...)).WithCSOC("CSOC-1"))
	}
	for range 2 {
		g.controlOf(pick(g.Rand, pool...)).Monitors = []string{"HOST"}
	}
	for n := range g.IntN(3) {
		g.eng.Fieldwork.ContraryEvidence = append(g.eng.Fieldwork.ContraryEvidence, report.ContraryEvidence{
			ID: fmt.Sprintf("CE-%d", n), SubserviceOrganization: "HOST", Text: "It was down for a day.", Reasonable: g.answer(scope.Yes), Decision: g.decision(),
		})
	}
	if g.odd() {
		g.eng.Program.VendorReports = []scope.VendorReport{{
			ID: "VR-1", SubserviceOrganization: "HOST", Kind: "SOC 2 type 2", Opinion: scope.OpinionTuple{Design: scope.Qualified},
		}}
	}
}

func (g generator) descriptionFacts() {
	sys := &g.eng.Program.System
	if g.odd() {
		sys.Incidents = []scope.Incident{{ID: "INC-1", Occurred: g.day(), Nature: "Records were copied.", Significant: g.answer(scope.No), Decision: g.decision(), Disclosed: g.chance(40)}}
	}
	if g.odd() {
		sys.Changes = []scope.Change{{ID: "CH-1", Date: g.day(), What: "A new data center.", Significant: g.answer(scope.No), Decision: g.decision(), Disclosed: g.chance(40)}}
	}
	if g.odd() {
		g.eng.Fieldwork.Findings = []report.Finding{{
			ID: "FD-1", Subjects: pick(g.Rand, report.Subjects(), []report.Subject{oper}), Kind: pick(g.Rand, report.FindingKinds()...), Text: "Something else.",
		}}
	}
}

func (g generator) laterEvents() {
	if !g.odd() {
		return
	}
	g.eng.Fieldwork.SubsequentEvents = []report.SubsequentEvent{{
		ID: "EV-9", Learned: "2027-01-10", Text: "An account was found to be open.", Concerns: pick(g.Rand, report.NewCondition, report.ConditionInPeriod, ""),
		Significant: g.answer(scope.No), UsersMisled: g.answer(scope.No), Disclosed: g.chance(30), Decision: g.decision(),
	}}
}

// judgeFindings decides on most findings that there are, and at times on findings that there are not.
func (g generator) judgeFindings() {
	var keys []report.FindingKey
	for _, f := range report.Conclude(g.eng).Findings {
		if f.Key.Origin != "letters/representations" {
			keys = append(keys, f.Key)
		}
	}
	if g.chance(40) {
		for _, id := range randomCriteria {
			for _, s := range []report.Subject{design, oper} {
				for _, key := range []report.FindingKey{misstatement(s, id), limitation(s, id)} {
					if !slices.Contains(keys, key) {
						keys = append(keys, key)
					}
				}
			}
		}
	}
	usual := pick(g.Rand, scope.Yes, scope.No)
	for _, key := range keys {
		material, pervasive := g.answer(usual), g.answer(pick(g.Rand, scope.Yes, scope.No, scope.No, scope.No))
		g.judge(material, pervasive, key)
		g.eng.Fieldwork.Judgments.Findings[len(g.eng.Fieldwork.Judgments.Findings)-1].Decision = g.decision()
	}
	var together []report.FindingKey
	for _, key := range keys {
		if key.Subject == oper && len(together) < 2 {
			together = append(together, key)
		}
	}
	if len(together) == 2 && g.chance(40) {
		g.eng.Fieldwork.Judgments.Aggregates = []report.Aggregate{{
			ID: "AG-1", Findings: together, Material: g.answer(scope.No), Pervasive: g.answer(scope.No), Decision: g.decision(),
		}}
	}
}

// copied returns a copy of v that shares nothing with it.
func copied[T any](v T) T { return copyOf(reflect.ValueOf(v)).Interface().(T) }

func copyOf(v reflect.Value) reflect.Value {
	to := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			to.Field(i).Set(copyOf(v.Field(i)))
		}
	case reflect.Slice:
		if v.IsNil() {
			return to
		}
		to.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			to.Index(i).Set(copyOf(v.Index(i)))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return to
		}
		to.Set(reflect.New(v.Type().Elem()))
		to.Elem().Set(copyOf(v.Elem()))
	case reflect.Map:
		if v.IsNil() {
			return to
		}
		to.Set(reflect.MakeMap(v.Type()))
		for _, key := range v.MapKeys() {
			to.SetMapIndex(key, copyOf(v.MapIndex(key)))
		}
	default:
		to.Set(v)
	}
	return to
}
