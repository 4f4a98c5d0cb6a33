package evolution_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/schema/evolution"
)

// first is a program of an invented version 1, with spellings that a decoder would not give back: numbers beyond 2^53 and
// with zeros at their end, escapes, members that no version knows.
const first = `{
  "kind": "program", "schemaVersion": "1.3",
  "id": "larkfield-2026",
  "rate": 1.10, "factor": 1e2, "serial": 12345678901234567890, "tiny": -0.0E-7,
  "title": "Caf\u00e9 \/ <b>& \"}]\\",
  "owner": "Ada",
  "x\u002dunknown": {"z": 1, "a": [true, null, {}]},
  "controls": [
    {"id": "AC-07", "type": "automatic", "criterion": "CC6.1", "obsolete": {"note": "n", "rank": 3}},
    {"type": "by-hand", "id": "AC-08", "criterion": "CC6.2", "since": "2026-01-01"},
    {"id": "AC-09"}
  ],
  "labels": {"team": "platform", "a/b": "c~d"}
}
`

// toSecond renames, respells, drops and adds.
func toSecond(d *evolution.Tree) {
	d.Rename("/controls/*/type", "automation")
	d.Change("/controls/*/automation", func(old json.RawMessage) (any, string) {
		if string(old) == `"by-hand"` {
			return "manual", ""
		}
		return old, ""
	})
	d.Remove("/controls/*/obsolete", "version 2 keeps no notes")
	d.Add("/controls/*/since", "2025-01-01")
	d.Each("/controls/*", func(c *evolution.Tree) { c.Move("/criterion", "/criteria/-") })
}

// toThird moves and drops.
func toThird(d *evolution.Tree) {
	d.Move("/owner", "/contact/name")
	d.Remove("/controls/2", "version 3 has no control without a criterion")
	d.Remove("/labels/*", "version 3 has no labels")
	d.Remove("/labels", "version 3 has no labels")
}

const second = `{
  "kind": "program",
  "schemaVersion": "2.0",
  "id": "larkfield-2026",
  "rate": 1.10,
  "factor": 1e2,
  "serial": 12345678901234567890,
  "tiny": -0.0E-7,
  "title": "Caf\u00e9 \/ <b>& \"}]\\",
  "owner": "Ada",
  "x\u002dunknown": {
    "z": 1,
    "a": [
      true,
      null,
      {}
    ]
  },
  "controls": [
    {
      "id": "AC-07",
      "automation": "automatic",
      "since": "2025-01-01",
      "criteria": [
        "CC6.1"
      ]
    },
    {
      "automation": "manual",
      "id": "AC-08",
      "since": "2026-01-01",
      "criteria": [
        "CC6.2"
      ]
    },
    {
      "id": "AC-09",
      "since": "2025-01-01"
    }
  ],
  "labels": {
    "team": "platform",
    "a/b": "c~d"
  }
}
`

func steps(newest int) evolution.Chain {
	return evolution.Chain{Newest: map[string]int{"program": newest}, Migrations: []evolution.Migration{
		{Kind: "program", From: 2, Apply: toThird},
		{Kind: "program", From: 1, Apply: toSecond},
	}[3-newest:]}
}

func TestChainMigrates(t *testing.T) {
	m, err := steps(2).Apply([]byte(first))
	require.NoError(t, err)
	require.Equal(t, second, string(m.Document))
	require.Equal(t, []string{"program", "1.3", "2.0"}, []string{m.Kind, m.From, m.To})
	require.Equal(t, []evolution.Loss{{Version: 1, Path: "/controls/0/obsolete", Value: json.RawMessage(`{"note": "n", "rank": 3}`), Reason: "version 2 keeps no notes"}}, m.Losses)

	m, err = steps(3).Apply([]byte(first))
	require.NoError(t, err)
	require.Equal(t, "3.0", m.To)
	require.Contains(t, string(m.Document), "\"contact\": {\n    \"name\": \"Ada\"\n  }")
	var paths []string
	for _, l := range m.Losses {
		paths = append(paths, fmt.Sprint(l.Version, l.Path))
	}
	require.Equal(t, []string{"1/controls/0/obsolete", "2/controls/2", "2/labels/team", "2/labels/a~1b", "2/labels"}, paths)
	require.Equal(t, "{}", string(m.Losses[4].Value), "what is lost already is not lost again")
}

// Two steps at once are the same as one and then the other.
func TestChainIsTheSumOfItsSteps(t *testing.T) {
	atOnce, err := steps(3).Apply([]byte(first))
	require.NoError(t, err)
	half, err := steps(2).Apply([]byte(first))
	require.NoError(t, err)
	whole, err := steps(3).Apply(half.Document)
	require.NoError(t, err)
	require.Equal(t, string(atOnce.Document), string(whole.Document))
	require.Equal(t, atOnce.Losses, slices.Concat(half.Losses, whole.Losses))

	again, err := steps(3).Apply([]byte(first))
	require.NoError(t, err)
	require.Equal(t, atOnce, again, "equal documents give equal bytes")
}

