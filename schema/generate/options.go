package generate

import (
	"encoding/json"
	"reflect"

	"github.com/soc2kit/soc2/schema"
)

// Options say what [Of] and [Type] make. The zero Options make a strict schema without an identifier.
type Options struct {
	// ID is the $id of the schema, an https URL. It identifies the schema and need not resolve. Absent: none.
	ID string
	// Title is a short name for people; absent means the name of the type.
	Title string
	// Description replaces the doc comment of the type.
	Description string
	// Variant is the form; absent means [schema.Strict].
	Variant schema.Variant
	// Comments are the doc comments of the caller's own types, from [Comments]; they become descriptions. The comments of
	// this module's types are known already.
	Comments map[string]string
	// Types are schemas for types that the generator cannot see into, such as those that marshal themselves: JSON objects,
	// which are written as they are. They win over what it would make itself.
	Types map[reflect.Type]json.RawMessage
	// Names are the names that types have among the definitions, where those of Go will not do: two types of one name, of
	// which neither is yours. Letters, digits, '.', '_' and '-'.
	Names map[reflect.Type]string
}
