package strictjson

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/soc2kit/soc2/problem"
)

// maxPathBytes bounds what the paths of all faults, and of all problems, take together: a document can make each of them
// as long as itself.
const maxPathBytes = 1 << 20

// findings are what a scan brings to light.
type findings struct {
	faults     []problem.Fault
	faultPaths int // bytes of their paths
	more       int // faults that were not kept

	problems     problem.List
	problemPaths int // bytes of their paths
	moreProblems int // problems that were not kept

	skipped      problem.List // members that lenient reading skipped
	skippedPaths int          // bytes of their paths
	moreSkipped  int          // those that were not kept

	where  int  // of the bytes that quoted found not to be UTF-8
	unsafe rune // the first unsafe character that quoted found
}

// fault records that the value or member at p, whose place is the current one, is refused.
func (s *scanner) fault(p int, code problem.Code, format string, args ...any) {
	if s.keepFault() {
		s.addFault(s.pointer(), p, code, fmt.Sprintf(format, args...))
	}
}

// keepFault reports whether there is room for another fault at the current place, and counts it if there is not.
func (s *scanner) keepFault() bool {
	if s.room(len(s.faults), s.faultPaths) {
		return true
	}
	s.more++
	return false
}

func (s *scanner) addFault(path string, p int, code problem.Code, message string) {
	s.faultPaths += len(path)
	s.faults = append(s.faults, problem.Fault{Path: path, Offset: int64(p), Code: code, Message: message})
}

// adopt records the faults that the decoder of the value at p found inside it.
func (s *scanner) adopt(p int, inner *problem.ReadError) {
	for _, f := range inner.Faults {
		if s.keepFault() {
			s.addFault(s.pointer()+f.Path, p+int(f.Offset), f.Code, f.Message)
		}
	}
	s.more += inner.More
}

// syntax records that the document is not JSON from p on, and ends the scan.
func (s *scanner) syntax(p int, expected string) int {
	s.fault(p, problem.CodeSyntax, "%s; expected %s", s.found(p), expected)
	return stop
}

// tooDeep records that an array or object at p is one level too many, and ends the scan.
func (s *scanner) tooDeep(p int) int {
	s.fault(p, problem.CodeTooDeep, "nested deeper than %d levels", maxDepth)
	return stop
}

// refuseUnknown records that a member is refused which n does not have.
func (s *scanner) refuseUnknown(n *node, name token, spelled []byte) {
	if !s.keepFault() {
		return
	}
	message := fmt.Sprintf("%v has no such member", n.typ)
	if known := n.nearest(spelled); known != "" {
		message += fmt.Sprintf("; it is spelled %q", known)
	}
	s.addFault(s.pointer(), name.start, problem.CodeUnknown, message)
}

// skip records that the member at the current place was skipped because n does not have it.
func (s *scanner) skip(n *node) {
	if !s.room(len(s.skipped), s.skippedPaths) {
		s.moreSkipped++
		return
	}
	path := s.pointer()
	s.skippedPaths += len(path)
	s.skipped.Warnf(path, problem.CodeUnknown, "%v has no such member; it was skipped", n.typ)
}

// missing records the required members of n that an object lacks, which ends at p.
func (s *scanner) missing(p int, n *node, seen *fieldSet) {
	for i, f := range n.fields {
		if !f.optional && !seen.has(i) && s.keepFault() {
			path := s.pointer() + problem.Pointer(f.name)
			s.addFault(path, p, problem.CodeMissing, fmt.Sprintf("required: expected %v", f.node.accepts))
		}
	}
}

// unsafeText records that the string value at the current place has the character s.unsafe.
func (s *scanner) unsafeText() {
	if !s.room(len(s.problems), s.problemPaths) {
		s.moreProblems++
		return
	}
	path := s.pointer()
	s.problemPaths += len(path)
	s.problems.Errorf(path, problem.CodeTextUnsafe, "the text has the character U+%04X, which readers do not see or which misleads them", s.unsafe)
}

// list returns the problems and then the skipped members; the last entry counts those that were not kept.
func (f *findings) list() problem.List {
	if f.moreProblems > 0 {
		f.problems.Omit(f.moreProblems, problem.Error)
	}
	f.problems.Append(f.skipped)
	if f.moreSkipped > 0 {
		f.problems.Omit(f.moreSkipped, problem.Warning)
	}
	return f.problems
}

// pointer returns the JSON Pointer of the current place.
func (s *scanner) pointer() string {
	elems := make([]any, s.depth)
	for i, st := range s.steps[:s.depth] {
		switch {
		case st.name.end == 0:
			elems[i] = st.index
		case st.name.escaped:
			elems[i] = string(unescape(nil, s.data[st.name.start:st.name.end]))
		default:
			elems[i] = strings.ToValidUTF8(string(s.raw(st.name)), "\ufffd")
		}
	}
	return problem.Pointer(elems...)
}

// room reports whether one more may be kept with the pointer of the current place, beside so many whose paths have so
// many bytes.
func (s *scanner) room(kept, pathBytes int) bool {
	for _, st := range s.steps[:s.depth] {
		pathBytes += st.name.end - st.name.start
	}
	return kept == 0 || kept < problem.MaxKept && pathBytes <= maxPathBytes
}

// found says what is at p.
func (s *scanner) found(p int) string {
	if p >= len(s.data) {
		return "the end of the document"
	}
	r, size := utf8.DecodeRune(s.data[p:])
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf("the byte 0x%02x", s.data[p])
	}
	return fmt.Sprintf("the character %+q", r)
}

// shorten cuts a message that a decoder made of what it was given.
func shorten(message string) string {
	const most = 200
	if len(message) <= most {
		return message
	}
	end := most
	for !utf8.RuneStart(message[end]) {
		end--
	}
	return message[:end] + "..."
}
