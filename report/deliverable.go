package report

import (
	"io"
	"slices"
	"sync"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/scope"
)

// DeliverableDocument is the kind of the document that [WriteDeliverable] writes.
const DeliverableDocument = "deliverable"

// DeliverableKind says which report is assembled.
//
// The zero value is "not said" and never valid.
type DeliverableKind string

const (
	Type1 DeliverableKind = "type1" // SOC 2 type 1, "Type I": as of one day, without tests of operation
	Type2 DeliverableKind = "type2" // SOC 2 type 2, "Type II": for a period, with tests and their results
)

// DeliverableKinds lists the kinds.
func DeliverableKinds() []DeliverableKind { return []DeliverableKind{Type1, Type2} }

// IsValid reports whether k is one of the kinds.
func (k DeliverableKind) IsValid() bool { return slices.Contains(DeliverableKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (DeliverableKind) EnumValues() []string { return []string{"type1", "type2"} }

// A Deliverable is an assembled report as data: sections keyed by kind, what the opinions rest on, and what is missing.
// It is computed, never entered, and holds nothing that the engagement does not say, apart from the library's own sentences.
//
// [Assemble] computes it.
type Deliverable struct {
	// Kind is "deliverable".
	Kind string `json:"kind"`
	// SchemaVersion is the version of the document's shape, MAJOR.MINOR.
	SchemaVersion string `json:"schemaVersion"`
	// Report says which report it is.
	Report DeliverableKind `json:"report"`
	// Draft says that this is no issued report. It is false only where a practitioner's opinion is recorded, the terms
	// say issued, the record has no errors, nothing forbids a report, and every required element has its content: where
	// no entry of Missing blocks.
	Draft bool `json:"draft"`
	// DraftReason says in one sentence why it is a draft; absent where it is none.
	DraftReason string `json:"draftReason,omitzero"`
	// Title names the report.
	Title string `json:"title"`
	// ServiceOrganization is the organization whose system is examined.
	ServiceOrganization scope.Organization `json:"serviceOrganization"`
	// System is the name of the system.
	System string `json:"system"`
	// Auditor is the firm; absent until one is engaged.
	Auditor scope.Firm `json:"auditor,omitzero"`
	// Addressee is to whom the report is addressed.
	Addressee string `json:"addressee,omitzero"`
	// AsOf is the day that a type 1 speaks of.
	AsOf calendar.Date `json:"asOf,omitzero"`
	// Period is the period that a type 2 speaks of.
	Period calendar.Period `json:"period,omitzero"`
	// Categories are the trust services categories covered, in published order.
	Categories []criteria.Category `json:"categories"`
	// Editions name the editions of the texts followed.
	Editions scope.Editions `json:"editions"`
	// Sections are the sections in the usual order.
	Sections []Section `json:"sections"`
	// Conclusions sum up what the record indicates and what a practitioner gave.
	Conclusions Summary `json:"conclusions"`
	// Missing lists what the report still lacks; empty where it lacks nothing.
	Missing []MissingPart `json:"missing"`
}

// Section returns the section of the given kind, and whether the report has one.
func (d Deliverable) Section(kind SectionKind) (Section, bool) {
	for _, s := range d.Sections {
		if s.Kind == kind {
			return s, true
		}
	}
	return Section{}, false
}

// Span returns the time that the report is about: its period, or the single day of a type 1.
func (d Deliverable) Span() calendar.Period {
	if d.Report == Type1 {
		return calendar.Period{From: d.AsOf, To: d.AsOf}
	}
	return d.Period
}

// A Summary says what the record indicates for each subject and, where a practitioner gave an opinion, what it is. What is
// indicated is derived by rules and is nobody's opinion.
type Summary struct {
	// Subjects hold one entry for each subject that the report covers, in the order of the report.
	Subjects []SubjectSummary `json:"subjects"`
	// PractitionerOpinion is the opinion that a named practitioner gave; absent means that none is recorded.
	PractitionerOpinion *PractitionerOpinion `json:"practitionerOpinion,omitempty"`
	// Counts are the numbers behind it.
	Counts Counts `json:"counts"`
}

// Subject returns the entry of s; it is the zero entry for a subject that the report does not cover.
func (s Summary) Subject(subject Subject) SubjectSummary {
	for _, entry := range s.Subjects {
		if entry.Subject == subject {
			return entry
		}
	}
	return SubjectSummary{}
}

// A SubjectSummary is the outcome for one subject.
type SubjectSummary struct {
	// Subject is the subject.
	Subject Subject `json:"subject"`
	// Indicated is the opinion that the record indicates. It is not an opinion that anybody gave.
	Indicated Indicated `json:"indicated"`
	// Given is the opinion that the practitioner gave; absent where none is recorded.
	Given Opinion `json:"given,omitzero"`
	// Criteria are the trust services criteria of the findings behind Indicated.
	Criteria []criteria.ID `json:"criteria"`
	// DescriptionCriteria are the description criteria of those findings.
	DescriptionCriteria []criteria.DescriptionID `json:"descriptionCriteria"`
	// Categories are the categories in scope that those criteria belong to.
	Categories []criteria.Category `json:"categories"`
	// Findings say what the findings that count as material are, each in one sentence.
	Findings []string `json:"findings"`
	// Open lists what is missing from the record for the subject, each as one sentence.
	Open []string `json:"open"`
}

// opinion returns the opinion that the wording follows: the practitioner's where one is recorded, else what is indicated.
func (s SubjectSummary) opinion() Indicated {
	if s.Given.IsValid() {
		return Indicated(s.Given)
	}
	return s.Indicated
}

// Counts are numbers of records in the report.
type Counts struct {
	// Criteria is the number of criteria that apply for the categories, those not relevant included.
	Criteria int64 `json:"criteria"`
	// NotRelevant is the number of those that the description says are not relevant.
	NotRelevant int64 `json:"notRelevant"`
	// CarvedOut is the number of criteria left to subservice organizations alone.
	CarvedOut int64 `json:"carvedOut"`
	// WithoutControl is the number of criteria for which no control, carve-out or reason is given.
	WithoutControl int64 `json:"withoutControl"`
	// Controls is the number of controls under the criteria, each counted once.
	Controls int64 `json:"controls"`
	// Tests is the number of tests planned or done on those controls; 0 in a type 1.
	Tests int64 `json:"tests"`
	// WithoutResult is the number of those tests that have no final result.
	WithoutResult int64 `json:"withoutResult"`
	// Deviations is the number of deviations printed, each counted once.
	Deviations int64 `json:"deviations"`
}

var deliverableTable = sync.OnceValue(strictjson.TableOf[Deliverable])

// WriteDeliverable writes d as JSON: members in the order of the type, two spaces of indent, one final newline. Equal
// deliverables give equal bytes.
func WriteDeliverable(w io.Writer, d Deliverable) error {
	return strictjson.Write(w, deliverableTable(), d)
}
