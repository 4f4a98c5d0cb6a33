package scope

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// ComponentKind is one of the five kinds of component that a description covers (DC 3).
type ComponentKind string

// The five kinds of component.
const (
	Infrastructure ComponentKind = "infrastructure"
	Software       ComponentKind = "software"
	People         ComponentKind = "people"
	Procedures     ComponentKind = "procedures"
	Data           ComponentKind = "data"
)

// ComponentKinds lists the five kinds in the usual order.
func ComponentKinds() []ComponentKind {
	return []ComponentKind{Infrastructure, Software, People, Procedures, Data}
}

// IsValid reports whether k is one of the five kinds.
func (k ComponentKind) IsValid() bool { return slices.Contains(ComponentKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (ComponentKind) EnumValues() []string {
	return []string{"infrastructure", "software", "people", "procedures", "data"}
}

// A Component is one part of the system, or one that was considered and left outside its boundary.
type Component struct {
	// ID identifies the component within the program.
	ID string `json:"id"`
	// Kind is one of the five kinds.
	Kind ComponentKind `json:"kind"`
	// Name is what the organization calls it.
	Name string `json:"name"`
	// Description says what it is for.
	Description string `json:"description,omitzero"`
	// InBoundary says whether it belongs to the system.
	InBoundary bool `json:"inBoundary"`
	// From is its first day in the system; absent means from before the period.
	From calendar.Date `json:"from,omitzero"`
	// To is its last day in the system; absent means until after the period.
	To calendar.Date `json:"to,omitzero"`
}

// An InventoryEntry is a system or vendor known from somewhere else than the description, such as payments, sign-on or
// a cloud account, and held against it.
type InventoryEntry struct {
	// ID identifies the entry within the program.
	ID string `json:"id"`
	// Name is what the source calls it.
	Name string `json:"name"`
	// Source is where it was found.
	Source string `json:"source"`
	// Necessary says whether its controls are needed for the commitments; absent means that nobody decided.
	Necessary Answer `json:"necessary,omitzero"`
	// Decision says who decided on Necessary, when and why.
	Decision Decision `json:"decision,omitzero"`
}

// PrivacyRole is the part the organization plays for personal information.
type PrivacyRole string

// The roles: deciding over personal information, handling it for others, or both.
const (
	Controller PrivacyRole = "controller"
	Processor  PrivacyRole = "processor"
	Both       PrivacyRole = "both"
)

// PrivacyRoles lists the roles.
func PrivacyRoles() []PrivacyRole { return []PrivacyRole{Controller, Processor, Both} }

// IsValid reports whether r is one of the roles.
func (r PrivacyRole) IsValid() bool { return slices.Contains(PrivacyRoles(), r) }

// EnumValues lists the spellings, for JSON Schema.
func (PrivacyRole) EnumValues() []string { return []string{"controller", "processor", "both"} }

// A System is what is examined, as management describes it.
type System struct {
	// Name is the system's name, the same in every section of the report.
	Name string `json:"name"`
	// OtherNames are names by which it is also known, for instance a product's.
	OtherNames []string `json:"otherNames,omitempty"`
	// Description holds the sections of management's description, one for each description criterion.
	Description []DescriptionSection `json:"description"`
	// Components are the parts of the system, and those considered and left out.
	Components []Component `json:"components"`
	// Inventory lists systems and vendors known from elsewhere.
	Inventory []InventoryEntry `json:"inventory,omitempty"`
	// Incidents are the system incidents known, whether or not the description must disclose them.
	Incidents []Incident `json:"incidents,omitempty"`
	// IncidentQuery is the id of the evidence of the query that shows which incidents there were, above all when none
	// is claimed.
	IncidentQuery string `json:"incidentQuery,omitzero"`
	// Changes are the changes to the system and its controls in the period.
	Changes []Change `json:"changes,omitempty"`
	// PrivacyRole is the organization's role for personal information; needed for the privacy category.
	PrivacyRole PrivacyRole `json:"privacyRole,omitzero"`
	// PrivacyNotice is where the privacy notice is found.
	PrivacyNotice string `json:"privacyNotice,omitzero"`
}

// Validate reports what is wrong with s.
func (s System) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/name", s.Name, "the name of the system")
	record.Texts(&l, "/otherNames", s.OtherNames, "the other name")
	l.Append(validateSections(s.Description))
	record.Index(&l, "components", len(s.Components), func(i int) string { return s.Components[i].ID })
	for i, c := range s.Components {
		at := problem.Pointer("components", i)
		record.Value(&l, at+"/kind", c.Kind, true)
		record.Text(&l, at+"/name", c.Name, "the name of the component")
		record.Days(&l, at+"/from", c.From, at+"/to", c.To, false)
	}
	record.Index(&l, "inventory", len(s.Inventory), func(i int) string { return s.Inventory[i].ID })
	for i, e := range s.Inventory {
		at := problem.Pointer("inventory", i)
		record.Text(&l, at+"/name", e.Name, "the name of the entry")
		record.Text(&l, at+"/source", e.Source, "where the entry was found")
		record.Value(&l, at+"/necessary", e.Necessary, false)
		record.Join(&l, at+"/decision", e.Decision.Validate())
	}
	record.Index(&l, "incidents", len(s.Incidents), func(i int) string { return s.Incidents[i].ID })
	for i, in := range s.Incidents {
		l.Append(in.Validate().Under("incidents", i))
	}
	record.Index(&l, "changes", len(s.Changes), func(i int) string { return s.Changes[i].ID })
	for i, c := range s.Changes {
		l.Append(c.Validate().Under("changes", i))
	}
	record.Value(&l, "/privacyRole", s.PrivacyRole, false)
	return l
}
