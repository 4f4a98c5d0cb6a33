package evolution_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/evolution"
)

// FuzzCompare compares any two schemas: it ends, finds nothing in equal ones, gives only valid levels, and agrees with
// itself when it is asked again.
func FuzzCompare(f *testing.F) {
	register := registerSchema(f)
	f.Add(register, register)
	for i, c := range append(append([]change{}, breaking...), widening...) {
		if i%4 == 0 {
			f.Add(register, edited(f, register, c.edits...))
		}
	}
	f.Add([]byte(`{"$ref":"#/$defs/A","$defs":{"A":{"$ref":"#/$defs/B"},"B":{"$ref":"#/$defs/A"}}}`), []byte(`{"$ref":"#/$defs/C","$defs":{"C":{"$ref":"#/$defs/D"},"D":{"$ref":"#/$defs/C"}}}`)) // circles
	f.Add([]byte(`{"oneOf":[{"$ref":"#/$defs/A"},{"$ref":"#"}],"$defs":{"A":{"oneOf":[{"$ref":"#/$defs/A"},true]}}}`), []byte(`{"oneOf":[{"$ref":"#/$defs/A"},false],"$defs":{"A":{"allOf":[{"$ref":"#/$defs/A"}]}}}`))
	f.Add([]byte(`{"minimum":1e400,"enum":[null],"const":null,"type":[],"required":{}}`), []byte(`{"minimum":1E-999999999,"enum":[],"const":[],"type":{},"required":null}`)) // values of no use
	f.Fuzz(func(t *testing.T, previous, next []byte) {
		for _, s := range [][]byte{previous, next} {
			if found, err := evolution.Compare(s, s); err == nil {
				require.Empty(t, found)
			}
		}
		found, err := evolution.Compare(previous, next)
		if err != nil {
			require.Nil(t, found)
			return
		}
		again, err := evolution.Compare(previous, next)
		require.NoError(t, err)
		require.Equal(t, found, again)
		for _, d := range found {
			require.True(t, d.Level.IsValid(), d)
			require.NotEmpty(t, d.Code)
			require.NotEmpty(t, d.Message)
		}
		back, err := evolution.Compare(next, previous)
		require.NoError(t, err)
		require.Equal(t, len(found) == 0, len(back) == 0, "%v\n%v", found, back)
	})
}

// FuzzMigrate migrates anything: it never panics, leaves a document of the newest version as it is, gives the same at once
// as in two steps, and gives documents that need no further migration.
func FuzzMigrate(f *testing.F) {
	f.Add([]byte(first))
	f.Add([]byte(second))
	f.Add([]byte(`{"kind":"program","schemaVersion":"1.0","controls":{"a":{"type":"x","automation":"y"}},"labels":[[]],"contact":"z"}`)) // of other types
	f.Add([]byte(`{"\u006bind":"program","schemaVersion":"\u0031.0","owner":[],"contact":{"name":1}}`))                                  // names and versions in escapes
	f.Add([]byte(`{"kind":"program","schemaVersion":"3.0"} `))
	for _, d := range schema.Documents() {
		examples, err := schema.Examples(d.Kind)
		require.NoError(f, err)
		for _, e := range examples {
			if len(e.JSON) < 1<<14 {
				f.Add(e.JSON)
			}
		}
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		if own, err := evolution.Migrate(document); err == nil {
			require.Equal(t, document, own.Document)
			require.Equal(t, own.From, own.To)
		}
		whole, err := steps(3).Apply(document)
		half, errHalf := steps(2).Apply(document)
		if errHalf == nil {
			rest, errRest := steps(3).Apply(half.Document)
			require.Equal(t, err == nil, errRest == nil, "%v\n%v", err, errRest)
			require.Equal(t, string(whole.Document), string(rest.Document))
		}
		if err != nil {
			require.Zero(t, whole)
			return
		}
		require.True(t, json.Valid(whole.Document))
		require.True(t, strings.HasPrefix(whole.To, "3."))
		again, err := steps(3).Apply(whole.Document)
		require.NoError(t, err)
		require.Equal(t, whole.Document, again.Document)
		require.Empty(t, again.Losses)
	})
}
