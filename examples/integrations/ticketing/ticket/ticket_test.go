package ticket_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/examples/integrations/ticketing/ticket"
	"github.com/soc2kit/soc2/schema"
)

var update = flag.Bool("update", false, "write the schema in testdata anew")

func made(t *testing.T, variant schema.Variant) []byte {
	t.Helper()
	b, err := ticket.Schema(variant)
	require.NoError(t, err)
	return b
}

func example(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("testdata/ticket.json")
	require.NoError(t, err)
	return string(b)
}

// judge returns what the schema finds wrong with a document.
func judge(t *testing.T, schemaJSON []byte, document string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schemaJSON))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource("ticket.json", doc))
	compiled, err := compiler.Compile("ticket.json")
	require.NoError(t, err)
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
	require.NoError(t, err)
	return compiled.Validate(value)
}

// own returns what a schema says beyond this module's types: without the members of a control, and without the definitions
// that the module has. So the file of it changes when a ticket does, and stays short enough to be read.
func own(t *testing.T, schemaJSON []byte) string {
	t.Helper()
	type object struct {
		Properties map[string]json.RawMessage `json:"properties"`
	}
	var module struct {
		Definitions map[string]object `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(schema.Definitions(), &module))
	var members map[string]any
	require.NoError(t, json.Unmarshal(schemaJSON, &members))
	for name := range module.Definitions["Control"].Properties {
		delete(members["properties"].(map[string]any), name)
	}
	for name := range module.Definitions {
		delete(members["$defs"].(map[string]any), name)
	}
	b, err := json.MarshalIndent(members, "", "  ")
	require.NoError(t, err)
	return string(b) + "\n"
}

func TestSchemaIsTheOneOnFile(t *testing.T) {
	const name = "testdata/own.schema.json"
	got := own(t, made(t, schema.Strict))
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), got, "run go test -update, and read what changed")
}

func TestExampleIsValid(t *testing.T) {
	require.NoError(t, judge(t, made(t, schema.Strict), example(t)))

	var decoded ticket.Ticket
	require.NoError(t, json.Unmarshal([]byte(example(t)), &decoded))
	require.Empty(t, decoded.Validate())
	encoded, err := json.Marshal(decoded)
	require.NoError(t, err)
	require.JSONEq(t, example(t), string(encoded))
}

func TestBrokenTicketsAreNotValid(t *testing.T) {
	strict := made(t, schema.Strict)
	for name, change := range map[string][2]string{
		"state of no ticket":       {`"state": "done"`, `"state": "closed"`},
		"number of another tool":   {`"OPS-17"`, `"17"`},
		"no such day":              {`"2026-09-30"`, `"2026-09-31"`},
		"due day missing":          {`"due": "2026-09-30",`, ``},
		"unknown member":           {`"number"`, `"colour": "red", "number"`},
		"id of no control":         {`"AC-01"`, `"AC 01"`},
		"no such criterion":        {`"CC6.3"`, `"CC6.33"`},
		"unknown member attached":  {`"class"`, `"colour": "red", "class"`},
		"moment in a zone":         {`08:30:00Z`, `08:30:00+02:00`},
		"null for an absent value": {`"Wren Abbott"`, `null`},
	} {
		broken := strings.Replace(example(t), change[0], change[1], 1)
		require.NotEqual(t, example(t), broken, name)
		require.Error(t, judge(t, strict, broken), name)
	}
}

func TestLenientLetsUnknownMembersPass(t *testing.T) {
	later := strings.ReplaceAll(example(t), `"id"`, `"colour": "red", "id"`)
	require.Error(t, judge(t, made(t, schema.Strict), later))
	require.NoError(t, judge(t, made(t, schema.Lenient), later))
}

// A form knows little at first: every member is there, and null.
func TestEmptyFormIsValid(t *testing.T) {
	extraction := made(t, schema.Extraction)
	require.NotContains(t, string(extraction), "$ref")
	require.Contains(t, string(extraction), "assignee is who is to do it.")
	var form struct {
		Required []string `json:"required"`
	}
	require.NoError(t, json.Unmarshal(extraction, &form))
	empty := map[string]any{}
	for _, member := range form.Required {
		empty[member] = nil
	}
	b, err := json.Marshal(empty)
	require.NoError(t, err)
	require.NoError(t, judge(t, extraction, string(b)))
	require.Error(t, judge(t, extraction, strings.Replace(string(b), `"state":null`, `"state":"closed"`, 1)))
	require.Error(t, judge(t, extraction, strings.Replace(string(b), `"state":null,`, ``, 1)))
}

func TestValidateSeesTheEvidence(t *testing.T) {
	var decoded ticket.Ticket
	require.NoError(t, json.Unmarshal([]byte(example(t)), &decoded))
	decoded.Text, decoded.Attached[0].Digest = "", "abc"
	var places []string
	for _, p := range decoded.Validate() {
		places = append(places, p.Path)
	}
	require.Contains(t, places, "/text")
	require.Contains(t, places, "/attached/0/digest")
}

func TestVariantIsChecked(t *testing.T) {
	_, err := ticket.Schema("pretty")
	require.ErrorContains(t, err, "pretty")
}