// A document of the newest version comes back byte for byte, whatever its form.
func TestNewestDocumentsPass(t *testing.T) {
	for _, document := range []string{
		" {\"schemaVersion\":\"1.0\" ,\t\"kind\":\"program\",\"n\":1.10}\r\n\n",
		`{"kind":"program","schemaVersion":"1.9"}`,
		`{"\u006bind":"program","schemaVersion":"1.0"}`,
	} {
		for _, chain := range []evolution.Chain{{Newest: map[string]int{"program": 1}}, evolution.OwnChain()} {
			m, err := chain.Apply([]byte(document))
			require.NoError(t, err)
			require.Equal(t, document, string(m.Document))
			require.Equal(t, m.From, m.To)
			require.Empty(t, m.Losses)
		}
		m, err := evolution.Migrate([]byte(document))
		require.NoError(t, err)
		require.Equal(t, document, string(m.Document))
	}
}

// The module's own chain knows each kind of document that says its kind, in the version that its package writes.
func TestOwnChain(t *testing.T) {
	chain := evolution.OwnChain()
	require.NoError(t, chain.Check())
	written := map[string]string{
		program.Kind: program.SchemaVersion, report.FieldworkKind: report.SchemaVersion, report.EngagementKind: report.SchemaVersion,
		report.ConclusionsKind: report.SchemaVersion, report.DeliverableDocument: report.SchemaVersion,
	}
	require.ElementsMatch(t, slices.Collect(maps.Keys(written)), slices.Collect(maps.Keys(chain.Newest)))
	for kind, version := range written {
		m, err := evolution.Migrate(fmt.Appendf(nil, `{"kind":%q,"schemaVersion":%q}`, kind, version))
		require.NoError(t, err)
		require.Equal(t, version, m.To)
	}
}

// leaves counts the spellings of the scalars and of the empty objects and lists in a document.
func leaves(t testing.TB, document []byte) map[string]int {
	decoder := json.NewDecoder(strings.NewReader(string(document)))
	decoder.UseNumber()
	var v any
	require.NoError(t, decoder.Decode(&v))
	count := map[string]int{}
	for _, v := range places(v, "") {
		switch v := v.(type) {
		case object, list:
		default:
			count[fmt.Sprintf("%T %v", v, v)]++
		}
	}
	return count
}

// What a migration drops is listed, and everything else is still there: the leaves before are those after and those lost,
// once what it was told to add and respell is taken out.
func TestNothingIsLostUnlisted(t *testing.T) {
	m, err := steps(3).Apply([]byte(first))
	require.NoError(t, err)
	before, after := leaves(t, []byte(first)), leaves(t, m.Document)
	for _, l := range m.Losses {
		for leaf, n := range leaves(t, l.Value) {
			after[leaf] += n
		}
	}
	after["string 2025-01-01"] -= 2                                             // added
	after["string manual"], after["string by-hand"] = 0, after["string manual"] // respelled
	after["string 3.0"], after["string 1.3"] = 0, after["string 3.0"]
	maps.DeleteFunc(after, func(_ string, n int) bool { return n == 0 })
	require.Equal(t, before, after)

	for _, l := range m.Losses {
		require.NotContains(t, string(m.Document), `"platform"`)
		require.NotEmpty(t, l.Reason)
	}
}

func TestChainsAreChecked(t *testing.T) {
	keep := func(*evolution.Tree) {}
	for want, chain := range map[string]evolution.Chain{
		"b: no migration from version 1":                                                 {Newest: map[string]int{"b": 3}, Migrations: []evolution.Migration{{Kind: "b", From: 2, Apply: keep}}},
		"b: no migration from version 2":                                                 {Newest: map[string]int{"b": 4}, Migrations: []evolution.Migration{{Kind: "b", From: 3, Apply: keep}, {Kind: "b", From: 1, Apply: keep}}},
		"b: 2 migrations from version 1":                                                 {Newest: map[string]int{"b": 2}, Migrations: []evolution.Migration{{Kind: "b", From: 1, Apply: keep}, {Kind: "b", From: 1, Apply: keep}}},
		`migration 1: the kind "c" has no newest version`:                                {Newest: map[string]int{"b": 1}, Migrations: []evolution.Migration{{Kind: "c", From: 1, Apply: keep}}},
		"migration 2: b from version 3; expected at least 1 and less than 3, the newest": {Newest: map[string]int{"b": 3}, Migrations: []evolution.Migration{{Kind: "b", From: 1, Apply: keep}, {Kind: "b", From: 3, Apply: keep}}},
		"migration 1: b from version 0; expected none, since version 1 is the newest":    {Newest: map[string]int{"b": 1}, Migrations: []evolution.Migration{{Kind: "b", Apply: keep}}},
		"migration 1: b from version 1 has no function":                                  {Newest: map[string]int{"b": 2}, Migrations: []evolution.Migration{{Kind: "b", From: 1}}},
		"b: the newest version is 0; expected at least 1":                                {Newest: map[string]int{"b": 0}, Migrations: []evolution.Migration{{Kind: "b", Apply: keep}}},
		"a kind has no name":                                                             {Newest: map[string]int{"": 1}},
		"b: no migration from version 3":                                                 {Newest: map[string]int{"b": 1 << 30}, Migrations: []evolution.Migration{{Kind: "b", From: 1, Apply: keep}, {Kind: "b", From: 2, Apply: keep}}},
	} {
		require.ErrorContains(t, chain.Check(), want)
		_, err := chain.Apply([]byte(`{"kind":"b","schemaVersion":"1.0"}`))
		require.ErrorContains(t, err, want)
	}
	require.NoError(t, evolution.Chain{}.Check())
	require.NoError(t, steps(3).Check())
}

