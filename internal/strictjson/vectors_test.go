package strictjson_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// vectors is Nicolas Seriot's JSONTestSuite: y_ is JSON, n_ is not, i_ is up to the reader.
const vectors = "../../../shared/data/vectors/json/test_parsing"

// ours are the outcomes that the suite leaves open or that differ from it; "" is accepted.
var ours = map[string]problem.Code{
	"y_object_duplicated_key.json":           problem.CodeDuplicate,
	"y_object_duplicated_key_and_value.json": problem.CodeDuplicate,

	"i_number_double_huge_neg_exp.json":                   "",
	"i_number_huge_exp.json":                              "",
	"i_number_neg_int_huge_exp.json":                      "",
	"i_number_pos_double_huge_exp.json":                   "",
	"i_number_real_neg_overflow.json":                     "",
	"i_number_real_pos_overflow.json":                     "",
	"i_number_real_underflow.json":                        "",
	"i_number_too_big_neg_int.json":                       "",
	"i_number_too_big_pos_int.json":                       "",
	"i_number_very_big_negative_int.json":                 "",
	"i_object_key_lone_2nd_surrogate.json":                problem.CodeUTF8,
	"i_string_1st_surrogate_but_2nd_missing.json":         problem.CodeUTF8,
	"i_string_1st_valid_surrogate_2nd_invalid.json":       problem.CodeUTF8,
	"i_string_UTF-16LE_with_BOM.json":                     problem.CodeSyntax,
	"i_string_UTF-8_invalid_sequence.json":                problem.CodeUTF8,
	"i_string_UTF8_surrogate_U+D800.json":                 problem.CodeUTF8,
	"i_string_incomplete_surrogate_and_escape_valid.json": problem.CodeUTF8,
	"i_string_incomplete_surrogate_pair.json":             problem.CodeUTF8,
	"i_string_incomplete_surrogates_escape_valid.json":    problem.CodeUTF8,
	"i_string_invalid_lonely_surrogate.json":              problem.CodeUTF8,
	"i_string_invalid_surrogate.json":                     problem.CodeUTF8,
	"i_string_invalid_utf-8.json":                         problem.CodeUTF8,
	"i_string_inverted_surrogates_U+1D11E.json":           problem.CodeUTF8,
	"i_string_iso_latin_1.json":                           problem.CodeUTF8,
	"i_string_lone_second_surrogate.json":                 problem.CodeUTF8,
	"i_string_lone_utf8_continuation_byte.json":           problem.CodeUTF8,
	"i_string_not_in_unicode_range.json":                  problem.CodeUTF8,
	"i_string_overlong_sequence_2_bytes.json":             problem.CodeUTF8,
	"i_string_overlong_sequence_6_bytes.json":             problem.CodeUTF8,
	"i_string_overlong_sequence_6_bytes_null.json":        problem.CodeUTF8,
	"i_string_truncated-utf-8.json":                       problem.CodeUTF8,
	"i_string_utf16BE_no_BOM.json":                        problem.CodeSyntax,
	"i_string_utf16LE_no_BOM.json":                        problem.CodeSyntax,
	"i_structure_500_nested_arrays.json":                  problem.CodeTooDeep,
	"i_structure_UTF-8_BOM_empty_object.json":             problem.CodeSyntax,
}

// floats are the vectors of numbers that a float64 cannot hold; the others it takes.
var floats = map[string]bool{
	"i_number_huge_exp.json": true, "i_number_neg_int_huge_exp.json": true, "i_number_pos_double_huge_exp.json": true,
	"i_number_real_neg_overflow.json": true, "i_number_real_pos_overflow.json": true, "i_number_real_underflow.json": true,
	"i_number_double_huge_neg_exp.json": true,
}

func TestVectors(t *testing.T) {
	files, err := filepath.Glob(vectors + "/*.json")
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("the test vectors are not beside this checkout: " + vectors)
	}
	require.Len(t, files, 318)
	left := len(ours)
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			want, pinned := ours[name]
			if pinned {
				left--
			}
			value, err := decodeRaw[json.RawMessage](data)
			_, errArray := decodeRaw[[]json.RawMessage](data)
			_, errObject := decodeRaw[map[string]json.RawMessage](data)
			switch {
			case want != "":
				require.True(t, has(err, want), err)
			case name[0] == 'n':
				require.Error(t, err)
			default:
				require.True(t, pinned || name[0] == 'y', "a vector of no known sort")
				require.NoError(t, err)
				require.Equal(t, strings.Trim(string(data), " \t\r\n"), string(value))
				first := strings.TrimSpace(string(data))[0]
				require.Equal(t, first == '[', errArray == nil, errArray)
				require.Equal(t, first == '{', errObject == nil, errObject)
			}
			if err != nil {
				require.Zero(t, value)
				require.Error(t, errArray)
				require.Error(t, errObject)
			}
			if strings.HasPrefix(name, "i_number") {
				_, err := decodeRaw[[]float64](data)
				require.Equal(t, floats[name], has(err, problem.CodeNumber), err)
				_, err = decodeRaw[[]int64](data)
				require.True(t, has(err, problem.CodeNumber), err)
			}
		})
	}
	require.Zero(t, left, "pinned outcomes of vectors that are not there")
}

// decodeRaw decodes data through a table of its own.
func decodeRaw[T any](data []byte) (T, error) {
	value, _, err := strictjson.Decode[T](data, strictjson.TableOf[T](), "vector")
	return value, err
}

// has reports whether err is a ReadError with a fault of the given code.
func has(err error, code problem.Code) bool {
	refused, ok := err.(*problem.ReadError)
	return ok && refused.Has(code)
}
