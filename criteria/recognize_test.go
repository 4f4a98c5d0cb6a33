package criteria_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/criteria"
	"github.com/stretchr/testify/require"
)

func TestRecognize(t *testing.T) {
	for _, c := range []struct {
		name, text string
		ids        string // joined by spaces
		refused    string // spellings, joined by " | "
	}{
		{"nothing", "", "", ""},
		{"separators only", " ,;|\n\t, ", "", ""},
		{"published", "PI1.3", "PI1.3", ""},
		{"lower case", "pi1.3", "PI1.3", ""},
		{"underscores", "cc_6_1", "CC6.1", ""},
		{"underscores with point of focus", "soc_2_cc_6_1_3", "CC6.1", ""},
		{"hyphens in lower case", "soc2-cc6-1", "CC6.1", ""},
		{"hyphens in lower case, one letter", "soc2-a1-2", "A1.2", ""},
		{"space before the number", "CC 6.1, PI 1.3, A 1.2", "CC6.1 PI1.3 A1.2", ""},
		{"no-break space before the number", "CC\u00a06.1", "CC6.1", ""},
		{"padded series", "CC06.1", "CC6.1", ""},
		{"separator lost", "soc2_cc61", "CC6.1", ""},
		{"name in front", "SOC2-CC6.1", "CC6.1", ""},
		{"name glued in front", "SOC2CC6.1", "CC6.1", ""},
		{"names as words in front", "AICPA TSC CC6.1", "CC6.1", ""},
		{"name of a tool's own in front", "acme-cc6.1", "CC6.1", ""},
		{"URN", "urn:acme:req:soc2-2017:a1.2.3", "A1.2", ""},
		{"path", "controls/A1.2.md", "A1.2", ""},
		{"common prefix before another series", "cc_c_1_2, CCA1.3", "C1.2 A1.3", ""},
		{"brackets", "[SOC2:CC6.1] (CC6.2) 【CC6.3】", "CC6.1 CC6.2 CC6.3", ""},
		{"quotation marks", "“CC6.1” 'CC6.2'", "CC6.1 CC6.2", ""},
		{"emphasis", "**CC6.1**", "CC6.1", ""},
		{"bullets", "* CC6.1\n- CC6.2\n• CC6.3", "CC6.1 CC6.2 CC6.3", ""},
		{"suffix", "soc2.cc6_3_no_self_approval", "CC6.3", ""},
		{"point of focus", "CC6.1.3 CC6.2-POF1 CC6.3.a", "CC6.1 CC6.2 CC6.3", ""},
		{"owner's control under a criterion", "CC1.4-001, CC6.3-2, CC6.1-9", "CC1.4 CC6.3 CC6.1", ""},
		{"title", "CC6.1 - Logical access\nCC6.2: TLS1.2 and P1 incidents", "CC6.1 CC6.2", ""},
		{"title behind a dash", "CC7.3 - P1 incidents, CC6.7 - TLS1.2", "CC7.3 CC6.7", ""},
		{"title without a space before it", "CC6.1Logical access", "CC6.1", ""},
		{"title with commas", "CC6.2 - Accounts, approvals, leavers, CC6.3", "CC6.2 CC6.3", ""},
		{"title ends with the line", "CC6.2 - Accounts\nleavers", "CC6.2", "leavers"},
		{"list", "SOC2-CC6.1, cc_a_1_2; CC9.9", "CC6.1 A1.2", "CC9.9"},
		{"list with bars", "SOC2: cc_6_1 | CIS-1.4: 1.20", "CC6.1", "CIS-1.4: 1.20"},
		{"list with spaces", "CC6.1 CC6.2 6.3 PP1.1", "CC6.1 CC6.2", "6.3 | PP1.1"},
		{"list in words", "CC6.1 and CC6.2 & CC6.3", "CC6.1 CC6.2 CC6.3", ""},
		{"sentence", "See CC6.1 for access; A1.2 for backup.", "CC6.1 A1.2", ""},
		{"order of the text, each once", "P1.1, CC6.1, cc6.1.2, P1.1", "P1.1 CC6.1", ""},

		{"unknown criterion", "CC6.9, CC6.10, C1.3", "", "CC6.9 | CC6.10 | C1.3"},
		{"unknown series", "CC10.1, A2.1, P9.1, cc_12", "", "CC10.1 | A2.1 | P9.1 | cc_12"},
		{"series", "CC6, soc2-cc6, A1", "", "CC6 | soc2-cc6 | A1"},
		{"series in a list", "CC6.1 and CC7", "CC6.1", "CC7"},
		{"heading", "P1.0, CC6.0 - Access", "", "P1.0 | CC6.0"},
		{"category", "A, CC, P", "", "A | CC | P"},
		{"one letter missing", "C6.5.1", "", "C6.5.1"},
		{"letters missing", "8.1.1", "", "8.1.1"},
		{"letters doubled", "CCC1.1", "", "CCC1.1"},
		{"range with hyphen", "CC6.1-CC6.8", "", "CC6.1-CC6.8"},
		{"range with dash and spaces", "CC7.1 – CC7.5, A1.1", "A1.1", "CC7.1 – CC7.5"},
		{"range in short", "CC6.1-6.3, CC6.8-7.1, CC6.1-3, CC6.1–3", "", "CC6.1-6.3 | CC6.8-7.1 | CC6.1-3 | CC6.1–3"},
		{"range in words", "CC6.1 to CC6.3", "", "CC6.1 to CC6.3"},
		{"range to a series", "CC6.1 - CC7", "", "CC6.1 - CC7"},
		{"joined by a slash", "CC6.1/CC6.2, CC7.1 / CC7.2 / CC7.3", "", "CC6.1/CC6.2 | CC7.1 / CC7.2 / CC7.3"},
		{"two in one name", "soc2-cc6.1-cc7.2-mfa", "", "soc2-cc6.1-cc7.2-mfa"},
		{"hyphen in upper case", "SOC2-CC6-1", "", "SOC2-CC6-1"},
		{"hyphen with one letter alone", "a1-2", "", "a1-2"},
		{"owner's control in a series", "SOC2-CC6-04, CC6-12, CC6.01", "", "SOC2-CC6-04 | CC6-12 | CC6.01"},
		{"version number", "CC 6.1.5.2", "", "CC 6.1.5.2"},
		{"scanner's contradictory id", "cc_a_1_1", "", "cc_a_1_1"},
		{"stray mark", "***CC1.1", "", "***CC1.1"},
		{"another framework", "ISO27001-A1.2, A12, pci_c1.1", "", "ISO27001-A1.2 | A12 | pci_c1.1"},
		{"article before a number", "a 1.2 GB limit", "", "a 1.2 GB limit"},
		{"part of a digest", "cc61af09, cc6-1abc, 9a1.2", "", "cc61af09 | cc6-1abc | 9a1.2"},
		{"Cyrillic letters", "СС6.1", "", "СС6.1"},
		{"words", "hello", "", "hello"},
		{"huge numbers", "CC" + strings.Repeat("9", 50) + ".1", "", "CC" + strings.Repeat("9", 50) + ".1"},
		{"not UTF-8", "\xff\xfe CC6.1 \xff", "CC6.1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			ids, refused := criteria.Recognize(c.text)
			var gotIDs, gotRefused []string
			for _, id := range ids {
				gotIDs = append(gotIDs, string(id))
			}
			for _, r := range refused {
				gotRefused = append(gotRefused, r.Spelling)
				require.NotEmpty(t, r.Reason)
			}
			require.Equal(t, c.ids, strings.Join(gotIDs, " "))
			require.Equal(t, c.refused, strings.Join(gotRefused, " | "))
		})
	}
}

