package monetary

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

func unitRequest(method UnitMethod) UnitRequest {
	return UnitRequest{Context: "ENG/PI1.4/T1", Method: method, Size: 20, Beacon: "dice/20d10"}
}

func TestSelectionRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 30))
	for _, method := range UnitMethods() {
		for _, whole := range []bool{false, true} {
			items := ledger(random, 120)
			given := slices.Clone(items)
			req := unitRequest(method)
			req.Whole = whole
			pending, err := Commit(items, req)
			require.NoError(t, err)
			require.True(t, pending.IsPending())
			require.Empty(t, pending.Validate())
			require.NoError(t, pending.Verify(items))
			require.Equal(t, req, pending.Request())

			slices.Reverse(items) // their order does not matter
			drawn, err := pending.Draw(items, dice)
			require.NoError(t, err)
			require.False(t, drawn.Selection.CommittedBeforehand, "that is for the author to state")
			pending.Selection.CommittedBeforehand = true
			stated, err := pending.Draw(items, dice)
			require.NoError(t, err)
			require.True(t, stated.Selection.CommittedBeforehand)
			require.Empty(t, drawn.Validate())
			require.NoError(t, drawn.Verify(given))
			require.Equal(t, drawn.Stratification.RestSize, drawn.Sample.Size)

			at, err := Draw(given, req, sampling.Randomness{Bytes: dice})
			require.NoError(t, err)
			require.Equal(t, drawn.Sample, at.Sample)

			// As documents.
			for _, s := range []UnitSelection{pending, drawn} {
				b, err := json.Marshal(s)
				require.NoError(t, err)
				require.Equal(t, s.IsPending(), !strings.Contains(string(b), `"hits"`))
				var back UnitSelection
				require.NoError(t, json.Unmarshal(b, &back))
				require.Equal(t, s, back)
			}
			_, err = drawn.Draw(items, dice)
			require.ErrorContains(t, err, "one commitment has one randomness")
			_, err = pending.Draw(items, dice[:15])
			require.ErrorContains(t, err, "16 to 1024")
			require.Len(t, given, 120)
		}
	}
}

// The same items in the hands of the caller, and the selection by the numbers of the draw: nothing else is in between.
func TestSelectionIsSelect(t *testing.T) {
	items := ledger(rand.New(rand.NewPCG(4, 4)), 80)
	for _, method := range UnitMethods() {
		s, err := Draw(items, unitRequest(method), sampling.Randomness{Bytes: dice})
		require.NoError(t, err)
		sorted := slices.Clone(items)
		slices.SortFunc(sorted, func(a, b BookItem) int { return strings.Compare(a.ID, b.ID) })
		strata, err := Stratify(slices.Values(sorted), 20)
		require.NoError(t, err)
		require.Equal(t, strata, s.Stratification)
		numbers, err := s.Selection.Numbers()
		require.NoError(t, err)
		want, err := strata.Select(method, slices.Values(sorted), numbers.Below)
		require.NoError(t, err)
		require.Equal(t, want, s.Sample)
	}
}

