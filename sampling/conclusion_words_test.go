package sampling

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var percentagePattern = regexp.MustCompile(`([0-9]+(?:\.[0-9]+)?) %`)

// percentages returns the percentages of a text as rates, in their order.
func percentages(t *testing.T, text string) []*big.Rat {
	t.Helper()
	var all []*big.Rat
	for _, m := range percentagePattern.FindAllStringSubmatch(text, -1) {
		x, ok := new(big.Rat).SetString(m[1])
		require.True(t, ok, m[1])
		all = append(all, x.Quo(x, big.NewRat(100, 1)))
	}
	return all
}

// requireAgreement demands that the numbers printed stand to each other as the standing says.
func requireAgreement(t *testing.T, c Conclusion) {
	t.Helper()
	where := fmt.Sprintf("%+v: %s", c.Result, c.Reason)
	tolerable := rat(t, c.Tolerable)
	printed := percentages(t, c.Reason)
	switch {
	case c.Standing == NothingInferred || c.Result.whole():
		return
	case strings.Contains(c.Reason, "digits computed"):
		require.Zero(t, printed[1].Cmp(tolerable), where)
		limit := c.Limits.Upper
		if c.Standing == AboveTolerable {
			limit = c.Limits.Lower
		}
		require.False(t, c.Limits.Finite, where)
		rate, _ := tolerable.Float64()
		require.InEpsilon(t, rate, limit, 2e-10, where)
		return
	}
	require.GreaterOrEqual(t, len(printed), 3, where)
	require.Zero(t, printed[0].Cmp(rat(t, c.Confidence)), where)
	require.Zero(t, printed[2].Cmp(tolerable), where)
	require.Equal(t, c.Standing != WithinTolerable, printed[1].Cmp(tolerable) > 0, where)
	// The number printed is the limit, rounded outwards by little.
	limit, verb := c.Limits.Upper, "at most"
	if c.Standing == AboveTolerable {
		limit, verb = c.Limits.Lower, "at least"
	}
	require.Contains(t, c.Reason, verb)
	x, _ := printed[1].Float64()
	require.InDelta(t, limit, x, max(1e-11*limit, min(1e-4, 0.1*limit)), where)
	if verb == "at most" {
		require.GreaterOrEqual(t, x, limit*(1-1e-11), where)
	} else {
		require.LessOrEqual(t, x, limit*(1+1e-11), where)
	}
}

func TestReasonsDoNotContradictThemselves(t *testing.T) {
	for _, c := range []struct {
		result     Result
		tolerable  Rate
		confidence Rate
		want       string
	}{
		{Result{N: 100}, "0.029515", "0.95", "at most 2.9514 %. That is not above the tolerable 2.9515 %"},
		{Result{N: 100_000}, "0.00005", "0.95", "at most 0.003 %. That is not above the tolerable 0.005 %"},
		{Result{N: 100_000, Deviations: 4}, "0.00001", "0.95", "at least 0.0013 %. That is above the tolerable 0.001 %"},
		{Result{Model: Poisson, N: 1}, "1", "0.95", "at most 299.58 %. That is above the tolerable 100 %"},
		{Result{N: 4}, "0.5", "0.9375", "at most the tolerable 50 %, which the limit equals in all digits computed"},
		{Result{N: 100}, "0.029513049607", "0.95", ""},
		{Result{N: 100}, "0.0295130496", "0.95", ""},
		{Result{N: 100}, "0.02951304961", "0.95", ""},
		{Result{N: 100}, "1e-30", "0.95", ""},
		{Result{N: 100, Population: 300}, "0.02666666666666666666666666666666666667", "0.95", ""},
		{Result{N: 100, Population: 300}, "0.02666666666666666666666666666666666666", "0.95", ""},
		{Result{N: 1_000_000_000_000}, "0.000000000003", "0.95", ""},
		{Result{N: 1_000_000_000_000}, "0.000000000002", "0.95", ""},
		{Result{N: 60, Population: 1_000_000_000_000}, "0.05", "0.95", ""},
	} {
		got, err := Conclude(c.result, ChosenRandomly, c.confidence, c.tolerable)
		require.NoError(t, err)
		requireAgreement(t, got)
		require.Contains(t, got.Reason, c.want)
	}
	r := rand.New(rand.NewPCG(11, 12))
	pick := func(of ...Rate) Rate { return of[r.IntN(len(of))] }
	seen := map[Standing]int{}
	for range 20_000 {
		result := Result{N: 1 + r.Int64N([]int64{5, 60, 1000, 1_000_000}[r.IntN(4)])}
		result.Deviations = r.Int64N(1 + min(result.N, []int64{1, 4, 1000}[r.IntN(3)]))
		switch r.IntN(3) {
		case 0:
			result.Model = Poisson
		case 1:
			result.Population = result.N + r.Int64N(1+10*result.N)
		}
		confidence := pick("0.9", "0.95", "0.99", "0.999", "0.5", "0.123456789012345678901234567890")
		// A tolerable rate at random, or one next to a limit.
		tolerable := pick("0", "1", "0.05", "1e-7", Rate(fmt.Sprintf("0.%09d", r.IntN(1e9))), Rate(fmt.Sprintf("0.000%019d", r.Int64N(1e18))))
		if r.IntN(2) == 0 {
			risk, err := confidence.Complement()
			require.NoError(t, err)
			f, err := risk.fraction()
			require.NoError(t, err)
			limits := result.limits(f)
			near := new(big.Rat).SetFloat64([]float64{limits.Upper, limits.Lower}[r.IntN(2)])
			if near.Cmp(big.NewRat(1, 1)) <= 0 {
				tolerable = Rate(near.FloatString(2 + r.IntN(20)))
			}
		}
		got, err := Conclude(result, ChosenRandomly, confidence, tolerable)
		require.NoError(t, err)
		requireAgreement(t, got)
		seen[got.Standing]++
	}
	for _, s := range []Standing{WithinTolerable, NotShownWithin, AboveTolerable} {
		require.Greater(t, seen[s], 500, "%v", seen)
	}
}

