package evolution_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema/evolution"
)

func TestLevels(t *testing.T) {
	require.False(t, evolution.Level("").IsValid(), "zero is never a claim")
	for i, l := range []evolution.Level{evolution.LevelNone, evolution.LevelMinor, evolution.LevelMajor} {
		require.True(t, l.IsValid())
		require.Equal(t, string(l), l.EnumValues()[i])
		require.Len(t, l.EnumValues(), 3)
		require.Equal(t, l, evolution.LevelOf([]evolution.Difference{{Level: evolution.LevelNone}, {Level: l}}))
	}
	require.Equal(t, evolution.LevelNone, evolution.LevelOf(nil))
	require.Equal(t, evolution.LevelMajor, evolution.LevelOf([]evolution.Difference{{}}), "what nobody has judged is never waved through")
}

// Each constant is named as its code is spelled, so that who sees one finds the other, and no code is there twice.
func TestCodesAreNamedAsTheyAreSpelled(t *testing.T) {
	syntax, err := parser.ParseFile(token.NewFileSet(), "code.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	seen := map[string]bool{}
	ast.Inspect(syntax, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil {
			return true
		}
		literal, ok := spec.Values[0].(*ast.BasicLit)
		if !ok {
			return true
		}
		code, err := strconv.Unquote(literal.Value)
		require.NoError(t, err)
		name := "Code"
		for word := range strings.SplitSeq(code, "-") {
			name += strings.ToUpper(word[:1]) + word[1:]
		}
		require.Equal(t, name, spec.Names[0].Name)
		require.False(t, seen[code], code)
		seen[code] = true
		return true
	})
	require.Greater(t, len(seen), 35)
}
