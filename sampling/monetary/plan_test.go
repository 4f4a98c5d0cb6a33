package monetary

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// The sample sizes of table C-1 of the audit sampling guide of 2017, for the tolerable rates of the first line and, in each
// further line, a risk and the ratio of expected to tolerable misstatement.
var publishedRates = []sampling.Rate{"0.5", "0.3", "0.1", "0.08", "0.06", "0.05", "0.04", "0.03", "0.02", "0.01", "0.005"}

var publishedSizes = []struct {
	risk, ratio sampling.Rate
	sizes       []int64
}{
	{"0.05", "0", []int64{6, 10, 30, 38, 50, 60, 75, 100, 150, 300, 600}},
	{"0.05", "0.1", []int64{8, 13, 37, 46, 62, 74, 92, 123, 184, 368, 736}},
	{"0.05", "0.2", []int64{10, 16, 47, 58, 78, 93, 116, 155, 232, 463, 925}},
	{"0.05", "0.3", []int64{12, 20, 60, 75, 100, 120, 150, 200, 300, 600, 1199}},
	{"0.05", "0.4", []int64{17, 27, 81, 102, 135, 162, 203, 270, 405, 809, 1618}},
	{"0.05", "0.5", []int64{24, 39, 116, 145, 193, 231, 289, 385, 577, 1154, 2308}},
	{"0.1", "0", []int64{5, 8, 24, 29, 39, 47, 58, 77, 116, 231, 461}},
	{"0.1", "0.2", []int64{7, 12, 35, 43, 57, 69, 86, 114, 171, 341, 682}},
	{"0.1", "0.3", []int64{9, 15, 44, 55, 73, 87, 109, 145, 217, 433, 866}},
	{"0.1", "0.4", []int64{12, 20, 58, 72, 96, 115, 143, 191, 286, 572, 1144}},
	{"0.1", "0.5", []int64{16, 27, 80, 100, 134, 160, 200, 267, 400, 799, 1597}},
	{"0.15", "0", []int64{4, 7, 19, 24, 32, 38, 48, 64, 95, 190, 380}},
	{"0.15", "0.2", []int64{6, 10, 28, 35, 46, 55, 69, 91, 137, 273, 545}},
	{"0.15", "0.3", []int64{7, 12, 35, 43, 57, 69, 86, 114, 171, 341, 681}},
	{"0.15", "0.4", []int64{9, 15, 45, 56, 74, 89, 111, 148, 221, 442, 883}},
	{"0.15", "0.5", []int64{13, 21, 61, 76, 101, 121, 151, 202, 302, 604, 1208}},
	{"0.2", "0", []int64{4, 6, 17, 21, 27, 33, 41, 54, 81, 161, 322}},
	{"0.2", "0.2", []int64{5, 8, 23, 29, 38, 46, 57, 76, 113, 226, 451}},
	{"0.2", "0.3", []int64{6, 10, 28, 35, 47, 56, 70, 93, 139, 277, 554}},
	{"0.2", "0.4", []int64{8, 12, 36, 45, 59, 71, 89, 118, 177, 354, 707}},
	{"0.2", "0.5", []int64{10, 16, 48, 60, 80, 95, 119, 159, 238, 475, 949}},
	{"0.25", "0", []int64{3, 5, 14, 18, 24, 28, 35, 47, 70, 139, 278}},
	{"0.25", "0.2", []int64{4, 7, 19, 24, 32, 38, 48, 64, 95, 190, 380}},
	{"0.25", "0.3", []int64{5, 8, 23, 29, 39, 46, 58, 77, 115, 230, 460}},
	{"0.25", "0.4", []int64{6, 10, 29, 37, 49, 58, 73, 97, 145, 289, 578}},
	{"0.25", "0.5", []int64{8, 13, 38, 48, 64, 76, 95, 127, 190, 380, 760}},
	{"0.3", "0", []int64{3, 5, 13, 16, 21, 25, 31, 41, 61, 121, 241}},
	{"0.3", "0.2", []int64{4, 6, 17, 21, 27, 33, 41, 54, 81, 162, 323}},
	{"0.3", "0.4", []int64{5, 8, 24, 30, 40, 48, 60, 80, 120, 239, 477}},
	{"0.3", "0.6", []int64{9, 15, 43, 54, 71, 85, 107, 142, 213, 425, 850}},
	{"0.35", "0", []int64{3, 4, 11, 14, 18, 21, 27, 35, 53, 105, 210}},
	{"0.35", "0.2", []int64{3, 5, 14, 18, 23, 28, 35, 46, 69, 138, 276}},
	{"0.35", "0.4", []int64{4, 7, 20, 25, 34, 40, 50, 67, 100, 199, 397}},
	{"0.35", "0.6", []int64{7, 12, 34, 43, 57, 68, 85, 113, 169, 338, 676}},
	{"0.5", "0", []int64{2, 3, 7, 9, 12, 14, 18, 24, 35, 70, 139}},
	{"0.5", "0.2", []int64{2, 3, 9, 11, 15, 18, 22, 29, 44, 87, 173}},
	{"0.5", "0.4", []int64{3, 4, 12, 15, 19, 23, 29, 38, 57, 114, 228}},
	{"0.5", "0.6", []int64{4, 6, 17, 22, 29, 34, 43, 57, 85, 170, 340}},
}

