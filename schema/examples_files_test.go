package schema_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/schema"
)

// The programs, fieldworks, selections, the plan and the frequency table are written by people. All else follows from them:
//
//	go test ./schema -run Example -update
//
// It brings what people wrote into the form of the writers, pins the programs anew, and derives the rest.
var updateExamples = flag.Bool("update", false, "bring the examples into the form of the writers, and derive what follows from others")

const examplesFolder = "v1/examples"

// kindsByHand are the kinds whose examples people write. The others follow from them.
var kindsByHand = []string{"program", "fieldwork", "selection", "plan", "frequency-table"}

// exampleWarnings are all problems that the examples have, as the number of each code. None is an error.
var exampleWarnings = map[string]map[problem.Code]int{
	"program-minimal":    {program.CodeCriterionAbsent: 33}, // it says nothing of any criterion
	"engagement-minimal": {program.CodeCriterionAbsent: 33},
}

// unusedMembers are the members that no example of a kind uses, with the reason.
var unusedMembers = map[string]map[string]string{}

// unusedAlone are the members that the one complete example of a kind does not use, with the reason. Another one does.
var unusedAlone = map[string]map[string]string{
	"program": {
		"scope.Terms.asOf":                       "a type 2 has a period: program-type1",
		"scope.DescriptionSection.notApplicable": "every description criterion applies: program-type1",
	},
	"fieldwork": {
		"report.Independence.impairments": "with one no report is issued: fieldwork-draft",
	},
}

// An exampleCodec reads and writes the documents of a kind.
type exampleCodec struct {
	document reflect.Type
	read     func([]byte) (any, problem.List, error)
	write    func(any) ([]byte, error)
}

func codecOf[T any](read func([]byte) (T, problem.List, error)) exampleCodec {
	table := strictjson.TableOf[T]()
	return exampleCodec{
		document: reflect.TypeFor[T](),
		read: func(b []byte) (any, problem.List, error) {
			v, problems, err := read(b)
			return v, problems, err
		},
		write: func(v any) ([]byte, error) { return strictjson.Marshal(table, v) },
	}
}

func exampleCodecs() map[string]exampleCodec {
	return map[string]exampleCodec{
		"program": codecOf(func(b []byte) (program.Program, problem.List, error) { return program.Read(bytes.NewReader(b), nil) }),
		"fieldwork": codecOf(func(b []byte) (report.Fieldwork, problem.List, error) {
			return report.ReadFieldwork(bytes.NewReader(b), nil)
		}),
		"engagement": codecOf(func(b []byte) (report.Engagement, problem.List, error) {
			return report.ReadEngagement(bytes.NewReader(b), nil)
		}),
		"conclusions": codecOf(decodedAs[report.Conclusions]),
		"deliverable": codecOf(decodedAs[report.Deliverable]),
		"selection": codecOf(func(b []byte) (sampling.Selection, problem.List, error) {
			s, _, err := decodedAs[sampling.Selection](b)
			return s, s.Validate(), err
		}),
		"plan": codecOf(func(b []byte) (sampling.Plan, problem.List, error) {
			p, _, err := decodedAs[sampling.Plan](b)
			return p, p.Validate(), err
		}),
		"frequency-table": codecOf(func(b []byte) (sampling.FrequencyTable, problem.List, error) {
			return sampling.ReadFrequencyTable(bytes.NewReader(b), nil)
		}),
	}
}

// decodedAs reads a document that has no reader of its own.
func decodedAs[T any](b []byte) (T, problem.List, error) {
	return strictjson.Decode[T](b, strictjson.TableOf[T](), "example")
}

// exampleKind is the kind that a name begins with, alone or before a hyphen; what stands before the first hyphen if it is none.
func exampleKind(name string) string {
	for _, d := range schema.Documents() {
		if name == d.Kind || strings.HasPrefix(name, d.Kind+"-") {
			return d.Kind
		}
	}
	kind, _, _ := strings.Cut(name, "-")
	return kind
}

