package sampling

import (
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestRateGrammar(t *testing.T) {
	for _, c := range []struct {
		text Rate
		want string // exact value; "" where it is no rate
	}{
		{"0", "0"}, {"1", "1"}, {"0.05", "1/20"}, {"0.050", "1/20"}, {"5e-2", "1/20"}, {"5E-2", "1/20"}, {"50e-3", "1/20"},
		{"0.5e-1", "1/20"}, {"0.005e1", "1/20"}, {"0.005e+1", "1/20"}, {"1.0", "1"}, {"10e-1", "1"}, {"0e5", "0"}, {"0e30", "0"},
		{"0.0350", "7/200"}, {"1e-30", "1/1000000000000000000000000000000"},
		{"0.1234567890123456789", "1234567890123456789/10000000000000000000"},
		{"0.00000000000000000000000000000000000005", "1/20000000000000000000000000000000000000"},
		{"0.000000000000000001", "1/1000000000000000000"},
		{"", ""}, {"-0.05", ""}, {"-0", ""}, {"+0.05", ""}, {".05", ""}, {"0.", ""}, {"5.", ""}, {"00.5", ""}, {"01", ""}, {"1.0001", ""},
		{"2", ""}, {"5%", ""}, {"1/20", ""}, {"0,05", ""}, {"0x1p-4", ""}, {"0_1", ""}, {"1e", ""}, {"1e-", ""}, {"1e--2", ""}, {"1e+-2", ""},
		{"NaN", ""}, {"Inf", ""}, {" 0.05", ""}, {"0.05 ", ""}, {"0.05\n", ""}, {"1e-31", ""}, {"0e31", ""}, {"1e1", ""}, {"1e-999999999999999999999", ""},
		{"99999999999999999999", ""}, {"1.00000000000000000000000000000000001", ""},
		{Rate("0." + strings.Repeat("0", 38) + "1"), ""}, // 41 characters
	} {
		got, err := c.text.Rat()
		require.Equal(t, c.want != "", c.text.IsValid(), "%q", c.text)
		if c.want == "" {
			require.ErrorContains(t, err, "sampling: rate", "%q", c.text)
			continue
		}
		require.NoError(t, err, "%q", c.text)
		require.Equal(t, c.want, got.RatString(), "%q", c.text)
	}
}

func TestRateCompare(t *testing.T) {
	ascending := []Rate{"-1", "", "0", "1e-30", "0.049999999999999999999", "0.05", "0.0500000000000000000001", "0.1", "1"}
	for i, a := range ascending {
		for j, b := range ascending {
			if i < 2 && j < 2 {
				continue
			}
			require.Equal(t, sign(i-j), a.Compare(b), "%q %q", a, b)
		}
	}
	require.Zero(t, Rate("0.05").Compare("5e-2"))
	require.Zero(t, Rate("0.05").Compare("0.05000000000000000000000"))
	require.Equal(t, +1, Rate("-1").Compare(""))
}

func TestRateComplement(t *testing.T) {
	for r, want := range map[Rate]Rate{"0.05": "0.95", "0.10": "0.9", "1": "0", "0": "1", "5e-2": "0.95", "1e-30": "0." + Rate(strings.Repeat("9", 30))} {
		got, err := r.Complement()
		require.NoError(t, err)
		require.Equal(t, want, got, "%q", r)
		require.True(t, got.IsValid())
	}
	for _, r := range []Rate{"", "5%", "1.2345678901e-30"} { // the last needs 41 characters
		_, err := r.Complement()
		require.ErrorContains(t, err, "sampling: rate", "%q", r)
	}
}

func sign(n int) int { return big.NewInt(int64(n)).Sign() }

func TestRateJSON(t *testing.T) {
	type document struct {
		Rate Rate `json:"rate"`
	}
	for _, c := range []struct {
		in   string
		rate Rate
		out  string
	}{
		{`{"rate":0.05}`, "0.05", `{"rate":0.05}`},
		{`{"rate":"0.05"}`, "0.05", `{"rate":0.05}`},
		{`{"rate":0.0500}`, "0.0500", `{"rate":0.0500}`},
		{`{"rate":5e-2}`, "5e-2", `{"rate":5e-2}`},
		{`{"rate":"5%"}`, "5%", `{"rate":"5%"}`}, // survives, for Validate to report
		{`{"rate":7}`, "7", `{"rate":7}`},
		{`{"rate":-0.5}`, "-0.5", `{"rate":"-0.5"}`},
		{`{"rate":""}`, "", `{"rate":""}`},
		{`{"rate":"<1"}`, "<1", `{"rate":"\u003c1"}`},
		{`{"rate":null}`, "", `{"rate":""}`},
	} {
		var d document
		require.NoError(t, json.Unmarshal([]byte(c.in), &d), c.in)
		require.Equal(t, c.rate, d.Rate, c.in)
		out, err := json.Marshal(d)
		require.NoError(t, err, c.in)
		require.Equal(t, c.out, string(out), c.in)
	}
	for _, in := range []string{`{"rate":true}`, `{"rate":{}}`, `{"rate":[0.05]}`} {
		require.Error(t, json.Unmarshal([]byte(in), new(document)), in)
	}
	require.Equal(t, []string{"number", "string"}, Rate("").JSONKinds())
}

// The narrow and the wide form of a fraction must agree with each other and with big.Rat.
func TestFractionArithmetic(t *testing.T) {
	for _, r := range []Rate{"0", "1", "0.05", "0.035", "0.07", "0.333333333333333333", "1e-18", "0.999999999999999999", "3e-30", "0.12345678901234567890123456789"} {
		f, err := r.fraction()
		require.NoError(t, err)
		exact := f.rat()
		wide := fraction{wide: exact}
		for _, n := range []int64{0, 1, 2, 3, 19, 20, 400, 1313, 99_999, 1_000_000_007, MaxPopulation, math.MaxInt64} {
			nf := new(big.Rat).Mul(exact, new(big.Rat).SetInt64(n))
			floor := new(big.Int).Quo(nf.Num(), nf.Denom()).Int64()
			require.Equal(t, floor, f.floorOf(n), "%s %d", r, n)
			require.Equal(t, floor, wide.floorOf(n), "%s %d", r, n)
			require.Equal(t, ratCeil(nf), f.ceilOf(n), "%s %d", r, n)
			require.Equal(t, ratCeil(nf), wide.ceilOf(n), "%s %d", r, n)
			if exact.Sign() > 0 {
				most := new(big.Rat).Quo(new(big.Rat).SetInt64(n), exact)
				want := new(big.Int).Quo(most.Num(), most.Denom())
				if !want.IsInt64() {
					want.SetInt64(math.MaxInt64)
				}
				require.Equal(t, want.Int64(), f.most(n), "%s %d", r, n)
				require.Equal(t, want.Int64(), wide.most(n), "%s %d", r, n)
			}
		}
		require.Zero(t, new(big.Rat).Sub(big.NewRat(1, 1), exact).Cmp(f.complement().rat()))
		require.Zero(t, f.complement().compare(wide.complement()))
		require.Zero(t, mul(exact, big.NewRat(1, 2)).Cmp(f.half().rat()))
		require.Zero(t, f.half().compare(wide.half()))
		require.InDelta(t, wide.float(), f.float(), 1e-15)
		require.Equal(t, exact.Sign() == 0, f.isZero())
		require.Equal(t, exact.Sign() == 0, wide.isZero())
	}
}

func TestHex(t *testing.T) {
	b, err := Hex("00ff7a").Bytes()
	require.NoError(t, err)
	require.Equal(t, []byte{0, 255, 0x7a}, b)
	require.Equal(t, Hex("00ff7a"), HexOf(b))
	b, err = Hex("").Bytes()
	require.NoError(t, err)
	require.Empty(t, b)
	for _, h := range []Hex{"0", "0g", "AB", "0x00", " 00", "00\n"} {
		_, err := h.Bytes()
		require.ErrorContains(t, err, "sampling: hex", "%q", h)
	}
}

func FuzzRate(f *testing.F) {
	for _, s := range []string{
		"0.05", "5e-2", "1", "0", "",
		".05",                  // JSON has no such number
		"1e-31", "1e999999999", // would explode in a big.Rat
		"0.12345678901234567890", // more digits than a uint64 holds
		"+1", "-0", "0x1", "1/2", "0_5",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := Rate(s)
		x, err := r.Rat()
		if err == nil {
			want, ok := new(big.Rat).SetString(s)
			require.True(t, ok)
			require.Zero(t, want.Cmp(x), "%q", s)
			require.True(t, x.Sign() >= 0 && x.Cmp(big.NewRat(1, 1)) <= 0)
			require.Zero(t, r.Compare(Rate(x.FloatString(69))[:min(40, len(x.FloatString(69)))]), "%q", s)
		}
		b, err := json.Marshal(r)
		require.NoError(t, err)
		if r.IsValid() {
			require.Equal(t, s, string(b), "a rate is a JSON number as it stands")
		}
		var back Rate
		require.NoError(t, json.Unmarshal(b, &back))
		if strings.ToValidUTF8(s, "") == s {
			require.Equal(t, r, back)
		}
	})
}
