package generate

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"time"

	"github.com/invopop/jsonschema"
)

// The methods that types may have to say what reflection does not see. They need the standard library alone, so that
// types which have them link no schema library.
type (
	enumLister    interface{ EnumValues() []string }
	patternSayer  interface{ SchemaPattern() string }
	formatSayer   interface{ SchemaFormat() string }
	rangeSayer    interface{ SchemaRange() (string, string) }
	nameSayer     interface{ SchemaName() string }
	kindLister    interface{ JSONKinds() []string }
	jsonSchemer   interface{ JSONSchema() *jsonschema.Schema }
	schemaAliaser interface{ JSONSchemaAlias() any }
)

var (
	rawMessage    = reflect.TypeFor[json.RawMessage]()
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

// name returns the name of t among the definitions and remembers who has it; two types of one name would become one.
func (r *reflection) name(t reflect.Type) string {
	if name, ok := r.types[t]; ok {
		return name
	}
	name, chosen := r.options.Names[t]
	if !chosen {
		if t.PkgPath() == "" { // predeclared and unnamed types have no definition
			return t.Name()
		}
		name = goName(t)
	}
	if i := strings.IndexByte(name, '['); i >= 0 {
		r.fault("%v: an instance of a generic type needs a method SchemaName", t)
		name = name[:i]
	}
	if !isName(name) {
		r.fault("%v: the name %q is not made of letters, digits, '.', '_' and '-'", qualified(t), name)
	}
	if name == recordID {
		r.fault("%v: %s is the name of the ids of this module's records; Options.Names gives another name", qualified(t), name)
	}
	if other, ok := r.names[name]; ok && other != t {
		r.fault("%v and %v are both named %s; Options.Names or a method SchemaName gives one of them another name", qualified(other), qualified(t), name)
	}
	r.names[name], r.types[t] = t, name
	return name
}

// goName returns the name that t has of itself: what it says, what this module's table says of it, or that of Go.
func goName(t reflect.Type) string {
	if sayer, ok := ownHook[nameSayer](t); ok {
		return sayer.SchemaName()
	}
	if name, ok := names[t.String()]; ok && isOurs(t) {
		return name
	}
	return t.Name()
}

// isOurs reports whether t is a type of this module.
func isOurs(t reflect.Type) bool { return strings.HasPrefix(t.PkgPath(), modulePath+"/") }

// isName reports whether a reference to name needs no escapes.
func isName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") == ""
}

func qualified(t reflect.Type) string { return t.PkgPath() + "." + t.Name() }

func (r *reflection) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf("generate: "+format, args...))
}

// ownHook returns the zero value of t as an H, unless t has the method only because it embeds a type that has it: the
// embedding type is another type, with another name and other values.
func ownHook[H any](t reflect.Type) (H, bool) {
	hook, ok := reflect.Zero(t).Interface().(H)
	if !ok || t.Kind() != reflect.Struct {
		return hook, ok
	}
	for f := range t.Fields() {
		if f.Anonymous && f.Type.Implements(reflect.TypeFor[H]()) {
			var none H
			return none, false
		}
	}
	return hook, true
}

// check finds what cannot have a schema before anything is reflected, and names each place.
func (r *reflection) check(t reflect.Type, place string, seen map[reflect.Type]bool) {
	if t == rawMessage || r.options.Types[t] != nil {
		return
	}
	if t.Name() != "" && t.PkgPath() != "" {
		if seen[t] {
			return
		}
		seen[t] = true
	}
	switch t.Kind() {
	case reflect.Pointer:
		r.check(t.Elem(), place, seen)
		return
	case reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.Complex64, reflect.Complex128:
		r.fault("%s: a %v has no JSON", place, t)
		return
	case reflect.Interface:
		return
	}
	if _, own := ownHook[jsonSchemer](t); schemesItself(t) && !own {
		r.fault("%s: %v has the method JSONSchema of a struct that it embeds, so its own members would be lost", place, qualified(t))
		return
	}
	if t == reflect.TypeFor[url.URL]() {
		r.fault("%s: a url.URL is written as an object of its fields; a string says it better", place)
		return
	}
	if _, lists := reflect.Zero(t).Interface().(enumLister); lists && t.Kind() != reflect.String && t.Kind() != reflect.Struct && !reflect.PointerTo(t).Implements(textMarshaler) {
		r.fault("%s: %v lists values of a text with EnumValues, but is written as a %v", place, qualified(t), t.Kind())
		return
	}
	if known(t) == nil && !schemesItself(t) {
		pointer := reflect.PointerTo(t)
		if pointer.Implements(jsonMarshaler) || pointer.Implements(textMarshaler) && t.Kind() != reflect.String {
			if textOf(t) == nil {
				r.fault("%s: %v marshals itself; Options.Types has to give its schema", place, qualified(t))
				return
			}
		}
	}
	switch t.Kind() {
	case reflect.Slice, reflect.Array:
		r.check(t.Elem(), place+"[]", seen)
	case reflect.Map:
		if t.Key().Kind() != reflect.String {
			r.fault("%s: the keys of %v are no strings; a list of objects with an id says it better", place, t)
		}
		r.check(t.Elem(), place+"[]", seen)
	case reflect.Struct:
		if known(t) != nil {
			return
		}
		for f := range t.Fields() {
			tag := f.Tag.Get("json")
			name, _, _ := strings.Cut(tag, ",")
			switch {
			case tag == "-" || !f.IsExported() && !f.Anonymous:
			case name == "-":
				r.fault("%s.%s: a member named %q cannot be described", place, f.Name, name)
			case f.Anonymous && f.Type.Kind() == reflect.Pointer && name == "":
				r.fault("%s: embeds %v through a pointer: without it, required members would be missing", place, f.Type)
			default:
				r.check(f.Type, place+"."+f.Name, seen)
			}
		}
	}
}

