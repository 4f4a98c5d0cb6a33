package strictjson_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// written is what a sample with little in it looks like; the same on every version of Go.
const written = `{
  "kind": "k",
  "id": "<&>\u2028",
  "text": "é\t\n\u0000\"\\` + "\u007f" + `",
  "ok": false,
  "size": -9007199254740993,
  "limit": 1e-7,
  "rate": 0.50,
  "shout": "",
  "words": [],
  "grid": [
    [],
    [
      1
    ]
  ],
  "leaf": {
    "id": "",
    "marks": []
  },
  "leaves": [
    {
      "id": "a",
      "marks": [
        "m"
      ],
      "sub": [
        {
          "id": "b",
          "marks": []
        }
      ]
    }
  ],
  "pointer": {
    "id": "",
    "marks": []
  },
  "labels": {},
  "extra": {
    "B": null,
    "a": {
      "x": [
        1.0,
        1e2,
        "\u0041\/<\u2028\u2029",
        {},
        []
      ]
    },
    "b": {}
  },
  "raw": null
}
`

func littleSample() sample {
	return sample{
		meta: meta{Kind: "k"}, ID: "<&>\u2028", Text: "é\t\n\x00\"\\\u007f", Size: -(1<<53 + 1), Limit: 1e-7, Rate: "0.50",
		Grid: [][]int64{nil, {1}}, Leaves: []leaf{{ID: "a", Marks: []string{"m"}, Sub: []leaf{{ID: "b"}}}}, Pointer: &leaf{},
		Extra: map[string]json.RawMessage{
			"b": json.RawMessage(`{}`), "a": json.RawMessage(`{"x":[1.0, 1e2,"\u0041\/<` + "\u2028\u2029" + `", { }, [ ]]}`), "B": nil,
		},
	}
}

func TestWrite(t *testing.T) {
	value := littleSample()
	var b strings.Builder
	require.NoError(t, strictjson.Write(&b, sampleTable(), value))
	require.Equal(t, written, b.String())
	require.Equal(t, littleSample(), value, "the caller's value")

	data, err := strictjson.Marshal(sampleTable(), &value)
	require.NoError(t, err)
	require.Equal(t, written, string(data))

	line, err := strictjson.MarshalLine(sampleTable(), value)
	require.NoError(t, err)
	require.Equal(t, 1, bytes.Count(line, []byte("\n")))
	require.JSONEq(t, written, string(line))
}

// TestWriteIsTheSameEverywhere writes every character, in a text and raw, and floats of every size. The digest was
// computed once; every version of Go has to arrive at it.
func TestWriteIsTheSameEverywhere(t *testing.T) {
	type characters struct {
		Texts  []string                   `json:"texts"`
		Raw    []json.RawMessage          `json:"raw"`
		Names  map[string]json.RawMessage `json:"names"`
		Floats []float64                  `json:"floats"`
	}
	value := characters{Names: map[string]json.RawMessage{}}
	for r := range unicode.MaxRune + 1 {
		if !utf8.ValidRune(r) {
			continue
		}
		value.Texts = append(value.Texts, string(r))
		if r >= ' ' && r != '"' && r != '\\' {
			value.Raw = append(value.Raw, json.RawMessage(`"`+string(r)+`"`))
		}
		if r < 0x3000 {
			value.Names[string(r)] = json.RawMessage(fmt.Sprintf(`"\u%04X"`, r))
		}
	}
	for exponent := -320; exponent <= 308; exponent++ {
		f, err := strconv.ParseFloat(fmt.Sprintf("1e%d", exponent), 64)
		require.NoError(t, err)
		value.Floats = append(value.Floats, f, -f/3, math.Nextafter(f, 0))
	}
	table := strictjson.TableOf[characters]()
	data, err := strictjson.Marshal(table, value)
	require.NoError(t, err)
	require.Equal(t, "34dad4b5e9e9d241c970396d9bab00863dd2f6d8942312799632544660a40fd3", fmt.Sprintf("%x", sha256.Sum256(data)))
	read, _, err := strictjson.Decode[characters](data, table, "characters")
	require.NoError(t, err)
	require.True(t, slices.Equal(value.Texts, read.Texts))
	require.True(t, slices.Equal(value.Floats, read.Floats))
}

