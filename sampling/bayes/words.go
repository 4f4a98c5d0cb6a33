package bayes

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/sampling"
)

// Assumes says in words what p assumes: its distribution, what it was made from, and the sample that it is worth. It is
// for workpapers: whoever reviews the plan decides whether the assumption is supported. The text of a prior that is not
// valid says so and no more.
func (p Prior) Assumes() string {
	if p.Validate().Err() != nil {
		return "The prior is not valid."
	}
	parts := []string{
		"Before the sample " + p.law() + ".",
		p.source(),
	}
	worth := p.EquivalentSample()
	switch {
	case worth.Items <= 0:
		parts = append(parts, "It is worth no sample at all.")
	case worth.Deviations < 0:
		parts = append(parts, "It is worth an earlier sample of "+counted(worth.Items, "item")+", and favours the rate 0 more than any sample could.")
	default:
		parts = append(parts, "It is worth an earlier sample of "+counted(worth.Items, "item")+" with "+counted(worth.Deviations, "deviation")+".")
	}
	if !p.IsProper() {
		parts = append(parts, "Alone it is no distribution; with a sample it may become one.")
	}
	return strings.Join(parts, " ")
}

// law names the distribution.
func (p Prior) law() string {
	switch p.model() {
	case sampling.Poisson:
		return fmt.Sprintf("the rate of deviation follows gamma(%s, %s)", short(p.Alpha), short(p.Beta))
	case sampling.Hypergeometric:
		return fmt.Sprintf("the number of deviations among %d items follows beta-binomial(%s, %s)", p.Population, short(p.Alpha), short(p.Beta))
	}
	return fmt.Sprintf("the rate of deviation follows beta(%s, %s)", short(p.Alpha), short(p.Beta))
}

// source says what the parameters rest on.
func (p Prior) source() string {
	switch p.Method {
	case Uniform:
		if p.model() == sampling.Poisson {
			return "Nothing is known of it; small rates are held nearly equally probable."
		}
		return "Nothing is known of it; all rates are held equally probable."
	case Strict:
		return "Nothing is known of it, and nothing is assumed in favour of small rates: upper limits are the classical ones."
	case Sample:
		s := "It rests on an earlier sample of " + counted(float64(p.Items), "item") + " with " + counted(float64(p.Deviations), "deviation")
		if p.Weight != "" && exactRate(p.Weight).Cmp(exactRate("1")) != 0 {
			return s + fmt.Sprintf(", which counts %s today.", p.Weight)
		}
		return s + ", which counts in full today."
	case Impartial:
		return fmt.Sprintf("A tolerable rate and an intolerable one are held equally probable, the tolerable rate being %s, and %s the most probable rate.", p.Tolerable, p.expected())
	case Hypothesis:
		return fmt.Sprintf("A tolerable rate is held to have the probability %s, the tolerable rate being %s, and %s the most probable rate.", p.Probability, p.Tolerable, p.expected())
	case RiskModel:
		return fmt.Sprintf("Inherent risk is assessed at %s and control risk at %s, for a tolerable rate of %s, an expected rate of %s and a confidence of %s.", p.InherentRisk, p.ControlRisk, p.Tolerable, p.expected(), p.Confidence)
	case Bounded:
		return fmt.Sprintf("The rate is held to be at most %s with the confidence %s, and %s the most probable rate.", p.Upper, p.Confidence, p.expected())
	}
	return "The parameters are given; what they rest on is not said."
}

// short writes a whole number in full, and any other with at most six digits.
func short(x float64) string {
	if x == math.Trunc(x) {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 6, 64), 64)
	if err != nil {
		rounded = x
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// counted writes a number and what it counts.
func counted(x float64, noun string) string {
	if x == 1 {
		return "1 " + noun
	}
	return short(x) + " " + noun + "s"
}
