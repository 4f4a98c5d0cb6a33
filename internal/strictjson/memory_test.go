package strictjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
)

// large is an element that takes much more memory than its shortest document.
type large struct {
	ID    string            `json:"id,omitempty"`
	Texts [40]string        `json:"-"`
	Map   map[string]string `json:"m,omitempty"`
	Sub   *large            `json:"p,omitempty"`
	List  []large           `json:"l,omitempty"`
}

// dense is a document type of which documents can be much smaller than their values, and the parts of such documents.
type dense struct {
	name  string
	first string
	elem  func(i int) string
	last  string
	read  func(data []byte) error
	scan  func(data []byte) bool
}

func denseOf[T any](name, first, last string, elem func(i int) string) dense {
	return denseWith[T](problem.ReadOptions{}, name, first, last, elem)
}

// lenientOf is denseOf for lenient reading.
func lenientOf[T any](name, first, last string, elem func(i int) string) dense {
	return denseWith[T](problem.ReadOptions{Lenient: true}, name, first, last, elem)
}

func denseWith[T any](opts problem.ReadOptions, name, first, last string, elem func(i int) string) dense {
	table := TableOf[T]()
	return dense{name, first, elem, last,
		func(data []byte) error {
			_, _, err := Read[T](bytes.NewReader(data), table, name, &opts)
			return err
		},
		func(data []byte) bool {
			_, err := table.check(data, name, opts.Lenient)
			return err == nil
		},
	}
}

func same(s string) func(int) string { return func(int) string { return s } }

var denses = []dense{
	denseOf[[]large]("large objects", "[", "]", same(`{"id":"a"}`)),
	denseOf[[]large]("empty objects", "[", "]", same(`{}`)),
	denseOf[[]*large]("pointers", "[", "]", same(`{}`)),
	denseOf[[]large]("objects in objects", "[", "]", same(`{"l":[{}]}`)),
	denseOf[[]large]("pointers in objects", "[", "]", same(`{"p":{"p":{}}}`)),
	denseOf[[][]string]("empty arrays", "[", "]", same(`[]`)),
	denseOf[[][]string]("short arrays", "[", "]", same(`[""]`)),
	denseOf[[][]int64]("arrays of one", "[", "]", same(`[1]`)),
	denseOf[[][]int64]("arrays of five", "[", "]", same(`[1,1,1,1,1]`)),
	denseOf[[]large]("five objects in objects", "[", "]", same(`{"l":[{},{},{},{},{}]}`)),
	denseOf[[]string]("empty strings", "[", "]", same(`""`)),
	denseOf[[]string]("short strings", "[", "]", same(`"ab"`)),
	denseOf[[]string]("strings of nine", "[", "]", same(`"abcdefghi"`)),
	denseOf[[]int64]("numbers", "[", "]", same(`0`)),
	denseOf[[]bool]("booleans", "[", "]", same(`true`)),
	denseOf[[]json.RawMessage]("raw numbers", "[", "]", same(`0`)),
	denseOf[json.RawMessage]("raw", "[", "]", same(`0`)),
	denseOf[[]map[string]string]("empty maps", "[", "]", same(`{}`)),
	denseOf[[]map[string]string]("small maps", "[", "]", same(`{"":""}`)),
	denseOf[[]map[string]json.RawMessage]("small raw maps", "[", "]", same(`{"a":0}`)),
	denseOf[map[string]string]("names", "{", "}", func(i int) string { return fmt.Sprintf(`"%x":""`, i) }),
	denseOf[map[string]json.RawMessage]("raw names", "{", "}", func(i int) string { return fmt.Sprintf(`"%x":0`, i) }),
	denseOf[json.RawMessage]("free names", "{", "}", func(i int) string { return fmt.Sprintf(`"%x":0`, i) }),
	denseOf[json.RawMessage]("escaped names", "{", "}", func(i int) string { return fmt.Sprintf(`"\n%x":0`, i) }),
	denseOf[json.RawMessage]("names in many objects", "[", "]", func(i int) string {
		return `{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"l":0,"m":0,"n":0,"o":0,"p":0,"q":0}`
	}),
	denseOf[[]string]("nulls", "[", "]", same(`null`)),
	denseOf[[]large]("unknown members", "[", "]", same(`{"x":0}`)),
	denseOf[[]string]("unsafe texts", "[", "]", same(`"\u0000"`)),
	denseOf[[]string]("halves", "[", "]", same(`"\ud800"`)),
	denseOf[json.RawMessage]("faults below a long name", `{"`+strings.Repeat("~", 4<<20)+`":[`, "]}", same(`"\ud800"`)),
	denseOf[json.RawMessage]("problems below a long name", `{"`+strings.Repeat("~", 4<<20)+`":[`, "]}", same(`"\u0000"`)),
	lenientOf[[]large]("skipped members", "[", "]", same(`{"x":0}`)),
	lenientOf[[]large]("skipped members of many objects", "[", "]", same(`{"a":0,"b":0,"c":0,"d":0,"e":0,"f":0,"g":0,"h":0,"i":0,"j":0,"k":0,"n":0,"o":0,"q":0,"r":0,"s":0,"t":0}`)),
	lenientOf[large]("skipped names", "{", "}", func(i int) string { return fmt.Sprintf(`"%x":0`, i) }),
	lenientOf[large]("skipped escaped names", "{", "}", func(i int) string { return fmt.Sprintf(`"\n%x":0`, i) }),
	lenientOf[large]("skipped long names", "{", "}", func(i int) string { return fmt.Sprintf(`"%x%s":0`, i, strings.Repeat("~", 1<<19)) }),
	lenientOf[large]("a skipped name as long as the document", `{"`+strings.Repeat("~", 15<<20)+`":[`, "]}", same(`"\u0000"`)),
}

