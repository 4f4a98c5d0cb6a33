package monetary

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// examination returns a sample of so many hits, each of 100.00, of which the first ones have the given audited values.
func examination(size int, audited ...Amount) Examination {
	e := Examination{Method: FixedInterval, BookValue: "1000000.00", Size: int64(size)}
	for i := range size {
		x := Examined{ID: fmt.Sprint("I-", i), Book: "100.00", Audited: "100.00"}
		if i < len(audited) {
			x.Audited = audited[i]
		}
		e.Items = append(e.Items, x)
	}
	return e
}

func evaluate(t *testing.T, e Examination, b Bound) Evaluation {
	t.Helper()
	got, err := Evaluate(e, b, "0.95", "50000")
	require.NoError(t, err)
	return got
}

func limitOf(b Bound, taints []tainted, n int64) float64 {
	return b.limits(taints, n, 0.05)[len(taints)]
}

// The sum of the definition: U(0) + sum of (U(i) - U(i-1)) t(i), over single hits.
func TestStringerLiterally(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for range 200 {
		n := int64(1 + random.IntN(150))
		var taints []tainted
		var single []float64
		for left := n; left > 0 && len(taints) < 8 && random.IntN(4) > 0; {
			times := 1 + random.Int64N(min(left, 4))
			left -= times
			taints = append(taints, tainted{"", big.NewRat(1+random.Int64N(100), 100), times})
		}
		slices.SortFunc(taints, func(a, b tainted) int { return b.taint.Cmp(a.taint) })
		for _, x := range taints {
			f, _ := x.taint.Float64()
			for range x.times {
				single = append(single, f)
			}
		}
		for _, b := range []Bound{StringerBinomial, StringerPoisson} {
			upper := func(k int) float64 {
				if b == StringerPoisson {
					return distribution.PoissonUpper(float64(k), 0.05) / float64(n)
				}
				return distribution.BinomialUpper(float64(n), float64(k), 0.05)
			}
			want := upper(0)
			for i, taint := range single {
				want += (upper(i+1) - upper(i)) * taint
			}
			require.InEpsilon(t, want, limitOf(b, taints, n), 1e-12)
		}
		want, sum := distribution.PoissonUpper(0, 0.05), 0.0
		for i, taint := range single {
			sum += taint
			want = math.Max(want+taint, distribution.PoissonUpper(float64(i+1), 0.05)*sum/float64(i+1))
		}
		cell := limitOf(CellBound, taints, n)
		require.InEpsilon(t, want/float64(n), cell, 1e-12)
		// The bounds are ordered.
		require.LessOrEqual(t, cell, limitOf(StringerPoisson, taints, n)*(1+1e-12))
		require.LessOrEqual(t, limitOf(StringerBinomial, taints, n), limitOf(StringerPoisson, taints, n))
	}
}

// The worked example: an interval of 10,000, and errors of 20 % and 1 % of their book values.
func TestEvaluateByHand(t *testing.T) {
	e := examination(100, "80.00", "99.00", "130.00")
	e.Top = []Examined{{ID: "T-1", Book: "50000.00", Audited: "49000.25"}, {ID: "T-2", Book: "20000.00", Audited: "20000.00"}, {ID: "T-3", Book: "30000", Audited: "30010"}}
	got := evaluate(t, e, StringerPoisson)
	assert.Equal(t, Amount("1100000.00"), got.BookValue)
	over, under := got.Overstatement, got.Understatement
	assert.Equal(t, []Taint{{"1/5", 1}, {"1/100", 1}}, over.Taints)
	assert.Equal(t, []Taint{{"3/10", 1}}, under.Taints)
	assert.Equal(t, Amount("999.75"), over.Known)
	assert.Equal(t, Amount("10.00"), under.Known)
	assert.Equal(t, Amount("2100.00"), over.Projected)
	assert.Equal(t, Amount("3099.75"), over.MostLikely)
	assert.Equal(t, Amount("3010.00"), under.MostLikely)
	assert.Equal(t, Amount("89.75"), got.Net)
	factor := [3]float64{}
	for k := range factor {
		factor[k] = distribution.PoissonUpper(float64(k), 0.05)
	}
	want := 10000 * (factor[0] + (factor[1]-factor[0])*0.2 + (factor[2]-factor[1])*0.01)
	limit, err := over.Limit.Minor(2)
	require.NoError(t, err)
	assert.EqualValues(t, math.Ceil(want*100)+99975, limit)
	assert.InEpsilon(t, (want+999.75)/1_100_000, over.LimitRate, 1e-12)
	assert.Equal(t, WithinTolerable, over.Finding)
	assert.Equal(t, "with a confidence of 0.95 the overstatement is at most "+string(over.Limit)+", within the tolerable misstatement of 50000", over.Reason)
	require.Len(t, got.Warnings, 1)
	assert.Equal(t, CodeUnderstatement, got.Warnings[0].Code)
}

