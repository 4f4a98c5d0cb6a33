package main

import (
	"bytes"
	"crypto/rand"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/sampling"
)

// drawFlags are the flags by which a population and a request are given.
type drawFlags struct {
	population, id, out string
	sorted              bool
	request             sampling.Request
}

func (d *drawFlags) add(flags *flag.FlagSet) {
	d.addPopulation(flags)
	flags.Int64Var(&d.request.Size, "size", 0, "items in the sample")
	flags.Int64Var(&d.request.ReserveSize, "reserve", 0, "replacements")
	flags.Int64Var(&d.request.Round, "round", 0, "0 for the first draw of a context, then 1, 2, ...")
	flags.Func("method", "simple or systematic", func(v string) error { d.request.Method = sampling.Method(v); return nil })
	flags.StringVar(&d.request.Context, "context", "", "what the draw is for, such as 2026/CC8.1/T1; never used twice")
	flags.StringVar(&d.request.Beacon, "beacon", "", "where the randomness comes from, named in advance")
	flags.Func("source", "SHA-256 of the export that the population was read from", func(v string) error { d.request.Source = sampling.Hex(v); return nil })
	flags.StringVar(&d.out, "o", "", "file to write; standard output if absent")
}

func (d *drawFlags) addPopulation(flags *flag.FlagSet) {
	flags.StringVar(&d.population, "population", "", "CSV file of the population, with a header")
	flags.StringVar(&d.id, "id", "", "its column of item ids")
	flags.BoolVar(&d.sorted, "sorted", false, "the rows are sorted by the bytes of their ids: read them one by one, whatever their number")
}

func (d *drawFlags) items(s streams) ([]string, error) {
	items, _, err := readColumn(s, d.population, d.id)
	return items, err
}

// stream yields the item ids of the population one by one, with memory for one row.
func (d *drawFlags) stream(s streams) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		fail := func(err error) { yield("", err) }
		if d.population == "" || d.id == "" {
			fail(errors.New("--population FILE.csv and --id COLUMN are required"))
			return
		}
		f, err := open(s, d.population)
		if err != nil {
			fail(err)
			return
		}
		defer f.Close()
		in := csv.NewReader(f)
		in.ReuseRecord = true
		header, err := in.Read()
		if err != nil {
			fail(fmt.Errorf("%s: header: %w", d.population, err))
			return
		}
		header[0] = strings.TrimPrefix(header[0], "\ufeff") // spreadsheets write a byte order mark
		at := slices.Index(header, d.id)
		if at < 0 {
			fail(fmt.Errorf("%s: no column %q; there are %s", d.population, d.id, strings.Join(header, ", ")))
			return
		}
		for {
			row, err := in.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				fail(fmt.Errorf("%s: %w", d.population, err))
				return
			}
			if !yield(row[at], nil) {
				return
			}
		}
	}
}

func selectionTable() *strictjson.Table { return strictjson.TableOf[sampling.Selection]() }

func readSelection(s streams, name string) (sampling.Selection, error) {
	b, err := readAll(s, name)
	if err != nil {
		return sampling.Selection{}, err
	}
	record, _, err := strictjson.Read[sampling.Selection](bytes.NewReader(b), selectionTable(), "selection", nil)
	if err != nil {
		return sampling.Selection{}, err
	}
	return record, nil
}

func writeSelection(s streams, name string, record sampling.Selection) error {
	return output(s, name, func(w io.Writer) error { return strictjson.Write(w, selectionTable(), record) })
}

func sampleCommit(s streams, args []string) error {
	flags := newFlags(s, "sample commit")
	var d drawFlags
	d.add(flags)
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	var record sampling.Selection
	if d.sorted {
		record, err = sampling.CommitStream(d.stream(s), d.request)
	} else {
		var items []string
		if items, err = d.items(s); err == nil {
			record, err = sampling.Commit(items, d.request)
		}
	}
	if err != nil {
		return err
	}
	return writeSelection(s, d.out, record)
}

func sampleDraw(s streams, args []string) error {
	flags := newFlags(s, "sample draw")
	var d drawFlags
	d.add(flags)
	commitment := flags.String("commitment", "", "the record of sample commit; the flags of the request are then not given")
	randomness := flags.String("randomness", "", "the bytes that the beacon gave, in hexadecimal; without beacon and randomness a fresh nonce is taken")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	b, err := sampling.Hex(*randomness).Bytes()
	if err != nil {
		return fmt.Errorf("--randomness: %w", err)
	}
	if *commitment == "" && (d.request.Beacon == "") != (*randomness == "") {
		return errors.New("--beacon and --randomness are given together, or neither: then a fresh nonce is taken")
	}
	if d.sorted && *commitment == "" {
		return errors.New("--sorted reads the population once for the commitment and once for the draw: run sample commit first and give --commitment")
	}
	var items []string
	if !d.sorted {
		if items, err = d.items(s); err != nil {
			return err
		}
	}
	var record sampling.Selection
	switch {
	case *commitment != "":
		if d.request != (sampling.Request{}) {
			return errors.New("--commitment fixes the request: size, context and the rest are not given again")
		}
		if *randomness == "" {
			return errors.New("--randomness is required with --commitment: a fresh nonce would not come from the beacon that was named")
		}
		pending, err := readSelection(s, *commitment)
		if err != nil {
			return err
		}
		if err := pending.Validate().Err(); err != nil {
			return err
		}
		if d.sorted {
			record, err = pending.DrawStream(d.stream(s), b)
		} else {
			record, err = pending.Draw(items, b)
		}
		if err != nil {
			return err
		}
	case *randomness == "":
		d.request.Beacon = "nonce/cli"
		record, err = sampling.Draw(items, d.request, sampling.Nonce(rand.Reader))
	default:
		record, err = sampling.Draw(items, d.request, sampling.Randomness{Beacon: d.request.Beacon, Bytes: b})
	}
	if err != nil {
		return err
	}
	return writeSelection(s, d.out, record)
}

func sampleVerify(s streams, args []string) error {
	flags := newFlags(s, "sample verify")
	var d drawFlags
	d.addPopulation(flags)
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
		err = record.VerifyStream(d.stream(s))
	} else {
		items, readErr := d.items(s)
		if readErr != nil {
			return readErr
		}
		err = record.Verify(items)
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
	return nil
}
