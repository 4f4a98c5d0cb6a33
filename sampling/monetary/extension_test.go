package monetary

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

// Of 1000 the first sample hit an item of 100 twice and one of 50, beside a top stratum of 500: 850 are left.
func firstSample() (first, further Examination) {
	first = Examination{Method: Cell, BookValue: "1000", Size: 3, Items: []Examined{{"a", "100", "80", 2}, {"b", "50", "50", 0}}, Top: []Examined{{"t", "500", "490", 0}}}
	further = Examination{Method: RandomUnits, BookValue: "550.00", Size: 2, Items: []Examined{{"c", "40", "20", 0}, {"d", "60", "60", 0}}, Top: []Examined{{"u", "300", "300", 0}}}
	return first, further
}

func TestExtendByHand(t *testing.T) {
	first, further := firstSample()
	both, err := first.Extend(further)
	require.NoError(t, err)
	require.Equal(t, Examination{Method: RandomUnits, BookValue: "550.00", Size: 2, Items: further.Items, Top: []Examined{
		{"t", "500", "490", 0}, {"a", "100", "80", 0}, {"b", "50", "50", 0}, {"u", "300", "300", 0}}}, both)
	got := evaluate(t, both, StringerBinomial)
	require.Equal(t, Amount("1500.00"), got.BookValue)
	require.Equal(t, Amount("30.00"), got.Overstatement.Known)      // 10 and 20
	require.Equal(t, Amount("137.50"), got.Overstatement.Projected) // 550 x 1/2 / 2
	again, more := firstSample()
	require.Equal(t, []Examination{again, more}, []Examination{first, further}) // as they were
}

func TestExtendProblems(t *testing.T) {
	for want, change := range map[string]func(first, further *Examination){
		"/first/method: error unit-method-unknown":     func(first, _ *Examination) { first.Method = "" },
		"/further/items: error hits-unexamined":        func(_, further *Examination) { further.Size = 3 },
		"/further/items/0/id: error id-repeated":       func(_, further *Examination) { further.Items[0].ID = "a" },
		"/further/top/0/id: error id-repeated":         func(first, further *Examination) { *further = *first }, // the same items again
		"/further/bookValue: error total-out-of-range": func(_, further *Examination) { further.BookValue = "549.99" },
		"/top: error total-out-of-range": func(first, further *Examination) { // 10 digits, and a billionth
			first.Top[0].Book, further.Items[0].Audited = "9223372036", "20.000000001"
		},
	} {
		first, further := firstSample()
		change(&first, &further)
		_, err := first.Extend(further)
		require.ErrorContains(t, err, want)
		require.ErrorContains(t, err, "monetary: extend: ")
	}
	_, err := Examination{}.Extend(Examination{})
	require.Error(t, err)
}

func TestUnselected(t *testing.T) {
	items := []BookItem{{"a", "5"}, {"b", "-1"}, {"c", "7"}, {"d", "9"}}
	s := UnitSample{Hits: []Hit{{ID: "c"}}, Top: []TopItem{{ID: "a"}}}
	require.Equal(t, []BookItem{{"b", "-1"}, {"d", "9"}}, slices.Collect(s.Unselected(slices.Values(items))))
	require.Empty(t, slices.Collect(s.Unselected(nil)))
	for range s.Unselected(slices.Values(items)) {
		break
	}
}

// A population that is misstated by the tolerable amount is accepted, at the first look or the second, at most as often as the
// two risks allow together: here 0.05 each.
func TestExtendKeepsTheRisk(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 61))
	const rounds, n = 500, 30
	items, audited, truth := make([]BookItem, 300), map[string]Amount{}, int64(0)
	for i := range items {
		book := 1000 + random.Int64N(30_000)
		items[i] = BookItem{fmt.Sprint("I-", i), AmountOf(book, 2)}
		value := book
		if random.IntN(9) == 0 { // 100 % wrong, of which a sample tells least
			value = 0
		}
		truth += book - value
		audited[items[i].ID] = AmountOf(value, 2)
	}
	tolerable := AmountOf(truth-1, 2)
	examine := func(from []BookItem) (UnitSample, Examination) {
		s, err := Stratify(slices.Values(from), n)
		require.NoError(t, err)
		sample, err := s.Select(RandomUnits, slices.Values(from), random.Uint64N)
		require.NoError(t, err)
		e := Examination{Method: sample.Method, BookValue: sample.BookValue, Size: sample.Size}
		for _, hit := range sample.Hits {
			e.Items = append(e.Items, Examined{hit.ID, hit.Book, audited[hit.ID], hit.Times})
		}
		for _, item := range sample.Top {
			e.Top = append(e.Top, Examined{item.ID, item.Book, audited[item.ID], 0})
		}
		return sample, e
	}
	accepted := func(e Examination) bool {
		got, err := Evaluate(e, StringerBinomial, sampling.Rate("0.95"), tolerable)
		require.NoError(t, err)
		return got.Overstatement.Finding == WithinTolerable
	}
	wrong := 0
	for range rounds {
		sample, first := examine(items)
		if accepted(first) {
			wrong++
			continue
		}
		_, further := examine(slices.Collect(sample.Unselected(slices.Values(items))))
		both, err := first.Extend(further)
		require.NoError(t, err)
		if accepted(both) {
			wrong++
		}
	}
	require.LessOrEqual(t, float64(wrong)/rounds, 0.1)
	require.Positive(t, wrong)
}
