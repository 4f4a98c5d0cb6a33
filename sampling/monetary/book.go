package monetary

import (
	"cmp"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// Population returns the items as the population of a draw: of each its identifier, a space and its book value, such as
// "INV-7 40.00", in the order of the identifiers by bytes. It is what [Commit] commits to, and what
// [sampling.Selection.Verify] of the draw takes; one a line, it is the population to file beside a record.
//
// Book values are written with as many decimals as the one that has the most, so that "40" and "40.00" are the same item
// wherever another is in cents. Values of 0 and below are part of it. The space before an amount is the last one, so that no
// two items have the same text, whatever spaces are in an identifier. With its amount an identifier takes at most 1024 bytes.
//
// The error lists everything that is wrong with the items, by their indexes: identifiers that are none or come twice, book
// values that are no amounts, a sum that does not fit, and no items at all.
func Population(items []BookItem) ([]string, error) {
	b, l := newBook(items)
	if err := refused("population", l); err != nil {
		return nil, err
	}
	return b.texts, nil
}

// A book is a population with distinct identifiers, in their order by bytes, all amounts with the same number of decimals.
type book struct {
	items []BookItem
	texts []string // what is committed to, item by item
}

// newBook checks and sorts items, which it leaves as they are.
func newBook(items []BookItem) (book, problem.List) {
	var l problem.List
	if len(items) == 0 {
		l.Errorf("/items", CodeSizeRange, "none; at least 1 item expected")
	}
	decimals := 0
	for i, item := range items {
		if err := sampling.CheckItem(item.ID); err != nil {
			l.Errorf(problem.Pointer("items", i, "id"), problem.CodeIDInvalid, "%v", err)
		}
		_, own, _ := checkAmount(&l, problem.Pointer("items", i, "bookValue"), item.Book)
		decimals = max(decimals, own)
	}
	order := make([]int, len(items))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if c := strings.Compare(items[i].ID, items[j].ID); c != 0 {
			return c
		}
		return cmp.Compare(i, j) // so that the earlier one of a pair is first
	})
	first := 0
	for at := 1; at < len(order); at++ {
		if items[order[at]].ID != items[order[first]].ID {
			first = at
			continue
		}
		l.Errorf(problem.Pointer("items", order[at], "id"), problem.CodeIDRepeated, "%.40q is also that of item %d", items[order[at]].ID, order[first])
	}
	if l.HasErrors() {
		return book{}, l
	}
	b := book{make([]BookItem, len(items)), make([]string, len(items))}
	above, below := int64(0), int64(0)
	for at, i := range order {
		minor, err := items[i].Book.Minor(decimals)
		if err != nil {
			l.Errorf(problem.Pointer("items", i, "bookValue"), CodeTotalRange, "%s does not fit with the %d decimals that the items have: %v", items[i].Book, decimals, errOverflow)
			continue
		}
		sum := &above
		if minor < 0 {
			sum = &below
		}
		if *sum, err = add(*sum, minor); err != nil {
			l.Errorf("/items", CodeTotalRange, "the sum of the book values is %v, of %d decimals", err, decimals)
			break
		}
		b.items[at] = BookItem{items[i].ID, AmountOf(minor, decimals)}
		b.texts[at] = items[i].ID + " " + string(b.items[at].Book)
		if err := sampling.CheckItem(b.texts[at]); err != nil {
			l.Errorf(problem.Pointer("items", i, "id"), problem.CodeIDInvalid, "with the amount after it: %v", err)
		}
	}
	return b, l
}
