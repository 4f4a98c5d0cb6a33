package corrupt

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// A Case is a document with one thing wrong.
type Case struct {
	Name     string       // what was done to which member: "null /controls/0/id"
	Path     string       // JSON Pointer of the fault
	Offset   int64        // byte offset of the fault
	Code     problem.Code // of the fault
	Addition bool         // the fault is a member that a newer minor version could have added: lenient reading skips it
	Document []byte       // the whole document
}

// Verify says what is wrong with err, the outcome of decoding the document: it has to be a [*problem.ReadError] with the
// one fault of the case.
func (c Case) Verify(err error) error {
	var refused *problem.ReadError
	switch {
	case err == nil:
		return fmt.Errorf("%s: accepted", c.Name)
	case !errors.As(err, &refused):
		return fmt.Errorf("%s: not a ReadError: %w", c.Name, err)
	case len(refused.Faults) != 1 || refused.More != 0:
		return fmt.Errorf("%s: more than one fault: %w", c.Name, err)
	}
	f := refused.Faults[0]
	if f.Path != c.Path || f.Offset != c.Offset || f.Code != c.Code || f.Message == "" {
		return fmt.Errorf("%s: expected %s at %s, byte %d: %w", c.Name, c.Code, c.Path, c.Offset, err)
	}
	return nil
}

// VerifyLenient says what is wrong with problems and err, the outcome of decoding the document leniently. An addition is
// read, with a warning at its place as the one problem. Any other document is refused as [Case.Verify] demands, with no
// problems.
func (c Case) VerifyLenient(problems problem.List, err error) error {
	switch {
	case !c.Addition && len(problems) > 0:
		return fmt.Errorf("%s: problems beside the fault: %v", c.Name, problems)
	case !c.Addition:
		return c.Verify(err)
	case err != nil:
		return fmt.Errorf("%s: not skipped: %w", c.Name, err)
	case len(problems) != 1:
		return fmt.Errorf("%s: expected one problem, not %v", c.Name, problems)
	}
	p := problems[0]
	if p.Path != c.Path || p.Code != c.Code || p.Severity != problem.Warning || p.Message == "" {
		return fmt.Errorf("%s: expected a warning %s at %s, not %v", c.Name, c.Code, c.Path, p)
	}
	return nil
}

// samples has one value of each kind.
var samples = []struct{ kind, value string }{
	{"object", "{}"}, {"array", "[]"}, {"string", `""`}, {"number", "0"}, {"boolean", "true"}, {"null", "null"},
}

// addition is what is done to a document that gets a further member.
const addition = "addition"

// cases yields the corruptions of one value of the valid document.
func (s *site) cases(valid []byte) iter.Seq[Case] {
	return func(yield func(Case) bool) {
		put := func(what, path string, offset int, code problem.Code, from int, text string, to int) bool {
			return yield(Case{
				Name: what + " " + path, Path: path, Offset: int64(offset), Code: code, Addition: what == addition,
				Document: slices.Concat(valid[:from], []byte(text), valid[to:]),
			})
		}
		for _, sample := range samples {
			code := problem.CodeType
			if sample.kind == "null" {
				code = problem.CodeNull
			}
			if !slices.Contains(kindsOf(s.typ), sample.kind) &&
				!put(sample.kind, s.path, s.start, code, s.start, sample.value, s.end) {
				return
			}
		}
		for _, number := range s.numbers() {
			if !put(number, s.path, s.start, problem.CodeNumber, s.start, number, s.end) {
				return
			}
		}
		if s.name == 0 {
			return
		}
		if !put("duplicate", s.path, s.end+1, problem.CodeDuplicate, s.end, ","+string(valid[s.name:s.end]), s.end) || s.member == nil {
			return
		}
		value := ":" + string(valid[s.start:s.end])
		unknown := func(what, name string) bool {
			quoted, _ := json.Marshal(name) // a string always encodes
			return put(what, s.parent+problem.Pointer(name), s.end+1, problem.CodeUnknown, s.end, ","+string(quoted)+value, s.end)
		}
		for _, name := range variants(s.member.name, s.siblings) {
			if !unknown("misspelt", name) {
				return
			}
		}
		if !unknown(addition, s.member.name+".unknown") {
			return
		}
		if s.member.required {
			from, to := s.previous, s.end
			if s.previous == 0 {
				from, to = s.name, max(s.next, s.end)
			}
			put("missing", s.path, s.close-(to-from), problem.CodeMissing, from, "", to)
		}
	}
}

// numbers lists numbers that are too much for the type of the value.
func (s *site) numbers() []string {
	if isCoded(s.typ) {
		return nil
	}
	switch s.typ.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return []string{"1.5", "1.0", "1e3", "9223372036854775808", "-9223372036854775809"}
	case reflect.Float64:
		return []string{"1e400", "-1e400", "1e-400"}
	}
	return nil
}
