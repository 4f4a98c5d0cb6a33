package monetary

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// A Size is the sample that a [Plan] asks for, with the two probabilities that certify it.
type Size struct {
	// N is the number of monetary units to select. It is 0 where no sample does: Reason then says why.
	N int64
	// ExpectedErrors is the number of errors that the sample may hold, as a sum of taints: N x the expected rate. It is
	// not rounded to a whole number.
	ExpectedErrors float64
	// Risk is the probability of at most ExpectedErrors among N units at the tolerable rate. It is at most the risk that the
	// plan allows, decided exactly.
	Risk float64
	// RiskOneLess is the same for N - 1 units. It is above the risk that the plan allows.
	RiskOneLess float64
	// ConfidenceFactor is N x the tolerable rate: the tolerable misstatement divided by the sampling interval. It is at least
	// the [ConfidenceFactor] of a table, since N is whole.
	ConfidenceFactor float64
	// Interval is the sampling interval, the book value divided by N, rounded down; "" where the plan says no book value.
	// Selection goes by the exact quotient.
	Interval Amount
	// Reason says in words why no sample meets the plan; empty where one does.
	Reason string
}

// MarshalJSON writes {"n", "expectedErrors", "achievedRisk", "riskOneLess", "confidenceFactor", "samplingInterval"}, the last
// one where there is a book value; where no sample meets the plan, {"n":null, "reason"}.
func (s Size) MarshalJSON() ([]byte, error) {
	if s.N == 0 {
		return json.Marshal(struct {
			N      *int64 `json:"n"`
			Reason string `json:"reason"`
		}{nil, s.Reason})
	}
	return json.Marshal(struct {
		N                int64   `json:"n"`
		ExpectedErrors   float64 `json:"expectedErrors"`
		Risk             float64 `json:"achievedRisk"`
		RiskOneLess      float64 `json:"riskOneLess"`
		ConfidenceFactor float64 `json:"confidenceFactor"`
		Interval         Amount  `json:"samplingInterval,omitzero"`
	}{s.N, s.ExpectedErrors, s.Risk, s.RiskOneLess, s.ConfidenceFactor, s.Interval})
}

// maxExpectedErrors bounds the search for a size: an expected misstatement so near the tolerable one that the sample would
// have to hold more errors than this is answered with a Reason.
const maxExpectedErrors = 1_000_000

// Size returns the smallest n for which P(X <= n x expected) at the tolerable rate is at most the risk. n x expected stays
// fractional, as in the published tables for monetary-unit sampling: the probability is that of the gamma distribution of
// shape 1 + n x expected under the Poisson model, and that of the beta distribution under the binomial one, which are those
// of the counts where it is whole. Equality is accepted. A plan that no sample can meet is answered by [Size.Reason]; the
// error is about a plan that [Plan.Validate] finds fault with.
func (p Plan) Size() (Size, error) {
	t, l := p.terms()
	if err := refused("plan", l); err != nil {
		return Size{}, err
	}
	s := newSearch(t, p.Model == sampling.Binomial)
	atMost := "it would be larger than the largest sample that is planned"
	if t.expected.Sign() > 0 {
		most := new(big.Rat).Quo(big.NewRat(maxExpectedErrors, 1), t.expected)
		if whole := new(big.Int).Quo(most.Num(), most.Denom()); whole.IsInt64() && whole.Int64() < s.limit {
			s.limit = whole.Int64()
			atMost = fmt.Sprintf("the expected misstatement is so near the tolerable one that it would have to hold more than %d errors", maxExpectedErrors)
		}
	}
	largest := s.limit
	if t.book > 0 && t.book < s.limit {
		s.limit = t.book
		atMost = fmt.Sprintf("it would be larger than the population of %d monetary units: examine every item", t.book)
	}
	n := s.smallest()
	if n == 0 {
		if s.limit < largest {
			s.limit = largest
			atMost += s.finer()
		}
		return Size{Reason: "no sample: " + atMost}, nil
	}
	size := Size{N: n, Risk: s.acceptance(n), RiskOneLess: s.acceptance(n - 1)}
	size.ExpectedErrors, _ = s.times(n, t.expected).Float64()
	size.ConfidenceFactor, _ = s.times(n, t.tolerable).Float64()
	if t.book > 0 {
		size.Interval = AmountOf(t.book/n, t.decimals)
	}
	return size, nil
}

