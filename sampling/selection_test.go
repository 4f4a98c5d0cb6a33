package sampling

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

func TestOrderOfItemsDoesNotMatter(t *testing.T) {
	ids := items(300, "CHG-%d")
	req := Request{Context: "c", Size: 20, ReserveSize: 4, Beacon: "dice/20d10"}
	want, err := Draw(ids, req, Randomness{Bytes: v1Randomness})
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		before := slices.Clone(ids)
		got, err := Draw(ids, req, Randomness{Bytes: v1Randomness})
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.NoError(t, want.Verify(ids))
		require.Equal(t, before, ids, "the caller's list is left as it is")
	}
}

func TestAnyOtherPopulationIsAnotherCommitment(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	other := func(name string, ids []string, field string) {
		t.Helper()
		again, err := Commit(ids, v1Request)
		require.NoError(t, err)
		require.NotEqual(t, pending.Commitment, again.Commitment, name)
		for _, err := range []error{pending.Verify(ids), second(pending.Draw(ids, v1Randomness))} {
			var m *MismatchError
			require.ErrorAs(t, err, &m, name)
			require.Equal(t, field, m.Field, name)
		}
	}
	for i := range v1Items {
		changed := slices.Clone(v1Items)
		changed[i] += "x"
		other(fmt.Sprint("renamed ", i), changed, "populationRoot")
		changed[i] = strings.ToLower(v1Items[i])
		other(fmt.Sprint("another case ", i), changed, "populationRoot")
		other(fmt.Sprint("removed ", i), slices.Delete(slices.Clone(v1Items), i, i+1), "populationSize")
	}
	other("added", append(slices.Clone(v1Items), "A-11"), "populationSize")
	other("NFC and NFD differ", append(slices.Clone(v1Items[1:]), "caf\u00e9"), "populationRoot")
}

func second[T any](_ T, err error) error { return err }

func TestAnyOtherRequestIsAnotherCommitment(t *testing.T) {
	seen := make(map[Hex]bool)
	for _, change := range []func(*Request){
		func(*Request) {},
		func(r *Request) { r.Context += "x" },
		func(r *Request) { r.Round = 1 },
		func(r *Request) { r.Method, r.ReserveSize = Systematic, 0 },
		func(r *Request) { r.Size = 4 },
		func(r *Request) { r.ReserveSize = 2 },
		func(r *Request) { r.Size, r.ReserveSize = 2, 2 },
		func(r *Request) { r.Source = v1Root },
		func(r *Request) { r.Beacon += "0" },
		func(r *Request) { r.Context, r.Beacon = r.Context+"d", "ice/20d10" },
	} {
		req := v1Request
		change(&req)
		s, err := Commit(v1Items, req)
		require.NoError(t, err)
		require.False(t, seen[s.Commitment], "%+v", req)
		seen[s.Commitment] = true
	}
}

