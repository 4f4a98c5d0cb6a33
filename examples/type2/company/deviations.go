package company

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// deviations returns everything that was found not to be as described. Each names the item drawn or examined, and what
// was decided of its cause and of intent; the report prints them all, whatever is concluded.
func deviations() []evidence.Deviation {
	return slices.Concat(singleDeviations(), lateRemovals())
}

// singleDeviations do not keep their criteria from being met: within the tolerable rate, decided tolerable, or made up for
// by another control.
func singleDeviations() []evidence.Deviation {
	return []evidence.Deviation{
		{
			ID: "D-01", Control: "AC-01", Test: "T-AC-01", Item: lateApproval, Attribute: "B", Date: "2026-05-14", Kind: evidence.FailedAttribute,
			Nature: "One of 33 grants tested was made on 2026-05-14, before the owner of the system approved it on 2026-05-15.",
			Cause:  evidence.Isolated, CauseText: "On one afternoon the owner had agreed by word of mouth, and the administrator granted the access before the approval was entered.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "The administrator made no other grant of that kind; the approval followed the next morning for the same role."),
			Corrected:   "2026-05-15",
			Response:    "Since 2026-06-01 the ticket system lets nobody set a grant to done that has no approval.",
		},
		{
			ID: "D-02", Control: "AC-05", Test: "T-AC-05", Item: lateTransfer, Attribute: "B", Date: "2026-05-05", Kind: evidence.LateOccurrence,
			Nature: "For one of nine changes of role, access outside the new role's template was removed two days late, on 2026-05-06 instead of 2026-05-04.",
			Cause:  evidence.Isolated, CauseText: "The date of the change of role had been entered wrongly in the people system.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "The dates of the eight other changes of role agree with the letters."),
			Corrected:   "2026-05-06",
			Response:    "The Head of People has a second person check such dates.",
		},
		{
			ID: "D-03", Control: "AC-06", Test: "T-AC-06", Item: "due 2026-06-30", Date: "2026-06-30", Kind: evidence.MissedOccurrence,
			Nature: "The access review of the quarter ended 2026-06-30, one of four, was not done.",
			Cause:  evidence.Isolated, CauseText: "The Compliance Manager was on leave in June, and no deputy had been named.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "Nobody decided to leave it out; the other three reviews were complete and in time."),
			Corrected:   "2026-09-24",
			Response:    "A deputy was named, and the review stands on the committee's calendar since 2026-07-24. The monthly recertification went on without interruption.",
		},
		{
			ID: "D-04", Control: "OP-02", Test: "T-OP-02", Item: "VF-423", Date: "2026-01-16", Kind: evidence.LateOccurrence,
			Nature: "A high vulnerability was remedied on 2026-01-18, three days after it was due.",
			Cause:  evidence.Isolated, CauseText: "The maker's correction had to be withdrawn and was issued again.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "The maker's two notices show it."),
			Corrected:   "2026-01-18",
			Response:    "In such cases the Head of Security now records a temporary measure in the register.",
		},
		{
			ID: "D-05", Control: "OP-02", Test: "T-OP-02", Item: "VF-467", Date: "2026-06-14", Kind: evidence.LateOccurrence,
			Nature: "A high vulnerability was remedied on 2026-06-18, five days after it was due.",
			Cause:  evidence.Isolated, CauseText: "The finding had been assigned to a component that was being retired and was noticed only in the monthly review.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "No other of the 96 findings was assigned to a component without an owner."),
			Corrected:   "2026-06-18",
			Response:    "The register refuses components without an owner since 2026-07-01.",
		},
	}
}

// lateRemovals are four of the 25 removal tasks drawn, each late from one day and put right on another. The upper limit of their rate exceeds the tolerable rate, which no
// decision can overrule.
func lateRemovals() []evidence.Deviation {
	late := func(id, item string, from, to calendar.Date, nature string) evidence.Deviation {
		return evidence.Deviation{
			ID: id, Control: "AC-03", Test: "T-AC-03", Item: item, Attribute: "A", Kind: evidence.LateOccurrence,
			Date: from, Corrected: to, Nature: nature,
			Cause:       evidence.Systemic,
			CauseText:   "After the merger of teams on 2026-02-09 removal tasks for the reporting warehouse and the support console went to a queue that nobody read every day.",
			Intentional: scope.No,
			Decision:    decision(seniorManager, "2026-10-27", "All late tasks are of the two systems and of the months in which the queue was unattended; the tasks drawn of other systems and other months were in time."),
			Response:    "The tasks go to IT administration since 2026-08-07. The two systems will be connected to the identity provider by December 2026. The logs show no sign-in after the last working day.",
		}
	}
	return []evidence.Deviation{
		late("D-06", "LV-07/reporting-warehouse", "2026-03-10", "2026-03-18",
			"The account of a person whose last working day was 2026-03-06 was disabled in the reporting warehouse on 2026-03-18 instead of 2026-03-09."),
		late("D-07", "LV-08/support-console", "2026-03-31", "2026-04-14",
			"The account of a person whose last working day was 2026-03-27 was disabled in the support console on 2026-04-14 instead of 2026-03-30."),
		late("D-08", "LV-09/reporting-warehouse", "2026-04-21", "2026-05-06",
			"The account of a person whose last working day was 2026-04-17 was disabled in the reporting warehouse on 2026-05-06 instead of 2026-04-20."),
		late("D-09", "LV-11/support-console", "2026-06-09", "2026-06-26",
			"The account of a person whose last working day was 2026-06-05 was disabled in the support console on 2026-06-26 instead of 2026-06-08."),
	}
}
