package soc2_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/soc2kit/soc2"

// floors is policy, lowest first: a package imports only from floors below its own, and a sub-package its parent. It is not
// to be edited to fix a build.
var floors = [][]string{
	{"problem"},
	{"internal/strictjson", "internal/merkle", "internal/distribution"},
	{"internal/jsonparts"},
	{"criteria", "calendar"},
	{"internal/record"},
	{"scope", "sampling", "document"},
	{"sampling/chart"}, // draws what sampling computes with what document has
	{"control"},
	{"evidence"},
	{"program"},
	{"readiness"},
	{"report"},
	{"lint", "interop"},
	{"schema"},
	{"internal/artifact"},
	{"internal/wholefile"},
	{"cmd", "examples", "internal/makeschema", "api"},
}

// thirdParty says which packages may import which other modules outside their tests.
var thirdParty = map[string][]string{
	"schema/generate": {"github.com/invopop/jsonschema"},
}

// impure are the packages that library code may not import, and why.
var impure = map[string]string{
	"math/rand":    "randomness comes from the caller",
	"math/rand/v2": "randomness comes from the caller",
	"net":          "no network",
	"net/http":     "no network",
	"os":           "no environment, no files but through readers and writers",
	"os/exec":      "no other programs",
	"syscall":      "no system calls",
	"unsafe":       "no unsafe",
	"C":            "no cgo",
}

// impureCalls are the functions that library code may not call.
var impureCalls = []string{"time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.LoadLocation", "rand.Read", "rand.Int"}

type file struct {
	dir, name string // slash-separated, relative to the root
	test      bool
	syntax    *ast.File
	fset      *token.FileSet
}

func goFiles(t *testing.T) []file {
	var files []file
	require.NoError(t, filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "testdata" || d.Name() == "node_modules" || d.Name() == "out") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		files = append(files, file{path.Dir(name), name, strings.HasSuffix(name, "_test.go"), syntax, fset})
		return nil
	}))
	require.NotEmpty(t, files)
	return files
}

// floor returns the floor of the package in dir and the entry that it stands on, or -1. A sub-package may have a floor above
// that of its parent: the longest entry counts.
func floor(dir string) (int, string) {
	found, longest := -1, ""
	for n, entries := range floors {
		for _, entry := range entries {
			if (dir == entry || strings.HasPrefix(dir, entry+"/")) && len(entry) > len(longest) {
				found, longest = n, entry
			}
		}
	}
	return found, longest
}

// isLibrary reports whether the package in dir is one that users import or that such a package rests on.
func isLibrary(dir string) bool {
	n, _ := floor(dir)
	top, _ := floor("internal/wholefile")
	return dir != "." && n < top
}

func TestImportsPointDown(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || f.dir == "." {
			continue
		}
		own, entry := floor(f.dir)
		require.GreaterOrEqual(t, own, 0, "%s: the package stands on no floor", f.name)
		for _, spec := range f.syntax.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			rel, ours := strings.CutPrefix(imported, module+"/")
			switch {
			case ours:
				n, other := floor(rel)
				below := n >= 0 && n < own
				parent := other == entry && (strings.HasPrefix(f.dir, rel+"/") || !isLibrary(f.dir))
				require.True(t, below || parent, "%s imports %s, which is not below it", f.name, rel)
			case strings.Contains(strings.Split(imported, "/")[0], "."):
				require.Contains(t, thirdParty[f.dir], imported, "%s imports another module", f.name)
			case isLibrary(f.dir):
				require.NotContains(t, impure, imported, "%s: %s", f.name, impure[imported])
			}
		}
	}
}

// linksSchemaLibrary are the packages that may link the library by which schemas are made, and what it brings along. All
// others, package schema and the command soc2 among them, link the standard library alone.
var linksSchemaLibrary = []string{"schema/generate", "internal/artifact", "internal/makeschema", "examples/integrations/ticketing"}

func TestOthersLinkTheStandardLibraryAlone(t *testing.T) {
	imports := map[string]map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		if imports[f.dir] == nil {
			imports[f.dir] = map[string]bool{}
		}
		for _, spec := range f.syntax.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			imports[f.dir][imported] = true
		}
	}
	var foreign func(dir string, seen map[string]bool) string
	foreign = func(dir string, seen map[string]bool) string {
		if seen[dir] {
			return ""
		}
		seen[dir] = true
		for imported := range imports[dir] {
			rel, ours := strings.CutPrefix(imported, module+"/")
			if !ours && strings.Contains(strings.Split(imported, "/")[0], ".") {
				return imported
			}
			if found := foreign(rel, seen); ours && found != "" {
				return found
			}
		}
		return ""
	}
	for dir := range imports {
		found := foreign(dir, map[string]bool{})
		may := slices.ContainsFunc(linksSchemaLibrary, func(one string) bool { return dir == one || strings.HasPrefix(dir, one+"/") })
		require.Equal(t, may, found != "", "%s links %q", dir, found)
	}
}

