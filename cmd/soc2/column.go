package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/sampling"
)

// A column is the column of item ids in the CSV file of a population. The file has a header that names it.
type column struct {
	file, name string
	digest     sampling.Hex // SHA-256 of the file, once it has been gone through
}

// ids yields the ids one by one, with memory for one row. An error ends them.
func (c *column) ids(s streams) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if err := c.each(s, func(id string) bool { return yield(id, nil) }); err != nil {
			yield("", err)
		}
	}
}

// all returns all ids.
func (c *column) all(s streams) ([]string, error) {
	var ids []string
	err := c.each(s, func(id string) bool {
		ids = append(ids, strings.Clone(id))
		return true
	})
	return ids, err
}

// each shows the ids to see, until it has had enough.
func (c *column) each(s streams, see func(string) bool) error {
	if c.file == "" || c.name == "" {
		return errors.New("--population FILE.csv and --id COLUMN are required")
	}
	f, err := open(s, c.file)
	if err != nil {
		return err
	}
	defer f.Close()
	sum, lines := sha256.New(), &lineCounter{}
	text := bufio.NewReader(io.TeeReader(f, io.MultiWriter(sum, lines)))
	if mark, _ := text.Peek(3); bytes.Equal(mark, []byte("\ufeff")) { // spreadsheets write a byte order mark
		_, _ = text.Discard(3) // they have been read
	}
	in := csv.NewReader(text)
	in.ReuseRecord = true
	header, err := in.Read()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: empty; a header with the names of the columns expected", c.file)
	}
	if err != nil {
		return fmt.Errorf("%s: header: %w", c.file, err)
	}
	at, alone := slices.Index(header, c.name), len(header) == 1
	switch {
	case at < 0:
		return fmt.Errorf("%s: no column %q; there are %.200q", c.file, c.name, header)
	case slices.Contains(header[at+1:], c.name):
		return fmt.Errorf("%s: several columns %q; one expected", c.file, c.name)
	}
	p := newProgress(s, c.file)
	defer p.end()
	// The reader passes over lines without anything. In a file of one column such a line is a row whose id is missing.
	blank := func(line int) error { return fmt.Errorf("%s: line %d: blank; an item id expected", c.file, line) }
	next := 2
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", c.file, err)
		}
		if line, _ := in.FieldPos(0); alone && line != next {
			return blank(next)
		}
		next += 1 + strings.Count(row[0], "\n")
		p.count()
		if !see(row[at]) {
			return nil
		}
	}
	if alone && lines.count() >= next {
		return blank(next)
	}
	c.digest = sampling.HexOf(sum.Sum(nil))
	return nil
}

// A lineCounter counts the lines that are written to it.
type lineCounter struct {
	ends    int
	unended bool // the last line has no end yet
}

func (l *lineCounter) Write(b []byte) (int, error) {
	l.ends += bytes.Count(b, []byte("\n"))
	if len(b) > 0 {
		l.unended = b[len(b)-1] != '\n'
	}
	return len(b), nil
}

func (l *lineCounter) count() int {
	if l.unended {
		return l.ends + 1
	}
	return l.ends
}
