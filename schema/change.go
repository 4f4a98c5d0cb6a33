package schema

import (
	"fmt"
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// A Level says which release a difference between two schemas has to wait for. The zero Level is not valid.
type Level string

const (
	None  Level = "none"  // any release: no document and no generated type changes its meaning
	Minor Level = "minor" // a minor version: every document that was valid still is
	Major Level = "major" // a major version: documents, readers or generated types break, or it cannot be told
)

var levels = []Level{None, Minor, Major}

// Levels lists the levels, the one that asks for least first.
func Levels() []Level { return slices.Clone(levels) }

// IsValid reports whether l is one of the three levels.
func (l Level) IsValid() bool { return slices.Contains(levels, l) }

// EnumValues lists the spellings of a level, the one that asks for least first, for JSON Schema.
func (Level) EnumValues() []string { return []string{"none", "minor", "major"} }

// A Difference is one thing in which a schema differs from its predecessor.
type Difference struct {
	// File names the schema in a comparison of sets; it is empty in a comparison of two schemas.
	File string `json:"file,omitzero"`
	// Path is a JSON Pointer (RFC 6901) into the next schema, or into the previous one if the thing is gone from the next.
	Path string `json:"path"`
	// Definition is the name of the definition in $defs that the difference lies in; empty in the root of the schema.
	Definition string `json:"definition,omitzero"`
	// Property is the property of the definition that it is about, such as "owner", or "owner.name" if it lies deeper;
	// empty if it is about the definition itself.
	Property string `json:"property,omitzero"`
	// Code names the kind of difference; see [CodePropertyAdded] and its neighbours.
	Code problem.Code `json:"code"`
	// Level is the release that the difference needs.
	Level Level `json:"level"`
	// Message says it for people: what was there, what is there now, whom it hurts. It may be reworded in any release.
	Message string `json:"message"`
	// Allowed is the reason of the [Allowance] that lowered Level from major to minor; empty if there was none.
	Allowed string `json:"allowed,omitzero"`
}

// String returns the difference on one line: place, level, code, message.
func (d Difference) String() string {
	path := d.Path
	if path == "" {
		path = "(schema)"
	}
	if d.File != "" {
		path = d.File + " " + path
	}
	line := fmt.Sprintf("%s: %s %s: %s", path, d.Level, d.Code, d.Message)
	if d.Allowed != "" {
		line += " (allowed: " + d.Allowed + ")"
	}
	return line
}

// LevelOf returns the release that all of differences together need: the highest level among them, [None] if there are
// none. A level that is not valid counts as [Major].
func LevelOf(differences []Difference) Level {
	highest := None
	for _, d := range differences {
		switch d.Level {
		case None:
		case Minor:
			if highest == None {
				highest = Minor
			}
		default:
			return Major
		}
	}
	return highest
}

// Codes of differences that need no version.
const (
	CodeAnnotation problem.Code = "annotation-changed" // another title, description, $comment or examples, or deprecated
	CodeSpelling   problem.Code = "spelling-changed"   // the same said otherwise: another order, const for an enum of one value
)

// Codes of differences that a minor version may bring.
const (
	CodePropertyAdded   problem.Code = "property-added"    // a new property that is not required
	CodeDefinitionAdded problem.Code = "definition-added"  // a new definition
	CodeKindAdded       problem.Code = "kind-added"        // a new schema in a set
	CodeVersionAdded    problem.Code = "version-added"     // schemaVersion takes a further version of the same major
	CodeBoundWider      problem.Code = "bound-wider"       // a lower minimum, a higher maximum, or none any more
	CodePatternRemoved  problem.Code = "pattern-removed"   // any text will do
	CodeNamesFree       problem.Code = "names-free"        // propertyNames is gone
	CodeRepeatsTaken    problem.Code = "repeats-taken"     // uniqueItems is gone
	CodeOpened          problem.Code = "properties-opened" // additional properties were refused and are taken
)

// Codes of differences that need a major version.
const (
	CodeIdentity          problem.Code = "identity-changed"        // another $id or $schema
	CodeKindRemoved       problem.Code = "kind-removed"            // a schema is gone from a set
	CodeDefinitionRemoved problem.Code = "definition-removed"      // a definition is gone
	CodeDefinitionRenamed problem.Code = "definition-renamed"      // gone, and a new one has the same content
	CodeReference         problem.Code = "reference-changed"       // $ref leads elsewhere, or has come or gone
	CodePropertyRemoved   problem.Code = "property-removed"        // gone, or renamed
	CodeRequiredAdded     problem.Code = "required-property-added" // new and required at once
	CodeRequired          problem.Code = "property-required"       // was optional
	CodeOptional          problem.Code = "property-optional"       // was required
	CodeType              problem.Code = "type-changed"            // another type, one more or one less
	CodeNullable          problem.Code = "null-taken"              // null is taken where it was not
	CodeValueRemoved      problem.Code = "value-removed"           // a value is gone from an enum
	CodeConst             problem.Code = "const-changed"           // another const
	CodeValuesClosed      problem.Code = "values-closed"           // an enum or const where any value was taken
	CodeValuesOpened      problem.Code = "values-opened"           // any value where there was an enum or const
	CodeBoundNarrower     problem.Code = "bound-narrower"          // a higher minimum, a lower maximum, or a new one
	CodePatternAdded      problem.Code = "pattern-added"           // any text would do
	CodeFormat            problem.Code = "format-changed"          // another format, a new one, or none any more
	CodeClosed            problem.Code = "properties-closed"       // additional properties were taken and are refused, or bound
	CodeEntries           problem.Code = "entries-changed"         // items or additionalProperties has come or gone
	CodeNamesBound        problem.Code = "names-bound"             // a new propertyNames
	CodeRepeatsRefused    problem.Code = "repeats-refused"         // a new uniqueItems
	CodeAlternative       problem.Code = "alternative-changed"     // an alternative of anyOf or oneOf has come or gone
)

// Codes of differences that need a major version unless an [Allowance] says why a minor one is enough.
const (
	CodePattern             problem.Code = "pattern-changed"      // another pattern: which of the two takes more cannot be told
	CodeValueAdded          problem.Code = "value-added"          // a further value in an enum, which breaks exhaustive switches
	CodeDefinitionExtracted problem.Code = "definition-extracted" // what stood here has got a name, or has lost it
	CodeUnjudged            problem.Code = "cannot-judge"         // a keyword that the comparison does not know, or cannot weigh
)

var allowable = []problem.Code{CodePattern, CodeValueAdded, CodeDefinitionExtracted, CodeUnjudged}
