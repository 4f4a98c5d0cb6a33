package chart

import (
	"fmt"
	"math"
	"math/big"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
)

// curveSteps is how many steps a curve is drawn in. It is a multiple of 3, so that one of its points is the tolerable rate.
const curveSteps = 60

// smallestTolerable is the lowest tolerable rate that a figure has room for: its rates have 9 decimals.
const smallestTolerable sampling.Rate = "0.000001"

// Rates returns steps + 1 evenly spaced rates around a tolerable rate, from 0 to three times as much, or to 1 where that is
// less. It fails if tolerable is not a rate of at least 0.000001, or steps not 1 to [sampling.MaxCurvePoints] - 1.
func Rates(tolerable sampling.Rate, steps int64) ([]sampling.Rate, error) {
	highest, err := tolerable.Rat()
	if err != nil {
		return nil, fmt.Errorf("chart: tolerable rate: %w", err)
	}
	if tolerable.Compare(smallestTolerable) < 0 {
		return nil, fmt.Errorf("chart: a tolerable rate of %s is below %s, which no figure can show", tolerable, smallestTolerable)
	}
	if highest.Mul(highest, big.NewRat(3, 1)); highest.Cmp(big.NewRat(1, 1)) > 0 {
		highest.SetInt64(1)
	}
	return sampling.CurveRates(sampling.Rate(highest.FloatString(9)), steps)
}

// OperatingCharacteristic returns the figure of the size that p asks for: the probability of acceptance for each rate of
// deviation that the population may have, with the risk of overreliance at the tolerable rate and the probability of
// acceptance at the expected one. It fails where no sample meets p.
func OperatingCharacteristic(p sampling.Plan) (document.Figure, error) {
	staged, err := p.Staged()
	if err != nil {
		return document.Figure{}, err
	}
	c, err := curveOf(staged, p.Tolerable, p.Expected)
	if err != nil {
		return document.Figure{}, err
	}
	only := staged.Stages[0]
	sample := fmt.Sprintf("%s, acceptable with up to %s", count(only.Items, "item"), count(only.Accept, "deviation"))
	f := c.acceptance("Operating characteristic of the plan", sample+c.among())
	f.Caption = document.Plain(fmt.Sprintf("A sample of %s. The curve is the probability of its acceptance, for each rate of deviation that the "+
		"population may have. At the tolerable rate of %s that is the risk of overreliance: %s, of which the plan allows %s.",
		sample, percent(p.Tolerable), percent(roundUp(c.tolerable.Acceptance)), percent(p.Risk)))
	return f, nil
}

// A curve is a plan at the rates that its figure shows.
type curve struct {
	plan             sampling.StagedPlan
	points           []sampling.CurvePoint // at different rates, ascending
	tolerable        sampling.CurvePoint
	tolerableRate    sampling.Rate
	expected         sampling.CurvePoint
	expectedRate     sampling.Rate // "" where none is given
	tolerableAt, end float64
}

func curveOf(p sampling.StagedPlan, tolerable, expected sampling.Rate) (curve, error) {
	rates, err := Rates(tolerable, curveSteps)
	if err != nil {
		return curve{}, err
	}
	rates = append(rates, tolerable)
	if expected != "" {
		rates = append(rates, expected)
	}
	points, err := p.Curve(rates)
	if err != nil {
		return curve{}, err
	}
	c := curve{plan: p, tolerable: points[curveSteps+1], tolerableRate: tolerable, expectedRate: expected, tolerableAt: number(tolerable)}
	if expected != "" {
		c.expected = points[curveSteps+2]
	}
	for _, point := range points[:curveSteps+1] {
		// In a finite population several rates stand for the same number of deviations.
		if n := len(c.points); n == 0 || point.Rate > c.points[n-1].Rate {
			c.points = append(c.points, point)
		}
	}
	c.end = max(number(rates[curveSteps]), c.points[len(c.points)-1].Rate, c.tolerable.Rate, c.expected.Rate)
	return c, nil
}

// acceptance returns the figure of the probability of acceptance.
func (c curve) acceptance(title, name string) document.Figure {
	value := func(p sampling.CurvePoint) float64 { return p.Acceptance }
	f := c.figure(title, name, document.Axis{Label: "Probability of acceptance", To: 1, Percent: true}, value)
	f.Markers = append(f.Markers, document.Marker{
		Label: "Risk of overreliance " + percent(roundUp(c.tolerable.Acceptance)) + c.at(c.tolerable), Point: point(c.tolerable, value),
	})
	if c.expectedRate != "" {
		f.Markers = append(f.Markers, document.Marker{
			Label: "Probability of acceptance " + percent(roundDown(c.expected.Acceptance)) + c.at(c.expected), Point: point(c.expected, value),
		})
	}
	return f
}

// figure returns a figure of one number of each point, without markers.
func (c curve) figure(title, name string, y document.Axis, value func(sampling.CurvePoint) float64) document.Figure {
	f := document.Figure{
		Title: title,
		X:     document.Axis{Label: "Deviation rate in the population", To: round(c.end), Percent: true}, Y: y,
		Lines: []document.ReferenceLine{{Label: "Tolerable rate", At: round(c.tolerableAt)}},
	}
	if c.expectedRate != "" {
		f.Lines = append(f.Lines, document.ReferenceLine{Label: "Expected rate", At: round(number(c.expectedRate))})
	}
	s := document.Series{Name: name}
	for _, p := range c.points {
		s.Points = append(s.Points, point(p, value))
	}
	f.Series = []document.Series{s}
	return f
}

func point(p sampling.CurvePoint, value func(sampling.CurvePoint) float64) document.Point {
	return document.Point{X: round(p.Rate), Y: round(value(p))}
}

// round drops what may differ in the last bits between processors.
func round(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// number returns the value of a rate that is valid.
func number(r sampling.Rate) float64 {
	x, err := r.Rat()
	if err != nil {
		return 0
	}
	v, _ := x.Float64()
	return v
}
