package evolution

import (
	"maps"
	"slices"
	"strings"
)

// definitionPrefix is what every reference to a definition starts with.
const definitionPrefix = "#/$defs/"

var unescapePointer = strings.NewReplacer("~1", "/", "~0", "~")

// definitionNamed returns the name of the definition that ref leads to, "" if it leads elsewhere.
func definitionNamed(ref any) string {
	text, _ := ref.(string)
	name, ok := strings.CutPrefix(text, definitionPrefix)
	if !ok || strings.Contains(name, "/") {
		return ""
	}
	return unescapePointer.Replace(name)
}

// definitionsOf returns the definitions of a root, none if it has no sound $defs.
func definitionsOf(root map[string]any) map[string]any {
	definitions, _ := objectOrNone(root["$defs"])
	return definitions
}

// references compares where two schemas at a spot refer to and reports whether the rest of them can be compared.
func (c *comparison) references(at spot, before, after map[string]any) bool {
	previous, was := before["$ref"]
	next, is := after["$ref"]
	here := at.at("$ref")
	switch {
	case was && is:
		name := definitionNamed(previous)
		renamed := name != "" && c.renamed[name] != "" && c.renamed[name] == definitionNamed(next)
		if !renamed && !sameJSON(previous, next) {
			c.major(here, CodeReferenceChanged, "it was %s and is %s", abridged(previous), abridged(next))
		}
		return true
	case is:
		if c.extracted(before, after, definitionsOf(c.next), c.alike) {
			c.major(here, CodeDefinitionExtracted, "what stood here is called %s now; generated types get another name", abridged(next))
		} else {
			c.major(here, CodeReferenceChanged, "it stood here and is %s now, which has another content", abridged(next))
		}
		return false
	case was:
		swapped := func(inline, definition any, assumed pairs) bool { return c.alike(definition, inline, assumed) }
		if c.extracted(after, before, definitionsOf(c.previous), swapped) {
			c.major(here, CodeDefinitionExtracted, "it was called %s and stands here now; generated types lose their name", abridged(previous))
		} else {
			c.major(here, CodeReferenceChanged, "it was %s and stands here now, with another content", abridged(previous))
		}
		return false
	}
	return true
}

// extracted reports whether the schema referring says nothing but that it is a definition with the content of inline.
func (c *comparison) extracted(inline, referring, definitions map[string]any, alike func(a, b any, assumed pairs) bool) bool {
	definition, ok := definitions[definitionNamed(referring["$ref"])]
	return ok && len(withoutAnnotations(referring)) == 1 && alike(inline, definition, nil)
}

// renamedDefinitions returns the definitions of previous that are gone, each with a new one of the same content.
func renamedDefinitions(previous, next map[string]any) map[string]string {
	before, after := definitionsOf(previous), definitionsOf(next)
	c := comparison{previous: previous, next: next}
	renamed, taken := map[string]string{}, map[string]bool{}
	for _, name := range sortedNames(before, nil) {
		if _, stayed := after[name]; stayed {
			continue
		}
		for _, candidate := range sortedNames(after, nil) {
			if _, old := before[candidate]; old || taken[candidate] || !c.alike(before[name], after[candidate], nil) {
				continue
			}
			renamed[name], taken[candidate] = candidate, true
			break
		}
	}
	return renamed
}

// pairs are definitions, one of each root, that are taken to be alike while they are compared: they may refer to
// themselves.
type pairs map[[2]string]bool

// alike reports whether a, a schema of the previous root, has the content of b, one of the next. Annotations do not
// count. Definitions of different names are alike if their content is.
func (c *comparison) alike(a, b any, assumed pairs) bool {
	before, was := keywords(a)
	after, is := keywords(b)
	if !was || !is {
		return was == is && sameJSON(a, b)
	}
	before, after = withoutAnnotations(before), withoutAnnotations(after)
	if len(before) != len(after) {
		return false
	}
	if assumed == nil {
		assumed = pairs{}
	}
	for keyword, previous := range before {
		next, ok := after[keyword]
		if !ok || !c.alikeBy(keyword, previous, next, assumed) {
			return false
		}
	}
	return true
}

// alikeBy reports whether what keyword says is alike.
func (c *comparison) alikeBy(keyword string, previous, next any, assumed pairs) bool {
	switch keyword {
	case "$ref":
		if sameJSON(previous, next) {
			return true
		}
		name, other := definitionNamed(previous), definitionNamed(next)
		before, was := definitionsOf(c.previous)[name]
		after, is := definitionsOf(c.next)[other]
		if !was || !is {
			return false
		}
		if assumed[[2]string{name, other}] {
			return true
		}
		assumed[[2]string{name, other}] = true
		return c.alike(before, after, assumed)
	case "properties":
		before, was := previous.(map[string]any)
		after, is := next.(map[string]any)
		if !was || !is || len(before) != len(after) {
			return sameJSON(previous, next)
		}
		for name, property := range before {
			other, ok := after[name]
			if !ok || !c.alike(property, other, assumed) {
				return false
			}
		}
		return true
	case "anyOf", "oneOf":
		before, was := previous.([]any)
		after, is := next.([]any)
		if !was || !is {
			return sameJSON(previous, next)
		}
		return slices.EqualFunc(before, after, func(a, b any) bool { return c.alike(a, b, assumed) })
	case "items", "additionalProperties", "propertyNames":
		return c.alike(previous, next, assumed)
	}
	return sameJSON(previous, next)
}

// withoutAnnotations returns schema without what is said to people alone.
func withoutAnnotations(schema map[string]any) map[string]any {
	stripped := maps.Clone(schema)
	for _, keyword := range []string{"title", "description", "$comment", "examples", "deprecated"} {
		delete(stripped, keyword)
	}
	return stripped
}
