package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// writeJSON writes v as one JSON document with indentation.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// maxLine bounds one line of input.
const maxLine = 1 << 20

// eachLine answers each line of in with one line of JSON, in order. A line that cannot be answered gives an error in its
// place, the run goes on, and the answer of the verb is no.
func eachLine(s streams, answer func(line []byte) (any, error)) error {
	scan := bufio.NewScanner(s.in)
	scan.Buffer(nil, maxLine)
	out := bufio.NewWriter(s.out)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	failed := false
	for scan.Scan() {
		v, err := answer(scan.Bytes())
		if err != nil {
			failed = true
			v = map[string]string{"error": err.Error()}
		}
		if err := e.Encode(v); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if err := scan.Err(); err != nil {
		return fmt.Errorf("a line: %w (at most %d bytes)", err, maxLine)
	}
	if failed {
		return errNo
	}
	return nil
}