// exampleNames returns the names of all examples, in order. They are read from disk, since -update writes there.
func exampleNames(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(examplesFolder)
	require.NoError(t, err)
	var names []string
	for _, entry := range entries {
		name, ok := strings.CutSuffix(entry.Name(), ".json")
		require.True(t, ok, "%s is no example", entry.Name())
		names = append(names, name)
	}
	return names
}

func exampleBytes(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(examplesFolder, name+".json"))
	require.NoError(t, err)
	return b
}

func writeExample(t *testing.T, name string, b []byte) {
	t.Helper()
	require.NoError(t, os.WriteFile(filepath.Join(examplesFolder, name+".json"), b, 0o644))
}

// example reads an example.
func example[T any](t *testing.T, name string) T {
	t.Helper()
	v, _, err := exampleCodecs()[exampleKind(name)].read(exampleBytes(t, name))
	require.NoError(t, err, name)
	return v.(T)
}

// TestExamplesAreDerived holds what follows from other examples against them. It stands first, so that -update has
// written all files before other tests read them.
func TestExamplesAreDerived(t *testing.T) {
	if *updateExamples {
		rewriteExamples(t)
	}
	derived := derivedExamples(t)
	for name, want := range derived {
		if *updateExamples {
			writeExample(t, name, want)
		}
		assert.Empty(t, firstDifference(want, exampleBytes(t, name)), "%s is not what follows from others; -update derives it", name)
	}
	for _, name := range exampleNames(t) {
		_, ok := derived[name]
		require.NotEqual(t, slices.Contains(kindsByHand, exampleKind(name)), ok, "%s is either written by people or derived", name)
	}
}

// firstDifference shows the first line in which two files differ, and nothing for equal ones.
func firstDifference(want, got []byte) string {
	if bytes.Equal(want, got) {
		return ""
	}
	wants, gots := strings.SplitAfter(string(want), "\n"), strings.SplitAfter(string(got), "\n")
	for i, line := range wants {
		if i >= len(gots) || gots[i] != line {
			return fmt.Sprintf("line %d: want %q, got %q", i+1, line, slices.Concat(gots[min(i, len(gots)):], []string{""})[0])
		}
	}
	return fmt.Sprintf("got %d lines more", len(gots)-len(wants))
}

// rewriteExamples brings what people wrote into the form of the writers, and pins the programs anew.
func rewriteExamples(t *testing.T) {
	t.Helper()
	names := exampleNames(t)
	slices.Reverse(names) // programs come before the fieldworks that pin them
	for _, name := range names {
		if !slices.Contains(kindsByHand, exampleKind(name)) {
			continue
		}
		codec := exampleCodecs()[exampleKind(name)]
		v, _, err := codec.read(exampleBytes(t, name))
		require.NoError(t, err, name)
		if f, ok := v.(report.Fieldwork); ok && f.ProgramDigest != "" {
			f.ProgramDigest, err = report.ProgramDigest(example[program.Program](t, pinnedBy(name)))
			require.NoError(t, err)
			v = f
		}
		b, err := codec.write(v)
		require.NoError(t, err, name)
		writeExample(t, name, b)
	}
}

// pinnedBy returns the name of the program that a fieldwork belongs to.
func pinnedBy(fieldwork string) string {
	return "program" + strings.TrimPrefix(fieldwork, "fieldwork")
}

// derivedExamples returns the examples that follow from others: engagements join a program and a fieldwork of one
// variant, and conclusions and deliverables follow from engagements.
func derivedExamples(t *testing.T) map[string][]byte {
	t.Helper()
	derived := map[string][]byte{}
	add := func(name string, v any) {
		b, err := exampleCodecs()[exampleKind(name)].write(v)
		require.NoError(t, err, name)
		derived[name] = b
	}
	for _, variant := range []string{"", "-type1", "-draft", "-minimal"} {
		e := report.Join(example[program.Program](t, "program"+variant), example[report.Fieldwork](t, "fieldwork"+variant))
		add("engagement"+variant, e)
		if variant == "-minimal" {
			// Conclusions list the errors of the record. No other example has any.
			e.Program.Terms.AsOf = ""
			add("conclusions-errors", report.Conclude(e))
			continue
		}
		add("conclusions"+variant, report.Conclude(e))
		d, err := report.Assemble(e, report.DeliverableKind(e.Program.Terms.Type))
		require.NoError(t, err)
		add("deliverable"+variant, d)
	}
	return derived
}

