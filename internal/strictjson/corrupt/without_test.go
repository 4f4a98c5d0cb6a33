package corrupt_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
)

func TestWithout(t *testing.T) {
	const doc = ` { "a" : 1 , "b/~" : [ {"c":"}" } , 2 ],"":{"d":{}, "e" : null} } `
	for pointer, want := range map[string]string{
		"/a":         ` { "b/~" : [ {"c":"}" } , 2 ],"":{"d":{}, "e" : null} } `,
		"/b~1~0":     ` { "a" : 1,"":{"d":{}, "e" : null} } `,
		"/b~1~0/0/c": ` { "a" : 1 , "b/~" : [ { } , 2 ],"":{"d":{}, "e" : null} } `,
		"/":          ` { "a" : 1 , "b/~" : [ {"c":"}" } , 2 ] } `,
		"//d":        ` { "a" : 1 , "b/~" : [ {"c":"}" } , 2 ],"":{"e" : null} } `,
		"//e":        ` { "a" : 1 , "b/~" : [ {"c":"}" } , 2 ],"":{"d":{}} } `,
	} {
		got, err := corrupt.Without([]byte(doc), pointer)
		require.NoError(t, err, pointer)
		require.Equal(t, want, string(got), pointer)
	}
	for pointer, want := range map[string]string{
		"":          "the whole document",
		"/A":        "no such member",
		"/b~1~0/0":  "no such member",
		"/b~1~0/-1": "no such member",
		"/b~1~0/2":  "no such member",
		"/b~1~0/x":  "no such member",
		"/a/b":      "where an object or an array belongs",
	} {
		_, err := corrupt.Without([]byte(doc), pointer)
		require.ErrorContains(t, err, want, pointer)
	}
	_, err := corrupt.Without([]byte("{"), "/a")
	require.Error(t, err)
}
