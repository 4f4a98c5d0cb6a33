package monetary_test

import (
	"crypto/sha256"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/monetary"
)

func ExamplePlan_Size() {
	plan := monetary.Plan{BookValue: "1000000", Tolerable: "50000", Expected: "5000", Risk: "0.05"}
	size, err := plan.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(size.N, "units, one in each", size.Interval)
	fmt.Printf("%.2f errors may be in the sample\n", size.ExpectedErrors)
	fmt.Printf("%.4f with %d units, %.4f with one less\n", size.Risk, size.N, size.RiskOneLess)
	// Output:
	// 74 units, one in each 13513
	// 0.37 errors may be in the sample
	// 0.0491 with 74 units, 0.0510 with one less
}

func ExampleConfidenceFactor() {
	factor, err := monetary.ConfidenceFactor("0.05", "0.2")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.4f\n", factor)
	// Output: 4.6202
}

func ExampleStratify() {
	items := slices.Values([]monetary.BookItem{
		{ID: "INV-1", Book: "1000.00"}, {ID: "INV-2", Book: "40.00"}, {ID: "INV-3", Book: "300.00"},
		{ID: "INV-4", Book: "-25.00"}, {ID: "INV-5", Book: "90.00"}, {ID: "INV-6", Book: "30.00"}, {ID: "INV-7", Book: "40.00"},
	})
	strata, err := monetary.Stratify(items, 5)
	if err != nil {
		panic(err)
	}
	for _, item := range strata.Top {
		fmt.Println(item.ID, item.Reason)
	}
	fmt.Println("hits:", strata.RestSize, "in a rest of", strata.RestValue)
	fmt.Println("apart, since negative:", strata.NegativeValue)

	// Outside an example: the numbers of a draw that was committed to. Commit and Draw take care of both.
	below := rand.New(rand.NewPCG(1, 2)).Uint64N
	sample, err := strata.Select(monetary.FixedInterval, items, below)
	if err != nil {
		panic(err)
	}
	for _, hit := range sample.Hits {
		fmt.Println(hit.ID, hit.Units)
	}
	// Output:
	// INV-1 1000.00 is at or above the sampling interval of 300.00
	// INV-3 300.00 is at or above the sampling interval of 300.00
	// INV-5 90.00 is at or above the sampling interval of 200.00 / 3
	// hits: 2 in a rest of 110.00
	// apart, since negative: -25.00
	// INV-6 [42.32]
	// INV-7 [97.32]
}

// From the file of the book to the sample, and to what somebody else makes of the record.
func ExampleCommit() {
	const file = "id,amount\nINV-1,1000.00\nINV-2,40.00\nINV-3,300.00\nINV-4,-25.00\nINV-5,90.00\nINV-6,30.00\nINV-7,40.00\n"
	rows, err := csv.NewReader(strings.NewReader(file)).ReadAll()
	if err != nil {
		panic(err)
	}
	var items []monetary.BookItem
	for _, row := range rows[1:] {
		items = append(items, monetary.BookItem{ID: row[0], Book: monetary.Amount(row[1])})
	}

	size, err := monetary.Plan{BookValue: "1500.00", Tolerable: "900.00", Risk: "0.05"}.Size()
	if err != nil {
		panic(err)
	}
	source := sha256.Sum256([]byte(file))
	pending, err := monetary.Commit(items, monetary.UnitRequest{
		Context: "ENG-2025-014/PI1.4/invoices", Method: monetary.FixedInterval, Size: size.N,
		Source: sampling.HexOf(source[:]), Beacon: "dice/20d10",
	})
	if err != nil {
		panic(err)
	}
	strata := pending.Stratification
	fmt.Println(size.N, "units:", len(strata.Top), "items for certain,", strata.RestSize, "hits in a rest of", strata.RestValue)
	fmt.Println("hand over:", pending.Selection.Context, pending.Selection.Commitment[:16])

	// Then the dice are rolled, with the other party looking on.
	record, err := pending.Draw(items, []byte("31415926535897932384"))
	if err != nil {
		panic(err)
	}
	for _, hit := range record.Sample.Hits {
		fmt.Println("examine", hit.ID, "for the units", hit.Units)
	}

	// Whoever has the record and the items repeats it.
	fmt.Println("verified:", record.Verify(items) == nil)
	items[5].Book = "30.01"
	fmt.Println(record.Verify(items))
	// Output:
	// 5 units: 3 items for certain, 2 hits in a rest of 110.00
	// hand over: ENG-2025-014/PI1.4/invoices/monetary-units/fixed-interval/5 3b004e70780727de
	// examine INV-6 for the units [54.69]
	// examine INV-7 for the units [109.69]
	// verified: true
	// monetary: verify: /selection/populationRoot differs from what the items and the other fields give
}

