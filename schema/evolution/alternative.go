package evolution

import "maps"

// alternatives compares two lists of alternatives. Those that are alike belong together wherever they stand; of the
// rest, the first to the first and so on, if there are equally many.
func (c *comparison) alternatives(at spot, previous, next any) {
	before, was := previous.([]any)
	after, is := next.([]any)
	if !was && previous != nil || !is && next != nil {
		c.unjudged(at, previous, next)
		return
	}
	if !was || !is {
		c.major(at, CodeAlternativeChanged, "it was %s and is %s", abridged(previous), abridged(next))
		return
	}
	partner := make([]int, len(after)) // by index into after: the index into before, or -1
	var left, right []int
	claimed := make([]bool, len(before))
	for j := range after {
		partner[j] = -1
		for i := range before {
			if !claimed[i] && c.alike(before[i], after[j], nil) {
				partner[j], claimed[i] = i, true
				break
			}
		}
		if partner[j] < 0 {
			right = append(right, j)
		}
	}
	for i := range before {
		if !claimed[i] {
			left = append(left, i)
		}
	}
	if len(left) == len(right) {
		for k, j := range right {
			partner[j] = left[k]
		}
		left = nil
	}
	for _, i := range left {
		c.major(at.at(i), CodeAlternativeChanged, "the alternative is gone; there may be documents with it")
	}
	moved := false
	for j, i := range partner {
		switch {
		case i >= 0:
			moved = moved || i != j && len(before) == len(after)
			c.schemas(at.at(j), before[i], after[j])
		case isNullType(after[j]):
			c.major(at.at(j), CodeNullTaken, "null was never there and may be now; readers do not expect it")
		default:
			c.major(at.at(j), CodeAlternativeChanged, "the alternative is new; readers that know each one do not know it")
		}
	}
	if moved {
		c.none(at, CodeSpellingChanged, "alternatives stand in another order")
	}
}

// isNullType reports whether schema takes null alone.
func isNullType(schema any) bool {
	object, _ := schema.(map[string]any)
	return object["type"] == "null"
}

// unwrapped reports whether one of two schemas at a spot is but the only alternative of anyOf or oneOf, where the other has
// alternatives of neither. They are then compared as if both stood without it. Documents do not notice, but types generated
// from the two may differ.
func (c *comparison) unwrapped(at spot, before, after map[string]any) bool {
	inBefore, keyword, was := onlyAlternative(before)
	inAfter, other, is := onlyAlternative(after)
	switch {
	case was && !is && !hasAlternatives(after) && len(withoutAnnotations(after)) > 0:
		c.major(at.at(keyword), CodeAlternativeChanged, "its only alternative stands here itself now; generated types may differ")
		c.schemas(at, inBefore, after)
	case is && !was && !hasAlternatives(before) && len(withoutAnnotations(before)) > 0:
		c.major(at.at(other), CodeAlternativeChanged, "what stood here itself is the only alternative now; generated types may differ")
		c.schemas(at.at(other, 0), before, inAfter)
	default:
		return false
	}
	return true
}

// onlyAlternative returns the only alternative of a schema that says nothing else but annotations, which it gets unless it
// has its own, and the keyword that it stands in.
func onlyAlternative(schema map[string]any) (alternative map[string]any, keyword string, ok bool) {
	if len(withoutAnnotations(schema)) != 1 || !hasAlternatives(schema) {
		return nil, "", false
	}
	for _, keyword := range []string{"anyOf", "oneOf"} {
		list, _ := schema[keyword].([]any)
		if len(list) != 1 {
			continue
		}
		inner, ok := keywords(list[0])
		if !ok {
			return nil, "", false
		}
		alternative := maps.Clone(schema)
		delete(alternative, keyword)
		maps.Copy(alternative, inner)
		return alternative, keyword, true
	}
	return nil, "", false
}

func hasAlternatives(schema map[string]any) bool {
	_, any := schema["anyOf"]
	_, one := schema["oneOf"]
	return any || one
}
