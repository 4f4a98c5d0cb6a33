package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/soc2kit/soc2/internal/wholefile"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
)

// open opens a file to read; - is standard input.
func open(s streams, name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(s.in), nil
	}
	return os.Open(name)
}

// readAll reads a document as a whole, up to the limit of documents and one byte.
func readAll(s streams, name string) ([]byte, error) {
	f, err := open(s, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, problem.DefaultMaxBytes+1))
}

// output writes to the file name, as a whole or not at all; - and "" are standard output.
func output(s streams, name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(s.out)
	}
	return wholefile.Write(name, write)
}

// parts are the flags by which an engagement is given as two files.
type parts struct{ program, fieldwork string }

// readEngagement reads an engagement from one file, or from a program and a fieldwork.
func readEngagement(s streams, p parts, args []string, opts *problem.ReadOptions) (report.Engagement, problem.List, error) {
	switch {
	case p.program != "" && p.fieldwork != "" && len(args) == 0:
		prog, err := open(s, p.program)
		if err != nil {
			return report.Engagement{}, nil, err
		}
		defer prog.Close()
		field, err := open(s, p.fieldwork)
		if err != nil {
			return report.Engagement{}, nil, err
		}
		defer field.Close()
		return report.ReadParts(prog, field, opts)
	case p.program == "" && p.fieldwork == "" && len(args) == 1:
		f, err := open(s, args[0])
		if err != nil {
			return report.Engagement{}, nil, err
		}
		defer f.Close()
		return report.ReadEngagement(f, opts)
	}
	return report.Engagement{}, nil, errors.New("one FILE is expected, or --program P and --fieldwork F")
}

// readAny reads a document of any kind that validate knows and returns its problems.
func readAny(s streams, name string, opts *problem.ReadOptions) (problem.List, error) {
	b, err := readAll(s, name)
	if err != nil {
		return nil, err
	}
	var problems problem.List
	switch kind := report.DetectKind(bytes.NewReader(b)); kind {
	case program.Kind:
		_, problems, err = program.Read(bytes.NewReader(b), opts)
	case report.FieldworkKind:
		_, problems, err = report.ReadFieldwork(bytes.NewReader(b), opts)
	case "":
		if json.Valid(b) {
			return nil, fmt.Errorf("%s says no kind; a program, a fieldwork or an engagement does", name)
		}
		_, problems, err = report.ReadEngagement(bytes.NewReader(b), opts) // which says where it is no JSON
	case report.ConclusionsKind, report.DeliverableDocument:
		return nil, fmt.Errorf("%s is of kind %q, which is computed; a program, a fieldwork or an engagement is validated", name, kind)
	case report.EngagementKind:
		_, problems, err = report.ReadEngagement(bytes.NewReader(b), opts)
	default:
		return nil, fmt.Errorf("%s is of kind %q; a program, a fieldwork or an engagement was expected", name, kind)
	}
	return problems, err
}
