package company

import "github.com/soc2kit/soc2/control"

// riskAssessments returns the assessments on which each day of the period rests, and those of significant changes.
func riskAssessments() []control.RiskAssessment {
	return []control.RiskAssessment{
		{ID: "RA-2025", Performed: "2025-02-20", Scope: "All commitments and requirements; the assessment of the year before the one in the period."},
		{ID: "RA-2025-12", Performed: "2025-12-09", Scope: "The reporting warehouse (change CHN-1)."},
		{ID: "RA-2026-01", Performed: "2026-01-28", Scope: "The merger of platform operations into engineering (change CHN-2)."},
		{ID: "RA-2026", Performed: "2026-02-19", Scope: "All commitments and requirements."},
		{ID: "RA-2026-02", Performed: "2026-02-24", Scope: "The replacement of the vulnerability scanner (change CHN-3)."},
	}
}

// risks returns the register as of the end of the period. Ratings are low, medium and high.
func risks() []control.Risk {
	const low, medium, high = "low", "medium", "high"
	risk := func(id, kind, title, inherent, residual, owner string, threatens ...string) control.Risk {
		return control.Risk{
			ID: id, Kind: kind, Title: title, Inherent: inherent, Residual: residual,
			Response: "reduce", Owner: owner, Commitments: threatens,
		}
	}
	list := []control.Risk{
		risk("RSK-01", "technology", "Stolen or excessive credentials let somebody into customer records", high, medium, "Head of Security", "COM-01", "COM-04"),
		risk("RSK-02", "people", "People who left keep access", high, medium, "Head of Security", "COM-01", "REQ-01"),
		risk("RSK-03", "change", "A defective or unreviewed change harms the service or records", high, medium, "Head of Engineering", "COM-02", "REQ-02"),
		risk("RSK-04", "technology", "A known vulnerability is exploited before it is remedied", high, low, "Head of Security", "COM-01", "REQ-03"),
		risk("RSK-05", "technology", "An attack or failure is noticed or handled too late", high, low, "Head of Security", "COM-01", "COM-06"),
		risk("RSK-06", "technology", "A zone or region of the hosting provider is lost", high, low, "Chief Technology Officer", "COM-02", "COM-03"),
		risk("RSK-07", "technology", "Backups turn out to be incomplete or unusable", high, low, "Head of Platform Engineering", "COM-03", "REQ-04"),
		risk("RSK-08", "technology", "Capacity runs out at the peak of month-end", medium, low, "Head of Platform Engineering", "COM-02"),
		risk("RSK-09", "technology", "Records of one customer are shown to another", high, low, "Head of Engineering", "COM-04"),
		risk("RSK-10", "process", "Records are kept after the contract has ended", medium, low, "Head of Customer Success", "COM-05"),
		risk("RSK-11", "vendor", "The hosting provider or another vendor fails in its duties", high, medium, "Compliance Manager", "COM-01", "COM-02"),
		risk("RSK-12", "fraud", "Somebody inside copies or alters customer records for gain, or management overrides a control", high, low, "Chief Financial Officer", "COM-04", "REQ-02"),
		risk("RSK-13", "people", "Duties are unclear, or a key person leaves, and controls lapse", medium, medium, "Chief Executive Officer", "COM-01", "COM-02"),
		risk("RSK-14", "change", "A change of business or technology brings risks that nobody assessed or told customers of", medium, low, "Chief Technology Officer", "COM-01", "COM-08"),
		risk("RSK-15", "technology", "Records are read on a network or on a lost device", high, low, "Head of Platform Engineering", "COM-07"),
	}
	for i := range list {
		switch list[i].ID {
		case "RSK-02": // treated further after the late removals of 2026
			list[i].Due = "2026-12-18"
		case "RSK-13":
			list[i].Response = "accept"
			list[i].Acceptance = decision(chiefExecutive, "2026-02-19", "Deputies are named for every control owner; a company of 60 cannot staff each duty twice.")
			list[i].AcceptedTo = "2027-02-28"
		}
	}
	return list
}
