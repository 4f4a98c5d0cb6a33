package monetary

import (
	"math/big"
	"slices"

	"github.com/soc2kit/soc2/internal/distribution"
)

// A Bound says how the upper limit of misstatement is computed from the taints that were found.
//
// The zero Bound is not valid.
type Bound string

const (
	// StringerBinomial is Stringer's bound with the limits of Clopper and Pearson. At a confidence of 50 % and above it has held
	// at least as often as asked for in simulations and in what has been worked out for small samples, which is all that is
	// known of it: nobody has proved it. Below 50 % it can hold less often, as simulations of large samples show.
	StringerBinomial Bound = "stringer-binomial"
	// StringerPoisson is the same with Poisson limits: a little higher.
	StringerPoisson Bound = "stringer-poisson"
	// CellBound is the bound of Leslie, Teitlebaum and Anderson for cell selection: lower where taints are small.
	CellBound Bound = "cell"
)

var bounds = []Bound{StringerBinomial, StringerPoisson, CellBound}

// Bounds lists the bounds.
func Bounds() []Bound { return slices.Clone(bounds) }

// IsValid reports whether b is one of the three bounds.
func (b Bound) IsValid() bool { return slices.Contains(bounds, b) }

// EnumValues lists the spellings of a bound, for JSON Schema.
func (Bound) EnumValues() []string { return []string{"stringer-binomial", "stringer-poisson", "cell"} }

// A tainted is an item with its taint, above 0 and at most 1 where it is bounded, and the number of its hits.
type tainted struct {
	id    string
	taint *big.Rat
	times int64
}

func (t tainted) public() Taint { return Taint{t.taint.RatString(), t.times} }

// weight returns the taint times the hits.
func (t tainted) weight() *big.Float {
	return exact().Mul(exact().SetRat(t.taint), exact().SetInt64(t.times))
}

// limits returns the upper limit of the rate of misstatement after a sample of n hits with none of the taints, which descend,
// with the first of them, and so on; the last one is the limit with all.
func (b Bound) limits(taints []tainted, n int64, risk float64) []float64 {
	if b == CellBound {
		return cellLimits(taints, n, risk)
	}
	known := map[int64]float64{}
	return stringerLimits(taints, func(errors int64) float64 {
		limit, ok := known[errors]
		switch {
		case ok:
			return limit
		case b == StringerPoisson:
			limit = distribution.PoissonUpper(float64(errors), risk) / float64(n)
		default:
			limit = distribution.BinomialUpper(float64(n), float64(errors), risk)
		}
		known[errors] = limit
		return limit
	})
}

// stringerLimits adds up U(0) + (U(1) - U(0)) t(1) and so on; see [stringerLimit], which the last one is.
func stringerLimits(taints []tainted, upper func(errors int64) float64) []float64 {
	errors, before := int64(0), upper(0)
	all := []float64{before}
	for i, t := range taints {
		errors += t.times
		next := upper(errors)
		taint, _ := t.taint.Float64()
		all = append(all, all[i]+(next-before)*taint)
		before = next
	}
	all[len(taints)] = stringerLimit(taints, upper)
	return all
}

// stringerLimit returns U(0) + sum of (U(i) - U(i-1)) t(i), where U(i) is the upper limit of the rate after i errors and t
// descends from 1. The sum is written with the differences of the taints, which are exact and not below 0, so that nothing
// cancels.
func stringerLimit(taints []tainted, upper func(errors int64) float64) float64 {
	sum, errors := 0.0, int64(0)
	above := big.NewRat(1, 1)
	for _, t := range taints {
		if step, _ := new(big.Rat).Sub(above, t.taint).Float64(); step > 0 {
			sum += upper(errors) * step
		}
		above = t.taint
		errors += t.times
	}
	last, _ := above.Float64()
	return sum + upper(errors)*last
}

// maxCellErrors is the largest number of misstated hits that the cell bound is computed for, since it takes a Poisson limit
// for each.
const maxCellErrors = 100_000

// cellLimits returns UEL / n after none of the taints, after the first, and so on, where UEL(0) is the Poisson limit after no error and UEL(i) the larger of UEL(i-1) + t(i) and
// the Poisson limit after i errors times the mean of the first i taints.
func cellLimits(taints []tainted, n int64, risk float64) []float64 {
	limit, errors := distribution.PoissonUpper(0, risk), int64(0)
	all := []float64{limit / float64(n)}
	before := new(big.Rat) // sum of the taints before this one
	for _, t := range taints {
		taint, _ := t.taint.Float64()
		sum, _ := before.Float64()
		for i := range t.times {
			errors++
			sum := sum + float64(i+1)*taint
			limit = max(limit+taint, distribution.PoissonUpper(float64(errors), risk)*(sum/float64(errors)))
		}
		before = addBounded(before, t)
		all = append(all, limit/float64(n))
	}
	return all
}

// addBounded returns sum + times x taint, rounded to 200 bits where the exact sum has grown beyond: many different taints
// have a common denominator of very many digits.
func addBounded(sum *big.Rat, t tainted) *big.Rat {
	next := new(big.Rat).Mul(t.taint, new(big.Rat).SetInt64(t.times))
	next.Add(next, sum)
	if next.Denom().BitLen() <= 4096 {
		return next
	}
	rounded, _ := new(big.Float).SetPrec(200).SetRat(next).Rat(nil)
	return rounded
}