func TestVerifyNamesTheFirstFieldThatDiffers(t *testing.T) {
	simple := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	for _, c := range []struct {
		change func(*Selection)
		field  string
	}{
		{func(s *Selection) { s.Context += "x" }, "commitment"},
		{func(s *Selection) { s.Context = "" }, "context"},
		{func(s *Selection) { s.Round = 1 }, "commitment"},
		{func(s *Selection) { s.Round = -1 }, "round"},
		{func(s *Selection) { s.Method = Systematic }, "reserveSize"},
		{func(s *Selection) { s.Method = "" }, "method"},
		{func(s *Selection) { s.Method = "haphazard" }, "method"},
		{func(s *Selection) { s.Size = 2 }, "commitment"},
		{func(s *Selection) { s.Size = 0 }, "size"},
		{func(s *Selection) { s.Size = 1 << 62 }, "size"},
		{func(s *Selection) { s.ReserveSize = 2 }, "commitment"},
		{func(s *Selection) { s.ReserveSize = -1 }, "reserveSize"},
		{func(s *Selection) { s.PopulationSize = 11 }, "populationSize"},
		{func(s *Selection) { s.PopulationRoot = v1Seed }, "populationRoot"},
		{func(s *Selection) { s.PopulationRoot = "" }, "populationRoot"},
		{func(s *Selection) { s.Source = v1Seed }, "commitment"},
		{func(s *Selection) { s.Source = "00" }, "source"},
		{func(s *Selection) { s.Beacon = "dice/10d20" }, "commitment"},
		{func(s *Selection) { s.Beacon = "\n" }, "beacon"},
		{func(s *Selection) { s.Randomness = s.Randomness[:38] }, "seed"},
		{func(s *Selection) { s.Randomness = s.Randomness[:30] }, "randomness"},
		{func(s *Selection) { s.Randomness = "zz" + s.Randomness[2:] }, "randomness"},
		{func(s *Selection) { s.Randomness = "" }, "seed"},
		{func(s *Selection) { s.Commitment = v1Seed }, "commitment"},
		{func(s *Selection) { s.Commitment = Hex(strings.ToUpper(v1Commitment)) }, "commitment"},
		{func(s *Selection) { s.Seed = v1Commitment }, "seed"},
		{func(s *Selection) { s.Sample = []string{"A-03", "A-09", "A-10"} }, "sample[0]"},
		{func(s *Selection) { s.Sample = []string{"A-09", "A-03", "A-02"} }, "sample[2]"},
		{func(s *Selection) { s.Sample = s.Sample[:2] }, "sample"},
		{func(s *Selection) { s.Sample = append(slices.Clone(s.Sample), "A-02") }, "sample"},
		{func(s *Selection) { s.Reserve = []string{"A-05"} }, "reserve[0]"},
		{func(s *Selection) { s.Reserve = nil }, "reserve"},
		{func(s *Selection) { s.Tickets = slices.Clone(s.Tickets); s.Tickets[3] = v1Seed }, "tickets[3]"},
		{func(s *Selection) { s.Tickets = nil }, "tickets"},
		{func(s *Selection) { s.Round, s.Seed = 2, v1Root }, "commitment"},
		{func(s *Selection) { s.Seed, s.Sample = v1Root, nil }, "seed"},
	} {
		s := simple
		c.change(&s)
		err := s.Verify(v1Items)
		var m *MismatchError
		require.ErrorAs(t, err, &m, "%s", c.field)
		name, _, _ := strings.Cut(c.field, "[")
		require.Equal(t, name, m.Field, "%v", err)
		require.Contains(t, err.Error(), "sampling: "+c.field)
	}

	require.NoError(t, simple.Verify(v1Items))
	for _, ids := range [][]string{nil, {"a", "a"}, {""}} {
		err := simple.Verify(ids)
		require.Error(t, err)
		require.False(t, errors.As(err, new(*MismatchError)), "an error about the items is not one about the record")
	}

	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	pending.Sample = []string{"A-01"}
	require.ErrorContains(t, pending.Verify(v1Items), "sample")
}

