package monetary

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// sampleOf returns items of the given book and audited values in units of two decimals.
func sampleOf(name string, books, audited []int64) []Examined {
	items := make([]Examined, len(books))
	for i := range books {
		items[i] = Examined{ID: fmt.Sprint(name, i), Book: AmountOf(books[i], 2), Audited: AmountOf(audited[i], 2)}
	}
	return items
}

func sixItems(e Estimator) Estimation {
	s := ItemStratum{ID: "all", Items: 40, BookValue: "9000.00", Sample: sampleOf("a",
		[]int64{10000, 20000, 35000, 40000, 12500, 8000}, []int64{9000, 20000, 35000, 38012, 12500, 8100})}
	if e == MeanPerUnit {
		s.Items = 0
	}
	return Estimation{Estimator: e, Confidence: "0.95", Strata: []ItemStratum{s}}
}

// The figures in smallest units were computed in 40 digits from the definitions, with two passes and quantiles by halving.
func TestEstimatesOfSixItems(t *testing.T) {
	for _, c := range []struct {
		estimator                                 Estimator
		point, standardError, lower, upper, above string
	}{
		{Direct, "817413.3333333333333333333", "198270.0912504063090931378", "307743.8382150841036462439", "1327082.828451582563020423", "482110.4915213881814190061"},
		{Difference, "880746.6666666666666666667", "12725.29309856729565004643", "848035.2593743414105159073", "913458.073958991922817426", "44895.41449178732209941955"},
		{Ratio, "879289.2430278884462151394", "11178.18499228001004086101", "850554.803731350984633752", "908023.6823244259077965269", "43235.34045762101211561784"},
		{Regression, "878798.047543581616481775", "12371.46651900881774570436", "844449.349882761188724667", "913146.7452044020442388829", "47576.02359711508301191648"},
		{MeanPerUnit, "879420.0", "16006.37060673030899193047", "838274.3144638760370103659", "920565.6855361239629896341", "52833.61105405744135587926"},
	} {
		e := sixItems(c.estimator)
		m, l := e.strata()
		require.Empty(t, l)
		a := e.combine(m)
		close := func(want string, got *big.Float) {
			t.Helper()
			w, err := strconv.ParseFloat(want, 64)
			require.NoError(t, err)
			g, _ := got.Float64()
			require.InEpsilon(t, w, g, 1e-12, c.estimator)
		}
		close(c.point, a.point)
		close(c.standardError, a.standardError())
		two, one := a.margin(big.NewRat(25, 1000)), a.margin(big.NewRat(5, 100))
		close(c.lower, exact().Sub(a.point, two))
		close(c.upper, exact().Add(a.point, two))
		close(c.above, exact().Add(exact().Sub(exact().SetInt64(900_000), a.point), one))

		got, err := e.Estimate()
		require.NoError(t, err)
		unit := func(s string, round func(float64) float64) Amount {
			x, err := strconv.ParseFloat(s, 64)
			require.NoError(t, err)
			return AmountOf(int64(round(x)), 2)
		}
		require.Equal(t, unit(c.point, math.Round), got.AuditedValue)
		require.Equal(t, unit(c.standardError, math.Ceil), got.StandardError)
		require.Equal(t, unit(c.lower, math.Floor), got.LowerLimit)
		require.Equal(t, unit(c.upper, math.Ceil), got.UpperLimit)
		require.Equal(t, unit(c.above, math.Ceil), got.UpperMisstatement)
		require.Equal(t, Amount("9000.00"), got.BookValue)
		freedom := map[Estimator]float64{Regression: 4}[c.estimator]
		require.Equal(t, max(5*(1-freedom/4), freedom), got.DegreesOfFreedom)
	}
}

