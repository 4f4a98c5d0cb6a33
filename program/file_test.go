package program_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
)

// A program of a newer minor version is refused strictly, read leniently with all that was skipped listed, and not written
// back.
func TestNewerMinorVersion(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, program.Write(&b, soundProgram(func(p *program.Program) { p.Controls[0].Owner = "" })))
	want, _, err := program.Read(bytes.NewReader(b.Bytes()), nil)
	require.NoError(t, err)
	want.SchemaVersion = "1.1"
	newer := strings.NewReplacer(
		`"schemaVersion": "1.0"`, `"schemaVersion": "1.1"`,
		`"id": "AC-02"`, `"id": "AC-02", "reviewers": [{"name": "Ada"}]`,
		`"id": "acme-2026"`, `"language": "en", "id": "acme-2026"`,
	).Replace(b.String())

	_, _, err = program.Read(strings.NewReader(newer), nil)
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Len(t, refused.Faults, 2)
	require.True(t, refused.Has(problem.CodeUnknown))

	got, problems, err := program.Read(strings.NewReader(newer), &problem.ReadOptions{Lenient: true})
	require.NoError(t, err)
	require.Equal(t, want, got)
	var found []string
	for _, p := range problems {
		found = append(found, p.Path+" "+string(p.Severity)+" "+string(p.Code))
	}
	require.Equal(t, []string{
		"/schemaVersion warning schema-version",
		"/controls/0/owner warning owner-missing",
		"/language warning member-unknown",
		"/controls/1/reviewers warning member-unknown",
	}, found, "what was skipped comes last")

	b.Reset()
	err = program.Write(&b, got)
	var lossy problem.Problem
	require.ErrorAs(t, err, &lossy)
	require.Equal(t, problem.CodeSchemaVersion, lossy.Code)
	require.Equal(t, "/schemaVersion", lossy.Path)
	require.ErrorContains(t, err, "program: cannot be written: ")
	require.Zero(t, b.Len(), "nothing is written")
}

// What says nothing new, or nothing that can be told, is written as it is: a draft has to be kept somewhere.
func TestVersionsThatAreWritten(t *testing.T) {
	for _, version := range []string{"", "1.0", "0.9", "one", "1.1.0"} {
		var b bytes.Buffer
		require.NoError(t, program.Write(&b, program.Program{SchemaVersion: version}), version)
		got, problems, err := program.Read(&b, nil)
		require.NoError(t, err, version)
		require.Equal(t, version, got.SchemaVersion)
		require.True(t, problems.HasErrors())
	}
}