func TestFindings(t *testing.T) {
	full := []Amount{"0", "0", "0", "0", "0", "0"}
	assert.Equal(t, WithinTolerable, evaluate(t, examination(100), StringerBinomial).Overstatement.Finding)
	limited := evaluate(t, examination(100, full[:3]...), StringerBinomial).Overstatement
	assert.Equal(t, LimitAboveTolerable, limited.Finding)
	assert.Contains(t, limited.Reason, "does not show")
	above := evaluate(t, examination(100, full...), StringerBinomial).Overstatement
	assert.Equal(t, ErrorAboveTolerable, above.Finding)
	assert.NotEmpty(t, above.Limit)
	more := evaluate(t, examination(100, "-0.01"), StringerBinomial).Overstatement
	assert.Equal(t, NoLimit, more.Finding)
	assert.Empty(t, more.Limit)
	assert.Zero(t, more.LimitRate)
	under := evaluate(t, examination(100, "900.00"), StringerBinomial)
	assert.Equal(t, ErrorAboveTolerable, under.Understatement.Finding) // 8 times its value in one hit of 100
	assert.Empty(t, under.Understatement.Limit)
	assert.Equal(t, Amount("-80000.00"), under.Net)
	assert.Equal(t, WithinTolerable, under.Overstatement.Finding)
}

// A limit equal to the tolerable misstatement is within it, and a unit more is not.
func TestTieOfLimit(t *testing.T) {
	limit := evaluate(t, examination(100, "80.00"), StringerBinomial).Overstatement.Limit
	minor, err := limit.Minor(2)
	require.NoError(t, err)
	for below, want := range map[int64]Finding{0: WithinTolerable, 1: LimitAboveTolerable} {
		got, err := Evaluate(examination(100, "80.00"), StringerBinomial, "0.95", AmountOf(minor-below, 2))
		require.NoError(t, err)
		require.Equal(t, want, got.Overstatement.Finding)
	}
}

// A most likely misstatement equal to the tolerable one is not above it, whatever the taint is in binary.
func TestTieOfMostLikely(t *testing.T) {
	for parts := int64(3); parts < 60; parts++ {
		e := Examination{Method: Cell, BookValue: AmountOf(1000*parts, 0), Size: 1, Items: []Examined{{"a", AmountOf(parts, 0), AmountOf(parts-1, 0), 0}}}
		for tolerable, want := range map[Amount]Finding{"1000": LimitAboveTolerable, "999": ErrorAboveTolerable} {
			got, err := Evaluate(e, StringerPoisson, "0.95", tolerable)
			require.NoError(t, err)
			require.Equal(t, want, got.Overstatement.Finding, parts)
			require.Equal(t, Amount("1000"), got.Overstatement.MostLikely)
		}
	}
}

// Where nothing was examined, nothing is within anything.
func TestNothingExamined(t *testing.T) {
	_, err := Evaluate(Examination{Method: Cell, BookValue: "0"}, CellBound, "0.95", "5")
	require.ErrorContains(t, err, "/items: error hits-unexamined: none")
}

func TestNothingSampled(t *testing.T) {
	e := Examination{Method: Cell, BookValue: "0", Top: []Examined{{ID: "T", Book: "100", Audited: "90"}}}
	got := evaluate(t, e, CellBound)
	assert.Equal(t, Amount("10"), got.Overstatement.Limit)
	assert.Equal(t, 0.1, got.Overstatement.LimitRate)
	assert.Contains(t, got.Overstatement.Reason, "without sampling risk")
	assert.Equal(t, Amount("0"), got.Understatement.Limit)
}

