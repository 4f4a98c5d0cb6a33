package sampling_test

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/sampling"
)

// lines yields the identifiers of a file, one a line.
func lines(file string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for line := range strings.Lines(file) {
			if !yield(strings.TrimSuffix(line, "\n"), nil) {
				return
			}
		}
	}
}

// A population larger than memory: sorted for the commitment, and once more for the draw.
func ExampleCommitStream() {
	sorted := lines("CHG-101\nCHG-102\nCHG-103\nCHG-104\nCHG-105\nCHG-106\n")
	pending, err := sampling.CommitStream(sorted, sampling.Request{Context: "2026/CC8.1/approval", Size: 2, Beacon: "dice/20d10"})
	if err != nil {
		panic(err)
	}
	// Then the dice are rolled.
	sel, err := pending.DrawStream(sorted, []byte("31415926535897932384"))
	if err != nil {
		panic(err)
	}
	fmt.Println(sel.Sample, sel.VerifyStream(sorted))
	_, err = sampling.CommitStream(lines("CHG-101\nCHG-103\nCHG-102\n"), pending.Request())
	fmt.Println(err)
	// Output:
	// [CHG-101 CHG-104] <nil>
	// sampling: stream: item 2: before the item before it; ascending order of bytes expected
}

// A population on two machines: each sends its part, and the parts give what the whole gives.
func ExampleSelection_DrawParts() {
	north, south := lines("CHG-102\nCHG-104\nCHG-105\n"), lines("CHG-101\nCHG-103\nCHG-106\n")
	pending, err := sampling.CommitStream(sampling.MergeSorted(north, south), sampling.Request{
		Context: "2026/CC8.1/approval", Size: 2, Beacon: "dice/20d10",
	})
	if err != nil {
		panic(err)
	}
	dice := []byte("31415926535897932384")
	var parts []sampling.Part
	for _, items := range []iter.Seq2[string, error]{north, south} {
		part, err := pending.Part(items, dice)
		if err != nil {
			panic(err)
		}
		fmt.Println(part.Count, "items, of which at most", part.Items, "are selected")
		parts = append(parts, part)
	}
	sel, err := pending.DrawParts(parts, dice)
	if err != nil {
		panic(err)
	}
	fmt.Println(sel.Sample)
	// Output:
	// 3 items, of which at most [CHG-104 CHG-105] are selected
	// 3 items, of which at most [CHG-101 CHG-106] are selected
	// [CHG-101 CHG-104]
}

// Several draws from one population, which is sorted and hashed once, on two processors.
func ExampleNewFrame() {
	ids := []string{"CHG-101", "CHG-102", "CHG-103", "CHG-104", "CHG-105", "CHG-106"}
	frame, err := sampling.NewFrame(ids, &sampling.FrameOptions{Workers: 2})
	if err != nil {
		panic(err)
	}
	for _, test := range []string{"approval", "testing"} {
		pending, err := frame.Commit(sampling.Request{Context: "2026/CC8.1/" + test, Size: 2, Beacon: "dice/20d10"})
		if err != nil {
			panic(err)
		}
		sel, err := frame.Complete(pending, []byte("31415926535897932384"))
		if err != nil {
			panic(err)
		}
		fmt.Println(test, sel.Sample, frame.Verify(sel))
	}
	// Output:
	// approval [CHG-101 CHG-104] <nil>
	// testing [CHG-106 CHG-104] <nil>
}

func ExampleStratification() {
	s := sampling.Stratification{Method: sampling.Proportional, Size: 25, Minimum: 2, Strata: []sampling.Stratum{
		{ID: "payments", Size: 700}, {ID: "portal", Size: 280}, {ID: "billing", Size: 19}, {ID: "legacy", Size: 1},
	}}
	sizes, err := s.Allocate()
	if err != nil {
		panic(err)
	}
	fmt.Println(sizes)
	requests, err := s.Requests(sampling.Request{Context: "2026/CC8.1/T1", Beacon: "dice/20d10"})
	if err != nil {
		panic(err)
	}
	fmt.Println(requests[3].Context, requests[3].Size)
	// Output:
	// [16 6 2 1]
	// 2026/CC8.1/T1/legacy 1
}

func ExampleIntervalRows() {
	rows, err := sampling.IntervalRows(365, 5, "14.6")
	if err != nil {
		panic(err)
	}
	fmt.Println(slices.Collect(rows))
	// Output:
	// [15 88 161 234 307]
}

func ExampleMeasureSpread() {
	quarter := calendar.Quarter(2026, 1)
	changes := []calendar.Date{"2026-01-05", "2026-01-19", "2026-02-02", "2026-02-16", "2026-03-02", "2026-03-16"}
	s, err := sampling.MeasureSpread(quarter, slices.Values(changes), []calendar.Date{"2026-01-05", "2026-01-19"})
	if err != nil {
		panic(err)
	}
	for _, m := range s.Months {
		fmt.Println(m.Period.From, m.Population, m.Sample, m.ChanceOfNone)
	}
	fmt.Println(s.LongestGap, s.PopulationInGap, s.Difference, s.DifferenceDay)
	// Output:
	// 2026-01-01 2 2 0.400000000
	// 2026-02-01 2 0 0.400000000
	// 2026-03-01 2 0 0.400000000
	// 2026-01-20 to 2026-03-31 4 0.666666667 2026-01-19
}

func ExampleSelection_Queries() {
	ids := []string{"CHG-101", "CHG-102", "CHG-103", "CHG-104", "CHG-105", "CHG-106"}
	pending, err := sampling.Commit(ids, sampling.Request{Context: "2026/CC8.1/approval", Size: 2, Beacon: "dice/20d10"})
	if err != nil {
		panic(err)
	}
	q, err := pending.Queries(sampling.DuckDB, sampling.Table{Name: "changes", Column: "id"}, []byte("31415926535897932384"))
	if err != nil {
		panic(err)
	}
	fmt.Println(q.Sorted)
	fmt.Println()
	fmt.Println(q.Selected)
	// Output:
	// SELECT id
	// FROM (SELECT CAST("id" AS VARCHAR) AS id FROM "changes") AS items
	// ORDER BY encode(id)
	//
	// SELECT row_number() OVER (ORDER BY ticket, encode(id)) AS place, id, ticket
	// FROM (
	//   SELECT id, sha256(from_hex('88c31f63057d4a5ced25f32f57467638cd6d0ea393b486b775343ae81ca3a6f4') || encode(id)) AS ticket
	//   FROM (SELECT CAST("id" AS VARCHAR) AS id FROM "changes") AS items
	//   ORDER BY ticket, encode(id)
	//   LIMIT 2
	// ) AS selected
	// ORDER BY place
}

func ExampleSelection_Numbers() {
	ids := []string{"A-01", "A-02", "A-03", "A-04", "A-05"}
	pending, err := sampling.Commit(ids, sampling.Request{Context: "ENG/CC7.2/T4/times", Size: 1, Beacon: "dice/20d10"})
	if err != nil {
		panic(err)
	}
	// Afterwards the dice are rolled.
	drawn, err := pending.Draw(ids, []byte("31415926535897932384"))
	if err != nil {
		panic(err)
	}
	numbers, err := drawn.Numbers()
	if err != nil {
		panic(err)
	}
	fmt.Println("minutes of the day to look at:", numbers.Below(1440), numbers.Below(1440), numbers.Below(1440))
	// Output: minutes of the day to look at: 550 1013 1401
}
