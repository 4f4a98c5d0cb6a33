package evolution

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/internal/jsonparts"
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
	refuse := func(format string, args ...any) {
		errs = append(errs, fmt.Errorf("evolution: chain: "+format, args...))
	}
	type start struct {
		kind string
		from int
	}
	starts := map[start]int{}
	for i, m := range c.Migrations {
		newest, known := c.Newest[m.Kind]
		number := i + 1
		switch {
		case !known:
			refuse("migration %d: the kind %q has no newest version", number, m.Kind)
		case newest < 1: // reported below
		case newest == 1:
			refuse("migration %d: %s from version %d; expected none, since version 1 is the newest", number, m.Kind, m.From)
		case m.From < 1 || m.From >= newest:
			refuse("migration %d: %s from version %d; expected at least 1 and less than %d, the newest", number, m.Kind, m.From, newest)
		case m.Apply == nil:
			refuse("migration %d: %s from version %d has no function", number, m.Kind, m.From)
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
		return nil, nil, fmt.Errorf("evolution: migrating a %s from version %d: %w", m.Kind, m.From, err)
	}
	migrated = tree.encode()
	if err := jsonparts.Check(migrated, fmt.Sprintf("%s migrated to version %d", m.Kind, m.From+1)); err != nil {
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
