package monetary

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func BenchmarkSize(b *testing.B) {
	for _, p := range []Plan{
		{TolerableRate: "0.05", Risk: "0.05"},
		{TolerableRate: "0.005", ExpectedRate: "0.0025", Risk: "0.05"},
		{TolerableRate: "0.01", ExpectedRate: "0.0099", Risk: "0.05"},
	} {
		b.Run(fmt.Sprintf("t=%s/e=%s", p.TolerableRate, p.ExpectedRate), func(b *testing.B) {
			b.ReportAllocs()
			var s Size
			for b.Loop() {
				var err error
				if s, err = p.Size(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(s.N), "n")
		})
	}
}

func many(n int) []BookItem {
	random := rand.New(rand.NewPCG(1, 2))
	items := make([]BookItem, n)
	for i := range items {
		items[i] = BookItem{fmt.Sprintf("INV-%07d", i), AmountOf(1+random.Int64N(1_000_000), 2)}
	}
	return items
}

func BenchmarkStratify(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		items := many(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Stratify(slices.Values(items), 100); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
		})
	}
}

func BenchmarkSelect(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		items := many(n)
		s, err := Stratify(slices.Values(items), 100)
		if err != nil {
			b.Fatal(err)
		}
		for _, method := range UnitMethods() {
			b.Run(fmt.Sprintf("%s/%d", method, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := s.Select(method, slices.Values(items), seeded(1)); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
			})
		}
	}
}

func BenchmarkBound(b *testing.B) {
	for _, errors := range []int{1, 100, 10_000} {
		taints := make([]tainted, errors)
		for i := range taints {
			taints[i] = tainted{"", big.NewRat(int64(errors-i), int64(errors)+7), 1}
		}
		for _, bound := range Bounds() {
			b.Run(fmt.Sprintf("%s/%d", bound, errors), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					bound.limits(taints, int64(20*errors+60), 0.05)
				}
			})
		}
	}
}

func BenchmarkEstimate(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{100, 1_000, 10_000} {
		books, audited := make([]int64, n), make([]int64, n)
		for i := range n {
			books[i] = 1 + random.Int64N(1_000_000)
			audited[i] = books[i] - random.Int64N(2)*random.Int64N(books[i])
		}
		for _, estimator := range []Estimator{MeanPerUnit, Regression} {
			s := ItemStratum{"s", 1_000_000, "500000000", sampleOf("i", books, audited)}
			if estimator == MeanPerUnit {
				s.Items = 0
			}
			e := Estimation{estimator, "0.95", []ItemStratum{s}}
			b.Run(fmt.Sprintf("%s/%d", estimator, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := e.Estimate(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func BenchmarkUnitSelection(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		items := many(n)
		random := rand.New(rand.NewPCG(3, 3))
		random.Shuffle(n, func(i, j int) { items[i], items[j] = items[j], items[i] })
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s, err := Commit(items, unitRequest(FixedInterval))
				if err == nil {
					s, err = s.Draw(items, dice)
				}
				if err != nil || s.IsPending() {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
		})
	}
}
