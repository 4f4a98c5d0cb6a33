package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// Codes of the problems that only a fieldwork, or an engagement as a whole, has.
const (
	CodeTestsInType1        problem.Code = "type1-tests"                  // a test of operation in a type 1
	CodePlanUntested        problem.Code = "plan-untested"                // a plan without a test
	CodePlanTwice           problem.Code = "plan-tested-twice"            // two tests for one plan
	CodePlanOutside         problem.Code = "plan-outside-period"          // a plan for days that the report does not cover
	CodePlanPopulation      problem.Code = "plan-population"              // a population of another control or time
	CodeTestPopulation      problem.Code = "test-population-size"         // a size that differs from the population's count
	CodeTestDeviations      problem.Code = "test-deviations"              // a row that deviated without a recorded deviation, or the other way
	CodeTestAttribute       problem.Code = "deviation-attribute"          // an attribute that the plan does not have
	CodeDeviationOther      problem.Code = "deviation-of-another-control" // a deviation found by a test of another control
	CodeDeviationLater      problem.Code = "deviation-later"              // known otherwise, and dated after what the report covers
	CodeSelectionItems      problem.Code = "selection-items"              // items tested that were not drawn, or drawn and not tested
	CodeSelectionRoot       problem.Code = "selection-root"               // a selection from another population than the plan's
	CodeSelectionDiffers    problem.Code = "selection-differs"            // a record that drawing again from the items does not give
	CodeSelectionUnchecked  problem.Code = "selection-unchecked"          // too many items in all to draw from again
	CodeSelectionAbsent     problem.Code = "selection-absent"             // a random sample without a record of its selection
	CodeAssertionIncomplete problem.Code = "assertion-incomplete"         // an assertion given that leaves out a part the report covers
	CodeWordingUnknown      problem.Code = "wording-element-unknown"      // words for an element that no report has
	CodeNotInScope          problem.Code = "criterion-not-in-scope"       // a finding or basis paragraph on a criterion that does not apply
)

// Validate reports everything that is wrong with f that can be told without its program.
func (f Fieldwork) Validate() problem.List { return f.validate(nil) }

// Validate reports everything that is wrong with e: the program, the fieldwork, and what only both together show.
func (e Engagement) Validate() problem.List {
	l := record.Header(e.Kind, EngagementKind, e.SchemaVersion, SchemaVersion)
	l.Append(e.Program.Validate().Under("program"))
	l.Append(e.Fieldwork.validate(&e.Program).Under("fieldwork"))
	return l
}

// validate checks f, and against p where p is given.
func (f Fieldwork) validate(p *program.Program) problem.List {
	l := record.Header(f.Kind, FieldworkKind, f.SchemaVersion, SchemaVersion)
	record.ID(&l, "/id", f.ID)
	if f.ProgramDigest != "" && !f.ProgramDigest.IsValid() {
		l.Errorf("/programDigest", sampling.CodeDigestInvalid, "a digest is 64 lowercase hexadecimal digits")
	}
	record.Join(&l, "/methodology", f.Methodology.validate(p != nil && p.Terms.Type == scope.Type2))
	record.Join(&l, "/independence", f.Independence.Validate())

	x := newFieldworkIndex(&l, f, p)
	x.plans(&l)
	x.selections(&l)
	x.tests(&l)
	x.deviations(&l)
	for i, fd := range f.Findings {
		record.Join(&l, problem.Pointer("findings", i), fd.Validate())
	}
	for i, c := range f.ContraryEvidence {
		at := problem.Pointer("contraryEvidence", i)
		record.Join(&l, at, c.Validate())
		if p != nil {
			record.Ref(&l, at+"/subserviceOrganization", "subservice organization", c.SubserviceOrganization, x.subservice, true)
		}
	}
	record.Join(&l, "/judgments", f.Judgments.validate(x.controls))
	evaluated := make(map[string]int, len(x.deviationAt)+len(x.findingAt))
	for id := range x.deviationAt {
		evaluated[id] = 0
	}
	for id := range x.findingAt {
		evaluated[id] = 0
	}
	for i, ev := range f.SubsequentEvents {
		at := problem.Pointer("subsequentEvents", i)
		record.Join(&l, at, ev.Validate())
		record.Refs(&l, at+"/evaluatedAs", "deviation or finding", ev.EvaluatedAs, evaluated)
	}
	record.Day(&l, "/subsequentProceduresTo", f.SubsequentProceduresTo, false)
	record.Join(&l, "/letters", f.Letters.Validate())
	if p != nil {
		f.validateScope(&l, p.Terms.Applicable())
		f.validateAssertion(&l, p.Terms)
	}
	if o := f.PractitionerOpinion; o != nil {
		record.Join(&l, "/practitionerOpinion", o.validate())
		span := calendar.Period{}
		if p != nil {
			span = p.Terms.Span()
		}
		f.validateOpinionDate(&l, *o, span)
		if p != nil {
			record.Join(&l, "/practitionerOpinion", o.validateFor(p.Terms))
		}
	}
	wording := make(map[string]bool, len(f.Wording))
	for i, w := range f.Wording {
		at := problem.Pointer("wording", i)
		if _, ok := elementByID(w.Element); !ok {
			l.Errorf(at+"/element", CodeWordingUnknown, "%q is no element of a report", w.Element)
		} else if wording[w.Element] {
			l.Errorf(at+"/element", problem.CodeRepeated, "the element has words already")
		}
		wording[w.Element] = true
		record.Texts(&l, at+"/paragraphs", w.Paragraphs, "the text of the paragraph")
	}
	for i, w := range f.Waivers {
		at := problem.Pointer("waivers", i)
		record.Text(&l, at+"/rule", string(w.Rule), "the code of the problem set aside")
		record.Text(&l, at+"/reason", w.Reason, "why it does not matter")
		record.Text(&l, at+"/approver", w.Approver, "who decided")
		record.Day(&l, at+"/expires", w.Expires, true)
	}
	for i, r := range f.Distribution {
		at := problem.Pointer("distribution", i)
		record.Text(&l, at+"/name", r.Name, "the recipient")
		record.Text(&l, at+"/agreement", r.Agreement, "the agreement under which it was given")
		record.Day(&l, at+"/date", r.Date, true)
	}
	return l
}

