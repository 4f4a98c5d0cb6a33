package monetary

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAmountText(t *testing.T) {
	for _, c := range []struct {
		text     Amount
		decimals int
		minor    int64
	}{
		{"0", 0, 0}, {"0", 2, 0}, {"-0.00", 2, 0}, {"1200.5", 2, 120_050}, {"1200.50", 2, 120_050}, {"1200.500", 1, 12_005},
		{"-7", 0, -7}, {"9223372036854775807", 0, math.MaxInt64}, {"-92233720368547758.07", 2, -math.MaxInt64}, {"0.000000001", 9, 1},
	} {
		got, err := c.text.Minor(c.decimals)
		require.NoError(t, err, c.text)
		require.Equal(t, c.minor, got, c.text)
		require.Zero(t, AmountOf(got, c.decimals).Compare(c.text))
	}
	for _, text := range []Amount{
		"", "-", ".5", "5.", "+5", "05", "1e3", "1,200", " 1", "0x10", "1.0000000000", "9223372036854775808", "92233720368547758.070", "NaN", "--1", "٣",
	} {
		require.False(t, text.IsValid(), "%q", text)
		_, err := text.Minor(2)
		require.Error(t, err, "%q", text)
	}
	_, err := Amount("1.005").Minor(2)
	require.ErrorContains(t, err, "more than 2 decimals")
	_, err = Amount("92233720368547758.08").Minor(2)
	require.ErrorIs(t, err, errOverflow)
	_, err = Amount("92233720368547759").Minor(2)
	require.ErrorIs(t, err, errOverflow)
	_, err = Amount("1").Minor(-1)
	require.Error(t, err)
	assert.Equal(t, Amount("-0.05"), AmountOf(-5, 2))
	assert.Equal(t, Amount("-9223372036854775808"), AmountOf(math.MinInt64, -3))
	assert.Equal(t, Amount("0.000000007"), AmountOf(7, 12))
}

func TestAmountOrder(t *testing.T) {
	assert.Zero(t, Amount("1.5").Compare("1.500"))
	assert.Equal(t, -1, Amount("-1").Compare("0.01"))
	assert.Equal(t, 1, Amount("9223372036854775807").Compare("9223372036.854775807"))
	assert.Equal(t, -1, Amount("x").Compare("-5"))
	assert.Equal(t, 1, Amount("0").Compare(""))
	assert.Equal(t, -1, Amount("a").Compare("b"))
}

func TestAmountJSON(t *testing.T) {
	for text, want := range map[string]Amount{`1200.50`: "1200.50", `"1200.50"`: "1200.50", `-3`: "-3", `1e3`: "1e3", `"five"`: "five", `null`: ""} {
		var a Amount
		require.NoError(t, json.Unmarshal([]byte(text), &a))
		require.Equal(t, want, a)
		b, err := json.Marshal(a)
		require.NoError(t, err)
		var again Amount
		require.NoError(t, json.Unmarshal(b, &again))
		require.Equal(t, a, again)
	}
	for _, text := range []string{`true`, `[]`, `{}`} {
		var a Amount
		require.Error(t, json.Unmarshal([]byte(text), &a))
	}
	assert.Equal(t, []string{"number", "string"}, Amount("").JSONKinds())
	assert.NotEmpty(t, Amount("").SchemaPattern())
}

func TestAdd(t *testing.T) {
	for _, c := range [][2]int64{{math.MaxInt64, 1}, {-math.MaxInt64, -1}, {-math.MaxInt64, -math.MaxInt64}} {
		_, err := add(c[0], c[1])
		require.ErrorIs(t, err, errOverflow)
	}
	sum, err := add(math.MaxInt64, -math.MaxInt64)
	require.NoError(t, err)
	require.Zero(t, sum)
}

func FuzzAmount(f *testing.F) {
	for _, s := range []string{"1200.50", "-0", "1e5", "9223372036854775808", "0.0000000001", "01", "."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := Amount(s)
		value, err := a.Rat()
		if err != nil {
			return
		}
		// An amount is a number to everybody else as well, and its value is the same.
		want, ok := new(big.Rat).SetString(s)
		if !ok || want.Cmp(value) != 0 || !json.Valid([]byte(s)) || strings.ContainsAny(s, "eE") {
			t.Fatalf("%q is %v", s, value)
		}
		minor, err := a.Minor(a.Decimals())
		if err != nil || AmountOf(minor, a.Decimals()).Compare(a) != 0 {
			t.Fatalf("%q: %d %v", s, minor, err)
		}
	})
}
