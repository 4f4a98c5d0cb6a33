package sampling

import (
	"fmt"
	"iter"
	"math/big"
)

// IntervalRows yields the rows, counted from 1, that a fixed interval of population/size selects from a given start: row i is
// start + i·population/size rounded up, for i from 0 to size-1. They are distinct and ascend. It is exact, whatever the decimals
// of start.
//
// This is what other tools call interval or systematic selection with a starting point, and is here to reperform it. Whoever
// may choose the start chooses the sample: to select, use [Draw] with [Systematic].
//
// It fails unless 1 <= size <= population < 2^32 and start is a decimal above 0 and at most population/size.
func IntervalRows(population, size int64, start string) (iter.Seq[int64], error) {
	if population < 1 || population > maxItems {
		return nil, fmt.Errorf("sampling: interval: population of %d items; 1 to %d expected", population, int64(maxItems))
	}
	if size < 1 || size > population {
		return nil, fmt.Errorf("sampling: interval: size of %d items; 1 to %d expected", size, population)
	}
	if len(start) > maxRateLength {
		return nil, fmt.Errorf("sampling: interval: start of %d characters; at most %d expected", len(start), maxRateLength)
	}
	d, err := scanDecimal(start)
	if err != nil {
		return nil, fmt.Errorf("sampling: interval: start %q: %w", start, err)
	}
	if d.exponent < -maxRateExponent || d.exponent > maxRateExponent {
		return nil, fmt.Errorf("sampling: interval: start %q: exponent beyond %d", start, maxRateExponent)
	}
	first, _ := new(big.Rat).SetString(start) // the scan has proved the syntax
	if first.Sign() == 0 || first.Cmp(big.NewRat(population, size)) > 0 {
		return nil, fmt.Errorf("sampling: interval: start %q; above 0 and at most %d/%d expected", start, population, size)
	}
	return func(yield func(int64) bool) {
		// start + i·population/size = (num·size + i·population·den) / (den·size)
		den := new(big.Int).Mul(first.Denom(), big.NewInt(size))
		step := new(big.Int).Mul(first.Denom(), big.NewInt(population))
		at := new(big.Int).Mul(first.Num(), big.NewInt(size))
		row, rest := new(big.Int), new(big.Int)
		for range size {
			row.QuoRem(at, den, rest)
			up := row.Int64()
			if rest.Sign() > 0 {
				up++
			}
			if !yield(up) {
				return
			}
			at.Add(at, step)
		}
	}, nil
}
