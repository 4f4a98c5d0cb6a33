package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

// metaSchema is the schema that every schema here names as its own.
const metaSchema = "https://json-schema.org/draft/2020-12/schema"

// A schemaName names one of the schemas of this package.
type schemaName struct {
	kind    string
	variant schema.Variant
}

func (n schemaName) String() string { return schema.FileName(n.kind, n.variant) }

// schemaNames returns the names of all schemas of documents, in order.
func schemaNames() []schemaName {
	var names []schemaName
	for _, d := range schema.Documents() {
		for _, v := range d.Variants() {
			names = append(names, schemaName{d.Kind, v})
		}
	}
	return names
}

// documentVariants are the variants under which a document of ours has to be valid.
var documentVariants = []schema.Variant{schema.Strict, schema.Lenient}

// compiledSchemas are the schemas of all documents as the Go judge compiles them, with formats asserted.
var compiledSchemas = sync.OnceValues(func() (map[schemaName]*jsonschema.Schema, error) {
	compiled := map[schemaName]*jsonschema.Schema{}
	for _, name := range schemaNames() {
		b, err := schema.Bytes(name.kind, name.variant)
		if err != nil {
			return nil, err
		}
		if compiled[name], err = compileSchema(b, schema.ID(name.kind, name.variant), ""); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return compiled, nil
})

// compileSchema compiles what fragment points to in a schema whose $id is id.
func compileSchema(b []byte, id, fragment string) (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(id, doc); err != nil {
		return nil, err
	}
	return c.Compile(id + fragment)
}

// judged returns what the Go judge finds wrong with a document; nil if it is valid.
func judged(t testing.TB, name schemaName, document []byte) error {
	t.Helper()
	compiled, err := compiledSchemas()
	require.NoError(t, err)
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		return err
	}
	return compiled[name].Validate(v)
}

// schemaTree returns a schema as a tree.
func schemaTree(t testing.TB, name schemaName) map[string]any {
	t.Helper()
	b, err := schema.Bytes(name.kind, name.variant)
	require.NoError(t, err)
	return decoded(b).(map[string]any)
}

func TestSchemasAreSchemas(t *testing.T) {
	compiled, err := compiledSchemas()
	require.NoError(t, err)
	require.Len(t, compiled, len(schemaNames()))
	meta, err := jsonschema.NewCompiler().Compile(metaSchema)
	require.NoError(t, err)
	for _, name := range schemaNames() {
		tree := schemaTree(t, name)
		require.NoError(t, meta.Validate(tree), "%s", name)
		require.Equal(t, metaSchema, tree["$schema"], "%s", name)
		require.Equal(t, schema.ID(name.kind, name.variant), tree["$id"], "%s", name)
	}
	require.NoError(t, meta.Validate(decoded(schema.Definitions())))
	require.Error(t, meta.Validate(decoded([]byte(`{"type":"text"}`))), "the meta-schema is applied")
}

func TestExamplesAreValidUnderTheirSchemas(t *testing.T) {
	n := 0
	for _, d := range schema.Documents() {
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		for _, e := range examples {
			for _, v := range documentVariants {
				require.NoError(t, judged(t, schemaName{d.Kind, v}, e.JSON), "%s, %s", e.Name, v)
				n++
			}
		}
		require.NotEmpty(t, examples, d.Kind)
	}
	t.Logf("%d verdicts", n)
}

// compound returns a schema of somebody else's: an object with one optional member for each definition of ours, whose
// $defs are a copy of ours beside one of its own.
func compound(t testing.TB) []byte {
	t.Helper()
	defs := decoded(schema.Definitions()).(map[string]any)["$defs"].(map[string]any)
	properties := map[string]any{"ticket": map[string]any{"$ref": "#/$defs/AcmeTicket"}}
	for name := range defs {
		properties[name] = map[string]any{"$ref": "#/$defs/" + name}
	}
	defs["AcmeTicket"] = map[string]any{"type": "object", "properties": map[string]any{"control": map[string]any{"$ref": "#/$defs/Control"}}}
	b, err := json.Marshal(map[string]any{
		"$schema": metaSchema, "$id": compoundID, "type": "object", "properties": properties, "$defs": defs, "additionalProperties": false,
	})
	require.NoError(t, err)
	return b
}

const compoundID = "https://acme.example/schemas/audit.json"

func TestDefinitionsCanBeCopied(t *testing.T) {
	b := compound(t)
	whole, err := compileSchema(b, compoundID, "")
	require.NoError(t, err)
	tree := decoded(b).(map[string]any)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(compoundID, doc))
	names := slices.Sorted(maps.Keys(tree["$defs"].(map[string]any)))
	for _, name := range names {
		_, err := c.Compile(compoundID + "#/$defs/" + name)
		require.NoError(t, err, name)
	}
	require.Greater(t, len(names), 100)

	titles := map[string]string{} // of the definitions of documents, by kind
	for _, d := range schema.Documents() {
		titles[d.Kind] = schemaTree(t, schemaName{d.Kind, schema.Strict})["title"].(string)
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		for _, e := range examples {
			require.NoError(t, whole.Validate(map[string]any{titles[d.Kind]: decoded(e.JSON)}), e.Name)
		}
	}
	require.Error(t, whole.Validate(map[string]any{titles["program"]: decoded([]byte(`{"kind":"program"}`))}), "the copies are applied")
	require.Error(t, whole.Validate(decoded([]byte(`{"ticket":{"control":{"id":"AC-1"}}}`))))
}

