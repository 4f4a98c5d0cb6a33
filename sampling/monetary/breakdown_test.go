package monetary

import (
	"cmp"
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Limits of n p after 0, 1, 2 and 3 errors at a confidence of 0.95, in 25 digits: of Poisson's law, which published tables give
// as 3.00, 4.75, 6.30 and 7.76, and of the binomial law for 100 hits.
var (
	poissonFactors  = []string{"2.995732273553990993435224", "4.743864518390578375850274", "6.295793621871989741784719", "7.753656527932726911087003"}
	binomialFactors = []string{"2.951304960703993450047579", "4.655981145353894612227654", "6.161920039604070752741696", "7.571079374983005288545953"}
)

// A worksheet with an interval of 10,000.00: each projected misstatement is the taint times the interval, and its allowance the
// growth of the factor less 1 times that, such as 0.748132 x 5000.00 = 3740.66.
func TestBreakdownByHand(t *testing.T) {
	line := func(id, taint string, projected, incremental Amount) BreakdownLine {
		return BreakdownLine{id, Taint{taint, 1}, projected, incremental}
	}
	for _, c := range []struct {
		bound   Bound
		audited []Amount
		want    Breakdown
		limit   Amount
	}{
		{StringerPoisson, []Amount{"99.00", "50.00", "80.00"}, Breakdown{"29957.33", []BreakdownLine{
			line("I-1", "1/2", "5000.00", "3740.66"), line("I-2", "1/5", "2000.00", "1103.86"), line("I-0", "1/100", "100.00", "45.78"),
		}, "4890.30", "34847.63"}, "42947.38"},
		{StringerBinomial, []Amount{"99.00", "50.00", "80.00"}, Breakdown{"29513.05", []BreakdownLine{
			line("I-1", "1/2", "5000.00", "3523.39"), line("I-2", "1/5", "2000.00", "1011.87"), line("I-0", "1/100", "100.00", "40.92"),
		}, "4576.18", "34089.23"}, "42188.98"},
		{CellBound, []Amount{"99.00", "50.00", "80.00"}, Breakdown{"29957.33", []BreakdownLine{
			line("I-1", "1/2", "5000.00", "0.00"), line("I-2", "1/5", "2000.00", "0.00"), line("I-0", "1/100", "100.00", "0.00"),
		}, "0.00", "29957.33"}, "38057.08"},
		// The mean of taints prevails as long as they are large: 4.743865 - 2.995732 - 1, then 6.295794 - 4.743865 - 1.
		{CellBound, []Amount{"0", "0", "50.00"}, Breakdown{"29957.33", []BreakdownLine{
			line("I-0", "1", "10000.00", "7481.32"), line("I-1", "1", "10000.00", "5519.29"), line("I-2", "1/2", "5000.00", "0.00"),
		}, "13000.61", "42957.94"}, "68957.69"},
		{StringerPoisson, nil, Breakdown{"29957.33", []BreakdownLine{}, "0.00", "29957.33"}, "30957.08"},
	} {
		e := examination(100, c.audited...)
		e.Method = Cell
		e.Top = []Examined{{ID: "T", Book: "5000.00", Audited: "4000.25"}} // 999.75, without sampling risk
		got := evaluate(t, e, c.bound).Overstatement
		require.Equal(t, c.want, got.Breakdown, c.bound)
		require.Equal(t, c.limit, got.Limit, c.bound)
	}
}

// The definitions in fractions: running sums rounded up, and their differences.
func TestBreakdownAgainstDefinitions(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 88))
	up := func(r *big.Rat) int64 { // of cents
		whole, rest := new(big.Int).DivMod(r.Num(), r.Denom(), new(big.Int))
		if rest.Sign() > 0 {
			whole.Add(whole, big.NewInt(1))
		}
		return whole.Int64()
	}
	for range 300 {
		percents := []int64{1 + random.Int64N(100), 1 + random.Int64N(100), 1 + random.Int64N(100)}
		slices.SortFunc(percents, func(a, b int64) int { return cmp.Compare(b, a) })
		var audited []Amount
		for _, p := range percents {
			audited = append(audited, AmountOf((100-p)*100, 2))
		}
		for b, factors := range map[Bound][]string{StringerPoisson: poissonFactors, StringerBinomial: binomialFactors} {
			got := evaluate(t, examination(100, audited...), b).Overstatement
			factor := func(k int) *big.Rat {
				f, ok := new(big.Rat).SetString(factors[k])
				require.True(t, ok)
				return f
			}
			interval := big.NewRat(1_000_000, 1) // cents
			running, projected := times(factor(0), interval), new(big.Rat)
			before := up(running)
			require.Equal(t, AmountOf(before, 2), got.Breakdown.Basic)
			for i, p := range percents {
				taint := big.NewRat(p, 100)
				running = sum(running, times(sum(factor(i+1), minus(factor(i))), taint, interval))
				projected = sum(projected, times(taint, interval))
				next := up(sum(running, minus(projected)))
				require.Equal(t, AmountOf(p*10_000, 2), got.Breakdown.Lines[i].Projected)
				require.Equal(t, AmountOf(next-before, 2), got.Breakdown.Lines[i].Incremental, "%v %v", percents, b)
				before = next
			}
			require.Equal(t, AmountOf(before, 2), got.Breakdown.Allowance)
		}
	}
}

