package report

import (
	"io"
	"slices"
	"sync"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// ConclusionsKind is the kind of a conclusions document.
const ConclusionsKind = "conclusions"

// Conclusions are what follows from an engagement: the indicated opinion on each subject, and every step that led to it.
// They are computed, never entered.
type Conclusions struct {
	// Kind is "conclusions".
	Kind string `json:"kind"`
	// SchemaVersion is the version of the document's shape, MAJOR.MINOR.
	SchemaVersion string `json:"schemaVersion"`
	// Description is the opinion that is indicated on the description.
	Description Indicated `json:"description"`
	// Design is the opinion that is indicated on the suitability of design.
	Design Indicated `json:"design"`
	// Operating is the opinion that is indicated on operating effectiveness; not-applicable in a type 1.
	Operating Indicated `json:"operating"`
	// NoReport are the reasons why no report can be given at all, whatever the opinions.
	NoReport []string `json:"noReport"`
	// Subjects say for each subject what its opinion rests on.
	Subjects []SubjectConclusion `json:"subjects"`
	// Criteria hold the status of each criterion in scope, in published order.
	Criteria []CriterionConclusion `json:"criteria"`
	// Controls hold the status of each control, by id.
	Controls []ControlConclusion `json:"controls"`
	// Findings are all findings, derived and entered, by subject, criterion and origin.
	Findings []FindingConclusion `json:"findings"`
	// Considerations are what people should weigh; none of them changes an opinion by itself.
	Considerations []Consideration `json:"considerations"`
	// Problems are the errors of the record. While there are any, nothing is unmodified.
	Problems problem.List `json:"problems"`
}

// A SubjectConclusion says what the indicated opinion on one subject rests on.
type SubjectConclusion struct {
	// Subject is the subject.
	Subject Subject `json:"subject"`
	// Opinion is the opinion indicated.
	Opinion Indicated `json:"opinion"`
	// Criteria are the trust services criteria of the findings that modify it, in published order.
	Criteria []criteria.ID `json:"criteria"`
	// DescriptionCriteria are the description criteria of those findings.
	DescriptionCriteria []criteria.DescriptionID `json:"descriptionCriteria"`
	// Categories are the categories in scope that those criteria belong to.
	Categories []criteria.Category `json:"categories"`
	// Open lists what is missing from the record, each as one sentence.
	Open []string `json:"open"`
	// Reasons tell how the opinion follows from the findings.
	Reasons []Reason `json:"reasons"`
}

// CriterionStatus says how a criterion stands, for a slice of time or the whole.
type CriterionStatus string

// How a criterion can stand.
const (
	CriterionMet          CriterionStatus = "met"
	CriterionCarvedOut    CriterionStatus = "carved-out"            // assumed of a subservice organization, and not concluded on
	NoOperatingEvidence   CriterionStatus = "no-operating-evidence" // nothing occurred that its controls would have acted on
	CriterionUndetermined CriterionStatus = "undetermined"          // evidence cannot be had
	CriterionUndecided    CriterionStatus = "undecided"             // a result or decision is missing
	CriterionUnmet        CriterionStatus = "unmet"
	CriterionNotCovered   CriterionStatus = "not-applicable" // operation, in a type 1
)

// CriterionStatuses lists the values.
func CriterionStatuses() []CriterionStatus {
	return []CriterionStatus{CriterionMet, CriterionCarvedOut, NoOperatingEvidence, CriterionUndetermined, CriterionUndecided, CriterionUnmet, CriterionNotCovered}
}

// IsValid reports whether s is one of the values.
func (s CriterionStatus) IsValid() bool { return slices.Contains(CriterionStatuses(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (CriterionStatus) EnumValues() []string {
	return []string{"met", "carved-out", "no-operating-evidence", "undetermined", "undecided", "unmet", "not-applicable"}
}

// wholePeriod orders the statuses: the whole period has the first that any slice has.
var wholePeriod = []CriterionStatus{CriterionUnmet, CriterionUndecided, CriterionUndetermined, CriterionMet, CriterionCarvedOut, NoOperatingEvidence, CriterionNotCovered}

// A CriterionConclusion is how one criterion stands.
type CriterionConclusion struct {
	// ID is the criterion.
	ID criteria.ID `json:"id"`
	// Categories are the categories in scope that it belongs to.
	Categories []criteria.Category `json:"categories"`
	// Design is how its design stands over the whole time.
	Design CriterionStatus `json:"design"`
	// Operating is how its operation stands over the whole time.
	Operating CriterionStatus `json:"operating"`
	// Slices are the spans of time in which nothing that matters to it changed, in order.
	Slices []CriterionSlice `json:"slices"`
}

// A CriterionSlice is how a criterion stands in one slice of time.
type CriterionSlice struct {
	// Period holds the first and last day of the slice.
	Period calendar.Period `json:"period"`
	// Design is how its design stands.
	Design CriterionStatus `json:"design"`
	// Operating is how its operation stands.
	Operating CriterionStatus `json:"operating"`
	// Alternatives say how each alternative of the program stands, by the names of its members.
	Alternatives []AlternativeConclusion `json:"alternatives"`
	// Reasons tell how the status follows from the alternatives.
	Reasons []Reason `json:"reasons"`
}

// An AlternativeConclusion is how one alternative stands in a slice.
type AlternativeConclusion struct {
	// Members are its members.
	Members []control.Member `json:"members"`
	// Design is how its design stands.
	Design CriterionStatus `json:"design"`
	// Operating is how its operation stands; not-applicable where design rules it out, or in a type 1.
	Operating CriterionStatus `json:"operating"`
	// Dropped says why it does not count at all; empty where it counts.
	Dropped string `json:"dropped,omitzero"`
}

// Operation says how a control operated in a slice of time.
type Operation string

// How a control can have operated.
const (
	OperationEffective    Operation = "effective"
	OperationDeficient    Operation = "deficient"
	OperationNone         Operation = "no-occurrence"
	OperationUndetermined Operation = "undetermined" // evidence cannot be had
	OperationUndecided    Operation = "undecided"    // a result or decision is missing
	OperationNotInPlace   Operation = "not-in-place" // the description does not give the control for these days
	OperationNotCovered   Operation = "not-applicable"
)

// Operations lists the values.
func Operations() []Operation {
	return []Operation{OperationEffective, OperationDeficient, OperationNone, OperationUndetermined, OperationUndecided, OperationNotInPlace, OperationNotCovered}
}

// IsValid reports whether o is one of the values.
func (o Operation) IsValid() bool { return slices.Contains(Operations(), o) }

// EnumValues lists the spellings, for JSON Schema.
func (Operation) EnumValues() []string {
	return []string{"effective", "deficient", "no-occurrence", "undetermined", "undecided", "not-in-place", "not-applicable"}
}

// A ControlConclusion is how one control stands.
type ControlConclusion struct {
	// ID is the control.
	ID control.ID `json:"id"`
	// Slices are the spans of time in which nothing that matters to it changed, in order.
	Slices []ControlSlice `json:"slices"`
}

// A ControlSlice is how a control stands in one slice of time.
type ControlSlice struct {
	// Period holds the first and last day of the slice.
	Period calendar.Period `json:"period"`
	// InPlace says whether the description gives the control for these days.
	InPlace bool `json:"inPlace"`
	// Design is the judgment on its design; absent where none counts.
	Design Suitability `json:"design,omitzero"`
	// Implemented is the judgment whether it was in operation; absent where none counts.
	Implemented Implementation `json:"implemented,omitzero"`
	// Operation is how it operated.
	Operation Operation `json:"operation"`
	// Reasons tell how that follows from tests, deviations and decisions.
	Reasons []Reason `json:"reasons"`
}

// A FindingConclusion is one finding with what was decided on it.
type FindingConclusion struct {
	// Key names the finding, as judgments do.
	Key FindingKey `json:"key"`
	// Text says what the matter is.
	Text string `json:"text"`
	// Criteria are the trust services criteria that it concerns.
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// DescriptionCriterion is the description criterion that it concerns.
	DescriptionCriterion criteria.DescriptionID `json:"descriptionCriterion,omitzero"`
	// Material says whether it is material; absent where undecided.
	Material scope.Answer `json:"material,omitzero"`
	// Presumed says that it is material because nobody rebutted the presumption.
	Presumed bool `json:"presumed,omitzero"`
	// Reopened are the ids of the deviations for which a decision that it is not material no longer counts: they were
	// decided on later, or not at all, and bear on the criterion.
	Reopened []string `json:"reopened,omitempty"`
	// Pervasive says whether it is pervasive; absent where undecided.
	Pervasive scope.Answer `json:"pervasive,omitzero"`
	// Members are the findings that an aggregate weighs together.
	Members []FindingKey `json:"members,omitempty"`
}

// A Consideration is something that people should weigh.
type Consideration struct {
	// Code names the kind of consideration.
	Code string `json:"code"`
	// Text says what to weigh and why.
	Text string `json:"text"`
}

// A Reason is one step of a derivation.
type Reason struct {
	// Rule names the rule that applied.
	Rule Rule `json:"rule"`
	// Text says what it made of which facts.
	Text string `json:"text"`
	// Records are the ids of the records that it looked at.
	Records []string `json:"records,omitempty"`
}

// A Rule names a step of the logic. Names are stable.
type Rule string

const (
	RuleNotInPlace     Rule = "not-in-place"      // the description does not give the control for these days
	RuleNotImplemented Rule = "not-implemented"   // described, and not placed in operation by the end of the slice
	RuleNoResult       Rule = "no-result"         // no final result: undecided
	RuleNotTestable    Rule = "not-testable"      // evidence cannot be had: undetermined
	RuleNoOccurrence   Rule = "no-occurrence"     // nothing occurred or was due, corroborated
	RuleNoDeviation    Rule = "no-deviation"      // tested, none deviated: effective
	RuleUnresolved     Rule = "unresolved-items"  // an item for which nobody could tell: undecided
	RuleInquiryOnly    Rule = "inquiry-only"      // nothing but asking was done: undecided
	RuleTestOfOne      Rule = "test-of-one"       // one look at an automated control, and what supports it
	RuleIntent         Rule = "intent"            // intentional, or not decided whether: only a decision can tell
	RuleKnownFailure   Rule = "known-failure"     // known from another source than a test: only a decision can tell
	RuleSmall          Rule = "small-population"  // at most 12 items: only a decision can tell
	RuleNotRandom      Rule = "not-random"        // no rate may be inferred: only a decision can tell
	RuleRate           Rule = "rate"              // the rate, or its upper limit, against the tolerable rate
	RuleCause          Rule = "cause"             // within the tolerable rate: the cause decides
	RuleNotTolerable   Rule = "not-tolerable"     // a recorded "not tolerable" always wins
	RuleAlternatives   Rule = "alternatives"      // what the alternatives make of the criterion
	RuleCarveOut       Rule = "carve-out"         // assumed of a subservice organization
	RuleCascade        Rule = "cascade"           // design unmet, so operation is
	RuleDesignUnknown  Rule = "design-unknown"    // operation is never better known than design
	RulePresumption    Rule = "presumed-material" // material unless rebutted
	RuleJudgment       Rule = "judgment"          // a recorded decision
	RuleMissing        Rule = "missing"           // a result or decision is not in the record
	RuleOpinion        Rule = "opinion"           // what the findings make of the subject
	RuleRecordErrors   Rule = "record-errors"     // the record has errors, so nothing is unmodified
)

// Subject returns what is concluded on s.
func (c Conclusions) Subject(s Subject) SubjectConclusion {
	for _, sc := range c.Subjects {
		if sc.Subject == s {
			return sc
		}
	}
	return SubjectConclusion{Subject: s, Opinion: NotApplicable}
}

// Criterion returns how the criterion id stands, and whether it is in scope.
func (c Conclusions) Criterion(id criteria.ID) (CriterionConclusion, bool) {
	for _, cc := range c.Criteria {
		if cc.ID == id {
			return cc, true
		}
	}
	return CriterionConclusion{}, false
}

// Control returns how the control id stands.
func (c Conclusions) Control(id control.ID) (ControlConclusion, bool) {
	for _, cc := range c.Controls {
		if cc.ID == id {
			return cc, true
		}
	}
	return ControlConclusion{}, false
}

// On returns the slice of c that has day d.
func (c ControlConclusion) On(d calendar.Date) (ControlSlice, bool) {
	for _, s := range c.Slices {
		if s.Period.Contains(d) {
			return s, true
		}
	}
	return ControlSlice{}, false
}

var conclusionsTable = sync.OnceValue(strictjson.TableOf[Conclusions])

// WriteConclusions writes c as JSON, as [WriteEngagement] does.
func WriteConclusions(w io.Writer, c Conclusions) error {
	return strictjson.Write(w, conclusionsTable(), c)
}
