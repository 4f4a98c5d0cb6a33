package sampling

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

func TestStagedVectors(t *testing.T) {
	var file struct {
		Rows []struct {
			Name                   string
			Groups, Accept, Reject []int64
			Rate                   Rate
			Population             int64  `json:"N"`
			Deviations             int64  `json:"D"`
			P                      string `json:"p_accept"`
			ASN                    string `json:"average_sample_number"`
		}
	}
	readVectors(t, "sequential_oc", &file)
	require.NotEmpty(t, file.Rows)
	for _, row := range file.Rows {
		p := StagedPlan{Population: row.Population}
		for i, n := range row.Groups {
			p.Stages = append(p.Stages, Stage{n, row.Accept[i], row.Reject[i]})
		}
		var got CurvePoint
		var err error
		if row.Population > 0 {
			got, err = p.AtCount(row.Deviations)
		} else {
			got, err = p.At(row.Rate)
		}
		require.NoError(t, err)
		requireClose(t, row.P, got.Acceptance, row)
		requireClose(t, row.ASN, got.AverageSampleNumber, row)
	}
}

// slowStaged walks through every stage literally, with the deviations and the items that are left.
func slowStaged(stages []Stage, found, seen, population, deviations int64, rate *big.Rat) (accept, items *big.Rat) {
	s := stages[0]
	accept, items = new(big.Rat), big.NewRat(s.Items, 1)
	for x := int64(0); x <= s.Items; x++ {
		var p *big.Rat
		if population > 0 {
			left, bad := population-seen, deviations-found
			p = mul(choose(bad, x), choose(left-bad, s.Items-x))
			p.Quo(p, choose(left, s.Items))
		} else {
			q := new(big.Rat).Sub(big.NewRat(1, 1), rate)
			p = mul(choose(s.Items, x), power(rate, x), power(q, s.Items-x))
		}
		switch total := found + x; {
		case p.Sign() == 0 || total >= s.Reject:
		case total <= s.Accept:
			accept.Add(accept, p)
		default:
			a, n := slowStaged(stages[1:], total, seen+s.Items, population, deviations, rate)
			accept.Add(accept, mul(p, a))
			items.Add(items, mul(p, n))
		}
	}
	return accept, items
}

// randomStages returns a sound plan of up to four small groups.
func randomStages(r *rand.Rand) []Stage {
	stages := make([]Stage, 1+r.IntN(4))
	accept, reject := int64(r.IntN(3)-1), int64(0)
	for i := range stages {
		accept += int64(r.IntN(3))
		reject = max(reject, accept+1+int64(r.IntN(3)))
		stages[i] = Stage{1 + int64(r.IntN(6)), accept, reject}
	}
	last := len(stages) - 1
	stages[last].Accept = stages[last].Reject - 1
	return stages
}

func TestStagedAgainstLiteralOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	small := 0
	for range 3000 {
		p := StagedPlan{Stages: randomStages(r)}
		total := int64(0)
		for _, s := range p.Stages {
			total += s.Items
		}
		var got CurvePoint
		var err error
		var accept, items *big.Rat
		if r.IntN(2) == 0 {
			p.Population = total + int64(r.IntN(20))
			deviations := int64(r.IntN(int(p.Population) + 1))
			got, err = p.AtCount(deviations)
			require.Equal(t, deviations, got.Deviations)
			accept, items = slowStaged(p.Stages, 0, 0, p.Population, deviations, nil)
		} else {
			rate := []Rate{"0", "0.000001", "0.03", "0.1", "0.5", "0.875", "1"}[r.IntN(7)]
			got, err = p.At(rate)
			accept, items = slowStaged(p.Stages, 0, 0, 0, 0, rat(t, rate))
		}
		require.NoError(t, err)
		a, _ := accept.Float64()
		n, _ := items.Float64()
		require.InDelta(t, a, got.Acceptance, 1e-12*a+1e-15, "%+v", p)
		require.InDelta(t, n, got.AverageSampleNumber, 1e-12*n, "%+v", p)
		b, _ := new(big.Rat).Sub(big.NewRat(1, 1), accept).Float64()
		require.InDelta(t, b, got.Rejection, 1e-11*b, "%+v", p) // relative: also where it is small
		if b > 0 && b < scarce {
			small++
		}
	}
	require.Greater(t, small, 100)
}

// A rejection that is far below the last place of 1 keeps its digits.
func TestSmallRejectionsKeepTheirDigits(t *testing.T) {
	for population, rate := range map[int64]Rate{0: "0.0004", 5000: "0.0024"} {
		p := StagedPlan{Population: population, Stages: []Stage{{20, 1, 4}, {20, 2, 5}, {20, 5, 6}}}
		got, err := p.At(rate)
		require.NoError(t, err)
		accept, _ := slowStaged(p.Stages, 0, 0, population, 12, rat(t, rate))
		want, _ := new(big.Rat).Sub(big.NewRat(1, 1), accept).Float64()
		require.Less(t, want, 1e-6)
		require.InEpsilon(t, want, got.Rejection, 1e-11)
	}
	single, err := StagedPlan{Stages: []Stage{{100, 20, 21}}}.At("0.0001")
	require.NoError(t, err)
	accepted := slowBinomial(20, 100, big.NewRat(1, 10_000))
	want, _ := accepted.Sub(big.NewRat(1, 1), accepted).Float64()
	require.Less(t, want, 1e-60)
	require.InEpsilon(t, want, single.Rejection, 1e-12)
}

