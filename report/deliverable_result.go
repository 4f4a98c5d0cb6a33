package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
)

// Standing says why a criterion has the controls that it has in a report.
type Standing string

const (
	WithControls   Standing = "controls"        // the organization's own controls are listed for it
	CarvedOutOnly  Standing = "carved-out"      // the description leaves it to a subservice organization (DC 7)
	NotRelevant    Standing = "not-relevant"    // the description says why it is not relevant (DC 8)
	WithoutControl Standing = "without-control" // none of these: nothing is said to meet it, and nothing was assessed
)

// Standings lists the values.
func Standings() []Standing {
	return []Standing{WithControls, CarvedOutOnly, NotRelevant, WithoutControl}
}

// IsValid reports whether s is one of the values.
func (s Standing) IsValid() bool { return slices.Contains(Standings(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (Standing) EnumValues() []string {
	return []string{"controls", "carved-out", "not-relevant", "without-control"}
}

// A CriterionEntry is one criterion with everything that the report lists under it.
type CriterionEntry struct {
	// ID is the criterion.
	ID criteria.ID `json:"id"`
	// Series is the group that it belongs to.
	Series criteria.SeriesID `json:"series"`
	// Title says what it is about, in this project's words.
	Title string `json:"title"`
	// Standing says whether controls are listed, or why not.
	Standing Standing `json:"standing"`
	// Explanation says it in words where no control of the organization is listed.
	Explanation string `json:"explanation,omitzero"`
	// Assumed are the controls of others that the criterion counts on: CSOCs and CUECs, by kind and id.
	Assumed []AssumedControl `json:"assumed,omitempty"`
	// Rows are the organization's controls for it, by id.
	Rows []ControlEntry `json:"rows"`
	// Indicated says in sentences where the record indicates that the criterion is not met, not determined or not
	// decided, and which single looks at automated controls nothing supports; absent where there is nothing to say.
	Indicated []string `json:"indicated,omitempty"`
}

// An AssumedControl is a control of somebody else that was assumed, and not examined.
type AssumedControl struct {
	// Kind says whose control it is: csoc or cuec.
	Kind control.MemberKind `json:"kind"`
	// ID is its id.
	ID string `json:"id"`
	// Organization is the name of the subservice organization, for a CSOC.
	Organization string `json:"organization,omitzero"`
	// Text says what it is.
	Text string `json:"text"`
}

// A ControlEntry is one control under one criterion. Apart from Criterion it says the same wherever the control stands.
type ControlEntry struct {
	// Criterion is the criterion under which it stands; absent outside of criteria.
	Criterion criteria.ID `json:"criterion,omitzero"`
	// Control is the id of the control.
	Control control.ID `json:"control"`
	// Title is its short name.
	Title string `json:"title,omitzero"`
	// Texts are its wordings in the order of time; one where it did not change.
	Texts []ControlText `json:"texts"`
	// Frequency says when it is due, in words.
	Frequency string `json:"frequency,omitzero"`
	// Tests are the tests of its operation; none in a type 1.
	Tests []TestEntry `json:"tests,omitempty"`
	// Results say what the tests found and what else is known; none in a type 1.
	Results []ResultEntry `json:"results,omitempty"`
}

// A ControlText is the wording of a control for some time.
type ControlText struct {
	// Period holds the first and last day of the wording within the time of the report; absent where it applied
	// throughout.
	Period calendar.Period `json:"period,omitzero"`
	// Text is the wording.
	Text string `json:"text"`
}

// A TestEntry is one test of a control as it is printed.
type TestEntry struct {
	// Plan is the id of the plan.
	Plan string `json:"plan"`
	// Test is the id of the test; absent where none was carried out.
	Test string `json:"test,omitzero"`
	// Period holds the first and last day that the test speaks for.
	Period calendar.Period `json:"period,omitzero"`
	// Extent says how the items were chosen.
	Extent evidence.Extent `json:"extent,omitzero"`
	// Basis says in words what was looked at: which items of which population, and how they were chosen.
	Basis string `json:"basis,omitzero"`
	// Procedures are what was done, in order.
	Procedures []PrintedProcedure `json:"procedures"`
	// Attributes are what was looked for in each item.
	Attributes []string `json:"attributes,omitempty"`
	// OthersWork describes work of internal audit or specialists that was used.
	OthersWork string `json:"othersWork,omitzero"`
}

// A PrintedProcedure is one thing that was done in a test.
type PrintedProcedure struct {
	// Kind is its nature.
	Kind evidence.ProcedureKind `json:"kind"`
	// Text says what was done.
	Text string `json:"text"`
}

// ResultKind says what a result is. The kinds are kept apart because a reader makes something else of each.
type ResultKind string

const (
	ResultNoDeviation    ResultKind = "no-deviation"      // items were tested, and none deviated
	ResultDeviation      ResultKind = "deviation"         // at least one deviation, found by a test or known otherwise
	ResultDidNotOperate  ResultKind = "did-not-operate"   // nothing occurred or was due, and it is corroborated
	ResultNotTestable    ResultKind = "not-testable"      // evidence could not be had
	ResultDesign         ResultKind = "design-deficiency" // the design was not suitable
	ResultNotImplemented ResultKind = "not-implemented"   // described, and not in operation
	ResultUnknown        ResultKind = "undetermined"      // design or implementation could not be determined
	ResultNotInPlace     ResultKind = "not-in-place"      // the description does not give the control for any day of the report
	ResultUnresolved     ResultKind = "unresolved"        // for some items nobody could tell
	ResultOpen           ResultKind = "no-result"         // a test is planned or begun and has no final result
	ResultNotTested      ResultKind = "not-tested"        // no test covers these days
)

// ResultKinds lists the kinds, gravest for a reader first: what is known to be wrong, then what is not known.
func ResultKinds() []ResultKind {
	return []ResultKind{ResultDeviation, ResultDesign, ResultNotImplemented, ResultNotTested, ResultOpen, ResultUnresolved,
		ResultNotTestable, ResultUnknown, ResultNotInPlace, ResultDidNotOperate, ResultNoDeviation}
}

// IsValid reports whether k is one of the kinds.
func (k ResultKind) IsValid() bool { return slices.Contains(ResultKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (ResultKind) EnumValues() []string {
	values := []string{}
	for _, k := range ResultKinds() {
		values = append(values, string(k))
	}
	return values
}

// A ResultEntry is one result as it is printed.
type ResultEntry struct {
	// Kind says what it is.
	Kind ResultKind `json:"kind"`
	// Text says it in words. Where items deviated it states how many were tested and how many deviated.
	Text string `json:"text"`
	// Test is the id of the test; absent for what became known otherwise.
	Test string `json:"test,omitzero"`
	// Period holds the first and last day that it is about; absent where it is about all the time.
	Period calendar.Period `json:"period,omitzero"`
	// Population is the number of items in the population; 0 where there is none.
	Population int64 `json:"population,omitzero"`
	// Tested is the number of items looked at; 0 where there are none.
	Tested int64 `json:"tested,omitzero"`
	// Deviating is the number of items that deviated: several deviations of one item count once.
	Deviating int64 `json:"deviating,omitzero"`
	// Unresolved is the number of items for which nobody could tell.
	Unresolved int64 `json:"unresolved,omitzero"`
	// Deviations are all that were identified, by id, whatever is concluded from them.
	Deviations []DeviationEntry `json:"deviations,omitempty"`
	// Corroboration names the evidence, other than inquiry, that nothing occurred.
	Corroboration []string `json:"corroboration,omitempty"`
}

// A DeviationEntry is one deviation as it is printed, with the same words at each place. The item itself is not named,
// since its id may be personal data.
type DeviationEntry struct {
	// ID is the id of the deviation.
	ID string `json:"id"`
	// Kind says in what way the control failed.
	Kind evidence.DeviationKind `json:"kind"`
	// Nature says what happened.
	Nature string `json:"nature"`
	// Attribute is what was looked for and not found, in words.
	Attribute string `json:"attribute,omitzero"`
	// Date is the day it happened.
	Date calendar.Date `json:"date,omitzero"`
	// FoundThrough says how it became known where no test found it.
	FoundThrough string `json:"foundThrough,omitzero"`
	// Corrected is the day it was put right.
	Corrected calendar.Date `json:"corrected,omitzero"`
	// Response is management's response, which was not examined.
	Response string `json:"response,omitzero"`
}
