package strictjson_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/problem"
)

func TestEveryCorruptionOfEveryFieldIsRefused(t *testing.T) {
	valid, problems, err := strictjson.Decode[sample]([]byte(full), sampleTable(), "sample")
	require.NoError(t, err)
	require.Empty(t, problems)

	docs, err := corrupt.New(sampleTable().Type(), []byte(full))
	require.NoError(t, err)
	require.Empty(t, docs.Uncovered())
	byCode := map[problem.Code]int{}
	additions := 0
	for c := range docs.All() {
		value, problems, err := strictjson.Decode[sample](c.Document, sampleTable(), "sample")
		require.NoError(t, c.Verify(err))
		require.Zero(t, value, c.Name)
		require.Empty(t, problems, c.Name)
		byCode[c.Code]++

		value, problems, err = readLeniently[sample](c.Document, sampleTable())
		require.NoError(t, c.VerifyLenient(problems, err))
		if c.Addition {
			require.Equal(t, valid, value, c.Name)
			additions++
		} else {
			require.Zero(t, value, c.Name)
		}
	}
	require.Greater(t, additions, 30)
	t.Log(byCode)
	for _, code := range []problem.Code{problem.CodeDuplicate, problem.CodeUnknown, problem.CodeMissing, problem.CodeNull, problem.CodeType, problem.CodeNumber} {
		require.Greater(t, byCode[code], 5, code)
	}
}
