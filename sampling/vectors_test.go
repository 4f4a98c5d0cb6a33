package sampling

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// readVectors decodes a file of the shared vectors, or skips the test where they are not beside this checkout.
func readVectors(t *testing.T, name string, v any) {
	t.Helper()
	b, err := os.ReadFile("../../shared/data/sampling/" + name + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the shared vectors are not beside this checkout: %s", name)
	}
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, v))
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return x
}

// requireClose allows the relative error that the computed probabilities and limits are good for.
func requireClose(t *testing.T, want string, got float64, msg ...any) {
	t.Helper()
	w := number(t, want)
	require.LessOrEqual(t, math.Abs(got-w), 1e-12*math.Abs(w)+1e-300, fmt.Sprint("want ", want, " got ", got, " in ", fmt.Sprint(msg...)))
}

func TestPlanVectors(t *testing.T) {
	for _, name := range []string{"attribute_plan_infinite", "attribute_plan_hypergeometric", "attribute_plan_large"} {
		t.Run(name, func(t *testing.T) {
			var file struct{ Rows []map[string]any }
			readVectors(t, name, &file)
			require.NotEmpty(t, file.Rows)
			for _, row := range file.Rows {
				plan := Plan{
					Model: Model(row["method"].(string)), Tolerable: Rate(row["tolerable"].(string)),
					Expected: Rate(row["expected"].(string)), Risk: Rate(row["risk"].(string)),
				}
				if n, ok := row["N"].(float64); ok {
					plan.Population = int64(n)
				}
				got, err := plan.Size()
				require.NoError(t, err, "%v", row)
				if row["n"] == nil {
					require.True(t, got.N == 0 || got.EveryItem, "%v", row)
					require.NotEmpty(t, got.Reason, "%v", row)
				} else {
					require.EqualValues(t, row["n"], got.N, "%v", row)
					require.EqualValues(t, row["k"], got.Acceptance, "%v", row)
					if d, ok := row["D"].(float64); ok {
						require.EqualValues(t, d, got.Deviations, "%v", row)
					}
					if row["tie"] == true {
						require.InDelta(t, number(t, string(plan.Risk)), got.Risk, 1e-15)
					}
					requireClose(t, row["achieved_risk"].(string), got.Risk, row)
					require.Greater(t, got.RiskOneLess, number(t, string(plan.Risk)), "%v", row)
				}
				for key, convention := range map[string]Convention{"n_floor": Floor, "n_strict": FloorPlus} {
					want, ok := row[key]
					if !ok {
						continue
					}
					plan.Convention = convention
					got, err := plan.Size()
					require.NoError(t, err)
					if want == nil {
						require.True(t, got.EveryItem, "%s %v", key, row)
						require.NotEmpty(t, got.Reason)
					} else {
						require.EqualValues(t, want, got.N, "%s %v", key, row)
						require.EqualValues(t, row[map[Convention]string{Floor: "D_floor", FloorPlus: "D_strict"}[convention]], got.Deviations, "%s %v", key, row)
					}
				}
			}
		})
	}
}

func TestLimitVectorsInfinite(t *testing.T) {
	var file struct {
		Rows []struct {
			N, K       int64
			Confidence Rate
			BU         string `json:"binomial_upper"`
			BL         string `json:"binomial_lower"`
			CL         string `json:"cp_lower"`
			CU         string `json:"cp_upper"`
			PU         string `json:"poisson_upper"`
			PL         string `json:"poisson_lower"`
			PU2        string `json:"poisson_two_sided_upper"`
			PL2        string `json:"poisson_two_sided_lower"`
		}
	}
	readVectors(t, "evaluate_infinite", &file)
	require.NotEmpty(t, file.Rows)
	for _, row := range file.Rows {
		l, err := Evaluate(Result{N: row.N, Deviations: row.K}, row.Confidence)
		require.NoError(t, err)
		require.False(t, l.Finite)
		requireClose(t, row.BU, l.Upper, row)
		requireClose(t, row.BL, l.Lower, row)
		requireClose(t, row.CU, l.UpperTwoSided, row)
		requireClose(t, row.CL, l.LowerTwoSided, row)
		l, err = Evaluate(Result{Model: Poisson, N: row.N, Deviations: row.K}, row.Confidence)
		require.NoError(t, err)
		requireClose(t, row.PU, l.Upper, row)
		requireClose(t, row.PL, l.Lower, row)
		requireClose(t, row.PU2, l.UpperTwoSided, row)
		requireClose(t, row.PL2, l.LowerTwoSided, row)
	}
}

