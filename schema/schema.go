package schema

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Version is the version of the documents that these schemas describe, MAJOR.MINOR.
const Version = "1.0"

// A Variant is one of the forms of a schema.
type Variant string

// The variants.
const (
	// Strict is for those who write documents and for tests: it refuses members that the type does not have.
	Strict Variant = "strict"
	// Lenient is for those who read documents of a later minor version: it lets pass members that it does not know.
	Lenient Variant = "lenient"
	// Extraction is for forms and language models that fill a document in: without references and compositions, every
	// member required and nullable, where null says that nothing is known, and with no keywords but those that services for
	// structured output take. Forms and bounds stand in descriptions. Free maps (labels, extensions) are left out.
	// [WithoutNulls] makes a document of what was filled in; its reader says what is wrong or missing.
	Extraction Variant = "extraction"
)

// Variants returns all variants.
func Variants() []Variant { return []Variant{Strict, Lenient, Extraction} }

// EnumValues returns the spellings of all variants.
func (Variant) EnumValues() []string { return []string{"strict", "lenient", "extraction"} }

// IsValid reports whether v is one of the variants.
func (v Variant) IsValid() bool { return v == Strict || v == Lenient || v == Extraction }

// suffix returns what stands between the kind and the end of the file's name.
func (v Variant) suffix() string {
	if v == Strict {
		return ".schema.json"
	}
	return "." + string(v) + ".schema.json"
}

// A Document is a kind of document that has a schema.
type Document struct {
	// Kind is its name, and the value of its member "kind" if it is a root.
	Kind string
	// Title is a short text for people.
	Title string
	// Root reports whether the document says its kind and schemaVersion. A record, which also stands within documents, says
	// neither.
	Root bool
	// Computed reports whether the document follows from others, so that nobody writes one. Its schemas say its structure and
	// no more: it repeats what the record says, also where that is wrong.
	Computed bool
}

// Variants returns the variants that the document's schema has: all of them, or those without [Extraction] if it is computed.
func (d Document) Variants() []Variant {
	if d.Computed {
		return []Variant{Strict, Lenient}
	}
	return Variants()
}

// Documents returns the documents that have schemas, in the order in which they arise.
func Documents() []Document {
	return []Document{
		{"program", "What management owns: terms, system, controls, evidence", true, false},
		{"fieldwork", "What the service auditor owns: plans, tests, judgments, opinion", true, false},
		{"engagement", "A program and its fieldwork in one document", true, false},
		{"conclusions", "What follows from an engagement, with each step", true, true},
		{"deliverable", "An assembled report", true, true},
		{"selection", "The record of a draw of sample items", false, false},
		{"plan", "The parameters of an attribute sample", false, false},
		{"frequency-table", "A firm's convention of how many items to test", false, false},
	}
}

// base is where the identifiers of the schemas start. They identify and need not resolve.
const base = "https://github.com/soc2kit/soc2/schema/v1/"

// FileName returns the name of the file of a schema, such as "program.lenient.schema.json".
func FileName(kind string, v Variant) string { return kind + v.suffix() }

// ID returns the $id of the schema of a kind. It is stable within a major version, and need not resolve.
func ID(kind string, v Variant) string { return base + FileName(kind, v) }

// DefinitionsID is the $id of the schema that [Definitions] returns.
const DefinitionsID = base + DefinitionsFile

// Names of the files that hold what [Definitions] and [TypeScript] return.
const (
	DefinitionsFile = "soc2.defs.json"
	TypeScriptFile  = "soc2.d.ts"
)

//go:embed v1
var files embed.FS

// Bytes returns the JSON Schema of a kind of document, in one of its variants. The error lists the kinds or variants that
// there are.
func Bytes(kind string, v Variant) ([]byte, error) {
	d, err := document(kind)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(d.Variants(), v) {
		return nil, fmt.Errorf("schema: %s has no variant %q; it has %q", kind, string(v), d.Variants())
	}
	return files.ReadFile(path.Join("v1", FileName(kind, v)))
}

// document returns the document of a kind.
func document(kind string) (Document, error) {
	var kinds []string
	for _, d := range Documents() {
		if d.Kind == kind {
			return d, nil
		}
		kinds = append(kinds, d.Kind)
	}
	return Document{}, fmt.Errorf("schema: kind %q is none of %s", kind, strings.Join(kinds, ", "))
}

// Definitions returns one schema that holds every type of every document under $defs, the documents among them, each by
// its name. Copy what you need into the $defs of your own schema; the references between them stay right.
func Definitions() []byte { return read(DefinitionsFile) }

// TypeScript returns declarations of the documents for TypeScript, as the file soc2.d.ts holds them.
func TypeScript() []byte { return read(TypeScriptFile) }

// Files returns everything that folder v1 holds: schemas, definitions, declarations, and examples in a folder of their own.
func Files() fs.FS {
	sub, err := fs.Sub(files, "v1")
	if err != nil {
		return embed.FS{} // cannot be: the name is well-formed
	}
	return sub
}

// read returns an embedded file; a test sees to it that it is there.
func read(name string) []byte {
	b, err := files.ReadFile("v1/" + name)
	if err != nil {
		return nil
	}
	return b
}