func TestExamplesAreValid(t *testing.T) {
	codecs := exampleCodecs()
	for _, name := range exampleNames(t) {
		t.Run(name, func(t *testing.T) {
			codec, ok := codecs[exampleKind(name)]
			require.True(t, ok, "%q is no kind of document", exampleKind(name))
			b := exampleBytes(t, name)
			v, problems, err := codec.read(b)
			require.NoError(t, err)
			found := map[problem.Code]int{}
			for _, p := range problems {
				assert.NotEqual(t, problem.Error, p.Severity, "%s", p)
				found[p.Code]++
			}
			expected := exampleWarnings[name]
			require.True(t, maps.Equal(expected, found), "expected %v, found %v", expected, problems)
			again, err := codec.write(v)
			require.NoError(t, err)
			require.Empty(t, firstDifference(again, b), "reading and writing back gives other bytes; -update brings it into form")
		})
	}
}

// Every kind has an example, and they are those that users get.
func TestExamplesAreEmbedded(t *testing.T) {
	var embedded []string
	for _, d := range schema.Documents() {
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		require.NotEmpty(t, examples, d.Kind)
		for _, e := range examples {
			embedded = append(embedded, e.Name)
		}
		require.Contains(t, embedded, d.Kind, "the example that uses all that the kind has goes by its name")
	}
	require.ElementsMatch(t, exampleNames(t), embedded)
}

// A fieldwork pins the bytes of its program. Only the minimal one pins nothing.
func TestExamplePartsFitTogether(t *testing.T) {
	for _, name := range exampleNames(t) {
		if exampleKind(name) != "fieldwork" {
			continue
		}
		e, problems, err := report.ReadParts(bytes.NewReader(exampleBytes(t, pinnedBy(name))), bytes.NewReader(exampleBytes(t, name)), nil)
		require.NoError(t, err, name)
		require.Equal(t, name == "fieldwork-minimal", problems.HasErrors(), "%s: %s", name, problems)
		if name == "fieldwork-minimal" {
			require.Equal(t, evidence.Digest(""), e.Fieldwork.ProgramDigest)
		}
	}
}

// The two issued reports are complete, and neither opinion differs from what the record indicates; the draft is none.
func TestExampleOpinions(t *testing.T) {
	for name, want := range map[string]struct {
		indicated [3]report.Indicated
		draft     bool
	}{
		"deliverable":       {[3]report.Indicated{report.IndicatedQualified, report.IndicatedUnmodified, report.IndicatedQualified}, false},
		"deliverable-type1": {[3]report.Indicated{report.IndicatedUnmodified, report.IndicatedUnmodified, ""}, false},
		"deliverable-draft": {[3]report.Indicated{report.Undecided, report.Undecided, report.Undecided}, true},
	} {
		d := example[report.Deliverable](t, name)
		var got [3]report.Indicated
		for i, s := range report.Subjects() {
			got[i] = d.Conclusions.Subject(s).Indicated
		}
		assert.Equal(t, want.indicated, got, name)
		assert.Equal(t, want.draft, d.Draft, "%s: %s", name, d.DraftReason)
		if !want.draft {
			assert.Empty(t, d.Missing, name)
		}
	}
}

