// Package generate makes JSON Schemas (2020-12) of this module's documents, and of your own types that embed ours, so that
// an integration validates what it sends with the same rules as this module.
//
//	type AuditedControl struct {
//		control.Control           // all members of a control
//		Ticket  string `json:"ticket"`
//	}
//
//	b, err := generate.Of[AuditedControl](generate.Options{ID: "https://acme.example/audited-control.schema.json"})
//
// Required members, closed sets of values, patterns and formats come from the types; descriptions come from doc comments.
// Those of this module are built in, and [Comments] reads those of your package. There are three variants:
// [schema.Strict] for writers, [schema.Lenient] for readers of a later minor version, [schema.Extraction] for forms and
// language models.
//
// The schemas of the documents themselves (program, fieldwork, engagement, conclusions, deliverable) are made already:
// package schema has them as bytes and links nothing but the standard library. This package links
// github.com/invopop/jsonschema; import it where schemas are made, for example in a program that go generate runs.
//
// Of your own types the generator expects what encoding/json expects, and a little more: a type that marshals itself needs
// an entry in [Options.Types] or one of the methods below; no two types share a name; structs are embedded by value; an
// instance of a generic type needs a SchemaName. Slices that are required must not be nil when written, since a nil slice
// is written as null. Constraints that types do not say can be put in "jsonschema" tags, as in github.com/invopop/jsonschema.
//
// A description is the first paragraph of a type's doc comment, or the whole comment of a field; further paragraphs are taken
// to be about Go. Types of package main have the import path "main" when the program runs; types in a package of their own
// keep theirs. An embedded type lends the outer one its methods too: a struct that embeds control.Control has the Validate of
// the control, which knows nothing of your members, unless it has a Validate of its own.
//
// Methods with value receivers that the generator asks, none of which needs an import:
//
//	EnumValues() []string    // the closed set of values of a string type
//	SchemaPattern() string   // the regular expression of a string type, in the common part of RE2, ECMA-262 and Python
//	SchemaFormat() string    // the format of a string type, such as "date"
//	SchemaName() string      // the name among the definitions, where the name of the type will not do
package generate
