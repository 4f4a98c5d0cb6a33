package report_test

import (
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// unmentionedHost are the facts of case 20: a necessary hosting provider that the description leaves out, and no own
// control for CC6.4.
func unmentionedHost(c *engagementCase) {
	c.host(func(*scope.SubserviceOrganization) {}).remove("K-CC6.4").meets(criteria.CC6_4)
	c.judge(scope.Yes, scope.No, fromRecord(desc, report.Misstatement, "subservice/HOST"))
	c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
}

// qualifiedHost are the facts of case 21: CC6.4 is carved out, and the host's own report is qualified on it.
func qualifiedHost(c *engagementCase) *report.ContraryEvidence {
	c.carvedOut(criteria.CC6_4)
	c.eng.Program.VendorReports = []scope.VendorReport{{
		ID: "VR-1", SubserviceOrganization: "HOST", Kind: "SOC 2 type 2", Period: year, Reviewed: "2026-11-02", Reviewer: "Security",
		Opinion:    scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified, Operating: scope.Qualified},
		Exceptions: []scope.ReportException{{Criterion: criteria.CC6_4, Text: "Visitors were not always escorted."}},
	}}
	c.eng.Fieldwork.ContraryEvidence = []report.ContraryEvidence{{
		ID: "CE-1", SubserviceOrganization: "HOST", Criteria: ids(criteria.CC6_4), Text: "Its report is qualified on CC6.4.",
		Reasonable: scope.Yes, Decision: decided(),
	}}
	c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
	return &c.eng.Fieldwork.ContraryEvidence[0]
}

// unmonitored makes the only control that monitors HOST fail. CC9.2 is met by another control all the same.
func unmonitored(c *engagementCase) {
	c.carvedOut(criteria.CC6_4).census("VM-1", 6).deviates("VM-1", 6, missed).tolerable("VM-1", scope.No)
	c.meets(criteria.CC9_2, control.Together("K-CC9.2"), control.Together("VM-1"))
	c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
}

// carvedOutBeside carves CC6.4 out and adds a control of the organization that would meet it too, if anybody judged its
// design.
func carvedOutBeside(c *engagementCase) {
	c.carvedOut(criteria.CC6_4).control("PH-1", criteria.CC6_4)
	c.meets(criteria.CC6_4, control.Alternative{}.WithCSOC("CSOC-1"), control.Together("PH-1")).judgmentOf("PH-1").Design = ""
}

