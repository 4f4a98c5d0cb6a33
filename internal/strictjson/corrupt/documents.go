package corrupt

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// Documents are the corruptions of one valid document. Each member of each type is corrupted where it stands first.
type Documents struct {
	valid   []byte
	sites   []site
	covered map[string]bool // by what uncovered would call them
	reached []string        // all that New saw in the types, in order
}

// A site is a value of the valid document together with what its type says of it.
type site struct {
	path       string
	start, end int // of the value
	typ        reflect.Type

	member   *member // nil for an element of a slice or an entry of a map
	siblings []member
	parent   string // path of the object
	name     int    // offset of the name of the member or entry, 0 for an element
	previous int    // offset after the member before, 0 if this one is the first
	next     int    // offset of the name of the member after, 0 if this one is the last
	close    int    // offset of the closing brace
}

// New finds the members of typ in valid, which must be a document that typ decodes. The error says what in valid does not
// agree with typ.
func New(typ reflect.Type, valid []byte) (*Documents, error) {
	if typ == nil {
		return nil, fmt.Errorf("corrupt: no type")
	}
	if err := json.Unmarshal(valid, reflect.New(typ).Interface()); err != nil {
		return nil, fmt.Errorf("corrupt: not a valid %v: %w", typ, err)
	}
	d := &Documents{valid: valid, covered: map[string]bool{}}
	d.reach(typ, map[reflect.Type]bool{})
	start := len(valid) - len(bytes.TrimLeft(valid, " \t\r\n"))
	if err := d.value(typ, "", start, len(bytes.TrimRight(valid, " \t\r\n"))); err != nil {
		return nil, err
	}
	return d, nil
}

// Uncovered lists what the types have and the valid document lacks, so that it cannot be corrupted: members such as
// "control.Control.since", and elements and entries such as "control.Control.criteria[]". In the order of the types.
func (d *Documents) Uncovered() []string {
	var list []string
	for _, name := range d.reached {
		if !d.covered[name] {
			list = append(list, name)
		}
	}
	return list
}

// All yields the broken documents, in the order of the valid one.
func (d *Documents) All() iter.Seq[Case] {
	return func(yield func(Case) bool) {
		for i := range d.sites {
			for c := range d.sites[i].cases(d.valid) {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// reach lists the members of typ and of the types in it.
func (d *Documents) reach(typ reflect.Type, seen map[reflect.Type]bool) {
	typ = inside(typ)
	if typ.Kind() != reflect.Struct || isCoded(typ) || seen[typ] {
		return
	}
	seen[typ] = true
	for _, m := range membersOf(typ) {
		name := typ.String() + "." + m.name
		d.reached = append(d.reached, name)
		if hasElements(m.typ) {
			d.reached = append(d.reached, name+"[]")
		}
		d.reach(m.typ, seen)
	}
}

// value walks the value of the given type that stands from start to end.
func (d *Documents) value(typ reflect.Type, path string, start, end int) error {
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if isCoded(typ) || typ == rawMessage {
		return nil
	}
	switch typ.Kind() {
	case reflect.Struct:
		return d.object(typ, path, start, end)
	case reflect.Slice, reflect.Map:
		return d.elements(typ, typ.String()+"[]", path, start, end)
	}
	return nil
}

// object walks the members of the object from start to end.
func (d *Documents) object(typ reflect.Type, path string, start, end int) error {
	parts, err := split(d.valid[start:end])
	if err != nil {
		return fmt.Errorf("corrupt: %s: %w", path, err)
	}
	members := membersOf(typ)
	for i, part := range parts {
		k := slices.IndexFunc(members, func(m member) bool { return m.name == part.name })
		if k < 0 {
			return fmt.Errorf("corrupt: %s: %v has no member %q", path, typ, part.name)
		}
		s := site{
			path: path + problem.Pointer(part.name), start: start + part.start, end: start + part.end, typ: members[k].typ,
			member: &members[k], siblings: members, parent: path, name: start + part.nameStart, close: end - 1,
		}
		if i > 0 {
			s.previous = start + parts[i-1].end
		}
		if i+1 < len(parts) {
			s.next = start + parts[i+1].nameStart
		}
		name := typ.String() + "." + part.name
		if !d.covered[name] {
			d.covered[name] = true
			d.sites = append(d.sites, s)
		}
		if hasElements(s.typ) {
			err = d.elements(s.typ, name+"[]", s.path, s.start, s.end)
		} else {
			err = d.value(s.typ, s.path, s.start, s.end)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// elements walks the elements or entries of the slice or map from start to end; name is what Uncovered calls them.
func (d *Documents) elements(typ reflect.Type, name, path string, start, end int) error {
	parts, err := split(d.valid[start:end])
	if err != nil {
		return fmt.Errorf("corrupt: %s: %w", path, err)
	}
	for i, part := range parts {
		s := site{path: path + problem.Pointer(i), start: start + part.start, end: start + part.end, typ: typ.Elem()}
		if typ.Kind() == reflect.Map {
			s.path = path + problem.Pointer(part.name)
			s.name = start + part.nameStart
		}
		if !d.covered[name] {
			d.covered[name] = true
			d.sites = append(d.sites, s)
		}
		if err := d.value(s.typ, s.path, s.start, s.end); err != nil {
			return err
		}
	}
	return nil
}

// A part is a member of an object or, without a name, an element of an array.
type part struct {
	name       string
	nameStart  int
	start, end int // of the value
}

// split finds the parts of an object or array.
func split(data []byte) ([]part, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	open, err := dec.Token()
	if err != nil {
		return nil, err
	}
	if open != json.Delim('{') && open != json.Delim('[') {
		return nil, fmt.Errorf("%v where an object or an array belongs", open)
	}
	var parts []part
	for dec.More() {
		var p part
		if open == json.Delim('{') {
			after := int(dec.InputOffset())
			p.nameStart = after + strings.IndexByte(string(data[after:]), '"')
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			p.name = name.(string)
		}
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return nil, err
		}
		p.end = int(dec.InputOffset())
		p.start = p.end - len(raw)
		parts = append(parts, p)
	}
	return parts, nil
}
