package bayes

import (
	"encoding/json"
	"math"
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Summary is what a distribution says about the rate of deviation.
type Summary struct {
	// Limits are the credible limits: with the confidence asked for, the rate is not above Upper; it is not below Lower;
	// it is between the two-sided ones, with half of the risk on either side. Under Poisson they may exceed 1.
	Limits sampling.Limits
	// Mean is the expected rate; of a finite population MeanCount is the expected number of deviations.
	Mean, MeanCount float64
	// Median is the rate that the actual one is above with the probability 1/2; of a finite population it belongs to
	// MedianCount, the smallest count that the actual one is above with at most that probability.
	Median float64
	// MedianCount is Median as a number of deviations in a finite population.
	MedianCount int64
	// Mode is the most probable rate. It means something where HasMode.
	Mode float64
	// ModeCount is Mode as a number of deviations in a finite population, the smaller one of two.
	ModeCount int64
	// HasMode reports that there is a most probable rate: it is false where all rates are equally probable and where both
	// 0 and 1 are.
	HasMode bool
	// Intolerable is the probability of an intolerable rate: of one above the tolerable rate or, of a finite population,
	// of the count that the convention names or more.
	Intolerable float64
}

// MarshalJSON writes {"limits", "mean", "median", "mode", "intolerable"}, without "mode" where there is none and, of a
// finite population, "meanCount", "medianCount" and "modeCount".
func (s Summary) MarshalJSON() ([]byte, error) { return json.Marshal(s.document()) }

// A summaryDocument is a Summary as it is written.
type summaryDocument struct {
	Limits      sampling.Limits `json:"limits"`
	Mean        float64         `json:"mean"`
	Median      float64         `json:"median"`
	Mode        *float64        `json:"mode,omitempty"`
	MeanCount   *float64        `json:"meanCount,omitempty"`
	MedianCount *int64          `json:"medianCount,omitempty"`
	ModeCount   *int64          `json:"modeCount,omitempty"`
	Intolerable float64         `json:"intolerable"`
}

func (s Summary) document() summaryDocument {
	d := summaryDocument{Limits: s.Limits, Mean: s.Mean, Median: s.Median, Intolerable: s.Intolerable}
	if s.HasMode {
		d.Mode = &s.Mode
	}
	if s.Limits.Finite {
		d.MeanCount, d.MedianCount = &s.MeanCount, &s.MedianCount
		if s.HasMode {
			d.ModeCount = &s.ModeCount
		}
	}
	return d
}

// An Evaluation is what is believed after a sample.
type Evaluation struct {
	// Posterior is the distribution that all else is computed from.
	Posterior Distribution
	// Summary is about the posterior.
	Summary
	// BayesFactor is by how much the sample has multiplied the odds of a tolerable rate: above 1 it speaks for one. It
	// means something where HasBayesFactor.
	BayesFactor float64
	// HasBayesFactor is false where the prior alone is no distribution or holds one of both impossible, and where the
	// factor is beyond 1e308.
	HasBayesFactor bool
}

// MarshalJSON writes {"posterior"}, the members of [Summary], and "bayesFactor" where there is one.
func (e Evaluation) MarshalJSON() ([]byte, error) {
	var factor *float64
	if e.HasBayesFactor {
		factor = &e.BayesFactor
	}
	return json.Marshal(struct {
		Posterior Distribution `json:"posterior"`
		summaryDocument
		BayesFactor *float64 `json:"bayesFactor,omitempty"`
	}{e.Posterior, e.document(), factor})
}

const (
	// CodeNoPosterior: prior and sample together are no distribution: alpha 0 without a deviation, or beta 0 where every
	// item deviates.
	CodeNoPosterior problem.Code = "no-posterior"
	// CodeModelDiffers: the sample has another model or population than the prior.
	CodeModelDiffers problem.Code = "model-differs-from-prior"
)

// Evaluate returns what is believed after the sample r, where p was held before it. The model and the population of r are
// those of the prior: they may be left out. It fails if an argument is not valid, and where there is no posterior.
// Where every item of a finite population was examined, all limits are the count found.
func Evaluate(p Prior, r sampling.Result, q Question) (Evaluation, error) {
	var l problem.List
	l.Append(p.Validate().Under("prior"))
	l.Append(q.Validate())
	model := p.model()
	if r.Model != "" && r.Model != model {
		l.Errorf("/sample/model", CodeModelDiffers, "%.40q; the prior is for the model %s", string(r.Model), model)
	}
	if r.Population != 0 && r.Population != p.Population {
		l.Errorf("/sample/population", CodeModelDiffers, "%d; the prior is for a population of %d items", r.Population, p.Population)
	}
	r.Model, r.Population = model, p.Population
	l.Append(r.Validate().Under("sample"))
	if err := refused("evaluation", l); err != nil {
		return Evaluation{}, err
	}
	before, after := p.before(), p.after(r.N, r.Deviations)
	if !after.isProper() {
		l.Errorf("/sample/deviations", CodeNoPosterior, "%d of %d items deviate: no distribution follows from that and a prior with alpha %g and beta %g", r.Deviations, r.N, p.Alpha, p.Beta)
		return Evaluation{}, refused("evaluation", l)
	}
	e := Evaluation{Posterior: after.distribution(), Summary: q.summarise(after, p.Population)}
	if before.isProper() {
		c := cutAt(exactRate(q.Tolerable), p.Population, q.Convention)
		tolerable, intolerable := before.tails(c)
		tolerableNow, intolerableNow := after.tails(c)
		e.BayesFactor = (tolerableNow / intolerableNow) * (intolerable / tolerable)
		e.HasBayesFactor = tolerable > 0 && intolerable > 0 && !math.IsInf(e.BayesFactor, 0) && !math.IsNaN(e.BayesFactor)
		if !e.HasBayesFactor {
			e.BayesFactor = 0
		}
	}
	return e, nil
}

// Summary returns what p says before any sample. It fails if p or q is not valid, and if p is not proper.
func (p Prior) Summary(q Question) (Summary, error) {
	var l problem.List
	l.Append(p.Validate().Under("prior"))
	l.Append(q.Validate())
	if l.Err() == nil && !p.IsProper() {
		l.Errorf("/prior", CodeNoPosterior, "alpha %g and beta %g alone are no distribution", p.Alpha, p.Beta)
	}
	if err := refused("prior", l); err != nil {
		return Summary{}, err
	}
	return q.summarise(p.before(), p.Population), nil
}

// summarise answers a valid question from a proper belief.
func (q Question) summarise(w belief, population int64) Summary {
	s := Summary{Limits: w.limits(complement(exactRate(q.Confidence)))}
	s.Mean, s.MeanCount = w.meanRate()
	s.Mode, s.ModeCount, s.HasMode = w.mode()
	half := levelOf(big.NewRat(1, 2))
	if w.model == sampling.Hypergeometric {
		s.MedianCount = w.upperCount(half)
		s.Median = w.rateOf(s.MedianCount)
	} else {
		s.Median = w.upper(half)
	}
	_, s.Intolerable = w.tails(cutAt(exactRate(q.Tolerable), population, q.Convention))
	return s
}
