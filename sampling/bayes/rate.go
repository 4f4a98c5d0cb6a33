package bayes

import (
	"fmt"
	"math/big"

	"github.com/soc2kit/soc2/internal/distribution"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// The ranges that a rate may have to lie in.
const (
	inclusive = iota // 0 and 1 allowed
	between          // above 0 and below 1
	upToOne          // above 0
)

// checkRate returns the value of r, or nil if r is absent or a problem.
func checkRate(l *problem.List, member string, r sampling.Rate, allowed int) *big.Rat {
	if r == "" {
		return nil
	}
	x, err := r.Rat()
	switch {
	case err != nil:
		l.Errorf("/"+member, sampling.CodeRateInvalid, "%.40q; a decimal from 0 to 1, such as 0.05, expected", string(r))
		return nil
	case allowed == upToOne && x.Sign() == 0:
		l.Errorf("/"+member, sampling.CodeRateRange, "%s; a rate above 0 and at most 1 expected", r)
		return nil
	case allowed == between && (x.Sign() == 0 || x.Cmp(big.NewRat(1, 1)) == 0):
		l.Errorf("/"+member, sampling.CodeRateRange, "%s; a rate above 0 and below 1 expected", r)
		return nil
	}
	return x
}

// needRate is [checkRate] for a rate that may not be absent.
func needRate(l *problem.List, member string, r sampling.Rate, allowed int) *big.Rat {
	if r == "" {
		l.Errorf("/"+member, sampling.CodeRateInvalid, "missing; a decimal from 0 to 1 expected")
	}
	return checkRate(l, member, r, allowed)
}

func checkConvention(l *problem.List, c sampling.Convention) {
	if c != "" && !c.IsValid() {
		l.Errorf("/convention", sampling.CodeConventionUnknown, "%.40q; one of ceil, floor, floor+1 expected", string(c))
	}
}

// exactRate returns the value of a rate that was checked; that of an absent one is 0.
func exactRate(r sampling.Rate) *big.Rat {
	x, err := r.Rat()
	if err != nil {
		return new(big.Rat)
	}
	return x
}

func complement(x *big.Rat) *big.Rat { return x.Sub(big.NewRat(1, 1), x) }

// times returns n x r rounded down, and rounded up.
func times(n int64, r *big.Rat) (floor, ceil int64) {
	x := new(big.Int).Mul(big.NewInt(n), r.Num())
	quotient, rest := x.QuoRem(x, r.Denom(), new(big.Int))
	floor = quotient.Int64()
	if rest.Sign() > 0 {
		return floor, floor + 1
	}
	return floor, floor
}

// cutAt returns the boundary of the tolerable rate in the model.
func cutAt(tolerable *big.Rat, population int64, c sampling.Convention) cut {
	floor, ceil := times(population, tolerable)
	count := ceil
	switch c {
	case sampling.Floor:
		count = floor
	case sampling.FloorPlus:
		count = floor + 1
	}
	return cut{exact: tolerable, rate: distribution.RateOf(tolerable), count: count}
}

// refused turns the problems of an argument into an error.
func refused(what string, l problem.List) error {
	if err := l.Err(); err != nil {
		return fmt.Errorf("bayes: %s: %w", what, err)
	}
	return nil
}
