package sampling

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

func shuffled(n int) []string {
	ids := items(n, "INV-2025-%07d")
	rand.New(rand.NewPCG(1, 2)).Shuffle(n, func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids
}

// BenchmarkDraw reports sha256/item, the time of a whole draw per item in units of one SHA-256 of seed and identifier.
func BenchmarkDraw(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		for _, order := range []string{"sorted", "shuffled"} {
			ids := items(n, "INV-2025-%07d")
			if order == "shuffled" {
				ids = shuffled(n)
			}
			b.Run(fmt.Sprintf("%d/%s", n, order), func(b *testing.B) {
				req := Request{Context: "bench", Size: 25, ReserveSize: 5, Beacon: "nonce/bench"}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Draw(ids, req, Randomness{Bytes: v1Randomness}); err != nil {
						b.Fatal(err)
					}
				}
				perItem := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / float64(n)
				const passes = 3
				buf := make([]byte, 32, 64)
				start := time.Now()
				for range passes {
					for _, id := range ids {
						sha256.Sum256(append(buf, id...))
					}
				}
				bare := float64(time.Since(start).Nanoseconds()) / passes / float64(n)
				b.ReportMetric(perItem, "ns/item")
				b.ReportMetric(perItem/bare, "sha256/item")
			})
		}
	}
}

func BenchmarkTickets(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		ids := items(n, "INV-2025-%07d")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				smallestTickets([32]byte{1}, ids, 30, 1)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
		})
	}
}

func BenchmarkSize(b *testing.B) {
	for _, p := range []Plan{
		{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250},
		{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"},
		{Tolerable: "0.05", Expected: "0.02", Risk: "0.05", Population: 1_000_000},
		{Tolerable: "0.001", Expected: "0.0005", Risk: "0.05", Population: 1_000_000_000},
		{Tolerable: "0.01", Expected: "0.0099", Risk: "0.05", Population: 1_000_000_000},
		{Tolerable: "0.05", Expected: "0.0499", Risk: "0.05", Population: 1_000_000_000}, // census of a fifth of a million
		{Tolerable: "0.05", Expected: "0.04999", Risk: "0.05"},                           // given up at a million deviations
	} {
		b.Run(fmt.Sprintf("t=%s/e=%s/N=%d", p.Tolerable, p.Expected, p.Population), func(b *testing.B) {
			var s Size
			var err error
			for b.Loop() {
				if s, err = p.Size(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(s.N), "n")
		})
	}
}

func BenchmarkEvaluate(b *testing.B) {
	for _, r := range []Result{
		{N: 60, Deviations: 1}, {N: 60, Deviations: 1, Population: 1_000_000}, {N: 1_000_000_000, Deviations: 50_000_000},
	} {
		b.Run(fmt.Sprintf("n=%d/k=%d/N=%d", r.N, r.Deviations, r.Population), func(b *testing.B) {
			for b.Loop() {
				if _, err := Evaluate(r, "0.95"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
