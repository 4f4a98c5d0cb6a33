package schema

import "bytes"

// WithoutNulls makes a document of what was filled in by the [Extraction] variant of its schema: it leaves out the members
// of objects that are null, which stand for what is not known, at any depth. An object that has no members left stays, as
// does null in a list. Everything else keeps its order and spelling; white space goes.
//
// The result may still lack what its kind requires: a reader of the kind says what. The error, a *problem.ReadError, refuses
// what is not strict JSON.
func WithoutNulls(filled []byte) ([]byte, error) {
	if err := checkJSON(filled, "extraction"); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	appendWithoutNulls(&out, bytes.Trim(filled, " \t\r\n"))
	return out.Bytes(), nil
}

// appendWithoutNulls appends a value, which is known to be JSON, without the members of objects that are null.
func appendWithoutNulls(out *bytes.Buffer, value []byte) {
	if value[0] != '{' && value[0] != '[' {
		out.Write(value)
		return
	}
	out.WriteByte(value[0])
	first := true
	for p := range parts(value, 0) {
		if p.name != nil && string(p.value) == "null" {
			continue
		}
		if !first {
			out.WriteByte(',')
		}
		first = false
		if p.name != nil {
			out.Write(p.name)
			out.WriteByte(':')
		}
		appendWithoutNulls(out, p.value)
	}
	out.WriteByte(value[len(value)-1])
}
