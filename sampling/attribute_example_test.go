package sampling_test

import (
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/sampling"
)

func ExampleConclude() {
	for _, c := range []struct {
		n, deviations int64
		chosen        sampling.Choice
	}{
		{59, 0, sampling.ChosenRandomly},
		{25, 0, sampling.ChosenRandomly},
		{25, 1, sampling.ChosenByJudgment},
	} {
		conclusion, err := sampling.Conclude(sampling.Result{N: c.n, Deviations: c.deviations}, c.chosen, "0.95", "0.05")
		if err != nil {
			panic(err)
		}
		fmt.Println(conclusion.Standing, conclusion.Supported())
	}
	// Output:
	// within true
	// not-shown false
	// nothing-inferred false
}

// What 25 clean items of 250 mean, before they are tested.
func ExampleImplied() {
	left, err := sampling.Implied(sampling.Result{N: 25, Deviations: 0, Population: 250}, "0.10")
	if err != nil {
		panic(err)
	}
	fmt.Println(left.UpperCount)
	fmt.Println(left)
	// Output:
	// 20
	// 25 items without deviation: with 90 % confidence as many as 20 of 250 items may deviate
}

func ExampleDefaultFrequencies() {
	table := sampling.DefaultFrequencies()
	fmt.Println(table.Items(calendar.Weekly), table.Provenance)
	implied, err := table.Implied("0.10")
	if err != nil {
		panic(err)
	}
	for _, row := range implied {
		if row.Interval == calendar.Weekly {
			fmt.Println(row.Fewest)
			fmt.Println(row.Most)
		}
	}
	// Output:
	// {5 15} span
	// 5 items without deviation: with 90 % confidence as many as 18 of 52 items may deviate
	// 15 items without deviation: with 90 % confidence as many as 6 of 52 items may deviate
}

func ExampleReadFrequencyTable() {
	const own = `{"name":"Ours","source":"our manual","provenance":"firm","rows":[{"interval":"weekly","least":10,"most":10}]}`
	table, problems, err := sampling.ReadFrequencyTable(strings.NewReader(own), nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(table.Items(calendar.Weekly), len(problems))
	// Output:
	// {10 10} 0
}

func ExampleDiscovery() {
	d := sampling.Discovery{Rate: "0.01", Confidence: "0.95", Population: 1000}
	s, err := d.Size()
	if err != nil {
		panic(err)
	}
	p, err := d.Probability(100)
	if err != nil {
		panic(err)
	}
	fmt.Printf("%d items; 100 would find it with %.3f\n", s.N, p)
	// Output:
	// 258 items; 100 would find it with 0.653
}

func ExampleStagedPlan() {
	plan := sampling.StagedPlan{Stages: []sampling.Stage{
		{Items: 50, Accept: 0, Reject: 4},
		{Items: 51, Accept: 1, Reject: 4},
		{Items: 51, Accept: 2, Reject: 4},
		{Items: 51, Accept: 3, Reject: 4},
	}}
	points, err := plan.Curve([]sampling.Rate{"0.005", "0.02", "0.05"})
	if err != nil {
		panic(err)
	}
	for _, p := range points {
		fmt.Printf("at %.3f accepted with %.4f after %.1f items\n", p.Rate, p.Acceptance, p.AverageSampleNumber)
	}
	// Output:
	// at 0.005 accepted with 0.9898 after 65.8 items
	// at 0.020 accepted with 0.6173 after 107.0 items
	// at 0.050 accepted with 0.0975 after 95.0 items
}

// A sample that relies on a control as it is expected to be with a probability of 90 %.
func ExamplePlan_SizeWithPower() {
	s, err := sampling.Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"}.SizeWithPower("0.10")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%d items with up to %d deviations: risks of %.4f and %.4f\n", s.N, s.Acceptance, s.Risk, s.Underreliance)
	// Output:
	// 153 items with up to 3 deviations: risks of 0.0494 and 0.0685
}

func ExamplePlan_DesignStages() {
	plan := sampling.Plan{Tolerable: "0.05", Expected: "0.005", Risk: "0.10"}
	design, err := plan.DesignStages([]int64{0, 1, 2, 3})
	if err != nil {
		panic(err)
	}
	fmt.Println(len(design.Plan.Stages), "groups of", design.Plan.Stages[0].Items)
	fmt.Printf("risk %.4f, with one item less %.4f\n", design.AtTolerable.Acceptance, design.RiskOneLess)
	fmt.Printf("%.1f items on average where the control operates as expected\n", design.AtExpected.AverageSampleNumber)
	// Output:
	// 4 groups of 50
	// risk 0.0989, with one item less 0.1051
	// 65.5 items on average where the control operates as expected
}

func ExamplePlan_Expand() {
	plan := sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	e, err := plan.Expand(sampling.Result{N: 59, Deviations: 1}, 0)
	if err != nil {
		panic(err)
	}
	fmt.Println(e.Reason)
	// Output:
	// Keep the 59 items and add 34, drawn at random from the rest: with no more than 1 deviation in all 93 the plan is met. Having looked twice, the risk is 7.49 %, not 5 %. With 149 items in all it stays within 5 %. This supposes that the sample was not extended before, and that how many deviations end the extending was fixed before the first look.
}

// A second extension costs more than the first; the looks before it are given.
func ExamplePlan_Expand_again() {
	plan := sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05"}
	e, err := plan.Expand(sampling.Result{N: 93, Deviations: 2}, 0, sampling.Look{ItemsInAll: 59, DeviationsInAll: 1})
	if err != nil {
		panic(err)
	}
	fmt.Println(e.Reason)
	// Output:
	// Keep the 93 items and add 31, drawn at random from the rest: with no more than 2 deviations in all 124 the plan is met. Having looked 3 times, the risk is 9.27 %, not 4.96 %. No extension keeps it within 5 %. This supposes that there were no other looks, and that how many deviations end the extending was fixed before the first look.
}

func ExampleEvaluateStrata() {
	limits, err := sampling.EvaluateStrata([]sampling.StratumResult{
		{Stratum: "production", Population: 6000, N: 150, Deviations: 1},
		{Stratum: "staging", Population: 3000, N: 75},
		{Stratum: "archive", Population: 40, N: 40},
	}, sampling.PooledStrata, "0.95")
	if err != nil {
		panic(err)
	}
	fmt.Println(limits.Total.UpperCount, "of", limits.Population)
	// Output:
	// 187 of 9040
}

func ExampleEvaluateAttributes() {
	limits, err := sampling.EvaluateAttributes([]sampling.AttributeResult{
		{Attribute: "approved", Result: sampling.Result{N: 60, Deviations: 1}},
		{Attribute: "tested", Result: sampling.Result{N: 60}},
	}, "0.95")
	if err != nil {
		panic(err)
	}
	for _, l := range limits {
		fmt.Println(l.Attribute, sampling.RoundUp(l.Limits.Upper, 3), "by itself,", sampling.RoundUp(l.Joint.Upper, 3), "with the others")
	}
	// Output:
	// approved 0.077 by itself, 0.090 with the others
	// tested 0.049 by itself, 0.060 with the others
}
