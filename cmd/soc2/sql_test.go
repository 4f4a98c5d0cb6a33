package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// From the query of the population to the query of the sample, with what a database would do between them left out.
func TestSelectWhereItLies(t *testing.T) {
	in := []string{"--dialect", "duckdb", "--table", "changes", "--id", "id"}
	status, before, errOut := soc2("", append([]string{"sample", "sql"}, in...)...)
	require.Equal(t, 0, status, errOut)
	require.Contains(t, before, "-- check: ")
	require.Contains(t, before, "-- sorted: ")
	require.NotContains(t, before, "-- selected: ", "there is no record yet")

	// What the query of the sorted population writes as CSV.
	dir := t.TempDir()
	csv, pending, record := filepath.Join(dir, "sorted.csv"), filepath.Join(dir, "pending.json"), filepath.Join(dir, "record.json")
	require.NoError(t, os.WriteFile(csv, []byte("id\nA-01\nA-02\nA-03\nA-04\nA-05\nA-06\nA-07\nA-08\nA-09\nA-10\n"), 0o600))
	population := []string{"--population", csv, "--id", "id", "--sorted"}
	run := func(args ...string) string {
		t.Helper()
		status, out, errOut := soc2("", args...)
		require.Equal(t, 0, status, errOut)
		return out
	}
	run(append([]string{"sample", "commit", "--size", "3", "--reserve", "1", "--context", context, "--beacon", "dice/20d10", "-o", pending}, population...)...)
	run(append([]string{"sample", "draw", "--commitment", pending, "--randomness", dice, "-o", record}, population...)...)
	require.Equal(t, "ok\n", run(append([]string{"sample", "verify", record}, population...)...))

	sql := append([]string{"sample", "sql"}, in...)
	selected := run(append(sql, "--query", "selected", record)...)
	require.Contains(t, selected, "f0dbb2d5eb392bab09e2cae9db0f8662b2cc8b7923e7d0d67aaa6a1cd8eee052", "the seed of the protocol's first vector")
	require.True(t, strings.HasSuffix(selected, ";\n"), selected)
	require.Equal(t, selected, run(append(sql, "--query", "selected", "--randomness", dice, pending)...))
	require.Contains(t, run(append(sql, record)...), selected)
	require.Contains(t, before, run(append(sql, "--query", "sorted")...))
	require.Contains(t, before, run(append(sql, "--query", "check", record)...))
	require.NotEqual(t, selected, run("sample", "sql", record, "--dialect", "postgres", "--table", "changes", "--id", "id", "--query", "selected"))

	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no dialect":            {[]string{"--table", "t", "--id", "c"}, "one of postgres, duckdb expected"},
		"no table":              {[]string{"--dialect", "duckdb", "--table", "", "--id", "c"}, "name of the table"},
		"no such query":         {append(in, "--query", "every"), "one of check, sorted, selected, all"},
		"selected of nothing":   {append(in, "--query", "selected"), "RECORD"},
		"selected of pending":   {append(in, "--query", "selected", pending), "--randomness"},
		"randomness of nothing": {append(in, "--randomness", dice), "RECORD"},
		"randomness twice":      {append(in, "--randomness", dice, record), "holds randomness already"},
		"half a byte":           {append(in, "--randomness", "abc", pending), "--randomness"},
		"two records":           {append(in, pending, record), "unexpected argument"},
		"no such record":        {append(in, filepath.Join(dir, "none.json")), "none.json"},
	} {
		status, out, errOut := soc2("", append([]string{"sample", "sql"}, c.args...)...)
		require.Equal(t, 2, status, name)
		require.Empty(t, out, name)
		require.Contains(t, errOut, c.want, name)
	}
}

func TestSortedPopulationRefuses(t *testing.T) {
	commit := []string{"sample", "commit", "--size", "1", "--context", "c", "--beacon", "dice/20d10", "--sorted"}
	for in, want := range map[string]string{
		"id\nb\na\n":     "item 1: before the item before it",
		"id\na\na\n":     "item 1: the same identifier",
		"name\na\n":      `no column "id"`,
		"id\na\n\"b":     "item 1",
		"id\n":           "no items",
		"":               "header",
		"id,x\na,1\nb\n": "wrong number of fields",
	} {
		status, out, errOut := soc2(in, append(commit, "--population", "-", "--id", "id")...)
		require.Equal(t, 2, status, in)
		require.Empty(t, out)
		require.Contains(t, errOut, want)
	}
	_, _, errOut := soc2("", commit...)
	require.Contains(t, errOut, "--population")
	status, _, errOut := soc2("id\na\n", "sample", "draw", "--sorted", "--population", "-", "--id", "id", "--size", "1", "--context", "c")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "sample commit first")

	// A changed row shows as another root.
	_, pending, _ := soc2("id\na\nb\n", append(commit, "--population", "-", "--id", "id")...)
	name := filepath.Join(t.TempDir(), "pending.json")
	require.NoError(t, os.WriteFile(name, []byte(pending), 0o600))
	status, out, _ := soc2("id\na\nc\n", "sample", "verify", "--sorted", name, "--population", "-", "--id", "id")
	require.Equal(t, 1, status)
	require.Contains(t, out, "populationRoot")
	for _, draw := range [][]string{{"--sorted"}, {}} {
		status, out, errOut := soc2("id\na\n", append([]string{"sample", "draw", "--commitment", name, "--randomness", dice, "--population", "-", "--id", "id"}, draw...)...)
		require.Equal(t, 2, status, "an item is missing: %v", draw)
		require.Empty(t, out)
		require.Contains(t, errOut, "populationSize")
	}
}
