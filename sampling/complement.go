package sampling

import (
	"fmt"
	"math/big"
)

// Complement returns 1 - r exactly: the confidence that goes with a risk, or the risk with a confidence. It fails if r is
// not valid, or if the answer needs more characters than a rate may have.
func (r Rate) Complement() (Rate, error) {
	x, err := r.Rat()
	if err != nil {
		return "", err
	}
	x.Sub(big.NewRat(1, 1), x)
	for decimals := range maxRateLength - 1 {
		s := x.FloatString(decimals)
		if y, ok := new(big.Rat).SetString(s); ok && y.Cmp(x) == 0 {
			return Rate(s), nil
		}
	}
	return "", fmt.Errorf("sampling: rate %q: its complement needs more than %d characters", string(r), maxRateLength)
}
