package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

const (
	organizationName = "Larkfield Ledger, Inc. (fictional)"
	systemName       = "Larkfield Close"
	firmName         = "Holm & Abara CPAs LLP (fictional)"
)

// throughout returns the period of the examination: twelve months, both ends inside.
func throughout() calendar.Period {
	return calendar.Period{From: "2025-10-01", To: "2026-09-30"}
}

func editions() scope.Editions {
	return scope.Editions{
		Criteria:             criteria.Edition2022,
		DescriptionCriteria:  criteria.DescriptionEdition2022,
		AttestationStandards: "AT-C 105 and AT-C 205 (SSAE 21)",
	}
}

func terms() scope.Terms {
	return scope.Terms{
		Type:        scope.Type2,
		Status:      scope.Draft,
		Period:      throughout(),
		Categories:  []criteria.Category{criteria.Security, criteria.Availability, criteria.Confidentiality},
		Attribution: calendar.ByDueDate,
		Holidays:    holidays(),
	}
}

// holidays returns the days on which Larkfield Ledger is closed; controls due on business days are not due on them.
func holidays() []calendar.Date {
	return []calendar.Date{
		"2025-11-27", "2025-11-28", "2025-12-25",
		"2026-01-01", "2026-01-19", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07",
	}
}

func parties() scope.Parties {
	return scope.Parties{
		ServiceOrganization: scope.Organization{
			Name:    organizationName,
			Address: "14 Tannery Row, Port Alder, Oregon (fictional address)",
		},
		ServiceAuditor: scope.Firm{Name: firmName, City: "Port Alder", State: "Oregon"},
		UserEntities:   "Companies of 50 to 2,000 employees whose finance teams prepare and document their month-end close in Larkfield Close.",
	}
}

func system() scope.System {
	return scope.System{
		Name:          systemName,
		OtherNames:    []string{"the Close application"},
		Description:   description(),
		Components:    components(),
		Inventory:     inventory(),
		Incidents:     incidents(),
		IncidentQuery: "EV-INCIDENT-QUERY",
		Changes:       changes(),
	}
}

// priorReports returns the type 1 report as of the day before the period, so that nothing lies between the two.
func priorReports() []scope.PriorReport {
	return []scope.PriorReport{{
		ID: "type1-2025", Type: scope.Type1, AsOf: "2025-09-30", Auditor: firmName,
		Opinion: scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified},
	}}
}

// otherInformation returns what management adds to the report and the firm did not examine.
func otherInformation() []scope.OtherInformation {
	return []scope.OtherInformation{
		{ID: "roadmap", Title: "Planned work after the period", Paragraphs: []string{
			"Larkfield Ledger plans to connect the reporting warehouse and the support console to the identity provider by December 2026 (action ACT-02). From then on one step disables all accounts of a person who leaves.",
			"In the first half of 2027 a third hosting region is planned for customers who require storage in Canada. It will be described once it is in use.",
		}},
		{ID: "continuity", Title: "Next examination", Paragraphs: []string{
			"Management intends to have the next examination cover 2026-10-01 to 2027-09-30, so that no day lies between the two periods.",
		}},
	}
}

// The people who decide for management and for the firm. Everybody else appears by role.
const (
	chiefExecutive    = "I. Okafor, Chief Executive Officer"
	chiefTechnology   = "D. Marchetti, Chief Technology Officer"
	headOfSecurity    = "S. Lindqvist, Head of Security"
	complianceManager = "P. Adeyemi, Compliance Manager"
	engagementPartner = "T. Holm, engagement partner"
	seniorManager     = "N. Abara, senior manager"
	auditSenior       = "L. Quist, senior"
	auditAssociate    = "J. Farrow, associate"
)
