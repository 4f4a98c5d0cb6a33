package sampling

import "math"

// A double is the unevaluated sum of two float64, hi + lo with lo below the last place of hi: 106 bits without an
// allocation. It decides the near ties of large populations, where one deviation more changes a probability by less
// than float64 can tell, and leaves to [law.compare] what is a tie or may be one.
type double struct{ hi, lo float64 }

const (
	// doubleSlack is the relative error that a sum of maxDouble terms in doubles is allowed. Each operation is good for
	// 2^-100 and a term takes four.
	doubleSlack = 0x1p-80
	maxDouble   = 1 << 14
	// leastDouble is the least number whose lower half is still a normal float64.
	leastDouble = 1e-250
)

func doubleOf(n uint64) double {
	hi := float64(n >> 32 << 32)
	return normal(hi, float64(n&math.MaxUint32))
}

// normal returns a + b, for a at least as large as b.
func normal(a, b float64) double {
	s := a + b
	return double{s, b - (s - a)}
}

func (x double) plus(y double) double {
	s := x.hi + y.hi
	v := s - x.hi
	e := (x.hi - (s - v)) + (y.hi - v)
	return normal(s, e+(x.lo+y.lo))
}

func (x double) times(f float64) double {
	p := x.hi * f
	return normal(p, math.FMA(x.hi, f, -p)+x.lo*f)
}

func (x double) timesDouble(y double) double {
	p := x.hi * y.hi
	return normal(p, math.FMA(x.hi, y.hi, -p)+(x.hi*y.lo+x.lo*y.hi))
}

func (x double) over(f float64) double {
	q := x.hi / f
	return normal(q, (math.FMA(-q, f, x.hi)+x.lo)/f)
}

func (x double) minus(y double) float64 { return x.plus(double{-y.hi, -y.lo}).hi }

// compareDouble returns the sign of P(X <= k) - a under a hypergeometric law, or 0 where doubles cannot tell.
func (l law) compareDouble(k int64, a fraction) int {
	few, many, k := l.folded(k)
	if few > maxDouble || k > maxDouble || a.wide != nil {
		return 0
	}
	// Whole numbers up to MaxPopulation are float64 exactly.
	pop := l.population
	term := double{1, 0}
	for i := range few {
		term = term.times(float64(pop - many - i)).over(float64(pop - i))
	}
	if term.hi < leastDouble {
		return 0
	}
	sum := term
	for i := int64(1); i <= k; i++ {
		term = term.times(float64(few - i + 1)).over(float64(i))
		term = term.times(float64(many - i + 1)).over(float64(pop - few - many + i))
		sum = sum.plus(term)
	}
	// Compared is sum x den with num, which needs no quotient.
	left, right := sum.timesDouble(doubleOf(a.den)), doubleOf(a.num)
	switch diff := left.minus(right); {
	case diff > doubleSlack*max(left.hi, right.hi):
		return 1
	case diff < -doubleSlack*max(left.hi, right.hi):
		return -1
	}
	return 0
}