func TestDocumentsThatCannotBeMigrated(t *testing.T) {
	for document, want := range map[string]string{
		``:                               "(document) at byte 0: json-syntax",
		`{"kind":"program"`:              "json-syntax",
		`[{"kind":"program"}]`:           "(document) at byte 0: value-type: expected an object",
		`{}`:                             "/schemaVersion at byte 0: member-missing",
		`{"schemaVersion":"1.0"}`:        "/kind at byte 0: member-missing",
		`{"kind":7,"schemaVersion":1.0}`: "/schemaVersion at byte 26: value-type: expected a string",
		`{"kind":"programme","schemaVersion":"1.0"}`:                                                             `/kind at byte 8: document-kind: "programme"; expected one of ["program"]`,
		`{"kind":"Program","schemaVersion":"1.0"}`:                                                               "document-kind",
		`{"kind":"program","schemaVersion":"4.0"}`:                                                               `/schemaVersion at byte 34: schema-version: "4.0" is newer than version 3`,
		`{"kind":"program","schemaVersion":"1"}`:                                                                 "schema-version: \"1\"; expected MAJOR.MINOR",
		`{"kind":"program","schemaVersion":"1.0.0"}`:                                                             "schema-version",
		`{"kind":"program","schemaVersion":"01.0"}`:                                                              "schema-version",
		`{"kind":"program","schemaVersion":"0.9"}`:                                                               "schema-version",
		`{"kind":"program","schemaVersion":"+1.0"}`:                                                              "schema-version",
		`{"kind":"program","schemaVersion":"1.-0"}`:                                                              "schema-version",
		`{"kind":"program","schemaVersion":"99999999999999999999.0"}`:                                            "schema-version",
		`{"kind":"program","schemaVersion":""}`:                                                                  "schema-version",
		`{"kind":"program","kind":"program","schemaVersion":"1.0"}`:                                              "member-duplicate",
		`{"kind":"program","schemaVersion":"1.0"} x`:                                                             "json-trailing",
		"{\"kind\":\"program\",\"schemaVersion\":\"1.0\",\"t\":\"\xff\"}":                                        "json-utf8",
		`{"kind":"program","schemaVersion":"1.0","d":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`: "too-deep",
	} {
		m, err := steps(3).Apply([]byte(document))
		require.ErrorContains(t, err, want, document)
		require.Zero(t, m)
		var refused *problem.ReadError
		require.ErrorAs(t, err, &refused, document)
	}
	_, err := evolution.Chain{}.Apply([]byte(`{"kind":"program","schemaVersion":"1.0"}`))
	require.ErrorContains(t, err, "document-kind")
}

func TestMigratedDocumentsAreChecked(t *testing.T) {
	deep := `{"kind":"k","schemaVersion":"1.0","d":` + strings.Repeat("[", 63) + strings.Repeat("]", 63) + `}`
	_, err := oneStep(func(d *evolution.Tree) {}).Apply([]byte(deep))
	require.NoError(t, err)
	_, err = oneStep(func(d *evolution.Tree) { d.Move("/d", "/e/f") }).Apply([]byte(deep))
	require.ErrorContains(t, err, "k migrated to version 2: refused")
	require.ErrorContains(t, err, "too-deep")

	// A list of so many small values takes more memory, once looked into, than its size allows. Left alone it may be there.
	many := `{"kind":"k","schemaVersion":"1.0","d":[` + strings.Repeat("0,", 1<<19) + `0]}`
	_, err = oneStep(func(d *evolution.Tree) { d.Add("/e", 1) }).Apply([]byte(many))
	require.NoError(t, err)
	_, err = oneStep(func(d *evolution.Tree) { d.Remove("/d/*", "r") }).Apply([]byte(many))
	require.ErrorContains(t, err, "/d: error too-many")
}
