package evolution

import (
	"bytes"
	"encoding/json"

	"github.com/soc2kit/soc2/internal/jsonparts"
)

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
	return data, jsonparts.Check(data, "value")
}
