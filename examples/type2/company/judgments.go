package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// decision says who decided, when and why; without any of the three nothing counts as decided.
func decision(decider string, on calendar.Date, reason string) scope.Decision {
	return scope.Decision{Decider: decider, Date: on, Reason: reason}
}

// judgments returns the decisions of the firm.
func judgments(p program.Program) report.Judgments {
	return report.Judgments{
		Controls:   controlJudgments(p),
		Tolerances: toleranceJudgments(),
		Findings:   findingJudgments(),
	}
}

// controlJudgments says of each control that its design is suitable and that it was placed in operation. A control that
// changed within the period is judged for each wording.
func controlJudgments(p program.Program) []report.ControlJudgment {
	var list []report.ControlJudgment
	for _, c := range p.Controls {
		j := report.ControlJudgment{
			ID: "J-" + string(c.ID), Control: c.ID,
			Design: report.Suitable, Implemented: report.Implemented,
			Decision: decision(seniorManager, "2026-10-26", "Walked through with its owner; performed as stated it addresses the risks and criteria to which it is mapped."),
		}
		if c.ID != "OP-01" {
			list = append(list, j)
			continue
		}
		gannet, petrel := j, j
		gannet.ID, gannet.Period = "J-OP-01-gannet", gannetDays()
		gannet.Decision.Reason = "Walked through from the archive of the Gannet scanner; scans over the network each week, with the register, find known vulnerabilities of hosts."
		petrel.ID, petrel.Period = "J-OP-01-petrel", petrelDays()
		petrel.Decision.Reason = "Walked through with the security engineer; scans signed in to hosts and of images each week find more than those before."
		list = append(list, gannet, petrel)
	}
	return list
}

// toleranceJudgments decides where no rate may: the population is too small for one.
func toleranceJudgments() []report.ToleranceJudgment {
	return []report.ToleranceJudgment{
		{
			ID: "TOL-AC-05", Control: "AC-05", Tolerable: scope.Yes,
			Decision: decision(engagementPartner, "2026-10-27", "One of nine. The access left was read-only to monitoring data, for two days, and the next recertification would have withdrawn it; the cause was a wrong date entered once."),
		},
		{
			ID: "TOL-AC-06", Control: "AC-06", Tolerable: scope.No,
			Decision: decision(engagementPartner, "2026-10-27", "One of four reviews was not done at all, so that six months lay between two of them; a quarter of the occurrences is not tolerable."),
		},
	}
}

// findingJudgments decides how far the finding on CC6.2 reaches. That it is material is presumed, and nobody rebuts it.
func findingJudgments() []report.FindingJudgment {
	return []report.FindingJudgment{{
		ID:        "FJ-CC6.2",
		Findings:  []report.FindingKey{{Subject: report.Operating, Kind: report.Misstatement, Criterion: criteria.CC6_2}},
		Pervasive: scope.No,
		Decision:  decision(engagementPartner, "2026-10-28", "The late removals are confined to two of nine systems and to February through July 2026. Sign-in to all other systems ended in time, no account was used after the last working day, and 37 other criteria are not touched."),
	}}
}

// contraryEvidence returns what speaks against an assumption about the hosting provider, and what was decided on it.
func contraryEvidence() []report.ContraryEvidence {
	return []report.ContraryEvidence{{
		ID: "CE-1", SubserviceOrganization: hosting, Criteria: []criteria.ID{criteria.A1_2},
		Text:       "On 2026-06-24 the cooling of one zone failed, and hosts there were shut down (INC-125).",
		Reasonable: scope.Yes,
		Decision:   decision(engagementPartner, "2026-10-27", "One zone for some hours, with the cause found and corrected by the provider; its report and its later notice show environmental protection serviced and monitored, and the application had moved to the other zones."),
	}}
}

// subsequentEvents returns what became known after the period.
func subsequentEvents() []report.SubsequentEvent {
	return []report.SubsequentEvent{{
		ID: "SUB-1", Learned: "2026-10-19", Concerns: report.NewCondition, Significant: scope.No, UsersMisled: scope.No,
		Text:     "The Head of Platform Engineering announced that she will leave at the end of the year; a successor has been named.",
		Decision: decision(engagementPartner, "2026-11-13", "It concerns no condition in the period. A successor is trained, and the charter of control duties provides for deputies."),
	}}
}
