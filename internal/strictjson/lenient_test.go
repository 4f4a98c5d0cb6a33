package strictjson_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/problem"
)

// readLeniently reads data into a T and skips the members that T does not have.
func readLeniently[T any](data []byte, table *strictjson.Table) (T, problem.List, error) {
	return strictjson.Read[T](bytes.NewReader(data), table, "lenient", &problem.ReadOptions{Lenient: true})
}

func ExampleRead_lenient() {
	table := strictjson.TableOf[owner]()
	const doc = `{"name": "Ada", "pronouns": "she/her", "teams": []}`
	value, problems, err := strictjson.Read[owner](strings.NewReader(doc), table, "owner", &problem.ReadOptions{Lenient: true})
	fmt.Println(value.Name, err)
	fmt.Print(problems)
	// Output:
	// Ada <nil>
	// /pronouns: warning member-unknown: strictjson_test.owner has no such member; it was skipped
}

func TestSkippedMembers(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		skipped   []string
	}{
		{"none", `{"id":"a"}`, nil},
		{"one", `{"id":"a","idd":"b"}`, []string{"/idd"}},
		{"each kind of value", `{"n1":null,"n2":true,"n3":1e999,"n4":"","n5":[[],{}],"n6":{"a":{"b":1}},"id":"a"}`,
			[]string{"/n1", "/n2", "/n3", "/n4", "/n5", "/n6"}},
		{"at every depth", `{"id":"a","list":[{"x":1,"id":""},{"id":"","list":[{"id":"","y":1}]}],"z":0}`,
			[]string{"/list/0/x", "/list/1/list/0/y", "/z"}},
		{"not below one that is skipped", `{"id":"a","x":{"id":1,"y":{"z":[{}]}}}`, []string{"/x"}},
		{"not in a map or free JSON", `{"id":"a","tags":{"x":""},"any":{"y":0}}`, nil},
		{"slash and tilde", `{"id":"a","a/b~":0,"":1}`, []string{"/a~1b~0", "/"}},
		{"escaped", `{"id":"a","\u0078\n":0}`, []string{"/x\n"}},
		{"names of values", `{"id":"a","ids":"id","kip":"skip","\u0131d":0,"\u0130d":0}`, []string{"/ids", "/kip", "/ıd", "/İd"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			value, problems, err := readLeniently[tiny]([]byte(test.doc), tinyTable())
			require.NoError(t, err)
			require.Equal(t, "a", value.ID)
			var skipped []string
			for _, p := range problems {
				require.Equal(t, problem.CodeUnknown, p.Code)
				require.Equal(t, problem.Warning, p.Severity)
				require.Contains(t, p.Message, "strictjson_test.tiny has no such member")
				skipped = append(skipped, p.Path)
			}
			require.Equal(t, test.skipped, skipped)
			require.False(t, problems.HasErrors())
		})
	}
}

