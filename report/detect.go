package report

import (
	"encoding/json"
	"io"
)

// DetectKind returns the kind that a document says it has: the string of its top-level member "kind". It returns "" where
// there is none to find, also because r is no JSON: reading the document then says what is wrong.
func DetectKind(r io.Reader) string {
	if r == nil {
		return ""
	}
	d := json.NewDecoder(r)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return ""
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return ""
		}
		if name == "kind" {
			kind, _ := d.Token() // not a string: no kind
			s, _ := kind.(string)
			return s
		}
		for depth := 0; ; { // pass over the value
			t, err := d.Token()
			if err != nil {
				return ""
			}
			switch t {
			case json.Delim('{'), json.Delim('['):
				depth++
			case json.Delim('}'), json.Delim(']'):
				depth--
			}
			if depth == 0 {
				break
			}
		}
	}
	return ""
}
