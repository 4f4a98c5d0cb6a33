package monetary

import (
	"fmt"

	"github.com/soc2kit/soc2/sampling"
)

// A BookItem is an item of the population with its recorded value.
type BookItem struct {
	// ID identifies the item: an identifier of protocol soc2-sample/1 (see [sampling.CheckItem]), unique in the population.
	ID string `json:"id"`
	// Book is the recorded value. Items of 0 or below hold no monetary unit: they cannot be selected and are counted apart.
	Book Amount `json:"bookValue"`
}

// A tally adds up amounts that may be written with different numbers of decimals. Its numbers are in units of the largest
// number of decimals so far.
type tally struct {
	decimals        int
	items, negative int64
	zero            int64
	book            int64 // of the items above 0
	negativeBook    int64
}

// see adds an item, and returns its book value in units of t.decimals. Where rescaled is not 0, the item had that many more
// decimals than any before it, and the caller rescales what it keeps.
func (t *tally) see(item BookItem) (book int64, rescaled int, err error) {
	if err := sampling.CheckItem(item.ID); err != nil {
		return 0, 0, err
	}
	book, decimals, err := item.Book.parse()
	if err != nil {
		return 0, 0, fmt.Errorf("book value %.40q: %w", string(item.Book), err)
	}
	if decimals > t.decimals {
		rescaled = decimals - t.decimals
		if t.book, err = rescale(t.book, t.decimals, decimals); err != nil {
			return 0, 0, err
		}
		if t.negativeBook, err = rescale(t.negativeBook, t.decimals, decimals); err != nil {
			return 0, 0, err
		}
		t.decimals = decimals
	} else if book, err = rescale(book, decimals, t.decimals); err != nil {
		return 0, 0, err
	}
	switch {
	case book > 0:
		t.items++
		t.book, err = add(t.book, book)
	case book < 0:
		t.negative++
		t.negativeBook, err = add(t.negativeBook, book)
	default:
		t.zero++
	}
	if err != nil {
		return 0, 0, fmt.Errorf("the sum of the book values is %w", err)
	}
	return book, rescaled, nil
}
