package report

import (
	"slices"
)

// Need says whether a type of report has an element.
type Need string

const (
	Required    Need = "required"    // always
	Conditional Need = "conditional" // where its condition holds
	Never       Need = "never"       // a report of the type has no such element
)

// Needs lists the three values.
func Needs() []Need { return []Need{Required, Conditional, Never} }

// IsValid reports whether n is one of the three values.
func (n Need) IsValid() bool { return slices.Contains(Needs(), n) }

// EnumValues lists the spellings, for JSON Schema.
func (Need) EnumValues() []string { return []string{"required", "conditional", "never"} }

// ElementState says whether an element of a report has its content.
type ElementState string

const (
	ElementPresent   ElementState = "present"    // its paragraphs stand
	ElementProposed  ElementState = "proposed"   // its paragraphs are ready, and who has to give them has not
	ElementMissing   ElementState = "missing"    // the report needs it, and its content is not there
	ElementNotNeeded ElementState = "not-needed" // its condition does not hold
)

// ElementStates lists the four values.
func ElementStates() []ElementState {
	return []ElementState{ElementPresent, ElementProposed, ElementMissing, ElementNotNeeded}
}

// IsValid reports whether s is one of the four values.
func (s ElementState) IsValid() bool { return slices.Contains(ElementStates(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (ElementState) EnumValues() []string {
	return []string{"present", "proposed", "missing", "not-needed"}
}

// An Element is one part of the service auditor's report or of management's assertion.
type Element struct {
	// ID is the stable id, such as "inherent-limitations".
	ID string `json:"id"`
	// Title names it.
	Title string `json:"title"`
	// State says whether its content is there.
	State ElementState `json:"state"`
	// Why says why it is not needed, missing or only proposed; absent where it is present.
	Why string `json:"why,omitzero"`
	// Paragraphs are its words. Where it is missing for want of an opinion, they say what the record indicates.
	Paragraphs []string `json:"paragraphs"`
	// FirmWording says that the words are the firm's in place of the library's.
	FirmWording bool `json:"firmWording,omitzero"`
}

// An ElementInfo describes an element that reports can have.
type ElementInfo struct {
	// ID is the stable id.
	ID string `json:"id"`
	// Title names it.
	Title string `json:"title"`
	// Section is the kind of the section that has it.
	Section SectionKind `json:"section"`
	// Type1 says whether a type 1 has it.
	Type1 Need `json:"type1"`
	// Type2 says whether a type 2 has it.
	Type2 Need `json:"type2"`
}

// Elements lists the elements of the service auditor's report and of the assertion, in order. A [Wording] of the firm
// replaces the paragraphs of one of them. It may use slots, which are filled in:
//
//	{organization} {system} {auditor} {categories} {criteria} {description-criteria}
//	{time}         "on 30 June 2026", or "from 1 January 2026 to 31 December 2026"
//	{date}         the same without "on" or "from"; {period} means the same
//	{cuec} {csoc}  " together with the controls assumed of user entities", or "of subservice organizations"; nothing
//	               where none are assumed. {others} names both in one clause
//	{except-for}   what a qualified opinion excepts, or nothing; in opinions only
//
// The words of an opinion, a signature or a date stand only where a practitioner's opinion is recorded.
func Elements() []ElementInfo {
	list := make([]ElementInfo, len(elementTable))
	for i, r := range elementTable {
		list[i] = r.info()
	}
	return list
}

// elementByID returns the element with the given id.
func elementByID(id string) (ElementInfo, bool) {
	for _, r := range elementTable {
		if r.id == id {
			return r.info(), true
		}
	}
	return ElementInfo{}, false
}

// An elementRule is one row of the table of elements.
type elementRule struct {
	id, title    string
	section      SectionKind
	type1, type2 Need
	// condition says whether a conditional element is needed, and why not.
	condition func(*assembly) (bool, string)
	// words returns the library's paragraphs, none where what they state is not in the record; nil leaves the element to
	// the firm's wording.
	words func(*assembly) []string
	// lacks says what is not there where words returns nothing.
	lacks string
	// personal marks what a practitioner, or in the assertion management, has to give.
	personal bool
}

func (r elementRule) info() ElementInfo {
	return ElementInfo{ID: r.id, Title: r.title, Section: r.section, Type1: r.type1, Type2: r.type2}
}

func (r elementRule) need(kind DeliverableKind) Need {
	if kind == Type1 {
		return r.type1
	}
	return r.type2
}
