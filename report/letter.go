package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// LetterStatus says whether management gave a letter.
//
// The zero value is "not yet".
type LetterStatus string

// What management can have done about a letter.
const (
	Given   LetterStatus = "given"
	Refused LetterStatus = "refused"
)

// LetterStatuses lists the two values.
func LetterStatuses() []LetterStatus { return []LetterStatus{Given, Refused} }

// IsValid reports whether s is one of the two values.
func (s LetterStatus) IsValid() bool { return slices.Contains(LetterStatuses(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (LetterStatus) EnumValues() []string { return []string{"given", "refused"} }

// Letters are what management wrote, or refused to write, to the firm.
type Letters struct {
	// Assertion is management's written assertion, which goes into the report.
	Assertion Assertion `json:"assertion,omitzero"`
	// Representations is the representation letter, which does not.
	Representations Representations `json:"representations,omitzero"`
}

// An Assertion is management's statement that its description and its controls are as they should be.
type Assertion struct {
	// Status says whether it was given; absent means not yet.
	Status LetterStatus `json:"status,omitzero"`
	// Date is the day it was signed.
	Date calendar.Date `json:"date,omitzero"`
	// Signer is who signed it.
	Signer string `json:"signer,omitzero"`
	// Title is the signer's title.
	Title string `json:"title,omitzero"`
	// Description says that it asserts a description in line with the description criteria.
	Description bool `json:"description,omitzero"`
	// Design says that it asserts suitable design.
	Design bool `json:"design,omitzero"`
	// Operating says that it asserts effective operation (type 2).
	Operating bool `json:"operating,omitzero"`
	// Acknowledged are the matters that it admits.
	Acknowledged []string `json:"acknowledged,omitempty"`
}

// Representations is the letter in which management confirms what it told the firm.
type Representations struct {
	// Status says whether it was given; absent means not yet.
	Status LetterStatus `json:"status,omitzero"`
	// Date is the day it was signed: the date of the report.
	Date calendar.Date `json:"date,omitzero"`
	// Signer is who signed it.
	Signer string `json:"signer,omitzero"`
	// Title is the signer's title.
	Title string `json:"title,omitzero"`
	// Covers is the time that it is about.
	Covers calendar.Period `json:"covers,omitzero"`
}

// Validate reports what is wrong with l by itself.
func (l Letters) Validate() problem.List {
	var out problem.List
	record.Value(&out, "/assertion/status", l.Assertion.Status, false)
	record.Day(&out, "/assertion/date", l.Assertion.Date, l.Assertion.Status == Given)
	if l.Assertion.Status == Given {
		record.Text(&out, "/assertion/signer", l.Assertion.Signer, "who signed the assertion")
	}
	record.Texts(&out, "/assertion/acknowledged", l.Assertion.Acknowledged, "the matter that is acknowledged")
	record.Value(&out, "/representations/status", l.Representations.Status, false)
	record.Day(&out, "/representations/date", l.Representations.Date, l.Representations.Status == Given)
	if l.Representations.Status == Given {
		record.Text(&out, "/representations/signer", l.Representations.Signer, "who signed the letter")
	}
	record.Span(&out, "/representations/covers", l.Representations.Covers, false)
	return out
}

// EventConcern says what a later event is about.
type EventConcern string

const (
	ConditionInPeriod EventConcern = "condition-in-period" // it shows something that was so within the period
	NewCondition      EventConcern = "new-condition"       // it arose afterwards
)

// EventConcerns lists the two values.
func EventConcerns() []EventConcern { return []EventConcern{ConditionInPeriod, NewCondition} }

// IsValid reports whether c is one of the two values.
func (c EventConcern) IsValid() bool { return slices.Contains(EventConcerns(), c) }

// EnumValues lists the spellings, for JSON Schema.
func (EventConcern) EnumValues() []string {
	return []string{"condition-in-period", "new-condition"}
}

// A SubsequentEvent is something that became known after the end of the period, or as-of date.
type SubsequentEvent struct {
	// ID identifies the event within the fieldwork; its origin is "event/" and this id.
	ID string `json:"id"`
	// Learned is the day it became known.
	Learned calendar.Date `json:"learned"`
	// Text says what it is.
	Text string `json:"text"`
	// Concerns says whether it is about the period or new.
	Concerns EventConcern `json:"concerns,omitzero"`
	// EvaluatedAs are the ids of the deviations and findings in which a condition in the period was evaluated.
	EvaluatedAs []string `json:"evaluatedAs,omitempty"`
	// Significant says whether a new condition matters to users; absent means undecided.
	Significant scope.Answer `json:"significant,omitzero"`
	// UsersMisled says whether users would be misled by silence; absent means undecided.
	UsersMisled scope.Answer `json:"usersMisled,omitzero"`
	// Disclosed says whether the description or assertion discloses it.
	Disclosed bool `json:"disclosed,omitzero"`
	// Decision says who decided, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// Validate reports what is wrong with e by itself.
func (e SubsequentEvent) Validate() problem.List {
	var l problem.List
	record.Day(&l, "/learned", e.Learned, true)
	record.Text(&l, "/text", e.Text, "what became known")
	record.Value(&l, "/concerns", e.Concerns, false)
	record.Value(&l, "/significant", e.Significant, false)
	record.Value(&l, "/usersMisled", e.UsersMisled, false)
	record.Join(&l, "/decision", e.Decision.Validate())
	return l
}
