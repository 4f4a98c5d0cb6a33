package sampling

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestExpansionKeepsTheFirstItems(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	e, err := p.Expand(Result{N: 59, Deviations: 1}, 0)
	require.NoError(t, err)
	require.EqualValues(t, 93, e.Total, "the size with one deviation")
	require.EqualValues(t, 34, e.More)
	require.EqualValues(t, 1, e.Acceptance)
	require.InDelta(t, 0.04997579524, e.Risk, 1e-10)
	require.Greater(t, e.OverallRisk, 0.05, "looking twice costs")
	require.Greater(t, e.Strict, e.Total)
	require.LessOrEqual(t, e.StrictRisk, 0.05)
	require.Contains(t, e.Reason, "Keep the 59 items and add 34")

	// One deviation more may be found: the size with two.
	e, err = p.Expand(Result{N: 59, Deviations: 1}, 1)
	require.NoError(t, err)
	require.EqualValues(t, 124, e.Total)
	require.EqualValues(t, 2, e.Acceptance)
}

// The overall risk is that of the staged plan which the advice amounts to.
func TestOverallRiskIsThatOfTheStagedPlan(t *testing.T) {
	for _, population := range []int64{0, 400, 1_000_000} {
		for _, found := range []Result{{N: 59, Deviations: 1}, {N: 40, Deviations: 0}, {N: 100, Deviations: 4}, {N: 25, Deviations: 0}} {
			for further := range int64(3) {
				p := Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.1", Population: population}
				e, err := p.Expand(found, further)
				require.NoError(t, err)
				if e.Total == found.N || e.Total == 0 {
					continue
				}
				first := int64(-1) // what is accepted at once
				for k := int64(0); k < 10; k++ {
					s := newSearch(p)
					if s.meets(found.N, k) {
						first = k
					}
				}
				for total, risk := range map[int64]float64{e.Total: e.OverallRisk, e.Strict: e.StrictRisk} {
					if total == 0 {
						continue
					}
					staged := StagedPlan{Population: population, Stages: []Stage{
						{found.N, first, e.Acceptance + 1}, {total - found.N, e.Acceptance, e.Acceptance + 1}}}
					at, err := staged.At(p.Tolerable)
					require.NoError(t, err)
					require.InDelta(t, at.Acceptance, risk, 1e-12, "%+v %+v", p, e)
				}
				if e.Strict > 0 {
					require.LessOrEqual(t, e.StrictRisk, 0.1)
					s := newSearch(p)
					if e.Strict > e.Total {
						c := s.coursed([]int64{found.N}, e.Acceptance)
						require.Greater(t, c.overall(&s, e.Strict-1), 0.1*(1-1e-9))
					}
				}
			}
		}
	}
}

func TestExpansionThatIsNone(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}
	e, err := p.Expand(Result{N: 60}, 0)
	require.NoError(t, err)
	require.EqualValues(t, 60, e.Total)
	require.Zero(t, e.More)
	require.Contains(t, e.Reason, "nothing to extend")
	e, err = p.Expand(Result{N: 60, Deviations: 13}, 0)
	require.NoError(t, err)
	require.Zero(t, e.Total)
	require.Contains(t, e.Reason, "test every item")
	// A clean sample that was too small is merely completed: the first look accepts nothing, so that no risk is added.
	e, err = p.Expand(Result{N: 25}, 0)
	require.NoError(t, err)
	require.EqualValues(t, 51, e.Total)
	require.Equal(t, e.Total, e.Strict)
	require.InDelta(t, e.Risk, e.OverallRisk, 1e-13)
}

func TestExpansionRefuses(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}
	for want, c := range map[string]struct {
		plan    Plan
		found   Result
		further int64
	}{
		"/tolerableRate":    {Plan{}, Result{N: 5}, 0},
		"/found/n":          {p, Result{}, 0},
		"/found/deviations": {p, Result{N: 5, Deviations: 6}, 0},
		"/found/population": {p, Result{N: 5, Population: 300}, 0},
		"/found/model":      {p, Result{N: 5, Model: Poisson}, 0},
		"/further":          {p, Result{N: 5}, -1},
	} {
		_, err := c.plan.Expand(c.found, c.further)
		require.ErrorContains(t, err, want)
	}
}

// The risks said are those that a simulation meets, with a fixed seed and four standard errors.
func TestExpansionRiskBySimulation(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.1", Population: 2000}
	s, err := p.Size()
	require.NoError(t, err)
	e, err := p.Expand(Result{N: s.N, Deviations: 1}, 0)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(9, 10))
	met := 0
	const trials = 20_000
	for range trials {
		first := drawn(r, 2000, s.N, s.Deviations)
		switch first {
		case 0:
			met++
		case 1:
			if drawn(r, 2000-s.N, e.More, s.Deviations-first) == 0 {
				met++
			}
		}
	}
	require.InDelta(t, e.OverallRisk, float64(met)/trials, 4*0.0026)
}
