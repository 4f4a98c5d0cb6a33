package sampling

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/internal/strictjson"
)

// A Rate is an exact decimal from 0 to 1, never a percentage: a rate of deviation, a risk or a confidence. In a document it
// is a number, or a string that spells one, such as "0.05"; it is judged by its digits and never rounded.
//
// In Go it is written as a literal, "0.05". The text stays as it was given; "0.05" and "5e-2" are two spellings of one rate,
// which [Rate.Compare] finds equal. The zero Rate, "", means "not said" and is not valid.
//
// The grammar is that of a JSON number without a sign: digits, then perhaps a fraction, then perhaps an exponent.
type Rate string

// The bounds keep the exact value of a rate small, whatever text is given.
const (
	maxRateLength   = 40
	maxRateExponent = 30
)

// Rat returns the exact value of r. It fails if r is not a decimal from 0 to 1, is longer than 40 characters, or has
// an exponent beyond 30.
func (r Rate) Rat() (*big.Rat, error) {
	f, err := r.fraction()
	if err != nil {
		return nil, err
	}
	return f.rat(), nil
}

// IsValid reports whether r is a decimal from 0 to 1.
func (r Rate) IsValid() bool {
	_, err := r.fraction()
	return err == nil
}

// Compare returns -1, 0 or +1 as r is less than, equal to or greater than s in value. A Rate that is not valid comes
// before every one that is; two that are not valid compare as text.
func (r Rate) Compare(s Rate) int {
	x, errX := r.fraction()
	y, errY := s.fraction()
	switch {
	case errX != nil && errY != nil:
		return strings.Compare(string(r), string(s))
	case errX != nil:
		return -1
	case errY != nil:
		return 1
	}
	return x.compare(y)
}

// MarshalJSON writes r as a JSON number with the digits as they were given. A text that is no number is written as
// a string, so that reading it back gives the same Rate.
func (r Rate) MarshalJSON() ([]byte, error) {
	if _, err := scanDecimal(string(r)); err != nil {
		return json.Marshal(string(r))
	}
	return []byte(r), nil
}

// UnmarshalJSON reads a JSON number or a string, and keeps its text. A text that is not a rate is kept too: Validate
// of the document reports it.
func (r *Rate) UnmarshalJSON(b []byte) error {
	text, err := strictjson.DecimalText(b)
	if err != nil {
		return fmt.Errorf("sampling: rate: %w", err)
	}
	if string(b) != "null" { // which leaves the value as it is
		*r = Rate(text)
	}
	return nil
}

// JSONKinds lists the JSON types that a rate is read from, the one that it is written as first.
func (Rate) JSONKinds() []string { return []string{"number", "string"} }

// SchemaPattern returns the pattern of a rate that is written as a string. It knows fewer spellings than [Rate.Rat]: none
// with several digits before an exponent, which cannot be told from a number beyond 1 by a pattern.
func (Rate) SchemaPattern() string {
	return `^(0(\.[0-9]+)?|1(\.0+)?|[0-9](\.[0-9]+)?[eE]-0*[1-9][0-9]?)$`
}

// SchemaRange returns the least and the greatest rate, for JSON Schema.
func (Rate) SchemaRange() (least, greatest string) { return "0", "1" }

// fraction returns the exact value of r. It allocates only where the value needs more than 18 decimals.
func (r Rate) fraction() (fraction, error) {
	if r == "" {
		return fraction{}, fmt.Errorf("sampling: rate: empty; a decimal from 0 to 1 expected")
	}
	if len(r) > maxRateLength {
		return fraction{}, fmt.Errorf("sampling: rate: %d characters; at most %d expected", len(r), maxRateLength)
	}
	d, err := scanDecimal(string(r))
	if err != nil {
		return fraction{}, fmt.Errorf("sampling: rate %q: %w", string(r), err)
	}
	if d.exponent < -maxRateExponent || d.exponent > maxRateExponent {
		return fraction{}, fmt.Errorf("sampling: rate %q: exponent beyond %d", string(r), maxRateExponent)
	}
	f := d.fraction(string(r))
	if f.compare(one) > 0 {
		return fraction{}, fmt.Errorf("sampling: rate %q: above 1; a decimal from 0 to 1 expected", string(r))
	}
	return f, nil
}

// A decimal is what a scan of a number's text finds: digits x 10^(exponent - decimals).
type decimal struct {
	digits   uint64 // all digits as one number
	wide     bool   // there are more digits than a uint64 is sure to hold
	decimals int    // digits after the point
	exponent int    // of the exponent part; kept within ±1000
}

// scanDecimal reads s as a JSON number without a sign.
func scanDecimal(s string) (decimal, error) {
	var d decimal
	i, significant := 0, 0
	scan := func() int {
		start := i
		for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
			if significant > 0 || s[i] != '0' {
				significant++
			}
			if significant > 18 {
				d.wide = true
			} else {
				d.digits = 10*d.digits + uint64(s[i]-'0')
			}
		}
		return i - start
	}
	whole := scan()
	if whole == 0 || whole > 1 && s[0] == '0' {
		return decimal{}, errDecimal
	}
	if i < len(s) && s[i] == '.' {
		i++
		if d.decimals = scan(); d.decimals == 0 {
			return decimal{}, errDecimal
		}
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		e := s[i+1:]
		if unsigned := strings.TrimLeft(e, "+-"); len(e)-len(unsigned) > 1 || unsigned == "" || strings.Trim(unsigned, "0123456789") != "" {
			return decimal{}, errDecimal
		}
		n, err := strconv.Atoi(e)
		if err != nil { // more digits than an int holds
			n = 1000
		}
		d.exponent = max(-1000, min(n, 1000))
		i = len(s)
	}
	if i != len(s) {
		return decimal{}, errDecimal
	}
	return d, nil
}

// fraction returns the value of d, which was scanned from s and has a bounded exponent.
func (d decimal) fraction(s string) fraction {
	switch shift := d.exponent - d.decimals; {
	case d.wide || shift < -18:
		r, _ := new(big.Rat).SetString(s) // the scan has proved the syntax
		return fraction{wide: r}
	case d.digits == 0:
		return fraction{num: 0, den: 1}
	case shift <= 0:
		return fraction{num: d.digits, den: powerOf10(-shift)}
	default: // a whole number of at least 10: all that matters is that it is above 1
		return fraction{num: 10, den: 1}
	}
}
