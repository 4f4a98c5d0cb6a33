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
		sum.Add(sum, t.weight())
	}
	return d.project(sum)
}

// project returns what hits whose taints have the given sum stand for.
func (d direction) project(sum *big.Float) *big.Float {
	if d.size == 0 {
		return exact()
	}
	value := exact().Mul(sum, exact().SetInt64(d.book))
	return value.Quo(value, exact().SetInt64(d.size))
}

func (d direction) mostLikely() *big.Float {
	return exact().Add(d.projected(), exact().SetInt(d.known))
}

// judge computes the figures of a side and compares them with the tolerable misstatement.
func (d direction) judge(b Bound, risk float64, tolerable Amount, confidence sampling.Rate) (Side, error) {
	side := Side{Taints: []Taint{}}
	for _, t := range d.taints {
		side.Hits += t.times
		side.Taints = append(side.Taints, t.public())
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
	if b == CellBound && side.Hits > maxCellErrors {
		return Side{}, fmt.Errorf("monetary: evaluation: %s: %d misstated hits; the cell bound is computed for at most %d: use another bound", d.name, side.Hits, maxCellErrors)
	}
	rates := []float64{0}
	if d.size > 0 {
		rates = b.limits(d.taints, d.size, risk)
	}
	limit, rate, err := d.limit(rates[len(d.taints)])
	if err != nil {
		return Side{}, fmt.Errorf("monetary: evaluation: %s: %w", d.name, err)
	}
	side.Limit, side.LimitRate = AmountOf(limit, d.decimals), rate
	ofRest, err := nearest(exact().Sub(exact().SetInt64(limit), exact().SetInt(d.known)))
	if err == nil {
		side.Breakdown, err = d.breakdown(rates, ofRest)
	}
	if err != nil {
		return Side{}, fmt.Errorf("monetary: evaluation: %s: %w", d.name, err)
	}
	side.Finding = WithinTolerable
	if above {
		side.Finding = ErrorAboveTolerable
	} else if limit > most {
		side.Finding = LimitAboveTolerable
	}
	// A limit of all that was sampled from and what is known is the most that the taints allow. That it is beyond is a property
	// of the bound.
	beyond := d.size > 0 && ofRest > d.book
	side.Reason = d.reason(side, beyond, tolerable, confidence)
	return side, nil
}

// limit returns the upper misstatement limit in smallest units, rounded up, and as a rate of the whole book value. bound is that
// of the rate of misstatement in the rest.
func (d direction) limit(bound float64) (int64, float64, error) {
	rest := d.ofRest(bound)
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
