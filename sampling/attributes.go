package sampling

import (
	"math/big"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// An AttributeResult is what the examination of a random sample found about one attribute, such as "approved before
// release". The attributes of one test share their items, but not always their number: an attribute that does not apply
// to an item does not count it.
type AttributeResult struct {
	// Attribute names what the items were examined for. Required; unique among those evaluated together.
	Attribute string `json:"attribute"`
	// Result holds the items examined for the attribute, those that deviate in it, and the population.
	Result
}

// AttributeLimits are the limits of one attribute among several.
type AttributeLimits struct {
	// Attribute names the attribute, as it was given.
	Attribute string `json:"attribute"`
	// Limits are those of the attribute by itself, as [Evaluate] gives them; see [EvaluateAttributes]. They are what a conclusion about this one
	// attribute rests on, which is the usual one: each has its own tolerable rate and its own consequences.
	Limits Limits `json:"limits"`
	// Joint are the limits that hold for all the attributes at once with the confidence asked for: each is computed with the
	// risk divided by their number (Bonferroni), whatever the attributes have to do with each other. A statement about
	// all attributes together, or about whichever came out worst, rests on these.
	Joint Limits `json:"jointLimits"`
}

// Bounds of what is evaluated together, which keep the work for it to a second or two.
const (
	MaxAttributes     = 1000          // attributes, or strata
	MaxAttributeItems = 1_000_000_000 // items examined for several attributes, those examined whole not counted
)

// Codes of the problems of several attributes or strata.
const (
	// CodeAttributeName: the name of an attribute is blank or that of another: {"attribute":" "}.
	CodeAttributeName problem.Code = "attribute-name-invalid"
	// CodeAttributeCount: no attribute, or more than [MaxAttributes]: [].
	CodeAttributeCount problem.Code = "attribute-count-out-of-range"
)

// EvaluateAttributes returns the limits of each attribute, by itself and jointly, in the order given. How many items
// deviate in any attribute is a [Result] of its own: count each such item once and call [Evaluate].
//
// The results share the work of deciding near ties. Of many large samples from very large populations a limit may therefore
// lie further out than [Evaluate] would put it, by a share of less than 1e-9, and never further in.
func EvaluateAttributes(results []AttributeResult, confidence Rate) ([]AttributeLimits, error) {
	var l problem.List
	c, _ := checkRate(&l, "confidence", confidence, between)
	if n := len(results); n < 1 || n > MaxAttributes {
		l.Errorf("", CodeAttributeCount, "%d attributes; 1 to %d expected", n, MaxAttributes)
		return nil, refused("attributes", l)
	}
	seen, left := make(map[string]bool, len(results)), int64(MaxAttributeItems)
	for i, r := range results {
		switch {
		case strings.TrimSpace(r.Attribute) == "":
			l.Errorf(problem.Pointer(i, "attribute"), CodeAttributeName, "blank; the name of the attribute expected")
		case seen[r.Attribute]:
			l.Errorf(problem.Pointer(i, "attribute"), CodeAttributeName, "the same name as that of an attribute before")
		}
		seen[r.Attribute] = true
		l.Append(r.Result.Validate().Under(i))
		if len(results) > 1 && !r.whole() {
			if left -= min(max(r.N, 0), MaxPopulation); left < 0 {
				l.Errorf(problem.Pointer(i, "n"), CodeSampleRange, "%d; at most %d items in all attributes together expected", r.N, int64(MaxAttributeItems))
			}
		}
	}
	if err := refused("attributes", l); err != nil {
		return nil, err
	}
	risk := c.complement()
	each := make([]AttributeLimits, len(results))
	for i, r := range results {
		result := r.among(len(results))
		each[i] = AttributeLimits{r.Attribute, result.limits(risk), result.limits(risk.over(int64(len(results))))}
	}
	return each, nil
}

// over returns f / n exactly, for n of at least 1.
func (f fraction) over(n int64) fraction {
	if f.wide == nil && f.den <= 1e18/uint64(n) {
		return fraction{num: f.num, den: f.den * uint64(n)}
	}
	return fraction{wide: new(big.Rat).Quo(f.rat(), new(big.Rat).SetInt64(n))}
}
