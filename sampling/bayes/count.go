package bayes

import (
	"math"

	"github.com/soc2kit/soc2/internal/distribution"
)

// A count is the distribution of the number of deviations among items that nobody has examined: beta-binomial, with
// P(R) = C(items, R) B(a+R, b+items-R) / B(a, b).
type count struct {
	items int64   // not examined
	a, b  float64 // both above 0
}

const (
	// manyEvents is the parameter from which on a sum is integrated where that may be.
	manyEvents = 20_000
	// chunk is the number of terms that are added before a sum is looked at.
	chunk = 4096
	// smooth is the scale, in items, from which a sum differs from an integral by its first correction alone: the next
	// one is 7/5760 of its fourth power.
	smooth = 1000
)

// tails returns P(R < first) and P(R >= first); see [distribution.Beta].
func (c count) tails(first int64) (lower, upper float64) {
	switch {
	case first <= 0:
		return 0, 1
	case first > c.items:
		return 1, 0
	}
	if float64(first) > float64(c.items)*(c.a/(c.a+c.b)) {
		upper = math.Min(1, c.from(first))
		return 1 - upper, upper
	}
	mirror := count{c.items, c.b, c.a}
	lower = math.Min(1, mirror.from(c.items-first+1))
	return lower, 1 - lower
}

// from returns P(R >= first), for first above the mean. It adds terms from first on; where the terms change slowly it
// integrates, so that the work does not grow with the number of items.
func (c count) from(first int64) float64 {
	if c.a == math.Trunc(c.a) && c.a <= manyEvents {
		return c.fromWhole(float64(first))
	}
	sum := 0.0
	last := max(first, c.items-chunk) // the terms from here on are added whatever the scale
	for r := first; r <= c.items; {
		if r < last && c.scale(float64(r)) >= smooth {
			part, done := c.between(r, last, sum)
			if sum += part; done {
				return sum
			}
			r = last + 1
			continue
		}
		term, part := c.probability(float64(r)), 0.0
		for end := min(r+chunk, c.items+1); r < end; r++ {
			part += term
			up, down := c.odds(float64(r))
			// What remains is at most a geometric series of the present quotient.
			if down > up && term*up <= 0x1p-56*(sum+part)*(down-up) {
				return sum + part
			}
			term *= up / down
		}
		sum += part
	}
	return sum
}

// fromWhole is from for a whole a. P(R >= first) of beta-binomial(a+1, b) is that of (a, b) and one more term, and 0 for
// a = 0: there are a terms, whatever the number of items.
func (c count) fromWhole(first float64) float64 {
	rest := float64(c.items) - first
	term := c.probability(first) * ((c.b + rest) / (c.a + c.b - 1)) * (first / (c.a + first - 1))
	sum := term
	for a := c.a - 1; a >= 1 && term > 0x1p-60*sum; a-- { // from the term of a to that of a - 1
		term *= a / (a - 1 + first) * ((a + c.b + float64(c.items)) / (a + c.b - 1))
		sum += term
	}
	return sum
}

// between returns the sum of P(R) for R from first to last, and whether what lies beyond is negligible beside it and the
// sum so far. By Euler and Maclaurin it is the integral from first - 1/2 to last + 1/2, plus a 24th of the slope at the
// lower end, less a 24th of the slope at the upper end.
func (c count) between(first, last int64, before float64) (sum float64, done bool) {
	at, end := float64(first)-0.5, float64(last)+0.5
	sum = (c.probability(float64(first)) - c.probability(float64(first-1))) / 24
	for range distribution.MaxPanels {
		next := math.Min(at+1.5*c.scale(at), end)
		panel := distribution.Integrate(at, next, c.probability)
		sum += panel
		if at = next; at >= end {
			break
		}
		if panel <= 0x1p-58*(sum+before) {
			return sum, true
		}
	}
	return sum - (c.probability(float64(last+1))-c.probability(float64(last)))/24, false
}

// scale returns the distance over which P(R) changes by a factor near r, at most half the way to either end.
func (c count) scale(r float64) float64 {
	rest := float64(c.items) - r
	up, down := c.odds(r)
	slope := math.Abs(math.Log(up / down))
	bend := math.Sqrt(math.Abs(c.a-1)/((r+c.a)*(r+1)) + math.Abs(c.b-1)/((rest+c.b)*(rest+1)))
	return math.Min(1/(slope+bend), math.Min(r, rest)/2)
}

// odds returns two numbers whose quotient is P(R = r+1) / P(R = r).
func (c count) odds(r float64) (up, down float64) {
	rest := float64(c.items) - r
	return rest * (c.a + r), (r + 1) * (c.b + rest - 1)
}

// probability returns P(R = r) for r from 0 to items, which need not be whole. It is a quotient of binomial
// probabilities at the rate (a+r) / (a+b+items), which keeps the denominator large; see [distribution.Deviance].
func (c count) probability(r float64) float64 {
	items := float64(c.items)
	rest := items - r
	total := c.a + c.b + items
	p, q := (c.a+r)/total, (c.b+rest)/total
	d := distribution.DifferenceOfProducts(r, c.b, rest, c.a) / total // r - items p, and (a+b) p - a
	log := -distribution.Deviance(c.a, (c.a+c.b)*p, -d) - distribution.Deviance(c.b, (c.a+c.b)*q, d)
	log += distribution.StirlingError(c.a+c.b) - distribution.StirlingError(c.a) - distribution.StirlingError(c.b)
	log -= distribution.StirlingError(total) - distribution.StirlingError(c.a+r) - distribution.StirlingError(c.b+rest)
	factor := c.a * (c.b / (c.a + c.b)) * (total / (c.a + r)) / (c.b + rest) // of Γ(z+1) = z Γ(z), under a root below
	switch {
	case r <= 0:
		return math.Sqrt(factor) * math.Exp(log+items*logOf(q, p))
	case rest <= 0:
		return math.Sqrt(factor) * math.Exp(log+items*logOf(p, q))
	}
	log += distribution.StirlingError(items) - distribution.StirlingError(r) - distribution.StirlingError(rest) - distribution.Deviance(r, items*p, d) - distribution.Deviance(rest, items*q, -d)
	return math.Sqrt(factor*items/(2*math.Pi*r*rest)) * math.Exp(log)
}

// logOf returns ln(x), given y = 1 - x.
func logOf(x, y float64) float64 {
	if y < 0.5 {
		return math.Log1p(-y)
	}
	return math.Log(x)
}
