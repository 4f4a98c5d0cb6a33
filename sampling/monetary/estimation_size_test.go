package monetary

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// pilotOfThree varies by 13 in 100 items: (9 + 1 + 16) / 2 about a mean of 6.
func pilotOfThree() Estimation {
	return Estimation{Direct, "0.95", []ItemStratum{{"s", 100, "1000", []Examined{{"a", "3", "3", 0}, {"b", "9", "5", 0}, {"c", "11", "10", 0}}}}}
}

// By hand, with the printed quantiles 2.228 and 2.262 of 10 and 9 degrees of freedom: 100 x sqrt(13 x 0.89 / 11) x 2.228 = 228.5
// and 100 x sqrt(13 x 0.90 / 10) x 2.262 = 244.7.
func TestEstimationSizeByHand(t *testing.T) {
	for _, p := range []EstimationPlan{
		{Pilot: pilotOfThree(), Precision: "230"},
		{Pilot: pilotOfThree(), Precision: "230.99"},       // whole units, as the pilot has
		{Pilot: pilotOfThree(), PrecisionRate: "0.383334"}, // of 600
	} {
		got, err := p.Size()
		require.NoError(t, err)
		require.EqualValues(t, 11, got.N)
		require.Equal(t, []StratumSize{{"s", 11}}, got.Strata)
		require.Equal(t, []Amount{"230", "229", "245"}, []Amount{got.Precision, got.HalfWidth, got.HalfWidthOneLess})
		require.Equal(t, 10.0, got.DegreesOfFreedom)
		require.Contains(t, got.Warnings.String(), string(CodeSmallSample))
	}
}

// halfWidthOf returns the half-width by the definition, in floats, for a pilot of one stratum and a sample of n.
func halfWidthOf(t *testing.T, e Estimation, n int64) float64 {
	t.Helper()
	m, l := e.strata()
	require.Empty(t, l)
	s := m.strata[0]
	x, y := make([]float64, len(s.sample)), make([]float64, len(s.sample))
	mx, my := 0.0, 0.0
	for i, p := range s.sample {
		x[i], y[i] = float64(p.book), float64(p.audited)
		mx, my = mx+x[i]/float64(len(x)), my+y[i]/float64(len(x))
	}
	sxx, sxy, mt := 0.0, 0.0, 0.0
	for i := range x {
		sxx, sxy = sxx+(x[i]-mx)*(x[i]-mx), sxy+(x[i]-mx)*(y[i]-my)
		mt += (x[i] - y[i]) / x[i] / float64(len(x))
	}
	squares := 0.0
	for i := range x {
		r := map[Estimator]float64{
			Direct: y[i] - my, Difference: y[i] - x[i] - my + mx, Ratio: y[i] - my/mx*x[i],
			Regression: y[i] - my - sxy/sxx*(x[i]-mx), MeanPerUnit: (x[i]-y[i])/x[i] - mt,
		}[e.Estimator]
		squares += r * r
	}
	fitted := 1.0
	if e.Estimator == Regression {
		fitted = 2
	}
	v := squares / (float64(len(x)) - fitted)
	quantile := distribution.StudentUpperQuantile(0.05, float64(n)-fitted)
	if e.Estimator == MeanPerUnit {
		return float64(s.book) * math.Sqrt(v/float64(n)) * quantile
	}
	items := float64(s.items)
	return math.Sqrt(items*(items-float64(n))*v/float64(n)) * quantile
}

func TestEstimationSizeIsSmallest(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 15))
	for range 25 {
		for _, estimator := range []Estimator{MeanPerUnit, Direct, Difference, Ratio, Regression} {
			e := someStrata(random, estimator, 1, 40)
			e.Strata[0].Sample = append(e.Strata[0].Sample, Examined{ID: "z", Book: "77.77", Audited: "12.34"})
			e.Strata[0].Items += 1 + random.Int64N(3000)
			least := int64(2)
			switch estimator {
			case MeanPerUnit:
				e.Strata[0].Items = 0
			case Regression:
				least = 3
			}
			precision := 1 + int64(halfWidthOf(t, e, least+random.Int64N(300)))
			if e.Strata[0].Items > 0 && e.Strata[0].Items < 310 {
				continue
			}
			got, err := EstimationPlan{Pilot: e, Precision: AmountOf(precision, 2)}.Size()
			require.NoError(t, err)
			for n := least; n < got.N; n++ {
				require.Greater(t, halfWidthOf(t, e, n), float64(precision)*(1-1e-9))
			}
			half, err := got.HalfWidth.Minor(2)
			require.NoError(t, err)
			require.LessOrEqual(t, half, precision)
			require.InDelta(t, halfWidthOf(t, e, got.N), float64(half), 1+1e-9*float64(half))
			if got.N > least {
				less, err := got.HalfWidthOneLess.Minor(2)
				require.NoError(t, err)
				require.Greater(t, less, precision)
				require.InDelta(t, halfWidthOf(t, e, got.N-1), float64(less), 1+1e-9*float64(less))
			}
		}
	}
}