// documents returns a function that makes documents of n elements, padded to size bytes, and how many elements fit. A
// document is valid until the next is made.
func (d dense) documents(size int) (of func(n int) []byte, most int) {
	size = max(size, len(d.first)+1<<10)
	data := append(make([]byte, 0, size+len(d.last)), d.first...)
	ends := []int{len(data)}
	for len(data) < size-64-len(d.last) {
		if len(ends) > 1 {
			data = append(data, ',')
		}
		data = append(data, d.elem(len(ends))...)
		ends = append(ends, len(data))
	}
	return func(n int) []byte {
		doc := append(append(make([]byte, 0, size), data[:ends[n]]...), d.last...)
		return append(doc, bytes.Repeat([]byte(" "), max(0, size-len(doc)))...)
	}, len(ends) - 1
}

// peak returns how far the heap grows while f runs.
func peak(f func()) int64 {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	done, highest := make(chan struct{}), make(chan uint64)
	go func() {
		most := before.HeapAlloc
		for {
			select {
			case <-done:
				highest <- most
				return
			case <-time.After(200 * time.Microsecond):
				runtime.ReadMemStats(&now)
				most = max(most, now.HeapAlloc)
			}
		}
	}()
	f()
	close(done)
	return int64(<-highest - before.HeapAlloc)
}

func TestReadingStaysWithinTwentyTimesTheDocument(t *testing.T) {
	if testing.Short() {
		t.Skip("reads documents of 16 MiB")
	}
	for _, size := range []int{1 << 10, 16 << 20} {
		for _, d := range denses {
			t.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(d.name, " ", "-"), size), func(t *testing.T) {
				of, most := d.documents(size)
				docs := map[string][]byte{"full": of(most)}
				if !d.scan(docs["full"]) {
					// The worst document is the largest that is still accepted.
					const parts = 128
					k := sort.Search(parts, func(k int) bool { return !d.scan(of(most * k / parts)) })
					docs["accepted"] = of(most * max(k-1, 0) / parts)
				}
				for name, data := range docs {
					var err error
					bytes := peak(func() { err = d.read(data) })
					t.Logf("%-8s %9d bytes: %5.1f times + %5.1f MiB, %v", name, len(data), float64(bytes)/float64(len(data)),
						float64(max(bytes-20*int64(len(data)), 0))/(1<<20), codes(err))
					require.LessOrEqual(t, bytes, 20*int64(len(data))+64<<20)
					if name == "accepted" {
						require.NoError(t, err)
					}
				}
			})
		}
	}
}

// codes lists the codes of the faults in err.
func codes(err error) []problem.Code {
	refused, ok := err.(*problem.ReadError)
	if !ok {
		return nil
	}
	var list []problem.Code
	for _, f := range refused.Faults {
		if len(list) == 0 || list[len(list)-1] != f.Code {
			list = append(list, f.Code)
		}
	}
	return list
}
