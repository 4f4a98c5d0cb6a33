// Package monetary is sampling over amounts: monetary-unit sampling, in which every unit of money is as likely to be
// selected as every other, and the estimators of variables sampling.
//
// A [Plan] says how large a misstatement is tolerable and how large a one is expected; [Plan.Size] gives the sample with the
// probabilities that certify it. [Commit] sets apart the items that are so large that all of them are examined, and binds items,
// amounts and method before the randomness exists; [UnitSelection.Draw] selects the others, and [UnitSelection.Verify] repeats
// it. [Evaluate] bounds the misstatement, overstatement and understatement apart:
//
//	size, err := monetary.Plan{BookValue: "1000000", Tolerable: "50000", Expected: "5000", Risk: "0.05"}.Size()
//	pending, err := monetary.Commit(items, monetary.UnitRequest{
//		Context: "2026/PI1.4/invoices", Method: monetary.FixedInterval, Size: size.N, Beacon: "dice/20d10"})
//	record, err := pending.Draw(items, randomness)
//	result, err := monetary.Evaluate(examination, monetary.StringerBinomial, "0.95", "50000")
//
// [Breakdown] takes a limit apart into basic precision, projections and incremental allowances.
//
// A sample that turned out too small is extended by a further one from the items that it did not select, see [UnitSample.Unselected]
// and [Examination.Extend], which say what adds up and what does not.
//
// [UnitSample.Agrees] says whether an examination is about the sample that was selected. [Stratify] and
// [Stratification.Select] are the same over a stream of any length, with what binds its items left to the caller.
//
// An [Estimation] gives the audited value itself with its limits, over one stratum or several: by the mean audited value of an
// item, the mean difference, a ratio or a regression, the last two in each stratum or combined, or by the mean taint of a unit of
// money. What the AICPA's guide and RAT-STATS call mean-per-unit, per item, is [Direct]; [MeanPerUnit] is per unit of money. See
// [Estimator] for the names of all. [EstimationPlan.Size] says how large a sample of variables has to be, going by a pilot.
//
// Amounts are exact decimals, see [Amount]: they are summed as whole numbers of the smallest unit, and a sum that does not
// fit is an error. Nothing in between is a float: what is said about items, hits and taints is exact. Bounds and quantiles
// are computed to about 12 digits, and the amounts made of them are rounded against the party that benefits.
//
// The library has no randomness: the caller passes the bytes of a beacon, from which protocol soc2-sample/1 makes the numbers,
// or a function that gives them. How attribute samples are sized and drawn is in package sampling. Of items chosen by
// judgment, haphazardly or in blocks nothing may be inferred: no function here takes them.
package monetary
