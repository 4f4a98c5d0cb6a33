package report

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/internal/record"
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
	record.Skipped(problems, SchemaVersion, func(pointer string) string {
		switch {
		case strings.HasPrefix(pointer, "/program/"):
			return e.Program.SchemaVersion
		case strings.HasPrefix(pointer, "/fieldwork/"):
			return e.Fieldwork.SchemaVersion
		}
		return e.SchemaVersion
	})
	return e, strictjson.Gather(problems, e.Validate()), nil
}

// ReadFieldwork reads a fieldwork by itself, as [ReadEngagement] reads an engagement. What can only be checked against
// the program is not checked.
func ReadFieldwork(r io.Reader, opts *problem.ReadOptions) (Fieldwork, problem.List, error) {
	f, problems, err := strictjson.Read[Fieldwork](r, fieldworkTable(), FieldworkKind, opts)
	if err != nil {
		return Fieldwork{}, nil, err
	}
	record.Skipped(problems, SchemaVersion, func(string) string { return f.SchemaVersion })
	return f, strictjson.Gather(problems, f.Validate()), nil
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
	record.Skipped(atFieldwork, SchemaVersion, func(string) string { return f.SchemaVersion })
	var atPin problem.List
	if got := evidence.NewDigest([32]byte(sum.Sum(nil))); f.ProgramDigest != got {
		atPin.Errorf("/fieldwork/programDigest", CodeProgramDigest, "the fieldwork belongs to the program %q, but this one is %q", string(f.ProgramDigest), string(got))
	}
	problems := strictjson.Gather(atProgram.Under("program"), atFieldwork.Under("fieldwork"), atPin, f.validate(&p).Under("fieldwork"))
	return Join(p, f), problems, nil
}

// WriteEngagement writes e as JSON: members in the order of the type, two spaces of indent, one final newline. Equal
// engagements give equal bytes.
//
// An engagement of a newer schema version than this module's is refused, and so is one whose program or fieldwork is: it
// may have been read leniently, and what was skipped would be lost. The error then wraps a [problem.Problem] of code
// [problem.CodeSchemaVersion].
func WriteEngagement(w io.Writer, e Engagement) error {
	var newer problem.List
	record.Writable(&newer, "/schemaVersion", e.SchemaVersion, SchemaVersion)
	record.Writable(&newer, "/program/schemaVersion", e.Program.SchemaVersion, program.SchemaVersion)
	record.Writable(&newer, "/fieldwork/schemaVersion", e.Fieldwork.SchemaVersion, SchemaVersion)
	if err := newer.Err(); err != nil {
		return fmt.Errorf("report: the engagement cannot be written: %w", err)
	}
	return strictjson.Write(w, engagementTable(), e)
}

// WriteFieldwork writes f as JSON, as [WriteEngagement] does.
func WriteFieldwork(w io.Writer, f Fieldwork) error {
	var newer problem.List
	record.Writable(&newer, "/schemaVersion", f.SchemaVersion, SchemaVersion)
	if err := newer.Err(); err != nil {
		return fmt.Errorf("report: the fieldwork cannot be written: %w", err)
	}
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
