package program

import (
	"fmt"
	"io"
	"sync"

	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

var table = sync.OnceValue(strictjson.TableOf[Program])

// Read reads a program from r. The error, a *[problem.ReadError] unless r itself failed, says why the document could not
// be read; then the program is the zero value. The problems are about what it says, those of [Program.Validate]
// included; at most [problem.MaxKept] are kept.
func Read(r io.Reader, opts *problem.ReadOptions) (Program, problem.List, error) {
	p, problems, err := strictjson.Read[Program](r, table(), Kind, opts)
	if err != nil {
		return Program{}, nil, err
	}
	record.Skipped(problems, SchemaVersion, func(string) string { return p.SchemaVersion })
	return p, strictjson.Gather(problems, p.Validate()), nil
}

// Write writes p as JSON: members in the order of the type, two spaces of indent, one final newline. Equal programs give
// equal bytes.
//
// A program of a newer schema version than [SchemaVersion] is refused: it may have been read leniently, and what was
// skipped would be lost. The error then wraps a [problem.Problem] of code [problem.CodeSchemaVersion].
func Write(w io.Writer, p Program) error {
	var newer problem.List
	record.Writable(&newer, "/schemaVersion", p.SchemaVersion, SchemaVersion)
	if err := newer.Err(); err != nil {
		return fmt.Errorf("program: cannot be written: %w", err)
	}
	return strictjson.Write(w, table(), p)
}
