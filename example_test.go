package soc2_test

import (
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/examples/type2/company"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/schema/generate"
	"github.com/stretchr/testify/require"
)

// The programs of README.md, between the lines that say so. TestReadmeShowsTestedPrograms holds the two against each other.

func Example_sample() {
	changes := make([]string, 250)
	for i := range changes {
		changes[i] = fmt.Sprintf("CHG-%d", 1000+i)
	}
	// README: sample
	// How many of 250 changes must be tested, if at most 10 % may deviate and 10 % risk is accepted?
	plan := sampling.Plan{Tolerable: "0.10", Expected: "0", Risk: "0.10", Population: int64(len(changes))}
	size, err := plan.Size()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("test %d; one less would leave a risk of %.4f\n", size.N, size.RiskOneLess)

	// Which ones? Anybody can draw the same items from the record, with nothing but a hash function.
	request := sampling.Request{Context: "2026/CC8.1/approval", Size: size.N}
	dice := sampling.Randomness{Beacon: "dice/20d10", Bytes: []byte("31415926535897932384")}
	draw, err := sampling.Draw(changes, request, dice)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(draw.Sample[:3], draw.Verify(changes))

	// Two of them deviate. How many of the 250 may?
	found := sampling.Result{N: size.N, Deviations: 2, Population: plan.Population}
	limits, err := sampling.Evaluate(found, "0.90")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("up to %d at 90 %% confidence\n", limits.UpperCount)
	// README: end

	// Output:
	// test 21; one less would leave a risk of 0.1112
	// [CHG-1037 CHG-1132 CHG-1151] <nil>
	// up to 57 at 90 % confidence
}

func Example_report() {
	engagement, err := company.Engagement()
	if err != nil {
		log.Fatal(err)
	}
	page := io.Discard
	// README: report
	conclusions := report.Conclude(engagement)
	fmt.Println(conclusions.Description, conclusions.Design, conclusions.Operating)
	for _, step := range conclusions.Why(criteria.CC6_2) { // from the tests to the opinion
		fmt.Println(step)
	}
	deliverable, err := report.Assemble(engagement, report.Type2)
	if err != nil {
		log.Fatal(err)
	}
	err = document.WriteHTML(page, deliverable.Blocks(), nil)
	// README: end
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// unmodified unmodified qualified
	// 1. AC-01, 2025-10-01 to 2026-09-30 [judgment]: design suitable; in operation: yes
	// 2. AC-01, 2025-10-01 to 2026-09-30 [cause]: 1 of 33 items tested deviated; the upper limit of the rate, 9.9 %, is within the tolerable 10 %; the cause is isolated (T-AC-01, D-01)
	// 3. AC-01, 2025-10-01 to 2026-09-30 [opinion]: operation: effective
	// 4. AC-03, 2025-10-01 to 2026-09-30 [judgment]: design suitable; in operation: yes
	// 5. AC-03, 2025-10-01 to 2026-09-30 [rate]: 4 of 25 items tested deviated; the upper limit of the rate, 27.2 %, exceeds the tolerable 10 % (T-AC-03, D-06, D-07, D-08, D-09)
	// 6. AC-03, 2025-10-01 to 2026-09-30 [opinion]: operation: deficient
	// 7. CC6.2, 2025-10-01 to 2026-09-30 [alternatives]: design: met; AC-01 + AC-03 + CUEC-01 met
	// 8. CC6.2, 2025-10-01 to 2026-09-30 [alternatives]: operation: unmet; AC-01 + AC-03 + CUEC-01 unmet
	// 9. operating [presumed-material]: CC6.2 is not met in 2025-10-01 to 2026-09-30; material by presumption, not pervasive
	// 10. description [opinion]: description: unmodified
	// 11. design [opinion]: design: unmodified
	// 12. operating [opinion]: operating: qualified
}

func Example_schema() {
	// README: schema
	type AuditedControl struct {
		control.Control
		Ticket string `json:"ticket"`
	}

	b, err := generate.Of[AuditedControl](generate.Options{ID: "https://acme.example/audited-control.schema.json"})
	// README: end
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Count(string(b), `"ticket"`), "mentions of a ticket: the member, and that it is required")
	// Output:
	// 2 mentions of a ticket: the member, and that it is required
}

func TestReadmeShowsTestedPrograms(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(source), "func Example_sample")
	shown := 0
	for _, part := range strings.Split(rest, "\t// README: ")[1:] {
		name, code, _ := strings.Cut(part, "\n")
		if name == "end" || strings.Contains(name, `"`) {
			continue
		}
		var lines []string
		for _, line := range strings.Split(strings.TrimRight(code, "\n"), "\n") {
			lines = append(lines, strings.TrimPrefix(line, "\t"))
		}
		require.Contains(t, string(readme), "```go\n"+strings.Join(lines, "\n")+"\n```", "the program %q", name)
		shown++
	}
	require.Equal(t, strings.Count(string(readme), "```go\n"), shown, "every program that README.md shows is tested")
}

// Every file that a document of the project points to is there.
func TestLinksOfDocumentsLead(t *testing.T) {
	names, err := filepath.Glob("*.md")
	require.NoError(t, err)
	require.Contains(t, names, "README.md")
	for _, name := range names {
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, link := range strings.Split(string(b), "](")[1:] {
			target, _, ok := strings.Cut(link, ")")
			target, _, _ = strings.Cut(target, "#")
			if !ok || target == "" || strings.Contains(target, "://") {
				continue
			}
			require.FileExists(t, target, "%s points to it", name)
		}
	}
}
