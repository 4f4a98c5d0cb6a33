package scope

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// An Incident is an event that needed management's action to protect what the system is for; not only security events
// are (DC 4). The description discloses those that came from controls which were not suitable or not effective, or that
// otherwise led to a significant failure to keep a commitment or requirement.
type Incident struct {
	// ID identifies the incident within the program.
	ID string `json:"id"`
	// Occurred is the day it began.
	Occurred calendar.Date `json:"occurred"`
	// Found is the day it was found.
	Found calendar.Date `json:"found,omitzero"`
	// Nature says what happened, without detail that would help an attacker.
	Nature string `json:"nature"`
	// Effect says how far it went and on whom.
	Effect string `json:"effect,omitzero"`
	// Resolution says how it was ended.
	Resolution string `json:"resolution,omitzero"`
	// ControlFailure says whether it came from controls not suitable or not effective.
	ControlFailure Answer `json:"controlFailure,omitzero"`
	// Significant says whether the description must disclose it; absent means that nobody decided.
	Significant Answer `json:"significant,omitzero"`
	// Decision says who decided on Significant, when and why.
	Decision Decision `json:"decision,omitzero"`
	// Disclosed says whether the description discloses it (DC 4).
	Disclosed bool `json:"disclosed"`
}

// Validate reports what is wrong with i.
func (i Incident) Validate() problem.List {
	var l problem.List
	record.Day(&l, "/occurred", i.Occurred, true)
	record.Day(&l, "/found", i.Found, false)
	record.Text(&l, "/nature", i.Nature, "what happened")
	record.Value(&l, "/controlFailure", i.ControlFailure, false)
	record.Value(&l, "/significant", i.Significant, false)
	record.Join(&l, "/decision", i.Decision.Validate())
	return l
}

// A Change is a change to the system or its controls within the period (DC 9).
type Change struct {
	// ID identifies the change within the program.
	ID string `json:"id"`
	// Date is the day it took effect.
	Date calendar.Date `json:"date"`
	// What says what changed.
	What string `json:"what"`
	// Before says how it was.
	Before string `json:"before,omitzero"`
	// After says how it is since.
	After string `json:"after,omitzero"`
	// Significant says whether the description must disclose it; absent means that nobody decided.
	Significant Answer `json:"significant,omitzero"`
	// Decision says who decided on Significant, when and why.
	Decision Decision `json:"decision,omitzero"`
	// Disclosed says whether the description discloses it (DC 9).
	Disclosed bool `json:"disclosed"`
	// RiskAssessment is the id of the risk assessment that considered it.
	RiskAssessment string `json:"riskAssessment,omitzero"`
}

// Validate reports what is wrong with c.
func (c Change) Validate() problem.List {
	var l problem.List
	record.Day(&l, "/date", c.Date, true)
	record.Text(&l, "/what", c.What, "what changed")
	record.Value(&l, "/significant", c.Significant, false)
	record.Join(&l, "/decision", c.Decision.Validate())
	return l
}
