package strictjson

import (
	"fmt"
	"reflect"
)

// A Table describes a document type: the members of each of its objects and what each may hold. It never changes and
// may be used by several goroutines at once. The zero Table describes nothing: reading and writing with it fail.
type Table struct {
	root *node
}

// TableOf describes T. A document type is made of
//
//   - structs, whose exported fields all have a json tag with a name; a member is required when its tag has neither
//     omitempty nor omitzero; structs embedded by value without a name lend their fields to the struct around them;
//   - pointers to structs, for optional members and elements of slices;
//   - slices, map[string]string, map[string]json.RawMessage and json.RawMessage, which holds any JSON;
//   - strings, bools, signed integers and float64, named or not;
//   - types that code themselves: both UnmarshalJSON and MarshalJSON, or both UnmarshalText and MarshalText. A type with
//     UnmarshalJSON may have a method JSONKinds() []string, which lists the kinds of JSON value it takes: "object",
//     "array", "string", "number", "boolean", "null". Without it the type takes all of them but null.
//
// Anything else, such as an interface, a fixed array, time.Time or json.Number, is a bug of whoever wrote the type:
// TableOf panics and names the field and the reason.
func TableOf[T any]() *Table {
	typ := reflect.TypeFor[T]()
	b := builder{nodes: map[reflect.Type]*node{}}
	return &Table{root: b.node(typ, typ.String())}
}

// Type returns the document type, nil for the zero Table.
func (t *Table) Type() reflect.Type {
	if t == nil || t.root == nil {
		return nil
	}
	return t.root.typ
}

// A shape says how a Go type takes JSON.
type shape uint8

const (
	shapeFree    shape = iota // any JSON, of which nothing is kept
	shapeRaw                  // any JSON, kept as it is
	shapeCoded                // whatever the type's own decoder takes
	shapeStruct               // an object with known members
	shapeMap                  // an object with any names
	shapeSlice                // an array
	shapePointer              // what it points to
	shapeText                 // a string
	shapeBool                 // true or false
	shapeInt                  // a whole number
	shapeFloat                // a number
)

// A node describes one Go type.
type node struct {
	typ     reflect.Type
	shape   shape
	accepts kinds
	size    int64 // bytes of one value, without what it refers to
	bits    int   // width of an integer

	elem     *node             // of a slice, map or pointer
	fields   []field           // of a struct, in the order of the Go fields
	byName   map[string]int    // index into fields
	byFold   map[string]string // names of fields by how they are folded
	required fieldSet

	decode func(raw []byte) error // of a coded type: whether its decoder takes raw
}

// freeNode describes a value of which only the general rules are checked.
var freeNode = node{shape: shapeFree, accepts: anyKind}

// A builder makes nodes. It keeps one for each type, since a type may contain itself.
type builder struct {
	nodes map[reflect.Type]*node
}

// node describes typ, which was met at place, such as "program.Program.Controls".
func (b *builder) node(typ reflect.Type, place string) *node {
	if n, ok := b.nodes[typ]; ok {
		return n
	}
	n := &node{typ: typ, size: int64(typ.Size())}
	b.nodes[typ] = n
	if typ == rawMessage {
		n.shape, n.accepts = shapeRaw, anyKind
		return n
	}
	if why := refusedType(typ); why != "" {
		refuse(place, "%v: %s", typ, why)
	}
	if n.coded(place) {
		return n
	}
	switch typ.Kind() {
	case reflect.Struct:
		n.shape, n.accepts = shapeStruct, kindObject
		b.structure(n)
	case reflect.Pointer:
		if typ.Elem().Kind() != reflect.Struct {
			refuse(place, "%v: only structs are pointed to", typ)
		}
		n.shape = shapePointer
		n.elem = b.node(typ.Elem(), place)
	case reflect.Slice:
		n.shape, n.accepts = shapeSlice, kindArray
		n.elem = b.node(typ.Elem(), place)
	case reflect.Map:
		text := typ.Elem().Kind() == reflect.String
		if typ.Key() != reflect.TypeFor[string]() || !text && typ.Elem() != rawMessage {
			refuse(place, "%v: a map is map[string]string or map[string]json.RawMessage", typ)
		}
		n.shape, n.accepts = shapeMap, kindObject
		n.elem = b.node(typ.Elem(), place)
	case reflect.String:
		n.shape, n.accepts = shapeText, kindString
	case reflect.Bool:
		n.shape, n.accepts = shapeBool, kindBoolean
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n.shape, n.accepts, n.bits = shapeInt, kindNumber, typ.Bits()
	case reflect.Float64:
		n.shape, n.accepts = shapeFloat, kindNumber
	default:
		refuse(place, "%v: no document type holds a %v", typ, typ.Kind())
	}
	return n
}

// refuse reports a bug in a document type.
func refuse(place, format string, args ...any) {
	panic("strictjson: " + place + ": " + fmt.Sprintf(format, args...))
}
