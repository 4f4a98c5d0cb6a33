// Package chart makes figures of what package sampling computes: what a plan would do, and what a result says.
//
// [OperatingCharacteristic] shows a plan with its two points: the risk of overreliance at the tolerable rate, and the
// probability of acceptance at the expected one. [Staged] and [AverageSampleNumber] show a plan of several stages.
// [Interval] shows the limits of a conclusion against the tolerable rate, and [Intervals] several of them below each other:
//
//	f, err := chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"})
//	err = document.WriteSVG(w, f, nil)
//
// A figure is data: put it among the blocks of a [document.Document], change its words, or write it with
// [document.WriteSVG]. The numbers on it are rounded to 9 decimals, limits and risks in words against who would benefit, so
// that equal plans and results give equal figures.
//
// Where nothing may be inferred the figure shows that, and never an interval. What a standing means for a control is not
// said here: that is judged by people, see package report.
package chart
