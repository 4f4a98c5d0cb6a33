package monetary

import (
	"math/big"
	"slices"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// An Evaluation is what an [Examination] licenses about the population. Overstatement and understatement stand apart: the one
// does not reduce the limit of the other.
type Evaluation struct {
	// Bound says how the limits were computed.
	Bound Bound `json:"bound"`
	// Confidence is the confidence of each limit by itself. Below one half a limit may lie below the most likely misstatement,
	// of which there is a warning.
	Confidence sampling.Rate `json:"confidence"`
	// BookValue is the value of the rest and the top stratum together. What has a book value of 0 or below is not in it, and
	// nothing here is about it.
	BookValue Amount `json:"bookValue"`
	// Tolerable is the tolerable misstatement that the findings compare with.
	Tolerable Amount `json:"tolerableMisstatement"`
	// Overstatement is about items that are recorded too high.
	Overstatement Side `json:"overstatement"`
	// Understatement is about items that are recorded too low. Items that are missing from the records are on no side.
	Understatement Side `json:"understatement"`
	// Net is the most likely net overstatement, below 0 where understatement prevails, rounded to the smallest unit.
	Net Amount `json:"netMostLikely"`
	// Warnings lists what the figures do not license.
	Warnings problem.List `json:"warnings"`
}

// A Side is one direction of misstatement. Its amounts are positive.
type Side struct {
	// Hits is the number of hits in the rest with a misstatement in this direction.
	Hits int64 `json:"hits"`
	// Taints holds the taint of each misstated item of the rest, the largest first.
	Taints []Taint `json:"taints"`
	// Known is the misstatement of the top stratum, which is examined as a whole: exact.
	Known Amount `json:"known"`
	// Projected is the most likely misstatement of the rest: its value times the sum of the taints divided by the number of
	// hits, rounded to the smallest unit.
	Projected Amount `json:"projected"`
	// MostLikely is the most likely misstatement, Known and the unrounded projection together, rounded to the smallest unit.
	MostLikely Amount `json:"mostLikely"`
	// Limit is the upper misstatement limit: the bound for the rest, rounded up to the smallest unit, or to 11 digits where it
	// has more, and Known. Of few hits it may exceed the book value, since the bounds have no ceiling: it then says no more than
	// that all of it may be misstated, and so does Reason. "" where the taints have no bound; Reason then says why.
	Limit Amount `json:"upperLimit,omitzero"`
	// LimitRate is the limit before rounding, as a rate of BookValue; 0 where there is none. By Stringer's bound with
	// Poisson limits and by the cell bound it may exceed 1. Store it rounded up with [sampling.RoundUp].
	LimitRate float64 `json:"upperLimitRate,omitzero"`
	// Breakdown takes the limit apart into basic precision and what each misstated item adds; absent where there is no limit.
	Breakdown Breakdown `json:"breakdown,omitzero"`
	// Finding compares with the tolerable misstatement.
	Finding Finding `json:"finding"`
	// Reason says the finding in words.
	Reason string `json:"reason"`
}

// A Taint is the misstatement of an item as a part of its book value.
type Taint struct {
	// Value is the taint as an exact fraction in lowest terms, such as "1/4" or "1"; above 0.
	Value string `json:"value"`
	// Times is the number of hits that it counts for.
	Times int64 `json:"times"`
}

// Evaluate bounds the misstatement of a population by an examination. Confidence lies above 0 and below 1, and in practice far
// above one half: below that the limits bound nothing that is likely, see [CodeLowConfidence]. Tolerable is above 0 and is
// compared with each side. Where there are no hits, since everything is in the top stratum, there is no sampling
// risk, and the limit is what is known.
//
// Taints are exact. Only their bound is computed, to about 12 digits: a limit that lies above a smallest unit by no more than
// that counts as on it, so that it is the same on every processor. An item that is misstated by more than its book value has
// no bound in its direction, since every bound supposes that the other items are misstated by at most theirs.
func Evaluate(e Examination, b Bound, confidence sampling.Rate, tolerable Amount) (Evaluation, error) {
	f, l := e.figures()
	if !b.IsValid() {
		l.Errorf("/bound", CodeBoundUnknown, "%.40q; one of stringer-binomial, stringer-poisson, cell expected", string(b))
	}
	level := checkRate(&l, "/confidence", confidence, true)
	limit, decimals, ok := checkAmount(&l, "/tolerableMisstatement", tolerable)
	if ok && limit <= 0 {
		l.Errorf("/tolerableMisstatement", CodeAmountRange, "%s; an amount above 0 expected", tolerable)
	}
	if err := refused("evaluation", l); err != nil {
		return Evaluation{}, err
	}
	if _, err := tolerable.Minor(max(decimals, f.decimals)); err != nil {
		l.Errorf("/tolerableMisstatement", CodeTotalRange, "%s does not fit with the %d decimals of the examination", tolerable, f.decimals)
		return Evaluation{}, refused("evaluation", l)
	}
	if decimals > f.decimals { // results are written with as many decimals
		if f, l = e.sums(decimals, nil); l.HasErrors() {
			return Evaluation{}, refused("evaluation", l)
		}
	}
	risk := probability(new(big.Rat).Sub(big.NewRat(1, 1), level))
	over, under := f.sides(e)
	result := Evaluation{Bound: b, Confidence: confidence, BookValue: AmountOf(f.whole, f.decimals), Tolerable: tolerable, Warnings: problem.List{}}
	var err error
	if result.Overstatement, err = over.judge(b, risk, tolerable, confidence); err != nil {
		return Evaluation{}, err
	}
	if result.Understatement, err = under.judge(b, risk, tolerable, confidence); err != nil {
		return Evaluation{}, err
	}
	net, err := nearest(exact().Sub(over.mostLikely(), under.mostLikely()))
	if err != nil {
		return Evaluation{}, err
	}
	result.Net = AmountOf(net, f.decimals)
	warnLowConfidence(&result.Warnings, level, confidence)
	if b == CellBound && e.Method != Cell && e.Size > 0 {
		result.Warnings.Warnf("/method", CodeBoundMethod, "the cell bound is about one unit from each cell; the sample was selected by %s", string(e.Method))
	}
	if under.known.Sign() > 0 || len(under.taints) > 0 {
		result.Warnings.Warnf("/understatement", CodeUnderstatement, "items recorded too low are selected the less likely the lower they are recorded: the limit covers them only as far as their book value goes")
	}
	return result, nil
}

// sides divides the misstatements of an examination by their direction.
func (f figures) sides(e Examination) (over, under direction) {
	over = direction{name: "overstatement", figures: f, size: e.Size, known: new(big.Int)}
	under = direction{name: "understatement", figures: f, size: e.Size, known: new(big.Int)}
	for i, p := range f.items { // those of e, in their order
		if t := taint(p.book, p.audited); t.Sign() > 0 {
			over.taints = append(over.taints, tainted{e.Items[i].ID, t, p.times})
		} else if t.Sign() < 0 {
			under.taints = append(under.taints, tainted{e.Items[i].ID, t.Neg(t), p.times})
		}
	}
	for _, p := range f.top {
		difference := new(big.Int).Sub(big.NewInt(p.book), big.NewInt(p.audited))
		if difference.Sign() > 0 {
			over.known.Add(over.known, difference)
		} else {
			under.known.Sub(under.known, difference)
		}
	}
	for _, d := range []*direction{&over, &under} {
		slices.SortStableFunc(d.taints, func(a, b tainted) int { return b.taint.Cmp(a.taint) })
	}
	return over, under
}
