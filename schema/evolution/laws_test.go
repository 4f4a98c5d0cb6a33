package evolution_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/evolution"
)

// annotations are the keywords that may change without a version.
var annotations = []string{"title", "description", "$comment", "examples"}

// keywordPaths returns the pointer of every keyword in a schema, with its value.
func keywordPaths(s any, path string) map[string]any {
	found := map[string]any{}
	keywords, ok := s.(object)
	if !ok {
		return found
	}
	for keyword, value := range keywords {
		here := path + problem.Pointer(keyword)
		found[here] = value
		switch v := value.(type) {
		case object:
			if keyword == "properties" || keyword == "$defs" {
				for name, sub := range v {
					found[here+problem.Pointer(name)] = sub
					maps.Copy(found, keywordPaths(sub, here+problem.Pointer(name)))
				}
				continue
			}
			maps.Copy(found, keywordPaths(v, here))
		case list:
			for i, sub := range v {
				found[here+problem.Pointer(i)] = sub
				maps.Copy(found, keywordPaths(sub, here+problem.Pointer(i)))
			}
		}
	}
	return found
}

// variations returns what a value can be replaced by: deleted, a little more, a little less, of another type.
func variations(value any) []any {
	others := []any{gone{}, nil, 7, "other", object{}, list{}, true, false}
	switch v := value.(type) {
	case string:
		others = append(others, v+"x", v+"$", strings.ToUpper(v), "")
	case float64:
		others = append(others, v+1, v-1, v/2)
	case list:
		others = append(others, append(slices.Clone(v), "other"), append(slices.Clone(v), nil))
		if len(v) > 0 {
			others = append(others, v[1:], append(slices.Clone(v), v[0]))
		}
	case object:
		more := maps.Clone(v)
		more["other"] = object{}
		others = append(others, more)
	}
	return others
}

func parsed(t testing.TB, document []byte) any {
	var v any
	require.NoError(t, json.Unmarshal(document, &v))
	return v
}

// Nothing is passed over: whatever single keyword of a schema changes or goes is reported, and needs a version unless it
// is an annotation. Only what means the same need not be.
func TestCompareReportsEveryKeyword(t *testing.T) {
	reportsEveryKeyword(t, registerSchema(t))
	selection, err := schema.Bytes("selection", schema.Strict)
	require.NoError(t, err)
	reportsEveryKeyword(t, selection)
}

func reportsEveryKeyword(t *testing.T, previous []byte) {
	paths := keywordPaths(parsed(t, previous), "")
	require.Greater(t, len(paths), 80)
	changes, silent := 0, 0
	for path, value := range paths {
		for _, other := range variations(value) {
			next := edited(t, previous, edit{path, other})
			if bytes.Equal(next, edited(t, previous)) {
				continue
			}
			changes++
			found, err := evolution.Compare(previous, next)
			require.NoError(t, err)
			isAnnotation := slices.ContainsFunc(annotations, func(a string) bool {
				return strings.HasSuffix(path, "/"+a) || strings.Contains(path, "/"+a+"/")
			})
			if isAnnotation {
				require.Equal(t, evolution.LevelNone, evolution.LevelOf(found), "%s: %v", path, found)
				require.Len(t, found, 1)
				continue
			}
			if evolution.LevelOf(found) == evolution.LevelNone && !sameMeaning(path, other) {
				silent++
				t.Errorf("%s: %v in place of %v is passed over: %v", path, other, value, found)
			}
		}
	}
	require.Greater(t, changes, 10*len(paths))
	t.Logf("%d keywords and entries, %d changes, %d passed over", len(paths), changes, silent)
}

// sameMeaning reports whether a change at path leaves the meaning as it was: a name, value or type is said twice.
func sameMeaning(path string, other any) bool {
	entries, isList := other.(list)
	isSet := slices.ContainsFunc([]string{"/required", "/enum", "/type"}, func(k string) bool { return strings.HasSuffix(path, k) })
	return isSet && isList && len(entries) > 1 && entries[len(entries)-1] == entries[0]
}

// places returns the pointer of every value in a document, with the value.
func places(v any, path string) map[string]any {
	found := map[string]any{path: v}
	switch v := v.(type) {
	case object:
		for name, member := range v {
			maps.Copy(found, places(member, path+problem.Pointer(name)))
		}
	case list:
		for i, entry := range v {
			maps.Copy(found, places(entry, path+problem.Pointer(i)))
		}
	}
	return found
}

func compiled(t testing.TB, document []byte) (*jsonschema.Schema, bool) {
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("https://example.org/x.json", value); err != nil {
		return nil, false
	}
	s, err := compiler.Compile("https://example.org/x.json")
	return s, err == nil
}

// A validator is the judge of what a change does to documents: where a document that was valid is valid no more, the
// change needs a major version, whatever it was.
func TestCompareNeverCallsABreakMinor(t *testing.T) {
	previous := registerSchema(t)
	before, ok := compiled(t, previous)
	require.True(t, ok)

	full, err := os.ReadFile("testdata/register.json")
	require.NoError(t, err)
	var documents []any
	require.NoError(t, before.Validate(parsed(t, full)))
	for path, value := range places(parsed(t, full), "") {
		if path == "" {
			continue
		}
		for _, other := range variations(value) {
			document := parsed(t, edited(t, full, edit{path, other}))
			if before.Validate(document) == nil {
				documents = append(documents, document)
			}
		}
	}
	require.Greater(t, len(documents), 60)

	var nexts [][]byte
	for _, c := range slices.Concat(breaking, widening, harmless) {
		nexts = append(nexts, edited(t, previous, c.edits...))
	}
	for path, value := range keywordPaths(parsed(t, previous), "") {
		for _, other := range variations(value) {
			nexts = append(nexts, edited(t, previous, edit{path, other}))
		}
	}
	breaks, compatible := 0, 0
	for _, next := range nexts {
		after, ok := compiled(t, next)
		if !ok {
			continue // no schema any more
		}
		found, err := evolution.Compare(previous, next)
		require.NoError(t, err)
		if evolution.LevelOf(found) == evolution.LevelMajor {
			breaks++
			continue
		}
		compatible++
		for _, document := range documents {
			require.NoError(t, after.Validate(document), "%v", found)
		}
	}
	t.Logf("%d documents; of %d schemas %d need a major version and %d do not", len(documents), len(nexts), breaks, compatible)
	require.Greater(t, compatible, 60)
}