func TestStrataAddUp(t *testing.T) {
	e := sixItems(Difference)
	e.Strata = append(e.Strata, ItemStratum{ID: "small", Items: 20, BookValue: "140.00",
		Sample: sampleOf("b", []int64{500, 700, 900, 650}, []int64{500, 650, 900, 655})})
	m, l := e.strata()
	require.Empty(t, l)
	a := e.combine(m)
	point, _ := a.point.Float64()
	se, _ := a.standardError().Float64()
	assert.InEpsilon(t, 894521.6666666666666666667, point, 1e-13)
	assert.InEpsilon(t, 12727.4081327573438422523, se, 1e-13)
	assert.InEpsilon(t, 5.003324049444188922980486, a.freedom, 1e-13)
	lower, _ := exact().Sub(a.point, a.margin(big.NewRat(25, 1000))).Float64()
	assert.InEpsilon(t, 861811.3591288105227685715, lower, 1e-12)

	// A stratum of which everything was examined adds its audited value and no error.
	e.Strata = append(e.Strata, ItemStratum{ID: "large", Items: 2, BookValue: "5000.00",
		Sample: sampleOf("c", []int64{200_000, 300_000}, []int64{199_000, 300_000})})
	got, err := e.Estimate()
	require.NoError(t, err)
	assert.Equal(t, AmountOf(894522+499_000, 2), got.AuditedValue)
	assert.InEpsilon(t, 5.003324049444188922980486, got.DegreesOfFreedom, 1e-13)
	assert.Equal(t, Amount("127.28"), got.StandardError)
	assert.Equal(t, Amount("14140.00"), got.BookValue)

	e.Strata = e.Strata[2:]
	got, err = e.Estimate()
	require.NoError(t, err)
	assert.Equal(t, []Amount{"4990.00", "4990.00", "4990.00", "0.00", "10.00", "10.00"},
		[]Amount{got.AuditedValue, got.LowerLimit, got.UpperLimit, got.StandardError, got.Misstatement, got.UpperMisstatement})
	assert.Zero(t, got.DegreesOfFreedom)
	assert.Empty(t, got.Warnings)
}

// The definitions, in two passes over float64.
func TestEstimatesAgainstDefinitions(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := 3 + random.IntN(60)
		books, audited := make([]int64, n), make([]int64, n)
		x, y := make([]float64, n), make([]float64, n)
		for i := range n {
			books[i] = 1 + random.Int64N(1_000_000)
			audited[i] = max(0, books[i]-random.Int64N(3)*random.Int64N(books[i]))
			x[i], y[i] = float64(books[i]), float64(audited[i])
		}
		items := int64(n) + 1 + random.Int64N(5000)
		total := random.Int64N(1_000_000_000)
		mean := func(v []float64) (m float64) {
			for _, a := range v {
				m += a / float64(n)
			}
			return m
		}
		mx, my := mean(x), mean(y)
		var sxx, sxy float64
		for i := range n {
			sxx += (x[i] - mx) * (x[i] - mx)
			sxy += (x[i] - mx) * (y[i] - my)
		}
		big, book := float64(items), float64(total)
		slope, ratio := sxy/sxx, my/mx
		for estimator, c := range map[Estimator]struct {
			point    float64
			residual func(i int) float64
		}{
			Direct:     {big * my, func(i int) float64 { return y[i] - my }},
			Difference: {book + big*(my-mx), func(i int) float64 { return y[i] - x[i] - (my - mx) }},
			Ratio:      {book * ratio, func(i int) float64 { return y[i] - ratio*x[i] }},
			Regression: {big*my + slope*(book-big*mx), func(i int) float64 { return y[i] - my - slope*(x[i]-mx) }},
		} {
			squares := 0.0
			for i := range n {
				squares += c.residual(i) * c.residual(i)
			}
			want := big * math.Sqrt((1-float64(n)/big)/float64(n)*squares/float64(int64(n)-estimator.fitted()))
			e := Estimation{estimator, "0.9", []ItemStratum{{"s", items, AmountOf(total, 2), sampleOf("i", books, audited)}}}
			m, l := e.strata()
			require.Empty(t, l)
			a := e.combine(m)
			se, _ := a.standardError().Float64()
			point, _ := a.point.Float64()
			require.InEpsilon(t, want, se, 1e-9, estimator)
			require.InDelta(t, c.point, point, 1e-9*(math.Abs(c.point)+book), estimator)
		}
	}
}

