package strictjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"testing"
	"unicode/utf8"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/internal/strictjson/corrupt"
	"github.com/soc2kit/soc2/problem"
)

// FuzzDecode holds the reader against encoding/json: what it accepts has no name twice and decodes to the same value
// there; what it refuses leaves nothing behind, and as free JSON has a reason; what it read can be written and read again.
// Lenient reading accepts as much and, beside that, documents from which strict reading would have it remove members, each
// of which it lists.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(full))
	f.Add([]byte(written))
	f.Add([]byte(`{"id":"\ud834\udd1e","skip":"a\r\n\u0000","n":-0,"f":1e-400,"any":{"a":1,"\u0061":2}}`))
	f.Add([]byte(`{"id":"","list":[{"id":"","rate":1e3,"var":{"left":{"id":"","marks":[null]}}}]}`))
	f.Add([]byte(`{"id":"","new":{"a":["\u0000"]},"list":[{"also":null,"id":"\u0000","any":{"b": 1}},{"id":"","also":{}}],"kip":0}`))
	f.Add([]byte(`{"new":1,"id":"","new":2,"ID":3}`))
	f.Add([]byte(`{"id":"","~/":1,"":2,"\u017f":{"":[]}}`))
	docs, err := corrupt.New(sampleTable().Type(), []byte(full))
	if err != nil {
		f.Fatal(err)
	}
	seen := map[problem.Code]int{}
	for c := range docs.All() {
		if seen[c.Code]++; seen[c.Code] < 3 {
			f.Add(c.Document)
		}
	}
	files, _ := filepath.Glob(vectors + "/*.json")
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil && len(data) < 4096 {
			f.Add(data)
			f.Add([]byte(`{"id":"","any":` + string(data) + `}`))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzOne[sample](t, data)
		fuzzOne[tiny](t, data)
		fuzzOne[json.RawMessage](t, data)
		fuzzRefused(t, data)
		fuzzOne[[]float64](t, data)
		fuzzOne[map[string]string](t, data)
	})
}

func fuzzOne[T any](t *testing.T, data []byte) {
	table := strictjson.TableOf[T]()
	value, problems, err := strictjson.Decode[T](data, table, "fuzz")
	fuzzLenient(t, data, table, value, problems, err)
	if err != nil {
		var refused *problem.ReadError
		if !errors.As(err, &refused) || len(refused.Faults) == 0 {
			t.Fatalf("%T: not a ReadError: %v", value, err)
		}
		if len(problems) > 0 || !reflect.ValueOf(&value).Elem().IsZero() {
			t.Fatalf("%T: refused, but there are a value and problems", value)
		}
		for _, f := range refused.Faults {
			if f.Offset < 0 || f.Offset > int64(len(data)) || !utf8.ValidString(f.Path) || f.Code == "" || f.Message == "" {
				t.Fatalf("%T: fault %+v", value, f)
			}
		}
		return
	}
	if !utf8.Valid(data) {
		t.Fatalf("%T: accepted what is not UTF-8", value)
	}
	if err := walk(json.NewDecoder(bytes.NewReader(data))); err != nil {
		t.Fatalf("%T: accepted: %v", value, err)
	}
	var plain T
	if err := json.Unmarshal(data, &plain); err != nil {
		t.Fatalf("%T: accepted, but encoding/json says %v", value, err)
	}
	if !reflect.DeepEqual(value, plain) {
		t.Fatalf("%+v is not %+v", value, plain)
	}
	out, err := strictjson.Marshal(table, value)
	if err != nil {
		t.Fatalf("%T: read but not written: %v", value, err)
	}
	again, _, err := strictjson.Decode[T](out, table, "fuzz")
	if err != nil {
		t.Fatalf("%T: written but not read: %v\n%s", value, err, out)
	}
	if twice, err := strictjson.Marshal(table, again); err != nil || !bytes.Equal(out, twice) {
		t.Fatalf("%T: written %s and then %s, %v", value, out, twice, err)
	}
}

// surrogate finds escapes of which some are half a pair.
var surrogate = regexp.MustCompile(`\\u[dD][89a-fA-F]`)

// fuzzRefused demands that free JSON is accepted unless there is a reason not to.
func fuzzRefused(t *testing.T, data []byte) {
	if !json.Valid(data) || !utf8.Valid(data) || surrogate.Match(data) || len(data) > 1<<16 {
		return
	}
	if bytes.Count(data, []byte("["))+bytes.Count(data, []byte("{")) > 64 || walk(json.NewDecoder(bytes.NewReader(data))) != nil {
		return
	}
	if _, err := decodeRaw[json.RawMessage](data); err != nil {
		t.Fatalf("refused for no reason: %v", err)
	}
}

// walk reads one document token by token and fails if an object has a name twice, or if anything follows.
func walk(dec *json.Decoder) error {
	dec.UseNumber()
	type object struct {
		names map[string]bool // nil for an array
		name  bool            // a name comes next
	}
	var open []object
	for started := false; len(open) > 0 || !started; started = true {
		token, err := dec.Token()
		if err != nil {
			return err
		}
		top := len(open) - 1
		switch token {
		case json.Delim('{'):
			if top >= 0 {
				open[top].name = true
			}
			open = append(open, object{map[string]bool{}, true})
			continue
		case json.Delim('['):
			if top >= 0 {
				open[top].name = true
			}
			open = append(open, object{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:top]
			continue
		}
		if top < 0 || open[top].names == nil {
			continue
		}
		if !open[top].name {
			open[top].name = true
			continue
		}
		name := token.(string)
		if open[top].names[name] {
			return errors.New("twice: " + name)
		}
		open[top].names[name] = true
		open[top].name = false
	}
	if _, err := dec.Token(); err != io.EOF {
		return errors.New("something follows")
	}
	return nil
}
