package company

import (
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/program"
)

// remediation returns what management is putting right, above all after the deviations of this examination.
func remediation() []program.Action {
	return []program.Action{
		{ID: "ACT-01", Status: program.ActionClosed, Owner: "IT Administrator", Origin: "MO-03 deficiency log 2026-08",
			What:     "Route removal tasks of the reporting warehouse and the support console to the queue of IT administration and close the queue of the former team.",
			Criteria: []criteria.ID{criteria.CC6_2}, Opened: "2026-08-04", Due: "2026-08-10", Closed: "2026-08-07"},
		{ID: "ACT-02", Status: program.ActionInProgress, Owner: "Head of Platform Engineering", Origin: "MO-03 deficiency log 2026-08",
			What:     "Connect the reporting warehouse and the support console to the identity provider, so that one step disables every account.",
			Criteria: []criteria.ID{criteria.CC6_2}, Opened: "2026-08-04", Due: "2026-12-18", DependsOn: []string{"ACT-01"}},
		{ID: "ACT-03", Status: program.ActionClosed, Owner: "Compliance Manager", Origin: "MO-03 deficiency log 2026-07",
			What:     "Name a deputy for the quarterly access review and put the review on the committee's calendar.",
			Criteria: []criteria.ID{criteria.CC6_3}, Opened: "2026-07-07", Due: "2026-07-31", Closed: "2026-07-24"},
		{ID: "ACT-04", Status: program.ActionClosed, Owner: "Head of Platform Engineering", Origin: "post-incident review of INC-118",
			What:     "Rehearse database changes that touch tables above one million rows on a copy of production size.",
			Criteria: []criteria.ID{criteria.CC8_1, criteria.A1_1}, Opened: "2026-03-24", Due: "2026-04-10", Closed: "2026-04-06"},
	}
}
