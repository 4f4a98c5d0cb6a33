package evolution

import "github.com/soc2kit/soc2/problem"

// Codes of differences that need no version.
const (
	CodeAnnotationChanged problem.Code = "annotation-changed" // another title, description, $comment or examples, or deprecated
	CodeSpellingChanged   problem.Code = "spelling-changed"   // the same said otherwise: another order, const for an enum of one value
)

// Codes of differences that a minor version may bring.
const (
	CodePropertyAdded    problem.Code = "property-added"    // a new property that is not required
	CodeDefinitionAdded  problem.Code = "definition-added"  // a new definition
	CodeKindAdded        problem.Code = "kind-added"        // a new schema in a set
	CodeVersionAdded     problem.Code = "version-added"     // schemaVersion takes a further version of the same major
	CodeBoundWider       problem.Code = "bound-wider"       // a lower minimum, a higher maximum, or none any more
	CodePatternRemoved   problem.Code = "pattern-removed"   // any text will do
	CodeNamesFree        problem.Code = "names-free"        // propertyNames is gone
	CodeRepeatsTaken     problem.Code = "repeats-taken"     // uniqueItems is gone
	CodePropertiesOpened problem.Code = "properties-opened" // additional properties were refused and are taken
)

// Codes of differences that need a major version.
const (
	CodeIdentityChanged       problem.Code = "identity-changed"        // another $id or $schema
	CodeKindRemoved           problem.Code = "kind-removed"            // a schema is gone from a set
	CodeDefinitionRemoved     problem.Code = "definition-removed"      // a definition is gone
	CodeDefinitionRenamed     problem.Code = "definition-renamed"      // gone, and a new one has the same content
	CodeReferenceChanged      problem.Code = "reference-changed"       // $ref leads elsewhere, or has come or gone
	CodePropertyRemoved       problem.Code = "property-removed"        // gone, or renamed
	CodeRequiredPropertyAdded problem.Code = "required-property-added" // new and required at once
	CodePropertyRequired      problem.Code = "property-required"       // was optional
	CodePropertyOptional      problem.Code = "property-optional"       // was required
	CodeTypeChanged           problem.Code = "type-changed"            // another type, one more or one less
	CodeNullTaken             problem.Code = "null-taken"              // null is taken where it was not
	CodeValueRemoved          problem.Code = "value-removed"           // a value is gone from an enum
	CodeConstChanged          problem.Code = "const-changed"           // another const
	CodeValuesClosed          problem.Code = "values-closed"           // an enum or const where any value was taken
	CodeValuesOpened          problem.Code = "values-opened"           // any value where there was an enum or const
	CodePatternAdded          problem.Code = "pattern-added"           // any text would do
	CodePropertiesClosed      problem.Code = "properties-closed"       // additional properties were taken and are refused, or bound
	CodeEntriesChanged        problem.Code = "entries-changed"         // items or additionalProperties has come or gone
	CodeNamesBound            problem.Code = "names-bound"             // a new propertyNames
	CodeRepeatsRefused        problem.Code = "repeats-refused"         // a new uniqueItems
)

// Codes of differences that need a major version unless an [Allowance] says why a minor one is enough: by their form alone
// it cannot be told.
const (
	CodePatternChanged      problem.Code = "pattern-changed"      // another pattern: which of the two takes more cannot be told
	CodeBoundNarrower       problem.Code = "bound-narrower"       // a higher minimum, a lower maximum, or a new one
	CodeFormatChanged       problem.Code = "format-changed"       // another format, a new one, or none any more
	CodeValueAdded          problem.Code = "value-added"          // a further value in an enum, which breaks exhaustive switches
	CodeAlternativeChanged  problem.Code = "alternative-changed"  // an alternative of anyOf or oneOf has come or gone
	CodeDefinitionExtracted problem.Code = "definition-extracted" // what stood here has got a name, or has lost it
	CodeCannotJudge         problem.Code = "cannot-judge"         // a keyword that the comparison does not know, or cannot weigh
)

var allowable = []problem.Code{
	CodePatternChanged, CodeBoundNarrower, CodeFormatChanged, CodeValueAdded,
	CodeAlternativeChanged, CodeDefinitionExtracted, CodeCannotJudge,
}

// CodeNotMigrated is the code of a place in a document that a migration cannot deal with, such as a member to be renamed
// whose new name is taken.
const CodeNotMigrated problem.Code = "not-migrated"
