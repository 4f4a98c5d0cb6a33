package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// hosting is the id of the hosting provider, the one subservice organization.
const hosting = "stratus-harbor"

// subserviceOrganizations returns the hosting provider, carved out: CC6.4 as a whole, A1.2 in part.
func subserviceOrganizations() []scope.SubserviceOrganization {
	return []scope.SubserviceOrganization{{
		ID:        hosting,
		Name:      "Stratus Harbor Cloud, Inc. (fictional)",
		Services:  "Hosting: data centres, hosts, storage, network and managed databases in the regions west-1 and central-2.",
		Necessary: scope.Yes,
		Decision: decision(complianceManager, "2025-09-08",
			"Nobody at Larkfield Ledger enters a data centre; physical and environmental protection are the provider's alone."),
		Method:    scope.CarveOut,
		Disclosed: true,
		Criteria:  []criteria.ID{criteria.CC6_4, criteria.A1_2},
		Controls: []scope.SubserviceControl{
			{ID: "CSOC-01", Criteria: []criteria.ID{criteria.CC6_4},
				Text: "Only people whom the provider has approved enter its data centres; entries are logged, and the list of those approved is reviewed at least each quarter."},
			{ID: "CSOC-02", Criteria: []criteria.ID{criteria.CC6_4},
				Text: "Visitors are registered and accompanied, and equipment is released and removed only with approval."},
			{ID: "CSOC-03", Criteria: []criteria.ID{criteria.A1_2},
				Text: "Power, cooling and fire protection of the data centres are redundant, monitored and serviced."},
		},
	}}
}

// vendorReports returns the report received on the hosting provider and what was received from the mail vendor.
func vendorReports() []scope.VendorReport {
	return []scope.VendorReport{
		{
			ID: "VR-1", SubserviceOrganization: hosting, Kind: "SOC 2 type 2",
			Period:  calendar.Period{From: "2025-07-01", To: "2026-06-30"},
			Opinion: scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified, Operating: scope.Unmodified},
			Exceptions: []scope.ReportException{{Criterion: criteria.CC1_4, Control: "HR-11",
				Text: "Two of 40 sampled employees completed the yearly training after its due date."}},
			BridgedTo: "2026-09-30", Received: "2026-08-25", Reviewed: "2026-09-08", Reviewer: headOfSecurity,
			Conclusion: "The report names the three kinds of control assumed, and each was tested without deviation. The late training has no bearing on them. Its two user entity controls are met by AC-08 and PR-02. A letter of the provider received on 2026-10-06 extends it to 2026-09-30.",
		},
		{
			ID: "VR-2", Vendor: "Quillpost Mail, Ltd. (fictional)", Kind: "ISO/IEC 27001 certificate",
			Period:   calendar.Period{From: "2024-11-18", To: "2027-11-17"},
			Received: "2026-02-03", Reviewed: "2026-02-17", Reviewer: complianceManager,
			Conclusion: "The certificate covers the mail service. Nothing that the commitments depend on rests on it.",
		},
	}
}