func TestImplicationsShowTwoDigits(t *testing.T) {
	for n, want := range map[int64]string{25: "up to 11.3 % may", 1_000_000: "up to 0.0003 % may", 999_999: "up to 0.0003 % may", 1_000_000_000_000: "up to 0.0000000003 % may"} {
		got, err := Implied(Result{N: n}, "0.05")
		require.NoError(t, err)
		require.Contains(t, got.String(), want)
	}
	got, err := Implied(Result{Model: Poisson, N: 1, Deviations: 1}, "0.05")
	require.NoError(t, err)
	require.Contains(t, got.String(), "up to 474.39 % may")
}

func TestReasonsNameWhatNoSampleCanShow(t *testing.T) {
	for _, c := range []struct {
		result Result
		want   string
		not    string
	}{
		{Result{N: 100}, "no sample of a population without limit, however large", "planning"},
		{Result{Model: Binomial, N: 100, Population: 500}, "under the binomial model no sample", "planning"},
		{Result{N: 100, Population: 500}, "the sample is too small for this confidence", "however large"},
	} {
		got, err := Conclude(c.result, ChosenRandomly, "0.95", "0")
		require.NoError(t, err)
		require.Equal(t, NotShownWithin, got.Standing)
		require.Contains(t, got.Reason, c.want)
		require.NotContains(t, got.Reason, c.not)
	}
}

func TestReasonsWarnOfLimitsThatCross(t *testing.T) {
	crossed, err := Conclude(Result{N: 100, Deviations: 5}, ChosenRandomly, "0.3", "0.05")
	require.NoError(t, err)
	require.Equal(t, WithinTolerable, crossed.Standing)
	require.Less(t, crossed.Limits.Upper, crossed.Limits.Lower)
	require.Contains(t, crossed.Reason, "below 50 %, and the limits have crossed")
	for confidence, want := range map[Rate]bool{"0.3": true, "0.499999": true, "0.5": false, "0.95": false} {
		got, err := Conclude(Result{N: 100}, ChosenRandomly, confidence, "0.05")
		require.NoError(t, err)
		require.Equal(t, want, strings.Contains(got.Reason, "The confidence is below 50 %:"), got.Reason)
		require.NotContains(t, got.Reason, "crossed")
	}
	census, err := Conclude(Result{N: 10, Population: 10}, ChosenWhole, "0.3", "0.05")
	require.NoError(t, err)
	require.NotContains(t, census.Reason, "confidence")
}

func TestPercentagesAreExact(t *testing.T) {
	for r, want := range map[Rate]string{"0.05": "5 %", "0.075": "7.5 %", "1": "100 %", "0": "0 %", "5e-3": "0.5 %", "1e-30": "0." + strings.Repeat("0", 27) + "1 %", "5%": "5%"} {
		require.Equal(t, want, percentOf(r))
	}
}
