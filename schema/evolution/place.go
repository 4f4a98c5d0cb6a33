package evolution

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

// everyKid is the segment of a path that stands for every member or entry.
const everyKid = "*"

// found is a node with where it stands now.
type found struct {
	node   *treeNode
	parent *treeNode // nil for the whole document
	path   string
}

// top returns the root of t.
func (t *Tree) top() found { return found{t.root, t.parent, t.base} }

// segments splits path. It is not ok, and reports that, if path is no JSON Pointer.
func (t *Tree) segments(path string) (segments []string, ok bool) {
	if t.isEmpty() {
		return nil, false
	}
	if path == "" {
		return nil, true
	}
	withoutEscapes := strings.NewReplacer("~0", "", "~1", "").Replace(path)
	if path[0] != '/' || strings.Contains(withoutEscapes, "~") {
		t.Fail("", "the migration asks for %q, which is no JSON Pointer", path)
		return nil, false
	}
	segments = strings.Split(path[1:], "/")
	for i := range segments {
		segments[i] = unescapePointer.Replace(segments[i])
	}
	return segments, true
}

// find returns what is at path, in the order of the document.
func (t *Tree) find(path string) []found {
	segments, ok := t.segments(path)
	if !ok {
		return nil
	}
	return t.walk(segments, 0)
}

// walk returns what segments lead to. Objects that are missing on the way are made if make is not 0, and the last one
// of them is a list if make is '['.
func (t *Tree) walk(segments []string, make byte) []found {
	here := []found{t.top()}
	for i, segment := range segments {
		last := i == len(segments)-1
		var next []found
		for _, f := range here {
			if !f.node.isContainer() && make != 0 {
				t.fail(f, "expected an object or a list to put something into")
				continue
			}
			if !f.node.open(t.shared) {
				continue
			}
			if segment == everyKid {
				for k, kid := range f.node.kids {
					next = append(next, found{kid, f.node, f.path + f.node.step(k)})
				}
				continue
			}
			kid := f.node.kid(segment)
			if kid == nil && make != 0 && !slices.Contains(segments[i:], everyKid) {
				if f.node.list {
					t.fail(f, "the list has no entry %s to put something into", abridged(segment))
					continue
				}
				kid = &treeNode{isOpen: true, list: last && make == '[', quoted: quote(segment)}
				f.node.kids = append(f.node.kids, kid)
			}
			if kid != nil {
				next = append(next, found{kid, f.node, f.path + problem.Pointer(segment)})
			}
		}
		here = next
	}
	return here
}

// step returns the pointer from n to its kid with the index k.
func (n *treeNode) step(k int) string {
	if n.list {
		return problem.Pointer(k)
	}
	return problem.Pointer(jsonparts.Text(n.kids[k].quoted))
}

// Add puts value where nothing is at path; what is there stays. Objects that are missing on the way are made. A path that
// ends with /- adds an entry to a list, which is made if it is missing. The value is coded by encoding/json, or taken as
// it is if it is a [json.RawMessage].
func (t *Tree) Add(path string, value any) {
	t.insert(path, value, func(found) {})
}

// Set puts value at path, like [Tree.Add]. A different value that was there is recorded as a [Loss] for the given reason.
func (t *Tree) Set(path string, value any, reason string) {
	raw, ok := t.value(path, value)
	if !ok {
		return
	}
	t.insert(path, json.RawMessage(raw), func(f found) {
		if !bytes.Equal(compacted(f.node.json()), compacted(raw)) {
			t.shared.lose(f.node, f.path, reason)
			f.node.put(raw)
		}
	})
}

// compacted returns raw without white space.
func compacted(raw []byte) []byte {
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		return raw // which is no JSON
	}
	return b.Bytes()
}

// Change puts what change returns in the place of every value at path. An empty loss says that the new value holds all
// that the old one said, as another spelling does; otherwise the old value is recorded as a [Loss] for that reason.
func (t *Tree) Change(path string, change func(value json.RawMessage) (newer any, loss string)) {
	if change == nil {
		t.Fail(path, "the migration has no function to call")
		return
	}
	for _, f := range t.find(path) {
		newer, loss := change(f.node.json())
		raw, ok := t.value(path, newer)
		if !ok {
			continue
		}
		if loss != "" {
			t.shared.lose(f.node, f.path, loss)
		}
		f.node.put(raw)
	}
}

// Move takes the value at from away and puts it at to, where nothing may be. Neither path has a *; use [Tree.Each].
// Objects that are missing on the way are made, and a path to that ends with /- adds an entry to a list, as in [Tree.Add].
func (t *Tree) Move(from, to string) {
	segments, ok := t.segments(from)
	target, valid := t.segments(to)
	if !ok || !valid || from == to {
		return
	}
	if slices.Contains(segments, everyKid) || slices.Contains(target, everyKid) || strings.HasPrefix(to+"/", from+"/") {
		t.Fail(from, "the migration moves it to %q; expected paths without * of which neither holds the other", to)
		return
	}
	for _, f := range t.walk(segments, 0) {
		f.node.gone, f.parent.dirty = true, true
		f.parent.sweep()
		f.node.gone = false
		t.place(target, f.node, func(taken found) {
			t.fail(f, "cannot be moved to %s: there is a value already", taken.path)
		})
	}
}

// value returns the JSON of a value that a migration wants at path, and reports it if there is none.
func (t *Tree) value(path string, value any) (raw []byte, ok bool) {
	raw, err := encodeValue(value)
	if err != nil {
		t.Fail(path, "the migration sets a value that is no JSON: %v", err)
		return nil, false
	}
	return raw, true
}

// insert puts value at path, and calls taken with what is there already.
func (t *Tree) insert(path string, value any, taken func(found)) {
	segments, ok := t.segments(path)
	if !ok {
		return
	}
	raw, ok := t.value(path, value)
	if !ok {
		return
	}
	t.place(segments, &treeNode{raw: raw}, taken)
}

// place puts node where segments lead to, a copy for each place but the first, and calls taken with what is there
// already.
func (t *Tree) place(segments []string, node *treeNode, taken func(found)) {
	if len(segments) == 0 {
		taken(t.top())
		return
	}
	last := segments[len(segments)-1]
	make := byte('{')
	if last == "-" {
		make = '['
	}
	if last == everyKid {
		for _, f := range t.walk(segments, 0) {
			taken(f)
		}
		return
	}
	for i, f := range t.walk(segments[:len(segments)-1], make) {
		if !f.node.isContainer() {
			t.fail(f, "expected an object or a list to put something into")
			continue
		}
		if !f.node.open(t.shared) {
			continue
		}
		if kid := f.node.kid(last); kid != nil {
			taken(found{kid, f.node, f.path + problem.Pointer(last)})
			continue
		}
		if f.node.list && last != "-" {
			t.fail(f, "the list has no entry %s; /- adds one", abridged(last))
			continue
		}
		kid := node
		if i > 0 {
			kid = &treeNode{raw: node.raw}
		}
		kid.quoted = nil
		if !f.node.list {
			kid.quoted = quote(last)
		}
		f.node.kids = append(f.node.kids, kid)
	}
}
