package jsonparts

import (
	"bytes"
	"encoding/json"
	"iter"
)

// A Part is a member of an object or an entry of a list, as it stands in a document. It shares the bytes of the document.
type Part struct {
	Name   []byte // in quotes; nil for an entry
	Value  []byte // without white space around it
	Offset int    // of the value in the document
}

// Of yields the parts of the object or list at offset p, or after white space there, in their order; nothing if the value
// there is neither. The document has passed [Check].
func Of(document []byte, p int) iter.Seq[Part] {
	return func(yield func(Part) bool) {
		p := skipSpace(document, p) // another variable, so that the parts can be walked again
		if p == len(document) || document[p] != '{' && document[p] != '[' {
			return
		}
		isObject := document[p] == '{'
		for p = skipSpace(document, p+1); document[p] != '}' && document[p] != ']'; {
			var next Part
			if isObject {
				end := valueEnd(document, p)
				next.Name = document[p:end:end]
				p = skipSpace(document, skipSpace(document, end)+1)
			}
			end := valueEnd(document, p)
			next.Value, next.Offset = document[p:end:end], p
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

// Text returns what a JSON string in quotes stands for, such as the name of a [Part]; "" of anything else.
func Text(quoted []byte) string {
	if len(quoted) < 2 || quoted[0] != '"' {
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