func value(t *testing.T, a Amount) *big.Rat {
	t.Helper()
	r, err := a.Rat()
	require.NoError(t, err)
	return r
}

// requireBreakdown demands that the parts of the limit of s add up to it exactly.
func requireBreakdown(t *testing.T, s Side) {
	t.Helper()
	if s.Limit == "" {
		require.Equal(t, Breakdown{}, s.Breakdown)
		return
	}
	b := s.Breakdown
	projected, incremental := new(big.Rat), new(big.Rat)
	require.Len(t, b.Lines, len(s.Taints))
	for i, line := range b.Lines {
		require.Equal(t, s.Taints[i], line.Taint)
		projected.Add(projected, value(t, line.Projected))
		incremental.Add(incremental, value(t, line.Incremental))
	}
	require.Zero(t, projected.Cmp(value(t, s.Projected)))
	require.Zero(t, incremental.Cmp(value(t, b.Incremental)))
	require.Zero(t, sum(value(t, b.Basic), incremental).Cmp(value(t, b.Allowance)))
	require.Zero(t, sum(value(t, s.MostLikely), value(t, b.Allowance)).Cmp(value(t, s.Limit)))
	require.Zero(t, sum(value(t, s.Known), projected, value(t, b.Allowance)).Cmp(value(t, s.Limit)))
}

func TestBreakdownAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 77))
	for range 300 {
		e := Examination{Method: Cell, BookValue: AmountOf(100_000+random.Int64N(1_000_000_000)<<random.IntN(30), 2)}
		for range random.IntN(30) {
			book := 1 + random.Int64N(1000)
			x := Examined{ID: string(rune('A' + len(e.Items))), Book: AmountOf(book, 2), Audited: AmountOf(random.Int64N(2*book), 2), Times: 1 + random.Int64N(3)}
			if random.IntN(2) == 0 {
				x.Audited = x.Book
			}
			e.Items = append(e.Items, x)
			e.Size += x.Times
		}
		if e.Size == 0 {
			e.BookValue = "0"
		}
		e.Top = []Examined{{ID: "top", Book: "77.77", Audited: AmountOf(random.Int64N(10_000), 2)}}
		for _, b := range Bounds() {
			got, err := Evaluate(e, b, "0.9", "50000")
			require.NoError(t, err)
			requireBreakdown(t, got.Overstatement)
			requireBreakdown(t, got.Understatement)
			if e.Size == 0 {
				require.Equal(t, Amount("0.00"), got.Overstatement.Breakdown.Allowance)
			}
		}
	}
}

// More than 11 digits: basic precision has as many as the limit is known to, and the last line takes what that leaves.
func TestBreakdownOfLargeAmounts(t *testing.T) {
	e := examination(100, "50.00", "99.00")
	e.BookValue = "9000000000000000.00"
	got := evaluate(t, e, StringerPoisson).Overstatement
	requireBreakdown(t, got)
	require.Equal(t, Amount("269615904620000.00"), got.Breakdown.Basic) // 2.9957322735540 x 90,000,000,000,000.00, up
}

func TestBreakdownJSON(t *testing.T) {
	b, err := json.Marshal(evaluate(t, examination(100, "50.00"), StringerPoisson).Overstatement)
	require.NoError(t, err)
	require.Contains(t, string(b), `"breakdown":{"basicPrecision":29957.33,"lines":[{"id":"I-0","taint":{"value":"1/2","times":1},"projected":5000.00,"incrementalAllowance":3740.66}],"incrementalAllowance":3740.66,"allowance":33697.99}`)
	b, err = json.Marshal(evaluate(t, examination(100, "-50.00"), StringerPoisson).Overstatement)
	require.NoError(t, err)
	require.NotContains(t, string(b), "breakdown")
}
