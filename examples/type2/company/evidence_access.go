package company

import "github.com/soc2kit/soc2/evidence"

// accessEvidence is about access and the protection of networks, devices and stored data.
func accessEvidence() []evidence.Item {
	return []evidence.Item{
		{ID: "EV-AC-01", Class: evidence.ClassTicket, Title: "Access tickets drawn, with the log lines of the grants",
			Source: "Ticket system and audit logs", Controls: ids("AC-01")},
		captured(evidence.Item{ID: "EV-AC-02", Class: evidence.ClassConfiguration, Title: "Sign-on and device rules",
			Source: "Identity provider and endpoint manager", Controls: ids("AC-02", "PR-04")}),
		{ID: "EV-AC-03", Class: evidence.ClassLog, Title: "Times at which the accounts of the tasks drawn were disabled, and later sign-ins",
			Source: "Audit logs of the in-scope systems", Collector: "The firm, read-only account", Controls: ids("AC-03")},
		{ID: "EV-AC-04", Class: evidence.ClassTicket, Title: "Eleven changes of role templates with their approvals",
			Source: "Access governance tool", Controls: ids("AC-04")},
		{ID: "EV-AC-05", Class: evidence.ClassTicket, Title: "Tickets of nine changes of role with access before and after",
			Source: "Ticket system", Controls: ids("AC-05")},
		{ID: "EV-AC-06", Class: evidence.ClassReview, Title: "Access reviews of the quarters ended 2025-12-31, 2026-03-31 and 2026-09-30 with listings and removals",
			Source: "Access governance tool", Collected: "2026-10-12T09:30:00Z", Controls: ids("AC-06")},
		{ID: "EV-AC-07", Class: evidence.ClassReview, Title: "Twelve monthly recertifications: lists, confirmations and withdrawals",
			Source: "Access governance tool", Controls: ids("AC-07")},
		{ID: "EV-AC-08", Class: evidence.ClassLog, Title: "Temporary rights drawn: purpose, approval, start and end",
			Source: "Access governance tool", Collector: "The firm, read-only account", Controls: ids("AC-08")},
		captured(evidence.Item{ID: "EV-AC-09", Class: evidence.ClassLog, Title: "Rule that binds requests to a schema, its tests, and the answers to requests across customers made by the firm",
			Source: "Two test workspaces of the firm", Controls: ids("AC-09")}),
		{ID: "EV-PR-01", Class: evidence.ClassLog, Title: "Erasure certificates of 13 devices, with the asset register",
			Source: "Endpoint manager", Controls: ids("PR-01")},
		captured(evidence.Item{ID: "EV-PR-02", Class: evidence.ClassConfiguration, Title: "Network rules in code and as deployed",
			Source: "Source repository and cloud account", Controls: ids("PR-02")}),
		captured(evidence.Item{ID: "EV-PR-03", Class: evidence.ClassLog, Title: "Handshakes attempted by the firm with six protocol versions and nine ciphers",
			Source: "The firm's scan of the public addresses", Controls: ids("PR-03")}),
		{ID: "EV-PR-04", Class: evidence.ClassListing, Title: "State of all laptops day by day, and sign-ins by device over the period",
			Source: "Endpoint manager and identity provider", Collector: "The firm, read-only account", Controls: ids("PR-04")},
		captured(evidence.Item{ID: "EV-PR-05", Class: evidence.ClassConfiguration, Title: "Agent rules for laptops and hosts, coverage, and reaction to a harmless test file",
			Source: "Endpoint protection console", Controls: ids("PR-05")}),
		captured(evidence.Item{ID: "EV-PR-06", Class: evidence.ClassConfiguration, Title: "Account policy on encryption, key list, and a refused attempt to create plain storage",
			Source: "Cloud account", Controls: ids("PR-06")}),
		{ID: "EV-PR-07", Class: evidence.ClassReview, Title: "Reviews of network rules of 2025-11-19 and 2026-05-13 with the changes that followed",
			Source: "Ticket system", Created: "2026-05-22T09:00:00Z", Controls: ids("PR-07")},
	}
}
