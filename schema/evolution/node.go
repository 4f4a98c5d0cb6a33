package evolution

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

// A treeNode is a value of a document. It keeps the bytes of the document until somebody looks into it.
type treeNode struct {
	raw    []byte // JSON; not up to date once the node is open
	isOpen bool
	list   bool
	kids   []*treeNode // members or entries of an open node
	quoted []byte      // the name of a member, spelled as in the document

	gone     bool // taken out of its parent when that is looked at next
	dirty    bool // a kid is gone
	replaced bool // a migration has put something else here

	// Where the node stood when the migration began. A node that the migration has made has no parent, as has the root.
	parent     *treeNode
	wasQuoted  []byte
	wasIndex   int
	isOriginal bool // the node was in the document
}

// isContainer reports whether n is an object or a list.
func (n *treeNode) isContainer() bool {
	return n.isOpen || len(n.raw) > 0 && (n.raw[0] == '{' || n.raw[0] == '[')
}

// open makes the kids of n, and reports whether it has any to make.
func (n *treeNode) open(s *treeState) bool {
	if n.isOpen {
		n.sweep()
		return true
	}
	if !n.isContainer() {
		return false
	}
	var kids []*treeNode
	for part := range jsonparts.Of(n.raw, 0) {
		if s.nodes--; s.nodes < 0 {
			s.overflow(n)
			return false
		}
		kids = append(kids, &treeNode{
			raw: part.Value, quoted: part.Name,
			parent: n, wasQuoted: part.Name, wasIndex: len(kids), isOriginal: n.isOriginal && !n.replaced,
		})
	}
	n.isOpen, n.list, n.kids = true, n.raw[0] == '[', kids
	return true
}

// put makes n hold the JSON in raw.
func (n *treeNode) put(raw []byte) { n.raw, n.isOpen, n.kids, n.replaced = raw, false, nil, true }

// sweep takes out the kids that are gone.
func (n *treeNode) sweep() {
	if n.dirty {
		n.kids = slices.DeleteFunc(n.kids, func(kid *treeNode) bool { return kid.gone })
		n.dirty = false
	}
}

// kid returns the member or entry of n that segment names, nil if there is none. n is open.
func (n *treeNode) kid(segment string) *treeNode {
	if n.list {
		i, err := strconv.Atoi(segment)
		if err != nil || i < 0 || i >= len(n.kids) || strconv.Itoa(i) != segment {
			return nil
		}
		return n.kids[i]
	}
	for _, kid := range n.kids {
		if jsonparts.Text(kid.quoted) == segment {
			return kid
		}
	}
	return nil
}

// origin returns the JSON Pointer of where n stood when the migration began; ok is false for what it has made.
func (n *treeNode) origin() (path string, ok bool) {
	if !n.isOriginal {
		return "", false
	}
	var steps []string
	for ; n.parent != nil; n = n.parent {
		if n.wasQuoted == nil {
			steps = append(steps, problem.Pointer(n.wasIndex))
		} else {
			steps = append(steps, problem.Pointer(jsonparts.Text(n.wasQuoted)))
		}
	}
	var b strings.Builder
	for i := len(steps) - 1; i >= 0; i-- {
		b.WriteString(steps[i])
	}
	return b.String(), true
}

// appendTo appends the JSON of n to b.
func (n *treeNode) appendTo(b *bytes.Buffer) {
	if !n.isOpen {
		b.Write(n.raw)
		return
	}
	opening, closing := byte('{'), byte('}')
	if n.list {
		opening, closing = '[', ']'
	}
	n.sweep()
	b.WriteByte(opening)
	for i, kid := range n.kids {
		if i > 0 {
			b.WriteByte(',')
		}
		if !n.list {
			b.Write(kid.quoted)
			b.WriteByte(':')
		}
		kid.appendTo(b)
	}
	b.WriteByte(closing)
}

// json returns the JSON of n in bytes of its own.
func (n *treeNode) json() []byte {
	var b bytes.Buffer
	n.appendTo(&b)
	return b.Bytes()
}
