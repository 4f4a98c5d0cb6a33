package bayes_test

import (
	"encoding/json"
	"fmt"

	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/bayes"
)

// Last year 60 items held one deviation; the control has not changed much, so half of that counts.
func Example() {
	prior, err := bayes.Basis{Method: bayes.Sample, Items: 60, Deviations: 1, Weight: "0.5", Population: 400}.Prior()
	if err != nil {
		panic(err)
	}
	fmt.Println(prior.Assumes())

	question := bayes.Question{Tolerable: "0.08", Confidence: "0.95"}
	size, err := bayes.Plan{Prior: prior, Question: question, Expected: "0.01"}.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(size.N, "items, of which may deviate:", size.Deviations)
	fmt.Printf("intolerable with probability %.4f, with one item less %.4f\n", size.Intolerable, size.IntolerableOneLess)

	after, err := bayes.Evaluate(prior, sampling.Result{N: size.N, Deviations: 0}, question)
	if err != nil {
		panic(err)
	}
	fmt.Println("at most", after.Limits.UpperCount, "deviations, most probably", after.ModeCount)
	fmt.Printf("intolerable with probability %.5f; the sample speaks %.0f to 1 for tolerable\n", after.Intolerable, after.BayesFactor)
	// Output:
	// Before the sample the number of deviations among 400 items follows beta-binomial(1.5, 29.5). It rests on an earlier sample of 60 items with 1 deviation, which counts 0.5 today. It is worth an earlier sample of 30 items with 0.5 deviations.
	// 38 items, of which may deviate: 1
	// intolerable with probability 0.0467, with one item less 0.0501
	// at most 21 deviations, most probably 2
	// intolerable with probability 0.00921; the sample speaks 25 to 1 for tolerable
}

func ExampleBasis_Prior() {
	prior, err := bayes.Basis{Method: bayes.Impartial, Tolerable: "0.05", Expected: "0.01"}.Prior()
	if err != nil {
		panic(err)
	}
	text, err := json.MarshalIndent(prior, "", "  ")
	if err != nil {
		panic(err)
	}
	fmt.Println(string(text))
	// Output:
	// {
	//   "method": "impartial",
	//   "model": "binomial",
	//   "tolerableRate": 0.05,
	//   "expectedRate": 0.01,
	//   "alpha": 1.155394662196,
	//   "beta": 16.3840715574
	// }
}

func ExamplePlan_Size() {
	prior, err := bayes.Basis{Method: bayes.Sample, Items: 59}.Prior()
	if err != nil {
		panic(err)
	}
	question := bayes.Question{Tolerable: "0.05", Confidence: "0.95"}
	size, err := bayes.Plan{Prior: prior, Question: question, Expected: "0"}.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(size.N, size.Reason)
	// Output:
	// 0 no sample is needed: the prior alone holds the rate to be tolerable with the confidence 0.95
}

func ExampleEvaluate() {
	prior, err := bayes.Basis{Method: bayes.Uniform}.Prior()
	if err != nil {
		panic(err)
	}
	question := bayes.Question{Tolerable: "0.05", Confidence: "0.95"}
	after, err := bayes.Evaluate(prior, sampling.Result{N: 58, Deviations: 0}, question)
	if err != nil {
		panic(err)
	}
	fmt.Println("upper credible limit:", sampling.RoundUp(after.Limits.Upper, 4))
	fmt.Println("most probable rate:", after.Mode)
	// Output:
	// upper credible limit: 0.0496
	// most probable rate: 0
}
