package generate

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"

	"github.com/invopop/jsonschema"

	"github.com/soc2kit/soc2/schema"
)

// Of returns the JSON Schema of T, indented and with a line feed at its end; see [Type].
func Of[T any](o Options) ([]byte, error) {
	return Type(reflect.TypeFor[T](), o)
}

// Type returns the JSON Schema of t, a struct type or a pointer to one. Definitions that t refers to stand under $defs, by
// the names of their types. Equal types and options give equal bytes.
//
// The error says everything that has no schema: two types of one name, a type that marshals itself and is not known, a
// function or a channel, a struct that is embedded through a pointer.
func Type(t reflect.Type, o Options) ([]byte, error) {
	s, err := schemaOf(t, o)
	if err != nil {
		return nil, err
	}
	return render(s)
}

func mustBeNamedStruct(t reflect.Type) error {
	if t == nil || t.Kind() != reflect.Struct || t.PkgPath() == "" || known(t) != nil || t == reflect.TypeFor[url.URL]() {
		return fmt.Errorf("generate: %v: a struct type with a name was expected", t)
	}
	return nil
}

func schemaOf(t reflect.Type, o Options) (*jsonschema.Schema, error) {
	if o.Variant == "" {
		o.Variant = schema.Strict
	}
	if !o.Variant.IsValid() {
		return nil, fmt.Errorf("generate: variant %q is none of %q", o.Variant, o.Variant.EnumValues())
	}
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if err := mustBeNamedStruct(t); err != nil {
		return nil, err
	}
	r, err := reflectAll(o, t)
	if err != nil {
		return nil, err
	}
	root := r.root(t)
	root.Version = jsonschema.Version
	root.ID = jsonschema.ID(o.ID)
	root.Title = o.Title
	if root.Title == "" {
		root.Title = r.name(t)
	}
	if o.Description != "" {
		root.Description = o.Description
	}
	if isComputed(t) {
		r.loosen(root)
	}
	switch o.Variant {
	case schema.Lenient:
		r.open(root)
	case schema.Extraction:
		return extraction(root)
	}
	return root, nil
}

// Definitions returns one schema that says nothing by itself and holds the schemas of the given struct types, and of all
// that they refer to, under $defs by their names. Others copy from it what they need. Of o, the variant [schema.Extraction]
// is refused, since it has no definitions.
func Definitions(o Options, types ...reflect.Type) ([]byte, error) {
	if o.Variant == schema.Extraction {
		return nil, fmt.Errorf("generate: variant %q has no definitions", o.Variant)
	}
	if o.Variant != "" && !o.Variant.IsValid() {
		return nil, fmt.Errorf("generate: variant %q is none of %q", o.Variant, o.Variant.EnumValues())
	}
	types = slices.Clone(types)
	for i, t := range types {
		for t != nil && t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if err := mustBeNamedStruct(t); err != nil {
			return nil, err
		}
		types[i] = t
	}
	r, err := reflectAll(o, types...)
	if err != nil {
		return nil, err
	}
	s := &jsonschema.Schema{Version: jsonschema.Version, ID: jsonschema.ID(o.ID), Title: o.Title, Description: o.Description, Definitions: r.defs}
	if o.Variant == schema.Lenient {
		r.open(s)
	}
	return render(s)
}

// A reflection is what the types reachable from some roots look like as schemas.
type reflection struct {
	names   map[string]reflect.Type // who has which name
	types   map[reflect.Type]string
	defs    jsonschema.Definitions
	options Options
	own     map[string]string // doc comments of this module
	faults  []error
}

// reflectAll reflects the given struct types into one set of definitions.
func reflectAll(o Options, types ...reflect.Type) (*reflection, error) {
	r := &reflection{names: map[string]reflect.Type{}, types: map[reflect.Type]string{}, defs: jsonschema.Definitions{}, options: o}
	for _, t := range types {
		r.check(t, t.String(), map[reflect.Type]bool{})
	}
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	reflector := &jsonschema.Reflector{Anonymous: true, Namer: r.name, Mapper: r.mapped, LookupComment: r.comment}
	for _, t := range types {
		for name, def := range reflector.ReflectFromType(t).Definitions {
			if r.defs[name] == nil {
				r.defs[name] = def
			}
		}
	}
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	for _, name := range slices.Sorted(maps.Keys(r.defs)) {
		if t := r.names[name]; t != nil && t.Kind() == reflect.Struct && r.options.Types[t] == nil {
			r.settle(reflector, r.defs[name], t)
			r.constrain(r.defs[name], t)
		}
	}
	if len(r.faults) > 0 {
		return nil, errors.Join(r.faults...)
	}
	for name, def := range r.defs {
		wrapReferences(def)
		if def.Title == "" && def.Extras == nil {
			def.Title = name // generators of types would take the name of the member that uses it
		}
	}
	return r, nil
}

// root returns the schema of t as a root, with the definitions that it needs.
func (r *reflection) root(t reflect.Type) *jsonschema.Schema {
	s := *r.defs[r.name(t)]
	s.Definitions = reachable(&s, r.defs)
	return &s
}
