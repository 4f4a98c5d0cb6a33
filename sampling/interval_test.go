package sampling

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestIntervalVectors(t *testing.T) {
	var file struct {
		Rows []struct {
			Kind  string
			N     int64
			Size  json.Number `json:"n"`
			Start string
			Rows  []int64
		}
	}
	readVectors(t, "selection", &file)
	checked := 0
	for _, row := range file.Rows {
		if row.Kind != "interval_items" {
			continue
		}
		size, err := row.Size.Int64()
		require.NoError(t, err)
		rows, err := IntervalRows(row.N, size, row.Start)
		require.NoError(t, err)
		require.Equal(t, row.Rows, slices.Collect(rows), "%d of %d from %s", size, row.N, row.Start)
		checked++
	}
	require.Positive(t, checked)
}

// Against the definition in fractions; and the rows are distinct and within the population.
func TestIntervalRowsOfSmallPopulations(t *testing.T) {
	for population := int64(1); population <= 20; population++ {
		for size := int64(1); size <= population; size++ {
			for tenths := int64(1); tenths*size <= 10*population; tenths++ {
				rows, err := IntervalRows(population, size, fmt.Sprintf("%d.%d", tenths/10, tenths%10))
				require.NoError(t, err)
				last, i := int64(0), int64(0)
				for row := range rows {
					exact := new(big.Rat).Add(big.NewRat(tenths, 10), big.NewRat(i*population, size))
					require.GreaterOrEqual(t, big.NewRat(row, 1).Cmp(exact), 0)
					require.Less(t, big.NewRat(row-1, 1).Cmp(exact), 0)
					require.Greater(t, row, last)
					require.LessOrEqual(t, row, population)
					last, i = row, i+1
				}
				require.Equal(t, size, i)
			}
		}
	}
}

func TestIntervalRowsRefuses(t *testing.T) {
	for says, c := range map[string]struct {
		population, size int64
		start            string
	}{
		"population of 0":           {0, 1, "1"},
		"population of 4294967296":  {1 << 32, 1, "1"},
		"size of 0":                 {10, 0, "1"},
		"size of 11":                {10, 11, "0.5"},
		"above 0 and at most 10/3":  {10, 3, "3.34"},
		`start "0"; above 0`:        {10, 3, "0"},
		`start "-1": not a decimal`: {10, 3, "-1"},
		`start "": not a decimal`:   {10, 3, ""},
		`start "1e400": exponent`:   {10, 3, "1e400"},
		"start of 41 characters":    {10, 3, "1.000000000000000000000000000000000000000"},
	} {
		_, err := IntervalRows(c.population, c.size, c.start)
		require.ErrorContains(t, err, says)
	}
}
