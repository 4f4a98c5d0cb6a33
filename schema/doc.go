// Package schema holds the JSON Schemas (2020-12) of this module's documents, for programs in any language: to validate
// what they write and read, to generate types, to build forms. It links the standard library alone.
//
//	b, err := schema.Bytes("engagement", schema.Strict)
//
// Folder v1 holds the same as files: KIND.schema.json for each document in three variants, soc2.defs.json with every type
// once for copying into a schema of your own, soc2.d.ts with declarations for TypeScript, and examples. Package
// schema/generate makes them from the Go types, and makes schemas of your types that embed ours.
//
// # Versions
//
// Every root document says its kind and its schemaVersion, MAJOR.MINOR; dispatch on these two and on nothing else. Within
// a major version a document stays valid under every later schema. A minor version may add optional members and kinds; a
// reader of an earlier minor takes the [Lenient] variant, which lets pass what it does not know. Package
// schema/evolution says what version a change of a schema needs, and lifts documents of earlier major versions to this one.
//
// Conclusions and deliverables are computed. They repeat what the record says, also where it is wrong, so their schemas say
// structure and no more.
//
// A schema sees one value at a time. That ids resolve, that days are in order and what a document concludes is for
// Validate of the packages program and report, whose findings no schema replaces.
package schema

//go:generate go run github.com/soc2kit/soc2/internal/makeschema
//go:generate npm ci --silent --prefix _typescript
//go:generate node _typescript/declare.mjs
