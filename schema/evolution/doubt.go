package evolution

import (
	"slices"
	"strings"
)

// doubt reports the parts of the next schema whose meaning can change although they did not: keywords that the
// comparison does not know and alternatives that may overlap, where a definition that they refer to differs. Where one
// takes more, such a part may take less.
func (c *comparison) doubt() {
	if LevelOf(c.found) == LevelNone {
		return
	}
	known := slices.Clone(c.found)
	at := spot{}
	c.doubtIn(at, c.next, known)
	definitions := definitionsOf(c.next)
	for _, name := range sortedNames(definitions, nil) {
		here := at.at("$defs", name)
		here.definition = name
		c.doubtIn(here, definitions[name], known)
	}
}

func (c *comparison) doubtIn(at spot, schema any, known []Difference) {
	object, ok := keywords(schema)
	if !ok {
		return
	}
	for _, keyword := range sortedNames(object, nil) {
		value, here := object[keyword], at.at(keyword)
		switch keyword {
		case "properties":
			properties, _ := objectOrNone(value)
			for _, name := range sortedNames(properties, nil) {
				c.doubtIn(at.of(name), properties[name], known)
			}
		case "items", "additionalProperties", "propertyNames":
			c.doubtIn(here, value, known)
		case "anyOf", "oneOf":
			list, _ := value.([]any)
			if keyword == "oneOf" && !c.apart(list) {
				c.doubtAbout(here, value, known, "more than one of the alternatives may match")
			}
			for i, alternative := range list {
				c.doubtIn(here.at(i), alternative, known)
			}
		case "$schema", "$id", "$comment", "title", "description", "examples", "deprecated", "$ref", "$defs",
			"type", "required", "enum", "const", "pattern", "format", "uniqueItems",
			"minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum",
			"maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum":
		default:
			c.doubtAbout(here, value, known, "what the keyword means is not known")
		}
	}
}

// doubtAbout reports the keyword with the given value if something differs in it or in what it refers to.
func (c *comparison) doubtAbout(at spot, value any, known []Difference, why string) {
	reached := map[string]bool{}
	c.reach(value, reached)
	for _, d := range known {
		inside := strings.HasPrefix(d.Path, at.path+"/") && d.Definition == at.definition
		through := d.Definition != "" && reached[d.Definition]
		if d.Level != LevelNone && d.Path != at.path && (inside || through) {
			c.major(at, CodeCannotJudge, "something that it rests on differs (%s), and %s", d.Path, why)
			return
		}
	}
}

// reach adds the definitions of the next schema that value refers to, and those that they refer to.
func (c *comparison) reach(value any, reached map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, entry := range value {
			c.reach(entry, reached)
		}
	case map[string]any:
		for name, member := range value {
			if target := definitionNamed(member); name == "$ref" && target != "" && !reached[target] {
				reached[target] = true
				c.reach(definitionsOf(c.next)[target], reached)
			}
			c.reach(member, reached)
		}
	}
}

// apart reports whether no value can match two of the alternatives, as far as that can be seen: they have different
// types, or all require a property for which each lists values of its own.
func (c *comparison) apart(alternatives []any) bool {
	for i, a := range alternatives {
		for _, b := range alternatives[:i] {
			if !c.excludes(c.resolved(a), c.resolved(b)) {
				return false
			}
		}
	}
	return true
}

// resolved returns the keywords of schema, those of the definition that it refers to instead if it does.
func (c *comparison) resolved(schema any) map[string]any {
	for range len(definitionsOf(c.next)) + 1 { // more steps lead round in a circle
		object, _ := keywords(schema)
		ref, refers := object["$ref"]
		if !refers {
			return object
		}
		schema = definitionsOf(c.next)[definitionNamed(ref)]
	}
	return nil
}

// excludes reports whether no value can match both a and b, as far as that can be seen.
func (c *comparison) excludes(a, b map[string]any) bool {
	typeA, okA := a["type"].(string)
	typeB, okB := b["type"].(string)
	numbers := []string{"integer", "number"}
	if okA && okB && typeA != typeB && !(slices.Contains(numbers, typeA) && slices.Contains(numbers, typeB)) {
		return true
	}
	if disjoint(a, b) {
		return true
	}
	if typeA != "object" || typeB != "object" {
		return false
	}
	requiredA, _ := texts(a["required"])
	requiredB, _ := texts(b["required"])
	propertiesA, _ := objectOrNone(a["properties"])
	propertiesB, _ := objectOrNone(b["properties"])
	for _, name := range requiredA {
		if slices.Contains(requiredB, name) && disjoint(c.resolved(propertiesA[name]), c.resolved(propertiesB[name])) {
			return true
		}
	}
	return false
}

// disjoint reports whether both schemas list their values and have none in common.
func disjoint(a, b map[string]any) bool {
	keywordA, valuesA, okA := listed(a)
	keywordB, valuesB, okB := listed(b)
	return okA && okB && keywordA != "" && keywordB != "" &&
		!slices.ContainsFunc(valuesA, func(value any) bool { return containsJSON(valuesB, value) })
}
