package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// changeControls keep unreviewed changes out of production (CC8.1).
func changeControls() []control.Control {
	return []control.Control{
		{
			ID: "CM-01", Title: "Approval and tests of changes",
			Text:     "An engineer other than the author approves each change of application, infrastructure and configuration code in the source repository, and the automated tests pass, before it is deployed to production; emergency changes follow CM-03.",
			Criteria: []criteria.ID{criteria.CC8_1}, Automation: control.ITDependent, Purpose: control.Preventive,
			Frequency: on("change of production"), Owner: "Head of Engineering", Performer: "Author of the change", Approver: "Another engineer", Commitments: []string{"REQ-02", "COM-02"}, Risks: []string{"RSK-03", "RSK-12"},
		},
		{
			ID: "CM-02", Title: "Only the pipeline deploys",
			Text:     "Only the delivery pipeline can deploy to production. It deploys what was built from the protected branch and signed by the build, and production hosts refuse to start anything else.",
			Criteria: []criteria.ID{criteria.CC6_8, criteria.CC8_1}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Delivery pipeline", DependsOn: []control.ID{"AC-08", "CM-01"}, Commitments: []string{"REQ-02", "COM-01"}, Risks: []string{"RSK-03", "RSK-12"},
		},
		{
			ID: "CM-03", Title: "Emergency changes",
			Text:     "The on-call lead may release an emergency change with the word of one executive. Within two business days an engineer other than its author reviews it, and the head of engineering closes the ticket.",
			Criteria: []criteria.ID{criteria.CC8_1}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: on("emergency change"), DueWithin: calendar.BusinessDays(2), Owner: "Head of Engineering", Performer: "On-call lead", Approver: "Another engineer", Commitments: []string{"REQ-02", "COM-02"}, Risks: []string{"RSK-03"},
		},
		{
			ID: "CM-04", Title: "Separate environments",
			Text:     "Each quarter a platform engineer checks that development and test use accounts of their own, that no network path leads from them to production, and that a search of their databases finds no customer records.",
			Criteria: []criteria.ID{criteria.CC8_1, criteria.C1_1}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Head of Platform Engineering", Performer: "Platform engineer", Commitments: []string{"COM-04"}, Risks: []string{"RSK-03", "RSK-09"},
		},
	}
}

// vendorControls choose and watch those whom the system rests on (CC9.2).
func vendorControls() []control.Control {
	return []control.Control{
		{
			ID: "VM-01", Title: "Assessment of new vendors",
			Text:     "Before a contract with a vendor that reaches the system or customer records is signed, the Compliance Manager rates its risk, reviews its assurance reports and has confidentiality and notice duties put into the contract.",
			Criteria: []criteria.ID{criteria.CC9_2}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("contract with a new vendor"), Owner: "Compliance Manager", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-11"},
		},
		{
			ID: "VM-02", Title: "Review of the hosting provider's report",
			Text:     "Each year, before the end of September, the Head of Security reviews the latest SOC 2 type 2 report of Stratus Harbor Cloud: period, opinion, deviations, the controls assumed of it and those it expects of its users, and records what follows.",
			Criteria: []criteria.ID{criteria.CC9_2}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: yearly("2026-10-01"), Owner: "Head of Security", Monitors: []string{hosting}, Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-11"},
		},
		{
			ID: "VM-03", Title: "Monthly review of hosting",
			Text:     "Each month the Head of Platform Engineering reviews service levels, security notices and incidents of Stratus Harbor Cloud, and decides on each whether Larkfield Ledger must act.",
			Criteria: []criteria.ID{criteria.CC9_2}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Monthly), Owner: "Head of Platform Engineering", Monitors: []string{hosting}, Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-06", "RSK-11"},
		},
	}
}
