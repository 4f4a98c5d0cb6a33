package chart_test

import (
	"fmt"
	"io"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/chart"
)

func Example() {
	f, err := chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"})
	if err != nil {
		panic(err)
	}
	fmt.Println(f.Caption)
	for _, m := range f.Markers {
		fmt.Printf("%s: %g, %.4f\n", m.Label, m.X, m.Y)
	}
	if err := document.WriteSVG(io.Discard, f, nil); err != nil { // or a file
		panic(err)
	}
	// Output:
	// A sample of 93 items, acceptable with up to 1 deviation. The curve is the probability of its acceptance, for each rate of deviation that the population may have. At the tolerable rate of 5 % that is the risk of overreliance: 4.998 %, of which the plan allows 5 %.
	// Risk of overreliance 4.998 %: 0.05, 0.0500
	// Probability of acceptance 76.162 %: 0.01, 0.7616
}

func ExampleIntervals() {
	conclude := func(r sampling.Result, chosen sampling.Choice) sampling.Conclusion {
		c, err := sampling.Conclude(r, chosen, "0.95", "0.05")
		if err != nil {
			panic(err)
		}
		return c
	}
	f, err := chart.Intervals([]chart.Row{
		{Name: "AC-07", Conclusion: conclude(sampling.Result{N: 59}, sampling.ChosenRandomly)},
		{Name: "CM-02", Conclusion: conclude(sampling.Result{N: 60, Deviations: 2}, sampling.ChosenRandomly)},
		{Name: "VM-01", Conclusion: conclude(sampling.Result{N: 25}, sampling.ChosenByJudgment)},
	})
	if err != nil {
		panic(err)
	}
	for _, r := range f.Rows {
		fmt.Printf("%s %.3f to %.3f (unknown: %t): %s\n", r.Label, r.From, r.To, r.Unknown, r.State)
	}
	// Output:
	// AC-07 0.000 to 0.050 (unknown: false): Within the tolerable rate of 5 %: no deviation among 59 items, upper limit 4.96 %
	// CM-02 0.006 to 0.101 (unknown: false): Not shown to be within the tolerable rate of 5 %: 2 deviations among 60 items, upper limit 10.13 %
	// VM-01 0.000 to 0.000 (unknown: true): Nothing may be inferred: no deviation among 25 items, not chosen at random
}