// Whatever could move the sample moves the commitment.
func TestCommitmentBinds(t *testing.T) {
	items := []BookItem{{"a", "10.00"}, {"b", "20.5"}, {"c", "-3"}, {"d", "0"}, {"e", "7.25"}}
	req := UnitRequest{Context: "x", Method: Cell, Size: 2, Beacon: "dice/20d10"}
	before := map[sampling.Hex]string{}
	commit := func(what string, items []BookItem, req UnitRequest) {
		t.Helper()
		s, err := Commit(items, req)
		require.NoError(t, err)
		require.NotContains(t, before, s.Selection.Commitment, what)
		before[s.Selection.Commitment] = what
	}
	commit("as it is", items, req)
	for i := range items {
		for _, book := range []Amount{"10.01", "-10.01", "0.01"} {
			changed := slices.Clone(items)
			changed[i].Book = book
			commit(fmt.Sprint(i, book), changed, req)
		}
		changed := slices.Clone(items)
		changed[i].ID += "x"
		commit(fmt.Sprint(i), changed, req)
		commit(fmt.Sprint("without ", i), slices.Delete(slices.Clone(items), i, i+1), req)
	}
	exchanged := slices.Clone(items)
	exchanged[0].Book, exchanged[1].Book = exchanged[1].Book, exchanged[0].Book
	commit("exchanged", exchanged, req)
	finer := slices.Clone(items)
	finer[4].Book = "7.250"
	commit("a finer unit", finer, req)
	for i, change := range []func(*UnitRequest){
		func(r *UnitRequest) { r.Context = "y" },
		func(r *UnitRequest) { r.Method = FixedInterval },
		func(r *UnitRequest) { r.Size = 3 },
		func(r *UnitRequest) { r.Whole = true },
		func(r *UnitRequest) { r.Beacon = "dice/21d10" },
		func(r *UnitRequest) { r.Source = sampling.Hex(strings.Repeat("ab", 32)) },
	} {
		other := req
		change(&other)
		commit(fmt.Sprint("request ", i), items, other)
	}

	// What says the same is the same.
	again := slices.Clone(items)
	again[0].Book, again[2].Book = "10", "-3.0"
	slices.Reverse(again)
	s, err := Commit(again, req)
	require.NoError(t, err)
	require.Contains(t, before, s.Selection.Commitment)
}

func TestPopulationTexts(t *testing.T) {
	all, err := Population([]BookItem{{"b", "20.5"}, {"a 1", "3"}, {"a", "-0.25"}, {"Z", "-0"}})
	require.NoError(t, err)
	require.Equal(t, []string{"Z 0.00", "a -0.25", "a 1 3.00", "b 20.50"}, all)
	_, err = Population([]BookItem{{"a", "1"}, {"", "x"}, {"a", ""}, {"b", "9223372036854775807"}, {"a", "2"}})
	for _, want := range []string{
		"monetary: population: ", "/items/1/id", "/items/1/bookValue", "/items/2/bookValue", `/items/2/id`, `/items/4/id`, `"a" is also that of item 0`,
	} {
		require.ErrorContains(t, err, want)
	}
	for want, items := range map[string][]BookItem{
		"/items: ":           nil,
		"/items/1/bookValue": {{"a", "0.1"}, {"b", "9223372036854775807"}},
		"the sum":            {{"a", "-1"}, {"b", "-9223372036854775807"}},
		"/items/0/id":        {{strings.Repeat("x", 1023), "1"}},
	} {
		_, err := Population(items)
		require.ErrorContains(t, err, want)
	}
	_, err = Population([]BookItem{{strings.Repeat("x", 1022), "1"}})
	require.NoError(t, err)
}

func TestCommitRefuses(t *testing.T) {
	items := []BookItem{{"a", "10"}, {"b", "20"}, {"b", "x"}}
	_, err := Commit(items, UnitRequest{Source: "ab", Size: -1})
	for _, want := range []string{"monetary: commit: ", "/context", "/method", "/size", "/source", "/beacon", "/items/2/id", "/items/2/bookValue"} {
		require.ErrorContains(t, err, want)
	}
	items = []BookItem{{"a", "10"}, {"b", "20"}, {"c", "-1"}}
	try := func(change func(*UnitRequest)) error {
		r := UnitRequest{Context: "x", Method: ModifiedSieve, Size: 2, Beacon: "dice/20d10"}
		change(&r)
		s, err := Commit(items, r)
		if err != nil {
			require.Zero(t, s)
		}
		return err
	}
	require.NoError(t, try(func(*UnitRequest) {}))
	require.ErrorContains(t, try(func(r *UnitRequest) { r.Whole, r.Size = true, 3 }), "there are 2")
	require.ErrorContains(t, try(func(r *UnitRequest) { r.Size = 31 }), "the items hold 30 monetary units")
	require.ErrorContains(t, try(func(r *UnitRequest) { r.Context = strings.Repeat("x", 1000) }), "at most 1024")
	require.ErrorContains(t, try(func(r *UnitRequest) { r.Context = "a\nb" }), "control character")
	require.ErrorContains(t, try(func(r *UnitRequest) { r.Beacon = "" }), "/beacon")
	_, err = Commit([]BookItem{{"a", "0"}}, UnitRequest{Context: "x", Method: Cell, Size: 1, Beacon: "b"})
	require.ErrorContains(t, err, "no item has a positive book value")

	// A nonce names its own beacon, and only a nonce may stand for another.
	s, err := Draw(items, UnitRequest{Context: "x", Method: Cell, Size: 2}, sampling.Nonce(strings.NewReader(strings.Repeat("n", 32))))
	require.NoError(t, err)
	require.Equal(t, "nonce/auditor", s.Selection.Beacon)
	_, err = Draw(items, UnitRequest{Context: "x", Method: Cell, Size: 2}, sampling.Nonce(strings.NewReader("")))
	require.ErrorContains(t, err, "nonce")
	_, err = Draw(items, UnitRequest{Context: "x", Method: Cell, Size: 2, Beacon: "dice/20d10"}, sampling.Nonce(strings.NewReader(strings.Repeat("n", 32))))
	require.ErrorContains(t, err, "dice/20d10")
	_, err = Draw(nil, UnitRequest{}, sampling.Randomness{})
	require.Error(t, err)
}

