package company

import (
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// requests returns what the firm asked for (PBC). All were answered during fieldwork, one of them late.
func requests() []evidence.Request {
	list := []evidence.Request{
		{ID: "PBC-01", Kind: evidence.RequestPopulation, Text: "All deployments to production in the period, read in our presence, and the admission log of 20 days that we name.",
			Owner: "Head of Platform Engineering", Controls: ids("CM-01", "CM-03"), Evidence: []string{"EV-POP-CHANGES", "EV-ADMISSION-LOG"}},
		{ID: "PBC-02", Kind: evidence.RequestPopulation, Text: "People who started, left or changed role in the period, and the staff list on both ends of it.",
			Owner: "Head of People", Controls: ids("GV-01", "GV-06", "AC-03", "AC-05"), Evidence: []string{"EV-POP-PEOPLE"}},
		{ID: "PBC-03", Kind: evidence.RequestPopulation, Text: "Access granted in the period, with audit logs of the nine systems, and the history of sign-on and device rules.",
			Owner: "IT Administrator", Controls: ids("AC-01", "AC-08"), Evidence: []string{"EV-AUDIT-LOGS", "EV-CONFIG-HISTORY"}},
		{ID: "PBC-04", Kind: evidence.RequestPopulation, Text: "Entries of the incident register in the period, with the query, all severities.",
			Owner: "Head of Security", Controls: ids("IR-01", "IR-02", "IR-05", "IR-06"), Evidence: []string{"EV-INCIDENT-QUERY"}},
		{ID: "PBC-05", Kind: evidence.RequestPopulation, Text: "Critical and high findings due in the period, closed ones included.",
			Owner: "Head of Security", Controls: ids("OP-02"), Evidence: []string{"EV-OP-02"}},
		{ID: "PBC-06", Kind: evidence.RequestSampleItem, Text: "For each removal task drawn: the time at which the account was disabled, from the log of the system, and sign-ins after the last working day.",
			Owner: "IT Administrator", Controls: ids("AC-03"), Evidence: []string{"EV-AC-03"}},
		{ID: "PBC-07", Kind: evidence.RequestSampleItem, Text: "For each change drawn: review, approval, test results and deployment.",
			Owner: "Head of Engineering", Controls: ids("CM-01"), Evidence: []string{"EV-CM-01"}},
		{ID: "PBC-08", Kind: evidence.RequestConfiguration, Text: "Sign-on rules of the identity provider, shown on our visit in September.",
			Owner: "IT Administrator", Controls: ids("AC-02"), Evidence: []string{"EV-AC-02"}},
		{ID: "PBC-09", Kind: evidence.RequestConfiguration, Text: "Rules of network, key service, backup, log and pipeline, as code and as deployed, shown on our visit in September.",
			Owner: "Head of Platform Engineering", Controls: ids("PR-02", "PR-06", "BC-03", "OP-03", "CM-02"), Evidence: []string{"EV-PR-02", "EV-PR-06", "EV-BC-03", "EV-OP-03", "EV-CM-02"}},
		{ID: "PBC-10", Kind: evidence.RequestDocument, Text: "The four quarterly access reviews with the listings reviewed and the removals that followed.",
			Owner: "Compliance Manager", Controls: ids("AC-06"), Evidence: []string{"EV-AC-06"}},
		{ID: "PBC-11", Kind: evidence.RequestDocument, Text: "Minutes of the board and its committee with the reports discussed.",
			Owner: "General Counsel", Controls: ids("GV-02", "GV-03"), Evidence: []string{"EV-GV-02", "EV-GV-03"}},
		{ID: "PBC-12", Kind: evidence.RequestDocument, Text: "The hosting provider's latest report, your review of it, and its letter up to the end of the period.",
			Owner: "Head of Security", Controls: ids("VM-02"), Evidence: []string{"EV-VM-02", "EV-VM-02-BRIDGE"}},
		{ID: "PBC-13", Kind: evidence.RequestDocument, Text: "Protocols of restore tests and of the recovery exercise.",
			Owner: "Chief Technology Officer", Controls: ids("BC-05", "BC-06"), Evidence: []string{"EV-BC-05", "EV-BC-06"}},
		{ID: "PBC-14", Kind: evidence.RequestDocument, Text: "Risk register with the assessments and reviews of the period.",
			Owner: "Head of Security", Controls: ids("RK-02", "RK-03", "RK-04", "RK-05"), Evidence: []string{"EV-RK-02", "EV-RK-03", "EV-RK-04", "EV-RK-05"}},
		{ID: "PBC-15", Kind: evidence.RequestWalkthrough, Text: "An hour with the on-call engineer to follow one alert from the log to its triage, and one event to its classification.",
			Owner: "Head of Security", Controls: ids("OP-04", "IR-01"), Evidence: []string{"EV-OP-04", "EV-IR-01"}},
	}
	for i := range list {
		r := &list[i]
		r.Period, r.Format = throughout(), "as the source gives it, unedited"
		r.Due, r.Received, r.Accepted = "2026-10-09", "2026-10-07", scope.Yes
		if r.Kind == evidence.RequestConfiguration {
			r.Due, r.Received = "2026-09-18", "2026-09-22"
		}
		if r.ID == "PBC-10" { // the listings reviewed had to be taken from an archive
			r.Received = "2026-10-12"
		}
	}
	return list
}