// validateOpinionDate reports an opinion dated before what it rests on: the end of what it covers, the letters, or the last
// result of a test.
func (f Fieldwork) validateOpinionDate(l *problem.List, o PractitionerOpinion, span calendar.Period) {
	last, what := span.To, "the end of what it covers"
	later := func(d calendar.Date, of string) {
		if d.IsValid() && (last.IsZero() || d.After(last)) {
			last, what = d, of
		}
	}
	later(f.Letters.Assertion.Date, "the assertion")
	later(f.Letters.Representations.Date, "the representation letter")
	for _, t := range f.Tests {
		later(t.Concluded, "the last result of a test")
	}
	if last.After(o.Date) {
		l.Errorf("/practitionerOpinion/date", CodeOpinionEarly, "the report is dated before %s, %s", what, last)
	}
}

// validateScope reports findings and basis paragraphs on criteria that do not apply.
func (f Fieldwork) validateScope(l *problem.List, applicable []criteria.ID) {
	check := func(path string, ids []criteria.ID) {
		for i, id := range ids {
			if id.IsValid() && !slices.Contains(applicable, id) {
				l.Errorf(path+problem.Pointer(i), CodeNotInScope, "%s does not apply to the categories of the report", id)
			}
		}
	}
	for i, fd := range f.Findings {
		check(problem.Pointer("findings", i, "criteria"), fd.Criteria)
	}
	if f.PractitionerOpinion == nil {
		return
	}
	for i, b := range f.PractitionerOpinion.Basis {
		check(problem.Pointer("practitionerOpinion", "basis", i, "criteria"), b.Criteria)
	}
}

func (f Fieldwork) validateAssertion(l *problem.List, t scope.Terms) {
	a := f.Letters.Assertion
	if a.Status != Given {
		return
	}
	if !a.Description || !a.Design || (t.Type == scope.Type2 && !a.Operating) {
		l.Errorf("/letters/assertion", CodeAssertionIncomplete, "it asserts the description, the design and, in a type 2, the operation")
	}
	if t.Type == scope.Type1 && a.Operating {
		l.Errorf("/letters/assertion/operating", CodeOpinionNotCovered, "a type 1 says nothing of operation")
	}
}

// fieldworkIndex maps the ids of a fieldwork, and of its program where there is one, to positions.
type fieldworkIndex struct {
	f                                      Fieldwork
	p                                      *program.Program
	planAt, testAt, deviationAt, findingAt map[string]int
	controls                               map[control.ID]int
	subservice, evidence, populations      map[string]int
	testOfPlan                             map[string]int
	populationOf                           map[populationControl]bool
	deviated                               map[testItem]bool
	deviating                              map[string]int64 // items, by test
}

// A populationControl is a population and a control that it is of.
type populationControl struct {
	population string
	control    control.ID
}

// A testItem is an item of a test for which a deviation is recorded.
type testItem struct{ test, item string }

