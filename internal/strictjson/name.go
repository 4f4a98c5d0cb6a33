package strictjson

import (
	"github.com/soc2kit/soc2/problem"
)

// fewNames is up to how many names are compared one by one before a map is made.
const fewNames = 16

// A token is where a string stands in the document, from its opening quote to after its closing one.
type token struct {
	start, end int
	escaped    bool
}

// A step leads from an array or object to one of its values: by name, or, when the name is empty, by index.
type step struct {
	name  token
	index int
}

// raw returns the bytes between the quotes of t.
func (s *scanner) raw(t token) []byte { return s.data[t.start+1 : t.end-1] }

// spelled returns the name at t as it is compared, valid until the next call.
func (s *scanner) spelled(t token) []byte {
	if !t.escaped {
		return s.raw(t)
	}
	s.scratch = unescape(s.scratch[:0], s.data[t.start:t.end])
	return s.scratch
}

// member returns the node of the member of n with the given name; next is a guess at which it is. Names holds those that n
// does not have and that are skipped.
func (s *scanner) member(n *node, name token, seen *fieldSet, next *int, names *nameSet) *node {
	spelled := s.spelled(name)
	i := *next
	if i >= len(n.fields) || n.fields[i].name != string(spelled) {
		var known bool
		if i, known = n.byName[string(spelled)]; !known {
			s.unknown(n, name, spelled, names)
			return &freeNode
		}
	}
	*next = i + 1
	if seen.has(i) {
		s.fault(name.start, problem.CodeDuplicate, "the object has this member already")
	}
	seen.add(i)
	return n.fields[i].node
}

// unknown takes account of a member that n does not have: it is refused, or, where reading is lenient, skipped and added to
// names.
func (s *scanner) unknown(n *node, name token, spelled []byte, names *nameSet) {
	switch {
	case !s.lenient || n.nearest(spelled) != "":
		s.refuseUnknown(n, name, spelled)
	case !s.repeated(spelled, name, names):
		s.skip(n)
	}
}

// A nameSet holds the names of one object that may have any, or those of a struct that are skipped. It is gone before
// decoding starts. A name takes it less than 48 bytes and its text, and at least six bytes of the document, so that it stays
// below the budget of decoding by itself.
type nameSet struct {
	count int
	first int                 // where they start in scanner.names
	many  map[string]struct{} // in place of scanner.names when there are more than a few
}

// entry takes account of the entry with the given name in an object that n describes.
func (s *scanner) entry(n *node, name token, names *nameSet) bool {
	spelled := s.spelled(name)
	if s.repeated(spelled, name, names) || n.shape != shapeMap {
		return true
	}
	cost := int64(len(spelled)) + allocation
	if names.count%mapGroup == 1 {
		cost += mapGroup * (stringSize + n.elem.size)
	}
	return s.charge(name.start, cost)
}

// repeated reports whether names has the name already, which is a fault, and adds it if not.
func (s *scanner) repeated(spelled []byte, name token, names *nameSet) bool {
	if s.insert(spelled, name, names) {
		s.fault(name.start, problem.CodeDuplicate, "the object has this member already")
		return true
	}
	names.count++
	return false
}

// insert adds the name to names and reports whether it was there already.
func (s *scanner) insert(spelled []byte, name token, names *nameSet) bool {
	if names.many != nil {
		names.many[string(spelled)] = struct{}{}
		return len(names.many) == names.count // it did not grow
	}
	few := s.names[names.first:]
	for _, other := range few {
		if s.same(other, spelled) {
			return true
		}
	}
	if len(few) < fewNames {
		s.names = append(s.names, name)
		return false
	}
	names.many = make(map[string]struct{}, 4*fewNames)
	names.many[string(spelled)] = struct{}{}
	for _, other := range few {
		names.many[string(unescape(nil, s.data[other.start:other.end]))] = struct{}{}
	}
	return false
}

// same reports whether the name at t is spelled so.
func (s *scanner) same(t token, spelled []byte) bool {
	if !t.escaped {
		return string(s.raw(t)) == string(spelled)
	}
	return string(unescape(nil, s.data[t.start:t.end])) == string(spelled)
}
