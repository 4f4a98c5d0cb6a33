package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A missing id is never passed over, wherever it stands and however the file spells it.
func TestColumnOfIDs(t *testing.T) {
	for name, c := range map[string]struct {
		csv  string
		ids  []string
		want string
	}{
		"plain":                       {"id\na\nb\n", []string{"a", "b"}, ""},
		"no end of the last line":     {"id\na\nb", []string{"a", "b"}, ""},
		"carriage returns":            {"id\r\na\r\nb\r\n", []string{"a", "b"}, ""},
		"a mark and quotes":           {"\ufeff\"id\",\"date\"\n\"a\",\"1\"\n", []string{"a"}, ""},
		"a mark":                      {"\ufeffdate,id\n1,a\n", []string{"a"}, ""},
		"an id of two lines":          {"id\n\"a\nb\"\nc\n", []string{"a\nb", "c"}, ""}, // for the library to refuse
		"quoted and empty":            {"id\n\"\"\na\n", []string{"", "a"}, ""},         // likewise
		"blank lines between rows":    {"date,id\n1,a\n\n2,b\n", []string{"a", "b"}, ""},
		"an id is missing":            {"id\na\n\nb\n", nil, "line 3: blank; an item id expected"},
		"the first is missing":        {"id\n\na\n", nil, "line 2: blank"},
		"the last is missing":         {"id\na\n\n", nil, "line 3: blank"},
		"the last two are missing":    {"id\na\r\n\r\n\r\n", nil, "line 3: blank"},
		"missing after two lines":     {"id\n\"a\nb\"\n\nc\n", nil, "line 4: blank"},
		"no column":                   {"ID\na\n", nil, `no column "id"; there are ["ID"]`},
		"a column twice":              {"id,date,id\na,1,b\n", nil, `several columns "id"`},
		"nothing":                     {"", nil, "empty; a header"},
		"a row of another length":     {"date,id\n1\n", nil, "wrong number of fields"},
		"a quotation that never ends": {"date,id\n1,\"a\n", nil, "line 2"},
	} {
		s := streams{strings.NewReader(c.csv), nil, nil}
		col := column{file: "-", name: "id"}
		ids, err := col.all(s)
		if c.want != "" {
			require.ErrorContains(t, err, c.want, name)
			continue
		}
		require.NoError(t, err, name)
		require.Equal(t, c.ids, ids, name)
		sum := sha256.Sum256([]byte(c.csv))
		require.Equal(t, hex.EncodeToString(sum[:]), string(col.digest), name)

		s.in = strings.NewReader(c.csv)
		var streamed []string
		for id, err := range col.ids(s) {
			require.NoError(t, err, name)
			streamed = append(streamed, strings.Clone(id))
		}
		require.Equal(t, c.ids, streamed, name)
	}
}

// A sorted population is compared with the commitment while it is drawn from.
func TestSortedDrawRefusesOthers(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	ours := write("ours.csv", "id\nA-1\nA-2\nA-3\nA-4\n")
	status, pending, errOut := soc2("", "sample", "commit", "--sorted", "--population", ours, "--id", "id", "--size", "2", "--context", "c", "--beacon", "dice/20d10")
	require.Equal(t, 0, status, errOut)
	draw := func(population string) (int, string, string) {
		return soc2("", "sample", "draw", "--sorted", "--commitment", write("pending.json", pending), "--dice", "31415926535897932384", "--population", population, "--id", "id")
	}
	status, drawn, errOut := draw(ours)
	require.Equal(t, 0, status, errOut)
	record := write("record.json", drawn)
	for name, c := range map[string]struct{ csv, want string }{
		"others":     {"id\nZ-1\nZ-2\nZ-3\nZ-4\n", "populationRoot differs"},
		"fewer":      {"id\nA-1\nA-2\nA-3\n", "populationSize differs"},
		"more":       {"id\nA-1\nA-2\nA-3\nA-4\nA-5\n", "more than the 4 items"},
		"descending": {"id\nA-4\nA-3\nA-2\nA-1\n", "ascending order"},
	} {
		status, out, errOut := draw(write("others.csv", c.csv))
		require.Equal(t, 2, status, name)
		require.Empty(t, out, name)
		require.Contains(t, errOut, c.want, name)
	}

	// What was handed over decides, not what the record says of itself.
	verify := []string{"sample", "verify", record, "--population", ours, "--id", "id"}
	status, out, errOut := soc2("", verify...)
	require.Equal(t, 0, status)
	require.Equal(t, "ok\n", out)
	require.Contains(t, errOut, "it shows something only to whoever was given it")
	require.Contains(t, errOut, `nobody can look up the randomness of "dice/20d10"`)
	status, out, errOut = soc2("", append(verify, "--commitment", filepath.Join(dir, "pending.json"))...)
	require.Equal(t, 0, status, errOut)
	require.Equal(t, "ok\n", out)
	require.Empty(t, errOut)
	status, out, _ = soc2("", append(verify, "--commitment", strings.Repeat("0", 64))...)
	require.Equal(t, 1, status)
	require.Contains(t, out, "commitment differs")
	status, _, errOut = soc2("", append(verify, "--commitment", "none.json")...)
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "neither 64 lowercase hexadecimal digits nor a record")
}

