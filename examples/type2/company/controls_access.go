package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// accessControls decide who reaches what (CC6.1 to CC6.3).
func accessControls() []control.Control {
	return []control.Control{
		{
			ID: "AC-01", Title: "Approval of access",
			Text:     "The owner of a system approves each new access to it in the ticket before IT administration grants it; the ticket keeps the role, the approver and both times.",
			Criteria: []criteria.ID{criteria.CC6_2}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("request for access"), Owner: "Head of Security", Performer: "IT Administrator", Approver: "Owner of the system",
			Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-12"},
		},
		{
			ID: "AC-02", Title: "Sign-on with a second factor",
			Text:     "The identity provider lets staff sign in to the source repository, the cloud console and all systems connected to it only with a password and a hardware-bound second factor.",
			Criteria: []criteria.ID{criteria.CC6_1}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Security", Performer: "Identity provider", DependsOn: []control.ID{"AC-08"},
			Commitments: []string{"COM-01"}, Risks: []string{"RSK-01"},
		},
		{
			ID: "AC-03", Title: "Removal of access",
			Text:     "When a person leaves, the people system opens one removal task for each system that the person can reach, and the team that administers the system disables the account within one business day after the last working day and closes the task.",
			Criteria: []criteria.ID{criteria.CC6_2}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("end of employment or contract"), DueWithin: calendar.BusinessDays(1), Owner: "Head of Security", Performer: "IT Administrator and administrators of systems",
			Commitments: []string{"REQ-01", "COM-01"}, Risks: []string{"RSK-02"},
		},
		{
			ID: "AC-04", Title: "Role templates",
			Text:     "Access follows role templates. The Head of Security approves each change of a template, after checking it against the matrix of conflicting duties, before it is put into the access governance tool.",
			Criteria: []criteria.ID{criteria.CC6_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("change of a role template"), Owner: "Head of Security", Performer: "IT Administrator", Approver: "Head of Security",
			Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-12"},
		},
		{
			ID: "AC-05", Title: "Change of role",
			Text:     "Within three business days after a person changes role, IT administration removes access that the new role's template does not hold; the ticket lists what was removed.",
			Criteria: []criteria.ID{criteria.CC6_3}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("change of role"), DueWithin: calendar.BusinessDays(3), Owner: "IT Administrator", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01"},
		},
		{
			ID: "AC-06", Title: "Quarterly access review",
			Text:     "Each quarter the owner of each in-scope system reviews its accounts and roles against the roster of staff, decides on each, and IT administration carries out removals within five business days.",
			Criteria: []criteria.ID{criteria.CC6_3}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Compliance Manager", Performer: "Owners of systems", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-12"},
		},
		{
			ID: "AC-07", Title: "Monthly recertification",
			Text:     "Each month the access governance tool lists for each manager the access of their staff that differs from the role template, in all in-scope systems, and withdraws what the manager does not confirm within ten days.",
			Criteria: []criteria.ID{criteria.CC6_3}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.Monthly), Owner: "IT Administrator", Performer: "Access governance tool and managers of staff", Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-12"},
		},
		{
			ID: "AC-08", Title: "Temporary rights of administrators",
			Text:     "Rights of administrators in production and in the identity provider are granted for at most eight hours, after a second engineer has approved the stated purpose; the tool withdraws them and logs the session.",
			Criteria: []criteria.ID{criteria.CC6_1, criteria.CC6_3}, Automation: control.ITDependent, Purpose: control.Preventive,
			Frequency: on("request for rights of an administrator"), Owner: "Head of Platform Engineering", Performer: "Access governance tool", Approver: "A second engineer",
			Commitments: []string{"COM-01", "COM-04"}, Risks: []string{"RSK-01", "RSK-12"},
		},
		{
			ID: "AC-09", Title: "Separation of customers",
			Text:     "The application opens only the database schema of the customer to which the signed-in user belongs, and refuses any other request; the build tests it for each kind of request.",
			Criteria: []criteria.ID{criteria.CC6_1, criteria.C1_1}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Engineering", Performer: "Close application", Variants: []string{"web application", "programming interface"}, DependsOn: []control.ID{"AC-08", "CM-01"},
			Commitments: []string{"COM-04"}, Risks: []string{"RSK-09"},
		},
	}
}
