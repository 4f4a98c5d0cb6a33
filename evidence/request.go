package evidence

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// RequestKind says what a request asks for.
type RequestKind string

// The things that are asked for.
const (
	RequestPopulation    RequestKind = "population"
	RequestSampleItem    RequestKind = "sample-item"
	RequestConfiguration RequestKind = "configuration"
	RequestDocument      RequestKind = "document"
	RequestWalkthrough   RequestKind = "walkthrough"
)

// RequestKinds lists the kinds.
func RequestKinds() []RequestKind {
	return []RequestKind{RequestPopulation, RequestSampleItem, RequestConfiguration, RequestDocument, RequestWalkthrough}
}

// IsValid reports whether k is one of the kinds.
func (k RequestKind) IsValid() bool { return slices.Contains(RequestKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (RequestKind) EnumValues() []string {
	return []string{"population", "sample-item", "configuration", "document", "walkthrough"}
}

// A Request ("PBC", prepared by client) asks management for something that the examination needs.
type Request struct {
	// ID identifies the request within the program.
	ID string `json:"id"`
	// Kind says what is asked for.
	Kind RequestKind `json:"kind"`
	// Text says it so that the owner can answer.
	Text string `json:"text"`
	// Controls are the controls that it concerns.
	Controls []control.ID `json:"controls,omitempty"`
	// Criteria are the criteria that it concerns.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// Period is the time that the answer must cover.
	Period calendar.Period `json:"period,omitzero"`
	// Format is the form wanted.
	Format string `json:"format,omitzero"`
	// Owner is who answers.
	Owner string `json:"owner,omitzero"`
	// Due is the day by which the answer is due.
	Due calendar.Date `json:"due,omitzero"`
	// Received is the day it came.
	Received calendar.Date `json:"received,omitzero"`
	// Accepted says whether the firm took it; absent means not looked at.
	Accepted scope.Answer `json:"accepted,omitzero"`
	// RejectedReason is why it did not.
	RejectedReason string `json:"rejectedReason,omitzero"`
	// Evidence are the ids of the items that answer it.
	Evidence []string `json:"evidence,omitempty"`
}

// Validate reports what is wrong with r by itself.
func (r Request) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/kind", r.Kind, true)
	record.Text(&l, "/text", r.Text, "what is asked for")
	record.Criteria(&l, "/criteria", r.Criteria)
	record.Span(&l, "/period", r.Period, false)
	record.Day(&l, "/due", r.Due, false)
	record.Day(&l, "/received", r.Received, false)
	record.Value(&l, "/accepted", r.Accepted, false)
	if r.Accepted == scope.No {
		record.Text(&l, "/rejectedReason", r.RejectedReason, "why the answer was not accepted")
	}
	return l
}
