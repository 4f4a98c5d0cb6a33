package jsonparts_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

func ExampleOf() {
	document := []byte(`{ "r\u0061te": 1.10, "tags": ["a", {}] }`)
	if err := jsonparts.Check(document, "example"); err != nil {
		fmt.Println(err)
		return
	}
	for part := range jsonparts.Of(document, 0) {
		fmt.Printf("%s, spelled %s, is %s\n", jsonparts.Text(part.Name), part.Name, part.Value)
	}
	// Output:
	// rate, spelled "r\u0061te", is 1.10
	// tags, spelled "tags", is ["a", {}]
}

// documents have every kind of value, and all that could mislead somebody who looks for brackets, commas and quotes.
var documents = []string{
	`{}`, ` [ ] `, `null`, "\n true ", `-0.0E-7`, `"a]}\",\\"`,
	`{"a":1,"b":[2,{"c":"}]\\\"","\"d":null}],"":{"":[[],[[]]]}}`,
	"{ \"a\" :\t1.10 ,\r\n\"\\u0062\" : [ 1 , 2 ] }\n",
	`[12345678901234567890,"\u00e9é\/",false,{"a":{}}]`,
}

func TestPartsMakeUpTheDocument(t *testing.T) {
	for _, document := range documents {
		partsMakeUp(t, []byte(document))
	}
}

// partsMakeUp holds the parts of a document against encoding/json: put together again, at any depth, they are the document
// without white space; each stands where it says; names mean what they mean there.
func partsMakeUp(t *testing.T, document []byte) {
	var compact bytes.Buffer
	require.NoError(t, json.Compact(&compact, document))
	require.Equal(t, compact.String(), string(rebuilt(t, document)))

	var members map[string]json.RawMessage
	if json.Unmarshal(document, &members) != nil || members == nil {
		return
	}
	for part := range jsonparts.Of(document, 0) {
		require.Equal(t, string(members[jsonparts.Text(part.Name)]), string(part.Value))
	}
}

func rebuilt(t *testing.T, value []byte) []byte {
	value = bytes.Trim(value, " \t\r\n")
	if value[0] != '{' && value[0] != '[' {
		for range jsonparts.Of(value, 0) {
			require.Fail(t, "a part of what has none", "%s", value)
		}
		return value
	}
	out := []byte{value[0]}
	for part := range jsonparts.Of(value, 0) {
		require.Equal(t, string(part.Value), string(value[part.Offset:part.Offset+len(part.Value)]))
		require.Equal(t, value[0] == '{', part.Name != nil)
		if len(out) > 1 {
			out = append(out, ',')
		}
		if part.Name != nil {
			out = append(append(out, part.Name...), ':')
		}
		out = append(out, rebuilt(t, part.Value)...)
	}
	return append(out, value[len(value)-1])
}

func TestPartsCanBeWalkedTwiceAndLeft(t *testing.T) {
	document := []byte(`{"at":[1,2,3]}`)
	parts := jsonparts.Of(document, len(`{"at":`))
	for range 2 {
		var seen []string
		for part := range parts {
			if seen = append(seen, string(part.Value)); len(seen) == 2 {
				break
			}
		}
		require.Equal(t, []string{"1", "2"}, seen)
	}
	for range jsonparts.Of(nil, 0) {
		require.Fail(t, "a part of nothing")
	}
}

func TestText(t *testing.T) {
	for quoted, want := range map[string]string{
		`"a"`: "a", `""`: "", `"\u00e9\n"`: "é\n", `"\ud83d\ude00"`: "😀", `123`: "", `"`: "", ``: "", `"\x"`: "",
	} {
		require.Equal(t, want, jsonparts.Text([]byte(quoted)), quoted)
	}
}

func TestCheck(t *testing.T) {
	for _, document := range documents {
		require.NoError(t, jsonparts.Check([]byte(document), "document"), document)
	}
	for document, code := range map[string]problem.Code{
		``: problem.CodeSyntax, `{"a"}`: problem.CodeSyntax, `{} {}`: problem.CodeTrailing,
		`{"a":1,"\u0061":2}`: problem.CodeDuplicate, "\"\xff\"": problem.CodeUTF8,
	} {
		err := jsonparts.Check([]byte(document), "value")
		var refused *problem.ReadError
		require.ErrorAs(t, err, &refused, document)
		require.Equal(t, "value", refused.Document)
		require.True(t, refused.Has(code), "%s: %v", document, err)
	}
}

// FuzzOf takes apart whatever passes Check.
func FuzzOf(f *testing.F) {
	for _, document := range documents {
		f.Add([]byte(document))
	}
	f.Fuzz(func(t *testing.T, document []byte) {
		if jsonparts.Check(document, "document") == nil {
			partsMakeUp(t, document)
		}
	})
}
