package distribution

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

type reference struct {
	Gamma                [][4]json.RawMessage
	Beta                 [][5]json.RawMessage
	Student              [][3]json.RawMessage
	GammaUpperQuantile   [][3]json.RawMessage
	BetaUpperQuantile    [][4]json.RawMessage
	StudentUpperQuantile [][3]json.RawMessage
}

// number reads a number, or a string that spells one.
func number(t *testing.T, raw json.RawMessage) float64 {
	t.Helper()
	text := string(raw)
	if unquoted, err := strconv.Unquote(text); err == nil {
		text = unquoted
	}
	x, err := strconv.ParseFloat(text, 64)
	require.NoError(t, err)
	return x
}

func readReference(t *testing.T) reference {
	t.Helper()
	b, err := os.ReadFile("testdata/reference.json")
	require.NoError(t, err)
	var r reference
	require.NoError(t, json.Unmarshal(b, &r))
	require.NotEmpty(t, r.Gamma)
	return r
}

// deviation keeps the largest relative error of a function.
type deviation struct {
	worst float64
	where string
}

func (d *deviation) add(got, want float64, where ...any) {
	e := math.Abs(got-want) / math.Abs(want)
	if !(e <= d.worst) {
		d.worst, d.where = e, fmt.Sprint(where...)
	}
}

func (d *deviation) requireBelow(t *testing.T, limit float64, what string) {
	t.Helper()
	t.Logf("%s: largest relative error %.2g at %s", what, d.worst, d.where)
	require.LessOrEqual(t, d.worst, limit, "%s at %s", what, d.where)
}

// The reference was computed in 60 digits by other means: hypergeometric series and halving.
func TestReference(t *testing.T) {
	r := readReference(t)
	var tails, betaTails, student, quantiles deviation
	for _, row := range r.Gamma {
		a, x := number(t, row[0]), number(t, row[1])
		lower, upper := Gamma(a, Pair{High: x})
		tails.add(lower, number(t, row[2]), "lower ", a, " ", x)
		tails.add(upper, number(t, row[3]), "upper ", a, " ", x)
	}
	for _, row := range r.Beta {
		a, b, x := number(t, row[0]), number(t, row[1]), number(t, row[2])
		lower, upper := Beta(a, b, RateAt(x))
		betaTails.add(lower, number(t, row[3]), "lower ", a, " ", b, " ", x)
		betaTails.add(upper, number(t, row[4]), "upper ", a, " ", b, " ", x)
	}
	for _, row := range r.Student {
		df, x, want := number(t, row[0]), number(t, row[1]), number(t, row[2])
		_, upper := Student(x, df)
		lower, _ := Student(-x, df)
		student.add(upper, want, df, " ", x)
		student.add(lower, want, df, " ", -x)
	}
	for _, row := range r.GammaUpperQuantile {
		a, q := number(t, row[0]), number(t, row[1])
		quantiles.add(GammaQuantile(a, q, true), number(t, row[2]), "gamma ", a, " ", q)
	}
	for _, row := range r.BetaUpperQuantile {
		a, b, q := number(t, row[0]), number(t, row[1]), number(t, row[2])
		x, y := BetaQuantile(a, b, q, true)
		quantiles.add(x, number(t, row[3]), "beta ", a, " ", b, " ", q)
		quantiles.add(1-y, number(t, row[3]), "beta complement ", a, " ", b, " ", q)
	}
	for _, row := range r.StudentUpperQuantile {
		df, q := number(t, row[0]), number(t, row[1])
		quantiles.add(StudentUpperQuantile(q, df), number(t, row[2]), "student ", df, " ", q)
	}
	tails.requireBelow(t, 1e-12, "gamma tails")
	betaTails.requireBelow(t, 1e-12, "beta tails")
	student.requireBelow(t, 1e-12, "Student tails")
	quantiles.requireBelow(t, 1e-12, "quantiles")
}
