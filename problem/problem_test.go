package problem_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/problem"
	"github.com/stretchr/testify/require"
)

func TestPointer(t *testing.T) {
	require.Equal(t, "", problem.Pointer())
	require.Equal(t, "/controls/3/id", problem.Pointer("controls", 3, "id"))
	require.Equal(t, "/labels/a~1b~0c", problem.Pointer("labels", "a/b~c"), "RFC 6901, section 4")
	require.Equal(t, "/", problem.Pointer(""), "the empty name is a name")
	require.Equal(t, "/~01", problem.Pointer("~1"), "the tilde first, or it would read as a slash")
}

func TestUnderPrefixesEveryPath(t *testing.T) {
	l := problem.List{{Path: ""}, {Path: "/id"}}
	require.Equal(t, problem.List{{Path: "/plans/0"}, {Path: "/plans/0/id"}}, l.Under("plans", 0))
	require.Nil(t, problem.List(nil).Under("plans"))
}

func TestErrIsNilWithoutErrors(t *testing.T) {
	var l problem.List
	require.NoError(t, l.Err())
	l.Warnf("", "w", "look")
	l.Add(problem.Advice, "", "a", "a hint")
	require.NoError(t, l.Err())
	require.False(t, l.HasErrors())
	l.Errorf("/id", "e", "wrong")
	require.True(t, l.HasErrors())
	var p problem.Problem
	require.ErrorAs(t, l.Err(), &p)
	require.Equal(t, problem.Code("e"), p.Code)
}

func TestCappedCountsTheRest(t *testing.T) {
	l := make(problem.List, problem.MaxKept, problem.MaxKept+2)
	require.Len(t, l.Capped(), problem.MaxKept, "as many as fit")
	l = append(l, problem.Problem{Severity: problem.Warning}, problem.Problem{Severity: problem.Error})
	capped := l.Capped()
	require.Len(t, capped, problem.MaxKept+1)
	require.Equal(t, problem.Problem{Code: problem.CodeMore, Severity: problem.Error, Message: "2 more problems are not shown"}, capped[problem.MaxKept])
	require.Len(t, l, problem.MaxKept+2, "the list itself is left as it was")
}

// A list never grows beyond what it keeps, however it is built, and no error among the rest is lost.
func TestFullListsCount(t *testing.T) {
	var one problem.List
	for i := range problem.MaxKept + 5 {
		one.Warnf(problem.Pointer(i), "w", "look")
	}
	require.Len(t, one, problem.MaxKept+1)
	require.Equal(t, "5 more problems are not shown", one[problem.MaxKept].Message)
	require.Equal(t, problem.Warning, one[problem.MaxKept].Severity)
	require.False(t, one.HasErrors())
	require.Equal(t, "/controls/7/0", one.Under("controls", 7)[0].Path)
	require.Empty(t, one[problem.MaxKept].Path, "the count is about the document")

	var bounded problem.List
	bounded.Omit(2, problem.Advice)
	bounded.Errorf("/id", "e", "wrong")
	require.Equal(t, problem.List{{Code: problem.CodeMore, Severity: problem.Error, Message: "3 more problems are not shown"}}, bounded, "the count stays last")

	var both problem.List
	both.Errorf("/id", "e", "wrong")
	both.Append(one)
	require.Len(t, both, problem.MaxKept+1)
	require.Equal(t, problem.Code("e"), both[0].Code)
	require.Equal(t, "6 more problems are not shown", both[problem.MaxKept].Message)
	both.Errorf("/last", "e", "wrong")
	require.Equal(t, "7 more problems are not shown", both[problem.MaxKept].Message)
	require.Equal(t, problem.Error, both[problem.MaxKept].Severity, "an error among the rest must not be lost")
	require.True(t, both.HasErrors())
}

func TestReadErrorListsFaults(t *testing.T) {
	e := &problem.ReadError{Document: "program", Faults: []problem.Fault{{Path: "/id", Offset: 7, Code: problem.CodeNull, Message: "null"}}, More: 3}
	var err error = e
	var got *problem.ReadError
	require.True(t, errors.As(err, &got))
	require.True(t, got.Has(problem.CodeNull))
	require.False(t, got.Has(problem.CodeType))
	require.Equal(t, []string{"program: refused:", "\t/id at byte 7: value-null: null", "\tand 3 more"}, strings.Split(err.Error(), "\n"))
}

func TestSeverities(t *testing.T) {
	require.False(t, problem.Severity("").IsValid(), "zero is never a claim")
	for i, s := range problem.Severities() {
		require.True(t, s.IsValid())
		require.Equal(t, string(s), s.EnumValues()[i])
	}
}
