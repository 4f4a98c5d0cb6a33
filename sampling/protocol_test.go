package sampling

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The vectors V1 to V5 are those of the protocol's own description, computed independently of this package.

func items(n int, format string) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf(format, i+1)
	}
	return ids
}

var (
	v1Items   = items(10, "A-%02d")
	v1Request = Request{
		Context: "ENG-2025-014/CC6.1/access-review/T1", Method: Simple, Size: 3, ReserveSize: 1, Beacon: "dice/20d10",
	}
	v1Randomness = []byte("31415926535897932384")
)

const (
	v1Root       = "15c785064087f88d8711513843892a1ee56a6bdee044c04b439d9df62a21e7f0"
	v1Commitment = "662dfe5449704600627c3b72029980f3b6bbbfb3d1e5edff927b60f3916422e4"
	v1Seed       = "f0dbb2d5eb392bab09e2cae9db0f8662b2cc8b7923e7d0d67aaa6a1cd8eee052"
)

// commitAndDraw goes the long way round, which Draw must agree with.
func commitAndDraw(t testing.TB, ids []string, req Request, randomness []byte) Selection {
	t.Helper()
	pending, err := Commit(ids, req)
	require.NoError(t, err)
	require.NoError(t, pending.Validate().Err())
	require.NoError(t, pending.Verify(ids))
	require.True(t, pending.IsPending())
	s, err := pending.Draw(ids, randomness)
	require.NoError(t, err)
	require.NoError(t, s.Validate().Err())
	require.NoError(t, s.Verify(ids))
	require.False(t, s.CommittedBeforehand, "that is for the author to state")
	require.False(t, s.IsPending())
	require.NoError(t, s.Fulfils(pending.Commitment))

	at, err := Draw(ids, req, Randomness{Bytes: randomness})
	require.NoError(t, err)
	require.Equal(t, s, at)
	pending.CommittedBeforehand = true
	stated, err := pending.Draw(ids, randomness)
	require.NoError(t, err)
	require.True(t, stated.CommittedBeforehand, "what was stated is kept")
	return s
}

func TestV1Preimages(t *testing.T) {
	root, err := PopulationRoot(v1Items)
	require.NoError(t, err)
	require.Equal(t, Hex(v1Root), root)
	b, err := root.Bytes()
	require.NoError(t, err)
	require.Equal(t, "0000000000000014736f63322d73616d706c652f312f636f6d6d69740000000000000023454e472d323032352d3031342f4343362e312f6163636573732d7265766965772f543100000000000000080000000000000000000000000000000673696d706c6500000000000000080000000000000003000000000000000800000000000000010000000000000008000000000000000a000000000000002015c785064087f88d8711513843892a1ee56a6bdee044c04b439d9df62a21e7f00000000000000000000000000000000a646963652f3230643130",
		hex.EncodeToString(commitPreimage(v1Request, 10, [32]byte(b), nil)))
	c, err := Hex(v1Commitment).Bytes()
	require.NoError(t, err)
	require.Equal(t, "0000000000000012736f63322d73616d706c652f312f736565640000000000000020662dfe5449704600627c3b72029980f3b6bbbfb3d1e5edff927b60f3916422e400000000000000143331343135393236353335383937393332333834",
		hex.EncodeToString(seedPreimage([32]byte(c), v1Randomness)))
}

func TestV1(t *testing.T) {
	s := commitAndDraw(t, v1Items, v1Request, v1Randomness)
	require.Equal(t, Selection{
		Context: "ENG-2025-014/CC6.1/access-review/T1", Method: Simple, Size: 3, ReserveSize: 1,
		PopulationSize: 10, PopulationRoot: v1Root, Beacon: "dice/20d10",
		Randomness: "3331343135393236353335383937393332333834", Commitment: v1Commitment, Seed: v1Seed,
		Sample: []string{"A-09", "A-03", "A-10"}, Reserve: []string{"A-02"},
		Tickets: []Hex{
			"1f0ee5e55dc66672ccc609997fac8cc3879e885542e63ca63e0b0a29c0231cf0",
			"2dd7af3d19704b5aad7b34edd1fdab64276173e4fce8e8beaeaa905547bce020",
			"580090ab9499232a27180009c10d2ac27d710b5ade6f647a4e2e59468184f554",
			"5fb3cd690e69703646dc1387b4107e7c74733eb16feba17c43297279b07cd41c",
		},
	}, s)
	require.False(t, s.IsPubliclyVerifiable(), "nobody can look dice up")

	seed, err := s.Seed.Bytes()
	require.NoError(t, err)
	var rest []string
	for _, ticket := range smallestTickets([32]byte(seed), v1Items, 10, 1)[4:] {
		rest = append(rest, ticket.id)
	}
	require.Equal(t, "A-05 A-07 A-04 A-08 A-06 A-01", strings.Join(rest, " "))
}