func TestRecognizeGivesTheReason(t *testing.T) {
	for spelling, reason := range map[string]string{
		"CC9.9":       "no such criterion: CC9 ends at CC9.2",
		"CC10.1":      "no such series: the common criteria are CC1 to CC9",
		"cc10":        "no such series: the common criteria are CC1 to CC9",
		"P9.1":        "no such series: privacy has P1 to P8",
		"A2.1":        "no such series: the only one is A1",
		"CC6":         "a series, not one criterion: CC6.1 to CC6.8",
		"CC8":         "a series, not one criterion: its only one is CC8.1",
		"P1.0":        "the heading of series P1, not a criterion",
		"A":           "a category, not one criterion",
		"CC":          "the common criteria together, not one criterion",
		"CC6-04":      "may be the owner's own control number in series CC6",
		"CC6-12":      "may be the owner's own control number in series CC6",
		"CC6-1":       "either criterion CC6.1 or the owner's control 1 in series CC6",
		"CC6.1-CC6.3": "a range of criteria: list each, with a comma between them",
		"CC6.1/CC6.3": "several criteria in one spelling: put a comma between them",
		"CC6.1/2":     "several criteria in one spelling: put a comma between them",
		"8.1.1":       "names no criterion: the letters of the series are missing",
		"hello":       "names no criterion",
		"CC6.1.5.2":   "too many numbers for a criterion or a point of focus",
	} {
		ids, refused := criteria.Recognize(spelling)
		require.Empty(t, ids)
		require.Equal(t, []criteria.Refusal{{Spelling: spelling, Reason: reason}}, refused)
	}
}

