package report_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// The days of the engagements built here. Everything is decided on decisionDay, before the report.
const (
	decisionDay calendar.Date = "2027-01-20"
	reportDay   calendar.Date = "2027-01-31"
)

var (
	year      = calendar.Year(2026)
	firstHalf = calendar.Period{From: "2026-01-01", To: "2026-06-30"}
	lastHalf  = calendar.Period{From: "2026-07-01", To: "2026-12-31"}
)

// An engagementCase builds an engagement for a test. It starts from one that is unmodified on all subjects: each
// applicable criterion is met by one effective control, and nothing is missing. What a test says on top are the facts of
// its case. Methods fail the test where they name a record that is not there.
type engagementCase struct {
	t   testing.TB
	eng report.Engagement
}

// newCase returns a type 2 engagement for 2026 over the categories, Security if none are given.
func newCase(t testing.TB, cats ...criteria.Category) *engagementCase {
	t.Helper()
	c := bareCase(t, cats...)
	for _, id := range c.eng.Program.Terms.Applicable() {
		c.control(baseControl(id), id).meets(id, control.Together(baseControl(id)))
	}
	return c
}

// bareCase is newCase without controls: all criteria are unmet.
func bareCase(t testing.TB, cats ...criteria.Category) *engagementCase {
	t.Helper()
	if len(cats) == 0 {
		cats = []criteria.Category{criteria.Security}
	}
	p := program.Program{
		Kind: program.Kind, SchemaVersion: program.SchemaVersion, ID: "acme-2026",
		Editions:    scope.Editions{Criteria: criteria.Edition2022, DescriptionCriteria: criteria.DescriptionEdition2022},
		Terms:       scope.Terms{Type: scope.Type2, Status: scope.Draft, Period: year, Categories: cats},
		Parties:     scope.Parties{ServiceOrganization: scope.Organization{Name: "Acme, Inc."}, ServiceAuditor: scope.Firm{Name: "Doe & Partners"}},
		System:      scope.System{Name: "Acme Cloud", Components: []scope.Component{}},
		Commitments: []scope.Commitment{}, Controls: []control.Control{},
		Evidence: []evidence.Item{{ID: "EV-1", Title: "Ticket and alert data", Class: evidence.ClassQuery, Source: "ticketing"}},
	}
	for dc := range criteria.DescriptionCriteria() {
		p.System.Description = append(p.System.Description, scope.DescriptionSection{ID: dc.ID, Paragraphs: []string{"Management's words."}})
	}
	for _, id := range p.Terms.Applicable() {
		p.Criteria = append(p.Criteria, control.CriterionControls{ID: id})
	}
	f := report.Fieldwork{
		Kind: report.FieldworkKind, SchemaVersion: report.SchemaVersion, ID: "acme-2026-fieldwork",
		Methodology:  report.Methodology{TolerableRate: "0.10", Risk: "0.10"},
		Independence: report.Independence{Confirmed: scope.Yes, Decision: decided()},
		Plans:        []evidence.TestPlan{}, Tests: []evidence.Test{}, Deviations: []evidence.Deviation{},
		SubsequentProceduresTo: reportDay,
		Letters: report.Letters{
			Assertion:       report.Assertion{Status: report.Given, Date: reportDay, Signer: "C. Chief", Description: true, Design: true, Operating: true},
			Representations: report.Representations{Status: report.Given, Date: reportDay, Signer: "C. Chief"},
		},
	}
	return &engagementCase{t, report.Join(p, f)}
}

// baseControl is the control that meets a criterion in newCase.
func baseControl(id criteria.ID) control.ID { return control.ID("K-" + id) }

func decided() scope.Decision {
	return scope.Decision{Decider: "P. Partner", Date: decisionDay, Reason: "weighed against what users rely on"}
}

// type1 turns the engagement into a type 1 as of the last day, without tests.
func (c *engagementCase) type1() *engagementCase {
	c.eng.Program.Terms.Type, c.eng.Program.Terms.AsOf, c.eng.Program.Terms.Period = scope.Type1, year.To, calendar.Period{}
	f := &c.eng.Fieldwork
	f.Plans, f.Tests, f.Letters.Assertion.Operating = []evidence.TestPlan{}, []evidence.Test{}, false
	return c
}

// control adds a control that is described, relied on, suitably designed, implemented and tested without deviation in 25
// of 400 items drawn at random.
func (c *engagementCase) control(id control.ID, ids ...criteria.ID) *engagementCase {
	p, f := &c.eng.Program, &c.eng.Fieldwork
	p.Controls = append(p.Controls, control.Control{
		ID: id, Text: "Someone does something that leaves a record.", Criteria: ids, Described: true, Relied: true,
		Automation: control.Manual, Frequency: calendar.Frequency{Trigger: "request"}, Owner: "Operations",
	})
	f.Judgments.Controls = append(f.Judgments.Controls, report.ControlJudgment{
		ID: "J-" + string(id), Control: id, Design: report.Suitable, Implemented: report.Implemented, Decision: decided(),
	})
	if p.Terms.Type == scope.Type2 {
		c.plan(id, string(id), p.Terms.Period)
	}
	return c
}

