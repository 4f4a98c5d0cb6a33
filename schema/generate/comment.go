package generate

import (
	_ "embed" // for the comments of this module
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// Comments returns, for [Options.Comments], the doc comments of one Go package: of its exported types, of their exported
// fields, and of the constants of closed sets of texts. Fsys holds the source files of the package at its top, as os.DirFS of
// its folder does; importPath is the path by which the package is imported. The keys are "importPath.Type",
// "importPath.Type.Field" and "importPath.Type=value". Tests and folders below are not read. The error names the file that
// cannot be read or parsed.
func Comments(fsys fs.FS, importPath string) (map[string]string, error) {
	if fsys == nil {
		return nil, fmt.Errorf("generate: comments of %s: no folder", importPath)
	}
	names, err := fs.Glob(fsys, "*.go")
	if err != nil {
		return nil, fmt.Errorf("generate: comments of %s: %w", importPath, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("generate: comments of %s: no Go files in the folder", importPath)
	}
	comments := make(map[string]string)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("generate: comments of %s: %w", importPath, err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("generate: comments of %s: %w", importPath, err)
		}
		collect(file, importPath, comments)
	}
	return comments, nil
}

func collect(file *ast.File, importPath string, comments map[string]string) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		switch {
		case ok && gen.Tok == token.CONST:
			collectValues(gen, importPath, comments)
			continue
		case !ok || gen.Tok != token.TYPE:
			continue
		}
		for _, spec := range gen.Specs {
			s := spec.(*ast.TypeSpec)
			if !s.Name.IsExported() {
				continue
			}
			key := importPath + "." + s.Name.Name
			if gen.Lparen.IsValid() { // the comment of a group is about the group
				add(comments, key, s.Doc)
			} else {
				add(comments, key, s.Doc, gen.Doc)
			}
			structure, ok := s.Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, field := range structure.Fields.List {
				for _, name := range field.Names {
					if name.IsExported() {
						add(comments, key+"."+name.Name, field.Doc, field.Comment)
					}
				}
			}
		}
	}
}

// collectValues adds what stands beside the constants of the closed sets of texts.
func collectValues(gen *ast.GenDecl, importPath string, comments map[string]string) {
	for _, spec := range gen.Specs {
		s := spec.(*ast.ValueSpec)
		typ, named := s.Type.(*ast.Ident)
		if !named || len(s.Values) != 1 {
			continue
		}
		literal, ok := s.Values[0].(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			continue
		}
		value, err := strconv.Unquote(literal.Value)
		if err != nil {
			continue
		}
		key := importPath + "." + typ.Name + "=" + value
		add(comments, key, s.Comment, s.Doc)
		comments[key] = strings.TrimPrefix(comments[key], s.Names[0].Name+" ")
		if comments[key] == "" {
			delete(comments, key)
		}
	}
}

// add keeps the first of the groups that says something, as plain text on one line for each paragraph.
func add(comments map[string]string, key string, groups ...*ast.CommentGroup) {
	for _, group := range groups {
		if text := plain(group.Text()); text != "" {
			comments[key] = text
			return
		}
	}
}

// plain returns the text of a doc comment without its marks: links lose their brackets, lines are joined.
func plain(text string) string {
	parser := comment.Parser{
		LookupPackage: func(name string) (string, bool) { return name, true },
		LookupSym:     func(string, string) bool { return true },
	}
	printer := comment.Printer{TextWidth: -1}
	return strings.TrimSpace(string(printer.Text(parser.Parse(text))))
}

//go:embed comments.json
var ownComments []byte

// comment returns the description of t, or of its named field. Of a type it is the first paragraph of the doc comment: what
// a value means in a document; further paragraphs are for Go. Types and fields go by the names that they have in JSON.
func (r *reflection) comment(t reflect.Type, field string) string {
	if field == "" {
		first, _, _ := strings.Cut(r.docComment(qualified(t)), "\n\n")
		return renamedType(first, t.Name(), r.name(t))
	}
	return renamedFields(r.docComment(qualified(t)+"."+field), t)
}

// renamedType puts name in place of the Go name with which a doc comment starts, after an article or none.
func renamedType(text, goName, name string) string {
	for _, article := range []string{"", "A ", "An ", "The "} {
		rest, ok := strings.CutPrefix(text, article+goName+" ")
		if !ok || goName == name {
			continue
		}
		if article == "A " || article == "An " {
			article = "A "
			if strings.ContainsRune("AEIOU", rune(name[0])) {
				article = "An "
			}
		}
		return article + name + " " + rest
	}
	return text
}

var goWord = regexp.MustCompile(`\b[A-Z][A-Za-z0-9]*\b`)

// renamedFields puts the names that the fields of t have in JSON in place of those of Go, wherever they are no plain words
// at the start of a sentence.
func renamedFields(text string, t reflect.Type) string {
	if t.Kind() != reflect.Struct {
		return text
	}
	var out strings.Builder
	last := 0
	for _, at := range goWord.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		f, ok := t.FieldByName(word)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !ok || name == "" || at[0] > 0 && startsSentence(text[:at[0]]) && !hasHump(word) {
			continue
		}
		out.WriteString(text[last:at[0]] + name)
		last = at[1]
	}
	return out.String() + text[last:]
}

// startsSentence reports whether what follows before starts a sentence.
func startsSentence(before string) bool {
	before = strings.TrimRight(before, " \n")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".?!\"")
}

// hasHump reports whether a name is made of several words.
func hasHump(word string) bool { return strings.ToLower(word[1:]) != word[1:] }

// valueComments returns a line for each of the values of the closed set t that has a comment.
func (r *reflection) valueComments(t reflect.Type, values []string) string {
	var b strings.Builder
	for _, value := range values {
		if text := r.docComment(qualified(t) + "=" + value); text != "" {
			fmt.Fprintf(&b, "\n%q: %s", value, text)
		}
	}
	return b.String()
}

func (r *reflection) docComment(key string) string {
	if c := r.options.Comments[key]; c != "" {
		return c
	}
	if !strings.HasPrefix(key, modulePath+"/") {
		return ""
	}
	if r.own == nil {
		r.own = make(map[string]string)
		if err := json.Unmarshal(ownComments, &r.own); err != nil {
			r.fault("comments.json: %v", err)
		}
	}
	return r.own[key]
}

const modulePath = "github.com/soc2kit/soc2"
