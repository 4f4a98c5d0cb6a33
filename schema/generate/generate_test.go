package generate_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
	"testing/fstest"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/generate"
)

// compiled returns the schema in b, with formats asserted.
func compiled(t *testing.T, b []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("test.json", doc))
	s, err := c.Compile("test.json")
	require.NoError(t, err, "%s", b)
	return s
}

func judge(t *testing.T, s *jsonschema.Schema, document string) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(document)))
	require.NoError(t, err)
	return s.Validate(v)
}

type colour string

func (colour) EnumValues() []string { return []string{"red", "green"} }

type money struct{ units int64 }

func (m money) MarshalJSON() ([]byte, error) { return json.Marshal(m.units) }

type ticket struct {
	control.Control
	Ticket string            `json:"ticket" jsonschema:"minLength=3"`
	Colour colour            `json:"colour,omitzero"`
	Seen   calendar.Date     `json:"seen,omitzero"`
	Covers []criteria.ID     `json:"covers,omitempty"`
	At     time.Time         `json:"at,omitzero"`
	Rate   sampling.Rate     `json:"rate,omitzero"`
	Free   json.RawMessage   `json:"free,omitzero"`
	Tags   map[string]string `json:"tags,omitempty"`
	Next   *ticketLink       `json:"next,omitempty"`
}

type ticketLink struct {
	To   string      `json:"to"`
	Next *ticketLink `json:"next,omitempty"`
}

func soundControl() string {
	return `"id":"AC-1","text":"Access is reviewed.","criteria":["CC6.1"],"described":true,"relied":true,"automation":"manual",` +
		`"frequency":{"interval":"monthly"},"owner":"IT"`
}

func TestOwnStructThatEmbedsControl(t *testing.T) {
	b, err := generate.Of[ticket](generate.Options{ID: "https://acme.example/ticket.schema.json"})
	require.NoError(t, err)
	s := compiled(t, b)
	for name, c := range map[string]struct {
		members string
		valid   bool
	}{
		"whole":                     {`"ticket":"T-1"`, true},
		"everything":                {`"ticket":"T-1","colour":"red","seen":"2026-01-31","covers":["A1.2"],"at":"2026-01-31T10:00:00Z","rate":0.05,"free":[1],"tags":{"a":"b"},"next":{"to":"x","next":{"to":"y"}}`, true},
		"a rate in text":            {`"ticket":"T-1","rate":"0.05"`, true},
		"a rate beyond one":         {`"ticket":"T-1","rate":1.5`, false},
		"a rate beyond one in text": {`"ticket":"T-1","rate":"1.5"`, false},
		"own member absent":         {`"seen":"2026-01-31"`, false},
		"own constraint":            {`"ticket":"T"`, false},
		"own closed set":            {`"ticket":"T-1","colour":"blue"`, false},
		"no such day":               {`"ticket":"T-1","seen":"2026-02-30"`, false},
		"no such criterion":         {`"ticket":"T-1","covers":["CC9.9"]`, false},
		"unknown member":            {`"ticket":"T-1","tickets":1`, false},
		"unknown member below":      {`"ticket":"T-1","next":{"to":"x","from":"y"}`, false},
	} {
		err := judge(t, s, "{"+soundControl()+","+c.members+"}")
		require.Equal(t, c.valid, err == nil, "%s: %v", name, err)
	}
	require.Error(t, judge(t, s, `{"id":"AC 1","text":"x","criteria":[],"described":true,"relied":true,"automation":"manual","frequency":{},"owner":"IT","ticket":"T-1"}`),
		"members of the embedded control keep their form")
	require.Contains(t, string(b), `"title": "ticket"`)
	require.Contains(t, string(b), `"$id": "https://acme.example/ticket.schema.json"`)
}

func TestVariantsOfOwnStruct(t *testing.T) {
	lenient, err := generate.Of[ticket](generate.Options{Variant: schema.Lenient})
	require.NoError(t, err)
	require.NoError(t, judge(t, compiled(t, lenient), "{"+soundControl()+`,"ticket":"T-1","later":{"a":1}}`))
	require.NotContains(t, string(lenient), "additionalProperties\": false")

	_, err = generate.Of[ticket](generate.Options{Variant: schema.Extraction})
	require.ErrorContains(t, err, "ticketLink contains itself")

	extraction, err := generate.Of[control.Control](generate.Options{Variant: schema.Extraction})
	require.NoError(t, err)
	for _, keyword := range []string{"$ref", "allOf", "anyOf", "$defs"} {
		require.NotContains(t, string(extraction), keyword)
	}
}

func TestWhatHasNoSchemaIsNamed(t *testing.T) {
	type generic[T any] struct {
		Value T `json:"value"`
	}
	type (
		marshals struct{ M money }
		function struct{ F func() }
		channel  struct{ C []chan int }
		pointer  struct{ *control.Control }
		keyed    struct{ M map[int]string }
		instance struct{ G generic[int] }
	)
	for name, c := range map[string]struct {
		typ  reflect.Type
		want string
	}{
		"no struct":             {reflect.TypeFor[[]string](), "a struct type with a name was expected"},
		"no name":               {reflect.TypeFor[struct{}](), "a struct type with a name was expected"},
		"nothing":               {nil, "a struct type with a name was expected"},
		"marshals itself":       {reflect.TypeFor[marshals](), "money marshals itself; Options.Types has to give its schema"},
		"function":              {reflect.TypeFor[function](), "a func() has no JSON"},
		"channel in a list":     {reflect.TypeFor[channel](), "C[]: a chan int has no JSON"},
		"embedded pointer":      {reflect.TypeFor[pointer](), "embeds *control.Control through a pointer"},
		"keys that are numbers": {reflect.TypeFor[keyed](), "are no strings"},
		"instance of a generic": {reflect.TypeFor[instance](), "an instance of a generic type needs a method SchemaName"},
	} {
		_, err := generate.Type(c.typ, generate.Options{})
		require.ErrorContains(t, err, c.want, name)
	}
}

