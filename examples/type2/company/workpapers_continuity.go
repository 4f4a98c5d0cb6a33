package company

import "github.com/soc2kit/soc2/evidence"

// continuityWork tests the controls on availability and confidentiality.
func continuityWork() []workpaper {
	return []workpaper{
		{
			control: "BC-01", extent: evidence.Configuration, concluded: "2026-10-21",
			procedures: []evidence.Procedure{
				inspection("Inspected thresholds and their history, and the hosts started at eleven month-ends.", "EV-BC-01"),
				reperformance("Put load on a spare service until 65 % and 80 % were passed; a host was started and an alert raised.", "EV-BC-01"),
			},
		},
		{
			control: "BC-02", extent: evidence.Census, occurrences: months(), concluded: "2026-10-21",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Platform Engineering about the order of March 2026."),
				inspection("Read twelve forecasts, and compared those of January and July with the load measured afterwards.", "EV-BC-02", "EV-BC-01"),
			},
		},
		{
			control: "BC-03", extent: evidence.Configuration, concluded: "2026-10-21",
			procedures: []evidence.Procedure{
				inspection("Inspected the rules on log, full backup, copy, keeping and protection against change, and their history.", "EV-BC-03"),
				analytics("Counted full backups in the recovery region for each of the last 35 nights and each cluster; none was missing.", "EV-BC-03"),
			},
		},
		{
			control: "BC-04", extent: evidence.RandomSample, population: popBackups, concluded: "2026-10-21",
			attributes: []string{"reviewed on the business day", "each failed job has a ticket and was repeated"},
			procedures: []evidence.Procedure{
				inquiry("Asked two platform engineers what they do with a job that is still running."),
				inspection("For each day drawn, compared the review with the results of the backup service since the business day before.", "EV-BC-04"),
			},
		},
		{
			control: "BC-05", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-22", preparer: auditSenior,
			attributes: []string{"restored from the recovery region", "record counts and checksums agree", "protocol filed"},
			procedures: []evidence.Procedure{
				inspection("Read four protocols and compared their times with the audit log of the cloud account.", "EV-BC-05", "EV-CLOUD-AUDIT"),
				reperformance("Computed the checksums of the September restore again from both sides; they agree.", "EV-BC-05"),
			},
		},
		{
			control: "BC-06", extent: evidence.Census, occurrences: []string{"May 2026"}, concluded: "2026-10-22", preparer: auditSenior,
			procedures: []evidence.Procedure{
				observation("2026-05-20", "Attended the exercise: saw the environment started in the recovery region, the times taken and the counts compared. It took 5 hours 25 minutes; 11 minutes of entries were lost.", "EV-BC-06-OBSERVED"),
				inspection("Read the record of the exercise and the plan as updated on 2026-06-09.", "EV-BC-06"),
			},
		},
		{
			control: "CF-01", extent: evidence.Census, occurrences: []string{"March 2026"}, concluded: "2026-10-23",
			procedures: []evidence.Procedure{
				inquiry("Asked two owners of systems how they arrived at the class of their records."),
				inspection("Compared the approved list with the inventory and the data flow diagram; the reporting warehouse is on it.", "EV-CF-01", "EV-CO-02"),
			},
		},
		{
			control: "CF-02", extent: evidence.Census, population: popHires, concluded: "2026-10-23",
			attributes: []string{"signed before the first access"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of People how contractors sign."),
				inspection("For each of the 19 people, compared the day of signing with the first account created.", "EV-CF-02"),
			},
		},
		{
			control: "CF-03", extent: evidence.Census, population: popDeletions, concluded: "2026-10-23", preparer: auditSenior,
			attributes: []string{"deleted within 30 days after the contract ended", "search after deletion found none", "record filed"},
			procedures: []evidence.Procedure{
				inspection("For each of 17 customers, compared the end of the contract with the deletion record and the destruction of the key.", "EV-CF-03"),
				reperformance("Searched database, storage, warehouse and key service for five of the customers; nothing was found.", "EV-CF-03"),
			},
		},
		{
			control: "CF-04", extent: evidence.Configuration, concluded: "2026-10-23",
			procedures: []evidence.Procedure{
				inspection("Inspected the job, its history in the source repository and its runs, and the alert if it does not finish.", "EV-CF-04"),
				analytics("Listed all exports and temporary files by age; the oldest was 14 days old.", "EV-CF-04"),
			},
		},
	}
}
