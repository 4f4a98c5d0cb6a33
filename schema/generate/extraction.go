package generate

import (
	"fmt"
	"slices"

	"github.com/invopop/jsonschema"
)

// maxInlined bounds how deep definitions are written out one within another; a type that contains itself has no end.
const maxInlined = 24

// extraction returns root with every reference replaced by what it refers to, every member required and nullable, and
// free maps left out. Forms and language models fill it in from a text; null says that the text does not tell.
func extraction(root *jsonschema.Schema) (*jsonschema.Schema, error) {
	x := extractor{defs: root.Definitions}
	s := x.filled(root, 0)
	s.Version, s.ID, s.Title, s.Comments, s.Definitions = root.Version, root.ID, root.Title, root.Comments, nil
	if x.tooDeep != "" {
		return nil, fmt.Errorf("generate: %s contains itself: it cannot be written out without references", x.tooDeep)
	}
	return s, nil
}

type extractor struct {
	defs    jsonschema.Definitions
	tooDeep string
}

// filled returns a copy of s without references in which all members of objects are required and nullable.
func (x *extractor) filled(s *jsonschema.Schema, depth int) *jsonschema.Schema {
	if name := referred(s); name != "" && x.defs[name] != nil {
		if depth > maxInlined {
			x.tooDeep = name
			return &jsonschema.Schema{}
		}
		said := s.Description
		s = x.filled(x.defs[name], depth+1)
		if said != "" {
			s.Description = said
		}
		return s
	}
	c := clone(s)
	c.Definitions = nil
	if len(c.AnyOf) > 0 { // the form that is written comes first
		first := x.filled(c.AnyOf[0], depth+1)
		first.Description = c.Description
		return first
	}
	if c.Items != nil {
		c.Items = x.filled(s.Items, depth+1)
	}
	if c.Properties == nil {
		return c
	}
	c.Properties, c.Required = jsonschema.NewProperties(), nil
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		member := x.filled(p.Value, depth+1)
		if isFreeMap(member) {
			continue
		}
		c.Properties.Set(p.Key, nullable(member))
		c.Required = append(c.Required, p.Key)
	}
	c.AdditionalProperties = jsonschema.FalseSchema
	return c
}

func isFreeMap(s *jsonschema.Schema) bool {
	return s.Type == "object" && s.Properties == nil || s.Type == "" && s.Enum == nil && s.Const == nil && len(s.OneOf) == 0 && len(s.Extras) == 0
}

// nullable lets s be null as well. A constant becomes a set of one, which null can join.
func nullable(s *jsonschema.Schema) *jsonschema.Schema {
	if s.Const != nil {
		s.Enum, s.Const = []any{s.Const}, nil
	}
	if len(s.Enum) > 0 {
		s.Enum = append(slices.Clone(s.Enum), nil)
	}
	if s.Type != "" {
		s.Extras = map[string]any{"type": []string{s.Type, "null"}}
		s.Type = ""
	}
	return s
}
