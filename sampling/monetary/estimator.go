package monetary

import "slices"

// An Estimator says how the audited value of a population is estimated from a sample. Beware of one name: what the AICPA's
// guide, textbooks and RAT-STATS call mean-per-unit estimation, in which a unit is an item, is [Direct] here, and [MeanPerUnit]
// here is per unit of money.
//
//	here                  items or money   elsewhere
//	mean-per-unit         units of money   mean taint; "mpu" of the R package jfa
//	direct                items            mean-per-unit (MPU), simple expansion; RAT-STATS on audited values
//	difference            items            difference estimation, mean difference; RAT-STATS on differences
//	ratio                 items            ratio estimation, separate where there are strata; "quotient" of jfa
//	regression            items            linear regression estimation, separate where there are strata
//	combined-ratio        items            combined ratio
//	combined-regression   items            combined regression
//
// The zero Estimator is not valid.
type Estimator string

const (
	// MeanPerUnit is the mean per unit of money, about a sample of monetary units: the book value less its product with the mean
	// taint. It is not what others call mean-per-unit, the mean per item, which is [Direct]: it refuses a number of items.
	MeanPerUnit Estimator = "mean-per-unit"
	// Direct is the number of items times the mean audited value: mean-per-unit (MPU) estimation of the AICPA's guide and of
	// RAT-STATS, simple expansion of survey sampling. Its figures do not depend on book values.
	Direct Estimator = "direct"
	// Difference is the book value less the number of items times the mean difference of book and audited value: difference
	// estimation, or mean difference.
	Difference Estimator = "difference"
	// Ratio is the book value times the audited value of the sample divided by its book value: ratio estimation; with several
	// strata, each with a ratio of its own, the separate ratio estimate.
	Ratio Estimator = "ratio"
	// Regression is the direct estimate, corrected by the slope of audited on book values times what the sample's book values
	// fall short: linear regression estimation; with several strata, each with a slope of its own, the separate regression estimate.
	Regression Estimator = "regression"
	// CombinedRatio is the ratio estimate with one ratio for all strata: the book value times the direct estimate of the
	// audited value divided by that of the book value. It is the better one where samples are small and the ratios alike, since
	// a ratio is biased by the smallness of each sample it comes from.
	CombinedRatio Estimator = "combined-ratio"
	// CombinedRegression is the regression estimate with one slope for all strata. It is the better one where samples are small
	// and the slopes alike.
	CombinedRegression Estimator = "combined-regression"
)

var estimators = []Estimator{MeanPerUnit, Direct, Difference, Ratio, Regression, CombinedRatio, CombinedRegression}

// Estimators lists the estimators.
func Estimators() []Estimator { return slices.Clone(estimators) }

// IsValid reports whether e is one of the seven estimators.
func (e Estimator) IsValid() bool { return slices.Contains(estimators, e) }

// EnumValues lists the spellings of an estimator, for JSON Schema.
func (Estimator) EnumValues() []string {
	return []string{"mean-per-unit", "direct", "difference", "ratio", "regression", "combined-ratio", "combined-regression"}
}

// isCombined reports whether the estimator takes one ratio or slope from all strata together.
func (e Estimator) isCombined() bool { return e == CombinedRatio || e == CombinedRegression }

// fitted is the number of means and slopes that the estimator takes from the sample of each stratum: what its degrees of freedom
// are reduced by.
func (e Estimator) fitted() int64 {
	if e == Regression {
		return 2
	}
	return 1
}

// comparesBook reports whether the estimator rests on how audited values differ from book values.
func (e Estimator) comparesBook() bool { return e != Direct }
