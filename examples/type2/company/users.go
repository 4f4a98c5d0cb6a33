package company

import (
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// userEntityControls returns the CUECs. Each is assumed in the design of our controls, and a commitment cannot be kept
// without it; each is a member of an alternative of its criterion.
func userEntityControls() []scope.UserEntityControl {
	cuec := func(id, text string, criterion criteria.ID) scope.UserEntityControl {
		return scope.UserEntityControl{
			ID: id, Text: text, Criteria: []criteria.ID{criterion},
			Assumed: scope.Yes, Necessary: scope.Yes, Listed: true,
		}
	}
	return []scope.UserEntityControl{
		cuec("CUEC-01", "User entities approve, change and remove the accounts of their own users in their workspace, and review them.", criteria.CC6_2),
		cuec("CUEC-02", "User entities connect their own identity provider or require a second factor of their users in the workspace settings.", criteria.CC6_1),
		cuec("CUEC-03", "User entities keep the keys of their connections to the programming interface secret and replace those that may be known to others.", criteria.CC6_1),
		cuec("CUEC-04", "User entities report suspected misuse of their accounts to Larkfield Ledger within one business day after they become aware of it.", criteria.CC7_3),
		cuec("CUEC-05", "User entities keep the contact addresses of their workspace administrators current, so that notices reach them.", criteria.CC2_3),
	}
}

// userResponsibilities returns duties that only make use of the service possible; no opinion depends on them.
func userResponsibilities() []scope.UserResponsibility {
	return []scope.UserResponsibility{
		{ID: "UR-01", Text: "Use a browser version that its maker still supports."},
		{ID: "UR-02", Text: "Train their own staff in the close procedures that they document in the application."},
		{ID: "UR-03", Text: "Export the records that they wish to keep before the end of the contract."},
	}
}
