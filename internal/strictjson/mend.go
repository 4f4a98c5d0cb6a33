package strictjson

import (
	"encoding"
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/soc2kit/soc2/problem"
)

// A mender makes values ready to be written: it copies them where a nil slice or map has to become an empty one, and
// finds what cannot be written.
type mender struct {
	steps    []mendStep // the way to the current value
	problems problem.List
}

// A mendStep leads to a member, or, when it has no name, to an element.
type mendStep struct {
	name  *string
	index int
}

// mend returns v, which n describes, ready to be written, and whether that is another value than v.
func (m *mender) mend(n *node, v reflect.Value) (reflect.Value, bool) {
	switch n.shape {
	case shapeText:
		m.text(v.String())
	case shapeFloat:
		if f := v.Float(); math.IsNaN(f) || math.IsInf(f, 0) {
			m.refuse(problem.CodeNumber, "JSON has no %v", f)
		}
	case shapeRaw:
		if raw := v.Bytes(); raw != nil { // nil stands for null
			m.raw(raw, anyKind)
		}
	case shapeCoded:
		m.coded(n, v)
	case shapeStruct:
		return m.structure(n, v)
	case shapePointer:
		if v.IsNil() {
			m.refuse(problem.CodeNull, "nil; expected %v", n.elem.accepts)
			return v, false
		}
		if mended, changed := m.mend(n.elem, v.Elem()); changed {
			v = reflect.New(n.elem.typ)
			v.Elem().Set(mended)
			return v, true
		}
	case shapeSlice:
		if v.IsNil() {
			return reflect.MakeSlice(n.typ, 0, 0), true
		}
		return m.slice(n, v)
	case shapeMap:
		if v.IsNil() {
			return reflect.MakeMap(n.typ), true
		}
		m.entries(n, v)
	}
	return v, false
}

// structure mends the fields of the struct v.
func (m *mender) structure(n *node, v reflect.Value) (reflect.Value, bool) {
	if m.tooDeep() {
		return v, false
	}
	changed := false
	for i := range n.fields {
		f := &n.fields[i]
		if f.node.shape == shapeInt || f.node.shape == shapeBool {
			continue
		}
		old := v.FieldByIndex(f.index)
		if f.omits(old) {
			continue
		}
		m.steps = append(m.steps, mendStep{name: &f.name})
		if mended, ok := m.mend(f.node, old); ok {
			if !changed {
				fresh := reflect.New(n.typ).Elem()
				fresh.Set(v)
				v, changed = fresh, true
			}
			v.FieldByIndex(f.index).Set(mended)
		}
		m.steps = m.steps[:len(m.steps)-1]
	}
	return v, changed
}

// slice mends the elements of the slice v.
func (m *mender) slice(n *node, v reflect.Value) (reflect.Value, bool) {
	if n.elem.shape == shapeInt || n.elem.shape == shapeBool || m.tooDeep() {
		return v, false
	}
	changed := false
	for i := range v.Len() {
		m.steps = append(m.steps, mendStep{index: i})
		if mended, ok := m.mend(n.elem, v.Index(i)); ok {
			if !changed {
				fresh := reflect.MakeSlice(n.typ, v.Len(), v.Len())
				reflect.Copy(fresh, v)
				v, changed = fresh, true
			}
			v.Index(i).Set(mended)
		}
		m.steps = m.steps[:len(m.steps)-1]
	}
	return v, changed
}

// entries looks at the names and values of the map v, in the order in which they will be written.
func (m *mender) entries(n *node, v reflect.Value) {
	if m.tooDeep() {
		return
	}
	names := make([]string, 0, v.Len())
	for _, name := range v.MapKeys() {
		names = append(names, name.String())
	}
	slices.Sort(names)
	for _, name := range names {
		m.steps = append(m.steps, mendStep{name: &name})
		m.text(name)
		m.mend(n.elem, v.MapIndex(reflect.ValueOf(name)))
		m.steps = m.steps[:len(m.steps)-1]
	}
}

// coded looks at what v makes of itself.
func (m *mender) coded(n *node, v reflect.Value) {
	switch v := v.Interface().(type) {
	case json.Marshaler:
		raw, err := v.MarshalJSON()
		if err != nil {
			m.refuse(problem.CodeText, "%s", shorten(err.Error()))
			return
		}
		m.raw(raw, n.accepts)
	case encoding.TextMarshaler:
		text, err := v.MarshalText()
		if err != nil {
			m.refuse(problem.CodeText, "%s", shorten(err.Error()))
			return
		}
		m.text(string(text))
	}
}

// raw looks at JSON that is written as it is.
func (m *mender) raw(data []byte, accepts kinds) {
	s := scanner{data: data, outer: len(m.steps), budget: math.MaxInt64}
	s.scan(&node{shape: shapeFree, accepts: accepts})
	for _, f := range s.faults {
		m.problems.Errorf(m.pointer()+f.Path, f.Code, "%s", f.Message)
	}
}

// text looks at a text or name.
func (m *mender) text(text string) {
	if !utf8.ValidString(text) {
		m.refuse(problem.CodeUTF8, "not UTF-8")
	}
}

// tooDeep reports whether an array or object cannot be written here.
func (m *mender) tooDeep() bool {
	if len(m.steps) < maxDepth {
		return false
	}
	m.refuse(problem.CodeTooDeep, "nested deeper than %d levels", maxDepth)
	return true
}

// refuse records why the current value cannot be written.
func (m *mender) refuse(code problem.Code, format string, args ...any) {
	m.problems.Errorf(m.pointer(), code, format, args...)
}

// pointer returns the JSON Pointer of the current value.
func (m *mender) pointer() string {
	elems := make([]any, len(m.steps))
	for i, st := range m.steps {
		elems[i] = st.index
		if st.name != nil {
			elems[i] = strings.ToValidUTF8(*st.name, "\ufffd")
		}
	}
	return problem.Pointer(elems...)
}