func TestDrawRefuses(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	drawn, err := pending.Draw(v1Items, v1Randomness)
	require.NoError(t, err)

	_, err = drawn.Draw(v1Items, []byte("27182818284590452353"))
	require.ErrorContains(t, err, "one commitment has one randomness")
	_, err = pending.Draw(v1Items, make([]byte, 15))
	require.ErrorContains(t, err, "15 bytes; 16 to 1024 expected")
	_, err = pending.Draw(v1Items, make([]byte, 1025))
	require.ErrorContains(t, err, "1025 bytes")
	_, err = pending.Draw(v1Items, nil)
	require.Error(t, err)
	_, err = Selection{}.Draw(v1Items, v1Randomness)
	require.ErrorContains(t, err, "/context")
	changed := pending
	changed.Size = 2
	_, err = changed.Draw(v1Items, v1Randomness)
	require.ErrorContains(t, err, "commitment")
	_, err = pending.Draw([]string{"a", "a"}, v1Randomness)
	require.ErrorContains(t, err, "same identifier")

	for _, c := range []struct {
		change func(*Request)
		where  string
	}{
		{func(r *Request) { r.Context = "" }, "/context"},
		{func(r *Request) { r.Context = "a\x7fb" }, "/context"},
		{func(r *Request) { r.Round = -1 }, "/round"},
		{func(r *Request) { r.Method = "haphazard" }, "/method"},
		{func(r *Request) { r.Method = Systematic }, "/reserveSize"},
		{func(r *Request) { r.Size = 0 }, "/size"},
		{func(r *Request) { r.Size = 10 }, "/size"},
		{func(r *Request) { r.Size, r.ReserveSize = 1<<63-1, 1<<63-1 }, "/size"},
		{func(r *Request) { r.ReserveSize = -1 }, "/reserveSize"},
		{func(r *Request) { r.Source = "ABCD" }, "/source"},
		{func(r *Request) { r.Beacon = "" }, "/beacon"},
	} {
		req := v1Request
		c.change(&req)
		_, err := Commit(v1Items, req)
		require.ErrorContains(t, err, c.where, "%+v", req)
		_, err = Draw(v1Items, req, Randomness{Bytes: v1Randomness})
		require.ErrorContains(t, err, c.where, "%+v", req)
	}
	_, err = Commit(v1Items, Request{Round: -1})
	for _, where := range []string{"/context", "/round", "/size", "/beacon"} {
		require.ErrorContains(t, err, where, "every problem at once")
	}
}

func TestNonce(t *testing.T) {
	req := v1Request
	req.Beacon = ""
	reader := func() io.Reader { return strings.NewReader(strings.Repeat("n", 40)) }
	s, err := Draw(v1Items, req, Nonce(reader()))
	require.NoError(t, err)
	require.Equal(t, "nonce/auditor", s.Beacon)
	require.Equal(t, HexOf(bytes.Repeat([]byte("n"), 32)), s.Randomness)
	require.False(t, s.IsPubliclyVerifiable())
	require.NoError(t, s.Verify(v1Items))

	req.Beacon = "nonce/cli"
	s, err = Draw(v1Items, req, Nonce(reader()))
	require.NoError(t, err)
	require.Equal(t, "nonce/cli", s.Beacon)

	req.Beacon = "drand/quicknet/27946612"
	_, err = Draw(v1Items, req, Nonce(reader()))
	require.ErrorContains(t, err, "nonce/auditor", "a nonce is not what that beacon gave")

	_, err = Draw(v1Items, v1Request, Nonce(strings.NewReader("too short")))
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.Empty(t, Nonce(strings.NewReader("too short")).Bytes, "bytes that were not read are nobody's randomness")
	broken := errors.New("broken")
	_, err = Draw(v1Items, v1Request, Nonce(iotest.ErrReader(broken)))
	require.ErrorIs(t, err, broken)
	_, err = Draw(v1Items, v1Request, Nonce(nil))
	require.ErrorContains(t, err, "no reader")
	_, err = Draw(v1Items, v1Request, Randomness{})
	require.ErrorContains(t, err, "0 bytes")
}

func TestPopulationRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		items []string
		says  string
	}{
		{"none", nil, "no items"},
		{"empty identifier", []string{"a", ""}, "item 1: empty"},
		{"control character", []string{"a", "b", "c\td"}, "item 2: control character 0x09 at byte 1"},
		{"DEL", []string{"\x7f"}, "item 0: control character 0x7F at byte 0"},
		{"not UTF-8", []string{"a", "\xff"}, "item 1: not valid UTF-8"},
		{"surrogate half", []string{"\xed\xa0\x80"}, "item 0: not valid UTF-8"},
		{"too long", []string{strings.Repeat("x", 1025)}, "item 0: 1025 bytes"},
		{"duplicate", []string{"z", "b", "a", "b"}, "items 1 and 3 are the same"},
		{"duplicate in a sorted list", []string{"a", "a"}, "items 0 and 1 are the same"},
	} {
		_, err := PopulationRoot(c.items)
		require.ErrorContains(t, err, c.says, c.name)
		_, err = Commit(c.items, v1Request)
		require.ErrorContains(t, err, c.says, c.name)
	}
	for _, id := range []string{"x", strings.Repeat("x", 1024), "a b", "\u0080", "..", "=1+1", "\u202e"} {
		require.NoError(t, CheckItem(id), "%q", id)
	}
	require.ErrorContains(t, CheckItem(""), "sampling: item: empty")
}

