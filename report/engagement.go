package report

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/program"
)

// An Engagement is a program and a fieldwork joined.
type Engagement struct {
	// Kind is "engagement".
	Kind string `json:"kind"`
	// SchemaVersion is the version of the document's shape, MAJOR.MINOR.
	SchemaVersion string `json:"schemaVersion"`
	// Program is management's document.
	Program program.Program `json:"program"`
	// Fieldwork is the auditor's document.
	Fieldwork Fieldwork `json:"fieldwork"`
}

// Join returns the engagement of p and f. It does not look at the digest by which f pins p, since it has no bytes to
// look at; [ReadParts] does.
func Join(p program.Program, f Fieldwork) Engagement {
	return Engagement{Kind: EngagementKind, SchemaVersion: SchemaVersion, Program: p, Fieldwork: f}
}

var (
	engagementTable = sync.OnceValue(strictjson.TableOf[Engagement])
	fieldworkTable  = sync.OnceValue(strictjson.TableOf[Fieldwork])
)

// ReadEngagement reads an engagement kept in one file. The error, a *[problem.ReadError] unless r itself failed, says why
// it could not be read; then the engagement is the zero value. The problems are about what it says, those of
// [Engagement.Validate] included; at most [problem.MaxKept] are kept.
func ReadEngagement(r io.Reader, opts *problem.ReadOptions) (Engagement, problem.List, error) {
	e, problems, err := strictjson.Read[Engagement](r, engagementTable(), EngagementKind, opts)
	if err != nil {
		return Engagement{}, nil, err
	}
	problems.Append(e.Validate())
	return e, problems, nil
}

// ReadFieldwork reads a fieldwork by itself, as [ReadEngagement] reads an engagement. What can only be checked against
// the program is not checked.
func ReadFieldwork(r io.Reader, opts *problem.ReadOptions) (Fieldwork, problem.List, error) {
	f, problems, err := strictjson.Read[Fieldwork](r, fieldworkTable(), FieldworkKind, opts)
	if err != nil {
		return Fieldwork{}, nil, err
	}
	problems.Append(f.Validate())
	return f, problems, nil
}

// CodeProgramDigest is the code of a fieldwork that pins another program than the one it is read with, or none.
const CodeProgramDigest problem.Code = "program-digest"

// ReadParts reads a program and a fieldwork from two files and joins them. That the fieldwork pins the exact bytes of the
// program is checked. The paths of problems are those of the engagement: they start with /program or /fieldwork.
func ReadParts(prog, fieldwork io.Reader, opts *problem.ReadOptions) (Engagement, problem.List, error) {
	if prog == nil || fieldwork == nil {
		return Engagement{}, nil, errors.New("report: an engagement is read from a program and a fieldwork")
	}
	sum := sha256.New()
	p, atProgram, err := program.Read(io.TeeReader(prog, sum), opts)
	if err != nil {
		return Engagement{}, nil, err
	}
	f, atFieldwork, err := strictjson.Read[Fieldwork](fieldwork, fieldworkTable(), FieldworkKind, opts)
	if err != nil {
		return Engagement{}, nil, err
	}
	problems := atProgram.Under("program")
	problems.Append(atFieldwork.Under("fieldwork"))
	if got := evidence.NewDigest([32]byte(sum.Sum(nil))); f.ProgramDigest != got {
		problems.Errorf("/fieldwork/programDigest", CodeProgramDigest, "the fieldwork belongs to the program %q, but this one is %q", string(f.ProgramDigest), string(got))
	}
	problems.Append(f.validate(&p).Under("fieldwork"))
	return Join(p, f), problems, nil
}

// WriteEngagement writes e as JSON: members in the order of the type, two spaces of indent, one final newline. Equal
// engagements give equal bytes.
func WriteEngagement(w io.Writer, e Engagement) error {
	return strictjson.Write(w, engagementTable(), e)
}

// WriteFieldwork writes f as JSON, as [WriteEngagement] does.
func WriteFieldwork(w io.Writer, f Fieldwork) error {
	return strictjson.Write(w, fieldworkTable(), f)
}

// ProgramDigest returns the digest by which a fieldwork pins p: that of the bytes which [program.Write] gives.
func ProgramDigest(p program.Program) (evidence.Digest, error) {
	var b bytes.Buffer
	if err := program.Write(&b, p); err != nil {
		return "", fmt.Errorf("report: digest of program: %w", err)
	}
	return evidence.NewDigest(sha256.Sum256(b.Bytes())), nil
}
