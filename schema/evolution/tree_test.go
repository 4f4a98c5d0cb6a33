package evolution_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema/evolution"
)

func TestOperations(t *testing.T) {
	const document = `{"kind":"k","schemaVersion":"1.0","a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"}`
	tests := map[string]struct {
		apply  func(*evolution.Tree)
		want   string // of the members after the version
		losses []string
	}{
		"rename keeps the place":      {func(d *evolution.Tree) { d.Rename("/a", "z") }, `"z":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"rename of what is not there": {func(d *evolution.Tree) { d.Rename("/q/*/r", "z") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"rename to the same":          {func(d *evolution.Tree) { d.Rename("/s", "s") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"rename in every entry":       {func(d *evolution.Tree) { d.Rename("/l/*/n", "o\"/") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"o\"/":1},{"o\"/":2},{"m":3}],"s":"text"`, nil},
		"remove entries":              {func(d *evolution.Tree) { d.Remove("/a/c/0", "r"); d.Remove("/a/c/0", "r") }, `"a":{"b":1,"c":[30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{"/a/c/0 10", "/a/c/1 20"}},
		"remove every entry":          {func(d *evolution.Tree) { d.Remove("/a/c/*", "r") }, `"a":{"b":1,"c":[]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{"/a/c/0 10", "/a/c/1 20", "/a/c/2 30"}},
		"remove after a rename":       {func(d *evolution.Tree) { d.Rename("/a", "z"); d.Remove("/z/c/1", "r") }, `"z":{"b":1,"c":[10,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{"/a/c/1 20"}},
		"remove after a move":         {func(d *evolution.Tree) { d.Move("/a/b", "/x/y/z"); d.Remove("/x", "r") }, `"a":{"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{`/x {"y":{"z":1}}`}},
		"remove by condition": {func(d *evolution.Tree) {
			d.Each("/l/*", func(e *evolution.Tree) {
				if e.Has("/n") {
					e.Remove("", "r")
					e.Remove("", "r")
				}
			})
		}, `"a":{"b":1,"c":[10,20,30]},"l":[{"m":3}],"s":"text"`, []string{`/l/0 {"n":1}`, `/l/1 {"n":2}`}},
		"move to a list":                {func(d *evolution.Tree) { d.Move("/s", "/a/c/-") }, `"a":{"b":1,"c":[10,20,30,"text"]},"l":[{"n":1},{"n":2},{"m":3}]`, nil},
		"move out of a list":            {func(d *evolution.Tree) { d.Move("/l/1", "/second") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"m":3}],"s":"text","second":{"n":2}`, nil},
		"move within a list":            {func(d *evolution.Tree) { d.Move("/a/c/0", "/a/c/-") }, `"a":{"b":1,"c":[20,30,10]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"move beside what is removed":   {func(d *evolution.Tree) { d.Move("/s", "/a/t"); d.Remove("/a/b", "r") }, `"a":{"c":[10,20,30],"t":"text"},"l":[{"n":1},{"n":2},{"m":3}]`, []string{"/a/b 1"}},
		"move of what is not there":     {func(d *evolution.Tree) { d.Move("/q", "/r/s") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"add where nothing is":          {func(d *evolution.Tree) { d.Add("/s", "other"); d.Add("/t", "<&>"); d.Add("/l/*/n", 9) }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3,"n":9}],"s":"text","t":"<&>"`, nil},
		"add makes the way":             {func(d *evolution.Tree) { d.Add("/o/p/-", json.RawMessage(`1.10`)); d.Add("/l/*/q/r", true) }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1,"q":{"r":true}},{"n":2,"q":{"r":true}},{"m":3,"q":{"r":true}}],"s":"text","o":{"p":[1.10]}`, nil},
		"add to a list that is missing": {func(d *evolution.Tree) { d.Add("/q/*/r", 1) }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"add gives each its own":        {func(d *evolution.Tree) { d.Add("/l/*/q", json.RawMessage(`{"r":1}`)); d.Rename("/l/0/q/r", "s") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1,"q":{"s":1}},{"n":2,"q":{"r":1}},{"m":3,"q":{"r":1}}],"s":"text"`, nil},
		"set loses what was there":      {func(d *evolution.Tree) { d.Set("/a/b", 2, "r"); d.Set("/s", "text", "r"); d.Set("/new", 1, "r") }, `"a":{"b":2,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text","new":1`, []string{"/a/b 1"}},
		"set every entry":               {func(d *evolution.Tree) { d.Set("/a/c/*", 20, "r") }, `"a":{"b":1,"c":[20,20,20]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{"/a/c/0 10", "/a/c/2 30"}},
		"set the same otherwise spaced": {func(d *evolution.Tree) { d.Set("/a/c", json.RawMessage("[10, 20,\n30]"), "r") }, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, nil},
		"change with a loss": {func(d *evolution.Tree) {
			d.Change("/a/c/*", func(v json.RawMessage) (any, string) { return len(v), "only the length" })
		}, `"a":{"b":1,"c":[2,2,2]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{"/a/c/0 10", "/a/c/1 20", "/a/c/2 30"}},
		"parts of what was put in": {func(d *evolution.Tree) {
			d.Set("/a", json.RawMessage(`{"b":{"x":5}}`), "r")
			d.Rename("/a", "z")
			d.Remove("/z/b/x", "r2")
		},
			`"z":{"b":{}},"l":[{"n":1},{"n":2},{"m":3}],"s":"text"`, []string{`/a {"b":1,"c":[10,20,30]}`, "/z/b/x 5"}},
		"get": {func(d *evolution.Tree) {
			v, ok := d.Get("/l/*/n")
			_, none := d.Get("/l/7")
			d.Add("/got", fmt.Sprint(string(v), ok, none, d.Has("/l/00"), d.Has("/a/c/-"), d.Has("")))
		}, `"a":{"b":1,"c":[10,20,30]},"l":[{"n":1},{"n":2},{"m":3}],"s":"text","got":"1true false false false true"`, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m, err := oneStep(test.apply).Apply([]byte(document))
			require.NoError(t, err)
			require.Equal(t, `{"kind":"k","schemaVersion":"2.0",`+test.want+`}`, unindented(m.Document))
			var losses []string
			for _, l := range m.Losses {
				losses = append(losses, l.Path+" "+string(l.Value))
			}
			require.Equal(t, test.losses, losses)
		})
	}
}

func oneStep(apply func(*evolution.Tree)) evolution.Chain {
	return evolution.Chain{Newest: map[string]int{"k": 2}, Migrations: []evolution.Migration{{Kind: "k", From: 1, Apply: apply}}}
}

// unindented takes out the white space that indenting has put in; no text in the documents here has any.
func unindented(document []byte) string {
	return strings.NewReplacer("\n", "", "  ", "", "\": ", "\":").Replace(string(document))
}

func TestWhatCannotBeDoneIsReported(t *testing.T) {
	const document = `{"kind":"k","schemaVersion":"1.0","a":{"b":1,"c":2},"l":[{"b":1,"c":2},{"c":3},{"b":4,"c":5}],"s":"text"}`
	tests := map[string]struct {
		apply func(*evolution.Tree)
		paths []string
	}{
		"rename to a name that is taken": {func(d *evolution.Tree) { d.Rename("/l/*/b", "c") }, []string{"/l/0/b", "/l/2/b"}},
		"rename of an entry":             {func(d *evolution.Tree) { d.Rename("/l/0", "c") }, []string{"/l/0"}},
		"rename of everything":           {func(d *evolution.Tree) { d.Rename("", "c") }, []string{""}},
		"remove everything":              {func(d *evolution.Tree) { d.Remove("", "r") }, []string{""}},
		"move to where something is":     {func(d *evolution.Tree) { d.Move("/a/b", "/s") }, []string{"/a/b"}},
		"move into itself":               {func(d *evolution.Tree) { d.Move("/a", "/a/b/d") }, []string{"/a"}},
		"move everything":                {func(d *evolution.Tree) { d.Move("", "/x") }, []string{""}},
		"move of many":                   {func(d *evolution.Tree) { d.Move("/l/*", "/x") }, []string{"/l/*"}},
		"add below a text":               {func(d *evolution.Tree) { d.Add("/s/x", 1); d.Add("/s/x/y", 1) }, []string{"/s", "/s"}},
		"add beyond a list":              {func(d *evolution.Tree) { d.Add("/l/3", 1); d.Add("/l/3/x", 1) }, []string{"/l", "/l"}},
		"add what is no JSON":            {func(d *evolution.Tree) { d.Add("/x", json.RawMessage(`{"a":1,"a":2}`)); d.Add("/y", func() {}) }, []string{"/x", "/y"}},
		"change to what is no JSON": {func(d *evolution.Tree) {
			d.Change("/s", func(json.RawMessage) (any, string) { return json.RawMessage(`x`), "" })
		}, []string{"/s"}},
		"no pointer":            {func(d *evolution.Tree) { d.Has("a"); d.Remove("/a~2", "r"); d.Move("/a", "x") }, []string{"", "", ""}},
		"no function":           {func(d *evolution.Tree) { d.Each("/a", nil); d.Change("/a", nil); d.Nested("/a", evolution.Migration{}) }, []string{"/a", "/a", "/a"}},
		"another kind":          {func(d *evolution.Tree) { d.Set("/kind", "other", "r") }, []string{""}},
		"another version":       {func(d *evolution.Tree) { d.Remove("/schemaVersion", "r") }, []string{""}},
		"no object any more":    {func(d *evolution.Tree) { d.Set("", list{}, "r") }, []string{""}},
		"said by the migration": {func(d *evolution.Tree) { d.Each("/l/1", func(e *evolution.Tree) { e.Fail("/c", "%d is too many", 3) }) }, []string{"/l/1/c"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			m, err := oneStep(test.apply).Apply([]byte(document))
			require.ErrorContains(t, err, "migrating a k from version 1")
			require.Zero(t, m)
			var paths []string
			for _, p := range problemsIn(err) {
				require.Equal(t, evolution.CodeNotMigrated, p.Code)
				paths = append(paths, p.Path)
			}
			require.Equal(t, test.paths, paths)
		})
	}
}

// problemsIn returns the problems that err joins.
func problemsIn(err error) []problem.Problem {
	var joined interface{ Unwrap() []error }
	var found []problem.Problem
	if errors.As(err, &joined) {
		for _, e := range joined.Unwrap() {
			var p problem.Problem
			if errors.As(e, &p) {
				found = append(found, p)
			}
		}
	}
	return found
}

// A document within another one has a version of its own, and the outer migration takes it along.
func TestNestedDocuments(t *testing.T) {
	engagement := evolution.Chain{Newest: map[string]int{"engagement": 2}, Migrations: []evolution.Migration{{
		Kind: "engagement", From: 1, Apply: func(d *evolution.Tree) {
			d.Nested("/programs/*", evolution.Migration{Kind: "program", From: 1, Apply: toSecond})
		},
	}}}
	m, err := engagement.Apply([]byte(`{"kind":"engagement","schemaVersion":"1.0","programs":[` + first + `,` + first + `]}`))
	require.NoError(t, err)
	one, err := steps(2).Apply([]byte(first))
	require.NoError(t, err)
	var got struct{ Programs []json.RawMessage }
	require.NoError(t, json.Unmarshal(m.Document, &got))
	require.Len(t, got.Programs, 2)
	for _, p := range got.Programs {
		require.Equal(t, unindented(one.Document), unindented(p))
	}
	require.Len(t, m.Losses, 2)
	require.Equal(t, "/programs/1/controls/0/obsolete", m.Losses[1].Path)

	_, err = engagement.Apply([]byte(`{"kind":"engagement","schemaVersion":"1.0","programs":[{"kind":"program","schemaVersion":"2.0"},{"kind":"plan","schemaVersion":"1.0"},7]}`))
	require.Len(t, problemsIn(err), 3)
	require.ErrorContains(t, err, `/programs/0: error not-migrated: expected a program of version 1; kind is "program" and schemaVersion "2.0"`)
}

func TestTreesOutsideAChainDoNothing(t *testing.T) {
	for _, d := range []*evolution.Tree{nil, {}} {
		d.Each("/a", func(*evolution.Tree) { t.Fail() })
		d.Nested("", evolution.Migration{})
		d.Rename("/a", "b")
		d.Remove("/a", "r")
		d.Move("/a", "/b")
		d.Add("/a", 1)
		d.Set("/a", 1, "r")
		d.Change("/a", nil)
		d.Fail("", "x")
		require.False(t, d.Has(""))
		_, ok := d.Get("")
		require.False(t, ok)
	}
}

// A document in which every member was looked into keeps its order, its numbers and its texts.
func TestLookingChangesNothing(t *testing.T) {
	m, err := oneStep(func(d *evolution.Tree) {
		d.Each("/*/*/*", func(e *evolution.Tree) { require.True(t, e.Has("")) })
	}).Apply([]byte(strings.Replace(first, `"program"`, `"k"`, 1)))
	require.NoError(t, err)
	want := strings.NewReplacer(`"program"`, `"k"`, "1.3", "2.0").Replace(first)
	require.Equal(t, strings.Join(strings.Fields(want), ""), strings.Join(strings.Fields(string(m.Document)), ""))
}