// A pending record is completed as it was committed to, or not at all.
func TestDrawHoldsToTheCommitment(t *testing.T) {
	items := ledger(rand.New(rand.NewPCG(6, 1)), 60)
	pending, err := Commit(items, unitRequest(Cell))
	require.NoError(t, err)
	for want, change := range map[string]func(*UnitSelection){
		"/method":               func(s *UnitSelection) { s.Method = FixedInterval },
		"/stratification/size":  func(s *UnitSelection) { s.Stratification.Size-- },
		"/stratification/whole": func(s *UnitSelection) { s.Stratification.Whole = true },
		"/stratification/top/0": func(s *UnitSelection) {
			s.Stratification.Top = slices.Clone(s.Stratification.Top)
			s.Stratification.Top[0].ID = items[0].ID
		},
		"/selection/commitment": func(s *UnitSelection) { s.Selection.Context = strings.Replace(s.Selection.Context, "/20", "/21", 1) },
		"/selection/round":      func(s *UnitSelection) { s.Selection.Round = 1 },
	} {
		s := pending
		change(&s)
		_, err := s.Draw(items, dice)
		var m *MismatchError
		require.True(t, errors.As(err, &m), "%s: %v", want, err)
		require.True(t, strings.HasPrefix(m.Path, want), m.Path)
		require.ErrorContains(t, err, want)
	}
	other := slices.Clone(items)
	other[3].Book = "12.34"
	_, err = pending.Draw(other, dice)
	require.ErrorContains(t, err, "/selection/populationRoot differs from what the items")
	_, err = pending.Draw(other[1:], dice)
	require.ErrorContains(t, err, "/selection/populationSize")
	_, err = UnitSelection{}.Draw(items, dice)
	require.Error(t, err)
	require.Error(t, UnitSelection{}.Verify(items))
	require.ErrorContains(t, pending.Verify(nil), "/items")
}

