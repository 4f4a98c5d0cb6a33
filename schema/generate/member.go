package generate

import (
	"reflect"
	"slices"
	"strings"

	"github.com/invopop/jsonschema"
)

// A member is a field as encoding/json writes it: with the name that it has in JSON, by the rules of that package for
// embedded structs.
type member struct {
	name     string
	field    reflect.StructField
	owner    reflect.Type // the struct that declares the field
	index    []int
	tagged   bool // the name comes from a tag
	shadowed bool // other fields, deeper down, have the same name
}

// membersOf returns the members of a struct type in the order in which they are written, and the names that encoding/json
// leaves out because several fields of one depth claim them.
func membersOf(t reflect.Type) (members []member, ambiguous []string) {
	type level struct {
		typ   reflect.Type
		index []int
	}
	byName := map[string][]member{}
	visited := map[reflect.Type]bool{}
	for current := []level{{typ: t}}; len(current) > 0; {
		var next []level
		for _, l := range current {
			if visited[l.typ] {
				continue
			}
			for i := range l.typ.NumField() {
				f := l.typ.Field(i)
				tag, hasTag := f.Tag.Lookup("json")
				name, _, _ := strings.Cut(tag, ",")
				index := append(slices.Clone(l.index), i)
				structure := f.Type
				if structure.Kind() == reflect.Pointer {
					structure = structure.Elem()
				}
				switch embeds := f.Anonymous && structure.Kind() == reflect.Struct; {
				case hasTag && tag == "-", !f.IsExported() && !embeds:
				case embeds && name == "":
					next = append(next, level{structure, index})
				default:
					m := member{name: name, field: f, owner: l.typ, index: index, tagged: name != ""}
					if name == "" {
						m.name = f.Name
					}
					byName[m.name] = append(byName[m.name], m)
				}
			}
		}
		for _, l := range current {
			visited[l.typ] = true
		}
		current = next
	}
	for name, candidates := range byName {
		if m, ok := dominant(candidates); ok {
			members = append(members, m)
		} else {
			ambiguous = append(ambiguous, name)
		}
	}
	slices.SortFunc(members, func(a, b member) int { return slices.Compare(a.index, b.index) })
	slices.Sort(ambiguous)
	return members, ambiguous
}

// dominant returns the one field of a name that is written: the least deep, or of several the one with a tag.
func dominant(candidates []member) (member, bool) {
	depth := len(slices.MinFunc(candidates, func(a, b member) int { return len(a.index) - len(b.index) }).index)
	var top, tagged []member
	for _, m := range candidates {
		if len(m.index) == depth {
			top = append(top, m)
			if m.tagged {
				tagged = append(tagged, m)
			}
		}
	}
	if len(tagged) > 0 {
		top = tagged
	}
	if len(top) != 1 {
		return member{}, false
	}
	top[0].shadowed = len(candidates) > 1
	return top[0], true
}

// settle makes def, which the schema library made of the struct type t, say what encoding/json writes: the library takes
// the last of several fields of one name, and requires a member if any of them does.
func (r *reflection) settle(reflector *jsonschema.Reflector, def *jsonschema.Schema, t reflect.Type) {
	if def.Properties == nil {
		return
	}
	members, ambiguous := membersOf(t)
	for _, name := range ambiguous {
		r.fault("%v: two fields claim the member %q, so encoding/json writes neither; a field of %v itself would decide", qualified(t), name, t)
	}
	properties := jsonschema.NewProperties()
	var required []string
	for _, m := range members {
		property, ok := def.Properties.Get(m.name)
		isRequired := slices.Contains(def.Required, m.name)
		if ok && m.shadowed && m.field.IsExported() {
			alone := m.field
			alone.Anonymous = false
			of := reflector.ReflectFromType(reflect.StructOf([]reflect.StructField{alone}))
			property, ok = of.Properties.Get(m.name)
			isRequired = slices.Contains(of.Required, m.name)
			for name, other := range of.Definitions {
				if r.defs[name] == nil {
					r.defs[name] = other
				}
			}
			if ok && property.Description == "" {
				property.Description = r.comment(m.owner, m.field.Name)
			}
		}
		if !ok {
			r.fault("%v: the member %q of field %s cannot be described", qualified(t), m.name, m.field.Name)
			continue
		}
		r.checkTags(t, m, property)
		properties.Set(m.name, property)
		if isRequired {
			required = append(required, m.name)
		}
	}
	def.Properties, def.Required = properties, required
}

// anyTypeTags are the keys of a jsonschema tag that count whatever the type of the field is.
var anyTypeTags = []string{"", "title", "description", "type", "anchor", "required", "nullable", "oneof_required", "anyof_required", "oneof_ref", "oneof_type", "anyof_ref", "anyof_type"}

// typeTags are those that count for a field whose type has no definition of its own.
var typeTags = []string{"minLength", "maxLength", "pattern", "format", "readOnly", "writeOnly", "default", "example", "enum",
	"multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "uniqueItems"}

// checkTags finds what a jsonschema tag says in vain.
func (r *reflection) checkTags(t reflect.Type, m member, property *jsonschema.Schema) {
	for part := range strings.SplitSeq(strings.ReplaceAll(m.field.Tag.Get("jsonschema"), `\,`, ""), ",") {
		key, _, _ := strings.Cut(part, "=")
		switch {
		case slices.Contains(anyTypeTags, key):
		case !slices.Contains(typeTags, key):
			r.fault("%v.%s: the jsonschema tag has no key %q", t, m.field.Name, key)
		case property.Ref != "" || len(property.AnyOf) > 0 || len(property.AllOf) > 0:
			r.fault("%v.%s: %q in the jsonschema tag says nothing of a type that has a schema of its own", t, m.field.Name, key)
		}
	}
}