// A pilot that is as precise as wanted is large enough, and its own half-width is what is certified.
func TestEstimationSizeOfThePilotItself(t *testing.T) {
	for _, estimator := range []Estimator{MeanPerUnit, Direct, Difference, Ratio, Regression} {
		e := sixItems(estimator)
		estimate, err := e.Estimate()
		require.NoError(t, err)
		m, _ := e.strata()
		half, err := upwards(exact(), e.combine(m).margin(rat(t, "0.025")))
		require.NoError(t, err)
		got, err := EstimationPlan{Pilot: e, Precision: AmountOf(half, 2)}.Size()
		require.NoError(t, err)
		require.EqualValues(t, 6, got.N, estimator)
		require.Equal(t, got.Precision, got.HalfWidth)
		require.Equal(t, estimate.DegreesOfFreedom, got.DegreesOfFreedom)
	}
}

// Of all divisions of a sample among strata the one given has the smallest variance.
func TestApportionmentIsBest(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 12))
	for range 40 {
		e := someStrata(random, Difference, 3, 3)
		for i := range e.Strata {
			e.Strata[i].Items = int64(len(e.Strata[i].Sample)) + 1 + random.Int64N(7)
		}
		m, l := e.strata()
		require.Empty(t, l)
		a := newApportionment(Difference, m)
		for {
			got, _ := a.variance()
			best := math.Inf(1)
			for i := int64(2); i <= a.strata[0].items; i++ {
				for j := int64(2); j <= a.strata[1].items; j++ {
					k := a.n - i - j
					if k < 2 || k > a.strata[2].items {
						continue
					}
					other := &apportionment{strata: append([]apportioned{}, a.strata...)}
					other.strata[0].n, other.strata[1].n, other.strata[2].n = i, j, k
					v, _ := other.variance()
					f, _ := v.Float64()
					best = math.Min(best, f)
				}
			}
			f, _ := got.Float64()
			require.InDelta(t, best, f, 1e-9*best)
			if !a.grows() {
				break
			}
			a.grow()
		}
	}
}

// The estimate of a stratified sample of the size has the half-width that was certified, where its items vary as the pilot's do.
func TestEstimationSizeOfStrata(t *testing.T) {
	pilot := Estimation{Estimator: Direct, Confidence: "0.9"}
	for i, spread := range []int64{100, 1000} { // standard deviations of 1:10, items of 4:1
		pilot.Strata = append(pilot.Strata, ItemStratum{fmt.Sprint(i), []int64{4000, 1000}[i], "0.00",
			sampleOf(fmt.Sprint(i, "-"), []int64{0, 0}, []int64{5000 - spread, 5000 + spread})})
	}
	pilot.Strata = append(pilot.Strata, ItemStratum{"whole", 2, "10.00", sampleOf("w", []int64{500, 500}, []int64{0, 500})})
	got, err := EstimationPlan{Pilot: pilot, Precision: "2000.00"}.Size()
	require.NoError(t, err)
	n := []int64{got.Strata[0].N, got.Strata[1].N, got.Strata[2].N}
	require.Equal(t, got.N, n[0]+n[1]+n[2])
	require.EqualValues(t, 2, n[2])
	require.InDelta(t, 2.5, float64(n[1])/float64(n[0]), 0.1) // 1000 x 10 : 4000 x 1
	variance, weighed := 0.0, 0.0
	for i, items := range []float64{4000, 1000} {
		size := float64(n[i])
		own := items * (items - size) / size * []float64{20_000, 2_000_000}[i]
		variance += own
		weighed += own * own / (size - 1)
	}
	freedom := variance * variance / weighed
	require.InEpsilon(t, freedom, got.DegreesOfFreedom, 1e-12)
	half, err := got.HalfWidth.Minor(2)
	require.NoError(t, err)
	require.EqualValues(t, math.Ceil(math.Sqrt(variance)*distribution.StudentUpperQuantile(0.05, freedom)), half)
	require.Equal(t, 1, got.HalfWidthOneLess.Compare(got.Precision))
}

