package scope

import (
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// A DescriptionSection is management's text for one description criterion, or its reason why the criterion does not
// apply.
type DescriptionSection struct {
	// ID is the description criterion that the section answers, DC1 to DC9; each has at most one section.
	ID criteria.DescriptionID `json:"id"`
	// Paragraphs are management's words, one entry a paragraph.
	Paragraphs []string `json:"paragraphs,omitempty"`
	// NotApplicable is management's reason why the criterion does not apply; absent where there are paragraphs.
	NotApplicable string `json:"notApplicable,omitzero"`
}

// IsAnswered reports whether the section says anything: text, or a reason why the criterion does not apply.
func (s DescriptionSection) IsAnswered() bool {
	for _, p := range s.Paragraphs {
		if strings.TrimSpace(p) != "" {
			return true
		}
	}
	return strings.TrimSpace(s.NotApplicable) != ""
}

// Section returns the description section for one description criterion.
func (s System) Section(id criteria.DescriptionID) (DescriptionSection, bool) {
	for _, section := range s.Description {
		if section.ID == id {
			return section, true
		}
	}
	return DescriptionSection{}, false
}

// Codes of the problems that only description sections have.
const (
	CodeSectionUnknown  problem.Code = "description-criterion-unknown"  // {"id":"DC10"}
	CodeSectionRepeated problem.Code = "description-criterion-repeated" // two sections for DC1
	CodeSectionBoth     problem.Code = "description-both"               // paragraphs and a reason why it does not apply
)

func validateSections(sections []DescriptionSection) problem.List {
	var l problem.List
	seen := make(map[criteria.DescriptionID]bool, len(sections))
	for i, s := range sections {
		at := problem.Pointer("description", i)
		switch {
		case !s.ID.IsValid():
			l.Errorf(at+"/id", CodeSectionUnknown, "%q is no description criterion: DC1 to DC9 are", string(s.ID))
		case seen[s.ID]:
			l.Errorf(at+"/id", CodeSectionRepeated, "%s has a section already", s.ID)
		}
		seen[s.ID] = true
		record.Texts(&l, at+"/paragraphs", s.Paragraphs, "the text of the paragraph")
		if len(s.Paragraphs) > 0 && s.NotApplicable != "" {
			l.Errorf(at+"/notApplicable", CodeSectionBoth, "the section has text, so its criterion applies")
		}
	}
	return l
}
