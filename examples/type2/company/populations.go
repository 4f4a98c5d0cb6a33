package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// Populations that samples are drawn from or that are examined as a whole.
const (
	popChanges     = "POP-CHANGES"
	popEmergencies = "POP-EMERGENCIES"
	popGrants      = "POP-GRANTS"
	popRemovals    = "POP-REMOVALS"
	popRoleChanges = "POP-ROLE-CHANGES"
	popSessions    = "POP-SESSIONS"
	popHires       = "POP-HIRES"
	popStaff       = "POP-STAFF"
	popGannet      = "POP-SCANS-GANNET"
	popPetrel      = "POP-SCANS-PETREL"
	popFindings    = "POP-FINDINGS"
	popAlerts      = "POP-ALERTS"
	popEvents      = "POP-EVENTS"
	popCases       = "POP-CASES"
	popBackups     = "POP-BACKUPS"
	popDeletions   = "POP-DELETIONS"
)

// populations returns the populations with how each was read and checked.
func populations() []evidence.Population {
	list := append(accessPopulations(), operationsPopulations()...)
	for i := range list {
		p := &list[i]
		if p.Period.IsZero() {
			p.Period = throughout()
		}
		if p.Count == 0 { // the program carries the items
			p.Count, p.Root = int64(len(p.Items)), rootOf(p.ItemIDs())
		}
		p.Digest = digestOf("listing " + p.ID)
	}
	return list
}

// rootOf returns the root by which a selection pins the items it was drawn from; "" for ids that the protocol refuses,
// which the tests notice.
func rootOf(ids []string) sampling.Hex {
	root, err := sampling.PopulationRoot(ids)
	if err != nil {
		return ""
	}
	return root
}

// complete and accurate are checks that a listing stood.
func complete(text, finding string, proof ...string) evidence.PopulationCheck {
	return evidence.PopulationCheck{Aim: evidence.Completeness, Text: text, Held: scope.Yes, Finding: finding, Evidence: proof}
}

func accurate(text, finding string, proof ...string) evidence.PopulationCheck {
	return evidence.PopulationCheck{Aim: evidence.Accuracy, Text: text, Held: scope.Yes, Finding: finding, Evidence: proof}
}

