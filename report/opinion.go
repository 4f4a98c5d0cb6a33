package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// Opinion is what a practitioner gives on one subject; it is [scope.Opinion], so that prior and vendors' reports speak
// the same words.
type Opinion = scope.Opinion

// The four opinions.
const (
	Unmodified = scope.Unmodified
	Qualified  = scope.Qualified
	Adverse    = scope.Adverse
	Disclaimer = scope.Disclaimer
)

// Indicated is the opinion that the record indicates for one subject. It is not an opinion that anybody gave: see
// [PractitionerOpinion] for that.
type Indicated string

// The opinions that a record can indicate.
const (
	IndicatedUnmodified Indicated = "unmodified"
	IndicatedQualified  Indicated = "qualified"
	IndicatedAdverse    Indicated = "adverse"
	IndicatedDisclaimer Indicated = "disclaimer"
	Undecided           Indicated = "undecided"      // a result or a needed decision is missing from the record
	NotApplicable       Indicated = "not-applicable" // the type of report does not cover the subject
)

// IndicatedOpinions lists the six values.
func IndicatedOpinions() []Indicated {
	return []Indicated{IndicatedUnmodified, IndicatedQualified, IndicatedAdverse, IndicatedDisclaimer, Undecided, NotApplicable}
}

// IsValid reports whether i is one of the six values.
func (i Indicated) IsValid() bool { return slices.Contains(IndicatedOpinions(), i) }

// EnumValues lists the spellings, for JSON Schema.
func (Indicated) EnumValues() []string {
	return []string{"unmodified", "qualified", "adverse", "disclaimer", "undecided", "not-applicable"}
}

// IsModified reports whether i is qualified, adverse or disclaimer.
func (i Indicated) IsModified() bool {
	return i == IndicatedQualified || i == IndicatedAdverse || i == IndicatedDisclaimer
}

// A PractitionerOpinion records the opinion that a named practitioner gave. The library records it and cannot give it.
type PractitionerOpinion struct {
	// Practitioner is the person who answers for it.
	Practitioner string `json:"practitioner"`
	// Firm is the firm that signs.
	Firm string `json:"firm"`
	// Date is the date of the report: not before evidence and representations are in hand.
	Date calendar.Date `json:"date"`
	// Opinion is the opinion on each subject.
	Opinion scope.OpinionTuple `json:"opinion"`
	// Additional are the opinions on further subject matter, one for each that the terms name.
	Additional []AdditionalOpinion `json:"additional,omitempty"`
	// Basis are the paragraphs that state what led to a modified opinion.
	Basis []BasisParagraph `json:"basis,omitempty"`
}

// An AdditionalOpinion is the opinion on further subject matter.
type AdditionalOpinion struct {
	// Subject is the id of the additional subject.
	Subject string `json:"subject"`
	// Opinion is the opinion.
	Opinion Opinion `json:"opinion"`
	// Paragraphs are the practitioner's words, with the basis of a modified opinion.
	Paragraphs []string `json:"paragraphs"`
}

// A BasisParagraph states a matter that led to a modified opinion.
type BasisParagraph struct {
	// Subjects are the subjects whose opinion it modifies.
	Subjects []Subject `json:"subjects"`
	// Criteria are the trust services criteria that it names.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// DescriptionCriteria are the description criteria that it names.
	DescriptionCriteria []criteria.DescriptionID `json:"descriptionCriteria,omitempty"`
	// Text is the paragraph.
	Text string `json:"text"`
}

// Codes of the problems that only a practitioner's opinion has.
const (
	CodeOpinionMissing    problem.Code = "opinion-missing"     // no opinion on a subject that the report covers
	CodeOpinionNotCovered problem.Code = "opinion-not-covered" // an opinion on operation in a type 1
	CodeOpinionBasis      problem.Code = "opinion-basis"       // a modified opinion without a basis paragraph, or one without a modified opinion
	CodeOpinionEarly      problem.Code = "opinion-early"       // dated before the end of the period, or before what it rests on
)

