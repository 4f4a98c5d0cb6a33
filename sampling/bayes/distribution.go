package bayes

import (
	"math"
	"math/big"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/sampling"
)

// A Distribution is a posterior as data: of the rate of deviation, or of the count in a finite population. There Examined
// items hold Found deviations, and beta-binomial(Alpha, Beta) is the distribution among the others.
type Distribution struct {
	// Model is that of the sample: binomial for beta, Poisson for gamma, hypergeometric for beta-binomial.
	Model sampling.Model `json:"model"`
	// Alpha is the first parameter: that of the prior and the deviations found.
	Alpha float64 `json:"alpha"`
	// Beta is the second parameter: that of the prior and the items without deviation; under Poisson all items.
	Beta float64 `json:"beta"`
	// Population is the number of items in the population; 0 but under the hypergeometric model.
	Population int64 `json:"population,omitzero"`
	// Examined is the number of items of Population that were examined.
	Examined int64 `json:"examined,omitzero"`
	// Found is the number of deviations among Examined.
	Found int64 `json:"found,omitzero"`
}

func (w belief) distribution() Distribution {
	d := Distribution{Model: w.model, Alpha: w.a, Beta: w.b}
	if w.model == sampling.Hypergeometric {
		d.Population, d.Examined, d.Found = w.population, w.examined, w.found
	}
	return d
}

// upper returns the rate that the actual one is above with the probability risk.
func (w belief) upper(risk level) float64 { return w.quantile(risk, true) }

// lower returns the rate that the actual one is below with the probability risk.
func (w belief) lower(risk level) float64 { return w.quantile(risk, false) }

func (w belief) quantile(risk level, fromAbove bool) float64 {
	share := risk.approx
	if share > 0.5 { // the other tail is the smaller one
		share, fromAbove = risk.rest, !fromAbove
	}
	if w.model == sampling.Poisson {
		return distribution.GammaQuantile(w.a, share, fromAbove) / w.b
	}
	x, _ := distribution.BetaQuantile(w.a, w.b, share, fromAbove)
	return x
}

// upperCount returns the smallest count that the actual one is above with at most the probability risk.
func (w belief) upperCount(risk level) int64 {
	above, within := w.found-1, w.found+w.population-w.examined
	for above+1 < within {
		if middle := above + (within-above)/2; w.within(cut{count: middle + 1}, risk) {
			within = middle
		} else {
			above = middle
		}
	}
	return within
}

// lowerCount returns the largest count that the actual one is below with at most the probability risk.
func (w belief) lowerCount(risk level) int64 {
	within, above := w.found, w.found+w.population-w.examined+1
	for within+1 < above {
		if middle := within + (above-within)/2; w.lowerWithin(cut{count: middle}, risk) {
			within = middle
		} else {
			above = middle
		}
	}
	return within
}

// limits returns the credible limits of a proper belief, where risk is 1 - confidence.
func (w belief) limits(risk *big.Rat) sampling.Limits {
	one, two := levelOf(risk), levelOf(new(big.Rat).Mul(risk, big.NewRat(1, 2)))
	if w.model != sampling.Hypergeometric {
		return sampling.Limits{Upper: w.upper(one), Lower: w.lower(one), UpperTwoSided: w.upper(two), LowerTwoSided: w.lower(two)}
	}
	c := sampling.Counts{
		UpperCount: w.upperCount(one), LowerCount: w.lowerCount(one),
		UpperCountTwoSided: w.upperCount(two), LowerCountTwoSided: w.lowerCount(two),
	}
	return sampling.Limits{
		Upper: w.rateOf(c.UpperCount), Lower: w.rateOf(c.LowerCount),
		UpperTwoSided: w.rateOf(c.UpperCountTwoSided), LowerTwoSided: w.rateOf(c.LowerCountTwoSided),
		Counts: c, Finite: true,
	}
}

func (w belief) rateOf(count int64) float64 { return float64(count) / float64(w.population) }

// meanRate returns the expected rate and, of a finite population, the expected count.
func (w belief) meanRate() (rate, count float64) {
	switch w.model {
	case sampling.Poisson:
		return w.a / w.b, 0
	case sampling.Hypergeometric:
		count = float64(w.found)
		if rest := float64(w.population - w.examined); rest > 0 {
			count += rest * (w.a / (w.a + w.b))
		}
		return count / float64(w.population), count
	}
	return w.a / (w.a + w.b), 0
}

// mode returns the most probable rate and, of a finite population, the smallest most probable count. There is none where
// the density is flat, or highest at both ends.
func (w belief) mode() (rate float64, count int64, ok bool) {
	switch {
	case w.isCertain():
		return w.rateOf(w.found), w.found, true
	case w.model == sampling.Poisson:
		return math.Max(0, w.a-1) / w.b, 0, true
	case w.a <= 1 && w.b <= 1 && w.a == w.b, w.a < 1 && w.b < 1:
		return 0, 0, false
	}
	rest := w.population - w.examined
	switch {
	case w.a <= 1 && w.b >= 1:
		rate, count = 0, 0
	case w.b <= 1:
		rate, count = 1, rest
	default:
		rate, count = (w.a-1)/(w.a-1+(w.b-1)), w.modeAmong(rest)
	}
	if w.model == sampling.Hypergeometric {
		count += w.found
		rate = w.rateOf(count)
	}
	return rate, count, true
}

// modeAmong returns (rest+1)(a-1) / (a+b-2) rounded down, or one less where that is whole: up to there P(R) rises.
func (w belief) modeAmong(rest int64) int64 {
	a, b := w.exact()
	a.Sub(a, big.NewRat(1, 1))
	b.Sub(b, big.NewRat(1, 1))
	x := new(big.Rat).Mul(a, new(big.Rat).SetInt64(rest+1))
	x.Quo(x, b.Add(a, b))
	_, ceil := times(1, x)
	return max(0, min(ceil-1, rest))
}
