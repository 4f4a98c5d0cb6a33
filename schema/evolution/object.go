package evolution

import (
	"slices"
	"strings"
)

// properties compares the properties of two schemas at a spot.
func (c *comparison) properties(at spot, before, after map[string]any) {
	previous, was := objectOrNone(before["properties"])
	next, is := objectOrNone(after["properties"])
	if !was || !is {
		c.unjudged(at.at("properties"), before["properties"], after["properties"])
		return
	}
	required, _ := texts(after["required"])
	entries, hasEntries := before["additionalProperties"].(map[string]any)
	for _, name := range sortedNames(previous, next) {
		here := at.of(name)
		property, was := previous[name]
		newer, is := next[name]
		switch {
		case was && is:
			c.schemas(here, property, newer)
		case was:
			c.propertyRemoved(here, property, previous, next)
		case slices.Contains(required, name):
			c.major(here, CodeRequiredPropertyAdded, "the property is new and required; no document has it")
		case hasEntries && len(entries) > 0:
			c.major(here, CodePropertiesClosed, "the name was free for an entry of any name; now it has a meaning of its own")
		default:
			c.minor(here, CodePropertyAdded, "the property is new")
		}
	}
}

// propertyRemoved reports a property that is gone, and which new one it may have become.
func (c *comparison) propertyRemoved(at spot, property any, previous, next map[string]any) {
	for _, name := range sortedNames(next, nil) {
		if _, was := previous[name]; !was && c.alike(property, next[name], nil) {
			c.major(at, CodePropertyRemoved, "the property is gone; %q, which is new, has the same content and may be another name for it", name)
			return
		}
	}
	c.major(at, CodePropertyRemoved, "the property is gone; readers miss it")
}

// required compares which properties two schemas at a spot require. A property that is new or gone is reported as that.
func (c *comparison) required(at spot, before, after map[string]any) {
	here := at.at("required")
	previous, was := texts(before["required"])
	next, is := texts(after["required"])
	if !was || !is {
		c.unjudged(here, before["required"], after["required"])
		return
	}
	had, _ := objectOrNone(before["properties"])
	has, _ := objectOrNone(after["properties"])
	changed := false
	for i, name := range previous {
		if slices.Contains(next, name) {
			continue
		}
		changed = true
		_, was := had[name]
		if _, is := has[name]; !was || is {
			c.major(here.at(i).about(name), CodePropertyOptional, "%q was required and is optional; readers relied on it", name)
		}
	}
	for i, name := range next {
		if slices.Contains(previous, name) {
			continue
		}
		changed = true
		_, was := had[name]
		if _, is := has[name]; was || !is {
			c.major(here.at(i).about(name), CodePropertyRequired, "%q was optional and is required; there are documents without it", name)
		}
	}
	if !changed && !slices.Equal(previous, next) {
		c.none(here, CodeSpellingChanged, "the same names in another order")
	}
}

// additional compares what two schemas say of properties without a name. Absent and {} mean that any are taken.
func (c *comparison) additional(at spot, previous, next any) {
	wasClosed, isClosed := previous == false, next == false
	before, was := keywordsOrNone(previous)
	after, is := keywordsOrNone(next)
	switch {
	case wasClosed && isClosed:
	case !wasClosed && !was || !isClosed && !is:
		c.unjudged(at, previous, next)
	case wasClosed:
		c.minor(at, CodePropertiesOpened, "properties without a name of their own were refused and are taken")
	case isClosed:
		c.major(at, CodePropertiesClosed, "properties without a name of their own were taken and are refused")
	case len(before) == 0 && len(after) > 0:
		c.major(at, CodePropertiesClosed, "properties without a name of their own could hold anything and are bound to a schema")
	case len(before) > 0 && len(after) == 0:
		c.major(at, CodeEntriesChanged, "properties without a name of their own could be relied on and may hold anything now")
	default:
		c.schemas(at, orTrue(previous), orTrue(next))
	}
}

// items compares the schemas of the entries of lists. Absent and {} mean that entries may be anything.
func (c *comparison) items(at spot, previous, next any) {
	before, was := keywordsOrNone(previous)
	after, is := keywordsOrNone(next)
	switch {
	case !was || !is:
		c.unjudged(at, previous, next)
	case len(before) == 0 && len(after) > 0:
		c.major(at, CodeEntriesChanged, "entries could be anything and are bound to a schema")
	case len(before) > 0 && len(after) == 0:
		c.major(at, CodeEntriesChanged, "entries could be relied on and may be anything now")
	default:
		c.schemas(at, orTrue(previous), orTrue(next))
	}
}

// keywordsOrNone returns the keywords of a schema; those of an absent one are none.
func keywordsOrNone(schema any) (map[string]any, bool) { return keywords(orTrue(schema)) }

// orTrue returns the schema that an absent one means.
func orTrue(schema any) any {
	if schema == nil {
		return true
	}
	return schema
}

// types compares the types of two schemas, each one name or a list of them.
func (c *comparison) types(at spot, previous, next any) {
	list := func(value any) ([]string, bool) {
		if name, ok := value.(string); ok {
			return []string{name}, true
		}
		return texts(value)
	}
	before, was := list(previous)
	after, is := list(next)
	if !was || !is {
		c.unjudged(at, previous, next)
		return
	}
	without := func(list, other []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(name string) bool { return slices.Contains(other, name) })
	}
	added, removed := without(after, before), without(before, after)
	switch {
	case previous != nil && len(removed) == 0 && len(added) == 1 && added[0] == "null":
		c.major(at, CodeNullTaken, "null was never there and may be now; readers do not expect it")
	case previous == nil || next == nil || len(removed)+len(added) > 0:
		c.major(at, CodeTypeChanged, "it was %s and is %s", abridged(previous), abridged(next))
	case !sameJSON(previous, next):
		c.none(at, CodeSpellingChanged, "the same types, %s", strings.Join(after, " or "))
	}
}