func schemesItself(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[jsonSchemer]()) || t.Implements(reflect.TypeFor[schemaAliaser]())
}

// known returns the schema of a type of the standard library, or of one that many programs use, that marshals itself.
func known(t reflect.Type) *jsonschema.Schema {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return &jsonschema.Schema{Type: "string", Format: "date-time"}
	case t == reflect.TypeFor[json.Number]():
		return &jsonschema.Schema{Type: "number"}
	case t.PkgPath() == "github.com/google/uuid" && t.Name() == "UUID":
		return &jsonschema.Schema{Type: "string", Format: "uuid"}
	}
	return nil
}

// mapped returns the schema of a type that reflection would not get right: one that the caller described, one that
// marshals itself, or a text with a form of its own. Texts become definitions, so that each has one name everywhere.
func (r *reflection) mapped(t reflect.Type) *jsonschema.Schema {
	if raw := r.options.Types[t]; raw != nil {
		return r.define(t, r.verbatim(t, raw))
	}
	if t == rawMessage {
		return new(jsonschema.Schema)
	}
	if s := known(t); s != nil {
		return s
	}
	if t.Kind() == reflect.Struct {
		return nil
	}
	s := textOf(t)
	if s == nil {
		return nil
	}
	return r.define(t, s)
}

// verbatim returns a schema that is written as the caller gave it.
func (r *reflection) verbatim(t reflect.Type, raw json.RawMessage) *jsonschema.Schema {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var said map[string]any
	if err := d.Decode(&said); err != nil || said == nil {
		r.fault("Options.Types: the schema of %v is not a JSON object: %v", qualified(t), err)
		return new(jsonschema.Schema)
	}
	if _, ok := said["description"]; !ok {
		if c := r.comment(t, ""); c != "" {
			said["description"] = c
		}
	}
	return &jsonschema.Schema{Extras: said}
}

// textOf returns the schema of a type that says its form by its methods, nil for others.
func textOf(t reflect.Type) *jsonschema.Schema {
	if t.PkgPath() == "" || t.Kind() == reflect.Struct {
		return nil
	}
	zero := reflect.Zero(t).Interface()
	s := &jsonschema.Schema{Type: "string"}
	said := false
	if h, ok := zero.(enumLister); ok {
		for _, v := range h.EnumValues() {
			s.Enum = append(s.Enum, v)
		}
		said = true
	}
	if h, ok := zero.(patternSayer); ok {
		s.Pattern, said = h.SchemaPattern(), true
	}
	if h, ok := zero.(formatSayer); ok {
		s.Format, said = h.SchemaFormat(), true
	}
	if !said {
		return nil
	}
	if h, ok := zero.(kindLister); ok {
		return ofKinds(s, zero, h.JSONKinds())
	}
	return s
}

// ofKinds returns a schema for a text that may also be written as another kind of JSON value.
func ofKinds(text *jsonschema.Schema, zero any, kinds []string) *jsonschema.Schema {
	if len(kinds) == 1 && kinds[0] == "string" {
		return text
	}
	choice := new(jsonschema.Schema)
	for _, kind := range kinds {
		one := text
		if kind != "string" {
			one = &jsonschema.Schema{Type: kind}
			if h, ok := zero.(rangeSayer); ok {
				least, greatest := h.SchemaRange()
				one.Minimum, one.Maximum = json.Number(least), json.Number(greatest)
			}
		}
		choice.AnyOf = append(choice.AnyOf, one)
	}
	return choice
}

// define puts s among the definitions as what t is, and returns a reference to it; a type without a name stays where it
// is used.
func (r *reflection) define(t reflect.Type, s *jsonschema.Schema) *jsonschema.Schema {
	name := r.name(t)
	if name == "" || t.PkgPath() == "" {
		return s
	}
	if s.Extras == nil {
		s.Description = r.comment(t, "")
	}
	if lister, ok := reflect.Zero(t).Interface().(enumLister); ok && s.Extras == nil {
		s.Description = strings.TrimSpace(s.Description + "\n" + r.valueComments(t, lister.EnumValues()))
		if isOurs(t) && openSets[t.String()] {
			s.Description += "\n\nA later minor version may have further values."
		}
	}
	r.defs[name] = s
	return reference(name)
}

const refPrefix = "#/$defs/"

func reference(name string) *jsonschema.Schema { return &jsonschema.Schema{Ref: refPrefix + name} }
