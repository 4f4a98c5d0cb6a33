package evolution

import (
	"bytes"
	"fmt"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

// A header is what a document says of itself.
type header struct {
	kind, version string
	major         int
	offsets       map[string]int64 // of the values of its members
}

// refuse returns the error that refuses the document for the value of its member with the given name.
func (h header) refuse(name string, code problem.Code, format string, args ...any) error {
	return &problem.ReadError{Document: "document", Faults: []problem.Fault{h.fault(name, code, format, args...)}}
}

func (h header) fault(name string, code problem.Code, format string, args ...any) problem.Fault {
	return problem.Fault{
		Path: problem.Pointer(name), Offset: h.offsets[name], Code: code, Message: fmt.Sprintf(format, args...),
	}
}

// readHeader reads kind and schemaVersion of a document, and refuses one that is not strict JSON.
func readHeader(document []byte) (header, error) {
	if err := jsonparts.Check(document, "document"); err != nil {
		return header{}, err
	}
	h := header{offsets: map[string]int64{}}
	if bytes.TrimLeft(document, " \t\r\n")[0] != '{' {
		return header{}, &problem.ReadError{Document: "document", Faults: []problem.Fault{{
			Code: problem.CodeType, Message: "expected an object with the members kind and schemaVersion",
		}}}
	}
	values := map[string][]byte{}
	for part := range jsonparts.Of(document, 0) {
		if name := jsonparts.Text(part.Name); name == "kind" || name == "schemaVersion" {
			values[name], h.offsets[name] = part.Value, int64(part.Offset)
		}
	}
	var faults []problem.Fault
	for _, name := range []string{"kind", "schemaVersion"} {
		value, has := values[name]
		switch {
		case !has:
			faults = append(faults, h.fault(name, problem.CodeMissing, "required: expected a string"))
			continue
		case value[0] != '"':
			faults = append(faults, h.fault(name, problem.CodeType, "expected a string"))
			continue
		}
		text := jsonparts.Text(value)
		if name == "kind" {
			h.kind = text
			continue
		}
		var ok bool
		h.version = text
		if h.major, _, ok = parseVersion(text); !ok {
			faults = append(faults, h.fault(name, problem.CodeSchemaVersion, "%s; expected MAJOR.MINOR, such as \"1.0\"", abridged(text)))
		}
	}
	if len(faults) > 0 {
		return header{}, &problem.ReadError{Document: "document", Faults: faults}
	}
	return h, nil
}
