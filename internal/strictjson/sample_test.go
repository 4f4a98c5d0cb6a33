package strictjson_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"sync"

	"github.com/soc2kit/soc2/internal/strictjson"
)

// meta is embedded; its fields belong to the struct around it.
type meta struct {
	Kind          string `json:"kind"`
	SchemaVersion string `json:"schemaVersion,omitempty"`
}

// word is a named string.
type word string

// rate codes itself as a JSON number of any precision.
type rate string

func (rate) JSONKinds() []string { return []string{"number", "string"} }

func (r rate) MarshalJSON() ([]byte, error) {
	if _, ok := new(big.Rat).SetString(string(r)); ok {
		return []byte(r), nil
	}
	return json.Marshal(string(r))
}

func (r *rate) UnmarshalJSON(data []byte) error {
	s := strings.Trim(string(data), `"`)
	if _, ok := new(big.Rat).SetString(s); !ok || strings.ContainsAny(s, "eE") {
		return errors.New("rate: expected a decimal")
	}
	*r = rate(s)
	return nil
}

// shout codes itself as text, in upper case only.
type shout struct{ text string }

func (s shout) MarshalText() ([]byte, error) { return []byte(s.text), nil }

func (s *shout) UnmarshalText(text []byte) error {
	if s.text = string(text); s.text != strings.ToUpper(s.text) {
		return errors.New("shout: expected upper case")
	}
	return nil
}

// variant is an object of one of two shapes, read strictly by its own decoder.
type variant struct {
	left  *leaf
	right *leaf
}

type variantJSON struct {
	Left  *leaf `json:"left,omitempty"`
	Right *leaf `json:"right,omitempty"`
}

var variantTable = sync.OnceValue(strictjson.TableOf[variantJSON])

func (v variant) MarshalJSON() ([]byte, error) {
	line, err := strictjson.MarshalLine(variantTable(), variantJSON{v.left, v.right})
	return []byte(strings.TrimSpace(string(line))), err
}

func (v *variant) UnmarshalJSON(data []byte) error {
	both, _, err := strictjson.Decode[variantJSON](data, variantTable(), "variant")
	if err != nil {
		return err
	}
	*v = variant{both.Left, both.Right}
	return nil
}

func (variant) JSONKinds() []string { return []string{"object"} }

type leaf struct {
	ID    word     `json:"id"`
	Marks []string `json:"marks"`
	Sub   []leaf   `json:"sub,omitempty"`
}

// sample has a member of every sort that a document type may have.
type sample struct {
	meta
	ID       word                       `json:"id"`
	Text     string                     `json:"text"`
	Kisses   string                     `json:"kisses,omitempty"`
	Ok       bool                       `json:"ok"`
	Size     int64                      `json:"size"`
	Small    int32                      `json:"small,omitzero"`
	Tiny     int8                       `json:"tiny,omitempty"`
	Limit    float64                    `json:"limit"`
	Rate     rate                       `json:"rate"`
	Rates    []rate                     `json:"rates,omitempty"`
	Shout    shout                      `json:"shout"`
	Shouts   []shout                    `json:"shouts,omitempty"`
	Variant  variant                    `json:"variant,omitzero"`
	Words    []word                     `json:"words"`
	Grid     [][]int64                  `json:"grid"`
	Leaf     leaf                       `json:"leaf"`
	Leaves   []leaf                     `json:"leaves"`
	Pointer  *leaf                      `json:"pointer,omitempty"`
	Pointers []*leaf                    `json:"pointers,omitempty"`
	Labels   map[string]string          `json:"labels"`
	Extra    map[string]json.RawMessage `json:"extra,omitempty"`
	Raw      json.RawMessage            `json:"raw"`
	Raws     []json.RawMessage          `json:"raws,omitempty"`
	Named    meta                       `json:"named,omitzero"`
	Skipped  string                     `json:"-"`
}

var sampleTable = sync.OnceValue(strictjson.TableOf[sample])

// full is a valid sample in which every member of every type is present.
const full = `{
  "kind": "sample",
  "schemaVersion": "1.0",
  "id": "S-1",
  "text": "plain, \u00e9t\u00e9, 試験 and \"quotes\"",
  "kisses": "xx",
  "ok": true,
  "size": 9007199254740993,
  "small": -2147483648,
  "tiny": 127,
  "limit": 0.0625,
  "rate": 0.05,
  "rates": [0.10, 1],
  "shout": "HEY",
  "shouts": ["A", "B"],
  "variant": {"left": {"id": "l", "marks": []}},
  "words": ["one", "two"],
  "grid": [[1, -2], [], [9223372036854775807]],
  "leaf": {"id": "x", "marks": ["m"], "sub": [{"id": "y", "marks": []}]},
  "leaves": [{"id": "z", "marks": []}],
  "pointer": {"id": "p", "marks": []},
  "pointers": [{"id": "q", "marks": []}],
  "labels": {"team": "ops", "a/b~c": ""},
  "extra": {"any": {"deep": [null, 1e999, {"k": "v"}]}, "none": null},
  "raw": [1, {"a": null}],
  "raws": [null, 1],
  "named": {"kind": "n", "schemaVersion": "2"}
}
`
