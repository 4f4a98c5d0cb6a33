package company

import "github.com/soc2kit/soc2/evidence"

// riskWork tests the controls on risk assessment, monitoring and control activities.
func riskWork() []workpaper {
	return []workpaper{
		{
			control: "RK-01", extent: evidence.Census, occurrences: []string{"January 2026"}, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inquiry("Asked the Compliance Manager which contracts were read."),
				inspection("Compared the approved list with the current agreement, the service level schedule, the trust page and the policies.", "EV-RK-01"),
			},
		},
		{
			control: "RK-02", extent: evidence.Census, occurrences: []string{"February 2026"}, concluded: "2026-10-16", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inquiry("Asked four control owners how they rated their risks."),
				inspection("Read the protocol and the register: each principal commitment has a risk, each risk a rating before and after controls, a response and an owner; the committee approved it.", "EV-RK-02"),
			},
		},
		{
			control: "RK-03", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security how risks from new vendors reach the register."),
				inspection("Read four reviews with the decisions recorded; found the merger of teams, the warehouse and the scanner considered.", "EV-RK-03"),
			},
		},
		{
			control: "RK-04", extent: evidence.Census, occurrences: []string{"February 2026"}, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inquiry("Asked the chief financial officer and a participant about scenarios of override by management."),
				inspection("Read the eleven scenarios with ratings and responses, and traced three responses to controls.", "EV-RK-04"),
			},
		},
		{
			control: "RK-05", extent: evidence.Census, concluded: "2026-10-16",
			occurrences: []string{"RA-2025-12", "RA-2026-01", "RA-2026-02"},
			attributes:  []string{"assessed before the change took effect", "responses approved by the Head of Security"},
			procedures: []evidence.Procedure{
				inquiry("Asked the executives which changes they had considered significant."),
				inspection("For the three significant changes, compared the day of the assessment with the day of the change and read the responses; searched the minutes of the executives for others.", "EV-RK-05", "EV-CO-01"),
			},
		},
		{
			control: "RK-06", extent: evidence.Census, occurrences: []string{"June 2026"}, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				confirmation("Obtained from the insurer, directly, the cover in force and its sums.", "EV-RK-06"),
				inspection("Compared the sums with the losses estimated in the register and read the decision of the board.", "EV-RK-06", "EV-RK-02"),
			},
		},
		{
			control: "MO-01", extent: evidence.Census, occurrences: halves(), concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inquiry("Asked the Compliance Manager how controls are chosen and why none of them is the assessor's own."),
				inspection("Inspected both self-assessments for the controls covered, the evidence named and the results.", "EV-MO-01"),
				reperformance("Repeated the assessment of three controls from the evidence named, with the same result.", "EV-MO-01"),
			},
		},
		{
			control: "MO-02", extent: evidence.Census, occurrences: []string{"spring 2026"}, concluded: "2026-10-19", preparer: auditSenior,
			procedures: []evidence.Procedure{
				confirmation("Had the tester confirm, directly, the scope, the days and the number of weaknesses by severity, and that it has no part in development.", "EV-MO-02"),
				inspection("Read the report and found each of its nine weaknesses in the deficiency log.", "EV-MO-02", "EV-MO-03"),
			},
		},
		{
			control: "MO-03", extent: evidence.Census, occurrences: months(), concluded: "2026-10-19",
			attributes: []string{"reviewed in the month", "owner and due date for each entry", "overdue entries reported"},
			procedures: []evidence.Procedure{
				inquiry("Asked the chief executive officer what was done about entries reported as overdue."),
				inspection("For each month, read the review and compared five entries with the log.", "EV-MO-03"),
			},
		},
		{
			control: "MO-04", extent: evidence.Configuration, concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inspection("Inspected the rules of the monitor against the approved baseline, and the accounts that it covers against the inventory.", "EV-MO-04", "EV-PO-03"),
				reperformance("Had four differences planted in a spare account and saw an alert for each within 30 minutes.", "EV-MO-04"),
			},
		},
		{
			control: "PO-01", extent: evidence.Census, occurrences: []string{"March 2026"}, concluded: "2026-10-20",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security which risks had lacked a control."),
				inspection("Traced all 15 risks to controls in the approved matrix and read the decision for each.", "EV-PO-01"),
			},
		},
		{
			control: "PO-02", extent: evidence.Census, occurrences: halves(), concluded: "2026-10-20",
			procedures: []evidence.Procedure{
				inspection("Inspected both reports and the decision on each of five conflicts.", "EV-PO-02"),
				reperformance("Ran the June report again from the roles of that day and obtained the same two conflicts.", "EV-PO-02"),
			},
		},
		{
			control: "PO-03", extent: evidence.Census, occurrences: []string{"April 2026"}, concluded: "2026-10-20",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Platform Engineering which guidance was used."),
				inspection("Read the comparison and the approved baseline, and compared ten of its settings with the makers' guidance.", "EV-PO-03"),
			},
		},
		{
			control: "PO-04", extent: evidence.Census, concluded: "2026-10-20",
			occurrences: numbered("policy ", 1, 12),
			attributes:  []string{"reviewed by its owner in February 2026", "approved by the chief executive officer", "a version in force on every day of the period"},
			procedures: []evidence.Procedure{
				inquiry("Asked two policy owners what they changed."),
				inspection("For each of the twelve policies, read the review, the approval and the dates of its versions.", "EV-CO-03"),
			},
		},
	}
}
