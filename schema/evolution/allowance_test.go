package evolution_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema/evolution"
)

func TestAllowances(t *testing.T) {
	previous := registerSchema(t)
	next := edited(t, previous, edit{"/$defs/ID/pattern", "^[A-Z0-9.-]+$"}, edit{"/$defs/Frequency/enum/3", "weekly"}, edit{"/$defs/ID/minLength", 1})
	pattern := evolution.Allowance{Path: "/$defs/ID/pattern", Code: evolution.CodePatternChanged, Reason: "the dot is new, the rest stays"}
	value := evolution.Allowance{Path: "/$defs/Frequency/enum/3", Code: evolution.CodeValueAdded, Reason: "documented as open"}

	found, err := evolution.Compare(previous, next, pattern)
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMajor, evolution.LevelOf(found), "the new value is not allowed")
	found, err = evolution.Compare(previous, next, pattern, value)
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMinor, evolution.LevelOf(found))
	i := slices.IndexFunc(found, func(d evolution.Difference) bool { return d.Code == evolution.CodePatternChanged })
	require.Equal(t, pattern.Reason, found[i].Allowed)
	require.Contains(t, found[i].String(), "(allowed: "+pattern.Reason+")")

	for want, allowance := range map[string]evolution.Allowance{
		"has no reason":        {Path: pattern.Path, Code: pattern.Code, Reason: " "},
		"cannot be allowed":    {Path: "/$defs/ID/minLength", Code: evolution.CodeBoundWider, Reason: "r"},
		"there is no differen": {Path: "/$defs/ID/patern", Code: evolution.CodePatternChanged, Reason: "r"},
	} {
		found, err := evolution.Compare(previous, next, allowance)
		require.ErrorContains(t, err, want)
		require.Nil(t, found)
	}
	_, err = evolution.Compare(previous, previous, pattern)
	require.ErrorContains(t, err, "there is no difference", "what was allowed for one release does not stay allowed")

	pattern.File, value.File = "register.json", "register.json"
	found, err = evolution.CompareSets(map[string][]byte{"register.json": previous}, map[string][]byte{"register.json": next}, pattern, value)
	require.NoError(t, err)
	require.Equal(t, evolution.LevelMinor, evolution.LevelOf(found))
	found, err = evolution.CompareSets(map[string][]byte{"a.json": previous, "register.json": previous}, map[string][]byte{"a.json": next, "register.json": next}, pattern, value)
	require.NoError(t, err)
	for _, d := range found {
		require.Equal(t, d.File == "register.json" && d.Code != evolution.CodeBoundWider, d.Allowed != "", "%v", d)
		require.Equal(t, d.File == "register.json" || d.Code == evolution.CodeBoundWider, d.Level == evolution.LevelMinor, "%v", d)
	}
}

// What Compare judges by its form alone may mean the same: a maintainer can say so.
func TestAllowancesForTheSameInAnotherForm(t *testing.T) {
	for name, c := range map[string]struct {
		previous, next string
		allowance      evolution.Allowance
	}{
		"another bound on an integer": {
			`{"type": "integer", "minimum": 0}`, `{"type": "integer", "exclusiveMinimum": -1}`,
			evolution.Allowance{Path: "/exclusiveMinimum", Code: evolution.CodeBoundNarrower},
		},
		"a format that the pattern says": {
			`{"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}`, `{"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"}`,
			evolution.Allowance{Path: "/format", Code: evolution.CodeFormatChanged},
		},
		"a single alternative unwrapped": {
			`{"description": "d", "anyOf": [{"type": "string", "pattern": "^a"}]}`, `{"description": "d", "type": "string", "pattern": "^a"}`,
			evolution.Allowance{Path: "/anyOf", Code: evolution.CodeAlternativeChanged},
		},
		"a single reference wrapped": {
			`{"properties": {"a": {"$ref": "#/$defs/A"}}, "$defs": {"A": {"type": "string"}}}`,
			`{"properties": {"a": {"oneOf": [{"$ref": "#/$defs/A"}]}}, "$defs": {"A": {"type": "string"}}}`,
			evolution.Allowance{Path: "/properties/a/oneOf", Code: evolution.CodeAlternativeChanged},
		},
		"an alternative that another one holds": {
			`{"anyOf": [{"type": "integer", "minimum": 0}, {"type": "number"}]}`, `{"anyOf": [{"type": "number"}]}`,
			evolution.Allowance{Path: "/anyOf/0", Code: evolution.CodeAlternativeChanged},
		},
	} {
		found, err := evolution.Compare([]byte(c.previous), []byte(c.next))
		require.NoError(t, err, name)
		require.Equal(t, evolution.LevelMajor, evolution.LevelOf(found), "%s: %v", name, found)
		c.allowance.Reason = "the same documents are valid"
		found, err = evolution.Compare([]byte(c.previous), []byte(c.next), c.allowance)
		require.NoError(t, err, name)
		require.Equal(t, evolution.LevelMinor, evolution.LevelOf(found), "%s: %v", name, found)
	}
}
