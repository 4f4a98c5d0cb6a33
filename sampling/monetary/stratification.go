package monetary

import (
	"fmt"
	"iter"
	"math/bits"
)

// MaxSize is the largest number of monetary units that are selected at once.
const MaxSize = 1_000_000

// A Stratification divides a population for a sample of a given size: the top stratum, all of whose items are examined, and
// the rest, from which monetary units are selected. It is data: filed, it says which items were certain to be examined and
// why. Items of a book value of 0 or below are in neither; [Excluded] lists them, and they are examined apart.
type Stratification struct {
	// Size is the number of monetary units asked for: the items of the top stratum and the hits in the rest together.
	Size int64 `json:"size"`
	// Decimals is the number of decimals of the smallest monetary unit: the most that any book value is written with.
	Decimals int `json:"decimals"`
	// Items is the number of items with a positive book value.
	Items int64 `json:"items"`
	// BookValue is the sum of their book values.
	BookValue Amount `json:"bookValue"`
	// Whole reports that no top stratum was taken: an item that is larger than the interval stays in the rest and may be hit
	// several times.
	Whole bool `json:"whole,omitzero"`
	// Top holds the items of the top stratum, largest first.
	Top []TopItem `json:"top"`
	// TopValue is the sum of their book values.
	TopValue Amount `json:"topValue"`
	// RestItems is the number of items in the rest.
	RestItems int64 `json:"restItems"`
	// RestValue is the sum of their book values: what the monetary units are selected from.
	RestValue Amount `json:"restValue"`
	// RestSize is the number of hits in the rest: Size less the items of the top stratum, or 0 where the rest is empty.
	RestSize int64 `json:"restSize"`
	// Interval is the sampling interval in the rest, RestValue / RestSize, rounded down; 0 where RestSize is 0. Selection goes
	// by the exact quotient.
	Interval Amount `json:"samplingInterval"`
	// NegativeItems is the number of items with a negative book value, which cannot be selected.
	NegativeItems int64 `json:"negativeItems"`
	// NegativeValue is the sum of their book values, below 0.
	NegativeValue Amount `json:"negativeValue"`
	// ZeroItems is the number of items with a book value of 0, which cannot be selected.
	ZeroItems int64 `json:"zeroItems"`
}

// A TopItem is an item that is examined whatever is drawn.
type TopItem struct {
	// ID identifies the item.
	ID string `json:"id"`
	// Book is its recorded value.
	Book Amount `json:"bookValue"`
	// Round counts from 1: setting items apart lowers the interval of the others, so that further items may reach it.
	Round int64 `json:"round"`
	// Reason says in words why the item is in the top stratum.
	Reason string `json:"reason"`
}

// Stratify goes once through the items of a population, and divides it for a sample of size monetary units, 1 to [MaxSize].
// An item is in the top stratum if its book value is at or above the sampling interval, which is the value of the rest
// divided by the hits in the rest. The interval is computed anew until no further item reaches it; it only falls, so that
// the sample stays at least as good as the plan asks. Its memory is that of size items.
//
// Every error names the index of its item. The items are an error if none has a positive book value, or if their units are
// fewer than size.
func Stratify(items iter.Seq[BookItem], size int64) (Stratification, error) {
	return stratify(items, size, false)
}

// StratifyWhole is [Stratify] without a top stratum: the rest is the whole population.
func StratifyWhole(items iter.Seq[BookItem], size int64) (Stratification, error) {
	return stratify(items, size, true)
}

func stratify(items iter.Seq[BookItem], size int64, whole bool) (Stratification, error) {
	if size < 1 || size > MaxSize {
		return Stratification{}, fmt.Errorf("monetary: stratify: size %d; 1 to %d expected", size, MaxSize)
	}
	var t tally
	large := largest{most: size}
	if whole {
		large.most = 0
	}
	index := 0
	if items != nil {
		for item := range items {
			book, rescaled, err := t.see(item)
			if err == nil && rescaled > 0 {
				err = large.rescale(rescaled)
			}
			if err != nil {
				return Stratification{}, fmt.Errorf("monetary: stratify: item %d: %w", index, err)
			}
			if book > 0 {
				large.see(valued{item.ID, book, index})
			}
			index++
		}
	}
	if t.items == 0 {
		return Stratification{}, fmt.Errorf("monetary: stratify: no item has a positive book value")
	}
	if t.book < size {
		return Stratification{}, fmt.Errorf("monetary: stratify: size %d; the items hold %d monetary units: examine every item", size, t.book)
	}
	s := Stratification{
		Size: size, Decimals: t.decimals, Items: t.items, BookValue: AmountOf(t.book, t.decimals), Whole: whole,
		Top: []TopItem{}, RestItems: t.items, NegativeItems: t.negative,
		NegativeValue: AmountOf(t.negativeBook, t.decimals), ZeroItems: t.zero,
	}
	s.take(large.descending(), t.book)
	return s, nil
}

// take moves items into the top stratum; they are the largest ones of the population in descending order.
func (s *Stratification) take(items []valued, book int64) {
	rest, hits, taken := book, s.Size, 0
	for round := int64(1); ; round++ {
		first, interval := taken, intervalText(rest, hits, s.Decimals)
		value, units := rest, hits
		for taken < len(items) && reaches(items[taken].book, value, units) {
			rest -= items[taken].book
			hits--
			taken++
		}
		for _, item := range items[first:taken] {
			amount := AmountOf(item.book, s.Decimals)
			s.Top = append(s.Top, TopItem{item.id, amount, round, fmt.Sprintf("%s is at or above the sampling interval of %s", amount, interval)})
		}
		if first == taken || hits == 0 {
			break
		}
	}
	if rest == 0 { // the top stratum is everything, with fewer items than were asked for
		hits = 0
	}
	s.TopValue, s.RestValue = AmountOf(book-rest, s.Decimals), AmountOf(rest, s.Decimals)
	s.RestItems, s.RestSize = s.Items-int64(taken), hits
	s.Interval = AmountOf(0, s.Decimals)
	if hits > 0 {
		s.Interval = AmountOf(rest/hits, s.Decimals)
	}
}

// reaches reports whether a book value is at or above the interval value / hits. With no hits every book value is.
func reaches(book, value, hits int64) bool {
	high, low := bits.Mul64(uint64(book), uint64(hits))
	return hits == 0 || high > 0 || low >= uint64(value)
}

// intervalText writes value / hits, with its remainder where there is one.
func intervalText(value, hits int64, decimals int) string {
	if hits == 0 {
		return "0"
	}
	if value%hits == 0 {
		return string(AmountOf(value/hits, decimals))
	}
	return fmt.Sprintf("%s / %d", AmountOf(value, decimals), hits)
}

// Excluded yields the items that monetary units cannot be selected from, since their book value is 0 or below, in the order
// of items. They are examined apart. An item whose book value is no amount is not among them: [Stratify] refuses it.
func Excluded(items iter.Seq[BookItem]) iter.Seq[BookItem] {
	return func(yield func(BookItem) bool) {
		if items == nil {
			return
		}
		for item := range items {
			if minor, _, err := item.Book.parse(); err == nil && minor <= 0 && !yield(item) {
				return
			}
		}
	}
}
