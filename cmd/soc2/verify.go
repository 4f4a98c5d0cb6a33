package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/sampling"
)

func sampleVerify(s streams, args []string) error {
	flags := newFlags(s, "sample verify")
	var d drawFlags
	d.addPopulation(flags)
	commitment := flags.String("commitment", "", "the commitment that was handed over before the randomness existed: 64 digits, or the file of the pending record")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return errors.New("one RECORD is expected")
	}
	record, err := readSelection(s, rest[0])
	if err != nil {
		return err
	}
	if d.sorted {
		err = record.VerifyStream(d.population.ids(s))
	} else {
		items, readErr := d.population.all(s)
		if readErr != nil {
			return readErr
		}
		err = record.Verify(items)
	}
	if err == nil && *commitment != "" {
		given, readErr := commitmentOf(s, *commitment)
		if readErr != nil {
			return readErr
		}
		err = record.Fulfils(given)
	}
	var mismatch *sampling.MismatchError
	switch {
	case errors.As(err, &mismatch):
		fmt.Fprintln(s.out, err)
		return errNo
	case err != nil:
		return err
	}
	if record.IsPending() {
		fmt.Fprintln(s.out, "the commitment holds, but nothing is drawn yet")
		return errNo
	}
	fmt.Fprintln(s.out, "ok")
	if *commitment == "" {
		explainSelection(s, record)
	}
	if record.Source != "" && record.Source != d.population.digest {
		fmt.Fprintf(s.err, "note: the record names the export %s; the SHA-256 of %s is %s\n", record.Source, d.population.file, d.population.digest)
	}
	return nil
}

// commitmentOf returns the commitment that is spelled, or that of the pending record in the file of that name.
func commitmentOf(s streams, text string) (sampling.Hex, error) {
	if len(text) == 64 && strings.Trim(text, "0123456789abcdef") == "" {
		return sampling.Hex(text), nil
	}
	pending, err := readSelection(s, text)
	if err != nil {
		return "", fmt.Errorf("--commitment: neither 64 lowercase hexadecimal digits nor a record: %w", err)
	}
	return pending.Commitment, nil
}
