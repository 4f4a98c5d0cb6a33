package distribution

import (
	"encoding/json"
	"math/big"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func rational(t *testing.T, text string) *big.Rat {
	t.Helper()
	x, ok := new(big.Rat).SetString(text)
	require.True(t, ok, text)
	return x
}

// Tails for parameters from 1e-6 to 1e12, in 25 digits, by mpmath 1.3 with 50 digits and more: the integral of the density
// on either side with 40 points for each standard deviation, where the two add up to 1 to 28 digits, or the hypergeometric
// series. Large arguments have more digits than a float64 holds.
func TestGrid(t *testing.T) {
	b, err := os.ReadFile("testdata/grid.json")
	require.NoError(t, err)
	var grid struct {
		Gamma [][4]string
		Beta  [][5]string
	}
	require.NoError(t, json.Unmarshal(b, &grid))
	require.Greater(t, len(grid.Gamma), 200)
	require.Greater(t, len(grid.Beta), 300)
	var gamma, beta deviation
	add := func(d *deviation, got float64, text string, where ...any) {
		want, _ := rational(t, text).Float64()
		if want >= 1e-290 { // below, a float64 loses its precision on the way
			d.add(got, want, where...)
		}
	}
	for _, row := range grid.Gamma {
		a, _ := rational(t, row[0]).Float64()
		lower, upper := Gamma(a, PairOf(rational(t, row[1])))
		add(&gamma, lower, row[2], "lower ", row)
		add(&gamma, upper, row[3], "upper ", row)
	}
	for _, row := range grid.Beta {
		a, _ := rational(t, row[0]).Float64()
		b, _ := rational(t, row[1]).Float64()
		x := RateOf(rational(t, row[2]))
		lower, upper := Beta(a, b, x)
		add(&beta, lower, row[3], "lower ", row)
		add(&beta, upper, row[4], "upper ", row)
		upper, lower = Beta(b, a, x.Complement())
		add(&beta, lower, row[3], "mirrored lower ", row)
		add(&beta, upper, row[4], "mirrored upper ", row)
	}
	gamma.requireBelow(t, 1e-12, "gamma tails")
	beta.requireBelow(t, 1e-12, "beta tails")
}
