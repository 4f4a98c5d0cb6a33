package generate

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/invopop/jsonschema"

	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/schema"
)

// recordID is the definition of the ids of records, and of the members that name a record by its id.
const recordID = "RecordID"

// recordIDSchema is the form of [recordID], in the terms of internal/record.
func recordIDSchema() *jsonschema.Schema {
	return &jsonschema.Schema{
		Type: "string", Pattern: record.IDPattern,
		Description: "The id of a record: an ASCII letter or digit, then letters, digits, '.', '_', '/' or '-'; at most 200 characters.",
	}
}

// maxInteger is the largest integer that every reader of JSON holds exactly, 2^53 - 1.
const maxInteger = 1<<53 - 1

// digestPattern is the form of a SHA-256 in lowercase hexadecimal.
const digestPattern = `^[0-9a-f]{64}$`

// textPattern is the form of a text that is not blank: it has a character other than the blanks of ASCII. Which further
// blanks \S would leave out differs between RE2, ECMA-262 and Python, and none of the three agrees with Validate.
const textPattern = `[^\t-\r ]`

// The form of what the sampling protocol calls an identifier: no control character, and at most 1024 bytes, of which a
// schema can only count characters.
const (
	itemPattern   = `^[^\x00-\x1f\x7f]+$`
	maxItemLength = 1024
)

// A constraint is what the schema of one field says beyond its type.
type constraint struct {
	id       bool   // the string, or each string of the list, is the id of a record
	text     bool   // the string, or each string of the list, is not blank
	item     bool   // the string, or each string of the list, is an identifier of the sampling protocol
	digest   bool   // the hexadecimal string, or each one of the list, has the length of a SHA-256
	atLeast  int64  // the least number
	atMost   int64  // the greatest number; 0 means [maxInteger]
	minItems uint64 // the least number of entries
	unique   bool   // no entry twice
}

// constrain says in def, the schema of the struct type t, what the fields of this module's records must hold.
func (r *reflection) constrain(def *jsonschema.Schema, t reflect.Type) {
	if def.Properties == nil {
		return
	}
	members, _ := membersOf(t)
	for _, m := range members {
		property, ok := def.Properties.Get(m.name)
		if !ok || !isRecord(m.owner) {
			continue
		}
		said := property.Description
		changed := r.apply(constraintOf(m.owner, m.field), property)
		if root := rootOf(m.owner); root != "" {
			switch m.name {
			case kindMember:
				changed = &jsonschema.Schema{Type: "string", Const: root}
			case versionMember:
				changed = &jsonschema.Schema{Type: "string", Const: schema.Version}
			}
		}
		changed.Description = said
		def.Properties.Set(m.name, changed)
	}
}

// apply returns s with c said in it.
func (r *reflection) apply(c constraint, s *jsonschema.Schema) *jsonschema.Schema {
	c2 := *s
	s = &c2
	scalar := s
	if s.Type == "array" {
		if c.minItems > 0 {
			s.MinItems = &c.minItems
		}
		s.UniqueItems = c.unique
		item := *s.Items
		s.Items, scalar = &item, &item
	}
	one := uint64(1)
	switch {
	case scalar.Type == "string" && c.id:
		*scalar = jsonschema.Schema{Ref: refPrefix + recordID, Description: scalar.Description}
		r.defs[recordID] = recordIDSchema()
	case scalar.Type == "string" && c.text:
		scalar.MinLength, scalar.Pattern = &one, textPattern
	case scalar.Type == "string" && c.item:
		most := uint64(maxItemLength)
		scalar.MinLength, scalar.MaxLength, scalar.Pattern = &one, &most, itemPattern
	case scalar.Ref != "" && c.digest:
		*scalar = jsonschema.Schema{AllOf: []*jsonschema.Schema{{Ref: scalar.Ref}}, Type: "string", Pattern: digestPattern, Description: scalar.Description}
	case scalar.Type == "integer":
		most := c.atMost
		if most == 0 {
			most = maxInteger
		}
		scalar.Minimum, scalar.Maximum = decimal(c.atLeast), decimal(most)
	}
	return s
}

func decimal(n int64) json.Number { return json.Number(strconv.FormatInt(n, 10)) }

// constraintOf returns what a field of a record must hold: what the table says, or else what is so by rule. A required
// text says something; a member "id" is an id.
func constraintOf(owner reflect.Type, f reflect.StructField) constraint {
	key := owner.String() + "." + f.Name
	if c, ok := constraints[key]; ok {
		return c
	}
	required := !strings.Contains(f.Tag.Get("json"), ",omit")
	if f.Type.Kind() == reflect.String && f.Type.PkgPath() == "" {
		return constraint{id: f.Name == "ID", text: required}
	}
	if f.Type == reflect.TypeFor[[]string]() {
		return constraint{text: true}
	}
	if f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.String && f.Type.Elem().PkgPath() != "" {
		return constraint{unique: true}
	}
	return constraint{}
}

// records are the types that people and their tools write: those that are reachable from an engagement and from what
// sampling reads. What this module computes (conclusions, deliverables) repeats their texts even where they are wrong.
var records = sync.OnceValue(func() map[reflect.Type]bool {
	return reachableTypes(reflect.TypeFor[report.Engagement](), reflect.TypeFor[sampling.Plan](), reflect.TypeFor[sampling.Selection](), reflect.TypeFor[sampling.FrequencyTable]())
})

func isRecord(t reflect.Type) bool { return records()[t] || rootOf(t) != "" }

// reachableTypes returns the named types, texts among them, that roots are made of.
func reachableTypes(roots ...reflect.Type) map[reflect.Type]bool {
	found := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			if !found[t] {
				found[t] = true
				for f := range t.Fields() {
					visit(f.Type)
				}
			}
		default:
			if t.PkgPath() != "" {
				found[t] = true
			}
		}
	}
	for _, root := range roots {
		visit(root)
	}
	return found
}
