package corrupt_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/problem"
)

type base struct {
	Kind string `json:"kind"`
}

type task struct {
	base
	ID    string            `json:"id"`
	Size  int64             `json:"size,omitempty"`
	Parts []task            `json:"parts,omitempty"`
	Next  *task             `json:"next,omitempty"`
	Tags  map[string]string `json:"tags,omitempty"`
	Any   json.RawMessage   `json:"any,omitempty"`
}

func ExampleDocuments() {
	type owner struct {
		Name  string   `json:"name"`
		Teams []string `json:"teams,omitempty"`
	}
	docs, err := corrupt.New(reflect.TypeFor[owner](), []byte(`{"name":"Ada"}`))
	if err != nil {
		fmt.Println(err)
	}
	fmt.Println("not covered:", docs.Uncovered())
	for c := range docs.All() {
		fmt.Printf("%-16s %3d %s\n", c.Code, c.Offset, c.Document)
	}
	// Output:
	// not covered: [corrupt_test.owner.teams corrupt_test.owner.teams[]]
	// value-type         8 {"name":{}}
	// value-type         8 {"name":[]}
	// value-type         8 {"name":0}
	// value-type         8 {"name":true}
	// value-null         8 {"name":null}
	// member-duplicate  14 {"name":"Ada","name":"Ada"}
	// member-unknown    14 {"name":"Ada","Name":"Ada"}
	// member-unknown    14 {"name":"Ada","NAME":"Ada"}
	// member-unknown    14 {"name":"Ada","name.unknown":"Ada"}
	// member-missing     1 {}
}

func TestUncovered(t *testing.T) {
	const all = "corrupt_test.task."
	for _, test := range []struct {
		name, doc string
		want      []string
	}{
		{"nothing", `{}`, []string{"kind", "id", "size", "parts", "parts[]", "next", "tags", "tags[]", "any"}},
		{"empty slice and map", `{"kind":"","id":"","parts":[],"tags":{},"any":null}`, []string{"size", "parts[]", "next", "tags[]"}},
		{"spread over several objects", `{"next":{"kind":"","size":1},"parts":[{"id":""},{"tags":{"a":""}}],"any":1}`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			docs, err := corrupt.New(reflect.TypeFor[task](), []byte(test.doc))
			require.NoError(t, err)
			var want []string
			for _, name := range test.want {
				want = append(want, all+name)
			}
			require.Equal(t, want, docs.Uncovered())
		})
	}
}

func TestEachCaseHasItsOneFault(t *testing.T) {
	const valid = " {\n \"kind\" : \"a\" ,\n \"id\" : \"{,}\" , \"parts\" : [ { \"id\" : \"b\" , \"kind\":\"\" } ],\"any\":[1 , 2], \"tags\":{\"a/b\":\"\"} } \n"
	table := strictjson.TableOf[task]()
	_, _, err := strictjson.Decode[task]([]byte(valid), table, "task")
	require.NoError(t, err)
	docs, err := corrupt.New(table.Type(), []byte(valid))
	require.NoError(t, err)
	seen := map[string]bool{}
	for c := range docs.All() {
		require.False(t, seen[string(c.Document)], c.Name)
		seen[string(c.Document)] = true
		_, _, err := strictjson.Decode[task](c.Document, table, "task")
		require.NoError(t, c.Verify(err))
		_, problems, err := strictjson.Read[task](bytes.NewReader(c.Document), table, "task", &problem.ReadOptions{Lenient: true})
		require.NoError(t, c.VerifyLenient(problems, err))
		if c.Addition {
			without, err := corrupt.Without(c.Document, c.Path)
			require.NoError(t, err)
			require.Equal(t, valid, string(without), "what was added is all that differs")
		}
	}
	require.Contains(t, seen, " {\n \"id\" : \"{,}\" , \"parts\" : [ { \"id\" : \"b\" , \"kind\":\"\" } ],\"any\":[1 , 2], \"tags\":{\"a/b\":\"\"} } \n")
	for range docs.All() {
		break // a walk may end early
	}
}

