package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A change is something that may keep a caller from building, or a document from being read.
type change struct {
	symbol string // see symbolOf; the directory alone is the package
	what   string
}

// String returns the change on one line.
func (c change) String() string { return c.symbol + ": " + c.what }

// incompatible returns the incompatible changes from released to current, sorted by symbol. apidiff is the path of that tool.
func incompatible(apidiff string, released, current module) ([]change, error) {
	found := map[change]bool{}
	scratch, err := os.MkdirTemp("", "api")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(scratch)
	for dir := range released.packages {
		if current.packages[dir] == nil {
			found[change{dir, "the package is gone"}] = true
			continue
		}
		messages, err := difference(apidiff, filepath.Join(scratch, "released"), released, current, dir)
		if err != nil {
			return nil, err
		}
		changes, err := parseReport(messages, current, dir)
		if err != nil {
			return nil, err
		}
		for _, c := range changes {
			found[c] = true
		}
	}
	for _, c := range retagged(released.features(), current.features()) {
		found[c] = true
	}
	return slices.SortedFunc(maps.Keys(found), byText), nil
}

func byText(a, b change) int { return strings.Compare(a.String(), b.String()) }

// difference returns what apidiff says about one package. Export data name files by absolute paths, so they stay in a
// scratch file.
func difference(apidiff, scratch string, released, current module, dir string) (string, error) {
	write := exec.Command(apidiff, "-w", scratch, released.importPath(dir))
	write.Dir = released.dir
	if _, err := output(write); err != nil {
		return "", err
	}
	compare := exec.Command(apidiff, "-incompatible", scratch, current.importPath(dir))
	compare.Dir = current.dir
	out, err := output(compare)
	return string(out), err
}

var (
	typeParameters = regexp.MustCompile(`\[[^\]]*\]`)
	pointer        = regexp.MustCompile(`\(\*([^)]*)\)`)
	promoted       = regexp.MustCompile(`^.*\.([^.]+), method set of \*?(.+)$`)
)

// parseReport reads the incompatible changes of the package in dir from the lines of apidiff. A line that is none of its
// messages is an error, so that another version of apidiff cannot hide a change.
func parseReport(messages string, m module, dir string) ([]change, error) {
	var changes []change
	for line := range strings.Lines(messages) {
		line = strings.TrimSuffix(line, "\n")
		message, isMessage := strings.CutPrefix(line, "- ")
		symbol, what, complete := strings.Cut(message, ": ")
		if !isMessage || !complete {
			return nil, fmt.Errorf("apidiff on %s: unexpected line %q", m.importPath(dir), line)
		}
		changes = append(changes, change{normalize(symbol, m, dir), what})
	}
	return changes, nil
}

// normalize turns the name that apidiff gives a thing while it looks at the package in dir into a symbol: (*T).M into
// dir.T.M.
func normalize(name string, m module, dir string) string {
	name = pointer.ReplaceAllString(typeParameters.ReplaceAllString(name, ""), "$1")
	// A type has lost a method of another that it embedded.
	name = promoted.ReplaceAllString(name, "$2.$1")
	// What follows a comma is a part of the thing that has no name of its own, such as its element type.
	name, _, _ = strings.Cut(name, ", ")
	if below, ok := strings.CutPrefix(name, "./"); ok {
		return m.relative(m.importPath(dir) + "/" + below)
	}
	if strings.Contains(name, "/") {
		return m.relative(name)
	}
	return symbolOf(dir, name)
}

// symbolOf returns how the changelog names a thing: the directory of its package, a dot and its name within the package,
// such as control.Control.Since. What the module's own package holds has its name alone.
func symbolOf(dir, name string) string {
	if dir == "." {
		return name
	}
	return dir + "." + name
}

// retagged returns the fields whose JSON tags changed, which apidiff leaves out.
func retagged(released, current []feature) []change {
	fields := map[string]feature{}
	for _, f := range released {
		if f.field {
			fields[symbolOf(f.dir, f.symbol)] = f
		}
	}
	var changes []change
	for _, f := range current {
		symbol := symbolOf(f.dir, f.symbol)
		if old, ok := fields[symbol]; ok && f.field && old.tag != f.tag {
			changes = append(changes, change{symbol, fmt.Sprintf("JSON tag changed from %q to %q", old.tag, f.tag)})
		}
	}
	return changes
}
