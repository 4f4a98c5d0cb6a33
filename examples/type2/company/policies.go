package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/program"
)

// policies returns the twelve policies. Each was reviewed in February 2026; the vulnerability policy changed again with
// the new scanner.
func policies() []program.Policy {
	policy := func(id, title string, controls ...control.ID) program.Policy {
		return program.Policy{
			ID: id, Title: title, Location: "Policy portal, " + id, Controls: controls,
			Versions: []program.PolicyVersion{
				{Approved: "2025-02-13", Approver: chiefExecutive, From: "2025-02-17", To: "2026-02-15"},
				{Approved: "2026-02-12", Approver: chiefExecutive, From: "2026-02-16"},
			},
		}
	}
	vulnerability := policy("POL-06", "Vulnerability policy", "OP-01", "OP-02", "MO-02")
	vulnerability.Versions[1].To = "2026-03-01"
	vulnerability.Versions = append(vulnerability.Versions,
		program.PolicyVersion{Approved: "2026-02-26", Approver: chiefExecutive, From: "2026-03-02"})
	access := policy("POL-04", "Access policy", "AC-01", "AC-02", "AC-03", "AC-04", "AC-05", "AC-06", "AC-07", "AC-08", "PO-02")
	access.Deadlines = []program.Deadline{
		{What: "Accounts of a person who leaves are disabled after the last working day.", Within: calendar.BusinessDays(1)},
		{What: "Removals that a review decides on are carried out.", Within: calendar.BusinessDays(5)},
	}
	return []program.Policy{
		policy("POL-01", "Information security policy", "GV-03", "GV-05", "GV-07", "MO-01", "MO-03", "PO-01", "PO-04"),
		policy("POL-02", "Code of conduct", "GV-01", "GV-02"),
		policy("POL-03", "People policy", "GV-04", "GV-06", "GV-08", "CF-02"),
		access,
		policy("POL-05", "Secure development policy", "CM-01", "CM-02", "CM-03", "CM-04", "AC-09"),
		vulnerability,
		policy("POL-07", "Logging and monitoring policy", "OP-03", "OP-04", "MO-04", "CO-01"),
		policy("POL-08", "Incident policy", "IR-01", "IR-02", "IR-03", "IR-04", "IR-05", "CO-05"),
		policy("POL-09", "Continuity policy", "IR-06", "BC-01", "BC-02", "BC-03", "BC-04", "BC-05", "BC-06", "RK-06"),
		policy("POL-10", "Vendor policy", "VM-01", "VM-02", "VM-03"),
		policy("POL-11", "Risk policy", "RK-01", "RK-02", "RK-03", "RK-04", "RK-05", "CO-04"),
		policy("POL-12", "Classification, encryption and retention policy", "CF-01", "CF-03", "CF-04", "PR-01", "PR-02", "PR-03", "PR-04", "PR-05", "PR-06", "PR-07", "PO-03", "CO-02", "CO-03"),
	}
}