// eachSchema calls f for schema and every schema within it, with its pointer.
func eachSchema(s any, pointer string, f func(pointer string, s map[string]any)) {
	tree, ok := s.(map[string]any)
	if !ok {
		return // true or false
	}
	f(pointer, tree)
	for _, keyword := range slices.Sorted(maps.Keys(tree)) {
		at := pointer + "/" + keyword
		switch keyword {
		case "properties", "$defs":
			members := tree[keyword].(map[string]any)
			for _, name := range slices.Sorted(maps.Keys(members)) {
				eachSchema(members[name], at+"/"+name, f)
			}
		case "allOf", "anyOf":
			for i, one := range tree[keyword].([]any) {
				eachSchema(one, fmt.Sprintf("%s/%d", at, i), f)
			}
		case "items", "additionalProperties":
			eachSchema(tree[keyword], at, f)
		}
	}
}

// Forms and language models get a schema that says everything in one place and leaves nothing out.
func TestExtractionVariantHasOneShape(t *testing.T) {
	for _, d := range schema.Documents() {
		if d.Computed {
			continue
		}
		name := schemaName{d.Kind, schema.Extraction}
		objects, members, values := 0, 0, 0
		eachSchema(schemaTree(t, name), "", func(pointer string, s map[string]any) {
			for keyword := range s {
				require.True(t, slices.Contains(extractionKeywords, keyword) || pointer == "" && slices.Contains(rootKeywords, keyword), "%s %s: %s", name, pointer, keyword)
			}
			require.LessOrEqual(t, strings.Count(pointer, "/properties/"), maxExtractionDepth, "%s %s", name, pointer)
			enum, _ := s["enum"].([]any)
			values += len(enum)
			properties, ok := s["properties"].(map[string]any)
			if !ok {
				require.False(t, admits(s, "object"), "%s %s: an object without members of its own", name, pointer)
				return
			}
			objects++
			members += len(properties)
			required := map[string]bool{}
			for _, r := range s["required"].([]any) {
				required[r.(string)] = true
			}
			require.Equal(t, false, s["additionalProperties"], "%s %s", name, pointer)
			for member, p := range properties {
				require.True(t, required[member], "%s %s/%s is not required", name, pointer, member)
				require.True(t, admits(p.(map[string]any), "null"), "%s %s/%s does not admit null", name, pointer, member)
				delete(required, member)
			}
			require.Empty(t, required, "%s %s", name, pointer)
		})
		require.Positive(t, objects, d.Kind)
		require.LessOrEqual(t, members, maxExtractionMembers, d.Kind)
		require.LessOrEqual(t, values, maxExtractionValues, d.Kind)
		t.Logf("%s: %d objects, %d members, %d values of closed sets", d.Kind, objects, members, values)
	}
}

// What services for structured output take: these keywords, and no more than so many levels, members and values in all.
var (
	extractionKeywords = []string{"type", "properties", "required", "additionalProperties", "items", "enum", "description"}
	rootKeywords       = []string{"$schema", "$id", "title"}
)

const (
	maxExtractionDepth   = 10
	maxExtractionMembers = 5000
	maxExtractionValues  = 1000
)

// admits reports whether the type, and the closed set if there is one, of s admit the JSON type.
func admits(s map[string]any, jsonType string) bool {
	switch types := s["type"].(type) {
	case string:
		if types != jsonType {
			return false
		}
	case []any:
		if !slices.Contains(types, any(jsonType)) {
			return false
		}
	}
	enum, ok := s["enum"].([]any)
	return s["const"] == nil && (!ok || jsonType != "null" || slices.Contains(enum, nil))
}

// extracted returns the document value in the form of the extraction schema s: members that it does not have are left out,
// members that the document does not have are null, and rates are numbers.
func extracted(s map[string]any, value any) any {
	switch v := value.(type) {
	case map[string]any:
		filled := map[string]any{}
		for member, p := range s["properties"].(map[string]any) {
			filled[member] = nil
			if x, ok := v[member]; ok {
				filled[member] = extracted(p.(map[string]any), x)
			}
		}
		return filled
	case []any:
		list := make([]any, len(v))
		for i, x := range v {
			list[i] = extracted(s["items"].(map[string]any), x)
		}
		return list
	case string:
		if admits(s, "number") {
			return json.Number(v)
		}
	}
	return value
}

func TestExamplesCanBeExtracted(t *testing.T) {
	for _, d := range schema.Documents() {
		if d.Computed {
			continue
		}
		name := schemaName{d.Kind, schema.Extraction}
		tree := schemaTree(t, name)
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		for _, e := range examples {
			filled := extracted(tree, decoded(e.JSON))
			b, err := json.Marshal(filled)
			require.NoError(t, err)
			require.NoError(t, judged(t, name, b), e.Name)

			first := slices.Sorted(maps.Keys(filled.(map[string]any)))[0]
			delete(filled.(map[string]any), first)
			b, err = json.Marshal(filled)
			require.NoError(t, err)
			require.ErrorContains(t, judged(t, name, b), first, "%s: nothing may be left out", e.Name)
		}
		nothing, err := json.Marshal(extracted(tree, map[string]any{}))
		require.NoError(t, err)
		require.NoError(t, judged(t, name, nothing), "%s: a text that tells nothing", d.Kind)
	}
}
