package strictjson_test

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
)

type (
	halfDecoder   struct{}
	halfEncoder   struct{}
	pointerCoder  struct{}
	textWithKinds string
	noKinds       string
	wrongKinds    string
	idleKinds     string
	pointerKinds  string
	pointerZero   string
	bytesType     []byte
)

func (*halfDecoder) UnmarshalJSON([]byte) error    { return nil }
func (halfEncoder) MarshalText() ([]byte, error)   { return nil, nil }
func (*pointerCoder) UnmarshalJSON([]byte) error   { return nil }
func (*pointerCoder) MarshalJSON() ([]byte, error) { return nil, nil }
func (*textWithKinds) UnmarshalText([]byte) error  { return nil }
func (textWithKinds) MarshalText() ([]byte, error) { return nil, nil }
func (textWithKinds) JSONKinds() []string          { return []string{"number"} }
func (*noKinds) UnmarshalJSON([]byte) error        { return nil }
func (noKinds) MarshalJSON() ([]byte, error)       { return nil, nil }
func (noKinds) JSONKinds() []string                { return nil }
func (*wrongKinds) UnmarshalJSON([]byte) error     { return nil }
func (wrongKinds) MarshalJSON() ([]byte, error)    { return nil, nil }
func (wrongKinds) JSONKinds() []string             { return []string{"integer"} }
func (idleKinds) JSONKinds() []string              { return []string{"string"} }
func (*pointerKinds) JSONKinds() []string          { return []string{"string"} }
func (p *pointerZero) IsZero() bool                { return *p == "" }

func TestTableOfRefuses(t *testing.T) {
	for _, test := range []struct {
		name  string
		table func() *strictjson.Table
		want  string
	}{
		{"interface", strictjson.TableOf[struct {
			F any `json:"f"`
		}], "interface {}"},
		{"fixed array", strictjson.TableOf[[4]string], "array"},
		{"channel", strictjson.TableOf[chan int], "chan"},
		{"function", strictjson.TableOf[func()], "func"},
		{"unsigned", strictjson.TableOf[[]uint32], "uint32"},
		{"bytes", strictjson.TableOf[bytesType], "uint8"},
		{"float32", strictjson.TableOf[float32], "float32"},
		{"complex", strictjson.TableOf[complex128], "complex128"},
		{"map with other keys", strictjson.TableOf[map[int]string], "map[string]string"},
		{"map with named keys", strictjson.TableOf[map[word]string], "map[string]string"},
		{"map with other values", strictjson.TableOf[map[string]int], "map[string]string"},
		{"pointer to string", strictjson.TableOf[struct {
			F *string `json:"f,omitempty"`
		}], "only structs"},
		{"pointer to pointer", strictjson.TableOf[[]**leaf], "only structs"},
		{"required pointer", strictjson.TableOf[struct {
			F *leaf `json:"f"`
		}], "omitempty"},
		{"time", strictjson.TableOf[struct {
			F time.Time `json:"f"`
		}], "time.Time"},
		{"embedded time", strictjson.TableOf[struct{ time.Time }], "time.Time"},
		{"duration", strictjson.TableOf[time.Duration], "unit"},
		{"json.Number", strictjson.TableOf[json.Number], "json.Number"},
		{"no tag", strictjson.TableOf[struct{ F string }], "F: has no name"},
		{"no name", strictjson.TableOf[struct {
			F string `json:",omitempty"`
		}], "has no name"},
		{"strange name", strictjson.TableOf[struct {
			F string `json:"a b"`
		}], "' '"},
		{"dash", strictjson.TableOf[struct {
			F string `json:"a-b"`
		}], "'-'"},
		{"string option", strictjson.TableOf[struct {
			F int `json:"f,string"`
		}], `"string"`},
		{"same name as embedded", strictjson.TableOf[struct {
			meta
			Kind string `json:"kind"`
		}], `"kind" twice`},
		{"embedded pointer", strictjson.TableOf[struct{ *leaf }], "by value"},
		{"embedded under a name", strictjson.TableOf[struct {
			leaf `json:"leaf"`
		}], "must be exported"},
		{"embedded string", strictjson.TableOf[struct{ word }], "by value"},
		{"embedded coded", strictjson.TableOf[struct {
			shout
			F string `json:"f"`
		}], "stand for the whole"},
		{"decodes only", strictjson.TableOf[halfDecoder], "needs both"},
		{"encodes only", strictjson.TableOf[halfEncoder], "needs both"},
		{"encodes by pointer", strictjson.TableOf[pointerCoder], "value receiver"},
		{"kinds of a text", strictjson.TableOf[textWithKinds], "strings alone"},
		{"no kinds", strictjson.TableOf[noKinds], "lists nothing"},
		{"unknown kind", strictjson.TableOf[wrongKinds], `"integer"`},
		{"kinds without decoder", strictjson.TableOf[idleKinds], "nothing without"},
		{"kinds by pointer", strictjson.TableOf[pointerKinds], "value receiver"},
		{"zero by pointer", strictjson.TableOf[struct {
			F pointerZero `json:"f,omitzero"`
		}], "value receiver"},
	} {
		t.Run(test.name, func(t *testing.T) {
			defer func() {
				message, _ := recover().(string)
				require.Contains(t, message, "strictjson: ")
				require.Contains(t, message, test.want)
			}()
			test.table()
			t.Error("accepted")
		})
	}
}

func TestTableType(t *testing.T) {
	require.Equal(t, reflect.TypeFor[sample](), sampleTable().Type())
	require.Nil(t, new(strictjson.Table).Type())
}
