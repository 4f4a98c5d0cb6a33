package strictjson

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

// structOf describes a struct of n strings, the members m0, m1 and so on.
func structOf(n int) *node {
	var fields []reflect.StructField
	for i := range n {
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("M%d", i), Type: reflect.TypeFor[string](), Tag: reflect.StructTag(fmt.Sprintf(`json:"m%d"`, i)),
		})
	}
	b := builder{nodes: map[reflect.Type]*node{}}
	return b.node(reflect.StructOf(fields), "many")
}

func TestManyMembers(t *testing.T) {
	n := structOf(maxFields)
	var members []string
	for i := range maxFields {
		members = append(members, fmt.Sprintf(`"m%d":""`, i))
	}
	scan := func(members []string) []problem.Fault {
		s := scanner{data: []byte("{" + strings.Join(members, ",") + "}"), budget: 1 << 30}
		s.scan(n)
		return s.faults
	}
	require.Empty(t, scan(members))
	for i := range members {
		twice := scan(append(members[:len(members):len(members)], members[i]))
		require.Len(t, twice, 1)
		require.Equal(t, problem.CodeDuplicate, twice[0].Code)
		require.Equal(t, fmt.Sprintf("/m%d", i), twice[0].Path)

		missing := scan(append(members[:i:i], members[i+1:]...))
		require.Len(t, missing, 1)
		require.Equal(t, problem.CodeMissing, missing[0].Code)
		require.Equal(t, fmt.Sprintf("/m%d", i), missing[0].Path)
	}
	require.Panics(t, func() { structOf(maxFields + 1) })
}

// Folding finds equal what strings.EqualFold does: for each character, and for those of its letters and look-alikes.
func TestFolding(t *testing.T) {
	var folds []string
	for r := rune(0); r < 0x2200; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		folded := string(appendFolded(nil, []byte(string(r))))
		require.True(t, strings.EqualFold(folded, string(r)), "%+q", r)
		require.Equal(t, folded, string(appendFolded(nil, []byte(folded))), "%+q", r)
		for _, ascii := range "azAZskSKiI09_$." {
			same := string(appendFolded(nil, []byte(string(ascii)))) == folded
			require.Equal(t, strings.EqualFold(string(ascii), string(r)), same, "%+q and %+q", ascii, r)
		}
		folds = append(folds, folded)
	}
	require.Len(t, folds, 0x2200)

	n := structOf(3)
	require.Equal(t, "m1", n.nearest([]byte("M1")))
	require.Equal(t, "m1", n.nearest([]byte("m1")))
	require.Empty(t, n.nearest([]byte("m1 ")))
	require.Empty(t, n.nearest(nil))
}
