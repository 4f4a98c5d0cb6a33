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

// An engagement of a newer minor version, in one file or in two, is read leniently with all that was skipped listed, behind
// all that is wrong with either part, and not written back.
func TestNewerMinorVersion(t *testing.T) {
	lenient := &problem.ReadOptions{Lenient: true}
	eng := richCase(t).eng
	var prog, field, whole bytes.Buffer
	require.NoError(t, program.Write(&prog, eng.Program))
	require.NoError(t, report.WriteFieldwork(&field, eng.Fieldwork))
	require.NoError(t, report.WriteEngagement(&whole, eng))
	newer := func(doc *bytes.Buffer, more string) string {
		return strings.ReplaceAll(doc.String(), `"schemaVersion": "1.0"`, `"schemaVersion": "1.1", `+more)
	}

	want, _, err := report.ReadEngagement(bytes.NewReader(whole.Bytes()), nil)
	require.NoError(t, err)
	want.SchemaVersion, want.Program.SchemaVersion, want.Fieldwork.SchemaVersion = "1.1", "1.1", "1.1"
	_, _, err = report.ReadEngagement(strings.NewReader(newer(&whole, `"new": 1`)), nil)
	var refused *problem.ReadError
	require.ErrorAs(t, err, &refused)
	require.Len(t, refused.Faults, 3)
	inOne, problems, err := report.ReadEngagement(strings.NewReader(newer(&whole, `"new": 1`)), lenient)
	require.NoError(t, err)
	require.Equal(t, want, inOne)
	require.False(t, problems.HasErrors(), "%s", problems)
	require.Equal(t, []string{"/new", "/program/new", "/fieldwork/new"}, paths(problems, problem.CodeUnknown))
	require.Equal(t, []string{"/schemaVersion", "/program/schemaVersion", "/fieldwork/schemaVersion"}, paths(problems, problem.CodeSchemaVersion))

	var many strings.Builder
	for i := range problem.MaxKept {
		fmt.Fprintf(&many, `"new%d": 1,`, i)
	}
	parts, problems, err := report.ReadParts(strings.NewReader(newer(&prog, many.String()+`"new": 1`)), strings.NewReader(newer(&field, `"new": 1`)), lenient)
	require.NoError(t, err)
	want.SchemaVersion = "1.0"
	require.Equal(t, want, parts)
	require.Equal(t, []string{"/program/schemaVersion", "/fieldwork/schemaVersion"}, paths(problems, problem.CodeSchemaVersion))
	require.Equal(t, []string{"/fieldwork/programDigest"}, paths(problems, report.CodeProgramDigest), "nothing goes missing behind what was skipped")
	require.Equal(t, problem.CodeMore, problems[problem.MaxKept].Code)

	_, problems, err = report.ReadFieldwork(strings.NewReader(newer(&field, `"new": 1`)), lenient)
	require.NoError(t, err)
	require.Equal(t, []string{"/new"}, paths(problems, problem.CodeUnknown))

	var b bytes.Buffer
	for path, err := range map[string]error{
		"/schemaVersion":           report.WriteEngagement(&b, inOne),
		"/program/schemaVersion":   report.WriteEngagement(&b, parts),
		"/fieldwork/schemaVersion": report.WriteEngagement(&b, report.Join(eng.Program, parts.Fieldwork)),
	} {
		var lossy problem.Problem
		require.ErrorAs(t, err, &lossy, path)
		require.Equal(t, problem.CodeSchemaVersion, lossy.Code)
		require.Equal(t, path, lossy.Path)
	}
	require.ErrorContains(t, report.WriteFieldwork(&b, parts.Fieldwork), "/schemaVersion: error schema-version")
	require.Zero(t, b.Len(), "nothing is written")
	_, err = report.ProgramDigest(parts.Program)
	require.ErrorContains(t, err, "/schemaVersion: error schema-version", "no digest of less than the program says")
}

// A document of a known version has no further members: what a lenient reader does not know there is a misspelling.
func TestLenientReaderOfAKnownVersion(t *testing.T) {
	var whole bytes.Buffer
	eng := richCase(t).eng
	whole.WriteString(`{"kind":"engagement","schemaVersion":"1.0","program":{"unheardOf":1,`)
	var prog, field bytes.Buffer
	require.NoError(t, program.Write(&prog, eng.Program))
	require.NoError(t, report.WriteFieldwork(&field, eng.Fieldwork))
	whole.WriteString(strings.Replace(strings.TrimPrefix(prog.String(), "{"), `"1.0"`, `"1.1"`, 1))
	whole.WriteString(`,"fieldwork":{"unheardOf":1,` + strings.TrimPrefix(field.String(), "{") + `,"unheardOf":1}`)

	_, problems, err := report.ReadEngagement(&whole, &problem.ReadOptions{Lenient: true})
	require.NoError(t, err)
	severity := map[string]problem.Severity{}
	for _, p := range problems {
		if p.Code == problem.CodeUnknown {
			severity[p.Path] = p.Severity
		}
	}
	require.Equal(t, map[string]problem.Severity{
		"/program/unheardOf": problem.Warning, "/fieldwork/unheardOf": problem.Error, "/unheardOf": problem.Error,
	}, severity)
}

// What a newer version may say and this module does not know could forbid any conclusion.
func TestNothingIsUnmodifiedOnANewerVersion(t *testing.T) {
	sound := report.Conclude(newCase(t).eng)
	require.Equal(t, report.IndicatedUnmodified, sound.Operating)
	for _, newer := range []func(*report.Engagement){
		func(e *report.Engagement) { e.SchemaVersion = "1.1" },
		func(e *report.Engagement) { e.Program.SchemaVersion = "1.1" },
		func(e *report.Engagement) { e.Fieldwork.SchemaVersion = "1.1" },
	} {
		eng := newCase(t).eng
		newer(&eng)
		c := report.Conclude(eng)
		require.Equal(t, []report.Indicated{report.Undecided, report.Undecided, report.Undecided}, []report.Indicated{c.Description, c.Design, c.Operating})
		require.True(t, c.Problems.HasErrors())
	}
}

// paths lists the places of the problems of one code.
func paths(l problem.List, code problem.Code) []string {
	var list []string
	for _, p := range l {
		if p.Code == code {
			list = append(list, p.Path)
		}
	}
	return list
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
