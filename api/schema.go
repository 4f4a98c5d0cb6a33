package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/soc2kit/soc2/schema/evolution"
)

// The folder of the schemas of this major version, and the files in it that the comparison reads. The definitions hold
// every type of every document once, so that a change is reported once.
const (
	schemaDir        = "schema/v1"
	definitionsFile  = "soc2.defs.json"
	documentsPattern = "*.schema.json"
	allowancesFile   = "api/allowances.json"
)

// schemaChanges returns what differs between the schemas of two checkouts in a way that only a major version may, sorted by
// symbol. Where the current one has another major version, and so another folder, nothing has to stay.
func schemaChanges(old, dir string) ([]change, error) {
	released, err := schemaSet(old)
	if err != nil || len(released) == 0 {
		return nil, err
	}
	current, err := schemaSet(dir)
	if err != nil || len(current) == 0 {
		return nil, err
	}
	allowed, err := allowances(dir)
	if err != nil {
		return nil, err
	}
	differences, err := evolution.CompareSets(released, current, allowed...)
	if err != nil {
		return nil, err
	}
	found := map[change]bool{}
	for _, d := range differences {
		if d.Level == evolution.LevelMajor {
			found[change{schemaSymbol(d), d.Message}] = true
		}
	}
	return slices.SortedFunc(maps.Keys(found), byText), nil
}

// schemaSymbol names what a difference is about: the definition and its property in the schemas' folder, or the file.
func schemaSymbol(d evolution.Difference) string {
	symbol := path.Join(schemaDir, d.File)
	if d.Definition != "" {
		symbol = schemaDir + "/" + d.Definition
	}
	if d.Property != "" {
		symbol += "." + d.Property
	}
	return symbol
}

// schemaSet returns the definitions of a checkout by the name of their file. Of the schemas of documents it holds the
// identifiers alone, so that a document that is gone is noticed and the types in it are not compared twice. The set is empty
// where the checkout has no schemas of this major version.
func schemaSet(root string) (map[string][]byte, error) {
	folder := filepath.Join(root, filepath.FromSlash(schemaDir))
	definitions, err := os.ReadFile(filepath.Join(folder, definitionsFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	set := map[string][]byte{definitionsFile: definitions}
	names, err := filepath.Glob(filepath.Join(folder, documentsPattern))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var head struct {
			Dialect string `json:"$schema"`
			ID      string `json:"$id"`
		}
		if err := json.Unmarshal(b, &head); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if set[filepath.Base(name)], err = json.Marshal(head); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// allowances returns the maintainers' words for differences that cannot be judged; none if there is no file.
func allowances(dir string) ([]evolution.Allowance, error) {
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(allowancesFile)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var list []evolution.Allowance
	if err := json.Unmarshal(b, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", allowancesFile, err)
	}
	return list, nil
}