func TestNewRefuses(t *testing.T) {
	for doc, want := range map[string]string{
		``:                       "not a valid corrupt_test.task",
		`[`:                      "not a valid",
		`[]`:                     "not a valid",
		`{"parts":"no array"}`:   "not a valid",
		`null`:                   "where an object",
		`{"parts":null}`:         "/parts: <nil> where",
		`{"idd":1}`:              `no member "idd"`,
		`{"parts":[{"ID":"1"}]}`: `/parts/0: corrupt_test.task has no member "ID"`,
	} {
		_, err := corrupt.New(reflect.TypeFor[task](), []byte(doc))
		require.ErrorContains(t, err, want, doc)
	}
	_, err := corrupt.New(nil, nil)
	require.Error(t, err)
}

func TestVerify(t *testing.T) {
	fault := problem.Fault{Path: "/a", Offset: 3, Code: problem.CodeNull, Message: "null"}
	c := corrupt.Case{Name: "null /a", Path: "/a", Offset: 3, Code: problem.CodeNull}
	refused := func(change func(*problem.ReadError)) error {
		e := &problem.ReadError{Faults: []problem.Fault{fault}}
		change(e)
		return fmt.Errorf("wrapped: %w", e)
	}
	require.NoError(t, c.Verify(refused(func(*problem.ReadError) {})))
	for want, err := range map[string]error{
		"accepted":        nil,
		"not a ReadError": errors.New("other"),
		"more than one":   refused(func(e *problem.ReadError) { e.Faults = append(e.Faults, fault) }),
	} {
		require.ErrorContains(t, c.Verify(err), want)
	}
	for name, change := range map[string]func(*problem.ReadError){
		"more":    func(e *problem.ReadError) { e.More = 1 },
		"path":    func(e *problem.ReadError) { e.Faults[0].Path = "/b" },
		"offset":  func(e *problem.ReadError) { e.Faults[0].Offset++ },
		"code":    func(e *problem.ReadError) { e.Faults[0].Code = problem.CodeType },
		"message": func(e *problem.ReadError) { e.Faults[0].Message = "" },
	} {
		require.Error(t, c.Verify(refused(change)), name)
	}
}

func TestVerifyLenient(t *testing.T) {
	warning := problem.Problem{Path: "/new", Code: problem.CodeUnknown, Severity: problem.Warning, Message: "skipped"}
	c := corrupt.Case{Name: "addition /new", Path: "/new", Code: problem.CodeUnknown, Addition: true}
	require.NoError(t, c.VerifyLenient(problem.List{warning}, nil))
	require.ErrorContains(t, c.VerifyLenient(nil, errors.New("refused")), "not skipped")
	require.ErrorContains(t, c.VerifyLenient(nil, nil), "expected one problem")
	require.ErrorContains(t, c.VerifyLenient(problem.List{warning, warning}, nil), "expected one problem")
	for name, change := range map[string]func(*problem.Problem){
		"path":     func(p *problem.Problem) { p.Path = "/old" },
		"code":     func(p *problem.Problem) { p.Code = problem.CodeType },
		"severity": func(p *problem.Problem) { p.Severity = problem.Error },
		"message":  func(p *problem.Problem) { p.Message = "" },
	} {
		other := warning
		change(&other)
		require.ErrorContains(t, c.VerifyLenient(problem.List{other}, nil), "expected a warning", name)
	}

	c.Addition = false
	fault := &problem.ReadError{Faults: []problem.Fault{{Path: "/new", Code: problem.CodeUnknown, Message: "unknown"}}}
	require.NoError(t, c.VerifyLenient(nil, fault))
	require.ErrorContains(t, c.VerifyLenient(nil, nil), "accepted")
	require.ErrorContains(t, c.VerifyLenient(problem.List{warning}, fault), "problems beside the fault")
}
