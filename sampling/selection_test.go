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
		require.Contains(t, err.Error(), "sampling: verify: "+c.field)
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

func TestCheckRounds(t *testing.T) {
	first := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	req := v1Request
	req.Round = 1
	second := commitAndDraw(t, v1Items, req, []byte("27182818284590452353"))
	same := commitAndDraw(t, v1Items, req, v1Randomness)
	req.Context = "another stratum"
	req.Round = 0
	stratum := commitAndDraw(t, v1Items, req, v1Randomness)
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)

	require.Empty(t, CheckRounds(nil))
	require.Empty(t, CheckRounds([]Selection{second, first, stratum}), "strata may share randomness")
	for _, c := range []struct {
		name    string
		records []Selection
		code    problem.Code
		path    string
	}{
		{"same randomness", []Selection{first, same}, CodeRandomnessReused, "/1/randomness"},
		{"same round", []Selection{pending, first}, CodeRoundRepeated, "/1/round"},
		{"no round 0", []Selection{stratum, second}, CodeRoundMissing, "/1/round"},
	} {
		l := CheckRounds(c.records)
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
