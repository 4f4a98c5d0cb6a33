package strictjson

import (
	"encoding/json"
	"fmt"
)

// DecimalText returns the text of a JSON number, as it is spelled, or of a JSON string that may spell one; "" for null. It is
// for the UnmarshalJSON of types that keep the digits they were given. The error is about other JSON.
func DecimalText(b []byte) (string, error) {
	switch {
	case string(b) == "null":
		return "", nil
	case len(b) > 0 && b[0] == '"':
		var s string
		err := json.Unmarshal(b, &s)
		return s, err
	}
	var n json.Number
	if err := json.Unmarshal(b, &n); err != nil {
		return "", fmt.Errorf("a number or a string expected: %w", err)
	}
	return string(n), nil
}
