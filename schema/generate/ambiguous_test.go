package generate

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

// Structs with one JSON name twice cannot be written down here, since go vet refuses them; users' programs are not all vetted.
func TestAmbiguousMembers(t *testing.T) {
	field := func(name, tag string) reflect.StructField {
		return reflect.StructField{Name: name, Type: reflect.TypeFor[string](), Tag: reflect.StructTag(tag)}
	}
	embedded := func(name string, fields ...reflect.StructField) reflect.StructField {
		return reflect.StructField{Name: name, Type: reflect.StructOf(fields), Anonymous: true}
	}
	for name, c := range map[string]struct {
		fields    []reflect.StructField
		members   []string
		ambiguous []string
	}{
		"one tag twice":                  {[]reflect.StructField{field("A", `json:"x"`), field("B", `json:"x"`), field("C", `json:"y"`)}, []string{"C"}, []string{"x"}},
		"two embedded structs":           {[]reflect.StructField{embedded("E", field("A", `json:"x"`)), embedded("F", field("B", `json:"x"`))}, nil, []string{"x"}},
		"decided by depth":               {[]reflect.StructField{embedded("E", field("A", `json:"x"`)), embedded("F", field("B", `json:"x"`)), field("C", `json:"x"`)}, []string{"C"}, nil},
		"decided by a tag":               {[]reflect.StructField{embedded("E", field("X", "")), embedded("F", field("B", `json:"X"`))}, []string{"B"}, nil},
		"undecided hides what is deeper": {[]reflect.StructField{field("A", `json:"x"`), field("B", `json:"x"`), embedded("E", field("C", `json:"x"`))}, nil, []string{"x"}},
	} {
		members, ambiguous := membersOf(reflect.StructOf(c.fields))
		var names []string
		for _, m := range members {
			names = append(names, m.field.Name)
		}
		require.Equal(t, c.members, names, name)
		require.Equal(t, c.ambiguous, ambiguous, name)
	}
}
