package monetary

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

var combinedEstimators = []Estimator{CombinedRatio, CombinedRegression}

// someStrata returns an estimation of so many strata, no two of them alike.
func someStrata(random *rand.Rand, e Estimator, strata, most int) Estimation {
	all := Estimation{Estimator: e, Confidence: "0.9"}
	for h := range strata {
		n := 2 + random.IntN(most)
		books, audited := make([]int64, n), make([]int64, n)
		var total int64
		for i := range n {
			books[i] = 1 + random.Int64N(100_000)<<h
			audited[i] = books[i] - random.Int64N(2)*random.Int64N(books[i])
			total += books[i]
		}
		items := int64(n) + 1 + random.Int64N(500)
		all.Strata = append(all.Strata, ItemStratum{fmt.Sprint("s", h), items, AmountOf(total/int64(n)*items+random.Int64N(1000), 2),
			sampleOf(fmt.Sprint("s", h, "-"), books, audited)})
	}
	return all
}

// literal computes the estimate from the definitions, item by item and in two passes, in 300 bits: point, standard error and
// degrees of freedom.
func literal(t *testing.T, e Estimation) (point, standardError, freedom float64) {
	t.Helper()
	num := func(x int64) *big.Float { return new(big.Float).SetPrec(300).SetInt64(x) }
	zero := func() *big.Float { return num(0) }
	op := func(f func(z, x, y *big.Float) *big.Float, x, y *big.Float) *big.Float { return f(zero(), x, y) }
	add, sub, mul, quo := (*big.Float).Add, (*big.Float).Sub, (*big.Float).Mul, (*big.Float).Quo
	value := func(a Amount) *big.Float {
		minor, err := a.Minor(2)
		require.NoError(t, err)
		return num(minor)
	}
	mean := func(s ItemStratum, of func(Examined) Amount) *big.Float {
		total := zero()
		for _, x := range s.Sample {
			total = op(add, total, value(of(x)))
		}
		return op(quo, total, num(int64(len(s.Sample))))
	}
	book, audited := func(x Examined) Amount { return x.Book }, func(x Examined) Amount { return x.Audited }
	// W^2 (1 - f) / n (n - 1), with totals in place of means.
	weight := func(s ItemStratum) *big.Float {
		n := int64(len(s.Sample))
		left := op(sub, num(1), op(quo, num(n), num(s.Items)))
		return op(quo, op(mul, op(mul, num(s.Items), num(s.Items)), left), op(mul, num(n), num(n-1)))
	}
	X, x, y, above, below := zero(), zero(), zero(), zero(), zero()
	for _, s := range e.Strata {
		X = op(add, X, value(s.BookValue))
		x = op(add, x, op(mul, num(s.Items), mean(s, book)))
		y = op(add, y, op(mul, num(s.Items), mean(s, audited)))
		for _, i := range s.Sample {
			dx, dy := op(sub, value(i.Book), mean(s, book)), op(sub, value(i.Audited), mean(s, audited))
			above = op(add, above, op(mul, weight(s), op(mul, dx, dy)))
			below = op(add, below, op(mul, weight(s), op(mul, dx, dx)))
		}
	}
	ratio, slope := op(quo, y, x), op(quo, above, below)
	estimate, q := op(mul, ratio, X), ratio
	if e.Estimator == CombinedRegression {
		estimate, q = op(add, y, op(mul, slope, op(sub, X, x))), slope
	}
	variance, weighed, degrees := zero(), zero(), int64(0)
	for _, s := range e.Strata {
		own := zero()
		for _, i := range s.Sample {
			residual := op(sub, op(sub, value(i.Audited), mean(s, audited)), op(mul, q, op(sub, value(i.Book), mean(s, book))))
			own = op(add, own, op(mul, weight(s), op(mul, residual, residual)))
		}
		n := int64(len(s.Sample)) - 1
		degrees += n
		variance = op(add, variance, own)
		weighed = op(add, weighed, op(quo, op(mul, own, own), num(n)))
	}
	if variance.Sign() == 0 {
		point, _ = estimate.Float64()
		return point, 0, 0
	}
	freedom, _ = op(quo, op(mul, variance, variance), weighed).Float64()
	if e.Estimator == CombinedRegression {
		variance = op(quo, op(mul, variance, num(degrees)), num(degrees-1))
		freedom *= float64(degrees-1) / float64(degrees)
	}
	point, _ = estimate.Float64()
	standardError, _ = zero().Sqrt(variance).Float64()
	return point, standardError, freedom
}

