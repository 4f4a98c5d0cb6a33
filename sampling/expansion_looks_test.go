package sampling

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

func TestEveryLookCounts(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	found := Result{N: 93, Deviations: 2}
	once, err := p.Expand(found, 0)
	require.NoError(t, err)
	require.InDelta(t, 0.0704619587, once.OverallRisk, 1e-10)
	require.EqualValues(t, 2, once.Looks)
	require.Contains(t, once.Reason, "Having looked twice, the risk is 7.05 %, not 4.96 %.")
	require.Contains(t, once.Reason, "This supposes that the sample was not extended before")

	again, err := p.Expand(found, 0, Look{59, 1})
	require.NoError(t, err)
	staged, err := StagedPlan{Stages: []Stage{{59, 0, 3}, {34, 1, 3}, {31, 2, 3}}}.At("0.05")
	require.NoError(t, err)
	require.InDelta(t, 0.0926, staged.Acceptance, 5e-5)
	require.InDelta(t, staged.Acceptance, again.OverallRisk, 1e-13)
	require.EqualValues(t, 3, again.Looks)
	require.EqualValues(t, once.Total, again.Total)
	require.Contains(t, again.Reason, "Having looked 3 times, the risk is 9.27 %, not 4.96 %.")
	require.Zero(t, again.Strict, "the two looks before have used up the risk")
	require.Contains(t, again.Reason, "No extension keeps it")

	// The look that meets the plan at last bears the same risk.
	met, err := p.Expand(Result{N: 124, Deviations: 2}, 0, Look{59, 1}, Look{93, 2})
	require.NoError(t, err)
	require.InDelta(t, staged.Acceptance, met.OverallRisk, 1e-13)
	require.Zero(t, met.More)
	require.Zero(t, met.Strict)
	require.Contains(t, met.Reason, "Having looked 3 times, the risk is 9.27 %")
	require.Contains(t, met.Reason, "not shown to be within 5 %")
}

// The overall risk is that of the staged plan which the looks amount to, for any looks.
func TestLooksAgainstTheStagedPlan(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	extended := 0
	for range 400 {
		p := Plan{Tolerable: []Rate{"0.05", "0.2", "0.1"}[r.IntN(3)], Expected: "0", Risk: []Rate{"0.05", "0.1", "0.3"}[r.IntN(3)]}
		switch r.IntN(3) {
		case 0:
			p.Population = 300 + r.Int64N(400)
		case 1:
			p.Model = Poisson
		}
		var earlier []Look
		n, k := int64(0), int64(0)
		for range r.IntN(4) {
			n += 2 + r.Int64N(40)
			k += r.Int64N(3)
			earlier = append(earlier, Look{n, k})
		}
		found := Result{N: n + 2 + r.Int64N(40)}
		found.Deviations = k + r.Int64N(3)
		further := r.Int64N(3)
		e, err := p.Expand(found, further, earlier...)
		require.NoError(t, err, "%+v %+v", earlier, found)
		if e.Total == 0 || e.More == 0 {
			continue
		}
		extended++
		s := newSearch(p)
		var stages []Stage
		seen := int64(0)
		for _, size := range append(sizesOf(earlier), found.N) {
			stages = append(stages, Stage{size - seen, s.accepted(size, e.Acceptance+1), e.Acceptance + 1})
			seen = size
		}
		for total, risk := range map[int64]float64{e.Total: e.OverallRisk, e.Strict: e.StrictRisk} {
			if total == 0 {
				continue
			}
			all := append(stages[:len(stages):len(stages)], Stage{total - seen, e.Acceptance, e.Acceptance + 1})
			at, err := StagedPlan{Model: p.Model, Population: p.Population, Stages: all}.At(p.Tolerable)
			require.NoError(t, err)
			require.InDelta(t, at.Acceptance, risk, 1e-12, "%+v %+v %+v", p, earlier, e)
		}
		requireCostsAgree(t, p, e)
	}
	require.Greater(t, extended, 100)
}

func sizesOf(looks []Look) (sizes []int64) {
	for _, l := range looks {
		sizes = append(sizes, l.ItemsInAll)
	}
	return sizes
}

// requireCostsAgree demands that the risks printed stand to each other as the risks do.
func requireCostsAgree(t *testing.T, p Plan, e Expansion) {
	t.Helper()
	printed := percentages(t, e.Reason)
	planned := rat(t, p.Risk)
	if e.OverallRisk <= e.Risk*(1+slack) {
		require.LessOrEqual(t, printed[0].Cmp(planned), 0, e.Reason)
		return
	}
	require.Positive(t, printed[0].Cmp(printed[1]), e.Reason)
	require.LessOrEqual(t, printed[1].Cmp(planned), 0, e.Reason)
	require.Equal(t, e.OverallRisk > p.Risk.floatOrZero(), printed[0].Cmp(planned) > 0, e.Reason)
}

