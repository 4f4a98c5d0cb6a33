package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The messages are those of apidiff, of which TestCompare sees some made.
func TestParseReport(t *testing.T) {
	m := module{path: "example.com/tiny"}
	for message, want := range map[string]change{
		"F: removed":                                                  {"a/b.F", "removed"},
		"F: changed from func() to func(int)":                         {"a/b.F", "changed from func() to func(int)"},
		"T.A: changed from int to string":                             {"a/b.T.A", "changed from int to string"},
		"T.M: removed":                                                {"a/b.T.M", "removed"},
		"(*T).M: removed":                                             {"a/b.T.M", "removed"},
		"(*Pair[K, V]).M: removed":                                    {"a/b.Pair.M", "removed"},
		"T: old is comparable, new is not":                            {"a/b.T", "old is comparable, new is not"},
		"T, element type: changed from a to b":                        {"a/b.T", "changed from a to b"},
		`C: value changed from "x: y" to "z"`:                         {"a/b.C", `value changed from "x: y" to "z"`},
		"./c.T.A: removed":                                            {"a/b/c.T.A", "removed"},
		"example.com/tiny/calendar.T.A: removed":                      {"calendar.T.A", "removed"},
		"example.org/other.T.A: removed":                              {"example.org/other.T.A", "removed"},
		"T.M, method set of *U: removed":                              {"a/b.U.M", "removed"},
		"example.com/tiny/calendar.(*T).M, method set of *U: removed": {"a/b.U.M", "removed"},
		"example.com/tiny/calendar.Set[K, V].M, method set of *U[A, B]: removed": {"a/b.U.M", "removed"},
	} {
		changes, err := parseReport("- "+message+"\n", m, "a/b")
		require.NoError(t, err, message)
		assert.Equal(t, []change{want}, changes, message)
	}
	changes, err := parseReport("- F: removed\n- G: removed\n", m, ".")
	require.NoError(t, err)
	assert.Equal(t, []change{{"F", "removed"}, {"G", "removed"}}, changes)
	none, err := parseReport("", m, "a")
	require.NoError(t, err)
	assert.Empty(t, none)
	for _, line := range []string{"Incompatible changes:", "- F removed", "F: removed", ""} {
		_, err := parseReport("- F: removed\n"+line+"\n", m, "a")
		assert.ErrorContains(t, err, "unexpected line", "%q", line)
	}
}
