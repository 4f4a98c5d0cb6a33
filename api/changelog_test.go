package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const history = `# Changelog

Changes that break callers stand under Incompatible.

## Unreleased

### Added

* ` + "`control.New`" + `: not a declaration.

### Incompatible

* ` + "`control.Control.Since`, `control.Risk.Since`" + `: now ` + "`From`" + `; a text may
  go on, and name ` + "`others.Symbol`" + `: twice.

  An indented paragraph belongs to the entry.
- ` + "`schema/generate`" + `: gone; call ` + "`schema`" + `.

### Fixed

* ` + "`calendar.Gaps`" + `: not a declaration.

## v0.2.0

### Incompatible

* ` + "`calendar.Old`" + `: gone.

## [0.1.0] - 2026-11-30

### Incompatible

* ` + "`calendar.Older`" + `: gone.
`

func TestDeclarations(t *testing.T) {
	for release, want := range map[string][]string{
		"":       {"control.Control.Since", "control.Risk.Since", "schema/generate", "calendar.Old", "calendar.Older"},
		"v0.1.0": {"control.Control.Since", "control.Risk.Since", "schema/generate", "calendar.Old"},
		"v0.2.0": {"control.Control.Since", "control.Risk.Since", "schema/generate"},
	} {
		declared, err := declarations(history, release)
		require.NoError(t, err, release)
		var symbols []string
		for _, d := range declared {
			symbols = append(symbols, d.symbol)
			assert.Contains(t, strings.Split(history, "\n")[d.line-1], "`"+d.symbol+"`", release)
		}
		assert.Equal(t, want, symbols, release)
	}
	windows, err := declarations(strings.ReplaceAll(history, "\n", "\r\n"), "v0.2.0")
	require.NoError(t, err)
	assert.Len(t, windows, 3)
	none, err := declarations("# Changelog\n\n## Unreleased\n", "")
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestDeclarationsMalformed(t *testing.T) {
	for _, c := range []struct{ name, section, want string }{
		{"no backticks", "* control.Control.Since: now From", "line 5: symbols in backticks"},
		{"no explanation", "* `control.Control.Since`", "line 5: symbols in backticks"},
		{"empty explanation", "* `control.Control.Since`:", "line 5: symbols in backticks"},
		{"no comma", "* `a.B` `a.C`: gone", "line 5: symbols in backticks"},
		{"twice in an entry", "* `a.B`, `a.B`: gone", "line 5: a.B is already declared in line 5"},
		{"twice", "* `a.B`: gone\n* `a.C`: gone\n* `a.B`: gone", "line 7: a.B is already declared in line 5"},
		{"prose", "Some things changed.", "line 5: a list entry expected"},
		{"all at once", "* a.B: gone\n* a.C: gone", "line 6: symbols"},
	} {
		_, err := declarations("## Unreleased\n\n### Incompatible\n\n"+c.section+"\n", "")
		assert.ErrorContains(t, err, c.want, c.name)
	}
	_, err := declarations(history, "v0.3.0")
	assert.ErrorContains(t, err, "no section of v0.3.0")
}

func TestJudge(t *testing.T) {
	changes := []change{{"a.B", "removed"}, {"a.B", "old is comparable, new is not"}, {"a.C", "removed"}, {"d", "the package is gone"}}
	undeclared, stale := judge(changes, []declaration{{"a.B", 5}, {"a", 6}, {"d", 7}, {"a.C.D", 8}})
	assert.Equal(t, []change{{"a.C", "removed"}}, undeclared)
	assert.Equal(t, []declaration{{"a", 6}, {"a.C.D", 8}}, stale)
	undeclared, stale = judge(nil, nil)
	assert.Empty(t, undeclared)
	assert.Empty(t, stale)
}
