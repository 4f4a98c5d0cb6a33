package schema

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A Chain leads documents of some kinds from each major version to the newest. The zero Chain knows no kind.
type Chain struct {
	// Newest holds the newest major version of each kind of document.
	Newest map[string]int
	// Migrations are the steps, in any order: for each kind exactly one from each major version below the newest.
	Migrations []Migration
}

// Check returns everything that is wrong with the chain, nil if nothing is: an unnamed kind, a version below 1, a version
// that no migration starts from, or more than one, a migration of an unknown kind, to a version beyond the newest, or
// without a function.
func (c Chain) Check() error {
	var errs []error
	refuse := func(format string, args ...any) { errs = append(errs, fmt.Errorf("schema: chain: "+format, args...)) }
	type start struct {
		kind string
		from int
	}
	starts := map[start]int{}
	for i, m := range c.Migrations {
		newest, known := c.Newest[m.Kind]
		switch {
		case !known:
			refuse("migration %d: the kind %q has no newest version", i, m.Kind)
		case m.From < 1 || m.From >= newest:
			refuse("migration %d: %s from version %d; expected one from 1 to %d", i, m.Kind, m.From, newest-1)
		case m.Apply == nil:
			refuse("migration %d: %s from version %d has no function", i, m.Kind, m.From)
		}
		starts[start{m.Kind, m.From}]++
	}
	for _, kind := range slices.Sorted(maps.Keys(c.Newest)) {
		newest := c.Newest[kind]
		if strings.TrimSpace(kind) == "" {
			refuse("a kind has no name")
		}
		if newest < 1 {
			refuse("%s: the newest version is %d; expected at least 1", kind, newest)
		}
		// There are at most as many gaps to name as there are migrations, and one more for the rest.
		for from, gaps := 1, 0; from < newest && gaps <= len(c.Migrations); from++ {
			switch n := starts[start{kind, from}]; {
			case n == 0:
				gaps++
				refuse("%s: no migration from version %d", kind, from)
			case n > 1:
				refuse("%s: %d migrations from version %d; expected one", kind, n, from)
			}
		}
	}
	return errors.Join(errs...)
}

// Apply lifts a document to the newest major version of its kind. Which migrations it takes is decided by the members
// kind and schemaVersion of the document alone. A document that has the newest major already comes back byte for byte,
// whatever its minor.
//
// The error is that of [Chain.Check], or a [*problem.ReadError] where the document is not strict JSON, says no kind or
// version, or says one that the chain does not know, or lists the places that a migration could not deal with, each a
// [problem.Problem] of code [CodeNotMigrated]. The other results are then zero. Whether the migrated document is sound is
// for its reader to say.
func (c Chain) Apply(document []byte) (Migrated, error) {
	if err := c.Check(); err != nil {
		return Migrated{}, err
	}
	h, err := readHeader(document)
	if err != nil {
		return Migrated{}, err
	}
	newest, known := c.Newest[h.kind]
	if !known {
		return Migrated{}, h.refuse("kind", problem.CodeKind, "%s; expected one of %q", abridged(h.kind), slices.Sorted(maps.Keys(c.Newest)))
	}
	if h.major > newest {
		return Migrated{}, h.refuse("schemaVersion", problem.CodeSchemaVersion,
			"%q is newer than version %d, the newest of a %s that is known; a newer release may know it", h.version, newest, h.kind)
	}
	result := Migrated{Document: document, Kind: h.kind, From: h.version, To: h.version}
	for major := h.major; major < newest; major++ {
		next, losses, err := c.step(result.Kind, major).run(result.Document)
		if err != nil {
			return Migrated{}, err
		}
		result.Document, result.To = next, versionOf(major+1)
		result.Losses = append(result.Losses, losses...)
	}
	return result, nil
}

// step returns the migration of kind from a major version. A chain that was checked has it.
func (c Chain) step(kind string, from int) Migration {
	i := slices.IndexFunc(c.Migrations, func(m Migration) bool { return m.Kind == kind && m.From == from })
	return c.Migrations[i]
}

// run applies m to a document of its kind and version.
func (m Migration) run(document []byte) (migrated []byte, losses []Loss, err error) {
	tree := newTree(document, m.From)
	m.lift(tree)
	if err := tree.shared.problems.Err(); err != nil {
		return nil, nil, fmt.Errorf("schema: migrating a %s from version %d: %w", m.Kind, m.From, err)
	}
	migrated = tree.encode()
	if err := checkJSON(migrated, fmt.Sprintf("%s migrated to version %d", m.Kind, m.From+1)); err != nil {
		return nil, nil, err // too deep, or too large, since a migration has moved something
	}
	return migrated, tree.shared.losses, nil
}

// lift applies m to the document in t and gives it its new version.
func (m Migration) lift(t *Tree) {
	kind, version := t.text("/kind"), t.text("/schemaVersion")
	m.Apply(t)
	if t.text("/kind") != kind || t.text("/schemaVersion") != version {
		t.Fail("", "the migration has changed kind or schemaVersion itself")
		return
	}
	if n := t.only("/schemaVersion"); n != nil {
		n.raw = []byte(strconv.Quote(versionOf(m.From + 1)))
	}
}

// versionOf returns the schemaVersion of a document that was migrated to a major version.
func versionOf(major int) string { return strconv.Itoa(major) + ".0" }

// A header is what a document says of itself.
type header struct {
	kind, version string
	major         int
	offsets       map[string]int64 // of the values of its members
}

// refuse returns the error that refuses the document for the value of its member with the given name.
func (h header) refuse(name string, code problem.Code, format string, args ...any) error {
	return &problem.ReadError{Document: "document", Faults: []problem.Fault{h.fault(name, code, format, args...)}}
}

func (h header) fault(name string, code problem.Code, format string, args ...any) problem.Fault {
	return problem.Fault{
		Path: problem.Pointer(name), Offset: h.offsets[name], Code: code, Message: fmt.Sprintf(format, args...),
	}
}

// readHeader reads kind and schemaVersion of a document, and refuses one that is not strict JSON.
func readHeader(document []byte) (header, error) {
	if err := checkJSON(document, "document"); err != nil {
		return header{}, err
	}
	h := header{offsets: map[string]int64{}}
	start := skipSpace(document, 0)
	if document[start] != '{' {
		return header{}, &problem.ReadError{Document: "document", Faults: []problem.Fault{{
			Code: problem.CodeType, Message: "expected an object with the members kind and schemaVersion",
		}}}
	}
	values := map[string][]byte{}
	for part := range parts(document, start) {
		if name := unquote(part.name); name == "kind" || name == "schemaVersion" {
			values[name], h.offsets[name] = part.value, int64(part.offset)
		}
	}
	var faults []problem.Fault
	for _, name := range []string{"kind", "schemaVersion"} {
		value, has := values[name]
		switch {
		case !has:
			faults = append(faults, h.fault(name, problem.CodeMissing, "required: expected a string"))
			continue
		case value[0] != '"':
			faults = append(faults, h.fault(name, problem.CodeType, "expected a string"))
			continue
		}
		text := unquote(value)
		if name == "kind" {
			h.kind = text
			continue
		}
		var ok bool
		h.version = text
		if h.major, _, ok = parseVersion(text); !ok {
			faults = append(faults, h.fault(name, problem.CodeSchemaVersion, "%s; expected MAJOR.MINOR, such as \"1.0\"", abridged(text)))
		}
	}
	if len(faults) > 0 {
		return header{}, &problem.ReadError{Document: "document", Faults: faults}
	}
	return h, nil
}