func TestCombinedAgainstDefinitions(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 11))
	for i := range 200 {
		for _, estimator := range combinedEstimators {
			e := someStrata(random, estimator, 1+i%7, 4+i%40)
			if len(e.Strata) == 1 && len(e.Strata[0].Sample) < 3 {
				continue
			}
			m, l := e.strata()
			require.Empty(t, l)
			a := e.combine(m)
			point, standardError, freedom := literal(t, e)
			got, _ := a.point.Float64()
			require.InEpsilon(t, point, got, 1e-9)
			got, _ = a.standardError().Float64()
			require.InDelta(t, standardError, got, 1e-9*standardError)
			if standardError > 0 {
				require.InEpsilon(t, freedom, a.freedom, 1e-9)
			}
		}
	}
}

// By hand: two strata of 10 items and 2 examined in each, weights 10 x 8 / 2 x 1 = 40.
func TestCombinedByHand(t *testing.T) {
	e := Estimation{Estimator: CombinedRatio, Confidence: "0.95", Strata: []ItemStratum{
		{"a", 10, "100.00", []Examined{{"a1", "8", "8", 0}, {"a2", "12", "10", 0}}},
		{"b", 10, "900.00", []Examined{{"b1", "80", "80", 0}, {"b2", "100", "82", 0}}},
	}}
	// r = (90 + 810) / (100 + 900); residuals from their means are 0.8 and 8 of either sign, so that their squares add up to 2 x
	// (1 - 0.9 x 2)^2 = 1.28 and 2 x (1 - 0.9 x 10)^2 = 128.
	got, err := e.Estimate()
	require.NoError(t, err)
	require.Equal(t, Amount("900.00"), got.AuditedValue)
	require.Equal(t, AmountOf(int64(math.Ceil(math.Sqrt(40*(1.28+128))*100)), 2), got.StandardError)
	require.InDelta(t, (1.28+128)*(1.28+128)/(1.28*1.28+128*128), got.DegreesOfFreedom, 1e-12)
	// b = (2 x 2 x 1 + 2 x 10 x 1) / (2 x 4 + 2 x 100); x falls short of nothing.
	e.Estimator = CombinedRegression
	got, err = e.Estimate()
	require.NoError(t, err)
	require.Equal(t, Amount("900.00"), got.AuditedValue)
	slope := 24.0 / 208
	v := [2]float64{40 * 2 * (1 - 2*slope) * (1 - 2*slope), 40 * 2 * (1 - 10*slope) * (1 - 10*slope)}
	require.Equal(t, AmountOf(int64(math.Ceil(math.Sqrt(2*(v[0]+v[1]))*100)), 2), got.StandardError)
	require.InEpsilon(t, (v[0]+v[1])*(v[0]+v[1])/(v[0]*v[0]+v[1]*v[1])/2, got.DegreesOfFreedom, 1e-12)
}

