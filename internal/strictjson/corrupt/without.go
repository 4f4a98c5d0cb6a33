package corrupt

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Without returns doc, which must be JSON, without the member at the JSON Pointer. The rest stays as it is, byte for byte.
func Without(doc []byte, pointer string) ([]byte, error) {
	start := len(doc) - len(bytes.TrimLeft(doc, " \t\r\n"))
	end := len(bytes.TrimRight(doc, " \t\r\n"))
	elems := strings.Split(pointer, "/")[1:] // of "", none
	for depth, elem := range elems {
		parts, err := split(doc[start:end])
		if err != nil {
			return nil, fmt.Errorf("corrupt: without %s: %w", pointer, err)
		}
		isObject, last := doc[start] == '{', depth == len(elems)-1
		i := position(parts, isObject, elem)
		switch {
		case i < 0 || last && !isObject:
			return nil, fmt.Errorf("corrupt: without %s: there is no such member", pointer)
		case !last:
			start, end = start+parts[i].start, start+parts[i].end
			continue
		}
		from, to := parts[i].nameStart, parts[i].end
		switch {
		case i > 0:
			from = parts[i-1].end
		case len(parts) > 1:
			to = parts[1].nameStart
		}
		return slices.Concat(doc[:start+from], doc[start+to:]), nil
	}
	return nil, fmt.Errorf("corrupt: the whole document is no member")
}

// position returns which of the parts of an object or array elem of a JSON Pointer leads to, or -1.
func position(parts []part, ofObject bool, elem string) int {
	if ofObject {
		name := strings.NewReplacer("~1", "/", "~0", "~").Replace(elem)
		return slices.IndexFunc(parts, func(p part) bool { return p.name == name })
	}
	i, err := strconv.Atoi(elem)
	if err != nil || i >= len(parts) {
		return -1
	}
	return i
}
