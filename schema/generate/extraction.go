package generate

import (
	"errors"
	"fmt"
	"slices"

	"github.com/invopop/jsonschema"
)

// maxEnumValues is how many values a closed set may have: services for structured output limit how many there are in all. A
// larger set becomes a text with a description.
const maxEnumValues = 40

// extraction returns root with every reference replaced by what it refers to, every member required and nullable, and
// free maps left out. Forms and language models fill it in from a text; null says that the text does not tell.
//
// Of the keywords it keeps type, properties, required, additionalProperties, items, enum and description, and the title of
// the root: services refuse others. What a text must look like stands in its description instead.
func extraction(root *jsonschema.Schema) (*jsonschema.Schema, error) {
	x := extractor{defs: root.Definitions}
	s := x.filled(root, root.Title, nil)
	s.Version, s.ID, s.Title, s.Comments = root.Version, root.ID, root.Title, root.Comments
	return s, errors.Join(x.faults...)
}

type extractor struct {
	defs   jsonschema.Definitions
	faults []error
}

func (x *extractor) fault(place, format string, args ...any) {
	x.faults = append(x.faults, fmt.Errorf("generate: %s: %s: no extraction variant", place, fmt.Sprintf(format, args...)))
}

// filled returns what s says of one value, in the keywords that are kept. Within are the definitions that it is part of.
func (x *extractor) filled(s *jsonschema.Schema, place string, within []string) *jsonschema.Schema {
	if name := referred(s); name != "" && x.defs[name] != nil {
		if slices.Contains(within, name) {
			x.fault(place, "%s contains itself, so it cannot be written out without references", name)
			return &jsonschema.Schema{}
		}
		out := x.filled(x.defs[name], place, append(slices.Clone(within), name))
		out.Description = describe(s.Description, out)
		return out
	}
	if len(s.AnyOf) > 0 { // the form that is written comes first
		out := x.filled(s.AnyOf[0], place, within)
		out.Description = describe(s.Description, out)
		return out
	}
	if len(s.OneOf) == 2 && s.OneOf[1].Type == "null" { // a member that may be null anyhow
		out := x.filled(s.OneOf[0], place, within)
		out.Description = describe(s.Description, out)
		return out
	}
	out := &jsonschema.Schema{Type: s.Type, Description: s.Description, Enum: slices.Clone(s.Enum)}
	if s.Const != nil {
		out.Enum = []any{s.Const}
	}
	if len(out.Enum) > maxEnumValues {
		out.Enum = nil
	}
	switch {
	case s.Extras != nil:
		x.verbatim(s, out, place)
	case len(s.OneOf) > 0 || s.Not != nil || s.If != nil || len(s.AllOf) > 0:
		x.fault(place, "its schema is a composition")
	case s.Type == "array":
		if s.Items == nil || isFree(s.Items) {
			x.fault(place, "its entries may be anything")
			break
		}
		out.Items = x.filled(s.Items, place+"[]", within)
	case s.Properties != nil:
		x.members(s, out, place, within)
	}
	return out
}

// members fills in the members of an object.
func (x *extractor) members(s, out *jsonschema.Schema, place string, within []string) {
	out.Properties = jsonschema.NewProperties()
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		at := place + "." + p.Key
		if target := x.target(p.Value); isFree(target) {
			if slices.Contains(s.Required, p.Key) {
				x.fault(at, "it is required, and may have any members")
			}
			continue
		}
		out.Properties.Set(p.Key, nullable(x.filled(p.Value, at, within)))
		out.Required = append(out.Required, p.Key)
	}
	out.AdditionalProperties = jsonschema.FalseSchema
}

// target returns what s refers to, s itself if it refers to nothing.
func (x *extractor) target(s *jsonschema.Schema) *jsonschema.Schema {
	if def := x.defs[referred(s)]; def != nil {
		return def
	}
	return s
}

// verbatim takes over the type of a schema that the caller gave, if it says just one.
func (x *extractor) verbatim(s, out *jsonschema.Schema, place string) {
	kind, ok := s.Extras["type"].(string)
	if !ok || kind == "object" || kind == "array" {
		x.fault(place, "the schema in Options.Types is no single type of text, number or truth value")
	}
	out.Type = kind
	if said, ok := s.Extras["description"].(string); ok {
		out.Description = said
	}
	if values, ok := s.Extras["enum"].([]any); ok && len(values) <= maxEnumValues {
		out.Enum = slices.Clone(values)
	}
}

// describe joins what a member says and what its type says. An object says itself by its members.
func describe(member string, of *jsonschema.Schema) string {
	switch {
	case member == "":
		return of.Description
	case of.Properties != nil || of.Description == "":
		return member
	}
	return member + "\n" + of.Description
}

// isFree reports whether s lets an object have any members, or a value be anything.
func isFree(s *jsonschema.Schema) bool {
	if s.Type == "object" {
		return s.Properties == nil
	}
	return s.Type == "" && s.Ref == "" && s.Enum == nil && s.Const == nil && s.Extras == nil &&
		len(s.AllOf)+len(s.AnyOf)+len(s.OneOf) == 0
}

// nullable lets s be null as well.
func nullable(s *jsonschema.Schema) *jsonschema.Schema {
	if len(s.Enum) > 0 {
		s.Enum = append(s.Enum, nil)
	}
	if s.Type != "" {
		s.Extras = map[string]any{"type": []string{s.Type, "null"}}
		s.Type = ""
	}
	return s
}
