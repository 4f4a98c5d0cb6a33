package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// continuityControls keep the service available and records recoverable (A1, CC7.5 and CC9.1).
func continuityControls() []control.Control {
	return []control.Control{
		{
			ID: "BC-01", Title: "Capacity alerts",
			Text:     "The monitoring service measures load, memory, storage and database connections each minute, starts further hosts at 65 % of capacity and alerts the engineer on call at 80 %.",
			Criteria: []criteria.ID{criteria.A1_1}, Automation: control.Automated, Purpose: control.Detective,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Monitoring service", DependsOn: []control.ID{"AC-08", "CM-01"}, Commitments: []string{"COM-02"}, Risks: []string{"RSK-08"},
		},
		{
			ID: "BC-02", Title: "Capacity forecast",
			Text:     "Each month the Head of Platform Engineering compares the load of the last month-end close with the forecast, forecasts the next three, and orders capacity where the forecast exceeds 70 % of it.",
			Criteria: []criteria.ID{criteria.A1_1}, Automation: control.ITDependent, Purpose: control.Preventive,
			Frequency: every(calendar.Monthly), Owner: "Head of Platform Engineering", Commitments: []string{"COM-02"}, Risks: []string{"RSK-08"},
		},
		{
			ID: "BC-03", Title: "Backups",
			Text:     "The database service writes its log every 15 minutes and takes a full backup each night, and the storage service copies both to the recovery region, where they are kept for 35 days and cannot be changed.",
			Criteria: []criteria.ID{criteria.A1_2}, Automation: control.Automated, Purpose: control.Corrective,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Backup service", DependsOn: []control.ID{"AC-08", "CM-01"}, Commitments: []string{"COM-03", "REQ-04"}, Risks: []string{"RSK-06", "RSK-07"},
		},
		{
			ID: "BC-04", Title: "Review of backup results",
			Text:     "Each business day the platform engineer on duty reviews the results of backups and copies since the business day before, and opens a ticket for each that failed and repeats it.",
			Criteria: []criteria.ID{criteria.A1_2}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: every(calendar.BusinessDaily), Owner: "Head of Platform Engineering", Performer: "Platform engineer on duty", Commitments: []string{"REQ-04"}, Risks: []string{"RSK-07"},
		},
		{
			ID: "BC-05", Title: "Restore test",
			Text:     "Each quarter a platform engineer restores the database of a customer drawn at random from the recovery region into an isolated environment, compares record counts and checksums with production, and files the protocol.",
			Criteria: []criteria.ID{criteria.CC7_5, criteria.A1_3}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Quarterly), Owner: "Head of Platform Engineering", Performer: "Platform engineer", Commitments: []string{"REQ-04"}, Risks: []string{"RSK-07"},
		},
		{
			ID: "BC-06", Title: "Recovery exercise",
			Text:     "Each May platform engineers start the application in the recovery region by the continuity plan, measure the time and the entries lost against the commitments, and the chief technology officer updates the plan with what was learnt.",
			Criteria: []criteria.ID{criteria.CC7_5, criteria.CC9_1, criteria.A1_3}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: yearly("2026-06-01"), Owner: "Chief Technology Officer", Performer: "Platform engineers", Commitments: []string{"COM-02"}, Risks: []string{"RSK-06", "RSK-07"},
		},
	}
}

// confidentialityControls identify, guard and delete confidential records (C1).
func confidentialityControls() []control.Control {
	return []control.Control{
		{
			ID: "CF-01", Title: "Classification",
			Text:     "Each March the Compliance Manager reviews with the owners of systems which records each system holds, their class, how long they are kept and who may see them, and the General Counsel approves the list.",
			Criteria: []criteria.ID{criteria.C1_1}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: yearly("2026-04-01"), Owner: "Compliance Manager", Approver: "General Counsel", Commitments: []string{"COM-04"}, Risks: []string{"RSK-09", "RSK-10"},
		},
		{
			ID: "CF-02", Title: "Confidentiality agreements",
			Text:     "Each person signs a confidentiality agreement before receiving the first access; the Head of People files it.",
			Criteria: []criteria.ID{criteria.C1_1}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("start of employment or contract"), Owner: "Head of People", Commitments: []string{"COM-04"}, Risks: []string{"RSK-12"},
		},
		{
			ID: "CF-03", Title: "Deletion after the contract",
			Text:     "Within 30 days after a customer's contract ends, a platform engineer starts the deletion of its schema, documents, statistics and keys, checks that a search finds none, and files the deletion record.",
			Criteria: []criteria.ID{criteria.C1_2}, Automation: control.ITDependent, Purpose: control.Preventive,
			Frequency: on("end of a customer's contract"), DueWithin: calendar.Days(30), Owner: "Head of Customer Success", Performer: "Platform engineer", Commitments: []string{"COM-05"}, Risks: []string{"RSK-10"},
		},
		{
			ID: "CF-04", Title: "Expiry of exports",
			Text:     "A job deletes each export and each temporary file 14 days after it was made, every night, and alerts the engineer on call if it does not finish.",
			Criteria: []criteria.ID{criteria.C1_2}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Expiry job", DependsOn: []control.ID{"AC-08", "CM-01"}, Commitments: []string{"COM-04", "COM-05"}, Risks: []string{"RSK-10"},
		},
	}
}
