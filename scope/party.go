package scope

import (
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// An Organization is a legal person with a part in the examination.
type Organization struct {
	// Name is the legal name, as it stands in the report.
	Name string `json:"name"`
	// Address is the postal address, on one line.
	Address string `json:"address,omitzero"`
}

// A Firm is the service auditor: the CPA firm that examines and reports. A library, a tool or its vendor never is.
type Firm struct {
	// Name is the firm's name as it signs.
	Name string `json:"name"`
	// City is where the practitioner practices; reports state it.
	City string `json:"city,omitzero"`
	// State is the state or country of that city.
	State string `json:"state,omitzero"`
}

// Parties are those who have a part in the examination, besides subservice organizations.
type Parties struct {
	// ServiceOrganization is the organization whose system is examined.
	ServiceOrganization Organization `json:"serviceOrganization"`
	// ServiceAuditor is the firm; absent until one is engaged.
	ServiceAuditor Firm `json:"serviceAuditor,omitzero"`
	// EngagingParty engaged the firm; absent means that the service organization did.
	EngagingParty Organization `json:"engagingParty,omitzero"`
	// Addressee is to whom the report is addressed; absent means the engaging party's management.
	Addressee string `json:"addressee,omitzero"`
	// UserEntities says in one sentence who uses the system.
	UserEntities string `json:"userEntities,omitzero"`
}

// AddressedTo returns to whom the report is addressed.
func (p Parties) AddressedTo() string {
	switch {
	case p.Addressee != "":
		return p.Addressee
	case p.EngagingParty.Name != "":
		return "Management of " + p.EngagingParty.Name
	case p.ServiceOrganization.Name != "":
		return "Management of " + p.ServiceOrganization.Name
	}
	return ""
}

// Validate reports what is wrong with p.
func (p Parties) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/serviceOrganization/name", p.ServiceOrganization.Name, "the legal name of the service organization")
	if p.EngagingParty != (Organization{}) {
		record.Text(&l, "/engagingParty/name", p.EngagingParty.Name, "the name of the engaging party")
	}
	if p.ServiceAuditor != (Firm{}) {
		record.Text(&l, "/serviceAuditor/name", p.ServiceAuditor.Name, "the name of the firm")
	}
	return l
}
