package report_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
)

// largeEngagement has n controls with ten tests each, five for either half of the year. Three controls together meet a
// criterion; one test in a hundred has a deviation that is tolerable.
func largeEngagement(t testing.TB, n int) report.Engagement {
	t.Helper()
	c := bareCase(t)
	inScope := c.eng.Program.Terms.Applicable()
	alternatives := make(map[criteria.ID][]control.Alternative)
	tests := 0
	for i := range n {
		on := inScope[i/3%len(inScope)]
		id := control.ID(fmt.Sprintf("AC-%05d", i))
		c.control(id, on)
		f := &c.eng.Fieldwork
		f.Plans, f.Tests = f.Plans[:tests], f.Tests[:tests]
		for k := range 10 {
			name := fmt.Sprintf("%05d-%d", i, k)
			c.plan(id, name, []calendar.Period{firstHalf, lastHalf}[k%2])
			f.Plans[tests].Extent, f.Tests[tests].Tested, f.Tests[tests].PopulationSize = evidence.Census, 60, 60
			if tests++; tests%100 == 0 {
				c.deviation(evidence.Deviation{Test: f.Tests[tests-1].ID, Control: id})
			}
		}
		if i%3 == 0 {
			alternatives[on] = append(alternatives[on], control.Together(id))
			continue
		}
		last := &alternatives[on][len(alternatives[on])-1]
		last.Members = append(last.Members, control.Together(id).Members...)
	}
	for id, as := range alternatives {
		c.meets(id, as...)
	}
	return c.eng
}

func benchmarkSizes(b *testing.B, run func(b *testing.B, e report.Engagement)) {
	for _, n := range []int{100, 1000, 10000} {
		e := largeEngagement(b, n)
		require.Empty(b, e.Validate().Err())
		b.Run(fmt.Sprintf("controls=%d", n), func(b *testing.B) { run(b, e) })
	}
}

func BenchmarkConclude(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, e report.Engagement) {
		b.ReportAllocs()
		for b.Loop() {
			if c := report.Conclude(e); c.Operating != report.IndicatedUnmodified {
				b.Fatal(c.Operating, told(c))
			}
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, e report.Engagement) {
		b.ReportAllocs()
		for b.Loop() {
			if e.Validate().HasErrors() {
				b.Fatal("errors")
			}
		}
	})
}

func BenchmarkWhy(b *testing.B) {
	benchmarkSizes(b, func(b *testing.B, e report.Engagement) {
		c := report.Conclude(e)
		b.ReportAllocs()
		for b.Loop() {
			if len(c.Why(criteria.CC6_3)) == 0 {
				b.Fatal("no steps")
			}
		}
	})
}
