package monetary

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// An Estimate is what an [Estimation] says of the population: its audited value, and how far off that may be.
type Estimate struct {
	// Estimator is the estimator that was used in each stratum.
	Estimator Estimator `json:"estimator"`
	// Confidence is the confidence of the limits.
	Confidence sampling.Rate `json:"confidence"`
	// BookValue is the recorded value of all strata.
	BookValue Amount `json:"bookValue"`
	// AuditedValue is the point estimate of the audited value, rounded to the smallest unit.
	AuditedValue Amount `json:"auditedValue"`
	// StandardError is the standard error of the audited value, rounded up to the smallest unit, or to 11 digits where it has
	// more.
	StandardError Amount `json:"standardError"`
	// DegreesOfFreedom are those of Student's distribution: of one stratum its items less 1, or less 2 under regression; of
	// several, Satterthwaite's, see [Estimation.Estimate]. 0 where every item was examined.
	DegreesOfFreedom float64 `json:"degreesOfFreedom"`
	// LowerLimit and UpperLimit enclose the audited value with the confidence, half of the risk on either side; rounded
	// outwards to the smallest unit. What is added to the estimate and taken from it is rounded up to 11 digits before, where
	// it has more: it is known to about 12.
	LowerLimit Amount `json:"lowerLimit"`
	// UpperLimit is the upper one.
	UpperLimit Amount `json:"upperLimit"`
	// Misstatement is BookValue less AuditedValue: above 0 for a net overstatement.
	Misstatement Amount `json:"misstatement"`
	// LowerMisstatement is the one-sided lower limit of the misstatement, rounded down as LowerLimit is: it is at least that. At a confidence
	// below one half it lies above Misstatement, and UpperMisstatement below.
	LowerMisstatement Amount `json:"lowerMisstatement"`
	// UpperMisstatement is the one-sided upper limit of the misstatement, rounded up as UpperLimit is: it is at most that.
	UpperMisstatement Amount `json:"upperMisstatement"`
	// Warnings lists what the figures do not license.
	Warnings problem.List `json:"warnings"`
}

// Estimate returns the audited value and its limits by Student's distribution. The standard error of a stratum is
//
//	items x sqrt(1 - n/items) x s / sqrt(n)        for estimators of items
//	book value x s / sqrt(n)                       for the mean per unit of money
//
// where s is the standard deviation of audited values, differences, residuals of the ratio or of the regression, or taints,
// with n - 1 in its denominator, n - 2 under regression: Cochran, Sampling Techniques (1977), chapters 2, 6 and 7. There is
// no finite population correction for monetary units. Several strata are estimated separately and added up, with
// Satterthwaite's degrees of freedom (section 5.4 there). A stratum whose items were all examined has no sampling error.
// Other programs correct by sqrt((items-n)/(items-1)), or count n - 1 degrees under regression, and differ by that.
//
// The combined estimators take one ratio or one slope from all strata that were sampled (sections 6.11 and 7.10 there); a stratum
// whose items were all examined stands apart and adds what was found. With sums over these strata, N and n being the items of a
// stratum and of its sample, X its book value, y and x the mean audited and book value, sxx, sxy and syy its sample variances and
// covariance, and c = N (N - n) / n:
//
//	combined-ratio        r X  with r = sum N y / sum N x                   variance  sum c (syy - 2 r sxy + r^2 sxx)
//	combined-regression   N y + b (X - N x)  with b = sum c sxy / sum c sxx   variance  sum c (syy - 2 b sxy + b^2 sxx) f / (f - 1)
//
// where f is the sum of n - 1. The factor f / (f - 1) is for the slope and is not in the textbook: with it one stratum has the
// limits of the separate estimate, and several have wider ones than without. The degrees of freedom are Satterthwaite's of
// variances with n - 1 degrees each, under regression times (f - 1) / f: n - 1 and n - 2 of one stratum.
//
// Sums, point estimates and variances are exact; the quantiles are good to 12 digits. Margins of more than 11 digits are therefore
// rounded up to 11: a standard error of 123,456,789,012.34 is given as 123,456,789,020.00 where the smallest unit has two decimals.
func (e Estimation) Estimate() (Estimate, error) {
	m, l := e.strata()
	if err := refused("estimation", l); err != nil {
		return Estimate{}, err
	}
	a := e.combine(m)
	result := Estimate{
		Estimator: e.Estimator, Confidence: e.Confidence, BookValue: AmountOf(m.book, m.decimals),
		DegreesOfFreedom: a.freedom, Warnings: e.warnings(m, a),
	}
	warnLowConfidence(&result.Warnings, m.level, e.Confidence)
	risk := new(big.Rat).Sub(big.NewRat(1, 1), m.level)
	twoSided, oneSided := a.margin(new(big.Rat).Quo(risk, big.NewRat(2, 1))), a.margin(risk)
	misstatement := exact().Sub(exact().SetInt64(m.book), a.point)
	none := exact()
	for _, figure := range []struct {
		amount        *Amount
		round         func(point, margin *big.Float) (int64, error)
		point, margin *big.Float
	}{
		{&result.AuditedValue, func(x, _ *big.Float) (int64, error) { return nearest(x) }, a.point, none},
		{&result.Misstatement, func(x, _ *big.Float) (int64, error) { return nearest(x) }, misstatement, none},
		{&result.StandardError, upwards, none, a.standardError()},
		{&result.LowerLimit, downwards, a.point, twoSided},
		{&result.UpperLimit, upwards, a.point, twoSided},
		{&result.LowerMisstatement, downwards, misstatement, oneSided},
		{&result.UpperMisstatement, upwards, misstatement, oneSided},
	} {
		minor, err := figure.round(figure.point, figure.margin)
		if err != nil {
			return Estimate{}, fmt.Errorf("monetary: estimation: a figure has %w", err)
		}
		*figure.amount = AmountOf(minor, m.decimals)
	}
	return result, nil
}

