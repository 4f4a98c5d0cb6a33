package schema_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema"
)

// A difference is a fault that the schema refuses and that the module's own reader takes, or lays to another place.
type difference struct {
	kinds, fields, keywords string // each a list, separated by spaces
	reason                  string
}

// differences are all there are. An entry that is no difference any more fails.
var differences = []difference{
	{"program engagement", "AccessReview.accounts", "maximum", "an integer that not every language holds exactly, and nothing contradicts it"},
	{"selection", "selection.round", "maximum", "an integer that not every language holds exactly, and nothing contradicts it"},
	{"fieldwork engagement", "SampleSelection.round", "maximum", "an integer that not every language holds exactly; the rounds around it contradict it"},
	{"fieldwork engagement", "SampleSelection.reserveSize", "maximum", "an integer that not every language holds exactly; the size contradicts it"},
	{"selection", "selection.reserveSize", "maximum", "an integer that not every language holds exactly; the size contradicts it"},
	{"fieldwork engagement", "ControlTest.populationSize", "maximum minimum", "a count that the number tested contradicts, and the problem is laid there"},

	{"fieldwork", "ContraryEvidence.subserviceOrganization ControlJudgment.control ToleranceJudgment.control TestPlan.control TestPlan.population", "pattern",
		"an id of the program: without it nobody can look it up"},
	{"fieldwork", "AdditionalOpinion.subject", "minLength pattern", "an id of the program: without it nobody can look it up"},
	{"fieldwork", "TestProcedure.evidence[] ControlTest.configurationHistory TestLimitation.existed[] NoOccurrence.corroboration[]", "pattern",
		"an id of the program: without it nobody can look it up"},
	{"fieldwork", "TestProcedure.evidence TestLimitation.existed NoOccurrence.corroboration", "uniqueItems", "ids of the program: without it nobody looks at them"},
	{"fieldwork", "Methodology.riskOfOverreliance Methodology.tolerableRate", "anyOf text", "an empty text is absent to the reader, and only a type 2 needs the rate"},

	{"program engagement", "Frequency.trigger", "minLength", "an empty text is absent to the reader, and the frequency says what it lacks"},
}

// openSets are the closed sets to which a later minor version may add, so that the lenient schemas take any text for them.
var openSets = []string{"CriterionID", "Edition", "DescriptionEdition"}

// isOpenSet reports whether a field, named as "Definition.member" or "Definition.member[]", holds values of an open set.
func isOpenSet(field string) bool {
	name, member, _ := strings.Cut(field, ".")
	defs := decoded(schema.Definitions()).(map[string]any)["$defs"].(map[string]any)
	def, _ := defs[name].(map[string]any)
	properties, _ := def["properties"].(map[string]any)
	property, _ := properties[strings.TrimSuffix(member, "[]")].(map[string]any)
	if items, ok := property["items"].(map[string]any); ok {
		property = items
	}
	if all, ok := property["allOf"].([]any); ok {
		property = all[0].(map[string]any)
	}
	ref, _ := property["$ref"].(string)
	return slices.Contains(openSets, strings.TrimPrefix(ref, "#/$defs/"))
}

// formKeywords are the keywords that the reader holds every document to, whatever its values say.
var formKeywords = []string{"null", "type", "type integer", "required", "additionalProperties"}

// computedKinds are written by this module alone. They are read by their form, and nobody validates their values.
var computedKinds = []string{"conclusions", "deliverable"}

// blames reports whether the outcome of reading a document says that something is wrong at the pointer or below it.
func blames(pointer string, problems problem.List, err error) bool {
	var paths []string
	var refused *problem.ReadError
	if errors.As(err, &refused) {
		for _, f := range refused.Faults {
			paths = append(paths, f.Path)
		}
	}
	for _, p := range problems {
		if p.Severity == problem.Error {
			paths = append(paths, p.Path)
		}
	}
	return slices.ContainsFunc(paths, func(p string) bool { return p == pointer || strings.HasPrefix(p, pointer+"/") })
}

