package sampling

import (
	"encoding/hex"
	"fmt"
)

// Hex is a string of bytes in lowercase hexadecimal, such as a SHA-256.
//
// The zero Hex, "", is no bytes.
type Hex string

// HexOf returns b in lowercase hexadecimal.
func HexOf(b []byte) Hex { return Hex(hex.EncodeToString(b)) }

// Bytes returns the bytes that h spells. It fails on an odd number of digits and on anything but 0-9 and a-f.
func (h Hex) Bytes() ([]byte, error) {
	for i := range len(h) {
		if c := h[i]; !('0' <= c && c <= '9' || 'a' <= c && c <= 'f') {
			return nil, fmt.Errorf("sampling: hex: byte %d is not a lowercase hexadecimal digit", i)
		}
	}
	b, err := hex.DecodeString(string(h))
	if err != nil {
		return nil, fmt.Errorf("sampling: hex: %d digits; an even number expected", len(h))
	}
	return b, nil
}

// SchemaPattern returns the pattern of whole bytes in lowercase hexadecimal.
func (Hex) SchemaPattern() string { return "^([0-9a-f]{2})*$" }
