package report_test

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// refusedAccess are the facts of case 16: management refuses access, which touches all three subjects.
func refusedAccess(c *engagementCase) {
	c.eng.Fieldwork.Findings = []report.Finding{{
		ID: "LIM-1", Subjects: report.Subjects(), Kind: report.ScopeLimit, ImposedByManagement: true,
		Text: "Management refused access to the configuration of production and to staff.",
	}}
	for _, s := range report.Subjects() {
		c.judge(scope.Yes, scope.Yes, fromRecord(s, report.ScopeLimit, "finding/LIM-1"))
	}
}

// lookedOnce are the facts of case 30: an automated sole control for CC6.6 was looked at once, and CM-1, over changes to its
// system, is deficient. CC8.1 is met by another alternative.
func lookedOnce(c *engagementCase) {
	c.control("CM-1", criteria.CC8_1).deviates("CM-1", 12)
	c.meets(criteria.CC8_1, control.Together("K-CC8.1"), control.Together("CM-1"))
	ctl := c.controlOf("K-CC6.6")
	ctl.Automation, ctl.Frequency, ctl.DependsOn = control.Automated, calendar.Frequency{Interval: calendar.Continuous}, []control.ID{"CM-1"}
	c.tested("K-CC6.6", evidence.Configuration, 1, 1)
	c.judge("", scope.No, limitation(oper, criteria.CC6_6))
}

var limitationCases = []workedCase{
	{name: "15 four months of change tickets lost", build: func(c *engagementCase) {
		kept, lost := calendar.Period{From: "2026-01-01", To: "2026-08-31"}, calendar.Period{From: "2026-09-01", To: "2026-12-31"}
		c.untested("K-CC8.1").plan("K-CC8.1", "kept", kept).plan("K-CC8.1", "lost", lost).notTestable("lost")
		c.judge("", scope.No, limitation(oper, criteria.CC8_1))
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC8_1)}},
	{name: "15 pervasive", build: func(c *engagementCase) {
		c.notTestable("K-CC8.1").judge("", scope.Yes, limitation(oper, criteria.CC8_1))
	}, want: outcome{description: U, design: U, operating: D, onOperating: ids(criteria.CC8_1)}},
	{name: "15 with a known failure decided not tolerable: a misstatement, not a limitation", build: func(c *engagementCase) {
		c.notTestable("K-CC8.1").deviation(evidence.Deviation{Control: "K-CC8.1", FoundThrough: "an incident", Date: "2026-03-03"})
		c.tolerable("K-CC8.1", scope.No).judge("", scope.Yes, limitation(oper, criteria.CC8_1)).notPervasive(oper, criteria.CC8_1)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC8_1)}},
	{name: "16 access refused by management", build: refusedAccess,
		want: outcome{description: D, design: D, operating: D, considers: []string{report.ConsiderWithdrawal}}},
	{name: "16 not decided whether pervasive", build: func(c *engagementCase) {
		refusedAccess(c)
		for i := range c.eng.Fieldwork.Judgments.Findings {
			c.eng.Fieldwork.Judgments.Findings[i].Pervasive = ""
		}
	}, want: outcome{description: X, design: X, operating: X, considers: []string{report.ConsiderWithdrawal}}},
	{name: "16 beside a pervasive failure, which no disclaimer hides", build: func(c *engagementCase) {
		refusedAccess(c)
		c.deviates("K-CC8.1", 12).judge("", scope.Yes, misstatement(oper, criteria.CC8_1))
	}, want: outcome{description: D, design: D, operating: A, onOperating: ids(criteria.CC8_1)}},
	{name: "17 representations refused", build: func(c *engagementCase) {
		c.eng.Fieldwork.Letters.Representations = report.Representations{Status: report.Refused}
	}, want: outcome{description: D, design: D, operating: D, considers: []string{report.ConsiderWithdrawal}}},
	{name: "17 in a type 1", build: func(c *engagementCase) {
		c.type1().eng.Fieldwork.Letters.Representations = report.Representations{Status: report.Refused}
	}, want: outcome{description: D, design: D, operating: NA, considers: []string{report.ConsiderWithdrawal}}},
	{name: "17 representations not yet given", build: func(c *engagementCase) {
		c.eng.Fieldwork.Letters.Representations = report.Representations{}
	}, want: outcome{description: X, design: X, operating: X}},
	{name: "no report: assertion refused", build: func(c *engagementCase) {
		c.eng.Fieldwork.Letters.Assertion = report.Assertion{Status: report.Refused}
	}, want: outcome{description: U, design: U, operating: U, noReport: 1}},
	{name: "no report: independence impaired", build: func(c *engagementCase) {
		c.eng.Fieldwork.Independence.Impairments = []string{"A partner owns shares of the client."}
	}, want: outcome{description: U, design: U, operating: U, noReport: 1}},
	{name: "no report: neither assertion nor independence in the record", build: func(c *engagementCase) {
		c.eng.Fieldwork.Letters.Assertion, c.eng.Fieldwork.Independence = report.Assertion{}, report.Independence{}
	}, want: outcome{description: U, design: U, operating: U, noReport: 2}},
	{name: "30 one look at an automated control, change control deficient", build: lookedOnce,
		want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_6)}},
	{name: "30 with a history of the configuration", build: func(c *engagementCase) {
		lookedOnce(c)
		c.testNamed("K-CC6.6").ConfigurationHistory = "EV-1"
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "30 with a history, but CC8.1 unmet", build: func(c *engagementCase) {
		lookedOnce(c)
		c.testNamed("K-CC6.6").ConfigurationHistory = "EV-1"
		c.meets(criteria.CC8_1, control.Together("CM-1")).notPervasive(oper, criteria.CC8_1)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC8_1)}},
	{name: "30 rebutted before a further deviation of the change control was decided on", build: func(c *engagementCase) {
		lookedOnce(c)
		c.eng.Fieldwork.Judgments.Findings[0].Material = scope.No
		c.deviates("CM-1", 1, func(d *evidence.Deviation) { d.Decision.Date = decisionDay.AddDays(1) })
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_6)}},
	{name: "30 rebutted", build: func(c *engagementCase) {
		lookedOnce(c)
		c.eng.Fieldwork.Judgments.Findings[0].Material = scope.No
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "30 change control effective", build: func(c *engagementCase) {
		lookedOnce(c)
		c.eng.Fieldwork.Deviations = []evidence.Deviation{}
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "30 nothing named that supports one look", build: func(c *engagementCase) {
		lookedOnce(c)
		c.controlOf("K-CC6.6").DependsOn = nil
	}, want: outcome{description: U, design: U, operating: X}},
}
