package sampling

// maxJointWork bounds the terms that are summed exactly for all results which are evaluated together, to decide near ties.
// Each has the same share of it, so that its limits do not depend on its place.
const maxJointWork = 1 << 19

// A jointly is one of several results that are evaluated together.
type jointly struct {
	Result
	work int64 // terms that may still be summed exactly
}

// among returns r as one of so many results.
func (r Result) among(results int) *jointly {
	return &jointly{r, maxJointWork / int64(max(results, 1))}
}

// limits is [Result.limits] within bounded work. A near tie that there is no work left to decide moves a limit outwards,
// by one step of the population or a share of it that is below 1e-9.
func (r *jointly) limits(risk fraction) Limits {
	if r.whole() || r.Model.or(r.Population) != Hypergeometric {
		return r.Result.limits(risk)
	}
	half := risk.half()
	oneSided, twoSided := levelOf(risk), levelOf(half)
	c := Counts{r.upperCount(oneSided), r.lowerCount(oneSided), r.upperCount(twoSided), r.lowerCount(twoSided)}
	rate := func(count int64) float64 { return float64(count) / float64(r.Population) }
	return Limits{rate(c.UpperCount), rate(c.LowerCount), rate(c.UpperCountTwoSided), rate(c.LowerCountTwoSided), c, true}
}

func (r *jointly) upperCount(risk level) int64 {
	c := counts{r.Deviations, r.Population - (r.N - r.Deviations) + 1}
	within := func(d int64) bool {
		l := lawOf(r.N, r.Population, d)
		within, near := l.nearly(r.Deviations, risk)
		if !near {
			return within
		}
		return r.affords(l.exactTerms(r.Deviations)) && l.compare(r.Deviations, risk.fraction, +1) <= 0
	}
	if r.Population > guessAbove {
		c = c.near(r.guess(r.upperBinomial(risk.fraction)), within)
	}
	return c.halve(within).before
}

func (r *jointly) lowerCount(risk level) int64 {
	k := r.Deviations
	c := counts{k - 1, r.Population - (r.N - k)}
	above := func(d int64) bool {
		l := lawOf(r.N, r.Population, d)
		_, upper := l.tails(k - 1)
		if diff := upper - risk.approx; diff < -slack*risk.approx || diff > slack*risk.approx {
			return diff > 0
		}
		return !r.affords(l.exactTerms(k-1)) || l.compare(k-1, risk.complement(), -1) < 0
	}
	if r.Population > guessAbove {
		c = c.near(r.guess(r.lowerBinomial(risk.fraction)), above)
	}
	return c.halve(above).from
}

// affords takes the cost of an exact comparison from the work that is left; false if there is not enough.
func (r *jointly) affords(terms int64) bool {
	r.work -= terms
	return r.work >= 0
}
