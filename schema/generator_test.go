package schema_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
)

// A generator fills values of document types at random. Equal seeds give equal values.
type generator struct {
	random *rand.Rand
	defs   map[string]any
	left   int // how many optional members and further entries are still to be given
}

// An enumLister is a type with a closed set of values.
type enumLister interface{ EnumValues() []string }

// value returns a value of type t that the schema s admits.
func (g *generator) value(t reflect.Type, s any) reflect.Value {
	own, _ := s.(map[string]any) // nil for true, which admits anything
	v := reflect.New(t).Elem()
	if t == reflect.TypeFor[json.RawMessage]() {
		v.SetBytes([]byte(pick(g, freeValues)))
		return v
	}
	constraints, _ := resolvedIn(g.defs, own)
	switch t.Kind() {
	case reflect.Struct:
		g.fill(v, constraints)
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(g.value(t.Elem(), s))
	case reflect.Slice:
		v.Set(g.list(t, constraints))
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for range 1 + g.random.IntN(4) {
			v.SetMapIndex(reflect.ValueOf(pick(g, oddNames)), g.value(t.Elem(), constraints["additionalProperties"]))
		}
	case reflect.Bool:
		v.SetBool(g.random.IntN(2) == 0)
	case reflect.Int64:
		v.SetInt(g.integer(constraints))
	case reflect.String:
		v.SetString(g.text(t, constraints))
	default:
		panic(fmt.Sprintf("a document type holds a %v", t))
	}
	return v
}

// fill gives the fields of the struct v values: all that are required, and some of the others.
func (g *generator) fill(v reflect.Value, s map[string]any) {
	properties := s["properties"].(map[string]any)
	for _, i := range g.random.Perm(v.NumField()) { // in any order, since early members would spend what is left
		field := v.Type().Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case name == "" && field.Anonymous:
			g.fill(v.Field(i), s)
			continue
		case strings.Contains(options, "omit") && !g.spends(2):
			continue
		}
		property, ok := properties[name]
		if !ok {
			panic(fmt.Sprintf("the schema of %v has no %q", v.Type(), name))
		}
		x := g.value(field.Type, property)
		if strings.Contains(options, "omit") && x.Kind() == reflect.Slice && x.Len() == 0 {
			continue // it is not written, and comes back as nil
		}
		v.Field(i).Set(x)
	}
}

// spends reports, one time in so many, that there is more to give, and counts it.
func (g *generator) spends(oneIn int) bool {
	if g.left <= 0 || g.random.IntN(oneIn) > 0 {
		return false
	}
	g.left--
	return true
}

// list returns a list as long as s admits, most often a short one.
func (g *generator) list(t reflect.Type, s map[string]any) reflect.Value {
	list := reflect.MakeSlice(t, 0, 0)
	if t == reflect.TypeFor[json.RawMessage]() {
		return list
	}
	least := 0
	if n, ok := s["minItems"].(json.Number); ok {
		least = int(must(n.Int64()))
	}
	longest := pick(g, []int{0, 1, 1, 2, 3, 3, 20})
	seen := map[string]bool{}
	for tries := 0; list.Len() < least || tries < longest && g.spends(1); tries++ {
		x := g.value(t.Elem(), s["items"])
		key := fmt.Sprint(x.Interface())
		if s["uniqueItems"] == true && seen[key] {
			continue
		}
		seen[key] = true
		list = reflect.Append(list, x)
	}
	return list
}

func (g *generator) integer(s map[string]any) int64 {
	if s["minimum"] == nil { // computed, and so of any size
		return pick(g, []int64{0, 1, -1, math.MinInt64, math.MaxInt64})
	}
	least, most := must(s["minimum"].(json.Number).Int64()), must(s["maximum"].(json.Number).Int64())
	return pick(g, []int64{least, least + 1, least + g.random.Int64N(100), least + g.random.Int64N(most-least), most})
}

// text returns a text of type t. A type without a spelling of its own is a plain text.
func (g *generator) text(t reflect.Type, s map[string]any) string {
	if only, ok := s["const"].(string); ok {
		return only
	}
	switch t {
	case reflect.TypeFor[calendar.Date]():
		return g.day().Format(time.DateOnly)
	case reflect.TypeFor[calendar.Instant]():
		return g.day().Add(time.Duration(g.random.IntN(86400)) * time.Second).Format(time.RFC3339)
	case reflect.TypeFor[criteria.ID]():
		return string(pick(g, criteriaIDs))
	case reflect.TypeFor[control.ID]():
		return g.id()
	case reflect.TypeFor[evidence.Digest]():
		return g.hex(32)
	case reflect.TypeFor[sampling.Hex]():
		if s["pattern"] == digestPattern {
			return g.hex(32)
		}
		return g.hex(1 + g.random.IntN(40))
	case reflect.TypeFor[sampling.Rate]():
		return pick(g, rates)
	}
	if closed, ok := reflect.Zero(t).Interface().(enumLister); ok {
		return pick(g, closed.EnumValues())
	}
	switch {
	case s["pattern"] == recordIDPattern:
		return g.id()
	case s["pattern"] == itemPattern:
		return pick(g, itemIDs) + strconv.Itoa(g.random.IntN(100))
	case s["pattern"] == textPattern:
		return pick(g, texts) + pick(g, texts)
	case s["pattern"] != nil:
		panic(fmt.Sprintf("nobody knows what text of type %v matches %q", t, s["pattern"]))
	}
	return pick(g, []string{pick(g, texts), pick(g, blankTexts), pick(g, longTexts)})
}

