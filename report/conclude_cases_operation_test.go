package report_test

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// twoOfFourReviews are the facts of case 3: two of four quarterly access reviews were not done, and nobody calls it
// pervasive.
func twoOfFourReviews(c *engagementCase) {
	c.census("K-CC6.3", 4).deviates("K-CC6.3", 2, missed).tolerable("K-CC6.3", scope.No)
	c.notPervasive(oper, criteria.CC6_3)
}

// recertified adds a monthly automated recertification as a second alternative for CC6.3.
func recertified(c *engagementCase) *control.Control {
	twoOfFourReviews(c)
	c.control("RC-1", criteria.CC6_3).meets(criteria.CC6_3, control.Together("K-CC6.3"), control.Together("RC-1"))
	ctl := c.controlOf("RC-1")
	ctl.Automation, ctl.Frequency = control.Automated, calendar.Frequency{Interval: calendar.Monthly}
	return ctl
}

// switchedOff are the facts of case 24: MFA for administrators off in months 1 to 9, as its log shows.
func switchedOff(c *engagementCase, off calendar.Period) {
	c.controlOf("K-CC6.1").Automation = control.Automated
	c.untested("K-CC6.1").plan("K-CC6.1", "off", off).tested("off", evidence.Configuration, 1, 1)
	c.deviates("off", 1).tolerable("K-CC6.1", scope.No, off)
	if off.To.Before(year.To) {
		c.plan("K-CC6.1", "on", calendar.Period{From: off.To.AddDays(1), To: year.To}).tested("on", evidence.Configuration, 1, 1)
		c.testNamed("on").ConfigurationHistory = "EV-1"
	}
	c.notPervasive(oper, criteria.CC6_1)
}

