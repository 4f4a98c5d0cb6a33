package scope

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// Answer is yes or no.
//
// The zero Answer is "not answered" and is never taken for either.
type Answer string

// The two answers.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// Answers lists the two answers.
func Answers() []Answer { return []Answer{Yes, No} }

// IsValid reports whether a is yes or no.
func (a Answer) IsValid() bool { return slices.Contains(Answers(), a) }

// EnumValues lists the spellings, for JSON Schema.
func (Answer) EnumValues() []string { return []string{"yes", "no"} }

// CodeDecisionIncomplete is the code of a decision that lacks its decider, its day or its reason; it counts as not made.
const CodeDecisionIncomplete problem.Code = "decision-incomplete"

// A Decision says who decided something, when and why. What was decided stands beside it. A decision that lacks any of
// the three counts as not made.
type Decision struct {
	// Decider is the person who decided, by name or role.
	Decider string `json:"decider,omitzero"`
	// Date is the day of the decision.
	Date calendar.Date `json:"date,omitzero"`
	// Reason says why, in a sentence that a reviewer can weigh.
	Reason string `json:"reason,omitzero"`
}

// IsComplete reports whether d names a decider, a day and a reason.
func (d Decision) IsComplete() bool {
	return strings.TrimSpace(d.Decider) != "" && d.Date.IsValid() && strings.TrimSpace(d.Reason) != ""
}

// Validate reports what keeps d from counting, as warnings: conclusions treat it as not made.
func (d Decision) Validate() problem.List {
	var l problem.List
	if d == (Decision{}) {
		return nil
	}
	if !d.IsComplete() {
		l.Warnf("", CodeDecisionIncomplete, "counts as not made: it needs a decider, a date and a reason")
	}
	record.Day(&l, "/date", d.Date, false)
	return l
}
