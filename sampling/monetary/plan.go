package monetary

import (
	"math/big"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A Plan states what a monetary-unit sample must be able to conclude, as data that can be filed with the workpapers and
// reperformed. Misstatement is said as an amount of money or as a rate of the book value.
type Plan struct {
	// Model is the law that the size is computed from: poisson, which is what absent means, or binomial, which asks for a
	// little less where the tolerable rate is high. The population of monetary units is so large that there is no third.
	Model sampling.Model `json:"model,omitzero"`
	// BookValue is the recorded value of the population: the sum of its items with a positive book value. Above 0. Required
	// where misstatement is said as an amount. The decimals that it is written with are those of the smallest monetary unit: no
	// sample is larger than the number of such units, and the sampling interval is rounded down to one. Write it as the items are
	// written: "10" holds 10 units and "10.00" holds 1000.
	BookValue Amount `json:"bookValue,omitzero"`
	// Tolerable is the tolerable misstatement as an amount, above 0 and below BookValue.
	Tolerable Amount `json:"tolerableMisstatement,omitzero"`
	// TolerableRate is the same as a rate of the book value, above 0 and below 1. One of the two is required.
	TolerableRate sampling.Rate `json:"tolerableRate,omitzero"`
	// Expected is the misstatement expected in the population, as an amount; below the tolerable one.
	Expected Amount `json:"expectedMisstatement,omitzero"`
	// ExpectedRate is the same as a rate of the book value. At most one of the two; none means that no misstatement is expected.
	ExpectedRate sampling.Rate `json:"expectedRate,omitzero"`
	// Risk is the risk of incorrect acceptance: the probability of accepting a population that is misstated by the tolerable
	// amount. Above 0 and below 1.
	Risk sampling.Rate `json:"riskOfIncorrectAcceptance,omitzero"`
	// Confidence is 1 - Risk. One of the two is required.
	Confidence sampling.Rate `json:"confidence,omitzero"`
}

// Validate lists what keeps p from having a size.
func (p Plan) Validate() problem.List {
	_, l := p.terms()
	return l
}

// terms are the exact values of a plan.
type terms struct {
	tolerable, expected, risk *big.Rat
	book                      int64 // in units of decimals; 0 where it is not said
	decimals                  int
}

// terms returns the values of p, with what keeps it from having them.
func (p Plan) terms() (terms, problem.List) {
	var l problem.List
	if p.Model != "" && p.Model != sampling.Poisson && p.Model != sampling.Binomial {
		l.Errorf("/model", sampling.CodeModelUnknown, "%.40q; poisson or binomial expected", string(p.Model))
	}
	t := terms{risk: p.risk(&l)}
	var book *big.Rat
	if p.BookValue != "" {
		minor, decimals, ok := checkAmount(&l, "/bookValue", p.BookValue)
		if ok && minor <= 0 {
			l.Errorf("/bookValue", CodeAmountRange, "%s; an amount above 0 expected", p.BookValue)
		} else if ok {
			t.book, t.decimals = minor, decimals
			book, _ = p.BookValue.Rat()
		}
	} else if p.Tolerable != "" || p.Expected != "" {
		l.Errorf("/bookValue", CodeAmountInvalid, "missing; it is what a misstatement said as an amount is divided by")
	}
	t.tolerable = rateOf(&l, "/tolerableMisstatement", p.Tolerable, "/tolerableRate", p.TolerableRate, book, true)
	t.expected = new(big.Rat)
	if p.Expected != "" || p.ExpectedRate != "" {
		t.expected = rateOf(&l, "/expectedMisstatement", p.Expected, "/expectedRate", p.ExpectedRate, book, false)
	}
	if t.tolerable != nil && t.expected != nil && t.expected.Cmp(t.tolerable) >= 0 {
		path := "/expectedRate"
		if p.Expected != "" {
			path = "/expectedMisstatement"
		}
		l.Errorf(path, sampling.CodeExpectedRate, "the expected misstatement is not below the tolerable one")
	}
	return t, l
}

// risk returns the risk of incorrect acceptance, whichever way it is said.
func (p Plan) risk(l *problem.List) *big.Rat {
	if (p.Risk == "") == (p.Confidence == "") {
		l.Errorf("", CodeOneOf, "one of riskOfIncorrectAcceptance and confidence expected")
		return nil
	}
	if p.Risk != "" {
		return checkRate(l, "/riskOfIncorrectAcceptance", p.Risk, true)
	}
	confidence := checkRate(l, "/confidence", p.Confidence, true)
	if confidence == nil {
		return nil
	}
	return confidence.Sub(big.NewRat(1, 1), confidence)
}

// rateOf returns a misstatement as a rate of the book value, whichever way it is said, or nil.
func rateOf(l *problem.List, amountPath string, amount Amount, ratePath string, rate sampling.Rate, book *big.Rat, positive bool) *big.Rat {
	if (amount == "") == (rate == "") {
		l.Errorf("", CodeOneOf, "one of %s and %s expected", amountPath[1:], ratePath[1:])
		return nil
	}
	if rate != "" {
		return checkRate(l, ratePath, rate, positive)
	}
	minor, _, ok := checkAmount(l, amountPath, amount)
	if !ok || book == nil {
		return nil
	}
	value, _ := amount.Rat()
	if minor < 0 || positive && minor == 0 || value.Cmp(book) >= 0 {
		least := "of 0 or above"
		if positive {
			least = "above 0"
		}
		l.Errorf(amountPath, CodeAmountRange, "%s; an amount %s and below the book value expected", amount, least)
		return nil
	}
	return value.Quo(value, book)
}
