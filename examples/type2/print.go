package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/examples/type2/changes"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
)

// printHistory prints the population, the plan and the outcomes: those of the sample beside those of all changes.
func printHistory(w io.Writer, h history, plan evidence.TestPlan, size sampling.Size, test evidence.Test) error {
	pop := h.population
	fmt.Fprintf(w, "Population    %d changes, %s, from %s\n", pop.Count, pop.Period, pop.Source)
	fmt.Fprintf(w, "              root %s\n", pop.Root)
	for _, c := range pop.Checks {
		fmt.Fprintf(w, "              %s: %s %s\n", c.Aim, c.Text, c.Finding)
	}
	if plan.Extent == evidence.Census {
		fmt.Fprintf(w, "Plan          census of %d\n", test.Tested)
	} else {
		p := plan.Sampling
		fmt.Fprintf(w, "Plan          tolerable rate %s, expected %s, risk of overreliance %s: %d of %d (risk %.4f; with one less %.4f)\n",
			p.Tolerable, p.Expected, p.Risk, size.N, p.Population, size.Risk, size.RiskOneLess)
		fmt.Fprintf(w, "Selection     soc2-sample/1, simple; drawn again from the record: equal\n")
	}
	sample := make([]changes.Change, 0, len(test.Grid))
	byID := make(map[string]changes.Change, len(h.changes))
	for _, c := range h.changes {
		byID[c.ID] = c
	}
	for _, row := range test.Grid {
		sample = append(sample, byID[row.Item])
	}
	ofSample, ofAll := changes.Count(sample), changes.Count(h.changes)
	fmt.Fprintf(w, "\n%-16s%8s%9s%13s   |%8s%9s%13s\n", "", "held", "deviated", "cannot tell", "held", "deviated", "cannot tell")
	fmt.Fprintf(w, "%-16s%30d   |%30d\n", "changes", ofSample.Changes, ofAll.Changes)
	line := func(name string, a, b map[evidence.Outcome]int) {
		fmt.Fprintf(w, "%-16s%8d%9d%13d   |%8d%9d%13d\n", name, a[evidence.Held], a[evidence.Deviated], a[evidence.CannotTell],
			b[evidence.Held], b[evidence.Deviated], b[evidence.CannotTell])
	}
	for i, a := range changes.Attributes() {
		line("attribute "+a.ID, ofSample.Attribute[i], ofAll.Attribute[i])
	}
	line("all attributes", ofSample.Whole, ofAll.Whole)
	for _, a := range changes.Attributes() {
		fmt.Fprintf(w, "  %s  %s\n", a.ID, a.Text)
	}
	if plan.Extent == evidence.RandomSample {
		if err := printEvaluation(w, plan, test, ofSample); err != nil {
			return err
		}
	}
	fmt.Fprintln(w)
	return nil
}

func printEvaluation(w io.Writer, plan evidence.TestPlan, test evidence.Test, n changes.Counts) error {
	confidence, err := plan.Sampling.Risk.Complement()
	if err != nil {
		return err
	}
	result := sampling.Result{N: test.Tested, Deviations: int64(n.Whole[evidence.Deviated]), Population: test.PopulationSize}
	limits, err := sampling.Evaluate(result, confidence)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Evaluation    %d of %d deviate: at %s confidence up to %d of the %d changes may, a rate of %s\n", n.Whole[evidence.Deviated], test.Tested,
		confidence, limits.UpperCount, test.PopulationSize, sampling.RoundUp(limits.Upper, 3))
	if unknown := n.Whole[evidence.CannotTell]; unknown > 0 {
		result.Deviations += int64(unknown)
		if limits, err = sampling.Evaluate(result, confidence); err != nil {
			return err
		}
		fmt.Fprintf(w, "              for %d more nobody can tell: were they deviations, up to %d may, a rate of %s\n", unknown, limits.UpperCount, sampling.RoundUp(limits.Upper, 3))
	}
	return nil
}

// printSummary prints the indicated opinion on each subject and the counts behind it.
func printSummary(w io.Writer, eng report.Engagement, c report.Conclusions) {
	p, f := eng.Program, eng.Fieldwork
	fmt.Fprintf(w, "%s, %s, %s\n", p.Parties.ServiceOrganization.Name, p.System.Name, p.Terms.Period)
	fmt.Fprintf(w, "%d criteria in scope, %d controls, %d tests, %d deviations; findings: %d\n", len(c.Criteria), len(p.Controls), len(f.Tests), len(f.Deviations), len(c.Findings))
	fmt.Fprintln(w, "\nIndicated, not issued: no practitioner has given an opinion.")
	for _, s := range c.Subjects {
		fmt.Fprintf(w, "  %-12s %s%s\n", s.Subject, s.Opinion, named(s))
		for i, open := range s.Open {
			if i == 5 {
				fmt.Fprintf(w, "               and %d more\n", len(s.Open)-i)
				break
			}
			fmt.Fprintf(w, "               missing: %s\n", open)
		}
	}
	for _, reason := range c.NoReport {
		fmt.Fprintln(w, "  no report:  ", reason)
	}
	printStatuses(w, c)
	if len(c.Problems) > 0 {
		fmt.Fprintf(w, "The record has %d errors; the first: %s\n", len(c.Problems), c.Problems[0])
	}
}

func named(s report.SubjectConclusion) string {
	var names []string
	for _, id := range s.DescriptionCriteria {
		names = append(names, id.String())
	}
	for _, id := range s.Criteria {
		names = append(names, string(id))
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + strings.Join(names, ", ") + ")"
}

// printStatuses prints how many criteria have each status of operation, and names those that are not met.
func printStatuses(w io.Writer, c report.Conclusions) {
	by := make(map[report.CriterionStatus][]criteria.ID)
	for _, cc := range c.Criteria {
		by[cc.Operating] = append(by[cc.Operating], cc.ID)
	}
	fmt.Fprint(w, "Criteria by operation:")
	for _, s := range report.CriterionStatuses() {
		if ids := by[s]; len(ids) > 0 {
			fmt.Fprintf(w, " %d %s", len(ids), s)
			if s != report.CriterionMet {
				fmt.Fprintf(w, " (%s)", join(slices.Clone(ids)))
			}
		}
	}
	fmt.Fprintln(w)
}
