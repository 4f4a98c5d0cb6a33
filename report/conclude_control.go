package report

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// timeAll computes the timelines of all controls, each after those that it depends on; in a circle of support one comes
// before. It keeps its own stack, since a chain may be as long as a document.
func (c *concluder) timeAll() {
	type visit struct {
		id   control.ID
		next int // position of the support to look at next
	}
	started := make(map[control.ID]bool, len(c.controls))
	for _, ctl := range c.sortedControls() {
		if started[ctl.ID] {
			continue
		}
		started[ctl.ID] = true
		for stack := []visit{{id: ctl.ID}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			supports := c.controls[top.id].DependsOn
			if top.next == len(supports) {
				c.timelines[top.id] = c.newTimeline(top.id)
				stack = stack[:len(stack)-1]
				continue
			}
			by := supports[top.next]
			top.next++
			if _, ok := c.controls[by]; ok && !started[by] {
				started[by] = true
				stack = append(stack, visit{id: by})
			}
		}
	}
}

// timeline returns how a control stands in each slice of the engagement's time: none for a control that is not there, or
// whose own timeline rests on the one being computed.
func (c *concluder) timeline(id control.ID) []ControlSlice { return c.timelines[id] }

// newTimeline computes a timeline. Slices start wherever a dated fact about the control starts or has ended, so that each
// holds for all of its slice.
func (c *concluder) newTimeline(id control.ID) []ControlSlice {
	ctl := c.controls[id]
	if !c.span.IsValid() {
		return []ControlSlice{}
	}
	cuts := ctl.Cuts()
	cut := func(p calendar.Period) {
		if p.IsValid() {
			cuts = append(cuts, p.From, p.To.AddDays(1))
		}
	}
	for _, j := range c.judged[id] {
		cut(j.Period)
		if j.FirstOperated.IsValid() {
			cuts = append(cuts, j.FirstOperated)
		}
	}
	for _, t := range c.tolerances[id] {
		cut(t.Period)
	}
	for _, plan := range c.plans[id] {
		cut(plan.Period)
	}
	described, everInPlace := ctl.InPlace(c.span)
	result := []ControlSlice{}
	for _, slice := range calendar.Slices(c.span, cuts) {
		s := ControlSlice{Period: slice, InPlace: everInPlace && described.Covers(slice), Operation: OperationNotCovered, Reasons: []Reason{}}
		s.Design, s.Implemented = c.judgment(id, slice)
		switch {
		case !s.InPlace:
			s.Reasons = append(s.Reasons, Reason{RuleNotInPlace, "the description does not give the control for these days", nil})
			if c.type2 {
				s.Operation = OperationNotInPlace
			}
		case s.Implemented == NotImplemented:
			s.Reasons = append(s.Reasons, Reason{RuleNotImplemented, "described, but not placed in operation by " + string(slice.To), nil})
			if c.type2 {
				s.Operation = OperationDeficient
			}
		case c.type2:
			s.Operation, s.Reasons = c.operation(id, slice)
		}
		result = append(result, s)
	}
	return result
}

// judgment returns the judgments on design and implementation that cover a slice. Of several, which are an error of the
// record, the gravest counts.
func (c *concluder) judgment(id control.ID, slice calendar.Period) (design Suitability, implemented Implementation) {
	for _, j := range c.judged[id] {
		if !covers(j.Period, slice) {
			continue
		}
		now := j.Implemented
		if now == Implemented && j.FirstOperated.After(slice.To) {
			now = NotImplemented
		}
		design = gravest(design, j.Design, Suitable, Undetermined, Deficient)
		implemented = gravest(implemented, now, Implemented, ImplementationUnknown, NotImplemented)
	}
	return design, implemented
}

// gravest returns that of a and b which comes later in order. What order does not list comes before all of it.
func gravest[T comparable](a, b T, order ...T) T {
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

// covers reports whether a judgment's period covers slice; an absent period covers all time.
func covers(p, slice calendar.Period) bool { return p.IsZero() || p.Covers(slice) }

// tolerance returns the recorded decision whether the deviations of a control in a slice are tolerable. Open says that
// an entry stands there without an answer or a complete decision: somebody saw something to decide, and it blocks.
func (c *concluder) tolerance(id control.ID, slice calendar.Period) (answer scope.Answer, open bool) {
	for _, t := range c.tolerances[id] {
		if !covers(t.Period, slice) {
			continue
		}
		if t.Tolerable.IsValid() && t.Decision.IsComplete() {
			answer = gravest(answer, t.Tolerable, scope.Yes, scope.No)
		} else {
			open = true
		}
	}
	if open && answer == scope.Yes {
		answer = ""
	}
	return answer, open
}

// gravity orders the operations of several tests of one control: the gravest is the control's.
func gravity(o Operation) int {
	return slices.Index([]Operation{OperationNone, OperationEffective, OperationUndetermined, OperationUndecided, OperationDeficient}, o)
}

// operation combines all that is known of a control's operation in a slice.
func (c *concluder) operation(id control.ID, slice calendar.Period) (Operation, []Reason) {
	op, reasons := Operation(""), []Reason{}
	add := func(o Operation, rs []Reason) {
		if op == "" || gravity(o) > gravity(op) {
			op = o
		}
		reasons = append(reasons, rs...)
	}
	for _, plan := range c.plans[id] {
		if plan.Period.Covers(slice) {
			add(c.testOperation(plan, slice))
		}
	}
	if op == "" {
		add(OperationUndecided, []Reason{{RuleNoResult, "no test is planned for these days, and nothing says that nothing occurred", nil}})
	}
	var known []evidence.Deviation
	for _, d := range c.known[id] {
		if d.Date.IsZero() || slice.Contains(d.Date) || !c.span.Contains(d.Date) {
			known = append(known, d)
		}
	}
	if len(known) > 0 {
		tolerable, _ := c.tolerance(id, slice)
		o, text := decided(tolerable)
		if o == OperationEffective && slices.ContainsFunc(known, intentOpen) {
			o, text = OperationUndecided, "not decided whether intentional"
		}
		add(o, []Reason{{RuleKnownFailure, fmt.Sprintf("%s known from another source than a test; %s", count(len(known), "failure"), text), deviationIDs(known)}})
	}
	return op, reasons
}

// decided says what a recorded decision makes of deviations that only a decision can weigh.
func decided(tolerable scope.Answer) (Operation, string) {
	switch tolerable {
	case scope.Yes:
		return OperationEffective, "decided: tolerable"
	case scope.No:
		return OperationDeficient, "decided: not tolerable"
	}
	return OperationUndecided, "no decision is recorded whether that is tolerable"
}

func deviationIDs(ds []evidence.Deviation) []string {
	ids := make([]string, len(ds))
	for i, d := range ds {
		ids[i] = d.ID
	}
	return ids
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
