package record_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// What reading and writing say of a document's schema version in a module that knows 1.2.
func TestSchemaVersions(t *testing.T) {
	const fine, look, wrong = "", problem.Warning, problem.Error
	for _, test := range []struct {
		version  string
		header   problem.Severity
		writable bool
	}{
		{"1.2", fine, true},
		{"1.1", fine, true},
		{"1.0", fine, true},
		{"1.3", look, false},
		{"1.10", look, false},
		{"1.999999999", look, false},
		{"2.0", wrong, false},
		{"2.2", wrong, false},
		{"10.0", wrong, false},
		{"0.9", wrong, true},
		{"0.3", wrong, true},

		{"", wrong, true},
		{"1", wrong, true},
		{"1.", wrong, true},
		{".3", wrong, true},
		{"1.3.0", wrong, true},
		{"1.03", wrong, true},
		{"01.3", wrong, true},
		{"1.+3", wrong, true},
		{"1.-3", wrong, true},
		{"1.1000000000", wrong, true},
		{" 1.3", wrong, true},
		{"1.3\n", wrong, true},
		{"1,3", wrong, true},
		{"v1.3", wrong, true},
		{"1.\u0663", wrong, true},
		{"1." + strings.Repeat("9", 1000), wrong, true},
	} {
		found := record.Header("program", "program", test.version, "1.2")
		var refused problem.List
		record.Writable(&refused, "/program/schemaVersion", test.version, "1.2")
		if test.header == fine {
			require.Empty(t, found, test.version)
		} else {
			require.Len(t, found, 1, test.version)
			require.Equal(t, problem.Problem{Path: "/schemaVersion", Code: problem.CodeSchemaVersion, Severity: test.header, Message: found[0].Message}, found[0], test.version)
			require.Contains(t, found[0].Message, "1.2")
		}
		if test.writable {
			require.Empty(t, refused, test.version)
			continue
		}
		require.Len(t, refused, 1, test.version)
		require.Equal(t, problem.Problem{Path: "/program/schemaVersion", Code: problem.CodeSchemaVersion, Severity: wrong, Message: refused[0].Message}, refused[0])
		require.Contains(t, refused[0].Message, test.version+" is newer than 1.2")
	}
}

func TestHeaderReportsTheKind(t *testing.T) {
	found := record.Header("programme", "program", "1.1", "1.0")
	require.Len(t, found, 2)
	require.Equal(t, problem.CodeKind, found[0].Code)
	require.Equal(t, "/kind", found[0].Path)
	require.Equal(t, problem.Error, found[0].Severity)
	require.Equal(t, problem.Warning, found[1].Severity)
}
