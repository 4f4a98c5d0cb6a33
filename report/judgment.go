package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// Suitability is the judgment on the design of a control.
//
// The zero value is "not judged".
type Suitability string

const (
	Suitable     Suitability = "suitable"     // it would do its job if performed as described
	Deficient    Suitability = "deficient"    // it would not
	Undetermined Suitability = "undetermined" // evidence to judge it cannot be had
)

// Suitabilities lists the three values.
func Suitabilities() []Suitability { return []Suitability{Suitable, Deficient, Undetermined} }

// IsValid reports whether s is one of the three values.
func (s Suitability) IsValid() bool { return slices.Contains(Suitabilities(), s) }

// EnumValues lists the spellings, for JSON Schema.
func (Suitability) EnumValues() []string { return []string{"suitable", "deficient", "undetermined"} }

// Implementation is the judgment whether a control was placed in operation.
//
// The zero value is "not judged".
type Implementation string

// The judgments on implementation.
const (
	Implemented           Implementation = "yes"
	NotImplemented        Implementation = "no"
	ImplementationUnknown Implementation = "undetermined" // evidence to judge it cannot be had
)

// Implementations lists the three values.
func Implementations() []Implementation {
	return []Implementation{Implemented, NotImplemented, ImplementationUnknown}
}

// IsValid reports whether i is one of the three values.
func (i Implementation) IsValid() bool { return slices.Contains(Implementations(), i) }

// EnumValues lists the spellings, for JSON Schema.
func (Implementation) EnumValues() []string { return []string{"yes", "no", "undetermined"} }

// Judgments are the decisions that people made. Each counts only with a decider, a day and a reason.
type Judgments struct {
	// Controls are the judgments on design and implementation.
	Controls []ControlJudgment `json:"controls,omitempty"`
	// Tolerances say whether the deviations of a control are tolerable where no rate can or may decide alone.
	Tolerances []ToleranceJudgment `json:"tolerances,omitempty"`
	// Findings say which findings are material and which are pervasive.
	Findings []FindingJudgment `json:"findings,omitempty"`
	// Aggregates weigh findings together that are not material one by one.
	Aggregates []Aggregate `json:"aggregates,omitempty"`
}

