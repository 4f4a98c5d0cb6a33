package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/sampling"
)

// drawFlags are the flags by which a population and a request are given.
type drawFlags struct {
	population column
	out        string
	sorted     bool
	request    sampling.Request
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
	flags.StringVar(&d.population.file, "population", "", "CSV file of the population, with a header")
	flags.StringVar(&d.population.name, "id", "", "its column of item ids")
	flags.BoolVar(&d.sorted, "sorted", false, "the rows are sorted by the bytes of their ids: read them one by one, whatever their number")
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
		record, err = sampling.CommitStream(d.population.ids(s), d.request)
	} else {
		var items []string
		if items, err = d.population.all(s); err == nil {
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
	given := addRandomness(flags, "; without beacon and randomness a fresh nonce is taken")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	b, err := given.bytes()
	if err != nil {
		return err
	}
	var record sampling.Selection
	switch {
	case *commitment != "":
		record, err = d.fulfil(s, *commitment, b)
	case d.sorted:
		return errors.New("--sorted reads the population once for the commitment and once for the draw: run sample commit first and give --commitment")
	case (d.request.Beacon == "") != (b == nil):
		return errors.New("--beacon and --randomness or --dice are given together, or neither: then a fresh nonce is taken")
	default:
		record, err = d.drawAtOnce(s, b)
	}
	if err != nil {
		return err
	}
	if err := writeSelection(s, d.out, record); err != nil {
		return err
	}
	explainSelection(s, record)
	return nil
}

// fulfil draws what the pending record in a file committed to. Whoever gives a commitment states that it came first.
func (d *drawFlags) fulfil(s streams, commitment string, randomness []byte) (sampling.Selection, error) {
	if d.request != (sampling.Request{}) {
		return sampling.Selection{}, errors.New("--commitment fixes the request: size, context and the rest are not given again")
	}
	if randomness == nil {
		return sampling.Selection{}, errors.New("--randomness or --dice is required with --commitment: a fresh nonce would not come from the beacon that was named")
	}
	pending, err := readSelection(s, commitment)
	if err != nil {
		return sampling.Selection{}, err
	}
	if err := pending.Validate().Err(); err != nil {
		return sampling.Selection{}, err
	}
	pending.CommittedBeforehand = true
	if d.sorted {
		return pending.DrawSortedStream(d.population.ids(s), randomness)
	}
	items, err := d.population.all(s)
	if err != nil {
		return sampling.Selection{}, err
	}
	return pending.Draw(items, randomness)
}

// drawAtOnce commits and draws in one go, with a fresh nonce where no randomness is given.
func (d *drawFlags) drawAtOnce(s streams, randomness []byte) (sampling.Selection, error) {
	items, err := d.population.all(s)
	if err != nil {
		return sampling.Selection{}, err
	}
	if randomness == nil {
		d.request.Beacon = "nonce/cli"
		return sampling.Draw(items, d.request, sampling.Nonce(rand.Reader))
	}
	return sampling.Draw(items, d.request, sampling.Randomness{Beacon: d.request.Beacon, Bytes: randomness})
}

// explainSelection tells on the side what a record does not show.
func explainSelection(s streams, record sampling.Selection) {
	if record.CommittedBeforehand {
		fmt.Fprintf(s.err, "note: the commitment is %s; it shows something only to whoever was given it before the randomness existed (verify --commitment)\n", record.Commitment)
	} else {
		fmt.Fprintln(s.err, "note: the record does not state that the commitment was handed over beforehand: nothing shows that it was not drawn until it pleased")
	}
	if !record.IsPubliclyVerifiable() {
		fmt.Fprintf(s.err, "note: nobody can look up the randomness of %q: where it came from must be believed or witnessed\n", record.Beacon)
	}
}

// randomness are the flags by which the randomness of a draw is given.
type randomness struct{ hex, dice string }

func addRandomness(flags *flag.FlagSet, without string) *randomness {
	var r randomness
	flags.StringVar(&r.hex, "randomness", "", "the bytes that the beacon gave, in hexadecimal"+without)
	flags.StringVar(&r.dice, "dice", "", "the digits of the dice in the order rolled, such as 31415926535897932384, instead of --randomness")
	return &r
}

// bytes returns the randomness that was given, nil if none was.
func (r *randomness) bytes() ([]byte, error) {
	switch {
	case r.hex != "" && r.dice != "":
		return nil, errors.New("--randomness and --dice exclude each other")
	case r.dice != "":
		return []byte(r.dice), nil
	case r.hex == "":
		return nil, nil
	}
	b, err := sampling.Hex(r.hex).Bytes()
	if err != nil {
		return nil, fmt.Errorf("--randomness: %w", err)
	}
	return b, nil
}
