package evolution

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strings"
	"unicode/utf8"
)

// jsonNull stands for null in a schema, so that nil can stand for what is absent.
type jsonNull struct{}

// MarshalJSON returns null.
func (jsonNull) MarshalJSON() ([]byte, error) { return []byte("null"), nil }

// withNulls returns value with each nil in it replaced, in place where it can be.
func withNulls(value any) any {
	switch value := value.(type) {
	case nil:
		return jsonNull{}
	case map[string]any:
		for name, member := range value {
			value[name] = withNulls(member)
		}
	case []any:
		for i, entry := range value {
			value[i] = withNulls(entry)
		}
	}
	return value
}

// sameJSON reports whether two values are equal. Numbers are if they have the same value: 1.0 is 1.
func sameJSON(a, b any) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, member := range a {
			other, ok := b[name]
			if !ok || !sameJSON(member, other) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !sameJSON(a[i], b[i]) {
				return false
			}
		}
		return true
	case json.Number:
		b, ok := b.(json.Number)
		if !ok {
			return false
		}
		x, known := exact(a)
		y, knownToo := exact(b)
		return a == b || known && knownToo && x.Cmp(y) == 0
	}
	switch b.(type) { // which cannot be compared with ==
	case map[string]any, []any:
		return false
	}
	return a == b
}

// exact returns the value of a number. It is not ok for anything else, nor for a number whose exponent is so large that
// its value would take too much room to be compared.
func exact(value any) (number *big.Rat, ok bool) {
	text, ok := value.(json.Number)
	if !ok {
		return nil, false
	}
	const longest = 3 // digits of an exponent
	if _, exponent, has := strings.Cut(strings.ToLower(string(text)), "e"); has {
		if len(strings.TrimLeft(exponent, "+-0")) > longest {
			return nil, false
		}
	}
	return new(big.Rat).SetString(string(text))
}

// texts returns the strings of a list, or nil for an absent one; ok is false for anything else.
func texts(value any) (list []string, ok bool) {
	if value == nil {
		return nil, true
	}
	entries, ok := value.([]any)
	if !ok {
		return nil, false
	}
	for _, entry := range entries {
		text, ok := entry.(string)
		if !ok {
			return nil, false
		}
		list = append(list, text)
	}
	return list, true
}

// abridged returns the JSON of a value for a message, cut where it gets long.
func abridged(value any) string {
	if value == nil {
		return "absent"
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return "a value" // not of JSON, so no schema has it
	}
	const longest = 60
	text := strings.TrimSuffix(b.String(), "\n")
	if len(text) <= longest {
		return text
	}
	text = text[:longest]
	for !utf8.ValidString(text) {
		text = text[:len(text)-1]
	}
	return text + "..."
}