func TestUnitSelectionValidate(t *testing.T) {
	items := ledger(rand.New(rand.NewPCG(6, 2)), 60)
	sound, err := Draw(items, unitRequest(Cell), sampling.Randomness{Bytes: dice})
	require.NoError(t, err)
	require.NotEmpty(t, sound.Stratification.Top)
	for want, change := range map[string]func(*UnitSelection){
		"/selection/seed digest-invalid":                                        func(s *UnitSelection) { s.Selection.Seed = "ab" },
		"/selection/round unit-draw-invalid":                                    func(s *UnitSelection) { s.Selection.Round = 3 },
		"/selection/context unit-draw-invalid":                                  func(s *UnitSelection) { s.Selection.Context = "x" },
		"/stratification/whole unit-draw-invalid":                               func(s *UnitSelection) { s.Stratification.Whole = true },
		"/stratification/bookValue amount-invalid":                              func(s *UnitSelection) { s.Stratification.BookValue = "1e3" },
		"/stratification/negativeValue amount-out-of-range":                     func(s *UnitSelection) { s.Stratification.NegativeValue = "1" },
		"/stratification/topValue amount-out-of-range":                          func(s *UnitSelection) { s.Stratification.TopValue = "1.001" },
		"/stratification/restValue total-out-of-range":                          func(s *UnitSelection) { s.Stratification.TopValue = "1.00" },
		"/stratification/restItems size-out-of-range":                           func(s *UnitSelection) { s.Stratification.Items++ },
		"/stratification/decimals size-out-of-range":                            func(s *UnitSelection) { s.Stratification.Decimals = 10 },
		"/sample/method sample-differs":                                         func(s *UnitSelection) { s.Sample.Method = FixedInterval },
		"/sample/size sample-differs /sample/hits size-out-of-range":            func(s *UnitSelection) { s.Sample.Size++ },
		"/sample/bookValue sample-differs":                                      func(s *UnitSelection) { s.Sample.BookValue = "" },
		"/sample/top sample-differs":                                            func(s *UnitSelection) { s.Sample.Top = nil },
		"/sample/hits size-out-of-range":                                        func(s *UnitSelection) { s.Sample.Hits = s.Sample.Hits[1:] },
		"/sample/hits/0/id id-invalid":                                          func(s *UnitSelection) { s.Sample.Hits[0].ID = "" },
		"/sample/hits/0/id id-repeated":                                         func(s *UnitSelection) { s.Sample.Hits[0].ID = s.Sample.Top[0].ID },
		"/sample/hits/0/bookValue amount-out-of-range":                          func(s *UnitSelection) { s.Sample.Hits[0].Book = "0" },
		"/sample/hits/0/units size-out-of-range":                                func(s *UnitSelection) { s.Sample.Hits[0].Units = nil },
		"/sample/hits/0/units/0 amount-out-of-range":                            func(s *UnitSelection) { s.Sample.Hits[0].Units = []Amount{"-1"} },
		"/sample/hits/0/times size-out-of-range /sample/hits size-out-of-range": func(s *UnitSelection) { s.Sample.Hits[0].Times = -1 << 63 },
	} {
		s := sound
		s.Sample.Hits = slices.Clone(sound.Sample.Hits)
		change(&s)
		var all []string
		for _, p := range s.Validate() {
			require.Equal(t, problem.Error, p.Severity)
			all = append(all, p.Path+" "+string(p.Code))
		}
		require.Equal(t, want, strings.Join(all, " "))
	}
	pending, err := Commit(items, unitRequest(Cell))
	require.NoError(t, err)
	pending.Sample = sound.Sample
	require.ErrorContains(t, pending.Validate().Err(), "/sample")
	require.ErrorContains(t, pending.Verify(items), "/sample")
	require.NotEmpty(t, UnitSelection{}.Validate())
}

// A context names one request, and a request has one context.
func FuzzUnitContext(f *testing.F) {
	f.Add("ENG/T1/monetary-units/cell/6")
	f.Add("x/monetary-units/cell/6/monetary-units/modified-sieve/1000000/whole")
	f.Add("x/monetary-units/cell/+6")
	f.Add("x/monetary-units/cell/06/whole")
	f.Fuzz(func(t *testing.T, context string) {
		r, err := requestOf(sampling.Selection{Context: context})
		if err == nil && (r.drawContext() != context || r.validate().HasErrors()) {
			t.Fatalf("%q: %+v", context, r)
		}
	})
}

// Any record that can be read is judged, and what is true of the items is valid.
func FuzzUnitSelection(f *testing.F) {
	items := []BookItem{{"a", "10.00"}, {"b", "20.5"}, {"c", "-3"}, {"d", "0"}, {"e", "7.25"}}
	for _, method := range UnitMethods() {
		s, err := Draw(items, UnitRequest{Context: "x", Method: method, Size: 3, Beacon: "dice/20d10"}, sampling.Randomness{Bytes: dice})
		require.NoError(f, err)
		b, err := json.Marshal(s)
		require.NoError(f, err)
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		var s UnitSelection
		if json.Unmarshal(document, &s) != nil {
			return
		}
		if l := s.Validate(); s.Verify(items) == nil && l.HasErrors() {
			t.Fatalf("%v", l)
		}
	})
}
