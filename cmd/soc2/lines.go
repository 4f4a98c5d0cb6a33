package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
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
// place, the run goes on, and the answer of the verb is no. Answers are written once no further line is at hand, so that
// another program may ask line by line.
func eachLine(s streams, answer func(line []byte) (any, error)) error {
	in, out := bufio.NewReaderSize(s.in, maxLine+2), bufio.NewWriter(s.out)
	failed := false
	for {
		line, err := nextLine(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return errors.Join(err, out.Flush())
		}
		var v any
		if err == nil {
			v, err = answer(line)
		}
		b, err := encodedLine(v, err)
		failed = failed || err != nil
		if _, err := out.Write(b); err != nil {
			return err
		}
		if in.Buffered() == 0 {
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if failed {
		return errNo
	}
	return nil
}

// encodedLine returns v as a line of JSON, or the error in its place.
func encodedLine(v any, err error) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err == nil {
		err = e.Encode(v)
	}
	if err != nil {
		b.Reset()
		_ = e.Encode(map[string]string{"error": err.Error()}) // a text always has an encoding
	}
	return b.Bytes(), err
}

var errLongLine = fmt.Errorf("a line of more than %d bytes", maxLine)

// nextLine returns the next line without its end. Of one that is too long it returns an error and passes over the rest.
func nextLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	long := false
	for errors.Is(err, bufio.ErrBufferFull) {
		long = true
		_, err = in.ReadSlice('\n')
	}
	if err != nil && !(errors.Is(err, io.EOF) && (len(line) > 0 || long)) {
		return nil, err
	}
	if n := len(line); n > 0 && line[n-1] == '\n' {
		line = line[:n-1]
	}
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	if long || len(line) > maxLine {
		return nil, errLongLine
	}
	return line, nil
}
