package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// soc2 runs the command and returns its exit status and what it wrote.
func soc2(stdin string, args ...string) (status int, out, errOut string) {
	var o, e bytes.Buffer
	status = run(args, streams{strings.NewReader(stdin), &o, &e})
	return status, o.String(), e.String()
}

// population writes a CSV file of the items, in another order than that of the protocol.
func population(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("date,id\n")
	for i := 10; i >= 1; i-- {
		fmt.Fprintf(&b, "2026-01-%02d,A-%02d\n", i, i)
	}
	name := filepath.Join(t.TempDir(), "population.csv")
	require.NoError(t, os.WriteFile(name, []byte(b.String()), 0o600))
	return name
}

const (
	context = "ENG-2025-014/CC6.1/access-review/T1"
	dice    = "3331343135393236353335383937393332333834" // the ASCII digits 31415926535897932384
)

// The first vector of the protocol, through the command: commitment, draw, verification.
func TestCommitDrawVerify(t *testing.T) {
	csv := population(t)
	dir := t.TempDir()
	pending, record := filepath.Join(dir, "pending.json"), filepath.Join(dir, "record.json")

	status, _, errOut := soc2("", "sample", "commit", "--population", csv, "--id", "id", "--size", "3", "--reserve", "1", "--context", context, "--beacon", "dice/20d10", "-o", pending)
	require.Equal(t, 0, status, errOut)
	status, _, errOut = soc2("", "sample", "draw", "--commitment", pending, "--randomness", dice, "--population", csv, "--id", "id", "-o", record)
	require.Equal(t, 0, status, errOut)

	var got map[string]any
	b, err := os.ReadFile(record)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &got))
	require.Equal(t, "662dfe5449704600627c3b72029980f3b6bbbfb3d1e5edff927b60f3916422e4", got["commitment"])
	require.Equal(t, "f0dbb2d5eb392bab09e2cae9db0f8662b2cc8b7923e7d0d67aaa6a1cd8eee052", got["seed"])
	require.Equal(t, []any{"A-09", "A-03", "A-10"}, got["sample"])
	require.Equal(t, []any{"A-02"}, got["reserve"])
	require.Equal(t, true, got["committedBeforehand"])

	status, out, _ := soc2("", "sample", "verify", record, "--population", csv, "--id", "id")
	require.Equal(t, 0, status)
	require.Equal(t, "ok\n", out)

	changed := strings.Replace(string(b), `"A-03"`, `"A-04"`, 1)
	require.NotEqual(t, string(b), changed)
	require.NoError(t, os.WriteFile(record, []byte(changed), 0o600))
	status, out, _ = soc2("", "sample", "verify", record, "--population", csv, "--id", "id")
	require.Equal(t, 1, status)
	require.Contains(t, out, "sample[1]")
}

func TestDrawInOneGo(t *testing.T) {
	csv := population(t)
	status, out, errOut := soc2("", "sample", "draw", "--population", csv, "--id", "id", "--size", "2", "--context", "x")
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, `"beacon": "nonce/cli"`)
	require.NotContains(t, out, "committedBeforehand", "nothing shows that the commitment came first")

	status, again, errOut := soc2(out, "sample", "verify", "-", "--population", csv, "--id", "id")
	require.Equal(t, 0, status, again+errOut)
}

// A commitment alone is no selection.
func TestVerifyOfACommitment(t *testing.T) {
	csv := population(t)
	_, pending, _ := soc2("", "sample", "commit", "--population", csv, "--id", "id", "--size", "3", "--context", context, "--beacon", "dice/20d10")
	status, out, _ := soc2(pending, "sample", "verify", "-", "--population", csv, "--id", "id")
	require.Equal(t, 1, status)
	require.Contains(t, out, "nothing is drawn yet")
}

func TestPopulationWithByteOrderMark(t *testing.T) {
	status, out, errOut := soc2("\ufeffid,x\na,1\nb,2\n", "sample", "commit", "--population", "-", "--id", "id", "--size", "1", "--context", "x", "--beacon", "dice/20d10")
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, `"populationSize": 2`)
}

func TestDrawRefuses(t *testing.T) {
	csv := population(t)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"no population":     {[]string{"--size", "2", "--context", "x"}, "--population"},
		"no such column":    {[]string{"--population", csv, "--id", "ID", "--size", "2", "--context", "x"}, `no column "ID"`},
		"larger than all":   {[]string{"--population", csv, "--id", "id", "--size", "11", "--context", "x"}, "the population holds 10"},
		"no context":        {[]string{"--population", csv, "--id", "id", "--size", "2"}, "context"},
		"beacon alone":      {[]string{"--population", csv, "--id", "id", "--size", "2", "--context", "x", "--beacon", "dice/20d10"}, "together"},
		"half a byte":       {[]string{"--population", csv, "--id", "id", "--size", "2", "--context", "x", "--beacon", "b", "--randomness", "abc"}, "--randomness"},
		"twice in the list": {[]string{"--population", "-", "--id", "id", "--size", "1", "--context", "x"}, "the same identifier"},
		"unknown flag":      {[]string{"--sizes", "2"}, "sizes"},
		"argument too many": {[]string{"--population", csv, "--id", "id", "--size", "2", "--context", "x", "more"}, `"more"`},
	} {
		status, out, errOut := soc2("id\na\na\n", append([]string{"sample", "draw"}, c.args...)...)
		require.Equal(t, 2, status, name)
		require.Empty(t, out, name)
		require.Contains(t, errOut, c.want, name)
	}
}

func TestSizeAnswersLinesInOrder(t *testing.T) {
	in := `{"model":"binomial","riskOfOverreliance":0.05,"tolerableRate":"0.05","expectedRate":0}
{"model":"hypergeometric","riskOfOverreliance":"0.05","tolerableRate":0.05,"expectedRate":0,"population":250}
{"model":"hypergeometric","riskOfOverreliance":"0.05","tolerableRate":0.05,"expectedRate":0,"population":4,"convention":"floor"}
{"risk":0.05}
not JSON
{"model":"binomial","riskOfOverreliance":0.10,"tolerableRate":0.05,"expectedRate":0.035}
`
	status, out, _ := soc2(in, "sample", "size", "--lines")
	require.Equal(t, 1, status, "two lines could not be answered")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 6)
	require.Contains(t, lines[0], `"n":59,"acceptance":0`)
	require.Contains(t, lines[1], `"n":51,"acceptance":0`)
	require.Contains(t, lines[2], `"n":null,"reason":`)
	require.Contains(t, lines[3], `"error":`)
	require.Contains(t, lines[3], "/risk")
	require.Contains(t, lines[4], `"error":`)
	require.Contains(t, lines[5], `"n":400,"acceptance":14`, "float arithmetic gives 423")
}

func TestEvaluate(t *testing.T) {
	status, out, errOut := soc2("", "sample", "evaluate", "--n", "25", "--deviations", "1", "--confidence", "0.9", "--json")
	require.Equal(t, 0, status, errOut)
	var got map[string]float64
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.InDelta(t, 0.147, got["upperLimit"], 0.0005)

	status, out, _ = soc2(`{"model":"hypergeometric","n":25,"deviations":0,"confidence":0.9,"population":250}`+"\n", "sample", "evaluate", "--lines")
	require.Equal(t, 0, status)
	require.Contains(t, out, `"upperCount":20`)
}
