package company

import (
	"fmt"

	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
)

// The firm's rates, for the whole engagement.
const (
	tolerableRate = sampling.Rate("0.10")
	riskOfError   = sampling.Rate("0.10")
)

// usualSample is the least number of items that the firm draws from more than largePopulation items.
const (
	usualSample     = 25
	largePopulation = 100
)

// dice are the digits of 40 ten-sided dice, rolled once on 2026-10-06 before witnesses of both parties, after the
// commitments of all samples had been handed over. They are fixed here, so that every build draws the same items.
const (
	dice   = "4170829365928306471551037248690834216759"
	beacon = "dice/40d10"
)

// samplingPlan returns the plan of a random sample from a population of the given size.
func samplingPlan(expected sampling.Rate, population int64) sampling.Plan {
	if expected == "" {
		expected = "0"
	}
	return sampling.Plan{
		Model:      sampling.Hypergeometric,
		Tolerable:  tolerableRate,
		Expected:   expected,
		Risk:       riskOfError,
		Population: population,
	}
}

// draw commits to a sample for the workpaper from items and draws it with the dice, by the sampling protocol.
func (w workpaper) draw(items []string) (evidence.DrawnSample, error) {
	population := int64(len(items))
	size, err := samplingPlan(w.expected, population).Size()
	if err != nil {
		return evidence.DrawnSample{}, fmt.Errorf("workpaper %s: %w", w.planID(), err)
	}
	n := size.N
	if population > largePopulation {
		n = max(n, usualSample)
	}
	committed, err := sampling.Commit(items, sampling.Request{
		Context:     "larkfield-2026/" + w.planID(),
		Size:        n,
		ReserveSize: min(3, population-n),
		Beacon:      beacon,
	})
	if err != nil {
		return evidence.DrawnSample{}, fmt.Errorf("workpaper %s: %w", w.planID(), err)
	}
	committed.CommittedBeforehand = true // in the story the dice are rolled once the client holds the commitments
	drawn, err := committed.Draw(items, []byte(dice))
	if err != nil {
		return evidence.DrawnSample{}, fmt.Errorf("workpaper %s: %w", w.planID(), err)
	}
	return evidence.DrawnSample{ID: "SEL-" + string(w.control) + w.part, Plan: w.planID(), Record: drawn}, nil
}