func TestCurvesAreBounded(t *testing.T) {
	wide := StagedPlan{Stages: make([]Stage, MaxStages)}
	for i := range wide.Stages {
		wide.Stages[i] = Stage{Items: 1000, Accept: -1, Reject: MaxStageWidth}
	}
	wide.Stages[MaxStages-1].Accept = MaxStageWidth - 1
	many, err := CurveRates("1", MaxCurvePoints-1)
	require.NoError(t, err)
	_, err = wide.Curve(many)
	require.ErrorContains(t, err, "at most 156 are expected")
	rates, err := CurveRates("0.03", 155)
	require.NoError(t, err)
	_, err = wide.Curve(rates)
	require.NoError(t, err)

	_, err = StagedPlan{Stages: []Stage{{1000, 3, 4}}}.Curve(rates)
	require.NoError(t, err)
	for _, p := range []StagedPlan{
		{Stages: []Stage{{1_000_000, 500_000, 500_001}}},
		{Population: 1_000_000_000_000, Stages: []Stage{{1_000_000_000, 500_000_000, 500_000_001}}},
		{Stages: []Stage{{100_000, 100, 200}, {100_000, 200, 500}, {100_000, 499, 500}}},
	} {
		most := many[:min(len(many), int(MaxCurveWork/max(1, p.open())))]
		points, err := p.Curve(most)
		require.NoError(t, err)
		require.Len(t, points, len(most))
	}
}

// The Poisson law has no items to walk through: the oracle convolves its probabilities.
func TestStagedPoissonAgainstConvolution(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		p := StagedPlan{Model: Poisson, Stages: randomStages(r)}
		const rate = 0.3
		reach := map[int64]float64{0: 1}
		accept, items := 0.0, 0.0
		for _, s := range p.Stages {
			next := make(map[int64]float64)
			for found, before := range reach {
				items += before * float64(s.Items)
				for x := int64(0); found+x < s.Reject; x++ {
					term := before * poisson(float64(x), rate*float64(s.Items), float64(x)-rate*float64(s.Items))
					if found+x <= s.Accept {
						accept += term
					} else {
						next[found+x] += term
					}
				}
			}
			reach = next
		}
		got, err := p.At("0.3")
		require.NoError(t, err)
		require.InDelta(t, accept, got.Acceptance, 1e-13, "%+v", p)
		require.InDelta(t, items, got.AverageSampleNumber, 1e-11, "%+v", p)
	}
}

// Dividing a sample into stages that only stop where its end is certain changes nothing but the items examined.
func TestStagesThatOnlyStopEarlyChangeNothing(t *testing.T) {
	for _, population := range []int64{0, 300} {
		whole := StagedPlan{Population: population, Stages: []Stage{{120, 3, 4}}}
		staged := StagedPlan{Population: population, Stages: []Stage{{40, -1, 4}, {40, -1, 4}, {40, 3, 4}}}
		for _, rate := range []Rate{"0", "0.01", "0.05", "0.3", "1"} {
			a, err := whole.At(rate)
			require.NoError(t, err)
			b, err := staged.At(rate)
			require.NoError(t, err)
			require.InDelta(t, a.Acceptance, b.Acceptance, 1e-12*a.Acceptance)
			require.LessOrEqual(t, b.AverageSampleNumber, a.AverageSampleNumber*(1+1e-12))
		}
	}
}

func TestCurvesFall(t *testing.T) {
	rates, err := CurveRates("0.3", 60)
	require.NoError(t, err)
	require.Len(t, rates, 61)
	require.Equal(t, Rate("0.000000000"), rates[0])
	require.Equal(t, Rate("0.005000000"), rates[1])
	require.Equal(t, Rate("0.300000000"), rates[60])
	for _, p := range []StagedPlan{
		{Stages: []Stage{{50, 0, 4}, {51, 1, 4}, {51, 2, 4}, {51, 3, 4}}},
		{Model: Poisson, Stages: []Stage{{50, 0, 4}, {51, 1, 4}, {51, 2, 4}, {51, 3, 4}}},
		{Population: 250, Stages: []Stage{{50, 0, 4}, {51, 1, 4}, {51, 2, 4}, {51, 3, 4}}},
		{Population: 1_000_000_000_000, Stages: []Stage{{77, 0, 2}, {77, 1, 2}}},
	} {
		points, err := p.Curve(rates)
		require.NoError(t, err)
		require.Equal(t, 1.0, points[0].Acceptance)
		for i := 1; i < len(points); i++ {
			require.LessOrEqual(t, points[i].Acceptance, points[i-1].Acceptance, "%+v", p)
			require.InDelta(t, 1, points[i].Acceptance+points[i].Rejection, 1e-12)
			require.GreaterOrEqual(t, points[i].AverageSampleNumber, float64(p.Stages[0].Items))
		}
	}
}