var subserviceCases = []workedCase{
	{name: "20 hosting provider not mentioned", build: unmentionedHost,
		want: outcome{description: Q, design: Q, operating: Q, items: []criteria.DescriptionID{criteria.DC7},
			onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "20 amended to a carve-out that is monitored", build: func(c *engagementCase) { c.carvedOut(criteria.CC6_4) },
		want: outcome{description: U, design: U, operating: U}},
	{name: "20 carved out, but nobody monitors", build: func(c *engagementCase) {
		c.carvedOut(criteria.CC6_4).controlOf("VM-1").Monitors = nil
		c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "20 carved out for another criterion", build: func(c *engagementCase) {
		c.carvedOut(criteria.CC6_4).eng.Program.SubserviceOrganizations[0].Criteria = ids(criteria.CC6_5)
		c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "20 carved out, but not in the description", build: func(c *engagementCase) {
		c.carvedOut(criteria.CC6_4).eng.Program.SubserviceOrganizations[0].Disclosed = false
		c.judge(scope.Yes, scope.No, fromRecord(desc, report.Misstatement, "subservice/HOST"))
		c.notPervasive(design, criteria.CC6_4).notPervasive(oper, criteria.CC6_4)
	}, want: outcome{description: Q, design: Q, operating: Q, items: []criteria.DescriptionID{criteria.DC7},
		onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "20 carved out, beside an effective control that nobody judged", build: func(c *engagementCase) { carvedOutBeside(c) },
		want: outcome{description: U, design: U, operating: U}},
	{name: "20 carved out, beside a failed control that nobody judged", build: func(c *engagementCase) {
		carvedOutBeside(c)
		c.deviates("PH-1", 12)
	}, want: outcome{description: U, design: U, operating: X}},
	{name: "20 nobody decided whether its controls are necessary", build: func(c *engagementCase) {
		c.host(func(s *scope.SubserviceOrganization) { s.Necessary, s.Decision = "", scope.Decision{} })
	}, want: outcome{description: X, design: U, operating: U}},
	{name: "21 host qualified, assumption decided still reasonable", build: func(c *engagementCase) { qualifiedHost(c) },
		want: outcome{description: U, design: U, operating: U}},
	{name: "21 without the decision", build: func(c *engagementCase) { qualifiedHost(c).Decision = scope.Decision{} },
		want: outcome{description: U, design: X, operating: X}},
	{name: "21 another matter entered, and not decided", build: func(c *engagementCase) {
		other := *qualifiedHost(c)
		other.ID, other.Reasonable = "CE-2", ""
		c.eng.Fieldwork.ContraryEvidence = append(c.eng.Fieldwork.ContraryEvidence, other)
	}, want: outcome{description: U, design: X, operating: X}},
	{name: "21 nothing entered at all", build: func(c *engagementCase) {
		qualifiedHost(c)
		c.eng.Fieldwork.ContraryEvidence = nil
	}, want: outcome{description: U, design: X, operating: X}},
	{name: "21 decided: no longer reasonable", build: func(c *engagementCase) { qualifiedHost(c).Reasonable = scope.No },
		want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "21 qualified on another criterion only", build: func(c *engagementCase) {
		qualifiedHost(c)
		c.eng.Program.VendorReports[0].Exceptions[0].Criterion = criteria.CC6_5
		c.eng.Fieldwork.ContraryEvidence = nil
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "monitoring not effective, no decision on the assumption", build: unmonitored,
		want: outcome{description: U, design: X, operating: X}},
	{name: "monitoring not effective, assumption decided still reasonable", build: func(c *engagementCase) {
		unmonitored(c)
		c.eng.Fieldwork.ContraryEvidence = []report.ContraryEvidence{{
			ID: "CE-1", SubserviceOrganization: "HOST", Text: "Its reports were not reviewed.", Reasonable: scope.Yes, Decision: decided(),
		}}
	}, want: outcome{description: U, design: U, operating: U}},
	{name: "monitoring not effective, assumption decided no longer reasonable", build: func(c *engagementCase) {
		unmonitored(c)
		c.eng.Fieldwork.ContraryEvidence = []report.ContraryEvidence{{
			ID: "CE-1", SubserviceOrganization: "HOST", Text: "Its reports were not reviewed.", Reasonable: scope.No, Decision: decided(),
		}}
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "assumption no longer reasonable, rebutted before a further deviation of the monitoring", build: func(c *engagementCase) {
		qualifiedHost(c).Reasonable = scope.No
		for i := range c.eng.Fieldwork.Judgments.Findings {
			c.eng.Fieldwork.Judgments.Findings[i].Material = scope.No
		}
		c.deviates("VM-1", 1, func(d *evidence.Deviation) { d.Decision.Date = decisionDay.AddDays(1) }).tolerates("VM-1", "0.15")
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_4), onOperating: ids(criteria.CC6_4)}},
	{name: "a criterion met by users alone", build: func(c *engagementCase) {
		c.eng.Program.UserEntityControls = []scope.UserEntityControl{{
			ID: "CUEC-1", Text: "Users review their own accounts.", Assumed: scope.Yes, Necessary: scope.Yes, Criteria: ids(criteria.CC6_3), Listed: true,
		}}
		c.meets(criteria.CC6_3, control.Alternative{}.WithCUEC("CUEC-1"))
		c.notPervasive(design, criteria.CC6_3).notPervasive(oper, criteria.CC6_3)
	}, want: outcome{description: U, design: Q, operating: Q, onDesign: ids(criteria.CC6_3), onOperating: ids(criteria.CC6_3)}},
	{name: "a criterion met with users", build: func(c *engagementCase) {
		c.eng.Program.UserEntityControls = []scope.UserEntityControl{{
			ID: "CUEC-1", Text: "Users review their own accounts.", Assumed: scope.Yes, Necessary: scope.Yes, Criteria: ids(criteria.CC6_3), Listed: true,
		}}
		c.meets(criteria.CC6_3, control.Together("K-CC6.3").WithCUEC("CUEC-1"))
	}, want: outcome{description: U, design: U, operating: U}},
}
