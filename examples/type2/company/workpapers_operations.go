package company

import "github.com/soc2kit/soc2/evidence"

// operationsWork tests the controls on operations and incidents. OP-01 changed within the period and has a workpaper for
// each wording; IR-06 had nothing to act on.
func operationsWork() []workpaper {
	return []workpaper{
		{
			control: "OP-01", part: "-gannet", period: gannetDays(), extent: evidence.RandomSample, population: popGannet, concluded: "2026-10-20",
			attributes: []string{"scan of all production hosts finished in the week", "critical and high findings entered in the register"},
			procedures: []evidence.Procedure{
				inquiry("Asked the security engineer how hosts were listed for the Gannet scanner."),
				inspection("For each week drawn, compared the hosts scanned with the hosts of that day, and the findings with the register.", "EV-OP-01A", "EV-OP-02"),
			},
		},
		{
			control: "OP-01", part: "-petrel", period: petrelDays(), extent: evidence.RandomSample, population: popPetrel, concluded: "2026-10-20",
			attributes: []string{"scan of all production hosts finished in the week, signed in to them", "scan of all container images finished in the week", "critical and high findings entered in the register"},
			procedures: []evidence.Procedure{
				inquiry("Asked the security engineer how the two scanners were compared before the change."),
				inspection("For each week drawn, compared hosts and images scanned with the inventory of that day, the sign-in results, and the findings with the register.", "EV-OP-01B", "EV-OP-02"),
			},
		},
		{
			control: "OP-02", extent: evidence.Census, population: popFindings, concluded: "2026-10-21", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inquiry("Asked the owners of two components why remedies had been late."),
				analytics("Computed for all 96 critical and high findings the days from found to remedied and compared them with 7 and 30 days.", "EV-OP-02"),
				reperformance("Established for 12 findings from raw results in which scan each was first and last seen.", "EV-OP-01A", "EV-OP-01B"),
			},
		},
		{
			control: "OP-03", extent: evidence.Configuration, concluded: "2026-10-21",
			procedures: []evidence.Procedure{
				inspection("Compared the sources of the log with the inventory, and read the retention and the rule on silent sources.", "EV-OP-03"),
				reperformance("Searched for entries 400 days old, and had one source stopped: an alert followed after 15 minutes.", "EV-OP-03"),
			},
		},
		{
			control: "OP-04", extent: evidence.RandomSample, population: popAlerts, concluded: "2026-10-21",
			attributes: []string{"triaged within four hours", "decision and reason recorded"},
			procedures: []evidence.Procedure{
				observation("2026-09-23", "Followed one alert with the engineer on call from the log to its triage."),
				inspection("For each alert drawn, compared the time raised with the time triaged, and read decision and reason.", "EV-OP-04"),
			},
		},
		{
			control: "IR-01", extent: evidence.RandomSample, population: popEvents, concluded: "2026-10-21",
			attributes: []string{"classified within one business day", "severity follows the plan's table", "reason stated"},
			procedures: []evidence.Procedure{
				inquiry("Asked two incident leads where the line between severities 2 and 3 lies."),
				inspection("For each event drawn, compared times and held the stated reason against the table of severities.", "EV-IR-01"),
			},
		},
		{
			control: "IR-02", extent: evidence.Census, occurrences: []string{"INC-112", "INC-118", "INC-125"}, concluded: "2026-10-22", preparer: auditSenior,
			attributes: []string{"roles assigned", "contained", "record kept until closed"},
			procedures: []evidence.Procedure{
				inquiry("Asked the leads of the three incidents what the plan had lacked."),
				inspection("Read the three records and compared their times with the log and the monitoring service; searched the register for entries downgraded from severity 2.", "EV-IR-02", "EV-INCIDENT-QUERY"),
			},
		},
		{
			control: "IR-03", extent: evidence.Census, occurrences: []string{"INC-112", "INC-118", "INC-125"}, concluded: "2026-10-22",
			attributes: []string{"review within ten business days after closing", "actions in the deficiency log with owner and due date"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Platform Engineering about the rehearsal of database changes that followed INC-118."),
				inspection("Read three reviews, compared their days with those of closing, and found their eight actions in the log.", "EV-IR-03", "EV-MO-03"),
			},
		},
		{
			control: "IR-04", extent: evidence.Census, occurrences: []string{"May 2026"}, concluded: "2026-10-22",
			procedures: []evidence.Procedure{
				inquiry("Asked three participants what they would do differently."),
				inspection("Read the protocol with the draft notices to customers and authorities, and found its six weaknesses in the deficiency log.", "EV-IR-04", "EV-MO-03"),
			},
		},
		{
			control: "IR-05", extent: evidence.Census, occurrences: []string{"INC-112", "INC-118"}, concluded: "2026-10-22",
			attributes: []string{"sent within 72 hours after the effect on customers was confirmed", "sent to every affected workspace"},
			procedures: []evidence.Procedure{
				inquiry("Asked the General Counsel why INC-125 needed no notice: no request of a customer had failed."),
				inspection("Compared the times of both notices with the records of the incidents, and the recipients with the workspaces affected.", "EV-IR-05", "EV-IR-02"),
			},
		},
		{
			control: "IR-06", extent: evidence.Census, concluded: "2026-10-22", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inquiry("Asked the chief technology officer whether a disaster had been declared or considered."),
				inspection("Searched the incident register for a declaration, and the audit log of the cloud account for environments started and databases restored in the recovery region: only the four restore tests and the exercise of May 2026.", "EV-INCIDENT-QUERY", "EV-CLOUD-AUDIT"),
			},
			nothing: &evidence.NoOccurrence{
				Reason:        "No disaster was declared in the period. The incident register holds no declaration, and the audit log of the cloud account shows no environment started and no database restored in the recovery region but for tests and the exercise.",
				Corroboration: []string{"EV-INCIDENT-QUERY", "EV-CLOUD-AUDIT"},
			},
		},
	}
}