// The curve of a plan meets its two ends: the risk at the tolerable rate, and the size.
func TestCurveOfAPlanHoldsItsRisk(t *testing.T) {
	for _, p := range []Plan{
		{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"},
		{Tolerable: "0.05", Expected: "0.01", Risk: "0.05", Population: 1000, Convention: FloorPlus},
		{Model: Poisson, Tolerable: "0.05", Expected: "0.04", Risk: "0.05"},
		{Tolerable: "0.05", Expected: "0.0499", Risk: "0.2", Population: 1e12}, // an acceptance number of 168,438
	} {
		s, err := p.Size()
		require.NoError(t, err)
		points, err := p.Curve([]Rate{p.Tolerable})
		require.NoError(t, err)
		require.Equal(t, s.Risk, points[0].Acceptance)
		require.Equal(t, float64(s.N), points[0].AverageSampleNumber)
		require.Equal(t, s.Deviations, points[0].Deviations)
	}
	_, err := Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05", Population: 4}.Curve(nil)
	require.ErrorContains(t, err, "test every item")
	_, err = Plan{}.Curve(nil)
	require.ErrorContains(t, err, "/tolerableRate")
}

func TestStagedCodes(t *testing.T) {
	sound := StagedPlan{Stages: []Stage{{50, 0, 2}, {50, 1, 2}}}
	require.Empty(t, sound.Validate())
	for _, c := range []struct {
		code problem.Code
		path string
		plan StagedPlan
	}{
		{CodeStageCount, "/stages", StagedPlan{}},
		{CodeStageCount, "/stages", StagedPlan{Stages: make([]Stage, MaxStages+1)}},
		{CodeModelUnknown, "/model", StagedPlan{Model: "normal", Stages: sound.Stages}},
		{CodePopulationRange, "/population", StagedPlan{Population: -1, Stages: sound.Stages}},
		{CodeConventionUnknown, "/convention", StagedPlan{Convention: "up", Stages: sound.Stages}},
		{CodeSampleRange, "/stages/0/items", StagedPlan{Stages: []Stage{{0, 0, 1}}}},
		{CodeSampleRange, "/stages/1/items", StagedPlan{Population: 99, Stages: sound.Stages}},
		{CodeStageNumbers, "/stages/0/accept", StagedPlan{Stages: []Stage{{5, -2, 1}}}},
		{CodeStageNumbers, "/stages/0/accept", StagedPlan{Stages: []Stage{{5, math.MaxInt64, math.MinInt64}}}},
		{CodeStageNumbers, "/stages/0/reject", StagedPlan{Stages: []Stage{{5, 1, 1}}}},
		{CodeStageNumbers, "/stages/0/reject", StagedPlan{Stages: []Stage{{5, 1, 3}}}},
		{CodeStageNumbers, "/stages/1/accept", StagedPlan{Stages: []Stage{{5, 1, 4}, {5, 0, 4}}}},
		{CodeStageNumbers, "/stages/1/reject", StagedPlan{Stages: []Stage{{5, 1, 4}, {5, 1, 2}}}},
		{CodeStageNumbers, "/stages/0/reject", StagedPlan{Stages: []Stage{{5, 0, 1002}, {5, 1001, 1002}}}},
		{CodeStageNumbers, "/stages/1/reject", StagedPlan{Stages: []Stage{{5, 0, 4}, {5, 1002, 1003}}}},
	} {
		l := c.plan.Validate()
		require.NotEmpty(t, l, "%+v", c)
		require.Equal(t, c.code, l[0].Code, "%v", l)
		require.Equal(t, c.path, l[0].Path)
		_, err := c.plan.At("0.05")
		require.ErrorContains(t, err, c.path)
	}
	_, err := sound.AtCount(1)
	require.ErrorContains(t, err, "/model")
	_, err = StagedPlan{Population: 200, Stages: sound.Stages}.AtCount(201)
	require.ErrorContains(t, err, "/deviations")
	_, err = sound.Curve([]Rate{"0", "5%"})
	require.ErrorContains(t, err, "/rates/1")
	_, err = sound.Curve(make([]Rate, MaxCurvePoints+1))
	require.ErrorContains(t, err, "/rates")
	for _, steps := range []int64{0, -1, MaxCurvePoints} {
		_, err = CurveRates("1", steps)
		require.ErrorContains(t, err, "/steps")
	}
	_, err = CurveRates("2", 5)
	require.ErrorContains(t, err, "/highest")
}
