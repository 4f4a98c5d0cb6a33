package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEveryVerbExplainsItself(t *testing.T) {
	status, out, _ := soc2("")
	require.Equal(t, 0, status)
	for _, v := range verbs() {
		require.Contains(t, out, "soc2 "+v.name)
		status, _, errOut := soc2("", append(strings.Fields(v.name), "-h")...)
		require.Equal(t, 0, status, v.name)
		require.Contains(t, errOut, v.example, v.name)
	}
}

func TestUnknownVerb(t *testing.T) {
	status, out, errOut := soc2("", "sample", "guess")
	require.Equal(t, 2, status)
	require.Empty(t, out)
	require.Contains(t, errOut, "sample guess")
}

func TestCriteriaList(t *testing.T) {
	for category, want := range map[string]int{"": 61, "security": 33, "security,availability": 36, "privacy": 51} {
		args := []string{"criteria", "list", "--json"}
		if category != "" {
			args = append(args, "--category", category)
		}
		status, out, errOut := soc2("", args...)
		require.Equal(t, 0, status, errOut)
		var list []map[string]any
		require.NoError(t, json.Unmarshal([]byte(out), &list))
		require.Len(t, list, want, category)
		require.Equal(t, "CC1.1", list[0]["id"])
	}
	status, _, errOut := soc2("", "criteria", "list", "--category", "safety")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "safety")
}

func TestCriteriaShow(t *testing.T) {
	status, out, _ := soc2("", "criteria", "show", "CC6.1")
	require.Equal(t, 0, status)
	require.Contains(t, out, "CC6.1")
	status, _, errOut := soc2("", "criteria", "show", "CC9.9")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "CC9.9")
}

func TestCriteriaRecognize(t *testing.T) {
	status, out, _ := soc2("SOC2-CC6.1\nCC9.9\n\n", "criteria", "recognize", "--lines")
	require.Equal(t, 0, status)
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	require.Len(t, lines, 3)
	require.Contains(t, lines[0], `"ids":["CC6.1"]`)
	require.Contains(t, lines[1], `"ids":[]`)
	require.Contains(t, lines[1], "CC9.2")
	require.Contains(t, lines[2], `"ids":[]`)
}
