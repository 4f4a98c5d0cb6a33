package strictjson

import (
	"errors"
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// maxDepth is how many arrays and objects may contain one another.
const maxDepth = 64

// stop, in place of an offset, ends the scan: what follows cannot be told, or is not worth telling.
const stop = -1

// A scanner reads a document once, from start to end, against the nodes of a table. Its methods take the offset where
// something starts and return the offset after it, or stop.
type scanner struct {
	data    []byte
	outer   int            // how many arrays and objects are around the data
	steps   [maxDepth]step // the way to the current value
	depth   int            // how many steps are in use
	budget  int64          // bytes that decoding may still take
	decode  bool           // call the decoders of coded types
	lenient bool           // skip the members that a struct does not have

	names   []token // those of the open objects, for finding repeated ones
	scratch []byte  // an unescaped name

	findings
}

// scan holds all of data against n.
func (s *scanner) scan(n *node) {
	if strings.HasPrefix(string(s.data[:min(len(s.data), 3)]), "\ufeff") {
		s.fault(0, problem.CodeSyntax, "a byte order mark; expected a document without one")
		return
	}
	p := s.value(s.space(0), n)
	if p == stop {
		return
	}
	if p = s.space(p); p < len(s.data) {
		s.fault(p, problem.CodeTrailing, "%s after the end of the document", s.found(p))
	}
}

// value reads the value at p, which n describes.
func (s *scanner) value(p int, n *node) int {
	if n.shape == shapePointer {
		if n = n.elem; !s.charge(p, n.size) {
			return stop
		}
	}
	if p >= len(s.data) {
		return s.syntax(p, "a value")
	}
	kind := kindAt[s.data[p]]
	if kind&n.accepts == 0 {
		switch kind {
		case 0:
			return s.syntax(p, "a value")
		case kindNull:
			s.fault(p, problem.CodeNull, "null; expected %v", n.accepts)
		default:
			s.fault(p, problem.CodeType, "%v; expected %v", kind, n.accepts)
		}
		n = &freeNode
	}
	if n.shape == shapeRaw || n.shape == shapeCoded {
		return s.kept(p, n, kind)
	}
	switch kind {
	case kindObject:
		return s.object(p, n)
	case kindArray:
		return s.array(p, n)
	case kindString:
		return s.text(p, n)
	case kindNumber:
		return s.number(p, n)
	}
	switch s.data[p] {
	case 't':
		return s.literal(p, "true")
	case 'f':
		return s.literal(p, "false")
	}
	return s.literal(p, "null")
}

// kept reads a value that is kept as it is or given to the decoder of its type.
func (s *scanner) kept(p int, n *node, kind kinds) int {
	end := s.value(p, &freeNode)
	if end == stop || !s.charge(p, int64(end-p)+allocation) {
		return stop
	}
	if n.shape != shapeCoded || !s.decode {
		return end
	}
	err := n.decode(s.data[p:end])
	if err == nil {
		return end
	}
	var inner *problem.ReadError
	switch {
	case errors.As(err, &inner): // the decoder read its value strictly and knows the place
		s.adopt(p, inner)
	case kind == kindNumber:
		s.fault(p, problem.CodeNumber, "%s", shorten(err.Error()))
	default:
		s.fault(p, problem.CodeText, "%s", shorten(err.Error()))
	}
	return end
}

// object reads the object at p.
func (s *scanner) object(p int, n *node) int {
	if s.outer+s.depth >= maxDepth {
		return s.tooDeep(p)
	}
	if n.shape == shapeMap && !s.charge(p, mapSize) {
		return stop
	}
	var (
		seen  fieldSet // of a struct
		next  int      // the field that comes next if the document keeps to the order of the fields
		names = nameSet{first: len(s.names)}
	)
	if p = s.space(p + 1); p < len(s.data) && s.data[p] == '}' {
		return s.closeObject(p, n, &seen)
	}
	for {
		if p >= len(s.data) || s.data[p] != '"' {
			return s.syntax(p, "a member name in quotes")
		}
		end, marks := s.quoted(p)
		if end == stop {
			return stop
		}
		name := token{start: p, end: end, escaped: marks&markEscape != 0}
		if p = s.space(end); p >= len(s.data) || s.data[p] != ':' {
			return s.syntax(p, "a colon after the member name")
		}
		s.steps[s.depth] = step{name: name}
		s.depth++
		child := &freeNode
		switch {
		case marks&markNotUTF8 != 0:
			s.notUTF8()
		case n.shape == shapeStruct:
			child = s.member(n, name, &seen, &next, &names)
		case !s.entry(n, name, &names):
			return stop
		case n.shape == shapeMap:
			child = n.elem
		}
		if p = s.value(s.space(p+1), child); p == stop {
			return stop
		}
		s.depth--
		p = s.space(p)
		switch {
		case p < len(s.data) && s.data[p] == ',':
			p = s.space(p + 1)
		case p < len(s.data) && s.data[p] == '}':
			s.names = s.names[:names.first]
			return s.closeObject(p, n, &seen)
		default:
			return s.syntax(p, "a comma or the end of the object")
		}
	}
}

// closeObject reads the closing brace at p, after the members in seen.
func (s *scanner) closeObject(p int, n *node, seen *fieldSet) int {
	if n.shape == shapeStruct && !seen.holds(&n.required) {
		s.missing(p, n, seen)
	}
	return p + 1
}

// array reads the array at p.
func (s *scanner) array(p int, n *node) int {
	if s.outer+s.depth >= maxDepth {
		return s.tooDeep(p)
	}
	elem := &freeNode
	if n.shape == shapeSlice {
		elem = n.elem
	}
	if p = s.space(p + 1); p < len(s.data) && s.data[p] == ']' {
		return p + 1
	}
	cost := elem.size
	for i := 0; ; i++ {
		s.steps[s.depth] = step{index: i}
		s.depth++
		if !s.charge(p, cost) {
			return stop
		}
		cost = elem.size + elem.size/2 // from the second on, appending copies what is there already
		if p = s.value(p, elem); p == stop {
			return stop
		}
		s.depth--
		p = s.space(p)
		switch {
		case p < len(s.data) && s.data[p] == ',':
			p = s.space(p + 1)
		case p < len(s.data) && s.data[p] == ']':
			return p + 1
		default:
			return s.syntax(p, "a comma or the end of the array")
		}
	}
}

// literal reads word, whose first byte is at p.
func (s *scanner) literal(p int, word string) int {
	for i := range len(word) {
		if p+i >= len(s.data) || s.data[p+i] != word[i] {
			return s.syntax(p+i, fmt.Sprintf("the rest of %q", word))
		}
	}
	return p + len(word)
}

// space skips white space.
func (s *scanner) space(p int) int {
	for p < len(s.data) && (s.data[p] == ' ' || s.data[p] == '\n' || s.data[p] == '\t' || s.data[p] == '\r') {
		p++
	}
	return p
}
