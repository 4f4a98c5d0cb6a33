package report

import (
	"slices"
)

// MissingCode names the kind of something that a report lacks. Codes are stable.
type MissingCode string

const (
	MissingOpinion     MissingCode = "practitioner-opinion"  // no practitioner's opinion is recorded
	MissingIssue       MissingCode = "not-issued"            // the terms do not say that the report is issued
	MissingType        MissingCode = "type-not-said"         // the terms do not say which type of report it is
	MissingRecord      MissingCode = "record-errors"         // the record has errors
	MissingGround      MissingCode = "no-report"             // a reason why no report can be given at all
	MissingLetter      MissingCode = "representations"       // management's representation letter
	MissingElement     MissingCode = "element"               // a required element without content
	MissingDescription MissingCode = "description-criterion" // the description does not answer a description criterion
	MissingControl     MissingCode = "criterion-control"     // a criterion without control, carve-out or reason
	MissingResult      MissingCode = "test-result"           // a control without a test, or a test without a final result
	MissingDecision    MissingCode = "open-point"            // a result or decision that an indicated opinion waits for
	MissingPlace       MissingCode = "deviation-unplaced"    // a deviation that a report of this type has no place for
	MissingAgreement   MissingCode = "opinion-differs"       // the practitioner's opinion is not the one indicated
	MissingSlot        MissingCode = "unknown-slot"          // the firm's wording has a slot that the library does not know
)

// MissingCodes lists the codes in the order in which they are reported.
func MissingCodes() []MissingCode {
	return []MissingCode{MissingOpinion, MissingIssue, MissingType, MissingRecord, MissingGround, MissingLetter, MissingElement, MissingDescription,
		MissingControl, MissingResult, MissingDecision, MissingPlace, MissingAgreement, MissingSlot}
}

// IsValid reports whether c is one of the codes.
func (c MissingCode) IsValid() bool { return slices.Contains(MissingCodes(), c) }

// EnumValues lists the spellings, for JSON Schema.
func (MissingCode) EnumValues() []string {
	values := []string{}
	for _, c := range MissingCodes() {
		values = append(values, string(c))
	}
	return values
}

// A MissingPart is something that a report lacks.
type MissingPart struct {
	// Code names the kind.
	Code MissingCode `json:"code"`
	// Section is the kind of the section that lacks it; absent where it is about the whole report.
	Section SectionKind `json:"section,omitzero"`
	// Part is the element, criterion, control or subject that it is about, by id; absent where there is none.
	Part string `json:"part,omitzero"`
	// Text says what is missing.
	Text string `json:"text"`
	// Blocks says that the report stays a draft while it is missing.
	Blocks bool `json:"blocks"`
}