func TestCostsOfSmallRisksAreTold(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "1e-7"}
	e, err := p.Expand(Result{N: 320, Deviations: 1}, 0)
	require.NoError(t, err)
	require.Contains(t, e.Reason, "the risk is 0.000016 %, not 0.0000097 %. With 396 items in all it stays within 0.00001 %.")
	requireCostsAgree(t, p, e)
	e, err = Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}.Expand(Result{N: 25}, 0)
	require.NoError(t, err)
	require.Contains(t, e.Reason, "No look before could have met the plan, so that the risk is 4.85 %.")
}

// Where too many numbers lie between, what is said is a bound and says so, and nothing is denied that is not proved.
func TestWideExpansionsAreBounded(t *testing.T) {
	for _, c := range []struct {
		plan  Plan
		found Result
	}{
		{Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}, Result{N: 1_000_000, Deviations: 50_700}},
		{Plan{Tolerable: "0.05", Expected: "0", Risk: "0.999999999999999"}, Result{N: 100_000, Deviations: 99_999}},
		{Plan{Tolerable: "0.5", Expected: "0", Risk: "0.05", Population: MaxPopulation}, Result{N: 1_000_000_000, Deviations: 500_100_000}},
		{Plan{Tolerable: "0.5", Expected: "0", Risk: "0.05", Population: MaxPopulation}, Result{N: 500_000_000_000, Deviations: 249_999_417_500}},
		{Plan{Model: Poisson, Tolerable: "0.5", Expected: "0", Risk: "0.05"}, Result{N: 1_000_000_000, Deviations: 499_963_900}},
		{Plan{Tolerable: "0.5", Expected: "0", Risk: "0.05"}, Result{N: 900_000_000_000, Deviations: 449_999_220_100}},
	} {
		e, err := c.plan.Expand(c.found, 0)
		require.NoError(t, err)
		if e.IsBound {
			require.NotContains(t, e.Reason, "No extension keeps")
			require.Contains(t, e.Reason, "the risk is at most ")
			s := newSearch(c.plan)
			first, _ := s.at(c.found.N).tails(s.accepted(c.found.N, e.Acceptance+1))
			require.InDelta(t, min(1, first+e.Risk), e.OverallRisk, 1e-12)
			require.True(t, e.Strict == 0 || e.StrictRisk <= c.plan.Risk.floatOrZero())
		}
	}
	// A course that can still be followed exactly is below its bound.
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	s := newSearch(p)
	followed, bounded := s.coursed([]int64{59, 93}, 2), s.coursed([]int64{59, 93}, 2)
	bounded.isBound, bounded.met = true, 0
	for _, n := range []int64{59, 93} {
		met, _ := s.at(n).tails(s.accepted(n, 3))
		bounded.met += met
	}
	require.Less(t, followed.overall(&s, 124), bounded.overall(&s, 124))
}

func TestLooksHaveToGrow(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	found := Result{N: 93, Deviations: 2}
	for _, c := range []struct {
		path  string
		looks []Look
	}{
		{"/earlier/1/itemsInAll", []Look{{59, 1}, {34, 1}}}, // sizes of the groups
		{"/earlier/0/itemsInAll", []Look{{0, 0}}},
		{"/earlier/0/itemsInAll", []Look{{93, 2}}},
		{"/earlier/1/deviationsInAll", []Look{{50, 2}, {60, 1}}},
		{"/earlier/1/deviationsInAll", []Look{{50, 0}, {51, 2}}},
		{"/earlier/0/deviationsInAll", []Look{{50, -1}}},
		{"/earlier/0/deviationsInAll", []Look{{50, 3}}},
		{"/earlier/0/deviationsInAll", []Look{{92, 0}}},
		{"/earlier", make([]Look, MaxLooks+1)},
	} {
		_, err := p.Expand(found, 0, c.looks...)
		require.ErrorContains(t, err, c.path)
		var l problem.List
		checkLooks(&l, c.looks, found)
		require.Equal(t, CodeLooksInconsistent, l[0].Code)
	}
	looks := make([]Look, MaxLooks)
	for i := range looks {
		looks[i] = Look{int64(i) + 1, 0}
	}
	_, err := p.Expand(found, 0, looks...)
	require.NoError(t, err)
}

func TestSentencesAboutOneItemAreGrammatical(t *testing.T) {
	p := Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	for _, c := range []struct {
		plan  Plan
		found Result
		want  string
	}{
		{p, Result{N: 93}, "No deviation among 93 items: the plan is met, and there is nothing to extend."},
		{p, Result{N: 93, Deviations: 1}, "1 deviation among 93 items: the plan is met"},
		{Plan{Tolerable: "1e-13", Expected: "0", Risk: "0.9"}, Result{N: 1_000_000_000_000, Deviations: 1}, "With 1 deviation no sample meets the plan."},
		{Plan{Tolerable: "0.5", Expected: "0", Risk: "0.05", Population: 2}, Result{N: 1, Deviations: 1}, "With 1 deviation no sample of the 2 items meets the plan"},
	} {
		e, err := c.plan.Expand(c.found, 0)
		require.NoError(t, err)
		require.Contains(t, e.Reason, c.want, fmt.Sprintf("%+v", c))
	}
}
