package soc2_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/stretchr/testify/require"
)

// A documentType is a document that the module reads.
type documentType struct {
	name    string
	table   *strictjson.Table
	decode  func([]byte) (any, error)
	lenient func([]byte) (any, problem.List, error) // decode, skipping members that the type does not have
}

func documentTypes() []documentType {
	return []documentType{
		typeOf[program.Program]("program"),
		typeOf[report.Fieldwork]("fieldwork"),
		typeOf[report.Engagement]("engagement"),
		typeOf[report.Conclusions]("conclusions"),
		typeOf[report.Deliverable]("deliverable"),
		typeOf[sampling.Selection]("selection"),
		typeOf[sampling.Plan]("plan"),
		typeOf[sampling.FrequencyTable]("frequency-table"),
	}
}

func typeOf[T any](name string) documentType {
	table := strictjson.TableOf[T]()
	strict := func(b []byte) (any, error) {
		v, _, err := strictjson.Decode[T](b, table, name)
		return v, err
	}
	lenient := func(b []byte) (any, problem.List, error) {
		return strictjson.Read[T](bytes.NewReader(b), table, name, &problem.ReadOptions{Lenient: true})
	}
	return documentType{name, table, strict, lenient}
}

// filled returns a value of type t with every field set, so that every member is written.
func filled(t reflect.Type) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[sampling.Rate]():
		v.SetString("0.05")
	case t == reflect.TypeFor[json.RawMessage]():
		v.SetBytes([]byte(`{"a":[1,null]}`))
	case t.Kind() == reflect.String:
		v.SetString("x")
	case t.Kind() == reflect.Bool:
		v.SetBool(true)
	case t.Kind() == reflect.Int64 || t.Kind() == reflect.Int:
		v.SetInt(7)
	case t.Kind() == reflect.Float64:
		v.SetFloat(0.5)
	case t.Kind() == reflect.Slice:
		v.Set(reflect.Append(v, filled(t.Elem())))
	case t.Kind() == reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(filled(t.Elem()))
	case t.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(t))
		v.SetMapIndex(reflect.ValueOf("x").Convert(t.Key()), filled(t.Elem()))
	case t.Kind() == reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).IsExported() {
				v.Field(i).Set(filled(t.Field(i).Type))
			}
		}
	default:
		panic(fmt.Sprintf("a document type holds a %s", t))
	}
	return v
}

// Every field of every document type: a duplicate, an unknown sibling, each differently cased spelling, null, each other
// JSON type, a number that does not fit, and the member left out where it is required. Lenient reading skips the unknown
// sibling, says so, and refuses all else alike.
func TestEveryFieldOfEveryDocumentIsReadStrictly(t *testing.T) {
	for _, doc := range documentTypes() {
		t.Run(doc.name, func(t *testing.T) {
			t.Parallel()
			want := filled(doc.table.Type())
			valid, err := strictjson.MarshalLine(doc.table, want.Interface())
			require.NoError(t, err)
			got, err := doc.decode(valid)
			require.NoError(t, err)
			require.Equal(t, want.Interface(), got, "what is written is read back")
			got, problems, err := doc.lenient(valid)
			require.NoError(t, err)
			require.Empty(t, problems)
			require.Equal(t, want.Interface(), got, "lenient reading changes nothing about a document that strict reading accepts")

			cases, err := corrupt.New(doc.table.Type(), valid)
			require.NoError(t, err)
			require.Empty(t, cases.Uncovered())
			n, additions := 0, 0
			for c := range cases.All() {
				v, err := doc.decode(c.Document)
				require.NoError(t, c.Verify(err), c.Name)
				require.True(t, reflect.ValueOf(v).IsZero(), "%s: a refused document has no value", c.Name)
				n++

				v, problems, err := doc.lenient(c.Document)
				require.NoError(t, c.VerifyLenient(problems, err))
				if !c.Addition {
					require.True(t, reflect.ValueOf(v).IsZero(), "%s: a refused document has no value", c.Name)
					continue
				}
				require.True(t, reflect.DeepEqual(want.Interface(), v), "%s: the value is that of the document without the member", c.Name)
				additions++
			}
			require.Greater(t, n, 50)
			require.Greater(t, additions, 4)
			t.Logf("%d corruptions, of which %d are additions", n, additions)
		})
	}
}

// A document that holds nothing but what is required is written with [] for each required list, and read back.
func TestZeroDocumentsAreWrittenWithoutNull(t *testing.T) {
	for _, doc := range documentTypes() {
		b, err := strictjson.Marshal(doc.table, reflect.New(doc.table.Type()).Elem().Interface())
		require.NoError(t, err, doc.name)
		require.NotContains(t, string(b), "null", doc.name)
		require.True(t, bytes.HasSuffix(b, []byte("}\n")), doc.name)
		if _, err := doc.decode(b); err != nil {
			var refused *problem.ReadError
			require.ErrorAs(t, err, &refused, doc.name)
			t.Errorf("%s: %v", doc.name, err)
		}
	}
}

// No two document types of the module share a name, since schemas name types without their package; and none holds what
// JSON Schema cannot say.
func TestDocumentTypesHaveNamesOfTheirOwn(t *testing.T) {
	named := make(map[string]reflect.Type)
	var walk func(reflect.Type)
	walk = func(x reflect.Type) {
		if x.Name() != "" && x.PkgPath() != "" {
			name := x.Name()
			if other, ok := reflect.Zero(x).Interface().(interface{ SchemaName() string }); ok {
				name = other.SchemaName()
			}
			if other, ok := named[name]; ok {
				require.Equal(t, other, x, "two types named %s", name)
				return
			}
			named[name] = x
		}
		switch x.Kind() {
		case reflect.Struct:
			for i := range x.NumField() {
				if x.Field(i).IsExported() {
					walk(x.Field(i).Type)
				}
			}
		case reflect.Slice, reflect.Pointer, reflect.Map:
			if x != reflect.TypeFor[json.RawMessage]() {
				walk(x.Elem())
			}
		}
	}
	for _, doc := range documentTypes() {
		walk(doc.table.Type())
	}
	for name, typ := range named {
		require.NotContains(t, name, "[", "a generic type in a document")
		if typ.Kind() == reflect.Float64 || typ.Kind() == reflect.Float32 {
			t.Errorf("%s is a float: counts are int64 and rates exact decimals", name)
		}
	}
}
