package strictjson

import (
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFields is the most members that one object type may have.
const maxFields = 256

// A fieldSet is a set of indexes into the fields of a struct.
type fieldSet [maxFields / 64]uint64

func (s *fieldSet) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s *fieldSet) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }

// holds reports whether every index in other is in s.
func (s *fieldSet) holds(other *fieldSet) bool {
	return other[0]&^s[0]|other[1]&^s[1]|other[2]&^s[2]|other[3]&^s[3] == 0
}

// A field describes one member of an object type.
type field struct {
	name     string // the name of the member
	index    []int  // of the Go field, for reflect.Value.FieldByIndex
	optional bool   // the member may be absent
	empty    bool   // and is when its value is empty: omitempty
	zero     bool   // and is when its value is zero: omitzero
	node     *node
}

// A zeroer says itself whether it is zero.
type zeroer interface {
	IsZero() bool
}

// omits reports whether encoding/json leaves the member out when its value is v.
func (f *field) omits(v reflect.Value) bool {
	if f.empty {
		switch v.Kind() {
		case reflect.Slice, reflect.Map, reflect.String:
			if v.Len() == 0 {
				return true
			}
		case reflect.Struct, reflect.Array: // never empty
		default:
			if v.IsZero() {
				return true
			}
		}
	}
	if !f.zero {
		return false
	}
	if v.Kind() == reflect.Pointer && v.IsNil() {
		return true
	}
	if z, ok := v.Interface().(zeroer); ok {
		return z.IsZero()
	}
	return v.IsZero()
}

// structure fills n with the fields of its struct type.
func (b *builder) structure(n *node) {
	n.byName = map[string]int{}
	n.byFold = map[string]string{}
	b.fields(n, n.typ, nil)
	for i, f := range n.fields {
		if !f.optional {
			n.required.add(i)
		}
		if folded := string(appendFolded(nil, []byte(f.name))); n.byFold[folded] == "" {
			n.byFold[folded] = f.name
		}
	}
}

// fields adds the fields of typ, which is n's own type or embedded in it at index.
func (b *builder) fields(n *node, typ reflect.Type, index []int) {
	for f := range typ.Fields() {
		at := append(index[:len(index):len(index)], f.Index...)
		place := typ.String() + "." + f.Name
		tag, tagged := f.Tag.Lookup("json")
		switch {
		case tag == "-":
			continue
		case f.Anonymous && !tagged:
			if f.Type.Kind() != reflect.Struct {
				refuse(place, "only structs are embedded, and by value")
			}
			if (&node{typ: f.Type}).coded(place) {
				refuse(place, "embeds %v, which codes itself; give it a name", f.Type)
			}
			b.fields(n, f.Type, at)
			continue
		case f.Anonymous && !f.IsExported():
			refuse(place, "has a name of its own and so must be exported")
		case !f.IsExported():
			continue
		}
		member := parseTag(place, tag)
		if _, taken := n.byName[member.name]; taken {
			refuse(place, "%v has the member %q twice", n.typ, member.name)
		}
		if f.Type.Kind() == reflect.Pointer && !member.optional {
			refuse(place, "a pointer is for an optional member; add omitempty")
		}
		if len(n.fields) == maxFields {
			refuse(place, "%v has more than %d members", n.typ, maxFields)
		}
		member.index, member.node = at, b.node(f.Type, place)
		if member.zero && !f.Type.Implements(reflect.TypeFor[zeroer]()) && reflect.PointerTo(f.Type).Implements(reflect.TypeFor[zeroer]()) {
			refuse(place, "%v: IsZero needs a value receiver", f.Type)
		}
		n.byName[member.name] = len(n.fields)
		n.fields = append(n.fields, member)
	}
}

// parseTag returns what the json tag of the field at place says.
func parseTag(place, tag string) field {
	name, options, _ := strings.Cut(tag, ",")
	if name == "" {
		refuse(place, "has no name in a json tag")
	}
	for _, c := range []byte(name) {
		if c != '_' && c != '$' && c != '.' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			refuse(place, "the member name %q has the character %q", name, c)
		}
	}
	f := field{name: name}
	if options != "" {
		for option := range strings.SplitSeq(options, ",") {
			switch option {
			case "omitempty":
				f.empty = true
			case "omitzero":
				f.zero = true
			default:
				refuse(place, "the tag option %q is none of omitempty and omitzero", option)
			}
		}
	}
	f.optional = f.empty || f.zero
	return f
}

// nearest returns the known name that is closest to name: the one that differs in case alone, or "". It takes no longer
// for a type of many members.
func (n *node) nearest(name []byte) string {
	var room [64]byte
	return n.byFold[string(appendFolded(room[:0], name))]
}

// appendFolded appends name to dst, each character replaced by the lowest of those that differ from it in case alone. Two
// names become equal exactly where strings.EqualFold, and so encoding/json, finds them equal.
func appendFolded(dst, name []byte) []byte {
	for len(name) > 0 {
		r, size := utf8.DecodeRune(name)
		lowest := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			lowest = min(lowest, other)
		}
		dst = utf8.AppendRune(dst, lowest)
		name = name[size:]
	}
	return dst
}
