// Package evolution says what version a change of a JSON Schema needs, and lifts documents of earlier major versions to the
// newest: for the documents of package schema, and for documents that you version yourself.
//
// # Versions
//
// A document says its kind and its schemaVersion, MAJOR.MINOR. Within a major version what was valid stays valid and means
// the same, so that a minor version may add optional properties and new kinds. Everything else waits for the next major
// version, and a [Migration] comes with it.
//
// # What to compare
//
// [Compare] holds a schema against the one that was released before it:
//
//	differences, err := evolution.Compare(released, current)
//	if evolution.LevelOf(differences) == evolution.LevelMajor {
//		// list the differences; ask for a new major version
//	}
//
// Compare the strict variants, and of many schemas that share types the one with all definitions (soc2.defs.json here), so
// that a change is reported once; [CompareSets] takes several files. What a comparison judges by its form alone, such as
// another pattern, a maintainer may declare harmless with an [Allowance] and its reason.
//
// # How to migrate
//
// [Migrate] takes a document of this module. Nothing has been released yet, so there is no earlier version and no migration:
// every document of version 1 comes back byte for byte. For documents of your own make a [Chain], whose migrations change a
// [Tree]; what they drop is listed as a [Loss], and what they do not touch keeps its order and spelling.
//
// Whether a document is valid or sound is not a question for this package: a reader of its kind says that.
package evolution
