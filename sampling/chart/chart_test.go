package chart_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/sampling/chart"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

var stopOrGo = sampling.StagedPlan{Stages: []sampling.Stage{{Items: 60, Accept: 0, Reject: 2}, {Items: 45, Accept: 1, Reject: 2}}}

func conclude(t testing.TB, r sampling.Result, chosen sampling.Choice, confidence, tolerable sampling.Rate) sampling.Conclusion {
	t.Helper()
	c, err := sampling.Conclude(r, chosen, confidence, tolerable)
	require.NoError(t, err)
	return c
}

// rows are conclusions of every standing, a census among them.
func rows(t testing.TB, second sampling.Conclusion) []chart.Row {
	return []chart.Row{
		{Name: "AC-07 Approval before access is granted", Conclusion: conclude(t, sampling.Result{N: 59}, sampling.ChosenRandomly, "0.95", "0.05")},
		{Name: "CM-02 Review of changes", Conclusion: second},
		{Name: "AC-09 Removal of leavers within one business day", Conclusion: conclude(t, sampling.Result{N: 61, Deviations: 9}, sampling.ChosenRandomly, "0.95", "0.05")},
		{Name: "OP-03 Restore tests", Conclusion: conclude(t, sampling.Result{N: 12, Population: 12}, sampling.ChosenWhole, "0.95", "0.05")},
		{Name: "VM-01 Patches", Conclusion: conclude(t, sampling.Result{N: 25, Deviations: 1}, sampling.ChosenHaphazardly, "0.95", "0.05")},
	}
}

// figures returns a figure of each kind.
func figures(t testing.TB) map[string]document.Figure {
	all := map[string]document.Figure{}
	add := func(name string, f document.Figure, err error) {
		require.NoError(t, err, name)
		all[name] = f
	}
	f, err := chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"})
	add("plan", f, err)
	f, err = chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250})
	add("plan-finite", f, err)
	f, err = chart.Staged(stopOrGo, "0.05", "0.005")
	add("staged", f, err)
	f, err = chart.AverageSampleNumber(stopOrGo, "0.05", "")
	add("average", f, err)
	f, err = chart.Interval(conclude(t, sampling.Result{N: 60, Deviations: 2, Population: 412}, sampling.ChosenRandomly, "0.95", "0.05"))
	add("interval", f, err)
	f, err = chart.Interval(conclude(t, sampling.Result{N: 25}, sampling.ChosenByJudgment, "0.95", "0.05"))
	add("nothing-inferred", f, err)
	f, err = chart.Intervals(rows(t, conclude(t, sampling.Result{N: 60, Deviations: 2}, sampling.ChosenRandomly, "0.95", "0.05")))
	add("rows", f, err)
	f, err = chart.Intervals(rows(t, conclude(t, sampling.Result{N: 60, Deviations: 2, Population: 412}, sampling.ChosenRandomly, "0.9", "0.10")))
	add("rows-mixed", f, err)
	return all
}

func TestGolden(t *testing.T) {
	rendered := map[string][]byte{}
	for name, f := range figures(t) {
		require.Empty(t, f.Validate(), name)
		var b bytes.Buffer
		require.NoError(t, document.WriteSVG(&b, f, nil))
		rendered[name+".svg"] = b.Bytes()
		for _, word := range []string{"certif", "complian", "passed", " fail"} {
			require.NotContains(t, strings.ToLower(b.String()), word, name)
		}
	}
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		for name, content := range rendered {
			require.NoError(t, os.WriteFile(filepath.Join("testdata", name), content, 0o644))
		}
	}
	files, err := filepath.Glob("testdata/*.svg")
	require.NoError(t, err)
	require.Len(t, files, len(rendered), "testdata holds a file that nothing renders, or lacks one")
	for _, file := range files {
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, bytes.Equal(want, rendered[filepath.Base(file)]), "%s differs; if that is meant: go test -update, and look at it", file)
	}
}