// Of one stratum there is nothing to combine; strata whose items were all examined do not change that.
func TestCombinedOfOneIsSeparate(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 12))
	census := ItemStratum{ID: "large", Items: 2, BookValue: "5000.00", Sample: sampleOf("c", []int64{200_000, 300_000}, []int64{199_000, 300_000})}
	for range 50 {
		for separate, combined := range map[Estimator]Estimator{Ratio: CombinedRatio, Regression: CombinedRegression} {
			e := someStrata(random, separate, 1, 60)
			if len(e.Strata[0].Sample) < 3 {
				continue
			}
			for range 2 {
				want, err := e.Estimate()
				require.NoError(t, err)
				both := e
				both.Estimator = combined
				got, err := both.Estimate()
				require.NoError(t, err)
				got.Estimator, got.Warnings = want.Estimator, want.Warnings
				require.Equal(t, want, got)
				e.Strata = append(e.Strata, census)
			}
		}
	}
	e := Estimation{Estimator: CombinedRatio, Confidence: "0.9", Strata: []ItemStratum{census}}
	got, err := e.Estimate()
	require.NoError(t, err)
	require.Equal(t, Amount("4990.00"), got.UpperLimit)
	require.Zero(t, got.DegreesOfFreedom)
	require.Empty(t, got.Warnings)
}

func TestCombinedLaws(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 13))
	for range 60 {
		for _, estimator := range combinedEstimators {
			e := someStrata(random, estimator, 2+random.IntN(5), 12)
			want, err := e.Estimate()
			require.NoError(t, err)

			// The order of strata and of items does not matter.
			other := e
			other.Strata = slices.Clone(e.Strata)
			slices.Reverse(other.Strata)
			for h := range other.Strata {
				other.Strata[h].Sample = slices.Clone(other.Strata[h].Sample)
				slices.Reverse(other.Strata[h].Sample)
			}
			got, err := other.Estimate()
			require.NoError(t, err)
			require.Equal(t, want, got)

			// A hundredth of every amount gives a hundredth of every figure.
			m, l := e.strata()
			require.Empty(t, l)
			before := e.combine(m)
			for h := range m.strata {
				s := &m.strata[h]
				s.book *= 100
				s.sample = slices.Clone(s.sample)
				for i := range s.sample {
					s.sample[i].book *= 100
					s.sample[i].audited *= 100
				}
			}
			after := e.combine(m)
			requireTimes(t, 100, before.point, after.point)
			requireTimes(t, 100, before.standardError(), after.standardError())
			require.InDelta(t, before.freedom, after.freedom, 1e-9*before.freedom)

			// What is audited in proportion to its book value has no error at all, whatever the proportion.
			for _, part := range []int64{1, 3, 7} {
				for h, s := range m.strata {
					for i := range s.sample {
						m.strata[h].sample[i].book = 7 * s.sample[i].book
						m.strata[h].sample[i].audited = part * (s.sample[i].book / 7)
					}
				}
				a := e.combine(m)
				require.Zero(t, a.variance.Sign())
				require.Zero(t, a.margin(big.NewRat(1, 40)).Sign())
			}
			clean := e
			clean.Strata = slices.Clone(e.Strata)
			for h, s := range clean.Strata {
				clean.Strata[h].Sample = slices.Clone(s.Sample)
				for i, x := range s.Sample {
					clean.Strata[h].Sample[i].Audited = x.Book
				}
			}
			got, err = clean.Estimate()
			require.NoError(t, err)
			for _, amount := range []Amount{got.AuditedValue, got.LowerLimit, got.UpperLimit} {
				require.Zero(t, amount.Compare(got.BookValue))
			}
			require.Contains(t, fmt.Sprint(got.Warnings), string(CodeNoVariability))
			require.Contains(t, fmt.Sprint(got.Warnings), string(CodeFewDifferences))
		}
	}
}

func requireTimes(t *testing.T, factor float64, before, after *big.Float) {
	t.Helper()
	x, _ := before.Float64()
	y, _ := after.Float64()
	require.InEpsilon(t, factor*x, y, 1e-12)
}

