package schema

import (
	"bytes"

	"github.com/soc2kit/soc2/internal/jsonparts"
)

// WithoutNulls makes a document of what was filled in by the [Extraction] variant of its schema: at any depth it leaves out
// the members of objects that are null, which stand for what is not known, and those whose objects have nothing left then,
// such as a period whose days are both null. The document itself, entries of lists, and objects that were empty before stay,
// as does null in a list. Everything else keeps its order and spelling; white space goes.
//
// The result may still lack what its kind requires: a reader of the kind says what. The error, a *problem.ReadError, refuses
// what is not strict JSON.
func WithoutNulls(filled []byte) ([]byte, error) {
	if err := jsonparts.Check(filled, "extraction"); err != nil {
		return nil, err
	}
	out, _ := withoutNulls(nil, bytes.Trim(filled, " \t\r\n"))
	return out, nil
}

// withoutNulls appends value, which is known to be JSON, to out, and reports whether it is an object that lost all members.
func withoutNulls(out, value []byte) (_ []byte, emptied bool) {
	if value[0] != '{' && value[0] != '[' {
		return append(out, value...), false
	}
	out = append(out, value[0])
	kept, lost := 0, 0
	for p := range jsonparts.Of(value, 0) {
		if p.Name != nil && string(p.Value) == "null" {
			lost++
			continue
		}
		before := len(out)
		if kept > 0 {
			out = append(out, ',')
		}
		if p.Name != nil {
			out = append(append(out, p.Name...), ':')
		}
		var gone bool
		if out, gone = withoutNulls(out, p.Value); gone && p.Name != nil {
			out = out[:before]
			lost++
			continue
		}
		kept++
	}
	return append(out, value[len(value)-1]), kept == 0 && lost > 0
}
