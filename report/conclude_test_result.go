package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// testOperation says what the test of a plan makes of its control in a slice: the graver of what the result says by
// itself and what its deviations say.
func (c *concluder) testOperation(plan evidence.TestPlan, slice calendar.Period) (Operation, []Reason) {
	t, ok := c.tests[plan.ID]
	if !ok {
		return OperationUndecided, []Reason{{RuleNoResult, "the plan has no test", []string{plan.ID}}}
	}
	op, reason := c.resultOperation(plan, t, slice)
	deviations := c.deviations[t.ID]
	if len(deviations) == 0 {
		return op, []Reason{reason}
	}
	reasons := []Reason{}
	if op != OperationEffective && op != OperationNone {
		reasons = append(reasons, reason)
	}
	judged, why := c.deviationOperation(plan, t, deviations, slice)
	if gravity(judged) > gravity(op) || op == OperationNone {
		op = judged
	}
	return op, append(reasons, why)
}

// resultOperation says what the result of a test makes of its control, apart from deviations.
func (c *concluder) resultOperation(plan evidence.TestPlan, t *evidence.Test, slice calendar.Period) (Operation, Reason) {
	switch t.Result() {
	case evidence.NotTestable:
		return OperationUndetermined, Reason{RuleNotTestable, "evidence could not be had: " + t.Limitation.Reason, []string{t.ID}}
	case evidence.DidNotOccur:
		return OperationNone, Reason{RuleNoOccurrence, t.NoOccurrence.Reason, append([]string{t.ID}, slices.Sorted(slices.Values(t.NoOccurrence.Corroboration))...)}
	case evidence.Unresolved:
		return OperationUndecided, Reason{RuleUnresolved, fmt.Sprintf("for %d of %d items nobody could tell", t.Unresolved(), t.Tested), []string{t.ID}}
	case evidence.Operated:
		if t.InquiryOnly() {
			return OperationUndecided, Reason{RuleInquiryOnly, "nothing but inquiry was done, which is never enough for operation", []string{t.ID}}
		}
		if plan.Extent == evidence.Configuration {
			return c.testOfOne(plan, t, slice)
		}
		return OperationEffective, Reason{RuleNoDeviation, fmt.Sprintf("%d of %d items tested, none deviated", t.Tested, max(t.PopulationSize, t.Tested)), []string{t.ID}}
	}
	return OperationUndecided, Reason{RuleNoResult, "the test has no final result", []string{t.ID}}
}

// testOfOne says whether one look at an automated control can stand for a slice: its configuration is shown not to have
// changed, or the controls over its change and access operated effectively throughout.
func (c *concluder) testOfOne(plan evidence.TestPlan, t *evidence.Test, slice calendar.Period) (Operation, Reason) {
	reason := Reason{Rule: RuleTestOfOne, Records: []string{t.ID}}
	if want := int64(len(c.controls[plan.Control].Variants)); t.Tested < want {
		reason.Text = fmt.Sprintf("looked at %d of %d configurations", t.Tested, want)
		return OperationUndecided, reason
	}
	if t.ConfigurationHistory != "" {
		reason.Text = "looked at once; its history shows no change of the configuration"
		reason.Records = append(reason.Records, t.ConfigurationHistory)
		return OperationEffective, reason
	}
	support := slices.Sorted(slices.Values(c.controls[plan.Control].DependsOn))
	if len(support) == 0 {
		reason.Text = "looked at once, and nothing in the record lets one look stand for the period"
		return OperationUndecided, reason
	}
	op := OperationEffective
	reason.Text = "looked at once; the controls over its change and access operated effectively"
	for _, id := range support {
		reason.Records = append(reason.Records, string(id))
		o := c.supporting(id, slice)
		if gravity(o) > gravity(op) {
			op = o
			reason.Text = fmt.Sprintf("looked at once; %s over its change or access is not known to have operated effectively, and no history of the configuration is recorded", id)
		}
	}
	return op, reason
}

// supporting says how far a control supports one look at another in a slice: effective, undetermined or undecided.
func (c *concluder) supporting(id control.ID, slice calendar.Period) Operation {
	timeline := c.timeline(id)
	if len(timeline) == 0 {
		return OperationUndecided // not there, or in a circle where each would stand on the other
	}
	op := OperationEffective
	for _, s := range timeline {
		if !s.Period.Overlaps(slice) {
			continue
		}
		now := OperationUndetermined
		switch {
		case s.Design == Suitable && s.Implemented == Implemented && (s.Operation == OperationEffective || s.Operation == OperationNone):
			now = OperationEffective
		case s.Operation == OperationUndecided || (s.InPlace && (s.Design == "" || s.Implemented == "")):
			now = OperationUndecided
		}
		if gravity(now) > gravity(op) {
			op = now
		}
	}
	return op
}

