package generate_test

import (
	"encoding/json"
	"net/url"
	"reflect"
	"testing"
	"time"

	"github.com/invopop/jsonschema"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/generate"
)

type inner struct {
	Name string `json:"name"`
	Note string `json:"note,omitempty"`
}

// Structs that schemas of libraries get wrong.
type (
	optionalOwner struct {
		control.Control
		Owner string `json:"owner,omitempty"`
	}
	ownText struct {
		Body string `json:"text"`
		control.Control
	}
	ownBefore struct {
		Name int `json:"name"`
		inner
	}
	namedEmbedded struct {
		inner `json:"inner"`
	}
	unnamedFields struct {
		Plain   string
		private string
		Skipped string `json:"-"`
	}
	collections struct {
		Fixed [2]int            `json:"fixed"`
		Bytes []byte            `json:"bytes"`
		Any   any               `json:"any"`
		Map   map[string]inner  `json:"map"`
		Texts map[string]string `json:"texts,omitempty"`
		When  time.Time         `json:"when,omitzero"`
		Inner *inner            `json:"inner,omitempty"`
		Lists [][]inner         `json:"lists"`
	}
	quoted struct {
		N int  `json:"n,string"`
		B bool `json:"b,string"`
	}
)

// Each value is written by encoding/json and must be valid; each broken document must not be.
func TestWhatEncodingJSONWritesIsValid(t *testing.T) {
	sound := control.Control{
		ID: "AC-1", Text: "Access is reviewed.", Criteria: []criteria.ID{criteria.CC6_1}, Automation: control.Manual,
		Frequency: calendar.Frequency{Interval: calendar.Monthly}, Owner: "IT",
	}
	withoutOwner := sound
	withoutOwner.Owner = ""
	for name, c := range map[string]struct {
		value  any
		broken string
	}{
		"a member made optional":     {optionalOwner{Control: withoutOwner}, `{"id":"AC-1"}`},
		"a member without our rule":  {ownText{Control: sound, Body: ""}, `{"text":7}`},
		"a member declared before":   {ownBefore{Name: 7, inner: inner{Name: "x"}}, `{"name":"x"}`},
		"embedded with a name":       {namedEmbedded{inner{Name: "x"}}, `{"name":"x"}`},
		"names of Go":                {unnamedFields{Plain: "x", private: "y", Skipped: "z"}, `{"Plain":"x","Skipped":"z"}`},
		"collections":                {collections{Bytes: []byte("x"), Map: map[string]inner{"a": {}}, Lists: [][]inner{{{}}}, When: time.Unix(0, 0).UTC()}, `{"fixed":[1],"bytes":"","any":1,"map":{},"lists":[]}`},
		"numbers written as strings": {quoted{N: 1, B: true}, `{"n":1,"b":"true"}`},
	} {
		b, err := generate.Type(reflect.TypeOf(c.value), generate.Options{})
		require.NoError(t, err, name)
		s := compiled(t, b)
		written, err := json.Marshal(c.value)
		require.NoError(t, err, name)
		require.NoError(t, judge(t, s, string(written)), "%s: %s", name, written)
		require.Error(t, judge(t, s, c.broken), name)
	}
}

type (
	optionalEmbedded struct {
		*inner `json:",omitempty"`
	}
	dash struct {
		//lint:ignore SA5008 encoding/json takes it, and the generator has to refuse it
		A string `json:"-,"`
	}
	address struct {
		URL url.URL `json:"url"`
	}
	numbered     int
	withNumbered struct {
		N numbered `json:"n"`
	}
	RecordID     struct{ A string }
	withRecordID struct {
		R RecordID `json:"r"`
	}
	badly     struct{ A string }
	withBadly struct {
		B badly `json:"b"`
	}
	selfMade   struct{ A string }
	embedsMade struct {
		selfMade
		B string `json:"b"`
	}
	vainTag struct {
		Day calendar.Date `json:"day" jsonschema:"pattern=^2026"`
	}
	wrongTag struct {
		Text string `json:"text" jsonschema:"minLenght=3"`
	}
)

func (numbered) EnumValues() []string           { return []string{"one"} }
func (badly) SchemaName() string                { return "a b#" }
func (selfMade) JSONSchema() *jsonschema.Schema { return &jsonschema.Schema{Type: "string"} }

func TestWhatWouldBeWrongIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		typ  reflect.Type
		want string
	}{
		"embedded pointer with an option": {reflect.TypeFor[optionalEmbedded](), "through a pointer"},
		"a member named -":                {reflect.TypeFor[dash](), `a member named "-"`},
		"an address":                      {reflect.TypeFor[address](), "written as an object of its fields"},
		"an integer with names":           {reflect.TypeFor[withNumbered](), "but is written as a int"},
		"a name of ours":                  {reflect.TypeFor[withRecordID](), "is the name of the ids of this module's records"},
		"a name with blanks":              {reflect.TypeFor[withBadly](), "is not made of letters"},
		"a promoted JSONSchema":           {reflect.TypeFor[embedsMade](), "its own members would be lost"},
		"a tag that says nothing":         {reflect.TypeFor[vainTag](), `"pattern" in the jsonschema tag says nothing`},
		"a tag with a wrong key":          {reflect.TypeFor[wrongTag](), `has no key "minLenght"`},
		"a time":                          {reflect.TypeFor[time.Time](), "a struct type with a name was expected"},
		"an address alone":                {reflect.TypeFor[url.URL](), "a struct type with a name was expected"},
	} {
		_, err := generate.Type(c.typ, generate.Options{})
		require.ErrorContains(t, err, c.want, name)
	}
}

func TestNamesForTypesOfOthers(t *testing.T) {
	type Control struct {
		Name string `json:"name"`
	}
	type both struct {
		Ours   control.Control `json:"ours"`
		Theirs Control         `json:"theirs"`
	}
	b, err := generate.Of[both](generate.Options{Names: map[reflect.Type]string{reflect.TypeFor[Control](): "OtherControl"}})
	require.NoError(t, err)
	require.Contains(t, string(b), `"OtherControl": {`)
	require.NoError(t, judge(t, compiled(t, b), `{"ours":{`+soundControl()+`},"theirs":{"name":"x"}}`))
}

func TestSchemaOfATypeIsTakenAsItIs(t *testing.T) {
	type priced struct {
		Price money `json:"price"`
	}
	given := json.RawMessage(`{"type":["integer","null"],"description":"","unevaluatedProperties":false,"x-unit":"cent"}`)
	b, err := generate.Of[priced](generate.Options{Types: map[reflect.Type]json.RawMessage{reflect.TypeFor[money](): given}})
	require.NoError(t, err)
	var s struct {
		Defs map[string]json.RawMessage `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(b, &s))
	require.JSONEq(t, string(given), string(s.Defs["money"]))
}

type (
	freeRequired struct {
		Map map[string]inner `json:"map"`
	}
	freeItems struct {
		List []json.RawMessage `json:"list"`
	}
	nullableMember struct {
		Inner *inner            `json:"inner" jsonschema:"nullable"`
		Tags  map[string]string `json:"tags,omitempty"`
	}
)

func TestExtractionOfOwnTypes(t *testing.T) {
	of := func(typ reflect.Type) (string, error) {
		b, err := generate.Type(typ, generate.Options{Variant: schema.Extraction})
		return string(b), err
	}
	_, err := of(reflect.TypeFor[freeRequired]())
	require.ErrorContains(t, err, "freeRequired.map: it is required, and may have any members")
	_, err = of(reflect.TypeFor[freeItems]())
	require.ErrorContains(t, err, "freeItems.list: its entries may be anything")

	b, err := of(reflect.TypeFor[nullableMember]())
	require.NoError(t, err)
	require.NotContains(t, b, "tags", "free maps are left out")
	s := compiled(t, []byte(b))
	require.NoError(t, judge(t, s, `{"inner":null}`))
	require.NoError(t, judge(t, s, `{"inner":{"name":"x","note":null}}`))
	require.Error(t, judge(t, s, `{"inner":{"name":"x"}}`))
}

func TestDefinitionsRefuse(t *testing.T) {
	_, err := generate.Definitions(generate.Options{Variant: "x"}, reflect.TypeFor[inner]())
	require.ErrorContains(t, err, `variant "x" is none of`)
	_, err = generate.Definitions(generate.Options{Variant: schema.Extraction}, reflect.TypeFor[inner]())
	require.ErrorContains(t, err, "has no definitions")
	b, err := generate.Definitions(generate.Options{}, reflect.TypeFor[*inner]())
	require.NoError(t, err)
	require.Contains(t, string(b), `"inner": {`)
}
