package soc2_test

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/stretchr/testify/require"
)

// hostile are documents that hold as much as fits of the smallest elements of one list, each with as many problems as it
// can have. What is read is then validated, as every reader does.
var hostile = []struct{ kind, list, element string }{
	{"program", "controls", `{"id":"","text":"","criteria":[],"described":true,"relied":true,"automation":"","frequency":{},"owner":""}`},
	{"program", "controls", `{"id":"a","text":"","criteria":["","","","","",""],"described":true,"relied":true,"automation":"x","frequency":{"interval":"x"},"owner":""}`},
	{"program", "criteria", `{"id":""}`},
	{"program", "criteria", `{"id":"","alternatives":[{"members":[]},{"members":[]}]}`},
	{"program", "evidence", `{"id":"","title":"","class":"","source":""}`},
	{"program", "populations", `{"id":"","controls":[],"period":{"from":"","to":""},"definition":"","source":"","count":0,"items":[{"id":""},{"id":""},{"id":""},{"id":""}]}`},
	{"program", "risks", `{"id":"","title":""}`},
	{"program", "riskAssessments", `{"id":"","performed":"x","scope":""}`},
	{"program", "userResponsibilities", `{"id":"","text":""}`},
	{"fieldwork", "plans", `{"id":"","control":"","period":{"from":"","to":""},"extent":""}`},
	{"fieldwork", "tests", `{"id":"","plan":"","procedures":[],"populationSize":0,"tested":0}`},
	{"fieldwork", "deviations", `{"id":"","control":"","kind":"","nature":""}`},
	{"fieldwork", "findings", `{"id":"","subjects":[],"kind":"","text":""}`},
	{"fieldwork", "wording", `{"element":"","paragraphs":[]}`},
}

// around returns what stands before and after the elements of a list in an otherwise minimal document.
func around(t *testing.T, kind, list string) (before, after string) {
	t.Helper()
	var b []byte
	var err error
	if kind == "program" {
		b, err = strictjson.MarshalLine(strictjson.TableOf[program.Program](), program.Program{Kind: program.Kind})
	} else {
		b, err = strictjson.MarshalLine(strictjson.TableOf[report.Fieldwork](), report.Fieldwork{Kind: report.FieldworkKind, Methodology: report.Methodology{TolerableRate: "0.1", Risk: "0.1"}})
	}
	require.NoError(t, err)
	doc := strings.TrimSpace(string(b))
	if present := fmt.Sprintf("%q:[", list); strings.Contains(doc, present) {
		before, after, _ = strings.Cut(doc, present)
		return before + present, after
	}
	return strings.TrimSuffix(doc, "}") + fmt.Sprintf(",%q:[", list), "]}"
}

func TestReadingHostileDocumentsStaysInProportion(t *testing.T) {
	if testing.Short() {
		t.Skip("reads documents of 8 MiB")
	}
	const size = 8 << 20
	for i, h := range hostile {
		t.Run(fmt.Sprintf("%s/%s/%d", h.kind, h.list, i), func(t *testing.T) {
			before, after := around(t, h.kind, h.list)
			of := func(n int) []byte { // a document of n elements, padded with white space
				doc := append(make([]byte, 0, size), before...)
				for i := range n {
					if i > 0 {
						doc = append(doc, ',')
					}
					doc = append(doc, h.element...)
				}
				doc = append(doc, after...)
				return append(doc, bytes.Repeat([]byte(" "), max(0, size-len(doc)))...)
			}
			read := func(doc []byte) (problem.List, error) {
				if h.kind == "program" {
					_, l, err := program.Read(bytes.NewReader(doc), nil)
					return l, err
				}
				_, l, err := report.ReadFieldwork(bytes.NewReader(doc), nil)
				return l, err
			}
			most := (size - len(before) - len(after)) / (len(h.element) + 1)
			tooMany := func(n int) bool {
				_, err := read(of(n))
				var refused *problem.ReadError
				require.True(t, err == nil || errors.As(err, &refused) && refused.Has(problem.CodeTooMany), "%v", err)
				return err != nil
			}
			n := most
			if tooMany(most) { // the worst document is the largest that is still accepted
				const steps = 64
				n = sort.Search(steps, func(i int) bool { return tooMany(most * (i + 1) / steps) }) * most / steps
			}
			doc := of(n)
			var problems problem.List
			var err error
			grown := heapGrowth(func() { problems, err = read(doc) })
			require.NoError(t, err)
			require.LessOrEqual(t, len(problems), problem.MaxKept+1)
			require.NotEmpty(t, problems)
			t.Logf("%d elements: %.1f times the document", n, float64(grown)/size)
			require.LessOrEqual(t, grown, int64(20*size+64<<20))
		})
	}
}

// heapGrowth returns how far the heap grows while f runs, sampled.
func heapGrowth(f func()) int64 {
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	done, highest := make(chan struct{}), make(chan uint64)
	go func() {
		most := before.HeapAlloc
		var now runtime.MemStats
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
