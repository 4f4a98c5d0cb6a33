package evolution

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A comparison compares two schemas.
type comparison struct {
	previous, next map[string]any    // the roots
	renamed        map[string]string // definitions that have another name, by the previous one
	found          []Difference
}

// A spot is where a comparison is.
type spot struct {
	path       string // JSON Pointer
	definition string // empty in the root
	property   string // properties on the way from the definition, joined by dots
}

// at returns the spot that elems lead to.
func (s spot) at(elems ...any) spot {
	s.path += problem.Pointer(elems...)
	return s
}

// of returns the spot of the property with the given name of the schema at s.
func (s spot) of(name string) spot { return s.at("properties", name).about(name) }

// about returns s as a spot that is about the property with the given name of what s is about.
func (s spot) about(name string) spot {
	if s.property != "" {
		name = s.property + "." + name
	}
	s.property = name
	return s
}

// compare compares the roots.
func (c *comparison) compare() {
	c.renamed = renamedDefinitions(c.previous, c.next)
	c.schemas(spot{}, c.previous, c.next)
	c.doubt()
}

func (c *comparison) report(at spot, code problem.Code, level Level, format string, args ...any) {
	c.found = append(c.found, Difference{
		Path: at.path, Definition: at.definition, Property: at.property,
		Code: code, Level: level, Message: fmt.Sprintf(format, args...),
	})
}

func (c *comparison) none(at spot, code problem.Code, format string, args ...any) {
	c.report(at, code, LevelNone, format, args...)
}

func (c *comparison) minor(at spot, code problem.Code, format string, args ...any) {
	c.report(at, code, LevelMinor, format, args...)
}

func (c *comparison) major(at spot, code problem.Code, format string, args ...any) {
	c.report(at, code, LevelMajor, format, args...)
}

// unjudged reports that what is at a spot has changed if it has, whatever that means.
func (c *comparison) unjudged(at spot, previous, next any) {
	if !sameJSON(previous, next) {
		c.major(at, CodeCannotJudge, "it was %s and is %s; what that does to documents cannot be told", abridged(previous), abridged(next))
	}
}

// schemas compares two schemas that stand at the same spot.
func (c *comparison) schemas(at spot, previous, next any) {
	before, wasSchema := keywords(previous)
	after, isSchema := keywords(next)
	if !wasSchema || !isSchema {
		c.unjudged(at, previous, next)
		return
	}
	if c.unwrapped(at, before, after) || !c.references(at, before, after) {
		return
	}
	c.values(at, before, after)
	for _, keyword := range sortedNames(before, after) {
		c.keyword(at, keyword, before, after)
	}
}

// keyword compares what two schemas at a spot say by one keyword.
func (c *comparison) keyword(at spot, keyword string, before, after map[string]any) {
	previous, was := before[keyword]
	next, is := after[keyword]
	here := at.at(keyword)
	switch keyword {
	case "$ref", "const", "enum": // compared already
	case "title", "description", "$comment", "examples", "deprecated":
		if !sameJSON(previous, next) {
			c.none(here, CodeAnnotationChanged, "it says something else to people")
		}
	case "$schema", "$id":
		if !sameJSON(previous, next) {
			c.major(here, CodeIdentityChanged, "it was %s and is %s; those who refer to the schema do not find it",
				abridged(previous), abridged(next))
		}
	case "$defs":
		if at.path != "" {
			c.unjudged(here, previous, next)
			return
		}
		c.definitions(before, after)
	case "type":
		c.types(here, previous, next)
	case "properties":
		c.properties(at, before, after)
	case "required":
		c.required(at, before, after)
	case "additionalProperties":
		c.additional(here, previous, next)
	case "items":
		c.items(here, previous, next)
	case "propertyNames":
		switch {
		case was && is:
			c.schemas(here, previous, next)
		case is:
			c.major(here, CodeNamesBound, "any name was taken; names that do not match are refused now")
		default:
			c.minor(here, CodeNamesFree, "any name is taken now")
		}
	case "anyOf", "oneOf":
		c.alternatives(here, previous, next)
	case "pattern":
		c.pattern(here, previous, next)
	case "format":
		if !sameJSON(previous, next) {
			c.major(here, CodeFormatChanged, "it was %s and is %s; readers parse the text, and generated types follow the format",
				abridged(previous), abridged(next))
		}
	case "minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum":
		c.bound(here, keyword, previous, next, -1)
	case "maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum":
		c.bound(here, keyword, previous, next, 1)
	case "uniqueItems":
		c.unique(here, previous, next)
	default:
		c.unjudged(here, previous, next)
	}
}

// definitions compares the definitions in $defs of the two roots.
func (c *comparison) definitions(before, after map[string]any) {
	at := spot{path: "/$defs"}
	previous, was := objectOrNone(before["$defs"])
	next, is := objectOrNone(after["$defs"])
	if !was || !is {
		c.unjudged(at, before["$defs"], after["$defs"])
		return
	}
	newNames := map[string]bool{}
	for _, name := range c.renamed {
		newNames[name] = true
	}
	for _, name := range sortedNames(previous, next) {
		here := at.at(name)
		here.definition = name
		definition, was := previous[name]
		_, is := next[name]
		switch {
		case was && is:
			c.schemas(here, definition, next[name])
		case was && c.renamed[name] != "":
			here = at.at(c.renamed[name])
			here.definition = c.renamed[name]
			c.major(here, CodeDefinitionRenamed, "the definition was called %q; types generated from it get another name", name)
			c.schemas(here, definition, next[c.renamed[name]])
		case was:
			c.major(here, CodeDefinitionRemoved, "the definition is gone, and so are the types generated from it")
		case !newNames[name]:
			c.minor(here, CodeDefinitionAdded, "the definition is new")
		}
	}
}

// keywords returns what a schema says, with a $ref taken out of an allOf that holds nothing else. The schema true says
// nothing. Other values are no schemas, and neither is false, of which nothing is a part.
func keywords(schema any) (map[string]any, bool) {
	if schema == true {
		return nil, true
	}
	object, ok := schema.(map[string]any)
	if !ok {
		return nil, false
	}
	wrapped, ok := object["allOf"].([]any)
	if _, hasRef := object["$ref"]; !ok || hasRef || len(wrapped) != 1 {
		return object, true
	}
	inner, ok := wrapped[0].(map[string]any)
	ref, hasRef := inner["$ref"]
	if !ok || !hasRef || len(inner) != 1 {
		return object, true
	}
	unwrapped := maps.Clone(object)
	delete(unwrapped, "allOf")
	unwrapped["$ref"] = ref
	return unwrapped, true
}

// objectOrNone returns a value that is an object, or nil for an absent one; ok is false for anything else.
func objectOrNone(value any) (object map[string]any, ok bool) {
	if value == nil {
		return nil, true
	}
	object, ok = value.(map[string]any)
	return object, ok
}

// sortedNames returns the names of the members of both objects, each once.
func sortedNames(a, b map[string]any) []string {
	names := slices.Concat(slices.Collect(maps.Keys(a)), slices.Collect(maps.Keys(b)))
	slices.SortFunc(names, strings.Compare)
	return slices.Compact(names)
}