// plan adds a plan for a control, P-name, and a test without deviation, T-name.
func (c *engagementCase) plan(id control.ID, name string, period calendar.Period) *engagementCase {
	f := &c.eng.Fieldwork
	f.Plans = append(f.Plans, evidence.TestPlan{ID: "P-" + name, Control: id, Period: period, Extent: evidence.RandomSample})
	f.Tests = append(f.Tests, evidence.Test{
		ID: "T-" + name, Plan: "P-" + name, PopulationSize: 400, Tested: 25, Concluded: decisionDay,
		Procedures: []evidence.Procedure{{Kind: evidence.Inspection, Text: "Inspected the records.", Performed: decisionDay}},
	})
	return c
}

// meets replaces the alternatives of a criterion.
func (c *engagementCase) meets(id criteria.ID, alternatives ...control.Alternative) *engagementCase {
	i := slices.IndexFunc(c.eng.Program.Criteria, func(x control.CriterionControls) bool { return x.ID == id })
	require.GreaterOrEqual(c.t, i, 0, "no criterion %s", id)
	c.eng.Program.Criteria[i].Alternatives = alternatives
	return c
}

// The records of a control, to change facts in place.

func (c *engagementCase) controlOf(id control.ID) *control.Control {
	return only(c.t, c.eng.Program.Controls, func(x control.Control) bool { return x.ID == id })
}

func (c *engagementCase) judgmentOf(id control.ID) *report.ControlJudgment {
	return only(c.t, c.eng.Fieldwork.Judgments.Controls, func(x report.ControlJudgment) bool { return x.Control == id })
}

func (c *engagementCase) planNamed(name string) *evidence.TestPlan {
	return only(c.t, c.eng.Fieldwork.Plans, func(x evidence.TestPlan) bool { return x.ID == "P-"+name })
}

func (c *engagementCase) testNamed(name string) *evidence.Test {
	return only(c.t, c.eng.Fieldwork.Tests, func(x evidence.Test) bool { return x.ID == "T-"+name })
}

func only[T any](t testing.TB, list []T, is func(T) bool) *T {
	t.Helper()
	i := slices.IndexFunc(list, is)
	require.GreaterOrEqual(t, i, 0, "no such %T", *new(T))
	return &list[i]
}

// tested sets how a test was done: extent, items in the population, items looked at.
func (c *engagementCase) tested(name string, extent evidence.Extent, population, n int64) *engagementCase {
	c.planNamed(name).Extent = extent
	t := c.testNamed(name)
	t.PopulationSize, t.Tested = population, n
	return c
}

// census sets a test of all of n items.
func (c *engagementCase) census(name string, n int64) *engagementCase {
	return c.tested(name, evidence.Census, n, n)
}

// deviates adds k deviations that a test found: isolated, not intentional, decided.
func (c *engagementCase) deviates(name string, k int, change ...func(*evidence.Deviation)) *engagementCase {
	plan, test := c.planNamed(name), c.testNamed(name)
	for range k {
		c.deviation(evidence.Deviation{Control: plan.Control, Test: test.ID}, change...)
	}
	return c
}

// deviation adds one deviation; what d does not say is filled in.
func (c *engagementCase) deviation(d evidence.Deviation, change ...func(*evidence.Deviation)) *engagementCase {
	f := &c.eng.Fieldwork
	n := len(f.Deviations) + 1
	d.ID, d.Item = fmt.Sprintf("D-%d", n), fmt.Sprintf("item-%d", n)
	d.Kind, d.Nature = evidence.FailedAttribute, "It was not done as described."
	d.Cause, d.Intentional, d.Decision = evidence.Isolated, scope.No, decided()
	for _, do := range change {
		do(&d)
	}
	f.Deviations = append(f.Deviations, d)
	return c
}

func missed(d *evidence.Deviation)      { d.Kind = evidence.MissedOccurrence }
func intentional(d *evidence.Deviation) { d.Intentional = scope.Yes }

func becauseOf(cause evidence.Cause) func(*evidence.Deviation) {
	return func(d *evidence.Deviation) { d.Cause = cause }
}

// noOccurrence makes a test say, corroborated, that nothing occurred.
func (c *engagementCase) noOccurrence(name string) *engagementCase {
	t := c.testNamed(name)
	t.PopulationSize, t.Tested = 0, 0
	t.NoOccurrence = &evidence.NoOccurrence{Reason: "No trigger arose, or none was due.", Corroboration: []string{"EV-1"}}
	return c
}