func TestMultiplicityCountsHits(t *testing.T) {
	e := examination(60, "50", "75")
	want := evaluate(t, e, CellBound)
	e.Items[0].Times = 1
	e.Items = slices.Delete(e.Items, 2, 4)
	e.Items[2].Times = 3
	assert.Equal(t, want, evaluate(t, e, CellBound))
	e.Items[0].Times = 3
	e.Items[2].Times = 1
	twice := evaluate(t, e, CellBound).Overstatement
	assert.Equal(t, []Taint{{"1/2", 3}, {"1/4", 1}}, twice.Taints)
	assert.EqualValues(t, 4, twice.Hits)
	assert.Equal(t, want.Warnings[0].Code, CodeBoundMethod)
}

// More misstatement never lowers a limit, and nothing on the other side moves it.
func TestLimitsGrow(t *testing.T) {
	for _, b := range Bounds() {
		before := 0.0
		for _, audited := range []Amount{"100", "99.99", "80", "50", "1", "0"} {
			got := evaluate(t, examination(80, audited, "90", "100"), b).Overstatement.LimitRate
			require.GreaterOrEqual(t, got, before)
			before = got
			other := evaluate(t, examination(80, audited, "90", "180"), b).Overstatement.LimitRate
			require.Equal(t, got, other)
		}
	}
}

// Stringer's bound is at or above the true overstatement at least as often as its confidence.
func TestStringerCovers(t *testing.T) {
	random := rand.New(rand.NewPCG(2026, 11))
	const rounds, n = 600, 60
	items := make([]BookItem, 400)
	audited := map[string]Amount{}
	var truth int64
	for i := range items {
		book := 1000 + random.Int64N(50_000)
		items[i] = BookItem{fmt.Sprint("I-", i), AmountOf(book, 2)}
		value := book
		if random.IntN(10) == 0 {
			value = random.Int64N(book)
		}
		truth += book - value
		audited[items[i].ID] = AmountOf(value, 2)
	}
	s, err := StratifyWhole(slices.Values(items), n)
	require.NoError(t, err)
	covered := map[Bound]int{}
	for range rounds {
		sample, err := s.Select(Cell, slices.Values(items), random.Uint64N)
		require.NoError(t, err)
		e := Examination{Method: Cell, BookValue: s.RestValue, Size: n}
		for _, hit := range sample.Hits {
			e.Items = append(e.Items, Examined{hit.ID, hit.Book, audited[hit.ID], hit.Times})
		}
		for _, b := range Bounds() {
			if got := evaluate(t, e, b); got.Overstatement.Limit.Compare(AmountOf(truth, 2)) >= 0 {
				covered[b]++
			}
		}
	}
	for _, b := range Bounds() {
		require.GreaterOrEqual(t, float64(covered[b])/rounds, 0.95, b)
	}
}

// Below a confidence of one half Stringer's bound can hold less often than asked for: taints that are uniform from 0 to 1. The
// standard error of the shares is 0.008.
func TestStringerAtLowConfidence(t *testing.T) {
	const rounds, n, steps = 4000, 200, 64
	for confidence, holds := range map[float64]bool{0.3: false, 0.6: true, 0.95: true} {
		random := rand.New(rand.NewPCG(30, 200))
		limits := make([]float64, n+1)
		for k := range limits {
			limits[k] = distribution.BinomialUpper(n, float64(k), 1-confidence)
		}
		within := 0
		for range rounds {
			var times [steps]int64
			for range n {
				times[random.IntN(steps)]++
			}
			var taints []tainted
			for i := int64(steps) - 1; i >= 0; i-- {
				taints = append(taints, tainted{"", big.NewRat(2*i+1, 2*steps), times[i]})
			}
			if stringerLimit(taints, func(errors int64) float64 { return limits[errors] }) >= 0.5 {
				within++
			}
		}
		share := float64(within) / rounds
		if holds {
			require.GreaterOrEqual(t, share, confidence)
		} else {
			require.InDelta(t, 0.275, share, 0.02)
		}
	}
}

