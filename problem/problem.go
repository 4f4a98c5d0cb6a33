package problem

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Severity says how much a problem matters.
//
// The zero Severity is not valid.
type Severity string

const (
	Error   Severity = "error"   // the document is not sound; a report must not be issued on it
	Warning Severity = "warning" // a person should look
	Advice  Severity = "advice"  // a hint
)

var severities = []Severity{Error, Warning, Advice}

// Severities lists the severities, gravest first.
func Severities() []Severity { return slices.Clone(severities) }

// IsValid reports whether s is one of the three severities.
func (s Severity) IsValid() bool { return slices.Contains(severities, s) }

// EnumValues lists the spellings of a severity, gravest first, for JSON Schema.
func (Severity) EnumValues() []string { return []string{"error", "warning", "advice"} }

// A Code names the rule that a problem breaks, in lowercase words joined by hyphens. It never changes meaning:
// callers, waivers and tests match on it, never on a message.
type Code string

// A Problem is one thing wrong with a document.
type Problem struct {
	// Path is the JSON Pointer (RFC 6901) of the place; "" is the whole document.
	Path string `json:"path"`
	// Code names the rule.
	Code Code `json:"code"`
	// Severity says how much it matters.
	Severity Severity `json:"severity"`
	// Message says it for people: what is there, what was expected. It may be reworded in any release and never
	// quotes the content of evidence.
	Message string `json:"message"`
}

// String returns the problem on one line: path, severity, code, message.
func (p Problem) String() string {
	path := p.Path
	if path == "" {
		path = "(document)"
	}
	return fmt.Sprintf("%s: %s %s: %s", path, p.Severity, p.Code, p.Message)
}

// Error returns the same line as [Problem.String], so that a problem can be wrapped and found with errors.As.
func (p Problem) Error() string { return p.String() }

// A List holds what a check found, in the order of the document.
//
// It is not an error itself: an empty List kept in an error variable would not be nil. See [List.Err].
//
// A list that is built with [List.Add] and [List.Append] keeps at most [MaxKept] problems. One more at its end, of code
// [CodeMore], counts the rest and has the gravest severity among them: so checking a document never needs memory out of
// proportion to it, and no error is lost.
type List []Problem

// SchemaName returns the name of the type in JSON Schema, where "List" would not say of what.
func (List) SchemaName() string { return "ProblemList" }

// MaxKept is the number of problems that a list keeps.
const MaxKept = 1000

// CodeMore is the code of the last problem of a full list: it counts what was left out.
const CodeMore Code = "more-problems"

// Add appends a problem of the given severity at path (see [Pointer]).
func (l *List) Add(s Severity, path string, code Code, format string, args ...any) {
	if l.isFull() {
		l.Omit(1, s)
		return
	}
	*l = append(*l, Problem{Path: path, Code: code, Severity: s, Message: fmt.Sprintf(format, args...)})
}

// Append appends the problems of other, as they are.
func (l *List) Append(other List) {
	for i, p := range other {
		switch {
		case p.Code == CodeMore:
			l.Omit(p.counted(), p.Severity)
		case l.isFull():
			l.Omit(1, p.Severity)
		case cap(*l) == 0:
			*l = slices.Grow(*l, min(len(other)-i, MaxKept))
			*l = append(*l, p)
		default:
			*l = append(*l, p)
		}
	}
}

// isFull reports whether l keeps no further problem.
func (l *List) isFull() bool {
	n := len(*l)
	return n >= MaxKept || n > 0 && (*l)[n-1].Code == CodeMore
}

// Omit counts n problems of severity s that l does not hold, in a last problem of code [CodeMore]. Those that bound the
// problems of a document by themselves call it once, at the end.
func (l *List) Omit(n int, s Severity) {
	last := len(*l) - 1
	if last < 0 || (*l)[last].Code != CodeMore {
		*l = append(*l, Problem{Code: CodeMore, Severity: s})
		last++
	}
	p := &(*l)[last]
	if slices.Index(severities, s) < slices.Index(severities, p.Severity) {
		p.Severity = s
	}
	p.Message = strconv.Itoa(p.counted()+n) + " more problems are not shown"
}

// counted returns how many problems p counts, a problem of code CodeMore.
func (p Problem) counted() int {
	digits, _, _ := strings.Cut(p.Message, " ")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}

// Errorf appends a problem of severity Error at path.
func (l *List) Errorf(path string, code Code, format string, args ...any) {
	l.Add(Error, path, code, format, args...)
}

// Warnf appends a problem of severity Warning at path.
func (l *List) Warnf(path string, code Code, format string, args ...any) {
	l.Add(Warning, path, code, format, args...)
}

// Under returns l with the path made of elems (see [Pointer]) put in front of every path. It changes l in place and
// returns it, so that a parent can write: l.Append(child.Validate().Under("controls", i)).
func (l List) Under(elems ...any) List {
	if len(l) == 0 {
		return l
	}
	prefix := Pointer(elems...)
	for i := range l {
		if l[i].Code != CodeMore { // which is about the document
			l[i].Path = prefix + l[i].Path
		}
	}
	return l
}

// Err joins the problems of severity Error; it returns nil if there are none.
func (l List) Err() error {
	var errs []error
	for _, p := range l {
		if p.Severity == Error {
			errs = append(errs, p)
		}
	}
	return errors.Join(errs...)
}

// HasErrors reports whether any problem in l is of severity Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity == Error })
}

// Capped returns l as [List.Append] would have built it: with at most [MaxKept] problems and the count of the rest.
func (l List) Capped() List {
	if len(l) <= MaxKept {
		return l
	}
	var kept List
	kept.Append(l)
	return kept
}

// String returns the problems one to a line.
func (l List) String() string {
	var b strings.Builder
	for _, p := range l {
		b.WriteString(p.String())
		b.WriteByte('\n')
	}
	return b.String()
}
