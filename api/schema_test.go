package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// definitions is a file of definitions with one type, whose closed set has the given values.
func definitions(values string) map[string]string {
	const id = `"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.com/`
	return map[string]string{
		"go.mod":                     goMod,
		"a/a.go":                     "package a\n\nfunc F() {}\n",
		"CHANGELOG.md":               "## Unreleased\n\n## v1.0.0\n",
		"schema/v1/soc2.defs.json":   `{` + id + `defs","$defs":{"Task":{"type":"object","properties":{"state":{"type":"string","enum":[` + values + `]}}}}}`,
		"schema/v1/task.schema.json": `{` + id + `task","type":"object","properties":{"state":{"enum":[` + values + `]}}}`,
	}
}

func with(files map[string]string, name, content string) map[string]string {
	if content == "" {
		delete(files, name)
	} else {
		files[name] = content
	}
	return files
}

func TestSchemasThatNeedAMajorVersion(t *testing.T) {
	apidiff(t)
	const declared = "## Unreleased\n\n### Incompatible\n\n* `schema/v1/Task.state`: knows \"late\" as well.\n\n## v1.0.0\n"
	const allowed = `[{"file":"soc2.defs.json","path":"/$defs/Task/properties/state/enum/1","code":"value-added","reason":"documented as open"}]`
	for _, c := range []struct {
		name          string
		before, after map[string]string
		release       string
		ok            bool
		says          string
	}{
		{"the same", definitions(`"open"`), definitions(`"open"`), "v1.0.0", true, "0 incompatible"},
		{"no schemas before", with(definitions(`"open"`), "schema/v1/soc2.defs.json", ""), definitions(`"open","late"`), "v1.0.0", true, "0 incompatible"},
		{"another major", definitions(`"open"`), with(definitions(`"open"`), "schema/v1/soc2.defs.json", ""), "v1.0.0", true, "0 incompatible"},
		{"a new value of a draft", definitions(`"open"`), definitions(`"open","late"`), "", false, "  schema/v1/Task.state: "},
		{"declared for a draft", definitions(`"open"`), with(definitions(`"open","late"`), "CHANGELOG.md", declared), "", true, "1 incompatible changes, 0 not declared"},
		{"declared after a release", definitions(`"open"`), with(definitions(`"open","late"`), "CHANGELOG.md", declared), "v1.0.0", false, "takes another major version"},
		{"allowed", definitions(`"open"`), with(definitions(`"open","late"`), "api/allowances.json", allowed), "v1.0.0", true, "0 incompatible"},
		{"a document is gone", definitions(`"open"`), with(definitions(`"open"`), "schema/v1/task.schema.json", ""), "v1.0.0", false, "schema/v1/task.schema.json: "},
	} {
		var said bytes.Buffer
		ok, err := compare(write(t, c.before), write(t, c.after), c.release, &said)
		require.NoError(t, err, c.name)
		assert.Equal(t, c.ok, ok, "%s: %s", c.name, said.String())
		assert.Contains(t, said.String(), c.says, c.name)
	}
	_, err := compare(write(t, definitions(`"open"`)), write(t, with(definitions(`"open"`), "api/allowances.json", "{")), "", &bytes.Buffer{})
	require.ErrorContains(t, err, allowancesFile)
}
