package monetary

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"math/big"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

// readVectors decodes a file of the shared vectors, or skips the test where they are not beside this checkout.
func readVectors(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile("../../../shared/data/sampling/" + name + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the shared vectors are not beside this checkout: %s", name)
	}
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, v))
}

// requireClose allows the relative error of a bound.
func requireClose(t *testing.T, want string, got float64, msg ...any) {
	t.Helper()
	w, err := strconv.ParseFloat(want, 64)
	require.NoError(t, err)
	require.LessOrEqual(t, math.Abs(got-w), 1e-12*math.Abs(w)+1e-300, fmt.Sprint("want ", want, " got ", got, " in ", fmt.Sprint(msg...)))
}

func TestPlanVectors(t *testing.T) {
	var file struct {
		Rows []struct {
			Risk, Tolerable, Expected sampling.Rate
			N                         int64
			X                         string
			Factor                    string `json:"confidence_factor_n_times_t"`
			Risked                    string `json:"achieved_risk"`
		}
	}
	readVectors(t, "mus_plan", &file)
	require.NotEmpty(t, file.Rows)
	for _, row := range file.Rows {
		s, err := Plan{TolerableRate: row.Tolerable, ExpectedRate: row.Expected, Risk: row.Risk}.Size()
		require.NoError(t, err)
		require.Equal(t, row.N, s.N, "%+v", row)
		requireClose(t, row.X, s.ExpectedErrors, row)
		requireClose(t, row.Factor, s.ConfidenceFactor, row)
		requireClose(t, row.Risked, s.Risk, row)
		require.Greater(t, new(big.Rat).SetFloat64(s.RiskOneLess).Cmp(rat(t, row.Risk)), 0, "%+v", row)

		// The same plan in amounts of a population of ten million.
		amounts := Plan{BookValue: "10000000.00", Tolerable: scaled(t, row.Tolerable), Expected: scaled(t, row.Expected), Risk: row.Risk}
		again, err := amounts.Size()
		require.NoError(t, err)
		require.Equal(t, AmountOf(1_000_000_000/row.N, 2), again.Interval)
		again.Interval = ""
		require.Equal(t, s, again)
	}
}

func rat(t *testing.T, r sampling.Rate) *big.Rat {
	t.Helper()
	x, err := r.Rat()
	require.NoError(t, err)
	return x
}

// scaled returns ten million times a rate.
func scaled(t *testing.T, r sampling.Rate) Amount {
	t.Helper()
	x := rat(t, r)
	return Amount(x.Mul(x, big.NewRat(10_000_000, 1)).FloatString(2))
}

func TestEvaluateVectors(t *testing.T) {
	var file struct {
		Rows []struct {
			Name       string
			N          int64
			Taints     []string
			Confidence sampling.Rate
			Binomial   string `json:"stringer_binomial"`
			Poisson    string `json:"stringer_poisson"`
			Cell       string `json:"cell_poisson"`
			MLE        string `json:"mle"`
		}
	}
	readVectors(t, "mus_evaluate", &file)
	require.NotEmpty(t, file.Rows)
	for _, row := range file.Rows {
		e := Examination{Method: Cell, BookValue: "1000000000000", Size: row.N}
		for i := range row.N {
			x := Examined{ID: fmt.Sprint("I-", i), Book: "1000", Audited: "1000"}
			if i < int64(len(row.Taints)) {
				taint, ok := new(big.Rat).SetString(row.Taints[i])
				require.True(t, ok)
				audited := new(big.Rat).Sub(big.NewRat(1, 1), taint)
				x.Audited = Amount(audited.Mul(audited, big.NewRat(1000, 1)).FloatString(0))
			}
			e.Items = append(e.Items, x)
		}
		for bound, want := range map[Bound]string{StringerBinomial: row.Binomial, StringerPoisson: row.Poisson, CellBound: row.Cell} {
			got, err := Evaluate(e, bound, row.Confidence, "50000000000")
			require.NoError(t, err)
			requireClose(t, want, got.Overstatement.LimitRate, row.Name, bound)
			limit, err := got.Overstatement.Limit.Minor(0)
			require.NoError(t, err)
			require.GreaterOrEqual(t, float64(limit), got.Overstatement.LimitRate*1e12*(1-1e-12))
			require.LessOrEqual(t, float64(limit), got.Overstatement.LimitRate*1e12*(1+1e-10)+1)
			mle, ok := new(big.Rat).SetString(row.MLE)
			require.True(t, ok)
			net, err := got.Net.Rat()
			require.NoError(t, err)
			value, _ := net.Quo(net, big.NewRat(1_000_000_000_000, 1)).Float64()
			expected, _ := mle.Float64()
			require.InDelta(t, expected, value, 1e-12, row.Name)
		}
	}
}