// An appraisal is the estimate of an audited value before it is rounded.
type appraisal struct {
	point, variance *big.Float
	freedom         float64 // 0 where there is no sampling error
}

func (a appraisal) standardError() *big.Float { return exact().Sqrt(a.variance) }

// margin returns the standard error times the quantile of Student's distribution that is exceeded with probability tail.
func (a appraisal) margin(tail *big.Rat) *big.Float {
	if a.variance.Sign() == 0 {
		return exact()
	}
	quantile := distribution.StudentUpperQuantile(probability(tail), a.freedom)
	return exact().Mul(a.standardError(), exact().SetFloat64(quantile))
}

// combine returns the appraisal of all strata.
func (e Estimation) combine(m measured) appraisal {
	total, sampled := appraisal{point: exact(), variance: exact()}, m.sampled()
	switch {
	case len(sampled) == 0:
	case e.Estimator.isCombined():
		total = e.Estimator.combined(sampled)
	default:
		total = e.Estimator.separate(sampled)
	}
	for _, s := range m.strata {
		if s.census() {
			for _, p := range s.sample {
				total.point.Add(total.point, exact().SetInt64(p.audited))
			}
		}
	}
	return total
}

// separate adds up the appraisals of strata that were sampled.
func (e Estimator) separate(strata []stratum) appraisal {
	total := appraisal{point: exact(), variance: exact()}
	// Satterthwaite's degrees of freedom are (sum of v)^2 / sum of v^2/f. Where nothing varies they are the sum of f.
	weighed, freedom := exact(), int64(0)
	for _, s := range strata {
		own := e.appraise(s)
		total.point.Add(total.point, own.point)
		total.variance.Add(total.variance, own.variance)
		square := exact().Mul(own.variance, own.variance)
		weighed.Add(weighed, square.Quo(square, exact().SetFloat64(own.freedom)))
		freedom += int64(own.freedom)
	}
	total.freedom = float64(freedom)
	if weighed.Sign() > 0 && len(strata) > 1 {
		square := exact().Mul(total.variance, total.variance)
		total.freedom, _ = square.Quo(square, weighed).Float64()
	}
	return total
}

// appraise returns the estimate of one stratum that was sampled.
func (e Estimator) appraise(s stratum) appraisal {
	n := exact().SetInt64(s.size)
	freedom := s.size - e.fitted()
	if e == MeanPerUnit {
		return s.meanPerUnit(n, freedom)
	}
	point, squares := e.estimate(s)
	// items (items - n) / n x squares / freedom
	items := new(big.Rat).SetInt64(s.items)
	variance := times(items, new(big.Rat).SetInt64(s.items-s.size), squares)
	variance.Quo(variance, times(new(big.Rat).SetInt64(s.size), new(big.Rat).SetInt64(freedom)))
	return appraisal{exact().SetRat(point), exact().SetRat(variance), float64(freedom)}
}

// meanPerUnit estimates from taints. They have no common denominator of a bounded size, so that they are added up in 512 bits.
func (s stratum) meanPerUnit(n *big.Float, freedom int64) appraisal {
	total := exact()
	taints := make([]*big.Float, len(s.sample))
	for i, p := range s.sample {
		taints[i] = exact().SetRat(taint(p.book, p.audited))
		total.Add(total, exact().Mul(taints[i], exact().SetInt64(p.times)))
	}
	mean, squares := exact().Quo(total, n), exact()
	constant := true
	for i, p := range s.sample {
		deviation := exact().Sub(taints[i], mean)
		squares.Add(squares, deviation.Mul(deviation, deviation).Mul(deviation, exact().SetInt64(p.times)))
		constant = constant && taints[i].Cmp(taints[0]) == 0
	}
	book := exact().SetInt64(s.book)
	variance := exact()
	if !constant { // of equal taints the mean may be rounded, and its square would not be 0
		variance.Mul(book, book).Mul(variance, squares)
		variance.Quo(variance, n).Quo(variance, exact().SetInt64(freedom))
	}
	return appraisal{exact().Sub(book, exact().Mul(book, mean)), variance, float64(freedom)}
}

// warnings lists what an estimate does not license.
func (e Estimation) warnings(m measured, a appraisal) problem.List {
	l := problem.List{}
	differences, sampled := int64(0), false
	size := int64(0)
	for i, s := range m.strata {
		if s.census() {
			continue
		}
		sampled = true
		size += s.size
		if s.size < SmallSample && !e.Estimator.isCombined() {
			l.Warnf(problem.Pointer("strata", i, "sample"), CodeSmallSample, "%d items; with fewer than %d the limits may be off, since amounts are skewed", s.size, SmallSample)
		}
		for _, p := range s.sample {
			if p.book != p.audited {
				differences++ // an item that was hit several times is one difference, which shows no other
			}
		}
	}
	if sampled && size < SmallSample && e.Estimator.isCombined() {
		l.Warnf("/strata", CodeSmallSample, "%d items in all samples; with fewer than %d the limits may be off, since amounts are skewed", size, SmallSample)
	}
	if sampled && e.Estimator.comparesBook() && differences < FewDifferences {
		l.Warnf("/strata", CodeFewDifferences, "%d items differ from their book value; with fewer than %d the standard error is not reliable: a bound on monetary units does not need them", differences, FewDifferences)
	}
	if sampled && a.variance.Sign() == 0 {
		l.Warnf("/strata", CodeNoVariability, "the sample does not vary: the standard error of 0 says nothing about the items that were not examined")
	}
	return l
}
