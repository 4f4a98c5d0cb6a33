package monetary

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/soc2kit/soc2/internal/strictjson"
)

// An Amount is an exact decimal amount of money in one currency, which the document around it names. In a document it is a
// number, or a string that spells one, such as "1200.50"; it is judged by its digits and never rounded.
//
// In Go it is written as a literal, "1200.50". Its value is a whole number of its smallest unit, at most 2^63 - 1 either way:
// "1200.50" is 120,050 units of two decimals. The text stays as it was given; "1.5" and "1.50" are two spellings of one
// amount, which [Amount.Compare] finds equal. The zero Amount, "", means "not said" and is not valid.
//
// The grammar is that of a JSON number without an exponent and with at most [MaxDecimals] decimals: an amount in scientific
// notation has been through binary floating point.
type Amount string

// MaxDecimals is the largest number of decimals of an amount.
const MaxDecimals = 9

var (
	errAmount   = errors.New("not an amount; digits such as 1200.50, without an exponent, expected")
	errOverflow = errors.New("more than 2^63 - 1 of the smallest unit")
)

// AmountOf returns the amount of minor units that have the given number of decimals, which is brought to 0 to [MaxDecimals]:
// AmountOf(120050, 2) is "1200.50".
func AmountOf(minor int64, decimals int) Amount {
	decimals = max(0, min(decimals, MaxDecimals))
	unit := powerOf10(decimals)
	sign, size := "", uint64(minor)
	if minor < 0 {
		sign, size = "-", -size
	}
	if decimals == 0 {
		return Amount(fmt.Sprintf("%s%d", sign, size))
	}
	return Amount(fmt.Sprintf("%s%d.%0*d", sign, size/unit, decimals, size%unit))
}

// IsValid reports whether a is a decimal amount within range.
func (a Amount) IsValid() bool {
	_, _, err := a.parse()
	return err == nil
}

// Decimals returns the number of decimals that a is written with; 0 for an amount that is not valid.
func (a Amount) Decimals() int {
	_, decimals, _ := a.parse()
	return decimals
}

// Minor returns a as a whole number of units that have the given number of decimals, 0 to [MaxDecimals]: "1200.5" is 120,050
// units of two decimals. It fails if a is not valid, is no whole number of such units, or does not fit.
func (a Amount) Minor(decimals int) (int64, error) {
	minor, own, err := a.parse()
	if err == nil {
		minor, err = rescale(minor, own, decimals)
	}
	if err != nil {
		return 0, fmt.Errorf("monetary: amount %.40q: %w", string(a), err)
	}
	return minor, nil
}

// Rat returns the exact value of a. It fails if a is not valid.
func (a Amount) Rat() (*big.Rat, error) {
	minor, decimals, err := a.parse()
	if err != nil {
		return nil, fmt.Errorf("monetary: amount %.40q: %w", string(a), err)
	}
	return big.NewRat(minor, int64(powerOf10(decimals))), nil
}

// Compare returns -1, 0 or +1 as a is less than, equal to or greater than b in value. An amount that is not valid comes
// before every one that is; two that are not valid compare as text.
func (a Amount) Compare(b Amount) int {
	x, errX := a.Rat()
	y, errY := b.Rat()
	switch {
	case errX != nil && errY != nil:
		return strings.Compare(string(a), string(b))
	case errX != nil:
		return -1
	case errY != nil:
		return 1
	}
	return x.Cmp(y)
}

// MarshalJSON writes a as a JSON number with the digits as they were given. A text that is no amount is written as a string,
// so that reading it back gives the same Amount.
func (a Amount) MarshalJSON() ([]byte, error) {
	if !a.IsValid() {
		return json.Marshal(string(a))
	}
	return []byte(a), nil
}

// UnmarshalJSON reads a JSON number or a string, and keeps its text. A text that is not an amount is kept too: Validate of
// the document reports it.
func (a *Amount) UnmarshalJSON(b []byte) error {
	text, err := strictjson.DecimalText(b)
	if err != nil {
		return fmt.Errorf("monetary: amount: %w", err)
	}
	if string(b) != "null" { // which leaves the value as it is
		*a = Amount(text)
	}
	return nil
}

// JSONKinds lists the JSON types that an amount is read from, the one that it is written as first.
func (Amount) JSONKinds() []string { return []string{"number", "string"} }

// SchemaPattern returns the pattern of an amount that is written as a string. It does not know the largest amount.
func (Amount) SchemaPattern() string { return `^-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,9})?$` }

// parse returns the value of a in its own smallest unit and the number of its decimals.
func (a Amount) parse() (minor int64, decimals int, err error) {
	digits, negative := strings.CutPrefix(string(a), "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || len(whole) > 1 && whole[0] == '0' || point && fraction == "" {
		return 0, 0, errAmount
	}
	if len(fraction) > MaxDecimals {
		return 0, 0, fmt.Errorf("%d decimals; at most %d expected", len(fraction), MaxDecimals)
	}
	size := uint64(0)
	for _, part := range [2]string{whole, fraction} {
		for i := range len(part) {
			digit := part[i] - '0'
			if digit > 9 {
				return 0, 0, errAmount
			}
			if size > (math.MaxInt64-uint64(digit))/10 {
				return 0, 0, errOverflow
			}
			size = 10*size + uint64(digit)
		}
	}
	if negative {
		return -int64(size), len(fraction), nil
	}
	return int64(size), len(fraction), nil
}

// rescale turns units of one number of decimals into units of another.
func rescale(minor int64, from, to int) (int64, error) {
	switch {
	case to < 0 || to > MaxDecimals:
		return 0, fmt.Errorf("%d decimals asked for; 0 to %d expected", to, MaxDecimals)
	case to >= from:
		factor := int64(powerOf10(to - from))
		if minor > math.MaxInt64/factor || minor < -math.MaxInt64/factor {
			return 0, errOverflow
		}
		return minor * factor, nil
	}
	factor := int64(powerOf10(from - to))
	if minor%factor != 0 {
		return 0, fmt.Errorf("more than %d decimals", to)
	}
	return minor / factor, nil
}

// add returns the sum of two numbers of units.
func add(a, b int64) (int64, error) {
	sum := a + b
	if (a^sum)&(b^sum) < 0 || sum == math.MinInt64 {
		return 0, errOverflow
	}
	return sum, nil
}

func powerOf10(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
}
