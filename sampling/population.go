package sampling

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/soc2kit/soc2/internal/merkle"
)

// maxItem is the largest number of bytes in an item's identifier.
const maxItem = 1024

// CheckItem returns an error if id is not an identifier of soc2-sample/1: 1 to 1024 bytes of valid UTF-8 without a
// control character (below 0x20, or 0x7F). Nothing is normalised: identifiers are the same if their bytes are.
func CheckItem(id string) error {
	if fault := itemFault(id); fault != "" {
		return fmt.Errorf("sampling: item: %s", fault)
	}
	return nil
}

// itemFault says what keeps id from being an identifier, without quoting it; "" if nothing does.
func itemFault(id string) string {
	if id == "" {
		return "empty; 1 to 1024 bytes expected"
	}
	if len(id) > maxItem {
		return fmt.Sprintf("%d bytes; at most %d expected", len(id), maxItem)
	}
	high := byte(0)
	for i := range len(id) {
		c := id[i]
		if c < 0x20 || c == 0x7F {
			return fmt.Sprintf("control character 0x%02X at byte %d", c, i)
		}
		high |= c
	}
	if high >= utf8.RuneSelf && !utf8.ValidString(id) {
		return "not valid UTF-8"
	}
	return ""
}

// PopulationRoot returns the RFC 6962 Merkle tree hash of the items sorted by their bytes. It fails on the first item
// that is no identifier (see [CheckItem]) and on a duplicate, and says at which indexes of items they stand.
func PopulationRoot(items []string) (Hex, error) {
	p, err := newPopulation(items, 1)
	if err != nil {
		return "", err
	}
	return HexOf(p.root[:]), nil
}

// A population is a list of distinct identifiers in byte order, with its Merkle tree hash.
type population struct {
	items   []string
	root    merkle.Hash
	workers int // goroutines to work with, at least 1; they change nothing about any result
}

// newPopulation checks and sorts items, which it leaves as they are.
func newPopulation(items []string, workers int) (population, error) {
	if len(items) == 0 {
		return population{}, errNoItems
	}
	if int64(len(items)) > maxItems {
		return population{}, fmt.Errorf("sampling: population: %d items; at most %d expected", len(items), int64(maxItems))
	}
	if err := checkItems(items, workers); err != nil {
		return population{}, err
	}
	sorted := items
	if !slices.IsSorted(items) {
		sorted = sortedItems(items, workers)
	}
	for i := 1; i < len(sorted); i++ {
		if sorted[i] == sorted[i-1] {
			first := slices.Index(items, sorted[i])
			second := first + 1 + slices.Index(items[first+1:], sorted[i])
			return population{}, fmt.Errorf("sampling: population: items %d and %d are the same identifier", first, second)
		}
	}
	return population{sorted, rootOf(sorted, workers), workers}, nil
}

var errNoItems = errors.New("sampling: population: no items; at least 1 expected")

// checkItems returns an error about the first item that is no identifier.
func checkItems(items []string, workers int) error {
	faults := make([]error, max(workers, 1))
	share(len(items), workers, func(worker, from, to int) {
		for i, id := range items[from:to] {
			if fault := itemFault(id); fault != "" {
				faults[worker] = fmt.Errorf("sampling: population: item %d: %s", from+i, fault)
				return
			}
		}
	})
	for _, err := range faults { // the workers' ranges ascend
		if err != nil {
			return err
		}
	}
	return nil
}
