package scope

import (
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// OtherInformation is a part of management's that stands in the report beside what was examined: a roadmap, a mapping to
// another framework. Nothing is concluded on it.
type OtherInformation struct {
	// ID identifies the part within the program.
	ID string `json:"id"`
	// Title is its heading.
	Title string `json:"title"`
	// Paragraphs are management's words.
	Paragraphs []string `json:"paragraphs"`
}

// Validate reports what is wrong with o.
func (o OtherInformation) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/title", o.Title, "the heading")
	record.Texts(&l, "/paragraphs", o.Paragraphs, "the text of the paragraph")
	return l
}