var operationCases = []workedCase{
	{name: "1 no findings", build: func(c *engagementCase) {}, want: outcome{description: U, design: U, operating: U}},
	{name: "3 two of four quarterly reviews not done", build: twoOfFourReviews,
		want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "3 without a decision whether that is tolerable", build: func(c *engagementCase) {
		twoOfFourReviews(c)
		c.eng.Fieldwork.Judgments.Tolerances = nil
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "3 decided tolerable", build: func(c *engagementCase) {
		twoOfFourReviews(c)
		c.eng.Fieldwork.Judgments.Tolerances[0].Tolerable = scope.Yes
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "3 not decided whether pervasive", build: func(c *engagementCase) {
		twoOfFourReviews(c)
		c.eng.Fieldwork.Judgments.Findings = nil
	}, want: outcome{description: U, design: U, operating: X, onOperating: ids(criteria.CC6_3)}},
	{name: "4 an automated recertification effective all period", build: func(c *engagementCase) { recertified(c) },
		want: outcome{description: U, design: U, operating: U}},
	{name: "5 recertification neither described nor tested", build: func(c *engagementCase) {
		ctl := recertified(c)
		ctl.Described, ctl.Relied = false, false
		c.untested("RC-1").eng.Fieldwork.Judgments.Controls = c.eng.Fieldwork.Judgments.Controls[:33]
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "5 described and tested, not relied on", build: func(c *engagementCase) { recertified(c).Relied = false },
		want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "5 described, untested and relied on", build: func(c *engagementCase) {
		recertified(c)
		c.untested("RC-1")
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "6 recertification began in month 7", build: func(c *engagementCase) {
		recertified(c).From = lastHalf.From
		c.planNamed("RC-1").Period = lastHalf
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_3)}},
	{name: "6 began in month 7, and the reviews failed from then on only", build: func(c *engagementCase) {
		recertified(c).From = lastHalf.From
		c.planNamed("RC-1").Period = lastHalf
		c.planNamed("K-CC6.3").Period = lastHalf
		c.plan("K-CC6.3", "first", firstHalf).census("first", 2)
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "11 no incidents, a tabletop exercise beside", build: func(c *engagementCase) {
		c.noOccurrence("K-CC7.4").control("TT-1", criteria.CC7_4).meets(criteria.CC7_4, control.Together("K-CC7.4", "TT-1"))
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "12 no recovery event for any control", build: func(c *engagementCase) { c.noOccurrence("K-CC7.5") },
		want: outcome{description: U, design: U, operating: U, considers: []string{report.ConsiderOperation}}},
	{name: "12 not corroborated", build: func(c *engagementCase) {
		c.noOccurrence("K-CC7.5").testNamed("K-CC7.5").NoOccurrence.Corroboration = []string{}
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "13 annual risk assessment due and not done", build: func(c *engagementCase) {
		c.census("K-CC3.2", 1).deviates("K-CC3.2", 1, missed).tolerable("K-CC3.2", scope.No).notPervasive(oper, criteria.CC3_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC3_2)}},
	{name: "14 penetration test not due in six months, scans effective", build: func(c *engagementCase) {
		c.eng.Program.Terms.Period = firstHalf
		for i := range c.eng.Fieldwork.Plans {
			c.eng.Fieldwork.Plans[i].Period = firstHalf
		}
		c.control("PT-1", criteria.CC4_1).noOccurrence("PT-1")
		c.meets(criteria.CC4_1, control.Together("PT-1"), control.Together("K-CC4.1"))
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "18 provisioning, monitoring and change controls fail broadly", build: func(c *engagementCase) {
		for _, id := range ids(criteria.CC6_2, criteria.CC6_3, criteria.CC7_1, criteria.CC7_2, criteria.CC8_1) {
			c.deviates(string(baseControl(id)), 12).judge(scope.Yes, scope.Yes, misstatement(oper, id))
		}
	}, want: outcome{description: U, design: U, operating: A, considers: []string{report.ConsiderPervasive},
		onOperating: ids(criteria.CC6_2, criteria.CC6_3, criteria.CC7_1, criteria.CC7_2, criteria.CC8_1)}},
	{name: "22 none of six vendor reports reviewed", build: func(c *engagementCase) {
		c.census("K-CC9.2", 6).deviates("K-CC9.2", 6, missed).tolerable("K-CC9.2", scope.No).notPervasive(oper, criteria.CC9_2)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC9_2)}},
	{name: "24 MFA switched off in months 1 to 9", build: func(c *engagementCase) {
		switchedOff(c, calendar.Period{From: "2026-01-01", To: "2026-09-30"})
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_1)}},
	{name: "24 never on before month 10 though described", build: func(c *engagementCase) {
		switchedOff(c, calendar.Period{From: "2026-01-01", To: "2026-09-30"})
		c.judgmentOf("K-CC6.1").FirstOperated = "2026-10-01"
		c.notPervasive(design, criteria.CC6_1).judge("", scope.No, fromRecord(desc, report.Misstatement, "control/K-CC6.1"))
	}, want: outcome{description: Q, design: Q, operating: Q, items: []criteria.DescriptionID{criteria.DC5},
		onDesign: ids(criteria.CC6_1), onOperating: ids(criteria.CC6_1)}},
	{name: "25 off until after the end of the period", build: func(c *engagementCase) {
		switchedOff(c, year)
		c.eng.Fieldwork.Deviations[0].Corrected = "2027-01-08"
		c.eng.Fieldwork.Deviations[0].Response = "Switched on again."
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC6_1)}},
	{name: "26 one failed control, alternatives for both common criteria", cats: []criteria.Category{criteria.Security, criteria.Confidentiality},
		build: func(c *engagementCase) {
			c.control("AC-1", criteria.CC6_1, criteria.CC6_3, criteria.C1_1).deviates("AC-1", 12).notPervasive(oper, criteria.C1_1)
			c.meets(criteria.CC6_1, control.Together("AC-1"), control.Together("K-CC6.1"))
			c.meets(criteria.CC6_3, control.Together("AC-1"), control.Together("K-CC6.3"))
			c.meets(criteria.C1_1, control.Together("AC-1"))
		}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.C1_1), categories: []criteria.Category{criteria.Confidentiality}}},
	{name: "27 a common criterion unmet affects every category",
		cats: []criteria.Category{criteria.Security, criteria.Availability, criteria.Confidentiality},
		build: func(c *engagementCase) {
			c.deviates("K-CC1.4", 12).notPervasive(oper, criteria.CC1_4)
		}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC1_4),
			categories: []criteria.Category{criteria.Security, criteria.Availability, criteria.Confidentiality}}},
	{name: "28 text corrected from quarterly to annual before issue", build: func(c *engagementCase) {
		c.controlOf("K-CC6.3").Frequency = calendar.Frequency{Interval: calendar.Annual}
		c.census("K-CC6.3", 1)
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "32 five controls with exceptions, each with an effective alternative", build: func(c *engagementCase) {
		for _, id := range ids(criteria.CC6_1, criteria.CC6_2, criteria.CC7_1, criteria.CC8_1, criteria.CC9_1) {
			other := control.ID("ALT-" + id)
			c.deviates(string(baseControl(id)), 12).control(other, id)
			c.meets(id, control.Together(baseControl(id)), control.Together(other))
		}
	}, want: outcome{description: U, design: U, operating: U}},
}
