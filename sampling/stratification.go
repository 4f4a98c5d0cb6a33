package sampling

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/soc2kit/soc2/problem"
)

// An AllocationMethod says by what weight a sample is divided among strata.
//
// The zero AllocationMethod is not valid.
type AllocationMethod string

const (
	Proportional AllocationMethod = "proportional" // each stratum by its number of items
	Neyman       AllocationMethod = "neyman"       // by items times standard deviation, which gives the least variance for a size
)

var allocationMethods = []AllocationMethod{Proportional, Neyman}

// AllocationMethods lists the methods.
func AllocationMethods() []AllocationMethod { return slices.Clone(allocationMethods) }

// IsValid reports whether m is one of the two methods.
func (m AllocationMethod) IsValid() bool { return slices.Contains(allocationMethods, m) }

// EnumValues lists the spellings of a method, for JSON Schema.
func (AllocationMethod) EnumValues() []string { return []string{"proportional", "neyman"} }

// A Stratum is a part of a population that is sampled by itself, such as the changes of one repository.
type Stratum struct {
	// ID names the stratum within its population; it follows the rule of [CheckItem].
	ID string `json:"id"`
	// Size is the number of items in the stratum, 0 or more.
	Size int64 `json:"size"`
	// StandardDeviation is how much the items of the stratum differ from each other, as it is expected; required by Neyman
	// allocation, and not used otherwise. Only the proportions among strata matter: amounts are divided by a common number
	// that brings them within 0 and 1. For an expected rate of deviation [StandardDeviationOf] gives it.
	StandardDeviation Rate `json:"standardDeviation,omitzero"`
}

// A Stratification says how a sample is divided among strata.
type Stratification struct {
	// Method is the weight of a stratum.
	Method AllocationMethod `json:"method"`
	// Size is the number of items in all samples together.
	Size int64 `json:"size"`
	// Minimum is the least number of items from each stratum, or all where it holds fewer; 0 for none. A stratum from which
	// nothing is selected stays untested.
	Minimum int64 `json:"minimum,omitzero"`
	// Strata are the strata, in an order that decides between equal remainders.
	Strata []Stratum `json:"strata"`
}

// maxStrata bounds the work of an allocation.
const maxStrata = 100_000

// Codes of the problems of a [Stratification].
const (
	// CodeStratumInvalid: a stratum without a sound id, with one that came before, with a negative size, or without the standard
	// deviation that Neyman allocation needs: {"id":"","size":1}.
	CodeStratumInvalid problem.Code = "stratum-invalid"
	// CodeAllocationImpossible: less than the minimum of all strata, or more than they hold: {"size":3,"strata":[{"id":"a","size":2}]}.
	CodeAllocationImpossible problem.Code = "allocation-impossible"
)

// Validate lists what keeps s from being allocated.
func (s Stratification) Validate() problem.List {
	var l problem.List
	if !s.Method.IsValid() {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of proportional, neyman expected", string(s.Method))
	}
	if s.Size < 1 {
		l.Errorf("/size", CodeSizeInvalid, "%d items; at least 1 expected", s.Size)
	}
	if s.Minimum < 0 {
		l.Errorf("/minimum", CodeSizeInvalid, "%d items; 0 or more expected", s.Minimum)
	}
	if len(s.Strata) < 1 || len(s.Strata) > maxStrata {
		l.Errorf("/strata", CodeStratumInvalid, "%d strata; 1 to %d expected", len(s.Strata), maxStrata)
		return l
	}
	seen := make(map[string]bool, len(s.Strata))
	least, most := int64(0), int64(0)
	for i, stratum := range s.Strata {
		at := func(field string) string { return problem.Pointer("strata", i, field) }
		if fault := itemFault(stratum.ID); fault != "" {
			l.Errorf(at("id"), CodeStratumInvalid, "%s", fault)
		} else if seen[stratum.ID] {
			l.Errorf(at("id"), CodeStratumInvalid, "also the id of a stratum before it")
		}
		seen[stratum.ID] = true
		if stratum.Size < 0 || stratum.Size > maxItems {
			l.Errorf(at("size"), CodeStratumInvalid, "%d items; 0 to %d expected", stratum.Size, int64(maxItems))
			continue
		}
		if _, err := stratum.StandardDeviation.Rat(); err != nil && s.Method == Neyman {
			l.Errorf(at("standardDeviation"), CodeStratumInvalid, "%v", err)
		}
		least += min(stratum.Size, max(s.Minimum, 0))
		most += stratum.Size
	}
	if !l.HasErrors() && (s.Size < least || s.Size > most) {
		l.Errorf("/size", CodeAllocationImpossible, "%d items; the strata take at least %d and hold %d", s.Size, least, most)
	}
	return l
}

