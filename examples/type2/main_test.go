package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/examples/type2/company"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the sample report in testdata")

// runs runs the example and returns what it printed and the folder that it wrote.
func runs(t *testing.T, args ...string) (printed, dir string) {
	t.Helper()
	dir = t.TempDir()
	var out bytes.Buffer
	require.NoError(t, run(append([]string{"-o", dir}, args...), &out))
	return out.String(), dir
}

// The sample report in testdata is what the program writes.
func TestSampleReport(t *testing.T) {
	printed, dir := runs(t)
	require.Contains(t, printed, "operating    qualified (CC6.2)")
	for _, name := range []string{"report.html", "report.md", "report.json"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		golden := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(golden, got, 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		require.True(t, bytes.Equal(want, got), "%s differs from what is written; go test ./examples/type2 -update rewrites it", golden)
	}
}

// What is written as two files reads back into the same engagement without a problem.
func TestWrittenDocumentsReadBack(t *testing.T) {
	_, dir := runs(t)
	prog, err := os.Open(filepath.Join(dir, "program.json"))
	require.NoError(t, err)
	defer prog.Close()
	field, err := os.Open(filepath.Join(dir, "fieldwork.json"))
	require.NoError(t, err)
	defer field.Close()
	got, problems, err := report.ReadParts(prog, field, nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	want, err := company.Engagement()
	require.NoError(t, err)
	require.Equal(t, report.Conclude(want), report.Conclude(got))
}

func TestRefusesWhatItCannotDo(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"two populations": {[]string{"-repo", ".", "-changes", "x.csv"}, "give one"},
		"an argument":     {[]string{"more"}, `"more"`},
		"no such file":    {[]string{"-changes", "there-is-none.csv"}, "there-is-none.csv"},
		"no such library": {[]string{"-controls", "there-is-none.json"}, "there-is-none.json"},
		"no bytes":        {[]string{"-randomness", "xyz", "-repo", "."}, "-randomness"},
	} {
		dir := t.TempDir()
		err := run(append([]string{"-o", filepath.Join(dir, "out")}, c.args...), &bytes.Buffer{})
		require.ErrorContains(t, err, c.want, name)
		require.NoDirExists(t, filepath.Join(dir, "out"), "%s: nothing is written", name)
	}
}

const collected = "../../../shared/data"

// Real populations: the counts are those that the collection states, and what no history tells stays undecided.
func TestRealPopulations(t *testing.T) {
	if _, err := os.Stat(collected); err != nil {
		t.Skip("the collected change histories are not beside this checkout")
	}
	for _, c := range []struct {
		file, rows, attributeA, tuple string
	}{
		{"golang-tools.csv", "825", "815        7            3", "operating    qualified (CC6.2)"},
		{"prometheus.csv", "1032", "322      227          483", "operating    undecided"},
		{"etcd.csv", "675", "546      129            0", "operating    undecided"},
		{"prowler.csv", "2394", "0        0         2394", "operating    undecided"},
		{"scoop-extras-5y.csv", "63046", "25    59272         3749", "operating    undecided"},
	} {
		t.Run(c.file, func(t *testing.T) {
			printed, dir := runs(t, "-changes", filepath.Join(collected, "changes", c.file), "-controls", filepath.Join(collected, "controls/strongdm-comply.json"))
			require.Contains(t, printed, "Population    "+c.rows+" changes")
			require.Contains(t, printed, c.attributeA)
			require.Contains(t, printed, c.tuple)
			require.Contains(t, printed, `"CC9.9": no such criterion: CC9 ends at CC9.2`)
			require.Contains(t, printed, "61 of 61 reached")
			require.NotContains(t, printed, "errors")
			md, err := os.ReadFile(filepath.Join(dir, "report.md"))
			require.NoError(t, err)
			require.Contains(t, string(md), "DRAFT")
		})
	}
}

// Days keep their order, neighbours stay neighbours, and the ends of the period go to the ends of the other.
func TestRedateKeepsOrder(t *testing.T) {
	eng, err := company.Engagement()
	require.NoError(t, err)
	from := eng.Program.Terms.Period
	for _, to := range []calendar.Period{from, calendar.Year(2024), {From: "2021-08-01", To: "2026-07-31"}, {From: "2026-01-01", To: "2026-03-31"}} {
		moved := redate(eng, from, to)
		require.Equal(t, to, moved.Program.Terms.Period)
		m := mover{from, to}
		for d := from.From.AddDays(-40); d.Before(from.To.AddDays(40)); d = d.AddDays(1) {
			require.False(t, m.day(d.AddDays(1)).Before(m.day(d)), "%s", d)
			require.Equal(t, m.day(d.AddDays(1)), m.last(d).AddDays(1), "%s", d)
			require.Equal(t, to.Contains(m.day(d)), from.Contains(d), "%s", d)
		}
		require.False(t, moved.Validate().HasErrors(), "%s", moved.Validate())
		require.Equal(t, report.Conclude(eng).Operating, report.Conclude(moved).Operating)
	}
	require.True(t, reflect.DeepEqual(eng, redate(eng, from, from)), "to the same period: nothing moves")
}

// The history of this very checkout, where there is one: every commit of its main line is in the population.
func TestRepository(t *testing.T) {
	if _, err := os.Stat("../../.git"); err != nil {
		t.Skip("this checkout has no history")
	}
	counted, err := exec.Command("git", "-C", "../..", "rev-list", "--first-parent", "--count", "HEAD").Output()
	require.NoError(t, err)
	printed, dir := runs(t, "-repo", "../..")
	require.Contains(t, printed, "Population    "+strings.TrimSpace(string(counted))+" changes")

	f, err := os.Open(filepath.Join(dir, "program.json"))
	require.NoError(t, err)
	defer f.Close()
	prog, problems, err := program.Read(f, nil)
	require.NoError(t, err)
	require.False(t, problems.HasErrors(), "%s", problems)
	for _, pop := range prog.Populations {
		for _, item := range pop.Items {
			require.NotContains(t, item.Performer+item.Approver, "@", "an address is written as a pseudonym")
		}
	}
}
