package generate

import (
	"slices"
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

// open makes s the schema of a reader: members that it does not know are let pass.
func open(s *jsonschema.Schema) {
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

// anyMinor is the pattern of the schema versions that a lenient reader takes: every minor version of this major one.
const anyMinor = `^1\.(0|[1-9][0-9]*)$`

func isFalse(s *jsonschema.Schema) bool {
	if s == nil {
		return false
	}
	b, err := s.MarshalJSON()
	return err == nil && string(b) == "false"
}

// clone returns a copy of s that can be changed without changing s.
func clone(s *jsonschema.Schema) *jsonschema.Schema {
	if s == nil {
		return nil
	}
	c := *s
	c.Enum, c.Required = slices.Clone(s.Enum), slices.Clone(s.Required)
	c.Items, c.AdditionalProperties = clone(s.Items), clone(s.AdditionalProperties)
	for _, list := range []*[]*jsonschema.Schema{&c.AllOf, &c.AnyOf, &c.OneOf} {
		*list = slices.Clone(*list)
		for i, one := range *list {
			(*list)[i] = clone(one)
		}
	}
	if s.Properties != nil {
		c.Properties = jsonschema.NewProperties()
		for p := s.Properties.Oldest(); p != nil; p = p.Next() {
			c.Properties.Set(p.Key, clone(p.Value))
		}
	}
	return &c
}
