package corrupt

import (
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
)

var rawMessage = reflect.TypeFor[json.RawMessage]()

// A member is a field of a struct as JSON sees it.
type member struct {
	name     string
	required bool
	typ      reflect.Type
}

// membersOf lists the members of a struct type, those of embedded structs included.
func membersOf(typ reflect.Type) []member {
	var list []member
	for f := range typ.Fields() {
		tag := f.Tag.Get("json")
		switch {
		case tag == "" && f.Anonymous:
			list = append(list, membersOf(f.Type)...)
			continue
		case tag == "" || tag == "-":
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		list = append(list, member{name: name, required: !strings.Contains(options, "omit"), typ: f.Type})
	}
	return list
}

// inside returns the type at the core of slices, maps and pointers.
func inside(typ reflect.Type) reflect.Type {
	for typ.Kind() == reflect.Pointer || hasElements(typ) {
		typ = typ.Elem()
	}
	return typ
}

// hasElements reports whether typ is a slice or a map, and coded as one.
func hasElements(typ reflect.Type) bool {
	return (typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map) && typ != rawMessage && !isCoded(typ)
}

// isCoded reports whether typ decodes itself.
func isCoded(typ reflect.Type) bool {
	pointer := reflect.PointerTo(typ)
	return typ != rawMessage &&
		(pointer.Implements(reflect.TypeFor[json.Unmarshaler]()) || pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()))
}

// kindsOf lists the kinds of JSON value that typ takes, in the words of JSON Schema.
func kindsOf(typ reflect.Type) []string {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	value := reflect.Zero(typ).Interface()
	if typ == rawMessage {
		return []string{"object", "array", "string", "number", "boolean", "null"}
	}
	if lister, ok := value.(interface{ JSONKinds() []string }); ok {
		return lister.JSONKinds()
	}
	pointer := reflect.PointerTo(typ)
	switch {
	case pointer.Implements(reflect.TypeFor[json.Unmarshaler]()):
		return []string{"object", "array", "string", "number", "boolean"}
	case pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]()), typ.Kind() == reflect.String:
		return []string{"string"}
	}
	switch typ.Kind() {
	case reflect.Struct, reflect.Map:
		return []string{"object"}
	case reflect.Slice:
		return []string{"array"}
	case reflect.Bool:
		return []string{"boolean"}
	}
	return []string{"number"}
}

// variants lists spellings of name that fold to the same letters and belong to no member.
func variants(name string, siblings []member) []string {
	var list []string
	for _, v := range []string{
		strings.ToUpper(name[:1]) + name[1:],
		strings.ToLower(name[:1]) + name[1:],
		strings.ToUpper(name),
		strings.ToLower(name),
		strings.Replace(name, "s", "\u017f", 1),
		strings.Replace(name, "S", "\u017f", 1),
		strings.Replace(name, "k", "\u212a", 1),
		strings.Replace(name, "K", "\u212a", 1),
	} {
		taken := slices.ContainsFunc(siblings, func(m member) bool { return m.name == v })
		if !taken && !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}
