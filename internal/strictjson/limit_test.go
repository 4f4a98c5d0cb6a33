package strictjson_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unsafe"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// wide takes 4 KiB and is written with two bytes.
type wide struct {
	Room [256]string `json:"-"`
}

// roomy types take 4 KiB and something that is counted beside.
type (
	roomyText struct {
		Room [256]string `json:"-"`
		Text string      `json:"x"`
	}
	roomyRaw struct {
		Room [256]string     `json:"-"`
		Raw  json.RawMessage `json:"x"`
	}
	roomyRate struct {
		Room [256]string `json:"-"`
		Rate rate        `json:"x"`
	}
	roomyMap struct {
		Room [256]string       `json:"-"`
		Map  map[string]string `json:"x"`
	}
	roomyPointer struct {
		Room [256]string `json:"-"`
		Wide *wide       `json:"x,omitempty"`
	}
)

func TestTooMany(t *testing.T) {
	nine := `{"1":"","2":"","3":"","4":"","5":"","6":"","7":"","8":"","9":"ab"}`
	t.Run("elements", func(t *testing.T) { tooMany[wide](t, `{}`, 0) })
	t.Run("texts", func(t *testing.T) { tooMany[roomyText](t, `{"x":"`+strings.Repeat("a", 200)+`"}`, 208) })
	t.Run("empty texts", func(t *testing.T) { tooMany[roomyText](t, `{"x":""}`, 0) })
	t.Run("raw", func(t *testing.T) { tooMany[roomyRaw](t, `{"x":"`+strings.Repeat("a", 200)+`"}`, 210) })
	t.Run("coded", func(t *testing.T) { tooMany[roomyRate](t, `{"x":`+strings.Repeat("7", 200)+`}`, 208) })
	t.Run("empty maps", func(t *testing.T) { tooMany[roomyMap](t, `{"x":{}}`, 48) })
	t.Run("maps", func(t *testing.T) { tooMany[roomyMap](t, `{"x":`+nine+`}`, 48+9*(1+8)+2*8*32+2+8) })
	t.Run("pointers", func(t *testing.T) { tooMany[roomyPointer](t, `{"x":{}}`, 4096) })
}

// tooMany decodes arrays of elements, each of which takes the size of T, half as much again from the second on, and
// more bytes besides, in documents that are just long enough for that and one byte too short.
func tooMany[T any](t *testing.T, elem string, more int) {
	if unsafe.Sizeof(uintptr(0)) != 8 {
		t.Skip("the sizes are those of 64-bit processors")
	}
	const base, perByte, n = 16 << 20, 6, 5000
	table := strictjson.TableOf[[]T]()
	size := int(unsafe.Sizeof(*new(T)))
	cost := int(unsafe.Sizeof([]T{})) + n*(size+size/2+more) - size/2
	doc := "[" + elem + strings.Repeat(","+elem, n-1) + "]"
	enough := (cost - base + perByte - 1) / perByte
	require.Greater(t, enough, len(doc))

	value, _, err := strictjson.Decode[[]T]([]byte(doc+strings.Repeat(" ", enough-len(doc))), table, "many")
	require.NoError(t, err)
	require.Equal(t, n, len(value))

	value, _, err = strictjson.Decode[[]T]([]byte(doc+strings.Repeat(" ", enough-len(doc)-1)), table, "many")
	require.True(t, has(err, problem.CodeTooMany), err)
	require.Len(t, faultsOf(err), 1)
	require.Contains(t, faultsOf(err)[0], problem.Pointer(n-1))
	require.Nil(t, value)
}

func TestLongPathsAreCounted(t *testing.T) {
	long := strings.Repeat("~", 300<<10)
	doc := `{"id":"","any":{"` + long + `":[` + strings.Repeat(`{"a":0,"a":0},`, 9) + `0]}}`
	_, _, err := strictjson.Decode[tiny]([]byte(doc), tinyTable(), "tiny")
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Equal(t, 2, len(refused.Faults)) // require.Len would print them
	require.Equal(t, 7, refused.More)
	require.True(t, refused.Faults[1].Path == "/any/"+strings.Repeat("~0", len(long))+"/1/a")

	_, _, err = strictjson.Decode[tiny]([]byte(`{"id":"","`+strings.Repeat("a", 2<<20)+`":0,"b":0}`), tinyTable(), "tiny")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, 1, len(refused.Faults), "the first fault is kept, however long its path")
	require.Equal(t, 2<<20+1, len(refused.Faults[0].Path))
	require.Equal(t, 1, refused.More)

	unknown := `{"id":"` + `"` + strings.Repeat(`,"`+long+`":0`, 9) + `}`
	_, _, err = strictjson.Decode[tiny]([]byte(unknown), tinyTable(), "tiny")
	require.ErrorAs(t, err, &refused)
	require.Equal(t, 2, len(refused.Faults))
	require.Equal(t, 7, refused.More)

	texts := `{"id":"","any":{"` + long + `":["\u0000"` + strings.Repeat(`,"\u0000"`, 8) + `]}}`
	_, problems, err := strictjson.Decode[tiny]([]byte(texts), tinyTable(), "tiny")
	require.NoError(t, err)
	require.Equal(t, 3, len(problems))
	require.Equal(t, problem.CodeMore, problems[2].Code)
	require.Contains(t, problems[2].Message, "7 more")
}

func TestFaultsInsideAreCounted(t *testing.T) {
	inside := `{"left":{"id":"","marks":[0` + strings.Repeat(",0", 1499) + `]}}`
	_, err := decodeRaw[[]variant]([]byte("[" + inside + "," + inside + "]"))
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Equal(t, problem.MaxKept, len(refused.Faults))
	require.Equal(t, 3000-problem.MaxKept, refused.More)
}

// loud refuses whatever it is given and repeats it.
type loud string

func (*loud) UnmarshalText(text []byte) error { return errors.New("loud: " + string(text)) }
func (loud) MarshalText() ([]byte, error)     { return nil, errors.New("loud: never") }

func TestMessagesAreShort(t *testing.T) {
	_, err := decodeRaw[[]loud]([]byte(`["` + strings.Repeat("ü", 1e6) + `","b"]`))
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Equal(t, []string{at("/0", 1, problem.CodeText), at("/1", 2e6+4, problem.CodeText)}, faultsOf(err))
	require.Equal(t, "loud: "+strings.Repeat("ü", 97)+"...", refused.Faults[0].Message)
	require.Equal(t, "loud: b", refused.Faults[1].Message)

	_, err = strictjson.Marshal(strictjson.TableOf[[]loud](), []loud{"a"})
	require.ErrorContains(t, err, "/0: error value-text: loud: never")
}

// moody refuses its first value only.
type moody struct{}

var moods int

func (*moody) UnmarshalText([]byte) error {
	if moods++; moods == 1 {
		return errors.New("not now")
	}
	return nil
}
func (moody) MarshalText() ([]byte, error) { return nil, nil }

func TestDecoderThatChangesItsMind(t *testing.T) {
	value, err := decodeRaw[[]moody]([]byte(`["a"]`))
	require.Equal(t, []string{at("", 0, problem.CodeType)}, faultsOf(err))
	require.Nil(t, value)
}