// day returns a day of the calendar, often one at an end of it, of a year or of February.
func (g *generator) day() time.Time {
	days := []string{"0001-01-01", "0400-02-29", "1900-02-28", "2000-02-29", "2024-02-29", "2026-01-31", "2026-12-31", "9999-12-31"}
	d := must(time.Parse(time.DateOnly, pick(g, days)))
	if g.random.IntN(2) == 0 {
		d = time.Date(1+g.random.IntN(9999), time.January, 1+g.random.IntN(365), 0, 0, 0, 0, time.UTC)
	}
	return d
}

// id returns the id of a record, of 1 to 200 characters.
func (g *generator) id() string {
	const first = "ABCXYZabcxyz0123456789"
	const further = first + "._/-"
	length := pick(g, []int{1, 2, 5, 5, 5, 40, 200})
	b := []byte{first[g.random.IntN(len(first))]}
	for len(b) < length {
		b = append(b, further[g.random.IntN(len(further))])
	}
	return string(b)
}

func (g *generator) hex(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(g.random.Uint32())
	}
	return hex.EncodeToString(b)
}

func pick[T any](g *generator, from []T) T { return from[g.random.IntN(len(from))] }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// The patterns of plain texts. A pattern that is none of them has no generator yet.
const (
	itemPattern     = `^[^\x00-\x1f\x7f]+$`
	textPattern     = `[^\t-\r ]`
	digestPattern   = `^[0-9a-f]{64}$`
	recordIDPattern = `^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$`
)

var criteriaIDs = func() []criteria.ID {
	var ids []criteria.ID
	for c := range criteria.All() {
		ids = append(ids, c.ID)
	}
	return ids
}()

// texts each have something that a writer or reader may get wrong.
var texts = []string{
	"Access is reviewed every quarter.", "x", "Zugriff wird geprüft", "アクセスを確認する", "مراجعة", "👩‍💻 é é ß", "<b>&amp;\"'`\\/</b>",
	"two\nlines\r\nand a\ttab", "a\u2028b\u2029c", "\ufeffx\ufffd", "\U0001F600\U0010FFFF", "{\"kind\":\"program\"}", "null", "0", "=1+1",
	"\u00a0x\u3000", "\\u0000 \\n", "x\x00\x1f\x7f\u0085", "$ref", strings.Repeat("Lorem ipsum ", 8),
}

// blankTexts are what an optional text may be as well.
var blankTexts = []string{" ", "\t\n", "\u00a0", "\u3000", "\u200b", "\v\f"}

// itemIDs start identifiers of the sampling protocol.
var itemIDs = []string{"", " ", "PR #", "ada@example.com/", "Änderung ", "変更", "\u00a0\u0085", "\U0010FFFF", strings.Repeat("x", 1000)}

var longTexts = []string{"", strings.Repeat("Zugriff wird geprüft. ", 50), strings.Repeat("長", 2000)}

// oddNames are names of labels and extensions.
var oddNames = []string{
	"team", "", " ", "a/b~c", "__proto__", "constructor", "toString", "$ref", "$id", "kind", "0", "-1", "ключ", "键", "👩‍💻", "a\nb", "\"", "\\",
	"A", "a", "com.acme/ticket", strings.Repeat("long", 50),
}

// freeValues are values of extensions.
var freeValues = []string{
	`{}`, `[]`, `""`, `0`, `-0.0`, `1e300`, `12345678901234567890`, `true`, `false`, `{"a":[1,{"b":"c"}],"":{}}`, `[[[[]]]]`, `"\u0000"`, `{"__proto__":{"x":1}}`,
	`{"$ref":"#/$defs/None"}`, `[1.10,"1.10"]`,
}

// rates are spellings of rates as JSON numbers.
var rates = []string{
	"0", "1", "0.05", "0.1", "0.000", "1.0", "1.000", "5e-2", "1E-9", "9.99e-1", "2.5e-30", "10e-2", "0e0", "0.0000000000000000000000000001", "0.999999999999",
}
