package sampling

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// The functions here are soc2-sample/1 itself, over values that its callers have checked. LP(x) is the length of x as
// eight bytes, most significant first, and then x; a tuple is the LP of each field in turn.

func appendText[T ~string | ~[]byte](b []byte, x T) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(len(x)))
	return append(b, x...)
}

func appendNumber(b []byte, n uint64) []byte {
	b = binary.BigEndian.AppendUint64(b, 8)
	return binary.BigEndian.AppendUint64(b, n)
}

// commitPreimage returns the bytes whose SHA-256 is the commitment.
func commitPreimage(r Request, size int64, root [32]byte, source []byte) []byte {
	b := appendText(nil, "soc2-sample/1/commit")
	b = appendText(b, r.Context)
	b = appendNumber(b, uint64(r.Round))
	b = appendText(b, string(r.Method))
	b = appendNumber(b, uint64(r.Size))
	b = appendNumber(b, uint64(r.ReserveSize))
	b = appendNumber(b, uint64(size))
	b = appendText(b, root[:])
	b = appendText(b, source)
	return appendText(b, r.Beacon)
}

// seedPreimage returns the bytes whose SHA-256 is the seed.
func seedPreimage(commitment [32]byte, randomness []byte) []byte {
	b := appendText(nil, "soc2-sample/1/seed")
	b = appendText(b, commitment[:])
	return appendText(b, randomness)
}

// systematicIndexes returns n evenly spaced indexes below size, 1 <= n <= size < 2^32, from start on and round the end.
func systematicIndexes(start, n, size uint64) []int {
	indexes := make([]int, n)
	for i := range n {
		indexes[i] = int((start + i*size/n) % size)
	}
	return indexes
}

// A stream gives whole numbers without bias: block i is the SHA-256 of a tuple of name, seed and i, and holds four of them.
type stream struct {
	seed  [32]byte
	next  uint64 // the next block
	block [32]byte
	used  int // words of block that are used up
}

func newStream(seed [32]byte) *stream { return &stream{seed: seed, used: 4} }

func (s *stream) word() uint64 {
	if s.used == 4 {
		b := appendText(nil, "soc2-sample/1/stream")
		b = appendText(b, s.seed[:])
		s.block = sha256.Sum256(appendNumber(b, s.next))
		s.next++
		s.used = 0
	}
	w := binary.BigEndian.Uint64(s.block[8*s.used:])
	s.used++
	return w
}

// below returns a number below m, m >= 1, each equally likely. Words under 2^64 mod m would favour the small ones.
func (s *stream) below(m uint64) uint64 {
	_, reject := bits.Div64(1%m, 0, m)
	for {
		if w := s.word(); w >= reject {
			return w % m
		}
	}
}