func TestSelectionRoundTripsAsFlatJSON(t *testing.T) {
	s := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	s.CommittedBeforehand = true
	b, err := json.Marshal(s)
	require.NoError(t, err)
	dec := json.NewDecoder(bytes.NewReader(b))
	var names []string
	for depth := 0; ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch tok := tok.(type) {
		case json.Delim:
			if tok == '{' || tok == '[' {
				depth++
			} else {
				depth--
			}
		case string:
			if depth == 1 && !slices.Contains(names, tok) && strings.Contains(string(b), `"`+tok+`":`) {
				names = append(names, tok)
			}
		}
	}
	require.Equal(t, []string{
		"context", "round", "method", "size", "reserveSize", "populationSize", "populationRoot", "beacon",
		"randomness", "commitment", "seed", "sample", "reserve", "tickets", "committedBeforehand",
	}, names)
	var back Selection
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, s, back)
	require.NoError(t, back.Verify(v1Items))

	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	b, err = json.Marshal(pending)
	require.NoError(t, err)
	require.Contains(t, string(b), `"sample":[],"reserve":[],"tickets":[]`)
	require.NotContains(t, string(b), "randomness")
}

// Each code, with the smallest change of a sound record that raises it.
func TestSelectionCodes(t *testing.T) {
	sound := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	for _, c := range []struct {
		code   problem.Code
		path   string
		change func(*Selection)
	}{
		{CodeContextInvalid, "/context", func(s *Selection) { s.Context = "" }},
		{CodeRoundInvalid, "/round", func(s *Selection) { s.Round = -1 }},
		{CodeMethodUnknown, "/method", func(s *Selection) { s.Method = "haphazard" }},
		{CodeMethodUnknown, "/method", func(s *Selection) { s.Method = "" }},
		{CodeSizeInvalid, "/size", func(s *Selection) { s.PopulationSize = 3 }},
		{CodeSizeInvalid, "/populationSize", func(s *Selection) { s.PopulationSize = 1 << 32 }},
		{CodeDigestInvalid, "/populationRoot", func(s *Selection) { s.PopulationRoot = "15C7" }},
		{CodeDigestInvalid, "/commitment", func(s *Selection) { s.Commitment = "" }},
		{CodeDigestInvalid, "/source", func(s *Selection) { s.Source = "0" }},
		{CodeDigestInvalid, "/seed", func(s *Selection) { s.Seed = "" }},
		{CodeDigestInvalid, "/tickets/0", func(s *Selection) { s.Tickets = append([]Hex{"00"}, s.Tickets[1:]...) }},
		{CodeBeaconInvalid, "/beacon", func(s *Selection) { s.Beacon = "a\nb" }},
		{CodeRandomnessInvalid, "/randomness", func(s *Selection) { s.Randomness = "00" }},
		{CodeRandomnessInvalid, "/randomness", func(s *Selection) { s.Randomness = "xyz" }},
		{CodePendingInvalid, "", func(s *Selection) { s.Randomness = "" }},
		{CodeItemsInvalid, "/sample/1", func(s *Selection) { s.Sample = []string{"A-01", "A-01", "A-03"} }},
		{CodeItemsInvalid, "/reserve/0", func(s *Selection) { s.Reserve = s.Sample[:1] }},
		{CodeItemsInvalid, "/sample/0", func(s *Selection) { s.Sample = []string{"", "A-01", "A-03"} }},
		{CodeItemsInvalid, "/reserve", func(s *Selection) { s.Reserve, s.Tickets = nil, s.Tickets[:3] }},
		{CodeItemsInvalid, "/tickets", func(s *Selection) { s.Tickets = nil }},
		{CodeItemsInvalid, "/tickets/3", func(s *Selection) { s.Tickets = append(slices.Clone(s.Tickets[:3]), s.Tickets[0]) }},
	} {
		s := sound
		c.change(&s)
		l := s.Validate()
		require.Len(t, l, 1, "%s: %v", c.path, l)
		require.Equal(t, c.code, l[0].Code, "%s", c.path)
		require.Equal(t, c.path, l[0].Path)
	}
	require.Empty(t, sound.Validate())
	require.True(t, Selection{}.Validate().HasErrors())
}