// operationsPopulations are about changes, scans, alerts, backups and deletions.
func operationsPopulations() []evidence.Population {
	emergencies := emergencyChanges()
	return []evidence.Population{
		{
			ID: popChanges, Controls: ids("CM-01"), Items: productionChanges(),
			Definition:        "Every deployment to production in the period, with the change that it carried.",
			Source:            "Deployment log of the delivery pipeline",
			IndependentSource: "Admission log of the production hosts, which lists every version started",
			Query:             "environment = production and finished from 2025-10-01T00:00:00Z to 2026-09-30T23:59:59Z, all results",
			Extracted:         "2026-10-02T14:05:00Z", Extractor: "Delivery pipeline, read-only account of the firm",
			Checks: []evidence.PopulationCheck{
				complete("Watched the query run, and compared the count with the counter of the pipeline.", "Equal.", "EV-POP-CHANGES"),
				complete("Looked up all versions started on 20 days in the admission log.", "Each belongs to a deployment of the listing; change numbers run without a gap.", "EV-ADMISSION-LOG"),
				accurate("Compared author, approver and times of 10 changes with the source repository.", "Equal.", "EV-POP-CHANGES"),
			},
		},
		{
			ID: popEmergencies, Controls: ids("CM-03"), Items: emergencies,
			Definition:        "Deployments to production that went the way for emergencies.",
			Source:            "Deployment log of the delivery pipeline, filtered by the emergency flag",
			IndependentSource: "Incident register and on-call messages",
			Query:             "environment = production and emergency = true, same days",
			Extracted:         "2026-10-02T14:20:00Z", Extractor: "Delivery pipeline, read-only account of the firm",
			Checks: []evidence.PopulationCheck{
				complete("Searched the listing of all changes for approvals after deployment, and the incident register for releases.", "Only the seven flagged changes were approved after they were deployed.", "EV-POP-CHANGES", "EV-INCIDENT-QUERY"),
				accurate("Compared the flags and times of all seven with their tickets.", "Equal.", "EV-CM-03"),
			},
		},
		{
			ID: popGannet, Controls: ids("OP-01"), Period: gannetDays(), Items: scans(gannetDays()),
			Definition: "Weekly scans due from 2025-10-01 to 2026-03-01, while the Gannet scanner was used.",
			Source:     "Calendar of weeks", IndependentSource: "Job history of the Gannet scanner",
			Extracted: "2026-10-02T15:00:00Z", Extractor: "The firm",
			Checks: []evidence.PopulationCheck{complete("Listed the weeks from the calendar and compared them with the job history.", "22 weeks, 22 jobs.", "EV-OP-01A")},
		},
		{
			ID: popPetrel, Controls: ids("OP-01"), Period: petrelDays(), Items: scans(petrelDays()),
			Definition: "Weekly scans due from 2026-03-02 to 2026-09-30, since the Petrel scanner is used.",
			Source:     "Calendar of weeks", IndependentSource: "Job history of the Petrel scanner",
			Extracted: "2026-10-02T15:05:00Z", Extractor: "The firm",
			Checks: []evidence.PopulationCheck{complete("Listed the weeks from the calendar and compared them with the job history.", "30 weeks, 30 jobs.", "EV-OP-01B")},
		},
		{
			ID: popFindings, Controls: ids("OP-02"), Items: vulnerabilityFindings(),
			Definition:        "Critical and high findings whose remedy was due in the period.",
			Source:            "Vulnerability register",
			IndependentSource: "Raw results of the scanners",
			Query:             "severity in (critical, high) and due from 2025-10-01 to 2026-09-30, closed ones included",
			Extracted:         "2026-10-05T09:30:00Z", Extractor: "Vulnerability register, export by a security engineer, watched",
			Checks: []evidence.PopulationCheck{
				complete("Read the raw results of eight scans and looked up each critical and high finding.", "All 31 are in the register.", "EV-OP-01A", "EV-OP-01B"),
				accurate("Compared the days found and remedied of 12 findings with the raw results.", "Equal.", "EV-OP-02"),
			},
		},
		{
			ID: popAlerts, Controls: ids("OP-04"), Count: 1312, Root: rootOf(alertIDs()),
			Definition: "High alerts raised by the central log in the period.",
			Source:     "Central log", IndependentSource: "Pages sent by the on-call service",
			Query:     "severity = high and raised from 2025-10-01T00:00:00Z to 2026-09-30T23:59:59Z, suppressed ones included",
			Extracted: "2026-10-05T10:10:00Z", Extractor: "Central log, read-only account of the firm",
			Checks: []evidence.PopulationCheck{
				complete("Compared the count for each month with the pages that the on-call service sent.", "Equal; alert numbers run without a gap.", "EV-OP-04"),
				accurate("Compared the severity of 10 alerts with the rule that raised them.", "Equal.", "EV-OP-03"),
			},
		},
		{
			ID: popEvents, Controls: ids("IR-01"), Items: recordedEvents(),
			Definition: "Security and availability events recorded in the period.",
			Source:     "Incident register", IndependentSource: "Central log and support cases",
			Query:     "recorded from 2025-10-01 to 2026-09-30, all classes, withdrawn and downgraded ones included",
			Extracted: "2026-10-05T10:40:00Z", Extractor: "Incident register, export by the Compliance Manager, watched",
			Checks: []evidence.PopulationCheck{
				complete("Traced 10 alerts that were triaged as events, and 10 cases passed to the on-call engineer, into the register.", "All 20 are there.", "EV-OP-04", "EV-CO-05"),
			},
		},
		{
			ID: popCases, Controls: ids("CO-05"), Count: 164, Root: rootOf(caseIDs()),
			Definition: "Support cases by which users reported a security, availability or confidentiality matter.",
			Source:     "Support system", IndependentSource: "Mailbox of the security contact",
			Query:     "topic in (security, availability, confidentiality) and opened from 2025-10-01 to 2026-09-30",
			Extracted: "2026-10-05T11:15:00Z", Extractor: "Support system, export by the Head of Customer Success, watched",
			Checks: []evidence.PopulationCheck{
				complete("Read 40 cases with other topics and 15 mails to the security contact.", "No such matter was filed under another topic, and each mail has a case.", "EV-CO-05"),
			},
		},
		{
			ID: popBackups, Controls: ids("BC-04"), Items: backupReviews(),
			Definition: "Business days in the period, each with a review of backup results due.",
			Source:     "Calendar of business days", IndependentSource: "Duty roster of platform engineers",
			Extracted: "2026-10-05T13:00:00Z", Extractor: "The firm",
			Checks: []evidence.PopulationCheck{complete("Listed the business days from the calendar and the holidays of the company, and compared them with the duty roster.", "Equal.", "EV-BC-04")},
		},
		{
			ID: popDeletions, Controls: ids("CF-03"), Items: deletions(),
			Definition: "Customers whose contract ended so that deletion was due in the period.",
			Source:     "Contract register", IndependentSource: "Invoicing, which stops at the end of a contract",
			Query:     "contract end from 2025-09-01 to 2026-08-31",
			Extracted: "2026-10-05T13:40:00Z", Extractor: "Contract register, export by the Head of Customer Success, watched",
			Checks: []evidence.PopulationCheck{complete("Compared the listing with customers whose invoices stopped.", "The same 17.", "EV-CF-03")},
		},
	}
}

// spans returns a period in one line.
func spans(from, to calendar.Date) calendar.Period { return calendar.Period{From: from, To: to} }
