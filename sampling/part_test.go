package sampling

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

// divided cuts a population into parts in any way, empty ones among them.
func divided(r *rand.Rand, ids []string) [][]string {
	parts := make([][]string, 1+r.IntN(9))
	for _, id := range ids {
		i := r.IntN(len(parts))
		if r.IntN(2) == 0 {
			i = 0 // so that parts differ in size
		}
		parts[i] = append(parts[i], id)
	}
	return parts
}

// Whatever way a population is divided and in whatever order and grouping its parts are merged, the whole is drawn.
func TestPartsGiveWhatTheWholeGives(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 400 {
		n := 1 + r.IntN(150)
		ids, req := randomPopulation(r, n), randomRequest(r, n)
		if req.Method == Systematic {
			req.Method = Simple
		}
		randomness := []byte(fmt.Sprintf("%020d", r.Uint64()))
		want := commitAndDraw(t, ids, req, randomness)
		pending, err := Commit(ids, req)
		require.NoError(t, err)

		var parts []Part
		for _, some := range divided(r, ids) {
			p, err := pending.Part(streamOf(some), randomness)
			require.NoError(t, err)
			require.Empty(t, p.Validate())
			require.EqualValues(t, len(some), p.Count)
			require.LessOrEqual(t, int64(len(p.Items)), req.Size+req.ReserveSize)
			again, err := pending.PartOf(p.Count, p.Items, randomness)
			require.NoError(t, err)
			require.Equal(t, p, again)
			parts = append(parts, p)
		}
		got, err := pending.DrawParts(parts, randomness)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.NoError(t, got.Verify(ids))

		whole, err := pending.Part(streamOf(ids), randomness)
		require.NoError(t, err)
		for len(parts) > 1 { // merge some of them, in some order, until one is left
			r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
			k := 1 + r.IntN(len(parts))
			merged, err := Merge(parts[:k]...)
			require.NoError(t, err)
			parts = append(slices.Clone(parts[k:]), merged)
		}
		require.Equal(t, whole, parts[0])
	}
}

func TestPartsRefuse(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	part := func(ids ...string) Part {
		p, err := pending.Part(streamOf(ids), v1Randomness)
		require.NoError(t, err)
		return p
	}
	left, right := part(v1Items[:5]...), part(v1Items[5:]...)
	refuses := func(says string, parts ...Part) {
		t.Helper()
		_, err := pending.DrawParts(parts, v1Randomness)
		require.ErrorContains(t, err, says)
	}
	refuses("no parts")
	refuses("the parts hold 5 items; the population holds 10", left)
	refuses("the parts hold 15 items", left, right, part("B-1", "B-2", "B-3", "B-4", "B-5"))
	refuses("parts 1 and 2 hold the same item", left, right, part("A-09"))
	refuses("part 1 belongs to another selection", left, Part{})

	other, err := pending.Part(streamOf(v1Items[5:]), []byte("27182818284590452353"))
	require.NoError(t, err)
	refuses("part 1 belongs to another selection or to other randomness", left, other)
	_, err = Merge(left, other)
	require.ErrorContains(t, err, "parts 0 and 1 belong to different selections")
	_, err = Merge()
	require.ErrorContains(t, err, "no parts")
	full := left
	full.Count = maxItems
	_, err = Merge(full, right)
	require.ErrorContains(t, err, "hold more than 4294967295 items")

	_, err = pending.Part(streamOf([]string{"a", ""}), v1Randomness)
	require.ErrorContains(t, err, "item 1: empty")
	_, err = pending.Part(streamOf([]string{"A-09", "A-09"}), v1Randomness)
	require.ErrorContains(t, err, "comes twice")
	_, err = pending.PartOf(5, []string{"A-03", "A-09"}, v1Randomness)
	require.ErrorContains(t, err, "/items")
	_, err = Selection{}.Part(nil, v1Randomness)
	require.ErrorContains(t, err, "/context")

	req := v1Request
	req.Method, req.ReserveSize = Systematic, 0
	systematic, err := Commit(v1Items, req)
	require.NoError(t, err)
	_, err = systematic.Part(streamOf(v1Items), v1Randomness)
	require.ErrorContains(t, err, "has no parts")
}