// What lenient reading refuses beside what every document is refused for, and says about members that it would skip.
func TestLenientRefuses(t *testing.T) {
	const unknown, duplicate = problem.CodeUnknown, problem.CodeDuplicate
	deep := strings.Repeat("[", 64) + strings.Repeat("]", 64)
	many := strings.TrimSuffix(objectOf(100), "}")[1:] // more names than are compared one by one
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"other case", `{"id":"a","ID":"b"}`, []string{at("/ID", 10, unknown)}},
		{"other case, twice", `{"id":"a","ID":"b","ID":"b"}`, []string{at("/ID", 10, unknown), at("/ID", 19, unknown)}},
		{"long s", `{"id":"a","ſkip":"b"}`, []string{at("/ſkip", 10, unknown)}},
		{"kelvin sign, escaped", `{"id":"a","s\u212aip":"b"}`, []string{at("/s\u212aip", 10, unknown)}},
		{"other case inside", `{"id":"a","x":1,"list":[{"id":"","Tags":{}}]}`, []string{at("/list/0/Tags", 33, unknown)}},
		{"skipped twice", `{"id":"a","x":1,"x":2}`, []string{at("/x", 16, duplicate)}},
		{"skipped three times by escapes", `{"x":1,"id":"a","\u0078":{"x":1},"x":3}`, []string{at("/x", 16, duplicate), at("/x", 33, duplicate)}},
		{"skipped in two objects", `{"id":"a","x":1,"list":[{"id":"","x":1},{"id":"","x":2}]}`, nil},
		{"skipped around and after", `{"id":"a","x":{"x":1,"y":1},"list":[{"id":"","x":{}}],"y":1,"x":2}`, []string{at("/x", 60, duplicate)}},
		{"one of many twice", `{"id":"a",` + many + `,"name0000042":1}`, []string{at("/name0000042", int64(len(many))+11, duplicate)}},
		{"known twice", `{"x":1,"id":"a","id":"b"}`, []string{at("/id", 16, duplicate)}},
		{"twice inside one that is skipped", `{"id":"a","x":{"y":1,"y":1}}`, []string{at("/x/y", 21, duplicate)}},
		{"missing", `{"x":1}`, []string{at("/id", 6, problem.CodeMissing)}},
		{"null", `{"x":null,"id":null}`, []string{at("/id", 15, problem.CodeNull)}},
		{"wrong type", `{"x":1,"id":1}`, []string{at("/id", 12, problem.CodeType)}},
		{"number", `{"x":1,"id":"","n":1.5}`, []string{at("/n", 19, problem.CodeNumber)}},
		{"refused by its type", `{"x":1,"id":"","shout":"a"}`, []string{at("/shout", 23, problem.CodeText)}},
		{"unknown inside a type of its own", `{"id":"","x":1,"var":{"left":{"id":"","marks":[],"y":1}}}`, []string{at("/var/left/y", 49, unknown)}},
		{"name that is not UTF-8", "{\"id\":\"\",\"i\xff\":1}", []string{at("/i\ufffd", 11, problem.CodeUTF8)}},
		{"value that is not UTF-8", "{\"id\":\"\",\"x\":[\"\xff\"]}", []string{at("/x/0", 15, problem.CodeUTF8)}},
		{"too deep", `{"id":"","x":` + deep + `}`, []string{at("/x"+strings.Repeat("/0", 63), 76, problem.CodeTooDeep)}},
		{"no value", `{"id":"","x":}`, []string{at("/x", 13, problem.CodeSyntax)}},
		{"behind", `{"id":"","x":1}{}`, []string{at("", 15, problem.CodeTrailing)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			value, problems, err := readLeniently[tiny]([]byte(test.doc), tinyTable())
			require.Equal(t, test.want, faultsOf(err))
			if test.want != nil {
				require.Empty(t, problems)
				require.Zero(t, value)
			}
		})
	}
	const doc = `{"id":"","x":1}`
	_, _, err := strictjson.Read[tiny](strings.NewReader(doc), tinyTable(), "tiny", &problem.ReadOptions{Lenient: true, MaxBytes: int64(len(doc)) - 1})
	require.True(t, has(err, problem.CodeTooLarge), err)
}

// However many members are skipped, the list stays bounded and nothing graver is lost behind them.
func TestSkippedMembersAreCapped(t *testing.T) {
	const n = 3000
	doc := `{"id":"","list":[` + strings.Repeat(`{"id":"","x":1},`, n) + `{"id":"\u0000"}]}`
	_, problems, err := readLeniently[tiny]([]byte(doc), tinyTable())
	require.NoError(t, err)
	require.Len(t, problems, problem.MaxKept+1)
	require.Equal(t, problem.CodeTextUnsafe, problems[0].Code, "what is wrong comes first")
	require.Equal(t, "/list/0/x", problems[1].Path)
	require.Equal(t, "/list/998/x", problems[problem.MaxKept-1].Path)
	require.Equal(t, problem.Problem{Code: problem.CodeMore, Severity: problem.Warning, Message: "2001 more problems are not shown"}, problems[problem.MaxKept])

	long := strings.Repeat("~", 1<<19)
	doc = `{"id":"","1` + long + `":0,"2` + long + `":0,"3` + long + `":0}`
	_, problems, err = readLeniently[tiny]([]byte(doc), tinyTable())
	require.NoError(t, err)
	require.Len(t, problems, 2)
	require.Equal(t, problem.Problem{Code: problem.CodeMore, Severity: problem.Warning, Message: "2 more problems are not shown"}, problems[1])
}

