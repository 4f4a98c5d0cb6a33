// Command type2 goes the whole way: from a program and a fieldwork to a complete type 2 report.
//
// By default the engagement is that of a fictional company. With -repo or -changes the test of change management is
// replaced by one over a real population: the history of a Git repository, or a CSV file of changes. With -controls a
// library of controls is held against the 61 criteria.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/soc2kit/soc2/examples/type2/company"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return
		}
		fmt.Fprintln(os.Stderr, "type2:", err)
		os.Exit(2)
	}
}

// defaultRandomness lets everybody get the same report. A draw for a real engagement takes its randomness from a source
// named in advance, after the commitment was handed over.
const defaultRandomness = "00112233445566778899aabbccddeeff"

func run(args []string, w io.Writer) error {
	flags := flag.NewFlagSet("type2", flag.ContinueOnError)
	out := flags.String("o", "out", "folder to write the report into")
	repo := flags.String("repo", "", "test change management over the history of the Git repository in this folder")
	csv := flags.String("changes", "", "test change management over the changes in this CSV file")
	controls := flags.String("controls", "", "hold the controls in this JSON file against the criteria")
	randomness := flags.String("randomness", defaultRandomness, "16 or more bytes in hexadecimal that select the sample of changes")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if *repo != "" && *csv != "" {
		return errors.New("-repo and -changes are two populations for one test: give one")
	}
	if *randomness != defaultRandomness && *repo == "" && *csv == "" {
		return errors.New("-randomness selects changes: -repo or -changes says of what")
	}
	seed, err := sampling.Hex(*randomness).Bytes()
	if err != nil {
		return fmt.Errorf("-randomness: %w", err)
	}
	if *controls != "" {
		if err := printCoverage(w, *controls); err != nil {
			return err
		}
	}
	eng, err := company.Engagement()
	if err != nil {
		return err
	}
	if *repo != "" || *csv != "" {
		history, err := readHistory(*repo, *csv)
		if err != nil {
			return err
		}
		if eng, err = testChanges(w, eng, history, seed); err != nil {
			return err
		}
	}
	conclusions := report.Conclude(eng)
	deliverable, err := report.Assemble(eng, report.Type2)
	if err != nil {
		return err
	}
	written, err := writeAll(*out, eng, conclusions, deliverable)
	if err != nil {
		return err
	}
	printSummary(w, eng, conclusions)
	for _, name := range written {
		fmt.Fprintln(w, "wrote", name)
	}
	return nil
}