// Each change of a sound part that Validate finds.
func TestPartCodes(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	sound, err := pending.Part(streamOf(v1Items), v1Randomness)
	require.NoError(t, err)
	for _, c := range []struct {
		code   problem.Code
		path   string
		change func(*Part)
	}{
		{CodeDigestInvalid, "/seed", func(p *Part) { p.Seed = "" }},
		{CodePartInvalid, "/limit", func(p *Part) { p.Limit = 0 }},
		{CodePartInvalid, "/limit", func(p *Part) { p.Limit = 1 << 62 }},
		{CodePartInvalid, "/count", func(p *Part) { p.Count = -1 }},
		{CodePartInvalid, "/count", func(p *Part) { p.Count = 1 << 32 }},
		{CodePartInvalid, "/items", func(p *Part) { p.Limit = 5 }},
		{CodePartInvalid, "/items", func(p *Part) { p.Count = 3 }},
		{CodePartInvalid, "/tickets", func(p *Part) { p.Tickets = p.Tickets[:3] }},
		{CodePartInvalid, "/tickets/0", func(p *Part) { p.Tickets[0] = v1Seed }},
		{CodeItemsInvalid, "/items/3", func(p *Part) { p.Items[3] = "" }},
		{CodePartInvalid, "/items/2", func(p *Part) { p.Items[2], p.Tickets[2] = p.Items[1], p.Tickets[1] }},
	} {
		p := sound
		p.Items, p.Tickets = slices.Clone(sound.Items), slices.Clone(sound.Tickets)
		c.change(&p)
		l := p.Validate()
		require.Len(t, l, 1, "%s: %v", c.path, l)
		require.Equal(t, c.code, l[0].Code)
		require.Equal(t, c.path, l[0].Path)
		_, err := Merge(p)
		require.ErrorContains(t, err, "merge: part 0")
	}
	require.True(t, Part{}.Validate().HasErrors())

	b, err := json.Marshal(sound)
	require.NoError(t, err)
	var back Part
	require.NoError(t, json.Unmarshal(b, &back))
	require.Equal(t, sound, back)
	empty, err := pending.Part(nil, v1Randomness)
	require.NoError(t, err)
	b, err = json.Marshal(empty)
	require.NoError(t, err)
	require.Contains(t, string(b), `"count":0,"items":[],"tickets":[]`)
}

// An item that lies in two parts and is not selected is not seen by merging; the population root shows it.
func TestRootShowsWhatMergingCannot(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	// A-01 has the largest ticket. It lies in both parts, and A-06, which is not selected either, in none.
	lists := [][]string{{"A-01", "A-02", "A-03", "A-04", "A-05"}, {"A-01", "A-07", "A-08", "A-09", "A-10"}}
	var parts []Part
	for _, ids := range lists {
		p, err := pending.Part(streamOf(ids), v1Randomness)
		require.NoError(t, err)
		parts = append(parts, p)
	}
	drawn, err := pending.DrawParts(parts, v1Randomness)
	require.NoError(t, err)
	err = drawn.VerifyStream(MergeSorted(streamOf(lists[0]), streamOf(lists[1])))
	require.ErrorContains(t, err, "item 1: the same identifier as the item before it")
}

func FuzzMerge(f *testing.F) {
	f.Add([]byte(`{"limit":2,"count":1,"items":["a"],"tickets":["00"]}`), []byte(`{}`))
	f.Add([]byte(`{"limit":4611686018427387904,"count":4294967295}`), []byte(`{"count":-1}`)) // sizes that lie
	f.Fuzz(func(t *testing.T, a, b []byte) {
		var p, q Part
		if json.Unmarshal(a, &p) != nil || json.Unmarshal(b, &q) != nil {
			return
		}
		one, err := Merge(p, q)
		if err != nil {
			return
		}
		require.Empty(t, one.Validate())
		two, err := Merge(q, p)
		require.NoError(t, err)
		require.Equal(t, one, two)
	})
}
