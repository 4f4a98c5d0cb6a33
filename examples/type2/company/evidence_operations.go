package company

import "github.com/soc2kit/soc2/evidence"

// operationsEvidence is about operations, incidents, changes and vendors.
func operationsEvidence() []evidence.Item {
	return []evidence.Item{
		{ID: "EV-OP-01A", Class: evidence.ClassLog, Title: "Job history and results of the Gannet scanner",
			Source: "Gannet scanner, archive", Covers: gannetDays(), Controls: ids("OP-01")},
		{ID: "EV-OP-01B", Class: evidence.ClassLog, Title: "Job history and results of the Petrel scanner",
			Source: "Petrel scanner", Covers: petrelDays(), Controls: ids("OP-01")},
		{ID: "EV-OP-02", Class: evidence.ClassListing, Title: "Vulnerability register with days found and remedied",
			Source: "Vulnerability register", Created: "2026-10-05T09:30:00Z", Controls: ids("OP-02")},
		captured(evidence.Item{ID: "EV-OP-03", Class: evidence.ClassConfiguration, Title: "Sources and retention of the central log, and alerts on silent sources",
			Source: "Central log", Controls: ids("OP-03")}),
		{ID: "EV-OP-04", Class: evidence.ClassTicket, Title: "Alerts drawn with their triage, and pages of the on-call service",
			Source: "Central log and on-call service", Controls: ids("OP-04")},
		{ID: "EV-IR-01", Class: evidence.ClassTicket, Title: "Events drawn with class, severity and reason",
			Source: "Incident register", Controls: ids("IR-01")},
		{ID: "EV-IR-02", Class: evidence.ClassTicket, Title: "Records of INC-112, INC-118 and INC-125",
			Source: "Incident register", Created: "2026-06-30T12:00:00Z", Controls: ids("IR-02")},
		{ID: "EV-IR-03", Class: evidence.ClassReview, Title: "Reviews of INC-112 (2025-11-13), INC-118 (2026-03-24) and INC-125 (2026-07-02)",
			Source: "Incident register", Created: "2026-07-02T16:00:00Z", Controls: ids("IR-03")},
		{ID: "EV-IR-04", Class: evidence.ClassReview, Title: "Protocol of the exercise of 2026-05-27 with draft notices",
			Source: "Head of Security", Created: "2026-05-29T11:00:00Z", Controls: ids("IR-04"), Note: "The protocol was signed two days after the exercise."},
		{ID: "EV-IR-05", Class: evidence.ClassLetter, Title: "Notices of 2025-11-04 and 2026-03-11 with recipients",
			Source: "Support system", Created: "2026-03-11T21:10:00Z", Controls: ids("IR-05")},
		{ID: "EV-CM-01", Class: evidence.ClassTicket, Title: "Changes drawn: author, approver, times and test results",
			Source: "Source repository and delivery pipeline", Collector: "The firm, read-only account", Controls: ids("CM-01")},
		captured(evidence.Item{ID: "EV-CM-02", Class: evidence.ClassConfiguration, Title: "Deployment rights, branch protection, signature rule, and a refused attempt to start an unsigned image",
			Source: "Delivery pipeline and production hosts", Controls: ids("CM-02")}),
		{ID: "EV-CM-03", Class: evidence.ClassTicket, Title: "Tickets of the seven emergency changes",
			Source: "Ticket system", Controls: ids("CM-03")},
		{ID: "EV-CM-04", Class: evidence.ClassReview, Title: "Four quarterly checks of environments",
			Source: "Ticket system", Created: "2026-09-17T10:00:00Z", Controls: ids("CM-04")},
		{ID: "EV-VM-01", Class: evidence.ClassReview, Title: "Assessments and contracts of six new vendors",
			Source: "Vendor register", Controls: ids("VM-01")},
		{ID: "EV-VM-02", Class: evidence.ClassVendorReport, Title: "SOC 2 type 2 report of the hosting provider for 2025-07-01 to 2026-06-30, with the review of 2026-09-08",
			Source: "Stratus Harbor Cloud, Inc. (fictional), and Head of Security", Created: "2026-09-08T14:00:00Z", Covers: spans("2025-07-01", "2026-06-30"), Controls: ids("VM-02")},
		{ID: "EV-VM-02-BRIDGE", Class: evidence.ClassLetter, Title: "Letter of the hosting provider for 2026-07-01 to 2026-09-30",
			Source: "Stratus Harbor Cloud, Inc. (fictional)", Created: "2026-10-06T08:00:00Z", Covers: spans("2026-07-01", "2026-09-30"), Controls: ids("VM-02")},
		{ID: "EV-VM-03", Class: evidence.ClassReview, Title: "Twelve monthly reviews of hosting",
			Source: "Ticket system", Controls: ids("VM-03")},
	}
}

// continuityEvidence is about availability and confidentiality.
func continuityEvidence() []evidence.Item {
	return []evidence.Item{
		captured(evidence.Item{ID: "EV-BC-01", Class: evidence.ClassConfiguration, Title: "Thresholds of the monitoring service, their history, and hosts started at month-ends",
			Source: "Monitoring service", Covers: beforeVisit(), Controls: ids("BC-01")}),
		{ID: "EV-BC-02", Class: evidence.ClassReview, Title: "Twelve capacity forecasts",
			Source: "Document store", Controls: ids("BC-02")},
		captured(evidence.Item{ID: "EV-BC-03", Class: evidence.ClassConfiguration, Title: "Backup and replication rules, their history, and the list of backups in the recovery region",
			Source: "Backup service", Covers: beforeVisit(), Controls: ids("BC-03")}),
		{ID: "EV-BC-04", Class: evidence.ClassTicket, Title: "Reviews drawn, backup results of the same days, and the duty roster",
			Source: "Ticket system and backup service", Controls: ids("BC-04")},
		{ID: "EV-BC-05", Class: evidence.ClassReview, Title: "Protocols of the restore tests of 2025-12-08, 2026-03-16, 2026-06-15 and 2026-09-14",
			Source: "Document store", Created: "2026-09-14T15:00:00Z", Controls: ids("BC-05")},
		{ID: "EV-BC-06", Class: evidence.ClassReview, Title: "Record of the exercise of 2026-05-20 and the plan updated on 2026-06-09",
			Source: "Chief Technology Officer", Created: "2026-06-09T13:00:00Z", Controls: ids("BC-06")},
		{ID: "EV-BC-06-OBSERVED", Class: evidence.ClassLog, Title: "Notes of the firm on the exercise of 2026-05-20",
			Source: "The firm", Collector: "The firm", Created: "2026-05-20T20:30:00Z", Collected: "2026-05-20T20:30:00Z", Covers: day("2026-05-20"), Controls: ids("BC-06")},
		{ID: "EV-CF-01", Class: evidence.ClassReview, Title: "List of records and classes approved on 2026-03-25",
			Source: "Document store", Created: "2026-03-25T10:00:00Z", Controls: ids("CF-01")},
		{ID: "EV-CF-02", Class: evidence.ClassLetter, Title: "Confidentiality agreements of 19 people with the days of their first access",
			Source: "People system and identity provider", Controls: ids("CF-02")},
		{ID: "EV-CF-03", Class: evidence.ClassTicket, Title: "Deletion records of 17 customers, and invoices that stopped",
			Source: "Ticket system and contract register", Controls: ids("CF-03")},
		captured(evidence.Item{ID: "EV-CF-04", Class: evidence.ClassConfiguration, Title: "Expiry job, its history and runs, and a search for older exports",
			Source: "Delivery pipeline and object storage", Covers: beforeVisit(), Controls: ids("CF-04")}),
	}
}
