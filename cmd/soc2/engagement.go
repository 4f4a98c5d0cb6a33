package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/report"
)

func validate(s streams, args []string) error {
	flags := newFlags(s, "validate")
	var p parts
	flags.StringVar(&p.program, "program", "", "the program of an engagement kept in two files")
	flags.StringVar(&p.fieldwork, "fieldwork", "", "its fieldwork")
	asJSON := flags.Bool("json", false, "one JSON document")
	lenient := flags.Bool("lenient", false, "skip members of a later minor version, and list them")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	opts := &problem.ReadOptions{Lenient: *lenient}
	var problems problem.List
	if p != (parts{}) {
		_, problems, err = readEngagement(s, p, rest, opts)
	} else if len(rest) == 1 {
		problems, err = readAny(s, rest[0], opts)
	} else {
		err = errors.New("one FILE is expected, or --program P and --fieldwork F")
	}
	if err != nil {
		return err
	}
	if *asJSON {
		if problems == nil {
			problems = problem.List{}
		}
		if err := writeJSON(s.out, map[string]problem.List{"problems": problems}); err != nil {
			return err
		}
	} else if _, err := io.WriteString(s.out, problems.String()); err != nil {
		return err
	}
	if problems.HasErrors() {
		return errNo
	}
	return nil
}

func conclude(s streams, args []string) error {
	flags := newFlags(s, "conclude")
	var p parts
	flags.StringVar(&p.program, "program", "", "the program of an engagement kept in two files")
	flags.StringVar(&p.fieldwork, "fieldwork", "", "its fieldwork")
	asJSON := flags.Bool("json", false, "one JSON document, with the derivation")
	why := flags.String("why", "", "tell the steps for this criterion")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	eng, _, err := readEngagement(s, p, rest, nil) // problems are among the conclusions
	if err != nil {
		return err
	}
	c := report.Conclude(eng)
	switch {
	case *asJSON && *why != "":
		return errors.New("--json holds the whole derivation: --why is not given with it")
	case *asJSON:
		if err := report.WriteConclusions(s.out, c); err != nil {
			return err
		}
		return sound(c)
	case *why != "":
		id, err := criteria.ParseID(*why)
		if err != nil {
			return err
		}
		steps := c.Why(id)
		if len(steps) == 0 {
			return fmt.Errorf("%s is not in scope", id)
		}
		for _, step := range steps {
			fmt.Fprintln(s.out, step)
		}
		return nil
	}
	printConclusions(s.out, c)
	return sound(c)
}

// sound is the answer no where the record has errors: what is concluded from it is written all the same.
func sound(c report.Conclusions) error {
	if c.Problems.HasErrors() {
		return errNo
	}
	return nil
}

func printConclusions(w io.Writer, c report.Conclusions) {
	fmt.Fprintln(w, "Indicated by the record, not issued:")
	for _, sc := range c.Subjects {
		fmt.Fprintf(w, "%-12s %s", sc.Subject, sc.Opinion)
		for _, id := range sc.DescriptionCriteria {
			fmt.Fprintf(w, " %s", string(id))
		}
		for _, id := range sc.Criteria {
			fmt.Fprintf(w, " %s", id)
		}
		fmt.Fprintln(w)
		for _, open := range sc.Open {
			fmt.Fprintf(w, "  missing: %s\n", open)
		}
	}
	for _, reason := range c.NoReport {
		fmt.Fprintf(w, "no report: %s\n", reason)
	}
	for _, x := range c.Considerations {
		fmt.Fprintf(w, "consider: %s\n", x.Text)
	}
	for _, p := range c.Problems {
		fmt.Fprintf(w, "problem: %s\n", p)
	}
}

func writeReport(s streams, args []string) error {
	flags := newFlags(s, "report")
	var p parts
	flags.StringVar(&p.program, "program", "", "the program of an engagement kept in two files")
	flags.StringVar(&p.fieldwork, "fieldwork", "", "its fieldwork")
	kind := flags.String("kind", "", "type1 or type2")
	format := flags.String("format", "html", "html, markdown or json")
	out := flags.String("o", "", "file to write; standard output if absent")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	eng, problems, err := readEngagement(s, p, rest, nil)
	if err != nil {
		return err
	}
	d, err := report.Assemble(eng, report.DeliverableKind(*kind))
	if err != nil {
		return err
	}
	var write func(io.Writer) error
	switch *format {
	case "html":
		write = func(w io.Writer) error { return document.WriteHTML(w, d.Blocks(), nil) }
	case "markdown":
		write = func(w io.Writer) error { return document.WriteMarkdown(w, d.Blocks(), nil) }
	case "json":
		write = func(w io.Writer) error { return report.WriteDeliverable(w, d) }
	default:
		return fmt.Errorf("--format %q: html, markdown or json expected", *format)
	}
	if err := output(s, *out, write); err != nil {
		return err
	}
	if problems.HasErrors() { // written all the same, as a draft that lists them
		return errNo
	}
	return nil
}
