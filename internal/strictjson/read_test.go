package strictjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// tiny has few members, so that documents can be written out.
type tiny struct {
	ID    string            `json:"id"`
	N     int64             `json:"n,omitempty"`
	Skip  string            `json:"skip,omitempty"`
	List  []tiny            `json:"list,omitempty"`
	Tags  map[string]string `json:"tags,omitempty"`
	Any   json.RawMessage   `json:"any,omitempty"`
	Rate  rate              `json:"rate,omitzero"`
	Shout shout             `json:"shout,omitzero"`
	Var   variant           `json:"var,omitzero"`
	F     float64           `json:"f,omitempty"`
	I8    int8              `json:"i8,omitempty"`
	OK    bool              `json:"ok,omitempty"`
}

var tinyTable = sync.OnceValue(strictjson.TableOf[tiny])

// at says where a fault is, without its message.
func at(path string, offset int64, code problem.Code) string {
	return fmt.Sprintf("%s at %d: %s", path, offset, code)
}

// faultsOf returns the faults in err as at says them.
func faultsOf(err error) []string {
	var refused *problem.ReadError
	if !errors.As(err, &refused) {
		return nil
	}
	var list []string
	for _, f := range refused.Faults {
		list = append(list, at(f.Path, f.Offset, f.Code))
	}
	return list
}

