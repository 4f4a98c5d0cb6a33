package strictjson

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

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
