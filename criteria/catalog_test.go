package criteria_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/criteria"
	"github.com/stretchr/testify/require"
)

func TestCounts(t *testing.T) {
	perLetters := map[string]int{}
	for _, id := range allIDs() {
		perLetters[strings.TrimRight(string(id), ".0123456789")]++
	}
	require.Equal(t, map[string]int{"CC": 33, "A": 3, "C": 2, "PI": 5, "P": 18}, perLetters)
	require.Len(t, allIDs(), 61)
}

func TestEveryCOSOPrincipleOnce(t *testing.T) {
	var principles []int
	for c := range criteria.All() {
		if c.COSOPrinciple == 0 {
			continue
		}
		require.True(t, strings.Compare(string(c.ID), "CC6") < 0 && c.ID.IsCommon(), "%s: only CC1 to CC5 rest on COSO", c.ID)
		principles = append(principles, c.COSOPrinciple)
	}
	slices.Sort(principles)
	require.Equal(t, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}, principles)
}

func TestGet(t *testing.T) {
	for c := range criteria.All() {
		got, ok := criteria.Get(c.ID)
		require.True(t, ok)
		require.Equal(t, c, got)
	}
	for _, id := range unpublished {
		got, ok := criteria.Get(id)
		require.False(t, ok, "%q", id)
		require.Zero(t, got)
	}
}

// additions says which criteria each category adds, by letters.
var additions = map[criteria.Category]string{
	criteria.Security:            "",
	criteria.Availability:        "A",
	criteria.Confidentiality:     "C",
	criteria.ProcessingIntegrity: "PI",
	criteria.Privacy:             "P",
}

func TestApplicableForEveryChoiceOfCategories(t *testing.T) {
	counts := map[string]int{"CC": 33, "A": 3, "C": 2, "PI": 5, "P": 18}
	for choice := range 32 { // 0 is no category at all
		var cats []criteria.Category
		letters := []string{"CC"}
		want := 33
		for i, c := range criteria.Categories() {
			if choice&(1<<i) != 0 {
				cats = append(cats, c)
				letters = append(letters, additions[c])
				want += counts[additions[c]]
			}
		}
		ids := criteria.Applicable(cats...)
		require.Len(t, ids, want, "%v", cats)
		require.True(t, slices.IsSortedFunc(ids, criteria.ID.Compare), "%v", cats)
		for _, id := range ids {
			require.Contains(t, letters, strings.TrimRight(string(id), ".0123456789"), "%v", cats)
		}
		require.Equal(t, ids, criteria.Sorted(ids), "%v: no repeats", cats)

		slices.Reverse(cats)
		require.Equal(t, ids, criteria.Applicable(append(cats, cats...)...), "order and repeats do not matter")
		require.Equal(t, ids, criteria.Applicable(append(cats, "", "safety")...), "unknown categories add nothing")
	}
}

func TestInCategory(t *testing.T) {
	for _, cat := range criteria.Categories() {
		var ids []criteria.ID
		for c := range criteria.InCategory(cat) {
			require.Contains(t, c.Categories, cat)
			ids = append(ids, c.ID)
		}
		require.Equal(t, criteria.Applicable(cat), ids, cat)
	}
	for c := range criteria.InCategory("safety") {
		require.Fail(t, "yields for an unknown category", c.ID)
	}
	for c := range criteria.InCategory("") {
		require.Fail(t, "yields for no category", c.ID)
	}
}

func TestInSeries(t *testing.T) {
	var all []criteria.ID
	for s := range criteria.AllSeries() {
		require.True(t, s.ID.IsValid())
		require.NotEmpty(t, s.Title)
		var ids []criteria.ID
		for c := range criteria.InSeries(s.ID) {
			require.Equal(t, s.ID, c.Series)
			ids = append(ids, c.ID)
		}
		require.Equal(t, s.First, ids[0])
		require.Equal(t, s.Last, ids[len(ids)-1])
		require.Equal(t, s.Category == "", s.First.IsCommon())
		all = append(all, ids...)

		got, ok := criteria.GetSeries(s.ID)
		require.True(t, ok)
		require.Equal(t, s, got)
	}
	require.Equal(t, allIDs(), all)
	for _, s := range []criteria.SeriesID{"", "CC", "CC10", "cc6"} {
		require.False(t, s.IsValid(), "%q", s)
		for c := range criteria.InSeries(s) {
			require.Fail(t, "yields for an unknown series", c.ID)
		}
	}
}

func TestWalksStopWhenAsked(t *testing.T) {
	for c := range criteria.All() {
		require.Equal(t, criteria.CC1_1, c.ID)
		break
	}
	for s := range criteria.AllSeries() {
		require.Equal(t, criteria.CC1, s.ID)
		break
	}
	for c := range criteria.DescriptionCriteria() {
		require.Equal(t, criteria.DC1, c.ID)
		break
	}
}

func TestReturnedSlicesAreFresh(t *testing.T) {
	c, _ := criteria.Get(criteria.CC6_1)
	c.Categories[0] = "changed"
	again, _ := criteria.Get(criteria.CC6_1)
	require.Equal(t, criteria.Categories(), again.Categories)

	criteria.Categories()[0] = "changed"
	require.Equal(t, criteria.Security, criteria.Categories()[0])

	d, _ := criteria.GetDescription(criteria.DC3)
	d.Parts[0].Title = "changed"
	dAgain, _ := criteria.GetDescription(criteria.DC3)
	require.Equal(t, "Infrastructure", dAgain.Parts[0].Title)
}

func TestCriterionJSON(t *testing.T) {
	c, _ := criteria.Get(criteria.A1_3)
	b, err := json.Marshal(c)
	require.NoError(t, err)
	require.JSONEq(t, `{"id":"A1.3","series":"A1","title":"Recovery plans tested","summary":"Restoring from backup and `+
		`failing over are practised, and what goes wrong is put right.","categories":["availability"]}`, string(b))
}

// Titles and summaries are this project's own. The publisher's sentences share turns of phrase that run through all of
// them; none of these may appear here.
func TestWordingIsOurOwn(t *testing.T) {
	check := func(id, title, summary string) {
		require.NotEmpty(t, title, id)
		require.NotContains(t, title, ".", id)
		require.LessOrEqual(t, len(strings.Fields(title)), 9, "%s: a title is a few words", id)
		require.True(t, strings.HasSuffix(summary, "."), "%s: a summary is made of sentences", id)
		require.LessOrEqual(t, strings.Count(summary, ". ")+1, 4, "%s: a summary is short", id)
		text := strings.ToLower(title + " " + summary)
		for _, phrase := range []string{
			"the entity", "entity's", "meet its objectives", "of its objectives", "to objectives", "related to privacy",
			"data subject", "timely", "in pursuit of", "as appropriate", "functioning of", "internal and external users",
			"designs, develops", "policies and procedures over", "consistent with",
		} {
			require.NotContains(t, text, phrase, id)
		}
	}
	seen := map[string]criteria.ID{}
	for c := range criteria.All() {
		check(string(c.ID), c.Title, c.Summary)
		require.NotContains(t, seen, c.Title, "%s has the title of another", c.ID)
		require.NotContains(t, seen, c.Summary, "%s has the summary of another", c.ID)
		seen[c.Title], seen[c.Summary] = c.ID, c.ID
	}
	for c := range criteria.DescriptionCriteria() {
		check(string(c.ID), c.Title, c.Summary)
	}
}

func BenchmarkGet(b *testing.B) {
	for _, id := range []criteria.ID{criteria.CC1_1, criteria.P8_1, "ACME-3"} {
		b.Run(string(id), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				criteria.Get(id)
			}
		})
	}
}