// deviationOperation says what the deviations that a test found make of its control in a slice.
//
// A rate above the tolerable one is decided first, since no decision can overrule it: so a further deviation never makes
// a deficient control undecided.
func (c *concluder) deviationOperation(plan evidence.TestPlan, t *evidence.Test, ds []evidence.Deviation, slice calendar.Period) (Operation, Reason) {
	k := deviating(ds)
	if t.Tested > 0 {
		k = min(k, t.Tested) // more than were tested is no lower a rate than all of them
	}
	what := fmt.Sprintf("%d of %d items tested deviated", k, t.Tested)
	reason := func(rule Rule, format string, args ...any) Reason {
		return Reason{rule, what + "; " + fmt.Sprintf(format, args...), append([]string{t.ID}, deviationIDs(ds)...)}
	}
	tolerable, open := c.tolerance(plan.Control, slice)
	if tolerable == scope.No {
		return OperationDeficient, reason(RuleNotTolerable, "decided: not tolerable")
	}
	whole := plan.Extent == evidence.Census && t.Tested == t.PopulationSize // a census of a part is no sample from which to infer
	random := whole || plan.Extent == evidence.RandomSample
	judgedByRate := random && t.PopulationSize > SmallPopulation && t.Tested > 0
	rateText := ""
	if judgedByRate {
		standing, text, err := c.rateOf(plan, t, k)
		if err != nil {
			return OperationUndecided, reason(RuleRate, "the rate cannot be judged: %v", err)
		}
		if standing != sampling.WithinTolerable {
			return OperationDeficient, reason(RuleRate, "%s", text)
		}
		rateText = text + "; "
	}
	if slices.ContainsFunc(ds, intentOpen) {
		return OperationUndecided, reason(RuleIntent, "%snot decided whether intentional", rateText)
	}
	unexplained := func(d evidence.Deviation) bool {
		return d.Intentional == scope.No && d.Cause != evidence.Isolated && d.Cause != evidence.Systemic
	}
	if judgedByRate && slices.ContainsFunc(ds, unexplained) { // before intent: a tolerable intentional one beside it explains nothing
		return OperationUndecided, reason(RuleCause, "%sthe cause is not known", rateText)
	}
	rule, note := Rule(""), ""
	switch {
	case slices.ContainsFunc(ds, func(d evidence.Deviation) bool { return d.Intentional == scope.Yes }):
		rule, note = RuleIntent, "intentional"
	case !random:
		rule, note = RuleNotRandom, "no rate may be inferred from such a selection"
	case !judgedByRate:
		rule, note = RuleSmall, "too few items for a rate"
	}
	if rule != "" {
		op, text := decided(tolerable)
		return op, reason(rule, "%s%s; %s", rateText, note, text)
	}
	if slices.ContainsFunc(ds, func(d evidence.Deviation) bool { return d.Cause == evidence.Systemic }) {
		op, text := decided(tolerable)
		return op, reason(RuleCause, "%sthe cause is systemic; %s", rateText, text)
	}
	if open {
		return OperationUndecided, reason(RuleCause, "%sthe cause is isolated, but a decision on tolerance was left open", rateText)
	}
	return OperationEffective, reason(RuleCause, "%sthe cause is isolated", rateText)
}

// intentOpen reports whether nobody decided if somebody meant to pass the control by.
func intentOpen(d evidence.Deviation) bool {
	return !d.Intentional.IsValid() || !d.Decision.IsComplete()
}

// deviating counts the items that deviated: several deviations of one item count once, and each without an item by
// itself.
func deviating(ds []evidence.Deviation) int64 {
	items := make(map[string]bool, len(ds))
	var n int64
	for _, d := range ds {
		if d.Item == "" || !items[d.Item] {
			n++
		}
		items[d.Item] = true
	}
	return n
}

// rateOf says how the rate of k deviating items stands to the tolerable one: of a census the rate itself, of a random sample
// its one-sided upper limit. The text says it with the limit rounded to 0.1 % where that tells the two apart, and names the lower limit where even that is
// above the tolerable rate, since then no larger sample would help.
func (c *concluder) rateOf(plan evidence.TestPlan, t *evidence.Test, k int64) (sampling.Standing, string, error) {
	tolerable, risk := plan.Sampling.Tolerable, plan.Sampling.Risk
	if tolerable == "" {
		tolerable = c.e.Fieldwork.Methodology.TolerableRate
	}
	if risk == "" {
		risk = c.e.Fieldwork.Methodology.Risk
	}
	confidence, err := risk.Complement()
	if err != nil {
		return "", "", err
	}
	r := sampling.Result{Model: plan.Sampling.Model, N: t.Tested, Deviations: k, Population: t.PopulationSize}
	chosen, whole := sampling.Choice(plan.Extent), t.Tested == t.PopulationSize
	switch {
	case whole:
		r.Model, chosen = sampling.Hypergeometric, sampling.ChosenWhole
	case r.Model == "":
		r.Model = sampling.Binomial
	}
	if r.Model != sampling.Hypergeometric {
		r.Population = 0
	}
	found, err := sampling.Conclude(r, chosen, confidence, tolerable)
	if err != nil {
		return "", "", err
	}
	what, limit, round, verb := "the upper limit of the rate", found.Limits.Upper, sampling.RoundUp, "exceeds"
	switch {
	case whole:
		what = "the rate of the whole population"
	case found.Standing == sampling.AboveTolerable:
		what, limit, round = "even the lower limit of the rate", found.Limits.Lower, sampling.RoundDown
	}
	if found.Supported() {
		verb = "is within"
	}
	// As many digits as it takes for what is printed to stand on the side of the tolerable rate that is true.
	shown := round(limit, 3)
	for digits := 4; digits <= 9 && (shown.Compare(tolerable) <= 0) != found.Supported(); digits++ {
		shown = round(limit, digits)
	}
	return found.Standing, fmt.Sprintf("%s, %s, %s the tolerable %s", what, percent(shown), verb, percent(tolerable)), nil
}

// percent shows a rate as a percentage, exactly.
func percent(r sampling.Rate) string {
	x, err := r.Rat()
	if err != nil {
		return string(r)
	}
	x.Mul(x, big.NewRat(100, 1))
	s := strings.TrimRight(x.FloatString(6), "0")
	return strings.TrimSuffix(s, ".") + " %"
}