func TestLimitVectorsFinite(t *testing.T) {
	var file struct {
		Rows []map[string]any
	}
	readVectors(t, "evaluate_finite", &file)
	require.NotEmpty(t, file.Rows)
	for _, row := range file.Rows {
		r := Result{N: int64(row["n"].(float64)), Deviations: int64(row["k"].(float64)), Population: int64(row["N"].(float64))}
		l, err := Evaluate(r, Rate(row["confidence"].(string)))
		require.NoError(t, err)
		require.True(t, l.Finite)
		require.EqualValues(t, row["D_upper"], l.UpperCount, "%v", row)
		require.EqualValues(t, row["D_lower"], l.LowerCount, "%v", row)
		require.EqualValues(t, row["D_upper_two_sided"], l.UpperCountTwoSided, "%v", row)
		require.EqualValues(t, row["D_lower_two_sided"], l.LowerCountTwoSided, "%v", row)
		require.Equal(t, float64(l.UpperCount)/float64(r.Population), l.Upper)
	}
}

func TestAuditGuideTables(t *testing.T) {
	var file struct {
		Data struct {
			SampleSize []map[string]any `json:"sample_size"`
			UpperLimit []struct {
				Confidence Rate
				N, K       int64
				Exact      string  `json:"exact_upper"`
				Percent    float64 `json:"ceil_tenth_pct"`
			} `json:"upper_limit"`
		}
	}
	readVectors(t, "aicpa_tables", &file)
	require.NotEmpty(t, file.Data.SampleSize)
	require.NotEmpty(t, file.Data.UpperLimit)
	for _, row := range file.Data.SampleSize {
		plan := Plan{Tolerable: Rate(row["tolerable"].(string)), Expected: Rate(row["expected"].(string)), Risk: Rate(row["risk"].(string))}
		s, err := plan.Size()
		require.NoError(t, err)
		require.EqualValues(t, row["exact_n"], s.N, "%v", row)
		require.EqualValues(t, row["k"], s.Acceptance, "%v", row)
		requireClose(t, row["achieved_risk"].(string), s.Risk, row)
	}
	for _, row := range file.Data.UpperLimit {
		l, err := Evaluate(Result{N: row.N, Deviations: row.K}, row.Confidence)
		require.NoError(t, err)
		requireClose(t, row.Exact, l.Upper, row)
		require.InDelta(t, row.Percent/100, number(t, string(RoundUp(l.Upper, 3))), 1e-12, "%v", row)
	}
}

func TestDiscoveryVectors(t *testing.T) {
	var file struct {
		Data struct {
			Probability []struct {
				Population int64 `json:"N"`
				Rate       Rate
				Items      int64  `json:"n"`
				P          string `json:"p_at_least_one"`
			}
			Size []struct {
				Population int64 `json:"N"`
				Rate       Rate
				Target     Rate
				Items      int64  `json:"n"`
				P          string `json:"p_at_least_one"`
			}
		}
	}
	readVectors(t, "discovery", &file)
	require.NotEmpty(t, file.Data.Probability)
	require.NotEmpty(t, file.Data.Size)
	for _, row := range file.Data.Probability {
		got, err := Discovery{Rate: row.Rate, Confidence: "0.9", Population: row.Population}.Probability(row.Items)
		require.NoError(t, err)
		requireClose(t, row.P, got, row)
	}
	for _, row := range file.Data.Size {
		d := Discovery{Rate: row.Rate, Confidence: row.Target, Population: row.Population}
		s, err := d.Size()
		require.NoError(t, err)
		require.Equal(t, row.Items, s.N, "%+v", row)
		got, err := d.Probability(s.N)
		require.NoError(t, err)
		requireClose(t, row.P, got, row)
		// It is a plan without deviations whose risk is the rest.
		risk, err := row.Target.Complement()
		require.NoError(t, err)
		again, err := Plan{Tolerable: row.Rate, Expected: "0", Risk: risk, Population: row.Population}.Size()
		require.NoError(t, err)
		require.Equal(t, again, s)
	}
}

func TestFrequencyTablesImply(t *testing.T) {
	var file struct {
		Implied []struct {
			Population int64 `json:"N"`
			Items      int64 `json:"n"`
			Upper      int64 `json:"D_upper"`
		} `json:"implied_assurance_90pct_zero_deviations"`
	}
	readVectors(t, "frequency_tables", &file)
	require.NotEmpty(t, file.Implied)
	for _, row := range file.Implied {
		left, err := Implied(Result{N: row.Items, Population: row.Population}, "0.10")
		require.NoError(t, err)
		require.Equal(t, row.Upper, left.UpperCount, "%+v", row)
	}
}
