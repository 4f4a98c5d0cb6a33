package company

import (
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// criteriaControls says for each criterion in scope which controls suffice together. A second alternative is
// a compensating one: it suffices where the first does not.
func criteriaControls() []control.CriterionControls {
	meets := func(id criteria.ID, alternatives ...control.Alternative) control.CriterionControls {
		return control.CriterionControls{ID: id, Alternatives: alternatives}
	}
	together := control.Together
	return []control.CriterionControls{
		meets(criteria.CC1_1, together("GV-01", "GV-02")),
		meets(criteria.CC1_2, together("GV-03")),
		meets(criteria.CC1_3, together("GV-04", "GV-05")),
		meets(criteria.CC1_4, together("GV-06", "GV-07")),
		meets(criteria.CC1_5, together("GV-05", "GV-08")),

		meets(criteria.CC2_1, together("CO-01", "CO-02")),
		meets(criteria.CC2_2, together("GV-02", "GV-07", "CO-03")),
		meets(criteria.CC2_3, together("CO-04", "CO-05", "IR-05").WithCUEC("CUEC-05")),

		meets(criteria.CC3_1, together("RK-01")),
		meets(criteria.CC3_2, together("RK-02", "RK-03", "CO-02")),
		meets(criteria.CC3_3, together("RK-04")),
		meets(criteria.CC3_4,
			together("RK-05"),
			because(together("RK-03"), "The quarterly review considers every change since the one before.")),

		meets(criteria.CC4_1,
			together("MO-01", "MO-02"),
			because(together("MO-01", "MO-04"), "Configuration is compared all the time instead of being attacked once a year.")),
		meets(criteria.CC4_2, together("MO-03", "GV-03")),

		meets(criteria.CC5_1, together("PO-01", "PO-02")),
		meets(criteria.CC5_2, together("PO-03", "MO-04")),
		meets(criteria.CC5_3, together("PO-04", "CO-03")),

		meets(criteria.CC6_1, together("AC-02", "AC-08", "AC-09", "PR-06").WithCUEC("CUEC-02", "CUEC-03")),
		meets(criteria.CC6_2, together("AC-01", "AC-03").WithCUEC("CUEC-01")),
		meets(criteria.CC6_3,
			together("AC-04", "AC-05", "AC-06", "AC-08"),
			because(together("AC-04", "AC-05", "AC-07", "AC-08"), "The monthly recertification reaches the same systems as the quarterly review and withdraws what nobody confirms.")),
		meets(criteria.CC6_4,
			because(together().WithCSOC("CSOC-01", "CSOC-02"), "Carved out: no part of the system stands in premises of Larkfield Ledger.")),
		meets(criteria.CC6_5, together("PR-01", "PR-06")),
		meets(criteria.CC6_6,
			together("PR-02", "PR-07"),
			because(together("PR-02", "MO-04"), "A rule that leaves the baseline raises an alert within 30 minutes.")),
		meets(criteria.CC6_7, together("PR-03", "PR-04")),
		meets(criteria.CC6_8, together("PR-05", "CM-02")),

		meets(criteria.CC7_1, together("OP-01", "OP-02", "MO-04")),
		meets(criteria.CC7_2, together("OP-03", "OP-04")),
		meets(criteria.CC7_3, together("OP-04", "IR-01").WithCUEC("CUEC-04")),
		meets(criteria.CC7_4, together("IR-02", "IR-03", "IR-04", "IR-05")),
		meets(criteria.CC7_5,
			because(together("IR-06"), "An actual recovery shows by itself that recovery works."),
			because(together("BC-05", "BC-06", "IR-03"), "Where no disaster occurred, tests and exercises show it.")),

		meets(criteria.CC8_1, together("CM-01", "CM-02", "CM-03", "CM-04")),

		meets(criteria.CC9_1, together("RK-06", "BC-06")),
		meets(criteria.CC9_2,
			together("VM-01", "VM-02"),
			because(together("VM-01", "VM-03"), "Twelve monthly reviews of the provider instead of one review of its report.")),

		meets(criteria.A1_1, together("BC-01", "BC-02")),
		meets(criteria.A1_2, together("BC-03", "BC-04").WithCSOC("CSOC-03")),
		meets(criteria.A1_3, together("BC-05", "BC-06")),

		meets(criteria.C1_1, together("CF-01", "CF-02", "AC-09", "PR-06", "CM-04")),
		meets(criteria.C1_2, together("CF-03", "CF-04")),
	}
}

// because adds how the members of an alternative address the criterion together.
func because(a control.Alternative, note string) control.Alternative {
	a.Note = note
	return a
}