func TestWriteThenRead(t *testing.T) {
	for name, doc := range map[string]string{"full": full, "little": written} {
		value, _, err := strictjson.Decode[sample]([]byte(doc), sampleTable(), "sample")
		require.NoError(t, err, name)
		data, err := strictjson.Marshal(sampleTable(), value)
		require.NoError(t, err, name)
		require.JSONEq(t, strings.ReplaceAll(doc, "1e999", "1"), strings.ReplaceAll(string(data), "1e999", "1"), name)
		again, _, err := strictjson.Decode[sample](data, sampleTable(), "sample")
		require.NoError(t, err, name)
		twice, err := strictjson.Marshal(sampleTable(), again)
		require.NoError(t, err, name)
		require.Equal(t, string(data), string(twice), name)
	}
}

func TestWriteRefuses(t *testing.T) {
	deep := leaf{}
	for range 40 {
		deep = leaf{Sub: []leaf{deep}}
	}
	round := []leaf{{}}
	round[0].Sub = round
	for _, test := range []struct {
		name string
		set  func(*sample)
		path string
		code problem.Code
	}{
		{"text", func(s *sample) { s.Text = "a\xff" }, "/text", problem.CodeUTF8},
		{"text inside", func(s *sample) { s.Leaves = []leaf{{}, {Marks: []string{"", "\xed\xa0\x80"}}} }, "/leaves/1/marks/1", problem.CodeUTF8},
		{"entry", func(s *sample) { s.Labels = map[string]string{"a/": "\xff"} }, "/labels/a~1", problem.CodeUTF8},
		{"name of an entry", func(s *sample) { s.Labels = map[string]string{"\xff": ""} }, "/labels/\ufffd", problem.CodeUTF8},
		{"own text", func(s *sample) { s.Shouts = []shout{{"\xff"}} }, "/shouts/0", problem.CodeUTF8},
		{"own JSON", func(s *sample) { s.Variant = variant{left: &leaf{ID: "\xff"}} }, "/variant", problem.CodeText},
		{"infinity", func(s *sample) { s.Limit = math.Inf(-1) }, "/limit", problem.CodeNumber},
		{"not a number", func(s *sample) { s.Limit = math.NaN() }, "/limit", problem.CodeNumber},
		{"nil pointer", func(s *sample) { s.Pointers = []*leaf{nil} }, "/pointers/0", problem.CodeNull},
		{"raw that is no JSON", func(s *sample) { s.Raw = json.RawMessage("{") }, "/raw", problem.CodeSyntax},
		{"empty raw", func(s *sample) { s.Raw = json.RawMessage{} }, "/raw", problem.CodeSyntax},
		{"two raws", func(s *sample) { s.Raw = json.RawMessage("1 2") }, "/raw", problem.CodeTrailing},
		{"raw with a name twice", func(s *sample) { s.Extra = map[string]json.RawMessage{"x": []byte(`{"a":[{"b":1,"b":2}]}`)} }, "/extra/x/a/0/b", problem.CodeDuplicate},
		{"raw that is not UTF-8", func(s *sample) { s.Raws = []json.RawMessage{[]byte("\"\xff\"")} }, "/raws/0", problem.CodeUTF8},
		{"raw too deep", func(s *sample) { s.Raw = []byte(strings.Repeat("[", 64) + strings.Repeat("]", 64)) }, "/raw" + strings.Repeat("/0", 63), problem.CodeTooDeep},
		{"raw objects too deep", func(s *sample) { s.Raw = []byte(strings.Repeat(`{"a":`, 64) + "1" + strings.Repeat("}", 64)) }, "/raw" + strings.Repeat("/a", 63), problem.CodeTooDeep},
		{"too deep", func(s *sample) { s.Leaf = deep }, "/leaf" + strings.Repeat("/sub/0", 31) + "/sub", problem.CodeTooDeep},
		{"round", func(s *sample) { s.Leaves = round }, "/leaves/0" + strings.Repeat("/sub/0", 31), problem.CodeTooDeep},
	} {
		t.Run(test.name, func(t *testing.T) {
			value := littleSample()
			test.set(&value)
			var b strings.Builder
			err := strictjson.Write(&b, sampleTable(), value)
			var p problem.Problem
			require.ErrorAs(t, err, &p)
			require.Equal(t, test.path, p.Path)
			require.Equal(t, test.code, p.Code, err)
			require.Empty(t, b.String())
		})
	}
	value := littleSample()
	value.Text, value.Limit = "\xff", math.NaN()
	_, err := strictjson.Marshal(sampleTable(), value)
	require.ErrorContains(t, err, "/text")
	require.ErrorContains(t, err, "/limit")

	value = littleSample()
	value.Labels = map[string]string{"c": "\xff", "a": "\xff", "b": "\xff"}
	_, err = strictjson.Marshal(sampleTable(), value)
	require.Regexp(t, "(?s)/labels/a.*/labels/b.*/labels/c", err.Error())
}

