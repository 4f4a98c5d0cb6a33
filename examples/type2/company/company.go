package company

import (
	"fmt"

	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
)

// Program returns what management of Larkfield Ledger owns of the examination. Each call returns a new value.
func Program() program.Program {
	return program.Program{
		Kind:                    program.Kind,
		SchemaVersion:           program.SchemaVersion,
		ID:                      "larkfield-2026",
		Editions:                editions(),
		Terms:                   terms(),
		Parties:                 parties(),
		System:                  system(),
		Commitments:             commitments(),
		SubserviceOrganizations: subserviceOrganizations(),
		UserEntityControls:      userEntityControls(),
		UserResponsibilities:    userResponsibilities(),
		Controls:                controls(),
		Criteria:                criteriaControls(),
		RiskAssessments:         riskAssessments(),
		Risks:                   risks(),
		Policies:                policies(),
		VendorReports:           vendorReports(),
		Evidence:                items(),
		Populations:             populations(),
		AccessReviews:           accessReviews(),
		Requests:                requests(),
		Remediation:             remediation(),
		OtherInformation:        otherInformation(),
		PriorReports:            priorReports(),
		Labels:                  map[string]string{"notice": "Fictional: every organization, person, record and result is invented."},
	}
}

// Engagement joins [Program] and [Fieldwork]; the fieldwork pins the program by the digest of its bytes. It fails only
// if a sample cannot be drawn.
func Engagement() (report.Engagement, error) {
	p := Program()
	f, err := Fieldwork(p)
	if err != nil {
		return report.Engagement{}, fmt.Errorf("company: %w", err)
	}
	return report.Join(p, f), nil
}
