package schema_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema"
)

// An edit changes a schema: it sets what is at a JSON Pointer, or deletes it if the value is gone{}.
type edit struct {
	at    string
	value any
}

type gone struct{}

func registerSchema(t testing.TB) []byte {
	b, err := os.ReadFile("testdata/evolution/register.schema.json")
	require.NoError(t, err)
	return b
}

// edited returns document with the edits made to it.
func edited(t testing.TB, document []byte, edits ...edit) []byte {
	var root any
	require.NoError(t, json.Unmarshal(document, &root))
	for _, e := range edits {
		segments := strings.Split(e.at, "/")[1:]
		for i, s := range segments {
			segments[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(s)
		}
		root = editedAt(t, root, segments, e.value)
	}
	b, err := json.Marshal(root)
	require.NoError(t, err)
	return b
}

func editedAt(t testing.TB, v any, segments []string, value any) any {
	if len(segments) == 0 {
		return value
	}
	switch v := v.(type) {
	case map[string]any:
		if _, deletes := value.(gone); deletes && len(segments) == 1 {
			require.Contains(t, v, segments[0], "the edit deletes what is not there")
			delete(v, segments[0])
			return v
		}
		v[segments[0]] = editedAt(t, v[segments[0]], segments[1:], value)
		return v
	case []any:
		var i int
		_, err := fmt.Sscan(segments[0], &i)
		require.NoError(t, err)
		if _, deletes := value.(gone); deletes && len(segments) == 1 {
			return slices.Delete(v, i, i+1)
		}
		if i == len(v) {
			v = append(v, nil)
		}
		v[i] = editedAt(t, v[i], segments[1:], value)
		return v
	}
	require.Fail(t, "the edit leads nowhere", "%v", segments)
	return nil
}

type object = map[string]any
type list = []any

// A change is an edit of the register schema by its name, and what has to be found.
type change struct {
	name  string
	edits []edit
	code  problem.Code
	path  string
	about string // definition and property
}

var renamedControl = []edit{
	{"/$defs/Check", object{
		"type": "object", "additionalProperties": false, "required": list{"id", "frequency"},
		"properties": object{
			"id": object{"$ref": "#/$defs/ID"}, "frequency": object{"$ref": "#/$defs/Frequency"}, "owner": object{"type": "string"},
			"evidence": object{"type": "array", "items": object{"$ref": "#/$defs/Evidence"}},
			"parts":    object{"type": "array", "items": object{"$ref": "#/$defs/Check"}},
		},
	}},
	{"/$defs/Control", gone{}},
	{"/properties/controls/items/$ref", "#/$defs/Check"},
}

// breaking changes need a major version, and each is reported as one thing.
var breaking = []change{
	{"new required property", []edit{{"/properties/title", object{"type": "string"}}, {"/required/5", "title"}}, schema.CodeRequiredAdded, "/properties/title", " title"},
	{"property removed", []edit{{"/$defs/Control/properties/owner", gone{}}}, schema.CodePropertyRemoved, "/$defs/Control/properties/owner", "Control owner"},
	{"required property removed", []edit{{"/properties/period", gone{}}, {"/required/3", gone{}}}, schema.CodePropertyRemoved, "/properties/period", " period"},
	{"optional becomes required", []edit{{"/$defs/Control/required/2", "owner"}}, schema.CodeRequired, "/$defs/Control/required/2", "Control owner"},
	{"required becomes optional", []edit{{"/$defs/Control/required/1", gone{}}}, schema.CodeOptional, "/$defs/Control/required/1", "Control frequency"},
	{"required without a property", []edit{{"/required/5", "anything"}}, schema.CodeRequired, "/required/5", " anything"},
	{"pattern added", []edit{{"/$defs/Control/properties/owner/pattern", "^[A-Z]"}}, schema.CodePatternAdded, "/$defs/Control/properties/owner/pattern", "Control owner"},
	{"pattern changed", []edit{{"/$defs/ID/pattern", "^[A-Z]+$"}}, schema.CodePattern, "/$defs/ID/pattern", "ID "},
	{"format added", []edit{{"/properties/tags/items/format", "uri"}}, schema.CodeFormat, "/properties/tags/items/format", " tags"},
	{"format changed", []edit{{"/$defs/Period/properties/to/format", "date-time"}}, schema.CodeFormat, "/$defs/Period/properties/to/format", "Period to"},
	{"format removed", []edit{{"/$defs/Period/properties/to/format", gone{}}}, schema.CodeFormat, "/$defs/Period/properties/to/format", "Period to"},
	{"minLength raised", []edit{{"/$defs/ID/minLength", 3}}, schema.CodeBoundNarrower, "/$defs/ID/minLength", "ID "},
	{"maxLength lowered", []edit{{"/$defs/ID/maxLength", 19}}, schema.CodeBoundNarrower, "/$defs/ID/maxLength", "ID "},
	{"maxLength added", []edit{{"/$defs/Control/properties/owner/maxLength", 80}}, schema.CodeBoundNarrower, "/$defs/Control/properties/owner/maxLength", "Control owner"},
	{"minItems raised", []edit{{"/properties/controls/minItems", 2}}, schema.CodeBoundNarrower, "/properties/controls/minItems", " controls"},
	{"maxItems lowered", []edit{{"/properties/controls/maxItems", 2}}, schema.CodeBoundNarrower, "/properties/controls/maxItems", " controls"},
	{"minimum raised", []edit{{"/properties/sampleSize/minimum", 1.5}}, schema.CodeBoundNarrower, "/properties/sampleSize/minimum", " sampleSize"},
	{"maximum lowered", []edit{{"/properties/sampleSize/maximum", 59}}, schema.CodeBoundNarrower, "/properties/sampleSize/maximum", " sampleSize"},
	{"uniqueItems added", []edit{{"/properties/controls/uniqueItems", true}}, schema.CodeRepeatsRefused, "/properties/controls/uniqueItems", " controls"},
	{"type changed", []edit{{"/$defs/Control/properties/owner/type", "object"}}, schema.CodeType, "/$defs/Control/properties/owner/type", "Control owner"},
	{"type widened", []edit{{"/properties/sampleSize/type", "number"}}, schema.CodeType, "/properties/sampleSize/type", " sampleSize"},
	{"type removed", []edit{{"/$defs/Control/properties/owner/type", gone{}}}, schema.CodeType, "/$defs/Control/properties/owner/type", "Control owner"},
	{"type added", []edit{{"/properties/kind/type", "string"}}, schema.CodeType, "/properties/kind/type", " kind"},
	{"null no longer taken", []edit{{"/properties/note/type", "string"}}, schema.CodeType, "/properties/note/type", " note"},
	{"nullable by type", []edit{{"/$defs/Control/properties/owner/type", list{"string", "null"}}}, schema.CodeNullable, "/$defs/Control/properties/owner/type", "Control owner"},
	{"nullable by alternative", []edit{{"/$defs/Rate/anyOf/2", object{"type": "null"}}}, schema.CodeNullable, "/$defs/Rate/anyOf/2", "Rate "},
	{"alternative added", []edit{{"/$defs/Rate/anyOf/2", object{"type": "boolean"}}}, schema.CodeAlternative, "/$defs/Rate/anyOf/2", "Rate "},
	{"alternative removed", []edit{{"/$defs/Rate/anyOf/0", gone{}}}, schema.CodeAlternative, "/$defs/Rate/anyOf/0", "Rate "},
	{"alternatives removed", []edit{{"/$defs/Evidence/oneOf", gone{}}}, schema.CodeAlternative, "/$defs/Evidence/oneOf", "Evidence "},
	{"narrower within an alternative", []edit{{"/$defs/Evidence/oneOf/0/properties/sha256/minLength", 64}}, schema.CodeBoundNarrower, "/$defs/Evidence/oneOf/0/properties/sha256/minLength", "Evidence sha256"},
	{"value added to an enum", []edit{{"/$defs/Frequency/enum/3", "weekly"}}, schema.CodeValueAdded, "/$defs/Frequency/enum/3", "Frequency "},
	{"value removed from an enum", []edit{{"/$defs/Frequency/enum/1", gone{}}}, schema.CodeValueRemoved, "/$defs/Frequency/enum/1", "Frequency "},
	{"enum removed", []edit{{"/$defs/Frequency/enum", gone{}}}, schema.CodeValuesOpened, "/$defs/Frequency/enum", "Frequency "},
	{"enum added", []edit{{"/$defs/Control/properties/owner/enum", list{"IT", "HR"}}}, schema.CodeValuesClosed, "/$defs/Control/properties/owner/enum", "Control owner"},
	{"kind changed", []edit{{"/properties/kind/const", "controls"}}, schema.CodeConst, "/properties/kind/const", " kind"},
	{"version replaced", []edit{{"/properties/schemaVersion/const", "1.1"}}, schema.CodeConst, "/properties/schemaVersion/const", " schemaVersion"},
	{"version of another major taken", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", "2.0"}}}, schema.CodeValueAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"const replaced by other values", []edit{{"/properties/kind/const", gone{}}, {"/properties/kind/enum", list{"a", "b"}}}, schema.CodeValueRemoved, "/properties/kind/const", " kind"},
	{"other version beside one that is none", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", 1.1}}}, schema.CodeValueAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"const beside an enum", []edit{{"/properties/kind/enum", list{"register"}}}, schema.CodeUnjudged, "/properties/kind/enum", " kind"},
	{"required within a property", []edit{{"/properties/labels/required", list{"team"}}}, schema.CodeRequired, "/properties/labels/required/0", " labels.team"},
	{"definitions that nothing can refer to", []edit{{"/$defs/Period/$defs", object{"A": object{}}}}, schema.CodeUnjudged, "/$defs/Period/$defs", "Period "},
	{"definitions that are none", []edit{{"/$defs", list{}}}, schema.CodeUnjudged, "/$defs", " "},
	{"properties closed", []edit{{"/properties/extensions/additionalProperties", false}}, schema.CodeClosed, "/properties/extensions/additionalProperties", " extensions"},
	{"properties bound", []edit{{"/properties/extensions/additionalProperties", object{"type": "string"}}}, schema.CodeClosed, "/properties/extensions/additionalProperties", " extensions"},
	{"entries of a map free", []edit{{"/properties/labels/additionalProperties", gone{}}}, schema.CodeEntries, "/properties/labels/additionalProperties", " labels"},
	{"entries of a map narrower", []edit{{"/properties/labels/additionalProperties/maxLength", 5}}, schema.CodeBoundNarrower, "/properties/labels/additionalProperties/maxLength", " labels"},
	{"name of a map taken", []edit{{"/properties/labels/properties", object{"team": object{"type": "string"}}}}, schema.CodeClosed, "/properties/labels/properties/team", " labels.team"},
	{"entries of a list free", []edit{{"/properties/tags/items", gone{}}}, schema.CodeEntries, "/properties/tags/items", " tags"},
	{"names bound", []edit{{"/properties/extensions/propertyNames", object{"maxLength": 9}}}, schema.CodeNamesBound, "/properties/extensions/propertyNames", " extensions"},
	{"identifier changed", []edit{{"/$id", "https://example.org/schema/v1/registry.schema.json"}}, schema.CodeIdentity, "/$id", " "},
	{"dialect changed", []edit{{"/$schema", "https://json-schema.org/draft/2019-09/schema"}}, schema.CodeIdentity, "/$schema", " "},
	{"definition removed", []edit{{"/$defs/Rate", gone{}}}, schema.CodeDefinitionRemoved, "/$defs/Rate", "Rate "},
	{"definition renamed, which refers to itself", renamedControl, schema.CodeDefinitionRenamed, "/$defs/Check", "Check "},
	{"reference leads elsewhere", []edit{{"/$defs/Control/properties/id/$ref", "#/$defs/Frequency"}}, schema.CodeReference, "/$defs/Control/properties/id/$ref", "Control id"},
	{"reference in place of other content", []edit{{"/$defs/Control/properties/owner", object{"$ref": "#/$defs/ID"}}}, schema.CodeReference, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"content gets a name", []edit{{"/$defs/Name", object{"type": "string"}}, {"/$defs/Control/properties/owner", object{"$ref": "#/$defs/Name"}}}, schema.CodeDefinitionExtracted, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"content gets a name and a bound", []edit{{"/$defs/Name", object{"type": "string"}}, {"/$defs/Control/properties/owner", object{"$ref": "#/$defs/Name", "maxLength": 9}}}, schema.CodeReference, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"keyword that is not known", []edit{{"/$defs/ID/contentEncoding", "base32"}}, schema.CodeUnjudged, "/$defs/ID/contentEncoding", "ID "},
	{"keyword that is null", []edit{{"/$defs/ID/x", nil}}, schema.CodeUnjudged, "/$defs/ID/x", "ID "},
	{"keyword of the wrong type", []edit{{"/$defs/ID/minLength", "2"}}, schema.CodeUnjudged, "/$defs/ID/minLength", "ID "},
	{"bound out of reach", []edit{{"/properties/sampleSize/maximum", json.Number("1e999999999")}}, schema.CodeUnjudged, "/properties/sampleSize/maximum", " sampleSize"},
	{"allOf of more than a reference", []edit{{"/properties/period/allOf/1", object{"maxProperties": 2}}}, schema.CodeReference, "/properties/period/$ref", " period"},
	{"a property that cannot be", []edit{{"/properties/note", false}}, schema.CodeUnjudged, "/properties/note", " note"},
}

// widening changes need a minor version, and a major one the other way round.
var widening = []change{
	{"new optional property", []edit{{"/$defs/Control/properties/since", object{"type": "string", "format": "date"}}}, schema.CodePropertyAdded, "/$defs/Control/properties/since", "Control since"},
	{"new definition", []edit{{"/$defs/Name", object{"type": "string", "minLength": 1}}}, schema.CodeDefinitionAdded, "/$defs/Name", "Name "},
	{"minLength lowered", []edit{{"/$defs/ID/minLength", 1}}, schema.CodeBoundWider, "/$defs/ID/minLength", "ID "},
	{"maxLength raised", []edit{{"/$defs/ID/maxLength", 21}}, schema.CodeBoundWider, "/$defs/ID/maxLength", "ID "},
	{"maxLength removed", []edit{{"/$defs/ID/maxLength", gone{}}}, schema.CodeBoundWider, "/$defs/ID/maxLength", "ID "},
	{"minItems removed", []edit{{"/properties/controls/minItems", gone{}}}, schema.CodeBoundWider, "/properties/controls/minItems", " controls"},
	{"maxItems raised", []edit{{"/properties/controls/maxItems", 1000}}, schema.CodeBoundWider, "/properties/controls/maxItems", " controls"},
	{"minimum lowered", []edit{{"/properties/sampleSize/minimum", 0}}, schema.CodeBoundWider, "/properties/sampleSize/minimum", " sampleSize"},
	{"maximum raised", []edit{{"/properties/sampleSize/maximum", 60.5}}, schema.CodeBoundWider, "/properties/sampleSize/maximum", " sampleSize"},
	{"pattern removed", []edit{{"/$defs/ID/pattern", gone{}}}, schema.CodePatternRemoved, "/$defs/ID/pattern", "ID "},
	{"repeats taken", []edit{{"/properties/tags/uniqueItems", gone{}}}, schema.CodeRepeatsTaken, "/properties/tags/uniqueItems", " tags"},
	{"names free", []edit{{"/properties/labels/propertyNames", gone{}}}, schema.CodeNamesFree, "/properties/labels/propertyNames", " labels"},
	{"properties opened", []edit{{"/$defs/Period/additionalProperties", gone{}}}, schema.CodeOpened, "/$defs/Period/additionalProperties", "Period "},
	{"further minor version taken", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", "1.1"}}}, schema.CodeVersionAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"wider within an alternative", []edit{{"/$defs/Rate/anyOf/0/maximum", 100}}, schema.CodeBoundWider, "/$defs/Rate/anyOf/0/maximum", "Rate "},
}

// harmless changes need no version, in either direction.
var harmless = []change{
	{"title", []edit{{"/title", "Registry"}}, schema.CodeAnnotation, "/title", " "},
	{"description", []edit{{"/properties/period/description", "The period."}}, schema.CodeAnnotation, "/properties/period/description", " period"},
	{"description of a definition", []edit{{"/$defs/Period/description", gone{}}}, schema.CodeAnnotation, "/$defs/Period/description", "Period "},
	{"comment", []edit{{"/$comment", "release 1.0.1"}}, schema.CodeAnnotation, "/$comment", " "},
	{"examples", []edit{{"/properties/sampleSize/examples/1", 40}}, schema.CodeAnnotation, "/properties/sampleSize/examples", " sampleSize"},
	{"deprecated", []edit{{"/$defs/Control/properties/owner/deprecated", true}}, schema.CodeAnnotation, "/$defs/Control/properties/owner/deprecated", "Control owner"},
	{"order of values", []edit{{"/$defs/Frequency/enum", list{"yearly", "daily", "monthly"}}}, schema.CodeSpelling, "/$defs/Frequency/enum", "Frequency "},
	{"order of required names", []edit{{"/$defs/Control/required", list{"frequency", "id"}}}, schema.CodeSpelling, "/$defs/Control/required", "Control "},
	{"order of types", []edit{{"/properties/note/type", list{"null", "string"}}}, schema.CodeSpelling, "/properties/note/type", " note"},
	{"enum for a const", []edit{{"/properties/kind/const", gone{}}, {"/properties/kind/enum", list{"register"}}}, schema.CodeSpelling, "/properties/kind/enum", " kind"},
	{"a bound that always holds", []edit{{"/properties/tags/minItems", 0}}, schema.CodeSpelling, "/properties/tags/minItems", " tags"},
	{"a keyword that says nothing", []edit{{"/properties/controls/uniqueItems", false}}, schema.CodeSpelling, "/properties/controls/uniqueItems", " controls"},
	{"order of alternatives", []edit{{"/$defs/Rate/anyOf/0", object{"type": "string", "pattern": `^0(\.[0-9]+)?$`}}, {"/$defs/Rate/anyOf/1", object{"type": "number", "minimum": 0, "maximum": 1}}}, schema.CodeSpelling, "/$defs/Rate/anyOf", "Rate "},
}

// identical changes write the same in another way, of which there is nothing to say.
var identical = []change{
	{name: "reference without allOf", edits: []edit{{"/properties/period/allOf", gone{}}, {"/properties/period/$ref", "#/$defs/Period"}}},
	{name: "number spelled otherwise", edits: []edit{{"/properties/sampleSize/maximum", json.Number("6.0e1")}}},
	{name: "type in a list", edits: []edit{{"/properties/extensions/additionalProperties", true}}},
}

func TestCompareJudgesEachChange(t *testing.T) {
	previous := registerSchema(t)
	judge := func(changes []change, level schema.Level) {
		for _, c := range changes {
			t.Run(c.name, func(t *testing.T) {
				next := edited(t, previous, c.edits...)
				found, err := schema.Compare(previous, next)
				require.NoError(t, err)
				require.Equal(t, level, schema.LevelOf(found), "%v", found)
				i := slices.IndexFunc(found, func(d schema.Difference) bool { return d.Code == c.code })
				require.GreaterOrEqual(t, i, 0, "%v", found)
				require.Equal(t, c.path, found[i].Path)
				require.Equal(t, c.about, found[i].Definition+" "+found[i].Property)
				require.Equal(t, level, found[i].Level)
				require.NotEmpty(t, found[i].Message)

				back, err := schema.Compare(next, previous)
				require.NoError(t, err)
				if level == schema.Minor {
					require.Equal(t, schema.Major, schema.LevelOf(back), "the other way round it takes less: %v", back)
				} else if level == schema.None {
					require.Equal(t, schema.None, schema.LevelOf(back), "%v", back)
				}
			})
		}
	}
	judge(breaking, schema.Major)
	judge(widening, schema.Minor)
	judge(harmless, schema.None)
	for _, c := range identical {
		found, err := schema.Compare(previous, edited(t, previous, c.edits...))
		require.NoError(t, err)
		require.Empty(t, found, c.name)
	}
}

// One change is told once, however often a definition is used and whatever follows from it.
func TestCompareTellsAChangeOnce(t *testing.T) {
	previous := registerSchema(t)
	several := []string{"content gets a name", "content gets a name and a bound", "allOf of more than a reference", "const replaced by other values"}
	for _, c := range slices.Concat(breaking, widening, harmless) {
		if slices.Contains(several, c.name) {
			continue
		}
		found, err := schema.Compare(previous, edited(t, previous, c.edits...))
		require.NoError(t, err)
		require.Len(t, found, 1, "%s: %v", c.name, found)
	}
}

func TestCompareFindsNothingInEqualSchemas(t *testing.T) {
	files, err := filepath.Glob("v1/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	set := map[string][]byte{"register": registerSchema(t)}
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		set[name] = b
	}
	for name, b := range set {
		found, err := schema.Compare(b, b)
		require.NoError(t, err, name)
		require.Empty(t, found, name)
	}
	found, err := schema.CompareSets(set, set)
	require.NoError(t, err)
	require.Empty(t, found)
	require.Equal(t, schema.None, schema.LevelOf(found))
}

func TestCompareSeesWhatFollowsFromAChange(t *testing.T) {
	const previous = `{"not": {"$ref": "#/$defs/Old"}, "$defs": {"Old": {"properties": {"a": {"$ref": "#/$defs/Text"}}}, "Text": {"maxLength": 3}}}`
	found, err := schema.Compare([]byte(previous), []byte(strings.Replace(previous, `3`, `4`, 1)))
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, schema.CodeBoundWider, found[0].Code)
	require.Equal(t, schema.CodeUnjudged, found[1].Code, "where less was refused, more is taken")
	require.Equal(t, "/not", found[1].Path)

	const overlapping = `{"oneOf": [{"$ref": "#/$defs/A"}, {"type": "integer", "minimum": 5}], "$defs": {"A": {"type": "number", "maximum": 4}}}`
	found, err = schema.Compare([]byte(overlapping), []byte(strings.Replace(overlapping, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, schema.Major, schema.LevelOf(found), "5 matches both alternatives and so is refused: %v", found)
	require.Equal(t, "/oneOf", found[1].Path)

	const loose = `{"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {
		"A": {"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}, "n": {"type": "integer", "maximum": 4}}},
		"B": {"type": "object", "required": ["k"], "properties": {"k": {"const": "b"}}}}}`
	found, err = schema.Compare([]byte(loose), []byte(strings.Replace(loose, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, schema.Minor, schema.LevelOf(found), "k tells them apart: %v", found)
	for _, definition := range []string{`"A": {"type": "object", `, `"B": {"type": "object", `} {
		notRequired := strings.Replace(loose, definition+`"required": ["k"], `, definition, 1)
		require.NotEqual(t, loose, notRequired)
		found, err = schema.Compare([]byte(notRequired), []byte(strings.Replace(notRequired, `4`, `6`, 1)))
		require.NoError(t, err)
		require.Equal(t, schema.Major, schema.LevelOf(found), "without k, nothing does: %v", found)
	}

	const inline = `{"oneOf": [{"type": "number", "maximum": 4}, {"type": "integer", "minimum": 5}]}`
	found, err = schema.Compare([]byte(inline), []byte(strings.Replace(inline, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, schema.Major, schema.LevelOf(found), "%v", found)
}

// Two definitions are the same by another name if all they hold is, alternatives, entries and names included.
func TestCompareKnowsRenamedDefinitions(t *testing.T) {
	const previous = `{"properties": {"a": {"$ref": "#/$defs/Old"}}, "$defs": {"Old": {
		"title": "t", "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Old"}}, {"type": "object", "propertyNames": {"maxLength": 5},
		"additionalProperties": false, "properties": {"p": {"allOf": [{"$ref": "#/$defs/Old"}], "description": "d"}}}]}}}`
	renamed := strings.ReplaceAll(previous, "Old", "New")
	found, err := schema.Compare([]byte(previous), []byte(renamed))
	require.NoError(t, err)
	require.Len(t, found, 1, "%v", found)
	require.Equal(t, schema.CodeDefinitionRenamed, found[0].Code)
	require.Contains(t, found[0].Message, `"Old"`)

	for _, change := range [][2]string{{`"array"`, `"string"`}, {`5`, `6`}, {`"p"`, `"q"`}, {`"d"`, `"e"}, "x": {"type": "null"`}, {`"items": {"$ref": "#/$defs/New"}`, `"items": {"$ref": "#"}`}, {`false`, `true`}} {
		require.Contains(t, renamed, change[0])
		found, err := schema.Compare([]byte(previous), []byte(strings.Replace(renamed, change[0], change[1], 1)))
		require.NoError(t, err)
		codes := map[problem.Code]bool{}
		for _, d := range found {
			codes[d.Code] = true
		}
		require.True(t, codes[schema.CodeDefinitionRemoved] && codes[schema.CodeDefinitionAdded] && codes[schema.CodeReference], "%s: %v", change[1], found)
	}
}

// Where a version may be null, since nothing is known of the document, a further minor version is still one.
func TestCompareTakesMinorVersionsBesideNull(t *testing.T) {
	const previous = `{"properties": {"schemaVersion": {"enum": ["1.0", null]}}}`
	found, err := schema.Compare([]byte(previous), []byte(strings.Replace(previous, `null`, `"1.1", null`, 1)))
	require.NoError(t, err)
	require.Equal(t, schema.Minor, schema.LevelOf(found), "%v", found)
}

func TestCompareNamesWhatAPropertyMayBeCalledNow(t *testing.T) {
	previous := registerSchema(t)
	found, err := schema.Compare(previous, edited(t, previous,
		edit{"/$defs/Control/properties/owner", gone{}}, edit{"/$defs/Control/properties/responsible", object{"type": "string"}}))
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, schema.CodePropertyRemoved, found[0].Code)
	require.Contains(t, found[0].Message, `"responsible"`)
	require.Equal(t, schema.CodePropertyAdded, found[1].Code)
}

func TestCompareSets(t *testing.T) {
	register := registerSchema(t)
	wider := edited(t, register, edit{"/$defs/ID/maxLength", 30})
	found, err := schema.CompareSets(
		map[string][]byte{"a.json": register, "b.json": register},
		map[string][]byte{"b.json": wider, "c.json": register},
	)
	require.NoError(t, err)
	require.Len(t, found, 3)
	for i, want := range []struct {
		file  string
		code  problem.Code
		level schema.Level
	}{{"a.json", schema.CodeKindRemoved, schema.Major}, {"b.json", schema.CodeBoundWider, schema.Minor}, {"c.json", schema.CodeKindAdded, schema.Minor}} {
		require.Equal(t, want.file, found[i].File)
		require.Equal(t, want.code, found[i].Code)
		require.Equal(t, want.level, found[i].Level)
	}
	require.Equal(t, "b.json /$defs/ID/maxLength: minor bound-wider: it was 20 and is 30", found[1].String())

	_, err = schema.CompareSets(map[string][]byte{"a.json": []byte(`[]`)}, map[string][]byte{"b.json": []byte(`{`)})
	require.ErrorContains(t, err, "previous schema a.json: refused")
	require.ErrorContains(t, err, "next schema b.json: refused")
}

func TestCompareRefusesWhatIsNoSchema(t *testing.T) {
	register := registerSchema(t)
	for bad, code := range map[string]problem.Code{
		``: problem.CodeSyntax, `{`: problem.CodeSyntax, `[]`: problem.CodeType, `null`: problem.CodeType, `true`: problem.CodeType, `"{}"`: problem.CodeType,
		`{} {}`: problem.CodeTrailing, `{"type":"object","type":"array"}`: problem.CodeDuplicate, "{\"title\":\"\xff\"}": problem.CodeUTF8,
		strings.Repeat(`{"items":`, 65) + `{}` + strings.Repeat(`}`, 65): problem.CodeTooDeep,
	} {
		for _, reversed := range []bool{false, true} {
			previous, next, name := []byte(bad), register, "previous schema"
			if reversed {
				previous, next, name = register, []byte(bad), "next schema"
			}
			found, err := schema.Compare(previous, next)
			require.Nil(t, found)
			var refused *problem.ReadError
			require.ErrorAs(t, err, &refused, bad)
			require.Equal(t, name, refused.Document)
			require.True(t, refused.Has(code), "%s: %v", bad, err)
		}
	}
}

func TestAllowances(t *testing.T) {
	previous := registerSchema(t)
	next := edited(t, previous, edit{"/$defs/ID/pattern", "^[A-Z0-9.-]+$"}, edit{"/$defs/Frequency/enum/3", "weekly"}, edit{"/$defs/ID/minLength", 1})
	pattern := schema.Allowance{Path: "/$defs/ID/pattern", Code: schema.CodePattern, Reason: "the dot is new, the rest stays"}
	value := schema.Allowance{Path: "/$defs/Frequency/enum/3", Code: schema.CodeValueAdded, Reason: "documented as open"}

	found, err := schema.Compare(previous, next, pattern)
	require.NoError(t, err)
	require.Equal(t, schema.Major, schema.LevelOf(found), "the new value is not allowed")
	found, err = schema.Compare(previous, next, pattern, value)
	require.NoError(t, err)
	require.Equal(t, schema.Minor, schema.LevelOf(found))
	i := slices.IndexFunc(found, func(d schema.Difference) bool { return d.Code == schema.CodePattern })
	require.Equal(t, pattern.Reason, found[i].Allowed)
	require.Contains(t, found[i].String(), "(allowed: "+pattern.Reason+")")

	for want, allowance := range map[string]schema.Allowance{
		"has no reason":        {Path: pattern.Path, Code: pattern.Code, Reason: " "},
		"cannot be allowed":    {Path: "/$defs/ID/minLength", Code: schema.CodeBoundWider, Reason: "r"},
		"there is no differen": {Path: "/$defs/ID/patern", Code: schema.CodePattern, Reason: "r"},
	} {
		found, err := schema.Compare(previous, next, allowance)
		require.ErrorContains(t, err, want)
		require.Nil(t, found)
	}
	_, err = schema.Compare(previous, previous, pattern)
	require.ErrorContains(t, err, "there is no difference", "what was allowed for one release does not stay allowed")

	pattern.File, value.File = "register.json", "register.json"
	found, err = schema.CompareSets(map[string][]byte{"register.json": previous}, map[string][]byte{"register.json": next}, pattern, value)
	require.NoError(t, err)
	require.Equal(t, schema.Minor, schema.LevelOf(found))
	found, err = schema.CompareSets(map[string][]byte{"a.json": previous, "register.json": previous}, map[string][]byte{"a.json": next, "register.json": next}, pattern, value)
	require.NoError(t, err)
	for _, d := range found {
		require.Equal(t, d.File == "register.json" && d.Code != schema.CodeBoundWider, d.Allowed != "", "%v", d)
		require.Equal(t, d.File == "register.json" || d.Code == schema.CodeBoundWider, d.Level == schema.Minor, "%v", d)
	}
}

func TestLevels(t *testing.T) {
	require.False(t, schema.Level("").IsValid(), "zero is never a claim")
	for i, l := range schema.Levels() {
		require.True(t, l.IsValid())
		require.Equal(t, string(l), l.EnumValues()[i])
		require.Equal(t, l, schema.LevelOf([]schema.Difference{{Level: schema.None}, {Level: l}}))
	}
	require.Equal(t, schema.None, schema.LevelOf(nil))
	require.Equal(t, schema.Major, schema.LevelOf([]schema.Difference{{}}), "what nobody has judged is never waved through")
}
