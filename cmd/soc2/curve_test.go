package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCurve(t *testing.T) {
	plan := []string{"sample", "curve", "--risk", "0.05", "--tolerable", "0.05", "--expected", "0.01"}
	status, out, errOut := soc2("", plan...)
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, "93 items, acceptable with up to 1 deviation\n\n")
	require.Contains(t, out, "\n        0.050000                   0.049976      0.950024\n")
	require.Len(t, strings.Split(strings.TrimSpace(out), "\n"), 3+31)

	status, out, errOut = soc2("", append(plan, "--steps", "3", "--json")...)
	require.Equal(t, 0, status, errOut)
	var got struct {
		Plan   map[string]any
		Size   map[string]any
		Points []map[string]float64
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.EqualValues(t, 0.05, got.Plan["tolerableRate"])
	require.EqualValues(t, 93, got.Size["n"])
	require.Len(t, got.Points, 4)
	require.InDelta(t, got.Size["achievedRisk"], got.Points[1]["acceptance"], 1e-12)

	file := filepath.Join(t.TempDir(), "curve.svg")
	status, out, errOut = soc2("", append(plan, "--svg", file)...)
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, "93 items")
	drawing, err := os.ReadFile(file)
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(drawing), "<svg "))
	require.Contains(t, string(drawing), "Risk of overreliance 4.998")
	status, out, _ = soc2("", append(plan, "--svg", "-")...)
	require.Equal(t, 0, status)
	require.Equal(t, string(drawing), out)
}

func TestCurveThatIsNone(t *testing.T) {
	status, out, _ := soc2("", "sample", "curve", "--risk", "0.05", "--tolerable", "0.05", "--expected", "0.02", "--population", "12")
	require.Equal(t, 0, status, "to test every item is an answer")
	require.Contains(t, out, "test every item")
	file := filepath.Join(t.TempDir(), "curve.svg")
	status, out, _ = soc2("", "sample", "curve", "--risk", "0.05", "--tolerable", "0.05", "--expected", "0.02", "--population", "12", "--json", "--svg", file)
	require.Equal(t, 0, status)
	require.Contains(t, out, `"points": []`)
	require.NoFileExists(t, file)

	status, _, _ = soc2("", "sample", "curve", "--risk", "0.05", "--tolerable", "0.05", "--steps", "0", "--svg", file)
	require.Equal(t, 2, status)
	require.NoFileExists(t, file, "nothing is written where not all can be")

	for _, args := range [][]string{{"--tolerable", "0.05"}, {"--risk", "0.05", "--tolerable", "5%"}, {"--risk", "0.05", "--tolerable", "0.05", "--steps", "0"}, {"--risk", "0.05", "--tolerable", "0.05", "x"}} {
		status, out, errOut := soc2("", append([]string{"sample", "curve"}, args...)...)
		require.Equal(t, 2, status, args)
		require.Empty(t, out, args)
		require.NotEmpty(t, errOut, args)
	}
}

func TestEvaluateDraws(t *testing.T) {
	file := filepath.Join(t.TempDir(), "interval.svg")
	evaluate := func(more ...string) (int, string, string) {
		return soc2("", append([]string{"sample", "evaluate", "--confidence", "0.95", "--n", "25", "--svg", file}, more...)...)
	}
	status, out, errOut := evaluate("--tolerable", "0.05", "--deviations", "1", "--chosen", "judgmental")
	require.Equal(t, 0, status, errOut)
	require.Contains(t, out, "no rate of deviation in the population may be inferred")
	drawing, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Contains(t, string(drawing), "Nothing may be inferred")

	status, _, errOut = evaluate()
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "--tolerable")
	status, _, errOut = evaluate("--lines")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "no other flag")

	status, out, _ = evaluate("--tolerable", "0.05", "--svg", filepath.Join(file, "none", "x.svg"))
	require.Equal(t, 2, status)
	require.Empty(t, out)
}
