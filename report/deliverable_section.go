package report

import (
	"slices"

	"github.com/soc2kit/soc2/scope"
)

// SectionKind says what a section of a report is. Sections are found by kind, never by number: numbers are convention.
type SectionKind string

const (
	AuditorReport       SectionKind = "auditor-report"    // the service auditor's report, usually Section I
	ManagementAssertion SectionKind = "assertion"         // management's assertion, usually II
	SystemDescription   SectionKind = "description"       // management's description of its system, usually III
	TestsAndResults     SectionKind = "tests-results"     // criteria, controls, tests and results of a type 2, usually IV
	ControlListing      SectionKind = "controls"          // criteria and controls of a type 1, usually IV
	FurtherInformation  SectionKind = "other-information" // what management adds and nobody examined, usually V
)

// SectionKinds lists the kinds in the usual order.
func SectionKinds() []SectionKind {
	return []SectionKind{AuditorReport, ManagementAssertion, SystemDescription, TestsAndResults, ControlListing, FurtherInformation}
}

// IsValid reports whether k is one of the kinds.
func (k SectionKind) IsValid() bool { return slices.Contains(SectionKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (SectionKind) EnumValues() []string {
	return []string{"auditor-report", "assertion", "description", "tests-results", "controls", "other-information"}
}

// Author says whose words a section holds.
type Author string

const (
	ByAuditor    Author = "service-auditor"                // the firm
	ByManagement Author = "management"                     // the service organization
	ByBoth       Author = "management-and-service-auditor" // management's controls, the auditor's tests and results
)

// Authors lists the values.
func Authors() []Author { return []Author{ByAuditor, ByManagement, ByBoth} }

// IsValid reports whether a is one of the values.
func (a Author) IsValid() bool { return slices.Contains(Authors(), a) }

// EnumValues lists the spellings, for JSON Schema.
func (Author) EnumValues() []string {
	return []string{"service-auditor", "management", "management-and-service-auditor"}
}

// Assurance says how far the service auditor answers for a section.
type Assurance string

const (
	OwnReport   Assurance = "own-report"   // it is the service auditor's own report
	Statement   Assurance = "statement"    // management's statement, beside which the opinions stand
	Examined    Assurance = "examined"     // it is the subject of the examination
	NotExamined Assurance = "not-examined" // nothing is concluded on it
)

// Assurances lists the values.
func Assurances() []Assurance { return []Assurance{OwnReport, Statement, Examined, NotExamined} }

// IsValid reports whether a is one of the values.
func (a Assurance) IsValid() bool { return slices.Contains(Assurances(), a) }

// EnumValues lists the spellings, for JSON Schema.
func (Assurance) EnumValues() []string {
	return []string{"own-report", "statement", "examined", "not-examined"}
}

// A Section is one section of a report. Which of the content fields it has follows from its kind.
type Section struct {
	// Kind says what the section is.
	Kind SectionKind `json:"kind"`
	// Title is its heading, without a number.
	Title string `json:"title"`
	// Author says whose words it holds.
	Author Author `json:"author"`
	// Assured says how far the service auditor answers for it.
	Assured Assurance `json:"assured"`
	// Elements are the parts of the service auditor's report or of the assertion, in order. One that this report does not
	// need is listed too, with the reason.
	Elements []Element `json:"elements,omitempty"`
	// Description is the content of the description.
	Description *DescriptionContent `json:"description,omitempty"`
	// Criteria are the criteria with their controls and, in a type 2, tests and results, in published order. Every
	// criterion that applies for the categories is there.
	Criteria []CriterionEntry `json:"criteria,omitempty"`
	// OtherDeviations are controls with deviations that stand under no criterion above, so that no deviation is lost.
	OtherDeviations []ControlEntry `json:"otherDeviations,omitempty"`
	// OtherInformation is what management adds, in its order.
	OtherInformation []scope.OtherInformation `json:"otherInformation,omitempty"`
}

// Element returns the element with the given id, and whether the section has it.
func (s Section) Element(id string) (Element, bool) {
	for _, e := range s.Elements {
		if e.ID == id {
			return e, true
		}
	}
	return Element{}, false
}
