package evolution

import (
	"slices"
	"strings"
)

// values compares which values two schemas at a spot list, by const or by enum. A const is an enum of one value.
func (c *comparison) values(at spot, before, after map[string]any) {
	keywordBefore, previous, was := listed(before)
	keywordAfter, next, is := listed(after)
	if !was || !is {
		c.unjudged(at.at("const"), before["const"], after["const"])
		c.unjudged(at.at("enum"), before["enum"], after["enum"])
		return
	}
	here := at.at(keywordAfter)
	switch {
	case keywordBefore == "" && keywordAfter == "":
		return
	case keywordBefore == "":
		c.major(here, CodeValuesClosed, "any value was taken and %s is left", abridged(after[keywordAfter]))
		return
	case keywordAfter == "":
		c.major(at.at(keywordBefore), CodeValuesOpened, "it was %s and may be anything; readers that know each value do not",
			abridged(before[keywordBefore]))
		return
	case keywordBefore == "const" && keywordAfter == "const":
		if !sameJSON(previous[0], next[0]) {
			c.major(here, CodeConstChanged, "it was %s and is %s", abridged(previous[0]), abridged(next[0]))
		}
		return
	}
	changed := false
	for i, value := range previous {
		if !containsJSON(next, value) {
			changed = true
			c.major(at.valueAt(keywordBefore, i), CodeValueRemoved, "%s is gone; there may be documents with it", abridged(value))
		}
	}
	for i, value := range next {
		if containsJSON(previous, value) {
			continue
		}
		changed = true
		if strings.HasSuffix(at.path, "/properties/schemaVersion") && isMinorOf(value, previous) {
			c.minor(at.valueAt(keywordAfter, i), CodeVersionAdded, "documents of version %s are taken, too", abridged(value))
			continue
		}
		c.major(at.valueAt(keywordAfter, i), CodeValueAdded, "%s is new; readers that know each value do not know it", abridged(value))
	}
	if !changed && !sameJSON(before[keywordBefore], after[keywordAfter]) {
		c.none(here, CodeSpellingChanged, "the same values otherwise written")
	}
}

// valueAt returns the spot of the value with index i that the schema at s lists by keyword.
func (s spot) valueAt(keyword string, i int) spot {
	if keyword == "const" {
		return s.at(keyword)
	}
	return s.at(keyword, i)
}

// listed returns the values that a schema lists and the keyword that it does so with, "" if it lists none. It is not ok
// if there are both keywords or an enum that is no list.
func listed(schema map[string]any) (keyword string, values []any, ok bool) {
	single, hasConst := schema["const"]
	several, hasEnum := schema["enum"]
	switch {
	case hasConst && hasEnum:
		return "", nil, false
	case hasConst:
		return "const", []any{single}, true
	case hasEnum:
		values, ok = several.([]any)
		return "enum", values, ok
	}
	return "", nil, true
}

func containsJSON(list []any, value any) bool {
	return slices.ContainsFunc(list, func(other any) bool { return sameJSON(other, value) })
}

// isMinorOf reports whether value is a version of the same major as all of the others, apart from null.
func isMinorOf(value any, others []any) bool {
	major, ok := majorOf(value)
	versions := 0
	for _, other := range others {
		if other == (jsonNull{}) {
			continue
		}
		m, isVersion := majorOf(other)
		ok = ok && isVersion && m == major
		versions++
	}
	return ok && versions > 0
}

// majorOf returns the major of a version, a string such as "1.0".
func majorOf(value any) (major int, ok bool) {
	text, isText := value.(string)
	if !isText {
		return 0, false
	}
	major, _, ok = parseVersion(text)
	return major, ok
}
