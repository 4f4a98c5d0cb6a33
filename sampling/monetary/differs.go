package monetary

import "github.com/soc2kit/soc2/problem"

// A place is where a document differs from one that is sound: a JSON Pointer, "" for the document itself. Where nothing
// differs, different is false.
type place struct {
	pointer   string
	different bool
}

// firstOf returns the first of the places where something differs.
func firstOf(places ...place) place {
	for _, p := range places {
		if p.different {
			return p
		}
	}
	return place{}
}

func differsIn[T comparable](name string, got, want T) place {
	return place{problem.Pointer(name), got != want}
}

// amountDiffers compares by value: another program may write the same amount otherwise.
func amountDiffers(got, want Amount) place { return place{"", got.Compare(want) != 0} }

func amountDiffersIn(name string, got, want Amount) place {
	return place{problem.Pointer(name), amountDiffers(got, want).different}
}

// listDiffersIn compares the elements that both have, and then the lengths.
func listDiffersIn[T any](name string, got, want []T, differs func(got, want T) place) place {
	for i := range min(len(got), len(want)) {
		if p := differs(got[i], want[i]); p.different {
			return place{problem.Pointer(name, i) + p.pointer, true}
		}
	}
	return place{problem.Pointer(name), len(got) != len(want)}
}

func (s Stratification) differs(want Stratification) place {
	return firstOf(
		differsIn("size", s.Size, want.Size),
		differsIn("decimals", s.Decimals, want.Decimals),
		differsIn("items", s.Items, want.Items),
		amountDiffersIn("bookValue", s.BookValue, want.BookValue),
		differsIn("whole", s.Whole, want.Whole),
		listDiffersIn("top", s.Top, want.Top, TopItem.differs),
		amountDiffersIn("topValue", s.TopValue, want.TopValue),
		differsIn("restItems", s.RestItems, want.RestItems),
		amountDiffersIn("restValue", s.RestValue, want.RestValue),
		differsIn("restSize", s.RestSize, want.RestSize),
		amountDiffersIn("samplingInterval", s.Interval, want.Interval),
		differsIn("negativeItems", s.NegativeItems, want.NegativeItems),
		amountDiffersIn("negativeValue", s.NegativeValue, want.NegativeValue),
		differsIn("zeroItems", s.ZeroItems, want.ZeroItems),
	)
}

// differs leaves the reason aside: its wording may change.
func (i TopItem) differs(want TopItem) place {
	return firstOf(
		differsIn("id", i.ID, want.ID),
		amountDiffersIn("bookValue", i.Book, want.Book),
		differsIn("round", i.Round, want.Round),
	)
}

func (s UnitSample) differs(want UnitSample) place {
	return firstOf(
		differsIn("method", s.Method, want.Method),
		differsIn("size", s.Size, want.Size),
		amountDiffersIn("bookValue", s.BookValue, want.BookValue),
		listDiffersIn("hits", s.Hits, want.Hits, Hit.differs),
		listDiffersIn("top", s.Top, want.Top, TopItem.differs),
	)
}

func (h Hit) differs(want Hit) place {
	return firstOf(
		differsIn("id", h.ID, want.ID),
		amountDiffersIn("bookValue", h.Book, want.Book),
		differsIn("times", h.Times, want.Times),
		listDiffersIn("units", h.Units, want.Units, amountDiffers),
	)
}
