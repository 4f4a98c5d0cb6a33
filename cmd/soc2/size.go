package main

import (
	"errors"
	"flag"
	"fmt"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/chart"
)

// addPlan adds the flags by which a plan is given.
func addPlan(flags *flag.FlagSet, p *sampling.Plan) {
	flags.Func("risk", "risk of overreliance, 1 - confidence, such as 0.05", func(v string) error { p.Risk = sampling.Rate(v); return nil })
	flags.Func("tolerable", "tolerable rate of deviation, such as 0.05", func(v string) error { p.Tolerable = sampling.Rate(v); return nil })
	flags.Func("expected", "expected rate of deviation; 0 if absent", func(v string) error { p.Expected = sampling.Rate(v); return nil })
	flags.Int64Var(&p.Population, "population", 0, "items in the population; 0 means without limit")
	flags.Func("model", "binomial, poisson or hypergeometric", func(v string) error { p.Model = sampling.Model(v); return nil })
	flags.Func("convention", "ceil, floor or floor+1", func(v string) error { p.Convention = sampling.Convention(v); return nil })
}

func sampleSize(s streams, args []string) error {
	flags := newFlags(s, "sample size")
	p := sampling.Plan{Expected: "0"}
	addPlan(flags, &p)
	asJSON := flags.Bool("json", false, "one JSON document")
	lines := flags.Bool("lines", false, "a plan a line, as JSON; an answer a line")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	if *lines {
		if flags.NFlag() > 1 {
			return errors.New("--lines takes each plan from its line: no other flag is given with it")
		}
		table := strictjson.TableOf[sampling.Plan]()
		return eachLine(s, func(line []byte) (any, error) {
			plan, _, err := strictjson.Decode[sampling.Plan](line, table, "plan")
			if err != nil {
				return nil, err
			}
			return plan.Size()
		})
	}
	size, err := p.Size()
	if err != nil {
		return err
	}
	if *asJSON {
		return writeJSON(s.out, size)
	}
	if size.N == 0 || size.EveryItem {
		fmt.Fprintln(s.out, size.Reason)
		return nil
	}
	fmt.Fprintf(s.out, "%s, acceptable with up to %s\n", counted(size.N, "item"), counted(size.Acceptance, "deviation"))
	fmt.Fprintf(s.out, "risk of overreliance %.6f; with one item less %.6f\n", size.Risk, size.RiskOneLess)
	if size.Model == sampling.Hypergeometric {
		fmt.Fprintf(s.out, "%d deviations among %d items stand for the tolerable rate (%s)\n", size.Deviations, p.Population, size.Convention)
	}
	if size.Census {
		fmt.Fprintln(s.out, "that is the whole population")
	}
	return nil
}

// A question is what sample evaluate is asked: a result and a confidence.
type question struct {
	Model      sampling.Model `json:"model,omitzero"`
	N          int64          `json:"n"`
	Deviations int64          `json:"deviations"`
	Confidence sampling.Rate  `json:"confidence"`
	Population int64          `json:"population,omitzero"`
}

func (q question) result() sampling.Result {
	return sampling.Result{Model: q.Model, N: q.N, Deviations: q.Deviations, Population: q.Population}
}

func (q question) answer() (sampling.Limits, error) {
	return sampling.Evaluate(q.result(), q.Confidence)
}

func sampleEvaluate(s streams, args []string) error {
	flags := newFlags(s, "sample evaluate")
	var q question
	flags.Int64Var(&q.N, "n", 0, "items tested, drawn at random")
	flags.Int64Var(&q.Deviations, "deviations", 0, "items that deviated")
	flags.Int64Var(&q.Population, "population", 0, "items in the population; 0 means without limit")
	flags.Func("confidence", "such as 0.9", func(v string) error { q.Confidence = sampling.Rate(v); return nil })
	flags.Func("model", "binomial, poisson or hypergeometric", func(v string) error { q.Model = sampling.Model(v); return nil })
	var tolerable sampling.Rate
	chosen := sampling.ChosenRandomly
	flags.Func("tolerable", "tolerable rate of deviation, to conclude against; only with a confidence", func(v string) error { tolerable = sampling.Rate(v); return nil })
	flags.Func("chosen", "how the items were chosen, with --tolerable: random if absent; census, haphazard, judgmental, block or configuration", func(v string) error { chosen = sampling.Choice(v); return nil })
	figure := flags.String("svg", "", "file to write the limits to, as SVG, with --tolerable; - is standard output, in place of the words")
	asJSON := flags.Bool("json", false, "one JSON document")
	lines := flags.Bool("lines", false, "a result a line, as JSON; an answer a line")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	if *lines {
		if flags.NFlag() > 1 {
			return errors.New("--lines takes each result from its line: no other flag is given with it")
		}
		table := strictjson.TableOf[question]()
		return eachLine(s, func(line []byte) (any, error) {
			asked, _, err := strictjson.Decode[question](line, table, "result")
			if err != nil {
				return nil, err
			}
			return asked.answer()
		})
	}
	if tolerable != "" {
		c, err := sampling.Conclude(q.result(), chosen, q.Confidence, tolerable)
		if err != nil {
			return err
		}
		if *figure != "" {
			f, err := chart.Interval(c)
			if err != nil {
				return err
			}
			if err := writeFigure(s, *figure, f); err != nil || *figure == "-" {
				return err
			}
		}
		if *asJSON {
			return writeJSON(s.out, c)
		}
		fmt.Fprintln(s.out, c.Reason)
		return nil
	}
	if chosen != sampling.ChosenRandomly {
		return errors.New("--chosen needs --tolerable: limits alone are for items chosen at random")
	}
	if *figure != "" {
		return errors.New("--svg needs --tolerable: limits are drawn against the tolerable rate")
	}
	limits, err := q.answer()
	if err != nil {
		return err
	}
	if *asJSON {
		return writeJSON(s.out, limits)
	}
	fmt.Fprintf(s.out, "upper limit %s, lower limit %s; two-sided %s to %s\n", sampling.RoundUp(limits.Upper, 6), sampling.RoundDown(limits.Lower, 6),
		sampling.RoundDown(limits.LowerTwoSided, 6), sampling.RoundUp(limits.UpperTwoSided, 6))
	if limits.Finite {
		fmt.Fprintf(s.out, "as many as %d of %d items may deviate, at least %d do\n", limits.UpperCount, q.Population, limits.LowerCount)
	}
	return nil
}

// counted spells a number with its noun: "1 item", "2 items".
func counted(n int64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
