package main

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/chart"
)

// A curveAnswer is a plan, the sample that it asks for, and how that fares at each rate of deviation.
type curveAnswer struct {
	Plan   sampling.Plan         `json:"plan"`
	Size   sampling.Size         `json:"size"`
	Points []sampling.CurvePoint `json:"points"`
}

// sampleCurve writes the operating characteristic of a plan.
func sampleCurve(s streams, args []string) error {
	flags := newFlags(s, "sample curve")
	p := sampling.Plan{Expected: "0"}
	addPlan(flags, &p)
	steps := flags.Int64("steps", 30, "steps from 0 to three times the tolerable rate, as a table or JSON")
	asJSON := flags.Bool("json", false, "one JSON document")
	figure := flags.String("svg", "", "file to write the curve to, as SVG; - is standard output, in place of the table")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	size, err := p.Size()
	if err != nil {
		return err
	}
	if size.N == 0 || size.EveryItem { // an answer, as that of sample size is
		return noCurve(s, p, size, *asJSON)
	}
	rates, err := chart.Rates(p.Tolerable, *steps)
	if err != nil {
		return err
	}
	points, err := p.Curve(rates)
	if err != nil {
		return err
	}
	if *figure != "" {
		f, err := chart.OperatingCharacteristic(p)
		if err != nil {
			return err
		}
		if err := writeFigure(s, *figure, f); err != nil || *figure == "-" {
			return err
		}
	}
	if *asJSON {
		return writeJSON(s.out, curveAnswer{p, size, points})
	}
	fmt.Fprintf(s.out, "%s, acceptable with up to %s\n\n", counted(size.N, "item"), counted(size.Acceptance, "deviation"))
	table := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "deviation rate\tprobability of acceptance\tof rejection\t")
	for _, point := range points {
		fmt.Fprintf(table, "%.6f\t%.6f\t%.6f\t\n", point.Rate, point.Acceptance, point.Rejection)
	}
	return table.Flush()
}

func noCurve(s streams, p sampling.Plan, size sampling.Size, asJSON bool) error {
	if asJSON {
		return writeJSON(s.out, curveAnswer{p, size, []sampling.CurvePoint{}})
	}
	_, err := fmt.Fprintln(s.out, size.Reason)
	return err
}

// writeFigure writes f as SVG, to a file as a whole or not at all.
func writeFigure(s streams, name string, f document.Figure) error {
	return output(s, name, func(w io.Writer) error { return document.WriteSVG(w, f, nil) })
}
