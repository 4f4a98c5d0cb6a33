package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/examples/type2/company"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/stretchr/testify/require"
)

// files writes the engagement of the example as one file and as two.
func files(t *testing.T) (engagement, prog, fieldwork string) {
	t.Helper()
	eng, err := company.Engagement()
	require.NoError(t, err)
	dir := t.TempDir()
	var e, p, f bytes.Buffer
	require.NoError(t, report.WriteEngagement(&e, eng))
	require.NoError(t, program.Write(&p, eng.Program))
	require.NoError(t, report.WriteFieldwork(&f, eng.Fieldwork))
	write := func(name string, b []byte) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, b, 0o600))
		return name
	}
	return write("engagement.json", e.Bytes()), write("program.json", p.Bytes()), write("fieldwork.json", f.Bytes())
}

func TestValidateEachKind(t *testing.T) {
	engagement, prog, fieldwork := files(t)
	for _, args := range [][]string{{engagement}, {prog}, {fieldwork}, {"--program", prog, "--fieldwork", fieldwork}} {
		status, out, errOut := soc2("", append([]string{"validate"}, args...)...)
		require.Equal(t, 0, status, "%v: %s%s", args, out, errOut)
	}
	status, out, _ := soc2("", "validate", engagement, "--json")
	require.Equal(t, 0, status)
	require.JSONEq(t, `{"problems":[]}`, out)

	b, err := os.ReadFile(prog)
	require.NoError(t, err)
	broken := strings.Replace(string(b), `"type": "type2"`, `"type": "type3"`, 1)
	status, out, _ = soc2(broken, "validate", "-")
	require.Equal(t, 1, status, "read, and the answer is no")
	require.Contains(t, out, "/terms/type: error value-unknown")

	status, out, errOut := soc2(`{"kind":"program","Kind":"program"}`, "validate", "-")
	require.Equal(t, 2, status, "refused")
	require.Empty(t, out)
	require.Contains(t, errOut, "/Kind at byte 18: member-unknown")

	status, _, errOut = soc2(broken, "validate", "--program", "-", "--fieldwork", fieldwork)
	require.Equal(t, 1, status, errOut)
}

func TestConcludeAndReport(t *testing.T) {
	engagement, prog, fieldwork := files(t)
	status, out, errOut := soc2("", "conclude", engagement, "--json")
	require.Equal(t, 0, status, errOut)
	var tuple struct {
		Description, Design, Operating string
		NoReport                       []string
		Criteria                       []struct{ ID string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &tuple))
	require.Equal(t, "unmodified unmodified qualified", tuple.Description+" "+tuple.Design+" "+tuple.Operating)
	require.Len(t, tuple.Criteria, 38)
	require.Empty(t, tuple.NoReport)

	status, parts, _ := soc2("", "conclude", "--program", prog, "--fieldwork", fieldwork, "--json")
	require.Equal(t, 0, status)
	require.Equal(t, out, parts, "one file or two: the same conclusions")

	status, out, _ = soc2("", "conclude", engagement, "--why", "CC6.2")
	require.Equal(t, 0, status)
	require.Contains(t, out, "exceeds the tolerable")
	status, _, errOut = soc2("", "conclude", engagement, "--why", "P1.1")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "not in scope")

	b, err := os.ReadFile(engagement)
	require.NoError(t, err)
	broken := strings.Replace(string(b), `"type": "type2"`, `"type": "type3"`, 1)
	status, out, _ = soc2(broken, "conclude", "-")
	require.Equal(t, 1, status, "the record has errors")
	require.Contains(t, out, "undecided")
	status, _, errOut = soc2("", "conclude", engagement, "--json", "--why", "CC6.2")
	require.Equal(t, 2, status)
	require.Contains(t, errOut, "--why")

	for format, want := range map[string]string{"html": "<!DOCTYPE html>", "markdown": "# SOC 2 type 2 report", "json": `"kind": "deliverable"`} {
		name := filepath.Join(t.TempDir(), "report."+format)
		status, out, errOut = soc2("", "report", engagement, "--kind", "type2", "--format", format, "-o", name)
		require.Equal(t, 0, status, errOut)
		require.Empty(t, out)
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Contains(t, strings.ToLower(string(b)), strings.ToLower(want), format)
		status, out, _ = soc2("", "report", engagement, "--kind", "type2", "--format", format)
		require.Equal(t, 0, status)
		require.Equal(t, string(b), out, "the file and standard output hold the same")
	}
	for _, args := range [][]string{{"--kind", "type1"}, {"--kind", "type9"}, {}, {"--kind", "type2", "--format", "pdf"}} {
		name := filepath.Join(t.TempDir(), "report")
		status, out, _ = soc2("", append([]string{"report", engagement, "-o", name}, args...)...)
		require.Equal(t, 2, status, "%v", args)
		require.Empty(t, out)
		require.NoFileExists(t, name, "nothing half-written")
	}
}