// finer says, where no sample of whole units meets the plan and one of smaller units would, how the book value is to be written
// for it. The limit of the search is not that of the population.
func (s *search) finer() string {
	n := s.smallest()
	book := s.book
	for decimals := s.decimals + 1; n > 0 && decimals <= MaxDecimals && book <= math.MaxInt64/10; decimals++ {
		if book *= 10; book >= n {
			return fmt.Sprintf("; or, if the amounts are said in units as small, write the book value as %s, of whose units %d do", AmountOf(book, decimals), n)
		}
	}
	return ""
}

// A search looks for the smallest sample of a valid plan.
type search struct {
	terms
	binomial bool
	limit    int64             // no sample is larger
	rate     distribution.Rate // tolerable
	approx   struct{ expected, unexpected, risk float64 }
}

func newSearch(t terms, binomial bool) search {
	s := search{terms: t, binomial: binomial, limit: sampling.MaxPopulation, rate: distribution.RateOf(t.tolerable)}
	s.approx.expected, _ = t.expected.Float64()
	s.approx.unexpected, _ = new(big.Rat).Sub(big.NewRat(1, 1), t.expected).Float64()
	s.approx.risk, _ = t.risk.Float64()
	return s
}

func (s *search) times(n int64, rate *big.Rat) *big.Rat {
	return new(big.Rat).Mul(new(big.Rat).SetInt64(n), rate)
}

// acceptance returns the probability that a sample of n units is accepted at the tolerable rate.
func (s *search) acceptance(n int64) float64 {
	if n == 0 {
		return 1
	}
	units := float64(n)
	var upper float64
	if s.binomial {
		_, upper = distribution.Beta(1+units*s.approx.expected, units*s.approx.unexpected, s.rate)
	} else {
		_, upper = distribution.Gamma(1+units*s.approx.expected, s.rate.P.Times(units))
	}
	return upper
}

// slack is the relative error that a tail is allowed: two numbers closer than that are compared precisely. Tails are a
// hundred times better.
const slack = 1e-10

// within reports whether the risk of a sample of n units is at most the plan's. Where that is too near and would take too
// long to decide, it is not: the sample is then rather one too large.
func (s *search) within(n int64) bool {
	diff := s.acceptance(n) - s.approx.risk
	if math.Abs(diff) > slack*s.approx.risk {
		return diff < 0
	}
	shape := s.times(n, s.expected)
	rest := new(big.Rat).Sub(new(big.Rat).SetInt64(n), shape)
	shape.Add(shape, big.NewRat(1, 1))
	var sign int
	var certain bool
	if s.binomial {
		sign, certain = distribution.CompareUpperBeta(shape, rest, s.tolerable, s.risk)
	} else {
		sign, certain = distribution.CompareUpperGamma(shape, s.times(n, s.tolerable), s.risk)
	}
	return certain && sign <= 0
}

// smallest returns the smallest n that will do, or 0 where none up to the limit does. The risk falls as n grows, since the
// tolerable rate is above the expected one.
func (s *search) smallest() int64 {
	below, n := int64(0), int64(1)
	for !s.within(min(n, s.limit)) {
		if n >= s.limit {
			return 0
		}
		below = n
		n *= 2
	}
	n = min(n, s.limit)
	for below+1 < n {
		if mid := below + (n-below)/2; s.within(mid) {
			n = mid
		} else {
			below = mid
		}
	}
	return n
}
