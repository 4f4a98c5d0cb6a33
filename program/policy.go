package program

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// A Policy is a policy of the organization and the versions of it that were in force.
type Policy struct {
	// ID identifies the policy within the program.
	ID string `json:"id"`
	// Title names it.
	Title string `json:"title"`
	// Location is where its text is found, for instance an address.
	Location string `json:"location,omitzero"`
	// Controls are the controls that carry it out.
	Controls []control.ID `json:"controls,omitempty"`
	// Deadlines are the times that its text allows for something.
	Deadlines []Deadline `json:"deadlines,omitempty"`
	// Versions are its versions, in the order of time.
	Versions []PolicyVersion `json:"versions"`
}

// A Deadline is a time that a policy allows, to be held against what records show.
type Deadline struct {
	// What says what must be done.
	What string `json:"what"`
	// Within is the time allowed.
	Within calendar.Allowance `json:"within"`
}

// A PolicyVersion is one version of a policy.
type PolicyVersion struct {
	// Approved is the day it was approved.
	Approved calendar.Date `json:"approved"`
	// Approver is who approved it.
	Approver string `json:"approver,omitzero"`
	// From is the first day it was in force.
	From calendar.Date `json:"from"`
	// To is the last day; absent means that it still is.
	To calendar.Date `json:"to,omitzero"`
}

// Validate reports what is wrong with p by itself.
func (p Policy) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/title", p.Title, "the name of the policy")
	for i, d := range p.Deadlines {
		at := problem.Pointer("deadlines", i)
		record.Text(&l, at+"/what", d.What, "what must be done")
		record.Join(&l, at+"/within", d.Within.Validate())
		if d.Within.IsZero() {
			l.Errorf(at+"/within", problem.CodeValueMissing, "the time allowed is required")
		}
	}
	for i, v := range p.Versions {
		at := problem.Pointer("versions", i)
		record.Day(&l, at+"/approved", v.Approved, true)
		record.Days(&l, at+"/from", v.From, at+"/to", v.To, true)
		if i > 0 && !v.From.After(p.Versions[i-1].From) {
			l.Errorf(at+"/from", problem.CodeDatesReversed, "versions stand in the order of time")
		}
	}
	return l
}

// ActionStatus is how far an action has come.
type ActionStatus string

// How far an action can have come.
const (
	ActionOpen       ActionStatus = "open"
	ActionInProgress ActionStatus = "in-progress"
	ActionClosed     ActionStatus = "closed"
)

// ActionStatuses lists the three values.
func ActionStatuses() []ActionStatus {
	return []ActionStatus{ActionOpen, ActionInProgress, ActionClosed}
}

// IsValid reports whether s is one of the three values.
func (s ActionStatus) IsValid() bool { return slices.Contains(ActionStatuses(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (ActionStatus) EnumValues() []string { return []string{"open", "in-progress", "closed"} }

// An Action puts something right: a gap, a deficiency, an exception of the last report.
type Action struct {
	// ID identifies the action within the program.
	ID string `json:"id"`
	// What says what is to be done.
	What string `json:"what"`
	// Origin says what it puts right, such as the id of a prior report's exception.
	Origin string `json:"origin,omitzero"`
	// Criteria are the criteria that it concerns.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// Owner is who does it.
	Owner string `json:"owner,omitzero"`
	// Opened is the day it was opened.
	Opened calendar.Date `json:"opened,omitzero"`
	// Due is the day by which it is due.
	Due calendar.Date `json:"due,omitzero"`
	// Closed is the day it was done.
	Closed calendar.Date `json:"closed,omitzero"`
	// Status is how far it has come.
	Status ActionStatus `json:"status"`
	// DependsOn are the ids of actions that must be done first.
	DependsOn []string `json:"dependsOn,omitempty"`
}

// Validate reports what is wrong with a by itself.
func (a Action) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/what", a.What, "what is to be done")
	record.Value(&l, "/status", a.Status, true)
	record.Day(&l, "/opened", a.Opened, false)
	record.Day(&l, "/due", a.Due, false)
	record.Day(&l, "/closed", a.Closed, a.Status == ActionClosed)
	return l
}
