package sampling

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// streamOf yields ids.
func streamOf(ids []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
	}
}

// randomPopulation returns distinct identifiers in no order, some of which begin with each other or are not ASCII.
func randomPopulation(r *rand.Rand, n int) []string {
	seen := make(map[string]bool, n)
	ids := make([]string, 0, n)
	for len(ids) < n {
		id := fmt.Sprintf("%d", r.IntN(10*n+10))
		switch r.IntN(4) {
		case 0:
			id = "caf\u00e9-" + id
		case 1:
			id = strings.Repeat("x", 1+r.IntN(3)) + id
		}
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// randomRequest returns a request that can be drawn from n items.
func randomRequest(r *rand.Rand, n int) Request {
	size := 1 + r.IntN(n)
	req := Request{Context: fmt.Sprint("c", r.Uint64()), Method: Simple, Size: int64(size), Beacon: "dice/20d10"}
	if r.IntN(3) == 0 {
		req.Method = Systematic
	} else {
		req.ReserveSize = int64(r.IntN(n - size + 1))
	}
	return req
}

func TestStreamsGiveWhatListsGive(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for round := range 300 {
		n := 1 + r.IntN(200)
		ids, req := randomPopulation(r, n), randomRequest(r, n)
		randomness := []byte(fmt.Sprintf("%020d", r.Uint64()))
		want := commitAndDraw(t, ids, req, randomness)
		sorted := slices.Sorted(slices.Values(ids))

		pending, err := CommitStream(streamOf(sorted), req)
		require.NoError(t, err)
		require.Equal(t, second2(Commit(ids, req)), pending)
		require.NoError(t, pending.VerifyStream(streamOf(sorted)))
		order := ids
		if req.Method == Systematic {
			order = sorted
		}
		got, err := pending.DrawStream(streamOf(order), randomness)
		require.NoError(t, err)
		require.Equal(t, want, got, "%d: %+v", round, req)
		require.NoError(t, got.VerifyStream(streamOf(sorted)))
		got, err = pending.DrawSortedStream(streamOf(sorted), randomness)
		require.NoError(t, err)
		require.Equal(t, want, got, "%d: %+v", round, req)
		other := slices.Clone(sorted)
		other[n-1] += "~" // the last item is another
		_, err = pending.DrawSortedStream(streamOf(other), randomness)
		require.EqualError(t, err, mismatch("populationRoot").Error())

		frame, err := NewFrame(ids, &FrameOptions{Workers: 1 + r.IntN(9)})
		require.NoError(t, err)
		got, err = frame.Complete(pending, randomness)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.NoError(t, frame.Verify(got))
		require.Equal(t, want.PopulationRoot, frame.Root())
		require.EqualValues(t, n, frame.Size())
	}
}

func second2[T any](v T, _ error) T { return v }

func TestWorkersChangeNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	ids := randomPopulation(r, 3*leavesPerTask+17) // so that the tree has several tasks, the last of them small
	before := slices.Clone(ids)
	req := Request{Context: "c", Size: 100, ReserveSize: 20, Beacon: "dice/20d10"}
	want, err := Draw(ids, req, Randomness{Bytes: v1Randomness})
	require.NoError(t, err)
	for _, workers := range []int{-1, 0, 1, 2, 3, 4, 5, 7, 8, 64, 1 << 30} {
		f, err := NewFrame(ids, &FrameOptions{Workers: workers})
		require.NoError(t, err)
		got, err := f.Draw(req, Randomness{Bytes: v1Randomness})
		require.NoError(t, err)
		require.Equal(t, want, got, "%d workers", workers)
	}
	require.Equal(t, before, ids)

	bad := slices.Clone(ids)
	bad[20_000], bad[20_100], bad[3] = "", "a\tb", bad[24_000]
	for _, workers := range []int{1, 2, 5} {
		_, err := NewFrame(bad, &FrameOptions{Workers: workers})
		require.ErrorContains(t, err, "item 20000: empty", "%d workers", workers)
	}
	bad[20_000], bad[20_100] = "fine", "fine too"
	for _, workers := range []int{1, 2, 5} {
		_, err := NewFrame(bad, &FrameOptions{Workers: workers})
		require.ErrorContains(t, err, "items 3 and 24000 are the same", "%d workers", workers)
	}
}

func TestZeroFrameRefuses(t *testing.T) {
	var f Frame
	_, err := f.Commit(v1Request)
	require.ErrorContains(t, err, "/populationSize")
	_, err = f.Draw(v1Request, Randomness{Bytes: v1Randomness})
	require.Error(t, err)
	require.Error(t, f.Verify(Selection{}))
	require.Empty(t, f.Root())
}

func TestStreamErrorsSayWhere(t *testing.T) {
	broken := errors.New("broken")
	failing := func(yield func(string, error) bool) {
		_ = yield("A-01", nil) && yield("A-02", nil) && yield("", broken) && yield("A-03", nil)
	}
	for _, c := range []struct {
		name   string
		stream iter.Seq2[string, error]
		says   string
	}{
		{"nil", nil, "no items"},
		{"none", streamOf(nil), "no items"},
		{"not sorted", streamOf([]string{"b", "c", "a"}), "item 2: before the item before it"},
		{"twice", streamOf([]string{"a", "b", "b"}), "item 2: the same identifier"},
		{"no identifier", streamOf([]string{"a", "b\n"}), "item 1: control character 0x0A at byte 1"},
		{"empty", streamOf([]string{""}), "item 0: empty"},
		{"error of the stream", failing, "item 2: broken"},
	} {
		_, err := CommitStream(c.stream, v1Request)
		require.ErrorContains(t, err, c.says, c.name)
		err = commitAndDraw(t, v1Items, v1Request, v1Randomness).VerifyStream(c.stream)
		require.ErrorContains(t, err, c.says, c.name)
		require.False(t, errors.As(err, new(*MismatchError)), c.name)
	}
	_, err := CommitStream(failing, v1Request)
	require.ErrorIs(t, err, broken)

	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	for _, c := range []struct {
		stream iter.Seq2[string, error]
		says   string
	}{
		{streamOf(v1Items[:9]), "populationSize"},
		{streamOf(append(slices.Clone(v1Items), "A-11")), "item 10: more than the 10 items expected"},
		{failing, "item 2: broken"},
		{nil, "no items"},
		{streamOf([]string{"A-01", "\xff"}), "item 1: not valid UTF-8"},
		// A-09 is selected, so that its copy is seen.
		{streamOf([]string{"A-09", "A-02", "A-03", "A-04", "A-05", "A-06", "A-07", "A-08", "A-09", "A-10"}), "comes twice"},
	} {
		_, err := pending.DrawStream(c.stream, v1Randomness)
		require.ErrorContains(t, err, c.says)
	}
	_, err = pending.DrawStream(streamOf(v1Items), v1Randomness[:10])
	require.ErrorContains(t, err, "10 bytes; 16 to 1024")
	drawn, err := pending.DrawStream(streamOf(v1Items), v1Randomness)
	require.NoError(t, err)
	_, err = drawn.DrawStream(streamOf(v1Items), v1Randomness)
	require.ErrorContains(t, err, "one commitment has one randomness")
	changed := pending
	changed.Size = 2
	_, err = changed.DrawStream(streamOf(v1Items), v1Randomness)
	require.ErrorContains(t, err, "commitment")

	req := v1Request
	req.Method, req.ReserveSize = Systematic, 0
	pending, err = Commit(v1Items, req)
	require.NoError(t, err)
	reversed := slices.Clone(v1Items)
	slices.Reverse(reversed)
	_, err = pending.DrawStream(streamOf(reversed), v1Randomness)
	require.ErrorContains(t, err, "item 1: before the item before it")

	read := 0
	_, err = CommitStream(func(yield func(string, error) bool) { read++ }, Request{Size: -1})
	require.ErrorContains(t, err, "/size")
	require.Zero(t, read, "a request that cannot be right is refused before a stream is read")
}

// Whatever is changed in a record, the stream finds what the list finds.
func TestVerifyStreamFindsWhatVerifyFinds(t *testing.T) {
	for _, method := range Methods() {
		req := v1Request
		if req.Method = method; method == Systematic {
			req.ReserveSize = 0
		}
		sound := commitAndDraw(t, v1Items, req, v1Randomness)
		for i, change := range []func(*Selection){
			func(s *Selection) {},
			func(s *Selection) { s.Context += "x" },
			func(s *Selection) { s.Context = "" },
			func(s *Selection) { s.Round = 1 },
			func(s *Selection) { s.Method = "" },
			func(s *Selection) { s.Method = Systematic },
			func(s *Selection) { s.Method = Simple },
			func(s *Selection) { s.Size = 1 << 62 },
			func(s *Selection) { s.Size = 2 },
			func(s *Selection) { s.Size = 0 },
			func(s *Selection) { s.ReserveSize = 1 << 40 },
			func(s *Selection) { s.PopulationSize = 1 << 31 },
			func(s *Selection) { s.PopulationSize = 2 },
			func(s *Selection) { s.PopulationSize = -1 },
			func(s *Selection) { s.PopulationSize, s.Size = 1<<32-1, 1<<31 },
			func(s *Selection) { s.PopulationRoot = v1Seed },
			func(s *Selection) { s.PopulationRoot = "x" },
			func(s *Selection) { s.PopulationRoot = "" },
			func(s *Selection) { s.Source = v1Root },
			func(s *Selection) { s.Source = "0" },
			func(s *Selection) { s.Beacon = "x" },
			func(s *Selection) { s.Commitment = v1Seed },
			func(s *Selection) { s.Commitment = "" },
			func(s *Selection) { s.Randomness = "00" },
			func(s *Selection) { s.Randomness = "x" },
			func(s *Selection) { s.Randomness = "" },
			func(s *Selection) { s.Randomness = "00" + s.Randomness },
			func(s *Selection) { s.Seed = "" },
			func(s *Selection) { s.Sample = nil },
			func(s *Selection) { s.Sample = []string{"A-09", "A-10", "A-03"} },
			func(s *Selection) { s.Reserve = []string{"x"} },
			func(s *Selection) { s.Tickets = []Hex{"00"} },
		} {
			s := sound
			change(&s)
			require.Equal(t, s.Verify(v1Items), s.VerifyStream(streamOf(v1Items)), "%s, change %d", method, i)
			require.Equal(t, s.Verify(v1Items[1:]), s.VerifyStream(streamOf(v1Items[1:])), "%s, change %d, an item less", method, i)
		}
	}
}

func TestPositionsAreThoseOfTheProtocol(t *testing.T) {
	for size := uint64(1); size <= 24; size++ {
		for n := uint64(1); n <= size; n++ {
			for start := range size {
				p := newPositions(start, n, size)
				for i := range size {
					p.see(fmt.Sprint(i))
				}
				var want []string
				for _, i := range systematicIndexes(start, n, size) {
					want = append(want, fmt.Sprint(i))
				}
				require.Equal(t, want, p.items(), "start %d, %d of %d", start, n, size)
			}
		}
	}
	// The largest sizes neither overflow nor need memory until items are seen.
	const most uint64 = 1<<32 - 1
	p := newPositions(most-1, most, most)
	require.EqualValues(t, 1, p.wrapped)
	p = newPositions(5, most-1, most)
	require.Equal(t, most-5, p.wrapped)
}

func TestMergeSorted(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 200 {
		ids := randomPopulation(r, 1+r.IntN(100))
		parts := make([][]string, 1+r.IntN(6))
		for _, id := range ids {
			i := r.IntN(len(parts))
			parts[i] = append(parts[i], id)
		}
		streams := []iter.Seq2[string, error]{nil}
		for _, part := range parts {
			slices.Sort(part)
			streams = append(streams, streamOf(part))
		}
		slices.Sort(ids)
		var got []string
		for id, err := range MergeSorted(streams...) {
			require.NoError(t, err)
			got = append(got, id)
		}
		require.Equal(t, ids, got)
		for range MergeSorted(streams...) {
			break // stopping early leaves nothing behind
		}
	}
	for range MergeSorted() {
		t.Fatal("there is nothing to merge")
	}
	req := Request{Context: "c", Size: 1, Beacon: "dice/20d10"}
	for says, streams := range map[string][]iter.Seq2[string, error]{
		"stream 1: item 1: before the item before it": {streamOf([]string{"a", "b", "c"}), streamOf([]string{"bb", "a"})},
		"stream 0: item 0: empty":                     {streamOf([]string{""}), streamOf([]string{"a"})},
		"item 1: the same identifier as the item":     {streamOf([]string{"a"}), streamOf([]string{"a"})}, // of two streams
	} {
		_, err := CommitStream(MergeSorted(streams...), req)
		require.ErrorContains(t, err, says)
	}
}

// Streams are held in memory that does not grow with them.
// A record that claims a large sample and holds none takes no memory for it, and what differs is named all the same.
func TestRecordsThatLieAboutTheirSize(t *testing.T) {
	ids := items(5000, "I-%05d")
	s := commitAndDraw(t, ids, Request{Context: "c", Size: 4000, ReserveSize: 900, Beacon: "dice/20d10"}, v1Randomness)
	for _, c := range []struct {
		field string
		spoil func(*Selection)
	}{
		{"sample", func(s *Selection) { s.Sample = nil }},
		{"sample", func(s *Selection) { s.Sample = s.Sample[1:] }},
		{"reserve", func(s *Selection) { s.Reserve = nil }},
		{"seed", func(s *Selection) { s.Sample, s.Seed = nil, v1Root }},
	} {
		lying := s
		c.spoil(&lying)
		var differs *MismatchError
		require.ErrorAs(t, lying.VerifyStream(streamOf(ids)), &differs)
		require.Equal(t, c.field, differs.Field)
	}
	hostile := s
	hostile.Sample, hostile.Reserve, hostile.Tickets = nil, nil, nil
	_, _, take := hostile.suppose()
	require.Nil(t, take)
}

func TestStreamsUseLittleMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("reads streams of a million items")
	}
	const n = 1_000_000
	generated := func(yield func(string, error) bool) {
		for i := range n {
			if !yield(fmt.Sprintf("INV-2025-%07d", i), nil) {
				return
			}
		}
	}
	req := Request{Context: "c", Size: 25, ReserveSize: 5, Beacon: "dice/20d10"}
	pending, err := CommitStream(generated, req)
	require.NoError(t, err)

	peak := func(name string, work func(iter.Seq2[string, error])) {
		var at runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&at)
		start, most := at.HeapAlloc, uint64(0)
		work(func(yield func(string, error) bool) {
			i := 0
			for id, err := range generated {
				if i++; i%100_000 == 0 {
					runtime.GC()
					runtime.ReadMemStats(&at)
					most = max(most, at.HeapAlloc)
				}
				if !yield(id, err) {
					return
				}
			}
		})
		require.Less(t, most, start+256<<10, "%s: %d bytes at the start, %d at the peak", name, start, most)
	}
	var drawn Selection
	peak("commit", func(in iter.Seq2[string, error]) { _, err = CommitStream(in, req); require.NoError(t, err) })
	peak("draw", func(in iter.Seq2[string, error]) {
		drawn, err = pending.DrawStream(in, v1Randomness)
		require.NoError(t, err)
	})
	peak("verify", func(in iter.Seq2[string, error]) { require.NoError(t, drawn.VerifyStream(in)) })
	peak("part", func(in iter.Seq2[string, error]) { _, err = pending.Part(in, v1Randomness); require.NoError(t, err) })
}

