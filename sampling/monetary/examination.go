package monetary

import (
	"github.com/soc2kit/soc2/problem"
)

// An Examination is what was found in a monetary-unit sample. It holds every item that was selected, the correct ones too:
// an item that is left out was not examined, and that is no evidence that it is correct.
type Examination struct {
	// Method says how the units were selected. Of items that were not selected at random nothing may be inferred: their
	// selection has no method here.
	Method UnitMethod `json:"method"`
	// BookValue is the value of the rest, which the units were selected from; 0 where the top stratum is everything.
	BookValue Amount `json:"bookValue"`
	// Size is the number of hits in the rest.
	Size int64 `json:"size"`
	// Items holds the items of the rest that were hit. Their times add up to Size.
	Items []Examined `json:"items"`
	// Top holds the items of the top stratum, all of them.
	Top []Examined `json:"top"`
}

// Validate lists what keeps e from being evaluated.
func (e Examination) Validate() problem.List {
	_, l := e.figures()
	return l
}

// figures are the amounts of a valid examination in smallest units.
type figures struct {
	decimals   int
	book       int64 // of the rest
	whole      int64 // of the rest and the top stratum
	items, top []pair
}

// A pair is the two values of an item in smallest units, and how often it counts.
type pair struct {
	book, audited, times int64
}

func (e Examination) figures() (figures, problem.List) {
	var l problem.List
	if !e.Method.IsValid() {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of fixed-interval, cell, modified-sieve, random-units expected", string(e.Method))
	}
	book, decimals, ok := checkAmount(&l, "/bookValue", e.BookValue)
	if e.Size < 0 || e.Size > MaxSize {
		l.Errorf("/size", CodeSizeRange, "%d; 0 to %d hits expected", e.Size, MaxSize)
	}
	if ok && (book < 0 || (book == 0) != (e.Size == 0)) {
		l.Errorf("/bookValue", CodeAmountRange, "%s with %d hits; hits are drawn from a value above 0", e.BookValue, e.Size)
	}
	ids := map[string]bool{}
	decimals = max(decimals, checkExamined(&l, "items", e.Items, true, ids), checkExamined(&l, "top", e.Top, true, ids))
	if l.HasErrors() {
		return figures{}, l
	}
	times := int64(0)
	for i, x := range e.Items {
		times += x.times() // at most MaxSize each
		if e.Method == ModifiedSieve && x.Times > 1 {
			l.Errorf(problem.Pointer("items", i, "times"), CodeSizeRange, "%d; the modified sieve selects an item once", x.Times)
		}
	}
	if len(e.Items)+len(e.Top) == 0 && e.Size == 0 {
		l.Errorf("/items", CodeUnexamined, "none, and none in the top stratum: nothing was examined, of which nothing follows")
	}
	if times != e.Size {
		l.Errorf("/items", CodeUnexamined, "%d hits were examined, %d were selected", times, e.Size)
	}
	return e.sums(decimals, l)
}

// sums turns the amounts of e, which are valid each by itself, into smallest units, and adds them up.
func (e Examination) sums(decimals int, l problem.List) (figures, problem.List) {
	f := figures{decimals: decimals}
	var err error
	if f.book, err = e.BookValue.Minor(decimals); err != nil {
		l.Errorf("/bookValue", CodeTotalRange, "%v", err)
	}
	items, itemsErr := pairs(e.Items, decimals)
	top, topErr := pairs(e.Top, decimals)
	if itemsErr != nil {
		l.Errorf("/items", CodeTotalRange, "%v", itemsErr)
	} else if items.book > f.book {
		l.Errorf("/items", CodeTotalRange, "the book values add up to %s; the rest is worth %s", AmountOf(items.book, decimals), e.BookValue)
	}
	if topErr != nil {
		l.Errorf("/top", CodeTotalRange, "%v", topErr)
	} else if f.whole, err = add(f.book, top.book); err != nil {
		l.Errorf("/top", CodeTotalRange, "with the rest, %v", err)
	}
	f.items, f.top = items.pairs, top.pairs
	return f, l
}

// summed are pairs and the sum of their book values, each counted once.
type summed struct {
	pairs []pair
	book  int64
}

func pairs(items []Examined, decimals int) (summed, error) {
	s := summed{pairs: make([]pair, len(items))}
	for i, x := range items {
		book, audited, err := x.minor(decimals)
		if err == nil {
			s.book, err = add(s.book, book)
		}
		if err != nil {
			return summed{}, err
		}
		s.pairs[i] = pair{book, audited, x.times()}
	}
	return s, nil
}
