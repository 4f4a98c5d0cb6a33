package evidence

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// Outcome is what a tester found for one attribute of one item.
type Outcome string

const (
	Held       Outcome = "held"        // the attribute is there
	Deviated   Outcome = "deviated"    // it is not: a deviation is recorded
	CannotTell Outcome = "cannot-tell" // nothing shows either; it blocks until resolved into one of the others
)

// Outcomes lists the three outcomes.
func Outcomes() []Outcome { return []Outcome{Held, Deviated, CannotTell} }

// IsValid reports whether o is one of the three outcomes.
func (o Outcome) IsValid() bool { return slices.Contains(Outcomes(), o) }

// EnumValues lists the spellings, for JSON Schema.
func (Outcome) EnumValues() []string { return []string{"held", "deviated", "cannot-tell"} }

// A TestedItem is one row of the grid: what was found for each attribute of one item.
type TestedItem struct {
	// Item is the id of the population item.
	Item string `json:"item"`
	// Outcomes are parallel to the attributes of the plan.
	Outcomes []Outcome `json:"outcomes"`
	// Note tells what the tester saw, where it needs telling.
	Note string `json:"note,omitzero"`
}

// Result is the outcome of the whole row: deviated if any attribute deviated, else cannot-tell if any could not be told,
// else held; not said for a row without outcomes.
func (t TestedItem) Result() Outcome {
	var worst Outcome
	for _, o := range t.Outcomes {
		switch {
		case o == Deviated:
			return Deviated
		case o != Held:
			worst = CannotTell
		case worst == "":
			worst = Held
		}
	}
	return worst
}

// A NoOccurrence states that nothing happened that the control would have acted on, or that no occurrence was due.
type NoOccurrence struct {
	// Reason says why: no trigger arose, or nothing was due within the period.
	Reason string `json:"reason"`
	// Corroboration are the ids of the evidence that shows it, other than inquiry. Without any, the statement counts for
	// nothing.
	Corroboration []string `json:"corroboration"`
}

// A Limitation states that a test could not be done.
type Limitation struct {
	// Reason says why: records shown to have existed were lost, or were withheld.
	Reason string `json:"reason"`
	// Alternatives says which other procedures were tried.
	Alternatives string `json:"alternatives"`
	// Existed are the ids of the evidence that the records had existed.
	Existed []string `json:"existed,omitempty"`
}

// A Test is what was done for a plan, and what was found. Its deviations are listed beside it, in the fieldwork.
type Test struct {
	// ID identifies the test within the fieldwork.
	ID string `json:"id"`
	// Plan is the id of the plan it carries out; one test for a plan.
	Plan string `json:"plan"`
	// Procedures are what was done. Inquiry alone is never enough.
	Procedures []Procedure `json:"procedures"`
	// PopulationSize is the number of items in the population; 0 where there is none.
	PopulationSize int64 `json:"populationSize"`
	// Tested is the number of items looked at.
	Tested int64 `json:"tested"`
	// Grid holds a row for each item, where outcomes were kept item by item; then there are Tested rows.
	Grid []TestedItem `json:"grid,omitempty"`
	// NoOccurrence is given where nothing happened or was due.
	NoOccurrence *NoOccurrence `json:"noOccurrence,omitempty"`
	// Limitation is given where the test could not be done.
	Limitation *Limitation `json:"limitation,omitempty"`
	// ConfigurationHistory is the id of the evidence that a configuration did not change throughout the period, which
	// lets one look at it stand for the period.
	ConfigurationHistory string `json:"configurationHistory,omitzero"`
	// OthersWork describes work of internal audit or specialists that was used.
	OthersWork string `json:"othersWork,omitzero"`
	// Concluded is the day the result was final; absent means that it is not, and counts for nothing.
	Concluded calendar.Date `json:"concluded,omitzero"`
	// Preparer is who did the test.
	Preparer string `json:"preparer,omitzero"`
	// Reviewer is who reviewed it.
	Reviewer string `json:"reviewer,omitzero"`
}

// TestState is the state of a test. The states are kept apart because each leads to something else.
type TestState string

const (
	NoResult      TestState = "no-result"     // nothing final is recorded: it blocks a conclusion
	Operated      TestState = "operated"      // items were tested, and none deviated
	WithDeviation TestState = "deviation"     // at least one item deviated
	Missed        TestState = "missed"        // due and not done: deviations as well
	DidNotOccur   TestState = "no-occurrence" // nothing happened or was due, and it is corroborated
	NotTestable   TestState = "not-testable"  // evidence could not be had
	Unresolved    TestState = "unresolved"    // at least one item for which nobody could tell, and none that deviated
)

// TestStates lists the states.
func TestStates() []TestState {
	return []TestState{NoResult, Operated, WithDeviation, Missed, DidNotOccur, NotTestable, Unresolved}
}

