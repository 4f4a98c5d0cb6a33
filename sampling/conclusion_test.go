package sampling

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestConclusionsSayWhy(t *testing.T) {
	for _, c := range []struct {
		name     string
		result   Result
		choice   Choice
		standing Standing
		reason   string
	}{
		{"clean and large enough", Result{N: 59}, ChosenRandomly, WithinTolerable,
			"No deviation among 59 items: with 95 % confidence the rate in the population is at most 4.96 %. That is not above the tolerable 5 %, so that reliance is supported."},
		{"clean and too small is a planning fault", Result{N: 25, Population: 250}, ChosenRandomly, NotShownWithin,
			"No deviation among 25 items: with 95 % confidence the rate in the population is at most 10.4 %, 26 of 250 items. That is above the tolerable 5 %, so that reliance is not supported. No deviation was found: the sample is too small for this confidence, which is a fault of its planning and not of the control."},
		{"too many to rely, too few to condemn", Result{N: 60, Deviations: 2}, ChosenRandomly, NotShownWithin,
			"2 deviations among 60 items: with 95 % confidence the rate in the population is at most 10.13 %. That is above the tolerable 5 %, so that reliance is not supported. The rate found is not above the tolerable one: a larger sample might support reliance."},
		{"the rate found is above", Result{N: 60, Deviations: 5}, ChosenRandomly, NotShownWithin, "The rate found is itself above the tolerable one."},
		{"shown to be above", Result{N: 60, Deviations: 9}, ChosenRandomly, AboveTolerable,
			"9 deviations among 60 items: with 95 % confidence the rate in the population is at least 8.05 %. That is above the tolerable 5 %."},
		{"census within", Result{N: 20, Deviations: 1, Population: 20}, ChosenWhole, WithinTolerable,
			"1 deviation in the whole population of 20 items: the rate is known and not above the tolerable 5 %. There is no sampling risk."},
		{"census above", Result{N: 20, Deviations: 2, Population: 20}, ChosenWhole, AboveTolerable, "the rate is known and above"},
		{"judgment, all items after all", Result{N: 20, Deviations: 1, Population: 20}, ChosenByJudgment, WithinTolerable, "no sampling risk"},
		{"judgment", Result{N: 40, Deviations: 1, Population: 250}, ChosenByJudgment, NothingInferred,
			"The 40 items were chosen by judgment, not at random: no rate of deviation in the population may be inferred. The 1 deviation found needs a recorded judgment."},
		{"blocks", Result{N: 1}, ChosenInBlocks, NothingInferred,
			"The 1 item was chosen in blocks, not at random: no rate of deviation in the population may be inferred. That no deviation was found holds for these items alone."},
		{"haphazard", Result{N: 1000, Deviations: 900}, ChosenHaphazardly, NothingInferred, "The 900 deviations found need"},
		{"test of one", Result{N: 3}, ChosenPerConfiguration, NothingInferred, "one for each configuration"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Conclude(c.result, c.choice, "0.95", "0.05")
			require.NoError(t, err)
			require.Equal(t, c.standing, got.Standing, got.Reason)
			require.Contains(t, got.Reason, c.reason)
			require.Equal(t, c.standing == WithinTolerable, got.Supported())
			figure, ok := got.Interval()
			require.Equal(t, c.standing != NothingInferred, ok)
			require.Equal(t, ok, got.Limits != nil)
			if ok {
				require.Equal(t, Interval{float64(c.result.Deviations) / float64(c.result.N), got.Limits.Lower, got.Limits.Upper, 0.05}, figure)
			}
			b, err := json.Marshal(got)
			require.NoError(t, err)
			require.Equal(t, ok, strings.Contains(string(b), `"limits":{"upperLimit"`), string(b))
		})
	}
}

// The standing is that of the exact limits, for every small result.
func TestStandingIsThatOfTheExactLimits(t *testing.T) {
	ties := 0
	for _, population := range []int64{0, 9, 13, 20} {
		for n := int64(1); n <= 12; n++ {
			if population > 0 && n > population {
				continue
			}
			for k := int64(0); k <= n; k++ {
				for _, tolerable := range []Rate{"0", "0.05", "0.1", "0.25", "0.5", "0.75", "1"} {
					for _, risk := range []Rate{"0.05", "0.1", "0.25", "0.0625", "0.5"} {
						confidence, err := risk.Complement()
						require.NoError(t, err)
						r := Result{N: n, Deviations: k, Population: population}
						got, err := Conclude(r, ChosenRandomly, confidence, tolerable)
						require.NoError(t, err)
						within, below := true, false // of the upper limit; of the tolerable rate under the lower limit
						t1, a := rat(t, tolerable), rat(t, risk)
						if population > 0 {
							// The counts that are not excluded, by their definition.
							least, most := int64(-1), int64(-1)
							for dev := k; dev <= population-(n-k); dev++ {
								if slowHypergeometric(k, n, population, dev).Cmp(a) > 0 {
									most = dev
								}
								if upper := new(big.Rat).Sub(big.NewRat(1, 1), slowHypergeometric(k-1, n, population, dev)); least < 0 && upper.Cmp(a) > 0 {
									least = dev
								}
							}
							within = big.NewRat(most, population).Cmp(t1) <= 0
							below = big.NewRat(least, population).Cmp(t1) > 0
						} else {
							within = k == n && tolerable == "1" || k < n && slowBinomial(k, n, t1).Cmp(a) <= 0
							upper := new(big.Rat).Sub(big.NewRat(1, 1), slowBinomial(k-1, n, t1))
							if upper.Cmp(a) == 0 {
								ties++
							}
							below = k > 0 && upper.Cmp(a) < 0
						}
						want := NotShownWithin
						if within {
							want = WithinTolerable
						} else if below {
							want = AboveTolerable
						}
						require.Equal(t, want, got.Standing, "%+v %s %s", r, risk, tolerable)
					}
				}
			}
		}
	}
	require.Positive(t, ties)
}

func TestConclusionRefuses(t *testing.T) {
	for _, c := range []struct {
		result                Result
		choice                Choice
		confidence, tolerable Rate
		want                  string
	}{
		{Result{N: 5}, "", "0.9", "0.1", "/choice"},
		{Result{N: 5}, "some", "0.9", "0.1", "/choice"},
		{Result{N: 5, Population: 6}, ChosenWhole, "0.9", "0.1", "5 of 6 items"},
		{Result{N: 100}, ChosenWhole, "0.9", "0.1", "/population: error census-partial: missing"},
		{Result{}, ChosenRandomly, "0.9", "0.1", "/n"},
		{Result{N: 5}, ChosenRandomly, "1", "0.1", "/confidence"},
		{Result{N: 5}, ChosenByJudgment, "0.9", "10%", "/tolerableRate"},
	} {
		_, err := Conclude(c.result, c.choice, c.confidence, c.tolerable)
		require.ErrorContains(t, err, c.want)
	}
	_, ok := Conclusion{}.Interval()
	require.False(t, ok)
	for _, c := range Choices() {
		require.True(t, c.IsValid())
		require.Contains(t, c.EnumValues(), string(c))
	}
	for _, s := range Standings() {
		require.True(t, s.IsValid())
		require.Contains(t, s.EnumValues(), string(s))
	}
	require.False(t, Choice("").IsValid() || Standing("").IsValid() || Choice("").LicensesRate())
}
