package strictjson

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"reflect"

	"github.com/soc2kit/soc2/problem"
)

// Read reads one JSON document, which opts bound, from r into a T that t describes; document says in errors what is
// being read, such as "program". It reads no more than one byte beyond the limit.
//
// The error is a [*problem.ReadError], which lists every reason why the document is refused, or wraps the error of r. The
// value is then the zero T and the list empty. The problems name each text that has control characters (other than tab,
// line feed and carriage return before line feed) or characters that override the direction of text, and, where opts are
// lenient, after those each member that was skipped. A type that codes itself decides alone which members it takes.
func Read[T any](r io.Reader, t *Table, document string, opts *problem.ReadOptions) (T, problem.List, error) {
	var zero T
	data, err := readAll(r, document, opts)
	if err != nil {
		return zero, nil, err
	}
	return decode[T](data, t, document, opts != nil && opts.Lenient)
}

// readAll reads r up to its end or the limit.
func readAll(r io.Reader, document string, opts *problem.ReadOptions) ([]byte, error) {
	limit := problem.DefaultMaxBytes
	if opts != nil && opts.MaxBytes != 0 {
		limit = opts.MaxBytes
	}
	if limit < 0 {
		return nil, fmt.Errorf("strictjson: %s: MaxBytes is %d; expected 0 for the default, or more", document, limit)
	}
	if r == nil {
		return nil, fmt.Errorf("strictjson: %s: no reader", document)
	}
	data, err := io.ReadAll(io.LimitReader(r, min(limit, math.MaxInt64-1)+1))
	if err != nil {
		return nil, fmt.Errorf("strictjson: reading %s: %w", document, err)
	}
	if int64(len(data)) > limit {
		return nil, &problem.ReadError{Document: document, Faults: []problem.Fault{{
			Offset:  limit,
			Code:    problem.CodeTooLarge,
			Message: fmt.Sprintf("more than %d bytes", limit),
		}}}
	}
	return data, nil
}

// Decode does what [Read] does without options for a document that is in memory already. It sets no limit to the size and
// keeps no reference to data.
func Decode[T any](data []byte, t *Table, document string) (T, problem.List, error) {
	return decode[T](data, t, document, false)
}

func decode[T any](data []byte, t *Table, document string, lenient bool) (T, problem.List, error) {
	var value, zero T
	if t.Type() != reflect.TypeFor[T]() {
		return zero, nil, fmt.Errorf("strictjson: %s: the table describes %v, not %v", document, t.Type(), reflect.TypeFor[T]())
	}
	problems, err := t.check(data, document, lenient)
	if err != nil {
		return zero, nil, err
	}
	if err := json.Unmarshal(data, &value); err != nil {
		return zero, nil, t.locate(data, document, lenient, err)
	}
	return value, problems, nil
}

// check scans data against t.
func (t *Table) check(data []byte, document string, lenient bool) (problem.List, error) {
	s := scanner{data: data, lenient: lenient, budget: budgetOf(len(data)) - t.root.size}
	s.scan(t.root)
	if err := s.err(document); err != nil {
		return nil, err
	}
	return s.list(), nil
}

// locate says where a document that passed the scan was refused with cause by the decoders of its types.
func (t *Table) locate(data []byte, document string, lenient bool, cause error) error {
	s := scanner{data: data, lenient: lenient, budget: math.MaxInt64, decode: true}
	s.scan(t.root)
	if err := s.err(document); err != nil {
		return err
	}
	s.fault(0, problem.CodeType, "%s", shorten(cause.Error())) // the decoder of a type does not give equal answers
	return s.err(document)
}

// err returns the faults as an error, nil if there are none.
func (f *findings) err(document string) error {
	if len(f.faults) == 0 {
		return nil
	}
	return &problem.ReadError{Document: document, Faults: f.faults, More: f.more}
}
