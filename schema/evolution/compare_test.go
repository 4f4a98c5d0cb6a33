package evolution_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema/evolution"
)

func TestCompareJudgesEachChange(t *testing.T) {
	previous := registerSchema(t)
	judge := func(changes []change, level evolution.Level) {
		for _, c := range changes {
			t.Run(c.name, func(t *testing.T) {
				next := edited(t, previous, c.edits...)
				found, err := evolution.Compare(previous, next)
				require.NoError(t, err)
				require.Equal(t, level, evolution.LevelOf(found), "%v", found)
				i := slices.IndexFunc(found, func(d evolution.Difference) bool { return d.Code == c.code })
				require.GreaterOrEqual(t, i, 0, "%v", found)
				require.Equal(t, c.path, found[i].Path)
				require.Equal(t, c.about, found[i].Definition+" "+found[i].Property)
				require.Equal(t, level, found[i].Level)
				require.NotEmpty(t, found[i].Message)

				back, err := evolution.Compare(next, previous)
				require.NoError(t, err)
				if level == evolution.LevelMinor {
					require.Equal(t, evolution.LevelMajor, evolution.LevelOf(back), "the other way round it takes less: %v", back)
				} else if level == evolution.LevelNone {
					require.Equal(t, evolution.LevelNone, evolution.LevelOf(back), "%v", back)
				}
			})
		}
	}
	judge(breaking, evolution.LevelMajor)
	judge(widening, evolution.LevelMinor)
	judge(harmless, evolution.LevelNone)
	for _, c := range identical {
		found, err := evolution.Compare(previous, edited(t, previous, c.edits...))
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
		found, err := evolution.Compare(previous, edited(t, previous, c.edits...))
		require.NoError(t, err)
		require.Len(t, found, 1, "%s: %v", c.name, found)
	}
}

