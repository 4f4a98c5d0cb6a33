package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/report"
)

// letters returns management's assertion, which goes into the report, and its representations, which do not.
func letters() report.Letters {
	return report.Letters{
		Assertion: report.Assertion{
			Status: report.Given, Date: "2026-11-13", Signer: "I. Okafor", Title: "Chief Executive Officer",
			Description: true, Design: true, Operating: true,
			Acknowledged: []string{
				"From 2026-02-09 to 2026-08-07 removal tasks for the reporting warehouse and the support console went to the queue of a team that no longer existed. Accounts of people who left were disabled there later than one business day after their last working day (control AC-03). For this reason criterion CC6.2 was not met throughout the period.",
			},
		},
		Representations: report.Representations{
			Status: report.Given, Date: "2026-11-13", Signer: "I. Okafor", Title: "Chief Executive Officer",
			Covers: calendar.Period{From: "2025-10-01", To: "2026-11-13"},
		},
	}
}
