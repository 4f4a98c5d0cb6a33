package monetary

import (
	"fmt"
	"iter"
)

// A UnitSample is what was selected over monetary units: the items to examine.
type UnitSample struct {
	// Method says how the units were selected.
	Method UnitMethod `json:"method"`
	// Size is the number of hits; an item that was hit several times counts as often.
	Size int64 `json:"size"`
	// BookValue is the value of the rest, which the units were selected from.
	BookValue Amount `json:"bookValue"`
	// Hits holds the selected items in the order of the population.
	Hits []Hit `json:"hits"`
	// Top holds the items of the top stratum, which are examined as well.
	Top []TopItem `json:"top"`
}

// A Hit is an item that holds at least one selected monetary unit.
type Hit struct {
	// ID identifies the item.
	ID string `json:"id"`
	// Book is its recorded value.
	Book Amount `json:"bookValue"`
	// Times is the number of selected units that the item holds. It is examined once, and its taint counts so many times.
	Times int64 `json:"times"`
	// Units are the positions of these units in the rest, counted from 1 and written as the running total of book values at
	// which they lie; ascending. Empty under the modified sieve, which selects items.
	Units []Amount `json:"units,omitzero"`
}

// Select goes once through the items that s was made of, in the same order, and selects s.RestSize hits from the rest. Its
// memory is that of the sample.
//
// below gives the randomness: a whole number below m, m >= 1, each equally likely, such as [sampling.Numbers.Below]. It is
// called in a fixed order, so that the same numbers give the same sample. With R smallest units in the rest, which count from
// 0 in the order of items, and n = RestSize hits, each quotient rounded down:
//
//	fixed-interval   x = below(R); the units (x + i R) / n for i = 0 .. n-1
//	cell             for each i = 0 .. n-1 in turn: x = below(R); the unit (x + i R) / n
//	random-units     for each j = R-n .. R-1 in turn: x = below(j+1); the unit x, or j where x is selected already
//	modified-sieve   for each item of the rest in turn: x = below(2^63) + 1; the n items with the largest quotients of
//	                 book value and x, compared without rounding, of equal ones the earlier
//
// Where the items are not those that s was made of, as far as their number and their sum show, it fails. [Commit] binds the
// items to the randomness; here that is the caller's to do.
func (s Stratification) Select(method UnitMethod, items iter.Seq[BookItem], below func(m uint64) uint64) (UnitSample, error) {
	if !method.IsValid() {
		return UnitSample{}, fmt.Errorf("monetary: select: method %.40q; one of fixed-interval, cell, modified-sieve, random-units expected", string(method))
	}
	rest, err := s.RestValue.Minor(s.Decimals)
	if err != nil {
		return UnitSample{}, fmt.Errorf("monetary: select: value of the rest: %w", err)
	}
	if s.RestSize < 0 || s.RestSize > MaxSize || s.RestSize > rest || s.RestSize == 0 && rest != 0 {
		return UnitSample{}, fmt.Errorf("monetary: select: %d hits in a rest of %s: not a stratification", s.RestSize, s.RestValue)
	}
	if below == nil && s.RestSize > 0 {
		return UnitSample{}, fmt.Errorf("monetary: select: no source of randomness")
	}
	random := &source{below: below}
	taken, err := s.pass(method, items, rest, random)
	if err == nil {
		err = random.err
	}
	if err != nil {
		return UnitSample{}, fmt.Errorf("monetary: select: %w", err)
	}
	sample := UnitSample{Method: method, Size: s.RestSize, BookValue: s.RestValue, Hits: taken, Top: append([]TopItem{}, s.Top...)}
	if err := sample.distinct(); err != nil {
		return UnitSample{}, err
	}
	return sample, nil
}

// pass goes through the items and returns those that were hit.
func (s Stratification) pass(method UnitMethod, items iter.Seq[BookItem], rest int64, random *source) ([]Hit, error) {
	next, stop := iter.Pull(s.units(method, rest, random))
	defer stop()
	unit, more := next()
	sift := sieve{most: s.RestSize}
	hits := []Hit{}
	var seen tally
	seen.decimals = s.Decimals
	passed, top, index := int64(0), int64(0), -1
	if items == nil {
		items = func(func(BookItem) bool) {}
	}
	for item := range items {
		index++
		book, rescaled, err := seen.see(item)
		switch {
		case err != nil:
			return nil, fmt.Errorf("item %d: %w", index, err)
		case rescaled > 0:
			return nil, fmt.Errorf("item %d: %d decimals; the items that were stratified have at most %d", index, seen.decimals, s.Decimals)
		case book <= 0:
			continue
		case !s.Whole && reaches(book, rest, s.RestSize):
			top++
			continue
		case method == ModifiedSieve && s.RestSize > 0:
			sift.see(valued{item.ID, book, index}, random)
		}
		if passed += book; passed > rest { // cannot overflow: their sum with the top stratum did not
			break
		}
		if !more || unit >= uint64(passed) {
			continue
		}
		hit := Hit{ID: item.ID, Book: AmountOf(book, s.Decimals)}
		for ; more && unit < uint64(passed); unit, more = next() {
			hit.Times++
			hit.Units = append(hit.Units, AmountOf(int64(unit)+1, s.Decimals))
		}
		hits = append(hits, hit)
	}
	if passed != rest || top != int64(len(s.Top)) || seen.items != s.Items {
		return nil, fmt.Errorf("the items are not those that were stratified: %d with a positive book value, of them %d in the top stratum, and a rest of %s; %d, %d and %s expected",
			seen.items, top, AmountOf(passed, s.Decimals), s.Items, len(s.Top), s.RestValue)
	}
	if method != ModifiedSieve {
		return hits, nil
	}
	if int64(len(sift.items)) < s.RestSize {
		return nil, fmt.Errorf("%d hits; the modified sieve selects different items, and the rest holds %d", s.RestSize, len(sift.items))
	}
	for _, v := range sift.inOrder() {
		hits = append(hits, Hit{ID: v.id, Book: AmountOf(v.book, s.Decimals), Times: 1})
	}
	return hits, nil
}

// units yields the positions of the selected units; none under the modified sieve.
func (s Stratification) units(method UnitMethod, rest int64, random *source) iter.Seq[uint64] {
	value, hits := uint64(rest), uint64(s.RestSize)
	return func(yield func(uint64) bool) {
		if hits == 0 {
			return
		}
		switch method {
		case FixedInterval:
			intervalUnits(random.draw(value), value, hits)(yield)
		case Cell:
			cellUnits(random, value, hits)(yield)
		case RandomUnits:
			for _, unit := range distinctUnits(random, value, hits) {
				if !yield(unit) {
					return
				}
			}
		}
	}
}

// distinct returns an error if two of the items to examine have the same identifier.
func (s UnitSample) distinct() error {
	seen := make(map[string]bool, len(s.Hits)+len(s.Top))
	for _, hit := range s.Hits {
		if seen[hit.ID] {
			return fmt.Errorf("monetary: select: two items of the population are called %.40q", hit.ID)
		}
		seen[hit.ID] = true
	}
	for _, item := range s.Top {
		if seen[item.ID] {
			return fmt.Errorf("monetary: select: two items of the population are called %.40q", item.ID)
		}
		seen[item.ID] = true
	}
	return nil
}
