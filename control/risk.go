package control

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// A Risk is something that could keep the organization from keeping a commitment or requirement.
type Risk struct {
	// ID identifies the risk within the program.
	ID string `json:"id"`
	// Title names it.
	Title string `json:"title"`
	// Kind groups it: fraud, change, vendor, technology, people, or the organization's own word.
	Kind string `json:"kind,omitzero"`
	// Commitments are the ids of the commitments and requirements that it threatens.
	Commitments []string `json:"commitments,omitempty"`
	// Inherent is its rating before controls, in the words of the organization's own scale.
	Inherent string `json:"inherent,omitzero"`
	// Residual is its rating after controls.
	Residual string `json:"residual,omitzero"`
	// Response says what is done about it: reduce, avoid, share or accept.
	Response string `json:"response,omitzero"`
	// Owner is the person or role that answers for it.
	Owner string `json:"owner,omitzero"`
	// Due is the day by which the response is due.
	Due calendar.Date `json:"due,omitzero"`
	// Acceptance records who accepted it, when and why.
	Acceptance scope.Decision `json:"acceptance,omitzero"`
	// AcceptedTo is the day on which an acceptance ends.
	AcceptedTo calendar.Date `json:"acceptedTo,omitzero"`
}

// Validate reports what is wrong with r by itself.
func (r Risk) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/title", r.Title, "the name of the risk")
	record.Day(&l, "/due", r.Due, false)
	record.Join(&l, "/acceptance", r.Acceptance.Validate())
	record.Day(&l, "/acceptedTo", r.AcceptedTo, false)
	return l
}

// A RiskAssessment records that risks were assessed on a day.
type RiskAssessment struct {
	// ID identifies the assessment within the program.
	ID string `json:"id"`
	// Performed is the day it was done.
	Performed calendar.Date `json:"performed"`
	// Scope says what it was about: the whole system, or a change.
	Scope string `json:"scope"`
}

// Validate reports what is wrong with a.
func (a RiskAssessment) Validate() problem.List {
	var l problem.List
	record.Day(&l, "/performed", a.Performed, true)
	record.Text(&l, "/scope", a.Scope, "what was assessed")
	return l
}
