package artifact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/generate"
)

// Module is the import path of the module.
const Module = "github.com/soc2kit/soc2"

// CommentsFile is the file of the doc comments that package generate embeds.
const CommentsFile = "schema/generate/comments.json"

// Files returns the files that are made from the types and comments of this module, by their paths from its root. Source
// is the root of the module.
func Files(source fs.FS) (map[string][]byte, error) {
	comments, err := Comments(source)
	if err != nil {
		return nil, err
	}
	made := make(map[string][]byte)
	if made[CommentsFile], err = encode(comments); err != nil {
		return nil, err
	}
	var types []reflect.Type
	for _, d := range schema.Documents() {
		t := generate.DocumentType(d.Kind)
		types = append(types, t)
		for _, v := range d.Variants() {
			b, err := generate.Type(t, generate.Options{ID: schema.ID(d.Kind, v), Variant: v, Comments: comments})
			if err != nil {
				return nil, fmt.Errorf("%s, %s: %w", d.Kind, v, err)
			}
			made["schema/v1/"+schema.FileName(d.Kind, v)] = b
		}
	}
	defs, err := generate.Definitions(generate.Options{
		ID: schema.DefinitionsID, Title: "SOC 2 documents", Comments: comments,
		Description: "Every type of every document. Copy from $defs what you need; the references between them stay right.",
	}, types...)
	if err != nil {
		return nil, err
	}
	made["schema/v1/"+schema.DefinitionsFile] = defs
	return made, described(defs)
}

// described returns an error that names every type and every member without a description: those whose Go type or field has
// no doc comment.
func described(definitions []byte) error {
	type described struct {
		Description string `json:"description"`
	}
	var s struct {
		Defs map[string]struct {
			described
			Properties map[string]described `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(definitions, &s); err != nil {
		return err
	}
	var missing []error
	for _, name := range slices.Sorted(maps.Keys(s.Defs)) {
		def := s.Defs[name]
		if def.Description == "" {
			missing = append(missing, fmt.Errorf("artifact: type %s has no doc comment", name))
		}
		for _, member := range slices.Sorted(maps.Keys(def.Properties)) {
			if def.Properties[member].Description == "" {
				missing = append(missing, fmt.Errorf("artifact: member %s of %s has no doc comment", member, name))
			}
		}
	}
	return errors.Join(missing...)
}

// Comments returns the doc comments of all packages that others can import.
func Comments(source fs.FS) (map[string]string, error) {
	all := make(map[string]string)
	if source == nil {
		return nil, errors.New("artifact: no folder of the module")
	}
	err := fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		base := path.Base(name)
		if name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "node_modules" || base == "out") ||
			base == "internal" || base == "testdata" || name == "cmd" || name == "examples" || name == "api" || name == "schema" {
			return fs.SkipDir
		}
		sub, err := fs.Sub(source, name)
		if err != nil {
			return err
		}
		if files, err := fs.Glob(sub, "*.go"); err != nil || len(files) == 0 {
			return err
		}
		comments, err := generate.Comments(sub, path.Join(Module, name))
		for key, text := range comments {
			all[key] = text
		}
		return err
	})
	if len(all) == 0 && err == nil {
		err = errors.New("artifact: no doc comments: is this the root of the module?")
	}
	return all, err
}

// encode returns v as indented JSON without HTML escapes.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
