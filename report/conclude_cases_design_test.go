package report_test

import (
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// ownDeployments are the facts of case 7: developers can deploy their own code unreviewed, and nothing detects it.
func ownDeployments(c *engagementCase) {
	c.judgmentOf("K-CC8.1").Design = report.Deficient
	c.notPervasive(design, criteria.CC8_1).notPervasive(oper, criteria.CC8_1)
}

// alertingNotLive adds SI-1, an alerting control that is described as in operation and is not, to a type 1.
func alertingNotLive(c *engagementCase) {
	c.type1().control("SI-1", criteria.CC7_2)
	c.judgmentOf("SI-1").Implemented = report.NotImplemented
}

var designCases = []workedCase{
	{name: "7 developers can deploy unreviewed", build: ownDeployments,
		want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC8_1), onOperating: ids(criteria.CC8_1)}},
	{name: "7 without the cascade, the control ran as designed", build: func(c *engagementCase) {
		ownDeployments(c)
		c.eng.Fieldwork.Methodology.DesignToOperating = report.Separate
	}, want: outcome{description: U, design: Q, operating: U, onDesign: ids(criteria.CC8_1)}},
	{name: "7 rebutted for design and operation", build: func(c *engagementCase) {
		c.judgmentOf("K-CC8.1").Design = report.Deficient
		c.judge(scope.No, "", misstatement(design, criteria.CC8_1), misstatement(oper, criteria.CC8_1))
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "8 the same in a type 1", build: func(c *engagementCase) { ownDeployments(c.type1()) },
		want: outcome{description: U, design: Q, operating: NA, onDesign: ids(criteria.CC8_1)}},
	{name: "9 alerting not live, taken out of the description", build: func(c *engagementCase) {
		alertingNotLive(c)
		c.meets(criteria.CC7_2, control.Together("SI-1"), control.Together("K-CC7.2")).controlOf("SI-1").Described = false
	}, want: outcome{description: U, design: U, operating: NA}},
	{name: "10 alerting not live, left in and needed", build: func(c *engagementCase) {
		alertingNotLive(c)
		c.meets(criteria.CC7_2, control.Together("SI-1", "K-CC7.2")).notPervasive(design, criteria.CC7_2)
		c.judge("", scope.No, fromRecord(desc, report.Misstatement, "control/SI-1"))
	}, want: outcome{description: Q, design: Q, operating: NA, onDesign: ids(criteria.CC7_2), items: []criteria.DescriptionID{criteria.DC5}}},
	{name: "10 left in, but not needed: whether that is material must be decided", build: func(c *engagementCase) {
		alertingNotLive(c)
		c.meets(criteria.CC7_2, control.Together("SI-1"), control.Together("K-CC7.2"))
	}, want: outcome{description: X, design: U, operating: NA}},
	{name: "no judgment on a design", build: func(c *engagementCase) { c.judgmentOf("K-CC8.1").Design = "" },
		want: outcome{description: U, design: X, operating: X}},
	{name: "no judgment on the implementation", build: func(c *engagementCase) { c.judgmentOf("K-CC8.1").Implemented = "" },
		want: outcome{description: X, design: X, operating: X}},
	{name: "a judgment without a reason counts as not made", build: func(c *engagementCase) { c.judgmentOf("K-CC8.1").Decision.Reason = " " },
		want: outcome{description: X, design: X, operating: X}},
	{name: "redesigned in month 7: design is unmet before", build: func(c *engagementCase) {
		j := c.judgmentOf("K-CC8.1")
		j.Period, j.Design = firstHalf, report.Deficient
		later := *j
		later.ID, later.Period, later.Design = "J-2", lastHalf, report.Suitable
		c.eng.Fieldwork.Judgments.Controls = append(c.eng.Fieldwork.Judgments.Controls, later)
		c.notPervasive(design, criteria.CC8_1).notPervasive(oper, criteria.CC8_1)
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC8_1), onOperating: ids(criteria.CC8_1)}},
	{name: "a badly designed control that ran does not rescue a good one that failed", build: func(c *engagementCase) {
		c.control("CM-2", criteria.CC8_1).meets(criteria.CC8_1, control.Together("K-CC8.1"), control.Together("CM-2"))
		c.judgmentOf("CM-2").Design = report.Deficient
		c.deviates("K-CC8.1", 12).notPervasive(oper, criteria.CC8_1)
	}, want: outcome{description: U, design: U, operating: Q, onOperating: ids(criteria.CC8_1)}},
	{name: "a criterion of its category that is not relevant", cats: []criteria.Category{criteria.Security, criteria.Confidentiality},
		build: func(c *engagementCase) {
			c.remove("K-C1.1").meets(criteria.C1_1)
			for i := range c.eng.Program.Criteria {
				if x := &c.eng.Program.Criteria[i]; x.ID == criteria.C1_1 {
					x.NotRelevantReason = "Users entrust nothing confidential to the system."
				}
			}
		}, want: outcome{description: U, design: U, operating: U}},
	{name: "19 a significant breach left out of the description", build: func(c *engagementCase) {
		c.eng.Program.System.Incidents = []scope.Incident{{ID: "INC-1", Occurred: "2026-05-04", Nature: "Records were copied.", Significant: scope.Yes, Decision: decided()}}
		c.judge(scope.Yes, scope.No, fromRecord(desc, report.Misstatement, "incident/INC-1"))
	}, want: outcome{description: Q, design: U, operating: U, items: []criteria.DescriptionID{criteria.DC4}}},
	{name: "19 added to the description", build: func(c *engagementCase) {
		c.eng.Program.System.Incidents = []scope.Incident{{ID: "INC-1", Occurred: "2026-05-04", Nature: "Records were copied.", Significant: scope.Yes, Decision: decided(), Disclosed: true}}
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "19 nobody decided whether the breach is significant", build: func(c *engagementCase) {
		c.eng.Program.System.Incidents = []scope.Incident{{ID: "INC-1", Occurred: "2026-05-04", Nature: "Records were copied."}}
	}, want: outcome{description: X, design: U, operating: U}},
	{name: "a significant change left out of the description", build: func(c *engagementCase) {
		c.eng.Program.System.Changes = []scope.Change{{ID: "CH-1", Date: "2026-08-01", What: "A new data center.", Significant: scope.Yes, Decision: decided()}}
		c.judge(scope.Yes, scope.No, fromRecord(desc, report.Misstatement, "change/CH-1"))
	}, want: outcome{description: Q, design: U, operating: U, items: []criteria.DescriptionID{criteria.DC9}}},
	{name: "a description criterion without an answer, decided pervasive", build: func(c *engagementCase) {
		c.eng.Program.System.Description = c.eng.Program.System.Description[1:]
		c.judge(scope.Yes, scope.Yes, fromRecord(desc, report.Misstatement, "section/DC1"))
	}, want: outcome{description: A, design: U, operating: U, items: []criteria.DescriptionID{criteria.DC1}}},
}
