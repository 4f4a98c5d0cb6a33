package merkle

import (
	"crypto/sha256"
	"iter"
)

// A Hash is the SHA-256 of a leaf, a node or a whole tree.
type Hash = [sha256.Size]byte

// The first byte of what is hashed keeps a leaf from being read as a node (RFC 6962 section 2.1).
const (
	leafPrefix = 0x00
	nodePrefix = 0x01
)

// LeafHash returns the hash of a leaf that holds data.
func LeafHash[D ~string | ~[]byte](data D) Hash {
	buf := make([]byte, 1, 1024)
	buf[0] = leafPrefix
	return sha256.Sum256(append(buf, data...))
}

// NodeHash returns the hash of the node above left and right.
func NodeHash(left, right Hash) Hash {
	var buf [1 + 2*sha256.Size]byte
	buf[0] = nodePrefix
	copy(buf[1:], left[:])
	copy(buf[1+sha256.Size:], right[:])
	return sha256.Sum256(buf[:])
}

// Root returns the Merkle tree hash of leaves in the order given; of no leaves it is the SHA-256 of no bytes. Leaf
// data may be overwritten once the next leaf is asked for. Memory grows with the logarithm of the number of leaves.
func Root[D ~string | ~[]byte](leaves iter.Seq[D]) Hash {
	// The leaves so far form perfect trees, one for each bit set in size: full[i] is the root of the one of 2^i leaves.
	var full [64]Hash
	var size uint64
	buf := []byte{leafPrefix}
	for data := range leaves {
		buf = append(buf[:1], data...)
		h := sha256.Sum256(buf)
		level := 0
		for ; size>>level&1 == 1; level++ {
			h = NodeHash(full[level], h)
		}
		full[level] = h
		size++
	}
	if size == 0 {
		return sha256.Sum256(nil)
	}
	// Splitting at the largest power of two joins the perfect trees from the smallest upwards.
	var root Hash
	joined := false
	for level := range full {
		switch {
		case size>>level&1 == 0:
		case joined:
			root = NodeHash(full[level], root)
		default:
			root, joined = full[level], true
		}
	}
	return root
}
