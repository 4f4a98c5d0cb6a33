package company

import "github.com/soc2kit/soc2/scope"

// incidents returns every incident of severity 1 or 2 in the period. The register and the query that shows it complete
// are evidence EV-INCIDENT-QUERY.
func incidents() []scope.Incident {
	return []scope.Incident{
		{
			ID: "INC-112", Occurred: "2025-11-04", Found: "2025-11-04",
			Nature:         "A currency table with a wrong date format made the matching of foreign-currency entries fail.",
			Effect:         "For 2 hours 10 minutes 38 customers could not match such entries. No record was wrong or lost; availability in November was 99.95 %.",
			Resolution:     "An emergency change replaced the table; the import now refuses the format.",
			ControlFailure: scope.No, Significant: scope.No, Disclosed: false,
			Decision: decision(headOfSecurity, "2025-11-11",
				"One function was slow for two hours, no commitment was missed, and the controls had operated as described."),
		},
		{
			ID: "INC-118", Occurred: "2026-03-11", Found: "2026-03-11",
			Nature:         "A database change held locks on large tables for far longer than in the test environment and stopped the application.",
			Effect:         "The application was unavailable to all customers for 5 hours 40 minutes. Availability in March was 99.2 %, below the 99.9 % committed. No record was lost or disclosed.",
			Resolution:     "An emergency change withdrew the database change. Affected customers were told the same day and received the credits agreed. Since 2026-04-06 such changes are rehearsed on a copy of production size.",
			ControlFailure: scope.No, Significant: scope.Yes, Disclosed: true,
			Decision: decision(chiefTechnology, "2026-03-19",
				"The change had been reviewed and tested as described, but a principal commitment was missed for all customers, so users would want to know."),
		},
		{
			ID: "INC-125", Occurred: "2026-06-24", Found: "2026-06-24",
			Nature:         "Cooling failed in one zone of the hosting provider's region west-1, and hosts there were shut down.",
			Effect:         "The application moved to the two other zones; response times rose for 14 minutes, and no request failed.",
			Resolution:     "The provider restored the zone the same evening; the load was rebalanced the next morning.",
			ControlFailure: scope.No, Significant: scope.No, Disclosed: false,
			Decision: decision(headOfSecurity, "2026-06-30",
				"No commitment was missed: the design expects the loss of a zone and handled it."),
		},
	}
}

// changes returns the changes of the system and its controls in the period (DC 9), and one decided not to matter.
func changes() []scope.Change {
	return []scope.Change{
		{
			ID: "CHN-1", Date: "2026-01-12", Significant: scope.Yes, Disclosed: true, RiskAssessment: "RA-2025-12",
			What:     "The reporting warehouse went live.",
			Before:   "Close statistics were computed in the application's database.",
			After:    "They are computed in a separate column store, whose accounts are managed by hand.",
			Decision: decision(complianceManager, "2026-09-15", "A new store of customer records with access management of its own."),
		},
		{
			ID: "CHN-2", Date: "2026-02-09", Significant: scope.Yes, Disclosed: true, RiskAssessment: "RA-2026-01",
			What:     "The platform operations team was merged into engineering.",
			Before:   "Platform operations removed accounts in the reporting warehouse and the support console.",
			After:    "IT administration removes them, together with all other accounts.",
			Decision: decision(complianceManager, "2026-09-15", "Duties in access removal moved to another team."),
		},
		{
			ID: "CHN-3", Date: "2026-03-02", Significant: scope.Yes, Disclosed: true, RiskAssessment: "RA-2026-02",
			What:     "The vulnerability scanner was replaced (control OP-01).",
			Before:   "A weekly network scan of production hosts by the Gannet scanner.",
			After:    "A weekly scan of production hosts and container images, signed in to the hosts, by the Petrel scanner.",
			Decision: decision(complianceManager, "2026-09-15", "A control that the report describes works in another way since."),
		},
		{
			ID: "CHN-4", Date: "2026-05-18", Significant: scope.No, Disclosed: false,
			What:   "The Port Alder office moved to another floor of the same building.",
			Before: "Second floor.", After: "Fourth floor.",
			Decision: decision(complianceManager, "2026-09-15", "No part of the system is in the office, so the move changed nothing in it."),
		},
	}
}
