package sampling

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"math"
	"slices"
	"testing"
	"time"
)

// The baselines do the SHA-256 calls that the protocol needs, and nothing else.

func hashTickets(ids []string) (last [32]byte) {
	buf := make([]byte, 32, 64)
	for _, id := range ids {
		last = sha256.Sum256(append(buf, id...))
	}
	return last
}

// hashTree does one call for each leaf and one for each node but one: N and N-1 of them.
func hashTree(ids []string) (last [32]byte) {
	leaf := make([]byte, 1, 64)
	node := make([]byte, 65)
	for i, id := range ids {
		last = sha256.Sum256(append(leaf, id...))
		if i > 0 {
			copy(node[1:], last[:])
			last = sha256.Sum256(node)
		}
	}
	return last
}

// compare adds the time for one item, and its ratio to that of the baseline: the fastest of some runs of each, taken in turn.
func compare(b *testing.B, n int, work, baseline func()) {
	b.ReportAllocs()
	once := func(f func(), fastest *time.Duration) {
		start := time.Now()
		f()
		*fastest = min(*fastest, time.Since(start))
	}
	ours, bare := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range max(3, min(200, 2_000_000/n)) {
		once(work, &ours)
		once(baseline, &bare)
	}
	for b.Loop() {
		work()
	}
	b.ReportMetric(float64(ours)/float64(n), "ns/item")
	b.ReportMetric(float64(ours)/float64(bare), "x-bare")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkSelection compares, at four sizes, the tickets with N bare hashes, tickets and population root of a sorted list with
// 3N-1, and sorting with slices.Sort, each in one run: the ratios are what counts. The largest size needs about 1 GB.
func BenchmarkSelection(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if testing.Short() && n > 1_000_000 {
				b.Skip("the largest size is left out of short runs")
			}
			ids := items(n, "INV-2025-%08d")
			req := Request{Context: "bench", Size: 60, ReserveSize: 10, Beacon: "nonce/bench"}
			for _, workers := range []int{1, 2} {
				b.Run(fmt.Sprintf("tickets/workers=%d", workers), func(b *testing.B) {
					compare(b, n, func() { smallestTickets([32]byte{1}, ids, 70, workers) }, func() { hashTickets(ids) })
				})
				b.Run(fmt.Sprintf("tickets+root/workers=%d", workers), func(b *testing.B) {
					compare(b, n, func() {
						f, err := NewFrame(ids, &FrameOptions{Workers: workers})
						if err == nil {
							_, err = f.Draw(req, Randomness{Bytes: v1Randomness})
						}
						if err != nil {
							b.Fatal(err)
						}
					}, func() { hashTickets(ids); hashTree(ids) })
				})
				b.Run(fmt.Sprintf("sort/workers=%d", workers), func(b *testing.B) {
					mixed := shuffled(n)
					compare(b, n, func() { sortedItems(mixed, workers) }, func() { slices.Sort(slices.Clone(mixed)) })
				})
			}
		})
	}
}

// BenchmarkStream shows that the memory of streams does not grow with them.
func BenchmarkStream(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		ids := items(n, "INV-2025-%08d")
		req := Request{Context: "bench", Size: 60, ReserveSize: 10, Beacon: "nonce/bench"}
		pending, err := CommitStream(streamOf(ids), req)
		if err != nil {
			b.Fatal(err)
		}
		drawn, err := pending.DrawStream(streamOf(ids), v1Randomness)
		if err != nil {
			b.Fatal(err)
		}
		half := n / 2
		for _, c := range []struct {
			name string
			work func() error
		}{
			{"commit", func() error { return second(CommitStream(streamOf(ids), req)) }},
			{"draw", func() error { return second(pending.DrawStream(streamOf(ids), v1Randomness)) }},
			{"verify", func() error { return drawn.VerifyStream(streamOf(ids)) }},
			{"part", func() error { return second(pending.Part(streamOf(ids), v1Randomness)) }},
			{"commit/merged", func() error {
				return second(CommitStream(MergeSorted([]iter.Seq2[string, error]{streamOf(ids[:half]), streamOf(ids[half:])}...), req))
			}},
		} {
			b.Run(fmt.Sprintf("%d/%s", n, c.name), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := c.work(); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/item")
			})
		}
	}
}
