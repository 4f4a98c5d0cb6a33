package evidence

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// DeviationKind says in what way a control did not operate as described.
type DeviationKind string

const (
	FailedAttribute  DeviationKind = "failed-attribute" // done, but not as described
	LateOccurrence   DeviationKind = "late"             // done after its due time
	MissedOccurrence DeviationKind = "missed"           // due and not done
)

// DeviationKinds lists the three kinds.
func DeviationKinds() []DeviationKind {
	return []DeviationKind{FailedAttribute, LateOccurrence, MissedOccurrence}
}

// IsValid reports whether k is one of the three kinds.
func (k DeviationKind) IsValid() bool { return slices.Contains(DeviationKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (DeviationKind) EnumValues() []string { return []string{"failed-attribute", "late", "missed"} }

// Cause says whether what led to a deviation is confined to it.
//
// The zero Cause counts as unknown.
type Cause string

// The causes, as far as one deviation tells of others.
const (
	Isolated     Cause = "isolated"
	Systemic     Cause = "systemic"
	UnknownCause Cause = "unknown"
)

// Causes lists the three values.
func Causes() []Cause { return []Cause{Isolated, Systemic, UnknownCause} }

// IsValid reports whether c is one of the three values.
func (c Cause) IsValid() bool { return slices.Contains(Causes(), c) }

// EnumValues lists the spellings, for JSON Schema.
func (Cause) EnumValues() []string { return []string{"isolated", "systemic", "unknown"} }

// A Deviation (also "exception") is one item for which a control did not operate as described. Every one is printed in
// the report, whatever is concluded.
type Deviation struct {
	// ID identifies the deviation within the fieldwork.
	ID string `json:"id"`
	// Control is the control that deviated.
	Control control.ID `json:"control"`
	// Test is the id of the test that found it; absent where it became known otherwise.
	Test string `json:"test,omitzero"`
	// FoundThrough says how it became known where no test found it: an incident, a log, a complaint.
	FoundThrough string `json:"foundThrough,omitzero"`
	// Item is the id of the population item. Deviations of one item count once.
	Item string `json:"item,omitzero"`
	// Attribute is the id of the attribute that failed.
	Attribute string `json:"attribute,omitzero"`
	// Date is the day it happened; of something late or missed, the first day on which it was overdue.
	Date calendar.Date `json:"date,omitzero"`
	// Kind says in what way the control failed.
	Kind DeviationKind `json:"kind"`
	// Nature says what happened, for the report.
	Nature string `json:"nature"`
	// Cause says whether its cause is confined to it.
	Cause Cause `json:"cause,omitzero"`
	// CauseText says what the cause was.
	CauseText string `json:"causeText,omitzero"`
	// Intentional says whether somebody meant to pass the control by, overrode it or falsified evidence. Absent means
	// that nobody decided, which blocks a conclusion on the control.
	Intentional scope.Answer `json:"intentional,omitzero"`
	// Decision says who decided on Cause and Intentional, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
	// Corrected is the day it was put right.
	Corrected calendar.Date `json:"corrected,omitzero"`
	// Response is management's response, which is not examined.
	Response string `json:"response,omitzero"`
}

// Codes of the problems that only deviations have.
const (
	CodeDeviationOrigin    problem.Code = "deviation-origin"    // neither a test nor another source
	CodeDeviationUndecided problem.Code = "deviation-undecided" // cause or intent is not recorded
)

// Validate reports what is wrong with d by itself.
func (d Deviation) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/kind", d.Kind, true)
	record.Text(&l, "/nature", d.Nature, "what happened")
	record.Value(&l, "/cause", d.Cause, false)
	record.Value(&l, "/intentional", d.Intentional, false)
	record.Join(&l, "/decision", d.Decision.Validate())
	record.Day(&l, "/date", d.Date, false)
	record.Day(&l, "/corrected", d.Corrected, false)
	if d.Test == "" && d.FoundThrough == "" {
		l.Errorf("/foundThrough", CodeDeviationOrigin, "it was found by a test or in another way, and neither is said")
	}
	if d.Cause == "" || d.Intentional == "" {
		l.Warnf("", CodeDeviationUndecided, "until its cause and whether it was intentional are recorded, nothing is concluded on the control")
	}
	return l
}
