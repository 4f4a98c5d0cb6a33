package schema_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A mutation is a document with one fault, which breaks one keyword of its schema.
type mutation struct {
	pointer  string // of the value that is wrong
	field    string // definition and member, such as "Control.id"
	keyword  string // the keyword that is broken, and how, where that is not plain
	document []byte
}

func (m mutation) String() string { return m.pointer + ", " + m.field + " " + m.keyword }

// A mutator walks a valid document and its schema side by side and breaks one keyword at a time.
type mutator struct {
	defs     map[string]any
	document any
	seen     map[string]bool // fields with keywords that are broken already
	made     []mutation
}

// mutations returns one mutation for each keyword of each member that document has, apart from those that seen has, and
// adds them to seen. Root is what the members of the document itself are called after.
func mutations(schema map[string]any, document []byte, root string, seen map[string]bool) []mutation {
	m := &mutator{document: decoded(document), seen: seen}
	m.defs, _ = schema["$defs"].(map[string]any)
	m.walk(schema, m.document, "", root, nil)
	return m.made
}

// decoded returns JSON as a tree, with numbers as they are spelled.
func decoded(b []byte) any {
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		panic(err)
	}
	return v
}

// resolvedIn follows the reference of s, alone or wrapped, and returns what it names, with the name of the definition.
func resolvedIn(defs, s map[string]any) (map[string]any, string) {
	if all, ok := s["allOf"].([]any); ok && len(all) == 1 && s["type"] == nil {
		s = all[0].(map[string]any)
	}
	if ref, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(ref, "#/$defs/")
		return defs[name].(map[string]any), name
	}
	return s, ""
}

// walk breaks what schema says of value, which stands at pointer; set puts another value in its place.
func (m *mutator) walk(schema map[string]any, value any, pointer, field string, set func(any)) {
	s, name := resolvedIn(m.defs, schema)
	if set != nil {
		for _, f := range faults(s, value) {
			m.emit(pointer, field, f.keyword, func() { set(f.value) }, func() { set(value) })
		}
	}
	owner := name
	if owner == "" {
		owner = field
	}
	switch v := value.(type) {
	case map[string]any:
		m.walkObject(s, v, pointer, owner)
	case []any:
		items, ok := s["items"].(map[string]any)
		if !ok {
			return
		}
		for i := range v {
			m.walk(items, v[i], pointer+"/"+strconv.Itoa(i), field+"[]", func(x any) { v[i] = x })
		}
	}
}

func (m *mutator) walkObject(s, v map[string]any, pointer, owner string) {
	properties, _ := s["properties"].(map[string]any)
	for _, member := range slices.Sorted(maps.Keys(v)) {
		p, ok := properties[member].(map[string]any)
		name := member
		if !ok {
			if p, ok = s["additionalProperties"].(map[string]any); !ok {
				continue
			}
			name = "*"
		}
		m.walk(p, v[member], pointer+"/"+member, owner+"."+name, func(x any) { v[member] = x })
	}
	required, _ := s["required"].([]any)
	for _, r := range required {
		member := r.(string)
		old := v[member]
		m.emit(pointer+"/"+member, owner+"."+member, "required", func() { delete(v, member) }, func() { v[member] = old })
	}
	if s["additionalProperties"] == false {
		const unknown = "unheardOf"
		m.emit(pointer+"/"+unknown, owner, "additionalProperties", func() { v[unknown] = true }, func() { delete(v, unknown) })
	}
}

// emit makes the change, keeps the document and takes the change back, once for each field and keyword.
func (m *mutator) emit(pointer, field, keyword string, change, undo func()) {
	if m.seen[field+" "+keyword] {
		return
	}
	m.seen[field+" "+keyword] = true
	change()
	b, err := json.Marshal(m.document)
	undo()
	if err != nil {
		panic(err)
	}
	m.made = append(m.made, mutation{pointer, field, keyword, b})
}

type fault struct {
	keyword string
	value   any
}

// faults returns values that break one keyword of s each, in place of value.
func faults(s map[string]any, value any) []fault {
	var list []fault
	add := func(keyword string, v any) { list = append(list, fault{keyword, v}) }
	add("null", nil)
	switch s["type"] {
	case "string":
		add("type", 7)
	case "integer", "number":
		add("type", "7")
		add("type integer", json.Number("1.5"))
	case "boolean":
		add("type", "true")
	case "array":
		add("type", map[string]any{})
	case "object":
		add("type", []any{})
	}
	for _, keyword := range slices.Sorted(maps.Keys(s)) {
		switch keyword {
		case "enum":
			add(keyword, "unheard-of")
		case "const":
			add(keyword, "another")
		case "pattern":
			add(keyword, unmatched(s["pattern"].(string)))
		case "format":
			if s["format"] == "date" {
				add("format date", "2026-02-30")
			} else {
				add("format date-time", "2026-02-30T10:00:00Z")
			}
		case "minLength":
			add(keyword, "")
		case "maxLength":
			most := must(s["maxLength"].(json.Number).Int64())
			add(keyword, strings.Repeat("x", int(most)+1))
		case "minItems":
			add(keyword, value.([]any)[:must(s["minItems"].(json.Number).Int64())-1])
		case "uniqueItems":
			if v := value.([]any); len(v) > 0 {
				add(keyword, append(slices.Clone(v), v[0]))
			}
		case "minimum":
			add(keyword, json.Number(strconv.FormatInt(must(s["minimum"].(json.Number).Int64())-1, 10)))
		case "maximum":
			most := must(s["maximum"].(json.Number).Int64())
			if most == 1<<53-1 {
				most++ // as a floating-point number, 2^53 could be what is left of its neighbour
			}
			add(keyword, json.Number(strconv.FormatInt(most+1, 10)))
		case "anyOf": // a rate: a number, or a text that is one
			add("anyOf", true)
			add("anyOf maximum", json.Number("1.5"))
			add("anyOf minimum", json.Number("-0.25"))
			add("anyOf pattern", "1.5")
			add("anyOf text", "")
		}
	}
	return list
}

// unmatched returns a text of at least one character that does not match the pattern.
func unmatched(pattern string) string {
	switch pattern {
	case textPattern:
		return "\t "
	case itemPattern:
		return "a\x00b"
	}
	return "(no match)"
}