// Allocate returns the number of items to select from each stratum, in the order of the strata; together they are s.Size.
//
// The exact share of a stratum is its weight over that of all. Where that is less than the minimum or more than the stratum
// holds, the stratum takes that bound and the others share the rest. Shares are then rounded down, and the items left over go
// to the largest remainders, of equal ones to the first. Strata without any weight share, by their sizes, what is left when
// all others are exhausted. All of it is decided in exact arithmetic.
func (s Stratification) Allocate() ([]int64, error) {
	if err := refused("allocate", s.Validate()); err != nil {
		return nil, err
	}
	a := allocation{weights: make([]*big.Int, len(s.Strata)), least: make([]int64, len(s.Strata)), most: make([]int64, len(s.Strata))}
	deviations := make([]*big.Rat, len(s.Strata))
	common := big.NewInt(1) // a multiple of all denominators
	for i, stratum := range s.Strata {
		deviations[i] = big.NewRat(1, 1)
		if s.Method == Neyman {
			d, err := stratum.StandardDeviation.Rat()
			if err != nil {
				return nil, err
			}
			deviations[i] = d
		}
		den := deviations[i].Denom()
		common.Mul(common, new(big.Int).Quo(den, new(big.Int).GCD(nil, nil, common, den)))
	}
	for i, stratum := range s.Strata {
		w := new(big.Int).Quo(common, deviations[i].Denom())
		a.weights[i] = w.Mul(w, deviations[i].Num()).Mul(w, big.NewInt(stratum.Size))
		a.least[i], a.most[i] = min(stratum.Size, s.Minimum), stratum.Size
	}
	return a.divide(s.Size), nil
}

// Requests returns the draw of each stratum from which something is selected: base with the id of the stratum behind its
// context, such as "2026/CC8.1/T1/payments", with the size that [Stratification.Allocate] gives, and with the reserve of base as
// far as the stratum holds one. Draws of different contexts may share their randomness.
func (s Stratification) Requests(base Request) ([]Request, error) {
	sizes, err := s.Allocate()
	if err != nil {
		return nil, err
	}
	var requests []Request
	for i, stratum := range s.Strata {
		if sizes[i] == 0 {
			continue
		}
		r := base
		r.Context += "/" + stratum.ID
		if err := CheckItem(r.Context); err != nil {
			return nil, fmt.Errorf("sampling: context of stratum %d: %w", i, err)
		}
		r.Size, r.ReserveSize = sizes[i], min(base.ReserveSize, stratum.Size-sizes[i])
		requests = append(requests, r)
	}
	return requests, nil
}

// StandardDeviationOf returns the standard deviation of an attribute that a given rate of the items has, √(rate·(1-rate)), rounded
// to 9 decimals. It fails if rate is not valid.
func StandardDeviationOf(rate Rate) (Rate, error) {
	p, err := rate.Rat()
	if err != nil {
		return "", err
	}
	// The root of 10^20·p(1-p) has ten decimals of what is asked for, of which the last is for rounding.
	v := new(big.Rat).Sub(big.NewRat(1, 1), p)
	v.Mul(v, p)
	scaled := new(big.Int).Mul(v.Num(), new(big.Int).Exp(big.NewInt(10), big.NewInt(20), nil))
	root := scaled.Sqrt(scaled.Quo(scaled, v.Denom())).Uint64() // at most 10^10 / 2
	return Rate(fmt.Sprintf("0.%09d", (root+5)/10)), nil
}