func TestRecognizeReadsEachCriterionInEachStyle(t *testing.T) {
	for _, id := range allIDs() {
		slug := strings.NewReplacer(".", "-").Replace(strings.ToLower(string(id)))
		letters := strings.TrimRight(string(id), ".0123456789")
		for _, text := range []string{
			string(id),
			strings.ToLower(string(id)),
			"SOC2-" + string(id),
			"SOC_2_" + string(id),
			"tsc_" + string(id),
			"soc2-" + slug,
			strings.ReplaceAll(slug, "-", "_"),
			strings.ToLower(letters) + "_" + strings.ReplaceAll(strings.TrimPrefix(string(id), letters), ".", "_"),
			letters + " " + strings.TrimPrefix(string(id), letters),
			string(id) + ".1",
			string(id) + " - Title of it",
			"[" + string(id) + "]",
		} {
			ids, refused := criteria.Recognize(text)
			require.Equal(t, []criteria.ID{id}, ids, "%q", text)
			require.Empty(t, refused, "%q", text)
		}
	}
}

func FuzzRecognize(f *testing.F) {
	f.Add("SOC2-CC6.1, cc_a_1_2; CC9.9")
	f.Add("CC6.1/CC6.2 CC7.1 - CC7.5")    // joined
	f.Add("CC 6.1.5.2\tCC\u00a06.1")      // a space within
	f.Add("***CC1.1** **CC1.2**")         // marks around
	f.Add("CC6.2 - Accounts, leavers, P") // a title with commas
	f.Add("soc2.cc6_3_no_self_approval")  // a suffix
	f.Add("\xffCC6.1\xff…–СС6.1 ｃ1.1 pı1.1")
	f.Fuzz(func(t *testing.T, text string) {
		ids, refused := criteria.Recognize(text)
		for i, id := range ids {
			require.True(t, id.IsValid(), "%q", id)
			require.NotContains(t, ids[:i], id)
		}
		for _, r := range refused {
			require.NotEmpty(t, r.Reason)
			require.NotEmpty(t, strings.TrimSpace(r.Spelling))
			require.Contains(t, text, r.Spelling)
			again, _ := criteria.Recognize(r.Spelling)
			require.Empty(t, again, "%q is refused within a text and read alone", r.Spelling)
		}
		var own []string
		for _, id := range ids {
			own = append(own, string(id))
		}
		for _, separator := range []string{", ", "; ", " ", "\n"} {
			again, refused := criteria.Recognize(strings.Join(own, separator))
			require.True(t, slices.Equal(ids, again), "%q", own)
			require.Empty(t, refused, "%q", own)
		}
	})
}

func BenchmarkRecognize(b *testing.B) {
	list := strings.Repeat("SOC2-CC6.1, cc_a_1_2; CC9.9, CC6.2 - Accounts, leavers\n", 1000)
	oneWord := strings.Repeat("a1.c1-", 10_000) // no separator at all, and every part nearly a criterion
	for _, c := range []struct{ name, text string }{
		{"one", "SOC2-CC6.1"},
		{"5kB", list[:5_000]},
		{"50kB", list[:50_000]},
		{"word-6kB", oneWord[:6_000]},
		{"word-60kB", oneWord[:60_000]},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				criteria.Recognize(c.text)
			}
		})
	}
}