func TestLibraryIsPure(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || !isLibrary(f.dir) {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if sel, ok := n.Fun.(*ast.SelectorExpr); ok {
					if pkg, ok := sel.X.(*ast.Ident); ok {
						require.NotContains(t, impureCalls, pkg.Name+"."+sel.Sel.Name, "%s", f.fset.Position(n.Pos()))
					}
				}
			case *ast.FuncDecl:
				require.False(t, n.Recv == nil && n.Name.Name == "init", "%s: init", f.fset.Position(n.Pos()))
			}
			return true
		})
	}
}

// Every exported name has a comment, and so has every field of an exported struct.
func TestExportedNamesHaveComments(t *testing.T) {
	for _, f := range goFiles(t) {
		if f.test || !isLibrary(f.dir) {
			continue
		}
		says := func(pos token.Pos, name string, docs ...*ast.CommentGroup) {
			said := slices.ContainsFunc(docs, func(d *ast.CommentGroup) bool { return d != nil && strings.TrimSpace(d.Text()) != "" })
			assert.True(t, said || !ast.IsExported(name), "%s: %s has no comment", f.fset.Position(pos), name)
		}
		for _, decl := range f.syntax.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil || exportedReceiver(d.Recv) {
					says(d.Pos(), d.Name.Name, d.Doc)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					switch s := spec.(type) {
					case *ast.TypeSpec:
						says(s.Pos(), s.Name.Name, d.Doc, s.Doc)
						structure, ok := s.Type.(*ast.StructType)
						if !ok || !ast.IsExported(s.Name.Name) {
							continue
						}
						for _, field := range structure.Fields.List {
							for _, name := range field.Names {
								says(field.Pos(), name.Name, field.Doc, field.Comment)
							}
						}
					case *ast.ValueSpec:
						for _, name := range s.Names {
							says(s.Pos(), name.Name, d.Doc, s.Doc, s.Comment)
						}
					}
				}
			}
		}
	}
}

func exportedReceiver(list *ast.FieldList) bool {
	typ := list.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	switch x := typ.(type) {
	case *ast.Ident:
		return ast.IsExported(x.Name)
	case *ast.IndexExpr:
		if id, ok := x.X.(*ast.Ident); ok {
			return ast.IsExported(id.Name)
		}
	}
	return false
}

// Every package says in doc.go what it is, and has an example that runs.
func TestPackagesOrient(t *testing.T) {
	doc, example := map[string]bool{}, map[string]bool{}
	dirs := map[string]bool{}
	for _, f := range goFiles(t) {
		if !f.test {
			dirs[f.dir] = true
		}
		if path.Base(f.name) == "doc.go" {
			require.Empty(t, f.syntax.Decls, "%s declares something", f.name)
			doc[f.dir] = f.syntax.Doc != nil
		}
		for _, decl := range f.syntax.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && f.test && strings.HasPrefix(fn.Name.Name, "Example") {
				example[f.dir] = true
			}
		}
	}
	for dir := range dirs {
		if !isLibrary(dir) {
			continue
		}
		assert.True(t, doc[dir], "%s has no doc.go", dir)
		if !strings.HasPrefix(dir, "internal/") {
			assert.True(t, example[dir], "%s has no example", dir)
		}
	}
}

// Nothing in the module claims what no library can.
func TestHonestClaims(t *testing.T) {
	forbidden := []string{"soc 2 " + "certified", "soc 2 " + "certification", "soc 2 " + "compliant", "is " + "compliant"}
	require.NoError(t, filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && name != "." || d.Name() == "node_modules" || d.Name() == "out" {
				return fs.SkipDir
			}
			return nil
		}
		switch filepath.Ext(name) {
		case ".go", ".md", ".html", ".json", ".txt":
		default:
			return nil
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text := strings.ToLower(string(b))
		for _, phrase := range forbidden {
			require.NotContains(t, text, phrase, name)
		}
		return nil
	}))
}
