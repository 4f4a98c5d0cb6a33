package monetary

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/sampling"
)

// A direction holds the misstatements of one side, made positive.
type direction struct {
	figures
	name   string
	size   int64
	taints []tainted // descending
	known  *big.Int  // of the top stratum
}

// projected returns the value of the rest times the sum of the taints divided by the number of hits.
func (d direction) projected() *big.Float {
	sum := exact()
	for _, t := range d.taints {
		sum.Add(sum, exact().Mul(exact().SetRat(t.taint), exact().SetInt64(t.times)))
	}
	if d.size > 0 {
		sum.Mul(sum, exact().SetInt64(d.book)).Quo(sum, exact().SetInt64(d.size))
	}
	return sum
}

func (d direction) mostLikely() *big.Float {
	return exact().Add(d.projected(), exact().SetInt(d.known))
}

// judge computes the figures of a side and compares them with the tolerable misstatement.
func (d direction) judge(b Bound, risk float64, tolerable Amount, confidence sampling.Rate) (Side, error) {
	side := Side{Taints: []Taint{}}
	for _, t := range d.taints {
		side.Hits += t.times
		side.Taints = append(side.Taints, Taint{t.taint.RatString(), t.times})
	}
	values := []*big.Float{exact().SetInt(d.known), d.projected(), d.mostLikely()}
	for i, amount := range []*Amount{&side.Known, &side.Projected, &side.MostLikely} {
		minor, err := nearest(values[i])
		if err != nil {
			return Side{}, fmt.Errorf("monetary: evaluation: %s: %w", d.name, err)
		}
		*amount = AmountOf(minor, d.decimals)
	}
	most, err := tolerable.Minor(d.decimals)
	if err != nil {
		return Side{}, err
	}
	above := exceeds(d.mostLikely(), most)
	if len(d.taints) > 0 && d.taints[0].taint.Cmp(big.NewRat(1, 1)) > 0 {
		side.Finding = NoLimit
		side.Reason = fmt.Sprintf("an item is misstated by more than its book value: no upper limit of %s can be given", d.name)
		if above {
			side.Finding = ErrorAboveTolerable
			side.Reason = fmt.Sprintf("the most likely %s of %s is above the tolerable misstatement of %s", d.name, side.MostLikely, tolerable)
		}
		return side, nil
	}
	limit, rate, err := d.limit(b, risk, side.Hits)
	if err != nil {
		return Side{}, fmt.Errorf("monetary: evaluation: %s: %w", d.name, err)
	}
	side.Limit, side.LimitRate = AmountOf(limit, d.decimals), rate
	side.Finding = WithinTolerable
	if above {
		side.Finding = ErrorAboveTolerable
	} else if limit > most {
		side.Finding = LimitAboveTolerable
	}
	// A limit of all that was sampled from and what is known is the most that the taints allow. That it is beyond is a property
	// of the bound.
	beyond := d.size > 0 && exact().Sub(exact().SetInt64(limit), exact().SetInt(d.known)).Cmp(exact().SetInt64(d.book)) > 0
	side.Reason = d.reason(side, beyond, tolerable, confidence)
	return side, nil
}

// limit returns the upper misstatement limit in smallest units, rounded up, and as a rate of the whole book value.
func (d direction) limit(b Bound, risk float64, hits int64) (int64, float64, error) {
	bound := 0.0
	if b == CellBound && hits > maxCellErrors {
		return 0, 0, fmt.Errorf("%d misstated hits; the cell bound is computed for at most %d: use another bound", hits, maxCellErrors)
	}
	if d.size > 0 {
		bound = b.limit(d.taints, d.size, risk)
	}
	rest := exact().Mul(exact().SetFloat64(bound), exact().SetInt64(d.book))
	rounded, err := upwards(exact(), rest)
	if err != nil {
		return 0, 0, err
	}
	whole := exact().Add(exact().SetInt64(rounded), exact().SetInt(d.known))
	minor, err := nearest(whole)
	if err != nil {
		return 0, 0, err
	}
	if d.whole == 0 {
		return minor, 0, nil
	}
	rate, _ := exact().Quo(exact().Add(rest, exact().SetInt(d.known)), exact().SetInt64(d.whole)).Float64()
	return minor, rate, nil
}

// reason says in words what the finding of a side with a limit is. A limit that is beyond what the units were selected from is
// said to mean no more than all of it.
func (d direction) reason(side Side, beyond bool, tolerable Amount, confidence sampling.Rate) string {
	risk := "with a confidence of " + string(confidence)
	if d.size == 0 {
		risk = "without sampling risk, since every item was examined,"
	}
	limit := side.Limit
	all := fmt.Sprintf("the limit of %s is beyond the book value of %s that the units were selected from, and says no more than that all of it may be misstated", limit, AmountOf(d.book, d.decimals))
	switch {
	case side.Finding == ErrorAboveTolerable:
		return fmt.Sprintf("the most likely %s of %s is above the tolerable misstatement of %s", d.name, side.MostLikely, tolerable)
	case side.Finding == LimitAboveTolerable && beyond:
		return fmt.Sprintf("the sample does not show that the %s is within the tolerable misstatement of %s: %s", d.name, tolerable, all)
	case side.Finding == LimitAboveTolerable:
		return fmt.Sprintf("%s the %s may be as high as %s, above the tolerable misstatement of %s: the sample does not show that it is tolerable", risk, d.name, limit, tolerable)
	case beyond:
		return fmt.Sprintf("the %s is within the tolerable misstatement of %s: %s", d.name, tolerable, all)
	}
	return fmt.Sprintf("%s the %s is at most %s, within the tolerable misstatement of %s", risk, d.name, limit, tolerable)
}
