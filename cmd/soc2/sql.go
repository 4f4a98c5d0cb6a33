package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/soc2kit/soc2/sampling"
)

// sampleSQL writes the queries by which a population is selected where it lies.
func sampleSQL(s streams, args []string) error {
	flags := newFlags(s, "sample sql")
	var dialect sampling.Dialect
	var table sampling.Table
	flags.Func("dialect", "postgres or duckdb", func(v string) error { dialect = sampling.Dialect(v); return nil })
	flags.StringVar(&table.Schema, "schema", "", "schema of the table; the one that the engine finds, if absent")
	flags.StringVar(&table.Name, "table", "population", "table or view of the population, with one row for each item")
	flags.StringVar(&table.Column, "id", "id", "its column of item ids")
	given := addRandomness(flags, ", for a record that is pending")
	one := flags.String("query", "", "check, sorted or selected: this query alone; all for all that there are, each under a comment; if absent, selected where there is one, else all")
	out := flags.String("o", "", "file to write; standard output if absent")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 1 {
		return fmt.Errorf("unexpected argument %q", rest[1])
	}
	b, err := given.bytes()
	if err != nil {
		return err
	}
	queries, err := queriesOf(s, rest, dialect, table, b)
	if err != nil {
		return err
	}
	if *one == "" && queries.Selected != "" {
		*one = "selected"
	}
	all := []struct{ name, what, sql string }{
		{"check", "rows, different ids and invalid ids: the size of the population twice, and 0", queries.Check},
		{"sorted", "the sorted population, for sample commit --sorted and sample verify --sorted", queries.Sorted},
		{"selected", "the selected items: the sample and then the reserve", queries.Selected},
	}
	for _, q := range all {
		if *one != q.name {
			continue
		}
		if q.sql == "" {
			return errors.New("the selected items need a RECORD that is drawn, or one that is pending and its --randomness")
		}
		return output(s, *out, func(w io.Writer) error { _, err := fmt.Fprintf(w, "%s;\n", q.sql); return err })
	}
	if *one != "" && *one != "all" {
		return fmt.Errorf("--query %q; one of check, sorted, selected, all expected", *one)
	}
	return output(s, *out, func(w io.Writer) error {
		for _, q := range all {
			if q.sql == "" {
				continue
			}
			if _, err := fmt.Fprintf(w, "-- %s: %s\n%s;\n\n", q.name, q.what, q.sql); err != nil {
				return err
			}
		}
		return nil
	})
}

// queriesOf returns the queries of the record that is named, or those of the population alone.
func queriesOf(s streams, names []string, d sampling.Dialect, from sampling.Table, randomness []byte) (sampling.Queries, error) {
	if len(names) == 0 {
		if randomness != nil {
			return sampling.Queries{}, errors.New("--randomness or --dice completes a pending RECORD; none is given")
		}
		return from.Queries(d)
	}
	record, err := readSelection(s, names[0])
	if err != nil {
		return sampling.Queries{}, err
	}
	return record.Queries(d, from, randomness)
}