func TestGather(t *testing.T) {
	skipped := func(n int) (l problem.List) {
		for i := range n {
			l.Warnf(problem.Pointer(i), problem.CodeUnknown, "skipped")
		}
		return l
	}
	var wrong problem.List
	wrong.Errorf("/id", "e", "wrong")
	require.Nil(t, strictjson.Gather())
	require.Nil(t, strictjson.Gather(nil, problem.List{}))
	require.Equal(t, slices.Concat(wrong, wrong), strictjson.Gather(wrong, nil, wrong))
	require.Equal(t, slices.Concat(wrong, wrong, skipped(2), skipped(1)), strictjson.Gather(slices.Concat(wrong, skipped(2)), skipped(1), wrong))

	full := strictjson.Gather(skipped(problem.MaxKept+3), wrong)
	require.Equal(t, wrong[0], full[0], "an error does not go missing behind what was skipped")
	require.Len(t, full, problem.MaxKept+1)
	require.Equal(t, "4 more problems are not shown", full[problem.MaxKept].Message)
	again := strictjson.Gather(full, wrong)
	require.Equal(t, slices.Concat(wrong, wrong), again[:2])
	require.Equal(t, "5 more problems are not shown", again[problem.MaxKept].Message)
	require.Equal(t, problem.Warning, again[problem.MaxKept].Severity)
}

// fuzzLenient holds lenient reading of data against strict reading, which gave value, problems and err.
func fuzzLenient[T any](t *testing.T, data []byte, table *strictjson.Table, value T, problems problem.List, err error) {
	lenient, found, lenientErr := readLeniently[T](data, table)
	if err == nil {
		if lenientErr != nil || !reflect.DeepEqual(lenient, value) || !reflect.DeepEqual(found, problems) {
			t.Fatalf("strict reading gives %+v, %v; lenient %+v, %v, %v", value, problems, lenient, found, lenientErr)
		}
		return
	}
	var strict *problem.ReadError
	errors.As(err, &strict)
	if lenientErr != nil {
		if len(found) > 0 || !reflect.ValueOf(&lenient).Elem().IsZero() {
			t.Fatalf("%T: refused, but there are a value and problems", lenient)
		}
		for _, f := range strict.Faults {
			if f.Code != problem.CodeUnknown && !slices.Contains(faultsOf(lenientErr), at(f.Path, f.Offset, f.Code)) {
				t.Fatalf("%T: %v is no fault for lenient reading: %v", lenient, f, lenientErr)
			}
		}
		return
	}
	var refused, skipped []string
	for _, f := range strict.Faults {
		if f.Code != problem.CodeUnknown {
			t.Fatalf("%T: read leniently in spite of %v", lenient, f)
		}
		refused = append(refused, f.Path)
	}
	stripped := data
	var others problem.List
	for _, p := range found {
		switch {
		case p.Code == problem.CodeMore:
			return
		case p.Code == problem.CodeUnknown:
			skipped = append(skipped, p.Path)
			if stripped, err = corrupt.Without(stripped, p.Path); err != nil || p.Severity != problem.Warning {
				t.Fatalf("%T: %v: %v", lenient, p, err)
			}
		case !slices.ContainsFunc(strict.Faults, func(f problem.Fault) bool { return strings.HasPrefix(p.Path, f.Path+"/") || p.Path == f.Path }):
			others = append(others, p)
		}
	}
	if !slices.Equal(refused, skipped) {
		t.Fatalf("%T: strict reading refuses %q, lenient skips %q", lenient, refused, skipped)
	}
	again, atRest, err := strictjson.Decode[T](stripped, table, "fuzz")
	if err != nil || !reflect.DeepEqual(again, lenient) || !slices.Equal(atRest, others) {
		t.Fatalf("%+v, %v; without %q: %+v, %v, %v", lenient, others, skipped, again, atRest, err)
	}
}
