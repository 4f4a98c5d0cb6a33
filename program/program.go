package program

import (
	"encoding/json"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// Kind is the kind of a program document, and SchemaVersion the version of its shape that this package writes.
const (
	Kind          = "program"
	SchemaVersion = "1.0"
)

// A Program is everything that management owns of an examination: one document, kept by the service organization.
//
// Values are treated as immutable: no function of this module changes one that it was given.
type Program struct {
	// Kind is "program".
	Kind string `json:"kind"`
	// SchemaVersion is the version of the document's shape, MAJOR.MINOR.
	SchemaVersion string `json:"schemaVersion"`
	// ID identifies the program, such as "acme-2026".
	ID string `json:"id"`
	// Editions name the editions of the texts followed.
	Editions scope.Editions `json:"editions"`
	// Terms fix what the examination covers and when.
	Terms scope.Terms `json:"terms"`
	// Parties are those who have a part in it.
	Parties scope.Parties `json:"parties"`
	// System is what is examined, with management's description.
	System scope.System `json:"system"`
	// Commitments are what the organization promised its users, and what the system must do for that.
	Commitments []scope.Commitment `json:"commitments"`
	// SubserviceOrganizations are vendors whose controls may be needed together with the organization's own.
	SubserviceOrganizations []scope.SubserviceOrganization `json:"subserviceOrganizations,omitempty"`
	// UserEntityControls are the CUECs.
	UserEntityControls []scope.UserEntityControl `json:"userEntityControls,omitempty"`
	// UserResponsibilities are duties of users that no opinion depends on.
	UserResponsibilities []scope.UserResponsibility `json:"userResponsibilities,omitempty"`
	// Controls are the organization's controls.
	Controls []control.Control `json:"controls"`
	// Criteria say for each criterion what meets it, or why it is not relevant.
	Criteria []control.CriterionControls `json:"criteria"`
	// RiskAssessments record when risks were assessed.
	RiskAssessments []control.RiskAssessment `json:"riskAssessments,omitempty"`
	// Risks is the risk register.
	Risks []control.Risk `json:"risks,omitempty"`
	// Policies are the organization's policies.
	Policies []Policy `json:"policies,omitempty"`
	// VendorReports are reports received on subservice organizations and vendors.
	VendorReports []scope.VendorReport `json:"vendorReports,omitempty"`
	// Evidence lists the items of evidence.
	Evidence []evidence.Item `json:"evidence,omitempty"`
	// Populations are the populations that tests are taken from.
	Populations []evidence.Population `json:"populations,omitempty"`
	// AccessReviews are the reviews of who has access, with what was reviewed.
	AccessReviews []evidence.AccessReview `json:"accessReviews,omitempty"`
	// MonitoringGaps are times in which a tool that collects evidence was not connected.
	MonitoringGaps []evidence.MonitoringGap `json:"monitoringGaps,omitempty"`
	// Requests are what the firm asked for.
	Requests []evidence.Request `json:"requests,omitempty"`
	// Remediation lists what is being put right.
	Remediation []Action `json:"remediation,omitempty"`
	// OtherInformation is what management adds to the report beside what is examined (Section V).
	OtherInformation []scope.OtherInformation `json:"otherInformation,omitempty"`
	// PriorReports are earlier reports on the system.
	PriorReports []scope.PriorReport `json:"priorReports,omitempty"`
	// Labels are the organization's own short notes, by name.
	Labels map[string]string `json:"labels,omitempty"`
	// Extensions hold other tools' data, by name; they mean nothing here and come back out as they went in.
	Extensions map[string]json.RawMessage `json:"extensions,omitempty"`
}

// Control returns the control with the given id.
func (p Program) Control(id control.ID) (control.Control, bool) {
	for _, c := range p.Controls {
		if c.ID == id {
			return c, true
		}
	}
	return control.Control{}, false
}

// Criterion returns what the program says of one criterion.
func (p Program) Criterion(id criteria.ID) (control.CriterionControls, bool) {
	for _, c := range p.Criteria {
		if c.ID == id {
			return c, true
		}
	}
	return control.CriterionControls{}, false
}

// Population returns the population with the given id.
func (p Program) Population(id string) (evidence.Population, bool) {
	for _, pop := range p.Populations {
		if pop.ID == id {
			return pop, true
		}
	}
	return evidence.Population{}, false
}
