package sampling

import (
	"fmt"
	"math/big"
	"strings"
)

// nothingInferred says why no rate follows, and what does.
func (c Conclusion) nothingInferred() string {
	how := map[Choice]string{
		ChosenHaphazardly:      "chosen haphazardly",
		ChosenByJudgment:       "chosen by judgment",
		ChosenInBlocks:         "chosen in blocks",
		ChosenPerConfiguration: "chosen one for each configuration",
	}[c.Choice]
	reason := fmt.Sprintf("The %s %s %s, not at random: no rate of deviation in the population may be inferred.", count(c.Result.N, "item"), wasWere(c.Result.N), how)
	if k := c.Result.Deviations; k > 0 {
		return reason + fmt.Sprintf(" The %s found %s a recorded judgment.", count(k, "deviation"), needNeeds(k))
	}
	return reason + " That no deviation was found holds for these items alone."
}

// inferred says how the limits stand to the tolerable rate.
func (c Conclusion) inferred(tolerable fraction) string {
	r, t := c.Result, percentOf(c.Tolerable)
	found := fmt.Sprintf("%s among %s", deviations(r.Deviations), count(r.N, "item"))
	if r.whole() {
		found = fmt.Sprintf("%s in the whole population of %s", deviations(r.Deviations), count(r.N, "item"))
		if c.Standing == WithinTolerable {
			return fmt.Sprintf("%s: the rate is known and not above the tolerable %s. There is no sampling risk.", found, t)
		}
		return fmt.Sprintf("%s: the rate is known and above the tolerable %s. There is no sampling risk.", found, t)
	}
	confidence := percentOf(c.Confidence)
	upper := fmt.Sprintf("with %s confidence the rate in the population is at most %s", confidence, percentOf(RoundUp(c.Limits.Upper, 4)))
	if c.Limits.Finite {
		upper += fmt.Sprintf(", %d of %d items", c.Limits.UpperCount, r.Population)
	}
	switch c.Standing {
	case WithinTolerable:
		return fmt.Sprintf("%s: %s. That is not above the tolerable %s, so that reliance is supported.", found, upper, t)
	case AboveTolerable:
		return fmt.Sprintf("%s: with %s confidence the rate in the population is at least %s. That is above the tolerable %s.",
			found, confidence, percentOf(RoundDown(c.Limits.Lower, 4)), t)
	}
	reason := fmt.Sprintf("%s: %s. That is above the tolerable %s, so that reliance is not supported.", found, upper, t)
	switch {
	case r.Deviations == 0:
		return reason + " No deviation was found: the sample is too small for this confidence, which is a fault of its planning and not of the control."
	case r.Deviations > tolerable.floorOf(r.N):
		return reason + " The rate found is itself above the tolerable one."
	}
	return reason + " The rate found is not above the tolerable one: a larger sample might support reliance."
}

// count spells a number with its noun: "1 item", "2 items".
func count(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func deviations(n int64) string {
	if n == 0 {
		return "No deviation"
	}
	return count(n, "deviation")
}

func wasWere(n int64) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func needNeeds(n int64) string {
	if n == 1 {
		return "needs"
	}
	return "need"
}

// percentOf spells a rate as a percentage, exactly: "7.5 %". A text that is no rate is returned as it is.
func percentOf(r Rate) string {
	x, err := r.Rat()
	if err != nil {
		return string(r)
	}
	x.Mul(x, big.NewRat(100, 1))
	s := x.FloatString(maxRateLength + maxRateExponent)
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s + " %"
}
