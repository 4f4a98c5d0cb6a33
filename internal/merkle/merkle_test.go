package merkle

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// reference is the definition of RFC 6962 section 2.1, word for word and without regard to cost.
func reference(leaves []string) Hash {
	switch len(leaves) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256([]byte("\x00" + leaves[0]))
	}
	k := 1
	for 2*k < len(leaves) {
		k *= 2
	}
	l, r := reference(leaves[:k]), reference(leaves[k:])
	return sha256.Sum256([]byte("\x01" + string(l[:]) + string(r[:])))
}

func TestRootIsTheRecursiveDefinition(t *testing.T) {
	var leaves []string
	for n := range 131 {
		require.Equal(t, reference(leaves), Root(slices.Values(leaves)), "%d leaves", n)
		leaves = append(leaves, strings.Repeat("x", n)+fmt.Sprint(n))
	}
}

// The eight leaves are those of the Certificate Transparency reference implementation; the vectors give their root.
var ctLeaves = []string{
	"", "\x00", "\x10", "\x20\x21", "\x30\x31", "\x40\x41\x42\x43", "\x50\x51\x52\x53\x54\x55\x56\x57",
	"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
}

func TestRootOfCertificateTransparencyLeaves(t *testing.T) {
	for n, want := range map[int]string{
		0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	} {
		got := Root(slices.Values(ctLeaves[:n]))
		require.Equal(t, want, hex.EncodeToString(got[:]), "%d leaves", n)
	}
}

func TestInclusionVectors(t *testing.T) {
	read := 0
	for tree := 1; tree <= 8; tree++ {
		b, err := os.ReadFile(fmt.Sprintf("../../../shared/data/vectors/merkle/inclusion/%d/happy-path.json", tree))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		require.NoError(t, err)
		var v struct {
			LeafIdx, TreeSize int
			Root, LeafHash    []byte
			Proof             [][]byte
		}
		require.NoError(t, json.Unmarshal(b, &v))
		if v.TreeSize > len(ctLeaves) {
			continue
		}
		read++
		root := Root(slices.Values(ctLeaves[:v.TreeSize]))
		leaf := LeafHash(ctLeaves[v.LeafIdx])
		require.Equal(t, v.Root, root[:], "tree %d", tree)
		require.Equal(t, v.LeafHash, leaf[:], "tree %d", tree)
		if v.TreeSize == 8 { // a perfect tree: the bits of the index say on which side each sibling stands
			h := leaf
			for i, s := range v.Proof {
				if v.LeafIdx>>i&1 == 0 {
					h = NodeHash(h, Hash(s))
				} else {
					h = NodeHash(Hash(s), h)
				}
			}
			require.Equal(t, root, h, "tree %d", tree)
		}
	}
	if read == 0 {
		t.Skip("the shared Merkle vectors are not beside this checkout")
	}
}

func TestRootTakesBytesThatAreOverwritten(t *testing.T) {
	buf := make([]byte, 1)
	got := Root(func(yield func([]byte) bool) {
		for i := range 5 {
			buf[0] = byte('a' + i)
			if !yield(buf) {
				return
			}
		}
	})
	require.Equal(t, Root(slices.Values([]string{"a", "b", "c", "d", "e"})), got)
}

func TestRootAllocatesOnceForShortLeaves(t *testing.T) {
	leaves := make([]string, 5000)
	for i := range leaves {
		leaves[i] = fmt.Sprintf("item-%06d", i)
	}
	allocs := testing.AllocsPerRun(5, func() { Root(slices.Values(leaves)) })
	require.LessOrEqual(t, allocs, 8.0)
}

func Example() {
	root := Root(slices.Values([]string{"A-01", "A-02"}))
	fmt.Printf("%x\n", root[:4])
	fmt.Println(root == NodeHash(LeafHash("A-01"), LeafHash("A-02")))
	// Output:
	// 3659a46e
	// true
}

func BenchmarkRoot(b *testing.B) {
	for _, n := range []int{1_000, 100_000, 1_000_000} {
		leaves := make([]string, n)
		for i := range leaves {
			leaves[i] = fmt.Sprintf("INV-2025-%07d", i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Root(slices.Values(leaves))
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/leaf")
		})
	}
}
