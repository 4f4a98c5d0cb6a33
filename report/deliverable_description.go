package report

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// DescriptionContent is management's description of its system: its words for each description criterion, and what the
// program lists for it. Only what the program says the description discloses is here.
type DescriptionContent struct {
	// Parts hold one entry for each description criterion that applies to the type of report, in published order.
	Parts []DescriptionPart `json:"parts"`
	// Commitments are the principal commitments and requirements (DC 2), by id.
	Commitments []DescribedCommitment `json:"commitments"`
	// Components are the components in the boundary and those considered and left outside (DC 3), by kind and id.
	Components []scope.Component `json:"components"`
	// Incidents are those disclosed (DC 4), by day and id.
	Incidents []DescribedIncident `json:"incidents"`
	// Criteria say which controls are stated for each criterion (DC 5), in published order.
	Criteria []DescribedCriterion `json:"criteria"`
	// Controls are all controls of the description (DC 5), by id.
	Controls []DescribedControl `json:"controls"`
	// UserEntityControls are the CUECs listed (DC 6), by id.
	UserEntityControls []DescribedUserControl `json:"userEntityControls"`
	// UserResponsibilities are duties of users that no opinion depends on, by id.
	UserResponsibilities []scope.UserResponsibility `json:"userResponsibilities"`
	// SubserviceOrganizations are those disclosed (DC 7), by id.
	SubserviceOrganizations []DescribedSubservice `json:"subserviceOrganizations"`
	// NotRelevant are the criteria that management says are not relevant (DC 8), in published order.
	NotRelevant []IrrelevantCriterion `json:"notRelevant"`
	// Changes are those disclosed (DC 9), by day and id; none in a type 1.
	Changes []DescribedChange `json:"changes"`
}

// A DescriptionPart is what the description says for one description criterion.
type DescriptionPart struct {
	// ID is the description criterion.
	ID criteria.DescriptionID `json:"id"`
	// Title says what it is about, in this project's words.
	Title string `json:"title"`
	// Paragraphs are management's words.
	Paragraphs []string `json:"paragraphs"`
	// NotApplicable is management's reason why it does not apply.
	NotApplicable string `json:"notApplicable,omitzero"`
	// Answered says whether the description says anything for it.
	Answered bool `json:"answered"`
}

// A DescribedCommitment is a principal commitment or requirement.
type DescribedCommitment struct {
	// ID is its id.
	ID string `json:"id"`
	// Kind tells a commitment from a requirement.
	Kind scope.CommitmentKind `json:"kind"`
	// Text states it.
	Text string `json:"text"`
	// Categories are the categories it belongs to, in published order.
	Categories []criteria.Category `json:"categories"`
	// Source is where it was made.
	Source string `json:"source,omitzero"`
}

// A DescribedIncident is an incident that the description discloses.
type DescribedIncident struct {
	// ID is its id.
	ID string `json:"id"`
	// Occurred is the day it began.
	Occurred calendar.Date `json:"occurred"`
	// Found is the day it was found.
	Found calendar.Date `json:"found,omitzero"`
	// Nature says what happened.
	Nature string `json:"nature"`
	// Effect says how far it went and on whom.
	Effect string `json:"effect,omitzero"`
	// Resolution says how it was ended.
	Resolution string `json:"resolution,omitzero"`
}

// A DescribedChange is a change that the description discloses.
type DescribedChange struct {
	// ID is its id.
	ID string `json:"id"`
	// Date is the day it took effect.
	Date calendar.Date `json:"date"`
	// What says what changed.
	What string `json:"what"`
	// Before says how it was.
	Before string `json:"before,omitzero"`
	// After says how it is since.
	After string `json:"after,omitzero"`
}

// A DescribedCriterion says what the description states for one criterion.
type DescribedCriterion struct {
	// ID is the criterion.
	ID criteria.ID `json:"id"`
	// Standing says whether controls are listed, or why not.
	Standing Standing `json:"standing"`
	// Controls are the controls stated for it, by id.
	Controls []control.ID `json:"controls"`
	// Assumed are the CSOCs and CUECs that it counts on, by kind and id.
	Assumed []AssumedControl `json:"assumed,omitempty"`
}

// A DescribedControl is a control of the description.
type DescribedControl struct {
	// ID is its id.
	ID control.ID `json:"id"`
	// Title is its short name.
	Title string `json:"title,omitzero"`
	// Texts are its wordings in the order of time, the same as beside the tests.
	Texts []ControlText `json:"texts"`
	// Frequency says when it is due, in words.
	Frequency string `json:"frequency,omitzero"`
	// Criteria are the criteria in the report for which it is stated, in published order.
	Criteria []criteria.ID `json:"criteria"`
	// Relied says whether the examination relies on it.
	Relied bool `json:"relied"`
}

// A DescribedUserControl is a CUEC that the description lists.
type DescribedUserControl struct {
	// ID is its id.
	ID string `json:"id"`
	// Text says what users must do.
	Text string `json:"text"`
	// Criteria are the criteria that it helps to meet, in published order.
	Criteria []criteria.ID `json:"criteria"`
}

// A DescribedSubservice is a subservice organization that the description names.
type DescribedSubservice struct {
	// ID is its id.
	ID string `json:"id"`
	// Name is its name or function.
	Name string `json:"name"`
	// Services says what it does for the system.
	Services string `json:"services"`
	// Method is carve-out or inclusive.
	Method scope.SubserviceMethod `json:"method,omitzero"`
	// Criteria are those meant to be met by its controls, in published order.
	Criteria []criteria.ID `json:"criteria"`
	// Controls are the CSOCs, by id; none for an inclusive one.
	Controls []scope.SubserviceControl `json:"controls"`
	// MonitoredBy are the described controls that monitor it, by id.
	MonitoredBy []control.ID `json:"monitoredBy"`
}

// An IrrelevantCriterion is a criterion that has no bearing on the system.
type IrrelevantCriterion struct {
	// ID is the criterion.
	ID criteria.ID `json:"id"`
	// Reason is management's reason.
	Reason string `json:"reason"`
}