func TestPublishedSizes(t *testing.T) {
	cells := 0
	for _, line := range publishedSizes {
		require.Len(t, line.sizes, len(publishedRates))
		for i, tolerable := range publishedRates {
			expected := rat(t, tolerable)
			expected.Mul(expected, rat(t, line.ratio))
			s, err := Plan{TolerableRate: tolerable, ExpectedRate: sampling.Rate(expected.FloatString(6)), Risk: line.risk}.Size()
			require.NoError(t, err)
			require.Equal(t, line.sizes[i], s.N, "risk %s, ratio %s, tolerable %s", line.risk, line.ratio, tolerable)
			cells++
		}
	}
	require.Equal(t, 418, cells)
}

// The size is the first of all that will do, each compared precisely.
func TestSizeIsSmallest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 9))
	for range 40 {
		tolerable := big.NewRat(20+random.Int64N(400), 1000)
		expected := new(big.Rat).Mul(tolerable, big.NewRat(random.Int64N(7), 10))
		risk := big.NewRat(1+random.Int64N(50), 100)
		p := Plan{
			TolerableRate: sampling.Rate(tolerable.FloatString(3)), ExpectedRate: sampling.Rate(expected.FloatString(5)),
			Risk: sampling.Rate(risk.FloatString(2)),
		}
		for _, p.Model = range []sampling.Model{sampling.Poisson, sampling.Binomial} {
			got, err := p.Size()
			require.NoError(t, err)
			for n := int64(1); n <= got.N; n++ {
				units := big.NewRat(n, 1)
				shape, mean := new(big.Rat).Mul(units, expected), new(big.Rat).Mul(units, tolerable)
				rest := new(big.Rat).Sub(units, shape)
				shape.Add(shape, big.NewRat(1, 1))
				var sign int
				certain := true
				switch a, _ := shape.Float64(); {
				case n < got.N-1: // precisely would take long
					b, _ := rest.Float64()
					_, upper := distribution.Gamma(a, distribution.PairOf(mean))
					if p.Model == sampling.Binomial {
						_, upper = distribution.Beta(a, b, distribution.RateOf(tolerable))
					}
					limit, _ := risk.Float64()
					sign = cmp.Compare(upper, limit)
				case p.Model == sampling.Binomial:
					sign, certain = distribution.CompareUpperBeta(shape, rest, tolerable, risk)
				default:
					sign, certain = distribution.CompareUpperGamma(shape, mean, risk)
				}
				require.True(t, certain)
				require.Equal(t, n < got.N, sign > 0, "%d of %+v", n, p)
			}
		}
	}
}

