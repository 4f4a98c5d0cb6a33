package chart

import (
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
)

// Staged returns the operating characteristic of a plan of several stages, around a tolerable rate: the probability of its
// acceptance for each rate of deviation that the population may have. Expected is the rate that is expected; "" for none.
func Staged(p sampling.StagedPlan, tolerable, expected sampling.Rate) (document.Figure, error) {
	c, err := curveOf(p, tolerable, expected)
	if err != nil {
		return document.Figure{}, err
	}
	f := c.acceptance("Operating characteristic of the staged plan", stages(p)+c.among())
	f.Caption = document.Plain(fmt.Sprintf("The sample is examined in %s. The curve is the probability of its acceptance, for each rate of deviation "+
		"that the population may have. At the tolerable rate of %s that is the risk of overreliance: %s.",
		count(int64(len(p.Stages)), "stage"), percent(tolerable), percent(roundUp(c.tolerable.Acceptance))))
	return f, nil
}

// AverageSampleNumber returns the figure of how many items are examined on average under a plan of several stages, for each
// rate of deviation that the population may have. The rates are those of [Staged].
func AverageSampleNumber(p sampling.StagedPlan, tolerable, expected sampling.Rate) (document.Figure, error) {
	c, err := curveOf(p, tolerable, expected)
	if err != nil {
		return document.Figure{}, err
	}
	value := func(p sampling.CurvePoint) float64 { return p.AverageSampleNumber }
	f := c.figure("Average sample number of the staged plan", stages(p)+c.among(), document.Axis{Label: "Items examined on average"}, value)
	mark := func(at sampling.CurvePoint, rate string) {
		f.Markers = append(f.Markers, document.Marker{
			Label: fmt.Sprintf("%.1f items at the %s rate", round(at.AverageSampleNumber), rate), Point: point(at, value),
		})
	}
	mark(c.tolerable, "tolerable")
	if expected != "" {
		mark(c.expected, "expected")
	}
	most := int64(0)
	for _, s := range p.Stages {
		most += s.Items
	}
	f.Caption = document.Plain(fmt.Sprintf("Every stage that is begun is finished; all together hold %s. At the tolerable rate of %s the sample is "+
		"accepted with a probability of %s, the risk of overreliance.", count(most, "item"), percent(tolerable), percent(roundUp(c.tolerable.Acceptance))))
	return f, nil
}

// stages spells the stages of a plan, of a long one the first and the last.
func stages(p sampling.StagedPlan) string {
	var words []string
	for i, s := range p.Stages {
		if len(p.Stages) > 4 && i > 1 && i < len(p.Stages)-1 {
			if i == 2 {
				words = append(words, "…")
			}
			continue
		}
		accept := fmt.Sprintf("accept %d, ", s.Accept)
		if s.Accept < 0 {
			accept = ""
		}
		words = append(words, fmt.Sprintf("%s (%sreject %d)", count(s.Items, "item"), accept, s.Reject))
	}
	return strings.Join(words, ", then ")
}
