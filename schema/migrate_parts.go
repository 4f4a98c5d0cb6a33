package schema

import (
	"bytes"
	"encoding/json"
	"iter"
)

// A part is a member of an object or an entry of a list, as it stands in a document.
type part struct {
	name   []byte // in quotes; nil for an entry
	value  []byte // without white space around it
	offset int    // of the value in the document
}

// parts yields the parts of the object or list that starts at p, in their order. The document is known to be JSON.
func parts(document []byte, p int) iter.Seq[part] {
	return func(yield func(part) bool) {
		isObject := document[p] == '{'
		for p = skipSpace(document, p+1); document[p] != '}' && document[p] != ']'; {
			var next part
			if isObject {
				end := valueEnd(document, p)
				next.name = document[p:end:end]
				p = skipSpace(document, skipSpace(document, end)+1)
			}
			end := valueEnd(document, p)
			next.value, next.offset = document[p:end:end], p
			if !yield(next) {
				return
			}
			if p = skipSpace(document, end); document[p] == ',' {
				p = skipSpace(document, p+1)
			}
		}
	}
}

// valueEnd returns the offset after the value that starts at p in a document known to be JSON.
func valueEnd(document []byte, p int) int {
	depth := 0
	for {
		switch c := document[p]; c {
		case '"':
			for p++; document[p] != '"'; p++ {
				if document[p] == '\\' {
					p++
				}
			}
			p++
		case '{', '[':
			depth++
			p++
		case '}', ']':
			depth--
			p++
		default:
			if depth > 0 {
				p++
				break
			}
			for p < len(document) && !bytes.ContainsRune([]byte(" \t\r\n,]}"), rune(document[p])) {
				p++
			}
		}
		if depth == 0 {
			return p
		}
	}
}

func skipSpace(document []byte, p int) int {
	for p < len(document) && (document[p] == ' ' || document[p] == '\t' || document[p] == '\r' || document[p] == '\n') {
		p++
	}
	return p
}

// unquote returns what a JSON string in quotes stands for.
func unquote(quoted []byte) string {
	if len(quoted) < 2 {
		return ""
	}
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1])
	}
	var text string
	if err := json.Unmarshal(quoted, &text); err != nil {
		return "" // of no string in a document that was checked
	}
	return text
}

// quote returns text as JSON. What is not UTF-8 in it becomes U+FFFD.
func quote(text string) []byte {
	quoted, err := encodeValue(text)
	if err != nil {
		return []byte(`""`) // which no text leads to
	}
	return quoted
}

// encodeValue returns value as JSON that follows the general rules of the module.
func encodeValue(value any) ([]byte, error) {
	var b bytes.Buffer
	if raw, ok := value.(json.RawMessage); ok {
		_, _ = b.Write(raw) // a bytes.Buffer never fails
	} else {
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			return nil, err
		}
	}
	data := bytes.Trim(b.Bytes(), " \t\r\n")
	return data, checkJSON(data, "value")
}
