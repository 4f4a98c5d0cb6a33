package evolution

import (
	"math/big"
)

// bound compares two numbers that values, lengths or counts are bound by; direction is -1 for a lower bound, for which
// less is wider, and 1 for an upper one.
func (c *comparison) bound(at spot, keyword string, previous, next any, direction int) {
	switch keyword {
	case "minLength", "minItems", "minProperties": // absent means 0
		if zero := new(big.Rat); isNumber(previous, zero) && next == nil || isNumber(next, zero) && previous == nil {
			c.none(at, CodeSpellingChanged, "0 is what holds without it")
			return
		}
	}
	before, was := exact(previous)
	after, is := exact(next)
	switch {
	case previous != nil && !was || next != nil && !is:
		c.unjudged(at, previous, next)
	case previous == nil:
		c.major(at, CodeBoundNarrower, "there was no bound and it is %s; there may be documents beyond it", abridged(next))
	case next == nil:
		c.minor(at, CodeBoundWider, "it was %s and there is no bound", abridged(previous))
	case after.Cmp(before)*direction > 0:
		c.minor(at, CodeBoundWider, "it was %s and is %s", abridged(previous), abridged(next))
	case after.Cmp(before) != 0:
		c.major(at, CodeBoundNarrower, "it was %s and is %s; there may be documents beyond it", abridged(previous), abridged(next))
	}
}

// isNumber reports whether value is a number equal to want.
func isNumber(value any, want *big.Rat) bool {
	number, ok := exact(value)
	return ok && number.Cmp(want) == 0
}

// pattern compares two patterns. Whether one takes all that the other takes cannot be told in general.
func (c *comparison) pattern(at spot, previous, next any) {
	_, was := previous.(string)
	_, is := next.(string)
	switch {
	case sameJSON(previous, next):
	case previous != nil && !was || next != nil && !is:
		c.unjudged(at, previous, next)
	case !was:
		c.major(at, CodePatternAdded, "any text was taken; text that does not match %s is refused now", abridged(next))
	case !is:
		c.minor(at, CodePatternRemoved, "it was %s and any text is taken", abridged(previous))
	default:
		c.major(at, CodePatternChanged, "it was %s and is %s; whether that takes all that it took cannot be told",
			abridged(previous), abridged(next))
	}
}

// unique compares what two schemas say of entries that repeat.
func (c *comparison) unique(at spot, previous, next any) {
	refuses := func(value any) (refuses, ok bool) {
		if value == nil {
			return false, true
		}
		refuses, ok = value.(bool)
		return refuses, ok
	}
	before, was := refuses(previous)
	after, is := refuses(next)
	switch {
	case !was || !is:
		c.unjudged(at, previous, next)
	case before && !after:
		c.minor(at, CodeRepeatsTaken, "an entry may be there twice")
	case after && !before:
		c.major(at, CodeRepeatsRefused, "an entry may not be there twice any more")
	case !sameJSON(previous, next):
		c.none(at, CodeSpellingChanged, "false is what holds without it")
	}
}