func TestFulfils(t *testing.T) {
	s := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	again := commitAndDraw(t, v1Items, v1Request, []byte("27182818284590452353"))
	other := v1Request
	other.Beacon = "dice/another roll"
	rolled := commitAndDraw(t, v1Items, other, v1Randomness)
	require.NoError(t, s.Fulfils(v1Commitment))
	require.NoError(t, again.Fulfils(v1Commitment), "whether the beacon gave the bytes only the beacon tells")
	require.NoError(t, rolled.Verify(v1Items))
	require.EqualError(t, rolled.Fulfils(v1Commitment), "sampling: commitment differs from what the items and the other fields give")
	for _, malformed := range []Hex{"", "662D", Hex(v1Commitment[1:]), v1Commitment + "00"} {
		require.ErrorContains(t, s.Fulfils(malformed), "not 64 lowercase hexadecimal digits")
	}
}

func TestDiceAreDigits(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	// Forty digits that were read as hexadecimal are 20 bytes, none of them a digit of the dice.
	b, err := Hex("3141592653589793238462643383279502884197").Bytes()
	require.NoError(t, err)
	_, err = pending.Draw(v1Items, b)
	require.ErrorContains(t, err, "not ASCII digits")
	_, err = pending.DrawStream(streamOf(v1Items), b)
	require.ErrorContains(t, err, "not ASCII digits")

	s := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	s.Randomness = HexOf(b)
	require.Equal(t, problem.List{{Path: "/randomness", Code: CodeRandomnessInvalid, Severity: problem.Error,
		Message: "not ASCII digits; the digits of the dice in the order rolled expected"}}, s.Validate())
	require.ErrorContains(t, s.Verify(v1Items), "sampling: randomness")
}

// A random sample, and a random sample of what it leaves, are a random sample of the whole.
func TestFurtherRoundsOfWhatIsLeft(t *testing.T) {
	ids := items(12, "I-%02d")
	seen := map[string]int{}
	const draws = 4000
	for i := range draws {
		first, err := Draw(ids, Request{Context: "c", Size: 3, ReserveSize: 1, Beacon: "nonce/x"}, Randomness{Bytes: fmt.Appendf(nil, "first  %010d", i)})
		require.NoError(t, err)
		rest := Remaining(ids, first)
		require.Len(t, rest, 8)
		second, err := Draw(rest, Request{Context: "c", Round: 1, Size: 4, Beacon: "nonce/x"}, Randomness{Bytes: fmt.Appendf(nil, "second %010d", i)})
		require.NoError(t, err)
		require.Empty(t, CheckRounds([]Selection{second, first}))
		for _, id := range slices.Concat(first.Sample, second.Sample) {
			seen[id]++
		}
	}
	require.Len(t, seen, len(ids))
	chi, want := 0.0, draws*7.0/12
	for _, n := range seen {
		chi += (float64(n) - want) * (float64(n) - want) / want
	}
	require.Less(t, chi, 31.3, "0.1 % of chi-square with 11 degrees of freedom") // the items of a draw vary less than independent ones
	require.Equal(t, ids, Remaining(ids))
	require.Empty(t, Remaining(nil, Selection{Sample: []string{"x"}}))
}

