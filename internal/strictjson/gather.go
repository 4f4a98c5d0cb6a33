package strictjson

import (
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// Gather joins lists of problems of one document, each of them one that [Read] or Gather returned or that a check found.
// It keeps their order, but members that were skipped come last: there may be as many of them as a list keeps, and what
// else is wrong must not go missing behind them.
func Gather(lists ...problem.List) problem.List {
	var all, skipped problem.List
	for _, l := range lists {
		first := slices.IndexFunc(l, isSkipped)
		if first < 0 {
			first = len(l)
		}
		all.Append(l[:first])
		skipped.Append(l[first:]) // with the count of those that l does not hold
	}
	all.Append(skipped)
	return all
}

// isSkipped reports whether p names a member that was skipped.
func isSkipped(p problem.Problem) bool {
	return p.Code == problem.CodeUnknown
}