func TestFaults(t *testing.T) {
	const (
		syntax, notUTF8, trailing = problem.CodeSyntax, problem.CodeUTF8, problem.CodeTrailing
		duplicate, unknown        = problem.CodeDuplicate, problem.CodeUnknown
		missing, null, typ        = problem.CodeMissing, problem.CodeNull, problem.CodeType
		number, text              = problem.CodeNumber, problem.CodeText
	)
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"empty", ``, []string{at("", 0, syntax)}},
		{"white space", " \n", []string{at("", 2, syntax)}},
		{"byte order mark", "\ufeff{}", []string{at("", 0, syntax)}},
		{"no-break space", "{\u00a0\"id\":\"\"}", []string{at("", 1, syntax)}},
		{"bare word", `nil`, []string{at("", 0, null), at("", 1, syntax)}},
		{"member without value", `{"id":}`, []string{at("/id", 6, syntax)}},
		{"member without colon", `{"id" "a"}`, []string{at("", 6, syntax)}},
		{"name without quotes", `{id:"a"}`, []string{at("", 1, syntax)}},
		{"comma at the end", `{"id":"a",}`, []string{at("", 10, syntax)}},
		{"comma at the end of an array", `{"id":"a","list":[{"id":""},]}`, []string{at("/list/1", 28, syntax)}},
		{"no comma in an array", `{"id":"a","any":[1 2]}`, []string{at("/any", 19, syntax)}},
		{"no comma in an object", `{"id":"a" "n":1}`, []string{at("", 10, syntax)}},
		{"cut in a string", `{"id":"a`, []string{at("/id", 8, syntax)}},
		{"cut in a name", `{"id`, []string{at("", 4, syntax)}},
		{"cut in an escape", `{"id":"\u00`, []string{at("/id", 11, syntax)}},
		{"cut after a backslash", `{"id":"\`, []string{at("/id", 8, syntax)}},
		{"no such escape", `{"id":"\x41"}`, []string{at("/id", 8, syntax)}},
		{"no hexadecimal digit", `{"id":"\u00g0"}`, []string{at("/id", 11, syntax)}},
		{"raw control character", "{\"id\":\"a\tb\"}", []string{at("/id", 8, syntax)}},
		{"raw NUL", "{\"id\":\"a\x00b\"}", []string{at("/id", 8, syntax)}},
		{"cut in a word", `{"ok":tru}`, []string{at("/ok", 9, syntax)}},
		{"leading zero", `{"n":01}`, []string{at("", 6, syntax)}},
		{"plus sign", `{"n":+1}`, []string{at("/n", 5, syntax)}},
		{"fraction without digits", `{"f":1.}`, []string{at("/f", 7, syntax)}},
		{"exponent without digits", `{"f":1e+}`, []string{at("/f", 8, syntax)}},
		{"minus sign alone", `{"n":-}`, []string{at("/n", 6, syntax)}},
		{"two documents", `{"id":"a"}{"id":"b"}`, []string{at("", 10, trailing)}},
		{"bracket too many", `{"id":"a"} }`, []string{at("", 11, trailing)}},
		{"NUL behind", "{\"id\":\"a\"}\n\x00", []string{at("", 11, trailing)}},

		{"byte that is not UTF-8", "{\"id\":\"ab\xff\"}", []string{at("/id", 9, notUTF8)}},
		{"surrogate as bytes", "{\"id\":\"\xed\xa0\x80\"}", []string{at("/id", 7, notUTF8)}},
		{"overlong", "{\"id\":\"\xc0\xaf\"}", []string{at("/id", 7, notUTF8)}},
		{"half a pair", `{"id":"a\ud800"}`, []string{at("/id", 8, notUTF8)}},
		{"low half", `{"id":"a\udc00b"}`, []string{at("/id", 8, notUTF8)}},
		{"two high halves", `{"id":"\ud800\ud800\udc00"}`, []string{at("/id", 7, notUTF8)}},
		{"once for each string", "{\"id\":\"\xff\xff\",\"skip\":\"\xff\"}", []string{at("/id", 7, notUTF8), at("/skip", 19, notUTF8)}},
		{"name that is not UTF-8", "{\"id\":\"\",\"i\xff\":1}", []string{at("/i\ufffd", 11, notUTF8)}},
		{"not UTF-8 in any", "{\"id\":\"\",\"any\":{\"a\":[\"\xff\"]}}", []string{at("/any/a/0", 22, notUTF8)}},

		{"twice", `{"id":"a","id":"b"}`, []string{at("/id", 10, duplicate)}},
		{"three times", `{"id":"a","id":"b","id":"c"}`, []string{at("/id", 10, duplicate), at("/id", 19, duplicate)}},
		{"twice by an escape", `{"id":"a","\u0069d":"b"}`, []string{at("/id", 10, duplicate)}},
		{"twice in a map", `{"id":"a","tags":{"x":"","y":"","\u0078":""}}`, []string{at("/tags/x", 32, duplicate)}},
		{"twice in any", `{"id":"a","any":[{"x":{"y":1,"y":2}}]}`, []string{at("/any/0/x/y", 29, duplicate)}},
		{"twice in any, both escaped", `{"id":"a","any":{"\u0041\n":1,"A\u000a":2}}`, []string{at("/any/A\n", 30, duplicate)}},
		{"twice by a surrogate pair", `{"id":"a","any":{"𝄞":1,"\ud834\udd1e":2}}`, []string{at("/any/𝄞", 26, duplicate)}},
		{"empty name twice", `{"id":"a","any":{"":1,"":2}}`, []string{at("/any/", 22, duplicate)}},
		{"same names in other objects", `{"id":"a","any":[{"x":{"x":1},"y":{"x":1}},{"x":1}]}`, nil},

		{"same name around and after", `{"id":"a","any":{"a":{"b":1,"c":{"a":1}},"b":2,"c":3}}`, nil},
		{"every white space", "\r\n\t {\r\n\t \"id\"\r\n\t :\r\n\t \"a\"\r\n\t ,\"any\":[\r\n\t ]\r\n\t }\r\n\t ", nil},

		{"unknown", `{"id":"a","idd":"b"}`, []string{at("/idd", 10, unknown)}},
		{"other case", `{"id":"a","ID":"b"}`, []string{at("/ID", 10, unknown)}},
		{"long s", `{"id":"a","ſkip":"b"}`, []string{at("/ſkip", 10, unknown)}},
		{"kelvin sign", `{"id":"a","s\u212aip":"b"}`, []string{at("/s\u212aip", 10, unknown)}},
		{"other case and missing", `{"Id":"a"}`, []string{at("/Id", 1, unknown), at("/id", 9, missing)}},
		{"unknown with slash and tilde", `{"id":"a","a/b~":{"n":null}}`, []string{at("/a~1b~0", 10, unknown)}},
		{"twice below an unknown", `{"id":"a","x":{"y":1,"y":1}}`, []string{at("/x", 10, unknown), at("/x/y", 21, duplicate)}},

		{"missing", `{ }`, []string{at("/id", 2, missing)}},
		{"missing inside", `{"id":"a","list":[{"id":"b"},{"n":1}]}`, []string{at("/list/1/id", 35, missing)}},

		{"null", `{"id":null}`, []string{at("/id", 6, null)}},
		{"null document", `null`, []string{at("", 0, null)}},
		{"null element", `{"id":"a","list":[null]}`, []string{at("/list/0", 18, null)}},
		{"null entry", `{"id":"a","tags":{"x":null}}`, []string{at("/tags/x", 22, null)}},
		{"null in any", `{"id":"a","any":null}`, nil},
		{"null for a type of its own", `{"id":"a","rate":null,"shout":null,"var":null}`,
			[]string{at("/rate", 17, null), at("/shout", 30, null), at("/var", 41, null)}},

		{"wrong types", `{"id":1,"n":"1","list":{},"tags":[],"ok":0,"f":"1"}`,
			[]string{at("/id", 6, typ), at("/n", 12, typ), at("/list", 23, typ), at("/tags", 33, typ), at("/ok", 41, typ), at("/f", 47, typ)}},
		{"wrong document", `[]`, []string{at("", 0, typ)}},
		{"wrong kind for a type of its own", `{"id":"a","rate":[],"shout":1,"var":""}`,
			[]string{at("/rate", 17, typ), at("/shout", 28, typ), at("/var", 36, typ)}},

		{"int as fraction", `{"id":"","n":1.0}`, []string{at("/n", 13, number)}},
		{"int with exponent", `{"id":"","n":1e3}`, []string{at("/n", 13, number)}},
		{"largest int", `{"id":"","n":9223372036854775807,"i8":-128}`, nil},
		{"int too large", `{"id":"","n":9223372036854775808,"i8":128}`, []string{at("/n", 13, number), at("/i8", 38, number)}},
		{"int too small", `{"id":"","n":-9223372036854775809,"i8":-129}`, []string{at("/n", 13, number), at("/i8", 39, number)}},
		{"int far too large", `{"id":"","n":` + strings.Repeat("9", 1000) + `}`, []string{at("/n", 13, number)}},
		{"float too large", `{"id":"","f":1.8e308}`, []string{at("/f", 13, number)}},
		{"long float too large", `{"id":"","f":` + strings.Repeat("9", 400) + `}`, []string{at("/f", 13, number)}},
		{"float that vanishes", `{"id":"","f":1e-400}`, []string{at("/f", 13, number)}},
		{"float that is zero", `{"id":"","f":0.0e-400}`, nil},
		{"largest float", `{"id":"","f":1.7976931348623157e308}`, nil},

		{"refused by its type", `{"id":"","rate":1e3,"shout":"a","list":[{"id":"","rate":"x"}]}`,
			[]string{at("/rate", 16, number), at("/shout", 28, text), at("/list/0/rate", 56, text)}},
		{"refused inside its type", `{"id":"","var": {"left":{"id":"","marks":[1],"ID":""}}}`,
			[]string{at("/var/left/marks/0", 42, typ), at("/var/left/ID", 45, unknown)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			value, problems, err := strictjson.Decode[tiny]([]byte(test.doc), tinyTable(), "tiny")
			require.Equal(t, test.want, faultsOf(err))
			require.Empty(t, problems)
			if test.want == nil {
				require.NoError(t, err)
				return
			}
			require.Zero(t, value)
		})
	}
}

func TestUnknownNamesTheNearest(t *testing.T) {
	for _, name := range []string{"SKIP", "\u017fkip", "s\u212aip"} {
		_, _, err := strictjson.Decode[tiny]([]byte(`{"id":"","`+name+`":""}`), tinyTable(), "tiny")
		require.ErrorContains(t, err, `it is spelled "skip"`)
	}
	_, _, err := strictjson.Decode[tiny]([]byte(`{"id":"","skipp":""}`), tinyTable(), "tiny")
	require.NotContains(t, err.Error(), "spelled")
}

// open has a decoder that does not say what it takes.
type open string

func (o *open) UnmarshalJSON(data []byte) error { *o = open(data); return nil }
func (o open) MarshalJSON() ([]byte, error)     { return []byte(o), nil }

func TestDecoderWithoutKinds(t *testing.T) {
	table := strictjson.TableOf[[]open]()
	value, _, err := strictjson.Decode[[]open]([]byte(`[1,"",true,{},[null]]`), table, "open")
	require.NoError(t, err)
	require.Equal(t, "[null]", string(value[4]))
	_, _, err = strictjson.Decode[[]open]([]byte(`[null]`), table, "open")
	require.Equal(t, []string{at("/0", 1, problem.CodeNull)}, faultsOf(err))
	_, err = strictjson.Marshal(table, []open{open("null")})
	require.ErrorContains(t, err, "/0: error value-null")
}

func TestNumbersArriveExactly(t *testing.T) {
	got, _, err := strictjson.Decode[tiny]([]byte(`{"id":"","n":9007199254740993,"rate":0.30,"f":0.1,"i8":-0}`), tinyTable(), "tiny")
	require.NoError(t, err)
	require.Equal(t, tiny{N: 1<<53 + 1, Rate: "0.30", F: 0.1}, got)
}

func TestEveryFaultIsCounted(t *testing.T) {
	const n = 5000
	doc := `{"id":"","list":[` + strings.Repeat(`{},`, n) + `{}]}`
	_, _, err := strictjson.Decode[tiny]([]byte(doc), tinyTable(), "tiny")
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "tiny", refused.Document)
	require.Len(t, refused.Faults, problem.MaxKept)
	require.Equal(t, n+1-problem.MaxKept, refused.More)
	require.Equal(t, "/list/999/id", refused.Faults[999].Path)
}

func TestManyNames(t *testing.T) {
	names := []string{"name0000000", "name0000007", "name0000014", `\u006eame0000003`}
	for _, n := range []int{15, 16, 17, 18, 1000, 1e6} {
		object := objectOf(n)
		for _, name := range names[min(n/1e5, 3):] {
			doc := strings.TrimSuffix(object, "}") + `,"` + name + `":1,"other":{"name0000000":0}}`
			_, err := decodeRaw[json.RawMessage]([]byte(doc))
			require.Equal(t, []string{at("/"+strings.Replace(name, `\u006e`, "n", 1), int64(len(object)), problem.CodeDuplicate)}, faultsOf(err))
		}
		_, err := decodeRaw[json.RawMessage]([]byte(object))
		require.NoError(t, err)
		_, err = decodeRaw[map[string]json.RawMessage]([]byte(object))
		require.NoError(t, err)
	}
}

func TestDepth(t *testing.T) {
	for _, test := range []struct{ name, open, close string }{
		{"arrays", "[", "]"},
		{"objects", `{"a":`, "}"},
		{"both", `[{"a":`, "}]"},
	} {
		levels := strings.Count(test.open, "[") + strings.Count(test.open, "{")
		nested := func(depth int) []byte {
			n := depth / levels
			return []byte(strings.Repeat(test.open, n) + strings.Repeat("[", depth%levels) + "1" +
				strings.Repeat("]", depth%levels) + strings.Repeat(test.close, n))
		}
		t.Run(test.name, func(t *testing.T) {
			_, err := decodeRaw[json.RawMessage](nested(64))
			require.NoError(t, err)
			for _, depth := range []int{65, 1e4, 5e6} {
				_, err := decodeRaw[json.RawMessage](nested(depth))
				require.True(t, has(err, problem.CodeTooDeep), "%d levels: %v", depth, err)
				require.Len(t, err.(*problem.ReadError).Faults, 1)
				require.EqualValues(t, bytes.LastIndexAny(nested(65), "[{"), err.(*problem.ReadError).Faults[0].Offset)
			}
		})
	}
	// A type that contains itself is as deep.
	list := func(n int) []byte {
		return []byte(strings.Repeat(`{"id":"","list":[`, n) + strings.Repeat("]}", n))
	}
	_, _, err := strictjson.Decode[tiny](list(32), tinyTable(), "tiny")
	require.NoError(t, err)
	_, _, err = strictjson.Decode[tiny](list(33), tinyTable(), "tiny")
	require.True(t, has(err, problem.CodeTooDeep), err)
}

func TestLimit(t *testing.T) {
	const doc = `{"id":"0123456789"}`
	for limit, refused := range map[int64]bool{
		0: false, 1: true, int64(len(doc)) - 1: true, int64(len(doc)): false, int64(len(doc)) + 1: false, math.MaxInt64: false,
	} {
		r := &counter{r: io.MultiReader(strings.NewReader(doc), endless{})}
		if !refused {
			r.r = strings.NewReader(doc)
		}
		_, _, err := strictjson.Read[tiny](r, tinyTable(), "tiny", &problem.ReadOptions{MaxBytes: limit})
		if refused {
			require.Equal(t, []string{at("", limit, problem.CodeTooLarge)}, faultsOf(err))
			require.Equal(t, limit+1, r.n, "bytes read")
		} else {
			require.NoError(t, err)
		}
	}
	_, _, err := strictjson.Read[tiny](strings.NewReader(doc), tinyTable(), "tiny", &problem.ReadOptions{MaxBytes: -1})
	require.ErrorContains(t, err, "MaxBytes is -1")
}

// endless gives spaces for ever.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

// counter counts what is read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func TestReaders(t *testing.T) {
	const doc = `{"id":"a"}`
	for name, r := range map[string]io.Reader{
		"one byte": iotest.OneByteReader(strings.NewReader(doc)),
		"with EOF": iotest.DataErrReader(strings.NewReader(doc)),
	} {
		value, _, err := strictjson.Read[tiny](r, tinyTable(), "tiny", nil)
		require.NoError(t, err, name)
		require.Equal(t, tiny{ID: "a"}, value, name)
	}
	broken := errors.New("broken")
	for i := range len(doc) + 1 {
		r := io.MultiReader(strings.NewReader(doc[:i]), iotest.ErrReader(broken))
		value, _, err := strictjson.Read[tiny](r, tinyTable(), "tiny", nil)
		require.ErrorIs(t, err, broken)
		require.Zero(t, value)
	}
}

func TestMisuse(t *testing.T) {
	_, _, err := strictjson.Read[tiny](nil, tinyTable(), "tiny", nil)
	require.Error(t, err)
	_, _, err = strictjson.Decode[tiny](nil, tinyTable(), "tiny")
	require.True(t, has(err, problem.CodeSyntax))
	for _, table := range []*strictjson.Table{nil, new(strictjson.Table), sampleTable()} {
		_, _, err := strictjson.Decode[tiny]([]byte(`{"id":""}`), table, "tiny")
		require.ErrorContains(t, err, "the table describes")
		_, err = strictjson.Marshal(table, tiny{})
		require.ErrorContains(t, err, "the table describes")
	}
}

func TestSharedTable(t *testing.T) {
	table := strictjson.TableOf[sample]()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				value, _, err := strictjson.Decode[sample]([]byte(full), table, "sample")
				if err != nil {
					t.Error(err)
				}
				if err := strictjson.Write(io.Discard, table, value); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
}

func TestUnsafeTexts(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", `a b`, ""},
		{"tab and line feed", `a\tb\nc`, ""},
		{"carriage return and line feed", `a\r\nb\r\u000a`, ""},
		{"other languages", `Übersicht, 試験, עברית, 🙂, \u200d`, ""},
		{"NUL", `a\u0000`, "U+0000"},
		{"backspace", `a\b`, "U+0008"},
		{"escape", `\u001b[31m`, "U+001B"},
		{"carriage return", `a\rb`, "U+000D"},
		{"carriage return before an escape", `a\r\tb`, "U+000D"},
		{"carriage return at the end", `a\r`, "U+000D"},
		{"carriage return and line feed apart", `a\rb\n`, "U+000D"},
		{"two carriage returns", `a\r\r\n`, "U+000D"},
		{"delete", "a\x7f", "U+007F"},
		{"C1 control", "a\u0085", "U+0085"},
		{"override", "a\u202eb", "U+202E"},
		{"embedding", `a\u202ab`, "U+202A"},
		{"isolate", `a\u2066b`, "U+2066"},
		{"end of isolate", `a\u2069b`, "U+2069"},
		{"beside overrides", "\u2029\u202f\u2065\u206a\u00a0", ""},
		{"the first", `a\u2069b\u0000`, "U+2069"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := `{"id":"` + test.text + `","any":{"k":["","` + test.text + `"]}}`
			_, problems, err := strictjson.Decode[tiny]([]byte(doc), tinyTable(), "tiny")
			require.NoError(t, err)
			if test.want == "" {
				require.Empty(t, problems)
				return
			}
			require.Len(t, problems, 2)
			for i, path := range []string{"/id", "/any/k/1"} {
				require.Equal(t, path, problems[i].Path)
				require.Equal(t, problem.CodeTextUnsafe, problems[i].Code)
				require.Equal(t, problem.Error, problems[i].Severity)
				require.Contains(t, problems[i].Message, test.want+",")
			}
		})
	}
}

func TestUnsafeTextsAreCapped(t *testing.T) {
	const n = 3000
	texts := func(n int) []byte { return []byte(`["\u0000"` + strings.Repeat(`,"\u0000"`, n-1) + `]`) }
	_, got, err := strictjson.Decode[[]string](texts(n), strictjson.TableOf[[]string](), "texts")
	require.NoError(t, err)
	var want problem.List
	for i := range n {
		want.Errorf(problem.Pointer(i), problem.CodeTextUnsafe, "%s", got[0].Message)
	}
	require.Equal(t, want.Capped(), got)
}
