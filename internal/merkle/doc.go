// Package merkle computes Merkle tree hashes as RFC 6962 section 2.1 defines them, over SHA-256.
//
//	root := merkle.Root(slices.Values([]string{"A-01", "A-02"}))
//
// A tree commits to the number of leaves only through its shape: state the size beside the root.
package merkle
