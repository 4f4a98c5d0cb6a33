package monetary

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// An Examined is an item whose value was audited.
type Examined struct {
	// ID identifies the item; unique in the examination.
	ID string `json:"id"`
	// Book is the recorded value.
	Book Amount `json:"bookValue"`
	// Audited is the value that the examination found. Equal to Book where the item is correct.
	Audited Amount `json:"auditedValue"`
	// Times is the number of selected monetary units that the item holds; absent means 1.
	Times int64 `json:"times,omitzero"`
}

// times returns how often x counts.
func (x Examined) times() int64 { return max(1, x.Times) }

// validate lists what is wrong with x, and returns the number of decimals that its amounts need. Where positive, the book
// value must be above 0.
func (x Examined) validate(positive bool) (int, problem.List) {
	var l problem.List
	if err := sampling.CheckItem(x.ID); err != nil {
		l.Errorf("/id", problem.CodeIDInvalid, "%v", err)
	}
	book, decimals, ok := checkAmount(&l, "/bookValue", x.Book)
	if ok && positive && book <= 0 {
		l.Errorf("/bookValue", CodeAmountRange, "%s; an item whose book value is not above 0 holds no monetary unit", x.Book)
	}
	_, other, _ := checkAmount(&l, "/auditedValue", x.Audited)
	if x.Times < 0 || x.Times > MaxSize {
		l.Errorf("/times", CodeSizeRange, "%d; 1 to %d expected", x.Times, MaxSize)
	}
	return max(decimals, other), l
}

// minor returns the two values of x, which is valid, in smallest units, and reports whether they fit.
func (x Examined) minor(decimals int) (book, audited int64, err error) {
	if book, err = x.Book.Minor(decimals); err == nil {
		audited, err = x.Audited.Minor(decimals)
	}
	return book, audited, err
}

// taint returns (book - audited) / book for a book value that is not 0: above 0 for an overstatement.
func taint(book, audited int64) *big.Rat {
	difference := new(big.Int).Sub(big.NewInt(book), big.NewInt(audited))
	return new(big.Rat).SetFrac(difference, big.NewInt(book))
}

// checkExamined lists what is wrong with items that are kept at the member name; ids holds those seen before.
func checkExamined(l *problem.List, name string, items []Examined, positive bool, ids map[string]bool) (decimals int) {
	for i, x := range items {
		own, problems := x.validate(positive)
		decimals = max(decimals, own)
		if ids[x.ID] {
			problems.Errorf("/id", problem.CodeIDRepeated, "%.40q was examined before: an item stands once, with the number of its hits", x.ID)
		}
		ids[x.ID] = true
		l.Append(problems.Under(name, i))
	}
	return decimals
}