// The risk falls with the size, on which the search rests.
func TestRiskFalls(t *testing.T) {
	for _, ratio := range []float64{0, 0.1, 0.5, 0.9, 0.99, 0.999} {
		before := 1.0
		for _, mean := range []float64{1e-3, 0.1, 0.5, 1, 1.7, 3, 5, 9, 20, 50, 200, 1000, 30_000, 1e6} {
			_, poisson := distribution.Gamma(1+ratio*mean, distribution.Pair{High: mean})
			require.Less(t, poisson, before+1e-13, "%v %v", ratio, mean)
			before = poisson
		}
		before = 1
		for n := 1.0; n < 1e6; n = math.Ceil(n * 1.2) {
			_, binomial := distribution.Beta(1+0.2*ratio*n, n-0.2*ratio*n, distribution.RateAt(0.2))
			require.Less(t, binomial, before+1e-13, "%v %v", ratio, n)
			before = binomial
		}
	}
}

// Where a tie is possible, under the binomial law with no error expected, it is accepted.
func TestTies(t *testing.T) {
	for n, risk := range map[int64]sampling.Rate{1: "0.5", 2: "0.25", 3: "0.125", 4: "0.0625", 20: "0.00000095367431640625"} {
		s, err := Plan{Model: sampling.Binomial, TolerableRate: "0.5", Risk: risk}.Size()
		require.NoError(t, err)
		require.Equal(t, n, s.N, risk)
	}
	s, err := Plan{Model: sampling.Binomial, TolerableRate: "0.5", Risk: "0.24999999999999999999999"}.Size()
	require.NoError(t, err)
	require.EqualValues(t, 3, s.N)
}

func TestConfidenceFactor(t *testing.T) {
	factor, err := ConfidenceFactor("0.05", "0")
	require.NoError(t, err)
	require.InEpsilon(t, -math.Log(0.05), factor, 1e-14)
	for _, line := range publishedSizes {
		factor, err := ConfidenceFactor(line.risk, line.ratio)
		require.NoError(t, err)
		r, _ := rat(t, line.ratio).Float64()
		a, _ := rat(t, line.risk).Float64()
		_, risk := distribution.Gamma(1+r*factor, distribution.Pair{High: factor})
		require.InEpsilon(t, a, risk, 1e-12)
		// The smallest size is the factor divided by the rate, up.
		for i, tolerable := range publishedRates {
			rate, _ := rat(t, tolerable).Float64()
			require.EqualValues(t, line.sizes[i], math.Ceil(factor/rate))
		}
	}
	for _, ratio := range []sampling.Rate{"", "1", "0.99999999", "x"} {
		_, err := ConfidenceFactor("0.05", ratio)
		require.Error(t, err, ratio)
	}
}

func TestPlanReasons(t *testing.T) {
	for _, c := range []struct {
		plan Plan
		want string
	}{
		{Plan{BookValue: "10", Tolerable: "1", Risk: "0.05"}, "examine every item"},
		{Plan{TolerableRate: "0.05", ExpectedRate: "0.04999", Risk: "0.05"}, "1000000 errors"},
		{Plan{TolerableRate: "0.0000000000001", Risk: "0.05"}, "largest sample"},
	} {
		s, err := c.plan.Size()
		require.NoError(t, err)
		require.Zero(t, s.N)
		require.Contains(t, s.Reason, c.want)
		b, err := json.Marshal(s)
		require.NoError(t, err)
		require.Contains(t, string(b), `{"n":null,"reason":"no sample: `)
	}
}

// The reason says how to write a book value whose units are too few, and the plan written so has that size.
func TestTooFewUnits(t *testing.T) {
	for book, want := range map[Amount]string{
		"10":   "no sample: it would be larger than the population of 10 monetary units: examine every item; or, if the amounts are said in units as small, write the book value as 10.0, of whose units 30 do",
		"2":    "as 2.0, of whose units 6 do",
		"2.9":  "", // 29 units, of which 9 do
		"10.0": "",
	} {
		s, err := Plan{BookValue: book, Tolerable: "1", Risk: "0.05"}.Size()
		require.NoError(t, err)
		require.Equal(t, want == "", s.Reason == "", book)
		require.Contains(t, s.Reason, want)
	}
	for book, n := range map[Amount]int64{"10.0": 30, "10.00": 30, "2.0": 6} {
		s, err := Plan{BookValue: book, Tolerable: "1", Risk: "0.05"}.Size()
		require.NoError(t, err)
		require.Equal(t, n, s.N)
	}
	s, err := Plan{BookValue: "0.000000002", Tolerable: "0.000000001", Risk: "0.05"}.Size()
	require.NoError(t, err)
	require.Equal(t, "no sample: it would be larger than the population of 2 monetary units: examine every item", s.Reason)
}