// validate reports what is wrong with o by itself.
func (o PractitionerOpinion) validate() problem.List {
	var l problem.List
	record.Text(&l, "/practitioner", o.Practitioner, "the person who answers for the opinion")
	record.Text(&l, "/firm", o.Firm, "the firm that signs")
	record.Day(&l, "/date", o.Date, true)
	for _, s := range Subjects() {
		opinion := o.on(s)
		record.Value(&l, "/opinion/"+string(s), opinion, false)
		basis := slices.ContainsFunc(o.Basis, func(b BasisParagraph) bool { return slices.Contains(b.Subjects, s) })
		if opinion.IsValid() && basis != (opinion != Unmodified) {
			l.Errorf("/opinion/"+string(s), CodeOpinionBasis, "a modified opinion has a basis paragraph, an unmodified one has none")
		}
	}
	for i, b := range o.Basis {
		at := problem.Pointer("basis", i)
		if len(b.Subjects) == 0 {
			l.Errorf(at+"/subjects", problem.CodeValueMissing, "at least one of description, design, operating")
		}
		record.Values(&l, at+"/subjects", b.Subjects)
		record.Criteria(&l, at+"/criteria", b.Criteria)
		for j, dc := range b.DescriptionCriteria {
			if !dc.IsValid() {
				l.Errorf(at+problem.Pointer("descriptionCriteria", j), scope.CodeSectionUnknown, "%q is no description criterion: DC1 to DC9 are", string(dc))
			}
		}
		record.Distinct(&l, at+"/descriptionCriteria", b.DescriptionCriteria)
		record.Text(&l, at+"/text", b.Text, "the matter")
	}
	for i, a := range o.Additional {
		at := problem.Pointer("additional", i)
		record.Value(&l, at+"/opinion", a.Opinion, true)
		record.Texts(&l, at+"/paragraphs", a.Paragraphs, "the text of the paragraph")
	}
	return l
}

// on returns the opinion on s.
func (o PractitionerOpinion) on(s Subject) Opinion {
	switch s {
	case Description:
		return o.Opinion.Description
	case Design:
		return o.Opinion.Design
	}
	return o.Opinion.Operating
}

// validateFor reports what is wrong with o for an examination of terms t.
func (o PractitionerOpinion) validateFor(t scope.Terms) problem.List {
	var l problem.List
	for _, s := range Subjects() {
		covered := s != Operating || t.Type != scope.Type1
		switch opinion := o.on(s); {
		case covered && opinion == "":
			l.Errorf("/opinion/"+string(s), CodeOpinionMissing, "the report covers the subject, so an opinion is needed")
		case !covered && opinion != "":
			l.Errorf("/opinion/"+string(s), CodeOpinionNotCovered, "a type 1 gives no opinion on operating effectiveness")
		}
	}
	l.Append(o.validateAdditional(t))
	return l
}

func (o PractitionerOpinion) validateAdditional(t scope.Terms) problem.List {
	var l problem.List
	var none problem.List // the terms report their own ids
	subjects := record.Index(&none, "additionalSubjects", len(t.AdditionalSubjects), func(i int) string { return t.AdditionalSubjects[i].ID })
	given := make(map[string]bool, len(o.Additional))
	for i, a := range o.Additional {
		at := problem.Pointer("additional", i)
		record.Ref(&l, at+"/subject", "additional subject", a.Subject, subjects, true)
		if given[a.Subject] {
			l.Errorf(at+"/subject", problem.CodeRepeated, "%q has an opinion already", a.Subject)
		}
		given[a.Subject] = true
	}
	for _, s := range t.AdditionalSubjects {
		if !given[s.ID] {
			l.Errorf("/additional", CodeOpinionMissing, "the report covers %q, so an opinion on it is needed", s.ID)
		}
	}
	return l
}
