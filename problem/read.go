package problem

import (
	"fmt"
	"strings"
)

// DefaultMaxBytes is the size limit of a document when the caller sets none: 256 MiB.
const DefaultMaxBytes int64 = 256 << 20

// ReadOptions say what reading a document accepts. Nil means the defaults.
type ReadOptions struct {
	// MaxBytes is the most bytes a document may have; 0 means [DefaultMaxBytes].
	MaxBytes int64
	// Lenient skips members that the document type does not have, at any depth, instead of refusing the document for
	// them. It is for documents of a newer minor version than this module knows, which may have further optional members.
	// Each skipped member is a problem of code [CodeUnknown] at its place: of severity [Warning] in a document of a newer
	// version, otherwise an [Error], since a known version has no further members. The value says nothing of them: to write
	// it back would lose what they say.
	//
	// Nothing else is tolerated. A name that differs in case alone from one that the type has is a misspelling and refused;
	// so are members that are missing, null, repeated, or of another JSON type, and skipped values that are not well-formed.
	// False, the default, is strict.
	Lenient bool
}

// Codes of the faults for which a document is refused before anything in it is used.
const (
	CodeSyntax    Code = "json-syntax"      // not JSON: {"id":}
	CodeUTF8      Code = "json-utf8"        // bytes that are not UTF-8, or an escape that is half a surrogate pair: "\ud800"
	CodeTrailing  Code = "json-trailing"    // something other than white space after the document: {}{}
	CodeDuplicate Code = "member-duplicate" // one name twice in an object: {"id":"a","id":"b"}
	CodeUnknown   Code = "member-unknown"   // a name the type does not have, in that exact spelling: {"Id":"a"}; see [ReadOptions].Lenient
	CodeMissing   Code = "member-missing"   // a required member is absent: {}
	CodeNull      Code = "value-null"       // null where a value belongs: {"id":null}
	CodeType      Code = "value-type"       // another JSON type than the member has: {"id":7}
	CodeNumber    Code = "value-number"     // a number that the member cannot hold exactly: {"size":1.5}
	CodeText      Code = "value-text"       // a string that its type refuses to decode
	CodeTooDeep   Code = "too-deep"         // nested deeper than 64 levels
	CodeTooLarge  Code = "too-large"        // more bytes than the limit
	CodeTooMany   Code = "too-many"         // so many elements that decoding them would need memory out of proportion to the document
)

// A Fault is one reason why a document was refused.
type Fault struct {
	Path    string // JSON Pointer of the place
	Offset  int64  // byte offset in the document, from 0
	Code    Code   // the reason, such as [CodeDuplicate]
	Message string // what is there and what was expected
}

// String returns the fault on one line.
func (f Fault) String() string {
	path := f.Path
	if path == "" {
		path = "(document)"
	}
	return fmt.Sprintf("%s at byte %d: %s: %s", path, f.Offset, f.Code, f.Message)
}

// A ReadError says why a document was refused. The value returned beside it is the zero value.
type ReadError struct {
	Document string  // what was being read, such as "program"
	Faults   []Fault // in the order of the document; at least one, at most [MaxKept]
	More     int     // how many further faults were found and not kept
}

// Error lists the faults one to a line.
func (e *ReadError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: refused:", e.Document)
	for _, f := range e.Faults {
		b.WriteString("\n\t")
		b.WriteString(f.String())
	}
	if e.More > 0 {
		fmt.Fprintf(&b, "\n\tand %d more", e.More)
	}
	return b.String()
}

// Has reports whether any fault kept in e has the given code.
func (e *ReadError) Has(code Code) bool {
	for _, f := range e.Faults {
		if f.Code == code {
			return true
		}
	}
	return false
}
