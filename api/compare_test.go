package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cases are two states of a package each, and what is incompatible between them.
var cases = map[string]struct{ released, current, want string }{
	"functiongone":   {"func F() {}\n\nfunc G() {}", "func F() {}", "functiongone.G: removed"},
	"functionnew":    {"func F() {}", "func F() {}\n\nfunc G() {}", ""},
	"signature":      {"func F(n int) {}", "func F(n int, s string) {}", "signature.F: changed from func(int) to func(int, string)"},
	"parametername":  {"func F(n int) {}", "func F(m int) {}", ""},
	"fieldgone":      {"type T struct{ A, B int }", "type T struct{ A int }", "fieldgone.T.B: removed"},
	"fieldnew":       {"type T struct{ A int }", "type T struct{ A, B int }", ""},
	"fieldtype":      {"type T struct{ A int }", "type T struct{ A string }", "fieldtype.T.A: changed from int to string"},
	"fieldtag":       {"type T struct { A int `json:\"a\"` }", "type T struct { A int `json:\"b\"` }", `fieldtag.T.A: JSON tag changed from "a" to "b"`},
	"fieldtagnew":    {"type T struct { A int }", "type T struct { A int `json:\"b\"` }", `fieldtagnew.T.A: JSON tag changed from "" to "b"`},
	"othertag":       {"type T struct { A int `x:\"a\"` }", "type T struct { A int `x:\"b\"` }", ""},
	"methodgone":     {"type T struct{}\n\nfunc (*T) M() {}", "type T struct{}", "methodgone.T.M: removed"},
	"interfacenew":   {"type I interface{ M() }", "type I interface{ M(); N() }", "interfacenew.I.N: added"},
	"constantvalue":  {"type S string\n\nconst Done S = \"done\"", "type S string\n\nconst Done S = \"finished\"", `constantvalue.Done: value changed from "done" to "finished"`},
	"constantnew":    {"const A = 1", "const (\n\tA = 1\n\tB = 2\n)", ""},
	"packagegone":    {"func F() {}", "", "packagegone: the package is gone"},
	"packagenew":     {"", "func F() {}", ""},
	"embedding":      {"import \"example.com/tiny/methodgone\"\n\ntype U struct{ methodgone.T }", "import \"example.com/tiny/methodgone\"\n\ntype U struct{ methodgone.T }", "embedding.U.M: removed"},
	"comparable":     {"type T struct{ A int }", "type T struct {\n\tA int\n\tB []int\n}", "comparable.T: old is comparable, new is not"},
	"internal/inner": {"func F() {}\n\nfunc G() {}", "func F() {}", ""},
	"same":           {"func F() {}", "func F() {}", ""},
}

// apidiff skips the test where apidiff cannot be built.
func apidiff(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: builds two small modules, and runs apidiff on each of their packages")
	}
	path, err := output(exec.Command("go", "tool", "-n", "apidiff"))
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("apidiff is not at hand, without network and not in the module cache: %v", err)
	}
	require.NoError(t, err)
	return strings.TrimSpace(string(path))
}

// states writes the modules of the cases.
func states(t *testing.T) (released, current string) {
	before, after := map[string]string{"go.mod": goMod}, map[string]string{"go.mod": goMod}
	for dir, c := range cases {
		file := dir + "/source.go"
		clause := "package " + filepath.Base(dir) + "\n\n"
		if c.released != "" {
			before[file] = clause + c.released + "\n"
		}
		if c.current != "" {
			after[file] = clause + c.current + "\n"
		}
	}
	return write(t, before), write(t, after)
}

func TestIncompatible(t *testing.T) {
	tool := apidiff(t)
	before, after := states(t)
	released, err := load(before)
	require.NoError(t, err)
	current, err := load(after)
	require.NoError(t, err)
	changes, err := incompatible(tool, released, current)
	require.NoError(t, err)
	found := map[string][]string{}
	for _, c := range changes {
		dir, _, _ := strings.Cut(c.symbol, ".")
		found[dir] = append(found[dir], c.String())
	}
	for dir, c := range cases {
		if c.want == "" {
			assert.Empty(t, found[dir], dir)
		} else {
			assert.Equal(t, []string{c.want}, found[dir], dir)
		}
	}
}

// A change that is not declared fails, and so does a declaration without a change.
func TestCompare(t *testing.T) {
	apidiff(t)
	before := write(t, map[string]string{"go.mod": goMod, "a/a.go": "package a\n\nfunc F() {}\n\nfunc G() {}\n"})
	after := write(t, map[string]string{"go.mod": goMod, "a/a.go": "package a\n\nfunc F() {}\n\nfunc H() {}\n"})
	for _, c := range []struct {
		name, changelog, release string
		ok                       bool
		says                     string
	}{
		{"undeclared", "## Unreleased\n", "", false, "  a.G: removed\n"},
		{"declared", "## Unreleased\n\n### Incompatible\n\n* `a.G`: call `a.H`.\n", "", true, "1 incompatible changes, 0 not declared, 0 declarations without"},
		{"stale as well", "## Unreleased\n\n### Incompatible\n\n* `a.G`: call `a.H`.\n* `a.F`: gone.\n", "", false, "  line 6: a.F\n"},
		{"declared for an earlier release", "## Unreleased\n\n## v0.1.0\n\n### Incompatible\n\n* `a.G`: call `a.H`.\n", "v0.1.0", false, "  a.G: removed\n"},
		{"declared for the release in preparation", "## Unreleased\n\n## v0.2.0\n\n### Incompatible\n\n* `a.G`: call `a.H`.\n\n## v0.1.0\n", "v0.1.0", true, "0 not declared"},
	} {
		require.NoError(t, os.WriteFile(filepath.Join(after, "CHANGELOG.md"), []byte(c.changelog), 0o644))
		var said bytes.Buffer
		ok, err := compare(before, after, c.release, &said)
		require.NoError(t, err, c.name)
		assert.Equal(t, c.ok, ok, c.name)
		assert.Contains(t, said.String(), c.says, c.name)
	}
	require.NoError(t, os.WriteFile(filepath.Join(after, "CHANGELOG.md"), []byte("## Unreleased\n\n### Incompatible\n\n* gone\n"), 0o644))
	_, err := compare(before, after, "", &bytes.Buffer{})
	require.ErrorContains(t, err, "CHANGELOG.md: line 5")
}

func TestRunRefuses(t *testing.T) {
	for _, args := range [][]string{{}, {"-old"}, {"-old", ".", "more"}, {"-unknown"}, {"-old", "."}} {
		var out, complaint bytes.Buffer
		assert.Equal(t, 2, run(args, &out, &complaint), "%q", args)
		assert.NotEmpty(t, complaint.String(), "%q", args)
		assert.Empty(t, out.String(), "%q", args)
	}
}