// IsValid reports whether s is one of the states.
func (s TestState) IsValid() bool { return slices.Contains(TestStates(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (TestState) EnumValues() []string {
	return []string{"no-result", "operated", "deviation", "missed", "no-occurrence", "not-testable", "unresolved"}
}

// Unresolved returns the number of rows of the grid for which nobody could tell and which did not deviate.
func (t Test) Unresolved() int64 {
	var n int64
	for _, row := range t.Grid {
		if r := row.Result(); r != Held && r != Deviated {
			n++
		}
	}
	return n
}

// InquiryOnly reports whether asking is all that was done, which is never enough for operation.
func (t Test) InquiryOnly() bool {
	return len(t.Procedures) > 0 && !slices.ContainsFunc(t.Procedures, func(p Procedure) bool { return p.Kind != Inquiry })
}

// Result returns the state of t apart from deviations: what it would be if none were recorded for it.
func (t Test) Result() TestState {
	switch {
	case t.Concluded.IsZero():
		return NoResult
	case t.Limitation != nil:
		return NotTestable
	case t.NoOccurrence != nil && len(t.NoOccurrence.Corroboration) > 0:
		return DidNotOccur
	case t.NoOccurrence != nil || t.Tested <= 0:
		return NoResult
	case t.Unresolved() > 0:
		return Unresolved
	}
	return Operated
}

// State returns the state of t, given the deviations recorded for it; others in the list are passed over. A known
// deviation outweighs every other state.
func (t Test) State(deviations []Deviation) TestState {
	state := t.Result()
	for _, d := range deviations {
		switch {
		case d.Test != t.ID:
		case d.Kind == MissedOccurrence:
			return Missed
		default:
			state = WithDeviation
		}
	}
	return state
}

// Codes of the problems that only tests have.
const (
	CodeTestCounts     problem.Code = "test-counts"                  // more tested than there are, a grid of another length, a census that is none
	CodeTestOutcomes   problem.Code = "test-outcomes"                // a row whose outcomes are not parallel to the plan's attributes
	CodeTestContradict problem.Code = "test-contradiction"           // items tested where nothing occurred, or could be tested
	CodeProcedureNone  problem.Code = "test-procedure-none"          // a concluded test without a procedure
	CodeInquiryOnly    problem.Code = "inquiry-only"                 // inquiry and nothing else
	CodeUncorroborated problem.Code = "no-occurrence-uncorroborated" // {"noOccurrence":{"reason":"...","corroboration":[]}}
)

// Validate reports what is wrong with t by itself.
func (t Test) Validate() problem.List {
	var l problem.List
	for i, p := range t.Procedures {
		l.Append(p.Validate().Under("procedures", i))
	}
	record.Day(&l, "/concluded", t.Concluded, false)
	if !t.Concluded.IsZero() && t.Limitation == nil {
		if len(t.Procedures) == 0 {
			l.Errorf("/procedures", CodeProcedureNone, "a concluded test says what was done")
		} else if t.InquiryOnly() {
			l.Warnf("/procedures", CodeInquiryOnly, "inquiry alone is never enough for operation, so nothing is concluded on it")
		}
	}
	if t.PopulationSize < 0 || t.Tested < 0 || (t.PopulationSize > 0 && t.Tested > t.PopulationSize) {
		l.Errorf("/tested", CodeTestCounts, "%d tested of %d", t.Tested, t.PopulationSize)
	}
	if len(t.Grid) > 0 && int64(len(t.Grid)) != t.Tested {
		l.Errorf("/grid", CodeTestCounts, "%d rows, but %d items tested", len(t.Grid), t.Tested)
	}
	seen := make(map[string]bool, len(t.Grid))
	for i, row := range t.Grid {
		if row.Item == "" {
			l.Errorf(problem.Pointer("grid", i, "item"), problem.CodeValueMissing, "the id of the item is required")
		} else if seen[row.Item] {
			l.Errorf(problem.Pointer("grid", i, "item"), problem.CodeIDRepeated, "the item has a row already")
		}
		seen[row.Item] = true
		for j, o := range row.Outcomes {
			if !o.IsValid() {
				record.Value(&l, problem.Pointer("grid", i, "outcomes", j), o, true)
			}
		}
	}
	if t.NoOccurrence != nil {
		record.Text(&l, "/noOccurrence/reason", t.NoOccurrence.Reason, "why nothing occurred")
		if len(t.NoOccurrence.Corroboration) == 0 {
			l.Warnf("/noOccurrence/corroboration", CodeUncorroborated, "counts for nothing until evidence other than inquiry shows it")
		}
	}
	if t.Limitation != nil {
		record.Text(&l, "/limitation/reason", t.Limitation.Reason, "why it could not be tested")
		record.Text(&l, "/limitation/alternatives", t.Limitation.Alternatives, "which other procedures were tried, or why none could be,")
	}
	if t.NoOccurrence != nil && (t.Tested > 0 || t.Limitation != nil) {
		l.Errorf("/noOccurrence", CodeTestContradict, "items were tested, or could not be, so something occurred")
	}
	if t.Limitation != nil && t.Tested > 0 {
		l.Errorf("/limitation", CodeTestContradict, "%d items were tested; what could not be is a plan and a test of its own", t.Tested)
	}
	return l
}
