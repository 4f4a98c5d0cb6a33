package bayes

import (
	"math"
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Prior is the distribution of the rate of deviation before the sample, with what it was made from: beta(Alpha, Beta)
// of the rate, gamma with shape Alpha and rate Beta, or beta-binomial of the count among Population items.
//
// [Basis.Prior] makes one. The zero Prior is not valid.
type Prior struct {
	Basis
	// Alpha is the first parameter, 0 to 1e12: about 1 + the deviations that the prior is worth. A parameter is the
	// decimal that it is written as, wherever a tie is decided.
	Alpha float64 `json:"alpha"`
	// Beta is the second parameter, 0 to 1e12: about the items without deviation that the prior is worth; under Poisson
	// all items. Where a parameter is 0 the prior alone is no distribution; with a sample it may become one.
	Beta float64 `json:"beta"`
}

// maxParameter is the largest parameter: as many items as a population may hold.
const maxParameter = sampling.MaxPopulation

// WithParameters returns the prior that has the given parameters, with the method [Given]. Population is 0 but for a
// finite population. It fails as [Prior.Validate] does.
func WithParameters(m sampling.Model, population int64, alpha, beta float64) (Prior, error) {
	p := Prior{Basis{Method: Given, Model: m, Population: population}, alpha, beta}
	p.Model = p.model()
	if err := refused("prior", p.Validate()); err != nil {
		return Prior{}, err
	}
	return p, nil
}

// Validate lists what is wrong with p: its basis, its parameters, and parameters that are not those of its basis.
func (p Prior) Validate() problem.List {
	l := p.Basis.Validate()
	for _, x := range []struct {
		name  string
		value float64
	}{{"alpha", p.Alpha}, {"beta", p.Beta}} {
		if !(x.value >= 0 && x.value <= maxParameter) || x.value > 0 && x.value < leastParameter {
			l.Errorf("/"+x.name, CodeParameterRange, "%g; 0, or %g to %g expected", x.value, leastParameter, float64(maxParameter))
		}
	}
	if p.Alpha == 0 && p.Beta == 0 {
		l.Errorf("/alpha", CodeParameterRange, "0, as the other parameter is: a prior that says nothing at all")
	}
	if l.Err() != nil || p.Method == Given {
		return l
	}
	alpha, beta, faults := p.parameters()
	l.Append(faults)
	if l.Err() == nil && (differ(alpha, p.Alpha) || differ(beta, p.Beta)) {
		l.Errorf("/alpha", CodeParametersDiffer, "alpha %g and beta %g; the basis gives %g and %g", p.Alpha, p.Beta, alpha, beta)
	}
	return l
}

// leastParameter is the least one above 0. Below it nearly all probability lies at rates that no float64 holds.
const leastParameter = 1e-6

// differ reports whether two parameters differ by more than processors do.
func differ(x, y float64) bool { return math.Abs(x-y) > 1e-9*math.Max(1, math.Abs(x)) }

// An EquivalentSample is a sample that one who knew nothing before would have to examine to know what a prior says.
type EquivalentSample struct {
	// Items is its size, which need not be whole.
	Items float64 `json:"items"`
	// Deviations is the number of deviations in it. It is negative where the prior favours the rate 0 more than any
	// sample could.
	Deviations float64 `json:"deviations"`
}

// EquivalentSample returns the sample that p is worth: that which turns the prior [Strict] into p.
func (p Prior) EquivalentSample() EquivalentSample {
	deviations := p.Alpha - 1
	if p.model() == sampling.Poisson {
		return EquivalentSample{p.Beta, deviations}
	}
	return EquivalentSample{p.Beta + deviations, deviations}
}

// IsProper reports whether p is a distribution without a sample: both parameters are above 0.
func (p Prior) IsProper() bool { return p.Alpha > 0 && p.Beta > 0 }

// before returns p as a belief.
func (p Prior) before() belief { return p.after(0, 0) }

// after returns the posterior of k deviations in n items.
func (p Prior) after(n, k int64) belief {
	w := belief{
		model: p.model(), a: p.Alpha + float64(k), b: p.Beta + float64(n-k),
		population: p.Population, examined: n, found: k,
	}
	if w.model == sampling.Poisson {
		w.b = p.Beta + float64(n)
	}
	w.exact = func() (a, b *big.Rat) { return p.exactAfter(n, new(big.Rat).SetInt64(k)) }
	return w
}

// afterExpected returns the posterior of n items with a fractional number of deviations, n x expected.
func (p Prior) afterExpected(n int64, expected *big.Rat) belief {
	k := new(big.Rat).Mul(expected, new(big.Rat).SetInt64(n))
	w := p.after(n, 0)
	found, _ := k.Float64()
	w.a += found
	if w.model != sampling.Poisson {
		w.b = p.Beta + (float64(n) - found)
	}
	w.exact = func() (a, b *big.Rat) { return p.exactAfter(n, k) }
	return w
}

func (p Prior) exactAfter(n int64, k *big.Rat) (a, b *big.Rat) {
	a, b = rational(p.Alpha), rational(p.Beta)
	b.Add(b, new(big.Rat).SetInt64(n))
	if p.model() != sampling.Poisson {
		b.Sub(b, k)
	}
	return a.Add(a, k), b
}
