package report_test

import (
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// backdatedReview are the facts of case 23: one of forty changes, whose review was backdated.
func backdatedReview(c *engagementCase) {
	c.tested("K-CC8.1", evidence.RandomSample, 400, 40).deviates("K-CC8.1", 1, intentional)
	c.notPervasive(oper, criteria.CC8_1)
}

// lateTerminations are the facts of case 29: k of n terminations were late.
func lateTerminations(n int64, k int, cause evidence.Cause) func(*engagementCase) {
	return func(c *engagementCase) {
		c.tested("K-CC6.3", evidence.RandomSample, 400, n)
		c.deviates("K-CC6.3", k, becauseOf(cause), func(d *evidence.Deviation) { d.Kind = evidence.LateOccurrence })
		c.notPervasive(oper, criteria.CC6_3)
	}
}

// twoRebutted are the facts of case 31 up to the aggregate: CC6.2 and CC6.3 unmet, each judged not material.
func twoRebutted(c *engagementCase) *report.Aggregate {
	c.deviates("K-CC6.2", 12).deviates("K-CC6.3", 12)
	c.judge(scope.No, "", misstatement(oper, criteria.CC6_2)).judge(scope.No, "", misstatement(oper, criteria.CC6_3))
	c.eng.Fieldwork.Judgments.Aggregates = []report.Aggregate{{
		ID: "AG-1", Findings: []report.FindingKey{misstatement(oper, criteria.CC6_2), misstatement(oper, criteria.CC6_3)},
		Material: scope.Yes, Pervasive: scope.No, Decision: decided(),
	}}
	return &c.eng.Fieldwork.Judgments.Aggregates[0]
}

var deviationCases = []workedCase{
	{name: "2 one of 25, tolerable 15 %, isolated", build: func(c *engagementCase) {
		c.deviates("K-CC6.2", 1).tolerates("K-CC6.2", "0.15")
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "2 at a tolerable rate of 10 %", build: func(c *engagementCase) {
		c.deviates("K-CC6.2", 1).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "2 a decision cannot overrule the rate", build: func(c *engagementCase) {
		c.deviates("K-CC6.2", 1).tolerable("K-CC6.2", scope.Yes).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "2 decided not tolerable all the same", build: func(c *engagementCase) {
		c.deviates("K-CC6.2", 1).tolerates("K-CC6.2", "0.15").tolerable("K-CC6.2", scope.No).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "2 the whole population tested: its rate, not a limit", build: func(c *engagementCase) {
		c.census("K-CC6.2", 40).deviates("K-CC6.2", 4)
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "2 the whole population tested, above the rate", build: func(c *engagementCase) {
		c.census("K-CC6.2", 40).deviates("K-CC6.2", 5).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "2 not drawn at random", build: func(c *engagementCase) {
		c.tested("K-CC6.2", evidence.Haphazard, 400, 60).deviates("K-CC6.2", 1)
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "2 not drawn at random, decided tolerable", build: func(c *engagementCase) {
		c.tested("K-CC6.2", evidence.Haphazard, 400, 60).deviates("K-CC6.2", 1).tolerable("K-CC6.2", scope.Yes)
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "a population of 12 has no rate", build: func(c *engagementCase) { c.census("K-CC6.2", 12).deviates("K-CC6.2", 1) },
		want: outcome{description: U, design: U, operating: X}},
	{name: "a population of 13 has one", build: func(c *engagementCase) { c.census("K-CC6.2", 13).deviates("K-CC6.2", 1) },
		want: outcome{description: U, design: U, operating: U}},
	{name: "a failure known from an incident, sample clean", build: func(c *engagementCase) {
		c.deviation(evidence.Deviation{Control: "K-CC6.2", FoundThrough: "an incident", Date: "2026-03-03"})
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "a failure known from a complaint, undated, sample clean", build: func(c *engagementCase) {
		c.deviation(evidence.Deviation{Control: "K-CC6.2", FoundThrough: "a complaint"})
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "a failure known from an incident, tolerable, not decided whether intentional", build: func(c *engagementCase) {
		c.deviation(evidence.Deviation{Control: "K-CC6.2", FoundThrough: "an incident"}, func(d *evidence.Deviation) { d.Intentional = "" })
		c.tolerable("K-CC6.2", scope.Yes)
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "more deviations than items tested are no lower a rate", build: func(c *engagementCase) {
		c.tested("K-CC6.2", evidence.RandomSample, 400, 1).deviates("K-CC6.2", 2).tolerable("K-CC6.2", scope.Yes)
		c.notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "an item for which nobody could tell", build: func(c *engagementCase) {
		c.census("K-CC6.2", 1).planNamed("K-CC6.2").Attributes = []evidence.Attribute{{ID: "A", Text: "It was approved."}}
		c.testNamed("K-CC6.2").Grid = []evidence.TestedItem{{Item: "a", Outcomes: []evidence.Outcome{evidence.CannotTell}}}
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "a failure known from an incident, decided not tolerable", build: func(c *engagementCase) {
		c.deviation(evidence.Deviation{Control: "K-CC6.2", FoundThrough: "an incident", Date: "2026-03-03"})
		c.tolerable("K-CC6.2", scope.No).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "23 backdated review, decided not tolerable", build: func(c *engagementCase) {
		backdatedReview(c)
		c.tolerable("K-CC8.1", scope.No)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC8_1), considers: []string{report.ConsiderIntent}}},
	{name: "23 no decision", build: backdatedReview,
		want: outcome{description: U, design: U, operating: X, considers: []string{report.ConsiderIntent}}},
	{name: "23 not decided whether intentional", build: func(c *engagementCase) {
		backdatedReview(c)
		c.eng.Fieldwork.Deviations[0].Intentional = ""
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "23 an intentional one decided tolerable explains nothing of another", build: func(c *engagementCase) {
		c.tested("K-CC8.1", evidence.RandomSample, 400, 60).deviates("K-CC8.1", 1, intentional).deviates("K-CC8.1", 1, becauseOf(evidence.UnknownCause))
		c.tolerable("K-CC8.1", scope.Yes)
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "29 expanded to 60, three late", build: lateTerminations(60, 3, evidence.Isolated),
		want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "29 two of 60 late, isolated", build: lateTerminations(60, 2, evidence.Isolated),
		want: outcome{description: U, design: U, operating: U}},
	{name: "29 two of 60 late, cause unknown", build: lateTerminations(60, 2, evidence.UnknownCause),
		want: outcome{description: U, design: U, operating: X}},
	{name: "29 two of 60 late, systemic", build: lateTerminations(60, 2, evidence.Systemic),
		want: outcome{description: U, design: U, operating: X}},
	{name: "29 two of 60 late, systemic, decided tolerable", build: func(c *engagementCase) {
		lateTerminations(60, 2, evidence.Systemic)(c)
		c.tolerable("K-CC6.3", scope.Yes)
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "29 two of 60 late, systemic, decided not tolerable", build: func(c *engagementCase) {
		lateTerminations(60, 2, evidence.Systemic)(c)
		c.tolerable("K-CC6.3", scope.No)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "31 two rebutted criteria, material together", build: func(c *engagementCase) { twoRebutted(c) },
		want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2, criteria.CC6_3)}},
	{name: "31 the aggregate not decided", build: func(c *engagementCase) { twoRebutted(c).Decision = scope.Decision{} },
		want: outcome{description: U, design: U, operating: X}},
	{name: "31 not material together either", build: func(c *engagementCase) { twoRebutted(c).Material = scope.No },
		want: outcome{description: U, design: U, operating: U}},
	{name: "31 material together, and pervasive", build: func(c *engagementCase) { twoRebutted(c).Pervasive = scope.Yes },
		want: outcome{description: U, design: U, operating: A, onOperating: ids(criteria.CC6_2, criteria.CC6_3)}},
	{name: "31 one half rebutted, the other without a test", build: func(c *engagementCase) {
		c.untested("K-CC6.2").plan("K-CC6.2", "first", firstHalf).deviates("first", 12)
		c.judge(scope.No, "", misstatement(oper, criteria.CC6_2))
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "31 one half unmet and material, the other without a test, which cannot matter", build: func(c *engagementCase) {
		c.untested("K-CC6.2").plan("K-CC6.2", "first", firstHalf).deviates("first", 12).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "31 nobody weighed them together", build: func(c *engagementCase) {
		twoRebutted(c)
		c.eng.Fieldwork.Judgments.Aggregates = nil
	}, want: outcome{description: U, design: U, operating: U, considers: []string{report.ConsiderAggregate}}},
	{name: "31 rebutted without a reason", build: func(c *engagementCase) {
		twoRebutted(c).Material = scope.No
		c.eng.Fieldwork.Judgments.Findings[0].Decision.Reason = ""
	}, want: outcome{description: U, design: U, operating: X, onOperating: ids(criteria.CC6_2)}},
	{name: "31 rebutted before a further deviation was decided on", build: func(c *engagementCase) {
		twoRebutted(c).Material = scope.No
		c.deviates("K-CC6.2", 1, func(d *evidence.Deviation) { d.Decision.Date = decisionDay.AddDays(1) })
	}, want: outcome{description: U, design: U, operating: X, onOperating: ids(criteria.CC6_2)}},
}

// laterEvent adds an event that became known after the end of the period.
func laterEvent(e report.SubsequentEvent) func(*engagementCase) {
	return func(c *engagementCase) {
		e.ID, e.Text = "EV-9", "A former administrator's account was found to be open."
		if e.Learned == "" {
			e.Learned = "2027-01-15"
		}
		c.eng.Fieldwork.SubsequentEvents = []report.SubsequentEvent{e}
		c.judge(scope.Yes, scope.No, fromRecord(desc, report.Misstatement, "event/EV-9"))
	}
}

var eventCases = []workedCase{
	{name: "not said whether it is about the period", build: laterEvent(report.SubsequentEvent{}),
		want: outcome{description: X, design: X, operating: X}},
	{name: "a condition in the period, not evaluated", build: laterEvent(report.SubsequentEvent{Concerns: report.ConditionInPeriod}),
		want: outcome{description: X, design: X, operating: X}},
	{name: "a condition in the period, evaluated as a deviation", build: func(c *engagementCase) {
		laterEvent(report.SubsequentEvent{Concerns: report.ConditionInPeriod, EvaluatedAs: []string{"D-1"}})(c)
		c.deviation(evidence.Deviation{Control: "K-CC6.2", FoundThrough: "an event after the period", Date: "2026-12-03"})
		c.tolerable("K-CC6.2", scope.No).notPervasive(oper, criteria.CC6_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_2)}},
	{name: "new, and silence misleads", build: laterEvent(report.SubsequentEvent{
		Concerns: report.NewCondition, Significant: scope.Yes, UsersMisled: scope.Yes, Decision: decided(),
	}), want: outcome{description: Q, design: U, operating: U}},
	{name: "new, and disclosed", build: laterEvent(report.SubsequentEvent{
		Concerns: report.NewCondition, Significant: scope.Yes, UsersMisled: scope.Yes, Disclosed: true, Decision: decided(),
	}), want: outcome{description: U, design: U, operating: U}},
	{name: "new, and not significant", build: laterEvent(report.SubsequentEvent{
		Concerns: report.NewCondition, Significant: scope.No, Decision: decided(),
	}), want: outcome{description: U, design: U, operating: U}},
	{name: "new, and nobody decided", build: laterEvent(report.SubsequentEvent{Concerns: report.NewCondition}),
		want: outcome{description: X, design: U, operating: U}},
	{name: "known only after the report", build: func(c *engagementCase) {
		laterEvent(report.SubsequentEvent{Concerns: report.ConditionInPeriod, Learned: reportDay.AddDays(1)})(c)
		c.eng.Fieldwork.PractitionerOpinion = &report.PractitionerOpinion{
			Practitioner: "P. Partner", Firm: "Doe & Partners", Date: reportDay,
			Opinion: scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified, Operating: scope.Unmodified},
		}
	}, want: outcome{description: U, design: U, operating: U, considers: []string{report.ConsiderLater}}},
}
