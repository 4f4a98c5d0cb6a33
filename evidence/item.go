package evidence

import (
	"encoding/hex"
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Digest is the SHA-256 of exact file bytes, as 64 lowercase hexadecimal digits.
type Digest string

// IsValid reports whether d is 64 lowercase hexadecimal digits.
func (d Digest) IsValid() bool {
	if len(d) != 64 {
		return false
	}
	for i := range len(d) {
		if c := d[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// SchemaPattern is the pattern of a digest, for JSON Schema.
func (Digest) SchemaPattern() string { return `^[0-9a-f]{64}$` }

// NewDigest returns sum as a Digest.
func NewDigest(sum [32]byte) Digest { return Digest(hex.EncodeToString(sum[:])) }

func checkDigest(l *problem.List, path string, d Digest) {
	if d != "" && !d.IsValid() {
		l.Errorf(path, sampling.CodeDigestInvalid, "a digest is 64 lowercase hexadecimal digits, the SHA-256 of the file")
	}
}

// Class says what sort of record an item of evidence is. Organizations have their own as well: an unknown class is not a
// problem.
const (
	ClassConfiguration = "configuration"
	ClassLog           = "log"
	ClassTicket        = "ticket"
	ClassListing       = "listing"
	ClassReview        = "review"
	ClassMinutes       = "minutes"
	ClassPolicy        = "policy"
	ClassTraining      = "training"
	ClassVendorReport  = "vendor-report"
	ClassScreenshot    = "screenshot"
	ClassQuery         = "query"
	ClassLetter        = "letter"
)

// An Item is one piece of evidence: a file or record, with where it came from and what time it speaks of. Its three
// times are kept apart: when it was made, when it was collected, and which days it is evidence for.
type Item struct {
	// ID identifies the item within the program.
	ID string `json:"id"`
	// Title says what it is.
	Title string `json:"title"`
	// Class is the sort of record, such as [ClassTicket]; other words are allowed.
	Class string `json:"class"`
	// Source is the system or person it came from.
	Source string `json:"source"`
	// Collector is who or what collected it.
	Collector string `json:"collector,omitzero"`
	// Created is when it was made.
	Created calendar.Instant `json:"created,omitzero"`
	// Collected is when it was collected.
	Collected calendar.Instant `json:"collected,omitzero"`
	// Covers holds the first and last day that it is evidence for.
	Covers calendar.Period `json:"covers,omitzero"`
	// Controls are the controls that it is about.
	Controls []control.ID `json:"controls,omitempty"`
	// Digest is the SHA-256 of the file.
	Digest Digest `json:"digest,omitzero"`
	// Query is the query, filter or parameters that produced it.
	Query string `json:"query,omitzero"`
	// Note tells of redaction, alteration or late creation.
	Note string `json:"note,omitzero"`
}

// Validate reports what is wrong with i by itself.
func (i Item) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/title", i.Title, "what the item is")
	record.Text(&l, "/class", i.Class, "the sort of record")
	record.Text(&l, "/source", i.Source, "where the item came from")
	checkInstant(&l, "/created", i.Created)
	checkInstant(&l, "/collected", i.Collected)
	record.Span(&l, "/covers", i.Covers, false)
	checkDigest(&l, "/digest", i.Digest)
	return l
}

func checkInstant(l *problem.List, path string, t calendar.Instant) {
	if !t.IsZero() {
		record.Join(l, path, t.Validate())
	}
}

// ProcedureKind is the nature of a procedure.
type ProcedureKind string

const (
	Inquiry       ProcedureKind = "inquiry"       // asking; never enough alone
	Observation   ProcedureKind = "observation"   // watching it done; holds for that moment
	Inspection    ProcedureKind = "inspection"    // of documents, records or configuration
	Reperformance ProcedureKind = "reperformance" // doing it again independently
	Analytics     ProcedureKind = "analytics"     // analysis of whole data
	Confirmation  ProcedureKind = "confirmation"  // from a third party
)

// ProcedureKinds lists the six kinds.
func ProcedureKinds() []ProcedureKind {
	return []ProcedureKind{Inquiry, Observation, Inspection, Reperformance, Analytics, Confirmation}
}

// IsValid reports whether k is one of the six kinds.
func (k ProcedureKind) IsValid() bool { return slices.Contains(ProcedureKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (ProcedureKind) EnumValues() []string {
	return []string{"inquiry", "observation", "inspection", "reperformance", "analytics", "confirmation"}
}

// A Procedure is one thing that was done to test something.
type Procedure struct {
	// Kind is its nature.
	Kind ProcedureKind `json:"kind"`
	// Text says what was done to what, with an action verb.
	Text string `json:"text"`
	// Performed is the day it was done.
	Performed calendar.Date `json:"performed,omitzero"`
	// Performer is who did it.
	Performer string `json:"performer,omitzero"`
	// Evidence are the ids of the items it looked at.
	Evidence []string `json:"evidence,omitempty"`
}

// Validate reports what is wrong with p by itself.
func (p Procedure) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/kind", p.Kind, true)
	record.Text(&l, "/text", p.Text, "what was done")
	record.Day(&l, "/performed", p.Performed, false)
	return l
}
