package strictjson_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
)

func TestDecimalText(t *testing.T) {
	for in, want := range map[string]string{`0.10`: "0.10", `1e-2`: "1e-2", `"0.10"`: "0.10", `"text"`: "text", `null`: "", `12345678901234567890.5`: "12345678901234567890.5"} {
		got, err := strictjson.DecimalText([]byte(in))
		require.NoError(t, err, in)
		require.Equal(t, want, got, in)
	}
	for _, in := range []string{``, `true`, `[]`, `{}`, `"open`} {
		_, err := strictjson.DecimalText([]byte(in))
		require.Error(t, err, in)
	}
}