// A ControlJudgment is the judgment on the design and implementation of one control for a span of time.
type ControlJudgment struct {
	// ID identifies the judgment within its list.
	ID string `json:"id"`
	// Control is the control judged.
	Control control.ID `json:"control"`
	// Period holds the first and last day that it is about; absent means all the time that the control is described.
	Period calendar.Period `json:"period,omitzero"`
	// Design says whether its design is suitable.
	Design Suitability `json:"design,omitzero"`
	// Implemented says whether it was placed in operation.
	Implemented Implementation `json:"implemented,omitzero"`
	// FirstOperated is the day it was first in operation, where that is within the period; before it, a described control
	// counts as not implemented.
	FirstOperated calendar.Date `json:"firstOperated,omitzero"`
	// Decision says who judged, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// A ToleranceJudgment says whether the deviations of a control are tolerable for a span of time.
type ToleranceJudgment struct {
	// ID identifies the judgment within its list.
	ID string `json:"id"`
	// Control is the control.
	Control control.ID `json:"control"`
	// Period holds the first and last day that it is about; absent means all the time.
	Period calendar.Period `json:"period,omitzero"`
	// Tolerable says whether the control still did its job.
	Tolerable scope.Answer `json:"tolerable"`
	// Decision says who judged, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// A FindingKey names a finding: its subject and kind, and the criterion or the record that it comes from.
type FindingKey struct {
	// Subject is the subject that it touches.
	Subject Subject `json:"subject"`
	// Kind is misstatement or limitation.
	Kind FindingKind `json:"kind"`
	// Criterion is the criterion, for a finding on a criterion.
	Criterion criteria.ID `json:"criterion,omitzero"`
	// Origin names the record that any other finding comes from, such as "control/AC-07", "incident/INC-1",
	// "section/DC4", "event/EV-1" or "finding/F-1".
	Origin string `json:"origin,omitzero"`
}

// A FindingJudgment says whether findings are material, and whether they are pervasive, one by one or, where several are
// named, as a group.
type FindingJudgment struct {
	// ID identifies the judgment within its list.
	ID string `json:"id"`
	// Findings are what it is about. At least one.
	Findings []FindingKey `json:"findings"`
	// Material says whether users could be influenced; absent leaves it undecided, or presumed where the logic presumes.
	Material scope.Answer `json:"material,omitzero"`
	// Pervasive says whether the effect goes beyond specific parts, or is fundamental; absent leaves it undecided.
	Pervasive scope.Answer `json:"pervasive,omitzero"`
	// Decision says who judged, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// An Aggregate is a finding over findings that are not material one by one, with decisions of its own.
type Aggregate struct {
	// ID identifies the aggregate within its list.
	ID string `json:"id"`
	// Findings are what it weighs together. At least two, of one subject.
	Findings []FindingKey `json:"findings"`
	// Material says whether they are material together.
	Material scope.Answer `json:"material,omitzero"`
	// Pervasive says whether they are pervasive together.
	Pervasive scope.Answer `json:"pervasive,omitzero"`
	// Decision says who judged, when and why.
	Decision scope.Decision `json:"decision,omitzero"`
}

// Codes of the problems that only judgments have.
const (
	CodeJudgmentOverlap  problem.Code = "judgment-overlap"       // two judgments on one control for one day
	CodeJudgmentConflict problem.Code = "judgment-conflict"      // one finding judged material and not material
	CodeFindingKey       problem.Code = "finding-key"            // neither a criterion nor an origin, or both
	CodeAggregateFew     problem.Code = "aggregate-few"          // an aggregate of fewer than two findings, or of several subjects
	CodeFindingsNone     problem.Code = "judgment-findings-none" // a judgment about no finding
)

func (k FindingKey) validate() problem.List {
	var l problem.List
	record.Value(&l, "/subject", k.Subject, true)
	record.Value(&l, "/kind", k.Kind, true)
	if k.Criterion != "" && !k.Criterion.IsValid() {
		l.Errorf("/criterion", problem.CodeCriterionUnknown, "%q is none of the trust services criteria", string(k.Criterion))
	}
	if (k.Criterion == "") == (k.Origin == "") {
		l.Errorf("", CodeFindingKey, "a finding is named by its criterion or by its origin")
	}
	return l
}

func (c ControlJudgment) validate(controls map[control.ID]int) problem.List {
	var l problem.List
	record.Ref(&l, "/control", "control", c.Control, controls, true)
	record.Span(&l, "/period", c.Period, false)
	record.Value(&l, "/design", c.Design, false)
	record.Value(&l, "/implemented", c.Implemented, false)
	record.Day(&l, "/firstOperated", c.FirstOperated, false)
	record.Join(&l, "/decision", c.Decision.Validate())
	return l
}

func (t ToleranceJudgment) validate(controls map[control.ID]int) problem.List {
	var l problem.List
	record.Ref(&l, "/control", "control", t.Control, controls, true)
	record.Span(&l, "/period", t.Period, false)
	record.Value(&l, "/tolerable", t.Tolerable, true)
	record.Join(&l, "/decision", t.Decision.Validate())
	return l
}

func (j Judgments) validate(controls map[control.ID]int) problem.List {
	var l problem.List
	record.Index(&l, "controls", len(j.Controls), func(i int) string { return j.Controls[i].ID })
	overlaps := overlapping(len(j.Controls), func(i int) (control.ID, calendar.Period) { return j.Controls[i].Control, j.Controls[i].Period })
	for i, c := range j.Controls {
		own := c.validate(controls)
		if overlaps[i] {
			overlap(&own, c.Control)
		}
		l.Append(own.Under("controls", i))
	}
	record.Index(&l, "tolerances", len(j.Tolerances), func(i int) string { return j.Tolerances[i].ID })
	overlaps = overlapping(len(j.Tolerances), func(i int) (control.ID, calendar.Period) { return j.Tolerances[i].Control, j.Tolerances[i].Period })
	for i, t := range j.Tolerances {
		own := t.validate(controls)
		if overlaps[i] {
			overlap(&own, t.Control)
		}
		l.Append(own.Under("tolerances", i))
	}
	record.Index(&l, "findings", len(j.Findings), func(i int) string { return j.Findings[i].ID })
	material, pervasive := make(map[FindingKey]scope.Answer), make(map[FindingKey]scope.Answer)
	for i, f := range j.Findings {
		at := problem.Pointer("findings", i)
		if len(f.Findings) == 0 {
			l.Errorf(at+"/findings", CodeFindingsNone, "a judgment names the findings that it is about")
		}
		record.Value(&l, at+"/material", f.Material, false)
		record.Value(&l, at+"/pervasive", f.Pervasive, false)
		record.Join(&l, at+"/decision", f.Decision.Validate())
		for k, key := range f.Findings {
			record.Join(&l, at+problem.Pointer("findings", k), key.validate())
			conflict(&l, at+problem.Pointer("findings", k), material, key, f.Material, "material")
			conflict(&l, at+problem.Pointer("findings", k), pervasive, key, f.Pervasive, "pervasive")
		}
	}
	record.Index(&l, "aggregates", len(j.Aggregates), func(i int) string { return j.Aggregates[i].ID })
	for i, a := range j.Aggregates {
		at := problem.Pointer("aggregates", i)
		for k, key := range a.Findings {
			record.Join(&l, at+problem.Pointer("findings", k), key.validate())
		}
		if len(a.Findings) < 2 || slices.ContainsFunc(a.Findings, func(k FindingKey) bool { return k.Subject != a.Findings[0].Subject }) {
			l.Errorf(at+"/findings", CodeAggregateFew, "an aggregate weighs at least two findings of one subject")
		}
		record.Value(&l, at+"/material", a.Material, false)
		record.Value(&l, at+"/pervasive", a.Pervasive, false)
		record.Join(&l, at+"/decision", a.Decision.Validate())
	}
	return l
}

// overlapping says for each of n judgments whether it is about some of the same days as another on the same control: of
// two, the later in the list. An absent period is about all days, one that is not valid about none.
func overlapping(n int, of func(int) (control.ID, calendar.Period)) []bool {
	byControl := make(map[control.ID][]int)
	for i := range n {
		if id, p := of(i); p.IsZero() || p.IsValid() {
			byControl[id] = append(byControl[id], i)
		}
	}
	period := func(i int) calendar.Period { _, p := of(i); return p }
	overlaps := make([]bool, n)
	for _, list := range byControl {
		slices.SortStableFunc(list, func(a, b int) int { return period(a).Compare(period(b)) })
		last := list[0] // of those so far, the one that ends last
		for _, i := range list[1:] {
			before, p := period(last), period(i)
			if before.IsZero() || !p.From.After(before.To) {
				overlaps[max(last, i)] = true
			}
			if !before.IsZero() && p.To.After(before.To) {
				last = i
			}
		}
	}
	return overlaps
}

func overlap(l *problem.List, id control.ID) {
	l.Errorf("/period", CodeJudgmentOverlap, "another judgment on %q is about some of the same days", string(id))
}

func conflict(l *problem.List, at string, said map[FindingKey]scope.Answer, key FindingKey, answer scope.Answer, what string) {
	if answer == "" {
		return
	}
	if before, ok := said[key]; ok && before != answer {
		l.Errorf(at, CodeJudgmentConflict, "another judgment says %q of %s", string(before), what)
	}
	said[key] = answer
}
