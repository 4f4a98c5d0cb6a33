// Package monetary is sampling over amounts: monetary-unit sampling, in which every unit of money is as likely to be
// selected as every other, and the estimators of variables sampling.
//
// A [Plan] says how large a misstatement is tolerable and how large a one is expected; [Plan.Size] gives the sample with the
// probabilities that certify it. [Stratify] sets apart the items that are so large that all of them are examined, and
// [Stratification.Select] selects the others. [Evaluate] bounds the misstatement, overstatement and understatement apart:
//
//	size, err := monetary.Plan{BookValue: "1000000", Tolerable: "50000", Expected: "5000", Risk: "0.05"}.Size()
//	strata, err := monetary.Stratify(items, size.N)
//	sample, err := strata.Select(monetary.FixedInterval, items, below)
//	result, err := monetary.Evaluate(examination, monetary.StringerBinomial, "0.95", "50000")
//
// [UnitSample.Agrees] says whether an examination is about the sample that was selected. An [Estimation] gives the audited value itself with its limits: mean per unit, direct, difference, ratio or regression,
// over one stratum or several.
//
// Amounts are exact decimals, see [Amount]: they are summed as whole numbers of the smallest unit, and a sum that does not
// fit is an error. Nothing in between is a float: what is said about items, hits and taints is exact. Bounds and quantiles
// are computed to about 12 digits, and the amounts made of them are rounded against the party that benefits.
//
// The library has no randomness: the caller passes a function that gives whole numbers, such as the stream of protocol
// soc2-sample/1 that is seeded from a commitment. How attribute samples are sized and drawn is in package sampling. Of items
// chosen by judgment, haphazardly or in blocks nothing may be inferred: no function here takes them.
package monetary
