package evolution_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// An edit changes a schema: it sets what is at a JSON Pointer, or deletes it if the value is gone{}.
type edit struct {
	at    string
	value any
}

type gone struct{}

func registerSchema(t testing.TB) []byte {
	b, err := os.ReadFile("testdata/register.schema.json")
	require.NoError(t, err)
	return b
}

// edited returns document with the edits made to it.
func edited(t testing.TB, document []byte, edits ...edit) []byte {
	var root any
	require.NoError(t, json.Unmarshal(document, &root))
	for _, e := range edits {
		segments := strings.Split(e.at, "/")[1:]
		for i, s := range segments {
			segments[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(s)
		}
		root = editedAt(t, root, segments, e.value)
	}
	b, err := json.Marshal(root)
	require.NoError(t, err)
	return b
}

func editedAt(t testing.TB, v any, segments []string, value any) any {
	if len(segments) == 0 {
		return value
	}
	switch v := v.(type) {
	case map[string]any:
		if _, deletes := value.(gone); deletes && len(segments) == 1 {
			require.Contains(t, v, segments[0], "the edit deletes what is not there")
			delete(v, segments[0])
			return v
		}
		v[segments[0]] = editedAt(t, v[segments[0]], segments[1:], value)
		return v
	case []any:
		var i int
		_, err := fmt.Sscan(segments[0], &i)
		require.NoError(t, err)
		if _, deletes := value.(gone); deletes && len(segments) == 1 {
			return slices.Delete(v, i, i+1)
		}
		if i == len(v) {
			v = append(v, nil)
		}
		v[i] = editedAt(t, v[i], segments[1:], value)
		return v
	}
	require.Fail(t, "the edit leads nowhere", "%v", segments)
	return nil
}

type object = map[string]any
type list = []any
