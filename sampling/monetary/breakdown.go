package monetary

import "math/big"

// A Breakdown takes the upper limit of a [Side] apart, line by line, as workpapers show it. Exactly as the amounts are displayed,
//
//	Known + Projected + Basic + Incremental = Limit        Known, Projected and Limit being those of the side
//	Basic + Incremental = Allowance
//
// and the lines add up to Projected and to Incremental. The parts are those of worksheets for monetary-unit sampling: basic precision is the
// confidence factor for no misstatement times the sampling interval, the projected misstatement of a hit its taint times the
// interval, and its incremental allowance the growth of the confidence factor, less 1, times that. Under the cell bound it is what
// the bound grows by beyond the projected misstatement, never below 0 but for rounding.
//
// Each running sum, from basic precision on, is rounded up to the smallest unit, as the limit is, and a line is the difference
// of the sum with it and the sum before; of projections the running sums are rounded to the nearest. So Basic is rounded up, the
// other parts are within 2 units of their exact value, and the limit is never below it. Where the limit has more than 11 digits
// the units are those of the last of them.
type Breakdown struct {
	// Basic is the basic precision: the limit of the rest were no misstatement found in it, rounded up.
	Basic Amount `json:"basicPrecision"`
	// Lines holds a line for each misstated item of the rest, in the order of Taints, the largest taint first.
	Lines []BreakdownLine `json:"lines"`
	// Incremental is the incremental allowance for sampling risk: the sum of that of the lines.
	Incremental Amount `json:"incrementalAllowance"`
	// Allowance is the total allowance for sampling risk: the limit less the most likely misstatement.
	Allowance Amount `json:"allowance"`
}

// A BreakdownLine is what one misstated item adds to an upper limit.
type BreakdownLine struct {
	// ID identifies the item.
	ID string `json:"id"`
	// Taint is its taint, with the number of its hits.
	Taint Taint `json:"taint"`
	// Projected is the projected misstatement of its hits: the taint times the value of the rest divided by the number of all
	// hits, times its own.
	Projected Amount `json:"projected"`
	// Incremental is what it adds to the limit beyond that. It depends on the order of the taints. Under Stringer's bounds it may
	// be below 0: where nearly every hit is misstated, and at confidences of about one half and less.
	Incremental Amount `json:"incrementalAllowance"`
}

// breakdown takes apart a limit of the rest, in smallest units, that the last of the rates, see [Bound.limits], gives.
func (d direction) breakdown(rates []float64, limit int64) (Breakdown, error) {
	result := Breakdown{Lines: []BreakdownLine{}}
	basic, err := upwards(exact(), d.ofRest(rates[0]))
	if err != nil {
		return Breakdown{}, err
	}
	allowance, projected, total := basic, int64(0), exact()
	for i, t := range d.taints {
		total.Add(total, t.weight())
		project, err := nearest(d.project(total))
		if err != nil {
			return Breakdown{}, err
		}
		allow := limit - project // of the last line: what the others leave
		if i < len(d.taints)-1 {
			if allow, err = upwards(exact().Neg(d.project(total)), d.ofRest(rates[i+1])); err != nil {
				return Breakdown{}, err
			}
		}
		more, err := add(allow, -allowance)
		if err != nil {
			return Breakdown{}, err
		}
		result.Lines = append(result.Lines, BreakdownLine{
			t.id, t.public(), AmountOf(project-projected, d.decimals), AmountOf(more, d.decimals),
		})
		allowance, projected = allow, project
	}
	incremental, err := add(allowance, -basic)
	if err != nil {
		return Breakdown{}, err
	}
	result.Basic, result.Incremental, result.Allowance = AmountOf(basic, d.decimals), AmountOf(incremental, d.decimals), AmountOf(allowance, d.decimals)
	return result, nil
}

// ofRest returns a rate of the rest as an amount in smallest units.
func (d direction) ofRest(rate float64) *big.Float {
	return exact().Mul(exact().SetFloat64(rate), exact().SetInt64(d.book))
}