func TestDice(t *testing.T) {
	csv := population(t)
	args := []string{"sample", "draw", "--population", csv, "--id", "id", "--size", "3", "--reserve", "1", "--context", context, "--beacon", "dice/20d10"}
	_, digits, _ := soc2("", append(args, "--dice", "31415926535897932384")...)
	require.Contains(t, digits, "f0dbb2d5eb392bab09e2cae9db0f8662b2cc8b7923e7d0d67aaa6a1cd8eee052")
	_, coded, _ := soc2("", append(args, "--randomness", dice)...)
	require.Equal(t, digits, coded)
	for name, c := range map[string]struct {
		flags []string
		want  string
	}{
		"digits as hexadecimal": {[]string{"--randomness", "3141592653589793238462643383279502884197"}, "not ASCII digits"},
		"letters":               {[]string{"--dice", "3141592653589793238x"}, "not ASCII digits"},
		"both":                  {[]string{"--dice", "31415926535897932384", "--randomness", dice}, "exclude each other"},
	} {
		status, out, errOut := soc2("", append(args, c.flags...)...)
		require.Equal(t, 2, status, name)
		require.Empty(t, out, name)
		require.Contains(t, errOut, c.want, name)
	}
}

func TestVerifyTellsOfAnotherExport(t *testing.T) {
	csv := population(t)
	_, out, _ := soc2("", "sample", "draw", "--population", csv, "--id", "id", "--size", "2", "--context", "x", "--source", strings.Repeat("0", 64))
	status, _, errOut := soc2(out, "sample", "verify", "-", "--population", csv, "--id", "id")
	require.Equal(t, 0, status)
	require.Contains(t, errOut, "the record names the export 0000")
}

// brokenWriter is an output that takes nothing, such as a full disk.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAnswersThatAreNotWrittenFail(t *testing.T) {
	for _, args := range [][]string{
		{"sample", "size", "--risk", "0.05", "--tolerable", "0.05"},
		{"sample", "size", "--risk", "0.05", "--tolerable", "0.05", "--json"},
		{"sample", "evaluate", "--n", "25", "--deviations", "1", "--confidence", "0.9"},
		{"sample", "sql", "--dialect", "duckdb"},
		{"criteria", "show", "CC6.1"},
		{"schema", "show", "plan"},
	} {
		var errOut strings.Builder
		require.Equal(t, 2, run(args, streams{strings.NewReader(""), brokenWriter{}, &errOut}), "%v", args)
		require.Contains(t, errOut.String(), "no space left", "%v", args)
	}
}

// A line that is too long is answered in its place, as any other that cannot be answered.
func TestLongLines(t *testing.T) {
	good := `{"riskOfOverreliance":0.05,"tolerableRate":0.05,"expectedRate":0}`
	long := `{"riskOfOverreliance":0.05` + strings.Repeat(" ", maxLine) + `}`
	status, out, errOut := soc2(good+"\n"+long+"\r\n"+good+"\r\n"+long, "sample", "size", "--lines")
	require.Equal(t, 1, status, errOut)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Len(t, lines, 4)
	for i, want := range []string{`"n":59`, `"error":"a line of more than`, `"n":59`, `"error":"a line of more than`} {
		require.Contains(t, lines[i], want, "line %d", i)
	}
}
