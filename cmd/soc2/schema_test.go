package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

func TestSchemaList(t *testing.T) {
	status, out, _ := soc2("", "schema", "list")
	require.Equal(t, 0, status)
	require.Contains(t, out, "engagement   A program and its fieldwork in one document\n")
	status, out, _ = soc2("", "schema", "list", "--json")
	require.Equal(t, 0, status)
	var rows []struct {
		Kind, ID string
		Examples []string
	}
	require.NoError(t, json.Unmarshal([]byte(out), &rows))
	require.Len(t, rows, len(schema.Documents()))
	require.Contains(t, rows[0].Examples, "program-minimal")
	require.Equal(t, schema.ID("program", schema.Strict), rows[0].ID)
}

func TestSchemaShow(t *testing.T) {
	for variant, args := range map[schema.Variant][]string{
		schema.Strict:     {"plan"},
		schema.Lenient:    {"plan", "--lenient"},
		schema.Extraction: {"--extraction", "plan"},
	} {
		want, err := schema.Bytes("plan", variant)
		require.NoError(t, err)
		status, out, _ := soc2("", append([]string{"schema", "show"}, args...)...)
		require.Equal(t, 0, status)
		require.Equal(t, string(want), out)
	}
	for _, args := range [][]string{{}, {"report"}, {"plan", "program"}, {"plan", "--lenient", "--extraction"}, {"plan", "--example", "other"}} {
		status, out, errOut := soc2("", append([]string{"schema", "show"}, args...)...)
		require.Equal(t, 2, status, "%q", args)
		require.Empty(t, out)
		require.NotEmpty(t, errOut)
	}
}

// An example that is shown passes validation.
func TestShownExampleIsValid(t *testing.T) {
	status, out, _ := soc2("", "schema", "show", "engagement", "--example", "engagement-minimal")
	require.Equal(t, 0, status)
	status, _, errOut := soc2(out, "validate", "-")
	require.Equal(t, 0, status, errOut)
}

func TestSchemaWrite(t *testing.T) {
	n := len(schema.Documents())
	for _, c := range []struct {
		args []string
		want int
		file string
	}{
		{nil, n, "program.schema.json"},
		{[]string{"--lenient"}, n, "program.lenient.schema.json"},
		{[]string{"--extraction", "--lenient"}, 2*n - 2, "program.extraction.schema.json"}, // two kinds are computed
		{[]string{"--flat"}, 1, "soc2.defs.json"},
		{[]string{"--flat", "--typescript"}, 2, "soc2.d.ts"},
	} {
		dir := filepath.Join(t.TempDir(), "new", "folder")
		status, out, errOut := soc2("", append([]string{"schema", "write", dir}, c.args...)...)
		require.Equal(t, 0, status, errOut)
		require.Empty(t, out)
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		require.Len(t, entries, c.want, "%q", c.args)
		got, err := os.ReadFile(filepath.Join(dir, c.file))
		require.NoError(t, err)
		want, err := os.ReadFile(filepath.Join("../../schema/v1", c.file))
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	}
	status, _, _ := soc2("", "schema", "write")
	require.Equal(t, 2, status)
}

// A document of a later minor version is refused, or read with what was skipped listed.
func TestValidateLenient(t *testing.T) {
	_, out, _ := soc2("", "schema", "show", "program", "--example", "program")
	later := strings.Replace(out, `"schemaVersion": "1.0",`, `"schemaVersion": "1.1", "mood": "bright",`, 1)
	status, _, errOut := soc2(later, "validate", "-")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "/mood")
	status, out, errOut = soc2(later, "validate", "-", "--lenient")
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, "/mood: warning member-unknown")
	require.Contains(t, out, "/schemaVersion: warning schema-version")
}

func TestComputedDocumentsAreNotValidated(t *testing.T) {
	for _, kind := range []string{"conclusions", "deliverable"} {
		_, out, _ := soc2("", "schema", "show", kind, "--example", kind)
		status, _, errOut := soc2(out, "validate", "-")
		require.Equal(t, 2, status)
		require.Contains(t, errOut, `is of kind "`+kind+`", which is computed`)
	}
}

func TestValidateNamesTheKindThatItDoesNotTake(t *testing.T) {
	for in, want := range map[string]string{
		`{"tolerableRate":0.1}`: "says no kind",
		`{"kind":"invoice"}`:    `is of kind "invoice"`,
		`{"kind":`:              "json-syntax",
	} {
		status, _, errOut := soc2(in, "validate", "-")
		require.Equal(t, 2, status)
		require.Contains(t, errOut, want)
	}
	_, _, errOut := soc2("", "schema")
	require.Contains(t, errOut, "there are soc2 schema list, soc2 schema show, soc2 schema write")
}