func TestV1Extension(t *testing.T) {
	req := v1Request
	req.Round, req.Size, req.ReserveSize = 1, 2, 0
	s := commitAndDraw(t, v1Items, req, []byte("27182818284590452353"))
	require.Equal(t, Hex("cb371bd47cdfae4c2b48438ed4002bc979dd21bea1c742a0ea3d238420bfe186"), s.Commitment)
	require.Equal(t, Hex("816c5a58d017d94db4831552a17078a29ca2f5914cbf75982d1143704fa3f087"), s.Seed)
	require.Equal(t, []string{"A-01", "A-05"}, s.Sample)
	require.Equal(t, []string{}, s.Reserve)
}

func TestV2(t *testing.T) {
	ids := []string{"caf\u00e9", "cafe\u0301", "Z", "a", "\u00e9", "\U0001F600", "\uFB33", "a b"}
	randomness := make([]byte, 16)
	for i := range randomness {
		randomness[i] = byte(i)
	}
	s := commitAndDraw(t, ids, Request{
		Context: "ENG-2025-014/CC8.1/change-tickets/\u00e9", Method: Simple, Size: 2, Beacon: "nonce/auditor",
	}, randomness)
	p, err := newPopulation(ids, 1)
	require.NoError(t, err)
	require.Equal(t, "5a 61 612062 63616665cc81 636166c3a9 c3a9 efacb3 f09f9880", strings.Trim(fmt.Sprintf("%x", p.items), "[]"))
	require.Equal(t, Hex("6086b2cfed166c255147f14be58695f9062919a648e82e8dd3951be3e3162baf"), s.PopulationRoot)
	require.Equal(t, Hex("91ed889740b1f39786d57be98b60c0427113778bec36efc44709972ec31466ff"), s.Commitment)
	require.Equal(t, Hex("ff3d9182e7754117cd6f8d551fa756f80fbe1dd29a588f4500915edbb80bdd85"), s.Seed)
	require.Equal(t, []string{"caf\u00e9", "\uFB33"}, s.Sample)
	require.Equal(t, []Hex{
		"0060b85fdb81ed8b0b452531c348318b6891f482c1af0ec54ecb2858313691ac",
		"141e06a5274343936a43b00ad41bd74e65adceeec5bef660a456c402a8b7db77",
	}, s.Tickets)
	require.False(t, s.IsPubliclyVerifiable())
}

func TestV3(t *testing.T) {
	ids := items(1000, "INV-2025-%06d")
	source := sha256.Sum256([]byte(strings.Join(ids, "\n") + "\n"))
	require.Equal(t, Hex("47270e045ab814212e050368298afd21b70e2535f4e9313d9ed05cbf02b9b1f7"), HexOf(source[:]))
	randomness, err := Hex("fc1873a13f3545aeade8401532ef55199a9a1c4b3ad3b8b2a9d5e3ffb0a1c2d3").Bytes()
	require.NoError(t, err)
	s := commitAndDraw(t, ids, Request{
		Context: "ENG-2025-014/CC7.2/incidents", Method: Simple, Size: 25, ReserveSize: 5,
		Source: HexOf(source[:]), Beacon: "drand/quicknet/27946612",
	}, randomness)
	require.Equal(t, Hex("bfdf959ac72522f19399c1e7cd3aeb211d5ae6cffb67585589b50b9d6cb05d34"), s.PopulationRoot)
	require.Equal(t, Hex("ddf54bf01975c74c0ec805c5d29c28a70037112ad900be9bc57fa34f6a96a6cb"), s.Commitment)
	require.Equal(t, Hex("ea60d29ffac200c2244b51a072257d26bf8a3ba3287076e38a00acb7887d99c6"), s.Seed)
	require.Equal(t, []Hex{
		"001bec3482cdaf9923806fc3746bf195edbb412393e74270f5f1a2d77c2da186",
		"00e617828a8d1fb3583c78b441f0c3305763934796effaa92d869254c26e02b5",
		"00f080747aabc8fe5f03a97f827f10cc173e17b7eee643252b11bb4f1e2261b5",
	}, s.Tickets[:3])
	suffixes := func(ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, strings.TrimPrefix(id, "INV-2025-000"))
		}
		return strings.Join(out, " ")
	}
	require.Equal(t, "431 021 273 657 873 856 380 294 497 327 014 882 753 240 183 530 206 714 896 869 826 564 573 902 070", suffixes(s.Sample))
	require.Equal(t, "967 285 366 342 834", suffixes(s.Reserve))
	sampled := sha256.Sum256([]byte(strings.Join(s.Sample, "\n")))
	require.Equal(t, Hex("136c4a27466c2cfff3ce9bbfe351637f66edbdbb946c451f61298b4be6a91d73"), HexOf(sampled[:]))

	req := s.Request()
	seed, err := s.Seed.Bytes()
	require.NoError(t, err)
	var all []string
	for _, ticket := range smallestTickets([32]byte(seed), ids, len(ids), 1) {
		all = append(all, ticket.id)
	}
	order := sha256.Sum256([]byte(strings.Join(all, "\n")))
	require.Equal(t, Hex("b9444d2c584b56db9ebaa99c02ab979a7182380ee8435e90cd38929d01c7ef8b"), HexOf(order[:]))
	require.EqualValues(t, 25, req.Size)
}

