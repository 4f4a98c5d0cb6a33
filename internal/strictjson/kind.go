package strictjson

import (
	"math/bits"
	"strings"
)

// A kinds value is a set of kinds of JSON value.
type kinds uint8

const (
	kindObject kinds = 1 << iota
	kindArray
	kindString
	kindNumber
	kindBoolean
	kindNull

	anyKind = kindNull<<1 - 1
)

// kindNames are the words of JSON Schema for the kinds, in the order of their bits.
var kindNames = [...]string{"object", "array", "string", "number", "boolean", "null"}

// kindPhrases name a kind within a sentence.
var kindPhrases = [...]string{"an object", "an array", "a string", "a number", "true or false", "null"}

// kindAt tells the kind of a value from its first byte; no value starts with a byte whose entry is empty.
var kindAt = [256]kinds{
	'{': kindObject, '[': kindArray, '"': kindString, 't': kindBoolean, 'f': kindBoolean, 'n': kindNull, '-': kindNumber,
	'0': kindNumber, '1': kindNumber, '2': kindNumber, '3': kindNumber, '4': kindNumber,
	'5': kindNumber, '6': kindNumber, '7': kindNumber, '8': kindNumber, '9': kindNumber,
}

// kindNamed returns the kind with the given name, or the empty set.
func kindNamed(name string) kinds {
	for i, known := range kindNames {
		if name == known {
			return 1 << i
		}
	}
	return 0
}

// String returns the kinds as they are said in a sentence, such as "a string or a number".
func (k kinds) String() string {
	phrases := make([]string, 0, bits.OnesCount8(uint8(k)))
	for i, phrase := range kindPhrases {
		if k&(1<<i) != 0 {
			phrases = append(phrases, phrase)
		}
	}
	return strings.Join(phrases, " or ")
}