func TestPlanProblems(t *testing.T) {
	codes := func(p Plan) []string {
		var all []string
		for _, found := range p.Validate() {
			all = append(all, found.Path+" "+string(found.Code))
		}
		return all
	}
	assert.Empty(t, codes(Plan{BookValue: "100", Tolerable: "5", Confidence: "0.95"}))
	assert.Equal(t, []string{" one-of-expected", " one-of-expected"}, codes(Plan{}))
	assert.Equal(t, []string{" one-of-expected", "/bookValue amount-invalid"},
		codes(Plan{Tolerable: "5", Confidence: "0.95", Risk: "0.05"}))
	assert.Equal(t, []string{"/model model-unknown", "/confidence rate-out-of-range", "/bookValue amount-invalid", "/tolerableMisstatement amount-invalid"},
		codes(Plan{Model: sampling.Hypergeometric, BookValue: "1e6", Tolerable: "x", Confidence: "1"}))
	assert.Equal(t, []string{"/tolerableMisstatement amount-out-of-range"}, codes(Plan{BookValue: "100", Tolerable: "100.00", Risk: "0.05"}))
	assert.Equal(t, []string{"/expectedMisstatement expected-rate-not-below-tolerable"},
		codes(Plan{BookValue: "100", TolerableRate: "0.05", Expected: "5.0", Risk: "0.05"}))
	assert.Equal(t, []string{"/expectedMisstatement amount-out-of-range"},
		codes(Plan{BookValue: "100", TolerableRate: "0.05", Expected: "-5.0", Risk: "0.05"}))
	_, err := Plan{}.Size()
	require.ErrorContains(t, err, "monetary: plan: ")
	_, err = Plan{BookValue: "100", Tolerable: "0", Expected: "-5.0", Risk: "0.05"}.Size()
	require.ErrorContains(t, err, "-5.0; an amount of 0 or above and below the book value expected")
	require.ErrorContains(t, err, "0; an amount above 0 and below the book value expected")
}

func TestPlanJSON(t *testing.T) {
	p := Plan{BookValue: "1000000.00", Tolerable: "50000", Expected: "5000", Risk: "0.05"}
	b, err := json.Marshal(p)
	require.NoError(t, err)
	require.Equal(t, `{"bookValue":1000000.00,"tolerableMisstatement":50000,"expectedMisstatement":5000,"riskOfIncorrectAcceptance":0.05}`, string(b))
	var back Plan
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, p, back)
	s, err := p.Size()
	require.NoError(t, err)
	b, err = json.Marshal(s)
	require.NoError(t, err)
	require.Contains(t, string(b), `"n":74,"expectedErrors":0.37,`)
	require.Contains(t, string(b), `"samplingInterval":13513.51}`)
}

func FuzzPlan(f *testing.F) {
	f.Add("1000000", "50000", "", "5000", "", "0.05", false)
	f.Add("", "", "0.05", "", "0.04999", "0.05", true)
	f.Add("1", "", "1e-30", "", "", "0.999999999999999999999999999", false)
	f.Fuzz(func(t *testing.T, book, tolerable, tolerableRate, expected, expectedRate, risk string, binomial bool) {
		p := Plan{
			BookValue: Amount(book), Tolerable: Amount(tolerable), TolerableRate: sampling.Rate(tolerableRate),
			Expected: Amount(expected), ExpectedRate: sampling.Rate(expectedRate), Risk: sampling.Rate(risk),
		}
		if binomial {
			p.Model = sampling.Binomial
		}
		s, err := p.Size()
		if (err == nil) != (p.Validate().Err() == nil) {
			t.Fatalf("%+v: %v", p, err)
		}
		if err != nil {
			return
		}
		if (s.N == 0) != (s.Reason != "") {
			t.Fatalf("%+v: %+v", p, s)
		}
		if b, err := json.Marshal(s); err != nil || !json.Valid(b) {
			t.Fatal(err, fmt.Sprintf("%+v", s))
		}
	})
}
