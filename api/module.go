package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A module is the public packages of a module in a directory.
type module struct {
	dir      string
	path     string
	packages map[string]*types.Package // by directory, relative to the module's
}

// load builds the packages of the module in dir and reads what they export. Export data come from the compiler, so that
// nothing here depends on where the sources of other modules are.
func load(dir string) (module, error) {
	m := module{dir: dir, packages: map[string]*types.Package{}}
	all, err := m.list("-json=ImportPath,Name,GoFiles,Module", "./...")
	if err != nil {
		return module{}, err
	}
	public := []string{"-export", "-json=ImportPath,Export"}
	for _, p := range all {
		m.path = p.Module.Path
		if p.Name != "main" && len(p.GoFiles) > 0 && isPublic(m.relative(p.ImportPath)) {
			public = append(public, p.ImportPath)
		}
	}
	if len(public) == 2 {
		return module{}, fmt.Errorf("%s: no package that others may import", dir)
	}
	built, err := m.list(public...)
	if err != nil {
		return module{}, err
	}
	exports := map[string]string{}
	for _, p := range built {
		exports[p.ImportPath] = p.Export
	}
	compiled := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})
	for path := range exports {
		pkg, err := compiled.Import(path)
		if err != nil {
			return module{}, fmt.Errorf("reading what %s exports: %w", path, err)
		}
		m.packages[m.relative(path)] = pkg
	}
	return m, nil
}

// listed is what go list tells of a package.
type listed struct {
	ImportPath, Name, Export string
	GoFiles                  []string
	Module                   struct{ Path string }
}

// list runs go list in the directory of m.
func (m module) list(args ...string) ([]listed, error) {
	cmd := exec.Command("go", append([]string{"list"}, args...)...)
	cmd.Dir = m.dir
	out, err := output(cmd)
	if err != nil {
		return nil, err
	}
	var all []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("go list in %s: %w", m.dir, err)
		}
		all = append(all, p)
	}
}

// isPublic reports whether the package in a directory is for users of the module.
func isPublic(dir string) bool {
	elements := strings.Split(dir, "/")
	return !slices.Contains(elements, "internal") && !slices.Contains([]string{"api", "cmd", "examples"}, elements[0])
}

// relative returns the directory of a package of m; "." is the module's own. Other import paths stay as they are.
func (m module) relative(importPath string) string {
	if importPath == m.path {
		return "."
	}
	return strings.TrimPrefix(importPath, m.path+"/")
}

// importPath returns the import path of the package in a directory of m.
func (m module) importPath(dir string) string {
	if dir == "." {
		return m.path
	}
	return m.path + "/" + dir
}

// output runs a command with arguments. What a failing command wrote is part of the error.
func output(cmd *exec.Cmd) ([]byte, error) {
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w\n%s", strings.Join(cmd.Args[:2], " "), cmp.Or(cmd.Dir, "."), err, complaint.Bytes())
	}
	return out, nil
}
