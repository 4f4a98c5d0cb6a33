package bayes

import (
	"math"
	"math/big"
	"strconv"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// Prior returns the prior that b is the basis of. It fails if b is not valid, or if no prior has what b asks for.
//
//   - Uniform: beta(1, 1), gamma(1, 1). Strict: beta(1, 0), gamma(1, 0).
//   - Sample, of n items with k deviations and weight w: beta(1 + wk, w(n-k)), gamma(1 + wk, wn).
//   - Impartial, hypothesis: the rate Expected is the most probable one, and a tolerable rate has the probability 1/2, or
//     the stated one.
//   - Risk model: with n+ items that the audit would need after a uniform prior and n- that it needs at the detection risk
//     (1 - confidence) / (inherent x control risk), an earlier sample of n+ - n- items that deviate at the expected rate.
//     Both sizes keep the expected deviations as a fraction but in a finite population.
//   - Bounded: Expected is the most probable rate, and the actual one is not above Upper, with Confidence.
func (b Basis) Prior() (Prior, error) {
	l := b.Validate()
	if b.Method == Given {
		l.Errorf("/method", CodeMethodUnknown, "the parameters are given: WithParameters makes the prior")
	}
	if err := refused("prior", l); err != nil {
		return Prior{}, err
	}
	alpha, beta, faults := b.parameters()
	if err := refused("prior", faults); err != nil {
		return Prior{}, err
	}
	p := Prior{b, alpha, beta}
	p.Model = b.model()
	return p, nil
}

// parameters returns alpha and beta of a valid basis.
func (b Basis) parameters() (alpha, beta float64, l problem.List) {
	switch b.Method {
	case Uniform:
		return 1, 1, nil
	case Strict:
		return 1, 0, nil
	case Sample:
		weight := big.NewRat(1, 1)
		if b.Weight != "" {
			weight = exactRate(b.Weight)
		}
		k := new(big.Rat).Mul(weight, new(big.Rat).SetInt64(b.Deviations))
		n := weight.Mul(weight, new(big.Rat).SetInt64(b.Items))
		alpha, beta = b.fromSample(n, k)
		return alpha, beta, nil
	case RiskModel:
		return b.fromRisks()
	case Bounded:
		upper := cutAt(exactRate(b.Upper), b.Population, sampling.FloorPlus)
		return b.fromProbability(upper, complement(exactRate(b.Confidence)))
	case Hypothesis:
		tolerable := cutAt(exactRate(b.Tolerable), b.Population, b.Convention)
		return b.fromProbability(tolerable, complement(exactRate(b.Probability)))
	}
	tolerable := cutAt(exactRate(b.Tolerable), b.Population, b.Convention)
	return b.fromProbability(tolerable, big.NewRat(1, 2))
}

// fromSample returns the parameters of the prior [Strict] after n items with k deviations.
func (b Basis) fromSample(n, k *big.Rat) (alpha, beta float64) {
	alpha, _ = new(big.Rat).Add(big.NewRat(1, 1), k).Float64()
	if b.model() != sampling.Poisson {
		n = new(big.Rat).Sub(n, k)
	}
	beta, _ = n.Float64()
	return alpha, beta
}

// fromRisks returns the parameters by the audit risk model.
func (b Basis) fromRisks() (alpha, beta float64, l problem.List) {
	expected := exactRate(b.Expected)
	s := search{
		prior:    Prior{Basis{Model: b.model(), Population: b.Population}, 1, 1},
		cut:      cutAt(exactRate(b.Tolerable), b.Population, b.Convention),
		expected: expected, fractional: b.model() != sampling.Hypergeometric,
		limit: limitOf(b.Population),
	}
	sizes := [2]int64{}
	for i, risk := range []*big.Rat{complement(exactRate(b.Confidence)), b.detectionRisk()} {
		s.risk = levelOf(risk)
		n, ok := s.smallest()
		if !ok {
			l.Errorf("/expectedRate", CodeUnattainable, "no sample of the audit meets the tolerable rate %s after a uniform prior", b.Tolerable)
			return 0, 0, l
		}
		sizes[i] = n
	}
	n := new(big.Rat).SetInt64(max(0, sizes[0]-sizes[1]))
	alpha, beta = b.fromSample(n, expected.Mul(expected, n))
	return alpha, beta, nil
}

// maxWeight is the largest weight of a prior that is sought, in items or in deviations.
const maxWeight = 1e11

// fromProbability returns the parameters of the prior whose mode is the expected rate and that gives an intolerable rate
// the probability. The more the prior weighs the less that is; weight is rounded down.
func (b Basis) fromProbability(c cut, intolerable *big.Rat) (alpha, beta float64, l problem.List) {
	target, _ := intolerable.Float64()
	above := func(logarithm float64) bool {
		alpha, beta := b.ofWeight(math.Exp(logarithm))
		_, upper := Prior{Basis{Model: b.model(), Population: b.Population}, alpha, beta}.before().tails(c)
		return upper > target
	}
	low, high := math.Log(leastParameter), math.Log(maxWeight)
	switch {
	case above(high):
		l.Errorf("", CodeUnattainable, "no prior makes an intolerable rate as improbable as %s", intolerable.FloatString(6))
		return 0, 0, l
	case !above(low):
		l.Errorf("", CodeUnattainable, "every prior with the expected rate %s makes an intolerable rate less probable than %s", b.expected(), intolerable.FloatString(6))
		return 0, 0, l
	}
	for range 80 {
		if middle := low + (high-low)/2; above(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	// Less weight and a smaller beta both claim less. Alpha is the weight and 1: it keeps its digits.
	alpha, beta = b.ofWeight(roundDown(math.Exp(low)))
	return roundNear(alpha), roundDown(beta), nil
}

func (b Basis) expected() sampling.Rate {
	if b.Expected == "" {
		return "0"
	}
	return b.Expected
}

// ofWeight returns the parameters of the prior whose mode is the expected rate: of weight items where that is 0, or of
// weight deviations.
func (b Basis) ofWeight(weight float64) (alpha, beta float64) {
	expected, _ := exactRate(b.expected()).Float64()
	switch {
	case expected == 0:
		return 1, weight
	case b.model() == sampling.Poisson:
		return 1 + weight, weight / expected
	}
	return 1 + weight, 1 + weight*(1-expected)/expected
}

// roundDown returns x rounded down to 12 digits, so that every processor gives the same. An x above a step by no more
// than the error of its computation counts as on it.
func roundDown(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	digits := 11 - int(math.Floor(math.Log10(x)))
	if digits < 0 {
		unit := math.Pow10(-digits)
		return math.Floor(x/unit*(1+1e-13)) * unit
	}
	digits = min(digits, 18)
	unit := math.Pow10(digits)
	return math.Floor(x*unit*(1+1e-13)) / unit
}

// roundNear returns x with 15 digits.
func roundNear(x float64) float64 {
	near, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64)
	if err != nil {
		return x
	}
	return near
}