// Limits at 90 % hold the audited value about nine times in ten, with few items in each of many strata.
func TestCombinedCover(t *testing.T) {
	random := rand.New(rand.NewPCG(42, 3))
	const strata, items, n, rounds = 12, 90, 6, 400
	var book, truth int64
	var books, audited [strata][items]int64
	var totals [strata]int64
	for h := range strata {
		for i := range items {
			books[h][i] = int64(h+1)*3000 + random.Int64N(60_000)
			audited[h][i] = books[h][i] - random.Int64N(2)*random.Int64N(books[h][i]/4)
			totals[h] += books[h][i]
			truth += audited[h][i]
		}
		book += totals[h]
	}
	for _, estimator := range combinedEstimators {
		within := 0
		for range rounds {
			e := Estimation{Estimator: estimator, Confidence: "0.9"}
			for h := range strata {
				var b, a []int64
				for _, i := range random.Perm(items)[:n] {
					b, a = append(b, books[h][i]), append(a, audited[h][i])
				}
				e.Strata = append(e.Strata, ItemStratum{fmt.Sprint(h), items, AmountOf(totals[h], 2), sampleOf(fmt.Sprint(h, "-"), b, a)})
			}
			got, err := e.Estimate()
			require.NoError(t, err)
			require.Zero(t, got.BookValue.Compare(AmountOf(book, 2)))
			if got.LowerLimit.Compare(AmountOf(truth, 2)) <= 0 && got.UpperLimit.Compare(AmountOf(truth, 2)) >= 0 {
				within++
			}
		}
		require.InDelta(t, 0.9, float64(within)/rounds, 0.05, estimator)
	}
}

func TestCombinedProblems(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 14))
	for want, change := range map[string]func(*Estimation){
		"combined-ratio: /strata not-estimable": func(e *Estimation) {
			for h, s := range e.Strata {
				for i := range s.Sample {
					e.Strata[h].Sample[i].Book = "-1"
				}
			}
		},
		"combined-regression: /strata not-estimable": func(e *Estimation) {
			for h, s := range e.Strata {
				for i := range s.Sample {
					e.Strata[h].Sample[i].Book = AmountOf(int64(h)+1, 0)
				}
			}
		},
		"combined-regression: /strata not-estimable ": func(e *Estimation) {
			e.Strata = e.Strata[:1]
			e.Strata[0].Sample = e.Strata[0].Sample[:2]
		},
		"combined-regression: /strata/1/sample not-estimable": func(e *Estimation) { e.Strata[1].Sample = e.Strata[1].Sample[:1] },
		"combined-ratio: /strata/1/sample not-estimable":      func(e *Estimation) { e.Strata[1].Sample = nil },
	} {
		estimator, want, _ := strings.Cut(want, ": ")
		e := someStrata(random, Estimator(estimator), 3, 12)
		change(&e)
		var all []string
		for _, found := range e.Validate() {
			all = append(all, found.Path+" "+string(found.Code))
		}
		require.Equal(t, []string{strings.TrimSpace(want)}, all)
		_, err := e.Estimate()
		require.ErrorContains(t, err, "monetary: estimation: ")
	}

	// A stratum whose sample has no book value, or no spread of it, is no fault where the strata share what they lack.
	e := someStrata(random, CombinedRegression, 3, 12)
	for i := range e.Strata[1].Sample {
		e.Strata[1].Sample[i].Book = "0"
	}
	for _, e.Estimator = range combinedEstimators {
		require.Empty(t, e.Validate())
	}
	e.Estimator = Ratio
	require.ErrorContains(t, e.Validate().Err(), "/strata/1/sample")

	// What is too few in a stratum may be enough in all.
	codes := func(e Estimation) map[problem.Code]string {
		got, err := e.Estimate()
		require.NoError(t, err)
		all := map[problem.Code]string{}
		for _, w := range got.Warnings {
			all[w.Code] = w.Path
		}
		return all
	}
	require.Equal(t, "/strata", codes(someStrata(random, CombinedRatio, 2, 8))[CodeSmallSample])
	require.NotContains(t, codes(someStrata(random, CombinedRatio, 20, 28)), CodeSmallSample)
}

