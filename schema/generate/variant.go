package generate

import (
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
)

// each calls f for s and every schema in it, the definitions included, outermost first.
func each(s *jsonschema.Schema, f func(*jsonschema.Schema)) {
	if s == nil {
		return
	}
	f(s)
	for _, def := range s.Definitions {
		each(def, f)
	}
	if s.Properties != nil {
		for p := s.Properties.Oldest(); p != nil; p = p.Next() {
			each(p.Value, f)
		}
	}
	for _, def := range s.PatternProperties {
		each(def, f)
	}
	for _, list := range [][]*jsonschema.Schema{s.AllOf, s.AnyOf, s.OneOf, s.PrefixItems} {
		for _, one := range list {
			each(one, f)
		}
	}
	for _, one := range []*jsonschema.Schema{s.Items, s.AdditionalProperties, s.PropertyNames, s.Contains, s.Not, s.If, s.Then, s.Else} {
		each(one, f)
	}
}

// wrapReferences puts a reference that has something beside it into an allOf of its own: draft-07 tools ignore what
// stands beside a reference, and generators of types make a second type of it.
func wrapReferences(s *jsonschema.Schema) {
	each(s, func(s *jsonschema.Schema) {
		if s.Ref != "" && s.Description != "" {
			s.AllOf, s.Ref = []*jsonschema.Schema{{Ref: s.Ref}}, ""
		}
	})
}

// referred returns the name of the definition that s refers to, wrapped or not; "" if it refers to none.
func referred(s *jsonschema.Schema) string {
	if len(s.AllOf) == 1 {
		s = s.AllOf[0]
	}
	return strings.TrimPrefix(s.Ref, refPrefix)
}

// reachable returns those of defs that s refers to, directly or not.
func reachable(s *jsonschema.Schema, defs jsonschema.Definitions) jsonschema.Definitions {
	found := jsonschema.Definitions{}
	var visit func(*jsonschema.Schema)
	visit = func(s *jsonschema.Schema) {
		each(s, func(s *jsonschema.Schema) {
			name, ok := strings.CutPrefix(s.Ref, refPrefix)
			if ok && found[name] == nil && defs[name] != nil {
				found[name] = defs[name]
				visit(defs[name])
			}
		})
	}
	visit(&jsonschema.Schema{Properties: s.Properties, Items: s.Items, AllOf: s.AllOf, AnyOf: s.AnyOf, OneOf: s.OneOf, AdditionalProperties: s.AdditionalProperties})
	return found
}

// open makes s the schema of a reader: members that it does not know are let pass, and so are values of open sets.
func (r *reflection) open(s *jsonschema.Schema) {
	for name, def := range s.Definitions {
		if t := r.names[name]; t != nil && isOurs(t) && openSets[t.String()] {
			def := *def
			def.Enum = nil
			s.Definitions[name] = &def
		}
	}
	each(s, func(s *jsonschema.Schema) {
		if isFalse(s.AdditionalProperties) {
			s.AdditionalProperties = nil
		}
		if s.Properties == nil {
			return
		}
		if version, ok := s.Properties.Get(versionMember); ok && version.Const != nil {
			s.Properties.Set(versionMember, &jsonschema.Schema{Type: "string", Pattern: anyMinor, Description: version.Description})
		}
	})
}

// loosen takes from s, the schema of a document that is computed from a record, what only a sound record holds: its forms,
// bounds and closed sets. A conclusion about a record that is wrong repeats what is wrong.
func (r *reflection) loosen(s *jsonschema.Schema) {
	for name, def := range s.Definitions {
		if t := r.names[name]; t != nil && records()[t] {
			def := *def
			def.Enum = nil
			s.Definitions[name] = &def
		}
	}
	each(s, func(s *jsonschema.Schema) {
		s.Pattern, s.Format, s.MinLength, s.MaxLength, s.MinItems, s.UniqueItems = "", "", nil, nil, nil, false
		s.Minimum, s.Maximum = "", ""
	})
}

// isComputed reports whether t is a root document that this module computes, and nobody writes.
func isComputed(t reflect.Type) bool { return rootOf(t) != "" && !records()[t] }

// anyMinor is the pattern of the schema versions that a lenient reader takes: every minor version of this major one.
const anyMinor = `^1\.(0|[1-9][0-9]*)$`

func isFalse(s *jsonschema.Schema) bool {
	if s == nil {
		return false
	}
	b, err := s.MarshalJSON()
	return err == nil && string(b) == "false"
}
