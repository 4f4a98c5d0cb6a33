package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/stretchr/testify/require"
)

// The same record gives the same bytes, however often it is written and whatever else runs.
func TestSameRecordSameBytes(t *testing.T) {
	eng := richCase(t).eng
	write := func() string {
		var b bytes.Buffer
		require.NoError(t, report.WriteEngagement(&b, eng))
		require.NoError(t, report.WriteConclusions(&b, report.Conclude(eng)))
		d, err := report.Assemble(eng, report.Type2)
		require.NoError(t, err)
		require.NoError(t, report.WriteDeliverable(&b, d))
		for _, name := range []string{"HTML", "Markdown"} {
			b.WriteString(renderings(t, d)[name])
		}
		return b.String()
	}
	want := write()
	require.NotEmpty(t, want)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for i := range 100 {
		runtime.GOMAXPROCS(1 + i%2)
		require.True(t, want == write(), "the bytes of run %d differ", i)
	}
}

// The fieldwork pins the exact bytes of the program: another program, or the same one spelled otherwise, is noticed.
func TestReadPartsHoldsThePin(t *testing.T) {
	eng := richCase(t).eng
	var prog, field bytes.Buffer
	require.NoError(t, program.Write(&prog, eng.Program))
	var err error
	eng.Fieldwork.ProgramDigest, err = report.ProgramDigest(eng.Program)
	require.NoError(t, err)
	require.NoError(t, report.WriteFieldwork(&field, eng.Fieldwork))

	got, problems, err := report.ReadParts(bytes.NewReader(prog.Bytes()), bytes.NewReader(field.Bytes()), nil)
	require.NoError(t, err)
	require.False(t, problems.HasErrors(), "%s", problems)
	require.Equal(t, report.Conclude(eng), report.Conclude(got))

	spelled := append([]byte(" "), prog.Bytes()...)
	_, problems, err = report.ReadParts(bytes.NewReader(spelled), bytes.NewReader(field.Bytes()), nil)
	require.NoError(t, err)
	require.Contains(t, problems.String(), string(report.CodeProgramDigest))

	_, _, err = report.ReadParts(strings.NewReader("{"), bytes.NewReader(field.Bytes()), nil)
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Equal(t, "program", refused.Document)
}

func TestDetectKind(t *testing.T) {
	for in, want := range map[string]string{
		`{"kind":"program"}`:                            "program",
		`{"a":{"kind":"x","b":[1]},"kind":"fieldwork"}`: "fieldwork",
		`{"kind":7}`: "",
		`[]`:         "",
		``:           "",
		`{"a":`:      "",
	} {
		require.Equal(t, want, report.DetectKind(strings.NewReader(in)), in)
	}
}

// Reading an engagement beside what encoding/json alone takes to decode it: the quotient is what strictness costs.
func BenchmarkRead(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		var doc bytes.Buffer
		require.NoError(b, report.WriteEngagement(&doc, largeCase(b, n)))
		table := strictjson.TableOf[report.Engagement]()
		b.Run(fmt.Sprintf("strict/%d", n), func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			for b.Loop() {
				if _, _, err := strictjson.Decode[report.Engagement](doc.Bytes(), table, "engagement"); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("encoding-json/%d", n), func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			for b.Loop() {
				var e report.Engagement
				if err := json.Unmarshal(doc.Bytes(), &e); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("with-validation/%d", n), func(b *testing.B) {
			b.SetBytes(int64(doc.Len()))
			for b.Loop() {
				if _, _, err := report.ReadEngagement(bytes.NewReader(doc.Bytes()), nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