// Limits at 90 % hold the audited value about nine times in ten, and never much less.
func TestEstimatesCover(t *testing.T) {
	random := rand.New(rand.NewPCG(42, 1))
	const items, n, rounds = 800, 60, 500
	books, audited := make([]int64, items), make([]int64, items)
	var book, truth int64
	for i := range items {
		books[i] = 5000 + random.Int64N(60_000)
		audited[i] = books[i] - random.Int64N(2)*random.Int64N(books[i]/4)
		book += books[i]
		truth += audited[i]
	}
	for _, estimator := range []Estimator{Direct, Difference, Ratio, Regression} {
		within := 0
		for range rounds {
			var b, a []int64
			for _, i := range random.Perm(items)[:n] {
				b, a = append(b, books[i]), append(a, audited[i])
			}
			e := Estimation{estimator, "0.9", []ItemStratum{{"s", items, AmountOf(book, 2), sampleOf("i", b, a)}}}
			got, err := e.Estimate()
			require.NoError(t, err)
			if got.LowerLimit.Compare(AmountOf(truth, 2)) <= 0 && got.UpperLimit.Compare(AmountOf(truth, 2)) >= 0 {
				within++
			}
		}
		require.InDelta(t, 0.9, float64(within)/rounds, 0.045, estimator)
	}
}

func TestMultiplicityIsRepetition(t *testing.T) {
	e := sixItems(MeanPerUnit)
	e.Strata[0].Sample[3].Times = 3
	got, err := e.Estimate()
	require.NoError(t, err)
	for _, id := range []string{"x", "y"} {
		again := e.Strata[0].Sample[3]
		again.ID, again.Times = id, 0
		e.Strata[0].Sample = append(e.Strata[0].Sample, again)
	}
	e.Strata[0].Sample[3].Times = 1
	want, err := e.Estimate()
	require.NoError(t, err)
	// But for what is said of the number of different items.
	require.Len(t, got.Warnings, len(want.Warnings))
	got.Warnings, want.Warnings = nil, nil
	require.Equal(t, want, got)
}

// One item does not show how much others differ, however often it was hit.
func TestFewDifferencesCountsItems(t *testing.T) {
	e := sixItems(MeanPerUnit)
	e.Strata[0].Sample[3].Times = FewDifferences
	got, err := e.Estimate()
	require.NoError(t, err)
	require.Contains(t, got.Warnings.String(), string(CodeFewDifferences))
}

// Of equal taints the limits are the estimate, whatever the fraction is in binary.
func TestMeanPerUnitOfEqualTaints(t *testing.T) {
	for parts := int64(3); parts < 60; parts++ {
		s := ItemStratum{ID: "s", BookValue: AmountOf(1000*parts, 2)}
		for i := range 2 + parts%11 {
			s.Sample = append(s.Sample, Examined{ID: fmt.Sprint(i), Book: AmountOf(parts, 2), Audited: AmountOf(parts-1, 2)})
		}
		got, err := Estimation{MeanPerUnit, "0.95", []ItemStratum{s}}.Estimate()
		require.NoError(t, err)
		want := AmountOf(1000*(parts-1), 2)
		require.Equal(t, []Amount{want, want, want}, []Amount{got.LowerLimit, got.AuditedValue, got.UpperLimit}, parts)
		require.Equal(t, []Amount{"10.00", "10.00", "10.00"}, []Amount{got.LowerMisstatement, got.Misstatement, got.UpperMisstatement}, parts)
	}
}

func TestWholeNumbersFitAmounts(t *testing.T) {
	_, err := downwards(exact().SetInt64(-1<<63), exact())
	require.ErrorIs(t, err, errOverflow)
	least, err := downwards(exact().SetInt64(-1<<63+1), exact())
	require.NoError(t, err)
	require.True(t, AmountOf(least, 0).IsValid())
}

func TestWarnings(t *testing.T) {
	codes := func(e Estimation) map[problem.Code]string {
		got, err := e.Estimate()
		require.NoError(t, err)
		all := map[problem.Code]string{}
		for _, w := range got.Warnings {
			require.Equal(t, problem.Warning, w.Severity)
			all[w.Code] = w.Path
		}
		return all
	}
	assert.Equal(t, map[problem.Code]string{CodeSmallSample: "/strata/0/sample"}, codes(sixItems(Direct)))
	assert.Equal(t, map[problem.Code]string{CodeSmallSample: "/strata/0/sample", CodeFewDifferences: "/strata"}, codes(sixItems(Difference)))
	for _, estimator := range []Estimator{MeanPerUnit, Difference, Ratio, Regression} {
		clean := sixItems(estimator)
		for i, x := range clean.Strata[0].Sample {
			clean.Strata[0].Sample[i].Audited = x.Book
		}
		assert.Contains(t, codes(clean), CodeNoVariability, estimator)
	}
}

