package schema_test

import (
	"encoding/json"
	"maps"
	"slices"
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

	"9223372036854775808":  "what this module computes has no bounds of its own",
	"-9223372036854775809": "what this module computes has no bounds of its own",
}

// sampledCorruptions are those of which one in ten is judged: there are many of each, and they say the same.
var sampledCorruptions = []string{"misspelt", "duplicate", "object", "array", "string", "number", "boolean"}

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
			oneIn := 1
			switch {
			case testing.Short():
				oneIn = 16
			case d.Kind == "deliverable":
				oneIn = 4 // it is long, and much of it are records that others have
			}
			n, counts, seen := 0, map[string]int{}, map[string]int{}
			for c := range cases.All() {
				what, _, _ := strings.Cut(c.Name, " ")
				counts[what]++
				if slices.Contains(sampledCorruptions, what) && counts[what]%10 != 1 || counts[what]%oneIn != 1%oneIn {
					continue
				}
				n++
				_, err := documentForms()[d.Kind].strict(c.Document)
				require.Error(t, err, c.Name)
				err = judged(t, schemaName{d.Kind, schema.Strict}, c.Document)
				if err == nil {
					assert.NotEmpty(t, beyondSchema[what], "%s: the schema does not see it", c.Name)
					bounds := strings.HasSuffix(beyondSchema[what], "no bounds of its own")
					assert.True(t, !bounds || slices.Contains(computedKinds, d.Kind), "%s: the schema does not see it", c.Name)
					seen[what]++
				} else {
					assert.NotEqual(t, "duplicate", what, "%s: the schema sees it after all", c.Name)
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

// hexPattern is the pattern of bytes in hexadecimal, of which there may be none.
const hexPattern = `^([0-9a-f]{2})*$`

// An optional text that is empty is absent to the reader, and no writer of this module writes one. The schema describes what
// is written: it admits an empty text only where any text may stand.
func TestEmptyTexts(t *testing.T) {
	t.Parallel()
	for _, d := range schema.Documents() {
		name := schemaName{d.Kind, schema.Strict}
		tree := schemaTree(t, name)
		document := decoded(exampleBytes(t, d.Kind))
		written := func() []byte { return must(json.Marshal(document)) }
		seen, refused := map[string]bool{}, 0
		eachMember(tree, document, d.Kind, func(owner string, s, object map[string]any, member string) {
			required, _ := s["required"].([]any)
			text, isText := object[member].(string)
			key := owner + "." + member
			if !isText || slices.Contains(required, any(member)) || seen[key] {
				return
			}
			seen[key] = true
			delete(object, member)
			want, err := documentForms()[d.Kind].strict(written())
			require.NoError(t, err, key)
			object[member] = ""
			empty := written()
			object[member] = text
			got, err := documentForms()[d.Kind].strict(empty)
			require.NoError(t, err, key)
			require.Equal(t, want, got, "%s: empty is not absent", key)

			defs, _ := tree["$defs"].(map[string]any)
			form, _ := resolvedIn(defs, s["properties"].(map[string]any)[member].(map[string]any))
			anyText := form["enum"] == nil && (form["pattern"] == nil || form["pattern"] == hexPattern)
			err = judged(t, name, empty)
			require.Equal(t, anyText, err == nil, "%s: %v", key, err)
			if err != nil {
				refused++
			}
		})
		t.Logf("%s: %d optional texts, of which the schema refuses %d where they are empty", d.Kind, len(seen), refused)
	}
}

// eachMember calls f for each member of each object in value that its schema names, with the definition that the object is
// of, and its schema.
func eachMember(tree map[string]any, value any, root string, f func(owner string, s, object map[string]any, member string)) {
	defs, _ := tree["$defs"].(map[string]any)
	var walk func(s map[string]any, value any, owner string)
	walk = func(s map[string]any, value any, owner string) {
		s, name := resolvedIn(defs, s)
		if name != "" {
			owner = name
		}
		switch v := value.(type) {
		case map[string]any:
			properties, _ := s["properties"].(map[string]any)
			for _, member := range slices.Sorted(maps.Keys(v)) {
				if p, ok := properties[member].(map[string]any); ok {
					f(owner, s, v, member)
					walk(p, v[member], owner+"."+member)
				}
			}
		case []any:
			for _, x := range v {
				walk(s["items"].(map[string]any), x, owner)
			}
		}
	}
	walk(tree, value, root)
}
