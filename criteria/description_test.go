package criteria_test

import (
	"fmt"
	"testing"

	"github.com/soc2kit/soc2/criteria"
	"github.com/stretchr/testify/require"
)

func TestDescriptionCriteria(t *testing.T) {
	var conditional, type2Only, inParts []criteria.DescriptionID
	n := 0
	for c := range criteria.DescriptionCriteria() {
		n++
		require.Equal(t, criteria.DescriptionID(fmt.Sprint("DC", n)), c.ID)
		require.Equal(t, fmt.Sprint("DC ", n), c.ID.String())
		if c.Condition != "" {
			conditional = append(conditional, c.ID)
		}
		if c.Type2Only {
			type2Only = append(type2Only, c.ID)
		}
		if len(c.Parts) > 0 {
			inParts = append(inParts, c.ID)
		}
		for i, part := range c.Parts {
			require.Equal(t, string("abcde"[i]), part.Letter)
			require.NotEmpty(t, part.Title)
		}
		got, ok := criteria.GetDescription(c.ID)
		require.True(t, ok)
		require.Equal(t, c, got)
	}
	require.Equal(t, 9, n)
	require.Equal(t, []criteria.DescriptionID{criteria.DC4, criteria.DC6, criteria.DC7, criteria.DC8}, conditional)
	require.Equal(t, []criteria.DescriptionID{criteria.DC9}, type2Only)
	require.Equal(t, []criteria.DescriptionID{criteria.DC3, criteria.DC4, criteria.DC7}, inParts)
	require.Len(t, criteria.DescriptionID("").EnumValues(), 9)
}

func TestParseDescriptionID(t *testing.T) {
	id, err := criteria.ParseDescriptionID("DC4")
	require.NoError(t, err)
	require.Equal(t, criteria.DC4, id)
	for _, s := range []string{"", "DC 4", "dc4", "DC0", "DC10", "DC4-02"} {
		_, err := criteria.ParseDescriptionID(s)
		require.ErrorContains(t, err, "criteria: ", "%q", s)
		require.Equal(t, s, criteria.DescriptionID(s).String())
		_, ok := criteria.GetDescription(criteria.DescriptionID(s))
		require.False(t, ok)
	}
}

func TestCompareDescriptionIDs(t *testing.T) {
	ordered := []criteria.DescriptionID{criteria.DC1, criteria.DC2, criteria.DC9, "", "DC10", "dc1"}
	for i, a := range ordered {
		for j, b := range ordered {
			switch {
			case i < j:
				require.Equal(t, -1, a.Compare(b), "%q and %q", a, b)
			case i > j:
				require.Equal(t, +1, a.Compare(b), "%q and %q", a, b)
			default:
				require.Zero(t, a.Compare(b))
			}
		}
	}
}

func TestClosedSets(t *testing.T) {
	checkSet(t, criteria.Categories())
	checkSet(t, criteria.Editions())
	checkSet(t, criteria.DescriptionEditions())
}

func checkSet[T interface {
	~string
	IsValid() bool
	EnumValues() []string
	Title() string
}](t *testing.T, values []T) {
	t.Helper()
	var spellings []string
	for _, v := range values {
		require.True(t, v.IsValid(), "%q", v)
		require.NotEmpty(t, v.Title(), "%q", v)
		spellings = append(spellings, string(v))
	}
	require.Equal(t, spellings, values[0].EnumValues())
	for _, v := range []T{"", "other"} {
		require.False(t, v.IsValid(), "%q", v)
		require.Empty(t, v.Title(), "%q", v)
	}
}
