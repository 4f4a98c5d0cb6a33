package monetary

import (
	"iter"
	"math/big"
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// Unselected yields the items that s did not select, neither hit nor in the top stratum, in the order of items: what a further
// sample is selected from, under a context of its own; see [Examination.Extend]. Items of a book value of 0 or below are among
// them.
func (s UnitSample) Unselected(items iter.Seq[BookItem]) iter.Seq[BookItem] {
	return func(yield func(BookItem) bool) {
		if items == nil {
			return
		}
		selected := make(map[string]bool, len(s.Hits)+len(s.Top))
		for _, hit := range s.Hits {
			selected[hit.ID] = true
		}
		for _, item := range s.Top {
			selected[item.ID] = true
		}
		for item := range items {
			if !selected[item.ID] && !yield(item) {
				return
			}
		}
	}
}

// Extend returns the examination of a population of which e examined a first sample and further a second one, selected from the
// items that the first did not select: a sample that turned out too small is extended by it. All that was examined first is now
// known, and joins the top stratum; the hits are those of the second sample, and its limit is about what the first left. That
// limit has the confidence of its bound whatever the first sample was. It fails if one of the two cannot be evaluated, if an item is in
// both, or if the second was not selected from all that the first left, as far as the sums show.
//
// The two samples are no one sample: the hits of the first are not added to those of the second, which had no part of the book
// value of the items hit first. Hits add up, with the sum of the sizes and of the times of an item, only where the second sample
// was drawn by the same method from the whole rest of the first again, independently; their bound is then one of Stringer's,
// since the cell bound is about one hit in each cell of one sample. Items that were
// chosen otherwise than at random add no hits.
//
// Looking twice takes risk twice. Where the first evaluation would have been accepted had it come out well, the risk of
// incorrect acceptance over both is up to the sum of theirs: evaluate each at a confidence of 0.975 for a risk of 0.05 in all, and
// say so before the first. A second sample at 0.95 because the first failed at 0.95 has a risk of up to 0.0975. To size the second,
// a [Plan] takes the book value that the first left, the tolerable misstatement less what is known by now, and the risk that is
// left to it.
func (e Examination) Extend(further Examination) (Examination, error) {
	l := e.Validate().Under("first")
	l.Append(further.Validate().Under("further"))
	if err := refused("extend", l); err != nil {
		return Examination{}, err
	}
	seen := map[string]bool{}
	for _, x := range slices.Concat(e.Items, e.Top) {
		seen[x.ID] = true
	}
	again := func(name string, items []Examined) {
		for i, x := range items {
			if seen[x.ID] {
				l.Errorf(problem.Pointer("further", name, i, "id"), problem.CodeIDRepeated, "%.40q was examined in the first sample, which the further one is selected apart from", x.ID)
			}
		}
	}
	again("items", further.Items)
	again("top", further.Top)
	left := total(e.BookValue)
	left.Sub(left, totalOf(e.Items))
	if from := sum(total(further.BookValue), totalOf(further.Top)); left.Cmp(from) != 0 {
		l.Errorf("/further/bookValue", CodeTotalRange, "with its top stratum %s; the first sample left %s", from.FloatString(MaxDecimals), left.FloatString(MaxDecimals))
	}
	if err := refused("extend", l); err != nil {
		return Examination{}, err
	}
	both := further
	both.Items = slices.Clone(further.Items)
	both.Top = slices.Concat(e.Top, e.Items, further.Top)
	for i := range both.Top {
		both.Top[i].Times = 0 // what is known as a whole counts once
	}
	if err := refused("extend", both.Validate()); err != nil { // the amounts of both may not fit together
		return Examination{}, err
	}
	return both, nil
}

// total returns the value of a valid amount.
func total(a Amount) *big.Rat {
	value, _ := a.Rat()
	return value
}

// totalOf returns the sum of the book values of valid items.
func totalOf(items []Examined) *big.Rat {
	all := new(big.Rat)
	for _, x := range items {
		all.Add(all, total(x.Book))
	}
	return all
}