// Many strata of the largest amounts and of sizes that divide nothing are estimated without delay.
func TestCombinedOfManyStrata(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 15))
	for _, estimator := range combinedEstimators {
		e := Estimation{Estimator: estimator, Confidence: "0.95"}
		for h := range 300 {
			n := 2 + h
			books, audited := make([]int64, n), make([]int64, n)
			for i := range n {
				books[i] = random.Int64N(1 << 45)
				audited[i] = random.Int64N(1 << 45)
			}
			e.Strata = append(e.Strata, ItemStratum{fmt.Sprint(h), int64(n) + 1 + random.Int64N(1000), AmountOf(1<<52, 2), sampleOf(fmt.Sprint(h, "-"), books, audited)})
		}
		got, err := e.Estimate()
		require.NoError(t, err)
		require.False(t, math.IsNaN(got.DegreesOfFreedom))
	}
}

// Two items in each of two strata leave half a degree of freedom at least: limits are far off, and are limits or an error.
func TestCombinedOfFewItems(t *testing.T) {
	for _, confidence := range []sampling.Rate{"0.000000000000000000000000000001", "0.95", "0.99999999999999999999999999999999999999"} {
		for _, estimator := range combinedEstimators {
			e := Estimation{Estimator: estimator, Confidence: confidence, Strata: []ItemStratum{
				{"a", 10, "100.00", []Examined{{"a1", "8", "8", 0}, {"a2", "12", "10", 0}}},
				{"b", 10, "900.00", []Examined{{"b1", "80", "80", 0}, {"b2", "100", "82", 0}}},
			}}
			got, err := e.Estimate()
			if err != nil {
				require.ErrorIs(t, err, errOverflow)
				continue
			}
			require.LessOrEqual(t, got.LowerLimit.Compare(got.AuditedValue), 0)
			require.LessOrEqual(t, got.AuditedValue.Compare(got.UpperLimit), 0)
			require.True(t, estimator == CombinedRatio || got.DegreesOfFreedom > 0.5 && got.DegreesOfFreedom <= 1, got.DegreesOfFreedom)
		}
	}
}

// Any document that can be read is estimated or refused, and its estimate lies within its limits.
func FuzzEstimate(f *testing.F) {
	f.Add([]byte(`{"confidence":0.95,"strata":[{"id":"a","items":10,"bookValue":100,"sample":[{"id":"1","bookValue":8,"auditedValue":8},{"id":"2","bookValue":12,"auditedValue":10}]}]}`))
	f.Add([]byte(`{"confidence":"0.5","strata":[{"id":"a","items":2,"bookValue":-3,"sample":[{"id":"1","bookValue":0,"auditedValue":8}]},{"id":"b","items":4294967295,"bookValue":9223372036854775807,"sample":[{"id":"2","bookValue":1,"auditedValue":1},{"id":"3","bookValue":1,"auditedValue":-1},{"id":"4","bookValue":2,"auditedValue":1}]}]}`))
	f.Add([]byte(`{"confidence":0.9,"strata":[{"id":"a","bookValue":100,"sample":[{"id":"1","bookValue":8,"auditedValue":9,"times":3},{"id":"2","bookValue":12,"auditedValue":10}]}]}`))
	f.Fuzz(func(t *testing.T, document []byte) {
		var e Estimation
		if json.Unmarshal(document, &e) != nil {
			return
		}
		for _, e.Estimator = range Estimators() {
			got, err := e.Estimate()
			if err != nil {
				continue
			}
			if math.IsNaN(got.DegreesOfFreedom) || got.LowerLimit.Compare(got.AuditedValue) > 0 || got.AuditedValue.Compare(got.UpperLimit) > 0 {
				t.Fatalf("%+v", got)
			}
			if _, err := json.Marshal(got); err != nil {
				t.Fatal(err)
			}
		}
	})
}
