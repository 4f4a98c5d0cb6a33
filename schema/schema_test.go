package schema_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/schema"
)

func TestEveryDocumentHasEveryVariant(t *testing.T) {
	for _, d := range schema.Documents() {
		for _, v := range d.Variants() {
			b, err := schema.Bytes(d.Kind, v)
			require.NoError(t, err)
			var s struct {
				Dialect    string                     `json:"$schema"`
				ID         string                     `json:"$id"`
				Title      string                     `json:"title"`
				Properties map[string]json.RawMessage `json:"properties"`
				Required   []string                   `json:"required"`
			}
			require.NoError(t, json.Unmarshal(b, &s))
			require.Equal(t, "https://json-schema.org/draft/2020-12/schema", s.Dialect)
			require.Equal(t, schema.ID(d.Kind, v), s.ID)
			require.NotEmpty(t, s.Title)
			for _, member := range []string{"kind", "schemaVersion"} {
				if d.Root {
					require.Contains(t, s.Properties, member)
					require.Contains(t, s.Required, member)
				} else {
					require.NotContains(t, s.Properties, member)
				}
			}
			require.Equal(t, v == schema.Strict || v == schema.Extraction, strings.Contains(string(b), `"additionalProperties": false`), "%s %s", d.Kind, v)
		}
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		require.NotEmpty(t, examples, d.Kind)
		require.Equal(t, d.Kind, examples[0].Name, "the complete one comes first")
	}
}

func TestUnknownKindsAndVariantsAreNamed(t *testing.T) {
	_, err := schema.Bytes("report", schema.Strict)
	require.EqualError(t, err, `schema: kind "report" is none of program, fieldwork, engagement, conclusions, deliverable, selection, plan, frequency-table`)
	_, err = schema.Bytes("program", "")
	require.EqualError(t, err, `schema: program has no variant ""; it has ["strict" "lenient" "extraction"]`)
	_, err = schema.Bytes("conclusions", schema.Extraction)
	require.EqualError(t, err, `schema: conclusions has no variant "extraction"; it has ["strict" "lenient"]`)
	_, err = schema.Examples("")
	require.ErrorContains(t, err, `kind "" is none of`)
}

func TestVersionsAgree(t *testing.T) {
	require.Equal(t, schema.Version, program.SchemaVersion)
	require.Equal(t, schema.Version, report.SchemaVersion)
}

// The declarations are made by a program that a machine without Node cannot run; that they are stale is told here.
func TestDeclarationsAreOfTheseDefinitions(t *testing.T) {
	sum := sha256.Sum256(schema.Definitions())
	head, _, _ := strings.Cut(string(schema.TypeScript()), "\n")
	require.Equal(t, "// Made by go generate from soc2.defs.json, sha256 "+hex.EncodeToString(sum[:])+".", head, "run go generate ./schema")

	var defs struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(schema.Definitions(), &defs))
	require.Greater(t, len(defs.Defs), 100)
	for name := range defs.Defs {
		found := strings.Contains(string(schema.TypeScript()), "export interface "+name+" {\n") || strings.Contains(string(schema.TypeScript()), "export type "+name+" =")
		require.True(t, found, "%s is not declared", name)
		require.NotContains(t, string(schema.TypeScript()), " "+name+"1 ", "a clone of %s", name)
	}
}

// Names that a program in a browser has already would be hidden by ours.
func TestNoDefinitionHidesAGlobalName(t *testing.T) {
	var defs struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(schema.Definitions(), &defs))
	for _, global := range strings.Fields("Array Boolean Comment Date Document Element Error Event File Function Image Iterator Location Lock Map Node Notification Number Object Option Promise Proxy Range Record Request Response Selection Set String Symbol Text Worker") {
		require.NotContains(t, defs.Defs, global)
	}
}

func TestFilesAreWhatIsServed(t *testing.T) {
	var names []string
	require.NoError(t, fs.WalkDir(schema.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		require.NoError(t, err)
		if !entry.IsDir() && !strings.HasPrefix(name, "examples/") {
			names = append(names, name)
		}
		return nil
	}))
	want := []string{"soc2.d.ts", "soc2.defs.json"}
	for _, d := range schema.Documents() {
		for _, v := range d.Variants() {
			want = append(want, schema.FileName(d.Kind, v))
		}
	}
	require.ElementsMatch(t, want, names, "a file that nothing makes")
}
