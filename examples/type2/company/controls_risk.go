package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// riskControls find and treat what could keep commitments from being met (CC3 and CC9.1).
func riskControls() []control.Control {
	return []control.Control{
		{
			ID: "RK-01", Title: "Statement of commitments and requirements",
			Text:     "Each January the Compliance Manager compares the list of commitments to customers and requirements on the system with contracts, notices and policies, and the chief executive officer approves it.",
			Criteria: []criteria.ID{criteria.CC3_1}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-02-01"), Owner: "Compliance Manager", Approver: "Chief Executive Officer",
			Commitments: []string{"COM-01", "COM-02", "COM-04", "COM-08"}, Risks: []string{"RSK-14"},
		},
		{
			ID: "RK-02", Title: "Yearly risk assessment",
			Text:     "Each February executives and control owners assess likelihood and effect of risks to each commitment, before and after controls, decide how to respond, and record it in the risk register, which the audit and risk committee approves.",
			Criteria: []criteria.ID{criteria.CC3_2}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-03-01"), Owner: "Head of Security", Approver: "Audit and risk committee",
			Commitments: []string{"COM-01", "COM-02", "COM-04"}, Risks: []string{"RSK-01", "RSK-06", "RSK-09", "RSK-14"},
		},
		{
			ID: "RK-03", Title: "Quarterly review of the register",
			Text:     "Each quarter the Head of Security and the risk owners review the risk register, decide on responses that are due and on risks from changes in technology, business, vendors and staff, and record each decision.",
			Criteria: []criteria.ID{criteria.CC3_2, criteria.CC3_4}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Head of Security", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-11", "RSK-14"},
		},
		{
			ID: "RK-04", Title: "Fraud workshop",
			Text:     "Each February the chief financial officer leads a workshop on how staff, vendors or customers could use the system for fraud, including override by management, and records scenarios, ratings and responses.",
			Criteria: []criteria.ID{criteria.CC3_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-03-01"), Owner: "Chief Financial Officer", Commitments: []string{"COM-04"}, Risks: []string{"RSK-12"},
		},
		{
			ID: "RK-05", Title: "Assessment of significant changes",
			Text:     "Before a significant change of the system, the organization or a critical vendor the responsible executive has its risks assessed and the responses approved by the Head of Security; the record is kept with the register.",
			Criteria: []criteria.ID{criteria.CC3_4}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("decision on a significant change"), Owner: "Head of Security", Performer: "Responsible executive", Commitments: []string{"COM-01", "COM-08"}, Risks: []string{"RSK-03", "RSK-14"},
		},
		{
			ID: "RK-06", Title: "Insurance against interruption",
			Text:     "Each June the chief financial officer compares the sums insured for business interruption and cyber events with the losses estimated in the risk register, and the board approves the cover.",
			Criteria: []criteria.ID{criteria.CC9_1}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: yearly("2026-07-01"), Owner: "Chief Financial Officer", Approver: "Board of directors", Commitments: []string{"COM-02"}, Risks: []string{"RSK-06"},
		},
	}
}

// monitoringControls watch whether controls work and carry policy into them (CC4 and CC5).
func monitoringControls() []control.Control {
	return []control.Control{
		{
			ID: "MO-01", Title: "Self-assessment of controls",
			Text:     "Each half-year the Compliance Manager, who owns none of the controls assessed, tests at least a third of the controls against their text and records result and evidence for each.",
			Criteria: []criteria.ID{criteria.CC4_1}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Semiannual), Owner: "Compliance Manager", Commitments: []string{"COM-01", "COM-02", "COM-04"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "MO-02", Title: "Penetration test",
			Text:     "Each spring a firm that is independent of development attempts to break into the application and its environment; the Head of Security receives its report and enters each weakness in the deficiency log.",
			Criteria: []criteria.ID{criteria.CC4_1}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: yearly("2026-06-01"), Owner: "Head of Security", Performer: "Redfinch Security Testing, LLC (fictional)", Commitments: []string{"COM-01"}, Risks: []string{"RSK-01", "RSK-04", "RSK-09"},
		},
		{
			ID: "MO-03", Title: "Deficiency log",
			Text:     "Each month the Compliance Manager reviews the log of deficiencies from tests, incidents and monitoring, follows up owner and due date of each, and reports what is overdue to the chief executive officer.",
			Criteria: []criteria.ID{criteria.CC4_2}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: every(calendar.Monthly), Owner: "Compliance Manager", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-04", "RSK-13"},
		},
		{
			ID: "MO-04", Title: "Configuration monitoring",
			Text:     "The configuration monitor compares accounts, networks, storage and hosts in the cloud with the approved baseline every 30 minutes and opens an alert for each difference.",
			Criteria: []criteria.ID{criteria.CC4_1, criteria.CC5_2, criteria.CC6_6, criteria.CC7_1}, Automation: control.Automated, Purpose: control.Detective,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Configuration monitor", DependsOn: []control.ID{"AC-08", "CM-01"},
			Commitments: []string{"COM-01", "COM-07"}, Risks: []string{"RSK-01", "RSK-04"},
		},
		{
			ID: "PO-01", Title: "Matrix of risks and controls",
			Text:     "Each March the Head of Security compares the control matrix with the risk register, decides for each risk whether its controls bring it to the level accepted, and has the chief technology officer approve the result.",
			Criteria: []criteria.ID{criteria.CC5_1}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-04-01"), Owner: "Head of Security", Approver: "Chief Technology Officer", Commitments: []string{"COM-01", "COM-02", "COM-04"}, Risks: []string{"RSK-13"},
		},
		{
			ID: "PO-02", Title: "Separation of duties",
			Text:     "Each half-year the Compliance Manager runs a report of people who hold both sides of a pair in the matrix of conflicting duties, and has each conflict removed or approved with a further control.",
			Criteria: []criteria.ID{criteria.CC5_1}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.Semiannual), Owner: "Compliance Manager", Commitments: []string{"COM-04"}, Risks: []string{"RSK-12"},
		},
		{
			ID: "PO-03", Title: "Technology baseline",
			Text:     "Each April the chief technology officer approves the baseline for hosts, networks, storage, identity and the delivery pipeline, which the Head of Platform Engineering has compared with current guidance of the makers.",
			Criteria: []criteria.ID{criteria.CC5_2}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-05-01"), Owner: "Head of Platform Engineering", Approver: "Chief Technology Officer", Commitments: []string{"COM-01", "COM-07"}, Risks: []string{"RSK-01", "RSK-04"},
		},
		{
			ID: "PO-04", Title: "Review of policies",
			Text:     "Each February the owner of each of the twelve policies reviews it, and the chief executive officer approves the version that applies from then on.",
			Criteria: []criteria.ID{criteria.CC5_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-03-01"), Owner: "Compliance Manager", Performer: "Owners of the policies", Approver: "Chief Executive Officer", Commitments: []string{"COM-01", "COM-02", "COM-04"}, Risks: []string{"RSK-13"},
		},
	}
}
