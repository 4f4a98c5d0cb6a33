package sampling

import "fmt"

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
	if r.whole() {
		found := fmt.Sprintf("%s in the whole population of %s", deviations(r.Deviations), count(r.N, "item"))
		if c.Standing == WithinTolerable {
			return fmt.Sprintf("%s: the rate is known and not above the tolerable %s. There is no sampling risk.", found, t)
		}
		return fmt.Sprintf("%s: the rate is known and above the tolerable %s. There is no sampling risk.", found, t)
	}
	confidence := percentOf(c.Confidence)
	reason := fmt.Sprintf("%s among %s: with %s confidence the rate in the population is ", deviations(r.Deviations), count(r.N, "item"), confidence)
	limit, differs := c.printed(tolerable)
	switch c.Standing {
	case WithinTolerable:
		if differs {
			reason += fmt.Sprintf("at most %s. That is not above the tolerable %s, so that reliance is supported.", limit, t)
		} else {
			reason += fmt.Sprintf("at most the tolerable %s, which the limit equals in all digits computed. Reliance is supported.", t)
		}
	case AboveTolerable:
		if differs {
			reason += fmt.Sprintf("at least %s. That is above the tolerable %s.", limit, t)
		} else {
			reason += fmt.Sprintf("above the tolerable %s, by less than the digits computed.", t)
		}
	default:
		if differs {
			reason += fmt.Sprintf("at most %s. That is above the tolerable %s, so that reliance is not supported.", limit, t)
		} else {
			reason += fmt.Sprintf("not shown to be within the tolerable %s: the upper limit is above it by less than the digits computed. Reliance is not supported.", t)
		}
		reason += c.remedy(tolerable)
	}
	return reason + c.crossed()
}

// printed returns the limit that the standing rests on, with so many digits that it stands to the tolerable rate as the
// standing says; false where the two differ in no digit that is computed.
func (c Conclusion) printed(tolerable fraction) (string, bool) {
	upper, above := c.Standing != AboveTolerable, c.Standing != WithinTolerable
	limit, of := c.Limits.Upper, c.Limits.UpperCount
	if !upper {
		limit, of = c.Limits.Lower, c.Limits.LowerCount
	}
	if !c.Limits.Finite {
		return printableRate(limit, upper).beside(tolerable.rat(), above)
	}
	text, differs := printableCount(of, c.Result.Population, upper).beside(tolerable.rat(), above)
	if upper {
		text += fmt.Sprintf(", %d of %d items", of, c.Result.Population)
	}
	return text, differs
}

// remedy says what a result that is not shown to be within the tolerable rate may be due to.
func (c Conclusion) remedy(tolerable fraction) string {
	r := c.Result
	switch {
	case r.Deviations == 0 && tolerable.isZero() && r.Model.or(r.Population) != Hypergeometric:
		if r.Population > 0 {
			return fmt.Sprintf(" No deviation was found, but under the %s model no sample, however large, shows that there is none: examine every item.", r.Model.or(r.Population))
		}
		return " No deviation was found, but no sample of a population without limit, however large, shows that there is none."
	case r.Deviations == 0:
		return " No deviation was found: the sample is too small for this confidence, which is a fault of its planning and not of the control."
	case r.Deviations > tolerable.floorOf(r.N):
		return " The rate found is itself above the tolerable one."
	}
	return " The rate found is not above the tolerable one: a larger sample might support reliance. To extend this one, after a look at it, takes more risk than was planned: the advice on an expansion says how much."
}

// crossed warns of a confidence at which the limits may cross; it is empty at the usual ones.
func (c Conclusion) crossed() string {
	confidence, err := c.Confidence.fraction()
	if err != nil || confidence.compare(fraction{num: 1, den: 2}) >= 0 {
		return ""
	}
	if c.Limits.Lower > c.Limits.Upper {
		return " The confidence is below 50 %, and the limits have crossed: the upper one lies below the lower one. Such a limit may miss the rate more often than it holds."
	}
	return " The confidence is below 50 %: such a limit may miss the rate more often than it holds."
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