// The draws can be repeated: those of the fieldwork are those kept alone, and the one that is pending gives the first.
func TestExampleDraws(t *testing.T) {
	e := example[report.Engagement](t, "engagement")
	population, ok := e.Program.Population("POP-1")
	require.True(t, ok)
	first, further := example[sampling.Selection](t, "selection"), example[sampling.Selection](t, "selection-second-round")
	require.Equal(t, []sampling.Selection{first, further}, []sampling.Selection{e.Fieldwork.Selections[0].Record, e.Fieldwork.Selections[1].Record})
	require.NoError(t, first.Verify(population.ItemIDs()))
	require.NoError(t, further.Verify(population.ItemIDs()))
	require.Empty(t, sampling.CheckRounds([]sampling.Selection{first, further}))

	pending := example[sampling.Selection](t, "selection-pending")
	require.True(t, pending.IsPending())
	require.NoError(t, pending.Verify(population.ItemIDs()))
	dice, err := first.Randomness.Bytes()
	require.NoError(t, err)
	pending.CommittedBeforehand = true // as the author of the example states
	drawn, err := pending.Draw(population.ItemIDs(), dice)
	require.NoError(t, err)
	require.Equal(t, first, drawn)

	plan := example[sampling.Plan](t, "plan")
	require.Equal(t, e.Fieldwork.Plans[1].Sampling, plan)
	size, err := plan.Size()
	require.NoError(t, err)
	require.Equal(t, first.Size, size.N, "the sample is as large as the plan asks")
}

// Somewhere among the examples of a kind each member of each of its types has a value other than zero. For what people
// write, a single example has them all, apart from those that exclude each other.
func TestExamplesUseEveryMember(t *testing.T) {
	used := map[string]map[string]bool{} // by kind
	for kind, codec := range exampleCodecs() {
		used[kind] = map[string]bool{}
		for _, name := range exampleNames(t) {
			if exampleKind(name) == kind {
				use(reflect.ValueOf(example[any](t, name)), used[kind])
			}
		}
		assert.Equal(t, slices.Sorted(maps.Keys(unusedMembers[kind])), unused(codec.document, used[kind]), "%s: members that no example uses", kind)
	}
	for kind, exceptions := range unusedAlone {
		alone := map[string]bool{}
		use(reflect.ValueOf(example[any](t, kind)), alone)
		assert.Equal(t, slices.Sorted(maps.Keys(exceptions)), unused(exampleCodecs()[kind].document, alone), "%s: members that %s.json alone does not use", kind, kind)
	}
}

// use adds the members within v that have a value other than zero, such as "control.Control.owner".
func use(v reflect.Value, used map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			use(v.Elem(), used)
		}
	case reflect.Slice:
		for i := range v.Len() {
			use(v.Index(i), used)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Field(i)
			empty := f.IsZero() || (f.Kind() == reflect.Slice || f.Kind() == reflect.Map) && f.Len() == 0
			if !empty {
				used[memberName(v.Type(), i)] = true
			}
			use(f, used)
		}
	}
}

// unused returns the members of the types within t that are not used, in order.
func unused(t reflect.Type, used map[string]bool) []string {
	var list []string
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		switch {
		case t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice:
			walk(t.Elem())
		case t.Kind() == reflect.Struct && !seen[t]:
			seen[t] = true
			for i := range t.NumField() {
				if name := memberName(t, i); !used[name] {
					list = append(list, name)
				}
				walk(t.Field(i).Type)
			}
		}
	}
	walk(t)
	slices.Sort(list)
	return list
}

func memberName(t reflect.Type, field int) string {
	name, _, _ := strings.Cut(t.Field(field).Tag.Get("json"), ",")
	return fmt.Sprintf("%s.%s", t, name)
}

// The walk sees members at any depth, and none that are not there.
func TestUnusedMembers(t *testing.T) {
	type leaf struct {
		Day  string `json:"day,omitzero"`
		Rows []int  `json:"rows"`
	}
	type root struct {
		Leaves []leaf          `json:"leaves"`
		One    *leaf           `json:"one,omitempty"`
		Raw    json.RawMessage `json:"raw,omitempty"`
	}
	used := map[string]bool{}
	use(reflect.ValueOf(root{Leaves: []leaf{{Rows: []int{}}}, One: &leaf{Day: "2026-01-31"}}), used)
	require.Equal(t, []string{"schema_test.leaf.rows", "schema_test.root.raw"}, unused(reflect.TypeFor[root](), used))
}
