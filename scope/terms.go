package scope

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// ReportType is type 1 (description and design, as of a date) or type 2 (operating effectiveness too, for a period).
type ReportType string

const (
	Type1 ReportType = "type1" // "Type I": as of one day, no tests of operating effectiveness
	Type2 ReportType = "type2" // "Type II": throughout a period
)

// ReportTypes lists the two types.
func ReportTypes() []ReportType { return []ReportType{Type1, Type2} }

// IsValid reports whether t is type1 or type2.
func (t ReportType) IsValid() bool { return slices.Contains(ReportTypes(), t) }

// EnumValues lists the spellings, for JSON Schema.
func (ReportType) EnumValues() []string { return []string{"type1", "type2"} }

// Stage is how far an examination has come.
type Stage string

// The stages, in the order of work.
const (
	Planned   Stage = "planned"
	Fieldwork Stage = "fieldwork"
	Draft     Stage = "draft"
	Issued    Stage = "issued"
)

// Stages lists the stages in the order of work.
func Stages() []Stage { return []Stage{Planned, Fieldwork, Draft, Issued} }

// IsValid reports whether s is one of the four stages.
func (s Stage) IsValid() bool { return slices.Contains(Stages(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (Stage) EnumValues() []string { return []string{"planned", "fieldwork", "draft", "issued"} }

// Terms fix what an examination covers and when.
type Terms struct {
	// Type is type1 or type2.
	Type ReportType `json:"type"`
	// Status is how far the examination has come.
	Status Stage `json:"status"`
	// AsOf is the day of a type 1 examination; absent in a type 2.
	AsOf calendar.Date `json:"asOf,omitzero"`
	// Period holds the first and the last day of a type 2 examination, both inside; absent in a type 1.
	Period calendar.Period `json:"period,omitzero"`
	// Categories are the trust services categories covered, each once. The common criteria apply whichever they are.
	Categories []criteria.Category `json:"categories"`
	// AdditionalSubjects are what the examination covers beyond SOC 2 ("SOC 2+").
	AdditionalSubjects []AdditionalSubject `json:"additionalSubjects,omitempty"`
	// Attribution says to which period a scheduled occurrence belongs: by its due date (absent means this) or by the
	// end of its interval. One choice for the whole examination, the same as in the period before.
	Attribution calendar.Attribution `json:"attribution,omitzero"`
	// Holidays are days that are no business days for the organization, used for controls due on business days.
	Holidays []calendar.Date `json:"holidays,omitempty"`
}

// Codes of the problems that only terms have.
const (
	CodeTermsTime               problem.Code = "terms-time"        // a type 1 with a period, or a type 2 with an as-of date: {"type":"type1","period":{...}}
	CodeCategoryNone            problem.Code = "category-none"     // {"categories":[]}
	CodeSecurityLeftOut         problem.Code = "security-left-out" // {"categories":["availability"]}
	CodePeriodUnusual           problem.Code = "period-unusual"    // a period shorter than 3 months or longer than 12: users will ask why
	shortestUsual, longestUsual              = 89, 366
)

// Span returns the time that t is about: its period, or the single day of a type 1. It is the zero Period if t does not
// say.
func (t Terms) Span() calendar.Period {
	if t.Type == Type1 {
		return calendar.Period{From: t.AsOf, To: t.AsOf}
	}
	return t.Period
}

// Applicable returns the criteria that apply for t's categories, in published order: the common criteria and those of
// each category.
func (t Terms) Applicable() []criteria.ID { return criteria.Applicable(t.Categories...) }

// Validate reports what is wrong with t.
func (t Terms) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/type", t.Type, true)
	record.Value(&l, "/status", t.Status, true)
	record.Value(&l, "/attribution", t.Attribution, false)
	l.Append(validateTime(t.Type, t.AsOf, t.Period))
	if days := t.Period.Days(); t.Type == Type2 && t.Period.IsValid() && (days < shortestUsual || days > longestUsual) {
		l.Warnf("/period", CodePeriodUnusual, "%d days; periods of 3 to 12 months are usual", days)
	}
	if len(t.Categories) == 0 {
		l.Errorf("/categories", CodeCategoryNone, "at least one category is required")
	} else if !slices.Contains(t.Categories, criteria.Security) {
		l.Warnf("/categories", CodeSecurityLeftOut, "rare: the common criteria apply, but Security itself is not among the categories")
	}
	record.Values(&l, "/categories", t.Categories)
	record.Index(&l, "additionalSubjects", len(t.AdditionalSubjects), func(i int) string { return t.AdditionalSubjects[i].ID })
	for i, s := range t.AdditionalSubjects {
		l.Append(s.Validate().Under("additionalSubjects", i))
	}
	for i, d := range t.Holidays {
		record.Day(&l, problem.Pointer("holidays", i), d, true)
	}
	return l
}

// validateTime reports a time that a report of the given type cannot have.
func validateTime(t ReportType, asOf calendar.Date, period calendar.Period) problem.List {
	var l problem.List
	record.Day(&l, "/asOf", asOf, t == Type1)
	record.Span(&l, "/period", period, t == Type2)
	if t == Type1 && !period.IsZero() {
		l.Errorf("/period", CodeTermsTime, "a type 1 is as of a date and has no period")
	}
	if t == Type2 && !asOf.IsZero() {
		l.Errorf("/asOf", CodeTermsTime, "a type 2 is for a period and has no as-of date")
	}
	return l
}

// Editions name the editions of the texts that an examination follows. They are values: nothing assumes today's.
type Editions struct {
	// Criteria is the edition of the trust services criteria.
	Criteria criteria.Edition `json:"criteria"`
	// DescriptionCriteria is the edition of the description criteria.
	DescriptionCriteria criteria.DescriptionEdition `json:"descriptionCriteria"`
	// AttestationStandards names the attestation standards and their amendments, such as "AT-C 105 and 205 (SSAE 21)".
	AttestationStandards string `json:"attestationStandards,omitzero"`
}

// Validate reports what is wrong with e.
func (e Editions) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/criteria", e.Criteria, true)
	record.Value(&l, "/descriptionCriteria", e.DescriptionCriteria, true)
	return l
}