func ExampleEvaluate() {
	found := monetary.Examination{Method: monetary.FixedInterval, BookValue: "1000000", Size: 74}
	for i := range 74 {
		item := monetary.Examined{ID: fmt.Sprint("INV-", i), Book: "5000", Audited: "5000"}
		if i == 20 {
			item.Audited = "4000" // recorded too high by a fifth
		}
		found.Items = append(found.Items, item)
	}
	result, err := monetary.Evaluate(found, monetary.StringerPoisson, "0.95", "50000")
	if err != nil {
		panic(err)
	}
	over := result.Overstatement
	fmt.Println("most likely", over.MostLikely, "at most", over.Limit, over.Finding)
	fmt.Println(over.Reason)
	// Output:
	// most likely 2703 at most 45208 within-tolerable
	// with a confidence of 0.95 the overstatement is at most 45208, within the tolerable misstatement of 50000
}

// The worksheet of a bound: every line adds up as it is displayed.
func ExampleBreakdown() {
	found := monetary.Examination{Method: monetary.FixedInterval, BookValue: "1000000.00", Size: 100}
	for i := range 100 {
		item := monetary.Examined{ID: fmt.Sprint("INV-", i), Book: "100.00", Audited: "100.00"}
		if i < 2 {
			item.Audited = [2]monetary.Amount{"80.00", "50.00"}[i]
		}
		found.Items = append(found.Items, item)
	}
	result, err := monetary.Evaluate(found, monetary.StringerPoisson, "0.95", "50000")
	if err != nil {
		panic(err)
	}
	over := result.Overstatement
	fmt.Printf("%-18s%15s%11s\n", "basic precision", "", over.Breakdown.Basic)
	for _, line := range over.Breakdown.Lines {
		fmt.Printf("%-10s%8s%15s%11s\n", line.ID, line.Taint.Value, line.Projected, line.Incremental)
	}
	fmt.Printf("%-18s%15s%11s\n", "sums", over.Projected, over.Breakdown.Allowance)
	fmt.Println("limit", over.Limit)
	// Output:
	// basic precision                     29957.33
	// INV-1          1/2        5000.00    3740.66
	// INV-0          1/5        2000.00    1103.86
	// sums                      7000.00   34801.85
	// limit 41801.85
}

func ExampleEstimationPlan_Size() {
	pilot := monetary.ItemStratum{ID: "all", Items: 4000, BookValue: "900000.00"}
	for i, values := range [][2]monetary.Amount{
		{"100.00", "90.00"}, {"200.00", "200.00"}, {"350.00", "350.00"}, {"400.00", "380.12"}, {"125.00", "125.00"}, {"80.00", "81.00"},
	} {
		pilot.Sample = append(pilot.Sample, monetary.Examined{ID: fmt.Sprint("INV-", i), Book: values[0], Audited: values[1]})
	}
	size, err := monetary.EstimationPlan{
		Pilot:     monetary.Estimation{Estimator: monetary.Difference, Confidence: "0.95", Strata: []monetary.ItemStratum{pilot}},
		Precision: "10000.00",
	}.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(size.N, "items: within", size.HalfWidth, "of the audited value; with one less within", size.HalfWidthOneLess)
	// Output: 46 items: within 9982.18 of the audited value; with one less within 10100.09
}

func ExampleEstimation_Estimate() {
	stratum := monetary.ItemStratum{ID: "all", Items: 40, BookValue: "9000.00"}
	for i, values := range [][2]monetary.Amount{
		{"100.00", "90.00"}, {"200.00", "200.00"}, {"350.00", "350.00"}, {"400.00", "380.12"}, {"125.00", "125.00"}, {"80.00", "81.00"},
	} {
		stratum.Sample = append(stratum.Sample, monetary.Examined{ID: fmt.Sprint("INV-", i), Book: values[0], Audited: values[1]})
	}
	estimate, err := monetary.Estimation{
		Estimator: monetary.Difference, Confidence: "0.95", Strata: []monetary.ItemStratum{stratum},
	}.Estimate()
	if err != nil {
		panic(err)
	}
	fmt.Println(estimate.AuditedValue, "with a standard error of", estimate.StandardError)
	fmt.Println("from", estimate.LowerLimit, "to", estimate.UpperLimit)
	for _, warning := range estimate.Warnings {
		fmt.Println(warning.Code)
	}
	// Output:
	// 8807.47 with a standard error of 127.26
	// from 8480.35 to 9134.59
	// small-sample
	// few-differences
}
