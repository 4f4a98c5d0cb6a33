package report_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A declaredCode is a constant of type problem.Code with a spelling of its own.
type declaredCode struct{ dir, name, spelling string }

// declaredCodes lists the codes of the whole module. One that stands for another's has no spelling and is not listed.
func declaredCodes(t *testing.T) []declaredCode {
	t.Helper()
	var codes []declaredCode
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.CONST {
				continue
			}
			for _, spec := range gen.Specs {
				if v := spec.(*ast.ValueSpec); isCode(v.Type) && len(v.Values) == 1 {
					if lit, ok := v.Values[0].(*ast.BasicLit); ok {
						spelling, err := strconv.Unquote(lit.Value)
						require.NoError(t, err)
						codes = append(codes, declaredCode{filepath.ToSlash(filepath.Dir(path)), v.Names[0].Name, spelling})
					}
				}
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, len(codes), 80, "the source was not found")
	return codes
}

func isCode(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "Code"
	case *ast.SelectorExpr:
		return e.Sel.Name == "Code"
	}
	return false
}

// Callers, waivers and tests match on codes: no two rules of the module share one.
func TestCodesAreUniqueAndWellFormed(t *testing.T) {
	form := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	seen := make(map[string]declaredCode)
	for _, c := range declaredCodes(t) {
		require.Regexp(t, form, c.spelling, "%s %s", c.dir, c.name)
		first, ok := seen[c.spelling]
		require.False(t, ok, "%q is %s in %s and %s in %s", c.spelling, first.name, first.dir, c.name, c.dir)
		seen[c.spelling] = c
	}
}

// Every code of the record packages stands in one of the tables that feed each code its smallest document.
func TestEveryCodeIsTriggered(t *testing.T) {
	tables := ""
	for _, path := range []string{"validate_test.go", "../scope/codes_test.go", "../control/codes_test.go", "../evidence/codes_test.go", "../program/codes_test.go"} {
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		tables += string(b)
	}
	held := 0
	for _, c := range declaredCodes(t) {
		switch c.dir {
		case "../report", "../scope", "../control", "../evidence", "../program", "../internal/record":
			pkg := filepath.Base(c.dir)
			held++
			require.Regexp(t, `\b`+pkg+`\.`+c.name+`\b`, tables, "nothing triggers %s.%s (%q)", pkg, c.name, c.spelling)
		}
	}
	require.Greater(t, held, 60, "the source was not found")
}
