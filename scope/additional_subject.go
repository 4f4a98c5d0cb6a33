package scope

import (
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// An AdditionalSubject is subject matter that an examination covers beyond SOC 2 ("SOC 2+"), measured against criteria of
// its own, with an opinion of its own. A mapping to another framework is none: it is [OtherInformation].
type AdditionalSubject struct {
	// ID identifies the subject within the terms.
	ID string `json:"id"`
	// Title says what the subject matter is.
	Title string `json:"title"`
	// Criteria names the criteria that it is measured against, with their publisher and edition. Readers must be able to
	// get them.
	Criteria string `json:"criteria"`
}

// Validate reports what is wrong with s.
func (s AdditionalSubject) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/title", s.Title, "what the subject matter is")
	record.Text(&l, "/criteria", s.Criteria, "the criteria that it is measured against")
	return l
}
