package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// The wordings of OP-01. The scanner was replaced within the period, so that each is tested for its own days.
const (
	scanByGannet = "Each week the Gannet scanner scans all production hosts over the network for known vulnerabilities, and a security engineer enters critical and high findings in the vulnerability register."
	scanByPetrel = "Each week the Petrel scanner, signed in to the hosts, scans all production hosts and container images for known vulnerabilities, and a security engineer enters critical and high findings in the vulnerability register."
)

// The days of the two wordings within the period.
func gannetDays() calendar.Period { return calendar.Period{From: "2025-10-01", To: "2026-03-01"} }
func petrelDays() calendar.Period { return calendar.Period{From: "2026-03-02", To: "2026-09-30"} }

// operationsControls find weaknesses and anomalies (CC7.1 to CC7.3).
func operationsControls() []control.Control {
	return []control.Control{
		{
			ID: "OP-01", Title: "Vulnerability scan",
			Text:     scanByPetrel,
			Criteria: []criteria.ID{criteria.CC7_1}, Automation: control.ITDependent, Purpose: control.Detective,
			Versions: []control.Version{
				{From: gannetDays().From, To: gannetDays().To, Text: scanByGannet, Tool: "Gannet scanner"},
				{From: petrelDays().From, Text: scanByPetrel, Tool: "Petrel scanner"},
			},
			Frequency: every(calendar.Weekly), Owner: "Head of Security", Performer: "Security engineer", Commitments: []string{"REQ-03", "COM-01"}, Risks: []string{"RSK-04"},
		},
		{
			ID: "OP-02", Title: "Remedy of vulnerabilities",
			Text:     "The owner of a component remedies each critical vulnerability within 7 days and each high one within 30 days after it was found; the register keeps when it was found and when the next scan no longer showed it.",
			Criteria: []criteria.ID{criteria.CC7_1}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: on("critical or high finding"), DueWithin: calendar.Days(30), Owner: "Head of Security", Performer: "Owner of the component", Commitments: []string{"REQ-03", "COM-01"}, Risks: []string{"RSK-04"},
		},
		{
			ID: "OP-03", Title: "Central log",
			Text:     "All production hosts, the cloud account, the identity provider and the application send their security logs to the central log, which keeps them unchanged for 400 days and raises an alert when a source is silent for 15 minutes.",
			Criteria: []criteria.ID{criteria.CC7_2}, Automation: control.Automated, Purpose: control.Detective,
			Frequency: always(), Owner: "Head of Security", Performer: "Central log", DependsOn: []control.ID{"AC-08", "CM-01"}, Commitments: []string{"COM-01"}, Risks: []string{"RSK-05"},
		},
		{
			ID: "OP-04", Title: "Triage of alerts",
			Text:     "The security engineer on call triages each high alert of the central log within four hours, at any time of day, and records whether it is a security event, and why.",
			Criteria: []criteria.ID{criteria.CC7_2, criteria.CC7_3}, Automation: control.ITDependent, Purpose: control.Detective,
			Frequency: on("high alert"), DueWithin: calendar.Hours(4), Owner: "Head of Security", Performer: "Security engineer on call", Commitments: []string{"COM-01"}, Risks: []string{"RSK-05"},
		},
	}
}

// incidentControls judge, handle and learn from incidents (CC7.3 to CC7.5).
func incidentControls() []control.Control {
	return []control.Control{
		{
			ID: "IR-01", Title: "Classification of events",
			Text:     "Within one business day after a security or availability event is recorded, the incident lead decides whether it is an incident and of which severity, and states the reason in the register.",
			Criteria: []criteria.ID{criteria.CC7_3}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: on("recorded event"), DueWithin: calendar.BusinessDays(1), Owner: "Head of Security", Performer: "Incident lead", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-05"},
		},
		{
			ID: "IR-02", Title: "Handling of incidents",
			Text:     "The incident lead handles each incident of severity 1 or 2 by the incident plan: roles are assigned, the damage is contained, and a record keeps each step with its time until the lead closes the incident.",
			Criteria: []criteria.ID{criteria.CC7_4}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: on("incident of severity 1 or 2"), Owner: "Head of Security", Performer: "Incident lead", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-05", "RSK-06"},
		},
		{
			ID: "IR-03", Title: "Review after incidents",
			Text:     "Within ten business days after an incident of severity 1 or 2 is closed, its lead holds a review of causes and of how recovery went, and enters each action in the deficiency log with an owner and a due date.",
			Criteria: []criteria.ID{criteria.CC7_4, criteria.CC7_5}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: on("closing of an incident of severity 1 or 2"), DueWithin: calendar.BusinessDays(10), Owner: "Head of Security", Performer: "Incident lead", Commitments: []string{"COM-01", "COM-02"}, Risks: []string{"RSK-05"},
		},
		{
			ID: "IR-04", Title: "Incident exercise",
			Text:     "Each May the Head of Security leads a tabletop exercise of a breach of customer records, including the notices to customers and authorities, and has the weaknesses found entered in the deficiency log.",
			Criteria: []criteria.ID{criteria.CC7_4}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: yearly("2026-06-01"), Owner: "Head of Security", Commitments: []string{"COM-01"}, Risks: []string{"RSK-05"},
		},
		{
			ID: "IR-05", Title: "Notices of incidents",
			Text:     "Within 72 hours after an incident is confirmed to have affected customers, the General Counsel sends the administrators of each affected workspace a notice of what happened and what is being done, and files the list of recipients.",
			Criteria: []criteria.ID{criteria.CC2_3, criteria.CC7_4}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: on("confirmed incident that affected customers"), DueWithin: calendar.Hours(72), Owner: "General Counsel", Commitments: []string{"COM-06"}, Risks: []string{"RSK-05", "RSK-14"},
		},
		{
			ID: "IR-06", Title: "Recovery from a disaster",
			Text:     "When the chief technology officer declares a disaster, platform engineers start the environment in the recovery region within eight hours from the latest backups, compare record counts with the last known ones, and the chief technology officer releases it to users in writing.",
			Criteria: []criteria.ID{criteria.CC7_5}, Automation: control.Manual, Purpose: control.Corrective,
			Frequency: on("declaration of a disaster"), DueWithin: calendar.Hours(8), Owner: "Chief Technology Officer", Performer: "Platform engineers", Approver: "Chief Technology Officer", Commitments: []string{"COM-03"}, Risks: []string{"RSK-06", "RSK-07"},
		},
	}
}
