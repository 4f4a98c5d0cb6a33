package sampling

import (
	"fmt"
	"testing"
)

// BenchmarkAttributePlan is about the cost of a plan by its population; it is to be flat in it.
func BenchmarkAttributePlan(b *testing.B) {
	for _, expected := range []Rate{"0", "0.01", "0.02"} {
		for _, population := range []int64{0, 1_000, 1_000_000, 1_000_000_000_000} {
			p := Plan{Tolerable: "0.05", Expected: expected, Risk: "0.05", Population: population}
			b.Run(fmt.Sprintf("e=%s/N=%d", expected, population), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := p.Size(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkAttributeEvaluation is the same for the limits of a result.
func BenchmarkAttributeEvaluation(b *testing.B) {
	for _, deviations := range []int64{0, 2} {
		for _, population := range []int64{0, 1_000, 1_000_000, 1_000_000_000_000} {
			r := Result{N: 60, Deviations: deviations, Population: population}
			b.Run(fmt.Sprintf("k=%d/N=%d", deviations, population), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Evaluate(r, "0.95"); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkStagedPlan(b *testing.B) {
	rates, err := CurveRates("0.2", 100)
	if err != nil {
		b.Fatal(err)
	}
	wide := StagedPlan{Stages: make([]Stage, MaxStages)}
	for i := range wide.Stages {
		wide.Stages[i] = Stage{Items: 1000, Accept: -1, Reject: MaxStageWidth}
	}
	wide.Stages[MaxStages-1].Accept = MaxStageWidth - 1
	for name, p := range map[string]StagedPlan{
		"four stages":       {Stages: []Stage{{50, 0, 4}, {51, 1, 4}, {51, 2, 4}, {51, 3, 4}}},
		"four stages, 1e12": {Population: 1_000_000_000_000, Stages: []Stage{{50, 0, 4}, {51, 1, 4}, {51, 2, 4}, {51, 3, 4}}},
		"the largest":       wide,
	} {
		b.Run(name+"/one rate", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.At("0.05"); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(name+"/curve of 101", func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Curve(rates); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkStrata(b *testing.B) {
	for _, n := range []int{2, 5, 100} {
		strata := make([]StratumResult, n)
		for i := range strata {
			strata[i] = StratumResult{fmt.Sprint(i), 1_000_000, 40 + int64(i), int64(i % 2)}
		}
		for _, method := range StrataMethods() {
			b.Run(fmt.Sprintf("%d/%s", n, method), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := EvaluateStrata(strata, method, "0.95"); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