func newFieldworkIndex(l *problem.List, f Fieldwork, p *program.Program) fieldworkIndex {
	x := fieldworkIndex{f: f, p: p}
	x.planAt = record.Index(l, "plans", len(f.Plans), func(i int) string { return f.Plans[i].ID })
	record.Index(l, "selections", len(f.Selections), func(i int) string { return f.Selections[i].ID })
	x.testAt = record.Index(l, "tests", len(f.Tests), func(i int) string { return f.Tests[i].ID })
	x.deviationAt = record.Index(l, "deviations", len(f.Deviations), func(i int) string { return f.Deviations[i].ID })
	x.findingAt = record.Index(l, "findings", len(f.Findings), func(i int) string { return f.Findings[i].ID })
	record.Index(l, "contraryEvidence", len(f.ContraryEvidence), func(i int) string { return f.ContraryEvidence[i].ID })
	record.Index(l, "subsequentEvents", len(f.SubsequentEvents), func(i int) string { return f.SubsequentEvents[i].ID })
	record.Index(l, "waivers", len(f.Waivers), func(i int) string { return f.Waivers[i].ID })
	record.Index(l, "distribution", len(f.Distribution), func(i int) string { return f.Distribution[i].ID })
	x.deviated, x.deviating = make(map[testItem]bool), make(map[string]int64)
	for _, d := range f.Deviations {
		if d.Test == "" {
			continue
		}
		if key := (testItem{d.Test, d.Item}); d.Item == "" || !x.deviated[key] {
			x.deviated[key] = true
			x.deviating[d.Test]++
		}
	}
	var none problem.List // the program reports its own ids
	if p != nil {
		x.controls = record.Index(&none, "controls", len(p.Controls), func(i int) control.ID { return p.Controls[i].ID })
		x.subservice = record.Index(&none, "subserviceOrganizations", len(p.SubserviceOrganizations), func(i int) string { return p.SubserviceOrganizations[i].ID })
		x.evidence = record.Index(&none, "evidence", len(p.Evidence), func(i int) string { return p.Evidence[i].ID })
		x.populations = record.Index(&none, "populations", len(p.Populations), func(i int) string { return p.Populations[i].ID })
		x.populationOf = make(map[populationControl]bool)
		for _, pop := range p.Populations {
			for _, id := range pop.Controls {
				x.populationOf[populationControl{pop.ID, id}] = true
			}
		}
		return x
	}
	// Without a program every control that the fieldwork speaks of is taken to exist.
	x.controls = make(map[control.ID]int)
	for _, plan := range f.Plans {
		x.controls[plan.Control] = 0
	}
	for _, d := range f.Deviations {
		x.controls[d.Control] = 0
	}
	for _, j := range f.Judgments.Controls {
		x.controls[j.Control] = 0
	}
	for _, j := range f.Judgments.Tolerances {
		x.controls[j.Control] = 0
	}
	return x
}

func (x *fieldworkIndex) plans(l *problem.List) {
	x.testOfPlan = make(map[string]int, len(x.f.Tests))
	for i, t := range x.f.Tests {
		var own problem.List
		record.Ref(&own, "/plan", "plan", t.Plan, x.planAt, true)
		if first, ok := x.testOfPlan[t.Plan]; ok {
			own.Errorf("/plan", CodePlanTwice, "the plan is carried out by %s already", problem.Pointer("tests", first))
		} else {
			x.testOfPlan[t.Plan] = i
		}
		l.Append(own.Under("tests", i))
	}
	for i, plan := range x.f.Plans {
		l.Append(x.plan(plan).Under("plans", i))
	}
}

func (x *fieldworkIndex) plan(plan evidence.TestPlan) problem.List {
	l := plan.Validate()
	record.Ref(&l, "/control", "control", plan.Control, x.controls, true)
	if _, ok := x.testOfPlan[plan.ID]; !ok {
		l.Warnf("", CodePlanUntested, "no test carries out the plan, so nothing is concluded on %q", string(plan.Control))
	}
	if x.p == nil {
		return l
	}
	if x.p.Terms.Type == scope.Type1 {
		l.Errorf("", CodeTestsInType1, "a type 1 has no tests of operation")
	}
	if span := x.p.Terms.Span(); plan.Period.IsValid() && span.IsValid() && !plan.Period.Overlaps(span) {
		l.Errorf("/period", CodePlanOutside, "the report covers %s", span)
	}
	record.Ref(&l, "/population", "population", plan.Population, x.populations, false)
	if i, ok := x.populations[plan.Population]; ok {
		if pop := x.p.Populations[i]; !x.populationOf[populationControl{pop.ID, plan.Control}] || !pop.Period.Overlaps(plan.Period) {
			l.Errorf("/population", CodePlanPopulation, "the population is not of %q in %s", string(plan.Control), plan.Period)
		}
	}
	return l
}

// population returns the population of a plan, where the program has it.
func (x *fieldworkIndex) population(plan evidence.TestPlan) (evidence.Population, bool) {
	if x.p == nil {
		return evidence.Population{}, false
	}
	i, ok := x.populations[plan.Population]
	if !ok {
		return evidence.Population{}, false
	}
	return x.p.Populations[i], true
}
