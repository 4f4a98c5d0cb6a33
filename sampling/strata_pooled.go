package sampling

import (
	"cmp"
	"slices"
)

// pooledCounts returns the limits of the number of deviations in several strata none of which was examined whole, by the
// pooled method. A lower limit is the larger of two: that of the deviations, and the upper one of the items in order, taken
// from the whole.
func pooledCounts(strata []StratumResult, risk fraction) Counts {
	mirrored, population := slices.Clone(strata), int64(0)
	for i, s := range strata {
		mirrored[i].Deviations = s.N - s.Deviations
		population += s.Population
	}
	found, inOrder := newPool(strata), newPool(mirrored)
	oneSided, twoSided := risk.float(), risk.half().float()
	return Counts{
		found.upper(oneSided), max(found.lower(oneSided), population-inOrder.upper(oneSided)),
		found.upper(twoSided), max(found.lower(twoSided), population-inOrder.upper(twoSided)),
	}
}

// A pool is several samples taken together.
type pool struct {
	n, k       int64   // items and deviations in the samples
	mean       float64 // of the deviations in samples, if the population held only those found
	most       int64   // deviations that the population can hold
	rooms      []room  // for further deviations, the smallest sampling fraction first
	evaluation int     // of the bound, so far
}

// A room is what a stratum can hold beyond the deviations found in it.
type room struct {
	items    int64
	fraction float64
}

func newPool(strata []StratumResult) *pool {
	p := &pool{rooms: make([]room, len(strata))}
	for i, s := range strata {
		f := float64(s.N) / float64(s.Population)
		p.n += s.N
		p.k += s.Deviations
		p.mean += float64(s.Deviations) * f
		p.rooms[i] = room{s.Population - s.N, f}
		p.most += s.Deviations + p.rooms[i].items
	}
	slices.SortFunc(p.rooms, func(a, b room) int { return cmp.Compare(a.fraction, b.fraction) })
	return p
}

// maxPooled bounds the evaluations for one limit. A limit that would need more is the largest number not yet excluded.
const maxPooled = 2000

// upper returns the largest number of deviations in the population that the bound does not exclude.
func (p *pool) upper(risk float64) int64 {
	p.evaluation = 0
	return p.last(p.k, p.most, risk)
}

// last returns the largest number from low to high that is not excluded, or low - 1. The bound of a number grows with the
// trials that are allowed for: with those of high it holds for all numbers from low to high, and is least excluding at
// low. So a range is ruled out as a whole, or halved.
func (p *pool) last(low, high int64, risk float64) int64 {
	p.evaluation++
	switch {
	case low > high || p.excludes(low, min(p.n, high), risk):
		return low - 1
	case low == high || p.evaluation > maxPooled:
		return high
	}
	middle := low + (high-low)/2
	if found := p.last(middle+1, high, risk); found > middle {
		return found
	}
	return p.last(low, middle, risk)
}

// excludes reports whether at most k deviations in the samples have a probability of at most the risk wherever dev
// deviations lie, by Hoeffding's bound with the given number of trials.
func (p *pool) excludes(dev, trials int64, risk float64) bool {
	mean := p.mean
	further := dev - p.k
	for _, r := range p.rooms {
		here := min(further, r.items)
		mean += float64(here) * r.fraction
		if further -= here; further == 0 {
			break
		}
	}
	mean *= 1 - allowance
	if float64(p.k) > mean-1 {
		return false
	}
	rate := min(1, mean/float64(trials))
	l := law{model: Binomial, n: trials, p: rate, q: 1 - rate, mean: mean}
	tail, _ := l.tails(p.k)
	return tail <= risk*(1-slack)
}

// allowance is the relative error of a mean. Errors of rounding must not exclude what is not excluded.
const allowance = 1e-12

// lower returns the smallest number of deviations in the population that the bound of at least k does not exclude. The
// bound grows with the number, as the largest mean and the trials do.
func (p *pool) lower(risk float64) int64 {
	return counts{p.k - 1, p.most}.halve(func(dev int64) bool { return !p.excludesFewer(dev, risk) }).from
}

// excludesFewer reports whether at least k deviations in the samples have a probability of at most the risk wherever dev
// deviations lie, by Hoeffding's bound.
func (p *pool) excludesFewer(dev int64, risk float64) bool {
	mean := p.mean
	further := dev - p.k
	for _, r := range slices.Backward(p.rooms) {
		here := min(further, r.items)
		mean += float64(here) * r.fraction
		if further -= here; further == 0 {
			break
		}
	}
	mean *= 1 + allowance
	trials := min(p.n, dev)
	if p.k < 1 || float64(p.k) < mean+1 {
		return false
	}
	rate := min(1, mean/float64(trials))
	l := law{model: Binomial, n: trials, p: rate, q: 1 - rate, mean: mean}
	_, tail := l.tails(p.k - 1)
	return tail <= risk*(1-slack)
}
