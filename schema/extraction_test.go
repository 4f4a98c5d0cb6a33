package schema_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema"
)

func TestWithoutNulls(t *testing.T) {
	for in, want := range map[string]string{
		` { "a" : null , "b" : 1.10 } `: `{"b":1.10}`,
		`{"a":null}`:                    `{}`,
		`{"period":{"from":null,"to":null},"x":[{"a":null}],"e":{},"n":{"m":{"k":null}}}`: `{"x":[{}],"e":{}}`,
		`{"a":{"b":null,"c":[null,{"d":null,"e":"null"}]},"f":null}`:                      `{"a":{"c":[null,{"e":"null"}]}}`,
		`null`: `null`,
		`[]`:   `[]`,
		`{"nu\u006cl":"\u00e9","z":12345678901234567890}`: `{"nu\u006cl":"\u00e9","z":12345678901234567890}`,
	} {
		got, err := schema.WithoutNulls([]byte(in))
		require.NoError(t, err, in)
		require.Equal(t, want, string(got), in)
	}
	for _, in := range []string{``, `{`, `{"a":1,"a":2}`, `{} {}`, "\"\xff\""} {
		_, err := schema.WithoutNulls([]byte(in))
		var refused *problem.ReadError
		require.True(t, errors.As(err, &refused), "%q: %v", in, err)
	}
}