// Below one half the limits of the misstatement change sides, which is said; at one half they meet.
func TestEstimateAtLowConfidence(t *testing.T) {
	for confidence, want := range map[sampling.Rate]struct{ order, warnings int }{"0.3": {1, 1}, "0.4999": {1, 1}, "0.5": {0, 0}, "0.51": {-1, 0}} {
		e := sixItems(Direct)
		e.Confidence = confidence
		got, err := e.Estimate()
		require.NoError(t, err)
		order := got.LowerMisstatement.Compare(got.UpperMisstatement)
		if want.order == 0 { // both are the estimate, rounded outwards
			require.LessOrEqual(t, got.LowerMisstatement.Compare(got.Misstatement), 0)
			require.GreaterOrEqual(t, got.UpperMisstatement.Compare(got.Misstatement), 0)
		} else {
			require.Equal(t, want.order, order, confidence)
		}
		require.Equal(t, want.warnings, countOf(got.Warnings, CodeLowConfidence), confidence)
	}
}

func countOf(l problem.List, code problem.Code) int {
	n := 0
	for _, p := range l {
		if p.Code == code && p.Severity == problem.Warning && p.Path == "/confidence" {
			n++
		}
	}
	return n
}

// Margins of more than 11 digits are rounded outwards to 11; the estimates are not rounded.
func TestLargeMarginsHave11Digits(t *testing.T) {
	e := Estimation{Direct, "0.95", []ItemStratum{{"s", 1000, "900000000000000.00", []Examined{
		{ID: "a", Book: "1", Audited: "123456789012.34"}, {ID: "b", Book: "1", Audited: "223456789012.35"}, {ID: "c", Book: "1", Audited: "323456789012.37"},
	}}}}
	got, err := e.Estimate()
	require.NoError(t, err)
	// 57,648,359,329,076.58, from the definition in 50 digits.
	require.Equal(t, Amount("57648359330000.00"), got.StandardError)
	require.Equal(t, Amount("223456789012353.33"), got.AuditedValue)
	for _, limit := range []Amount{got.LowerLimit, got.UpperLimit} {
		minor, err := limit.Minor(2)
		require.NoError(t, err)
		point, err := got.AuditedValue.Minor(2)
		require.NoError(t, err)
		margin := minor - point
		// The 17 digits of the margin in cents are a multiple of 10^6, but for the estimate's own rounding.
		require.InDelta(t, math.Round(float64(margin)/1e6)*1e6, float64(margin), 1)
	}
}

// What others call mean-per-unit is the direct estimator, by hand: 4 items of 3, 5 and 10 found, so that the mean is 6 and the
// variance (9 + 1 + 16) / 2 = 13. Whoever asks for it by the name of the estimator of units of money is told.
func TestMeanPerItemIsDirect(t *testing.T) {
	e := Estimation{Direct, "0.95", []ItemStratum{{"s", 4, "40", []Examined{{"a", "3", "3", 0}, {"b", "9", "5", 0}, {"c", "11", "10", 0}}}}}
	got, err := e.Estimate()
	require.NoError(t, err)
	require.Equal(t, Amount("24"), got.AuditedValue)
	require.Equal(t, Amount("5"), got.StandardError) // 4 x sqrt(1/4 x 13 / 3) = 4.16
	e.Estimator = MeanPerUnit
	require.ErrorContains(t, e.Validate().Err(), "the mean per item is the estimator direct")
	e.Strata[0].Items = 0
	got, err = e.Estimate()
	require.NoError(t, err)
	require.Equal(t, Amount("33"), got.AuditedValue) // 40 - 40 x (0 + 4/9 + 1/11) / 3 = 32.86
}

