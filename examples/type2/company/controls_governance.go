package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// governanceControls set what is expected of people and who answers for what (CC1).
func governanceControls() []control.Control {
	return []control.Control{
		{
			ID: "GV-01", Title: "Code of conduct",
			Text:     "Each person acknowledges the code of conduct in the people system before the first working day and again each November; the Head of People follows up open acknowledgements until none is left.",
			Criteria: []criteria.ID{criteria.CC1_1}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: calendar.Frequency{Interval: calendar.Annual, Anchor: "2025-12-01", Trigger: "start of employment"},
			Owner:     "Head of People", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-12"},
		},
		{
			ID: "GV-02", Title: "Conduct line",
			Text:     "Each quarter the General Counsel reviews all reports made to the conduct line, decides on each, and reports their number and outcome to the audit and risk committee, which minutes it.",
			Criteria: []criteria.ID{criteria.CC1_1, criteria.CC2_2}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "General Counsel", Commitments: []string{"COM-01"}, Risks: []string{"RSK-12"},
		},
		{
			ID: "GV-03", Title: "Oversight by the board",
			Text:     "Each quarter the board, three of whose five directors are independent, reviews the report of the Head of Security on security, availability and control results, and minutes its questions and decisions.",
			Criteria: []criteria.ID{criteria.CC1_2, criteria.CC4_2}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Chief Executive Officer", Performer: "Board of directors", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "GV-04", Title: "Structure and roles",
			Text:     "Each half-year the Head of People compares the organization chart and the role descriptions with the people system, corrects differences and has the chief executive officer approve the result.",
			Criteria: []criteria.ID{criteria.CC1_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: every(calendar.Semiannual), Owner: "Head of People", Approver: "Chief Executive Officer", Commitments: []string{"COM-01"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "GV-05", Title: "Charter of control duties",
			Text:     "Each January the chief executive officer signs a charter that names, for security, availability and confidentiality, who holds which authority and who owns each control.",
			Criteria: []criteria.ID{criteria.CC1_3, criteria.CC1_5}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-02-01"), Owner: "Chief Executive Officer", Commitments: []string{"COM-01", "COM-02", "COM-04"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "GV-06", Title: "Screening and interviews",
			Text:     "Before a person starts, the Head of People obtains a background check, and two interviewers rate the person against the role description; both are kept in the hiring file.",
			Criteria: []criteria.ID{criteria.CC1_4}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("start of employment"), Owner: "Head of People", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-12", "RSK-13"},
		},
		{
			ID: "GV-07", Title: "Security training",
			Text:     "Each person completes the security and confidentiality course within 30 days of starting and each March; the training system records completion, and the Head of Security follows up what is open.",
			Criteria: []criteria.ID{criteria.CC1_4, criteria.CC2_2}, Automation: control.ITDependent, Purpose: control.Preventive,
			Frequency: calendar.Frequency{Interval: calendar.Annual, Anchor: "2026-04-01", Trigger: "start of employment"}, DueWithin: calendar.Days(30),
			Owner: "Head of Security", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-05"},
		},
		{
			ID: "GV-08", Title: "Assessment of control owners",
			Text:     "Each January the manager of each control owner assesses in writing how that person performed the control duties, and agrees on what is to be improved.",
			Criteria: []criteria.ID{criteria.CC1_5}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: yearly("2026-02-01"), Owner: "Head of People", Performer: "Managers of control owners", Commitments: []string{"COM-01"}, Risks: []string{"RSK-13"},
		},
	}
}

// communicationControls carry information into, through and out of the organization (CC2).
func communicationControls() []control.Control {
	return []control.Control{
		{
			ID: "CO-01", Title: "Monthly figures",
			Text:     "Each month the Head of Security compiles figures on access, vulnerabilities, alerts, availability and open deficiencies from the systems that hold them, and the executives discuss them in a minuted meeting.",
			Criteria: []criteria.ID{criteria.CC2_1}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.Monthly), Owner: "Head of Security", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-05", "RSK-08"},
		},
		{
			ID: "CO-02", Title: "Inventory and data flows",
			Text:     "Each quarter the Head of Platform Engineering compares the asset inventory and the data flow diagram with the cloud accounts, corrects differences and signs the result.",
			Criteria: []criteria.ID{criteria.CC2_1, criteria.CC3_2}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Head of Platform Engineering", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-14"},
		},
		{
			ID: "CO-03", Title: "Publication of policies",
			Text:     "Within five business days after a policy is approved the Compliance Manager publishes it in the policy portal and notifies all staff; the portal keeps the version and the notice.",
			Criteria: []criteria.ID{criteria.CC2_2, criteria.CC5_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("approval of a policy"), DueWithin: calendar.BusinessDays(5), Owner: "Compliance Manager", Commitments: []string{"COM-01"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "CO-04", Title: "Notices of changes to customers",
			Text:     "The Head of Customer Success sends workspace administrators a notice at least 30 days before a change that reduces the service or adds a subservice organization, and keeps the notice and its recipients.",
			Criteria: []criteria.ID{criteria.CC2_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("decision on a change that customers must be told of"), Owner: "Head of Customer Success", Commitments: []string{"COM-08"}, Risks: []string{"RSK-14"},
		},
		{
			ID: "CO-05", Title: "Channel for users' reports",
			Text:     "Support acknowledges within one business day each case in which a user reports a security, availability or confidentiality matter, and passes it to the on-call engineer; the case keeps both times.",
			Criteria: []criteria.ID{criteria.CC2_3}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: on("report by a user"), DueWithin: calendar.BusinessDays(1), Owner: "Head of Customer Success", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-05"},
		},
	}
}