// From one half on no limit lies below the most likely misstatement; below it one may, which is said.
func TestEvaluateAtLowConfidence(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 100 {
		e := examination(1 + random.IntN(60))
		for i := range e.Items {
			e.Items[i].Audited = AmountOf(random.Int64N(10_001), 2)
		}
		for _, b := range Bounds() {
			got, err := Evaluate(e, b, "0.5", "50000")
			require.NoError(t, err)
			require.GreaterOrEqual(t, got.Overstatement.Limit.Compare(got.Overstatement.MostLikely), 0)
			require.Zero(t, countOf(got.Warnings, CodeLowConfidence))
		}
	}
	for _, b := range Bounds() {
		got, err := Evaluate(examination(100, slices.Repeat([]Amount{"20.00"}, 90)...), b, "0.01", "50000")
		require.NoError(t, err)
		require.Equal(t, 1, countOf(got.Warnings, CodeLowConfidence))
		if b != CellBound { // which adds every taint in full
			require.Negative(t, got.Overstatement.Limit.Compare(got.Overstatement.MostLikely))
		}
	}
}

// A limit beyond the book value stays as computed, and its reason does not take it for an amount that may be misstated.
func TestLimitBeyondBookValue(t *testing.T) {
	e := Examination{Method: Cell, BookValue: "1000", Size: 2, Items: []Examined{{"a", "400", "0", 0}, {"b", "400", "0", 0}}}
	all := "the limit of 3148 is beyond the book value of 1000 that the units were selected from, and says no more than that all of it may be misstated"
	for _, c := range []struct {
		tolerable Amount
		finding   Finding
		reason    string
	}{
		{"999", ErrorAboveTolerable, "the most likely overstatement of 1000 is above the tolerable misstatement of 999"},
		{"1000", LimitAboveTolerable, "the sample does not show that the overstatement is within the tolerable misstatement of 1000: " + all},
		{"3148", WithinTolerable, "the overstatement is within the tolerable misstatement of 3148: " + all},
	} {
		for _, b := range []Bound{StringerPoisson, CellBound} {
			got, err := Evaluate(e, b, "0.95", c.tolerable)
			require.NoError(t, err)
			require.Equal(t, Amount("3148"), got.Overstatement.Limit)
			require.Equal(t, c.finding, got.Overstatement.Finding)
			require.Equal(t, c.reason, got.Overstatement.Reason)
			require.Greater(t, got.Overstatement.LimitRate, 3.0)
		}
		// Stringer's bound with binomial limits ends at the book value.
		got, err := Evaluate(e, StringerBinomial, "0.95", c.tolerable)
		require.NoError(t, err)
		require.Equal(t, Amount("1000"), got.Overstatement.Limit)
		require.NotContains(t, got.Overstatement.Reason, "beyond")
	}
	// What is known of the top stratum is not limited by book values, and is no bound.
	top := Examination{Method: Cell, BookValue: "0", Top: []Examined{{ID: "T", Book: "100", Audited: "-50"}}}
	require.NotContains(t, evaluate(t, top, CellBound).Overstatement.Reason, "beyond")
}

func TestExaminationProblems(t *testing.T) {
	for want, change := range map[string]func(*Examination){
		"/method unit-method-unknown":            func(e *Examination) { e.Method = "block" },
		"/bookValue amount-invalid":              func(e *Examination) { e.BookValue = "" },
		"/bookValue amount-out-of-range":         func(e *Examination) { e.BookValue = "0" },
		"/size size-out-of-range":                func(e *Examination) { e.Size = MaxSize + 1 },
		"/items hits-unexamined":                 func(e *Examination) { e.Items = e.Items[1:] },
		"/items total-out-of-range":              func(e *Examination) { e.BookValue = "399.99" },
		"/items/2/id id-repeated":                func(e *Examination) { e.Items[2].ID = "I-0" },
		"/items/2/bookValue amount-out-of-range": func(e *Examination) { e.Items[2].Book = "-1" },
		"/items/2/auditedValue amount-invalid":   func(e *Examination) { e.Items[2].Audited = "" },
		"/items/2/times size-out-of-range":       func(e *Examination) { e.Items[2].Times = -1 },
		"/items/0/times size-out-of-range": func(e *Examination) {
			e.Method, e.Items, e.Items[0].Times = ModifiedSieve, e.Items[:3], 2
		},
		"/top/0/id id-repeated":   func(e *Examination) { e.Top = []Examined{{ID: "I-0", Book: "5", Audited: "5"}} },
		"/top total-out-of-range": func(e *Examination) { e.Top = []Examined{{ID: "T", Book: "92233720368547758", Audited: "5"}} },
	} {
		e := examination(4)
		change(&e)
		var all []string
		for _, found := range e.Validate() {
			all = append(all, found.Path+" "+string(found.Code))
		}
		require.Equal(t, []string{want}, all)
		_, err := Evaluate(e, CellBound, "0.95", "5")
		require.ErrorContains(t, err, "monetary: evaluation: ")
	}
	_, err := Evaluate(examination(4), "moment", "95", "-1")
	for _, code := range []problem.Code{CodeBoundUnknown, "rate-invalid", CodeAmountRange} {
		require.ErrorContains(t, err, string(code))
	}
	_, err = Evaluate(Examination{}, "", "", "")
	require.Error(t, err)
	_, err = Evaluate(examination(4), CellBound, "0.95", "9223372036854775807")
	require.ErrorContains(t, err, "monetary: evaluation: /tolerableMisstatement")
	big := Examination{Method: Cell, BookValue: "1000000", Size: MaxSize, Items: []Examined{{ID: "a", Book: "2", Audited: "1", Times: MaxSize}}}
	_, err = Evaluate(big, CellBound, "0.95", "5")
	require.ErrorContains(t, err, "use another bound")
	_, err = Evaluate(big, StringerPoisson, "0.95", "5")
	require.NoError(t, err)
}

