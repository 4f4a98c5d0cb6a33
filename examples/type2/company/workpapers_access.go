package company

import "github.com/soc2kit/soc2/evidence"

// accessWork tests the controls on access. One grant in 50 was expected to deviate, as in the firm's walkthrough; so the
// sample of AC-01 is larger and allows for one deviation.
func accessWork() []workpaper {
	return []workpaper{
		{
			control: "AC-01", extent: evidence.RandomSample, population: popGrants, expected: "0.02", concluded: "2026-10-14", preparer: auditSenior,
			attributes: []string{"approved by the owner of the system", "approved before access was granted", "role granted is the role approved"},
			procedures: []evidence.Procedure{
				inquiry("Asked IT administration how the owner of a system is found and what happens while the owner is away."),
				inspection("For each grant drawn, compared the approver with the list of owners, the time of approval with the time of the grant in the system's log, and the role granted with the role approved.", "EV-AC-01", "EV-AUDIT-LOGS"),
			},
		},
		{
			control: "AC-02", extent: evidence.Configuration, history: "EV-CONFIG-HISTORY", concluded: "2026-10-14",
			procedures: []evidence.Procedure{
				inspection("Inspected the sign-on rules for exceptions.", "EV-AC-02"),
				reperformance("Attempted to sign in without the second factor, and with a one-time code instead of the hardware-bound factor; both were refused.", "EV-AC-02"),
				analytics("Searched the administrator log for changes of the sign-on rules in the period; there were none.", "EV-CONFIG-HISTORY"),
			},
		},
		{
			control: "AC-03", extent: evidence.RandomSample, population: popRemovals, concluded: "2026-10-16", preparer: auditSenior,
			attributes: []string{"account disabled within one business day after the last working day", "task closed by the team that administers the system"},
			procedures: []evidence.Procedure{
				inquiry("Asked IT administration and a former member of platform operations how tasks reach those who carry them out."),
				inspection("For each task drawn, read the time at which the account was disabled in the log of the system itself and compared it with the last working day.", "EV-AC-03", "EV-AUDIT-LOGS"),
				analytics("For the accounts disabled late, searched the logs of the systems for sign-ins after the last working day; there were none.", "EV-AC-03"),
			},
		},
		{
			control: "AC-04", extent: evidence.Census, concluded: "2026-10-15",
			occurrences: numbered("template change ", 1, 11),
			attributes:  []string{"approved by the Head of Security before use", "checked against the matrix of conflicting duties"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security about two changes that were sent back."),
				inspection("For each of eleven changes, compared the approval with the tool's own log of template changes.", "EV-AC-04"),
			},
		},
		{
			control: "AC-05", extent: evidence.Census, population: popRoleChanges, concluded: "2026-10-15",
			attributes: []string{"access outside the new role's template removed", "within three business days"},
			procedures: []evidence.Procedure{
				inquiry("Asked IT administration how a change of role becomes known to it."),
				inspection("For each of nine changes of role, compared the access before and after with both templates, and the times.", "EV-AC-05"),
			},
		},
		{
			control: "AC-06", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-15", preparer: auditSenior,
			attributes: []string{"review done by the owners of all in-scope systems", "listing complete", "removals carried out within five business days"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Compliance Manager about the quarter ended 2026-06-30, for which there is no review."),
				inspection("For each quarter, counted systems and accounts in the listing against the systems themselves, read the decisions and traced all removals.", "EV-AC-06", "EV-AUDIT-LOGS"),
			},
		},
		{
			control: "AC-07", extent: evidence.Census, occurrences: months(), concluded: "2026-10-15", preparer: auditSenior,
			attributes: []string{"list covers all in-scope systems", "each line confirmed or withdrawn within ten days"},
			procedures: []evidence.Procedure{
				inquiry("Asked three managers how they decide."),
				inspection("For each month, compared the systems on the list with the inventory, the reporting warehouse included since January 2026.", "EV-AC-07"),
				analytics("Compared all 412 lines of twelve months with confirmations and withdrawals; each was confirmed or withdrawn within ten days.", "EV-AC-07"),
			},
		},
		{
			control: "AC-08", extent: evidence.RandomSample, population: popSessions, concluded: "2026-10-15",
			attributes: []string{"approved by a second engineer before the start", "purpose stated", "withdrawn after at most eight hours"},
			procedures: []evidence.Procedure{
				inquiry("Asked two engineers what they check before they approve."),
				inspection("For each session drawn, read purpose, approval, start and end, and compared the end with the log of the cloud account or identity provider.", "EV-AC-08", "EV-AUDIT-LOGS"),
			},
		},
		{
			control: "AC-09", extent: evidence.Configuration, looks: 2, concluded: "2026-10-14", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inspection("Inspected the rule that binds a request to a schema, and the tests that the build runs for each kind of request.", "EV-AC-09"),
				reperformance("Made 24 requests with a user of one test workspace for records of another, 12 in the web application and 12 by the programming interface; all were refused.", "EV-AC-09"),
			},
		},
	}
}
