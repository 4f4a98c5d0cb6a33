package strictjson

import "github.com/soc2kit/soc2/problem"

// Decoding may take memory in proportion to the document and no more: budgetPerByte for each byte of the document and
// budgetBase on top. That counts what the decoded value holds, and elements of a slice from the second on half as much
// again, because encoding/json appends one by one: a slice that outgrows its room is copied, and the old ones await
// collection. A hostile value was measured to need up to three times its count while it is built; the budget keeps the
// peak of the heap below 20 bytes for each byte of the document and 64 MiB, the document itself included.
const (
	budgetPerByte = 6
	budgetBase    = 16 << 20
)

const (
	stringSize = 16 // bytes of a string header
	allocation = 8  // bytes that a small allocation of its own is rounded up by, about
	mapSize    = 48 // bytes of a map without entries
	mapGroup   = 8  // a map takes room for so many entries at a time
)

// budgetOf returns the bytes that decoding a document of the given size may take.
func budgetOf(size int) int64 { return budgetPerByte*int64(size) + budgetBase }

// charge takes account of the bytes that decoding will need for what is at p, and reports whether they are granted.
func (s *scanner) charge(p int, bytes int64) bool {
	s.budget -= bytes
	if s.budget >= 0 {
		return true
	}
	s.fault(p, problem.CodeTooMany, "decoded, the document up to here takes more than the %d bytes that its size allows", budgetOf(len(s.data)))
	return false
}
