package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSizeShowsItsCertificate(t *testing.T) {
	status, out, errOut := soc2("", "sample", "size", "--risk", "0.05", "--tolerable", "0.05", "--population", "250")
	require.Equal(t, 0, status, errOut)
	require.Equal(t, "51 items, acceptable with up to 0 deviations\nrisk of overreliance 0.047400; with one item less 0.050695\n13 deviations among 250 items stand for the tolerable rate (ceil)\n", out)

	status, out, errOut = soc2("", "sample", "size", "--risk", "0.05", "--tolerable", "0.05", "--population", "250", "--convention", "floor", "--json")
	require.Equal(t, 0, status, errOut)
	var got map[string]any
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.EqualValues(t, 55, got["n"])
	require.EqualValues(t, 12, got["tolerableDeviations"])
	require.Equal(t, "floor", got["convention"])

	status, out, _ = soc2("", "sample", "size", "--risk", "0.05", "--tolerable", "0.05", "--expected", "0.02", "--population", "12")
	require.Equal(t, 0, status, "to test every item is an answer")
	require.Contains(t, out, "test every item")
}

func TestEvaluateConcludes(t *testing.T) {
	evaluate := func(more ...string) (int, string, string) {
		return soc2("", append([]string{"sample", "evaluate", "--confidence", "0.95", "--tolerable", "0.05"}, more...)...)
	}
	status, out, errOut := evaluate("--n", "59")
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, "reliance is supported")
	_, out, _ = evaluate("--n", "25")
	require.Contains(t, out, "a fault of its planning")
	_, out, _ = evaluate("--n", "25", "--deviations", "1", "--chosen", "judgmental")
	require.Contains(t, out, "no rate of deviation in the population may be inferred")
	_, out, _ = evaluate("--n", "59", "--json")
	require.Contains(t, out, `"standing": "within"`)

	status, _, errOut = evaluate("--n", "59", "--chosen", "some")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "/choice")
	status, _, errOut = soc2("", "sample", "evaluate", "--n", "25", "--confidence", "0.9", "--chosen", "judgmental")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "--tolerable")
}
