package strictjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
)

// Write writes v, a value of the type that t describes or a pointer to one, as a JSON document: members in the order of
// the Go fields, names of maps sorted, indented by two spaces, one line feed at the end. HTML characters stand for
// themselves. A required slice or map that is nil becomes [] or {}; v itself is never changed. Equal values give equal
// bytes, and whatever is written can be read with [Read].
//
// What cannot be written so is an error that lists every such place as a problem: text that is not UTF-8, NaN and
// infinities, nil pointers in slices, raw JSON that Read would refuse, nesting deeper than 64 levels. Then nothing is
// written. Otherwise the error is the first one of w.
func Write(w io.Writer, t *Table, v any) error {
	if w == nil {
		return fmt.Errorf("strictjson: writing %v: no writer", t.Type())
	}
	data, err := Marshal(t, v)
	if err != nil {
		return err
	}
	n, err := w.Write(data)
	if err == nil && n < len(data) {
		err = io.ErrShortWrite
	}
	if err != nil {
		return fmt.Errorf("strictjson: writing %v: %w", t.Type(), err)
	}
	return nil
}

// Marshal returns the bytes that [Write] writes.
func Marshal(t *Table, v any) ([]byte, error) { return t.encode(v, "  ") }

// MarshalLine returns v as [Marshal] does, but without white space other than one line feed at the end.
func MarshalLine(t *Table, v any) ([]byte, error) { return t.encode(v, "") }

func (t *Table) encode(v any, indent string) ([]byte, error) {
	value := reflect.ValueOf(v)
	if value.Kind() == reflect.Pointer && !value.IsNil() && value.Type() != t.Type() {
		value = value.Elem()
	}
	if t.Type() == nil || !value.IsValid() || value.Type() != t.Type() {
		return nil, fmt.Errorf("strictjson: the table describes %v, not %T", t.Type(), v)
	}
	var m mender
	value, _ = m.mend(t.root, value)
	if err := m.problems.Capped().Err(); err != nil {
		return nil, fmt.Errorf("strictjson: %v cannot be written: %w", t.Type(), err)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(value.Interface()); err != nil {
		return nil, fmt.Errorf("strictjson: %w", err)
	}
	return escapeSeparators(b.Bytes()), nil
}

// escapeSeparators escapes the line separators U+2028 and U+2029, which stand in strings alone. encoding/json escapes
// them in texts, but in raw JSON only from Go 1.27 on.
func escapeSeparators(data []byte) []byte {
	if !bytes.Contains(data, []byte("\u2028")) && !bytes.Contains(data, []byte("\u2029")) {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\u2028"), []byte(`\u2028`))
	return bytes.ReplaceAll(data, []byte("\u2029"), []byte(`\u2029`))
}
