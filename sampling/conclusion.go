package sampling

import (
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// A Choice says how the items that were examined had been chosen, and so what their result licenses. Its spellings are
// those of the extent of a test plan in package evidence.
//
// The zero Choice is "not said" and licenses nothing.
type Choice string

const (
	ChosenWhole            Choice = "census"        // every item; the rate is known, there is no sampling risk
	ChosenRandomly         Choice = "random"        // simple random, or systematic with a random start; a rate may be inferred
	ChosenHaphazardly      Choice = "haphazard"     // without a structured technique; no rate may be inferred
	ChosenByJudgment       Choice = "judgmental"    // by the tester; no rate may be inferred
	ChosenInBlocks         Choice = "block"         // runs of neighbours; never representative
	ChosenPerConfiguration Choice = "configuration" // an automated control, once for each configuration; no rate is involved
)

var choices = []Choice{ChosenWhole, ChosenRandomly, ChosenHaphazardly, ChosenByJudgment, ChosenInBlocks, ChosenPerConfiguration}

// Choices lists the ways of choosing.
func Choices() []Choice { return slices.Clone(choices) }

// IsValid reports whether c is one of the ways.
func (c Choice) IsValid() bool { return slices.Contains(choices, c) }

// EnumValues lists the spellings, for JSON Schema.
func (Choice) EnumValues() []string {
	return []string{"census", "random", "haphazard", "judgmental", "block", "configuration"}
}

// LicensesRate reports whether a rate in the population follows from what was found: known from a census, or inferred
// from a random sample.
func (c Choice) LicensesRate() bool { return c == ChosenWhole || c == ChosenRandomly }

// A Standing says how the rate of deviation stands to the tolerable rate.
//
// The zero Standing is "not said" and never valid.
type Standing string

const (
	// WithinTolerable: the upper limit is not above the tolerable rate. Reliance is supported.
	WithinTolerable Standing = "within"
	// NotShownWithin: the tolerable rate lies between the limits. Reliance is not supported; neither is it shown that the
	// rate is above.
	NotShownWithin Standing = "not-shown"
	// AboveTolerable: the lower limit is above the tolerable rate. The control did not operate effectively.
	AboveTolerable Standing = "above"
	// NothingInferred: the items were not chosen so that a rate follows. What was found needs a recorded judgment.
	NothingInferred Standing = "nothing-inferred"
)

var standings = []Standing{WithinTolerable, NotShownWithin, AboveTolerable, NothingInferred}

// Standings lists the standings, the most favourable first.
func Standings() []Standing { return slices.Clone(standings) }

// IsValid reports whether s is one of the four standings.
func (s Standing) IsValid() bool { return slices.Contains(standings, s) }

// EnumValues lists the spellings, for JSON Schema.
func (Standing) EnumValues() []string {
	return []string{"within", "not-shown", "above", "nothing-inferred"}
}

// A Conclusion is what a result says about the tolerable rate. It is about sampling risk alone: whether a deviation was
// intentional, what caused it, and what follows for the criterion is judged elsewhere.
type Conclusion struct {
	// Standing says how the rate of deviation in the population stands to the tolerable rate.
	Standing Standing `json:"standing"`
	// Reason says why, in sentences.
	Reason string `json:"reason"`
	// Choice is how the items were chosen.
	Choice Choice `json:"choice"`
	// Result is what was found.
	Result Result `json:"result"`
	// Confidence is the confidence of the limits.
	Confidence Rate `json:"confidence"`
	// Tolerable is the tolerable rate of deviation.
	Tolerable Rate `json:"tolerableRate"`
	// Limits bound the rate in the population; absent where nothing is inferred.
	Limits *Limits `json:"limits,omitzero"`
}

// Supported reports whether the result supports reliance on the control: only where it stands within the tolerable rate.
func (c Conclusion) Supported() bool { return c.Standing == WithinTolerable }

// Codes of the problems of a conclusion.
const (
	// CodeChoiceUnknown: missing, or not one of [Choices]: {"choice":"some"}.
	CodeChoiceUnknown problem.Code = "choice-unknown"
	// CodeCensusPartial: a census of fewer items than the population holds, or of a population without limit.
	CodeCensusPartial problem.Code = "census-partial"
)

// Conclude compares the rate of deviation in the population with the tolerable rate, 0 to 1. It infers a rate from a
// random sample and knows it from a census; from items chosen in any other way it infers nothing, however many they are,
// unless they are the whole population. Both comparisons are exact: a limit equal to the tolerable rate is not above it,
// and the limit that Reason prints has as many digits as it takes to stand on the same side.
//
// The confidence is any rate above 0 and below 1. Below one half the two limits may cross, and both "within" and "above" be
// true: the standing is then the former, and Reason says so.
func Conclude(r Result, chosen Choice, confidence, tolerable Rate) (Conclusion, error) {
	l := r.Validate()
	c, _ := checkRate(&l, "confidence", confidence, between)
	rate, _ := checkRate(&l, "tolerableRate", tolerable, inclusive)
	switch {
	case chosen == "":
		l.Errorf("/choice", CodeChoiceUnknown, "missing; how the items were chosen expected")
	case !chosen.IsValid():
		l.Errorf("/choice", CodeChoiceUnknown, "%.40q; one of census, random, haphazard, judgmental, block, configuration expected", string(chosen))
	case chosen == ChosenWhole && r.Population == 0:
		l.Errorf("/population", CodeCensusPartial, "missing; a census is of a population whose items are counted")
	case chosen == ChosenWhole && !r.whole():
		l.Errorf("/n", CodeCensusPartial, "%d of %d items; a census examines every item", r.N, r.Population)
	}
	if err := refused("conclusion", l); err != nil {
		return Conclusion{}, err
	}
	answer := Conclusion{Choice: chosen, Result: r, Confidence: confidence, Tolerable: tolerable}
	if !chosen.LicensesRate() && !r.whole() {
		answer.Standing = NothingInferred
		answer.Reason = answer.nothingInferred()
		return answer, nil
	}
	risk := c.complement()
	limits := r.limits(risk)
	answer.Limits = &limits
	switch {
	case !r.exceeds(risk, rate):
		answer.Standing = WithinTolerable
	case r.isAbove(risk, rate):
		answer.Standing = AboveTolerable
	default:
		answer.Standing = NotShownWithin
	}
	answer.Reason = answer.inferred(rate)
	return answer, nil
}

// isAbove reports whether the one-sided lower limit of a valid r is above rate. In doubt it is not.
func (r Result) isAbove(risk, rate fraction) bool {
	k := r.Deviations
	if r.whole() {
		return k > rate.floorOf(r.Population)
	}
	if k == 0 {
		return false
	}
	m := r.Model.or(r.Population)
	if m == Hypergeometric { // the lower limit is above every count that is within the risk
		count := rate.floorOf(r.Population)
		return count < k || count < r.Population-(r.N-k) && lawOf(r.N, r.Population, count).upperWithin(k, levelOf(risk))
	}
	if rate.isZero() {
		return true
	}
	if rate.compare(one) == 0 && m == Binomial {
		return false
	}
	return lawAt(m, r.N, rate).upperBelow(k, levelOf(risk))
}

// upperBelow reports whether P(X >= k) < a. A tie is not below.
func (l law) upperBelow(k int64, a level) bool {
	_, upper := l.tails(k - 1)
	if diff := upper - a.approx; diff < -slack*a.approx || diff > slack*a.approx {
		return diff < 0
	}
	return l.compare(k-1, a.complement(), -1) > 0
}

// An Interval is what a figure of a conclusion shows: the limits and the rate found, against the tolerable rate. All are
// rates from 0 to 1, but for the upper limit under the Poisson model, which may exceed 1.
type Interval struct {
	// Found is the rate among the items examined.
	Found float64 `json:"found"`
	// Lower and Upper are the one-sided limits.
	Lower float64 `json:"lower"`
	// Upper is what the conclusion rests on.
	Upper float64 `json:"upper"`
	// Tolerable is the tolerable rate.
	Tolerable float64 `json:"tolerable"`
}

// Interval returns the figure of c; false where nothing was inferred, so that there is none.
func (c Conclusion) Interval() (Interval, bool) {
	tolerable, err := c.Tolerable.fraction()
	if c.Limits == nil || c.Result.N < 1 || err != nil {
		return Interval{}, false
	}
	found := float64(c.Result.Deviations) / float64(c.Result.N)
	return Interval{found, c.Limits.Lower, c.Limits.Upper, tolerable.float()}, true
}