func TestEstimationProblems(t *testing.T) {
	for want, change := range map[string]func(*Estimation){
		"/estimator estimator-unknown":                   func(e *Estimation) { e.Estimator = "median" },
		"/confidence rate-out-of-range":                  func(e *Estimation) { e.Confidence = "1" },
		"/strata size-out-of-range":                      func(e *Estimation) { e.Strata = nil },
		"/strata/0/id id-repeated":                       func(e *Estimation) { e.Strata[0].ID = "" },
		"/strata/0/items size-out-of-range":              func(e *Estimation) { e.Strata[0].Items = 0 },
		"/strata/0/bookValue amount-invalid":             func(e *Estimation) { e.Strata[0].BookValue = "" },
		"/strata/0/sample/1/auditedValue amount-invalid": func(e *Estimation) { e.Strata[0].Sample[1].Audited = "1e5" },
		"/strata/0/sample/1/id id-repeated":              func(e *Estimation) { e.Strata[0].Sample[1].ID = "a0" },
		"/strata/0/sample/2/id id-invalid":               func(e *Estimation) { e.Strata[0].Sample[2].ID = "" },
		"/strata/0/sample/2/times size-out-of-range":     func(e *Estimation) { e.Strata[0].Sample[2].Times = 2 },
		"/strata/0/sample size-out-of-range":             func(e *Estimation) { e.Strata[0].Items = 5 },
		"/strata/0/bookValue total-out-of-range":         func(e *Estimation) { e.Strata[0].Items = 6 },
		"/strata/0/sample not-estimable":                 func(e *Estimation) { e.Strata[0].Sample = e.Strata[0].Sample[:2] },
		"/strata/0 total-out-of-range":                   func(e *Estimation) { e.Strata[0].BookValue = "9223372036854775807" },
		"/strata/0/sample/2/bookValue amount-invalid":    func(e *Estimation) { e.Strata[0].Sample[2].Book = "five" },
	} {
		e := sixItems(Regression)
		change(&e)
		var all []string
		for _, found := range e.Validate() {
			all = append(all, found.Path+" "+string(found.Code))
		}
		require.Equal(t, []string{want}, all)
		_, err := e.Estimate()
		require.ErrorContains(t, err, "monetary: estimation: ")
	}
	same := sixItems(Regression)
	for i := range same.Strata[0].Sample {
		same.Strata[0].Sample[i].Book = "5"
	}
	require.ErrorContains(t, same.Validate().Err(), "no slope")
	none := sixItems(Ratio)
	for i := range none.Strata[0].Sample {
		none.Strata[0].Sample[i].Book = "0"
	}
	require.ErrorContains(t, none.Validate().Err(), "no ratio")
	units := sixItems(MeanPerUnit)
	units.Strata[0].BookValue = "1254.99"
	require.ErrorContains(t, units.Validate().Err(), "/strata/0/sample")
	units.Strata[0].BookValue = "1255.00"
	require.Empty(t, units.Validate())
	units.Strata[0].Items = 5
	units.Strata[0].Sample[0].Book = "0"
	require.Len(t, units.Validate(), 2)
	_, err := Estimation{}.Estimate()
	require.Error(t, err)
}

func TestEstimateJSON(t *testing.T) {
	e := sixItems(Ratio)
	b, err := json.Marshal(e)
	require.NoError(t, err)
	var back Estimation
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, e, back)
	got, err := e.Estimate()
	require.NoError(t, err)
	b, err = json.Marshal(got)
	require.NoError(t, err)
	require.Contains(t, string(b), `{"estimator":"ratio","confidence":0.95,"bookValue":9000.00,"auditedValue":8792.89,"standardError":111.79,"degreesOfFreedom":5,"lowerLimit":8505.54,"upperLimit":9080.24,"misstatement":207.11,`)
}

// The quantile of the limits, at a confidence so low or so high that a float64 hardly holds it.
func TestExtremeConfidence(t *testing.T) {
	for _, confidence := range []sampling.Rate{"0.000000000000000000000000000001", "0.9999999999999999999999999999"} {
		for _, estimator := range Estimators() {
			e := sixItems(estimator)
			e.Confidence = confidence
			_, err := e.Estimate()
			if err != nil {
				require.ErrorIs(t, err, errOverflow)
			}
		}
	}
	require.True(t, math.IsNaN(distribution.StudentUpperQuantile(1, 3)))
}