func TestCheckRounds(t *testing.T) {
	first := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	req := v1Request
	req.Round = 1
	second := commitAndDraw(t, v1Items, req, []byte("27182818284590452353"))
	req1 := req
	same := commitAndDraw(t, v1Items, req, v1Randomness)
	same.Sample = []string{}
	req.Context = "another stratum"
	req.Round = 0
	stratum := commitAndDraw(t, v1Items, req, v1Randomness)
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)

	require.Empty(t, CheckRounds(nil))
	l := CheckRounds([]Selection{second, first, stratum})
	require.NoError(t, l.Err(), "strata may share randomness")
	require.Len(t, l, 1)
	require.Equal(t, CodeRoundOverlap, l[0].Code, "round 1 was drawn from all items")
	left := commitAndDraw(t, Remaining(v1Items, first), req1, []byte("27182818284590452353"))
	require.Empty(t, CheckRounds([]Selection{first, left}))
	fewer := req1
	fewer.Size = 1
	elsewhere := commitAndDraw(t, v1Items[:5], fewer, []byte("27182818284590452353"))
	repeated := second
	repeated.Sample = first.Sample[:2]
	for _, c := range []struct {
		name    string
		records []Selection
		code    problem.Code
		path    string
	}{
		{"same randomness", []Selection{first, same}, CodeRandomnessReused, "/1/randomness"},
		{"same round", []Selection{pending, first}, CodeRoundRepeated, "/1/round"},
		{"no round 0", []Selection{stratum, second}, CodeRoundMissing, "/1/round"},
		{"another population", []Selection{first, elsewhere}, CodeRoundPopulation, "/1/populationRoot"},
		{"items again", []Selection{repeated, first}, CodeRoundOverlap, "/0/sample"},
	} {
		l := CheckRounds(c.records)
		l = slices.DeleteFunc(l, func(p problem.Problem) bool { return p.Code == CodeRoundOverlap && c.code != CodeRoundOverlap })
		require.Len(t, l, 1, c.name)
		require.Equal(t, c.code, l[0].Code, c.name)
		require.Equal(t, c.path, l[0].Path, c.name)
	}
}

func FuzzSampler(f *testing.F) {
	f.Add("a\nb\nc", "ctx", int64(1), int64(1), false, []byte("0123456789abcdef"), "nonce/x")
	f.Add("A-01\nA-02\nA-03\nA-04", "x", int64(2), int64(0), true, []byte("0123456789abcdef0"), "dice/20d10")
	f.Add("same\nsame", "x", int64(1), int64(0), false, []byte("0123456789abcdef"), "b")       // a duplicate: refused
	f.Add("a\n\nb", "", int64(-1), int64(1<<62), true, []byte(""), "")                         // everything wrong
	f.Add("caf\u00e9\ncafe\u0301", "\u00e9", int64(2), int64(0), false, make([]byte, 16), "x") // two spellings, two items
	f.Fuzz(func(t *testing.T, list, context string, size, reserve int64, systematic bool, randomness []byte, beacon string) {
		ids := strings.Split(list, "\n")
		req := Request{Context: context, Method: Simple, Size: size, ReserveSize: reserve, Beacon: beacon}
		if systematic {
			req.Method = Systematic
		}
		s, err := Draw(ids, req, Randomness{Bytes: randomness})
		if err != nil {
			require.Equal(t, Selection{}, s)
			require.True(t, strings.HasPrefix(err.Error(), "sampling: "), "%v", err)
			return
		}
		require.Empty(t, s.Validate())
		slices.Reverse(ids)
		require.NoError(t, s.Verify(ids))
		for _, id := range append(slices.Clone(s.Sample), s.Reserve...) {
			require.Contains(t, ids, id)
		}
		b, err := json.Marshal(s)
		require.NoError(t, err)
		var back Selection
		require.NoError(t, json.Unmarshal(b, &back))
		require.Equal(t, s, back)
	})
}
