package distribution

import (
	"fmt"
	"testing"
)

func BenchmarkUpperLimits(b *testing.B) {
	for _, k := range []float64{0, 10.5, 1000, 100_000} {
		b.Run(fmt.Sprintf("poisson/k=%v", k), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				PoissonUpper(k, 0.05)
			}
		})
		b.Run(fmt.Sprintf("binomial/k=%v", k), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				BinomialUpper(20*(k+3), k, 0.05)
			}
		})
	}
}
