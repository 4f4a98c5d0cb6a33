package company

import "github.com/soc2kit/soc2/evidence"

// accessReviews returns the four quarterly reviews of access (AC-06). That of the second quarter of 2026 was not done.
func accessReviews() []evidence.AccessReview {
	systems := []string{"Close application", "Relational database service", "Support console", "Identity provider", "Cloud account"}
	withWarehouse := append([]string{"Reporting warehouse"}, systems...) // in the system since 2026-01-12
	return []evidence.AccessReview{
		{
			ID: "AR-2025-Q4", Control: "AC-06", Systems: systems, Accounts: 231, Listing: "EV-AC-06", Due: "2025-12-31", Done: "2025-12-17", Reviewer: "Owners of systems",
			Revocations: []evidence.Revocation{
				{Account: "u-0412", System: "Support console", Executed: "2025-12-19"},
				{Account: "u-0398", System: "Cloud account", Executed: "2025-12-18"},
			},
		},
		{
			ID: "AR-2026-Q1", Control: "AC-06", Systems: withWarehouse, Accounts: 254, Listing: "EV-AC-06", Due: "2026-03-31", Done: "2026-03-19", Reviewer: "Owners of systems",
			Revocations: []evidence.Revocation{{Account: "u-0437", System: "Reporting warehouse", Executed: "2026-03-24"}},
		},
		{ID: "AR-2026-Q2", Control: "AC-06", Systems: withWarehouse, Due: "2026-06-30"},
		{
			ID: "AR-2026-Q3", Control: "AC-06", Systems: withWarehouse, Accounts: 262, Listing: "EV-AC-06", Due: "2026-09-30", Done: "2026-09-24", Reviewer: "Owners of systems",
			Revocations: []evidence.Revocation{{Account: "u-0451", System: "Close application", Executed: "2026-09-25"}},
		},
	}
}
