package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// Where commitments and requirements were made.
const (
	agreement    = "Master subscription agreement, version 7"
	serviceLevel = "Service level schedule to the master subscription agreement, version 7"
	trustPage    = "Public trust page"
)

// commitments returns the eight principal service commitments and the four principal system requirements (DC 2).
func commitments() []scope.Commitment {
	security, availability, confidentiality := criteria.Security, criteria.Availability, criteria.Confidentiality
	return []scope.Commitment{
		{ID: "COM-01", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{security}, Source: agreement,
			Text: "Larkfield Ledger keeps the system and customer records safe from access, use and change by anybody who is not authorized."},
		{ID: "COM-02", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{availability}, Source: serviceLevel,
			Text: "The application is available for at least 99.9 % of the minutes of each calendar month, announced maintenance excluded; otherwise customers receive credits."},
		{ID: "COM-03", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{availability}, Source: serviceLevel, DueWithin: calendar.Hours(8),
			Text: "After a disaster the service is restored within 8 hours, with at most one hour of entries lost."},
		{ID: "COM-04", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{confidentiality}, Source: agreement,
			Text: "Customer records are kept confidential, seen by staff only to provide the service, and never mixed with those of another customer."},
		{ID: "COM-05", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{confidentiality}, Source: agreement, DueWithin: calendar.Days(30),
			Text: "Customer records are deleted within 30 days after the end of the contract, on request with a written confirmation."},
		{ID: "COM-06", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{security, availability, confidentiality}, Source: agreement, DueWithin: calendar.Hours(72),
			Text: "Customers affected by a confirmed incident are told within 72 hours what happened and what is being done."},
		{ID: "COM-07", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{security, confidentiality}, Source: trustPage,
			Text: "Customer records are encrypted on public networks and where they are stored."},
		{ID: "COM-08", Kind: scope.ServiceCommitment, Principal: true, Categories: []criteria.Category{security, availability}, Source: agreement,
			Text: "Customers are told at least 30 days before a change of the service that reduces what they agreed to, and before a new subservice organization is used."},
		{ID: "REQ-01", Kind: scope.SystemRequirement, Principal: true, Categories: []criteria.Category{security, confidentiality}, Source: "Access policy", DueWithin: calendar.BusinessDays(1),
			Text: "The accounts of people who leave are disabled within one business day after their last day."},
		{ID: "REQ-02", Kind: scope.SystemRequirement, Principal: true, Categories: []criteria.Category{security, availability}, Source: "Secure development policy",
			Text: "Changes of the production environment are tested and approved by somebody other than their author before they go live; emergency changes are reviewed afterwards."},
		{ID: "REQ-03", Kind: scope.SystemRequirement, Principal: true, Categories: []criteria.Category{security}, Source: "Vulnerability policy",
			Text: "Critical vulnerabilities are remedied within 7 days and high ones within 30 days after they are found."},
		{ID: "REQ-04", Kind: scope.SystemRequirement, Principal: true, Categories: []criteria.Category{availability}, Source: "Continuity policy",
			Text: "Customer records are backed up every day to a second region, and restoring them is tested each quarter."},
	}
}