func TestWriteMisuse(t *testing.T) {
	for _, v := range []any{nil, 1, (*sample)(nil), tiny{}, new(*sample)} {
		require.ErrorContains(t, strictjson.Write(io.Discard, sampleTable(), v), "the table describes")
	}
}

// optional has members that are left out when zero.
type optional struct {
	Struct leaf   `json:"struct,omitzero"`
	Rate   rate   `json:"rate,omitzero"`
	Never  never  `json:"never,omitzero"`
	Slice  []leaf `json:"slice,omitzero"`
	Empty  []leaf `json:"empty,omitempty"`
	Kept   leaf   `json:"kept,omitempty"` // no struct is empty
}

// never says itself when it is zero.
type never struct {
	Marks []string `json:"marks"`
}

func (never) IsZero() bool { return false }

func TestWriteLeavesOutWhatIsZero(t *testing.T) {
	table := strictjson.TableOf[optional]()
	for want, value := range map[string]optional{
		`{"never":{"marks":[]},"kept":{"id":"","marks":[]}}`:                               {},
		`{"never":{"marks":[]},"slice":[],"kept":{"id":"","marks":[]}}`:                    {Slice: []leaf{}, Empty: []leaf{}},
		`{"struct":{"id":"","marks":[]},"never":{"marks":[]},"kept":{"id":"","marks":[]}}`: {Struct: leaf{Marks: []string{}}},
	} {
		line, err := strictjson.MarshalLine(table, value)
		require.NoError(t, err)
		require.Equal(t, want+"\n", string(line))
	}
}

// failing takes n bytes and then fails.
type failing struct {
	n     int
	err   error
	short bool
}

func (f *failing) Write(p []byte) (int, error) {
	if len(p) <= f.n {
		f.n -= len(p)
		return len(p), nil
	}
	if f.short {
		return f.n, nil
	}
	return f.n, f.err
}

func TestWriteReportsTheFirstErrorOfTheWriter(t *testing.T) {
	full := errors.New("disk full")
	for n := range len(written) + 1 {
		err := strictjson.Write(&failing{n: n, err: full}, sampleTable(), littleSample())
		short := strictjson.Write(&failing{n: n, short: true}, sampleTable(), littleSample())
		if n == len(written) {
			require.NoError(t, err)
			require.NoError(t, short)
			continue
		}
		require.ErrorIs(t, err, full)
		require.ErrorIs(t, short, io.ErrShortWrite)
	}
}
