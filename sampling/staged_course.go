package sampling

// A course is what a staged plan needs to be computed at any rate.
//
// Given that d deviations are among the items examined so far, every arrangement of them is as likely as every other,
// whatever the rate. The share of arrangements that lead to d without a decision before is therefore found once; the
// rate only enters by the probability of d. That holds without replacement as well as with it, and every term is a
// product of probabilities: nothing cancels.
type course struct {
	stages []courseStage
}

type courseStage struct {
	Stage
	seen int64 // items of this group and all before it
	// open[i] is the share of arrangements of first+i deviations that come to this stage, for all numbers below Reject. It is nil
	// for the first stage, which all come to.
	first int64
	open  []float64
}

func newCourse(p StagedPlan) course {
	c := course{make([]courseStage, len(p.Stages))}
	seen := int64(0)
	for i, s := range p.Stages {
		seen += s.Items
		c.stages[i] = courseStage{Stage: s, seen: seen}
		if i > 0 {
			c.stages[i].follow(c.stages[i-1], p.Model.or(p.Population))
		}
	}
	return c
}

// follow fills in which arrangements come to s from the stage before.
func (s *courseStage) follow(before courseStage, m Model) {
	s.first = before.Accept + 1
	last := min(s.Reject-1, before.Reject-1+s.Items, s.seen)
	if m == Poisson {
		last = s.Reject - 1
	}
	if last < s.first {
		return
	}
	s.open = make([]float64, last-s.first+1)
	for d := s.first; d <= last; d++ {
		// Of d deviations among all items, so many lie among those of the stages before.
		split := lawOf(before.seen, s.seen, d)
		if m == Poisson {
			split = law{model: Binomial, n: d, p: float64(before.seen) / float64(s.seen), q: float64(s.Items) / float64(s.seen)}
			split.mean = float64(d) * split.p
		}
		least, most := split.support()
		from, to := max(least, before.Accept+1), min(most, before.Reject-1)
		if from > to {
			continue
		}
		// The terms are summed outwards from the largest of them.
		top := max(from, min(to, int64(split.mean)))
		largest := split.pmf(top)
		sum, term := before.share(top), 1.0
		for x := top; x > from; x-- {
			up, down := split.odds(x)
			term *= down / up
			sum += term * before.share(x-1)
		}
		term = 1
		for x := top + 1; x <= to; x++ {
			up, down := split.odds(x)
			term *= up / down
			sum += term * before.share(x)
		}
		s.open[d-s.first] = min(1, largest*sum)
	}
}

// share returns the share of arrangements of d deviations that come to s; d is below Reject.
func (s *courseStage) share(d int64) float64 {
	if s.open == nil && s.first == 0 {
		return 1
	}
	if i := d - s.first; i >= 0 && i < int64(len(s.open)) {
		return s.open[i]
	}
	return 0
}

// point returns how the plan fares under l, the law of a sample whose size is not set yet.
func (c course) point(l law) CurvePoint {
	point := CurvePoint{Rate: l.p}
	if l.model == Hypergeometric {
		point.Rate, point.Deviations = float64(l.deviations)/float64(l.population), l.deviations
	}
	reached := 1.0
	for i := range c.stages {
		s, at := &c.stages[i], c.at(l, i)
		point.AverageSampleNumber += reached * float64(s.Items)
		if i == 0 {
			accepted, _ := at.tails(s.Accept)
			point.Acceptance += accepted
		} else {
			point.Acceptance += s.sum(at, s.first, s.Accept)
		}
		reached = s.sum(at, max(s.first, s.Accept+1), s.Reject-1)
	}
	point.Acceptance = min(1, point.Acceptance)
	point.Rejection = 1 - point.Acceptance
	if point.Rejection < scarce || len(c.stages) == 1 {
		point.Rejection = c.rejection(l)
	}
	return point
}

// scarce is the probability below which the difference to 1 would lose too many digits.
const scarce = 1e-3

// at returns the law of all items up to stage i.
func (c course) at(l law, i int) law {
	rate := l.p
	if l.model == Hypergeometric {
		rate = float64(l.deviations) / float64(l.population)
	}
	l.n = c.stages[i].seen
	l.mean = float64(l.n) * rate
	return l
}

// rejection returns the probability of rejecting the sample at one of the stages, by what is found in the group that
// decides it.
func (c course) rejection(l law) float64 {
	rejected := c.at(l, 0).above(c.stages[0].Reject - 1)
	for i := 1; i < len(c.stages); i++ {
		before, s, group := &c.stages[i-1], &c.stages[i], c.at(l, i)
		group.n = s.Items
		group.mean = float64(group.n) * group.p
		before.each(c.at(l, i-1), max(before.first, before.Accept+1), before.Reject-1, func(d int64, p float64) {
			if p <= rejected*0x1p-70 { // a thousand of these do not count
				return
			}
			if group.model == Hypergeometric {
				group = lawOf(s.Items, l.population-before.seen, l.deviations-d)
			}
			rejected += p * group.above(s.Reject-1-d)
		})
	}
	return min(1, rejected)
}

// above returns P(X > k) with its relative precision also where next to nothing is expected, so that k = 0 lies below
// the mean and the probability is still small.
func (l law) above(k int64) float64 {
	_, upper := l.tails(k)
	if least, most := l.support(); upper < scarce && float64(k) < l.mean && k >= least && k < most {
		_, beyond := l.tails(k + 1)
		upper = l.pmf(k+1) + beyond
	}
	return upper
}

// sum returns the probability of coming to s and counting from to to deviations there.
func (s *courseStage) sum(l law, from, to int64) float64 {
	sum := 0.0
	s.each(l, from, to, func(_ int64, p float64) { sum += p })
	return sum
}

// each calls f with the probability of coming to s with d deviations, for every d from from to to that has one. It goes
// outwards from the most probable number, by the quotient of neighbours, which is quicker than to compute each by itself.
func (s *courseStage) each(l law, from, to int64, f func(d int64, p float64)) {
	least, most := l.support()
	from, to = max(from, least), min(to, most)
	if from > to {
		return
	}
	top := max(from, min(to, int64(min(l.mean, MaxPopulation))))
	largest := l.pmf(top)
	give := func(d int64, term float64) {
		if share := s.share(d); share > 0 {
			f(d, share*term)
		}
	}
	give(top, largest)
	term := largest
	for d := top; d > from && term > 0; d-- {
		up, down := l.odds(d)
		term *= down / up
		give(d-1, term)
	}
	term = largest
	for d := top + 1; d <= to && term > 0; d++ {
		up, down := l.odds(d)
		term *= up / down
		give(d, term)
	}
}
