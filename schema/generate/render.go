package generate

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/invopop/jsonschema"
)

// render returns s as indented JSON with a line feed at its end.
func render(s *jsonschema.Schema) ([]byte, error) {
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, unescaped(b), "", "  "); err != nil {
		return nil, fmt.Errorf("generate: %w", err)
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}

// unescaped returns the JSON in b with <, > and & as themselves: the schema library escapes them for HTML, and people
// read these texts.
func unescaped(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 >= len(b) {
			out = append(out, b[i])
			continue
		}
		if i+6 <= len(b) {
			switch string(b[i : i+6]) {
			case `\u003c`:
				out, i = append(out, '<'), i+5
				continue
			case `\u003e`:
				out, i = append(out, '>'), i+5
				continue
			case `\u0026`:
				out, i = append(out, '&'), i+5
				continue
			}
		}
		out, i = append(out, b[i], b[i+1]), i+1
	}
	return out
}
