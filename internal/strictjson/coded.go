package strictjson

import (
	"encoding"
	"encoding/json"
	"reflect"
	"time"
)

var (
	rawMessage      = reflect.TypeFor[json.RawMessage]()
	jsonMarshaler   = reflect.TypeFor[json.Marshaler]()
	jsonUnmarshaler = reflect.TypeFor[json.Unmarshaler]()
	textMarshaler   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// A kindLister says what kinds of JSON value its UnmarshalJSON takes.
type kindLister interface {
	JSONKinds() []string
}

// refusedType says why typ has no place in a document although it could be coded; "" if it could have one.
func refusedType(typ reflect.Type) string {
	switch typ {
	case reflect.TypeFor[time.Time]():
		return "a day is a calendar.Date and a moment a calendar.Instant"
	case reflect.TypeFor[time.Duration]():
		return "a bare number does not say its unit"
	case reflect.TypeFor[json.Number]():
		return "a number is judged by the type it lands in"
	}
	return ""
}

// coded fills n if its type codes itself, and reports whether it does. A type that does so in one direction alone, or
// through a field that it embeds, is refused: it would write what it cannot read, or lose its other fields.
func (n *node) coded(place string) bool {
	if n.typ.Kind() == reflect.Pointer || n.typ.Kind() == reflect.Interface {
		return false // a pointer has the methods of what it points to
	}
	pointer := reflect.PointerTo(n.typ)
	for _, pair := range [][2]reflect.Type{{jsonMarshaler, jsonUnmarshaler}, {textMarshaler, textUnmarshaler}} {
		if pointer.Implements(pair[0]) != pointer.Implements(pair[1]) {
			refuse(place, "%v: has one of %v and %v, needs both", n.typ, pair[0], pair[1])
		}
		if pointer.Implements(pair[0]) && !n.typ.Implements(pair[0]) {
			refuse(place, "%v: %v needs a value receiver", n.typ, pair[0])
		}
	}
	byJSON, byText := n.typ.Implements(jsonMarshaler), n.typ.Implements(textMarshaler)
	if n.typ.Kind() == reflect.Struct && (byJSON || byText) {
		for f := range n.typ.Fields() {
			if f.Anonymous && (f.Type.Implements(jsonMarshaler) || f.Type.Implements(textMarshaler)) {
				refuse(place, "%v: embeds %v, which codes itself and so would stand for the whole", n.typ, f.Type)
			}
		}
	}
	lister, lists := reflect.Zero(n.typ).Interface().(kindLister)
	if !lists && pointer.Implements(reflect.TypeFor[kindLister]()) {
		refuse(place, "%v: JSONKinds needs a value receiver", n.typ)
	}
	switch {
	case byJSON:
		n.shape, n.accepts = shapeCoded, anyKind&^kindNull
		n.decode = func(raw []byte) error {
			return reflect.New(n.typ).Interface().(json.Unmarshaler).UnmarshalJSON(raw)
		}
		if lists {
			n.accepts = listedKinds(n.typ, place, lister.JSONKinds())
		}
	case byText:
		n.shape, n.accepts = shapeCoded, kindString
		n.decode = func(raw []byte) error {
			return reflect.New(n.typ).Interface().(encoding.TextUnmarshaler).UnmarshalText(unescape(nil, raw))
		}
		if lists && listedKinds(n.typ, place, lister.JSONKinds()) != kindString {
			refuse(place, "%v: UnmarshalText is called for strings alone", n.typ)
		}
	case lists:
		refuse(place, "%v: JSONKinds means nothing without UnmarshalJSON", n.typ)
	}
	return byJSON || byText
}

// listedKinds returns the set of the kinds that a JSONKinds method of typ lists.
func listedKinds(typ reflect.Type, place string, names []string) kinds {
	var set kinds
	for _, name := range names {
		kind := kindNamed(name)
		if kind == 0 {
			refuse(place, "%v: JSONKinds says %q, which is none of %q", typ, name, kindNames)
		}
		set |= kind
	}
	if set == 0 {
		refuse(place, "%v: JSONKinds lists nothing", typ)
	}
	return set
}