func TestCompareFindsNothingInEqualSchemas(t *testing.T) {
	files, err := filepath.Glob("../v1/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	set := map[string][]byte{"register": registerSchema(t)}
	for _, name := range files {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		set[name] = b
	}
	for name, b := range set {
		found, err := evolution.Compare(b, b)
		require.NoError(t, err, name)
		require.Empty(t, found, name)
	}
	found, err := evolution.CompareSets(set, set)
	require.NoError(t, err)
	require.Empty(t, found)
	require.Equal(t, evolution.LevelNone, evolution.LevelOf(found))
}

func TestCompareSeesWhatFollowsFromAChange(t *testing.T) {
	const previous = `{"not": {"$ref": "#/$defs/Old"}, "$defs": {"Old": {"properties": {"a": {"$ref": "#/$defs/Text"}}}, "Text": {"maxLength": 3}}}`
	found, err := evolution.Compare([]byte(previous), []byte(strings.Replace(previous, `3`, `4`, 1)))
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, evolution.CodeBoundWider, found[0].Code)
	require.Equal(t, evolution.CodeCannotJudge, found[1].Code, "where less was refused, more is taken")
	require.Equal(t, "/not", found[1].Path)

	const overlapping = `{"oneOf": [{"$ref": "#/$defs/A"}, {"type": "integer", "minimum": 5}], "$defs": {"A": {"type": "number", "maximum": 4}}}`
	found, err = evolution.Compare([]byte(overlapping), []byte(strings.Replace(overlapping, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMajor, evolution.LevelOf(found), "5 matches both alternatives and so is refused: %v", found)
	require.Equal(t, "/oneOf", found[1].Path)

	const loose = `{"oneOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}], "$defs": {
		"A": {"type": "object", "required": ["k"], "properties": {"k": {"const": "a"}, "n": {"type": "integer", "maximum": 4}}},
		"B": {"type": "object", "required": ["k"], "properties": {"k": {"const": "b"}}}}}`
	found, err = evolution.Compare([]byte(loose), []byte(strings.Replace(loose, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMinor, evolution.LevelOf(found), "k tells them apart: %v", found)
	for _, definition := range []string{`"A": {"type": "object", `, `"B": {"type": "object", `} {
		notRequired := strings.Replace(loose, definition+`"required": ["k"], `, definition, 1)
		require.NotEqual(t, loose, notRequired)
		found, err = evolution.Compare([]byte(notRequired), []byte(strings.Replace(notRequired, `4`, `6`, 1)))
		require.NoError(t, err)
		require.Equal(t, evolution.LevelMajor, evolution.LevelOf(found), "without k, nothing does: %v", found)
	}

	const inline = `{"oneOf": [{"type": "number", "maximum": 4}, {"type": "integer", "minimum": 5}]}`
	found, err = evolution.Compare([]byte(inline), []byte(strings.Replace(inline, `4`, `6`, 1)))
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMajor, evolution.LevelOf(found), "%v", found)
}

// Two definitions are the same by another name if all they hold is, alternatives, entries and names included.
func TestCompareKnowsRenamedDefinitions(t *testing.T) {
	const previous = `{"properties": {"a": {"$ref": "#/$defs/Old"}}, "$defs": {"Old": {
		"title": "t", "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Old"}}, {"type": "object", "propertyNames": {"maxLength": 5},
		"additionalProperties": false, "properties": {"p": {"allOf": [{"$ref": "#/$defs/Old"}], "description": "d"}}}]}}}`
	renamed := strings.ReplaceAll(previous, "Old", "New")
	found, err := evolution.Compare([]byte(previous), []byte(renamed))
	require.NoError(t, err)
	require.Len(t, found, 1, "%v", found)
	require.Equal(t, evolution.CodeDefinitionRenamed, found[0].Code)
	require.Contains(t, found[0].Message, `"Old"`)

	for _, change := range [][2]string{{`"array"`, `"string"`}, {`5`, `6`}, {`"p"`, `"q"`}, {`"d"`, `"e"}, "x": {"type": "null"`}, {`"items": {"$ref": "#/$defs/New"}`, `"items": {"$ref": "#"}`}, {`false`, `true`}} {
		require.Contains(t, renamed, change[0])
		found, err := evolution.Compare([]byte(previous), []byte(strings.Replace(renamed, change[0], change[1], 1)))
		require.NoError(t, err)
		codes := map[problem.Code]bool{}
		for _, d := range found {
			codes[d.Code] = true
		}
		require.True(t, codes[evolution.CodeDefinitionRemoved] && codes[evolution.CodeDefinitionAdded] && codes[evolution.CodeReferenceChanged], "%s: %v", change[1], found)
	}
}

// Where a version may be null, since nothing is known of the document, a further minor version is still one.
func TestCompareTakesMinorVersionsBesideNull(t *testing.T) {
	const previous = `{"properties": {"schemaVersion": {"enum": ["1.0", null]}}}`
	found, err := evolution.Compare([]byte(previous), []byte(strings.Replace(previous, `null`, `"1.1", null`, 1)))
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMinor, evolution.LevelOf(found), "%v", found)
}

func TestCompareNamesWhatAPropertyMayBeCalledNow(t *testing.T) {
	previous := registerSchema(t)
	found, err := evolution.Compare(previous, edited(t, previous,
		edit{"/$defs/Control/properties/owner", gone{}}, edit{"/$defs/Control/properties/responsible", object{"type": "string"}}))
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, evolution.CodePropertyRemoved, found[0].Code)
	require.Contains(t, found[0].Message, `"responsible"`)
	require.Equal(t, evolution.CodePropertyAdded, found[1].Code)
}

func TestCompareSets(t *testing.T) {
	register := registerSchema(t)
	wider := edited(t, register, edit{"/$defs/ID/maxLength", 30})
	found, err := evolution.CompareSets(
		map[string][]byte{"a.json": register, "b.json": register},
		map[string][]byte{"b.json": wider, "c.json": register},
	)
	require.NoError(t, err)
	require.Len(t, found, 3)
	for i, want := range []struct {
		file  string
		code  problem.Code
		level evolution.Level
	}{{"a.json", evolution.CodeKindRemoved, evolution.LevelMajor}, {"b.json", evolution.CodeBoundWider, evolution.LevelMinor}, {"c.json", evolution.CodeKindAdded, evolution.LevelMinor}} {
		require.Equal(t, want.file, found[i].File)
		require.Equal(t, want.code, found[i].Code)
		require.Equal(t, want.level, found[i].Level)
	}
	require.Equal(t, "b.json /$defs/ID/maxLength: minor bound-wider: it was 20 and is 30", found[1].String())

	_, err = evolution.CompareSets(map[string][]byte{"a.json": []byte(`[]`)}, map[string][]byte{"b.json": []byte(`{`)})
	require.ErrorContains(t, err, "previous schema a.json: refused")
	require.ErrorContains(t, err, "next schema b.json: refused")
	require.Equal(t, 2, strings.Count(err.Error(), "refused"), "a file without a counterpart is reported once: %v", err)
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
			found, err := evolution.Compare(previous, next)
			require.Nil(t, found)
			var refused *problem.ReadError
			require.ErrorAs(t, err, &refused, bad)
			require.Equal(t, name, refused.Document)
			require.True(t, refused.Has(code), "%s: %v", bad, err)
		}
	}
}

// What stands in the only alternative is compared with what stands there itself, and found in the next schema.
func TestCompareLooksIntoTheOnlyAlternative(t *testing.T) {
	const wrapped = `{"title": "t", "anyOf": [{"type": "string", "maxLength": 5}]}`
	for _, c := range []struct{ previous, next, path string }{
		{wrapped, `{"title": "t", "type": "string", "maxLength": 4}`, "/maxLength"},
		{`{"title": "t", "type": "string", "maxLength": 6}`, wrapped, "/anyOf/0/maxLength"},
	} {
		found, err := evolution.Compare([]byte(c.previous), []byte(c.next))
		require.NoError(t, err)
		require.Len(t, found, 2, "%v", found)
		require.Equal(t, evolution.CodeAlternativeChanged, found[0].Code)
		require.Equal(t, "/anyOf", found[0].Path)
		require.Equal(t, evolution.CodeBoundNarrower, found[1].Code)
		require.Equal(t, c.path, found[1].Path)
	}
	found, err := evolution.Compare([]byte(wrapped), []byte(`{"title": "t"}`))
	require.NoError(t, err)
	require.Len(t, found, 1, "nothing stands there itself: %v", found)
}
