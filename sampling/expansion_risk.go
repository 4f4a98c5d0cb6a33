package sampling

// A looked is the course of a sample up to the present look, for the risk of one look more.
type looked struct {
	size  int64   // items examined at the present look; 0 where there is none
	most  int64   // deviations with which the last look meets the plan
	met   float64 // probability of having met the plan at a look so far, or a bound of it
	first int64
	open  []float64 // open[i] is the probability of coming to the last look with first+i deviations
	// isBound reports that too many numbers are open to follow each of them: the looks are taken as if each had the whole of
	// its risk for itself.
	isBound bool
}

// coursed returns the course of looks at samples of the given sizes. The plan is met with as many deviations as meet it in
// one sample of that size, and beyond most the sample is given up.
func (s *search) coursed(sizes []int64, most int64) looked {
	c := looked{most: most}
	if len(sizes) == 0 {
		return c
	}
	stages, accept, seen := make([]Stage, len(sizes)), int64(-1), int64(0)
	for i, n := range sizes {
		accept = max(accept, s.accepted(n, most+1))
		stages[i] = Stage{Items: n - seen, Accept: accept, Reject: most + 1}
		seen = n
	}
	c.size = seen
	if most-stages[0].Accept > MaxStageWidth {
		c.isBound = true
		for i, n := range sizes {
			met, _ := s.at(n).tails(stages[i].Accept)
			c.met += met
		}
		return c
	}
	through := newCourse(StagedPlan{Model: s.law.model, Population: s.law.population, Stages: stages})
	for i := range through.stages {
		stage, l := &through.stages[i], s.at(sizes[i])
		if i == 0 {
			c.met, _ = l.tails(stage.Accept)
			continue
		}
		c.met += stage.sum(l, stage.first, stage.Accept)
	}
	last, l := &through.stages[len(sizes)-1], s.at(seen)
	least, highest := l.support()
	c.first = max(last.first, last.Accept+1, least)
	for d := c.first; d <= min(most, highest); d++ {
		c.open = append(c.open, last.share(d)*l.pmf(d))
	}
	return c
}

// overall returns the probability of meeting the plan at a look so far, or else with total items.
func (c *looked) overall(s *search, total int64) float64 {
	if c.isBound || c.size == 0 {
		last, _ := s.at(total).tails(c.most)
		return min(1, c.met+last)
	}
	sum := c.met
	for i, p := range c.open {
		if p <= c.met*0x1p-70 { // a thousand of these do not count
			continue
		}
		d := c.first + int64(i)
		rest := s.at(total - c.size)
		if rest.model == Hypergeometric {
			rest = lawOf(total-c.size, s.law.population-c.size, s.law.deviations-d)
		}
		clean, _ := rest.tails(c.most - d)
		sum += p * clean
	}
	return min(1, sum)
}

// accepted returns the largest number of deviations below below with which a sample of n items meets the plan, -1 if none
// does.
func (s *search) accepted(n, below int64) int64 {
	low, high := int64(-1), below
	for low+1 < high {
		if middle := low + (high-low)/2; s.meets(n, middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// withinRisk reports whether a probability computed in float64 is within the risk. A near tie counts as not.
func (s *search) withinRisk(p float64) bool { return p <= s.risk.approx*(1-slack) }

// strict returns the smallest size, at least total, whose overall risk is within the plan's, and that risk; zeros if
// there is none.
func (s *search) strict(c looked, total int64) (int64, float64) {
	below, last := total-1, s.limit
	if !s.withinRisk(c.overall(s, last)) {
		return 0, 0
	}
	for below+1 < last {
		if middle := below + (last-below)/2; s.withinRisk(c.overall(s, middle)) {
			last = middle
		} else {
			below = middle
		}
	}
	return last, c.overall(s, last)
}
