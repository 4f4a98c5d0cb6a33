package schema_test

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/generate"
)

// beyondSchema are the corruptions that the reader refuses and that a schema cannot see, with the reason.
var beyondSchema = map[string]string{
	"duplicate": "a schema judges a value, in which one of the two members is left",
	"1.0":       "a number without a fraction is an integer to a schema, however it is spelled",
	"1e3":       "a number without a fraction is an integer to a schema, however it is spelled",
}

// What the reader refuses for its form, the schema refuses as well.
func TestCorruptionsAreRefused(t *testing.T) {
	for _, d := range schema.Documents() {
		if d.Kind == "engagement" {
			continue // a program and a fieldwork
		}
		t.Run(d.Kind, func(t *testing.T) {
			t.Parallel()
			valid := exampleBytes(t, d.Kind)
			cases, err := corrupt.New(generate.DocumentType(d.Kind), valid)
			require.NoError(t, err)
			n, seen := 0, map[string]int{}
			for c := range cases.All() {
				what, _, _ := strings.Cut(c.Name, " ")
				if what == "misspelt" && n%4 > 0 {
					n++
					continue // an unknown member like others
				}
				n++
				_, err := documentForms()[d.Kind].strict(c.Document)
				require.Error(t, err, c.Name)
				err = judged(t, schemaName{d.Kind, schema.Strict}, c.Document)
				if beyondSchema[what] != "" {
					seen[what]++
					assert.NoError(t, err, "%s: the schema sees it after all", c.Name)
				} else {
					assert.Error(t, err, "%s: the schema does not see it", c.Name)
				}
				if c.Addition {
					assert.NoError(t, judged(t, schemaName{d.Kind, schema.Lenient}, c.Document), c.Name)
				}
			}
			require.Positive(t, seen["duplicate"])
			t.Logf("%d documents, of which a schema cannot see %v", n, seen)
		})
	}
}

// An optional text that is empty is absent to the reader, who would otherwise tell apart what no writer of Go does. A schema
// says what is written, and admits it only where any text may stand.
func TestEmptyTexts(t *testing.T) {
	for _, d := range schema.Documents() {
		tree := schemaTree(t, schemaName{d.Kind, schema.Strict})
		defs, _ := tree["$defs"].(map[string]any)
		valid := exampleBytes(t, d.Kind)
		pointers := map[string]string{} // by definition and member: where it stands first
		closed := map[string]bool{}
		var walk func(s map[string]any, value any, pointer, owner string)
		walk = func(s map[string]any, value any, pointer, owner string) {
			s, name := resolvedIn(defs, s)
			if name != "" {
				owner = name
			}
			switch v := value.(type) {
			case map[string]any:
				required, _ := s["required"].([]any)
				properties, _ := s["properties"].(map[string]any)
				for _, member := range slices.Sorted(maps.Keys(v)) {
					p, ok := properties[member].(map[string]any)
					if !ok {
						continue
					}
					form, _ := resolvedIn(defs, p)
					key := owner + "." + member
					if _, ok := v[member].(string); ok && !slices.Contains(required, any(member)) && pointers[key] == "" {
						pointers[key] = pointer + "/" + member
						closed[key] = form["enum"] != nil || form["pattern"] != nil && form["pattern"] != hexPattern
					}
					walk(p, v[member], pointer+"/"+member, key)
				}
			case []any:
				for i, x := range v {
					walk(s["items"].(map[string]any), x, pointer+"/"+strconv.Itoa(i), owner+"[]")
				}
			}
		}
		walk(tree, decoded(valid), "", d.Kind)
		taken := 0
		for key, pointer := range pointers {
			without, err := corrupt.Without(valid, pointer)
			require.NoError(t, err)
			empty := withEmpty(t, valid, without, pointer)
			want, err := documentForms()[d.Kind].strict(without)
			require.NoError(t, err, key)
			got, err := documentForms()[d.Kind].strict(empty)
			require.NoError(t, err, key)
			require.True(t, reflect.DeepEqual(want, got), "%s: empty is not absent", key)
			refused := judged(t, schemaName{d.Kind, schema.Strict}, empty) != nil
			require.Equal(t, closed[key], refused, "%s", key)
			if refused {
				taken++
			}
		}
		t.Logf("%s: %d optional texts, of which the schema refuses %d where they are empty", d.Kind, len(pointers), taken)
	}
}

// hexPattern is the pattern of bytes in hexadecimal, of which there may be none.
const hexPattern = `^([0-9a-f]{2})*$`

// withEmpty returns the document with an empty text at pointer, which without lacks.
func withEmpty(t *testing.T, valid, without []byte, pointer string) []byte {
	t.Helper()
	from := 0
	for from < len(without) && valid[from] == without[from] {
		from++
	}
	to := 0
	for to < len(without)-from && valid[len(valid)-1-to] == without[len(without)-1-to] {
		to++
	}
	removed := valid[from : len(valid)-to]
	colon := bytes.LastIndex(removed, []byte(`": "`))
	require.Positive(t, colon, "%s: %s", pointer, removed)
	end := bytes.LastIndexByte(removed, '"')
	require.Greater(t, end, colon+3, "%s: %s", pointer, removed)
	return slices.Concat(valid[:from], removed[:colon+4], removed[end:], valid[len(valid)-to:])
}