// Each document with one fault is refused by its schema, and by the reader at the place of the fault.
func TestMutationsAreRefused(t *testing.T) {
	reasons := map[string]string{} // by kind, field and keyword
	for _, d := range differences {
		for kind := range strings.FieldsSeq(d.kinds) {
			for field := range strings.FieldsSeq(d.fields) {
				for keyword := range strings.SplitSeq(strings.ReplaceAll(d.keywords, "anyOf text", "anyOf_text"), " ") {
					reasons[kind+" "+field+" "+strings.ReplaceAll(keyword, "_", " ")] = d.reason
				}
			}
		}
	}
	for _, d := range schema.Documents() {
		t.Run(d.Kind, func(t *testing.T) {
			t.Parallel()
			strict, lenient := schemaName{d.Kind, schema.Strict}, schemaName{d.Kind, schema.Lenient}
			made := mutations(schemaTree(t, strict), exampleBytes(t, d.Kind), d.Kind, map[string]bool{})
			oneIn := 1
			switch {
			case testing.Short():
				oneIn = 16
			case d.Kind == "engagement":
				oneIn = 8 // it joins a program and a fieldwork, each of which is gone through in full
			}
			codec := exampleCodecs()[d.Kind]
			differ, keywords := map[string]bool{}, map[string]int{}
			for i, m := range made {
				key := d.Kind + " " + m.field + " " + m.keyword
				if i%oneIn > 0 && reasons[key] == "" {
					continue
				}
				keywords[m.keyword]++
				assert.Error(t, judged(t, strict, m.document), "%s", m)
				addition := m.keyword == "additionalProperties"
				if addition || i%8 == 0 {
					passes := addition || m.keyword == "enum" && isOpenSet(m.field)
					assert.Equal(t, passes, judged(t, lenient, m.document) == nil, "%s, lenient", m)
				}
				if addition {
					_, problems, err := documentForms()[d.Kind].lenient(m.document)
					assert.NoError(t, err, "%s, lenient", m)
					assert.True(t, slices.ContainsFunc(problems, func(p problem.Problem) bool { return p.Path == m.pointer }), "%s, lenient", m)
				}
				_, problems, err := codec.read(m.document)
				if slices.Contains(computedKinds, d.Kind) && !slices.Contains(formKeywords, m.keyword) {
					continue
				}
				if !blames(m.pointer, problems, err) {
					differ[key] = true
					assert.Contains(t, reasons, key, "%s: the schema refuses it and the reader does not: %v", m, problems)
				}
			}
			for key, reason := range reasons {
				if strings.HasPrefix(key, d.Kind+" ") {
					assert.True(t, differ[key], "%s is no difference any more: %s", key, reason)
				}
			}
			t.Logf("%d differences among documents with one fault: %v", len(differ), keywords)
		})
	}
}

// The mutations break every keyword of every member that documents are made of.
func TestMutationsLeaveNothingOut(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("makes every mutation of every example")
	}
	seen := map[string]bool{}
	n := 0
	broken := map[string]bool{}
	for _, d := range schema.Documents() {
		for _, e := range must(schema.Examples(d.Kind)) {
			for _, m := range mutations(schemaTree(t, schemaName{d.Kind, schema.Strict}), e.JSON, d.Kind, seen) {
				broken[m.field] = true
				keyword, _, _ := strings.Cut(m.keyword, " ")
				broken[keyword] = true
				n++
			}
		}
	}
	require.Greater(t, n, 2000)
	defs := decoded(schema.Definitions()).(map[string]any)["$defs"].(map[string]any)
	roots := map[string]string{}
	for _, d := range schema.Documents() {
		roots[schemaTree(t, schemaName{d.Kind, schema.Strict})["title"].(string)] = d.Kind
	}
	var members []string
	for name, def := range defs {
		properties, _ := def.(map[string]any)["properties"].(map[string]any)
		if kind, ok := roots[name]; ok {
			name = kind
		}
		for member := range properties {
			members = append(members, name+"."+member)
		}
	}
	require.Greater(t, len(members), 500)
	for _, member := range members {
		assert.True(t, broken[member], "%s is broken nowhere", member)
	}
	for _, keyword := range slices.Sorted(maps.Keys(assertions)) {
		assert.True(t, broken[keyword] || assertions[keyword] != "", "%s is broken nowhere", keyword)
	}
	t.Logf("%d mutations of %d members", n, len(members))
}
