package sampling_test

import (
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/sampling"
)

func ExamplePlan_Size() {
	s, err := sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(s.N, s.Acceptance)
	fmt.Printf("%.4f with %d items, %.4f with one less\n", s.Risk, s.N, s.RiskOneLess)
	// Output:
	// 51 0
	// 0.0474 with 51 items, 0.0507 with one less
}

func ExamplePlan_Size_census() {
	s, err := sampling.Plan{Tolerable: "0.05", Expected: "0.02", Risk: "0.05", Population: 12}.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(s.EveryItem, s.N, s.Reason)
	// Output:
	// true 12 the deviations expected among 12 items are as many as stand for the tolerable rate, 1: test every item
}

// What 25 clean items of 250 leave open.
func ExampleEvaluate() {
	left, err := sampling.Evaluate(sampling.Result{N: 25, Deviations: 0, Population: 250}, "0.90")
	if err != nil {
		panic(err)
	}
	fmt.Println("as many deviating items may remain:", left.UpperCount)
	fmt.Println("a rate of", sampling.RoundUp(left.Upper, 3))
	// Output:
	// as many deviating items may remain: 20
	// a rate of 0.080
}

func ExampleExceeds() {
	for k := int64(0); k <= 2; k++ {
		above, err := sampling.Exceeds(sampling.Result{N: 60, Deviations: k}, "0.90", "0.07")
		if err != nil {
			panic(err)
		}
		fmt.Println(k, "of 60:", above)
	}
	// Output:
	// 0 of 60: false
	// 1 of 60: false
	// 2 of 60: true
}

func ExampleDraw() {
	ids := []string{"CHG-101", "CHG-102", "CHG-103", "CHG-104", "CHG-105", "CHG-106"}
	// Outside an example: sampling.Nonce(rand.Reader), with crypto/rand.
	nonce := sampling.Nonce(strings.NewReader("thirty-two bytes, which are fixed"))
	sel, err := sampling.Draw(ids, sampling.Request{Context: "2026/CC8.1/approval", Size: 2, ReserveSize: 1}, nonce)
	if err != nil {
		panic(err)
	}
	fmt.Println(sel.Sample, sel.Reserve, sel.Beacon)
	fmt.Println(sel.Verify(ids))
	sel.Sample[0] = "CHG-106"
	fmt.Println(sel.Verify(ids))
	// Output:
	// [CHG-103 CHG-104] [CHG-102] nonce/auditor
	// <nil>
	// sampling: sample[0] differs from what the items and the other fields give
}

func ExampleCommit() {
	ids := []string{"CHG-101", "CHG-102", "CHG-103", "CHG-104", "CHG-105", "CHG-106"}
	pending, err := sampling.Commit(ids, sampling.Request{
		Context: "2026/CC8.1/approval", Size: 2, Beacon: "dice/20d10",
	})
	if err != nil {
		panic(err)
	}
	fmt.Println("hand over:", pending.Commitment[:16])
	pending.CommittedBeforehand = true // it was handed over, and the dice are not rolled yet
	sel, err := pending.Draw(ids, []byte("31415926535897932384"))
	if err != nil {
		panic(err)
	}
	fmt.Println(sel.Sample, sel.CommittedBeforehand, sel.Fulfils(pending.Commitment))
	// Output:
	// hand over: 153b27df6d7a71db
	// [CHG-101 CHG-104] true <nil>
}
