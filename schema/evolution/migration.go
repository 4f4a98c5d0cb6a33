package evolution

import (
	"encoding/json"

	"github.com/soc2kit/soc2/schema"
)

// Migrate lifts a document of this module to the newest major version of its kind. It is [Chain.Apply] of [OwnChain].
//
// Nothing has been released yet, so no migration exists: every document of version 1 comes back as it is.
//
// A migrated document has other bytes and so another digest. A fieldwork that pins a program by its digest pins the
// program as it was: migrate both, and let the firm pin the new bytes.
func Migrate(document []byte) (Migrated, error) { return OwnChain().Apply(document) }

// OwnChain returns the chain that [Migrate] applies: the root documents of [schema.Documents], whose newest major version is
// that of [schema.Version], and the migrations between their versions. A chain for documents that hold one of these can build
// on its migrations, see [Tree.Nested].
func OwnChain() Chain {
	chain := Chain{Newest: map[string]int{}}
	newest, _, _ := parseVersion(schema.Version)
	for _, d := range schema.Documents() {
		if d.Root {
			chain.Newest[d.Kind] = newest
		}
	}
	return chain
}

// A Migrated is a document that has the newest major version of its kind.
type Migrated struct {
	// Document is the document. It has the very bytes that were given if they had the newest major version already;
	// otherwise it is indented by two spaces and ends with a line feed.
	Document []byte
	// Kind is the kind of the document.
	Kind string
	// From is the schemaVersion that the document had, such as "1.2".
	From string
	// To is the schemaVersion that the document has. It is From if there was nothing to do, and "3.0" after a migration
	// to version 3.
	To string
	// Losses list all that was dropped on the way, in the order in which it was dropped.
	Losses []Loss
}

// A Loss is a value that a migration has dropped from a document, since the newer version has no place for it.
type Loss struct {
	// Version is the major version that the document had before the migration that dropped the value.
	Version int
	// Path is the JSON Pointer (RFC 6901) of the value in the document of that version, as the migration found it.
	Path string
	// Value is what was dropped, spelled as it was.
	Value json.RawMessage
	// Reason says why, in the words of the migration.
	Reason string
}

// A Migration lifts documents of one kind from one major version to the next.
type Migration struct {
	// Kind is the kind of document, such as "program". A migration never changes it.
	Kind string
	// From is the major version that it starts from, at least 1; it leads to From+1.
	From int
	// Apply changes a document. It does the same to equal documents and depends on nothing else. It leaves kind and
	// schemaVersion alone: the chain sets the version. What it does not touch stays as it is, member order and spelling
	// included.
	Apply func(*Tree)
}