func TestTwoTypesOfOneNameAreRefused(t *testing.T) {
	type Control struct {
		Name string `json:"name"`
	}
	type both struct {
		Ours   control.Control `json:"ours"`
		Theirs Control         `json:"theirs"`
	}
	_, err := generate.Of[both](generate.Options{})
	require.ErrorContains(t, err, "control.Control")
	require.ErrorContains(t, err, "are both named Control")
}

func TestTypesThatMarshalThemselves(t *testing.T) {
	type priced struct {
		Price money  `json:"price"`
		Old   *money `json:"old,omitempty"`
	}
	b, err := generate.Of[priced](generate.Options{Types: map[reflect.Type]json.RawMessage{
		reflect.TypeFor[money](): json.RawMessage(`{"type":"integer","minimum":0}`),
	}})
	require.NoError(t, err)
	s := compiled(t, b)
	require.NoError(t, judge(t, s, `{"price":1,"old":2}`))
	require.Error(t, judge(t, s, `{"price":-1}`))
	require.Error(t, judge(t, s, `{"price":1,"old":"2"}`))

	_, err = generate.Of[priced](generate.Options{Types: map[reflect.Type]json.RawMessage{reflect.TypeFor[money](): json.RawMessage(`{`)}})
	require.ErrorContains(t, err, "the schema of")
}

// A hook that a struct has only because it embeds a type that has it speaks of the embedded type.
type named struct {
	A string `json:"a"`
}

func (named) SchemaName() string { return "Renamed" }

type embedding struct {
	named
	B string `json:"b"`
}

func TestPromotedHooksSayNothing(t *testing.T) {
	type holder struct {
		N named     `json:"n"`
		E embedding `json:"e"`
	}
	b, err := generate.Of[holder](generate.Options{})
	require.NoError(t, err)
	require.Contains(t, string(b), `"Renamed"`)
	require.Contains(t, string(b), `"embedding"`)
	require.NoError(t, judge(t, compiled(t, b), `{"n":{"a":"x"},"e":{"a":"x","b":"y"}}`))
}

func TestCommentsBecomeDescriptions(t *testing.T) {
	source := fstest.MapFS{
		"ticket.go":      {Data: []byte("package acme\n\n// A Ticket is work\n// to do, see [time.Time].\ntype Ticket struct {\n\t// Text says what.\n\tText string\n\tDue string // the last day\n\tplain int\n}\n\ntype hidden struct{}\n\ntype State string\n\nconst (\n\tOpen State = \"open\" // nobody has begun\n\tDone State = \"done\"\n\tMost = \"most\" // untyped\n)\n")},
		"ticket_test.go": {Data: []byte("package acme\n\n// A Ticket is something else in tests.\ntype Ticket struct{}\n")},
		"sub/other.go":   {Data: []byte("package sub\n\n// A Ticket is another one.\ntype Ticket struct{}\n")},
	}
	comments, err := generate.Comments(source, "acme.example/acme")
	require.NoError(t, err)
	require.Equal(t, map[string]string{
		"acme.example/acme.Ticket":      "A Ticket is work to do, see time.Time.",
		"acme.example/acme.Ticket.Text": "Text says what.",
		"acme.example/acme.Ticket.Due":  "the last day",
		"acme.example/acme.State=open":  "nobody has begun",
	}, comments)

	_, err = generate.Comments(fstest.MapFS{"broken.go": {Data: []byte("package")}}, "acme.example/acme")
	require.ErrorContains(t, err, "broken.go")

	key := reflect.TypeFor[ticket]().PkgPath() + ".ticket"
	b, err := generate.Of[ticket](generate.Options{Comments: map[string]string{key: "A ticket < 1 & more.", key + ".Colour": "Its colour.", reflect.TypeFor[ticket]().PkgPath() + ".colour=red": "stop"}})
	require.NoError(t, err)
	require.Contains(t, string(b), `"description": "A ticket < 1 & more."`)
	require.Contains(t, string(b), "\"allOf\": [\n        {\n          \"$ref\": \"#/$defs/colour\"\n        }\n      ],\n      \"description\": \"Its colour.\"")
	require.Contains(t, string(b), `"description": "\"red\": stop"`, "what a value means is said")
	require.Contains(t, string(b), "text states the control", "comments of this module are known")
}

func TestEqualTypesGiveEqualBytes(t *testing.T) {
	first, err := generate.Of[ticket](generate.Options{})
	require.NoError(t, err)
	for range 20 {
		again, err := generate.Of[ticket](generate.Options{})
		require.NoError(t, err)
		require.Equal(t, string(first), string(again))
	}
}
