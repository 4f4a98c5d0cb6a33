package program

import (
	"io"
	"sync"

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
	problems.Append(p.Validate())
	return p, problems, nil
}

// Write writes p as JSON: members in the order of the type, two spaces of indent, one final newline. Equal programs give
// equal bytes.
func Write(w io.Writer, p Program) error {
	return strictjson.Write(w, table(), p)
}
