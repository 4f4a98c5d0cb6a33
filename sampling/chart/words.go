package chart

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/soc2kit/soc2/sampling"
)

// noBreak is a space that no line ends at.
const noBreak = "\u00a0"

// percent spells a rate as a percentage.
func percent(r sampling.Rate) string {
	x, err := r.Rat()
	if err != nil {
		return string(r)
	}
	s := x.Mul(x, big.NewRat(100, 1)).FloatString(9)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + noBreak + "%"
}

// roundUp rounds a probability that is a risk to thousandths of a percent.
func roundUp(v float64) sampling.Rate { return sampling.RoundUp(v, 5) }

// roundDown rounds one that is to be high.
func roundDown(v float64) sampling.Rate { return sampling.RoundDown(v, 5) }

// count spells a number with its noun: "1 item", "2 items".
func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// among names the population of c where it has a limit.
func (c curve) among() string {
	if c.plan.Population == 0 {
		return ""
	}
	return fmt.Sprintf(", from a population of %d", c.plan.Population)
}

// at says how many deviations in a finite population p is about.
func (c curve) at(p sampling.CurvePoint) string {
	if c.plan.Population == 0 || p.Deviations == 0 {
		return ""
	}
	return fmt.Sprintf(" with %s in the population", count(p.Deviations, "deviation"))
}
