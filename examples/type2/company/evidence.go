package company

import (
	"crypto/sha256"
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
)

// items returns the items of evidence. There are no files behind them: each digest is that of a stated text.
func items() []evidence.Item {
	list := slices.Concat(governanceEvidence(), accessEvidence(), operationsEvidence(), continuityEvidence(), sharedEvidence())
	for i := range list {
		item := &list[i]
		item.Digest = digestOf("evidence " + item.ID)
		if item.Covers.IsZero() {
			item.Covers = throughout()
		}
		if item.Collector == "" {
			item.Collector = "Compliance Manager, through the firm's exchange folder"
		}
		if item.Collected == "" {
			item.Collected = "2026-10-07T15:00:00Z"
		}
		if item.Created == "" { // a listing or export made for the examination
			item.Created = "2026-10-07T09:00:00Z"
		}
	}
	return list
}

// digestOf returns the SHA-256 of the text "Larkfield Ledger sample: " followed by name. It stands for the digest of
// a file that would be kept.
func digestOf(name string) evidence.Digest {
	return evidence.NewDigest(sha256.Sum256([]byte("Larkfield Ledger sample: " + name)))
}

// visit is the day, shortly before the end of the period, on which the firm looked at settings of the system.
const visit = calendar.Date("2026-09-22")

// captured dates an item that the firm took on its visit: settings as they were then, and what they did. That they were
// so throughout is for their history, or for the controls over change and access, to show.
func captured(i evidence.Item) evidence.Item {
	i.Collector = "The firm, read-only account"
	i.Created, i.Collected = at(visit, 13*60), at(visit, 16*60+30)
	if i.Covers.IsZero() {
		i.Covers = day(visit)
	}
	return i
}

// beforeVisit is the part of the period up to that visit.
func beforeVisit() calendar.Period { return calendar.Period{From: throughout().From, To: visit} }

// ids shortens lists of controls.
func ids(controls ...control.ID) []control.ID { return controls }

// day is a period of one day.
func day(d calendar.Date) calendar.Period { return calendar.Period{From: d, To: d} }

// sharedEvidence is looked at for several controls or for the record as a whole.
func sharedEvidence() []evidence.Item {
	return []evidence.Item{
		{ID: "EV-INCIDENT-QUERY", Class: evidence.ClassQuery, Title: "Incident register: all entries of the period with class and severity",
			Source:   "Incident register",
			Controls: ids("IR-01", "IR-02", "IR-03", "IR-05", "IR-06", "CM-03"), Query: "recorded from 2025-10-01 to 2026-09-30, all classes and severities, no other filter"},
		{ID: "EV-CLOUD-AUDIT", Class: evidence.ClassQuery, Title: "Audit log of the cloud account: starts of environments and restores in the recovery region",
			Source:    "Audit log of Stratus Harbor Cloud",
			Collector: "The firm, read-only account", Controls: ids("IR-06", "BC-05", "BC-06"), Query: "region = central-2 and action in (start-environment, restore-database)"},
		{ID: "EV-POP-PEOPLE", Class: evidence.ClassListing, Title: "Starts, leaves and changes of role, with payments and accounts held against them",
			Source:   "People system, payroll list, identity provider",
			Controls: ids("GV-01", "GV-06", "GV-07", "CF-02", "AC-03")},
		{ID: "EV-POP-CHANGES", Class: evidence.ClassListing, Title: "Deployments to production",
			Source: "Deployment log of the delivery pipeline", Collector: "The firm, read-only account",
			Created: "2026-10-02T14:05:00Z", Controls: ids("CM-01", "CM-03"), Query: "environment = production"},
		{ID: "EV-ADMISSION-LOG", Class: evidence.ClassLog, Title: "Versions started by production hosts on 20 days",
			Source: "Admission log of the production hosts", Controls: ids("CM-01", "CM-02")},
		{ID: "EV-AUDIT-LOGS", Class: evidence.ClassLog, Title: "Accounts, roles and temporary rights in nine systems",
			Source: "Audit logs of the in-scope systems", Controls: ids("AC-01", "AC-03", "AC-08")},
		{ID: "EV-CONFIG-HISTORY", Class: evidence.ClassConfiguration, Title: "History of the identity provider's sign-on and device rules",
			Source:    "Administrator log of the identity provider",
			Collector: "The firm, read-only account", Controls: ids("AC-02", "PR-04"), Query: "object in (sign-on rules, device rules), all changes: none"},
	}
}