// notTestable makes a test say that evidence cannot be had.
func (c *engagementCase) notTestable(name string) *engagementCase {
	t := c.testNamed(name)
	t.PopulationSize, t.Tested = 0, 0
	t.Limitation = &evidence.Limitation{Reason: "The records were lost.", Alternatives: "Logs and mails were searched.", Existed: []string{"EV-1"}}
	return c
}

// untested takes the plan and test of that name away.
func (c *engagementCase) untested(name string) *engagementCase {
	f := &c.eng.Fieldwork
	f.Plans = slices.DeleteFunc(f.Plans, func(p evidence.TestPlan) bool { return p.ID == "P-"+name })
	f.Tests = slices.DeleteFunc(f.Tests, func(t evidence.Test) bool { return t.ID == "T-"+name })
	return c
}

// tolerable records the decision on a control's deviations, for all time or a period.
func (c *engagementCase) tolerable(id control.ID, answer scope.Answer, period ...calendar.Period) *engagementCase {
	j := &c.eng.Fieldwork.Judgments
	t := report.ToleranceJudgment{ID: fmt.Sprintf("TOL-%d", len(j.Tolerances)+1), Control: id, Tolerable: answer, Decision: decided()}
	if len(period) > 0 {
		t.Period = period[0]
	}
	j.Tolerances = append(j.Tolerances, t)
	return c
}

// judge records a decision on findings.
func (c *engagementCase) judge(material, pervasive scope.Answer, keys ...report.FindingKey) *engagementCase {
	j := &c.eng.Fieldwork.Judgments
	j.Findings = append(j.Findings, report.FindingJudgment{
		ID: fmt.Sprintf("F-%d", len(j.Findings)+1), Findings: keys, Material: material, Pervasive: pervasive, Decision: decided(),
	})
	return c
}

// notPervasive decides that the misstatements of criteria are not pervasive.
func (c *engagementCase) notPervasive(s report.Subject, ids ...criteria.ID) *engagementCase {
	for _, id := range ids {
		c.judge("", scope.No, misstatement(s, id))
	}
	return c
}

func misstatement(s report.Subject, id criteria.ID) report.FindingKey {
	return report.FindingKey{Subject: s, Kind: report.Misstatement, Criterion: id}
}

func limitation(s report.Subject, id criteria.ID) report.FindingKey {
	return report.FindingKey{Subject: s, Kind: report.ScopeLimit, Criterion: id}
}

func fromRecord(s report.Subject, k report.FindingKind, origin string) report.FindingKey {
	return report.FindingKey{Subject: s, Kind: k, Origin: origin}
}

// host adds the subservice organization HOST, which is necessary, with what change says of it.
func (c *engagementCase) host(change func(*scope.SubserviceOrganization)) *engagementCase {
	s := scope.SubserviceOrganization{ID: "HOST", Name: "Hosting provider", Services: "Data centers", Necessary: scope.Yes, Decision: decided()}
	change(&s)
	c.eng.Program.SubserviceOrganizations = append(c.eng.Program.SubserviceOrganizations, s)
	return c
}

// carvedOut says that HOST is disclosed and carved out for a criterion, which nothing but a CSOC meets, and that an
// effective control, VM-1, monitors it.
func (c *engagementCase) carvedOut(id criteria.ID) *engagementCase {
	c.host(func(s *scope.SubserviceOrganization) {
		s.Method, s.Disclosed, s.Criteria = scope.CarveOut, true, []criteria.ID{id}
		s.Controls = []scope.SubserviceControl{{ID: "CSOC-1", Text: "Guards the doors.", Criteria: []criteria.ID{id}}}
	})
	c.remove(baseControl(id)).meets(id, control.Alternative{}.WithCSOC("CSOC-1"))
	c.control("VM-1", criteria.CC9_2).controlOf("VM-1").Monitors = []string{"HOST"}
	return c
}

// remove takes a control and all that is recorded on it away.
func (c *engagementCase) remove(id control.ID) *engagementCase {
	p, f := &c.eng.Program, &c.eng.Fieldwork
	p.Controls = slices.DeleteFunc(p.Controls, func(x control.Control) bool { return x.ID == id })
	f.Judgments.Controls = slices.DeleteFunc(f.Judgments.Controls, func(x report.ControlJudgment) bool { return x.Control == id })
	return c.untested(string(id))
}

// sampling sets the tolerable rate of a plan, with no deviation expected and a risk of 10 %.
func (c *engagementCase) tolerates(name string, rate sampling.Rate) *engagementCase {
	c.planNamed(name).Sampling = sampling.Plan{Tolerable: rate, Expected: "0", Risk: "0.10"}
	return c
}

// planOf returns the plan that a test carries out.
func planOf(e report.Engagement, test evidence.Test) evidence.TestPlan {
	for _, plan := range e.Fieldwork.Plans {
		if plan.ID == test.Plan {
			return plan
		}
	}
	return evidence.TestPlan{}
}
