package report

import (
	"encoding/json"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/problem"
)

// FieldworkKind is the kind of a fieldwork document, EngagementKind that of an engagement.
const (
	FieldworkKind  = "fieldwork"
	EngagementKind = "engagement"
	SchemaVersion  = "1.0" // of the documents of this package
)

// A Fieldwork is the auditor's document: what was planned, selected, tested, found and judged. The firm owns it and does
// not hand it to the client.
type Fieldwork struct {
	// Kind is "fieldwork".
	Kind string `json:"kind"`
	// SchemaVersion is the version of the document's shape, MAJOR.MINOR.
	SchemaVersion string `json:"schemaVersion"`
	// ID identifies the fieldwork.
	ID string `json:"id"`
	// ProgramDigest is the SHA-256 of the exact bytes of the program it belongs to; absent only where program and
	// fieldwork are kept in one file.
	ProgramDigest evidence.Digest `json:"programDigest,omitzero"`
	// Methodology holds the firm's choices for the whole engagement.
	Methodology Methodology `json:"methodology,omitzero"`
	// Independence records whether the firm is independent of the client.
	Independence Independence `json:"independence,omitzero"`
	// Plans say what each test must look at. A plan without a test blocks a conclusion on its control.
	Plans []evidence.TestPlan `json:"plans"`
	// Selections are the records of which items were drawn.
	Selections []evidence.DrawnSample `json:"selections,omitempty"`
	// Tests are what was done and found.
	Tests []evidence.Test `json:"tests"`
	// Deviations are all that were identified, by tests or otherwise. Each is printed.
	Deviations []evidence.Deviation `json:"deviations"`
	// Findings are misstatements and limitations entered by hand, beside those that follow from the record.
	Findings []Finding `json:"findings,omitempty"`
	// ContraryEvidence is what speaks against an assumption about a subservice organization.
	ContraryEvidence []ContraryEvidence `json:"contraryEvidence,omitempty"`
	// Judgments are the decisions that people made.
	Judgments Judgments `json:"judgments,omitzero"`
	// SubsequentEvents are what became known after the end of the period.
	SubsequentEvents []SubsequentEvent `json:"subsequentEvents,omitempty"`
	// SubsequentProceduresTo is the day up to which the firm looked for such events.
	SubsequentProceduresTo calendar.Date `json:"subsequentProceduresTo,omitzero"`
	// Letters are management's assertion and representations, and what management refused.
	Letters Letters `json:"letters,omitzero"`
	// PractitionerOpinion is the opinion that a named practitioner gave; absent means that everything is a draft.
	PractitionerOpinion *PractitionerOpinion `json:"practitionerOpinion,omitempty"`
	// Wording replaces the library's sentences, element by element, with the firm's.
	Wording []Wording `json:"wording,omitempty"`
	// Waivers record problems that a named person decided do not matter here. They are kept with the record: nothing in
	// this module leaves a problem out for one.
	Waivers []Waiver `json:"waivers,omitempty"`
	// Distribution records who received which report under which agreement.
	Distribution []Recipient `json:"distribution,omitempty"`
	// Labels are the firm's own short notes, by name.
	Labels map[string]string `json:"labels,omitempty"`
	// Extensions hold other tools' data, by name; they mean nothing here and come back out as they went in.
	Extensions map[string]json.RawMessage `json:"extensions,omitempty"`
}

// Wording replaces the library's sentences for one element of a report. The elements, and the slots such as {system} that
// its paragraphs may hold, are listed by [Elements].
type Wording struct {
	// Element is the id of the element, such as "inherent-limitations".
	Element string `json:"element"`
	// Paragraphs are the firm's words.
	Paragraphs []string `json:"paragraphs"`
}

// A Waiver records the decision that a problem does not matter here.
type Waiver struct {
	// ID identifies the waiver within the fieldwork.
	ID string `json:"id"`
	// Rule is the code of the problem.
	Rule problem.Code `json:"rule"`
	// Object is the id or pointer of what it concerns; absent means every occurrence.
	Object string `json:"object,omitzero"`
	// Reason is why it does not matter.
	Reason string `json:"reason"`
	// Approver is who decided.
	Approver string `json:"approver"`
	// Expires is the last day on which it counts.
	Expires calendar.Date `json:"expires"`
}

// A Recipient received the report. Its use is restricted to parties that know enough to read it.
type Recipient struct {
	// ID identifies the entry within the fieldwork.
	ID string `json:"id"`
	// Name is the organization or person.
	Name string `json:"name"`
	// Agreement is the agreement under which it was given.
	Agreement string `json:"agreement"`
	// Date is the day.
	Date calendar.Date `json:"date"`
}
