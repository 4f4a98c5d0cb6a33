package company

import "github.com/soc2kit/soc2/evidence"

// accessPopulations are about people and the access they are given.
func accessPopulations() []evidence.Population {
	return []evidence.Population{
		{
			ID: popHires, Controls: ids("GV-06", "CF-02"), Items: hires(),
			Definition: "People who started in the period, contractors with access included.",
			Source:     "People system", IndependentSource: "Fernhill Payroll Bureau's list of payments, and the accounts created in the identity provider",
			Query:     "start date from 2025-10-01 to 2026-09-30, all kinds of contract",
			Extracted: "2026-10-02T09:10:00Z", Extractor: "People system, export by the Head of People, watched",
			Checks: []evidence.PopulationCheck{
				complete("Compared the listing with first payments and with accounts created.", "The same 19 people.", "EV-POP-PEOPLE"),
				accurate("Compared start dates of five people with their contracts.", "Equal.", "EV-POP-PEOPLE"),
			},
		},
		{
			ID: popStaff, Controls: ids("GV-01", "GV-07"), Count: 76, Root: rootOf(staffIDs()),
			Definition: "People employed or contracted on any day of the period, by number.",
			Source:     "People system", IndependentSource: "Accounts in the identity provider",
			Query:     "active on any day from 2025-10-01 to 2026-09-30, all kinds of contract",
			Extracted: "2026-10-02T09:25:00Z", Extractor: "People system, export by the Head of People, watched",
			Checks: []evidence.PopulationCheck{
				complete("Rolled the listing forward: people at the start, and those who started, less those who left, are the people at the end.", "57 and 19 less 15 are 61.", "EV-POP-PEOPLE"),
				complete("Looked up every account of a person in the identity provider.", "Each belongs to somebody in the listing.", "EV-POP-PEOPLE"),
			},
		},
		{
			ID: popGrants, Controls: ids("AC-01"), Items: accessGrants(),
			Definition: "New access of people to in-scope systems granted in the period.",
			Source:     "Access tickets", IndependentSource: "Audit logs of the in-scope systems, which list each account or role added",
			Query:     "kind = access and granted from 2025-10-01 to 2026-09-30",
			Extracted: "2026-10-02T10:30:00Z", Extractor: "Ticket system, read-only account of the firm",
			Checks: []evidence.PopulationCheck{
				complete("Traced 25 accounts and roles added, from the audit logs of nine systems, to tickets.", "Each has a ticket of the listing.", "EV-AUDIT-LOGS"),
				accurate("Compared the times of 10 grants with the audit logs.", "Within one minute.", "EV-AUDIT-LOGS"),
			},
		},
		{
			ID: popRemovals, Controls: ids("AC-03"), Items: removals(),
			Definition: "Removal tasks: one for each of the 15 people who left in the period and each in-scope system that they could reach.",
			Source:     "People system", IndependentSource: "Final payments, and the accounts that the systems listed for each leaver in the last review before",
			Query:     "last working day from 2025-10-01 to 2026-09-30, with tasks",
			Extracted: "2026-10-02T11:00:00Z", Extractor: "People system, export by the Head of People, watched",
			Checks: []evidence.PopulationCheck{
				complete("Compared the leavers with final payments, and the tasks of five leavers with the accounts that they had held.", "The same 15 people; no account lacked a task.", "EV-POP-PEOPLE", "EV-AC-07"),
				accurate("Compared last working days of all 15 with their letters.", "Equal.", "EV-POP-PEOPLE"),
			},
		},
		{
			ID: popRoleChanges, Controls: ids("AC-05"), Items: roleChanges(),
			Definition: "People who changed role in the period.",
			Source:     "People system", IndependentSource: "Monthly recertification lists, which show the role of each person",
			Query:     "role effective from 2025-10-01 to 2026-09-30 differs from the role before",
			Extracted: "2026-10-02T11:20:00Z", Extractor: "People system, export by the Head of People, watched",
			Checks: []evidence.PopulationCheck{
				complete("Compared the roles of all people in the recertification lists of successive months.", "The same nine changes.", "EV-AC-07"),
			},
		},
		{
			ID: popSessions, Controls: ids("AC-08"), Items: administratorSessions(),
			Definition: "Temporary rights of administrators granted in the period.",
			Source:     "Access governance tool", IndependentSource: "Audit logs of the cloud account and the identity provider, which list each role assumed",
			Query:     "kind = temporary and granted from 2025-10-01 to 2026-09-30",
			Extracted: "2026-10-02T11:45:00Z", Extractor: "Access governance tool, read-only account of the firm",
			Checks: []evidence.PopulationCheck{
				complete("Searched the audit logs for roles of administrators assumed without a grant of the listing.", "None.", "EV-AUDIT-LOGS"),
				accurate("Compared requester, approver and times of 10 grants with the audit logs.", "Equal.", "EV-AUDIT-LOGS"),
			},
		},
	}
}
