package sampling

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// The bounds of chi-square are its mean and five standard deviations, d + 5·√(2d), for d degrees of freedom. The randomness is
// fixed, so that the statistic is too, and one beyond would be a defect and not bad luck.
func requireUniform(t *testing.T, name string, count []int, degrees float64) {
	t.Helper()
	total := 0
	for _, c := range count {
		total += c
	}
	expected := float64(total) / float64(len(count))
	chi := 0.0
	for _, c := range count {
		chi += (float64(c) - expected) * (float64(c) - expected) / expected
	}
	// (chi - d)² / 2d is the square of the number of standard deviations.
	require.Less(t, (chi-degrees)*(chi-degrees)/(2*degrees), 25.0, "%s: chi-square %.1f with %.0f degrees of freedom: %v", name, chi, degrees, count)
}

// Over many draws every item is in the sample as often as every other, stands in every place as often, and every set of two
// items is as frequent as every other.
func TestSelectionIsUniform(t *testing.T) {
	const n, draws = 12, 12_000
	ids := items(n, "item-%02d")
	frame, err := NewFrame(ids, nil)
	require.NoError(t, err)
	for _, method := range Methods() {
		inSample, first := make([]int, n), make([]int, n)
		pairs := make([]int, n*(n-1)/2)
		for i := range draws {
			s, err := frame.Draw(Request{Context: "uniform", Method: method, Size: 5, Beacon: "nonce/test"}, Randomness{Bytes: []byte(fmt.Sprintf("%016d", i))})
			require.NoError(t, err)
			for _, id := range s.Sample {
				inSample[slices.Index(ids, id)]++
			}
			first[slices.Index(ids, s.Sample[0])]++
			a, b := slices.Index(ids, s.Sample[0]), slices.Index(ids, s.Sample[1])
			a, b = min(a, b), max(a, b)
			pairs[b*(b-1)/2+a]++
		}
		requireUniform(t, string(method)+": first item", first, n-1)
		if method == Simple {
			// Of 5 items of 12 in each sample, counts vary 7/11 as much as those of independent items.
			requireUniform(t, "items", scaled(inSample, 7, 11), n-1)
			requireUniform(t, "pairs", pairs, float64(len(pairs)-1))
		} else {
			for i, c := range inSample {
				require.InDelta(t, draws*5/n, c, 270, "item %d", i) // 5 standard deviations of a count: 5·√(12000·5/12·7/12)
			}
		}
	}
}

// scaled returns the counts with their differences from the mean scaled so that chi-square has its usual distribution: a count
// of items drawn without replacement varies less, by the factor num/den.
func scaled(count []int, num, den int) []int {
	total := 0
	for _, c := range count {
		total += c
	}
	mean := total / len(count)
	// Squares grow by den/num where the differences grow by its root, which is taken in thousandths.
	root := 1
	for root*root*num < 1_000_000*den {
		root++
	}
	out := make([]int, len(count))
	for i, c := range count {
		out[i] = mean + (c-mean)*root/1000
	}
	return out
}

// Any change of population, size, reserve, round or randomness gives another seed; the order of the items alone gives none.
func TestAnyChangeShows(t *testing.T) {
	seen := map[Hex]string{}
	draw := func(name string, ids []string, req Request, randomness string) {
		s, err := Draw(ids, req, Randomness{Bytes: []byte(randomness)})
		require.NoError(t, err)
		before, ok := seen[s.Seed]
		require.False(t, ok, "%s has the seed of %s", name, before)
		seen[s.Seed] = name
	}
	ids := items(40, "A-%02d")
	req := Request{Context: "c", Size: 5, ReserveSize: 2, Beacon: "dice/20d10"}
	draw("as it is", ids, req, "31415926535897932384")
	for i := range ids {
		draw(fmt.Sprint("without ", i), slices.Delete(slices.Clone(ids), i, i+1), req, "31415926535897932384")
		renamed := slices.Clone(ids)
		renamed[i] += "x"
		draw(fmt.Sprint("renamed ", i), renamed, req, "31415926535897932384")
	}
	for i := range 20 {
		changed := []byte("31415926535897932384")
		changed[i] ^= 1
		draw(fmt.Sprint("randomness ", i), ids, req, string(changed))
	}
	for size := int64(1); size <= 20; size++ {
		for reserve := int64(0); reserve <= 20; reserve++ {
			if size == 5 && reserve == 2 {
				continue
			}
			other := req
			other.Size, other.ReserveSize = size, reserve
			draw(fmt.Sprint(size, "+", reserve), ids, other, "31415926535897932384")
		}
	}
}