func TestEstimationSizeAtItsEnds(t *testing.T) {
	// Units of money are never all examined: the smallest unit takes more of them than are planned.
	units := sixItems(MeanPerUnit)
	got, err := EstimationPlan{Pilot: units, Precision: "0.01"}.Size()
	require.NoError(t, err)
	require.Zero(t, got.N)
	require.Equal(t, "no sample: it would be larger than 1000000, the largest sample that is planned", got.Reason)
	// Items are.
	got, err = EstimationPlan{Pilot: sixItems(Difference), Precision: "0.01"}.Size()
	require.NoError(t, err)
	require.EqualValues(t, 40, got.N)
	require.Equal(t, Amount("0.00"), got.HalfWidth)
	require.Zero(t, got.DegreesOfFreedom)
	// Close to all of very many, where the variance that is added up is hardly known.
	many := sixItems(Direct)
	many.Confidence, many.Strata[0].Items = "0.9", MaxSize
	got, err = EstimationPlan{Pilot: many, Precision: "1000.00"}.Size()
	require.NoError(t, err)
	require.Less(t, got.N, int64(MaxSize))
	require.LessOrEqual(t, halfWidthOf(t, many, got.N), 100_000.0)
	require.Greater(t, halfWidthOf(t, many, got.N-1), 100_000.0)
	// A pilot that does not vary says nothing.
	clean := sixItems(Ratio)
	for i, x := range clean.Strata[0].Sample {
		clean.Strata[0].Sample[i].Audited = x.Book
	}
	got, err = EstimationPlan{Pilot: clean, Precision: "0.01"}.Size()
	require.NoError(t, err)
	require.EqualValues(t, 2, got.N)
	require.Empty(t, got.HalfWidthOneLess)
	require.Contains(t, got.Warnings.String(), string(CodeNoVariability))
	for _, confidence := range []sampling.Rate{"0.000000000000000000000000000001", "0.9999999999999999999999999999"} {
		for _, estimator := range Estimators() {
			e := sixItems(estimator)
			e.Confidence = confidence
			_, err := EstimationPlan{Pilot: e, PrecisionRate: "0.01"}.Size()
			require.Equal(t, estimator.isCombined(), err != nil)
		}
	}
}

func TestEstimationPlanProblems(t *testing.T) {
	for want, p := range map[string]EstimationPlan{
		" one-of-expected":                    {Pilot: pilotOfThree()},
		"/precision amount-invalid":           {Pilot: pilotOfThree(), Precision: "1e5"},
		"/precision amount-out-of-range":      {Pilot: pilotOfThree(), Precision: "-1"},
		"/precisionRate rate-out-of-range":    {Pilot: pilotOfThree(), PrecisionRate: "1"},
		"/precisionRate amount-out-of-range":  {Pilot: pilotOfThree(), PrecisionRate: "0.001"},
		"/pilot/estimator not-estimable":      {Pilot: sixItems(CombinedRatio), Precision: "1"},
		"/pilot/confidence rate-out-of-range": {Pilot: Estimation{Direct, "1", pilotOfThree().Strata}, Precision: "1"},
		"/precision total-out-of-range":       {Pilot: sixItems(Direct), Precision: "9223372036854775807"},
	} {
		var all []string
		for _, found := range p.Validate() {
			all = append(all, found.Path+" "+string(found.Code))
		}
		require.Equal(t, []string{want}, all)
		_, err := p.Size()
		require.ErrorContains(t, err, "monetary: estimation plan: ")
	}
}

func TestEstimationPlanJSON(t *testing.T) {
	p := EstimationPlan{Pilot: pilotOfThree(), Precision: "230"}
	b, err := json.Marshal(p)
	require.NoError(t, err)
	var back EstimationPlan
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, p, back)
	got, err := p.Size()
	require.NoError(t, err)
	b, err = json.Marshal(got)
	require.NoError(t, err)
	require.Contains(t, string(b), `{"n":11,"strata":[{"id":"s","n":11}],"precision":230,"halfWidth":229,"halfWidthOneLess":245,"degreesOfFreedom":10,"warnings":[`)
}

// Any plan that can be read has a size, a reason or problems.
func FuzzEstimationPlan(f *testing.F) {
	f.Add([]byte(`{"pilot":{"estimator":"direct","confidence":0.95,"strata":[{"id":"s","items":100,"bookValue":1000,"sample":[{"id":"a","bookValue":3,"auditedValue":3},{"id":"b","bookValue":9,"auditedValue":5}]}]},"precision":230}`))
	f.Add([]byte(`{"pilot":{"estimator":"mean-per-unit","confidence":1e-30,"strata":[{"id":"s","bookValue":9223372036854775807,"sample":[{"id":"a","bookValue":1,"auditedValue":-9223372036854775807},{"id":"b","bookValue":9,"auditedValue":5,"times":1000000}]}]},"precisionRate":0.5}`))
	f.Add([]byte(`{"pilot":{"estimator":"regression","confidence":0.999999999999999999,"strata":[{"id":"s","items":9007199254740991,"bookValue":1000,"sample":[{"id":"a","bookValue":3,"auditedValue":3},{"id":"b","bookValue":9,"auditedValue":5},{"id":"c","bookValue":10,"auditedValue":5}]},{"id":"w","items":1,"bookValue":5,"sample":[{"id":"x","bookValue":5,"auditedValue":3}]}]},"precision":1}`))
	f.Fuzz(func(t *testing.T, document []byte) {
		var p EstimationPlan
		if json.Unmarshal(document, &p) != nil {
			return
		}
		got, err := p.Size()
		if (err == nil) != (p.Validate().Err() == nil) {
			t.Fatal(err)
		}
		if err != nil {
			return
		}
		if (got.N == 0) != (got.Reason != "") || got.N > 0 && (got.HalfWidth.Compare(got.Precision) > 0 || got.HalfWidthOneLess != "" && got.HalfWidthOneLess.Compare(got.Precision) <= 0) || math.IsNaN(got.DegreesOfFreedom) {
			t.Fatalf("%+v", got)
		}
		if _, err := json.Marshal(got); err != nil {
			t.Fatal(err)
		}
	})
}
