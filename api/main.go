package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run compares the module in the current directory with a release. It returns 0 if every incompatible change is declared,
// 1 if the declarations do not fit the changes, and 2 if they could not be compared.
func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("api", flag.ContinueOnError)
	flags.SetOutput(stderr)
	old := flags.String("old", "", "directory of the module as it was released")
	release := flags.String("release", "", "tag of the release; empty before the first one")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *old == "" || flags.NArg() > 0 {
		fmt.Fprintln(stderr, "api: -old DIR expected, and no arguments")
		return 2
	}
	ok, err := compare(*old, ".", *release, stdout)
	switch {
	case err != nil:
		fmt.Fprintln(stderr, "api:", err)
		return 2
	case !ok:
		return 1
	}
	return 0
}

// compare writes what is incompatible between the modules in two directories, and returns whether the changelog of the
// current one declares just that.
func compare(old, dir, release string, w io.Writer) (bool, error) {
	changelog, err := os.ReadFile(dir + "/CHANGELOG.md")
	if err != nil {
		return false, err
	}
	declared, err := declarations(string(changelog), release)
	if err != nil {
		return false, fmt.Errorf("CHANGELOG.md: %w", err)
	}
	tool, err := output(exec.Command("go", "tool", "-n", "apidiff"))
	if err != nil {
		return false, err
	}
	released, err := load(old)
	if err != nil {
		return false, err
	}
	current, err := load(dir)
	if err != nil {
		return false, err
	}
	changes, err := incompatible(strings.TrimSpace(string(tool)), released, current)
	if err != nil {
		return false, err
	}
	schemas, err := schemaChanges(old, dir)
	if err != nil {
		return false, err
	}
	if release == "" { // until then the schemas are drafts
		changes = append(changes, schemas...)
		schemas = nil
	}
	undeclared, stale := judge(changes, declared)
	report(w, len(released.packages), changes, undeclared, stale)
	if len(schemas) > 0 {
		fmt.Fprintf(w, "\nDocuments of %s would not fit the schemas in %s any more; this takes another major version, in a folder of its own:\n\n", release, schemaDir)
		for _, c := range schemas {
			fmt.Fprintln(w, "  "+c.String())
		}
	}
	return len(undeclared)+len(stale)+len(schemas) == 0, nil
}

func report(w io.Writer, packages int, changes, undeclared []change, stale []declaration) {
	fmt.Fprintf(w, "%d packages compared: %d incompatible changes, %d not declared, %d declarations without a change\n",
		packages, len(changes), len(undeclared), len(stale))
	if len(undeclared) > 0 {
		fmt.Fprint(w, "\nDeclare in CHANGELOG.md, in the section Unreleased under ### Incompatible, each of these symbols in backticks,\n"+
			"then a colon and what a caller has to do:\n\n")
		for _, c := range undeclared {
			fmt.Fprintln(w, "  "+c.String())
		}
	}
	if len(stale) > 0 {
		fmt.Fprintf(w, "\nTake off CHANGELOG.md what is no incompatible change:\n\n")
		for _, d := range stale {
			fmt.Fprintf(w, "  line %d: %s\n", d.line, d.symbol)
		}
	}
}
