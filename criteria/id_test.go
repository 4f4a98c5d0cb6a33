package criteria_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/criteria"
	"github.com/stretchr/testify/require"
)

func allIDs() []criteria.ID {
	var ids []criteria.ID
	for c := range criteria.All() {
		ids = append(ids, c.ID)
	}
	return ids
}

// unpublished holds IDs that are not published, in the order that Compare gives them.
var unpublished = []criteria.ID{
	"", " CC6.1", "9", "010", "10", "A1.10", "ACME-03", "ACME-3", "ACME-3a", "ACME-10", "CC6", "CC6.", "CC6.0",
	"CC06.1", "CC6.9", "CC10.1", "P9.1", "cc6.1", "ｃ",
}

func TestParseID(t *testing.T) {
	for _, id := range allIDs() {
		got, err := criteria.ParseID(string(id))
		require.NoError(t, err)
		require.Equal(t, id, got)
		require.True(t, id.IsValid())
		require.Equal(t, string(id), id.String())
	}
	for _, id := range append(slices.Clone(unpublished), "CC6.1 ", "CC6.1.3", "CC6.11", "PI2.1", "A1.4", "CC6,1", "CC6.\x001", "C6.1") {
		_, err := criteria.ParseID(string(id))
		require.ErrorContains(t, err, "criteria: ", "%q", id)
		require.False(t, id.IsValid(), "%q", id)
	}
}

func TestMustParseID(t *testing.T) {
	require.Equal(t, criteria.PI1_3, criteria.MustParseID("PI1.3"))
	require.PanicsWithError(t, `criteria: "cc6.1" is not the published spelling of a criterion, such as CC6.1 or PI1.3`,
		func() { criteria.MustParseID("cc6.1") })
}

func TestCompareIsPublishedOrder(t *testing.T) {
	ordered := append(allIDs(), unpublished...)
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = +1
			}
			require.Equal(t, want, a.Compare(b), "%q and %q", a, b)
		}
	}
}

func TestSorted(t *testing.T) {
	want := append(allIDs(), unpublished...)
	shuffled := append(slices.Clone(want), want...)
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	before := slices.Clone(shuffled)
	require.Equal(t, want, criteria.Sorted(shuffled))
	require.Equal(t, before, shuffled, "the argument is left as it was")
	require.Empty(t, criteria.Sorted(nil))
}

func TestSeriesOfID(t *testing.T) {
	require.Equal(t, criteria.CC6, criteria.CC6_1.Series())
	require.Equal(t, criteria.PI1, criteria.PI1_5.Series())
	require.Equal(t, criteria.P8, criteria.P8_1.Series())
	for _, id := range unpublished {
		require.Empty(t, id.Series(), "%q", id)
		require.False(t, id.IsCommon(), "%q", id)
	}
	for _, id := range allIDs() {
		require.Equal(t, strings.HasPrefix(string(id), "CC"), id.IsCommon(), id)
	}
}

func TestEnumValuesAreTheValidIDs(t *testing.T) {
	var want []string
	for _, id := range allIDs() {
		want = append(want, string(id))
	}
	values := criteria.ID("").EnumValues()
	require.Equal(t, want, values)
	values[0] = "changed"
	require.Equal(t, want, criteria.ID("").EnumValues(), "the caller owns what it gets")
}

func TestUnpublishedIDSurvivesDecoding(t *testing.T) {
	var ids []criteria.ID
	require.NoError(t, json.Unmarshal([]byte(`["CC6.1","ACME-3","cc6.1"]`), &ids))
	require.Equal(t, []criteria.ID{"CC6.1", "ACME-3", "cc6.1"}, ids)
	b, err := json.Marshal(ids)
	require.NoError(t, err)
	require.Equal(t, `["CC6.1","ACME-3","cc6.1"]`, string(b))
}

func FuzzParseID(f *testing.F) {
	f.Add("CC6.1")
	f.Add("CC06.1") // a second spelling of CC6.1
	f.Add("cc6.1")  // another case
	f.Add("CC6.1\n")
	f.Add("CC6.10") // one digit too many
	f.Add("ACME-3") // an ID, but not a published one
	f.Fuzz(func(t *testing.T, s string) {
		id, err := criteria.ParseID(s)
		require.Equal(t, err == nil, criteria.ID(s).IsValid())
		require.Equal(t, err == nil, slices.Contains(allIDs(), criteria.ID(s)))
		if err == nil {
			require.Equal(t, s, id.String(), "one ID, two spellings")
		} else {
			require.Empty(t, id)
		}
	})
}

func FuzzCompare(f *testing.F) {
	f.Add("CC6.1", "CC6.2", "CC10.1")
	f.Add("ACME-3", "ACME-03", "ACME-10")
	f.Add("7a", "07", "7")
	f.Add("x0", "x", "x00")
	f.Fuzz(func(t *testing.T, x, y, z string) {
		a, b, c := criteria.ID(x), criteria.ID(y), criteria.ID(z)
		require.Equal(t, a == b, a.Compare(b) == 0)
		require.Equal(t, a.Compare(b), -b.Compare(a))
		if a.Compare(b) <= 0 && b.Compare(c) <= 0 {
			require.LessOrEqual(t, a.Compare(c), 0)
		}
	})
}

func BenchmarkCompare(b *testing.B) {
	for b.Loop() {
		criteria.P8_1.Compare(criteria.P6_7)
	}
}
