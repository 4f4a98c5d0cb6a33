package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite soc2.txt")

// loadSelf loads the module that this package is in. Another process reads the sources, so this one looks at every
// directory of them: go test then knows what the result rests on, and runs the test again when a file changes.
func loadSelf(t *testing.T) module {
	t.Helper()
	require.NoError(t, filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		others := strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"node_modules", "out", "testdata"}, d.Name())
		if err == nil && d.IsDir() && path != ".." && others {
			return fs.SkipDir
		}
		return err
	}))
	m, err := load("..")
	require.NoError(t, err)
	require.Contains(t, m.packages, "control")
	return m
}

// lines returns the API file of m.
func lines(m module) []string {
	var all []string
	for _, f := range m.features() {
		all = append(all, f.String())
	}
	return all
}

// What the module exports is in soc2.txt, so that a change of it shows in the difference of a commit.
func TestExportedAPI(t *testing.T) {
	got := lines(loadSelf(t))
	if *update {
		require.NoError(t, os.WriteFile("soc2.txt", []byte(strings.Join(got, "\n")+"\n"), 0o644))
	}
	b, err := os.ReadFile("soc2.txt")
	require.NoError(t, err)
	want := strings.Split(strings.TrimSuffix(string(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))), "\n"), "\n")
	if !slices.Equal(got, want) {
		t.Errorf("The exported API is not what api/soc2.txt says:\n\n%s\n\nIf that is meant: go test ./api -update, and read the difference. "+
			"What takes something away\nor changes it has to be declared in CHANGELOG.md as well, see CONTRIBUTING.md.", cameAndWent(want, got))
	}
}

// cameAndWent returns the lines of one list alone, with "-" and "+", sorted by what they say.
func cameAndWent(want, got []string) string {
	var different []string
	for _, line := range want {
		if !slices.Contains(got, line) {
			different = append(different, "- "+line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			different = append(different, "+ "+line)
		}
	}
	if len(different) == 0 {
		return "  (the same lines, in another order or repeated)"
	}
	slices.SortStableFunc(different, func(a, b string) int { return strings.Compare(a[2:], b[2:]) })
	return strings.Join(different, "\n")
}

func TestCameAndWent(t *testing.T) {
	assert.Equal(t, "- b 1\n+ b 2\n- c", cameAndWent([]string{"a", "b 1", "c"}, []string{"a", "b 2"}))
	assert.Contains(t, cameAndWent([]string{"a", "b"}, []string{"b", "a"}), "order")
}

// A caller never has to know another module, and no release of one can change our API.
func TestNoTypesOfOtherModules(t *testing.T) {
	assert.Empty(t, borrowed(loadSelf(t)))
}

// borrowed returns the features of m that name types of neither m nor the standard library, whose import paths have no
// dot in their first element.
func borrowed(m module) []string {
	var found []string
	for _, f := range m.features() {
		for _, path := range f.imports {
			first, _, _ := strings.Cut(path, "/")
			if path != m.path && !strings.HasPrefix(path, m.path+"/") && strings.Contains(first, ".") {
				found = append(found, fmt.Sprintf("%s, of %s", f, path))
			}
		}
	}
	return found
}

func TestBorrowed(t *testing.T) {
	m, err := load(write(t, map[string]string{
		"go.mod":           "module example.com/tiny\n\ngo 1.26\n\nrequire example.org/other v0.0.0\n\nreplace example.org/other => ./other\n",
		"other/go.mod":     "module example.org/other\n\ngo 1.26\n",
		"other/other.go":   "package other\n\ntype T struct{ A int }\n",
		"a/a.go":           "package a\n\nimport (\n\t\"io\"\n\n\t\"example.com/tiny/b\"\n)\n\nfunc Ours(io.Reader) b.B { return b.B{} }\n",
		"b/b.go":           "package b\n\nimport \"example.org/other\"\n\ntype B struct{ hidden other.T }\n\nfunc (b B) Given(f func(map[string][]*other.T)) { _ = b.hidden }\n",
		"internal/in/i.go": "package in\n\nimport \"example.org/other\"\n\nvar V other.T\n",
	}))
	require.NoError(t, err)
	assert.Equal(t, []string{"pkg b, method (B) Given(func(map[string][]*example.org/other.T)), of example.org/other"}, borrowed(m))
}