// Whatever a record says, list and stream find the same in it, and nothing that takes a record panics or allocates what it asks for.
func FuzzRecord(f *testing.F) {
	sound, err := Draw(v1Items, v1Request, Randomness{Bytes: v1Randomness})
	if err != nil {
		f.Fatal(err)
	}
	b, err := json.Marshal(sound)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b, v1Randomness)
	sound.Randomness, sound.Seed, sound.Sample, sound.Reserve, sound.Tickets = "", "", nil, nil, nil
	if b, err = json.Marshal(sound); err != nil {
		f.Fatal(err)
	}
	f.Add(b, v1Randomness)
	f.Add([]byte(`{"context":"c","method":"systematic","size":4294967295,"populationSize":4294967295,"beacon":"b"}`), v1Randomness) // sizes that lie
	f.Add([]byte(`{"size":-1,"reserveSize":9223372036854775807,"populationSize":10}`), []byte{})
	f.Fuzz(func(t *testing.T, record, randomness []byte) {
		var s Selection
		if json.Unmarshal(record, &s) != nil {
			return
		}
		require.Equal(t, s.Verify(v1Items), s.VerifyStream(streamOf(v1Items)))
		drawn, err := s.Draw(v1Items, randomness)
		streamed, streamErr := s.DrawStream(streamOf(v1Items), randomness)
		require.Equal(t, err == nil, streamErr == nil, "%v and %v", err, streamErr)
		require.Equal(t, drawn, streamed)
		part, partErr := s.Part(streamOf(v1Items), randomness)
		if partErr == nil && err == nil {
			whole, err := s.DrawParts([]Part{part}, randomness)
			require.NoError(t, err)
			require.Equal(t, drawn, whole)
		}
		for _, d := range Dialects() {
			_, _ = s.Queries(d, Table{Name: "t", Column: "c"}, randomness)
		}
	})
}