// The points that a figure points out are those that the size was computed with.
func TestMarkersAreThePlan(t *testing.T) {
	for _, p := range []sampling.Plan{
		{Tolerable: "0.05", Expected: "0.01", Risk: "0.05"},
		{Tolerable: "0.1", Expected: "0", Risk: "0.1"},
		{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250},
		{Tolerable: "0.07", Expected: "0.02", Risk: "0.1", Population: 1000, Convention: sampling.Floor},
		{Tolerable: "0.4", Expected: "0.1", Risk: "0.2", Model: sampling.Poisson},
		{Tolerable: "0.9", Expected: "0.1", Risk: "0.1"},
		{Tolerable: "0.000001", Expected: "0", Risk: "0.05"},
	} {
		size, err := p.Size()
		require.NoError(t, err)
		f, err := chart.OperatingCharacteristic(p)
		require.NoError(t, err)
		require.Empty(t, f.Validate(), "%+v", p)
		require.InDelta(t, size.Risk, f.Markers[0].Y, 1e-9, "%+v", p)
		require.LessOrEqual(t, f.Markers[1].X, f.Markers[0].X)
		require.GreaterOrEqual(t, f.Markers[1].Y, f.Markers[0].Y)
		points := f.Series[0].Points
		for i := range points[1:] {
			require.Greater(t, points[i+1].X, points[i].X, "%+v", p)
			require.LessOrEqual(t, points[i+1].Y, points[i].Y, "the curve falls")
		}
	}
}

func TestWhatCannotBeDrawn(t *testing.T) {
	_, err := chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.05", Expected: "0.02", Risk: "0.05", Population: 12})
	require.ErrorContains(t, err, "no sample meets it")
	_, err = chart.OperatingCharacteristic(sampling.Plan{Tolerable: "0.0000001", Expected: "0", Risk: "0.05"})
	require.ErrorContains(t, err, "no figure can show")
	_, err = chart.Staged(sampling.StagedPlan{}, "0.05", "")
	require.ErrorContains(t, err, "stages")
	_, err = chart.Staged(stopOrGo, "5%", "")
	require.ErrorContains(t, err, "tolerable rate")
	_, err = chart.AverageSampleNumber(stopOrGo, "0.05", "x")
	require.Error(t, err)
	_, err = chart.Intervals(nil)
	require.ErrorContains(t, err, "no conclusion")
	_, err = chart.Rates("0.05", 0)
	require.Error(t, err)
}

// A conclusion that was changed by hand is not drawn as it says.
func TestStandingFollowsFromTheResult(t *testing.T) {
	c := conclude(t, sampling.Result{N: 25, Deviations: 1}, sampling.ChosenByJudgment, "0.95", "0.05")
	for _, standing := range sampling.Standings() {
		c.Standing = standing
		f, err := chart.Interval(c)
		if standing != sampling.NothingInferred {
			require.ErrorContains(t, err, "follows from the result", standing)
			continue
		}
		require.NoError(t, err)
		require.True(t, f.Rows[0].Unknown)
		require.Equal(t, document.Absent, f.Rows[0].Tone)
	}
}

func FuzzInterval(f *testing.F) {
	f.Add(int64(59), int64(0), int64(0), "0.95", "0.05", "random")
	f.Add(int64(60), int64(60), int64(60), "0.5", "1", "census")
	f.Add(int64(3), int64(3), int64(0), "0.999", "0", "random")
	f.Add(int64(25), int64(1), int64(0), "0.9", "0.1", "judgmental")
	f.Fuzz(func(t *testing.T, n, k, population int64, confidence, tolerable, chosen string) {
		if n > 10_000 {
			t.Skip("takes its time")
		}
		for _, model := range []sampling.Model{"", sampling.Poisson} {
			r := sampling.Result{Model: model, N: n, Deviations: k, Population: population}
			c, err := sampling.Conclude(r, sampling.Choice(chosen), sampling.Rate(confidence), sampling.Rate(tolerable))
			if err != nil {
				continue
			}
			figure, err := chart.Interval(c)
			require.NoError(t, err)
			require.Empty(t, figure.Validate(), "%+v", c)
			require.Equal(t, c.Supported(), figure.Rows[0].Tone == document.Good)
			require.Equal(t, c.Limits == nil, figure.Rows[0].Unknown)
		}
	})
}
