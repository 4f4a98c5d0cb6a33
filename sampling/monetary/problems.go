package monetary

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// Codes of the problems of plans, items, selections, examinations and estimations. Rates and models have those of package sampling.
const (
	// CodeAmountInvalid: an amount is missing or not a decimal within range: {"bookValue":"1e6"}.
	CodeAmountInvalid problem.Code = "amount-invalid"
	// CodeAmountRange: an amount has a sign or size that it cannot have there: {"bookValue":-5}.
	CodeAmountRange problem.Code = "amount-out-of-range"
	// CodeOneOf: none or more than one of the members that say the same thing: {"confidence":0.95,"riskOfIncorrectAcceptance":0.05}.
	CodeOneOf problem.Code = "one-of-expected"
	// CodeTotalRange: the sum of the amounts does not fit, or differs from what is said of it.
	CodeTotalRange problem.Code = "total-out-of-range"
	// CodeSizeRange: a number of items or hits is out of range: {"size":0}.
	CodeSizeRange problem.Code = "size-out-of-range"
	// CodeUnexamined: fewer hits were examined than were selected. What was not examined is no correct item.
	CodeUnexamined problem.Code = "hits-unexamined"
	// CodeSampleDiffers: an examination is not about the sample that it is compared with.
	CodeSampleDiffers problem.Code = "sample-differs"
	// CodeUnitDraw: a draw that no selection of monetary units is seeded by, or whose context says another method or size than
	// the record: {"selection":{"size":2}}.
	CodeUnitDraw problem.Code = "unit-draw-invalid"
	// CodeMethodUnknown: not one of [UnitMethods]: {"method":"haphazard"}.
	CodeMethodUnknown problem.Code = "unit-method-unknown"
	// CodeBoundUnknown: not one of [Bounds]: {"bound":"moment"}.
	CodeBoundUnknown problem.Code = "bound-unknown"
	// CodeEstimatorUnknown: not one of [Estimators]: {"estimator":"median"}.
	CodeEstimatorUnknown problem.Code = "estimator-unknown"
	// CodeNotEstimable: the sample does not determine the estimator: all book values equal, under regression.
	CodeNotEstimable problem.Code = "not-estimable"
	// CodeFewDifferences, a warning: fewer than [FewDifferences] items differ, too few to tell how much the others do.
	CodeFewDifferences problem.Code = "few-differences"
	// CodeNoVariability, a warning: the sample does not vary, so that its standard error of 0 says nothing.
	CodeNoVariability problem.Code = "no-variability"
	// CodeSmallSample, a warning: a stratum, or all of them together under a combined estimator, has fewer than [SmallSample]
	// items, too few for limits by Student's distribution.
	CodeSmallSample problem.Code = "small-sample"
	// CodeBoundMethod, a warning: the cell bound is about cell selection, and the sample was selected otherwise.
	CodeBoundMethod problem.Code = "bound-for-other-method"
	// CodeLowConfidence, a warning: at a confidence below one half an upper limit may lie below the estimate that it is about,
	// and below the lower limit: {"confidence":0.3}.
	CodeLowConfidence problem.Code = "confidence-below-half"
	// CodeUnderstatement, a warning: selection in proportion to book value seldom finds what is understated.
	CodeUnderstatement problem.Code = "understatement-not-aimed-at"
)

// refused turns the problems of an argument into an error.
func refused(what string, l problem.List) error {
	if err := l.Err(); err != nil {
		return fmt.Errorf("monetary: %s: %w", what, err)
	}
	return nil
}

// checkRate returns the value of a rate, or nil with a problem at path. A rate that is strictly between lies above 0 and
// below 1.
func checkRate(l *problem.List, path string, r sampling.Rate, strictly bool) *big.Rat {
	value, err := r.Rat()
	switch {
	case r == "":
		l.Errorf(path, sampling.CodeRateInvalid, "missing; a decimal from 0 to 1 expected")
		return nil
	case err != nil:
		l.Errorf(path, sampling.CodeRateInvalid, "%.40q; a decimal from 0 to 1, such as 0.05, expected", string(r))
		return nil
	case strictly && (value.Sign() == 0 || value.Cmp(big.NewRat(1, 1)) == 0):
		l.Errorf(path, sampling.CodeRateRange, "%s; a rate above 0 and below 1 expected", r)
		return nil
	}
	return value
}

// warnLowConfidence warns of a confidence at which a one-sided limit is more likely passed than kept.
func warnLowConfidence(l *problem.List, level *big.Rat, confidence sampling.Rate) {
	if level.Cmp(big.NewRat(1, 2)) < 0 {
		l.Warnf("/confidence", CodeLowConfidence, "%s is below one half: a limit is more likely passed than kept, and may lie on the other side of the estimate", confidence)
	}
}

// checkAmount returns the value of an amount and its decimals, with a problem at path where it has none.
func checkAmount(l *problem.List, path string, a Amount) (minor int64, decimals int, ok bool) {
	minor, decimals, err := a.parse()
	switch {
	case a == "":
		l.Errorf(path, CodeAmountInvalid, "missing; an amount such as 1200.50 expected")
	case err != nil:
		l.Errorf(path, CodeAmountInvalid, "%.40q: %v", string(a), err)
	}
	return minor, decimals, err == nil
}