func TestV4(t *testing.T) {
	s := commitAndDraw(t, []string{"only"}, Request{Context: "x", Size: 1, Beacon: "nonce/auditor"}, make([]byte, 16))
	require.Equal(t, Hex("48823b3c6133664ce7b6219a005ad5ed7b5a91a69a0aa800cc51ce1cd4086955"), s.PopulationRoot)
	require.Equal(t, Hex("505206f7d101ae1a2cb45fd60bfce359b4b435fa9a33b0b813714c08f75989cb"), s.Commitment)
	require.Equal(t, Hex("4eadb9c7b25ec2f1584c028618a9a5c024a7dc774cc8dce48c9c3a8f3dec4311"), s.Seed)
	require.Equal(t, []Hex{"de95ded9207f43f61745561590acf48d6d01ae8ec5af4adbbf1a70aec7db7acb"}, s.Tickets)
	require.Equal(t, Simple, s.Method)
}

func TestV5(t *testing.T) {
	req := v1Request
	req.Method, req.Size, req.ReserveSize = Systematic, 4, 0
	s := commitAndDraw(t, v1Items, req, v1Randomness)
	require.Equal(t, Hex("a66f3538b1ca78a22aa651009cf2528542d8e8f325a0677e741b1b561f2d4cac"), s.Commitment)
	require.Equal(t, Hex("22a3398d153ce019e2e2de1bccbb50ea2d1b1df115cc215a307b8de5eb47bec4"), s.Seed)
	require.Equal(t, []string{"A-10", "A-02", "A-05", "A-07"}, s.Sample)
	require.Equal(t, []Hex{}, s.Tickets)

	b, err := s.Seed.Bytes()
	require.NoError(t, err)
	seed := [32]byte(b)
	words := newStream(seed)
	for i, want := range []uint64{
		0x2a5223b2cfa57cab, 0x3d2dc9cb776ecfca, 0x446f59573eca836c, 0xb43eed7ce871b256,
		0xfa4fb6ee9f25ee18, 0x8e1e73da14e659be, 0x532a43b0f219dd51, 0xa6628b8c88508be3,
	} {
		require.Equal(t, want, words.word(), "word %d", i)
	}
	require.EqualValues(t, 9, newStream(seed).below(10))
	six := newStream(seed)
	for i, want := range []uint64{5, 2, 0, 0, 4, 2, 1, 3, 4, 5} {
		require.Equal(t, want, six.below(6), "number %d below 6", i)
	}
	// Each word used is one of the four of a block, so that the words rejected before a number can be counted.
	large, used := newStream(seed), uint64(0)
	for i, want := range []struct{ value, rejected uint64 }{
		{3764707459259806293, 3}, {8813464131775884823, 0}, {1017377946323016125, 0}, {2765926556857568226, 1},
	} {
		require.Equal(t, want.value, large.below(1<<63+1), "number %d", i)
		now := 4*(large.next-1) + uint64(large.used)
		require.Equal(t, want.rejected, now-used-1, "words rejected before number %d", i)
		used = now
	}
}

func TestBelowIsWithoutBias(t *testing.T) {
	// With 2^64 mod m words rejected, each residue has exactly floor(2^64 / m) words.
	for _, m := range []uint64{1, 2, 3, 5, 6, 7, 10, 1 << 32, 1<<63 + 1, 1<<64 - 1} {
		s := newStream([32]byte{1})
		for range 50 {
			require.Less(t, s.below(m), m)
		}
	}
	count := make([]int, 6)
	s := newStream([32]byte{2})
	for range 60_000 {
		count[s.below(6)]++
	}
	for v, n := range count { // the seed is fixed: 5 standard deviations are 456
		require.InDelta(t, 10_000, n, 456, "value %d", v)
	}
}

func TestSystematicIndexes(t *testing.T) {
	for size := uint64(1); size <= 30; size++ {
		for n := uint64(1); n <= size; n++ {
			hits := make([]uint64, size)
			for start := range size {
				indexes := systematicIndexes(start, n, size)
				distinct := make(map[int]bool)
				for _, i := range indexes {
					distinct[i] = true
					hits[i]++
				}
				require.Len(t, distinct, int(n), "start %d, %d of %d", start, n, size)
			}
			for i, h := range hits { // over all starts each item is selected n times of size
				require.Equal(t, n, h, "item %d, %d of %d", i, n, size)
			}
		}
	}
}

func TestSmallestTicketsAreTheSortedPrefix(t *testing.T) {
	ids := items(500, "item-%03d")
	seed := sha256.Sum256([]byte("any"))
	all := smallestTickets(seed, ids, len(ids), 1)
	for i, ticket := range all {
		want := sha256.Sum256(append(bytes.Clone(seed[:]), ticket.id...))
		require.Equal(t, want, ticket.hash)
		if i > 0 {
			require.Negative(t, all[i-1].order(ticket))
		}
	}
	for n := 1; n < len(ids); n++ {
		require.Equal(t, all[:n], smallestTickets(seed, ids, n, 1), "%d tickets", n)
	}
}
