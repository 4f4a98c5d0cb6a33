package sampling

import (
	"math/bits"
	"slices"
	"sync"

	"github.com/soc2kit/soc2/internal/merkle"
)

// share divides 0 to n-1 into as many ranges as there are workers, ascending and of nearly equal length, and calls work for
// all of them at once. It returns when all have returned. One worker is the caller itself.
func share(n, workers int, work func(worker, from, to int)) {
	if workers <= 1 {
		work(0, 0, n)
		return
	}
	var all sync.WaitGroup
	for w := range workers {
		from, to := cut(n, w, workers), cut(n, w+1, workers)
		all.Go(func() { work(w, from, to) })
	}
	all.Wait()
}

// cut returns where the part with the given number starts when n are divided into parts. It is w·n/parts without a product
// that might not fit.
func cut(n, part, parts int) int { return n/parts*part + n%parts*part/parts }

// sortedItems returns a copy of items in byte order.
func sortedItems(items []string, workers int) []string {
	sorted := slices.Clone(items)
	if workers <= 1 {
		slices.Sort(sorted)
		return sorted
	}
	share(len(sorted), workers, func(_, from, to int) { slices.Sort(sorted[from:to]) })
	// Each round merges neighbours, so that half as many runs are left.
	other := make([]string, len(sorted))
	runs := make([]int, workers+1)
	for w := range runs {
		runs[w] = cut(len(sorted), w, workers)
	}
	for len(runs) > 2 {
		pairs := (len(runs) - 1) / 2
		share(pairs, pairs, func(pair, _, _ int) {
			a, b, c := runs[2*pair], runs[2*pair+1], runs[2*pair+2]
			mergeRuns(other[a:c], sorted[a:b], sorted[b:c])
		})
		if len(runs)%2 == 0 { // the last run has no neighbour
			last := runs[len(runs)-2]
			copy(other[last:], sorted[last:])
		}
		left := runs[:0]
		for i, at := range runs {
			if i%2 == 0 || i == len(runs)-1 {
				left = append(left, at)
			}
		}
		runs = left
		sorted, other = other, sorted
	}
	return sorted
}

// mergeRuns fills out with the items of a and b, both sorted, in order.
func mergeRuns(out, a, b []string) {
	for len(a) > 0 && len(b) > 0 {
		if b[0] < a[0] {
			out[0], b = b[0], b[1:]
		} else {
			out[0], a = a[0], a[1:]
		}
		out = out[1:]
	}
	copy(out[copy(out, a):], b)
}

// leavesPerTask is how many leaves one worker hashes to a subtree: a power of two, so that the subtrees are those of the tree.
const leavesPerTask = 1 << 13

// rootOf returns the Merkle tree hash of sorted, which holds at least one item.
func rootOf(sorted []string, workers int) merkle.Hash {
	if workers <= 1 || len(sorted) <= leavesPerTask {
		return merkle.Root(slices.Values(sorted))
	}
	subtrees := make([]merkle.Hash, (len(sorted)+leavesPerTask-1)/leavesPerTask)
	share(len(subtrees), workers, func(_, from, to int) {
		for i := from; i < to; i++ {
			leaves := sorted[i*leavesPerTask : min((i+1)*leavesPerTask, len(sorted))]
			subtrees[i] = merkle.Root(slices.Values(leaves))
		}
	})
	return joinSubtrees(subtrees)
}

// joinSubtrees returns the root above trees of equal size, the last of which may be smaller. RFC 6962 splits leaves at the
// largest power of two below their number, and trees of a power of two leaves are split at the same place.
func joinSubtrees(trees []merkle.Hash) merkle.Hash {
	if len(trees) == 1 {
		return trees[0]
	}
	split := 1 << (bits.Len(uint(len(trees)-1)) - 1)
	return merkle.NodeHash(joinSubtrees(trees[:split]), joinSubtrees(trees[split:]))
}