func TestEvaluationJSON(t *testing.T) {
	got := evaluate(t, examination(60, "50"), StringerBinomial)
	b, err := json.Marshal(got)
	require.NoError(t, err)
	require.Contains(t, string(b), `{"bound":"stringer-binomial","confidence":0.95,"bookValue":1000000.00,"tolerableMisstatement":50000,"overstatement":{"hits":1,"taints":[{"value":"1/2","times":1}],"known":0.00,"projected":8333.33,"mostLikely":8333.33,"upperLimit":62671.46,`)
	require.Contains(t, string(b), `"netMostLikely":8333.33,"warnings":[]}`)
	var e Examination
	b, err = json.Marshal(examination(2, "5"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &e))
	require.Equal(t, examination(2, "5"), e)
}

func TestClosedSets(t *testing.T) {
	for _, m := range UnitMethods() {
		require.True(t, m.IsValid())
	}
	for _, b := range Bounds() {
		require.True(t, b.IsValid())
	}
	for _, f := range Findings() {
		require.True(t, f.IsValid())
	}
	for _, e := range Estimators() {
		require.True(t, e.IsValid())
	}
	require.Len(t, UnitMethod("").EnumValues(), len(UnitMethods()))
	require.Len(t, Bound("").EnumValues(), len(Bounds()))
	require.Len(t, Finding("").EnumValues(), len(Findings()))
	require.Len(t, Estimator("").EnumValues(), len(Estimators()))
	require.False(t, UnitMethod("").IsValid() || Bound("").IsValid() || Finding("").IsValid() || Estimator("").IsValid())
}

// Any document that can be read is judged, and what is judged can be written.
func FuzzEvaluate(f *testing.F) {
	f.Add([]byte(`{"method":"cell","bookValue":100,"size":2,"items":[{"id":"a","bookValue":5,"auditedValue":4,"times":2}],"top":[]}`), "0.95", "5")
	f.Add([]byte(`{"method":"cell","bookValue":9223372036854775807,"size":1,"items":[{"id":"a","bookValue":1,"auditedValue":-9223372036854775807}]}`), "1e-30", "0.000000001")
	f.Add([]byte(`{"method":"cell","bookValue":0,"size":0}`), "0.999999999999999999999999999999", "1")
	f.Fuzz(func(t *testing.T, document []byte, confidence string, tolerable string) {
		var e Examination
		if json.Unmarshal(document, &e) != nil {
			return
		}
		for _, b := range Bounds() {
			got, err := Evaluate(e, b, sampling.Rate(confidence), Amount(tolerable))
			if err != nil {
				continue
			}
			for _, side := range []Side{got.Overstatement, got.Understatement} {
				if math.IsNaN(side.LimitRate) || !side.Finding.IsValid() || side.Reason == "" || !side.MostLikely.IsValid() {
					t.Fatalf("%+v", side)
				}
				requireBreakdown(t, side)
			}
			if _, err := json.Marshal(got); err != nil {
				t.Fatal(err)
			}
		}
	})
}
