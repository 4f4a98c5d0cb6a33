package evolution

import (
	"bytes"
	"encoding/json"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

// A Tree is a document, or a part of one, on its way from one major version to the next. Only a [Chain] makes one; the
// zero Tree holds nothing, and nothing happens to it.
//
// Places are JSON Pointers (RFC 6901) relative to the tree, in which * stands for every entry of a list or every member
// of an object: "/controls/*/owner". A place that is not there is passed over, so a migration need not ask first. What
// cannot be done, such as a rename to a name that is taken, is reported with its place, and the migration fails when it
// has returned; nothing is ever overwritten or dropped without a word.
type Tree struct {
	root   *treeNode
	parent *treeNode // of root, nil in the tree of a whole document
	base   string    // the place of root, for what has no origin of its own
	shared *treeState
}

// A treeState is what a tree and its parts share.
type treeState struct {
	version  int // that the migration starts from
	losses   []Loss
	problems problem.List
	nodes    int // that may still be made
	full     bool
}

// A migration may look into parts of a document that have so many values together. Looking at each of them was measured to
// need up to 27 bytes for each byte of the document, garbage included, and 64 MiB for small documents. Parts that no
// migration looks into need nothing but their bytes.
const (
	baseNodes    = 1 << 18
	bytesPerNode = 16
)

// newTree returns the tree of a document that was checked.
func newTree(document []byte, version int) *Tree {
	return &Tree{
		root:   &treeNode{raw: bytes.Trim(document, " \t\r\n"), isOriginal: true},
		shared: &treeState{version: version, nodes: baseNodes + len(document)/bytesPerNode},
	}
}

// overflow reports once that there are too many nodes.
func (s *treeState) overflow(n *treeNode) {
	if !s.full {
		path, _ := n.origin()
		s.problems.Errorf(path, problem.CodeTooMany, "migrating the document takes more memory than its size allows")
		s.full = true
	}
}

// lose records that n is dropped; path is where it stands if it was not in the document.
func (s *treeState) lose(n *treeNode, path, reason string) {
	if origin, ok := n.origin(); ok {
		path = origin
	}
	s.losses = append(s.losses, Loss{Version: s.version, Path: path, Value: n.json(), Reason: reason})
}

// isEmpty reports whether t holds nothing.
func (t *Tree) isEmpty() bool { return t == nil || t.root == nil }

// encode returns the document.
func (t *Tree) encode() []byte {
	var indented bytes.Buffer
	compact := t.root.json()
	if err := json.Indent(&indented, compact, "", "  "); err != nil {
		return compact // which is then refused with the reason
	}
	indented.WriteByte('\n')
	return indented.Bytes()
}

// Has reports whether there is anything at path.
func (t *Tree) Has(path string) bool { return len(t.find(path)) > 0 }

// Get returns the first value at path as it is spelled; ok is false if there is none.
func (t *Tree) Get(path string) (value json.RawMessage, ok bool) {
	if n := t.only(path); n != nil {
		return n.json(), true
	}
	return nil, false
}

// only returns the first node at path, nil if there is none.
func (t *Tree) only(path string) *treeNode {
	if found := t.find(path); len(found) > 0 {
		return found[0].node
	}
	return nil
}

// text returns the string at path, "" if there is none.
func (t *Tree) text(path string) string {
	value, _ := t.Get(path)
	if len(value) == 0 || value[0] != '"' {
		return ""
	}
	return jsonparts.Text(value)
}

// Each calls do with every value at path in its order, as a tree of its own. In that tree the place "" is the value, so
// that it can be removed or renamed, too.
func (t *Tree) Each(path string, do func(*Tree)) {
	if do == nil {
		t.Fail(path, "the migration has no function to call")
		return
	}
	for _, f := range t.find(path) {
		do(&Tree{root: f.node, parent: f.parent, base: f.path, shared: t.shared})
	}
}

// Nested applies m to every document at path within this one, which must be of the kind and the major version that m
// starts from, and gives it its new version. A chain does so only to the document as a whole.
func (t *Tree) Nested(path string, m Migration) {
	t.Each(path, func(nested *Tree) {
		major, _, _ := parseVersion(nested.text("/schemaVersion"))
		switch kind := nested.text("/kind"); {
		case m.Apply == nil:
			nested.Fail("", "the migration of %s from version %d has no function", m.Kind, m.From)
		case kind != m.Kind || major != m.From:
			nested.Fail("", "expected a %s of version %d; kind is %s and schemaVersion %s",
				m.Kind, m.From, abridged(kind), abridged(nested.text("/schemaVersion")))
		default:
			m.lift(nested)
		}
	})
}

// Rename gives every member at path another name. It keeps its place among the members.
func (t *Tree) Rename(path, name string) {
	for _, f := range t.find(path) {
		switch {
		case f.parent == nil || f.parent.list:
			t.fail(f, "expected a member of an object to rename to %q", name)
		case jsonparts.Text(f.node.quoted) == name:
		case f.parent.kid(name) != nil:
			t.fail(f, "cannot be renamed to %q: there is such a member already", name)
		default:
			f.node.quoted = quote(name)
		}
	}
}

// Remove drops every value at path and records each as a [Loss] for the given reason.
func (t *Tree) Remove(path, reason string) {
	for _, f := range t.find(path) {
		switch {
		case f.parent == nil:
			t.fail(f, "expected a part of the document to remove")
		case !f.node.gone:
			t.shared.lose(f.node, f.path, reason)
			f.node.gone, f.parent.dirty = true, true
		}
	}
}

// Fail reports that the migration cannot deal with what is at path. The document is then not migrated.
func (t *Tree) Fail(path, format string, args ...any) {
	if t.isEmpty() {
		return
	}
	base := t.base
	if origin, ok := t.root.origin(); ok {
		base = origin
	}
	t.shared.problems.Errorf(base+path, CodeNotMigrated, format, args...)
}

// fail does what Fail does for something that was found.
func (t *Tree) fail(f found, format string, args ...any) {
	path := f.path
	if origin, ok := f.node.origin(); ok {
		path = origin
	}
	t.shared.problems.Errorf(path, CodeNotMigrated, format, args...)
}
